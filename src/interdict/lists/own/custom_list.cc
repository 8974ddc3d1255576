#include "interdict/lists/own/custom_list.h"

#include <algorithm>
#include <unordered_map>

#include "interdict/base/hash.h"
#include "interdict/base/strings.h"
#include "interdict/entity/country.h"
#include "interdict/entity/identifier_label.h"
#include "interdict/lists/cells/add_once.h"
#include "interdict/lists/cells/packed_values.h"
#include "interdict/lists/cells/table_rows.h"
#include "interdict/lists/own/list_mapping.h"
#include "interdict/syntax/json.h"

namespace interdict {
namespace {

constexpr size_t kDigestLength = 16;  // hex digits

bool LooksLikeJson(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  return Trim(bytes.substr(0, 64)).starts_with('{');
}

template <typename T>
void Append(std::vector<T>* to, std::vector<T>&& from) {
  for (T& value : from) AddOnce(to, std::move(value));
}

// Adds the facts of another row of the same party.
void MergeInto(Record* record, Record&& row) {
  Append(&record->names, std::move(row.names));
  Append(&record->identifiers, std::move(row.identifiers));
  Append(&record->dates, std::move(row.dates));
  Append(&record->countries, std::move(row.countries));
  Append(&record->addresses, std::move(row.addresses));
  Append(&record->attributes, std::move(row.attributes));
  Append(&record->designations, std::move(row.designations));
  Append(&record->relations, std::move(row.relations));
  Append(&record->references, std::move(row.references));
  Append(&record->uninterpreted, std::move(row.uninterpreted));
}

// Builds a record from a row by the rules of the mapping.
class RowReader {
 public:
  RowReader(const ListMapping& mapping, const TableRows& table, const TableRow& row, Record* record)
      : mapping_(mapping), table_(table), row_(row), record_(*record) {}

  void Read() {
    for (const auto& [kind, text] : mapping_.constants)
      AddFact(kind, text, "constant", {}, &record_);
    // Programmes last: each further one copies the designation, which must be complete then.
    for (const bool programs : {false, true}) {
      for (const TableCell& cell : row_.cells) ReadCell(cell, programs);
    }
  }

 private:
  static bool IsProgram(const ColumnRule& rule) {
    return rule.kind ==
               FactKind{FactPart::kDesignation, static_cast<uint8_t>(DesignationPart::kProgram)} &&
           !rule.labelled;
  }

  void ReadCell(const TableCell& cell, bool programs) {
    const std::string& column = table_.columns()[cell.column];
    const auto* rules = mapping_.RulesOf(column);
    const ColumnRule* fitting = nullptr;
    if (rules != nullptr) {
      const auto found = std::find_if(rules->begin(), rules->end(), [&](const ColumnRule& rule) {
        return rule.Fits(record_.schema);
      });
      if (found != rules->end()) fitting = &*found;
    }
    if (fitting == nullptr) {
      const bool keep = rules != nullptr || !mapping_.Knows(column);
      if (keep && !programs) {
        record_.uninterpreted.push_back({AttributeKind::kOther, std::string(cell.text), column});
      }
      return;
    }
    if (IsProgram(*fitting) != programs) return;
    if (fitting->packed && AddPacked(*fitting, cell.text, column)) return;
    for (std::string_view item : Items(*fitting, cell.text)) {
      AddValues(*fitting, item, cell.whole, column);
    }
  }

  static std::vector<std::string_view> Items(const ColumnRule& rule, std::string_view text) {
    if (rule.packed) return SplitLetteredItems(text);
    return {text};
  }

  // Dates, countries and addresses are taken apart by what they are; false for other kinds.
  bool AddPacked(const ColumnRule& rule, std::string_view text, const std::string& column) {
    const FactKind kind = rule.kind;
    if (rule.labelled) return false;
    if (kind.part == FactPart::kDate) {
      Append(&record_.dates, UnpackDates(kind.As<DateKind>(), text, column, mapping_.order));
    } else if (kind.part == FactPart::kCountry) {
      Append(&record_.countries, UnpackCountries(kind.As<CountryKind>(), text, column));
    } else if (kind.part == FactPart::kAddress) {
      Append(&record_.addresses, UnpackAddresses(kind.As<AddressKind>(), text, column));
    } else {
      return false;
    }
    return true;
  }

