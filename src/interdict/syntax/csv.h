// Delimited text after RFC 4180, as publishers really write it, read in one pass over mapped bytes.
//
// Accepted: LF, CRLF or CR line ends, also mixed; quoted cells with doubled quotes, line breaks and
// delimiters inside; a last row without line end; a UTF-8 byte order mark; 0x1A (CP/M end of file)
// as the last byte of the input, line ends aside. With `lazy_quotes`, a quote inside an unquoted
// cell and text after a closing quote are taken as they stand; otherwise they are errors. Errors
// carry line and byte: an unclosed quote (kTruncated), a cell or row beyond its limit. Borrowing:
// the cells of a row live until the next call of Next(); cells without doubled quotes are views
// into the input. Test: csv_test.cc; fuzz: fuzz/csv_fuzz.cc against a naive twin.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "interdict/base/result.h"

namespace interdict {

struct CsvOptions {
  char delimiter = ',';
  bool lazy_quotes = false;
  size_t max_cell_bytes = size_t{1} << 22;
  size_t max_columns = 4096;
};

struct CsvRow {
  std::vector<std::string_view> cells;
  uint64_t line = 0;          // of the row's first byte, from 1
  uint64_t byte = 0;          // offset of the row's first byte
  bool unterminated = false;  // the last row of the input, with neither line end nor 0x1A behind it

  // The cell, or empty when the row is shorter.
  std::string_view operator[](size_t i) const { return i < cells.size() ? cells[i] : ""; }
  size_t size() const { return cells.size(); }
};

class CsvReader {
 public:
  // `bytes` is borrowed for the reader's life.
  explicit CsvReader(std::string_view bytes, CsvOptions options = {});

  // The next row, or nullptr at the end. Empty lines are skipped.
  Result<const CsvRow*> Next();

 private:
  Status ReadCell(std::string_view* cell);
  Status ReadQuotedCell(std::string_view* cell);
  Status CheckCellSize(size_t bytes) const;
  bool AtRowEnd() const;
  void SkipLineEnd();
  Error ErrorHere(ErrorCode code, std::string message) const;

  std::string_view bytes_;
  CsvOptions options_;
  size_t at_ = 0;
  uint64_t line_ = 1;
  bool end_marked_ = false;  // the input ended in 0x1A
  CsvRow row_;
  std::vector<std::string> unescaped_;  // cells that needed unescaping, owned
  size_t unescaped_used_ = 0;
};

// The header of a delimited file: finds columns by name (case and outer spaces ignored) and
// remembers which were asked for, so that the rest can be kept as uninterpreted.
class CsvHeader {
 public:
  CsvHeader() = default;
  explicit CsvHeader(const CsvRow& row);

  // Column number of the first of the names that is there, or npos; marks it as used.
  static constexpr size_t npos = static_cast<size_t>(-1);
  size_t Find(std::string_view name);
  // As Find, but kMissingColumn when it is not there.
  Result<size_t> Require(std::string_view name);

  size_t size() const { return names_.size(); }
  const std::string& name(size_t column) const { return names_[column]; }
  bool used(size_t column) const { return used_[column]; }

 private:
  std::vector<std::string> names_;
  std::vector<bool> used_;
};

}  // namespace interdict
