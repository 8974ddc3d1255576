#include "interdict/match/name_alignment.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <bit>
#include <random>
#include <string>
#include <vector>

namespace interdict {
namespace {

using names::PartKind;

WeighedPart Part(int structural, int weight) {
  return {PartKind::kName, 0, static_cast<uint16_t>(structural), static_cast<uint16_t>(weight)};
}

std::vector<WeighedPart> FullParts(size_t count) {
  return std::vector<WeighedPart>(count, Part(1000, 1000));
}

PartPair Pair(uint64_t query, uint64_t listed, Points cost = 0) {
  return {query, listed, cost, cost == 0 ? TokenRule::kEqual : TokenRule::kEdits};
}

NameScore Align(const std::vector<WeighedPart>& query, const std::vector<WeighedPart>& listed,
                std::vector<PartPair> pairs) {
  size_t chosen = 0;
  return AlignNames(query, listed, pairs, &chosen);
}

TEST(NameAlignment, EqualNamesScoreOneHoweverTheyWeigh) {
  for (size_t count : {1U, 2U, 3U, 16U, 64U}) {
    for (int weight : {1, 40, 150, 1000}) {
      const std::vector<WeighedPart> name(count, Part(1000, weight));
      std::vector<PartPair> pairs;
      for (size_t i = 0; i < count; ++i) {
        pairs.push_back(Pair(uint64_t{1} << i, uint64_t{1} << (count - 1 - i)));
      }
      EXPECT_EQ(Align(name, name, pairs).score, kFullScore) << count << " " << weight;
    }
  }
}

TEST(NameAlignment, NothingInCommonScoresNothing) {
  EXPECT_EQ(Align(FullParts(2), FullParts(2), {}).score, 0);
  EXPECT_EQ(Align({}, FullParts(2), {}).score, 0);
  EXPECT_EQ(Align(FullParts(2), {}, {}).score, 0);
  EXPECT_EQ(Align({Part(0, 0)}, {Part(1000, 1000)}, {Pair(1, 1)}).score, 0)
      << "a part that weighs nothing says nothing";
}

TEST(NameAlignment, AReplacedPartCostsMoreThanOneThatOnlyOneSideHas) {
  const Points replaced = Align(FullParts(2), FullParts(2), {Pair(1, 1)}).score;
  const Points only_asked = Align(FullParts(2), FullParts(1), {Pair(1, 1)}).score;
  const Points only_listed = Align(FullParts(1), FullParts(2), {Pair(1, 1)}).score;
  EXPECT_LT(replaced, 7000);
  EXPECT_LT(replaced, only_asked);
  EXPECT_LT(replaced, only_listed);
}

TEST(NameAlignment, OneMorePartInCommonNeverLowersTheScore) {
  for (size_t size = 2; size <= 8; ++size) {
    std::vector<PartPair> pairs;
    Points before = 0;
    for (size_t i = 0; i < size; ++i) {
      pairs.push_back(Pair(uint64_t{1} << i, uint64_t{1} << i));
      const Points now = Align(FullParts(size), FullParts(size), pairs).score;
      EXPECT_GE(now, before) << i << " of " << size;
      before = now;
    }
  }
}

TEST(NameAlignment, ADearerPairNeverRaisesTheScore) {
  Points before = kFullScore;
  for (Points cost = 0; cost <= 3000; cost += 100) {
    const Points now =
        Align(FullParts(3), FullParts(3), {Pair(1, 1), Pair(2, 2), Pair(4, 4, cost)}).score;
    EXPECT_LE(now, before) << cost;
    before = now;
  }
}

TEST(NameAlignment, OfPairsThatOverlapTheCheaperCounts) {
  std::vector<PartPair> pairs = {Pair(1, 1, 500), Pair(1, 2, 100), Pair(2, 1, 0)};
  size_t chosen = 0;
  const NameScore score = AlignNames(FullParts(2), FullParts(2), pairs, &chosen);
  ASSERT_EQ(chosen, 2U);
  EXPECT_EQ(pairs[0].cost, 0);
  EXPECT_EQ(pairs[1].cost, 100);
  EXPECT_EQ(score.losses.replaced, 0);
}

// The bound that makes the indexed search lossless, on weights as they come and as they never come.
class NameLossBounds : public ::testing::Test {
 protected:
  int Below(int limit) { return static_cast<int>(random_() % static_cast<unsigned>(limit)); }

