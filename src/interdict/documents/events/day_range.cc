#include "interdict/documents/events/day_range.h"

#include "interdict/base/strings.h"

namespace interdict::documents {

DayRange ToDayRange(const PartialDate& date) {
  return {date.first, date.last};
}

std::optional<DayRange> ReadDayRange(std::string_view value) {
  const bool goes_on = value.ends_with("/..");
  if (goes_on) value.remove_suffix(3);
  const bool began_before = ConsumePrefix(&value, "../");
  if (value.size() < 4 || !IsDigits(value.substr(0, 4))) return std::nullopt;
  const size_t slash = value.find('/');
  const auto from = ParsePartialDate(value.substr(0, slash));
  const auto to = slash == value.npos ? from : ParsePartialDate(value.substr(slash + 1));
  if (!from || !to || to->last < from->first) return std::nullopt;
  DayRange range{from->first, to->last};
  range.goes_on = goes_on;
  range.began_before = began_before;
  return range;
}

}  // namespace interdict::documents
