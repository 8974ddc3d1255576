#include "interdict/lists/opensanctions/opensanctions_simple_csv.h"

#include <array>
#include <functional>
#include <unordered_map>

#include "interdict/base/strings.h"
#include "interdict/lists/cells/csv_file.h"
#include "interdict/lists/cells/fact_kind.h"
#include "interdict/lists/cells/packed_values.h"
#include "interdict/lists/opensanctions/ftm_schema.h"

namespace interdict {
namespace {

constexpr char kSeparator = ';';

enum Column : size_t {
  kId,
  kSchema,
  kName,
  kAliases,
  kBirthDate,
  kCountries,
  kAddresses,
  kIdentifiers,
  kSanctions,
  kPhones,
  kEmails,
  kDataset,
  kFirstSeen,
  kLastSeen,
  kLastChange,
  kProgramIds,  // since 2025
};
constexpr std::array<std::string_view, 16> kColumns = {
    "id",         "schema",      "name",        "aliases",    "birth_date", "countries",
    "addresses",  "identifiers", "sanctions",   "phones",     "emails",     "dataset",
    "first_seen", "last_seen",   "last_change", "program_ids"};

class SimpleReader {
 public:
  SimpleReader(const InputFile& file, const ReadOptions& options, const RecordSink& sink,
               ParseReport* report)
      : file_(file), options_(options), sink_(sink), report_(*report) {}

  Status Read();
  const std::string& last_seen() const { return last_seen_; }

 private:
  Status ReadRow(const CsvFile& file, const CsvRow& row);
  void AddFacts(const CsvRow& row, Record* record) const;
  void AddIdentifiers(std::string_view cell, Record* record) const;
  void AddDesignations(const CsvRow& row, Record* record) const;
  std::string_view Cell(const CsvRow& row, Column column) const {
    return columns_[column] == CsvHeader::npos ? std::string_view() : Trim(row[columns_[column]]);
  }
  void ForEachIn(const CsvRow& row, Column column,
                 const std::function<void(const std::string&)>& callback) const {
    for (const std::string& value : UnpackList(Cell(row, column), kSeparator)) callback(value);
  }

