// How the columns of somebody's own list map to facts: the mapping file of a custom list.
//
// A JSON object; every member may be left out but "columns". Unknown members are errors, so that a
// misspelt one is not silently without effect.
//   "format": "csv" | "jsonl"      default: by content
//   "delimiter": ","               one character; "lazy_quotes": true for careless CSV
//   "id": ["a", "b"]               columns whose texts, joined by "/", are the record's id
//   "id_from": ["name", ...]       columns whose digest is the id where one of "id" is empty or
//   "id" is
//                                  not given; default: name, schema and the columns of birth dates
//   "schema": "Person"  or  {"column": "type", "values": {"I": "Person"}, "default": "LegalEntity"}
//   "rows": "merge"                rows with the same id are one party; default: they are an error
//   "separator": ";"               between values of a cell, where a column does not say otherwise;
//                                  default: none
//   "date_order": "day_first" | "month_first"
//   "constants": {"authority": "..."}   facts that every record gets
//   "columns": {"their column": RULE}   RULE: the name of a fact (see fact_kind.h), or an object,
//   or
//                                  a list of objects of which the first that fits the schema is
//                                  taken
//     {"as": "alias", "separator": "|"}
//     {"as": "birth_date", "packed": true}   takes cells apart as packed_values.h describes
//     {"as": "passport", "country": "ve"} or {"as": "passport", "country_column": "issued by"}
//     {"as": "identifier", "label_column": "id type"}   the kind of number stands in another column
//     {"as": "imo", "schema": ["Vessel"]}    only for these schemata
//     {"as": "note", "optional": true}       the column may be missing (CSV)
//   "ignore": ["row number"]       columns that are deliberately left out
// Errors: kBadMapping, with the member and what was expected.
// Test: list_mapping_test.cc; examples: data/mappings/.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "interdict/base/result.h"
#include "interdict/entity/schema.h"
#include "interdict/lists/cells/fact_kind.h"
#include "interdict/syntax/csv.h"

namespace interdict {

struct ColumnRule {
  FactKind kind;
  std::vector<Schema> schemata;  // empty: all
  char separator = '\0';         // none
  bool packed = false;
  bool labelled = false;  // an identifier whose scheme stands in `label_column`
  bool optional = false;
  std::string country;
  std::string country_column;
  std::string label_column;

  bool Fits(Schema schema) const;
};

enum class TableFormat : uint8_t { kByContent, kCsv, kJsonLines };

struct ListMapping {
  TableFormat format = TableFormat::kByContent;
  CsvOptions csv;
  std::vector<std::string> id_columns;
  std::vector<std::string> digest_columns;
  std::string schema_column;
  std::map<std::string, Schema> schema_values;  // their word in lower case -> ours
  Schema schema_default = Schema::kLegalEntity;
  bool schema_is_constant = false;
  bool merge_rows = false;
  NumericOrder order = NumericOrder::kDayFirst;
  std::vector<std::pair<FactKind, std::string>> constants;
  std::map<std::string, std::vector<ColumnRule>> columns;  // by name in lower case
  std::vector<std::string> ignored;                        // in lower case

  // The rules of a column, or nullptr.
  const std::vector<ColumnRule>* RulesOf(std::string_view column) const;
  // Whether the column is used in any way, or ignored on purpose.
  bool Knows(std::string_view column) const;
};

Result<ListMapping> ParseListMapping(std::string_view json);

// For a table whose columns have our own names: those of fact_kind.h, id and schema. Adds the
// column if its name is one of them. Several values of a cell are separated by ";".
void AddColumnByName(const std::string& column, ListMapping* mapping);

}  // namespace interdict
