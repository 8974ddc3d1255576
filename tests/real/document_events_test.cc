// How well statements are merged into events, measured on the annotation of the sample articles:
// pairs of measures of one article that share an event.
#include <algorithm>
#include <iostream>
#include <set>

#include "interdict/documents/events/events.h"
#include "tests/real/gold_scans.h"

namespace interdict::real {
namespace {

struct PairCounts {
  int found = 0, merged = 0, annotated = 0;

  double Precision() const { return merged == 0 ? 1 : static_cast<double>(found) / merged; }
  double Recall() const { return static_cast<double>(found) / annotated; }
  double F1() const { return 2.0 * found / (merged + annotated); }
};

PairCounts CountPairs(bool published) {
  PairCounts counts;
  for (GoldScan& gold : GoldReader(published).Read()) {
    documents::AssignEvents(&gold.scan);
    const auto& measures = gold.scan.measures;
    for (size_t a = 0; a < measures.size(); ++a) {
      for (size_t b = a + 1; b < measures.size(); ++b) {
        const bool merged = measures[a].event == measures[b].event;
        const bool annotated = gold.events[a] == gold.events[b];
        counts.merged += merged;
        counts.annotated += annotated;
        counts.found += merged && annotated;
        if (merged != annotated) {
          std::cout << gold.scan.document.file << ": M" << a + 1 << " and M" << b + 1
                    << (merged ? " merged" : " apart") << "\n";
        }
      }
    }
  }
  std::cout << (published ? "publication known: " : "publication unknown: ") << "precision "
            << counts.Precision() << " recall " << counts.Recall() << " F1 " << counts.F1() << " ("
            << counts.annotated << " pairs)\n";
  return counts;
}

TEST(DocumentEvents, MeasuresOfOneEventAreMergedWithThePublicationKnown) {
  EXPECT_GE(CountPairs(true).F1(), 0.95);
}

TEST(DocumentEvents, MeasuresOfOneEventAreMergedWithoutThePublication) {
  EXPECT_GE(CountPairs(false).F1(), 0.95);
}

// Three articles write of the designation of November 2025, one of them also of that of July.
TEST(DocumentEvents, StatementsOfSeveralArticlesMeetInOneEvent) {
  std::vector<GoldScan> gold = GoldReader(true).Read();
  std::vector<const documents::Scan*> scans;
  for (const GoldScan& one : gold) scans.push_back(&one.scan);
  std::set<uint32_t> november, july;
  for (const documents::Event& event : documents::MergeEvents(scans)) {
    const bool of_cartel = std::find(event.targets.begin(), event.targets.end(),
                                     "Cartel de los Soles") != event.targets.end();
    if (!of_cartel || event.type != documents::MeasureType::kDesignation) continue;
    for (const documents::Statement& statement : event.statements) {
      (event.date == "2025-07" ? july : november).insert(statement.place.scan);
    }
    EXPECT_EQ(event.status, documents::MeasureStatus::kInForce);
  }
  EXPECT_EQ(november, (std::set<uint32_t>{0, 3, 4}));
  EXPECT_EQ(july, std::set<uint32_t>{3});
}

}  // namespace
}  // namespace interdict::real
