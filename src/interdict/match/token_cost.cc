#include "interdict/match/token_cost.h"

#include <algorithm>
#include <array>

#include "interdict/match/edit_distance.h"
#include "interdict/text/keys.h"

namespace interdict {
namespace {

using names::NameRelation;
using names::TokenProfile;

constexpr Points kSpellingCost = 150;
// By a table that nobody has checked row by row; short words, many of them syllables of Chinese and
// Korean, stand in many groups by accident.
constexpr Points kVariantCost = 1000;
constexpr Points kShortVariantCost = 1800;
constexpr size_t kShortVariant = 4;  // letters
constexpr Points kArticleCost = 300;
constexpr Points kPhoneticCost = 650;
constexpr Points kGenderFormCost = 500;
constexpr Points kCognateCost = 1800;
constexpr Points kShapeCost = 900;
constexpr Points kFewConsonantsCost = 1400;
constexpr Points kVowelsLostCost = 950;
constexpr Points kShortFormCost = 1800;
constexpr Points kReversedCost = 2000;
constexpr Points kTruncatedCost = 1000;
constexpr Points kTruncatedShare = 2800;  // for what is cut off, in proportion

// By length of the longer token.
constexpr std::array<Points, 9> kOneEdit = {0, 0, 2600, 2200, 1800, 1450, 1250, 1100, 1000};
constexpr std::array<Points, 13> kTwoEdits = {0,    0,    0,    0,    0,    2700, 2500,
                                              2300, 2100, 1950, 1850, 1750, 1650};
constexpr Points kOtherFirstLetter = 400;  // of two slips, one at the start
// Two different names that are both known are less likely to be one name misspelt.
constexpr int kKnownNamesFactor = 140;  // percent

template <size_t N>
Points ByLength(const std::array<Points, N>& costs, size_t length) {
  return costs[std::min(length, N - 1)];
}

void Keep(TokenMatch* best, Points cost, TokenRule rule) {
  if (best->cost < 0 || cost < best->cost) *best = {cost, rule};
}

text::Vowels VowelsOf(const TokenProfile& token) {
  return token.consonants_only ? text::Vowels::kLeftOut : text::Vowels::kWritten;
}

bool SkeletonsAgree(const TokenProfile& a, const TokenProfile& b) {
  return text::SkeletonsAgree(a.text, VowelsOf(a), b.text, VowelsOf(b));
}

void CompareMeanings(const TokenProfile& a, const TokenProfile& b, TokenMatch* best) {
  if ((a.meanings == 0 && a.number == 0) || (b.meanings == 0 && b.number == 0)) return;
  bool same = false;
  names::ForEachMeaning(a, [&](uint64_t in_a) {
    names::ForEachMeaning(b, [&](uint64_t in_b) { same |= in_a == in_b; });
  });
  if (same) Keep(best, kSameWordCost, TokenRule::kSameWord);
}

// The cheapest relation of two names through a group that both belong to.
void CompareGroups(const TokenProfile& a, const TokenProfile& b, TokenMatch* best) {
  const auto cost_of = [](NameRelation x, NameRelation y) {
    if (x == NameRelation::kShortForm || y == NameRelation::kShortForm)
      return std::pair(kShortFormCost, TokenRule::kShortForm);
    if (x == NameRelation::kCognate || y == NameRelation::kCognate)
      return std::pair(kCognateCost, TokenRule::kCognate);
    return std::pair(kSpellingCost, TokenRule::kSpelling);
  };
  for (uint32_t i = 0; i < a.memberships; ++i) {
    const auto in_a = names::MembershipAt(a.first_membership + i);
    for (uint32_t j = 0; j < b.memberships; ++j) {
      const auto in_b = names::MembershipAt(b.first_membership + j);
      if (in_a.group != in_b.group) continue;
      const auto [cost, rule] = cost_of(in_a.relation, in_b.relation);
      Keep(best, cost, rule);
    }
  }
}

bool ShareGroup(const TokenProfile& a, const TokenProfile& b) {
  TokenMatch match;
  CompareGroups(a, b, &match);
  return static_cast<bool>(match);
}

// One name by the table of variants that an operator has loaded.
void CompareVariants(const TokenProfile& a, const TokenProfile& b, TokenMatch* best) {
  if (!names::SharedGroup(a.variants, b.variants)) return;
  const bool is_short = std::min(a.text.size(), b.text.size()) <= kShortVariant;
  Points cost = is_short ? kShortVariantCost : kVariantCost;
  const bool both_known = a.memberships != 0 && b.memberships != 0;
  if (both_known && !ShareGroup(a, b)) cost = cost * kKnownNamesFactor / 100;
  Keep(best, cost, TokenRule::kVariant);
}

bool IsArticleAnd(std::string_view longer, std::string_view shorter) {
  return longer.size() == shorter.size() + 2 && shorter.size() >= 4 &&
         (longer.starts_with("al") || longer.starts_with("el")) && longer.substr(2) == shorter;
}

// Lavrov, Lavrovs: the Latvian nominative.
bool IsLatvianOf(std::string_view longer, std::string_view shorter) {
  return longer.size() == shorter.size() + 1 && longer.back() == 's' && shorter.size() >= 5 &&
         longer.starts_with(shorter) &&
         (shorter.ends_with("ov") || shorter.ends_with("ev") || shorter.ends_with("in"));
}

bool IsFeminineOf(std::string_view longer, std::string_view shorter) {
  if (longer.size() != shorter.size() + 1 || longer.back() != 'a' || shorter.size() < 4)
    return false;
  if (AllowedEdits(longer.size()) == 0) return false;  // the index finds it by its edit keys
  if (longer.substr(0, shorter.size()) != shorter) return false;
  return shorter.ends_with("ov") || shorter.ends_with("ev") || shorter.ends_with("in") ||
         shorter.ends_with("yn");
}

bool HasMoreBits(uint64_t bits, int count) {
  for (; count > 0; --count) bits &= bits - 1;
  return bits != 0;
}

void CompareEdits(const TokenProfile& a, const TokenProfile& b, TokenMatch* best) {
  const size_t length = std::max(a.text.size(), b.text.size());
  const size_t shorter = std::min(a.text.size(), b.text.size());
  const int limit = shorter < 2 ? 0 : AllowedEdits(length);
  // Other digits are another number, not a slip; digits against letters may be leet.
  if (a.digits != b.digits && a.digits != 0 && b.digits != 0) return;
  if (limit == 0 || length - shorter > static_cast<size_t>(limit)) return;
  if (HasMoreBits(a.letters ^ b.letters, 2 * limit)) return;
  const int edits = EditDistance(a.text, b.text, limit);
  if (edits > limit || edits == 0) return;
  Points cost = edits == 1 ? ByLength(kOneEdit, length) : ByLength(kTwoEdits, length);
  if (edits == 2 && a.text.front() != b.text.front()) cost += kOtherFirstLetter;
  const bool both_known = a.memberships != 0 && b.memberships != 0;
  if (both_known && !ShareGroup(a, b)) cost = cost * kKnownNamesFactor / 100;
  Keep(best, cost, TokenRule::kEdits);
}

// The same consonants with other vowels: Ghermay, Ghirmay; Abdella, Abdallah.
void CompareConsonants(const TokenProfile& a, const TokenProfile& b, TokenMatch* best) {
  constexpr std::array<Points, 6> kCosts = {0, 0, 0, 2200, 1500, 1000};
  if (a.skeleton_size < 3 || a.skeleton != b.skeleton) return;
  if (!SkeletonsAgree(a, b)) return;
  Points cost = ByLength(kCosts, a.skeleton_size);
  const bool both_known = a.memberships != 0 && b.memberships != 0;
  if (both_known && !ShareGroup(a, b)) cost = cost * kKnownNamesFactor / 100;
  Keep(best, cost, TokenRule::kConsonants);
}

bool IsReversed(std::string_view a, std::string_view b) {
  return a.size() == b.size() && a.size() >= kLeastReversed &&
         std::equal(a.begin(), a.end(), b.rbegin());
}

// A token of a script without vowels against another.
TokenMatch CompareSkeletons(const TokenProfile& a, const TokenProfile& b) {
  TokenMatch best;
  CompareGroups(a, b, &best);
  CompareVariants(a, b, &best);
  if (a.consonants_only && b.consonants_only) {
    if (a.text == b.text) return {0, TokenRule::kEqual};
    if (std::min(a.text.size(), b.text.size()) >= 4) CompareEdits(a, b, &best);
  }
  if (a.skeleton != 0 && a.skeleton == b.skeleton && SkeletonsAgree(a, b)) {
    constexpr std::array<Points, 5> kCosts = {0, 2600, 1900, 1000, 700};
    Keep(&best, ByLength(kCosts, a.skeleton_size), TokenRule::kConsonants);
  }
  return best;
}

}  // namespace

int AllowedEdits(size_t length) {
  if (length < 2 || length > 64) return 0;
  return length <= 4 || length > 24 ? 1 : 2;
}

std::string_view TokenRuleName(TokenRule rule) {
  constexpr std::array<std::string_view, 17> kNames = {
      "equal",   "spelling", "same word",  "article",    "sound",  "gender form",
      "cognate", "shape",    "consonants", "short form", "edits",  "reversed",
      "initial", "cut off",  "joined",     "acronym",    "variant"};
  return kNames[static_cast<size_t>(rule)];
}

TokenMatch TokenCost(const TokenProfile& a, const TokenProfile& b) {
  if (a.consonants_only || b.consonants_only) return CompareSkeletons(a, b);
  if (a.text == b.text) return {0, TokenRule::kEqual};
  TokenMatch best;
  CompareGroups(a, b, &best);
  CompareVariants(a, b, &best);
  CompareMeanings(a, b, &best);
  CompareConsonants(a, b, &best);
  if (a.phonetic != 0 && a.phonetic == b.phonetic) Keep(&best, kPhoneticCost, TokenRule::kPhonetic);
  const bool other_digits = a.digits != b.digits && a.digits != 0 && b.digits != 0;
  if (a.shape != 0 && a.shape == b.shape && !other_digits)
    Keep(&best, kShapeCost, TokenRule::kShape);
  if ((a.vowelless || b.vowelless) && a.consonants != 0 && a.consonants == b.consonants) {
    const bool few = std::min(a.text.size(), b.text.size()) < 3;
    Keep(&best, few ? kFewConsonantsCost : kVowelsLostCost, TokenRule::kConsonants);
  }
  if (IsArticleAnd(a.text, b.text) || IsArticleAnd(b.text, a.text))
    Keep(&best, kArticleCost, TokenRule::kArticle);
  if (IsFeminineOf(a.text, b.text) || IsFeminineOf(b.text, a.text))
    Keep(&best, kGenderFormCost, TokenRule::kGenderForm);
  if (IsLatvianOf(a.text, b.text) || IsLatvianOf(b.text, a.text))
    Keep(&best, kGenderFormCost, TokenRule::kGenderForm);
  CompareEdits(a, b, &best);
  if (IsReversed(a.text, b.text)) Keep(&best, kReversedCost, TokenRule::kReversed);
  return best;
}

TokenMatch TruncationCost(std::string_view cut, std::string_view whole) {
  if (cut.size() < kLeastTruncated || whole.size() <= cut.size() || !whole.starts_with(cut))
    return {};
  if (cut.size() < 2) return {};
  const auto missing = static_cast<Points>(whole.size() - cut.size());
  return {kTruncatedCost + kTruncatedShare * missing / static_cast<Points>(whole.size()),
          TokenRule::kTruncated};
}

}  // namespace interdict
