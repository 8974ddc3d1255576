// A delimited file of a publisher, with a header: rows with the file's name in every error, and the
// checks that hold for all such files.
//
// A last row that has neither all its cells nor a line end is a cut file (kTruncated); any other
// row of the wrong width is read as far as it goes and reported as defect "column_count".
// Borrowing: rows live until the next call of Next(); the bytes of `file` must outlive the object.
// Test: csv_file_test.cc.
#pragma once

#include <string>
#include <string_view>

#include "interdict/lists/format.h"
#include "interdict/syntax/csv.h"

namespace interdict {

class CsvFile {
 public:
  // Reads the header; kMissingColumn when the file has no row at all.
  static Result<CsvFile> Open(const InputFile& file, const std::string& source,
                              const CsvOptions& options, ParseReport* report);

  CsvHeader& header() { return header_; }
  const CsvHeader& header() const { return header_; }
  // As CsvHeader::Require, with the file in the error.
  Result<size_t> Require(std::string_view column);

  // The next row, or nullptr at the end. Counts it in the report's rows_in.
  Result<const CsvRow*> Next();

  // Filled cells of columns that the caller never asked for become the record's uninterpreted.
  void KeepUnused(const CsvRow& row, Record* record) const;

  std::string name() const { return std::string(file_.name); }
  Error Fail(ErrorCode code, uint64_t line, std::string message) const;

 private:
  CsvFile(const InputFile& file, std::string source, const CsvOptions& options, ParseReport* report)
      : file_(file), source_(std::move(source)), reader_(file.bytes, options), report_(report) {}
  Error Locate(Error error) const;

  InputFile file_;
  std::string source_;
  CsvReader reader_;
  CsvHeader header_;
  ParseReport* report_;
};

// For readers that go through the rows themselves: the check of Next() for a row that has another
// number of cells than `columns`. `record` is the id that the row gives.
Status CheckRowWidth(const CsvRow& row, size_t columns, std::string_view record,
                     const InputFile& file, ParseReport* report);

}  // namespace interdict
