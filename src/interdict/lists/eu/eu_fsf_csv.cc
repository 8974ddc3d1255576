#include "interdict/lists/eu/eu_fsf_csv.h"
#include "interdict/lists/cells/csv_file.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "interdict/base/strings.h"
#include "interdict/lists/cells/add_once.h"
#include "interdict/lists/cells/grouped_rows.h"
#include "interdict/lists/cells/party_parts.h"
#include "interdict/lists/eu/eu_fsf_record.h"

namespace interdict {
namespace {

constexpr char kDelimiter = ';';
constexpr std::string_view kIdColumn = "Entity_LogicalId";
constexpr std::string_view kNameColumn = "NameAlias_WholeName";
constexpr std::string_view kReferenceColumn = "Entity_EU_ReferenceNumber";
constexpr std::string_view kDateColumn = "fileGenerationDate";
constexpr uint64_t kProgressEvery = 256;
// Lines with unbalanced quotes that are put right; each costs a look at the rest of the file.
constexpr int kMaxUnbalanced = 200;

CsvOptions Options() {
  CsvOptions options;
  options.delimiter = kDelimiter;
  options.lazy_quotes = true;
  options.max_columns = 256;
  return options;
}

bool IsHeader(const CsvRow& row) {
  CsvHeader header(row);
  return header.Find(kIdColumn) != CsvHeader::npos && header.Find(kNameColumn) != CsvHeader::npos;
}

// Columns of the parts' cells in a file, and the columns that are nobody's.
class Columns {
 public:
  explicit Columns(const CsvRow& header_row) : header_(header_row) {
    for (const FsfPartLayout& layout : FsfPartLayouts()) {
      Part& part = parts_.emplace_back();
      part.layout = &layout;
      for (size_t i = 0; i < layout.cell_count; ++i) {
        part.cells[i] =
            layout.cells[i].csv.empty() ? CsvHeader::npos : header_.Find(layout.cells[i].csv);
      }
      const std::string prefix(layout.csv_prefix);
      if (layout.part == FsfPart::kEntity || layout.part == FsfPart::kRegulation) continue;
      part.logical_id = header_.Find(prefix + "LogicalId");
      part.language = header_.Find(prefix + "RegulationLanguage");
      constexpr std::array<std::string_view, fsf::kActUser> kActColumns = {
          "Type",        "OrganisationType", "PublicationDate", "EntryIntoForceDate",
          "NumberTitle", "Programme",        "PublicationUrl"};
      for (size_t i = 0; i < kActColumns.size(); ++i) {
        part.act[i] = header_.Find(prefix + "Regulation_" + std::string(kActColumns[i]));
      }
    }
    header_.Find(kDateColumn);
    for (size_t i = 0; i < header_.size(); ++i) {
      if (!header_.used(i)) unknown_.push_back(i);
    }
  }

  size_t size() const { return header_.size(); }
  CsvHeader& header() { return header_; }

  void Read(const CsvRow& row, PartyParts* parts, std::vector<Attribute>* uninterpreted) const {
    for (const Part& part : parts_) ReadPart(row, part, parts, uninterpreted);
    for (size_t column : unknown_) Keep(header_.name(column), row[column], uninterpreted);
    for (size_t column = header_.size(); column < row.size(); ++column) {
      Keep("column " + std::to_string(column + 1), row[column], uninterpreted);
    }
  }

 private:
  struct Part {
    const FsfPartLayout* layout = nullptr;
    std::array<size_t, fsf::kIdCells> cells;
    std::array<size_t, fsf::kActUser> act;
    size_t logical_id = CsvHeader::npos;
    size_t language = CsvHeader::npos;
  };

  static std::string_view Cell(const CsvRow& row, size_t column) {
    return column == CsvHeader::npos ? std::string_view() : Trim(row[column]);
  }

