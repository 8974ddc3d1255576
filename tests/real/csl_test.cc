#include <gtest/gtest.h>

#include <set>

#include "tests/real/real_data.h"

namespace interdict::real {
namespace {

constexpr char k2016[] = "lists/us_trade_csl/2016-02_reduced/consolidated.csv";
constexpr char k2019[] = "lists/us_trade_csl/2019-12_partial/csl.csv";
constexpr char k2025[] = "lists/us_trade_csl/2025-06_sample/consolidated.csv";

void ExpectDistinctIds(const ReadOutcome& outcome) {
  std::set<std::string> ids;
  for (const Record& record : outcome.records) {
    EXPECT_TRUE(ids.insert(record.id).second) << record.id;
  }
}

TEST(RealCsl, ReadsTheThreeLayoutsWhole) {
  const std::pair<const char*, size_t> files[] = {{k2016, 399}, {k2019, 115}, {k2025, 13}};
  for (const auto& [path, rows] : files) {
    const ReadOutcome outcome = ReadFiles("us_trade_csl", {path});
    EXPECT_EQ(outcome.report.format, "csl_csv") << path;
    EXPECT_EQ(outcome.report.rows_in, rows) << path;
    EXPECT_EQ(outcome.records.size(), rows) << path;
    EXPECT_TRUE(outcome.report.rejects.empty()) << path;
    EXPECT_TRUE(outcome.report.defects.empty()) << path;
    ExpectDistinctIds(outcome);
  }
}

TEST(RealCsl, CountsTheListsThatItPutsTogether) {
  const auto counts = ReadFiles("us_trade_csl", {k2016}).report.counts;
  EXPECT_EQ(counts.at("list:SDN"), 273U);
  EXPECT_EQ(counts.at("list:EL"), 44U);
  EXPECT_EQ(counts.at("list:DTC"), 34U);
  const auto later = ReadFiles("us_trade_csl", {k2019}).report.counts;
  EXPECT_EQ(later.at("list:SDN"), 28U);
  EXPECT_EQ(later.at("list:SSI"), 26U);
  EXPECT_EQ(later.at("list:CAP"), 1U);
}

TEST(RealCsl, ReadsNamedRowsOfEachLayout) {
  const ReadOutcome now = ReadFiles("us_trade_csl", {k2025});
  const Record* tnk = now.Find("28603");
  ASSERT_NE(tnk, nullptr);
  ASSERT_EQ(tnk->designations.size(), 2U);
  EXPECT_EQ(tnk->designations[0].program, "VENEZUELA-EO13850");
  EXPECT_EQ(tnk->designations[0].list, "Sectoral Sanctions Identifications List (SSI)");
  ASSERT_EQ(tnk->references.size(), 1U);
  EXPECT_EQ(tnk->references[0].source, "us_ofac_cons");
  ASSERT_EQ(tnk->identifiers.size(), 2U);
  EXPECT_EQ(tnk->identifiers[0].country, "ch");

  const ReadOutcome before = ReadFiles("us_trade_csl", {k2019});
  const Record* holdings = before.Find("20264");
  ASSERT_NE(holdings, nullptr);
  ASSERT_EQ(holdings->identifiers.size(), 1U);
  EXPECT_EQ(holdings->identifiers[0].scheme, IdScheme::kTaxId);
  EXPECT_EQ(holdings->identifiers[0].value, "80-0890696");
  EXPECT_EQ(holdings->identifiers[0].country, "us");
  const Record* ship = before.Find("27304");
  ASSERT_NE(ship, nullptr);
  ASSERT_FALSE(ship->identifiers.empty());
  EXPECT_EQ(ship->identifiers[0].scheme, IdScheme::kImo);
  EXPECT_EQ(ship->identifiers[0].check, IdCheck::kValid);
}

}  // namespace
}  // namespace interdict::real
