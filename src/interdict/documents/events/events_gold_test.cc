// How well statements are merged into events, measured on annotated articles: pairs of measures of
// one article that share an event, where a scanner has made no mistake. Printed by documents_test
// --gtest_filter='EventsOfArticles.*'.
#include <iostream>
#include <string>

#include "interdict/documents/events/events.h"
#include "interdict/documents/testing/gold_scans.h"
#include "interdict/documents/testing/pair_counts.h"

namespace interdict::documents {
namespace {

using testing::CountEventPairs;
using testing::GoldReader;

constexpr std::string_view kArticles = INTERDICT_SOURCE_DIR "/tests/documents/press_style";

double PairF1(std::string_view prefix, bool published) {
  const auto counts = CountEventPairs(GoldReader(std::string(kArticles), published).Read(prefix));
  std::cout << prefix << (published ? ", publication known: " : ", publication unknown: ")
            << counts.Text() << "\n";
  return counts.F1();
}

TEST(EventsOfArticles, OnArticlesThatTheRulesWereTunedOn) {
  EXPECT_GE(PairF1("dev_", true), 0.8);
  EXPECT_GE(PairF1("dev_", false), 0.65);
}

// The floor only says that nothing breaks; rules are not tuned on these.
TEST(EventsOfArticles, OnArticlesThatTheRulesAreOnlyMeasuredOn) {
  EXPECT_GE(PairF1("test_", true), 0.5);
  EXPECT_GE(PairF1("test_", false), 0.45);
}

}  // namespace
}  // namespace interdict::documents