  static void Keep(const std::string& column, std::string_view cell,
                   std::vector<Attribute>* uninterpreted) {
    const std::string_view value = Trim(cell);
    if (value.empty()) return;
    AddOnce(uninterpreted, Attribute{AttributeKind::kOther, std::string(value), column});
  }

  void ReadPart(const CsvRow& row, const Part& part, PartyParts* parts,
                std::vector<Attribute>* uninterpreted) const {
    const FsfPartLayout& layout = *part.layout;
    std::array<std::string_view, fsf::kIdCells> cells;
    for (size_t i = 0; i < layout.cell_count; ++i) cells[i] = Cell(row, part.cells[i]);
    const std::span<const std::string_view> filled(cells.data(), layout.cell_count);
    parts->Add(static_cast<size_t>(layout.part), filled);
    if (layout.part == FsfPart::kEntity || layout.part == FsfPart::kRegulation) return;
    ReadAct(row, part, parts);
    const std::string_view language = Cell(row, part.language);
    if (!language.empty() && !EqualsIgnoreCase(language, "en")) {
      Keep(header_.name(part.language), language, uninterpreted);
    }
  }

  static void ReadAct(const CsvRow& row, const Part& part, PartyParts* parts) {
    std::array<std::string_view, fsf::kActCells> cells;
    bool blank = true;
    for (size_t i = 0; i < part.act.size(); ++i) {
      cells[i] = Cell(row, part.act[i]);
      blank &= cells[i].empty();
    }
    if (blank) return;
    const std::string user =
        std::string(part.layout->element) + " " + std::string(Cell(row, part.logical_id));
    cells[fsf::kActUser] = user;
    parts->Add(static_cast<size_t>(FsfPart::kAct), cells);
  }

  CsvHeader header_;
  std::vector<Part> parts_;
  std::vector<size_t> unknown_;
};

class Reader {
 public:
  Reader(const InputFile& file, const ReadOptions& options, const RecordSink& sink)
      : file_(file), options_(options), sink_(sink), groups_(file.bytes, Options()) {
    report_.format = "eu_fsf_csv";
    report_.format_version = 1;
  }

  Result<ParseReport> Read() {
    RETURN_IF_ERROR(IndexRows());
    for (size_t group = 0; group < groups_.size(); ++group) RETURN_IF_ERROR(ReadEntity(group));
    if (report_.records_out == 0) {
      return MakeError(ErrorCode::kEmptyList, "the list has no entity");
    }
    if (options_.progress) options_.progress(file_.bytes.size(), file_.bytes.size());
    return std::move(report_);
  }

 private:
  // First pass: where the rows of each entity are. After a row whose quotes do not balance the
  // reader starts anew at the next line.
  Status IndexRows() {
    size_t at = 0;
    uint64_t line = 1;
    CsvRow row;
    while (at < file_.bytes.size()) {
      CsvReader reader(file_.bytes.substr(at), Options());
      const size_t base = at;
      const uint64_t base_line = line;
      while (true) {
        auto next = reader.Next();
        if (!next.ok()) {
          Error error = std::move(next).error();
          if (error.code != ErrorCode::kTruncated) return Placed(error, base, base_line);
          if (!Literal(base + error.where.byte, base_line + error.where.line - 1, &at, &line)) {
            return Placed(error, base, base_line);
          }
          break;
        }
        if (*next == nullptr) return Ok{};
        row = **next;
        row.byte += base;
        row.line += base_line - 1;
        if (Swallows(row) && LiteralRow(row.byte, row.line, &at, &line)) break;
        RETURN_IF_ERROR(IndexRow(row, GroupedRows::Quoting::kCsv));
      }
    }
    return Ok{};
  }

  static Error Placed(Error error, size_t base, uint64_t base_line) {
    error.where.byte += base;
    error.where.line += base_line - 1;
    return error;
  }

  static bool SpansLines(const CsvRow& row) {
    return std::any_of(row.cells.begin(), row.cells.end(), [](std::string_view cell) {
      return cell.find('\n') != std::string_view::npos;
    });
  }

