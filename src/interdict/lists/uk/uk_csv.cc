#include "interdict/lists/uk/uk_csv.h"
#include "interdict/lists/cells/csv_file.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "interdict/base/strings.h"
#include "interdict/lists/cells/add_once.h"
#include "interdict/lists/cells/grouped_rows.h"
#include "interdict/lists/uk/uk_fields.h"
#include "interdict/lists/uk/uk_record.h"

namespace interdict {
namespace {

constexpr int kHeaderWithin = 6;  // rows
constexpr uint64_t kProgressEvery = 256;

CsvOptions Options() {
  CsvOptions options;
  options.max_columns = 256;
  return options;
}

// First name of the column of a part's cell.
std::string_view ColumnOf(UkPart part, UkDialect dialect) {
  const std::string_view names =
      UkPartLayouts()[static_cast<size_t>(part)].cells[0].names[static_cast<size_t>(dialect)];
  return names.substr(0, names.find('|'));
}

bool IsHeader(const CsvRow& row, const UkCsvSpec& spec) {
  CsvHeader header(row);
  return header.Find(ColumnOf(spec.id_part, spec.dialect)) != CsvHeader::npos &&
         header.Find(spec.marker_column) != CsvHeader::npos;
}

// Columns of the parts' cells in a file, and the columns that are nobody's.
class Columns {
 public:
  Columns(const CsvRow& header_row, UkDialect dialect) : header_(header_row) {
    for (const UkPartLayout& layout : UkPartLayouts()) {
      PartColumns part{layout.part, {}, layout.cell_count, false};
      for (size_t i = 0; i < layout.cell_count; ++i) {
        part.cells[i] = FindAny(layout.cells[i].names[static_cast<size_t>(dialect)]);
        part.present |= part.cells[i] != CsvHeader::npos;
      }
      if (part.present) parts_.push_back(part);
    }
    for (size_t i = 0; i < header_.size(); ++i) {
      if (!header_.used(i)) unknown_.push_back(i);
    }
  }

  Status RequireColumns(const UkCsvSpec& spec) {
    for (const UkPart part : {UkPart::kName, UkPart::kType, UkPart::kListing}) {
      const bool there = std::any_of(parts_.begin(), parts_.end(), [&](const PartColumns& known) {
        return known.part == part && known.cells[0] != CsvHeader::npos;
      });
      if (there) continue;
      return MakeError(
          ErrorCode::kMissingColumn,
          "no column \"" + std::string(ColumnOf(part, spec.dialect)) + "\" in the header");
    }
    return Ok{};
  }

  size_t size() const { return header_.size(); }
  size_t Find(std::string_view name) { return header_.Find(name); }

  // Adds what the row says to the parts of its party, but for `without`.
  void Read(const CsvRow& row, std::optional<UkPart> without, PartyParts* parts) const {
    std::array<std::string_view, 8> cells;
    for (const PartColumns& part : parts_) {
      if (part.part == without) continue;
      for (size_t i = 0; i < part.count; ++i) {
        cells[i] = part.cells[i] == CsvHeader::npos ? std::string_view() : row[part.cells[i]];
      }
      // A name type or a language says nothing without the name.
      const bool named = part.part == UkPart::kName || part.part == UkPart::kOriginalName;
      if (named && NoName(part, cells)) continue;
      parts->Add(static_cast<size_t>(part.part), {cells.data(), part.count});
    }
  }

  // Adds the filled cells of columns that no part uses.
  void ReadUnknown(const CsvRow& row, std::vector<Attribute>* uninterpreted) const {
    for (size_t column : unknown_) {
      AddUnknown(header_.name(column), row[column], uninterpreted);
    }
    for (size_t column = header_.size(); column < row.size(); ++column) {
      AddUnknown("column " + std::to_string(column + 1), row[column], uninterpreted);
    }
  }

 private:
  struct PartColumns {
    UkPart part;
    std::array<size_t, 8> cells;
    size_t count = 0;
    bool present = false;
  };

