#include "interdict/evaluate/measures.h"

#include <algorithm>
#include <cmath>

namespace interdict::evaluate {
namespace {

std::optional<double> Share(size_t part, size_t whole) {
  if (whole == 0) return std::nullopt;
  return static_cast<double>(part) / static_cast<double>(whole);
}

}  // namespace

Counts CountAt(std::span<const ScoredVerdict> pairs, Points threshold) {
  Counts counts;
  for (const ScoredVerdict& pair : pairs) {
    const bool positive = pair.score >= threshold;
    if (pair.is_match)
      ++(positive ? counts.true_positive : counts.false_negative);
    else
      ++(positive ? counts.false_positive : counts.true_negative);
  }
  return counts;
}

std::optional<double> Precision(const Counts& counts) {
  return Share(counts.true_positive, counts.true_positive + counts.false_positive);
}

std::optional<double> Recall(const Counts& counts) {
  return Share(counts.true_positive, counts.matches());
}

std::optional<double> F1(const Counts& counts) {
  return Share(2 * counts.true_positive,
               2 * counts.true_positive + counts.false_positive + counts.false_negative);
}

std::optional<double> Accuracy(const Counts& counts) {
  return Share(counts.true_positive + counts.true_negative, counts.all());
}

std::optional<double> FalsePositiveRate(const Counts& counts) {
  return Share(counts.false_positive, counts.others());
}

std::optional<double> AreaUnderRoc(std::span<const ScoredVerdict> pairs) {
  std::vector<ScoredVerdict> sorted(pairs.begin(), pairs.end());
  std::sort(sorted.begin(), sorted.end(),
            [](const ScoredVerdict& a, const ScoredVerdict& b) { return a.score < b.score; });
  uint64_t half_wins = 0, others_below = 0, matches = 0;
  for (size_t begin = 0, end = 0; begin < sorted.size(); begin = end) {
    uint64_t matches_here = 0, others_here = 0;
    for (; end < sorted.size() && sorted[end].score == sorted[begin].score; ++end)
      ++(sorted[end].is_match ? matches_here : others_here);
    half_wins += matches_here * (2 * others_below + others_here);
    others_below += others_here;
    matches += matches_here;
  }
  if (matches == 0 || others_below == 0) return std::nullopt;
  return static_cast<double>(half_wins) / 2 /
         (static_cast<double>(matches) * static_cast<double>(others_below));
}

Interval WilsonInterval(size_t hits, size_t trials) {
  if (trials == 0) return {};
  constexpr double kZ = 1.959963984540054;
  const double n = static_cast<double>(trials), p = static_cast<double>(hits) / n;
  const double scale = 1 + kZ * kZ / n;
  const double middle = (p + kZ * kZ / (2 * n)) / scale;
  const double half = kZ * std::sqrt(p * (1 - p) / n + kZ * kZ / (4 * n * n)) / scale;
  return {std::max(middle - half, 0.0), std::min(middle + half, 1.0)};
}

std::vector<CurvePoint> ThresholdCurve(std::span<const ScoredVerdict> pairs) {
  constexpr Points kStep = kFullScore / 100;
  std::vector<CurvePoint> curve;
  for (Points threshold = 0; threshold <= kFullScore; threshold += kStep)
    curve.push_back({threshold, CountAt(pairs, threshold)});
  return curve;
}

std::optional<CurvePoint> BestByF1(std::span<const CurvePoint> curve) {
  std::optional<CurvePoint> best;
  for (const CurvePoint& point : curve) {
    const auto f1 = F1(point.counts);
    if (f1 && (!best || *f1 >= *F1(best->counts))) best = point;
  }
  return best;
}

std::vector<ScoreBin> BinByScore(std::span<const ScoredVerdict> pairs, size_t bins) {
  std::vector<ScoreBin> out(bins);
  std::vector<int64_t> sums(bins);
  const auto edge = [&](size_t bin) {
    return static_cast<Points>(kFullScore * static_cast<int64_t>(bin) / static_cast<int64_t>(bins));
  };
  for (size_t i = 0; i < bins; ++i) {
    out[i].from = edge(i);
    out[i].to = edge(i + 1);
  }
  for (const ScoredVerdict& pair : pairs) {
    size_t bin = std::min(static_cast<size_t>(pair.score) * bins / kFullScore, bins - 1);
    while (bin + 1 < bins && pair.score >= out[bin].to) ++bin;
    ++(pair.is_match ? out[bin].matches : out[bin].others);
    sums[bin] += pair.score;
  }
  for (size_t i = 0; i < bins; ++i) {
    if (out[i].all() == 0) continue;
    out[i].mean_score =
        static_cast<double>(sums[i]) / static_cast<double>(out[i].all()) / kFullScore;
  }
  return out;
}

size_t Inversions(std::span<const ScoreBin> bins, size_t least_pairs) {
  size_t inversions = 0;
  double last = -1;
  for (const ScoreBin& bin : bins) {
    if (bin.all() < std::max(least_pairs, size_t{1})) continue;
    const double share = *Share(bin.matches, bin.all());
    if (share < last) ++inversions;
    last = share;
  }
  return inversions;
}

}  // namespace interdict::evaluate
