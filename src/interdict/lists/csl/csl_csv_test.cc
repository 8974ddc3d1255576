#include "interdict/lists/csl/csl_csv.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "interdict/base/mapped_file.h"

namespace interdict {
namespace {

struct Outcome {
  Result<ParseReport> report = MakeError(ErrorCode::kSyntax, "not read");
  std::vector<Record> records;
};

Outcome Read(std::string_view bytes) {
  Outcome outcome;
  const InputFile file{"csl.csv", bytes};
  ReadOptions options;
  options.source = "us_trade_csl";
  outcome.report = CslCsvFormat().Read({&file, 1}, options, [&](Record&& record) -> Status {
    outcome.records.push_back(std::move(record));
    return Ok{};
  });
  return outcome;
}

std::string Fixture(const std::string& name) {
  const auto file =
      MappedFile::Open(std::string(INTERDICT_SOURCE_DIR) + "/tests/fixtures/csl/" + name);
  EXPECT_TRUE(file.ok()) << name;
  return file.ok() ? std::string(file->bytes()) : std::string();
}

TEST(CslCsv, ReadsTheLayoutOf2016) {
  const std::string bytes = Fixture("csl_27_columns.csv");
  const Outcome outcome = Read(bytes);
  ASSERT_TRUE(outcome.report.ok()) << outcome.report.error().Text();
  ASSERT_EQ(outcome.records.size(), 4U);
  EXPECT_TRUE(outcome.report->Reconciles());
  const Record& person = outcome.records[0];
  EXPECT_EQ(person.Key(), "us_trade_csl:90001");
  EXPECT_EQ(person.names.size(), 3U);
  EXPECT_EQ(person.dates.size(), 2U);
  EXPECT_EQ(person.designations.size(), 2U);
  ASSERT_EQ(person.addresses.size(), 3U);
  EXPECT_EQ(person.addresses[1].full, "Porto Novo, BJ");
  EXPECT_EQ(person.addresses[1].country, "bj");
  EXPECT_EQ(person.addresses[2].kind, AddressKind::kBirthPlace);
  EXPECT_EQ(person.addresses[2].country, "bj");
  EXPECT_EQ(person.relations[0].target_name, "GOLDEN HARBOUR SHIPPING");
  EXPECT_EQ(outcome.records[1].designations[0].delisted, "2016-02-26");
  EXPECT_NE(outcome.records[2].id, outcome.records[3].id);
  EXPECT_EQ(outcome.report->counts.at("list:EL"), 2U);
}

TEST(CslCsv, ReadsTheLayoutWithIdsAndRejectsRowsThatAreNoParties) {
  const std::string bytes = Fixture("csl_28_columns.csv");
  const Outcome outcome = Read(bytes);
  ASSERT_TRUE(outcome.report.ok()) << outcome.report.error().Text();
  ASSERT_EQ(outcome.records.size(), 1U);
  const Record& ship = outcome.records[0];
  EXPECT_EQ(ship.schema, Schema::kVessel);
  ASSERT_EQ(ship.identifiers.size(), 2U);
  EXPECT_EQ(ship.identifiers[1].scheme, IdScheme::kImo);
  ASSERT_EQ(ship.countries.size(), 2U);
  EXPECT_EQ(ship.countries[0].kind, CountryKind::kFlag);
  EXPECT_EQ(ship.countries[1].kind, CountryKind::kFormerFlag);
  ASSERT_EQ(outcome.report->rejects.size(), 2U);
  EXPECT_NE(outcome.report->rejects[0].reason.find("Address 1"), std::string::npos);
  EXPECT_EQ(outcome.report->rejects[1].reason, "an empty row");
  EXPECT_TRUE(outcome.report->Reconciles());
}

TEST(CslCsv, ReadsThePresentLayout) {
  const std::string bytes = Fixture("csl_29_columns.csv");
  const Outcome outcome = Read(bytes);
  ASSERT_TRUE(outcome.report.ok()) << outcome.report.error().Text();
  ASSERT_EQ(outcome.records.size(), 2U);
  EXPECT_EQ(outcome.records[0].id, "90001");
  EXPECT_EQ(outcome.records[0].identifiers[0].country, "bj");
  EXPECT_EQ(outcome.records[1].id, "0a1b2c3d4e5f");
  EXPECT_EQ(outcome.records[1].names[0].text, "Harbour Works");
  EXPECT_TRUE(outcome.records[1].uninterpreted.empty());
}

TEST(CslCsv, GivesOnePartyOneIdInEveryLayout) {
  const std::string old_layout = Fixture("csl_27_columns.csv");
  const std::string new_layout = Fixture("csl_29_columns.csv");
  EXPECT_EQ(Read(old_layout).records[0].id, Read(new_layout).records[0].id);
}

TEST(CslCsv, RefusesFilesThatAreNotWhole) {
  const std::string bytes = Fixture("csl_27_columns.csv");
  const Outcome cut = Read(std::string_view(bytes).substr(0, bytes.size() - 20));
  ASSERT_FALSE(cut.report.ok());
  EXPECT_EQ(cut.report.error().code, ErrorCode::kTruncated);
  EXPECT_EQ(cut.report.error().where.file, "csl.csv");
  const std::string header = bytes.substr(0, bytes.find('\n') + 1);
  EXPECT_EQ(Read(header).report.error().code, ErrorCode::kEmptyList);
  EXPECT_EQ(Read("source,name\nSDN,A\n").report.error().code, ErrorCode::kMissingColumn);
}

TEST(CslCsv, RecognisesItsLayouts) {
  const Format& format = CslCsvFormat();
  for (const char* name : {"csl_27_columns.csv", "csl_28_columns.csv", "csl_29_columns.csv"}) {
    EXPECT_TRUE(format.Recognises({"x", Fixture(name)})) << name;
  }
  EXPECT_FALSE(format.Recognises({"x", Fixture("csl.json")}));
  EXPECT_FALSE(format.Recognises({"x", "id,name\n"}));
  EXPECT_FALSE(format.Recognises({"x", ""}));
}

}  // namespace
}  // namespace interdict
