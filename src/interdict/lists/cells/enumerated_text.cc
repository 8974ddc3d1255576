#include "interdict/lists/cells/enumerated_text.h"

#include <charconv>

#include "interdict/base/strings.h"

namespace interdict {
namespace {

constexpr int kMaxItems = 200;

// A mark at the front of a text: "(3)", "(c)", "(1-3)". `last` is the place that it ends at.
struct Mark {
  int first = 0;
  int last = 0;
  size_t length = 0;
};

int Number(std::string_view text) {
  int value = 0;
  if (!IsDigits(text) || text.size() > 3) return 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

Mark ReadMark(std::string_view text, bool lettered) {
  constexpr size_t kLongest = 9;
  const size_t close = text.substr(0, kLongest).find(')');
  if (!text.starts_with('(') || close == std::string_view::npos) return {};
  const std::string_view inside = text.substr(1, close - 1);
  if (lettered) {
    const bool letter = inside.size() == 1 && inside[0] >= 'a' && inside[0] <= 'z';
    if (!letter) return {};
    const int place = inside[0] - 'a' + 1;
    return {place, place, close + 1};
  }
  const size_t dash = inside.find('-');
  const int first = Number(Trim(inside.substr(0, dash)));
  const int last = dash == std::string_view::npos ? first : Number(Trim(inside.substr(dash + 1)));
  if (first == 0 || last < first) return {};
  return {first, last, close + 1};
}

// Joins "(1) to (6) Algeria" into one mark from 1 to 6.
Mark ExtendMark(std::string_view text, Mark mark) {
  std::string_view rest = Trim(text.substr(mark.length));
  if (!ConsumePrefix(&rest, "to ")) return mark;
  const std::string_view after = Trim(rest);
  const Mark end = ReadMark(after, false);
  if (end.length == 0 || end.first <= mark.last) return mark;
  const size_t skipped = static_cast<size_t>(after.data() - text.data());
  return {mark.first, end.last, skipped + end.length};
}

std::string_view Item(std::string_view text) {
  text = Trim(text);
  while (text.ends_with(';') || text.ends_with(',')) text = Trim(text.substr(0, text.size() - 1));
  return text == "-" || text == "- ." ? std::string_view() : text;
}

// Position of the mark that counts on with `place`, or npos.
size_t FindMark(std::string_view text, size_t from, int place, bool lettered) {
  for (size_t at = text.find('(', from); at != std::string_view::npos;
       at = text.find('(', at + 1)) {
    if (ReadMark(text.substr(at), lettered).first == place) return at;
  }
  return std::string_view::npos;
}

std::vector<std::string_view> Split(std::string_view text, bool lettered) {
  std::vector<std::string_view> items;
  size_t at = 0;
  int place = 1;
  while (at != std::string_view::npos && items.size() < kMaxItems) {
    Mark mark = ReadMark(text.substr(at), lettered);
    if (!lettered) mark = ExtendMark(text.substr(at), mark);
    place = mark.last + 1;
    const size_t begin = at + mark.length;
    at = FindMark(text, begin, place, lettered);
    items.push_back(Item(text.substr(begin, at == std::string_view::npos ? at : at - begin)));
  }
  return items;
}

}  // namespace

std::vector<std::string_view> SplitEnumeration(std::string_view text) {
  text = Trim(text);
  for (const bool lettered : {false, true}) {
    if (ReadMark(text, lettered).first == 1) return Split(text, lettered);
  }
  if (text.empty()) return {};
  return {text};
}

bool IsEnumeration(std::string_view text) {
  return SplitEnumeration(text).size() > 1;
}

}  // namespace interdict
