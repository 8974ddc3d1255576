#include "interdict/lists/cells/packed_values.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "interdict/base/strings.h"
#include "interdict/entity/country.h"

namespace interdict {
namespace {

constexpr int kMaxDepth = 8;         // of pieces within pieces
constexpr size_t kMaxPieces = 1000;  // of one cell

// Trimmed, and without the separators and full stop at its ends.
std::string_view Strip(std::string_view text) {
  while (true) {
    text = Trim(text);
    if (!text.empty() && (text.back() == ';' || text.back() == ',')) {
      text.remove_suffix(1);
    } else if (!text.empty() && (text.front() == ';' || text.front() == ',')) {
      text.remove_prefix(1);
    } else {
      return text;
    }
  }
}

// Whether an enumerator may begin behind this byte.
bool Separates(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte <= ' ' || c == ';' || c == ',' || c == '.' || c == ':' || c == '(' || byte == 0xA0;
}

// Position of the marker of the item with this letter, from `from`; npos when there is none.
// `*length` gets the marker's length.
size_t FindMarker(std::string_view text, size_t from, char letter, size_t* length) {
  for (size_t at = from; at + 1 < text.size(); ++at) {
    if (text[at] != letter || text[at + 1] != ')') continue;
    if (at > 0 && !Separates(text[at - 1])) continue;
    const bool bracket = at > from && text[at - 1] == '(';
    *length = bracket ? 3 : 2;
    return bracket ? at - 1 : at;
  }
  return std::string_view::npos;
}

bool ContainsIgnoreCase(std::string_view text, std::string_view word) {
  return AsciiLower(text).find(word) != std::string::npos;
}

// The text without what stands in brackets; an unclosed bracket reaches to the end.
std::string WithoutBrackets(std::string_view text) {
  std::string out;
  int depth = 0;
  for (char c : text) {
    if (c == '(') ++depth;
    if (depth == 0) out.push_back(c);
    if (c == ')' && depth > 0) --depth;
  }
  return std::string(Strip(out));
}

// The piece without words that say what it is: "alt DOB: 19/11/1956".
std::string_view WithoutDateLabel(std::string_view text) {
  for (std::string_view label : {"alt DOB", "alternative DOB", "alt. DOB", "DOB", "born"}) {
    if (!StartsWithIgnoreCase(text, label)) continue;
    text = Trim(text.substr(label.size()));
    if (text.starts_with(':')) text = Trim(text.substr(1));
    return text;
  }
  return text;
}

std::optional<PartialDate> ReadDate(std::string_view piece, NumericOrder order) {
  if (ContainsIgnoreCase(piece, "hijri")) return std::nullopt;
  if (piece.starts_with('(') && piece.ends_with(')')) piece = piece.substr(1, piece.size() - 2);
  piece = WithoutDateLabel(piece);
  if (auto date = ParsePartialDate(piece, order)) return date;
  if (piece.find('(') != std::string_view::npos) {
    return ParsePartialDate(WithoutBrackets(piece), order);
  }
  // "Approximately 1955. For this name only"
  const size_t stop = piece.find(". ");
  if (stop == std::string_view::npos) return std::nullopt;
  return ParsePartialDate(piece.substr(0, stop), order);
}

// Splits behind each closing bracket: "1983 (as A)  1977 (as B)".
std::vector<std::string_view> SplitBehindBrackets(std::string_view text) {
  std::vector<std::string_view> parts;
  while (!text.empty()) {
    const size_t at = text.find(')');
    const size_t end = at == std::string_view::npos ? text.size() : at + 1;
    if (const std::string_view part = Strip(text.substr(0, end)); !part.empty()) {
      parts.push_back(part);
    }
    text.remove_prefix(end);
  }
  return parts;
}

class DateUnpacker {
 public:
  DateUnpacker(DateKind kind, const std::string& field, NumericOrder order)
      : kind_(kind), field_(field), order_(order) {}

  void Add(std::string_view text, int depth) {
    text = Strip(text);
    if (IsNotAvailable(text) || facts_.size() >= kMaxPieces) return;
    const auto date = ReadDate(text, order_);
    const auto parts = date || depth >= kMaxDepth ? std::vector<std::string_view>() : Split(text);
    if (parts.size() < 2) {
      facts_.push_back({kind_, date, std::string(text), field_});
      return;
    }
    for (std::string_view part : parts) Add(part, depth + 1);
  }

  std::vector<DateFact> Take() { return std::move(facts_); }

 private:
  // By the first separator that divides the text into pieces of which the first is a date.
  std::vector<std::string_view> Split(std::string_view text) const {
    for (std::string_view separator : {";", "\n", ">>", " or ", " / ", ",", "  "}) {
      auto parts = SplitTrimmed(text, separator);
      if (parts.size() > 1 && StartsWithDate(parts.front())) return parts;
    }
    if (text.find('(') == std::string_view::npos) return {};
    auto parts = SplitBehindBrackets(text);
    if (parts.size() > 1 && StartsWithDate(parts.front())) return parts;
    return {};
  }

  bool StartsWithDate(std::string_view part) const {
    return std::any_of(part.begin(), part.end(), [](char c) { return c >= '0' && c <= '9'; });
  }

