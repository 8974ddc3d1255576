// What scores are worth against the verdicts of people: the measures of an evaluation.
//
// A pair is said to match when its score is at least the threshold. Positive: said to match; true:
// said rightly. Scores and thresholds in points (match/points.h); shares and measures in [0, 1];
// a measure whose denominator is 0 is not defined: nullopt. Pure functions, no errors. Test:
// measures_test.cc.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "interdict/match/points.h"

namespace interdict::evaluate {

struct ScoredVerdict {
  Points score;
  bool is_match;
};

struct Counts {
  size_t true_positive = 0;
  size_t false_positive = 0;
  size_t false_negative = 0;
  size_t true_negative = 0;

  size_t matches() const { return true_positive + false_negative; }
  size_t others() const { return false_positive + true_negative; }
  size_t all() const { return matches() + others(); }
};

Counts CountAt(std::span<const ScoredVerdict> pairs, Points threshold);

std::optional<double> Precision(const Counts& counts);  // of those said to match
std::optional<double> Recall(const Counts& counts);     // of those that match
std::optional<double> F1(const Counts& counts);         // harmonic mean; 0 when nothing is found
std::optional<double> Accuracy(const Counts& counts);
std::optional<double> FalsePositiveRate(const Counts& counts);  // of those that do not match

// Area under the ROC curve: how often a pair that matches scores higher than one that does not,
// ties half. nullopt without one of either. Cost: O(n log n).
std::optional<double> AreaUnderRoc(std::span<const ScoredVerdict> pairs);

// Wilson's interval of a share seen `hits` times in `trials`, at 95 %. {0, 1} without trials.
struct Interval {
  double low = 0;
  double high = 1;
};
Interval WilsonInterval(size_t hits, size_t trials);

// The counts at each of 101 thresholds: 0.00, 0.01, ..., 1.00.
struct CurvePoint {
  Points threshold;
  Counts counts;
};
std::vector<CurvePoint> ThresholdCurve(std::span<const ScoredVerdict> pairs);

// The point of the highest F1, the highest threshold among equals; nullopt when F1 is defined
// nowhere.
std::optional<CurvePoint> BestByF1(std::span<const CurvePoint> curve);

// Pairs by score, in bins of equal width; the last one takes in the full score.
struct ScoreBin {
  Points from, to;  // half-open but for the last
  size_t matches = 0;
  size_t others = 0;
  double mean_score = 0;  // in [0, 1]; 0 for an empty bin

  size_t all() const { return matches + others; }
};
std::vector<ScoreBin> BinByScore(std::span<const ScoredVerdict> pairs, size_t bins);

// How often people see a higher-scored pair as less alike: neighbouring bins of at least
// `least_pairs` in which the share of matches falls as the score rises.
size_t Inversions(std::span<const ScoreBin> bins, size_t least_pairs);

}  // namespace interdict::evaluate
