#include "interdict/evaluate/measures.h"

#include <gtest/gtest.h>

#include <random>

namespace interdict::evaluate {
namespace {

using Pairs = std::vector<ScoredVerdict>;

const Pairs kPairs = {{10000, true}, {9000, true},  {7000, true},  {6999, true},
                      {8000, false}, {3000, false}, {2000, false}, {0, false}};

TEST(Measures, AScoreEqualToTheThresholdIsAMatch) {
  const Counts counts = CountAt(kPairs, 7000);
  EXPECT_EQ(counts.true_positive, 3);
  EXPECT_EQ(counts.false_positive, 1);
  EXPECT_EQ(counts.false_negative, 1);
  EXPECT_EQ(counts.true_negative, 3);
  EXPECT_DOUBLE_EQ(*Precision(counts), 0.75);
  EXPECT_DOUBLE_EQ(*Recall(counts), 0.75);
  EXPECT_DOUBLE_EQ(*F1(counts), 0.75);
  EXPECT_DOUBLE_EQ(*Accuracy(counts), 0.75);
  EXPECT_DOUBLE_EQ(*FalsePositiveRate(counts), 0.25);
}

TEST(Measures, WhatCannotBeDividedIsNotDefined) {
  const Counts nothing;
  for (auto measure : {Precision, Recall, F1, Accuracy, FalsePositiveRate}) {
    EXPECT_EQ(measure(nothing), std::nullopt);
  }
  const Counts all_missed = {.false_negative = 3};
  EXPECT_EQ(Precision(all_missed), std::nullopt);
  EXPECT_EQ(*Recall(all_missed), 0);
  EXPECT_EQ(*F1(all_missed), 0);
}

TEST(Measures, AreaUnderRocEqualsTheShareOfWonComparisons) {
  std::mt19937 random(3);
  for (int round = 0; round < 200; ++round) {
    Pairs pairs(2 + random() % 40);
    for (ScoredVerdict& pair : pairs)
      pair = {static_cast<Points>(random() % 12) * 800, random() % 2 == 0};
    double wins = 0, comparisons = 0;
    for (const ScoredVerdict& a : pairs) {
      for (const ScoredVerdict& b : pairs) {
        if (!a.is_match || b.is_match) continue;
        ++comparisons;
        wins += a.score > b.score ? 1 : a.score == b.score ? 0.5 : 0;
      }
    }
    const auto area = AreaUnderRoc(pairs);
    ASSERT_EQ(area.has_value(), comparisons > 0);
    if (area) {
      ASSERT_NEAR(*area, wins / comparisons, 1e-12);
    }
  }
}

TEST(Measures, WilsonIntervalsAreThePublishedOnes) {
  const struct {
    size_t hits, trials;
    double low, high;
  } kCases[] = {
      {0, 0, 0, 1},
      {0, 10, 0, 0.2775},
      {10, 10, 0.7225, 1},
      {5, 10, 0.2366, 0.7634},
      {81, 263, 0.2553, 0.3662},
  };
  for (const auto& c : kCases) {
    const Interval interval = WilsonInterval(c.hits, c.trials);
    EXPECT_NEAR(interval.low, c.low, 1e-4) << c.hits << "/" << c.trials;
    EXPECT_NEAR(interval.high, c.high, 1e-4) << c.hits << "/" << c.trials;
  }
}

TEST(Measures, TheCurveRunsOverAllThresholdsAndKnowsItsBest) {
  const auto curve = ThresholdCurve(kPairs);
  ASSERT_EQ(curve.size(), 101);
  EXPECT_EQ(curve.front().counts.false_positive, 4);
  EXPECT_EQ(curve.back().threshold, kFullScore);
  EXPECT_EQ(curve.back().counts.true_positive, 1);
  const auto best = BestByF1(curve);
  ASSERT_TRUE(best);
  EXPECT_EQ(best->threshold, 6900);
  EXPECT_EQ(best->counts.false_negative, 0);
  EXPECT_EQ(BestByF1(ThresholdCurve(Pairs{})), std::nullopt);
}

TEST(Measures, BinsHoldEveryPairOnceAndTheLastOneTheFullScore) {
  for (size_t bins : {size_t{1}, size_t{3}, size_t{10}, size_t{20}}) {
    const auto binned = BinByScore(kPairs, bins);
    size_t all = 0;
    for (const ScoreBin& bin : binned) all += bin.all();
    EXPECT_EQ(all, kPairs.size()) << bins;
  }
  const auto ten = BinByScore(kPairs, 10);
  EXPECT_EQ(ten[9].matches, 2);
  EXPECT_DOUBLE_EQ(ten[9].mean_score, 0.95);
  EXPECT_EQ(ten[7].matches, 1);
  EXPECT_EQ(ten[6].matches, 1);
  EXPECT_EQ(ten[8].others, 1);
}

TEST(Measures, AFallOfMatchesWhereScoresRiseIsAnInversion) {
  const auto bins = BinByScore(kPairs, 10);
  EXPECT_EQ(Inversions(bins, 1), 1);
  EXPECT_EQ(Inversions(bins, 2), 0);
}

}  // namespace
}  // namespace interdict::evaluate
