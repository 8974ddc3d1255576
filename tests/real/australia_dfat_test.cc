#include <gtest/gtest.h>

#include "tests/real/real_data.h"

namespace interdict::real {
namespace {

constexpr char kXlsx[] = "lists/au_dfat_sanctions/2024-12/regulation8_consolidated.xlsx";
constexpr char kDump[] = "lists/au_dfat_sanctions/2024-12/regulation8_consolidated.csv";

TEST(RealAustraliaDfat, ReconcilesWithTheRowsAndReferencesOfTheFile) {
  const ReadOutcome outcome = ReadFiles("au_dfat_sanctions", {kXlsx});
  EXPECT_EQ(outcome.report.rows_in, 9553U);
  EXPECT_EQ(outcome.report.rows_used, 9553U);
  EXPECT_EQ(outcome.records.size(), 3062U);
  EXPECT_TRUE(outcome.report.rejects.empty());
  EXPECT_EQ(outcome.report.counts.at("primary_names"), 3062U);
  EXPECT_EQ(outcome.report.counts.at("aliases"), 9553U - 3062U);
  EXPECT_EQ(outcome.report.counts.at("schema:Person"), 2316U);
  EXPECT_EQ(outcome.report.counts.at("schema:Organization"), 746U);
  EXPECT_EQ(outcome.report.counts.at("latest_control_date"), 20241111U);
  EXPECT_EQ(outcome.report.published, ParseIsoDate("2024-11-11"));
  EXPECT_TRUE(outcome.report.unknown_fields.empty());
}

TEST(RealAustraliaDfat, SpreadsheetAndDumpGiveEqualRecords) {
  const ReadOutcome xlsx = ReadFiles("au_dfat_sanctions", {kXlsx});
  const ReadOutcome dump = ReadFiles("au_dfat_sanctions", {kDump});
  ASSERT_EQ(xlsx.records.size(), dump.records.size());
  for (size_t i = 0; i < xlsx.records.size(); ++i) {
    ASSERT_EQ(xlsx.records[i], dump.records[i]) << xlsx.records[i].id;
  }
  EXPECT_EQ(xlsx.report.counts, dump.report.counts);
}

TEST(RealAustraliaDfat, ReadsNearlyEveryDateAndCitizenship) {
  ReadOutcome outcome = ReadFiles("au_dfat_sanctions", {kDump});
  EXPECT_GE(outcome.report.counts.at("dates"), 2571U);
  EXPECT_LE(outcome.report.defect_counts["date"], 10U);
  EXPECT_LE(outcome.report.defect_counts["country"], 5U);
}

TEST(RealAustraliaDfat, ReadsNamedParties) {
  const ReadOutcome outcome = ReadFiles("au_dfat_sanctions", {kXlsx});
  const Record* kabir = outcome.Find("3");
  ASSERT_NE(kabir, nullptr);
  EXPECT_EQ(kabir->Caption(), "Abdul Kabir Mohammad Jan");
  ASSERT_EQ(kabir->names.size(), 3U);
  EXPECT_EQ(kabir->names[2].kind, NameKind::kOriginalScript);
  EXPECT_EQ(FormatPartialDate(*kabir->dates[0].date), "~1963");
  EXPECT_EQ(kabir->designations[0].program, "1988 (Taliban)");
  EXPECT_EQ(kabir->designations[0].listed, "2001-01-25");
  EXPECT_EQ(kabir->designations[0].amended, "2014-01-06");

  const Record* omm = outcome.Find("2947");  // a company number that is a ship's by its digits too
  ASSERT_NE(omm, nullptr);
  ASSERT_EQ(omm->identifiers.size(), 1U);
  EXPECT_EQ(omm->identifiers[0].scheme, IdScheme::kImoCompany);
  EXPECT_EQ(omm->identifiers[0].value, "1790183");

  const Record* gas = outcome.Find("2940");  // its rows do not stand together
  ASSERT_NE(gas, nullptr);
  EXPECT_EQ(gas->names.size(), 11U);
}

}  // namespace
}  // namespace interdict::real
