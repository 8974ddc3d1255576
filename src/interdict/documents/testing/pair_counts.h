// Pairs of measures that share an event, found against annotated.
#pragma once

#include <string>
#include <vector>

#include "interdict/documents/events/events.h"
#include "interdict/documents/testing/gold_scans.h"

namespace interdict::documents::testing {

struct PairCounts {
  int found = 0, merged = 0, annotated = 0;

  double Precision() const { return merged == 0 ? 1 : static_cast<double>(found) / merged; }
  double Recall() const { return annotated == 0 ? 1 : static_cast<double>(found) / annotated; }
  double F1() const { return merged + annotated == 0 ? 1 : 2.0 * found / (merged + annotated); }
  std::string Text() const {
    return "precision " + std::to_string(Precision()) + " recall " + std::to_string(Recall()) +
           " F1 " + std::to_string(F1()) + " (" + std::to_string(annotated) + " pairs)";
  }
};

inline PairCounts CountEventPairs(std::vector<GoldScan> articles) {
  PairCounts counts;
  for (GoldScan& gold : articles) {
    AssignEvents(&gold.scan);
    const auto& measures = gold.scan.measures;
    for (size_t a = 0; a < measures.size(); ++a) {
      for (size_t b = a + 1; b < measures.size(); ++b) {
        const bool merged = measures[a].event == measures[b].event;
        const bool annotated = gold.events[a] == gold.events[b];
        counts.merged += merged;
        counts.annotated += annotated;
        counts.found += merged && annotated;
      }
    }
  }
  return counts;
}

}  // namespace interdict::documents::testing
