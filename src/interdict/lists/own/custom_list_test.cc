#include "interdict/lists/own/custom_list.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace interdict {
namespace {

struct Outcome {
  Result<ParseReport> report = MakeError(ErrorCode::kSyntax, "not read");
  std::vector<Record> records;
};

Outcome Read(const std::vector<InputFile>& files, std::string_view mapping = {}) {
  Outcome outcome;
  ReadOptions options;
  options.source = "firm";
  options.mapping = mapping;
  outcome.report = CustomListFormat().Read(files, options, [&](Record&& record) -> Status {
    outcome.records.push_back(std::move(record));
    return Ok{};
  });
  return outcome;
}

Outcome ReadText(std::string_view bytes, std::string_view mapping = {}) {
  return Read({{"own.csv", bytes}}, mapping);
}

ErrorCode CodeOf(const Outcome& outcome) {
  EXPECT_FALSE(outcome.report.ok());
  return outcome.report.ok() ? ErrorCode::kFileNotFound : outcome.report.error().code;
}

TEST(CustomList, ReadsCsvWithOurColumnNames) {
  const Outcome outcome = ReadText(
      "id,schema,name,alias,weak_alias,birth_date,nationality,imo,program,listed,colour\n"
      "c-1,Person,Esteban ORTUNO,\"The Colonel;\"\"E; "
      "O\"\"\",Steve,1957-03,BJ;fr,,P-1;P-2,2019-01-28,red\n"
      "c-2,Vessel,SEA STAR,,,,,IMO 9319466,,,\n");
  ASSERT_TRUE(outcome.report.ok()) << outcome.report.error().Text();
  ASSERT_EQ(outcome.records.size(), 2U);
  EXPECT_TRUE(outcome.report->Reconciles());
  const Record& person = outcome.records[0];
  EXPECT_EQ(person.Key(), "firm:c-1");
  EXPECT_EQ(person.schema, Schema::kPerson);
  ASSERT_EQ(person.names.size(), 4U);
  EXPECT_EQ(person.names[2].text, "E; O");
  EXPECT_EQ(person.names[3].kind, NameKind::kWeak);
  EXPECT_EQ(person.dates[0].date, PartialDate::Month(1957, 3));
  ASSERT_EQ(person.countries.size(), 2U);
  EXPECT_EQ(person.countries[1].code, "fr");
  ASSERT_EQ(person.designations.size(), 2U);
  EXPECT_EQ(person.designations[0].listed, "2019-01-28");
  EXPECT_EQ(person.designations[1].listed, "2019-01-28");
  ASSERT_EQ(person.uninterpreted.size(), 1U);
  EXPECT_EQ(person.uninterpreted[0].field, "colour");
  EXPECT_EQ(outcome.report->unknown_fields.at("colour"), 1U);
  EXPECT_EQ(outcome.records[1].identifiers[0].scheme, IdScheme::kImo);
}

TEST(CustomList, ReadsJsonLinesWithOurKeys) {
  const Outcome outcome = ReadText(
      "{\"id\":7,\"name\":\"Golden Harbour\",\"alias\":[\"GH; Ltd\",\"GHS\"]}\n"
      "{\"id\":8,\"name\":\"B\",\"schema\":\"Company\",\"extra\":{\"deep\":[1,2]}}\n");
  ASSERT_TRUE(outcome.report.ok()) << outcome.report.error().Text();
  ASSERT_EQ(outcome.records.size(), 2U);
  EXPECT_EQ(outcome.records[0].id, "7");
  ASSERT_EQ(outcome.records[0].names.size(), 3U);
  EXPECT_EQ(outcome.records[0].names[1].text, "GH; Ltd");  // elements are not split
  EXPECT_EQ(outcome.records[1].schema, Schema::kCompany);  // the key came later
  ASSERT_EQ(outcome.records[1].uninterpreted.size(), 2U);
  EXPECT_EQ(outcome.records[1].uninterpreted[0].field, "extra.deep");
}

constexpr std::string_view kMapping = R"({
  "id": ["No", "Part"], "id_from": ["Title"], "separator": "|", "date_order": "month_first",
  "schema": {"column": "Kind", "values": {"P": "Person", "S": "Vessel"}, "default": "Company"},
  "constants": {"authority": "Board", "program": "WATCH"},
  "columns": {
    "Title": {"as": "name", "separator": ""}, "Aka": "alias",
    "Born": {"as": "birth_date", "packed": true},
    "From": {"as": "nationality", "packed": true},
    "Doc": {"as": "identifier", "label_column": "DocKind", "country_column": "DocCountry"},
    "Reg": [{"as": "imo", "schema": ["Vessel"]}, {"as": "registration_number", "country": "mt"}],
    "Where": {"as": "address", "optional": true}},
  "ignore": ["Row"]})";

