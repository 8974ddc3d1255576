#include "interdict/lists/uk/uk_sanctions_csv.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "interdict/lists/uk/uk_sanctions_xml.h"

namespace interdict {
namespace {

std::string Fixture(const std::string& name) {
  std::ifstream file(std::string(INTERDICT_SOURCE_DIR) + "/tests/fixtures/uk/" + name,
                     std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

struct Outcome {
  Result<ParseReport> report = MakeError(ErrorCode::kSyntax, "not read");
  std::vector<Record> records;
};

Outcome Read(const Format& format, std::string_view bytes) {
  Outcome outcome;
  const InputFile file{"list", bytes};
  ReadOptions options;
  options.source = "gb_fcdo_sanctions";
  outcome.report = format.Read({&file, 1}, options, [&](Record&& record) -> Status {
    outcome.records.push_back(std::move(record));
    return Ok{};
  });
  return outcome;
}

Outcome ReadCsv(std::string_view bytes) {
  return Read(UkSanctionsCsvFormat(), bytes);
}

ErrorCode CodeOf(const Outcome& outcome) {
  return outcome.report.ok() ? ErrorCode{0} : outcome.report.error().code;
}

// A record without what depends on the format: names of fields, what only one of them has.
Record Plain(Record record) {
  const auto clear = [](auto& facts) {
    for (auto& fact : facts) fact.field.clear();
  };
  clear(record.names);
  clear(record.identifiers);
  clear(record.dates);
  clear(record.countries);
  clear(record.addresses);
  clear(record.attributes);
  clear(record.designations);
  clear(record.relations);
  clear(record.references);
  record.uninterpreted.clear();
  return record;
}

constexpr std::string_view kHead =
    "Report Date: 11-Sep-2026\n"
    "Unique ID,OFSI Group ID,Name 6,Name 1,Name type,Alias strength,Regime Name,Designation Type,"
    "D.O.B\n";

TEST(UkSanctionsCsv, GivesTheSameRecordsAsTheXml) {
  const Outcome csv = ReadCsv(Fixture("uk_sanctions.csv"));
  const Outcome xml = Read(UkSanctionsXmlFormat(), Fixture("uk_sanctions.xml"));
  ASSERT_TRUE(csv.report.ok()) << csv.report.error().Text();
  ASSERT_TRUE(xml.report.ok()) << xml.report.error().Text();
  ASSERT_EQ(csv.records.size(), 3U);
  ASSERT_EQ(csv.records.size(), xml.records.size());
  for (size_t i = 0; i < csv.records.size(); ++i) {
    EXPECT_EQ(Plain(csv.records[i]), Plain(xml.records[i])) << csv.records[i].id;
  }
  EXPECT_EQ(csv.report->published, xml.report->published);
  EXPECT_EQ(csv.report->counts, xml.report->counts);
}

TEST(UkSanctionsCsv, RowsOfAProductBecomeOneParty) {
  const Outcome outcome = ReadCsv(Fixture("uk_sanctions.csv"));
  ASSERT_TRUE(outcome.report.ok());
  EXPECT_TRUE(outcome.report->Reconciles());
  EXPECT_EQ(outcome.report->records_out, 3U);
  EXPECT_EQ(outcome.report->rows_in, 54U);
  EXPECT_EQ(outcome.report->rows_used, 54U);
  const Record& person = outcome.records[0];
  EXPECT_EQ(person.names.size(), 6U);
  EXPECT_EQ(person.dates.size(), 3U);
  EXPECT_EQ(person.names[0].field, "Name 6");
  EXPECT_EQ(FormatIsoDate(*outcome.report->published), "2026-09-11");
}

TEST(UkSanctionsCsv, ReadsNamesByTypeAndStrength) {
  const Record person = ReadCsv(Fixture("uk_sanctions.csv")).records[0];
  EXPECT_EQ(person.names[0].kind, NameKind::kPrimary);
  EXPECT_EQ(person.names[0].text, "QUENBY ARDEN THRALE");
  EXPECT_EQ(person.names[1].kind, NameKind::kStrong);
  EXPECT_EQ(person.names[2].kind, NameKind::kWeak) << "\"ALias\", low quality";
  EXPECT_EQ(person.names[3].kind, NameKind::kStrong);
  EXPECT_EQ(person.names[4].kind, NameKind::kOriginalScript);
  EXPECT_EQ(person.names[4].script, "Cyrillic");
  EXPECT_EQ(person.names[5].kind, NameKind::kStrong) << "Latin text among the others";
}

TEST(UkSanctionsCsv, ReadsReferencesDatesAndReasons) {
  const Record person = ReadCsv(Fixture("uk_sanctions.csv")).records[0];
  ASSERT_EQ(person.references.size(), 2U);
  EXPECT_EQ(person.references[0].source, "gb_hmt_sanctions");
  EXPECT_EQ(person.references[0].id, "90001");
  EXPECT_EQ(person.references[1].source, "un_sc_sanctions");
  ASSERT_EQ(person.designations.size(), 1U);
  EXPECT_EQ(person.designations[0].listed, "2021-01-25");
  EXPECT_EQ(person.designations[0].measures, "Asset freeze|Travel Ban");
  EXPECT_EQ(person.designations[0].reason, "Thrale runs “Arden & Sons”, an involved person.");
  EXPECT_EQ(FormatPartialDate(*person.dates[0].date), "1961");
  EXPECT_FALSE(person.dates[2].date.has_value());
  EXPECT_EQ(person.dates[2].text, "15/08/19yy");
}

TEST(UkSanctionsCsv, ReadsShips) {
  const Record ship = ReadCsv(Fixture("uk_sanctions.csv")).records[2];
  EXPECT_EQ(ship.schema, Schema::kVessel);
  EXPECT_EQ(ship.identifiers[0].scheme, IdScheme::kImo);
  EXPECT_EQ(IdKey(IdScheme::kImo, ship.identifiers[0].value), "9992995");
  EXPECT_EQ(ship.identifiers[1].value, "ARD00017K011");
  EXPECT_EQ(ship.countries.size(), 3U);
  EXPECT_EQ(ship.countries[1].kind, CountryKind::kFormerFlag);
  EXPECT_EQ(ship.relations.size(), 2U);
  EXPECT_TRUE(ship.relations[1].former);
}

TEST(UkSanctionsCsv, RowsOfAPartyMayLieApartAndLeaveTheTypeBlank) {
  const Outcome outcome = ReadCsv(std::string(kHead) +
                                  "INV1,7,THRALE,Quenby,Primary Name,,R,Individual,dd/mm/1961\n"
                                  "INV2,,ARDEN,,Primary Name,,R,Entity,\n"
                                  "INV1,7,QUILL,,Alias,,R,,dd/mm/1962\n");
  ASSERT_TRUE(outcome.report.ok()) << outcome.report.error().Text();
  ASSERT_EQ(outcome.records.size(), 2U);
  EXPECT_EQ(outcome.records[0].schema, Schema::kPerson);
  EXPECT_EQ(outcome.records[0].names.size(), 2U);
  EXPECT_EQ(outcome.records[0].dates.size(), 2U);
}

TEST(UkSanctionsCsv, AColumnThatIsNotKnownIsKept) {
  std::string bytes(kHead);
  bytes.insert(bytes.size() - 1, ",Aura");
  const Outcome outcome = ReadCsv(bytes + "INV1,,A,,Primary Name,,R,Entity,,blue\n");
  ASSERT_TRUE(outcome.report.ok());
  ASSERT_EQ(outcome.records[0].uninterpreted.size(), 1U);
  EXPECT_EQ(outcome.records[0].uninterpreted[0].field, "Aura");
  EXPECT_EQ(outcome.records[0].uninterpreted[0].value, "blue");
  EXPECT_EQ(outcome.report->unknown_fields.at("Aura"), 1U);
}

TEST(UkSanctionsCsv, ARowWithoutIdIsARejectAndTheReportReconciles) {
  const Outcome outcome = ReadCsv(std::string(kHead) +
                                  "INV1,,A,,Primary Name,,R,Entity,\n"
                                  ",,B,,Primary Name,,R,Entity,\n");
  ASSERT_TRUE(outcome.report.ok());
  EXPECT_EQ(outcome.report->records_in, 2U);
  ASSERT_EQ(outcome.report->rejects.size(), 1U);
  EXPECT_EQ(outcome.report->rejects[0].line, 4U);
  EXPECT_TRUE(outcome.report->Reconciles());
}

TEST(UkSanctionsCsv, ARowOfAnotherWidthIsADefect) {
  const Outcome outcome = ReadCsv(std::string(kHead) +
                                  "INV1,,A,,Primary Name,,R,Entity\n"
                                  "INV2,,B,,Primary Name,,R,Entity,\n");
  ASSERT_TRUE(outcome.report.ok());
  EXPECT_EQ(outcome.report->defect_counts.at("column_count"), 1U);
}

TEST(UkSanctionsCsv, ReplacesBytesThatAreNotUtf8) {
  const Outcome outcome = ReadCsv(std::string(kHead) + "INV1,,Mu\xF1oz,,Primary Name,,R,Entity,\n");
  ASSERT_TRUE(outcome.report.ok());
  EXPECT_EQ(outcome.records[0].names[0].text, "Mu\xEF\xBF\xBDoz");
  EXPECT_EQ(outcome.report->defect_counts.at("encoding"), 1U);
}

TEST(UkSanctionsCsv, RefusesAFileThatIsCut) {
  const std::string whole = Fixture("uk_sanctions.csv");
  EXPECT_EQ(CodeOf(ReadCsv(std::string(kHead) + "INV1,,A,,Prim")), ErrorCode::kTruncated);
  EXPECT_EQ(CodeOf(ReadCsv(std::string(kHead) + "INV1,,\"A,,Primary\n")), ErrorCode::kTruncated);
  EXPECT_EQ(CodeOf(ReadCsv(whole.substr(0, whole.size() - 300))), ErrorCode::kTruncated);
}

TEST(UkSanctionsCsv, RefusesWhatIsNoSuchList) {
  EXPECT_EQ(CodeOf(ReadCsv("")), ErrorCode::kWrongDocument);
  EXPECT_EQ(CodeOf(ReadCsv(kHead)), ErrorCode::kEmptyList);
  EXPECT_EQ(CodeOf(ReadCsv("Unique ID,OFSI Group ID,Name 6\nINV1,,A\n")),
            ErrorCode::kMissingColumn);
}

TEST(UkSanctionsCsv, ErrorsNameSourceFileAndLine) {
  const Outcome outcome = ReadCsv(std::string(kHead) + "INV1,,A,,Prim");
  ASSERT_FALSE(outcome.report.ok());
  EXPECT_EQ(outcome.report.error().where.file, "list");
  EXPECT_EQ(outcome.report.error().where.source, "gb_fcdo_sanctions");
  EXPECT_EQ(outcome.report.error().where.line, 3U);
}

TEST(UkSanctionsCsv, RecognisesItsOwnHeaderOnly) {
  const auto recognises = [](std::string_view bytes) {
    return UkSanctionsCsvFormat().Recognises({"list", bytes});
  };
  EXPECT_TRUE(recognises(kHead));
  EXPECT_TRUE(recognises(Fixture("uk_sanctions.csv")));
  EXPECT_FALSE(recognises(Fixture("conlist.csv")));
  EXPECT_FALSE(recognises(Fixture("uk_sanctions.xml")));
  EXPECT_FALSE(recognises("Unique ID,Name\nINV1,A\n"));
  EXPECT_FALSE(recognises(""));
}

TEST(UkSanctionsCsv, AnErrorOfTheSinkEndsTheReading) {
  const std::string bytes = Fixture("uk_sanctions.csv");
  const InputFile file{"list", bytes};
  int taken = 0;
  const auto report = UkSanctionsCsvFormat().Read({&file, 1}, {}, [&](Record&&) -> Status {
    ++taken;
    return MakeError(ErrorCode::kStorage, "full");
  });
  EXPECT_FALSE(report.ok());
  EXPECT_EQ(taken, 1);
}

}  // namespace
}  // namespace interdict
