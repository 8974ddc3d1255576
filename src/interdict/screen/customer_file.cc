#include "interdict/screen/customer_file.h"

#include <simdjson.h>

#include <algorithm>
#include <set>

#include "interdict/base/strings.h"
#include "interdict/base/utf8.h"
#include "interdict/entity/country.h"
#include "interdict/syntax/csv.h"

namespace interdict {
namespace {

Error BadValue(std::string_view column, std::string_view value, std::string_view expected) {
  return MakeError(ErrorCode::kBadQuery, std::string(column) + " \"" + std::string(value) +
                                             "\": expected " + std::string(expected));
}

Status SetSchema(std::string_view value, Query* query) {
  const auto schema = SchemaFromName(value);
  if (!schema) {
    return BadValue("schema", value,
                    "Person, Organization, Company, LegalEntity, PublicBody, Vessel, Airplane or "
                    "CryptoWallet");
  }
  if (query->schema && *query->schema != *schema) {
    return BadValue("schema", value, "one kind of party, or none for all kinds");
  }
  query->schema = *schema;
  return Ok{};
}

Status AddBirthDate(std::string_view value, Query* query) {
  const auto date = ParsePartialDate(value);
  if (!date) return BadValue("birth_date", value, "a date such as 1962-11-23, 1962-11 or 1962");
  query->birth_dates.push_back(*date);
  return Ok{};
}

Status AddCountry(std::string_view value, Query* query) {
  std::string code = CountryCodeFromIso(value);
  if (code.empty()) return BadValue("country", value, "an ISO 3166 code or the name of a country");
  query->countries.push_back(std::move(code));
  return Ok{};
}

Status AddGender(std::string_view value, Query* query) {
  const std::string lower = AsciiLower(value);
  if (lower == "m" || lower == "male")
    query->genders.emplace_back("male");
  else if (lower == "f" || lower == "female")
    query->genders.emplace_back("female");
  // Other words say nothing that could be compared.
  return Ok{};
}

// A column name in our form: lower case, '_' for spaces and hyphens.
std::string ColumnKey(std::string_view name) {
  std::string key = AsciiLower(Trim(name));
  std::replace(key.begin(), key.end(), ' ', '_');
  std::replace(key.begin(), key.end(), '-', '_');
  return key;
}

bool IsOurColumn(const std::string& column) {
  static const std::set<std::string, std::less<>> kColumns = {
      "id", "name", "schema", "birth_date", "country", "gender", "address"};
  return kColumns.contains(column) || IdSchemeFromName(column).has_value();
}

bool NamesAParty(const std::string& column) {
  return column == "name" || IdSchemeFromName(column).has_value();
}

std::string Renamed(const std::map<std::string, std::string>& names, std::string_view column) {
  const auto found = names.find(std::string(Trim(column)));
  return ColumnKey(found == names.end() ? column : found->second);
}

void NoteProblem(Error error, const CustomerFileOptions& options, Customer* customer) {
  if (!customer->problem.ok()) return;
  error.where.file = options.name;
  error.where.line = customer->line;
  customer->problem = std::move(error);
}

// Facts that tell namesakes apart and find nobody by themselves.
bool OnlyNarrows(std::string_view column) {
  return column == "birth_date" || column == "country";
}

void SetField(const CustomerFileOptions& options, std::string_view column, std::string_view value,
              Customer* customer) {
  if (utf8::FirstInvalid(value) != std::string_view::npos) {
    NoteProblem(MakeError(ErrorCode::kEncoding, std::string(column) + " is not UTF-8"), options,
                customer);
    return;
  }
  auto known = SetQueryField(column, value, &customer->query);
  if (known.ok()) return;
  if (OnlyNarrows(column))
    customer->warnings.push_back(known.error().message + "; screened without it");
  else
    NoteProblem(std::move(known).error(), options, customer);
}

// Whether a row says something for which the header has no column; a stray delimiter says nothing.
bool HasValueBeyond(const CsvRow& row, size_t columns) {
  for (size_t i = columns; i < row.size(); ++i) {
    if (!Trim(row[i]).empty()) return true;
  }
  return false;
}

class CsvCustomerReader : public CustomerReader {
 public:
  CsvCustomerReader(std::string_view bytes, CustomerFileOptions options, char delimiter)
      : options_(std::move(options)), reader_(bytes, {.delimiter = delimiter}) {}

