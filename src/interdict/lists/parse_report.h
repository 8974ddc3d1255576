// What a reader found in a publisher's files: the counts that prove that nothing was lost, and
// every place where the file is not what it should be.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "interdict/base/date.h"
#include "interdict/entity/record.h"

namespace interdict {

// A record that could not be taken over. Always also an explanation.
struct Reject {
  std::string record;  // the publisher's id where known
  std::string file;
  uint64_t line = 0;
  std::string reason;
};

// A value that is kept but is not what it should be: a failing check digit, an unreadable date, a
// comment row without record, an unknown country.
struct Defect {
  std::string code;  // short and stable: "check_digit", "date", "orphan_comment", "column_count"
  std::string record;
  std::string file;
  uint64_t line = 0;
  std::string detail;  // what stands there, and what was expected
};

struct ParseReport {
  std::string format;      // name of the format that was read
  int format_version = 0;  // version of the reader
  std::optional<Date> published;
  std::string published_from;                // the field that gave the date
  std::optional<uint64_t> declared_records;  // the publisher's own count
  std::string declared_from;

  // Reconciliation: records_in = records_out + rejects. `records_in` counts the publisher's parties
  // (not rows); rows_in counts rows or elements read, rows_used those that went into a record.
  uint64_t records_in = 0;
  uint64_t records_out = 0;
  uint64_t rows_in = 0;
  uint64_t rows_used = 0;
  std::vector<Reject> rejects;

  bool partial = false;  // side files of the publisher's set are missing
  std::vector<std::string> missing_parts;

  // A file of changes: the records are those added or modified since an earlier version, and these
  // ids went out of the list.
  bool is_delta = false;
  std::vector<std::string> deleted_records;

  // Counts of what came out: "names", "aliases", "addresses", "identifiers", "relations", ...
  std::map<std::string, uint64_t> counts;

  // Free-text remarks that the reader parses into fields: segments seen and understood.
  uint64_t remark_segments = 0;
  uint64_t remark_segments_understood = 0;

  // Columns, elements and attributes the reader does not know, with how often they were filled.
  std::map<std::string, uint64_t> unknown_fields;

  // At most kMaxListed of each code are listed; defect_counts has them all.
  static constexpr uint64_t kMaxListed = 1000;
  std::vector<Defect> defects;
  std::map<std::string, uint64_t> defect_counts;

  bool Reconciles() const { return records_in == records_out + rejects.size(); }
  void AddDefect(Defect defect);
  void AddReject(Reject reject) { rejects.push_back(std::move(reject)); }
  // Adds a finished record's facts to `counts`, its failed checks and unreadable dates to the
  // defects, and its uninterpreted fields to `unknown_fields`. `file` and `line` say where it
  // stands.
  void Count(const Record& record, const std::string& file, uint64_t line);
};

}  // namespace interdict
