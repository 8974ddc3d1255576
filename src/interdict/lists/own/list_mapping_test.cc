#include "interdict/lists/own/list_mapping.h"

#include <gtest/gtest.h>

namespace interdict {
namespace {

std::string ErrorOf(std::string_view json) {
  const auto mapping = ParseListMapping(json);
  EXPECT_FALSE(mapping.ok()) << json;
  if (mapping.ok()) return {};
  EXPECT_EQ(mapping.error().code, ErrorCode::kBadMapping);
  return mapping.error().message;
}

TEST(ListMapping, ReadsEveryMember) {
  const auto mapping = ParseListMapping(R"({
    "format": "csv", "delimiter": "|", "lazy_quotes": true, "id": ["no", "part"],
    "id_from": ["name"], "rows": "merge", "separator": ";", "date_order": "month_first",
    "schema": {"column": "Type", "values": {"I": "Person"}, "default": "Company"},
    "constants": {"authority": "Board"},
    "columns": {
      "Name": "name",
      "Born": {"as": "birth_date", "packed": true, "separator": ""},
      "Number": {"as": "identifier", "label_column": "Kind"},
      "Pass": {"as": "passport", "country": "Venezuela", "optional": true},
      "IMO": [{"as": "imo", "schema": ["Vessel"]}, {"as": "imo_company", "country_column": "C"}]},
    "ignore": "Row"})");
  ASSERT_TRUE(mapping.ok()) << mapping.error().Text();
  EXPECT_EQ(mapping->format, TableFormat::kCsv);
  EXPECT_EQ(mapping->csv.delimiter, '|');
  EXPECT_TRUE(mapping->csv.lazy_quotes);
  EXPECT_TRUE(mapping->merge_rows);
  EXPECT_EQ(mapping->order, NumericOrder::kMonthFirst);
  EXPECT_EQ(mapping->id_columns.size(), 2U);
  EXPECT_EQ(mapping->schema_values.at("i"), Schema::kPerson);
  EXPECT_EQ(mapping->schema_default, Schema::kCompany);
  EXPECT_EQ(mapping->constants.size(), 1U);
  const auto* name = mapping->RulesOf("NAME");
  ASSERT_NE(name, nullptr);
  EXPECT_EQ(name->front().separator, ';');
  EXPECT_EQ(mapping->RulesOf("Born")->front().separator, '\0');
  EXPECT_TRUE(mapping->RulesOf("Born")->front().packed);
  EXPECT_TRUE(mapping->RulesOf("Number")->front().labelled);
  EXPECT_EQ(mapping->RulesOf("Pass")->front().country, "ve");
  ASSERT_EQ(mapping->RulesOf("IMO")->size(), 2U);
  EXPECT_FALSE(mapping->RulesOf("IMO")->front().Fits(Schema::kCompany));
  EXPECT_TRUE(mapping->RulesOf("IMO")->back().Fits(Schema::kCompany));
  for (std::string_view known : {"name", "no", "type", "row", "kind", "c"}) {
    EXPECT_TRUE(mapping->Knows(known)) << known;
  }
  EXPECT_FALSE(mapping->Knows("colour"));
}

TEST(ListMapping, NamesTheMemberThatIsWrong) {
  EXPECT_NE(ErrorOf(R"({"columns":{"a":"colour"}})").find("columns/a"), std::string::npos);
  EXPECT_NE(ErrorOf(R"({"colums":{"a":"name"}})").find("colums"), std::string::npos);
  EXPECT_NE(ErrorOf(R"({"columns":{"a":{"as":"name","seperator":";"}}})").find("seperator"),
            std::string::npos);
  EXPECT_NE(ErrorOf(R"({"columns":{"a":{"separator":";"}}})").find("\"as\""), std::string::npos);
  EXPECT_NE(ErrorOf(R"({"schema":"Thing","columns":{"a":"name"}})").find("schema"),
            std::string::npos);
  EXPECT_NE(ErrorOf(R"({"schema":{"values":{}},"columns":{"a":"name"}})").find("column"),
            std::string::npos);
  EXPECT_NE(ErrorOf(R"({"format":"xml","columns":{"a":"name"}})").find("csv or jsonl"),
            std::string::npos);
}

TEST(ListMapping, RefusesWhatIsNoMapping) {
  ErrorOf("");
  ErrorOf("[]");
  ErrorOf("{");
  ErrorOf("{}");
  ErrorOf(R"({"columns":{}})");
  ErrorOf(R"({"columns":{"a":"name","A":"alias"}})");
  ErrorOf(R"({"delimiter":"","columns":{"a":"name"}})");
  ErrorOf(R"({"columns":{"a":{"as":"identifier"}}})");
  ErrorOf(R"({"columns":{"a":{"as":"passport","country":"Nowhere"}}})");
}

TEST(ListMapping, TellsPartiesApartByNameSchemaAndBirthDateUnlessToldOtherwise) {
  const auto mapping = ParseListMapping(
      R"({"schema":{"column":"t"},"columns":{"n":"name","b":"birth_date","x":"note"}})");
  ASSERT_TRUE(mapping.ok());
  EXPECT_EQ(mapping->digest_columns, (std::vector<std::string>{"t", "b", "n"}));
}

TEST(ListMapping, TakesColumnsByOurOwnNames) {
  ListMapping mapping;
  for (const char* column : {"ID", "Schema", "name", "alias", "birth_date", "imo", "colour"}) {
    AddColumnByName(column, &mapping);
  }
  EXPECT_EQ(mapping.id_columns, (std::vector<std::string>{"ID"}));
  EXPECT_EQ(mapping.schema_column, "Schema");
  EXPECT_EQ(mapping.columns.size(), 4U);
  EXPECT_EQ(mapping.RulesOf("alias")->front().separator, ';');
  EXPECT_FALSE(mapping.Knows("colour"));
}

}  // namespace
}  // namespace interdict
