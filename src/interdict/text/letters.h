// Bytes -> letters: UTF-8 decoded, compatibility forms resolved, marks composed or dropped,
// invisible characters gone. What remains keeps the bytes it came from.
//
// Several letters of one ligature share their bytes. Malformed bytes are U+FFFD (kLost).
// Cost: O(n), some nanoseconds for ASCII, some ten for others. Cannot fail. Test: fold_test.cc.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "interdict/text/char_kind.h"
#include "interdict/text/script.h"

namespace interdict::text {

struct Letter {
  char32_t c;           // case as written
  uint32_t begin, end;  // bytes of the input
  CharKind kind;        // never kMark, kVanishes
  Script script;        // of letters; kDigits for digits
};

// Reads `utf8` (at most 4 GiB - 1; what is beyond is not read) into `*out`, which is cleared
// before. Returns true when all of it was ASCII.
bool ReadLetters(std::string_view utf8, std::vector<Letter>* out);

}  // namespace interdict::text
