#include "interdict/syntax/xlsx.h"

#include <charconv>
#include <cmath>
#include <optional>

#include "interdict/base/strings.h"
#include "interdict/base/utf8.h"
#include "interdict/syntax/xml.h"
#include "interdict/syntax/zip_archive.h"

namespace interdict {
namespace {

constexpr char kProperties[] = "docProps/core.xml";
constexpr char kWorkbook[] = "xl/workbook.xml";
constexpr char kRelations[] = "xl/_rels/workbook.xml.rels";
constexpr size_t kMaxStrings = size_t{1} << 22;
constexpr size_t kMaxCells = size_t{1} << 25;  // of a sheet, empty ones before filled ones too

// Code unit of an escape "_x000D_" that stands at the front, or nullopt.
std::optional<uint16_t> LeadingEscape(std::string_view text) {
  if (text.size() < 7 || text[0] != '_' || text[1] != 'x' || text[6] != '_') return std::nullopt;
  uint16_t unit = 0;
  const auto [end, error] = std::from_chars(text.data() + 2, text.data() + 6, unit, 16);
  if (error != std::errc() || end != text.data() + 6) return std::nullopt;
  return unit;
}

std::string Unescape(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    const size_t at = text.find("_x");
    out.append(text.substr(0, at));
    if (at == std::string_view::npos) break;
    text.remove_prefix(at);
    const auto unit = LeadingEscape(text);
    if (!unit) {
      out.append(text.substr(0, 2));
      text.remove_prefix(2);
      continue;
    }
    const bool surrogate = *unit >= 0xD800 && *unit <= 0xDFFF;
    utf8::Append(surrogate ? utf8::kReplacement : *unit, &out);
    text.remove_prefix(7);
  }
  return out;
}

// Text of a string item: <t>, or the <t> of its runs <r>.
std::string StringItem(const XmlElement& item) {
  std::string text;
  for (const XmlElement* child : item.Children()) {
    if (child->name() == "t") text += child->RawText();
    if (child->name() != "r") continue;
    for (const XmlElement* run : child->Children("t")) text += run->RawText();
  }
  return Unescape(text);
}

// "41988" for "41988", "4.1988E4" and "41988.0"; anything else as it stands.
std::string NumberText(std::string_view text) {
  text = Trim(text);
  if (text.find_first_of(".eE") == std::string_view::npos) return std::string(text);
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  constexpr double kExact = 9007199254740992.0;  // 2^53
  if (error != std::errc() || end != text.data() + text.size() || std::abs(value) >= kExact ||
      value != std::floor(value)) {
    return std::string(text);
  }
  return std::to_string(static_cast<int64_t>(value));
}

// Column of a reference "AB12", from 0; nullopt when there are no letters or it is too far right.
std::optional<size_t> ColumnOf(std::string_view reference) {
  size_t column = 0;
  size_t letters = 0;
  while (letters < reference.size() && letters < 4 && reference[letters] >= 'A' &&
         reference[letters] <= 'Z') {
    column = column * 26 + static_cast<size_t>(reference[letters++] - 'A' + 1);
  }
  if (letters == 0 || column > kMaxXlsxColumns) return std::nullopt;
  return column - 1;
}

Error InPart(Error error, const std::string& part) {
  error.message = "in " + part + ": " + error.message;
  return error;
}

struct Workbook {
  XlsxSheet sheet;
  std::string sheet_path;
  std::string strings_path;
};

// "worksheets/sheet1.xml" and "/xl/worksheets/sheet1.xml" are the same entry.
std::string EntryPath(std::string_view target) {
  if (target.starts_with('/')) return std::string(target.substr(1));
  return "xl/" + std::string(target);
}

class XlsxReader {
 public:
  XlsxReader(const ZipArchive& archive, const std::function<Status(const XlsxRow&)>& callback)
      : archive_(archive), callback_(callback) {}

  Result<XlsxSheet> Read();

 private:
  Status ReadPart(const std::string& part, const std::vector<std::string_view>& elements,
                  const std::function<Status(const XmlElement&)>& handle);
  Status ReadWorkbook();
  Status ReadRelations();
  Status ReadStrings();
  void ReadProperties();
  Status ReadRow(const XmlElement& row);
  Result<std::string> CellText(const XmlElement& cell) const;