  void AddValues(const ColumnRule& rule, std::string_view text, bool whole,
                 const std::string& column) {
    if (rule.packed && IsNotAvailable(text)) return;
    if (rule.separator == '\0' || whole) return AddValue(rule, text, column);
    for (const std::string& value : UnpackList(text, rule.separator)) {
      AddValue(rule, value, column);
    }
  }

  void AddValue(const ColumnRule& rule, std::string_view value, const std::string& column) {
    std::string country = rule.country;
    if (!rule.country_column.empty()) {
      country = CountryCodeFromIso(table_.Text(row_, rule.country_column));
    }
    if (!rule.labelled) {
      return AddFact(rule.kind, value, column, {.country = country, .order = mapping_.order},
                     &record_);
    }
    Identifier id =
        IdentifierFromLabel(table_.Text(row_, rule.label_column), std::string(value), column);
    if (!country.empty()) id.country = country;
    record_.identifiers.push_back(std::move(id));
  }

  const ListMapping& mapping_;
  const TableRows& table_;
  const TableRow& row_;
  Record& record_;
};

class CustomReader {
 public:
  CustomReader(const ReadOptions& options, const RecordSink& sink, ParseReport* report)
      : options_(options), sink_(sink), report_(*report) {}

  Status ReadFile(const InputFile& file);
  // Hands over the parties of merged rows.
  Status Finish();

 private:
  struct Seen {
    std::string file;
    uint64_t line = 0;
    size_t merged = 0;    // position in merged_
    uint64_t copies = 1;  // rows with this digest
  };

  Result<std::unique_ptr<TableRows>> Open(const InputFile& file);
  Status CheckColumns(const InputFile& file, const TableRows& table) const;
  Status ReadRow(const InputFile& file, const TableRows& table, const TableRow& row);
  std::string IdOf(const TableRows& table, const TableRow& row, bool* derived) const;
  Schema SchemaOf(const std::string& id, const InputFile& file, const TableRows& table,
                  const TableRow& row);
  Status Accept(Record&& record, bool derived, const InputFile& file, const TableRow& row);
  Status HandOver(Record&& record, const std::string& file, uint64_t line);

