// The parts of OFAC's legacy export and their rows. The files have no header, so a part is
// recognised by its number of columns and the shape of its first row; the delimiter is a comma, or
// '|' in the .pip files that OFAC published until 2023.
//
//   sdn.csv           12  ent_num, SDN_Name, SDN_Type, Program, Title, Call_Sign, Vess_type,
//                         Tonnage, GRT, Vess_flag, Vess_owner, Remarks
//   alt.csv            5  ent_num, alt_num, alt_type, alt_name, alt_remarks
//   add.csv            6  ent_num, add_num, Address, City/State/Province/Postal Code, Country,
//                         Add_remarks
//   sdn_comments.csv   2  ent_num, the rest of Remarks
// The consolidated list has the same parts: cons_prim, cons_alt, cons_add, cons_comments.
// Test: through ofac_legacy_csv_test.cc.
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "interdict/base/result.h"
#include "interdict/lists/format.h"
#include "interdict/syntax/csv.h"

namespace interdict {

enum class OfacPart : uint8_t { kMain, kAliases, kAddresses, kComments };
inline constexpr int kOfacPartCount = 4;

std::string_view OfacPartName(OfacPart part);  // "sdn.csv"

struct OfacPartShape {
  OfacPart part = OfacPart::kMain;
  char delimiter = ',';
};

// nullopt when the file is no part of a legacy export. Looks at the first row only.
std::optional<OfacPartShape> RecogniseOfacPart(std::string_view bytes);

// A row of a part. Views live until the next call of Next().
struct OfacRow {
  uint64_t id = 0;
  std::string_view id_text;
  std::span<const std::string_view> cells;  // all columns, id included; UTF-8
  uint64_t line = 0;
  uint64_t byte = 0;
  bool recoded = false;   // held bytes that are no UTF-8 and were read as Latin-1
  bool cut_null = false;  // the file ends inside this row's last cell, a NULL
  std::string problem;    // not empty: the row has not the part's columns, or no number in front
};

// Reads a part row by row. Errors: those of CsvReader, and kTruncated when the file ends inside its
// last row; all with list, file, line and byte.
class OfacPartReader {
 public:
  // `file` and what it refers to are borrowed for the reader's life.
  OfacPartReader(const InputFile& file, OfacPartShape shape, std::string_view source);

  Result<const OfacRow*> Next();  // nullptr at the end

 private:
  void RecodeCells();

  const InputFile& file_;
  OfacPart part_;
  std::string source_;
  CsvReader csv_;
  bool utf8_;
  std::deque<std::string> recoded_cells_;
  std::vector<std::string_view> cells_;
  OfacRow row_;
};

// A row of a side part, kept until the party comes along.
struct OfacSideRow {
  uint64_t id = 0;
  uint64_t line = 0;
  bool recoded = false;
  std::vector<std::string_view> cells;  // without the id
};

// A side part's rows, found by party. Keeps views into the file, copies only what was rewritten.
class OfacSideRows {
 public:
  void Add(const OfacRow& row, std::string_view file_bytes);
  void Seal();  // after the last Add

  // Rows of the party in the order of the file.
  std::span<const OfacSideRow> Of(uint64_t id) const;
  const std::vector<OfacSideRow>& all() const { return rows_; }

 private:
  std::vector<OfacSideRow> rows_;
  std::deque<std::string> copies_;
};

}  // namespace interdict