  const ZipArchive& archive_;
  const std::function<Status(const XlsxRow&)>& callback_;
  Workbook workbook_;
  std::string sheet_relation_;
  std::vector<std::string> strings_;
  XlsxRow row_;
  size_t cells_ = 0;
};

Status XlsxReader::ReadPart(const std::string& part, const std::vector<std::string_view>& elements,
                            const std::function<Status(const XmlElement&)>& handle) {
  ASSIGN_OR_RETURN(const std::string bytes, archive_.Extract(part));
  workbook_.sheet.unpacked_bytes += bytes.size();
  XmlCallbacks callbacks;
  callbacks.record = handle;
  if (Status status = StreamXml(bytes, elements, callbacks); !status.ok()) {
    return InPart(std::move(status).error(), part);
  }
  return Ok{};
}

Status XlsxReader::ReadWorkbook() {
  return ReadPart(kWorkbook, {"workbookPr", "sheet"}, [this](const XmlElement& element) -> Status {
    if (element.name() == "workbookPr") {
      const std::string_view flag = element.Attribute("date1904");
      workbook_.sheet.uses_1904 = flag == "1" || flag == "true";
    } else if (sheet_relation_.empty()) {
      sheet_relation_ = std::string(element.Attribute("id"));
      workbook_.sheet.name = std::string(element.Attribute("name"));
    }
    return Ok{};
  });
}

Status XlsxReader::ReadRelations() {
  return ReadPart(kRelations, {"Relationship"}, [this](const XmlElement& element) -> Status {
    const std::string_view type = element.Attribute("Type");
    const std::string_view target = element.Attribute("Target");
    if (element.Attribute("Id") == sheet_relation_) workbook_.sheet_path = EntryPath(target);
    if (type.ends_with("/sharedStrings")) workbook_.strings_path = EntryPath(target);
    return Ok{};
  });
}

Status XlsxReader::ReadStrings() {
  if (workbook_.strings_path.empty() || !archive_.Has(workbook_.strings_path)) return Ok{};
  return ReadPart(workbook_.strings_path, {"si"}, [this](const XmlElement& item) -> Status {
    if (strings_.size() >= kMaxStrings) {
      return MakeError(ErrorCode::kTooLarge,
                       "more than " + std::to_string(kMaxStrings) + " shared strings");
    }
    strings_.push_back(StringItem(item));
    return Ok{};
  });
}

void XlsxReader::ReadProperties() {
  if (!archive_.Has(kProperties)) return;
  std::optional<Date> modified;
  const Status whole = ReadPart(kProperties, {"modified"}, [&](const XmlElement& element) {
    modified = ParseIsoDate(element.Text().substr(0, std::string_view("2024-11-11").size()));
    return Status(Ok{});
  });
  if (whole.ok()) workbook_.sheet.modified = modified;
}

Result<std::string> XlsxReader::CellText(const XmlElement& cell) const {
  const std::string_view type = cell.Attribute("t");
  if (type == "inlineStr") {
    const XmlElement* item = cell.Child("is");
    return item == nullptr ? std::string() : StringItem(*item);
  }
  const XmlElement* value = cell.Child("v");
  if (value == nullptr) return std::string();
  if (type == "str" || type == "e" || type == "d") return Unescape(value->RawText());
  if (type == "b") return std::string(value->Text() == "1" ? "TRUE" : "FALSE");
  if (type != "s") return NumberText(value->Text());
  const std::string_view text = value->Text();
  size_t index = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), index);
  if (error != std::errc() || end != text.data() + text.size() || index >= strings_.size()) {
    Where where;
    where.line = cell.line();
    return MakeError(ErrorCode::kSyntax,
                     "cell " + std::string(cell.Attribute("r")) + " refers to shared string \"" +
                         std::string(text.substr(0, 40)) + "\", but there are " +
                         std::to_string(strings_.size()),
                     where);
  }
  return strings_[index];
}

Status XlsxReader::ReadRow(const XmlElement& row) {
  const std::string_view number = row.Attribute("r");
  uint64_t stated = 0;
  std::from_chars(number.data(), number.data() + number.size(), stated);
  row_.number = stated != 0 ? stated : row_.number + 1;
  row_.cells.clear();
  for (const XmlElement* cell : row.Children("c")) {
    size_t column = row_.cells.size();
    if (const std::string_view reference = cell->Attribute("r"); !reference.empty()) {
      const auto stated_column = ColumnOf(reference);
      if (!stated_column) {
        return MakeError(ErrorCode::kTooLarge, "cell " + std::string(reference.substr(0, 20)) +
                                                   " stands beyond column " +
                                                   std::to_string(kMaxXlsxColumns));
      }
      column = *stated_column;
    }
    if (column >= kMaxXlsxColumns) {
      return MakeError(ErrorCode::kTooLarge,
                       "a row of more than " + std::to_string(kMaxXlsxColumns) + " cells");
    }
    ASSIGN_OR_RETURN(std::string text, CellText(*cell));
    if (row_.cells.size() <= column) row_.cells.resize(column + 1);
    row_.cells[column] = std::move(text);
  }
  ++workbook_.sheet.rows;
  cells_ += row_.cells.size();
  if (cells_ > kMaxCells) {
    return MakeError(ErrorCode::kTooLarge,
                     "a sheet of more than " + std::to_string(kMaxCells) + " cells");
  }
  return callback_(row_);
}

Result<XlsxSheet> XlsxReader::Read() {
  for (const char* part : {kWorkbook, kRelations}) {
    if (!archive_.Has(part)) {
      return MakeError(ErrorCode::kWrongDocument,
                       std::string("an archive without ") + part + ", so no spreadsheet");
    }
  }
  RETURN_IF_ERROR(ReadWorkbook());
  RETURN_IF_ERROR(ReadRelations());
  if (workbook_.sheet_path.empty()) {
    return MakeError(ErrorCode::kWrongDocument, "a workbook without a worksheet");
  }
  ReadProperties();
  RETURN_IF_ERROR(ReadStrings());
  RETURN_IF_ERROR(ReadPart(workbook_.sheet_path, {"row"},
                           [this](const XmlElement& row) { return ReadRow(row); }));
  return workbook_.sheet;
}

}  // namespace

Result<XlsxSheet> StreamXlsx(std::string_view bytes,
                             const std::function<Status(const XlsxRow&)>& callback) {
  ASSIGN_OR_RETURN(const ZipArchive archive, ZipArchive::Open(bytes));
  return XlsxReader(archive, callback).Read();
}

}  // namespace interdict