  WeighedPart RandomPart() {
    const int kUsual[] = {1000, 1000, 1000, 900, 600, 450, 350, 300, 250, 120, 70, 60, 40};
    const int structural = Below(12) == 0 ? Below(1001) : kUsual[Below(13)];
    const int rarity = Below(10) == 0 ? Below(1001) : 150 + Below(851);
    return Part(structural, Below(25) == 0 ? 0 : structural * rarity / 1000);
  }

  std::vector<WeighedPart> RandomName() {
    const int kind = Below(10);
    const int size = kind == 0 ? 1 : kind == 1 ? 1 + Below(64) : 1 + Below(6);
    std::vector<WeighedPart> name;
    for (int i = 0; i < size; ++i) name.push_back(RandomPart());
    return name;
  }

  // Pairs of one part with one part, as the names that only postings find have; some parts of the
  // query and of the listed name have none.
  std::vector<PartPair> RandomPairs(size_t query, size_t listed) {
    std::vector<PartPair> pairs;
    const int density = 1 + Below(4);
    for (size_t q = 0; q < query; ++q) {
      if (Below(density) != 0) continue;
      const auto l = static_cast<size_t>(Below(static_cast<int>(listed)));
      const Points cost = Below(2) == 0 ? 0 : Below(3000);
      pairs.push_back(Pair(uint64_t{1} << q, uint64_t{1} << l, cost));
    }
    return pairs;
  }

