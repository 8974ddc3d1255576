#include "interdict/entity/partial_date.h"

#include <array>
#include <charconv>
#include <vector>

#include "interdict/base/strings.h"

namespace interdict {
namespace {

constexpr int kMaxYear = 9999;

struct MonthName {
  std::string_view prefix;
  int month;
};
// The first letters that tell a month's name in English, French and Spanish, lower case, without
// accents; a word matches when it begins with one of them and is all letters.
constexpr std::array<MonthName, 24> kMonths = {{
    {"jan", 1},  {"ene", 1}, {"feb", 2},  {"fev", 2},  {"fév", 2},  {"mar", 3},
    {"apr", 4},  {"avr", 4}, {"abr", 4},  {"may", 5},  {"mai", 5},  {"jun", 6},
    {"juin", 6}, {"jul", 7}, {"juil", 7}, {"aug", 8},  {"aou", 8},  {"aoû", 8},
    {"ago", 8},  {"sep", 9}, {"oct", 10}, {"nov", 11}, {"dec", 12}, {"déc", 12},
}};

int MonthFromName(std::string_view word) {
  if (word.size() < 3 || word.size() > 12) return 0;
  for (char c : word) {
    if (c >= '0' && c <= '9') return 0;
  }
  const std::string lower = AsciiLower(word);
  if (lower.starts_with("dic")) return 12;
  for (const MonthName& name : kMonths) {
    if (lower.starts_with(name.prefix)) return name.month;
  }
  return 0;
}

// The number that the text is, or -1; at most `max_digits` digits.
int Number(std::string_view text, size_t max_digits) {
  if (!IsDigits(text) || text.size() > max_digits) return -1;
  int value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

int YearNumber(std::string_view text) {
  const int year = text.size() == 4 ? Number(text, 4) : -1;
  return year >= 1 ? year : -1;
}

// A day or month that is not known: "dd", "mm", "00", "xx", "??".
bool IsUnknownPart(std::string_view text) {
  const std::string lower = AsciiLower(text);
  return lower == "dd" || lower == "mm" || lower == "00" || lower == "0" || lower == "xx" ||
         lower == "??" || lower == "d" || lower == "m";
}

std::vector<std::string_view> SplitOn(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  while (true) {
    const size_t at = text.find(separator);
    parts.push_back(Trim(text.substr(0, at)));
    if (at == std::string_view::npos) return parts;
    text.remove_prefix(at + 1);
  }
}

std::optional<PartialDate> FromParts(int year, int month, int day) {
  if (year < 1) return std::nullopt;
  if (month == 0) return PartialDate::Year(year);
  if (day == 0) return PartialDate::Month(year, month);
  return PartialDate::Day(year, month, day);
}

// "1962", "1962-11", "1962-11-23", also with "T..." or a zone behind the day.
std::optional<PartialDate> ParseIso(std::string_view text) {
  if (text.size() > 10 && (text[10] == 'T' || text[10] == '-' || text[10] == '+' ||
                           text[10] == 'Z' || text[10] == ' ')) {
    const std::string_view rest = text.substr(11);
    if (rest.find_first_not_of("0123456789:.+-Zz ") != std::string_view::npos) return std::nullopt;
    text = text.substr(0, 10);
  }
  const auto parts = SplitOn(text, '-');
  if (parts.size() > 3 || YearNumber(parts[0]) < 0) return std::nullopt;
  int month = 0, day = 0;
  if (parts.size() > 1) {
    if (parts[1].size() != 2) return std::nullopt;
    month = IsUnknownPart(parts[1]) ? 0 : Number(parts[1], 2);
    if (month < 0 || (month == 0 && parts[1] != "00")) return std::nullopt;
  }
  if (parts.size() > 2) {
    if (parts[2].size() != 2) return std::nullopt;
    day = IsUnknownPart(parts[2]) ? 0 : Number(parts[2], 2);
    if (day < 0) return std::nullopt;
  }
  return FromParts(YearNumber(parts[0]), month, day);
}

// "28/09/1955", "09/1955", "dd/mm/1945", "1955/09/28".
std::optional<PartialDate> ParseNumeric(std::string_view text, char separator, NumericOrder order) {
  auto parts = SplitOn(text, separator);
  const bool has_day = parts.size() == 3;
  if (parts.size() == 2) parts.insert(parts.begin(), "00");
  if (parts.size() != 3) return std::nullopt;
  if (YearNumber(parts[0]) > 0)
    std::swap(parts[0], parts[2]);
  else if (has_day && order == NumericOrder::kMonthFirst)
    std::swap(parts[0], parts[1]);
  const int year = YearNumber(parts[2]);
  const int month = IsUnknownPart(parts[1]) ? 0 : Number(parts[1], 2);
  const int day = IsUnknownPart(parts[0]) ? 0 : Number(parts[0], 2);
  if (year < 0 || month < 0 || day < 0) return std::nullopt;
  return FromParts(year, month, day);
}

// "28 Sep 1955", "28 Sep. 1955", "Sep 1955", "September 28, 1955", "28-Sep-1955".
std::optional<PartialDate> ParseWords(std::string_view text) {
  std::string spaced(text);
  for (char& c : spaced) {
    if (c == ',' || c == '-' || c == '.') c = ' ';
  }
  const auto words = SplitTrimmed(spaced, " ");
  if (words.size() < 2 || words.size() > 3) return std::nullopt;
  const int year = YearNumber(words.back());
  if (year < 0) return std::nullopt;
  if (words.size() == 2) {
    const int month = MonthFromName(words[0]);
    return month == 0 ? std::nullopt : PartialDate::Month(year, month);
  }
  const bool month_first = MonthFromName(words[0]) != 0;
  const int month = MonthFromName(words[month_first ? 0 : 1]);
  std::string_view day_text = words[month_first ? 1 : 0];
  for (std::string_view suffix : {"st", "nd", "rd", "th", "er"}) {
    if (day_text.size() > suffix.size() && day_text.ends_with(suffix)) {
      day_text.remove_suffix(suffix.size());
      break;
    }
  }
  const int day = Number(day_text, 2);
  return month == 0 || day < 1 ? std::nullopt : PartialDate::Day(year, month, day);
}

std::optional<PartialDate> ParseSingle(std::string_view text, NumericOrder order) {
  if (text.empty()) return std::nullopt;
  if (auto date = ParseIso(text)) return date;
  for (char separator : {'/', '.', '-'}) {
    if (text.find(separator) == std::string_view::npos) continue;
    if (auto date = ParseNumeric(text, separator, order)) return date;
  }
  return ParseWords(text);
}

// Removes a word that says "about" from the front.
bool ConsumeCirca(std::string_view* text) {
  static constexpr std::array<std::string_view, 13> kWords = {"circa",
                                                              "approximately",
                                                              "approx.",
                                                              "approx",
                                                              "about",
                                                              "around",
                                                              "c.",
                                                              "ca.",
                                                              "~",
                                                              "or around",
                                                              "vers",
                                                              "born circa",
                                                              "between approximately"};
  for (std::string_view word : kWords) {
    if (StartsWithIgnoreCase(*text, word)) {
      *text = Trim(text->substr(word.size()));
      if (!text->empty() && text->front() == ':') *text = Trim(text->substr(1));
      return true;
    }
  }
  return false;
}

size_t FindIgnoreCase(std::string_view text, std::string_view word) {
  for (size_t i = 0; i + word.size() <= text.size(); ++i) {
    if (StartsWithIgnoreCase(text.substr(i), word)) return i;
  }
  return std::string_view::npos;
}

std::optional<PartialDate> ParseSpan(std::string_view text, NumericOrder order) {
  for (std::string_view word : {"between ", "from "}) {
    if (StartsWithIgnoreCase(text, word)) text = Trim(text.substr(word.size()));
  }
  for (std::string_view separator :
       {" to ", " and ", " - ", " \xE2\x80\x93 ", "\xE2\x80\x93", "/", "-"}) {
    const size_t at = FindIgnoreCase(text, separator);
    if (at == std::string_view::npos) continue;
    const std::string_view left = Trim(text.substr(0, at));
    std::string_view right = Trim(text.substr(at + separator.size()));
    const bool bare = separator.size() == 1;  // "1955-1958": both sides must be years
    if (bare && (YearNumber(left) < 0 || YearNumber(right) < 0)) continue;
    const bool circa = ConsumeCirca(&right);
    const auto from = ParseSingle(left, order);
    const auto to = ParseSingle(right, order);
    if (!from || !to) continue;
    auto span = PartialDate::Span(*from, *to);
    if (span && circa) span->circa = true;
    return span;
  }
  return std::nullopt;
}

}  // namespace

std::optional<PartialDate> PartialDate::Day(int year, int month, int day) {
  const auto date = MakeDate(year, month, day);
  if (!date) return std::nullopt;
  return PartialDate{*date, *date};
}

std::optional<PartialDate> PartialDate::Month(int year, int month) {
  const auto first = MakeDate(year, month, 1);
  if (!first) return std::nullopt;
  return PartialDate{*first, *MakeDate(year, month, DaysInMonth(year, month))};
}

std::optional<PartialDate> PartialDate::Year(int year) {
  if (year < 1 || year > kMaxYear) return std::nullopt;
  return PartialDate{*MakeDate(year, 1, 1), *MakeDate(year, 12, 31)};
}

std::optional<PartialDate> PartialDate::Span(const PartialDate& from, const PartialDate& to) {
  if (to.last < from.first) return std::nullopt;
  return PartialDate{from.first, to.last, from.circa || to.circa};
}

bool Overlap(const PartialDate& a, const PartialDate& b, int circa_years) {
  constexpr int32_t kDaysInYear = 366;
  const int32_t slack = (a.circa || b.circa) ? circa_years * kDaysInYear : 0;
  return a.first.days - slack <= b.last.days && b.first.days - slack <= a.last.days;
}

std::string FormatPartialDate(const PartialDate& date) {
  const std::string circa = date.circa ? "~" : "";
  if (date.IsDay()) return circa + FormatIsoDate(date.first);
  const YearMonthDay from = ToYearMonthDay(date.first);
  const YearMonthDay to = ToYearMonthDay(date.last);
  const std::string first = FormatIsoDate(date.first);
  const std::string last = FormatIsoDate(date.last);
  const bool whole_months = from.day == 1 && to.day == DaysInMonth(to.year, to.month);
  const bool whole_years = whole_months && from.month == 1 && to.month == 12;
  if (whole_years && from.year == to.year) return circa + first.substr(0, 4);
  if (whole_years) return circa + first.substr(0, 4) + "/" + last.substr(0, 4);
  if (whole_months && from.year == to.year && from.month == to.month) {
    return circa + first.substr(0, 7);
  }
  if (whole_months) return circa + first.substr(0, 7) + "/" + last.substr(0, 7);
  return circa + first + "/" + last;
}

std::optional<PartialDate> ParsePartialDate(std::string_view text, NumericOrder order) {
  constexpr size_t kMaxLength = 80;
  text = Trim(text);
  if (text.size() > kMaxLength) return std::nullopt;
  if (text.ends_with('.')) text = Trim(text.substr(0, text.size() - 1));
  const bool circa = ConsumeCirca(&text);
  auto date = ParseSingle(text, order);
  if (!date) date = ParseSpan(text, order);
  if (date && circa) date->circa = true;
  return date;
}

}  // namespace interdict
