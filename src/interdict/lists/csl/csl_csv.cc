#include "interdict/lists/csl/csl_csv.h"

#include <array>

#include "interdict/base/strings.h"
#include "interdict/lists/cells/csv_file.h"
#include "interdict/lists/csl/csl_fields.h"

namespace interdict {
namespace {

// Columns of one value, and the member that gets it; those of the base id first.
struct TextColumn {
  std::string_view name;
  std::string CslRow::*member;
  bool required;
};
constexpr std::array<TextColumn, 23> kTextColumns = {{
    {"_id", &CslRow::id, false},
    {"source", &CslRow::source, true},
    {"entity_number", &CslRow::entity_number, true},
    {"name", &CslRow::name, true},
    {"type", &CslRow::type, true},
    {"title", &CslRow::title, true},
    {"federal_register_notice", &CslRow::federal_register_notice, true},
    {"start_date", &CslRow::start_date, true},
    {"end_date", &CslRow::end_date, true},
    {"date_of_listing", &CslRow::listed, false},
    {"standard_order", &CslRow::standard_order, true},
    {"license_requirement", &CslRow::license_requirement, true},
    {"license_policy", &CslRow::license_policy, true},
    {"call_sign", &CslRow::call_sign, true},
    {"vessel_type", &CslRow::vessel_type, true},
    {"gross_tonnage", &CslRow::gross_tonnage, true},
    {"gross_registered_tonnage", &CslRow::gross_registered_tonnage, true},
    {"vessel_flag", &CslRow::vessel_flag, true},
    {"vessel_owner", &CslRow::vessel_owner, true},
    {"remarks", &CslRow::remarks, true},
    {"source_list_url", &CslRow::source_list_url, true},
    {"source_information_url", &CslRow::source_information_url, true},
    {"country", &CslRow::country, false},
}};

constexpr size_t kKeyColumns = 4;

// Columns of several values.
struct ListColumn {
  std::string_view name;
  std::vector<std::string> CslRow::*member;
};
constexpr std::array<ListColumn, 6> kListColumns = {{
    {"programs", &CslRow::programs},
    {"alt_names", &CslRow::alt_names},
    {"citizenships", &CslRow::citizenships},
    {"nationalities", &CslRow::nationalities},
    {"dates_of_birth", &CslRow::dates_of_birth},
    {"places_of_birth", &CslRow::places_of_birth},
}};

class CslCsvDocument : public CslDocument {
 public:
  CslCsvDocument(const InputFile& file, const ReadOptions& options)
      : file_(file), options_(options) {}

  Status ForEachRow(bool keys_only, ParseReport* report, const CslRowCallback& callback) override {
    ASSIGN_OR_RETURN(CsvFile file, CsvFile::Open(file_, options_.source, {}, report));
    RETURN_IF_ERROR(FindColumns(&file));
    while (true) {
      ASSIGN_OR_RETURN(const CsvRow* row, file.Next());
      if (row == nullptr) return Ok{};
      RETURN_IF_ERROR(callback(keys_only ? MakeKeys(*row) : MakeRow(file, *row)));
      constexpr uint64_t kProgressEvery = 4096;  // rows
      if (options_.progress && report->rows_in % kProgressEvery == 0) {
        options_.progress(row->byte, file_.bytes.size());
      }
    }
  }

 private:
  Status FindColumns(CsvFile* file) {
    for (size_t i = 0; i < kTextColumns.size(); ++i) {
      texts_[i] = file->header().Find(kTextColumns[i].name);
      if (kTextColumns[i].required) RETURN_IF_ERROR(file->Require(kTextColumns[i].name));
    }
    for (size_t i = 0; i < kListColumns.size(); ++i) {
      ASSIGN_OR_RETURN(lists_[i], file->Require(kListColumns[i].name));
    }
    ASSIGN_OR_RETURN(addresses_, file->Require("addresses"));
    ids_ = file->header().Find("ids");
    type_first_ = texts_[0] != CsvHeader::npos;
    return Ok{};
  }

  static std::string_view Cell(const CsvRow& row, size_t column) {
    return column == CsvHeader::npos ? std::string_view() : Trim(row[column]);
  }

  CslRow MakeKeys(const CsvRow& row) const {
    CslRow made;
    made.line = row.line;
    for (size_t i = 0; i < kKeyColumns; ++i) {
      made.*kTextColumns[i].member = std::string(Cell(row, texts_[i]));
    }
    return made;
  }

  CslRow MakeRow(const CsvFile& file, const CsvRow& row) const {
    CslRow made;
    made.line = row.line;
    for (size_t i = 0; i < kTextColumns.size(); ++i) {
      made.*kTextColumns[i].member = std::string(Cell(row, texts_[i]));
    }
    for (size_t i = 0; i < kListColumns.size(); ++i) {
      for (std::string_view value : SplitTrimmed(Cell(row, lists_[i]), "; ")) {
        (made.*kListColumns[i].member).emplace_back(value);
      }
    }
    made.addresses = ParseCslAddresses(Cell(row, addresses_));
    made.ids = ParseCslIds(Cell(row, ids_), type_first_);
    Record rest;
    file.KeepUnused(row, &rest);
    for (Attribute& unused : rest.uninterpreted) {
      made.unknown.emplace_back(std::move(unused.field), std::move(unused.value));
    }
    return made;
  }

  const InputFile& file_;
  const ReadOptions& options_;
  std::array<size_t, kTextColumns.size()> texts_{};
  std::array<size_t, kListColumns.size()> lists_{};
  size_t addresses_ = CsvHeader::npos;
  size_t ids_ = CsvHeader::npos;
  bool type_first_ = false;
};

class CslCsv : public Format {
 public:
  std::string_view name() const override { return "csl_csv"; }
  std::string_view title() const override { return "US Consolidated Screening List (CSV)"; }
  int version() const override { return 1; }

  bool Recognises(const InputFile& file) const override {
    CsvReader reader(file.bytes.substr(0, kPeekBytes));
    const auto row = reader.Next();
    if (!row.ok() || *row == nullptr) return false;
    CsvHeader header(**row);
    for (std::string_view column : {"source", "entity_number", "programs", "alt_names",
                                    "federal_register_notice", "source_list_url"}) {
      if (header.Find(column) == CsvHeader::npos) return false;
    }
    return true;
  }

  Result<ParseReport> Read(std::span<const InputFile> files, const ReadOptions& options,
                           const RecordSink& sink) const override {
    if (files.size() != 1) {
      return MakeError(ErrorCode::kMismatchedParts,
                       "the Consolidated Screening List is one file; " +
                           std::to_string(files.size()) + " were given",
                       Where{.source = options.source});
    }
    CslCsvDocument document(files.front(), options);
    return ReadCsl(*this, files.front(), options, sink, &document);
  }
};

}  // namespace

const Format& CslCsvFormat() {
  static const CslCsv kFormat;
  return kFormat;
}

}  // namespace interdict
