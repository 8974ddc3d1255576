#include "interdict/match/token_cost.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "interdict/match/testing/random_names.h"
#include "interdict/names/testing/variants_of.h"

namespace interdict {
namespace {

using names::MakeTokenProfile;
using testing::RandomNames;

TokenMatch Cost(std::string_view a, std::string_view b) {
  return TokenCost(MakeTokenProfile(a, false), MakeTokenProfile(b, false));
}

struct Case {
  const char* a;
  const char* b;
  TokenRule rule;
};

TEST(TokenCost, EveryRuleTakesWhatItIsFor) {
  const Case kCases[] = {
      {"maduro", "maduro", TokenRule::kEqual},
      {"muhammad", "mohamed", TokenRule::kSpelling},
      {"haddad", "alhaddad", TokenRule::kArticle},
      {"haddad", "elhaddad", TokenRule::kArticle},
      {"zomorriev", "zomorrieff", TokenRule::kPhonetic},
      {"zomorrin", "zomorrina", TokenRule::kGenderForm},
      {"juan", "john", TokenRule::kCognate},
      {"zomorni", "zom0mi", TokenRule::kShape},
      {"zmrr", "zomorri", TokenRule::kConsonants},
      {"jose", "pepe", TokenRule::kShortForm},
      {"zomorri", "zomopri", TokenRule::kEdits},
      {"zomorri", "zoomopri", TokenRule::kEdits},
      {"zomorri", "irromoz", TokenRule::kReversed},
  };
  for (const Case& c : kCases) {
    const TokenMatch match = Cost(c.a, c.b);
    ASSERT_TRUE(match) << c.a << " " << c.b;
    EXPECT_EQ(TokenRuleName(match.rule), TokenRuleName(c.rule)) << c.a << " " << c.b;
    EXPECT_EQ(match.cost == 0, c.rule == TokenRule::kEqual) << c.a << " " << c.b;
  }
}

TEST(TokenCost, ALoadedTableOfVariantsIsOneMoreRule) {
  const auto data = interdict::testing::VariantsOf(
      {{"zomorri", "shaqwelt"}, {"shaqwelt", "brontek"}, {"juan", "pedro"}});
  const names::VariantTable table = data.Table();
  const auto cost = [&](std::string_view a, std::string_view b, bool of_a = false) {
    return TokenCost(MakeTokenProfile(a, of_a, &table), MakeTokenProfile(b, false, &table));
  };
  ASSERT_TRUE(cost("zomorri", "shaqwelt"));
  EXPECT_EQ(cost("zomorri", "shaqwelt").rule, TokenRule::kVariant);
  EXPECT_GT(cost("zomorri", "shaqwelt").cost, 0);
  EXPECT_EQ(cost("shaqwelt", "zomorri").cost, cost("zomorri", "shaqwelt").cost);
  EXPECT_FALSE(cost("zomorri", "brontek")) << "groups do not chain";
  EXPECT_FALSE(Cost("zomorri", "shaqwelt")) << "no table, no rule";
  // Two names that the lexicon knows as two are less likely one.
  EXPECT_GT(cost("juan", "pedro").cost, cost("zomorri", "shaqwelt").cost);
  // The lexicon, which people have checked, goes before.
  EXPECT_EQ(cost("muhammad", "mohamed").rule, TokenRule::kSpelling);
}

TEST(TokenCost, OtherWordsAreNotTaken) {
  const char* kPairs[][2] = {
      {"maduro", "zomorri"}, {"ana", "roe"}, {"jose", "john"}, {"a", "b"},
      {"abc", "cba"},        {"", "abc"},    {"kim", "simon"}, {"ivan", "ali"}};
  for (const auto& pair : kPairs) EXPECT_FALSE(Cost(pair[0], pair[1])) << pair[0] << " " << pair[1];
}

TEST(TokenCost, ConsonantsMeetTheirUsualSpellingAndEachOther) {
  const auto arabic = MakeTokenProfile("mhmd", true);
  EXPECT_TRUE(TokenCost(arabic, MakeTokenProfile("muhammad", false)));
  EXPECT_TRUE(TokenCost(MakeTokenProfile("mohamed", false), arabic));
  EXPECT_EQ(TokenCost(arabic, arabic).cost, 0);
  EXPECT_FALSE(TokenCost(arabic, MakeTokenProfile("zomorri", false)));
}

TEST(TokenCost, TwoSlipsCostMoreThanOneAndShortWordsMoreThanLongOnes) {
  EXPECT_LT(Cost("zomorri", "zomopri").cost, Cost("zomorri", "zoxopri").cost);
  EXPECT_LE(Cost("zomorrikan", "zomorpikan").cost, Cost("zomor", "zopor").cost);
}

TEST(TokenCost, SlipsAreAllowedByTheLengthOfTheLongerWord) {
  EXPECT_EQ(AllowedEdits(0), 0);
  EXPECT_EQ(AllowedEdits(1), 0);
  EXPECT_EQ(AllowedEdits(65), 0);
  for (size_t length = 2; length <= 64; ++length) {
    EXPECT_GE(AllowedEdits(length), 1) << length;
    EXPECT_LE(AllowedEdits(length), 2) << length;
  }
  EXPECT_EQ(AllowedEdits(8), 2);
}

TEST(TokenCost, IsSymmetricAndWithinItsBoundsForAnyWords) {
  RandomNames random(21);
  const auto token = [&] {
    switch (random.Below(5)) {
      case 0:
        return random.KnownName();
      case 1:
        return random.Letters(1 + random.Below(5), "ab");
      case 2:
        return random.Letters(1 + random.Below(70), "abclnor1");
      default:
        return random.Letters(1 + random.Below(9));
    }
  };
  int taken = 0;
  for (int round = 0; round < 100'000; ++round) {
    const std::string a = token();
    std::string b = random.OneIn(2) ? token() : random.Slip(a);
    if (random.OneIn(10)) b = "al" + a;
    if (random.OneIn(10)) b = std::string(a.rbegin(), a.rend());
    const auto x = MakeTokenProfile(a, random.OneIn(4)), y = MakeTokenProfile(b, random.OneIn(4));
    const TokenMatch forth = TokenCost(x, y), back = TokenCost(y, x);
    ASSERT_EQ(forth.cost, back.cost) << a << " " << b;
    ASSERT_EQ(forth.rule, back.rule) << a << " " << b;
    ASSERT_LT(forth.cost, kFullScore) << a << " " << b;
    ASSERT_EQ(TokenCost(x, x).cost, 0) << a;
    const bool same = a == b && x.consonants_only == y.consonants_only;
    ASSERT_EQ(forth.cost == 0, same) << a << " " << b;
    taken += forth ? 1 : 0;
  }
  EXPECT_GT(taken, 10'000);
}

TEST(TokenCost, ACutOffWordIsTheBeginningOfALongerOne) {
  EXPECT_TRUE(TruncationCost("moro", "moros"));
  EXPECT_TRUE(TruncationCost("mor", "moros"));
  EXPECT_FALSE(TruncationCost("moros", "moros")) << "nothing is cut off";
  EXPECT_FALSE(TruncationCost("moros", "mor"));
  EXPECT_FALSE(TruncationCost("nor", "moros"));
  EXPECT_FALSE(TruncationCost("m", "moros")) << "that is an initial";
  EXPECT_FALSE(TruncationCost("", "moros"));
}

}  // namespace
}  // namespace interdict
