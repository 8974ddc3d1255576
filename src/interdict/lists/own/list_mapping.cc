#include "interdict/lists/own/list_mapping.h"

#include <algorithm>

#include "interdict/base/strings.h"
#include "interdict/entity/country.h"
#include "interdict/syntax/json.h"

namespace interdict {
namespace {

Error Bad(std::string_view member, std::string_view expected) {
  return MakeError(ErrorCode::kBadMapping, "mapping file, \"" + std::string(member) +
                                               "\": " + std::string(expected) + " was expected");
}

Result<std::string> Text(const JsonValue& value, std::string_view member) {
  if (!value.is_string()) return Bad(member, "a text");
  return std::string(JsonString(value));
}

Result<std::vector<std::string>> Texts(const JsonValue& value, std::string_view member) {
  std::vector<std::string> texts;
  simdjson::dom::array array;
  if (value.is_string()) return std::vector<std::string>{std::string(JsonString(value))};
  if (value.get(array) != simdjson::SUCCESS) return Bad(member, "a list of texts");
  for (const JsonValue element : array) {
    ASSIGN_OR_RETURN(std::string text, Text(element, member));
    texts.push_back(std::move(text));
  }
  return texts;
}

Result<bool> Flag(const JsonValue& value, std::string_view member) {
  bool flag = false;
  if (value.get(flag) != simdjson::SUCCESS) return Bad(member, "true or false");
  return flag;
}

// One character, or none for an empty text.
Result<char> Character(const JsonValue& value, std::string_view member) {
  ASSIGN_OR_RETURN(const std::string text, Text(value, member));
  if (text.size() > 1) return Bad(member, "one character");
  return text.empty() ? '\0' : text.front();
}

Result<JsonObject> Object(const JsonValue& value, std::string_view member) {
  JsonObject object;
  if (value.get(object) != simdjson::SUCCESS) return Bad(member, "an object");
  return object;
}

Result<Schema> SchemaOf(const JsonValue& value, std::string_view member) {
  ASSIGN_OR_RETURN(const std::string text, Text(value, member));
  const auto schema = SchemaFromName(text);
  if (!schema) return Bad(member, "a schema such as Person or Vessel instead of \"" + text + "\"");
  return *schema;
}

Result<FactKind> KindOf(std::string_view name, std::string_view member) {
  const auto kind = FactKindFromName(name);
  if (!kind) return Bad(member, "the name of a fact instead of \"" + std::string(name) + "\"");
  return *kind;
}

class MappingParser {
 public:
  Result<ListMapping> Parse(std::string_view json);

 private:
  Status ReadMember(std::string_view member, const JsonValue& value);
  Status ReadFormat(const JsonValue& value);
  Status ReadOrder(const JsonValue& value);
  Status ReadRows(const JsonValue& value);
  Status ReadSchema(const JsonValue& value);
  Status ReadConstants(const JsonValue& value);
  Status ReadColumns(const JsonValue& value);
  Status ReadRule(std::string_view column, const JsonValue& value, std::vector<ColumnRule>* rules);
  Status ReadRuleMember(std::string_view member, const JsonValue& value, ColumnRule* rule);