  // Whether a row has run over the rows behind it: it has another number of cells than the header,
  // or its first line and the next are whole rows by themselves.
  bool Swallows(const CsvRow& row) const {
    if (!columns_ || !SpansLines(row)) return false;
    if (row.size() != columns_->size()) return true;
    const std::string_view rest = file_.bytes.substr(row.byte);
    const size_t end = rest.find('\n');
    return IsWholeRow(rest.substr(0, end)) && IsWholeRow(rest.substr(end + 1));
  }

  // Whether the first line of the text has as many cells as the header, quotes left aside.
  bool IsWholeRow(std::string_view text) const {
    const std::string_view line = text.substr(0, text.find('\n'));
    const auto cells = std::count(line.begin(), line.end(), kDelimiter) + 1;
    return static_cast<size_t>(cells) == columns_->size();
  }

  // Begin of the line that a byte stands in.
  size_t LineBegin(size_t byte) const {
    const size_t before = file_.bytes.rfind('\n', byte == 0 ? 0 : byte - 1);
    return before == std::string_view::npos || byte == 0 ? 0 : before + 1;
  }

  // The cell that never closes begins in the line of `byte`: takes that line as it stands.
  bool Literal(size_t byte, uint64_t row_line, size_t* at, uint64_t* line) {
    return columns_.has_value() && LiteralRow(LineBegin(byte), row_line, at, line);
  }

  // Takes the line at `begin` with its quotes as they stand, if it then has as many cells as the
  // header, and moves `*at` and `*line` behind it.
  bool LiteralRow(size_t begin, uint64_t row_line, size_t* at, uint64_t* line) {
    const std::string_view rest = file_.bytes.substr(begin);
    const size_t end = rest.find('\n');
    std::string_view text = rest.substr(0, end);
    if (text.ends_with('\r')) text.remove_suffix(1);
    CsvRow row = SplitLiteralRow(text, kDelimiter);
    if (row.size() != columns_->size() || ++unbalanced_ > kMaxUnbalanced) return false;
    row.byte = begin;
    row.line = row_line;
    report_.AddDefect({"unbalanced_quote", std::string(Trim(row[id_column_])),
                       std::string(file_.name), row_line,
                       "a quote is opened and not closed in this line; read as it stands"});
    if (!IndexRow(row, GroupedRows::Quoting::kLiteral).ok()) return false;
    *at = end == std::string_view::npos ? file_.bytes.size() : begin + end + 1;
    *line = row_line + 1;
    return true;
  }

  Status IndexRow(const CsvRow& row, GroupedRows::Quoting quoting) {
    if (!columns_) return ReadHeader(row);
    if (row.size() != columns_->size()) {
      RETURN_IF_ERROR(CheckRowWidth(row, columns_->size(), Trim(row[id_column_]), file_, &report_));
    }
    const std::string_view id = Trim(row[id_column_]);
    groups_.Add(id, row, quoting);
    const bool blank = std::all_of(row.cells.begin(), row.cells.end(),
                                   [](std::string_view cell) { return Trim(cell).empty(); });
    if (blank) return Ok{};
    ++report_.rows_in;
    ReadDate(row);
    if (!id.empty()) return Ok{};
    ++report_.records_in;
    report_.AddReject({"", std::string(file_.name), row.line,
                       "a row without Entity_LogicalId: it can be given to no entity"});
    return Ok{};
  }

  Status ReadHeader(const CsvRow& row) {
    if (!IsHeader(row)) {
      return MakeError(ErrorCode::kMissingColumn,
                       "no columns \"" + std::string(kIdColumn) + "\" and \"" +
                           std::string(kNameColumn) + "\" in the header",
                       Where{.line = row.line});
    }
    columns_.emplace(row);
    id_column_ = columns_->header().Find(kIdColumn);
    date_column_ = columns_->header().Find(kDateColumn);
    ASSIGN_OR_RETURN(const size_t reference, columns_->header().Require(kReferenceColumn));
    (void)reference;
    return Ok{};
  }