  size_t FindAny(std::string_view names) {
    for (std::string_view name : SplitTrimmed(names, "|")) {
      const size_t column = header_.Find(name);
      if (column != CsvHeader::npos) return column;
    }
    return CsvHeader::npos;
  }

  static bool NoName(const PartColumns& part, const std::array<std::string_view, 8>& cells) {
    const size_t texts = part.part == UkPart::kName ? 6 : 1;
    return std::all_of(cells.begin(), cells.begin() + static_cast<std::ptrdiff_t>(texts),
                       [](std::string_view cell) { return Trim(cell).empty(); });
  }

  static void AddUnknown(const std::string& column, std::string_view cell,
                         std::vector<Attribute>* uninterpreted) {
    const std::string_view value = Trim(cell);
    if (value.empty()) return;
    AddOnce(uninterpreted, Attribute{AttributeKind::kOther, UnescapeHtml(value), column});
  }

  CsvHeader header_;
  std::vector<PartColumns> parts_;
  std::vector<size_t> unknown_;
};

class Reader {
 public:
  Reader(const InputFile& file, const UkCsvSpec& spec, const ReadOptions& options,
         const RecordSink& sink)
      : file_(file), spec_(spec), options_(options), sink_(sink), groups_(file.bytes, Options()) {
    report_.format = std::string(spec.format);
    report_.format_version = spec.version;
  }

  Result<ParseReport> Read() {
    RETURN_IF_ERROR(IndexRows());
    for (size_t group = 0; group < groups_.size(); ++group) RETURN_IF_ERROR(ReadParty(group));
    if (report_.records_out == 0) {
      return MakeError(ErrorCode::kEmptyList, "the list has no designation");
    }
    if (options_.progress) options_.progress(file_.bytes.size(), file_.bytes.size());
    return std::move(report_);
  }

 private:
  // First pass: where the rows of each party are.
  Status IndexRows() {
    CsvReader reader(file_.bytes, Options());
    RETURN_IF_ERROR(FindHeader(&reader));
    id_column_ = columns_->Find(ColumnOf(spec_.id_part, spec_.dialect));
    while (true) {
      ASSIGN_OR_RETURN(const CsvRow* row, reader.Next());
      if (row == nullptr) return Ok{};
      RETURN_IF_ERROR(IndexRow(*row));
    }
  }

  Status FindHeader(CsvReader* reader) {
    for (int i = 0; i < kHeaderWithin; ++i) {
      ASSIGN_OR_RETURN(const CsvRow* row, reader->Next());
      if (row == nullptr) break;
      if (IsHeader(*row, spec_)) {
        columns_.emplace(*row, spec_.dialect);
        return columns_->RequireColumns(spec_);
      }
      ReadDateLine(*row);
    }
    return MakeError(ErrorCode::kWrongDocument,
                     "no header with the column \"" +
                         std::string(ColumnOf(spec_.id_part, spec_.dialect)) + "\"");
  }

  // "Report Date: 11-Sep-2026" or "Last Updated,10/04/2025,,".
  void ReadDateLine(const CsvRow& row) {
    std::string_view text = Trim(row[0]);
    if (!StartsWithIgnoreCase(text, spec_.date_label)) return;
    text = Trim(text.substr(spec_.date_label.size()));
    if (text.starts_with(':')) text = Trim(text.substr(1));
    if (text.empty()) text = Trim(row[1]);
    report_.published = ParseIsoDate(UkIsoDate(text));
    if (report_.published) report_.published_from = std::string(spec_.date_label);
  }

