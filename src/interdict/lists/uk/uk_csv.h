// The CSV files of the UK lists: a line with the date, a header, and for every designation many
// rows (each name with each address, ...), which are put together here. What is particular to a
// list is in its UkCsvSpec. Test: uk_sanctions_csv_test.cc, ofsi_conlist_csv_test.cc.
#pragma once

#include <span>
#include <string_view>

#include "interdict/lists/cells/party_parts.h"
#include "interdict/lists/format.h"
#include "interdict/lists/uk/uk_designation.h"

namespace interdict {

struct UkCsvSpec {
  std::string_view format;
  int version = 1;
  UkDialect dialect = UkDialect::kFcdoCsv;
  UkPart id_part = UkPart::kUniqueId;  // the column that names the party
  std::string_view date_label;         // "Report Date": what the line with the date begins with
  std::string_view marker_column;      // besides the id: a column that no other list has
  // Reads the cell "Other Information" into the parts; nullptr to keep it as one text.
  void (*read_other_information)(std::string_view text, PartyParts* parts,
                                 ParseReport* report) = nullptr;
};

// Whether the file has the header that the spec asks for, in one of its first lines.
bool RecognisesUkCsv(const InputFile& file, const UkCsvSpec& spec);

// Errors: kEmptyList, kMissingColumn, kTruncated (a last row that is cut), kSyntax, kTooLarge,
// kMismatchedParts (more than one file).
Result<ParseReport> ReadUkCsv(std::span<const InputFile> files, const UkCsvSpec& spec,
                              const ReadOptions& options, const RecordSink& sink);

}  // namespace interdict