  DateKind kind_;
  const std::string& field_;
  NumericOrder order_;
  std::vector<DateFact> facts_;
};

// Moves a value in quotes from the front of the text to `value`; false when none is there.
bool TakeQuoted(std::string_view* text, std::string* value) {
  if (!text->starts_with('"')) return false;
  std::string taken;
  for (size_t at = 1; at < text->size(); ++at) {
    if ((*text)[at] != '"') {
      taken.push_back((*text)[at]);
    } else if (at + 1 < text->size() && (*text)[at + 1] == '"') {
      taken.push_back('"');
      ++at;
    } else {
      text->remove_prefix(at + 1);
      *value = std::string(Trim(taken));
      return true;
    }
  }
  return false;
}

void AddCountries(CountryKind kind, std::string_view text, const std::string& field, int depth,
                  std::vector<CountryFact>* facts) {
  text = Strip(text);
  if (IsNotAvailable(text) || facts->size() >= kMaxPieces) return;
  std::string code = CountryCodeFromIso(text);
  if (code.empty()) code = CountryCode(WithoutBrackets(text));
  if (code.empty() && depth < kMaxDepth && text.find('(') == std::string_view::npos) {
    for (std::string_view separator : {";", "\n", "/", ",", " and "}) {
      const auto parts = SplitTrimmed(text, separator);
      if (parts.size() < 2) continue;
      for (std::string_view part : parts) AddCountries(kind, part, field, depth + 1, facts);
      return;
    }
  }
  facts->push_back({kind, std::move(code), std::string(text), field});
}

}  // namespace

bool IsNotAvailable(std::string_view text) {
  text = Trim(text);
  if (text.empty()) return true;
  static constexpr std::array<std::string_view, 7> kWords = {"na", "n/a",     "-",  "n.a.",
                                                             "--", "unknown", "nil"};
  return std::any_of(kWords.begin(), kWords.end(),
                     [&](std::string_view word) { return EqualsIgnoreCase(text, word); });
}

std::vector<std::string_view> SplitLetteredItems(std::string_view text) {
  std::vector<std::string_view> items;
  text = Trim(text);
  if (text.size() > 1 && text.starts_with('"') && text.ends_with('"')) {
    text = text.substr(1, text.size() - 2);
  }
  const auto add = [&](std::string_view item) {
    item = Strip(item);
    if (!item.empty()) items.push_back(item);
  };
  size_t length = 0;
  size_t begin = 0;
  size_t marker = FindMarker(text, 0, 'a', &length);
  for (char letter = 'b'; marker != std::string_view::npos; ++letter) {
    add(text.substr(begin, marker - begin));
    begin = marker + length;
    if (letter > 'z') break;
    marker = FindMarker(text, begin, letter, &length);
  }
  add(text.substr(begin));
  return items;
}

std::vector<std::string> UnpackList(std::string_view text, char separator) {
  std::vector<std::string> values;
  while (!text.empty()) {
    std::string value;
    text = Trim(text);
    if (TakeQuoted(&text, &value)) {
      const size_t end = std::min(text.find(separator), text.size());
      const std::string_view tail = Trim(text.substr(0, end));
      if (!tail.empty()) value.append(value.empty() ? "" : " ").append(tail);
      text.remove_prefix(end);
    } else {
      const size_t end = std::min(text.find(separator), text.size());
      value = std::string(Trim(text.substr(0, end)));
      text.remove_prefix(end);
    }
    if (!text.empty()) text.remove_prefix(1);
    if (!value.empty()) values.push_back(std::move(value));
  }
  return values;
}

std::vector<DateFact> UnpackDates(DateKind kind, std::string_view text, const std::string& field,
                                  NumericOrder order) {
  DateUnpacker unpacker(kind, field, order);
  for (std::string_view item : SplitLetteredItems(text)) unpacker.Add(item, 0);
  return unpacker.Take();
}

std::vector<CountryFact> UnpackCountries(CountryKind kind, std::string_view text,
                                         const std::string& field) {
  std::vector<CountryFact> facts;
  for (std::string_view item : SplitLetteredItems(text)) {
    AddCountries(kind, item, field, 0, &facts);
  }
  return facts;
}

std::string TrailingCountry(std::string_view address) {
  std::string_view last = Strip(address);
  if (last.ends_with('.')) last = Strip(last.substr(0, last.size() - 1));
  size_t comma = last.rfind(',');
  if (comma != std::string_view::npos && IsDigits(Trim(last.substr(comma + 1)))) {
    last = Strip(last.substr(0, comma));  // a postal code stands behind the country
    comma = last.rfind(',');
  }
  if (comma != std::string_view::npos) last = Trim(last.substr(comma + 1));
  std::string code = CountryCode(last);
  if (code.empty()) code = CountryCode(WithoutBrackets(last));
  if (!code.empty()) return code;
  const size_t digit = last.find_last_of("0123456789");  // "Astrakhan 414024 Russia"
  if (digit == std::string_view::npos) return {};
  return CountryCode(Trim(last.substr(digit + 1)));
}

std::vector<Address> UnpackAddresses(AddressKind kind, std::string_view text,
                                     const std::string& field) {
  std::vector<Address> addresses;
  const auto add = [&](std::string_view full) {
    full = Strip(full);
    if (IsNotAvailable(full) || addresses.size() >= kMaxPieces) return;
    Address address;
    address.kind = kind;
    address.full = std::string(full);
    address.country = TrailingCountry(full);
    address.field = field;
    addresses.push_back(std::move(address));
  };
  for (std::string_view item : SplitLetteredItems(text)) {
    const auto parts = SplitTrimmed(item, ";");
    const bool separate =
        parts.size() > 1 && std::all_of(parts.begin(), parts.end(),
                                        [](auto part) { return !TrailingCountry(part).empty(); });
    if (!separate)
      add(item);
    else
      for (std::string_view part : parts) add(part);
  }
  return addresses;
}

}  // namespace interdict
