#include "interdict/lists/au/dfat_sheet.h"

#include <algorithm>

#include "interdict/base/strings.h"
#include "interdict/syntax/csv.h"
#include "interdict/syntax/xlsx.h"
#include "interdict/syntax/zip_archive.h"

namespace interdict {
namespace {

void AddDistinct(std::string_view text, DfatValues* values) {
  text = Trim(text);
  if (text.empty() || values->size() > kMaxDfatValues) return;
  if (std::find(values->begin(), values->end(), text) == values->end()) values->emplace_back(text);
}

class SheetReader {
 public:
  SheetReader(const InputFile& file, const ReadOptions& options, ParseReport* report)
      : file_(file), options_(options), report_(*report) {}

  Result<DfatSheet> Read() {
    RETURN_IF_ERROR(ZipArchive::LooksLikeZip(file_.bytes) ? ReadXlsx() : ReadCsv());
    if (!has_header_) return Fail(ErrorCode::kMissingColumn, 1, "no row with the headings");
    return std::move(sheet_);
  }

 private:
  struct OtherColumn {
    size_t position = 0;
    std::string heading;
  };

  template <typename Row>
  Status AddRow(const Row& row, size_t size, uint64_t line);
  template <typename Row>
  Status ReadHeader(const Row& row, size_t size, uint64_t line);
  template <typename Row>
  Status AddValues(const Row& row, size_t size, uint64_t line, DfatParty* party) const;
  template <typename Row>
  std::string_view Cell(const Row& row, DfatColumn column) const {
    return columns_[column] == CsvHeader::npos ? std::string_view() : Trim(row[columns_[column]]);
  }
  DfatParty& PartyOf(std::string_view id, uint64_t line);
  Status ReadXlsx();
  Status ReadCsv();
  Error Locate(Error error) const {
    error.where.source = options_.source;
    error.where.file = std::string(file_.name);
    return error;
  }
  Error Fail(ErrorCode code, uint64_t line, std::string message) const {
    return Locate(MakeError(code, std::move(message), Where{.line = line}));
  }

