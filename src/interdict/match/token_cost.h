// What it costs to take one token for another: the equivalence table of the matcher.
//
// Every way in which two tokens may be the same word is a rule here, with its cost; the cheapest
// rule that applies counts. The exhaustive path asks TokenCost for every pair; the indexed path
// (token_neighbours.h) finds all listed tokens for which it has an answer, rule by rule, through
// the keys of names/token_profile.h. A rule that is added here must be added there: the property
// test token_neighbours_test.cc compares the two.
//
// Unit: points, ten-thousandths of the score, for a part of full weight. Symmetric. No allocation.
// Test: token_cost_test.cc.
#pragma once

#include <cstdint>
#include <string_view>

#include "interdict/match/points.h"
#include "interdict/names/token_profile.h"

namespace interdict {

enum class TokenRule : uint8_t {
  kEqual,
  kSpelling,    // listed spellings of one name
  kSameWord,    // bank and banco, Ltd and Limited, 4 and four
  kArticle,     // with and without al- grown together
  kPhonetic,    // same sound
  kGenderForm,  // Ivanov, Ivanova
  kCognate,     // Juan, John
  kShape,       // 0 for o, rn for m
  kConsonants,  // scripts without vowels, or a name whose vowels were left out
  kShortForm,   // Jose, Pepe
  kEdits,       // one or two slips of the pen
  kReversed,    // written backwards
  kInitial,     // N for Nicolas
  kTruncated,   // the last word cut off
  kJoined,      // written together or apart
  kAcronym,     // first letters of the words
  kVariant,     // one name by the loaded table of variants
};
std::string_view TokenRuleName(TokenRule rule);

struct TokenMatch {
  Points cost = -1;  // negative: not the same word
  TokenRule rule = TokenRule::kEqual;
  explicit operator bool() const { return cost >= 0; }
};

TokenMatch TokenCost(const names::TokenProfile& a, const names::TokenProfile& b);

// How many slips of the pen are allowed between tokens of which the longer has `length` letters.
int AllowedEdits(size_t length);

// A query's last word, cut off: "mor" for "moros". Not symmetric.
TokenMatch TruncationCost(std::string_view cut, std::string_view whole);
inline constexpr size_t kLeastTruncated = 2;

inline constexpr Points kSameWordCost = 200;
inline constexpr Points kInitialCost = 1000;
inline constexpr Points kJoinedCost = 250;
inline constexpr Points kAcronymCost = 2000;
inline constexpr size_t kLeastReversed = 4;

}  // namespace interdict
