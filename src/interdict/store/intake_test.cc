#include "interdict/store/intake.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <sstream>

#include "interdict/base/strings.h"
#include "interdict/entity/testing/record_builder.h"

namespace interdict {
namespace {

using testing::RecordBuilder;

const Date kToday = *ParseIsoDate("2024-06-01");

// A version to be judged: records, and a report that fits them.
struct Candidate {
  std::string source = "our_list";
  std::vector<Record> records;
  ParseReport report;
  ListVersion predecessor;
  IntakeSubject subject;

  explicit Candidate(size_t count) {
    for (size_t i = 0; i < count; ++i) {
      records.push_back(RecordBuilder("our_list", std::to_string(i)).Named("Name"));
    }
    subject.published = kToday;
    subject.today = kToday;
  }

  std::vector<IntakeFinding> Check() {
    if (report.records_in == 0) {
      for (const Record& record : records) report.Count(record, "f", 1);
      report.records_out = records.size();
      report.records_in = records.size() + report.rejects.size();
    }
    subject.source = source;
    subject.report = &report;
    IntakeFacts facts(source);
    for (const Record& record : records) facts.Add(record);
    subject.facts = &facts;
    return CheckIntake(subject);
  }

  std::vector<std::string> Checks() {
    std::vector<std::string> names;
    for (const IntakeFinding& finding : Check()) names.push_back(finding.check);
    return names;
  }

  // Says that a predecessor of `had` records lost `lost` of them.
  void Follows(uint64_t had, uint64_t lost) {
    predecessor.records = had;
    subject.predecessor = &predecessor;
    subject.predecessor_lost = lost;
  }
};

using Names = std::vector<std::string>;

TEST(Intake, AWholeListOfAnUnknownSourceMayBecomeActive) {
  EXPECT_EQ(Candidate(3).Checks(), Names{});
}

TEST(Intake, AListWithoutRecordsIsRefusedWhateverElse) {
  Candidate candidate(0);
  candidate.source = "us_ofac_sdn";
  EXPECT_EQ(candidate.Checks(), Names{"empty"});
  EXPECT_FALSE(candidate.Check()[0].loss) << "no reason lets an empty list through";
}

TEST(Intake, WhatDoesNotReconcileIsRefused) {
  Candidate candidate(3);
  candidate.report.records_in = 4;
  candidate.report.records_out = 3;
  const auto findings = candidate.Check();
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings[0].check, "reconciliation");
  EXPECT_EQ(findings[0].evidence, "4 records in, 3 out and 0 rejected");
  EXPECT_FALSE(findings[0].loss);
}

TEST(Intake, AFewRejectsAreBorneAndMoreAreNot) {
  for (const auto& [records, rejects, refused] : {std::tuple<size_t, int, bool>{10, 2, false},
                                                  {10, 3, true},
                                                  {1000, 5, false},
                                                  {1000, 6, true}}) {
    Candidate candidate(records);
    for (int i = 0; i < rejects; ++i) candidate.report.AddReject({"r", "sdn.csv", 7, "no name"});
    const auto findings = candidate.Check();
    ASSERT_EQ(!findings.empty(), refused) << records << " " << rejects;
    if (!refused) continue;
    EXPECT_EQ(findings[0].check, "rejects");
    EXPECT_NE(findings[0].evidence.find("sdn.csv:7 no name"), std::string::npos);
  }
}

TEST(Intake, APublicationDateMayBeAheadByATimeZoneOnly) {
  Candidate candidate(1);
  candidate.subject.published = kToday + 2;
  EXPECT_EQ(candidate.Checks(), Names{});
  candidate.subject.published = kToday + 3;
  EXPECT_EQ(candidate.Checks(), Names{"publication_date"});
}

TEST(Intake, ARecordWithoutNameIsRefusedByItsId) {
  Candidate candidate(2);
  candidate.records[1].names.clear();
  const auto findings = candidate.Check();
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings[0].evidence, "record 1 has no name");
}

