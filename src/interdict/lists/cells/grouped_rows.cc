#include "interdict/lists/cells/grouped_rows.h"

namespace interdict {

GroupedRows::Group& GroupedRows::GroupOf(std::string_view key) {
  const auto [entry, is_new] = group_of_key_.try_emplace(std::string(key), groups_.size());
  if (is_new) groups_.push_back({&entry->first, kNone, kNone});
  return groups_[entry->second];
}

void GroupedRows::Add(std::string_view key, const CsvRow& row, Quoting quoting) {
  if (open_) runs_.back().end = row.byte;
  const bool follows = open_ && quoting == Quoting::kCsv && runs_.back().quoting == quoting;
  open_ = !key.empty();
  if (key.empty()) return;
  Group& group = GroupOf(key);
  if (follows && group.last == runs_.size() - 1) {
    runs_.back().end = bytes_.size();
    return;
  }
  runs_.push_back({row.byte, bytes_.size(), row.line, kNone, quoting});
  const size_t run = runs_.size() - 1;
  if (group.last == kNone) {
    group.first = run;
  } else {
    runs_[group.last].next = run;
  }
  group.last = run;
}

Status GroupedRows::ForEachRowOf(const Run& run,
                                 const std::function<Status(const CsvRow&)>& callback) const {
  const std::string_view bytes = bytes_.substr(run.begin, run.end - run.begin);
  if (run.quoting == Quoting::kLiteral) {
    CsvRow row = SplitLiteralRow(bytes.substr(0, bytes.find_first_of("\r\n")), options_.delimiter);
    row.line = run.line;
    row.byte = run.begin;
    return callback(row);
  }
  CsvReader reader(bytes, options_);
  CsvRow placed;
  while (true) {
    ASSIGN_OR_RETURN(const CsvRow* row, reader.Next());
    if (row == nullptr) return Ok{};
    placed = *row;
    placed.line += run.line - 1;
    placed.byte += run.begin;
    RETURN_IF_ERROR(callback(placed));
  }
}

Status GroupedRows::ForEachRow(size_t group,
                               const std::function<Status(const CsvRow&)>& callback) const {
  for (size_t at = groups_[group].first; at != kNone; at = runs_[at].next) {
    RETURN_IF_ERROR(ForEachRowOf(runs_[at], callback));
  }
  return Ok{};
}

CsvRow SplitLiteralRow(std::string_view line, char delimiter) {
  CsvRow row;
  while (true) {
    const size_t at = line.find(delimiter);
    row.cells.push_back(line.substr(0, at));
    if (at == std::string_view::npos) return row;
    line.remove_prefix(at + 1);
  }
}

}  // namespace interdict
