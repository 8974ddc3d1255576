#include "interdict/lists/ofac/ofac_advanced_date.h"

#include <charconv>
#include <string_view>

#include "interdict/lists/ofac/ofac_xml_terms.h"

namespace interdict {
namespace {

// The number in a child element; 0 when it is missing or no number.
int ChildNumber(const XmlElement& element, std::string_view child) {
  const std::string_view text = element.ChildText(child);
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size() ? number : 0;
}

}  // namespace

std::optional<PartialDate> ReadAdvancedDate(const XmlElement* date) {
  if (date == nullptr) return std::nullopt;
  const int year = ChildNumber(*date, "Year");
  const int month = ChildNumber(*date, "Month");
  const int day = ChildNumber(*date, "Day");
  if (month == 0) return PartialDate::Year(year);
  if (day == 0) return PartialDate::Month(year, month);
  return PartialDate::Day(year, month, day);
}

std::optional<PartialDate> ReadAdvancedPeriod(const XmlElement& period) {
  const auto earliest = ReadAdvancedDate(period.ChildAt("Start/From"));
  auto latest = ReadAdvancedDate(period.ChildAt("End/To"));
  // The inner corners lie between the outer ones and add nothing to the interval.
  for (std::string_view inner : {"Start/To", "End/From"}) {
    if (const XmlElement* corner = period.ChildAt(inner)) corner->MarkAllUsed();
  }
  if (!earliest) return std::nullopt;
  if (!latest && period.Child("End") == nullptr) latest = earliest;
  if (!latest) return std::nullopt;
  auto interval = PartialDate::Span(*earliest, *latest);
  if (!interval) return std::nullopt;
  for (std::string_view side : {"Start", "End"}) {
    const XmlElement* element = period.Child(side);
    if (element != nullptr && IsTrue(element->Attribute("Approximate"))) interval->circa = true;
  }
  return interval;
}

}  // namespace interdict