TEST(Intake, TheShareThatMayGoIsThatOfTheList) {
  struct Case {
    const char* source;
    uint64_t lost;
    bool refused;
  };
  const Case kCases[] = {{"our_list", 100, false},
                         {"our_list", 101, true},
                         {"us_trade_csl", 150, false},
                         {"us_trade_csl", 151, true}};
  for (const Case& c : kCases) {
    Candidate candidate(1);
    candidate.source = c.source;
    candidate.Follows(1000, c.lost);
    const auto findings = candidate.Check();
    const auto shrinkage = std::find_if(findings.begin(), findings.end(),
                                        [](const auto& f) { return f.check == "shrinkage"; });
    ASSERT_EQ(shrinkage != findings.end(), c.refused) << c.source << " " << c.lost;
    EXPECT_TRUE(!c.refused || shrinkage->loss);
  }
  EXPECT_DOUBLE_EQ(ShrinkLimit("us_ofac_sdn"), 0.08);
  EXPECT_DOUBLE_EQ(ShrinkLimit("nobody's"), 0.10);
}

TEST(Intake, AnEmptyPredecessorLosesNothing) {
  Candidate candidate(1);
  candidate.Follows(0, 0);
  EXPECT_EQ(candidate.Checks(), Names{});
}

// Enough of the OFAC list of May 2024 for its minimums, fill rates and canaries.
Candidate OfacList() {
  Candidate candidate(0);
  candidate.source = "us_ofac_sdn";
  auto& records = candidate.records;
  int id = 100000;
  const auto add = [&](int count, Schema schema, const auto& fill) {
    for (int i = 0; i < count; ++i) {
      RecordBuilder record("us_ofac_sdn", std::to_string(id++), schema);
      fill(&record.Named("NAME").Named("ALIAS", NameKind::kStrong).Under("PROG"));
      records.push_back(record);
    }
  };
  add(6000, Schema::kPerson, [](RecordBuilder* r) { r->Born("1970"); });
  add(6000, Schema::kOrganization, [](RecordBuilder*) {});
  add(400, Schema::kVessel, [](RecordBuilder* r) { r->Holding(IdScheme::kImo, "9187629"); });
  add(300, Schema::kAirplane,
      [](RecordBuilder* r) { r->Holding(IdScheme::kTailNumber, "YV2040"); });
  records.push_back(RecordBuilder("us_ofac_sdn", "26367", Schema::kOrganization)
                        .Named("PETROLEOS DE VENEZUELA, S.A.")
                        .Under("P"));
  records.push_back(RecordBuilder("us_ofac_sdn", "306", Schema::kOrganization)
                        .Named("BANCO NACIONAL DE CUBA")
                        .Named("BNC", NameKind::kWeak)
                        .Under("P"));
  records.push_back(
      RecordBuilder("us_ofac_sdn", "26704", Schema::kVessel).Named("ESPERANZA").Under("P"));
  return candidate;
}

TEST(Intake, TheWholeOfficialListPasses) {
  EXPECT_EQ(OfacList().Checks(), Names{});
}

TEST(Intake, AListThatIsTooShortSaysWhatWasExpected) {
  Candidate candidate = OfacList();
  std::erase_if(candidate.records, [](const Record& r) { return r.schema == Schema::kAirplane; });
  const auto findings = candidate.Check();
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings[0].check, "minimum");
  EXPECT_TRUE(findings[0].loss);
  EXPECT_EQ(findings[0].evidence.substr(0, 48), "0 schema:Airplane; at least 150 expected (217 on");
}

TEST(Intake, SideFilesThatAreMissingAreNotCounted) {
  Candidate candidate = OfacList();
  for (Record& record : candidate.records) {
    if (record.id != "306") record.names.resize(1);
  }
  EXPECT_EQ(candidate.Checks(), Names{"minimum"});
  candidate.report.partial = true;
  EXPECT_EQ(candidate.Checks(), Names{});
}

