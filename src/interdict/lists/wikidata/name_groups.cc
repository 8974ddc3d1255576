#include "interdict/lists/wikidata/name_groups.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <unordered_map>
#include <vector>

#include "interdict/base/strings.h"
#include "interdict/base/utf8.h"
#include "interdict/syntax/gzip.h"

namespace interdict {
namespace {

constexpr std::string_view kArrow = " => ";
constexpr size_t kMaxDigits = 9;  // items have nine digits in 2026

// The number of "Q21449119"; nothing for another text.
std::optional<uint32_t> ItemNumber(std::string_view text) {
  if (!text.starts_with('Q')) return std::nullopt;
  text.remove_prefix(1);
  if (!IsDigits(text) || text.size() > kMaxDigits || text.front() == '0') return std::nullopt;
  uint32_t number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

bool HasControls(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 || byte == 0x7F;
  });
}

class LineReader {
 public:
  LineReader(std::string_view file_name, const NameGroupSink& sink)
      : file_name_(file_name), sink_(sink) {}

  Status Read(std::string_view line) {
    ++line_;
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.size() > kMaxNameGroupBytes) {
      return Fail(ErrorCode::kTooLarge, "a line of " + std::to_string(line.size()) +
                                            " bytes; at most " +
                                            std::to_string(kMaxNameGroupBytes));
    }
    if (utf8::FirstInvalid(line) != std::string_view::npos)
      return Fail(ErrorCode::kEncoding, "this is no UTF-8");
    if (Trim(line).empty() || line.starts_with('#')) return Ok{};
    if (HasControls(line)) return Fail(ErrorCode::kSyntax, "a control character in a name");
    const size_t arrow = line.rfind(kArrow);
    if (arrow == std::string_view::npos)
      return Fail(ErrorCode::kSyntax, "expected \"name, name => Q123\"");
    const std::string_view item = line.substr(arrow + kArrow.size());
    const auto group = ItemNumber(item);
    if (!group) {
      return Fail(ErrorCode::kSyntax, "\"" + std::string(item.substr(0, 40)) +
                                          "\" is no item number; expected one like Q123");
    }
    if (const auto [first, is_new] = line_of_.emplace(*group, line_); !is_new) {
      return Fail(ErrorCode::kDuplicateRecord, "Q" + std::to_string(*group) + " stands in line " +
                                                   std::to_string(first->second) + " already");
    }
    if (line_of_.size() > kMaxNameGroups) {
      return Fail(ErrorCode::kTooLarge,
                  "more than " + std::to_string(kMaxNameGroups) + " groups of names");
    }
    return Take(line.substr(0, arrow), *group);
  }

  Result<NameGroupCounts> Finish() const {
    if (counts_.groups > 0) return counts_;
    return MakeError(ErrorCode::kEmptyList, "the file has no group of names",
                     Where{.file = std::string(file_name_)});
  }

 private:
  Error Fail(ErrorCode code, std::string message) const {
    return MakeError(code, std::move(message),
                     Where{.file = std::string(file_name_), .line = line_});
  }

  Status Take(std::string_view list, uint32_t group) {
    names_.clear();
    for (size_t begin = 0; begin <= list.size();) {
      const size_t comma = std::min(list.find(',', begin), list.size());
      const std::string_view name = Trim(list.substr(begin, comma - begin));
      if (name.empty()) return Fail(ErrorCode::kSyntax, "an empty name between commas");
      if (name.size() > kMaxGroupedName) {
        return Fail(ErrorCode::kTooLarge, "a name of " + std::to_string(name.size()) +
                                              " bytes; at most " + std::to_string(kMaxGroupedName));
      }
      names_.push_back(name);
      begin = comma + 1;
    }
    if (names_.size() < 2) return Fail(ErrorCode::kSyntax, "a group of one name; expected two");
    ++counts_.groups;
    counts_.names += names_.size();
    sink_(group, names_);
    return Ok{};
  }

  std::string_view file_name_;
  const NameGroupSink& sink_;
  uint64_t line_ = 0;
  NameGroupCounts counts_;
  std::unordered_map<uint32_t, uint64_t> line_of_;
  std::vector<std::string_view> names_;
};

// "name, name => Q123", as far as one line tells.
bool IsGroupLine(std::string_view line) {
  if (line.ends_with('\r')) line.remove_suffix(1);
  const size_t arrow = line.rfind(kArrow);
  return arrow != std::string_view::npos && arrow > 0 &&
         ItemNumber(line.substr(arrow + kArrow.size())).has_value();
}

}  // namespace

bool IsNameGroups(const InputFile& file) {
  const std::string unpacked =
      IsGzip(file.bytes) ? GunzipHead(file.bytes, Format::kPeekBytes) : std::string();
  std::string_view head =
      IsGzip(file.bytes) ? std::string_view(unpacked) : file.bytes.substr(0, Format::kPeekBytes);
  while (true) {
    const size_t end = head.find('\n');
    if (end == std::string_view::npos) return false;
    const std::string_view line = head.substr(0, end);
    head.remove_prefix(end + 1);
    if (!Trim(line).empty() && !line.starts_with('#')) return IsGroupLine(line);
  }
}

Result<std::string> UnpackNameGroups(const InputFile& file) {
  const auto with_file = [&](Error error) {
    error.where.file = std::string(file.name);
    return error;
  };
  if (IsGzip(file.bytes)) {
    auto text = Gunzip(file.bytes, kMaxNameTableBytes);
    if (!text.ok()) return with_file(std::move(text).error());
    return text;
  }
  if (file.bytes.size() > kMaxNameTableBytes) {
    return with_file(MakeError(
        ErrorCode::kTooLarge,
        "a table of names of more than " + std::to_string(kMaxNameTableBytes) + " bytes"));
  }
  return std::string(file.bytes);
}

Result<NameGroupCounts> ReadNameGroups(std::string_view text, std::string_view file_name,
                                       const NameGroupSink& sink) {
  LineReader reader(file_name, sink);
  uint64_t line = 0;
  while (!text.empty()) {
    ++line;
    const size_t end = text.find('\n');
    if (end == std::string_view::npos) {
      return MakeError(ErrorCode::kTruncated, "the last line has no line end: the file is cut off",
                       Where{.file = std::string(file_name), .line = line});
    }
    RETURN_IF_ERROR(reader.Read(text.substr(0, end)));
    text.remove_prefix(end + 1);
  }
  return reader.Finish();
}

}  // namespace interdict
