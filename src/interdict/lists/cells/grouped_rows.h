// Rows of a delimited file that belong to one party, wherever they stand in the file.
//
// The EU and UK lists give a party in many rows; OFSI's list is sorted by name, so that the rows of
// one party lie all over the file. A first pass over the file remembers for every party where its
// rows are (24 bytes a stretch of neighbouring rows), a second one reads them party by party:
// memory stays small although no party is complete before the last row. Borrowing: `bytes` for the
// object's life; the cells of a row for the call they are handed to. Used by: eu_fsf_csv,
// uk_sanctions_csv, ofsi_conlist_csv. Test: grouped_rows_test.cc.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "interdict/base/result.h"
#include "interdict/syntax/csv.h"

namespace interdict {

class GroupedRows {
 public:
  GroupedRows(std::string_view bytes, CsvOptions options) : bytes_(bytes), options_(options) {}

  // How a row is to be read again: as CSV, or as one line whose quotes mean nothing.
  enum class Quoting : uint8_t { kCsv, kLiteral };

  // Remembers a row that was read from the same bytes with the same options; rows must come in file
  // order. A row without key belongs to no party: it only ends the row before it.
  void Add(std::string_view key, const CsvRow& row, Quoting quoting = Quoting::kCsv);

  // Parties, in the order of their first rows.
  size_t size() const { return groups_.size(); }
  const std::string& key(size_t group) const { return *groups_[group].key; }
  uint64_t first_line(size_t group) const { return runs_[groups_[group].first].line; }
  uint64_t first_byte(size_t group) const { return runs_[groups_[group].first].begin; }

  // Calls back with every row of the party, in file order, its line counted from the file's start.
  Status ForEachRow(size_t group, const std::function<Status(const CsvRow&)>& callback) const;

 private:
  // Neighbouring rows of one party.
  struct Run {
    size_t begin = 0;
    size_t end = 0;
    uint64_t line = 0;
    size_t next = kNone;  // the party's next run
    Quoting quoting = Quoting::kCsv;
  };
  struct Group {
    const std::string* key = nullptr;  // owned by group_of_key_
    size_t first = kNone;
    size_t last = kNone;
  };
  static constexpr size_t kNone = static_cast<size_t>(-1);

  Group& GroupOf(std::string_view key);
  Status ForEachRowOf(const Run& run, const std::function<Status(const CsvRow&)>& callback) const;

  std::string_view bytes_;
  CsvOptions options_;
  std::unordered_map<std::string, size_t> group_of_key_;
  std::vector<Group> groups_;
  std::vector<Run> runs_;
  bool open_ = false;  // the last run has no end yet
};

// The cells of one line, taken as they stand between delimiters; line and byte are left at 0.
CsvRow SplitLiteralRow(std::string_view line, char delimiter);

}  // namespace interdict
