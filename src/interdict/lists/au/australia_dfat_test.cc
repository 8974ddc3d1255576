#include "interdict/lists/au/australia_dfat.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "interdict/base/mapped_file.h"
#include "interdict/syntax/csv.h"
#include "interdict/syntax/testing/zip_writer.h"

namespace interdict {
namespace {

struct Outcome {
  Result<ParseReport> report = MakeError(ErrorCode::kSyntax, "not read");
  std::vector<Record> records;
};

Outcome Read(std::string_view bytes, std::string_view name = "list") {
  Outcome outcome;
  const InputFile file{name, bytes};
  ReadOptions options;
  options.source = "au_dfat_sanctions";
  outcome.report = AustraliaDfatFormat().Read({&file, 1}, options, [&](Record&& record) -> Status {
    outcome.records.push_back(std::move(record));
    return Ok{};
  });
  return outcome;
}

std::string FixtureBytes(const std::string& name = "consolidated.csv") {
  const auto file =
      MappedFile::Open(std::string(INTERDICT_SOURCE_DIR) + "/tests/fixtures/au/" + name);
  EXPECT_TRUE(file.ok());
  return file.ok() ? std::string(file->bytes()) : std::string();
}

std::vector<std::vector<std::string>> FixtureRows(const std::string& bytes) {
  std::vector<std::vector<std::string>> rows;
  CsvReader reader(bytes);
  for (auto row = reader.Next(); row.ok() && *row != nullptr; row = reader.Next()) {
    rows.emplace_back((*row)->cells.begin(), (*row)->cells.end());
  }
  return rows;
}

constexpr std::string_view kHeader =
    "Reference,Name of Individual or Entity,Type,Name Type,Date of Birth,Place of "
    "Birth,Citizenship,"
    "Address,Additional Information,Listing Information,Committees,Control Date";

TEST(AustraliaDfat, GathersTheNamesOfAPartyFromItsRows) {
  const std::string bytes = FixtureBytes();
  const Outcome outcome = Read(bytes);
  ASSERT_TRUE(outcome.report.ok()) << outcome.report.error().Text();
  EXPECT_EQ(outcome.report->records_in, 3U);
  EXPECT_EQ(outcome.report->records_out, 3U);
  EXPECT_EQ(outcome.report->rows_in, 6U);
  EXPECT_TRUE(outcome.report->Reconciles());
  ASSERT_EQ(outcome.records.size(), 3U);
  const Record& record = outcome.records[0];
  EXPECT_EQ(record.Key(), "au_dfat_sanctions:101");
  EXPECT_EQ(record.schema, Schema::kPerson);
  ASSERT_EQ(record.names.size(), 3U);
  EXPECT_EQ(record.names[0].kind, NameKind::kPrimary);
  EXPECT_EQ(record.names[1].kind, NameKind::kStrong);
  EXPECT_EQ(record.names[1].remark, "Aka (101a)");
  EXPECT_EQ(record.names[2].kind, NameKind::kOriginalScript);
  EXPECT_EQ(outcome.records[2].names[1].kind, NameKind::kFormer);
}

TEST(AustraliaDfat, ReadsDatesWordsYearsAndDayNumbers) {
  const std::string bytes = FixtureBytes();
  const Outcome outcome = Read(bytes);
  ASSERT_EQ(outcome.records.size(), 3U);
  const auto& dates = outcome.records[0].dates;
  ASSERT_EQ(dates.size(), 3U);
  EXPECT_EQ(dates[0].date, PartialDate::Year(1957));
  EXPECT_TRUE(dates[1].date->circa);
  EXPECT_EQ(FormatPartialDate(*dates[2].date), "1951-06-19");
  EXPECT_EQ(dates[2].text, "18798");
}

TEST(AustraliaDfat, ReadsPlacesCitizenshipsAndIdentifiers) {
  const std::string bytes = FixtureBytes();
  const Outcome outcome = Read(bytes);
  ASSERT_EQ(outcome.records.size(), 3U);
  const Record& person = outcome.records[0];
  ASSERT_EQ(person.addresses.size(), 1U);  // "NA" is none
  EXPECT_EQ(person.addresses[0].kind, AddressKind::kBirthPlace);
  EXPECT_EQ(person.addresses[0].country, "bj");
  ASSERT_EQ(person.countries.size(), 2U);
  EXPECT_EQ(person.countries[0].code, "bj");
  EXPECT_EQ(person.countries[1].code, "fr");
  ASSERT_EQ(person.identifiers.size(), 2U);
  EXPECT_EQ(person.identifiers[0].value, "B0500324");
  EXPECT_EQ(person.identifiers[0].country, "bj");
  const Record& company = outcome.records[1];
  EXPECT_EQ(company.schema, Schema::kOrganization);
  ASSERT_EQ(company.addresses.size(), 2U);
  EXPECT_EQ(company.addresses[0].country, "mt");
  ASSERT_EQ(company.identifiers.size(), 1U);
  EXPECT_EQ(company.identifiers[0].scheme, IdScheme::kImoCompany);
}

TEST(AustraliaDfat, ReadsTheDesignation) {
  const std::string bytes = FixtureBytes();
  const Outcome outcome = Read(bytes);
  ASSERT_EQ(outcome.records.size(), 3U);
  ASSERT_EQ(outcome.records[0].designations.size(), 1U);
  const Designation& designation = outcome.records[0].designations[0];
  EXPECT_EQ(designation.program, "Autonomous (Testland)");
  EXPECT_EQ(designation.listed, "2019-03-05");
  EXPECT_EQ(designation.amended, "2024-11-11");
  EXPECT_EQ(outcome.records[2].designations[0].listed, "2016-03-07");
  EXPECT_EQ(outcome.records[2].designations[0].amended, "2023-03-16");  // the later of two
  EXPECT_FALSE(outcome.report->published.has_value());
  EXPECT_EQ(outcome.report->counts.at("latest_control_date"), 20241111U);
}

TEST(AustraliaDfat, ReportsWhatItCannotRead) {
  const std::string bytes = FixtureBytes();
  const Outcome outcome = Read(bytes);
  ASSERT_TRUE(outcome.report.ok());
  EXPECT_EQ(outcome.report->defect_counts.at("country"), 1U);
  ASSERT_EQ(outcome.records[2].countries.size(), 1U);
  EXPECT_EQ(outcome.records[2].countries[0].text, "Citizen of nowhere");
}

TEST(AustraliaDfat, SpreadsheetAndDumpGiveEqualRecords) {
  const std::string csv = FixtureBytes();
  const std::string xlsx = testing::MakeXlsxOfRows(FixtureRows(csv));
  const Outcome a = Read(csv);
  const Outcome b = Read(xlsx);
  ASSERT_TRUE(a.report.ok());
  ASSERT_TRUE(b.report.ok()) << b.report.error().Text();
  EXPECT_EQ(a.records, b.records);
  EXPECT_EQ(a.report->counts, b.report->counts);
}

TEST(AustraliaDfat, ReadsTheNineteenColumnsOf2025InTheirOrder) {
  const std::string bytes = FixtureBytes("consolidated_2025.csv");
  const Outcome outcome = Read(bytes);
  ASSERT_TRUE(outcome.report.ok()) << outcome.report.error().Text();
  EXPECT_TRUE(AustraliaDfatFormat().Recognises({"x", bytes}));
  EXPECT_TRUE(outcome.report->Reconciles());
  EXPECT_EQ(outcome.report->rows_used, 7U);
  ASSERT_EQ(outcome.records.size(), 3U);
  for (const Record& record : outcome.records) EXPECT_TRUE(record.uninterpreted.empty());
  EXPECT_TRUE(outcome.report->defect_counts.empty());
}

TEST(AustraliaDfat, TellsWeakAliasesFromStrongOnes) {
  const Outcome outcome = Read(FixtureBytes("consolidated_2025.csv"));
  ASSERT_EQ(outcome.records.size(), 3U);
  const auto& names = outcome.records[0].names;
  ASSERT_EQ(names.size(), 4U);
  EXPECT_EQ(names[0].kind, NameKind::kPrimary);
  EXPECT_EQ(names[1].kind, NameKind::kStrong);
  EXPECT_EQ(names[2].kind, NameKind::kWeak);
  EXPECT_EQ(names[3].kind, NameKind::kOriginalScript);
}

TEST(AustraliaDfat, ReadsCellsOfSeveralDatesAndCitizenships) {
  const Outcome outcome = Read(FixtureBytes("consolidated_2025.csv"));
  ASSERT_EQ(outcome.records.size(), 3U);
  std::vector<std::string> dates, countries;
  for (const DateFact& fact : outcome.records[0].dates) {
    dates.push_back(fact.date ? FormatPartialDate(*fact.date) : "?" + fact.text);
  }
  for (const CountryFact& fact : outcome.records[0].countries) countries.push_back(fact.code);
  EXPECT_EQ(dates, (std::vector<std::string>{"~1963", "1972-01-30"}));
  EXPECT_EQ(countries, (std::vector<std::string>{"bj", "fr"}));
}

TEST(AustraliaDfat, TheMeasuresAreThoseThatAnyRowSaysYesTo) {
  const Outcome outcome = Read(FixtureBytes("consolidated_2025.csv"));
  ASSERT_EQ(outcome.records.size(), 3U);
  const Designation& person = outcome.records[0].designations.at(0);
  EXPECT_EQ(person.measures, "Targeted Financial Sanction|Travel Ban");
  EXPECT_EQ(person.listed, "2019-03-05");
  EXPECT_EQ(person.amended, "2025-11-21");
  const Record& ship = outcome.records[2];
  EXPECT_EQ(ship.schema, Schema::kVessel);
  ASSERT_EQ(ship.identifiers.size(), 1U);
  EXPECT_EQ(ship.identifiers[0].scheme, IdScheme::kImo);
  EXPECT_EQ(ship.identifiers[0].value, "9319466");
  EXPECT_EQ(ship.designations.at(0).measures, "Maritime Restriction");
  EXPECT_EQ(ship.designations.at(0).legal_basis, "F2025L00001");
}

TEST(AustraliaDfat, KeepsAMeasureThatIsNeitherYesNorNoAndColumnsThatItDoesNotKnow) {
  const std::string csv = std::string(kHeader) +
                          ",Travel Ban,Arms Embargo,Colour\n"
                          "9,Sea Star,Vessel,Primary Name,,,,,,,T,45607,partly,TRUE,red\n";
  const Outcome outcome = Read(csv);
  ASSERT_EQ(outcome.records.size(), 1U);
  const Record& ship = outcome.records[0];
  EXPECT_EQ(ship.designations[0].measures, "Arms Embargo");
  ASSERT_EQ(ship.uninterpreted.size(), 2U);
  EXPECT_EQ(ship.uninterpreted[0].value, "partly");
  EXPECT_EQ(ship.uninterpreted[1].field, "Colour");
}

TEST(AustraliaDfat, AListingThatIsADayNumberOfTheSpreadsheetIsADate) {
  const std::string csv =
      std::string(kHeader) + "\n9,Sea Star,Vessel,Primary Name,,,,,,45607,T,45607\n";
  const Outcome outcome = Read(csv);
  ASSERT_EQ(outcome.records.size(), 1U);
  EXPECT_EQ(outcome.records[0].designations.at(0).listed, "2024-11-11");
}

TEST(AustraliaDfat, TheListIsOfTheDayOnWhichTheWorkbookWasSaved) {
  const auto rows = FixtureRows(FixtureBytes());
  const Outcome dated = Read(
      testing::MakeXlsxOfRows(rows, "<dcterms:modified>2025-11-21T01:01:21Z</dcterms:modified>"));
  ASSERT_TRUE(dated.report.ok());
  EXPECT_EQ(dated.report->published, ParseIsoDate("2025-11-21"));
  EXPECT_FALSE(dated.report->published_from.empty());
  EXPECT_FALSE(Read(testing::MakeXlsxOfRows(rows)).report->published.has_value());
}

TEST(AustraliaDfat, RejectsRowsWithoutReferenceOrName) {
  const std::string csv = std::string(kHeader) +
                          "\nx,Nobody,Entity,Primary Name,,,,,,,,\n7,,Entity,Primary Name,,,,,,,,\n"
                          "8,Somebody,Entity,Primary Name,,,,,,,T,45607\n";
  const Outcome outcome = Read(csv);
  ASSERT_TRUE(outcome.report.ok());
  EXPECT_EQ(outcome.records.size(), 1U);
  ASSERT_EQ(outcome.report->rejects.size(), 2U);
  EXPECT_EQ(outcome.report->rejects[1].line, 3U);
  EXPECT_TRUE(outcome.report->Reconciles());
}

TEST(AustraliaDfat, RefusesAFileWithoutItsColumnsOrRows) {
  const Outcome headings = Read("Reference,Name\n1,A\n", "au.csv");
  ASSERT_FALSE(headings.report.ok());
  EXPECT_EQ(headings.report.error().code, ErrorCode::kMissingColumn);
  EXPECT_EQ(headings.report.error().where.file, "au.csv");
  EXPECT_EQ(Read(kHeader).report.error().code, ErrorCode::kEmptyList);
  EXPECT_EQ(Read("").report.error().code, ErrorCode::kMissingColumn);
}

TEST(AustraliaDfat, RefusesASpreadsheetThatIsCut) {
  const std::string xlsx = testing::MakeXlsxOfRows({{"Reference"}, {"1"}});
  const Outcome outcome = Read(std::string_view(xlsx).substr(0, xlsx.size() / 2), "au.xlsx");
  ASSERT_FALSE(outcome.report.ok());
  EXPECT_EQ(outcome.report.error().where.file, "au.xlsx");
}

TEST(AustraliaDfat, RecognisesItsFilesAndNoOthers) {
  const std::string csv = FixtureBytes();
  const std::string xlsx = testing::MakeXlsxOfRows(FixtureRows(csv));
  EXPECT_TRUE(AustraliaDfatFormat().Recognises({"x", csv}));
  EXPECT_TRUE(AustraliaDfatFormat().Recognises({"x", xlsx}));
  const std::string other = testing::MakeXlsxOfRows({{"id", "name"}, {"1", "A"}});
  EXPECT_FALSE(AustraliaDfatFormat().Recognises({"x", other}));
  EXPECT_FALSE(AustraliaDfatFormat().Recognises({"x", "id,name\n1,A\n"}));
  EXPECT_FALSE(AustraliaDfatFormat().Recognises({"x", ""}));
}

}  // namespace
}  // namespace interdict