  Status ReadHeader() {
    auto row = Located(reader_.Next());
    if (!row.ok()) return std::move(row).error();
    if (*row == nullptr) {
      return MakeError(ErrorCode::kMissingColumn, "the file is empty; expected a header row",
                       Where{.file = options_.name});
    }
    std::set<std::string_view> theirs;
    for (std::string_view cell : (*row)->cells) {
      theirs.insert(Trim(cell));
      columns_.push_back(Renamed(options_.column_names, cell));
      if (!IsOurColumn(columns_.back()) && !Trim(cell).empty()) unknown_.emplace_back(Trim(cell));
    }
    for (const auto& [renamed, ours] : options_.column_names) {
      if (theirs.contains(renamed)) continue;
      return MakeError(
          ErrorCode::kMissingColumn,
          "no column \"" + renamed + "\" in the header, which --map renames to " + ours,
          Where{.file = options_.name, .line = 1});
    }
    if (std::none_of(columns_.begin(), columns_.end(), NamesAParty)) {
      return MakeError(ErrorCode::kMissingColumn,
                       "no column \"name\" and no identifier column in the header; rename one with "
                       "--map THEIRS=name",
                       Where{.file = options_.name, .line = 1});
    }
    return Ok{};
  }

  Result<bool> Next(Customer* customer) override {
    auto read = Located(reader_.Next());
    if (!read.ok()) return std::move(read).error();
    const CsvRow* row = *read;
    if (row == nullptr) return false;
    *customer = Customer();
    customer->line = row->line;
    position_ = row->byte;
    ++count_;
    if (HasValueBeyond(*row, columns_.size())) {
      NoteProblem(MakeError(ErrorCode::kBadQuery, std::to_string(row->size()) +
                                                      " cells, but the header has " +
                                                      std::to_string(columns_.size())),
                  options_, customer);
    }
    for (size_t i = 0; i < columns_.size() && i < row->size(); ++i) {
      if (!IsOurColumn(columns_[i])) continue;
      if (columns_[i] == "id") {
        customer->query.id = std::string(Trim((*row)[i]));
        continue;
      }
      for (const std::string& value : SplitValues((*row)[i])) {
        SetField(options_, columns_[i], value, customer);
      }
    }
    if (customer->query.id.empty()) customer->query.id = std::to_string(count_);
    return true;
  }

  uint64_t position() const override { return position_; }
  std::vector<std::string> unknown_columns() const override { return unknown_; }

 private:
  Result<const CsvRow*> Located(Result<const CsvRow*> row) const {
    if (row.ok()) return row;
    Error error = std::move(row).error();
    error.where.file = options_.name;
    return error;
  }

  CustomerFileOptions options_;
  CsvReader reader_;
  std::vector<std::string> columns_;
  std::vector<std::string> unknown_;
  uint64_t position_ = 0;
  uint64_t count_ = 0;
};

class JsonCustomerReader : public CustomerReader {
 public:
  JsonCustomerReader(std::string_view bytes, CustomerFileOptions options)
      : options_(std::move(options)), bytes_(bytes) {}

  Result<bool> Next(Customer* customer) override {
    std::string_view text;
    while (text.empty()) {
      if (at_ >= bytes_.size()) return false;
      const size_t end = std::min(bytes_.find('\n', at_), bytes_.size());
      text = Trim(bytes_.substr(at_, end - at_));
      at_ = end + 1;
      ++line_;
    }
    *customer = Customer();
    customer->line = line_;
    ++count_;
    Fill(text, customer);
    if (customer->query.id.empty()) customer->query.id = std::to_string(count_);
    return true;
  }

  uint64_t position() const override { return std::min<uint64_t>(at_, bytes_.size()); }
  std::vector<std::string> unknown_columns() const override {
    return {unknown_.begin(), unknown_.end()};
  }

 private:
  void Fill(std::string_view text, Customer* customer) {
    simdjson::dom::element document;
    simdjson::dom::object object;
    const auto failed = parser_.parse(text.data(), text.size(), true).get(document);
    if (failed != simdjson::SUCCESS || document.get(object) != simdjson::SUCCESS) {
      NoteProblem(MakeError(ErrorCode::kSyntax, "expected one JSON object on the line"), options_,
                  customer);
      return;
    }
    for (const auto& member : object) {
      const std::string column = Renamed(options_.column_names, member.key);
      if (!IsOurColumn(column)) {
        unknown_.insert(std::string(member.key));
      } else if (!AddValue(column, member.value, customer)) {
        NoteProblem(MakeError(ErrorCode::kBadQuery,
                              column + ": expected a text, a number or an array of these"),
                    options_, customer);
      }
    }
  }