  ListMapping mapping_;
  char separator_ = '\0';
};

Status MappingParser::ReadFormat(const JsonValue& value) {
  ASSIGN_OR_RETURN(const std::string text, Text(value, "format"));
  if (text != "csv" && text != "jsonl") return Bad("format", "csv or jsonl");
  mapping_.format = text == "csv" ? TableFormat::kCsv : TableFormat::kJsonLines;
  return Ok{};
}

Status MappingParser::ReadOrder(const JsonValue& value) {
  ASSIGN_OR_RETURN(const std::string text, Text(value, "date_order"));
  if (text != "day_first" && text != "month_first") {
    return Bad("date_order", "day_first or month_first");
  }
  mapping_.order = text == "day_first" ? NumericOrder::kDayFirst : NumericOrder::kMonthFirst;
  return Ok{};
}

Status MappingParser::ReadRows(const JsonValue& value) {
  ASSIGN_OR_RETURN(const std::string text, Text(value, "rows"));
  if (text != "merge" && text != "single") return Bad("rows", "merge or single");
  mapping_.merge_rows = text == "merge";
  return Ok{};
}

Status MappingParser::ReadSchema(const JsonValue& value) {
  if (value.is_string()) {
    ASSIGN_OR_RETURN(mapping_.schema_default, SchemaOf(value, "schema"));
    mapping_.schema_is_constant = true;
    return Ok{};
  }
  ASSIGN_OR_RETURN(const JsonObject object, Object(value, "schema"));
  for (const auto& [key, member] : object) {
    const std::string_view name = key;
    if (name == "column") {
      ASSIGN_OR_RETURN(mapping_.schema_column, Text(member, "schema/column"));
    } else if (name == "default") {
      ASSIGN_OR_RETURN(mapping_.schema_default, SchemaOf(member, "schema/default"));
    } else if (name == "values") {
      ASSIGN_OR_RETURN(const JsonObject values, Object(member, "schema/values"));
      for (const auto& [word, schema] : values) {
        ASSIGN_OR_RETURN(const Schema ours, SchemaOf(schema, "schema/values"));
        mapping_.schema_values[AsciiLower(word)] = ours;
      }
    } else {
      return Bad("schema/" + std::string(name), "column, values or default");
    }
  }
  if (mapping_.schema_column.empty()) return Bad("schema", "a member \"column\"");
  return Ok{};
}

Status MappingParser::ReadConstants(const JsonValue& value) {
  ASSIGN_OR_RETURN(const JsonObject object, Object(value, "constants"));
  for (const auto& [key, member] : object) {
    ASSIGN_OR_RETURN(const FactKind kind, KindOf(key, "constants"));
    ASSIGN_OR_RETURN(std::string text, Text(member, "constants"));
    mapping_.constants.emplace_back(kind, std::move(text));
  }
  return Ok{};
}

Status MappingParser::ReadRuleMember(std::string_view member, const JsonValue& value,
                                     ColumnRule* rule) {
  if (member == "as") {
    ASSIGN_OR_RETURN(const std::string name, Text(value, "as"));
    rule->labelled = name == "identifier";
    if (rule->labelled) return Ok{};
    ASSIGN_OR_RETURN(rule->kind, KindOf(name, "as"));
  } else if (member == "separator") {
    ASSIGN_OR_RETURN(rule->separator, Character(value, "separator"));
  } else if (member == "packed") {
    ASSIGN_OR_RETURN(rule->packed, Flag(value, "packed"));
  } else if (member == "optional") {
    ASSIGN_OR_RETURN(rule->optional, Flag(value, "optional"));
  } else if (member == "country") {
    ASSIGN_OR_RETURN(const std::string country, Text(value, "country"));
    rule->country = CountryCodeFromIso(country);
    if (rule->country.empty()) return Bad("country", "a country instead of \"" + country + "\"");
  } else if (member == "country_column") {
    ASSIGN_OR_RETURN(rule->country_column, Text(value, "country_column"));
  } else if (member == "label_column") {
    ASSIGN_OR_RETURN(rule->label_column, Text(value, "label_column"));
  } else if (member == "schema") {
    ASSIGN_OR_RETURN(const auto names, Texts(value, "schema"));
    for (const std::string& name : names) {
      const auto schema = SchemaFromName(name);
      if (!schema) return Bad("schema", "a schema instead of \"" + name + "\"");
      rule->schemata.push_back(*schema);
    }
  } else {
    return Bad(member,
               "as, separator, packed, optional, country, country_column, label_column or "
               "schema");
  }
  return Ok{};
}

Status MappingParser::ReadRule(std::string_view column, const JsonValue& value,
                               std::vector<ColumnRule>* rules) {
  ColumnRule rule;
  rule.separator = separator_;
  const std::string place = "columns/" + std::string(column);
  if (value.is_string()) {
    ASSIGN_OR_RETURN(rule.kind, KindOf(JsonString(value), place));
    rules->push_back(std::move(rule));
    return Ok{};
  }
  ASSIGN_OR_RETURN(const JsonObject object, Object(value, place));
  JsonValue as;
  if (object.at_key("as").get(as) != simdjson::SUCCESS) return Bad(place, "a member \"as\"");
  for (const auto& [key, member] : object) {
    if (Status status = ReadRuleMember(key, member, &rule); !status.ok()) {
      Error error = std::move(status).error();
      error.message += " (column \"" + std::string(column) + "\")";
      return error;
    }
  }
  if (rule.labelled && rule.label_column.empty()) return Bad(place, "a member \"label_column\"");
  rules->push_back(std::move(rule));
  return Ok{};
}

Status MappingParser::ReadColumns(const JsonValue& value) {
  ASSIGN_OR_RETURN(const JsonObject object, Object(value, "columns"));
  for (const auto& [key, member] : object) {
    std::vector<ColumnRule> rules;
    simdjson::dom::array alternatives;
    if (member.get(alternatives) == simdjson::SUCCESS) {
      for (const JsonValue alternative : alternatives) {
        RETURN_IF_ERROR(ReadRule(key, alternative, &rules));
      }
    } else {
      RETURN_IF_ERROR(ReadRule(key, member, &rules));
    }
    if (!mapping_.columns.emplace(AsciiLower(key), std::move(rules)).second) {
      return Bad("columns/" + std::string(key), "each column once");
    }
  }
  return Ok{};
}

Status MappingParser::ReadMember(std::string_view member, const JsonValue& value) {
  if (member == "format") return ReadFormat(value);
  if (member == "date_order") return ReadOrder(value);
  if (member == "rows") return ReadRows(value);
  if (member == "schema") return ReadSchema(value);
  if (member == "constants") return ReadConstants(value);
  if (member == "columns") return ReadColumns(value);
  if (member == "separator") return Ok{};  // read before the columns
  if (member == "delimiter") {
    ASSIGN_OR_RETURN(mapping_.csv.delimiter, Character(value, "delimiter"));
    if (mapping_.csv.delimiter == '\0') return Bad("delimiter", "one character");
  } else if (member == "lazy_quotes") {
    ASSIGN_OR_RETURN(mapping_.csv.lazy_quotes, Flag(value, "lazy_quotes"));
  } else if (member == "id") {
    ASSIGN_OR_RETURN(mapping_.id_columns, Texts(value, "id"));
  } else if (member == "id_from") {
    ASSIGN_OR_RETURN(mapping_.digest_columns, Texts(value, "id_from"));
  } else if (member == "ignore") {
    ASSIGN_OR_RETURN(mapping_.ignored, Texts(value, "ignore"));
    for (std::string& column : mapping_.ignored) column = AsciiLower(column);
  } else {
    return Bad(member, "a member that the description of mapping files names");
  }
  return Ok{};
}

// Columns that tell parties apart where they have no number: names, schema, dates of birth.
void SetDefaultDigest(ListMapping* mapping) {
  if (!mapping->digest_columns.empty()) return;
  if (!mapping->schema_column.empty()) mapping->digest_columns.push_back(mapping->schema_column);
  for (const auto& [column, rules] : mapping->columns) {
    for (const ColumnRule& rule : rules) {
      const bool tells =
          rule.kind == FactKind{FactPart::kName, static_cast<uint8_t>(NameKind::kPrimary)} ||
          rule.kind == FactKind{FactPart::kDate, static_cast<uint8_t>(DateKind::kBirth)};
      if (tells && !rule.labelled) mapping->digest_columns.push_back(column);
    }
  }
}

Result<ListMapping> MappingParser::Parse(std::string_view json) {
  JsonParser parser;
  const auto object = parser.ParseObject(json);
  if (!object.ok()) {
    return MakeError(ErrorCode::kBadMapping, "mapping file: " + object.error().message);
  }
  JsonValue separator;
  if (object->at_key("separator").get(separator) == simdjson::SUCCESS) {
    ASSIGN_OR_RETURN(separator_, Character(separator, "separator"));
  }
  for (const auto& [key, value] : *object) RETURN_IF_ERROR(ReadMember(key, value));
  if (mapping_.columns.empty()) return Bad("columns", "at least one column");
  SetDefaultDigest(&mapping_);
  return std::move(mapping_);
}

}  // namespace

bool ColumnRule::Fits(Schema schema) const {
  return schemata.empty() || std::find(schemata.begin(), schemata.end(), schema) != schemata.end();
}

const std::vector<ColumnRule>* ListMapping::RulesOf(std::string_view column) const {
  const auto found = columns.find(AsciiLower(Trim(column)));
  return found == columns.end() ? nullptr : &found->second;
}

bool ListMapping::Knows(std::string_view column) const {
  const std::string key = AsciiLower(Trim(column));
  const auto same = [&](const std::string& other) { return EqualsIgnoreCase(other, key); };
  if (columns.count(key) > 0 || same(schema_column)) return true;
  if (std::any_of(id_columns.begin(), id_columns.end(), same)) return true;
  if (std::any_of(ignored.begin(), ignored.end(), same)) return true;
  for (const auto& [name, rules] : columns) {
    for (const ColumnRule& rule : rules) {
      if (same(rule.country_column) || same(rule.label_column)) return true;
    }
  }
  return false;
}

Result<ListMapping> ParseListMapping(std::string_view json) {
  return MappingParser().Parse(json);
}

void AddColumnByName(const std::string& column, ListMapping* mapping) {
  const std::string key = AsciiLower(Trim(column));
  if (key == "id") {
    mapping->id_columns = {column};
  } else if (key == "schema") {
    mapping->schema_column = column;
  } else if (const auto kind = FactKindFromName(key)) {
    ColumnRule rule;
    rule.kind = *kind;
    rule.separator = ';';
    mapping->columns[key] = {rule};
  } else {
    return;
  }
  mapping->digest_columns.clear();
  SetDefaultDigest(mapping);
}

}  // namespace interdict
