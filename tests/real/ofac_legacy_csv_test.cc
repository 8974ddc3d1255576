// OFAC's legacy CSV as published: four issues of the SDN List and one of the consolidated list.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "interdict/lists/ofac/ofac_legacy_csv.h"
#include "interdict/resolve/relation_targets.h"
#include "tests/real/real_data.h"

namespace interdict::real {
namespace {

const ReadOutcome& Sdn(const std::string& issue) {
  static auto* const kOutcomes = new std::map<std::string, ReadOutcome>();
  const auto found = kOutcomes->find(issue);
  if (found != kOutcomes->end()) return found->second;
  const std::string folder = "lists/us_ofac_sdn/" + issue + "/";
  std::vector<std::string> files = {folder + "sdn.csv"};
  if (issue != "2024-05-03") {
    for (const char* part : {"alt.csv", "add.csv", "sdn_comments.csv"}) {
      files.push_back(folder + part);
    }
  }
  return kOutcomes->emplace(issue, ReadFiles("us_ofac_sdn", files)).first->second;
}

const ReadOutcome& Consolidated() {
  static const auto* const kOutcome = [] {
    const std::string folder = "lists/us_ofac_cons/2025-12-19/cons_";
    return new ReadOutcome(ReadFiles(
        "us_ofac_cons",
        {folder + "prim.csv", folder + "alt.csv", folder + "add.csv", folder + "comments.csv"}));
  }();
  return *kOutcome;
}

uint64_t CountOf(const ReadOutcome& outcome, const std::string& what) {
  const auto found = outcome.report.counts.find(what);
  return found == outcome.report.counts.end() ? 0 : found->second;
}

uint64_t Defects(const ReadOutcome& outcome, const std::string& code) {
  const auto found = outcome.report.defect_counts.find(code);
  return found == outcome.report.defect_counts.end() ? 0 : found->second;
}

// Records with a programme of the Venezuela regime.
int64_t Venezuela(const ReadOutcome& outcome) {
  return std::count_if(outcome.records.begin(), outcome.records.end(), [](const Record& record) {
    return std::any_of(
        record.designations.begin(), record.designations.end(),
        [](const Designation& d) { return d.program.find("VENEZUELA") != std::string::npos; });
  });
}

double UnderstoodShare(const ReadOutcome& outcome) {
  return static_cast<double>(outcome.report.remark_segments_understood) /
         static_cast<double>(outcome.report.remark_segments);
}

// The record's identifiers of a scheme, "value|value".
std::string Ids(const Record* record, IdScheme scheme) {
  std::string values;
  if (record == nullptr) return "no record";
  for (const Identifier& id : record->identifiers) {
    if (id.scheme == scheme) values += (values.empty() ? "" : "|") + id.value;
  }
  return values;
}

struct Issue {
  const char* date;
  uint64_t records, persons, vessels, aircraft, aliases, addresses, comments;
};

TEST(OfacLegacyCsvReal, EveryIssueHasItsPublishedCounts) {
  for (const Issue& issue : {Issue{"2019-01-15", 7379, 3845, 323, 217, 9682, 11696, 3},
                             Issue{"2021-07-07", 8976, 4620, 406, 277, 11910, 13837, 5},
                             Issue{"2023-12-28", 13821, 6646, 764, 378, 17091, 18990, 13},
                             Issue{"2024-05-03", 14965, 6854, 851, 376, 0, 0, 0}}) {
    const ReadOutcome& outcome = Sdn(issue.date);
    SCOPED_TRACE(issue.date);
    EXPECT_EQ(outcome.report.format, "ofac_legacy_csv");
    EXPECT_EQ(outcome.report.records_in, issue.records);
    EXPECT_EQ(outcome.report.records_out, issue.records);
    EXPECT_EQ(CountOf(outcome, "schema:Person"), issue.persons);
    EXPECT_EQ(CountOf(outcome, "schema:Vessel"), issue.vessels);
    EXPECT_EQ(CountOf(outcome, "schema:Airplane"), issue.aircraft);
    EXPECT_EQ(CountOf(outcome, "schema:Organization"),
              issue.records - issue.persons - issue.vessels - issue.aircraft);
    EXPECT_EQ(CountOf(outcome, "alias_rows"), issue.aliases);
    EXPECT_EQ(CountOf(outcome, "address_rows"), issue.addresses);
    EXPECT_EQ(CountOf(outcome, "comment_rows"), issue.comments);
    EXPECT_EQ(outcome.report.rows_in,
              issue.records + issue.aliases + issue.addresses + issue.comments);
    EXPECT_TRUE(outcome.report.rejects.empty());
  }
}

TEST(OfacLegacyCsvReal, EveryAliasRowBecomesAName) {
  for (const char* date : {"2019-01-15", "2021-07-07", "2023-12-28"}) {
    const ReadOutcome& outcome = Sdn(date);
    uint64_t from_rows = 0;
    for (const Record& record : outcome.records) {
      from_rows += static_cast<uint64_t>(
          std::count_if(record.names.begin(), record.names.end(),
                        [](const Name& name) { return name.field == "alt.csv/alt_name"; }));
    }
    EXPECT_EQ(from_rows, CountOf(outcome, "alias_rows")) << date;
  }
}

TEST(OfacLegacyCsvReal, VenezuelaRecordsPerIssue) {
  EXPECT_EQ(Venezuela(Sdn("2019-01-15")), 72);
  EXPECT_EQ(Venezuela(Sdn("2021-07-07")), 354);
  EXPECT_EQ(Venezuela(Sdn("2024-05-03")), 350);
}

TEST(OfacLegacyCsvReal, NearlyAllOfRemarksIsUnderstood) {
  EXPECT_GE(UnderstoodShare(Sdn("2019-01-15")), 0.998);
  EXPECT_GE(UnderstoodShare(Sdn("2021-07-07")), 0.998);
  EXPECT_GE(UnderstoodShare(Sdn("2023-12-28")), 0.999);
  EXPECT_GE(UnderstoodShare(Sdn("2024-05-03")), 0.999);
  EXPECT_EQ(UnderstoodShare(Consolidated()), 1.0);
}

TEST(OfacLegacyCsvReal, WhatIsNotUnderstoodIsKept) {
  for (const char* date : {"2019-01-15", "2021-07-07", "2023-12-28", "2024-05-03"}) {
    const ReadOutcome& outcome = Sdn(date);
    uint64_t kept = 0;
    for (const Record& record : outcome.records) kept += record.uninterpreted.size();
    EXPECT_EQ(kept, outcome.report.remark_segments - outcome.report.remark_segments_understood);
  }
}

TEST(OfacLegacyCsvReal, NearlyAllLinksAreResolved) {
  uint64_t links = 0;
  uint64_t resolved = 0;
  std::vector<Record> records = Sdn("2021-07-07").records;
  FindRelationTargets(records);
  for (const Record& record : records) {
    for (const Relation& relation : record.relations) {
      if (relation.kind != RelationKind::kLinkedTo) continue;
      ++links;
      if (!relation.target_id.empty()) ++resolved;
    }
  }
  EXPECT_EQ(links, 3408U);
  EXPECT_EQ(resolved, 3399U);
}

TEST(OfacLegacyCsvReal, DefectsOfTheFiles) {
  EXPECT_EQ(Defects(Sdn("2019-01-15"), "cut_null"), 1U);
  EXPECT_EQ(Defects(Sdn("2023-12-28"), "orphan_comment"), 3U);
  EXPECT_EQ(Defects(Sdn("2023-12-28"), "orphan_row"), 0U);
  EXPECT_EQ(Defects(Sdn("2023-12-28"), "encoding"), 0U);
  // Seven parties whose Remarks end inside a word that no comment row continues.
  EXPECT_EQ(Defects(Sdn("2023-12-28"), "remark_cut"), 7U);
  EXPECT_EQ(Defects(Sdn("2024-05-03"), "remark_cut"), 17U);
  EXPECT_TRUE(Sdn("2024-05-03").report.partial);
}

TEST(OfacLegacyCsvReal, MaduroInThreeIssues) {
  const Record* before = Sdn("2019-01-15").Find("22790");
  const Record* after = Sdn("2021-07-07").Find("22790");
  ASSERT_NE(before, nullptr);
  ASSERT_NE(after, nullptr);
  EXPECT_EQ(before->Caption(), "MADURO MOROS, Nicolas");
  EXPECT_EQ(Ids(after, IdScheme::kCedula), "5892464");
  EXPECT_EQ(before->designations.size(), 1U);
  ASSERT_EQ(after->designations.size(), 2U);
  EXPECT_EQ(after->designations[1].program, "IRAN-CON-ARMS-EO");
  ASSERT_EQ(after->dates.size(), 1U);
  EXPECT_EQ(FormatPartialDate(*after->dates[0].date), "1962-11-23");
}

TEST(OfacLegacyCsvReal, VenezuelanBodiesAndTheirNumbers) {
  const ReadOutcome& outcome = Sdn("2021-07-07");
  EXPECT_EQ(Ids(outcome.Find("26367"), IdScheme::kRif), "J-00095036-9");
  EXPECT_EQ(Ids(outcome.Find("26727"), IdScheme::kRif), "G200001100");
  EXPECT_EQ(Ids(outcome.Find("26727"), IdScheme::kBic), "BCVEVECA");
  const Record* bank = outcome.Find("26503");
  EXPECT_EQ(Ids(bank, IdScheme::kBic), "EVRFRUMM");
  EXPECT_EQ(Ids(bank, IdScheme::kOgrn), "1027700565970");
  EXPECT_EQ(Ids(bank, IdScheme::kInn), "7703115760");
  ASSERT_EQ(bank->relations.size(), 1U);
  EXPECT_EQ(bank->relations[0].target_name, "PETROLEOS DE VENEZUELA, S.A.");
  for (const char* id : {"18299", "28603"}) {
    const Record* record = outcome.Find(id);
    ASSERT_EQ(record->designations.size(), 2U);
    EXPECT_EQ(record->designations[0].program, "UKRAINE-EO13662");
    EXPECT_EQ(record->designations[1].program, "VENEZUELA-EO13850");
  }
}

TEST(OfacLegacyCsvReal, TankersHaveTheirImoNumbers) {
  const std::vector<std::pair<const char*, const char*>> ships = {
      {"26658", "9182667"}, {"26688", "9216547"}, {"26704", "9289166"}, {"27431", "9502453"},
      {"27432", "9441178"}, {"27433", "9295098"}, {"27425", "9259692"}, {"29486", "9590008"},
      {"29487", "9147447"}, {"30862", "9192258"}};
  for (const auto& [id, imo] : ships) {
    const Record* record = Sdn("2021-07-07").Find(id);
    EXPECT_EQ(Ids(record, IdScheme::kImo), imo) << id;
    EXPECT_EQ(record->schema, Schema::kVessel) << id;
  }
  const Record* esperanza = Sdn("2021-07-07").Find("26704");
  ASSERT_EQ(esperanza->countries.size(), 2U);
  EXPECT_EQ(esperanza->countries[0].kind, CountryKind::kFlag);
  EXPECT_EQ(esperanza->countries[0].code, "cu");
  EXPECT_EQ(esperanza->countries[1].kind, CountryKind::kFormerFlag);
  EXPECT_EQ(esperanza->countries[1].code, "gr");
}

TEST(OfacLegacyCsvReal, AircraftOfConviasa) {
  const Record* jet = Sdn("2021-07-07").Find("25102");
  EXPECT_EQ(Ids(jet, IdScheme::kTailNumber), "N488RC|N488RC");
  EXPECT_EQ(Ids(jet, IdScheme::kMsn), "228");
  int venezuelan = 0;
  int conviasa = 0;
  for (const Record& record : Sdn("2021-07-07").records) {
    if (record.schema != Schema::kAirplane || !record.Caption().starts_with("YV")) continue;
    ++venezuelan;
    EXPECT_EQ(record.designations[0].program, "VENEZUELA-EO13884");
    if (record.relations.empty()) continue;
    ++conviasa;
    EXPECT_TRUE(record.relations[0].target_name.starts_with("CONSORCIO VENEZOLANO DE INDUSTRIAS"));
  }
  EXPECT_EQ(venezuelan, 55);
  EXPECT_EQ(conviasa, 40);
}

TEST(OfacLegacyCsvReal, WeakAliasStandsInRemarksOnly) {
  const Record* record = Sdn("2023-12-28").Find("306");
  ASSERT_NE(record, nullptr);
  const auto weak = std::find_if(record->names.begin(), record->names.end(),
                                 [](const Name& name) { return name.text == "BNC"; });
  ASSERT_NE(weak, record->names.end());
  EXPECT_EQ(weak->kind, NameKind::kWeak);
}

TEST(OfacLegacyCsvReal, RemarksAreContinuedByComments) {
  const Record* record = Sdn("2023-12-28").Find("28264");
  ASSERT_NE(record, nullptr);
  EXPECT_TRUE(std::any_of(
      record->attributes.begin(), record->attributes.end(), [](const Attribute& attribute) {
        return attribute.kind == AttributeKind::kPhone && attribute.value == "8613314257947";
      }));
  EXPECT_EQ(Ids(record, IdScheme::kNationalId), "210302198701102136");
  EXPECT_TRUE(record->uninterpreted.empty());
  const Record* tornado = Sdn("2023-12-28").Find("39796");
  ASSERT_NE(tornado, nullptr);
  const auto invalid = std::count_if(
      tornado->identifiers.begin(), tornado->identifiers.end(), [](const Identifier& id) {
        return id.scheme == IdScheme::kCrypto && id.check == IdCheck::kInvalid;
      });
  EXPECT_EQ(invalid, 0);
  EXPECT_GE(tornado->identifiers.size(), 80U);
}

TEST(OfacLegacyCsvReal, ConsolidatedListIsRead) {
  const ReadOutcome& outcome = Consolidated();
  EXPECT_EQ(outcome.report.records_in, 442U);
  EXPECT_EQ(CountOf(outcome, "alias_rows"), 1073U);
  EXPECT_EQ(CountOf(outcome, "address_rows"), 574U);
  EXPECT_EQ(CountOf(outcome, "comment_rows"), 10U);
  EXPECT_FALSE(outcome.report.partial);
  std::map<std::string, int> lists;
  for (const Record& record : outcome.records) {
    for (const Designation& designation : record.designations) ++lists[designation.list];
  }
  EXPECT_EQ(lists["Non-SDN Palestinian Legislative Council List"], 78);
  EXPECT_EQ(lists["Non-SDN CMIC List"], 68);
  EXPECT_EQ(lists["Sectoral Sanctions Identifications List"], 286);
  EXPECT_EQ(lists.count("SDN List"), 0U);
}

TEST(OfacLegacyCsvReal, DuplicateRowIsRefusedNamingBoth) {
  auto file = MappedFile::Open(DataPath("lists/broken/duplicate_row_sdn.csv"));
  ASSERT_TRUE(file.ok());
  const InputFile input{"duplicate_row_sdn.csv", file->bytes()};
  ASSERT_TRUE(OfacLegacyCsvFormat().Recognises(input));
  const auto report = OfacLegacyCsvFormat().Read({&input, 1}, {.source = "us_ofac_sdn"},
                                                 [](Record&&) -> Status { return Ok{}; });
  ASSERT_FALSE(report.ok());
  EXPECT_EQ(report.error().code, ErrorCode::kDuplicateRecord);
  EXPECT_EQ(report.error().where.record, "2677");
  EXPECT_EQ(report.error().where.line, 9044U);
  EXPECT_NE(report.error().message.find("AL-ZOMOR"), std::string::npos);
  EXPECT_NE(report.error().message.find("HAMER AND NAIL"), std::string::npos);
}

TEST(OfacLegacyCsvReal, OtherBrokenFilesAreNotRecognised) {
  for (const char* name : {"empty_sdn.csv", "html_page.xml", "lfs_pointer_sdn_advanced.xml"}) {
    auto file = MappedFile::Open(DataPath(std::string("lists/broken/") + name));
    ASSERT_TRUE(file.ok()) << name;
    EXPECT_FALSE(OfacLegacyCsvFormat().Recognises({name, file->bytes()})) << name;
  }
}

TEST(OfacLegacyCsvReal, FilesOfTwoIssuesAreRefused) {
  auto sdn = MappedFile::Open(DataPath("lists/us_ofac_sdn/2024-05-03/sdn.csv"));
  auto add = MappedFile::Open(DataPath("lists/us_ofac_sdn/2023-12-28/add.csv"));
  ASSERT_TRUE(sdn.ok() && add.ok());
  const std::vector<InputFile> files = {{"sdn.csv", sdn->bytes()}, {"add.csv", add->bytes()}};
  const auto report = OfacLegacyCsvFormat().Read(files, {.source = "us_ofac_sdn"},
                                                 [](Record&&) -> Status { return Ok{}; });
  ASSERT_FALSE(report.ok());
  EXPECT_EQ(report.error().code, ErrorCode::kMismatchedParts);
}

}  // namespace
}  // namespace interdict::real