  const ReadOptions& options_;
  const RecordSink& sink_;
  ParseReport& report_;
  ListMapping mapping_;
  std::unordered_map<std::string, Seen> seen_;
  std::vector<Record> merged_;
  std::vector<std::pair<std::string, uint64_t>> merged_places_;
};

Result<std::unique_ptr<TableRows>> CustomReader::Open(const InputFile& file) {
  if (options_.mapping.empty()) {
    mapping_ = ListMapping();
  } else {
    ASSIGN_OR_RETURN(mapping_, ParseListMapping(options_.mapping));
  }
  const bool json = mapping_.format == TableFormat::kByContent
                        ? LooksLikeJson(file.bytes)
                        : mapping_.format == TableFormat::kJsonLines;
  auto table = json ? OpenJsonTable(file, options_.source, &report_)
                    : OpenCsvTable(file, options_.source, mapping_.csv, &report_);
  if (!table.ok()) return table;
  if (!json && options_.mapping.empty()) {
    for (const std::string& column : (*table)->columns()) AddColumnByName(column, &mapping_);
  }
  if (!json) RETURN_IF_ERROR(CheckColumns(file, **table));
  return table;
}

Status CustomReader::CheckColumns(const InputFile& file, const TableRows& table) const {
  const auto has = [&](const std::string& column) {
    return std::any_of(table.columns().begin(), table.columns().end(),
                       [&](const std::string& name) { return EqualsIgnoreCase(name, column); });
  };
  std::vector<std::string> wanted = mapping_.id_columns;
  wanted.insert(wanted.end(), mapping_.digest_columns.begin(), mapping_.digest_columns.end());
  if (!mapping_.schema_column.empty()) wanted.push_back(mapping_.schema_column);
  bool named = false;
  for (const auto& [column, rules] : mapping_.columns) {
    for (const ColumnRule& rule : rules) {
      if (!rule.optional) wanted.push_back(column);
      if (!rule.country_column.empty()) wanted.push_back(rule.country_column);
      if (!rule.label_column.empty()) wanted.push_back(rule.label_column);
      named = named || (rule.kind.part == FactPart::kName && !rule.labelled);
    }
  }
  const Where where{.source = options_.source, .file = std::string(file.name), .line = 1};
  for (const std::string& column : wanted) {
    if (has(column)) continue;
    return MakeError(ErrorCode::kMissingColumn,
                     "no column \"" + column + "\" in the header, but the mapping uses it", where);
  }
  if (named) return Ok{};
  return MakeError(ErrorCode::kMissingColumn, "no column is a name", where);
}

// `*derived`: it is a digest.
std::string CustomReader::IdOf(const TableRows& table, const TableRow& row, bool* derived) const {
  std::string id;
  *derived = mapping_.id_columns.empty();
  for (const std::string& column : mapping_.id_columns) {
    const std::string_view text = table.Text(row, column);
    if (text.empty()) *derived = true;
    id += (id.empty() ? "" : "/") + std::string(text);
  }
  if (!*derived) return id;
  Sha256Stream digest;
  for (const std::string& column : mapping_.digest_columns) {
    digest.Add(table.Text(row, column));
    digest.Add("\x1F");
  }
  return "x-" + HexText(digest.Finish()).substr(0, kDigestLength);
}

Schema CustomReader::SchemaOf(const std::string& id, const InputFile& file, const TableRows& table,
                              const TableRow& row) {
  if (mapping_.schema_is_constant || mapping_.schema_column.empty()) return mapping_.schema_default;
  const std::string_view text = table.Text(row, mapping_.schema_column);
  if (text.empty()) return mapping_.schema_default;
  const auto mapped = mapping_.schema_values.find(AsciiLower(text));
  if (mapped != mapping_.schema_values.end()) return mapped->second;
  if (const auto schema = SchemaFromName(text)) return *schema;
  report_.AddDefect({"schema", id, std::string(file.name), row.line,
                     "\"" + std::string(text) + "\" is no schema we know; taken as " +
                         std::string(SchemaName(mapping_.schema_default))});
  return mapping_.schema_default;
}

Status CustomReader::HandOver(Record&& record, const std::string& file, uint64_t line) {
  ++report_.records_out;
  report_.Count(record, file, line);
  return sink_(std::move(record));
}

Status CustomReader::Accept(Record&& record, bool derived, const InputFile& file,
                            const TableRow& row) {
  const std::string name(file.name);
  const auto [found, is_new] = seen_.emplace(record.id, Seen{name, row.line, merged_.size(), 1});
  Seen& seen = found->second;
  if (mapping_.merge_rows) {
    ++report_.rows_used;
    if (is_new) {
      ++report_.records_in;
      merged_.push_back(std::move(record));
      merged_places_.emplace_back(name, row.line);
    } else {
      MergeInto(&merged_[seen.merged], std::move(record));
    }
    return Ok{};
  }
  if (!is_new && !derived) {
    return MakeError(ErrorCode::kDuplicateRecord,
                     "id " + record.id + " stands twice: in line " + std::to_string(seen.line) +
                         " of " + seen.file + " and line " + std::to_string(row.line) + " of " +
                         name,
                     Where{options_.source, name, record.id, row.line, row.byte, true});
  }
  if (!is_new) {
    report_.AddDefect({"repeated_row", record.id, name, row.line,
                       "the same party as in line " + std::to_string(seen.line) + " of " +
                           seen.file +
                           ", by what tells parties apart; kept as a record of its own"});
    record.id += "-" + std::to_string(++seen.copies);
  }
  ++report_.records_in;
  ++report_.rows_used;
  return HandOver(std::move(record), name, row.line);
}

Status CustomReader::ReadRow(const InputFile& file, const TableRows& table, const TableRow& row) {
  if (row.cells.empty()) return Ok{};
  Record record;
  record.source = options_.source;
  bool derived = false;
  record.id = IdOf(table, row, &derived);
  record.schema = SchemaOf(record.id, file, table, row);
  RowReader(mapping_, table, row, &record).Read();
  if (record.names.empty() && !mapping_.merge_rows && record.schema != Schema::kCryptoWallet) {
    ++report_.records_in;
    report_.AddReject({record.id, std::string(file.name), row.line, "a row without a name"});
    return Ok{};
  }
  return Accept(std::move(record), derived, file, row);
}

Status CustomReader::ReadFile(const InputFile& file) {
  ASSIGN_OR_RETURN(const auto table, Open(file));
  const bool by_name = options_.mapping.empty();
  size_t known_columns = table->columns().size();
  while (true) {
    ASSIGN_OR_RETURN(const TableRow* row, table->Next());
    if (row == nullptr) return Ok{};
    for (; by_name && known_columns < table->columns().size(); ++known_columns) {
      AddColumnByName(table->columns()[known_columns],
                      &mapping_);  // JSON shows its keys as it goes
    }
    RETURN_IF_ERROR(ReadRow(file, *table, *row));
    constexpr uint64_t kProgressEvery = 4096;  // rows
    if (options_.progress && report_.rows_in % kProgressEvery == 0) {
      options_.progress(row->byte, file.bytes.size());
    }
  }
}

Status CustomReader::Finish() {
  for (size_t i = 0; i < merged_.size(); ++i) {
    const auto& [file, line] = merged_places_[i];
    if (merged_[i].names.empty() && merged_[i].schema != Schema::kCryptoWallet) {
      report_.AddReject({merged_[i].id, file, line, "a party without a name"});
      continue;
    }
    RETURN_IF_ERROR(HandOver(std::move(merged_[i]), file, line));
  }
  return Ok{};
}

class CustomList : public Format {
 public:
  std::string_view name() const override { return "custom_list"; }
  std::string_view title() const override { return "custom list (CSV or JSON lines)"; }
  int version() const override { return 1; }

