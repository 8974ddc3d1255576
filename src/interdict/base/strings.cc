#include "interdict/base/strings.h"

#include <algorithm>

namespace interdict {
namespace {

bool IsSpace(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}

char Lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}
char Upper(char c) {
  return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
}

// Whether these three bytes are a space of Unicode: U+2000 to U+200B, U+202F, U+205F, U+3000,
// U+FEFF.
bool IsWideSpace(std::string_view bytes) {
  if (bytes.substr(0, 2) == "\xE2\x80") {
    const auto last = static_cast<unsigned char>(bytes[2]);
    return (last >= 0x80 && last <= 0x8B) || last == 0xAF;
  }
  return bytes == "\xE2\x81\x9F" || bytes == "\xE3\x80\x80" || bytes == "\xEF\xBB\xBF";
}

// Bytes of white space at the front of the text, 0 when there is none.
size_t LeadingSpace(std::string_view text) {
  if (text.empty()) return 0;
  if (IsSpace(text.front())) return 1;
  if (static_cast<unsigned char>(text.front()) < 0xC2) return 0;
  if (text.starts_with("\xC2\xA0")) return 2;
  return text.size() >= 3 && IsWideSpace(text.substr(0, 3)) ? 3 : 0;
}

// The same at the end.
size_t TrailingSpace(std::string_view text) {
  if (text.empty()) return 0;
  if (IsSpace(text.back())) return 1;
  if (static_cast<unsigned char>(text.back()) < 0x80) return 0;
  if (text.ends_with("\xC2\xA0")) return 2;
  return text.size() >= 3 && IsWideSpace(text.substr(text.size() - 3)) ? 3 : 0;
}

}  // namespace

std::string_view Trim(std::string_view text) {
  while (size_t n = LeadingSpace(text)) text.remove_prefix(n);
  while (size_t n = TrailingSpace(text)) text.remove_suffix(n);
  return text;
}

std::string SqueezeSpaces(std::string_view text) {
  text = Trim(text);
  std::string out;
  out.reserve(text.size());
  size_t copied = 0;  // everything before it is in `out`
  for (size_t at = 0; at < text.size();) {
    const auto byte = static_cast<unsigned char>(text[at]);
    const size_t space = byte > ' ' && byte < 0xC2 ? 0 : LeadingSpace(text.substr(at));
    if (space == 0) {
      ++at;
      continue;
    }
    out.append(text, copied, at - copied);
    out.push_back(' ');
    for (size_t more = space; more != 0; more = LeadingSpace(text.substr(at))) at += more;
    copied = at;
  }
  out.append(text, copied);
  return out;
}

std::string AsciiLower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), Lower);
  return out;
}

std::string AsciiUpper(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), Upper);
  return out;
}

bool EqualsIgnoreCase(std::string_view a, std::string_view b) {
  return a.size() == b.size() && StartsWithIgnoreCase(a, b);
}

bool StartsWithIgnoreCase(std::string_view text, std::string_view prefix) {
  return text.size() >= prefix.size() &&
         std::equal(prefix.begin(), prefix.end(), text.begin(),
                    [](char a, char b) { return Lower(a) == Lower(b); });
}

std::vector<std::string_view> SplitTrimmed(std::string_view text, std::string_view separator) {
  std::vector<std::string_view> parts;
  while (true) {
    const size_t at = separator.empty() ? std::string_view::npos : text.find(separator);
    const std::string_view part = Trim(text.substr(0, at));
    if (!part.empty()) parts.push_back(part);
    if (at == std::string_view::npos) return parts;
    text.remove_prefix(at + separator.size());
  }
}

bool ConsumePrefix(std::string_view* text, std::string_view prefix) {
  if (!text->starts_with(prefix)) return false;
  text->remove_prefix(prefix.size());
  return true;
}

bool IsDigits(std::string_view text) {
  return !text.empty() &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::string Join(const std::vector<std::string>& parts, std::string_view separator) {
  std::string out;
  for (size_t i = 0; i < parts.size(); ++i) {
    if (i > 0) out += separator;
    out += parts[i];
  }
  return out;
}

}  // namespace interdict
