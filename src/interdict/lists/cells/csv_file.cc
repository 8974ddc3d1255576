#include "interdict/lists/cells/csv_file.h"

#include "interdict/base/strings.h"

namespace interdict {

Error CsvFile::Locate(Error error) const {
  error.where.source = source_;
  error.where.file = name();
  return error;
}

Error CsvFile::Fail(ErrorCode code, uint64_t line, std::string message) const {
  return Locate(MakeError(code, std::move(message), Where{.line = line}));
}

Result<CsvFile> CsvFile::Open(const InputFile& file, const std::string& source,
                              const CsvOptions& options, ParseReport* report) {
  CsvFile opened(file, source, options, report);
  auto row = opened.reader_.Next();
  if (!row.ok()) return opened.Locate(std::move(row).error());
  if (*row == nullptr) {
    return opened.Fail(ErrorCode::kMissingColumn, 1, "no header row; the file is empty");
  }
  opened.header_ = CsvHeader(**row);
  return opened;
}

Result<size_t> CsvFile::Require(std::string_view column) {
  auto found = header_.Require(column);
  if (!found.ok()) return Locate(std::move(found).error());
  return found;
}

Result<const CsvRow*> CsvFile::Next() {
  auto row = reader_.Next();
  if (!row.ok()) return Locate(std::move(row).error());
  if (*row == nullptr) return row;
  ++report_->rows_in;
  const size_t cells = (*row)->size();
  if (cells == header_.size()) return row;
  const std::string counts =
      std::to_string(cells) + " cells where the header has " + std::to_string(header_.size());
  if (cells < header_.size() && (*row)->unterminated) {
    return Fail(ErrorCode::kTruncated, (*row)->line, "the last row is cut: " + counts);
  }
  report_->AddDefect({"column_count", "", name(), (*row)->line, counts});
  return row;
}

void CsvFile::KeepUnused(const CsvRow& row, Record* record) const {
  for (size_t i = 0; i < row.size(); ++i) {
    if (i < header_.size() && header_.used(i)) continue;
    const std::string_view cell = Trim(row[i]);
    if (cell.empty()) continue;
    const std::string heading = i < header_.size() ? header_.name(i) : std::string();
    record->uninterpreted.push_back(
        {AttributeKind::kOther, std::string(cell),
         heading.empty() ? "column " + std::to_string(i + 1) : heading});
  }
}

Status CheckRowWidth(const CsvRow& row, size_t columns, std::string_view record,
                     const InputFile& file, ParseReport* report) {
  const std::string widths =
      std::to_string(row.size()) + " cells, " + std::to_string(columns) + " were expected";
  if (row.unterminated && row.size() < columns) {
    return MakeError(ErrorCode::kTruncated, "the last row has " + widths + ": the file is cut",
                     Where{.line = row.line, .byte = row.byte, .has_byte = true});
  }
  report->AddDefect({"column_count", std::string(record), std::string(file.name), row.line,
                     "a row has " + widths});
  return Ok{};
}

}  // namespace interdict