  Status IndexRow(const CsvRow& row) {
    if (row.size() != columns_->size()) {
      RETURN_IF_ERROR(CheckRowWidth(row, columns_->size(), Trim(row[id_column_]), file_, &report_));
    }
    const bool blank = std::all_of(row.cells.begin(), row.cells.end(),
                                   [](std::string_view cell) { return Trim(cell).empty(); });
    const std::string_view id = Trim(row[id_column_]);
    groups_.Add(id, row);
    if (blank) return Ok{};
    ++report_.rows_in;
    if (!id.empty()) return Ok{};
    ++report_.records_in;
    report_.AddReject({"", std::string(file_.name), row.line,
                       "a row without " + std::string(ColumnOf(spec_.id_part, spec_.dialect)) +
                           ": it can be given to no party"});
    return Ok{};
  }

  // Second pass: one party.
  Status ReadParty(size_t group) {
    parts_.Clear();
    std::vector<Attribute> uninterpreted;
    std::string other_information;
    RETURN_IF_ERROR(groups_.ForEachRow(group, [&](const CsvRow& row) -> Status {
      ++report_.rows_used;
      const bool reads = spec_.read_other_information != nullptr;
      columns_->Read(row, reads ? std::optional(UkPart::kOtherInformation) : std::nullopt, &parts_);
      columns_->ReadUnknown(row, &uninterpreted);
      if (reads) ReadOtherInformation(row, &other_information);
      return Ok{};
    }));
    const std::string& id = groups_.key(group);
    const uint64_t line = groups_.first_line(group);
    if (parts_.overflow()) {
      return MakeError(ErrorCode::kTooLarge, PartyParts::OverflowText(),
                       Where{.record = id, .line = line});
    }
    const UkContext context{spec_.dialect, options_.source, file_.name};
    Record record = BuildUkRecord(parts_, id, context, line, &report_);
    record.uninterpreted = std::move(uninterpreted);
    report_.Count(record, std::string(file_.name), line);
    ++report_.records_in;
    ++report_.records_out;
    if (options_.progress && group % kProgressEvery == 0) {
      // The second pass counts; parties come in the order of their first rows.
      options_.progress(groups_.first_byte(group), file_.bytes.size());
    }
    return sink_(std::move(record));
  }

  // The cell is the same in every row of a party, and long.
  void ReadOtherInformation(const CsvRow& row, std::string* last) {
    if (other_column_ == CsvHeader::npos) {
      other_column_ = columns_->Find(ColumnOf(UkPart::kOtherInformation, spec_.dialect));
      if (other_column_ == CsvHeader::npos) return;
    }
    const std::string_view text = row[other_column_];
    if (text == *last) return;
    last->assign(text);
    spec_.read_other_information(text, &parts_, &report_);
  }

  const InputFile& file_;
  const UkCsvSpec& spec_;
  const ReadOptions& options_;
  const RecordSink& sink_;
  ParseReport report_;
  GroupedRows groups_;
  std::optional<Columns> columns_;
  size_t id_column_ = CsvHeader::npos;
  size_t other_column_ = CsvHeader::npos;
  PartyParts parts_{kUkPartCount};
};

}  // namespace

bool RecognisesUkCsv(const InputFile& file, const UkCsvSpec& spec) {
  CsvReader reader(file.bytes.substr(0, Format::kPeekBytes), Options());
  for (int i = 0; i < kHeaderWithin; ++i) {
    const auto row = reader.Next();
    if (!row.ok() || *row == nullptr) return false;
    if (IsHeader(**row, spec)) return true;
  }
  return false;
}

Result<ParseReport> ReadUkCsv(std::span<const InputFile> files, const UkCsvSpec& spec,
                              const ReadOptions& options, const RecordSink& sink) {
  if (files.size() != 1) {
    return MakeError(ErrorCode::kMismatchedParts,
                     "this list is one file, " + std::to_string(files.size()) + " were given");
  }
  auto report = Reader(files[0], spec, options, sink).Read();
  if (report.ok()) return report;
  Error error = std::move(report).error();
  if (error.where.file.empty()) error.where.file = std::string(files[0].name);
  if (error.where.source.empty()) error.where.source = options.source;
  return error;
}

}  // namespace interdict
