// The keys under which a token is filed, and under which a query's token looks for others.
//
// For every rule of match/token_cost.h the keys filed for token v and those looked up for token q
// share one whenever the rule takes q for v:
//   edits       strings left when letters are taken out of the token: two tokens within d slips
//               have a common string after at most d letters are taken from each (an insertion
//               takes one from the longer, a substitution or transposition one from each);
//   sound, shape   the key itself;
//   consonants  the skeleton. Tokens of scripts without vowels, and tokens that lost theirs, meet
//               any token of that skeleton; other tokens meet only those. So all are filed under
//               one kind of key and the vowelless ones under a second as well;
//               A Latin name whose vowels were left out meets by first letter and consonants in
//               the same way;
//   names       each group that the token belongs to;
//   variants    each group of the loaded table that the token stands in;
//   words       each meaning that the lexicon has for it;
//   article, reversed   the query looks up the changed text itself, an exact key.
// What is found is verified by TokenCost; a key too many costs time, a key too few would cost hits.
// Tested against brute force in match/token_neighbours_test.cc.
#pragma once

#include <cstdint>
#include <functional>
#include <string_view>

#include "interdict/names/token_profile.h"

namespace interdict::index {

enum class KeyKind : uint8_t {
  kText,  // the text as it is, with 0, 1 or 2 letters taken out
  kSound,
  kShape,
  kSkeleton,           // of every token
  kVowellessSkeleton,  // of tokens without vowels
  kConsonants,         // of every Latin token: first letter and consonants
  kVowellessConsonants,
  kNameGroup,
  kMeaning,
  kVariant,  // group of the loaded table of name variants
};

uint64_t TokenKeyHash(KeyKind kind, std::string_view key);
uint64_t TokenKeyHash(KeyKind kind, uint64_t key);

// Letters that are taken out of a token of this length for its edit keys.
int EditKeyDepth(size_t length);

// Calls `use` with every key under which the token is filed. Repeats are possible.
void ForEachFiledKey(const names::TokenProfile& token, const std::function<void(uint64_t)>& use);

// Calls `use` with every key under which tokens that stand for this one may be filed.
void ForEachSoughtKey(const names::TokenProfile& token, const std::function<void(uint64_t)>& use);

}  // namespace interdict::index
