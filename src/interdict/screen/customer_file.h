// A file of parties to screen: CSV with a header, or JSON Lines. Records come out in input order.
//
// Columns (JSON: members): id, name, schema, birth_date, country, gender, address, imo, mmsi,
// passport, national_id, tax_id, lei, bic, crypto, and every other identifier scheme by its name;
// `column_names` renames theirs to ours. Several values in one cell are separated by ';'; a literal
// semicolon stands in a double-quoted part. JSON values may be arrays of texts. Unknown columns are
// kept aside and named. A file that cannot be read is an Error; a record that cannot be screened
// comes out with its error. Test: customer_file_test.cc.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "interdict/base/result.h"
#include "interdict/match/query.h"

namespace interdict {

struct CustomerFileOptions {
  enum class Format { kCsv, kJsonLines };
  Format format = Format::kCsv;
  std::string name;                                 // for messages
  std::map<std::string, std::string> column_names;  // their column -> ours
};

// By extension: .csv, .tsv; .jsonl, .ndjson, .json. kBadQuery for others.
Result<CustomerFileOptions::Format> CustomerFormatOf(std::string_view path);

// A record of the file. `problem` is not ok when it cannot be said who is meant (the name, an
// identifier or the kind of party cannot be read): it must then not be screened. A birth date or
// country that cannot be read is left out with a warning: without it there are more hits, never
// fewer.
struct Customer {
  Query query;
  Status problem = Ok{};
  std::vector<std::string> warnings;
  uint64_t line = 0;
};

class CustomerReader {
 public:
  // `bytes` is borrowed for the reader's life. kMissingColumn when there is neither a name nor an
  // identifier column, or a column to be renamed is not there; kBadQuery for a new name that is
  // none of our columns.
  static Result<std::unique_ptr<CustomerReader>> Open(std::string_view bytes,
                                                      CustomerFileOptions options);
  virtual ~CustomerReader() = default;

  // The next record; false at the end.
  virtual Result<bool> Next(Customer* customer) = 0;
  // Bytes read so far.
  virtual uint64_t position() const = 0;
  // Columns that are none of ours; complete at the end of the file.
  virtual std::vector<std::string> unknown_columns() const = 0;
};

// Puts one value of one of our columns into a query. kBadQuery for a value that cannot be
// understood; false for an unknown column.
Result<bool> SetQueryField(std::string_view column, std::string_view value, Query* query);

// The parts of a cell between ';', double quotes honoured.
std::vector<std::string> SplitValues(std::string_view cell);

}  // namespace interdict
