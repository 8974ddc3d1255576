// What a folded token is compared by: its text and the keys under which other spellings of the same
// word meet. A pure function of the text, the flag, the lexicon and the table of variants, so that
// listed tokens (profiles stored in the index) and query tokens agree.
//
// Keys are 64-bit hashes; equality of the hash is taken for equality of the key (the chance that
// two of 10^6 tokens collide is below 10^-7). No errors. Test: token_profile_test.cc.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "interdict/names/lexicon.h"
#include "interdict/names/variant_table.h"

namespace interdict::names {

struct TokenProfile {
  std::string_view text;  // borrowed
  uint64_t phonetic = 0;  // 0: no such key
  uint64_t skeleton = 0;
  uint64_t shape = 0;    // digits and letters that OCR and leet confuse
  uint64_t letters = 0;  // one bit for each letter and digit that occurs
  uint16_t skeleton_size = 0;
  bool consonants_only = false;  // a script without vowels
  bool vowelless = false;        // Latin, three letters or more, no vowel behind the first letter
  uint64_t consonants = 0;       // the first letter and the consonants behind it
  uint64_t digits = 0;           // the digits in it; 0: none
  uint32_t first_meaning = 0;    // what the word may mean (lexicon.h)
  uint32_t meanings = 0;
  uint64_t number = 0;  // MeaningHash of the number that digits, ordinals and Roman numerals write
  uint32_t first_membership = 0;  // groups of names that the token belongs to (lexicon.h)
  uint32_t memberships = 0;
  std::span<const uint32_t> variants;  // groups of the loaded table, if any (variant_table.h)
};

// `variants`: the table that an operator has loaded; nullptr: none.
TokenProfile MakeTokenProfile(std::string_view text, bool consonants_only,
                              const VariantTable* variants = nullptr);

// A profile with the sound alone; for runs of parts.
TokenProfile MakeSoundProfile(std::string_view text);

// The meanings of a token as hashes: those of the lexicon, and its number.
template <class Use>
void ForEachMeaning(const TokenProfile& token, Use use) {
  if (token.number != 0) use(token.number);
  for (uint32_t i = 0; i < token.meanings; ++i) {
    const Meaning meaning = MeaningAt(token.first_meaning + i);
    use(MeaningHash(meaning.kind, meaning.canonical));
  }
}

// Value of a Roman numeral of two to seven letters up to 39; 0 when it is none.
int RomanValue(std::string_view text);

uint64_t LetterMask(std::string_view text);

}  // namespace interdict::names