  std::mt19937 random_{20260522};
};

std::string Describe(const std::vector<WeighedPart>& parts) {
  std::string text;
  for (const WeighedPart& part : parts)
    text += std::to_string(part.structural) + "/" + std::to_string(part.weight) + " ";
  return text;
}

TEST_F(NameLossBounds, AreNeverAboveTheLossOfTheAlignment) {
  for (int round = 0; round < 200'000; ++round) {
    const auto query = RandomName(), listed = RandomName();
    std::vector<PartPair> pairs = RandomPairs(query.size(), listed.size());
    size_t chosen = 0;
    const NameScore score = AlignNames(query, listed, pairs, &chosen);
    const NameLosses& losses = score.losses;
    ASSERT_GE(std::min({losses.spelling, losses.replaced, losses.extra, losses.thin}), 0);
    ASSERT_GE(score.score, 0);
    ASSERT_LE(score.score, kFullScore);
    uint64_t query_covered = 0;
    int matched = 0;
    for (size_t i = 0; i < chosen; ++i) {
      query_covered |= pairs[i].query;
      matched += listed[static_cast<size_t>(std::countr_zero(pairs[i].listed))].weight;
    }
    if (score.score == 0) continue;
    const Points loss = kFullScore - score.score;

    // Any part of what is unmatched, any more of what may match: the bound must only fall.
    std::vector<WeighedPart> unmatched;
    for (size_t q = 0; q < query.size(); ++q) {
      if ((query_covered >> q & 1) == 0 && Below(4) != 0) unmatched.push_back(query[q]);
    }
    const int more = Below(2) == 0 ? 0 : Below(3000);
    ASSERT_LE(NameLossFloor(SumWeights(unmatched), SumWeights(query), matched + more), loss)
        << round << ": " << Describe(query) << "| " << Describe(listed) << "matched " << matched;
    const NameWeights all_listed = SumWeights(listed);
    const auto listed_weight = static_cast<uint32_t>(all_listed.weight);
    const int structural = SumWeights(query).structural;
    ASSERT_LE(ListedLossFloor(listed_weight, matched + more, structural), loss)
        << round << ": " << Describe(query) << "| " << Describe(listed) << "matched " << matched;
  }
}

// Postings are cut at the first weight that is beyond the budget: every heavier name must be, too.
TEST_F(NameLossBounds, OfALighterListedNameHoldForEveryHeavierOne) {
  for (int round = 0; round < 100'000; ++round) {
    const auto query = RandomName(), listed = RandomName();
    std::vector<PartPair> pairs = RandomPairs(query.size(), listed.size());
    size_t chosen = 0;
    const NameScore score = AlignNames(query, listed, pairs, &chosen);
    if (score.score == 0) continue;
    int matched = 0;
    for (size_t i = 0; i < chosen; ++i) {
      matched += listed[static_cast<size_t>(std::countr_zero(pairs[i].listed))].weight;
    }
    const int most = matched + (Below(2) == 0 ? 0 : Below(2000));
    const int weight = SumWeights(listed).weight;
    const int structural = SumWeights(query).structural;
    for (int lighter = most; lighter <= weight; lighter += 1 + Below(500)) {
      ASSERT_LE(ListedLossFloor(static_cast<uint32_t>(lighter), most, structural),
                kFullScore - score.score)
          << round << ": " << Describe(query) << "| " << Describe(listed) << "most " << most
          << " at " << lighter << " of " << weight;
    }
  }
}

// What is known of both names at once; again a lighter name must not promise more than a heavier.
TEST_F(NameLossBounds, OfBothNamesTogetherHoldForTheirWeightAndAnyLighterOne) {
  for (int round = 0; round < 200'000; ++round) {
    const auto query = RandomName(), listed = RandomName();
    std::vector<PartPair> pairs = RandomPairs(query.size(), listed.size());
    size_t chosen = 0;
    const NameScore score = AlignNames(query, listed, pairs, &chosen);
    if (score.score == 0) continue;
    uint64_t covered = 0;
    int matched = 0;
    for (size_t i = 0; i < chosen; ++i) {
      covered |= pairs[i].query;
      matched += listed[static_cast<size_t>(std::countr_zero(pairs[i].listed))].weight;
    }
    std::vector<WeighedPart> unmatched;
    for (size_t q = 0; q < query.size(); ++q) {
      if ((covered >> q & 1) == 0 && Below(4) != 0) unmatched.push_back(query[q]);
    }
    const NameWeights left = SumWeights(unmatched), all = SumWeights(query);
    const int most = matched + (Below(2) == 0 ? 0 : Below(3000));
    const int weight = SumWeights(listed).weight;
    for (int at = weight; at >= 0; at -= 1 + Below(1 + weight / 3)) {
      ASSERT_LE(PairLossFloor(left, all, static_cast<uint32_t>(at), most), kFullScore - score.score)
          << round << ": " << Describe(query) << "| " << Describe(listed) << "most " << most
          << " at " << at << " of " << weight;
    }
  }
}

// What is known of the structural weights; bounds may be wider than the name.
TEST_F(NameLossBounds, OfTheListedSizeHoldForEverySizeWithin) {
  const LossRates kRates[] = {kPersonRates,
                              RatesOf(names::NameClass::kCraft, names::NameClass::kAny),
                              RatesOf(names::NameClass::kBody, names::NameClass::kAny)};
  for (int round = 0; round < 300'000; ++round) {
    const auto query = RandomName(), listed = RandomName();
    std::vector<PartPair> pairs = RandomPairs(query.size(), listed.size());
    const LossRates rates = kRates[Below(3)];
    size_t chosen = 0;
    const NameScore score = AlignNames(query, listed, pairs, &chosen, rates);
    if (score.score == 0) continue;
    uint64_t covered = 0;
    NameWeights matched;
    for (size_t i = 0; i < chosen; ++i) {
      covered |= pairs[i].query;
      const WeighedPart& part = listed[static_cast<size_t>(std::countr_zero(pairs[i].listed))];
      matched.structural += part.structural;
      matched.weight += part.weight;
    }
    std::vector<WeighedPart> unmatched;
    for (size_t q = 0; q < query.size(); ++q) {
      if ((covered >> q & 1) == 0 && Below(4) != 0) unmatched.push_back(query[q]);
    }
    if (Below(2) == 0) matched.structural += Below(2000);
    if (Below(2) == 0) matched.weight += Below(2000);
    const int size = SumWeights(listed).structural;
    const int least = std::max(size - Below(300), 0);
    const int most = size + (Below(4) == 0 ? Below(1'000'000) : Below(300));
    const SizeLossFloor floor(SumWeights(unmatched), SumWeights(query), matched, rates);
    ASSERT_LE(floor.Of(least, most), kFullScore - score.score)
        << round << ": " << Describe(query) << "| " << Describe(listed) << "between " << least
        << " and " << most;
  }
}

TEST_F(NameLossBounds, SeeThatMuchIsMissing) {
  const NameWeights two = {2000, 2000}, three = {3000, 3000};
  EXPECT_GT(NameLossFloor(two, three, 1000), 3000) << "or nothing would be pruned";
  EXPECT_GT(ListedLossFloor(6000, 1000, 1000), 3000);
  EXPECT_EQ(NameLossFloor({}, three, 3000), 0);
  EXPECT_EQ(ListedLossFloor(1000, 1000, 1000), 0);
  EXPECT_GT(SizeLossFloor({1000, 1000}, two, {1000, 1000}).Of(2000, 2099), 4500);
  EXPECT_GT(SizeLossFloor({1000, 1000}, two, {1000, 1000}).Of(1000, 1099), 2200);
  EXPECT_EQ(SizeLossFloor({}, two, {1000, 1000}).Of(1000, 1099), 0);
}

}  // namespace
}  // namespace interdict
