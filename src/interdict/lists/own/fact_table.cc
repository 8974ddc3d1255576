#include "interdict/lists/own/fact_table.h"

#include "interdict/base/strings.h"
#include "interdict/base/utf8.h"

namespace interdict {
namespace {

constexpr size_t kFactFields = 5;
constexpr size_t kMaxLine = size_t{1} << 16;
constexpr size_t kMaxQualifiers = 32;

std::vector<std::string_view> SplitTabs(std::string_view line) {
  std::vector<std::string_view> fields;
  while (true) {
    const size_t tab = line.find('\t');
    fields.push_back(line.substr(0, tab));
    if (tab == std::string_view::npos) return fields;
    line.remove_prefix(tab + 1);
  }
}

}  // namespace

bool IsFactPartyId(std::string_view text) {
  char before = '-';
  for (char c : text) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (!letter && (c != '-' || before == '-')) return false;
    before = c;
  }
  return before != '-';
}

Error FactLines::Fail(ErrorCode code, std::string message) const {
  return MakeError(code, std::move(message),
                   Where{.source = source_, .file = std::string(file_.name), .line = number_});
}

Status FactLines::Check(std::string_view text) const {
  if (text.size() > kMaxLine) return Fail(ErrorCode::kTooLarge, "a line of more than 64 KiB");
  if (text.empty()) return Fail(ErrorCode::kSyntax, "a blank line");
  if (text.ends_with('\r')) return Fail(ErrorCode::kSyntax, "a line that ends in CR LF, not LF");
  if (utf8::FirstInvalid(text) != std::string_view::npos) {
    return Fail(ErrorCode::kEncoding, "a line that is not UTF-8");
  }
  return Ok{};
}

Result<bool> FactLines::Next(FactLine* line) {
  while (at_ < file_.bytes.size()) {
    const size_t begin = at_;
    const size_t end = file_.bytes.find('\n', at_);
    ++number_;
    if (end == std::string_view::npos) {
      return Fail(ErrorCode::kTruncated, "the last line has no line end");
    }
    at_ = end + 1;
    const std::string_view text = file_.bytes.substr(begin, end - begin);
    if (text.starts_with('#') && !seen_) continue;
    RETURN_IF_ERROR(Check(text));
    seen_ = true;
    line->number = number_;
    line->fields = SplitTabs(text);
    return true;
  }
  return false;
}

std::string_view Fact::Qualifier(std::string_view key) const {
  for (const auto& [name, value_of] : qualifiers) {
    if (name == key) return value_of;
  }
  return {};
}

Result<Fact> ParseFact(const FactLine& line, const FactLines& lines) {
  const auto fail = [&](std::string message) {
    return lines.Fail(ErrorCode::kSyntax, std::move(message));
  };
  if (line.fields.size() != kFactFields) {
    return fail(std::to_string(line.fields.size()) +
                " fields, 5 were expected: party, property, "
                "value, qualifiers, source");
  }
  Fact fact{line.fields[0], line.fields[1], line.fields[2], line.fields[4], {}};
  if (!IsFactPartyId(fact.party)) return fail("\"" + std::string(fact.party) + "\" is no party id");
  if (fact.property.empty() || fact.value.empty() || fact.source.empty()) {
    return fail("only the qualifiers may be empty");
  }
  for (std::string_view field : line.fields) {
    if (field.starts_with(' ') || field.ends_with(' '))
      return fail("a field with a blank at its end");
  }
  for (std::string_view pair : SplitTrimmed(line.fields[3], "; ")) {
    const size_t equals = pair.find('=');
    if (equals == std::string_view::npos || equals == 0 || equals + 1 == pair.size()) {
      return fail("\"" + std::string(pair) + "\" is no qualifier; key=value was expected");
    }
    const std::string_view key = pair.substr(0, equals);
    if (fact.qualifiers.size() >= kMaxQualifiers) return fail("more than 32 qualifiers");
    if (!fact.Qualifier(key).empty())
      return fail("qualifier " + std::string(key) + " stands twice");
    fact.qualifiers.emplace_back(key, pair.substr(equals + 1));
  }
  return fact;
}

}  // namespace interdict
