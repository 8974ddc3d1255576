// The cells of a spreadsheet in Office Open XML (.xlsx): the first worksheet, row by row, as text.
//
// Read are shared strings (also in formatted runs; phonetic hints are left out), inline strings,
// stored results of formulas, booleans and numbers. A number is given as the file stores it, whole
// numbers without fraction or exponent; whether it is a day is for the caller to know, by its
// column and by `uses_1904`. Escapes such as _x000D_ are resolved. Cells that the file leaves out
// are empty. The container is read with the limits of ZipArchive, the parts with those of
// StreamXml; rows have at most kMaxColumns cells. Errors: those of ZipArchive and StreamXml,
// kWrongDocument (an archive, but no workbook), kSyntax (a cell that refers to a string which is
// not there); or the error that the callback returned. The document's properties are no part of the
// sheet: where they are missing or damaged, `modified` is empty. Test: xlsx_test.cc; fuzz:
// fuzz/xlsx_fuzz.cc.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "interdict/base/date.h"
#include "interdict/base/result.h"

namespace interdict {

struct XlsxRow {
  uint64_t number = 0;             // as the program shows it, from 1
  std::vector<std::string> cells;  // the first is column A

  // The cell, or empty when the row is shorter.
  std::string_view operator[](size_t i) const {
    return i < cells.size() ? std::string_view(cells[i]) : std::string_view();
  }
};

struct XlsxSheet {
  std::string name;
  bool uses_1904 = false;        // days count from 1904-01-01 instead of 1899-12-30
  std::optional<Date> modified;  // when the workbook was last saved, in UTC
  uint64_t rows = 0;
  uint64_t unpacked_bytes = 0;
};

inline constexpr size_t kMaxXlsxColumns = 1024;

// Calls back with every row that the first worksheet has, in its order.
Result<XlsxSheet> StreamXlsx(std::string_view bytes,
                             const std::function<Status(const XlsxRow&)>& callback);

}  // namespace interdict
