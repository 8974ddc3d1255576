// What a character does to a name: belongs to a word, joins, separates, or vanishes.
// Input: a code point. Cost: a few look-ups in ICU, some ten ns. Cannot fail.
// Test: fold_test.cc.
#pragma once

#include <cstdint>

namespace interdict::text {

enum class CharKind : uint8_t {
  kLetter,
  kDigit,
  kMark,        // combining mark
  kVanishes,    // invisible: as if it were not there
  kApostrophe,  // joins what stands around it
  kDot,
  kHyphen,
  kComma,
  kSlash,
  kQuote,  // opens or closes
  kOpenQuote,
  kCloseQuote,
  kOpenBracket,
  kCloseBracket,
  kAmpersand,
  kPercent,
  kAt,
  kDollar,
  kQuestion,
  kLost,  // U+FFFD: something stood here that nobody can read
  kNumero,
  kSeparator,  // spaces and everything else
};

CharKind KindOf(char32_t c);

// The digit 0-9 that a character of kind kDigit stands for, as ASCII.
char DigitOf(char32_t c);

}  // namespace interdict::text
