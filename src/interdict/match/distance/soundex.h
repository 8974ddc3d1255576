// Soundex: the sound of an English word in a letter and three digits; "robert" and "rupert" R163.
//
// The first letter stands; the consonants after it become digits by where they are spoken; equal
// digits that follow one another count once, also across h and w but not across a vowel.
// Input: folded text; other bytes than letters are skipped. A code of its own for no letters at all
// ("0000"), which agrees with nothing. No allocation; no errors.
// Source: the rules of the US National Archives. Tested against its naive twin in soundex_test.cc.
#pragma once

#include <array>
#include <string_view>

namespace interdict {

using SoundexCode = std::array<char, 4>;

SoundexCode Soundex(std::string_view word);

bool SoundsAlike(const SoundexCode& a, const SoundexCode& b);

}  // namespace interdict
