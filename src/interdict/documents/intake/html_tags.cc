#include "interdict/documents/intake/html_tags.h"

#include "interdict/base/strings.h"

namespace interdict::documents {
namespace {

constexpr std::string_view kSpaces = " \t\n\f\r";

bool IsLetter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool IsSpace(char c) {
  return kSpaces.find(c) != std::string_view::npos;
}

size_t SkipSpaces(std::string_view html, size_t at) {
  while (at < html.size() && IsSpace(html[at])) ++at;
  return at;
}

// An attribute at `at`, which is no space, '/' or '>'.
struct Attribute {
  std::string_view name, value;
  size_t end = 0;  // npos: the page ends within it
};

Attribute ReadAttribute(std::string_view html, size_t at) {
  Attribute read;
  size_t end = html.find_first_of("/> \t\n\f\r=", at + 1);  // a leading '=' belongs to the name
  if (end == std::string_view::npos) return {.end = end};
  read.name = html.substr(at, end - at);
  const size_t equals = SkipSpaces(html, end);
  read.end = end;
  if (equals >= html.size() || html[equals] != '=') return read;
  at = SkipSpaces(html, equals + 1);
  if (at >= html.size()) return {.end = std::string_view::npos};
  const bool quoted = html[at] == '"' || html[at] == '\'';
  const size_t begin = quoted ? at + 1 : at;
  end = quoted ? html.find(html[at], begin) : html.find_first_of("> \t\n\f\r", begin);
  if (end == std::string_view::npos) return {.end = end};
  read.value = html.substr(begin, end - begin);
  read.end = quoted ? end + 1 : end;
  return read;
}

// Calls `take` for every attribute; where the tag ends behind '>', or npos.
template <typename Take>
size_t ForEachAttribute(std::string_view html, size_t at, Take take) {
  while (true) {
    at = html.find_first_not_of("/ \t\n\f\r", at);
    if (at == std::string_view::npos) return at;
    if (html[at] == '>') return at + 1;
    const Attribute attribute = ReadAttribute(html, at);
    if (attribute.end == std::string_view::npos) return attribute.end;
    take(attribute);
    at = attribute.end;
  }
}

size_t EndOfComment(std::string_view html, size_t at) {
  const std::string_view rest = html.substr(at + 4);
  if (rest.starts_with(">")) return at + 5;
  if (rest.starts_with("->")) return at + 6;
  const size_t dashes = html.find("--", at + 4);
  for (size_t end = dashes; end != std::string_view::npos; end = html.find("--", end + 1)) {
    if (html.substr(end + 2).starts_with(">")) return end + 3;
    if (html.substr(end + 2).starts_with("!>")) return end + 4;
  }
  return std::string_view::npos;
}

}  // namespace

HtmlTag ReadTag(std::string_view html, size_t at) {
  HtmlTag tag{.begin = at, .end = at + 1};
  const std::string_view rest = html.substr(at + 1);
  if (rest.empty()) return tag;
  size_t end = 0;
  if (rest.starts_with("!--")) {
    tag.kind = HtmlTag::Kind::kComment;
    end = EndOfComment(html, at);
  } else if (rest[0] == '!' || rest[0] == '?' ||
             (rest[0] == '/' && rest.size() > 1 && !IsLetter(rest[1]))) {
    tag.kind = HtmlTag::Kind::kOther;
    end = html.find('>', at);
    if (end != std::string_view::npos) ++end;
  } else if (IsLetter(rest[0]) || (rest[0] == '/' && rest.size() > 1)) {
    tag.kind = rest[0] == '/' ? HtmlTag::Kind::kEnd : HtmlTag::Kind::kStart;
    const size_t name = at + (tag.kind == HtmlTag::Kind::kEnd ? 2 : 1);
    tag.name_end = std::min(html.find_first_of("/> \t\n\f\r", name), html.size());
    tag.tag = gumbo_tagn_enum(html.data() + name, static_cast<unsigned>(tag.name_end - name));
    end = ForEachAttribute(html, tag.name_end, [&](const Attribute&) { ++tag.attributes; });
  } else {
    return tag;
  }
  tag.complete = end != std::string_view::npos;
  tag.end = tag.complete ? end : html.size();
  return tag;
}

std::string_view AttributeOf(std::string_view html, const HtmlTag& tag, std::string_view name) {
  std::string_view value;
  ForEachAttribute(html.substr(0, tag.end), tag.name_end, [&](const Attribute& attribute) {
    if (value.empty() && EqualsIgnoreCase(attribute.name, name)) value = attribute.value;
  });
  return value;
}

}  // namespace interdict::documents
