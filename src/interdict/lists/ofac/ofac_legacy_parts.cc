#include "interdict/lists/ofac/ofac_legacy_parts.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <functional>
#include <utility>

#include "interdict/base/strings.h"
#include "interdict/base/utf8.h"
#include "interdict/lists/ofac/ofac_fields.h"

namespace interdict {
namespace {

struct PartRow {
  std::string_view name;
  size_t columns;
};

// In the order of OfacPart.
constexpr std::array<PartRow, kOfacPartCount> kParts = {
    {{"sdn.csv", 12}, {"alt.csv", 5}, {"add.csv", 6}, {"sdn_comments.csv", 2}}};

size_t ColumnsOf(OfacPart part) {
  return kParts[static_cast<size_t>(part)].columns;
}

CsvOptions OptionsFor(char delimiter) {
  CsvOptions options;
  options.delimiter = delimiter;
  options.lazy_quotes = delimiter == '|';  // text stands there with and without quotes
  return options;
}

bool IsNumber(std::string_view cell) {
  return IsDigits(Trim(cell));
}

bool IsSdnType(std::string_view cell) {
  return OfacText(cell).empty() || OfacSchema(cell) != Schema::kLegalEntity;
}

bool IsAliasType(std::string_view cell) {
  cell = Trim(cell);
  return EqualsIgnoreCase(cell, "aka") || EqualsIgnoreCase(cell, "fka") ||
         EqualsIgnoreCase(cell, "nka");
}

std::optional<OfacPart> PartOfRow(const CsvRow& row, bool quoted_text) {
  if (!IsNumber(row[0])) return std::nullopt;
  switch (row.size()) {
    case 12:
      return IsSdnType(row[2]) ? std::optional(OfacPart::kMain) : std::nullopt;
    case 5:
      return IsNumber(row[1]) && IsAliasType(row[2]) ? std::optional(OfacPart::kAliases)
                                                     : std::nullopt;
    case 6:
      return IsNumber(row[1]) ? std::optional(OfacPart::kAddresses) : std::nullopt;
    case 2:
      // Two columns are too common a shape to go by the number alone.
      return quoted_text && !IsNumber(row[1]) ? std::optional(OfacPart::kComments) : std::nullopt;
    default:
      return std::nullopt;
  }
}

std::string Latin1ToUtf8(std::string_view text) {
  std::string out;
  for (size_t at = 0; at < text.size();) {
    const size_t start = at;
    const char32_t c = utf8::Decode(text, &at);
    const auto byte = static_cast<unsigned char>(text[start]);
    utf8::Append(c == utf8::kReplacement && at == start + 1 ? byte : c, &out);
  }
  return out;
}

bool Inside(std::string_view part, std::string_view whole) {
  return std::less_equal<>()(whole.data(), part.data()) &&
         std::less_equal<>()(part.data() + part.size(), whole.data() + whole.size());
}

// NULL is "-0- ", and the publisher's last byte may be missing or cut; of a file that ends in less
// than that nothing is lost but the NULL itself.
bool IsCutNull(std::string_view cell) {
  return cell == "-" || cell == "-0";
}

std::optional<uint64_t> Number(std::string_view text) {
  uint64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

}  // namespace

std::string_view OfacPartName(OfacPart part) {
  return kParts[static_cast<size_t>(part)].name;
}

std::optional<OfacPartShape> RecogniseOfacPart(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, Format::kPeekBytes);
  for (char delimiter : {',', '|'}) {
    CsvReader csv(head, OptionsFor(delimiter));
    const auto row = csv.Next();
    if (!row.ok() || *row == nullptr) continue;
    const size_t text = head.find(delimiter, (*row)->byte);
    const bool quoted = text != std::string_view::npos && head.substr(text + 1).starts_with('"');
    const auto part = PartOfRow(**row, quoted || delimiter == '|');
    if (part) return OfacPartShape{*part, delimiter};
  }
  return std::nullopt;
}

// --- rows ---------------------------------------------------------------------------------------

OfacPartReader::OfacPartReader(const InputFile& file, OfacPartShape shape, std::string_view source)
    : file_(file),
      part_(shape.part),
      source_(source),
      csv_(file.bytes, OptionsFor(shape.delimiter)),
      utf8_(utf8::FirstInvalid(file.bytes) == std::string_view::npos) {}

void OfacPartReader::RecodeCells() {
  recoded_cells_.clear();
  for (std::string_view& cell : cells_) {
    if (utf8::FirstInvalid(cell) == std::string_view::npos) continue;
    cell = recoded_cells_.emplace_back(Latin1ToUtf8(cell));
  }
  row_.recoded = !recoded_cells_.empty();
}

Result<const OfacRow*> OfacPartReader::Next() {
  auto next = csv_.Next();
  if (!next.ok()) {
    Error error = std::move(next).error();
    error.where.source = source_;
    error.where.file = std::string(file_.name);
    return error;
  }
  if (*next == nullptr) return static_cast<const OfacRow*>(nullptr);
  const CsvRow& csv = **next;
  // OFAC leaves no cell empty, so a last cell without anything is one that the cut took away.
  const bool incomplete = csv.size() < ColumnsOf(part_) || csv.cells.back().empty();
  if (csv.unterminated && incomplete) {
    return MakeError(ErrorCode::kTruncated,
                     "the file ends inside its last row, in column " + std::to_string(csv.size()) +
                         " of " + std::to_string(ColumnsOf(part_)),
                     {.source = source_,
                      .file = std::string(file_.name),
                      .line = csv.line,
                      .byte = csv.byte,
                      .has_byte = true});
  }
  cells_ = csv.cells;
  row_ = OfacRow{.line = csv.line, .byte = csv.byte};
  if (csv.unterminated && IsCutNull(Trim(cells_.back()))) {
    cells_.back() = {};
    row_.cut_null = true;
  }
  if (!utf8_) RecodeCells();
  row_.cells = cells_;
  row_.id_text = Trim(cells_[0]);
  const auto id = Number(row_.id_text);
  if (csv.size() != ColumnsOf(part_)) {
    row_.problem =
        std::to_string(csv.size()) + " columns, expected " + std::to_string(ColumnsOf(part_));
  } else if (!id) {
    row_.problem = "\"" + std::string(row_.id_text.substr(0, 40)) + "\" is no ent_num";
  }
  row_.id = id.value_or(0);
  return static_cast<const OfacRow*>(&row_);
}

// --- side parts ---------------------------------------------------------------------------------

void OfacSideRows::Add(const OfacRow& row, std::string_view file_bytes) {
  OfacSideRow side{.id = row.id, .line = row.line, .recoded = row.recoded};
  side.cells.reserve(row.cells.size() - 1);
  for (std::string_view cell : row.cells.subspan(1)) {
    side.cells.push_back(Inside(cell, file_bytes) ? cell : copies_.emplace_back(cell));
  }
  rows_.push_back(std::move(side));
}

void OfacSideRows::Seal() {
  std::stable_sort(rows_.begin(), rows_.end(),
                   [](const OfacSideRow& a, const OfacSideRow& b) { return a.id < b.id; });
}

std::span<const OfacSideRow> OfacSideRows::Of(uint64_t id) const {
  struct ById {
    bool operator()(const OfacSideRow& row, uint64_t key) const { return row.id < key; }
    bool operator()(uint64_t key, const OfacSideRow& row) const { return key < row.id; }
  };
  const auto [first, last] = std::equal_range(rows_.begin(), rows_.end(), id, ById());
  return {first, last};
}

}  // namespace interdict
