#include "interdict/evaluate/evaluation.h"

#include <algorithm>
#include <map>

namespace interdict::evaluate {
namespace {

std::vector<Group> MeasureGroups(const LabelledPairs& pairs,
                                 const std::vector<ScoredVerdict>& verdicts, Points threshold) {
  std::vector<Group> groups;
  for (size_t column = 0; column < pairs.group_columns.size(); ++column) {
    std::map<std::string, std::vector<ScoredVerdict>> by_value;
    for (size_t i = 0; i < verdicts.size(); ++i)
      by_value[pairs.pairs[i].groups[column]].push_back(verdicts[i]);
    for (const auto& [value, members] : by_value) {
      groups.push_back(
          {pairs.group_columns[column], value, CountAt(members, threshold), AreaUnderRoc(members)});
    }
  }
  return groups;
}

}  // namespace

Evaluation Evaluate(const LabelledPairs& pairs, const PairScorer& scorer, Points threshold) {
  Evaluation out;
  out.model = NameModelName(scorer.model());
  out.threshold = threshold;
  std::vector<ScoredVerdict> verdicts;
  for (const LabelledPair& pair : pairs.pairs) {
    NameComparison compared = scorer.Score(pair.name1, pair.name2, names::ClassOf(pair.schema));
    verdicts.push_back({compared.score, pair.is_match});
    if ((compared.score >= threshold) == pair.is_match) continue;
    auto& list = pair.is_match ? out.missed : out.false_hits;
    list.push_back({pair, compared.score, std::move(compared.explanation)});
  }
  out.counts = CountAt(verdicts, threshold);
  out.area_under_roc = AreaUnderRoc(verdicts);
  out.curve = ThresholdCurve(verdicts);
  out.best = BestByF1(out.curve);
  out.histogram = BinByScore(verdicts, kHistogramBins);
  out.reliability = BinByScore(verdicts, kReliabilityBins);
  out.groups = MeasureGroups(pairs, verdicts, threshold);
  std::stable_sort(out.missed.begin(), out.missed.end(),
                   [](const auto& a, const auto& b) { return a.score < b.score; });
  std::stable_sort(out.false_hits.begin(), out.false_hits.end(),
                   [](const auto& a, const auto& b) { return a.score > b.score; });
  return out;
}

}  // namespace interdict::evaluate
