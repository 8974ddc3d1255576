#include "interdict/lists/cells/table_rows.h"

#include <deque>
#include <unordered_map>

#include "interdict/base/strings.h"
#include "interdict/lists/cells/csv_file.h"
#include "interdict/syntax/json.h"

namespace interdict {
namespace {

class CsvTable : public TableRows {
 public:
  explicit CsvTable(CsvFile file) : file_(std::move(file)) {
    for (size_t i = 0; i < file_.header().size(); ++i) columns_.push_back(file_.header().name(i));
  }

  Result<const TableRow*> Next() override {
    ASSIGN_OR_RETURN(const CsvRow* row, file_.Next());
    if (row == nullptr) return static_cast<const TableRow*>(nullptr);
    row_.cells.clear();
    row_.line = row->line;
    row_.byte = row->byte;
    while (columns_.size() < row->size()) {
      columns_.push_back("column " + std::to_string(columns_.size() + 1));
    }
    for (size_t i = 0; i < row->size(); ++i) {
      const std::string_view text = Trim((*row)[i]);
      if (!text.empty()) row_.cells.push_back({i, text, false});
    }
    return static_cast<const TableRow*>(&row_);
  }

 private:
  CsvFile file_;
  TableRow row_;
};

class JsonTable : public TableRows {
 public:
  JsonTable(const InputFile& file, std::string source, ParseReport* report)
      : lines_(file.bytes), file_(file.name), source_(std::move(source)), report_(report) {}

  Result<const TableRow*> Next() override {
    if (!lines_.Next()) return static_cast<const TableRow*>(nullptr);
    auto object = lines_.Parse(&parser_);
    if (!object.ok()) return Locate(std::move(object).error());
    row_.cells.clear();
    numbers_.clear();
    row_.line = lines_.line();
    row_.byte = lines_.byte();
    ++report_->rows_in;
    AddObject(*object, "");
    if (columns_.size() > kMaxColumns) {
      return Locate(MakeError(ErrorCode::kTooLarge,
                              "more than " + std::to_string(kMaxColumns) + " different keys",
                              Where{.line = row_.line}));
    }
    return static_cast<const TableRow*>(&row_);
  }

 private:
  Error Locate(Error error) const {
    error.where.source = source_;
    error.where.file = file_;
    return error;
  }

  // Depth is bounded by the parser.
  void AddObject(const JsonObject& object, const std::string& prefix) {
    for (const auto& [key, value] : object) Add(value, prefix + std::string(key), false);
  }

  void Add(const JsonValue& value, const std::string& column, bool whole) {
    JsonObject object;
    simdjson::dom::array array;
    if (value.get(object) == simdjson::SUCCESS) return AddObject(object, column + ".");
    if (value.get(array) == simdjson::SUCCESS) {
      for (const JsonValue element : array) Add(element, column, true);
      return;
    }
    std::string_view text = JsonString(value);
    if (!value.is_string()) {
      numbers_.push_back(JsonText(value));
      text = numbers_.back();
    }
    text = Trim(text);
    if (!text.empty()) row_.cells.push_back({ColumnOf(column), text, whole});
  }

  size_t ColumnOf(const std::string& column) {
    const auto [found, is_new] = number_of_column_.emplace(column, columns_.size());
    if (is_new) columns_.push_back(column);
    return found->second;
  }

  JsonLines lines_;
  JsonParser parser_;
  std::string file_;
  std::string source_;
  ParseReport* report_;
  TableRow row_;
  std::deque<std::string> numbers_;  // texts of numbers of this row
  std::unordered_map<std::string, size_t> number_of_column_;
};

}  // namespace

std::string_view TableRows::Text(const TableRow& row, std::string_view column) const {
  for (const TableCell& cell : row.cells) {
    if (EqualsIgnoreCase(columns_[cell.column], column)) return cell.text;
  }
  return {};
}

Result<std::unique_ptr<TableRows>> OpenCsvTable(const InputFile& file, const std::string& source,
                                                const CsvOptions& options, ParseReport* report) {
  ASSIGN_OR_RETURN(CsvFile opened, CsvFile::Open(file, source, options, report));
  return std::unique_ptr<TableRows>(std::make_unique<CsvTable>(std::move(opened)));
}

Result<std::unique_ptr<TableRows>> OpenJsonTable(const InputFile& file, const std::string& source,
                                                 ParseReport* report) {
  return std::unique_ptr<TableRows>(std::make_unique<JsonTable>(file, source, report));
}

}  // namespace interdict