  // The date stands in every row.
  void ReadDate(const CsvRow& row) {
    if (report_.published || date_column_ == CsvHeader::npos) return;
    const auto date = ParsePartialDate(row[date_column_]);
    if (!date || !date->IsDay()) return;
    report_.published = date->first;
    report_.published_from = std::string(kDateColumn);
  }

  // Second pass: one entity.
  Status ReadEntity(size_t group) {
    parts_.Clear();
    std::vector<Attribute> uninterpreted;
    RETURN_IF_ERROR(groups_.ForEachRow(group, [&](const CsvRow& row) -> Status {
      ++report_.rows_used;
      columns_->Read(row, &parts_, &uninterpreted);
      return Ok{};
    }));
    const uint64_t line = groups_.first_line(group);
    if (parts_.overflow()) {
      return MakeError(ErrorCode::kTooLarge, PartyParts::OverflowText(),
                       Where{.record = groups_.key(group), .line = line});
    }
    const FsfContext context{FsfDialect::kCsv, options_.source, file_.name};
    Record record = BuildFsfRecord(parts_, context, line, &report_);
    record.uninterpreted = std::move(uninterpreted);
    TellApart(&record, line);
    report_.Count(record, std::string(file_.name), line);
    ++report_.records_in;
    ++report_.records_out;
    if (options_.progress && group % kProgressEvery == 0) {
      options_.progress(groups_.first_byte(group), file_.bytes.size());
    }
    return sink_(std::move(record));
  }

  // A reference that another logical id has: the entity is kept under an id of its own, so that
  // none is lost.
  void TellApart(Record* record, uint64_t line) {
    const auto [first, is_new] = seen_.try_emplace(record->id, Seen{line, 1});
    if (is_new) return;
    const std::string id = FsfCopyId(record->id, ++first->second.count);
    report_.AddDefect({"duplicate_id", record->id, std::string(file_.name), line,
                       "the id stands in line " + std::to_string(first->second.line) +
                           " already; this entity is kept as " + id});
    record->id = id;
  }

  const InputFile& file_;
  const ReadOptions& options_;
  const RecordSink& sink_;
  ParseReport report_;
  GroupedRows groups_;
  std::optional<Columns> columns_;
  size_t id_column_ = CsvHeader::npos;
  size_t date_column_ = CsvHeader::npos;
  int unbalanced_ = 0;
  PartyParts parts_{kFsfPartCount};
  struct Seen {
    uint64_t line = 0;  // of the first entity
    int count = 0;
  };
  std::unordered_map<std::string, Seen> seen_;
};

class EuFsfCsv final : public Format {
 public:
  std::string_view name() const override { return "eu_fsf_csv"; }
  std::string_view title() const override { return "EU financial sanctions (FSF) CSV 1.1"; }
  int version() const override { return 1; }

  bool Recognises(const InputFile& file) const override {
    CsvReader reader(file.bytes.substr(0, kPeekBytes), Options());
    const auto row = reader.Next();
    return row.ok() && *row != nullptr && IsHeader(**row);
  }

  Result<ParseReport> Read(std::span<const InputFile> files, const ReadOptions& options,
                           const RecordSink& sink) const override {
    if (files.size() != 1) {
      return MakeError(ErrorCode::kMismatchedParts,
                       "this list is one file, " + std::to_string(files.size()) + " were given");
    }
    auto report = Reader(files[0], options, sink).Read();
    if (report.ok()) return report;
    Error error = std::move(report).error();
    if (error.where.file.empty()) error.where.file = std::string(files[0].name);
    if (error.where.source.empty()) error.where.source = options.source;
    return error;
  }
};

}  // namespace

const Format& EuFsfCsvFormat() {
  static const EuFsfCsv kFormat;
  return kFormat;
}

}  // namespace interdict