TEST(Intake, AFieldThatNearlyNobodyHasAnyMoreIsRefusedWithoutAppeal) {
  Candidate candidate = OfacList();
  for (Record& record : candidate.records) {
    if (record.schema == Schema::kVessel) record.identifiers.clear();
  }
  const auto findings = candidate.Check();
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings[0].check, "fill_rate");
  EXPECT_FALSE(findings[0].loss);
  EXPECT_NE(findings[0].evidence.find("0.0 % of the Vessel records have a imo"), std::string::npos);
}

TEST(Intake, ADateThatCannotBeReadFillsNothing) {
  Candidate candidate = OfacList();
  for (Record& record : candidate.records) {
    for (DateFact& date : record.dates) date.date.reset();
  }
  EXPECT_EQ(candidate.Checks(), Names{"fill_rate"});
}

TEST(Intake, ACanaryMustBeThereUnderItsName) {
  Candidate candidate = OfacList();
  candidate.records.pop_back();
  EXPECT_EQ(candidate.Checks(), Names{"canary"});
  candidate = OfacList();
  candidate.records.back().names[0].text = "RENAMED";
  const auto findings = candidate.Check();
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings[0].evidence, "record 26704 (ESPERANZA) must be on this list and is not");
  candidate.subject.published = *ParseIsoDate("2019-12-03");
  const auto before_its_time = candidate.Checks();
  EXPECT_EQ(std::count(before_its_time.begin(), before_its_time.end(), "canary"), 0);
}

TEST(Intake, EveryFindingIsDescribed) {
  EXPECT_EQ(DescribeFindings({{"a", "one", false}, {"b", "two", true}}), "a: one; b: two");
  EXPECT_EQ(DescribeFindings({}), "");
}

std::vector<std::vector<std::string>> ReadTable(const std::string& name) {
  std::ifstream file(INTERDICT_SOURCE_DIR "/data/intake/" + name);
  EXPECT_TRUE(file) << name;
  std::vector<std::vector<std::string>> rows;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line.front() == '#') continue;
    std::istringstream cells(line);
    auto& row = rows.emplace_back();
    for (std::string cell; std::getline(cells, cell, '\t');) row.push_back(cell);
  }
  EXPECT_FALSE(rows.empty()) << name;
  return rows;
}

// A slip in a table would switch a check off, or refuse every list.
TEST(Intake, TheTablesSayNothingThatTheChecksCannotRead) {
  for (const char* name : {"minimums.tsv", "fill_rates.tsv", "canaries.tsv"}) {
    for (const auto& row : ReadTable(name)) {
      ASSERT_GE(row.size(), 6U) << name;
      for (size_t column : {1U, 2U}) {
        EXPECT_TRUE(row[column].empty() || ParseIsoDate(row[column])) << name << " " << row[column];
      }
    }
  }
  for (const auto& row : ReadTable("fill_rates.tsv")) {
    EXPECT_TRUE(SchemaFromName(row[3])) << row[3];
    EXPECT_TRUE(row[4] == "country" || row[4] == "program" || IdSchemeFromName(row[4]) ||
                DateKindFromName(row[4]))
        << row[4];
    EXPECT_GT(std::stod(row[5]), 0);
    EXPECT_LE(std::stod(row[5]), 1);
  }
  for (const auto& row : ReadTable("minimums.tsv")) {
    const bool by_schema = row[3].starts_with("schema:");
    EXPECT_TRUE(!by_schema || SchemaFromName(row[3].substr(7))) << row[3];
    EXPECT_TRUE(IsDigits(row[4])) << row[4];
  }
  for (const auto& row : ReadTable("canaries.tsv")) {
    EXPECT_TRUE(row[5] == "yes" || row[5] == "no") << row[5];
    EXPECT_FALSE(row[3].empty() || row[4].empty());
  }
  for (const auto& row : ReadTable("limits.tsv")) {
    EXPECT_GT(std::stod(row[1]), 0);
    EXPECT_LT(std::stod(row[1]), 0.5);
  }
}

}  // namespace
}  // namespace interdict