  const InputFile& file_;
  const ReadOptions& options_;
  const RecordSink& sink_;
  ParseReport& report_;
  std::array<size_t, kColumns.size()> columns_{};
  std::unordered_map<std::string, uint64_t> line_of_id_;
  std::string last_seen_;
};

DateKind KindOfDate(Schema schema) {
  switch (schema) {
    case Schema::kVessel:
    case Schema::kAirplane:
      return DateKind::kBuild;
    case Schema::kCompany:
    case Schema::kOrganization:
    case Schema::kPublicBody:
      return DateKind::kIncorporation;
    default:
      return DateKind::kBirth;
  }
}

// Names, dates, places, contact: each column is one kind of fact.
void SimpleReader::AddFacts(const CsvRow& row, Record* record) const {
  const auto add = [&](Column column, FactPart part, auto kind) {
    const FactKind fact{part, static_cast<uint8_t>(kind)};
    const std::string field(kColumns[column]);
    ForEachIn(row, column,
              [&](const std::string& value) { AddFact(fact, value, field, {}, record); });
  };
  AddFact({FactPart::kName, static_cast<uint8_t>(NameKind::kPrimary)}, Cell(row, kName),
          std::string(kColumns[kName]), {}, record);
  add(kAliases, FactPart::kName, NameKind::kStrong);
  add(kBirthDate, FactPart::kDate, KindOfDate(record->schema));
  add(kCountries, FactPart::kCountry, CountryKind::kOther);
  add(kAddresses, FactPart::kAddress, AddressKind::kAddress);
  add(kPhones, FactPart::kAttribute, AttributeKind::kPhone);
  add(kEmails, FactPart::kAttribute, AttributeKind::kEmail);
  for (Column column : {kDataset, kFirstSeen, kLastChange}) {
    add(column, FactPart::kAttribute, AttributeKind::kOther);
  }
}

void SimpleReader::AddIdentifiers(std::string_view cell, Record* record) const {
  for (std::string& value : UnpackList(cell, kSeparator)) {
    const bool imo = StartsWithIgnoreCase(value, "IMO") && IsDigits(Trim(value.substr(3)));
    const IdScheme scheme = !imo                                ? IdScheme::kOtherId
                            : record->schema == Schema::kVessel ? IdScheme::kImo
                                                                : IdScheme::kImoCompany;
    record->identifiers.push_back(
        MakeIdentifier(scheme, std::move(value), std::string(kColumns[kIdentifiers])));
  }
}

void SimpleReader::AddDesignations(const CsvRow& row, Record* record) const {
  ForEachIn(row, kProgramIds, [&](const std::string& program) {
    record->designations.emplace_back();
    record->designations.back().program = program;
    record->designations.back().field = kColumns[kProgramIds];
  });
  ForEachIn(row, kSanctions, [&](const std::string& text) {
    record->attributes.push_back({AttributeKind::kReason, text, std::string(kColumns[kSanctions])});
  });
}

Status SimpleReader::ReadRow(const CsvFile& file, const CsvRow& row) {
  const std::string id(Cell(row, kId));
  ++report_.records_in;
  const auto schema = FtmPartySchema(Cell(row, kSchema));
  const auto reject = [&](std::string reason) {
    report_.AddReject({id, file.name(), row.line, std::move(reason)});
    return Ok{};
  };
  if (id.empty()) return reject("a row without id");
  const auto [known, is_new] = line_of_id_.emplace(id, row.line);
  if (!is_new) {
    Error error = file.Fail(ErrorCode::kDuplicateRecord, row.line,
                            "id " + id + " stands twice: in lines " +
                                std::to_string(known->second) + " and " + std::to_string(row.line));
    error.where.record = id;
    return error;
  }
  if (!schema) {
    return reject("schema \"" + std::string(Cell(row, kSchema)) +
                  "\" is no kind of party that can be screened");
  }
  Record record;
  record.source = options_.source;
  record.id = id;
  record.schema = *schema;
  AddFacts(row, &record);
  AddIdentifiers(Cell(row, kIdentifiers), &record);
  AddDesignations(row, &record);
  if (CrossReference reference = FtmReferent(id); !reference.source.empty()) {
    reference.field = kColumns[kId];
    record.references.push_back(std::move(reference));
  }
  file.KeepUnused(row, &record);
  if (const std::string_view seen = Cell(row, kLastSeen); seen > last_seen_) {
    last_seen_ = std::string(seen);
  }
  ++report_.rows_used;
  ++report_.records_out;
  report_.Count(record, file.name(), row.line);
  return sink_(std::move(record));
}

Status SimpleReader::Read() {
  ASSIGN_OR_RETURN(CsvFile file, CsvFile::Open(file_, options_.source, {}, &report_));
  for (size_t i = 0; i < kColumns.size(); ++i) {
    columns_[i] = file.header().Find(kColumns[i]);
    if (i != kProgramIds) RETURN_IF_ERROR(file.Require(kColumns[i]));
  }
  while (true) {
    ASSIGN_OR_RETURN(const CsvRow* row, file.Next());
    if (row == nullptr) break;
    RETURN_IF_ERROR(ReadRow(file, *row));
    constexpr uint64_t kProgressEvery = 4096;  // rows
    if (options_.progress && report_.rows_in % kProgressEvery == 0) {
      options_.progress(row->byte, file_.bytes.size());
    }
  }
  if (report_.records_in == 0) return file.Fail(ErrorCode::kEmptyList, 1, "a header, but no rows");
  return Ok{};
}

class OpenSanctionsSimpleCsv : public Format {
 public:
  std::string_view name() const override { return "opensanctions_simple_csv"; }
  std::string_view title() const override { return "OpenSanctions targets.simple.csv"; }
  int version() const override { return 1; }

  bool Recognises(const InputFile& file) const override {
    CsvReader reader(file.bytes.substr(0, kPeekBytes));
    const auto row = reader.Next();
    if (!row.ok() || *row == nullptr) return false;
    CsvHeader header(**row);
    for (Column column : {kId, kSchema, kAliases, kIdentifiers, kSanctions, kDataset, kLastSeen}) {
      if (header.Find(kColumns[column]) == CsvHeader::npos) return false;
    }
    return true;
  }

  Result<ParseReport> Read(std::span<const InputFile> files, const ReadOptions& options,
                           const RecordSink& sink) const override {
    ParseReport report;
    report.format = name();
    report.format_version = version();
    if (files.size() != 1) {
      return MakeError(
          ErrorCode::kMismatchedParts,
          "targets.simple.csv is one file; " + std::to_string(files.size()) + " were given",
          Where{.source = options.source});
    }
    SimpleReader reader(files.front(), options, sink, &report);
    RETURN_IF_ERROR(reader.Read());
    if (const auto seen = ParsePartialDate(reader.last_seen()); seen && seen->IsDay()) {
      report.published = seen->first;
      report.published_from = kColumns[kLastSeen];
    }
    return report;
  }
};

}  // namespace

const Format& OpenSanctionsSimpleCsvFormat() {
  static const OpenSanctionsSimpleCsv kFormat;
  return kFormat;
}

}  // namespace interdict