TEST(CustomList, ReadsAnyColumnsThroughAMapping) {
  const Outcome outcome = ReadText(
      "Row,No,Part,Kind,Title,Aka,Born,From,Doc,DocKind,DocCountry,Reg,Else\n"
      "1,10,a,P,Esteban | ORTUNO,X|Y,a) 02/03/1957 b) 1958,Benin and "
      "France,B0500324,Passport,BJ,,\n"
      "2,11,a,S,SEA STAR,,,,,,,9319466,e\n"
      "3,12,b,?,Harbour Ltd,,,,,,,C 123,\n",
      kMapping);
  ASSERT_TRUE(outcome.report.ok()) << outcome.report.error().Text();
  ASSERT_EQ(outcome.records.size(), 3U);
  const Record& person = outcome.records[0];
  EXPECT_EQ(person.id, "10/a");
  ASSERT_EQ(person.names.size(), 3U);
  EXPECT_EQ(person.names[0].text, "Esteban | ORTUNO");
  ASSERT_EQ(person.dates.size(), 2U);
  EXPECT_EQ(FormatPartialDate(*person.dates[0].date), "1957-02-03");
  ASSERT_EQ(person.countries.size(), 2U);
  ASSERT_EQ(person.identifiers.size(), 1U);
  EXPECT_EQ(person.identifiers[0].scheme, IdScheme::kPassport);
  EXPECT_EQ(person.identifiers[0].country, "bj");
  EXPECT_EQ(person.designations[0].authority, "Board");
  EXPECT_EQ(person.designations[0].program, "WATCH");
  EXPECT_TRUE(person.uninterpreted.empty());
  EXPECT_EQ(outcome.records[1].identifiers[0].scheme, IdScheme::kImo);
  EXPECT_EQ(outcome.records[1].uninterpreted[0].field, "Else");
  EXPECT_EQ(outcome.records[2].schema, Schema::kCompany);
  EXPECT_EQ(outcome.records[2].identifiers[0].scheme, IdScheme::kRegistrationNumber);
  EXPECT_EQ(outcome.records[2].identifiers[0].country, "mt");
  EXPECT_EQ(outcome.report->defect_counts.at("schema"), 1U);
}

TEST(CustomList, DerivesAStableIdWhereThereIsNone) {
  const std::string_view rows = "name,birth_date,note\nA,1957,x\nB,1958,y\nA,1957,z\n";
  const Outcome outcome = ReadText(rows);
  ASSERT_TRUE(outcome.report.ok());
  ASSERT_EQ(outcome.records.size(), 3U);
  EXPECT_EQ(outcome.records[0].id.size(), 18U);
  EXPECT_EQ(outcome.records[2].id, outcome.records[0].id + "-2");
  EXPECT_EQ(outcome.report->defect_counts.at("repeated_row"), 1U);
  // Another order and other remarks leave the ids as they are.
  const Outcome other = ReadText("note,name,birth_date\nq,B,1958\nr,A,1957\n");
  EXPECT_EQ(other.records[0].id, outcome.records[1].id);
  EXPECT_EQ(other.records[1].id, outcome.records[0].id);
}

TEST(CustomList, RefusesAnIdThatStandsTwice) {
  const Outcome outcome = Read({{"a.csv", "id,name\n1,A\n"}, {"b.csv", "id,name\n2,B\n1,C\n"}});
  EXPECT_EQ(CodeOf(outcome), ErrorCode::kDuplicateRecord);
  EXPECT_NE(outcome.report.error().message.find("line 2 of a.csv"), std::string::npos);
  EXPECT_NE(outcome.report.error().message.find("line 3 of b.csv"), std::string::npos);
}

