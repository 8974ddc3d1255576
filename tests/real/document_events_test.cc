// How well statements are merged into events, measured on the annotation of the sample articles.
#include <algorithm>
#include <iostream>
#include <set>

#include "interdict/documents/testing/pair_counts.h"
#include "tests/real/real_data.h"

namespace interdict::real {
namespace {

using documents::testing::CountEventPairs;
using documents::testing::GoldReader;
using documents::testing::GoldScan;

double PairF1(bool published) {
  const auto counts = CountEventPairs(GoldReader(DataPath("articles"), published).Read());
  std::cout << (published ? "publication known: " : "publication unknown: ") << counts.Text()
            << "\n";
  return counts.F1();
}

TEST(DocumentEvents, MeasuresOfOneEventAreMergedWithAndWithoutThePublication) {
  EXPECT_GE(PairF1(true), 0.95);
  EXPECT_GE(PairF1(false), 0.95);
}

// Three articles write of the designation of November 2025, one of them also of that of July.
TEST(DocumentEvents, StatementsOfSeveralArticlesMeetInOneEvent) {
  std::vector<GoldScan> gold = GoldReader(DataPath("articles"), true).Read();
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
