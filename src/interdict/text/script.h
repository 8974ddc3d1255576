// The writing systems that the analysis tells apart. Cost: a few comparisons for the common blocks,
// else one look-up in ICU. Test: fold_test.cc.
#pragma once

#include <cstdint>

namespace interdict::text {

enum class Script : uint8_t {
  kLatin,
  kCyrillic,
  kGreek,
  kArabic,
  kHebrew,
  kHan,
  kKana,
  kHangul,
  kThai,
  kDevanagari,
  kArmenian,
  kGeorgian,
  kDigits,
  kOther
};

// The script of a letter; kOther for what has no place above, and for what is no letter.
Script ScriptOf(char32_t c);

// Vowels are combining marks in these scripts: a mark after their letters belongs to the text.
inline bool MarksAreLetters(Script script) {
  return script == Script::kThai || script == Script::kDevanagari || script == Script::kOther;
}

}  // namespace interdict::text