  bool AddValue(const std::string& column, simdjson::dom::element value, Customer* customer) {
    simdjson::dom::array items;
    if (value.get(items) == simdjson::SUCCESS) {
      for (simdjson::dom::element item : items) {
        if (item.is_array() || item.is_object() || !AddValue(column, item, customer)) return false;
      }
      return true;
    }
    if (value.is_null()) return true;
    std::string_view text;
    std::string number;
    if (value.is_int64() || value.is_uint64()) {
      number = simdjson::minify(value);
      text = number;
    } else if (value.get(text) != simdjson::SUCCESS) {
      return false;
    }
    if (column == "id")
      customer->query.id = std::string(text);
    else if (!Trim(text).empty())
      SetField(options_, column, Trim(text), customer);
    return true;
  }

  CustomerFileOptions options_;
  std::string_view bytes_;
  simdjson::dom::parser parser_;
  size_t at_ = 0;
  uint64_t line_ = 0;
  uint64_t count_ = 0;
  std::set<std::string> unknown_;
};

}  // namespace

Result<CustomerFileOptions::Format> CustomerFormatOf(std::string_view path) {
  const std::string lower = AsciiLower(path);
  for (std::string_view extension : {".csv", ".tsv"}) {
    if (lower.ends_with(extension)) return CustomerFileOptions::Format::kCsv;
  }
  for (std::string_view extension : {".jsonl", ".ndjson", ".json"}) {
    if (lower.ends_with(extension)) return CustomerFileOptions::Format::kJsonLines;
  }
  return MakeError(ErrorCode::kBadQuery,
                   "expected a file name that ends in .csv, .tsv, .jsonl, .ndjson "
                   "or .json",
                   Where{.file = std::string(path)});
}

Result<bool> SetQueryField(std::string_view column, std::string_view value, Query* query) {
  if (column == "name") {
    query->names.emplace_back(value);
  } else if (column == "schema") {
    RETURN_IF_ERROR(SetSchema(value, query));
  } else if (column == "birth_date") {
    RETURN_IF_ERROR(AddBirthDate(value, query));
  } else if (column == "country") {
    RETURN_IF_ERROR(AddCountry(value, query));
  } else if (column == "gender") {
    RETURN_IF_ERROR(AddGender(value, query));
  } else if (column == "address") {
    query->addresses.emplace_back(value);
  } else if (const auto scheme = IdSchemeFromName(column)) {
    query->identifiers.push_back(MakeIdentifier(*scheme, std::string(value), std::string(column)));
  } else {
    return false;
  }
  return true;
}

std::vector<std::string> SplitValues(std::string_view cell) {
  std::vector<std::string> values;
  std::string value;
  bool quoted = false;
  const auto finish = [&] {
    const std::string_view trimmed = Trim(value);
    if (!trimmed.empty()) values.emplace_back(trimmed);
    value.clear();
  };
  const bool has_quoted_part = std::count(cell.begin(), cell.end(), '"') % 2 == 0;
  for (char c : cell) {
    if (c == '"' && has_quoted_part)
      quoted = !quoted;
    else if (c == ';' && !quoted)
      finish();
    else
      value.push_back(c);
  }
  finish();
  return values;
}

Result<std::unique_ptr<CustomerReader>> CustomerReader::Open(std::string_view bytes,
                                                             CustomerFileOptions options) {
  for (const auto& [theirs, ours] : options.column_names) {
    if (IsOurColumn(ColumnKey(ours))) continue;
    return MakeError(ErrorCode::kBadQuery, "--map " + theirs + "=" + ours + ": \"" + ours +
                                               "\" is no column that is screened");
  }
  if (options.format == CustomerFileOptions::Format::kJsonLines) {
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    if (bytes.find_first_not_of(" \t\r\n") == std::string_view::npos) {
      return MakeError(ErrorCode::kMissingColumn, "the file is empty; expected JSON objects",
                       Where{.file = options.name});
    }
    return std::unique_ptr<CustomerReader>(
        std::make_unique<JsonCustomerReader>(bytes, std::move(options)));
  }
  const char delimiter = AsciiLower(options.name).ends_with(".tsv") ? '\t' : ',';
  auto reader = std::make_unique<CsvCustomerReader>(bytes, std::move(options), delimiter);
  RETURN_IF_ERROR(reader->ReadHeader());
  return std::unique_ptr<CustomerReader>(std::move(reader));
}

}  // namespace interdict
