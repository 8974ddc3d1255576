#include "interdict/syntax/csv.h"

#include "interdict/base/strings.h"

namespace interdict {
namespace {

constexpr char kCpmEnd = '\x1A';

// Where a CP/M end of file stands at the end of the input, or npos.
size_t FindEndMark(std::string_view bytes) {
  const size_t last = bytes.find_last_not_of("\x1A\r\n");
  return bytes.find(kCpmEnd, last == std::string_view::npos ? 0 : last + 1);
}

}  // namespace

CsvReader::CsvReader(std::string_view bytes, CsvOptions options)
    : bytes_(bytes), options_(options) {
  const size_t mark = FindEndMark(bytes_);
  end_marked_ = mark != std::string_view::npos;
  bytes_ = bytes_.substr(0, mark);
  if (bytes_.starts_with("\xEF\xBB\xBF")) at_ = 3;
}

Error CsvReader::ErrorHere(ErrorCode code, std::string message) const {
  Where where;
  where.line = line_;
  where.byte = at_;
  where.has_byte = true;
  return MakeError(code, std::move(message), where);
}

bool CsvReader::AtRowEnd() const {
  return at_ >= bytes_.size() || bytes_[at_] == '\n' || bytes_[at_] == '\r';
}

void CsvReader::SkipLineEnd() {
  if (at_ >= bytes_.size()) return;
  if (bytes_[at_] == '\r' && at_ + 1 < bytes_.size() && bytes_[at_ + 1] == '\n') ++at_;
  ++at_;
  ++line_;
}

Status CsvReader::CheckCellSize(size_t bytes) const {
  if (bytes <= options_.max_cell_bytes) return Ok{};
  return ErrorHere(ErrorCode::kTooLarge,
                   "a cell of more than " + std::to_string(options_.max_cell_bytes) + " bytes");
}

Status CsvReader::ReadQuotedCell(std::string_view* cell) {
  const uint64_t first_line = line_;
  const size_t open = at_;
  ++at_;
  size_t start = at_;
  std::string* owned = nullptr;
  while (true) {
    const size_t quote = bytes_.find('"', at_);
    const size_t end = quote == std::string_view::npos ? bytes_.size() : quote;
    for (size_t i = at_; i < end; ++i) {
      const char c = bytes_[i];
      if (c == '\n' || (c == '\r' && (i + 1 >= bytes_.size() || bytes_[i + 1] != '\n'))) ++line_;
    }
    RETURN_IF_ERROR(CheckCellSize((owned == nullptr ? 0 : owned->size()) + end - start));
    if (quote == std::string_view::npos) {
      at_ = open;
      line_ = first_line;
      return ErrorHere(ErrorCode::kTruncated, "a quoted cell that begins here is never closed");
    }
    const bool doubled = quote + 1 < bytes_.size() && bytes_[quote + 1] == '"';
    const bool closed = quote + 1 >= bytes_.size() || bytes_[quote + 1] == options_.delimiter ||
                        bytes_[quote + 1] == '\n' || bytes_[quote + 1] == '\r';
    if (closed && !doubled) {
      const std::string_view last = bytes_.substr(start, quote - start);
      if (owned != nullptr) {
        owned->append(last);
        *cell = *owned;
      } else {
        *cell = last;
      }
      at_ = quote + 1;
      return Ok{};
    }
    if (!doubled && !options_.lazy_quotes) {
      at_ = quote;
      return ErrorHere(ErrorCode::kSyntax,
                       "a delimiter or line end was expected after the closing quote");
    }
    if (owned == nullptr) {
      if (unescaped_used_ == unescaped_.size()) unescaped_.emplace_back();
      owned = &unescaped_[unescaped_used_++];
      owned->clear();
    }
    owned->append(bytes_.substr(start, quote + 1 - start));
    at_ = quote + (doubled ? 2 : 1);
    start = at_;
  }
}

Status CsvReader::ReadCell(std::string_view* cell) {
  if (at_ < bytes_.size() && bytes_[at_] == '"') return ReadQuotedCell(cell);
  const size_t start = at_;
  while (!AtRowEnd() && bytes_[at_] != options_.delimiter) {
    if (bytes_[at_] == '"' && !options_.lazy_quotes) {
      return ErrorHere(ErrorCode::kSyntax, "a quote inside a cell that is not quoted");
    }
    ++at_;
  }
  RETURN_IF_ERROR(CheckCellSize(at_ - start));
  *cell = bytes_.substr(start, at_ - start);
  return Ok{};
}

Result<const CsvRow*> CsvReader::Next() {
  while (at_ < bytes_.size() && AtRowEnd()) SkipLineEnd();
  if (at_ >= bytes_.size()) return static_cast<const CsvRow*>(nullptr);
  row_.cells.clear();
  row_.line = line_;
  row_.byte = at_;
  unescaped_used_ = 0;
  // Owned cells must not move while the row is built: their number is bounded by the columns.
  if (unescaped_.capacity() == 0) unescaped_.reserve(options_.max_columns);
  while (true) {
    std::string_view cell;
    RETURN_IF_ERROR(ReadCell(&cell));
    row_.cells.push_back(cell);
    if (row_.cells.size() > options_.max_columns) {
      return ErrorHere(ErrorCode::kTooLarge,
                       "a row of more than " + std::to_string(options_.max_columns) + " columns");
    }
    if (at_ < bytes_.size() && bytes_[at_] == options_.delimiter) {
      ++at_;
      continue;
    }
    break;
  }
  row_.unterminated = at_ >= bytes_.size() && !end_marked_;
  SkipLineEnd();
  return static_cast<const CsvRow*>(&row_);
}

CsvHeader::CsvHeader(const CsvRow& row) : used_(row.size(), false) {
  for (std::string_view cell : row.cells) names_.emplace_back(Trim(cell));
}

size_t CsvHeader::Find(std::string_view name) {
  for (size_t i = 0; i < names_.size(); ++i) {
    if (EqualsIgnoreCase(names_[i], name)) {
      used_[i] = true;
      return i;
    }
  }
  return npos;
}

Result<size_t> CsvHeader::Require(std::string_view name) {
  const size_t column = Find(name);
  if (column == npos) {
    return MakeError(ErrorCode::kMissingColumn,
                     "no column \"" + std::string(name) + "\" in the header");
  }
  return column;
}

}  // namespace interdict
