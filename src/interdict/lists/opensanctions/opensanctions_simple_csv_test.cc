#include "interdict/lists/opensanctions/opensanctions_simple_csv.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace interdict {
namespace {

constexpr std::string_view kHeader =
    "\"id\",\"schema\",\"name\",\"aliases\",\"birth_date\",\"countries\",\"addresses\","
    "\"identifiers\","
    "\"sanctions\",\"phones\",\"emails\",\"program_ids\",\"dataset\",\"first_seen\",\"last_seen\","
    "\"last_change\"\n";

struct Outcome {
  Result<ParseReport> report = MakeError(ErrorCode::kSyntax, "not read");
  std::vector<Record> records;
};

Outcome Read(const std::string& bytes) {
  Outcome outcome;
  const InputFile file{"targets.csv", bytes};
  ReadOptions options;
  options.source = "os";
  outcome.report =
      OpenSanctionsSimpleCsvFormat().Read({&file, 1}, options, [&](Record&& record) -> Status {
        outcome.records.push_back(std::move(record));
        return Ok{};
      });
  return outcome;
}

std::string Rows() {
  return std::string(kHeader) +
         "\"NK-1\",\"Vessel\",\"SEA STAR\",\"Moon;\"\"Sun; Ltd\"\"\",\"\",\"pa;mt\",\"\","
         "\"461000286;IMO9319466\",\"\"\"\"\"\",\"\",\"\",\"XX-A;XX-B\",\"Test list\","
         "\"2025-10-06T14:15:21\",\"2026-03-13T05:41:01\",\"2026-02-24T05:42:24\"\n"
         "\"ofac-22790\",\"Person\",\"Esteban ORTUNO\",\"\",\"1957;1958-02-03\",\"bj\",\"Cotonou, "
         "Benin\","
         "\"B0500324\",\"Acted for others.\",\"+229 1\",\"a@example.org\",\"\",\"Test list\","
         "\"2025-10-06T14:15:21\",\"2026-03-12T05:41:01\",\"2026-02-24T05:42:24\"\n"
         "\"NK-3\",\"Company\",\"Harbour\",\"\",\"2001\",\"\",\"\",\"IMO5055293\",\"\",\"\",\"\","
         "\"\","
         "\"Test list\",\"\",\"\",\"\"\n";
}

TEST(OpenSanctionsSimpleCsv, ReadsTargets) {
  const Outcome outcome = Read(Rows());
  ASSERT_TRUE(outcome.report.ok()) << outcome.report.error().Text();
  ASSERT_EQ(outcome.records.size(), 3U);
  EXPECT_TRUE(outcome.report->Reconciles());
  EXPECT_EQ(FormatIsoDate(*outcome.report->published), "2026-03-13");
  const Record& ship = outcome.records[0];
  EXPECT_EQ(ship.Key(), "os:NK-1");
  EXPECT_EQ(ship.schema, Schema::kVessel);
  ASSERT_EQ(ship.names.size(), 3U);
  EXPECT_EQ(ship.names[2].text, "Sun; Ltd");
  ASSERT_EQ(ship.countries.size(), 2U);
  EXPECT_EQ(ship.countries[1].code, "mt");
  ASSERT_EQ(ship.identifiers.size(), 2U);
  EXPECT_EQ(ship.identifiers[0].scheme, IdScheme::kOtherId);
  EXPECT_EQ(ship.identifiers[1].scheme, IdScheme::kImo);
  EXPECT_EQ(ship.identifiers[1].check, IdCheck::kValid);
  ASSERT_EQ(ship.designations.size(), 2U);
  EXPECT_EQ(ship.designations[1].program, "XX-B");
}

TEST(OpenSanctionsSimpleCsv, ReadsDatesByTheKindOfParty) {
  const Outcome outcome = Read(Rows());
  ASSERT_EQ(outcome.records.size(), 3U);
  ASSERT_EQ(outcome.records[1].dates.size(), 2U);
  EXPECT_EQ(outcome.records[1].dates[0].kind, DateKind::kBirth);
  EXPECT_EQ(outcome.records[2].dates[0].kind, DateKind::kIncorporation);
  EXPECT_EQ(outcome.records[2].identifiers[0].scheme, IdScheme::kImoCompany);
  EXPECT_EQ(outcome.records[1].references[0].source, "us_ofac_sdn");
  EXPECT_TRUE(outcome.records[0].references.empty());
}

TEST(OpenSanctionsSimpleCsv, ReadsFilesWithoutProgrammesAndKeepsNewColumns) {
  const Outcome outcome = Read(
      "id,schema,name,aliases,birth_date,countries,addresses,identifiers,sanctions,phones,emails,"
      "dataset,first_seen,last_seen,last_change,risk\n"
      "a,Person,A,,,,,,,,,D,,,,high\n");
  ASSERT_TRUE(outcome.report.ok()) << outcome.report.error().Text();
  ASSERT_EQ(outcome.records[0].uninterpreted.size(), 1U);
  EXPECT_EQ(outcome.records[0].uninterpreted[0].field, "risk");
  EXPECT_FALSE(outcome.report->published.has_value());
}

TEST(OpenSanctionsSimpleCsv, RejectsByNameAndRefusesDuplicates) {
  const std::string tail = ",,,,,,,,,,D,,,\n";
  const Outcome rejected =
      Read(std::string(kHeader) + "a,Security,A" + tail + ",Person,B" + tail + "c,Person,C" + tail);
  ASSERT_TRUE(rejected.report.ok()) << rejected.report.error().Text();
  EXPECT_EQ(rejected.records.size(), 1U);
  ASSERT_EQ(rejected.report->rejects.size(), 2U);
  EXPECT_EQ(rejected.report->rejects[0].record, "a");
  EXPECT_TRUE(rejected.report->Reconciles());
  const Outcome twice = Read(std::string(kHeader) + "a,Person,A" + tail + "a,Person,B" + tail);
  ASSERT_FALSE(twice.report.ok());
  EXPECT_EQ(twice.report.error().code, ErrorCode::kDuplicateRecord);
}

TEST(OpenSanctionsSimpleCsv, RefusesWhatIsNotWhole) {
  EXPECT_EQ(Read(std::string(kHeader)).report.error().code, ErrorCode::kEmptyList);
  EXPECT_EQ(Read("id,schema\na,Person\n").report.error().code, ErrorCode::kMissingColumn);
  const std::string rows = Rows();
  EXPECT_EQ(Read(rows.substr(0, rows.size() - 12)).report.error().code, ErrorCode::kTruncated);
}

TEST(OpenSanctionsSimpleCsv, RecognisesItsHeader) {
  const Format& format = OpenSanctionsSimpleCsvFormat();
  EXPECT_TRUE(format.Recognises({"x", kHeader}));
  EXPECT_FALSE(format.Recognises({"x", "id,name,schema\n"}));
  EXPECT_FALSE(format.Recognises({"x", ""}));
}

}  // namespace
}  // namespace interdict
