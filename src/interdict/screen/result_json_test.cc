#include "interdict/screen/result_json.h"

#include <gtest/gtest.h>

#include "interdict/screen/testing/loaded_lists.h"

namespace interdict {
namespace {

using testing::LoadedLists;
using testing::RecordBuilder;

TEST(ResultJson, ALineHasTheShapeOfTheOutsideContract) {
  LoadedLists lists;
  lists.Add(
      "2024-01-01",
      {RecordBuilder("us_ofac_sdn", "1").Named("ROE, Ana").Under("P1").Under("P2").Under("P1")});
  lists.Add("2024-01-01",
            {RecordBuilder("eu_fsf", "2").Named("Ana Roe").Naming("us_ofac_sdn", "1").Under("EU")});
  const auto snapshot = lists.LoadSnapshot();
  auto screener = Screener::Create(*snapshot);
  Query query;
  query.id = "c-\"17\"";
  query.names = {"Ana Roe"};
  const auto hits = screener->Screen(query, {});
  ASSERT_TRUE(hits.ok());
  EXPECT_EQ(
      ResultLine(query, *hits, *snapshot),
      "{\"id\":\"c-\\\"17\\\"\",\"hits\":[{\"entity\":\"us_ofac_sdn:1\","
      "\"records\":[\"us_ofac_sdn:1\",\"eu_fsf:2\"],\"caption\":\"Ana ROE\",\"schema\":\"Person\","
      "\"score\":1.0,\"match\":true,\"programs\":[\"P1\",\"P2\",\"EU\"],\"name\":\"ROE, Ana\","
      "\"alias\":\"primary\",\"features\":[{\"feature\":\"name\",\"value\":1.0,\"effect\":1.0,"
      "\"detail\":\"ana=ana, roe=roe\"}]}],\"model\":\"interdict-1\"}");
  EXPECT_EQ(ResultLine(query, {}, *snapshot),
            "{\"id\":\"c-\\\"17\\\"\",\"hits\":[],\"model\":\"interdict-1\"}");
}

TEST(ResultJson, AFailureHasNoHitsSoThatNobodyTakesItForAnAnswer) {
  const std::string line = FailureLine(
      "7", MakeError(ErrorCode::kBadQuery, "no name", Where{.file = "c.csv", .line = 3}));
  EXPECT_EQ(line, "{\"id\":\"7\",\"error\":{\"code\":601,\"message\":\"c.csv:3: no name\"}}");
}

TEST(ResultJson, TheNameInTheOriginalScriptIsThePrimaryOne) {
  EXPECT_EQ(AliasClass(NameKind::kOriginalScript), "primary");
  EXPECT_EQ(AliasClass(NameKind::kWeak), "weak");
  EXPECT_EQ(AliasClass(NameKind::kTranslation), "translation");
}

TEST(ResultJson, LinesAreCountedByWhatTheySay) {
  const std::string hit = "{\"entity\":\"a:1\"}";
  const std::string lines =
      "{\"id\":\"1\",\"hits\":[]}\n"
      "{\"id\":\"2\",\"hits\":[" +
      hit + "," + hit + "]}\n" + FailureLine("3", MakeError(ErrorCode::kBadQuery, "x")) + "\n" +
      FailureLine("4", MakeError(ErrorCode::kBadQuery, "y")) + "\n" + "{\"id\":\"5\",\"hits\":[" +
      hit;  // cut
  const LineCounts counts = CountLines(lines);
  EXPECT_EQ(counts.lines, 4U);
  EXPECT_EQ(counts.with_hits, 1U);
  EXPECT_EQ(counts.hits, 2U);
  EXPECT_EQ(counts.failed, 2U);
  EXPECT_NE(counts.first_failure.find("\"3\""), std::string::npos);
  EXPECT_EQ(CountLines("").lines, 0U);
}

TEST(ResultJson, TextsOfACustomerAreNotTakenForHits) {
  LoadedLists lists;
  lists.Add("2024-01-01", {RecordBuilder("a", "1").Named("Ana Roe")});
  const auto snapshot = lists.LoadSnapshot();
  Query query;
  query.id = "{\"entity\":\"x\"},\"error\":{\"code\":1";
  const LineCounts counts = CountLines(ResultLine(query, {}, *snapshot) + "\n");
  EXPECT_EQ(counts.hits, 0U);
  EXPECT_EQ(counts.failed, 0U);
}

}  // namespace
}  // namespace interdict
