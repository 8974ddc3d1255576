#include "interdict/lists/ofac/ofac_city.h"

#include <algorithm>
#include <array>
#include <string>

#include "interdict/base/strings.h"

namespace interdict {
namespace {

bool IsDigit(char c) {
  return c >= '0' && c <= '9';
}
bool IsCapital(char c) {
  return c >= 'A' && c <= 'Z';
}

size_t CountDigits(std::string_view word) {
  return static_cast<size_t>(std::count_if(word.begin(), word.end(), IsDigit));
}

// Capitals, digits and hyphens, at least one digit.
bool IsCodeWord(std::string_view word) {
  return CountDigits(word) > 0 && std::all_of(word.begin(), word.end(), [](char c) {
           return IsDigit(c) || IsCapital(c) || c == '-';
         });
}

std::string_view LastWord(std::string_view text) {
  const size_t space = text.rfind(' ');
  return space == std::string_view::npos ? text : text.substr(space + 1);
}

// The postal code at the end: "117485", "JE2 3RA", "1082 MA"; empty when there is none for certain.
std::string_view PostalCode(std::string_view text) {
  constexpr size_t kFewestDigits = 4;
  const std::string_view last = LastWord(text);
  const std::string_view before = Trim(text.substr(0, text.size() - last.size()));
  const std::string_view previous = LastWord(before);
  const auto both =
      text.substr(text.size() - (before.empty() ? last.size() : last.size() + 1 + previous.size()));
  const bool dutch = previous.size() == 4 && IsDigits(previous) && last.size() == 2 &&
                     std::all_of(last.begin(), last.end(), IsCapital);
  if (dutch) return both;
  if (!IsCodeWord(last)) return {};
  if (before.empty() && IsDigits(last)) return last;
  if (CountDigits(last) >= kFewestDigits) return last;
  const bool halves = IsCodeWord(previous) && !IsDigits(previous) && !IsDigits(last);
  return halves ? both : std::string_view();
}

bool IsRegion(std::string_view text) {
  static constexpr auto kWords =
      std::to_array<std::string_view>({"Province", "Region", "Governorate", "Department", "State",
                                       "Oblast", "County", "Prefecture", "Krai", "Territory"});
  const std::string_view last = LastWord(text);
  return last.size() < text.size() &&
         std::any_of(kWords.begin(), kWords.end(),
                     [&](std::string_view word) { return EqualsIgnoreCase(word, last); });
}

std::string_view WithoutEnd(std::string_view text, std::string_view end) {
  if (text.ends_with(end)) text.remove_suffix(end.size());
  return Trim(text);
}

}  // namespace

void SplitOfacCity(std::string_view text, Address* address) {
  text = Trim(text);
  const std::string_view code = PostalCode(text);
  address->postal_code = std::string(code);
  text = WithoutEnd(text, code);
  if (!code.empty()) text = WithoutEnd(WithoutEnd(text, "C.P."), ",");
  const size_t comma = text.find(',');
  if (comma == std::string_view::npos) {
    (IsRegion(text) ? address->region : address->city) = std::string(text);
  } else if (text.find(',', comma + 1) == std::string_view::npos) {
    address->city = std::string(Trim(text.substr(0, comma)));
    address->region = std::string(Trim(text.substr(comma + 1)));
  }
}

}  // namespace interdict