  const InputFile& file_;
  const ReadOptions& options_;
  ParseReport& report_;
  DfatSheet sheet_;
  bool has_header_ = false;
  std::array<size_t, kDfatColumnCount> columns_{};  // position of each known column
  std::vector<OtherColumn> other_columns_;
  std::unordered_map<std::string, size_t> party_of_id_;
};

template <typename Row>
Status SheetReader::ReadHeader(const Row& row, size_t size, uint64_t line) {
  columns_.fill(CsvHeader::npos);
  for (size_t i = 0; i < size; ++i) {
    const std::string_view heading = Trim(row[i]);
    const auto known = std::find_if(kDfatHeadings.begin(), kDfatHeadings.end(),
                                    [&](auto name) { return EqualsIgnoreCase(name, heading); });
    if (known != kDfatHeadings.end()) {
      columns_[static_cast<size_t>(known - kDfatHeadings.begin())] = i;
    } else {
      other_columns_.push_back(
          {i, heading.empty() ? "column " + std::to_string(i + 1) : std::string(heading)});
    }
  }
  for (size_t i = 0; i < kDfatRequiredColumns; ++i) {
    if (columns_[i] != CsvHeader::npos) continue;
    return Fail(ErrorCode::kMissingColumn, line,
                "no column \"" + std::string(kDfatHeadings[i]) + "\" among the headings");
  }
  has_header_ = true;
  return Ok{};
}

DfatParty& SheetReader::PartyOf(std::string_view id, uint64_t line) {
  const auto [found, is_new] = party_of_id_.emplace(id, sheet_.parties.size());
  if (is_new) {
    sheet_.parties.emplace_back();
    sheet_.parties.back().id = std::string(id);
    sheet_.parties.back().line = line;
    ++report_.records_in;
  }
  return sheet_.parties[found->second];
}

template <typename Row>
Status SheetReader::AddValues(const Row& row, size_t size, uint64_t line, DfatParty* party) const {
  for (size_t i = kDfatType; i < kDfatColumnCount; ++i) {
    if (i == kDfatNameType || i == kDfatAliasStrength) continue;
    AddDistinct(Cell(row, static_cast<DfatColumn>(i)), &party->values[i]);
    if (party->values[i].size() <= kMaxDfatValues) continue;
    return Fail(ErrorCode::kTooLarge, line,
                "party " + party->id + " has more than " + std::to_string(kMaxDfatValues) +
                    " different values of " + std::string(kDfatHeadings[i]));
  }
  for (const OtherColumn& column : other_columns_) {
    if (column.position >= size || Trim(row[column.position]).empty()) continue;
    auto at = std::find_if(party->other.begin(), party->other.end(),
                           [&](const auto& entry) { return entry.first == column.heading; });
    if (at == party->other.end()) at = party->other.insert(at, {column.heading, {}});
    AddDistinct(row[column.position], &at->second);
  }
  return Ok{};
}

template <typename Row>
Status SheetReader::AddRow(const Row& row, size_t size, uint64_t line) {
  bool any = false;
  for (size_t i = 0; i < size && !any; ++i) any = !Trim(row[i]).empty();
  if (!any) return Ok{};
  if (!has_header_) return ReadHeader(row, size, line);
  ++report_.rows_in;
  const std::string_view reference = Cell(row, kDfatReference);
  const std::string_view name = Cell(row, kDfatName);
  const size_t digits = std::min(reference.find_first_not_of("0123456789"), reference.size());
  if (digits == 0 || name.empty()) {
    ++report_.records_in;
    report_.AddReject({std::string(reference), std::string(file_.name), line,
                       digits == 0 ? "a row whose reference does not begin with a number: \"" +
                                         std::string(reference.substr(0, 40)) + "\""
                                   : "a row without a name"});
    return Ok{};
  }
  DfatParty& party = PartyOf(reference.substr(0, digits), line);
  party.names.push_back({std::string(reference), std::string(name),
                         std::string(Cell(row, kDfatNameType)),
                         std::string(Cell(row, kDfatAliasStrength))});
  ++report_.rows_used;
  return AddValues(row, size, line, &party);
}

Status SheetReader::ReadXlsx() {
  auto sheet = StreamXlsx(file_.bytes, [this](const XlsxRow& row) {
    return AddRow(row, row.cells.size(), row.number);
  });
  if (!sheet.ok()) return Locate(std::move(sheet).error());
  sheet_.uses_1904 = sheet->uses_1904;
  sheet_.saved = sheet->modified;
  return Ok{};
}

Status SheetReader::ReadCsv() {
  CsvReader reader(file_.bytes);
  while (true) {
    auto row = reader.Next();
    if (!row.ok()) return Locate(std::move(row).error());
    if (*row == nullptr) return Ok{};
    RETURN_IF_ERROR(AddRow(**row, (*row)->size(), (*row)->line));
  }
}

template <typename Has>
bool HasAll(const Has& has) {
  return has(kDfatHeadings[kDfatReference]) && has(kDfatHeadings[kDfatName]) &&
         has(kDfatHeadings[kDfatNameType]) && has(kDfatHeadings[kDfatCommittees]);
}

// Reads as far as the row with the headings, which is among the first.
bool XlsxHasHeadings(std::string_view bytes) {
  constexpr uint64_t kLastRow = 20;
  bool found = false;
  const auto sheet = StreamXlsx(bytes, [&](const XlsxRow& row) -> Status {
    const auto has = [&](std::string_view heading) {
      return std::any_of(row.cells.begin(), row.cells.end(), [&](const std::string& cell) {
        return EqualsIgnoreCase(Trim(cell), heading);
      });
    };
    if (!has(kDfatHeadings[kDfatReference]) && row.number < kLastRow) return Ok{};
    found = HasAll(has);
    return MakeError(ErrorCode::kSyntax, "read far enough");
  });
  return found && !sheet.ok();
}

}  // namespace

Result<DfatSheet> ReadDfatSheet(const InputFile& file, const ReadOptions& options,
                                ParseReport* report) {
  return SheetReader(file, options, report).Read();
}

bool HasDfatHeadings(const InputFile& file) {
  if (ZipArchive::LooksLikeZip(file.bytes)) return XlsxHasHeadings(file.bytes);
  CsvReader reader(file.bytes.substr(0, Format::kPeekBytes));
  const auto row = reader.Next();
  if (!row.ok() || *row == nullptr) return false;
  CsvHeader header(**row);
  return HasAll([&](std::string_view heading) { return header.Find(heading) != CsvHeader::npos; });
}

}  // namespace interdict
