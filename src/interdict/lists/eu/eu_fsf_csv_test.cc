#include "interdict/lists/eu/eu_fsf_csv.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>

#include "interdict/lists/eu/eu_fsf_xml.h"

namespace interdict {
namespace {

std::string Fixture(const std::string& name) {
  std::ifstream file(std::string(INTERDICT_SOURCE_DIR) + "/tests/fixtures/eu/" + name,
                     std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

struct Outcome {
  Result<ParseReport> report = MakeError(ErrorCode::kSyntax, "not read");
  std::vector<Record> records;
};

Outcome Read(const Format& format, std::string_view bytes) {
  Outcome outcome;
  const InputFile file{"eu", bytes};
  ReadOptions options;
  options.source = "eu_fsf";
  outcome.report = format.Read({&file, 1}, options, [&](Record&& record) -> Status {
    outcome.records.push_back(std::move(record));
    return Ok{};
  });
  return outcome;
}

Outcome ReadCsv(std::string_view bytes) {
  return Read(EuFsfCsvFormat(), bytes);
}

ErrorCode CodeOf(const Outcome& outcome) {
  return outcome.report.ok() ? ErrorCode{0} : outcome.report.error().code;
}

// A record without what depends on the format: names of fields, and the notes on acts, of which the
// CSV says more.
Record Plain(Record record) {
  std::erase_if(record.attributes, [](const Attribute& attribute) {
    return attribute.field == "regulationSummary" || attribute.field == "Regulation";
  });
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
  clear(record.references);
  return record;
}

constexpr std::string_view kHead =
    "fileGenerationDate;Entity_LogicalId;Entity_EU_ReferenceNumber;"
    "Entity_SubjectType_ClassificationCode;NameAlias_WholeName;NameAlias_Remark\n";

TEST(EuFsfCsv, GivesTheSameRecordsAsTheXml) {
  const Outcome csv = ReadCsv(Fixture("fsf.csv"));
  const Outcome xml = Read(EuFsfXmlFormat(), Fixture("fsf.xml"));
  ASSERT_TRUE(csv.report.ok()) << csv.report.error().Text();
  ASSERT_TRUE(xml.report.ok()) << xml.report.error().Text();
  ASSERT_EQ(csv.records.size(), xml.records.size());
  for (size_t i = 0; i < csv.records.size(); ++i) {
    EXPECT_EQ(Plain(csv.records[i]), Plain(xml.records[i])) << csv.records[i].id;
  }
  EXPECT_EQ(csv.report->published, xml.report->published);
}

TEST(EuFsfCsv, KnowsAll118Columns) {
  const Outcome outcome = ReadCsv(Fixture("fsf.csv"));
  ASSERT_TRUE(outcome.report.ok());
  EXPECT_TRUE(outcome.report->unknown_fields.empty());
  EXPECT_EQ(outcome.report->rows_in, 28U);
  EXPECT_EQ(outcome.report->rows_used, 28U);
  EXPECT_EQ(outcome.report->published_from, "fileGenerationDate");
  EXPECT_EQ(outcome.records[0].names[0].field, "NameAlias_WholeName");
}

TEST(EuFsfCsv, RowsOfAnEntityMayBeScattered) {
  const Outcome outcome = ReadCsv(std::string(kHead) +
                                  "05/08/2026;1;EU.1.1;person;Arden;\n"
                                  "05/08/2026;2;EU.2.2;enterprise;Quarry;\n"
                                  "05/08/2026;1;EU.1.1;person;Quill;\n"
                                  "05/08/2026;1;EU.1.1;person;Arden;\n");
  ASSERT_TRUE(outcome.report.ok()) << outcome.report.error().Text();
  ASSERT_EQ(outcome.records.size(), 2U);
  EXPECT_EQ(outcome.records[0].names.size(), 2U);
  EXPECT_EQ(outcome.records[0].schema, Schema::kPerson);
  EXPECT_EQ(outcome.records[1].schema, Schema::kOrganization);
  EXPECT_EQ(FormatIsoDate(*outcome.report->published), "2026-08-05");
}

TEST(EuFsfCsv, AQuoteInsideACellStandsForItself) {
  const Outcome outcome = ReadCsv(std::string(kHead) +
                                  "d;1;EU.1.1;person;Arden \"the Quill\";\n"
                                  "d;2;EU.2.2;person;\"Quarry \"Ltd\" Group\";\n");
  ASSERT_TRUE(outcome.report.ok()) << outcome.report.error().Text();
  EXPECT_EQ(outcome.records[0].names[0].text, "Arden \"the Quill\"");
  EXPECT_EQ(outcome.records[1].names[0].text, "Quarry \"Ltd\" Group");
}

TEST(EuFsfCsv, AQuoteThatNeverClosesDoesNotSwallowTheRowsBehindIt) {
  const Outcome outcome = ReadCsv(std::string(kHead) +
                                  "d;1;EU.1.1;person;\"Arden;\n"
                                  "d;2;EU.2.2;person;Quarry;\n"
                                  "d;3;EU.3.3;person;\"Quill\";x\n"
                                  "d;4;EU.4.4;person;\"Sable;\n");
  ASSERT_TRUE(outcome.report.ok()) << outcome.report.error().Text();
  ASSERT_EQ(outcome.records.size(), 4U);
  EXPECT_EQ(outcome.records[0].names[0].text, "\"Arden");
  EXPECT_EQ(outcome.records[1].names[0].text, "Quarry");
  EXPECT_EQ(outcome.records[2].names[0].text, "Quill");
  EXPECT_EQ(outcome.records[3].names[0].text, "\"Sable");
  EXPECT_EQ(outcome.report->defect_counts.at("unbalanced_quote"), 2U);
  EXPECT_EQ(outcome.report->defects[0].line, 2U);
  EXPECT_EQ(outcome.report->defects[1].line, 5U);
}

TEST(EuFsfCsv, LineBreaksInsideQuotesAreText) {
  const Outcome outcome = ReadCsv(std::string(kHead) +
                                  "d;1;EU.1.1;person;Arden;\"born in Quarry\nlow quality alias\"\n"
                                  "d;1;EU.1.1;person;Quill;\n");
  ASSERT_TRUE(outcome.report.ok());
  ASSERT_EQ(outcome.records[0].names.size(), 2U);
  EXPECT_EQ(outcome.records[0].names[0].kind, NameKind::kWeak);
  EXPECT_EQ(outcome.records[0].names[1].kind, NameKind::kPrimary);
}

TEST(EuFsfCsv, AReferenceOfTwoLogicalIdsKeepsBothEntities) {
  const Outcome outcome = ReadCsv(std::string(kHead) +
                                  "d;1;EU.1.1;person;Arden;\n"
                                  "d;2;EU.1.1;person;Quill;\n");
  ASSERT_TRUE(outcome.report.ok());
  ASSERT_EQ(outcome.records.size(), 2U);
  EXPECT_EQ(outcome.records[1].id, "EU.1.1#2");
  EXPECT_EQ(outcome.report->defect_counts.at("duplicate_id"), 1U);
}

TEST(EuFsfCsv, ARowWithoutLogicalIdIsAReject) {
  const Outcome outcome =
      ReadCsv(std::string(kHead) + "d;1;EU.1.1;person;Arden;\nd;;;person;Quill;\n;;;;;\n");
  ASSERT_TRUE(outcome.report.ok());
  EXPECT_EQ(outcome.report->rejects.size(), 1U);
  EXPECT_TRUE(outcome.report->Reconciles());
}

TEST(EuFsfCsv, KeepsColumnsThatAreNotKnown) {
  std::string bytes(kHead);
  bytes.insert(bytes.size() - 1, ";Entity_Aura");
  const Outcome outcome = ReadCsv(bytes + "d;1;EU.1.1;person;Arden;;blue\n");
  ASSERT_TRUE(outcome.report.ok());
  EXPECT_EQ(outcome.report->unknown_fields.at("Entity_Aura"), 1U);
}

TEST(EuFsfCsv, RefusesFilesThatAreCutEmptyOrOthers) {
  EXPECT_EQ(CodeOf(ReadCsv(std::string(kHead) + "d;1;EU.1.1;per")), ErrorCode::kTruncated);
  EXPECT_EQ(CodeOf(ReadCsv(kHead)), ErrorCode::kEmptyList);
  EXPECT_EQ(CodeOf(ReadCsv("a;b\n1;2\n")), ErrorCode::kMissingColumn);
  EXPECT_EQ(CodeOf(ReadCsv("Entity_LogicalId;NameAlias_WholeName\n1;A\n")),
            ErrorCode::kMissingColumn);
  const std::string whole = Fixture("fsf.csv");
  EXPECT_EQ(CodeOf(ReadCsv(whole.substr(0, whole.size() - 100))), ErrorCode::kTruncated);
}

TEST(EuFsfCsv, RecognisesItsOwnHeaderOnly) {
  const auto recognises = [](std::string_view bytes) {
    return EuFsfCsvFormat().Recognises({"eu.csv", bytes});
  };
  EXPECT_TRUE(recognises(Fixture("fsf.csv")));
  EXPECT_TRUE(recognises(kHead));
  EXPECT_FALSE(recognises(Fixture("fsf.xml")));
  EXPECT_FALSE(recognises("id;name\n"));
  EXPECT_FALSE(recognises(""));
}

}  // namespace
}  // namespace interdict
