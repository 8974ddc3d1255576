#include "interdict/lists/un/un_document.h"

#include <algorithm>
#include <array>
#include <vector>

#include "interdict/base/strings.h"
#include "interdict/entity/country.h"
#include "interdict/entity/identifier_label.h"
#include "interdict/lists/cells/name_cell.h"

namespace interdict {
namespace {

constexpr std::string_view kField = "INDIVIDUAL_DOCUMENT";

// Words after which a number stands. Those up to kKindless do not tell of what kind.
constexpr std::array<std::string_view, 8> kNumberWords = {"number", "no",   "n°",  "numero",
                                                          "code",   "card", "ssn", "passport"};
constexpr size_t kKindless = 6;
constexpr size_t kMaxLabelWords = 10;
constexpr size_t kMinLoneDigits = 5;  // of a number that opens a text without a word before it

bool IsDigit(char c) {
  return c >= '0' && c <= '9';
}
bool IsLower(char c) {
  return c >= 'a' && c <= 'z';
}
bool IsUpper(char c) {
  return c >= 'A' && c <= 'Z';
}

bool HasDigit(std::string_view text) {
  return std::any_of(text.begin(), text.end(), IsDigit);
}
bool HasLower(std::string_view text) {
  return std::any_of(text.begin(), text.end(), IsLower);
}

// The word without punctuation around it.
std::string_view Core(std::string_view word) {
  constexpr std::string_view kMarks = "(),;:.\"";
  const size_t first = word.find_first_not_of(kMarks);
  if (first == std::string_view::npos) return {};
  return word.substr(first, word.find_last_not_of(kMarks) - first + 1);
}

// Place among kNumberWords, or their number.
size_t FindNumberWord(std::string_view word) {
  const std::string lower = AsciiLower(Core(word));
  const auto found = std::find(kNumberWords.begin(), kNumberWords.end(), lower);
  return static_cast<size_t>(found - kNumberWords.begin());
}

bool IsNumberWord(std::string_view word) {
  return FindNumberWord(word) < kNumberWords.size();
}

// "L 191609", "DE- 473900": letters of the number, written apart.
bool IsSeriesLetters(std::string_view word) {
  if (word.ends_with('-')) word.remove_suffix(1);
  return !word.empty() && word.size() <= 3 && std::all_of(word.begin(), word.end(), IsUpper) &&
         word != "ID" && !IsNumberWord(word);
}

// Words of the text; views.
using Words = std::vector<std::string_view>;

std::string JoinWords(const Words& words, size_t begin, size_t end) {
  std::string text;
  for (size_t i = begin; i < end; ++i) {
    if (!text.empty()) text += ' ';
    text += words[i];
  }
  return text;
}

// The word as part of a number: without marks around it and "N°" or "No" glued to its front.
std::string_view NumberPart(std::string_view word) {
  std::string_view part = Core(word);
  for (std::string_view mark : {"N°", "№", "No.", "no.", "No"}) {
    if (part.size() > mark.size() && IsDigit(part[mark.size()]) && ConsumePrefix(&part, mark))
      break;
  }
  return part;
}

// Whether the number goes on with this word: "123 456", and "8208 No. 555627".
bool GoesOn(const Words& words, size_t at) {
  if (words[at - 1].ends_with(',') || words[at].starts_with('(')) return false;
  if (HasDigit(words[at])) return !HasLower(words[at]);
  return IsNumberWord(words[at]) && at + 1 < words.size() && HasDigit(words[at + 1]);
}

// The number that begins with the word at `first`, and the words before it.
WordedNumber NumberAt(const Words& words, size_t first) {
  size_t begin = first;
  if (begin > 0 && IsSeriesLetters(words[begin - 1])) --begin;
  WordedNumber found;
  found.label = std::string(Core(JoinWords(words, 0, begin)));
  for (size_t at = begin; at <= first || (at < words.size() && GoesOn(words, at)); ++at) {
    if (IsNumberWord(words[at])) continue;
    found.number += (found.number.empty() ? "" : " ") + std::string(NumberPart(words[at]));
  }
  return found;
}

bool MayFollow(const Words& words, size_t at) {
  if (at == 0) {
    const auto digits = std::count_if(words[0].begin(), words[0].end(), IsDigit);
    return static_cast<size_t>(digits) >= kMinLoneDigits;
  }
  size_t before = at - 1;
  if (before > 0 && IsSeriesLetters(words[before])) --before;
  return IsNumberWord(words[before]);
}

// The label of the table that the words end in: "French national identity card number".
std::optional<std::string> KnownLabel(std::string_view words) {
  const Words parts = SplitTrimmed(words, " ");
  for (size_t i = parts.size() - std::min(parts.size(), kMaxLabelWords); i < parts.size(); ++i) {
    const std::string label = JoinWords(parts, i, parts.size());
    if (FindNumberWord(label) < kKindless) break;
    if (FindIdLabel(label)) return label;
  }
  return std::nullopt;
}

// What the element says, each on one line.
struct Document {
  std::string type, finer_type, number, issuing_country, country_of_issue, city, issued, note;
};

Document Read(const XmlElement& element) {
  const auto text = [&](std::string_view child) { return OneLine(element.ChildText(child)); };
  return {text("TYPE_OF_DOCUMENT"), text("TYPE_OF_DOCUMENT2"),
          text("NUMBER"),           text("ISSUING_COUNTRY"),
          text("COUNTRY_OF_ISSUE"), text("CITY_OF_ISSUE"),
          text("DATE_OF_ISSUE"),    text("NOTE")};
}

WordedNumber FindNumber(const Document& document) {
  if (!document.number.empty()) return SplitNumberCell(document.number);
  WordedNumber found = FindNumberInText(document.finer_type);
  if (found.number.empty()) found = FindNumberInText(document.note);
  return found;
}

std::string LabelOf(const Document& document, const WordedNumber& found) {
  if (FindIdLabel(document.note)) return document.note;
  for (std::string_view words :
       {std::string_view(found.label), std::string_view(document.finer_type),
        std::string_view(document.type)}) {
    if (auto label = KnownLabel(Core(words))) return *label;
  }
  return document.type.empty() ? document.finer_type : document.type;
}

// The issuing country. COUNTRY_OF_ISSUE may be only the place, so words that name another country
// beside the number ("Russian passport", issued in Egypt) leave it open.
std::string CountryOf(const Document& document, std::string_view label) {
  if (!document.issuing_country.empty()) return CountryCode(document.issuing_country);
  const std::string place = CountryCode(document.country_of_issue);
  const std::string named = CountryCode(label.substr(0, label.find(' ')));
  return named.empty() || named == place ? place : std::string();
}

void AddPart(std::string_view part, std::string* text) {
  if (part.empty()) return;
  if (!text->empty()) *text += "; ";
  *text += part;
}

std::string RemarkOf(const Document& document, const WordedNumber& found) {
  std::string remark;
  if (found.number != document.number) AddPart(document.number, &remark);
  if (document.finer_type != document.type) AddPart(document.finer_type, &remark);
  AddPart(document.note, &remark);
  std::string place = document.city;
  if (document.country_of_issue != document.issuing_country && !document.country_of_issue.empty()) {
    place += (place.empty() ? "" : ", ") + document.country_of_issue;
  }
  if (!place.empty()) AddPart("issued in " + place, &remark);
  return remark;
}

}  // namespace

WordedNumber SplitNumberCell(std::string_view cell) {
  const bool worded = HasLower(cell) || cell.find_first_of("(,:") != std::string_view::npos;
  if (!worded) return {"", std::string(cell)};
  const Words words = SplitTrimmed(cell, " ");
  for (size_t i = 0; i < words.size(); ++i) {
    if (HasDigit(words[i])) return NumberAt(words, i);
  }
  return {"", std::string(cell)};
}

WordedNumber FindNumberInText(std::string_view text) {
  const Words words = SplitTrimmed(text, " ");
  for (size_t i = 0; i < words.size(); ++i) {
    if (HasDigit(words[i]) && MayFollow(words, i)) return NumberAt(words, i);
  }
  return {};
}

bool AddUnDocument(const XmlElement& element, Record* record) {
  const Document document = Read(element);
  const WordedNumber found = FindNumber(document);
  std::string remark = RemarkOf(document, found);
  if (found.number.empty()) {
    std::string note = document.type;
    AddPart(remark, &note);
    AddPart(document.issuing_country, &note);
    AddPart(document.issued, &note);
    if (note.empty()) return false;
    record->attributes.push_back({AttributeKind::kNote, std::move(note), std::string(kField)});
    return true;
  }
  Identifier id =
      IdentifierFromLabel(LabelOf(document, found), found.number, std::string(kField) + "/NUMBER");
  const std::string country = CountryOf(document, found.label);
  if (!country.empty()) id.country = country;
  id.issued = document.issued;
  id.remark = std::move(remark);
  record->identifiers.push_back(std::move(id));
  return true;
}

}  // namespace interdict
