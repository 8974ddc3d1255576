// Rows of a table with named columns, from CSV with a header or from JSON lines.
//
// JSON: a member is a column, members of an inner object are columns "outer.inner", each element of
// an array is a cell of its own (`whole`: it is one value, not to be split). Null is an empty cell.
// Cells are listed only where they are filled, trimmed.
// Borrowing: a row lives until the next call of Next().
// Errors: those of CsvFile and JsonLines, with the file's name; kTooLarge for more columns than
// kMaxColumns.
// Test: table_rows_test.cc.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "interdict/lists/format.h"
#include "interdict/syntax/csv.h"

namespace interdict {

struct TableCell {
  size_t column = 0;
  std::string_view text;
  bool whole = false;
};

struct TableRow {
  std::vector<TableCell> cells;
  uint64_t line = 0;
  uint64_t byte = 0;
};

class TableRows {
 public:
  static constexpr size_t kMaxColumns = 4096;

  virtual ~TableRows() = default;

  // The next row, or nullptr at the end.
  virtual Result<const TableRow*> Next() = 0;
  // Names of the columns by number. JSON: those seen so far.
  const std::vector<std::string>& columns() const { return columns_; }

  // Text of the first cell of the column; case of the name is ignored. Empty when there is none.
  std::string_view Text(const TableRow& row, std::string_view column) const;

 protected:
  std::vector<std::string> columns_;
};

// Both borrow the file's bytes and, for rows_in and defects, the report.
Result<std::unique_ptr<TableRows>> OpenCsvTable(const InputFile& file, const std::string& source,
                                                const CsvOptions& options, ParseReport* report);
Result<std::unique_ptr<TableRows>> OpenJsonTable(const InputFile& file, const std::string& source,
                                                 ParseReport* report);

}  // namespace interdict
