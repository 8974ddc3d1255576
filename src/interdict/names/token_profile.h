// What a folded token is compared by: its text and the keys under which other spellings of the same
// word meet. A pure function of the text, the flag and the lexicon, so that listed tokens (profiles
// stored in the index) and query tokens agree.
//
// Keys are 64-bit hashes; equality of the hash is taken for equality of the key (the chance that
// two of 10^6 tokens collide is below 10^-7). No errors. Test: token_profile_test.cc.
#pragma once

#include <cstdint>
#include <string_view>

#include "interdict/names/lexicon.h"

namespace interdict::names {

struct TokenProfile {
  std::string_view text;  // borrowed
  uint64_t phonetic = 0;  // 0: no such key
  uint64_t skeleton = 0;
  uint64_t shape = 0;    // digits and letters that OCR and leet confuse
  uint64_t letters = 0;  // one bit for each letter and digit that occurs
  uint16_t skeleton_size = 0;
  bool consonants_only = false;   // a script without vowels
  bool vowelless = false;         // Latin, three letters or more, no vowel behind the first letter
  uint32_t first_membership = 0;  // groups of names that the token belongs to (lexicon.h)
  uint32_t memberships = 0;
};

TokenProfile MakeTokenProfile(std::string_view text, bool consonants_only);

uint64_t LetterMask(std::string_view text);

}  // namespace interdict::names