  bool Recognises(const InputFile& file) const override {
    const std::string_view head = file.bytes.substr(0, kPeekBytes);
    if (LooksLikeJson(head)) {
      JsonLines lines(head);
      if (!lines.Next()) return false;
      JsonParser parser;
      const auto object = parser.ParseObject(lines.text());
      return object.ok() && !JsonString(*object, "name").empty();
    }
    if (Trim(head).starts_with('<') || head.find('\0') != std::string_view::npos) return false;
    CsvReader reader(head);
    const auto row = reader.Next();
    if (!row.ok() || *row == nullptr) return false;
    return CsvHeader(**row).Find("name") != CsvHeader::npos;
  }

  Result<ParseReport> Read(std::span<const InputFile> files, const ReadOptions& options,
                           const RecordSink& sink) const override {
    ParseReport report;
    report.format = name();
    report.format_version = version();
    CustomReader reader(options, sink, &report);
    for (const InputFile& file : files) RETURN_IF_ERROR(reader.ReadFile(file));
    RETURN_IF_ERROR(reader.Finish());
    if (report.records_in > 0) return report;
    return MakeError(ErrorCode::kEmptyList, "no rows with a party",
                     Where{.source = options.source,
                           .file = files.empty() ? "" : std::string(files.front().name)});
  }
};

}  // namespace

const Format& CustomListFormat() {
  static const CustomList kFormat;
  return kFormat;
}

}  // namespace interdict
