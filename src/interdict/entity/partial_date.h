// A date as lists give it: a day, a month, a year, a span, or "about" one of these.
// It is an interval of days [first, last]; two dates agree when their intervals overlap, so a year
// alone agrees with every day of that year. `circa` says that the publisher calls it approximate;
// how many years that may mean is the policy of the comparison, not of the list.
// Test: partial_date_test.cc.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "interdict/base/date.h"

namespace interdict {

struct PartialDate {
  Date first;
  Date last;
  bool circa = false;

  bool operator==(const PartialDate&) const = default;

  static std::optional<PartialDate> Day(int year, int month, int day);
  static std::optional<PartialDate> Month(int year, int month);
  static std::optional<PartialDate> Year(int year);
  // From the first day of `from` to the last of `to`; nullopt when `to` ends before `from` begins.
  static std::optional<PartialDate> Span(const PartialDate& from, const PartialDate& to);

  bool IsDay() const { return first == last; }
};

// Whether there is a day that both may mean, a circa date being widened by `circa_years`.
bool Overlap(const PartialDate& a, const PartialDate& b, int circa_years = 0);

// "1962-11-23", "1962-11", "1962", "1951/1953", with "~" before it for circa. The shortest form
// that names the interval.
std::string FormatPartialDate(const PartialDate& date);

// How to read a date written in numbers with separators.
enum class NumericOrder { kDayFirst, kMonthFirst };

// Reads the forms that publishers use (list-formats: "DOB value", UK, UN, CA): ISO prefixes, with a
// time or zone behind; "28 Sep 1955", "Sep 1955", "September 28, 1955"; "28/09/1955", "09/1955",
// "dd/mm/1945", "00/00/1975"; "1955"; "circa 1955", "approximately ...", "between 1951 and 1953",
// "1951 to 1953", "1955-1958", "12 Jan 1951 to 14 Feb 1951", "1951/1953". Month names in English,
// French and Spanish. nullopt when the text is not one date; nothing is guessed.
std::optional<PartialDate> ParsePartialDate(std::string_view text,
                                            NumericOrder order = NumericOrder::kDayFirst);

}  // namespace interdict
