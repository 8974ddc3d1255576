#include <gtest/gtest.h>

#include "tests/real/real_data.h"

namespace interdict::real {
namespace {

constexpr char kZala[] = "lists/opensanctions/zala/entities.ftm.json";
constexpr char kDelta[] = "lists/opensanctions/delta_2024-06/entities.delta.json";
constexpr char kTargets[] = "lists/opensanctions/ua_war_sanctions_2026-03-13/targets.simple.csv";
constexpr char kOwnership[] = "ownership/ftm_zala/ownership.ftm.json";

TEST(RealOpenSanctions, JoinsEveryEntityOfAFileIntoItsParties) {
  const ReadOutcome outcome = ReadFiles("opensanctions", {kZala});
  EXPECT_EQ(outcome.report.rows_in, 91U);
  EXPECT_EQ(outcome.report.rows_used, 91U);
  EXPECT_EQ(outcome.report.counts.at("schema:Company"), 11U);
  EXPECT_EQ(outcome.report.counts.at("schema:Person"), 6U);
  EXPECT_EQ(outcome.report.counts.at("targets"), 14U);
  EXPECT_EQ(outcome.report.defect_counts.size(), 0U);
  EXPECT_TRUE(outcome.report.unknown_fields.empty());
  EXPECT_EQ(FormatIsoDate(*outcome.report.published), "2026-04-29");
}

TEST(RealOpenSanctions, ReadsTheOwnersOfZala) {
  const ReadOutcome outcome = ReadFiles("opensanctions", {kZala});
  const Record* cst = outcome.Find("NK-abdzbEBkqyT29GyREbiURZ");
  ASSERT_NE(cst, nullptr);
  size_t present = 0;
  double shares = 0;
  for (const Relation& relation : cst->relations) {
    if (relation.kind != RelationKind::kOwnedBy || relation.former || relation.share_min < 0)
      continue;
    ++present;
    shares += relation.share_min;
  }
  EXPECT_EQ(present, 2U);  // 51 and 49 per cent
  EXPECT_DOUBLE_EQ(shares, 1.0);
  bool ofac = false;
  for (const CrossReference& reference : cst->references) {
    ofac = ofac || (reference.source == "us_ofac_sdn" && reference.id == "45928");
  }
  EXPECT_TRUE(ofac);
}

TEST(RealOpenSanctions, ReadsOwnershipEdgesAlone) {
  const ReadOutcome outcome = ReadFiles("opensanctions", {kOwnership});
  EXPECT_EQ(outcome.records.size(), 12U);
  size_t owned = 0;
  size_t with_share = 0;
  for (const Record& record : outcome.records) {
    for (const Relation& relation : record.relations) {
      if (relation.kind != RelationKind::kOwnedBy) continue;
      ++owned;
      if (relation.share_min >= 0) ++with_share;
    }
  }
  EXPECT_EQ(owned, 14U);
  EXPECT_EQ(with_share, 10U);
}

TEST(RealOpenSanctions, ReadsADelta) {
  const ReadOutcome outcome = ReadFiles("opensanctions", {kDelta});
  EXPECT_TRUE(outcome.report.is_delta);
  EXPECT_TRUE(outcome.report.partial);
  EXPECT_EQ(outcome.report.rows_in, 1700U);
  EXPECT_EQ(outcome.report.counts.at("delta_modified"), 1039U);
  EXPECT_EQ(outcome.report.counts.at("delta_added"), 90U);
  EXPECT_EQ(outcome.report.deleted_records.size(), 571U);
  EXPECT_EQ(outcome.records.size(), 576U);  // 451 persons and 125 bodies
  EXPECT_EQ(outcome.report.defect_counts.at("orphan"), 8U);
  EXPECT_TRUE(outcome.report.unknown_fields.empty());
}

TEST(RealOpenSanctions, ReadsAllTargetsOfTheSimpleCsv) {
  const ReadOutcome outcome = ReadFiles("opensanctions", {kTargets});
  EXPECT_EQ(outcome.report.format, "opensanctions_simple_csv");
  EXPECT_EQ(outcome.records.size(), 5600U);
  EXPECT_EQ(outcome.report.counts.at("schema:Person"), 1543U);
  EXPECT_EQ(outcome.report.counts.at("schema:Company"), 1524U);
  EXPECT_EQ(outcome.report.counts.at("schema:Vessel"), 1340U);
  EXPECT_EQ(outcome.report.counts.at("schema:LegalEntity"), 1193U);
  EXPECT_EQ(FormatIsoDate(*outcome.report.published), "2026-03-13");
  EXPECT_TRUE(outcome.report.defects.empty());
  const Record* ship = outcome.Find("NK-24ZomtS59XsEEB94Qcqy7S");
  ASSERT_NE(ship, nullptr);
  EXPECT_EQ(ship->identifiers[0].scheme, IdScheme::kImoCompany);
  EXPECT_EQ(ship->identifiers[0].check, IdCheck::kValid);
}

}  // namespace
}  // namespace interdict::real