TEST(CustomList, MergesRowsOfOnePartyWhenTold) {
  const Outcome outcome = ReadText(
      "no,who,aka,born\n1,A,X,1957\n2,B,,\n1,A,Y,1957\n3,,Z,\n4,,,1960\n",
      R"({"id":"no","rows":"merge","columns":{"who":"name","aka":"alias","born":"birth_date"}})");
  ASSERT_TRUE(outcome.report.ok()) << outcome.report.error().Text();
  ASSERT_EQ(outcome.records.size(), 3U);
  EXPECT_EQ(outcome.records[0].names.size(), 3U);  // A once, X, Y
  EXPECT_EQ(outcome.records[0].dates.size(), 1U);
  EXPECT_EQ(outcome.report->records_in, 4U);
  ASSERT_EQ(outcome.report->rejects.size(), 1U);
  EXPECT_EQ(outcome.report->rejects[0].record, "4");
  EXPECT_TRUE(outcome.report->Reconciles());
}

TEST(CustomList, RejectsRowsWithoutNameAndSkipsEmptyOnes) {
  const Outcome outcome = ReadText("id,name,note\n1,A,\n2,,x\n,,\n");
  ASSERT_TRUE(outcome.report.ok());
  EXPECT_EQ(outcome.records.size(), 1U);
  ASSERT_EQ(outcome.report->rejects.size(), 1U);
  EXPECT_EQ(outcome.report->rejects[0].line, 3U);
  EXPECT_TRUE(outcome.report->Reconciles());
}

TEST(CustomList, RefusesMissingColumnsAndBadMappings) {
  EXPECT_EQ(CodeOf(ReadText("id,title\n1,A\n")), ErrorCode::kMissingColumn);
  const Outcome missing = ReadText("Title\nA\n", kMapping);
  EXPECT_EQ(CodeOf(missing), ErrorCode::kMissingColumn);
  EXPECT_EQ(missing.report.error().where.file, "own.csv");
  EXPECT_EQ(CodeOf(ReadText("name\nA\n", "{")), ErrorCode::kBadMapping);
  EXPECT_EQ(CodeOf(ReadText("no\n1\n", R"({"columns":{"no":"note"}})")), ErrorCode::kMissingColumn);
}

TEST(CustomList, RefusesEmptyAndCutFiles) {
  EXPECT_EQ(CodeOf(ReadText("id,name\n")), ErrorCode::kEmptyList);
  EXPECT_EQ(CodeOf(ReadText("")), ErrorCode::kMissingColumn);
  EXPECT_EQ(CodeOf(ReadText("id,name,x\n1,A,b\n2,\"B")), ErrorCode::kTruncated);
  EXPECT_EQ(CodeOf(ReadText("{\"id\":\"1\",\"name\":\"A\"}\n{\"id\":\"2\",\"na")),
            ErrorCode::kTruncated);
}

TEST(CustomList, ReadsAFileWithoutRowsBesideOthers) {
  const Outcome outcome = Read({{"a.csv", "id,name\n"}, {"b.csv", "id,name\n1,A\n"}});
  ASSERT_TRUE(outcome.report.ok());
  EXPECT_EQ(outcome.records.size(), 1U);
}

TEST(CustomList, RecognisesOnlyTablesWithAName) {
  const Format& format = CustomListFormat();
  EXPECT_TRUE(format.Recognises({"x", "id,Name\n1,A\n"}));
  EXPECT_TRUE(format.Recognises({"x", "{\"name\":\"A\"}\n"}));
  EXPECT_FALSE(format.Recognises({"x", "{\"id\":\"A\"}\n"}));
  EXPECT_FALSE(format.Recognises({"x", "id,title\n"}));
  EXPECT_FALSE(format.Recognises({"x", "<html><body>name</body></html>"}));
  EXPECT_FALSE(format.Recognises({"x", ""}));
  EXPECT_FALSE(format.Recognises({"x", "36,\"AEROCARIBBEAN AIRLINES\",-0- ,\"CUBA\"\n"}));
}

}  // namespace
}  // namespace interdict
