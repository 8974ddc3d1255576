#include "interdict/evaluate/labelled_pairs.h"

#include <array>

#include "interdict/base/strings.h"
#include "interdict/syntax/csv.h"

namespace interdict::evaluate {
namespace {

constexpr std::array<std::string_view, 4> kGroupColumns = {"case_group", "group", "quality",
                                                           "category"};

std::optional<bool> ReadVerdict(std::string_view cell) {
  for (std::string_view yes : {"true", "1", "yes"}) {
    if (EqualsIgnoreCase(cell, yes)) return true;
  }
  for (std::string_view no : {"false", "0", "no"}) {
    if (EqualsIgnoreCase(cell, no)) return false;
  }
  return std::nullopt;
}

class PairReader {
 public:
  PairReader(std::string_view bytes, const std::string& file) : csv_(bytes), file_(file) {}

  Result<LabelledPairs> Read() {
    RETURN_IF_ERROR(ReadHeader());
    while (true) {
      ASSIGN_OR_RETURN(const CsvRow* row, Next());
      if (row == nullptr) break;
      RETURN_IF_ERROR(Add(*row));
    }
    if (out_.pairs.empty())
      return Wrong(ErrorCode::kBadQuery, "no pair behind the header; expected at least one", 1);
    return std::move(out_);
  }

 private:
  Result<const CsvRow*> Next() {
    auto row = csv_.Next();
    if (row.ok()) return row;
    Error error = std::move(row).error();
    error.where.file = file_;
    return error;
  }

  Error Wrong(ErrorCode code, std::string message, uint64_t line) const {
    return MakeError(code, std::move(message), Where{.file = file_, .line = line});
  }

  Status ReadHeader() {
    ASSIGN_OR_RETURN(const CsvRow* row, Next());
    if (row == nullptr)
      return Wrong(ErrorCode::kMissingColumn, "the file is empty; expected a header row", 1);
    CsvHeader header(*row);
    const std::pair<const char*, size_t*> required[] = {
        {"name1", &name1_}, {"name2", &name2_}, {"schema", &schema_}, {"is_match", &verdict_}};
    for (const auto& [name, column] : required) {
      auto found = header.Require(name);
      if (!found.ok()) return Wrong(found.error().code, found.error().message, row->line);
      *column = *found;
    }
    for (std::string_view name : kGroupColumns) {
      const size_t column = header.Find(name);
      if (column == CsvHeader::npos) continue;
      group_columns_.push_back(column);
      out_.group_columns.emplace_back(name);
    }
    width_ = row->size();
    return Ok{};
  }

  Status Add(const CsvRow& row) {
    if (row.size() > width_) {
      return Wrong(
          ErrorCode::kBadQuery,
          std::to_string(row.size()) + " cells, but the header has " + std::to_string(width_),
          row.line);
    }
    LabelledPair pair{std::string(row[name1_]), std::string(row[name2_]), {}, false, {}, row.line};
    const std::string_view schema = Trim(row[schema_]);
    pair.schema = SchemaFromName(schema);
    if (!schema.empty() && !pair.schema)
      return Wrong(ErrorCode::kBadQuery, "no schema \"" + std::string(schema) + "\"", row.line);
    const auto verdict = ReadVerdict(Trim(row[verdict_]));
    if (!verdict) {
      return Wrong(ErrorCode::kBadQuery,
                   "is_match \"" + std::string(row[verdict_]) + "\": expected true or false",
                   row.line);
    }
    pair.is_match = *verdict;
    for (size_t column : group_columns_) pair.groups.emplace_back(Trim(row[column]));
    out_.pairs.push_back(std::move(pair));
    return Ok{};
  }

  CsvReader csv_;
  const std::string& file_;
  size_t name1_ = 0, name2_ = 0, schema_ = 0, verdict_ = 0, width_ = 0;
  std::vector<size_t> group_columns_;
  LabelledPairs out_;
};

}  // namespace

Result<LabelledPairs> ReadLabelledPairs(std::string_view bytes, const std::string& name) {
  return PairReader(bytes, name).Read();
}

}  // namespace interdict::evaluate
