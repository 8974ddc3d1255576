// What a date expression means on the day of publication. Every value is an interval of days; its
// form says how it is written.
#include <algorithm>
#include <array>
#include <utility>

#include "interdict/documents/dates.h"

namespace interdict::documents {
namespace {

using Unit = DateExpression::Unit;

int WeekdayOf(Date date) {
  const int weekday = (date.days + 3) % 7;  // 1970-01-01 was a Thursday
  return weekday < 0 ? weekday + 7 : weekday;
}

int Sign(int value) {
  return value < 0 ? -1 : value > 0 ? 1 : 0;
}

// -1: the one before the publication, or on its day; 1: the one behind it, or on its day.
int Direction(const DateExpression& expression, Tense tense) {
  if (expression.offset != 0) return Sign(expression.offset);
  return tense == Tense::kFuture ? 1 : -1;
}

std::optional<PartialDate> Weekday(const DateExpression& expression, Date published, Tense tense) {
  const int direction = Direction(expression, tense);
  int distance = (direction * (expression.weekday - WeekdayOf(published)) + 7) % 7;
  if (distance == 0 && expression.offset != 0) distance = 7;  // "last Friday" said on a Friday
  const Date day = published + direction * distance;
  return PartialDate{day, day};
}

std::optional<PartialDate> BareMonth(const DateExpression& expression, Date published,
                                     Tense tense) {
  const YearMonthDay now = ToYearMonthDay(published);
  if (expression.unit == Unit::kYear)
    return PartialDate::Month(now.year + expression.offset, expression.month);
  const int direction = Direction(expression, tense);
  const int side = Sign(expression.month - now.month);  // of this year's month
  const bool strict = expression.offset != 0;
  const bool other_year = strict ? side != direction : side == -direction;
  return PartialDate::Month(now.year + (other_year ? direction : 0), expression.month);
}

std::optional<PartialDate> DayMonth(const DateExpression& expression, Date published, Tense tense) {
  const YearMonthDay now = ToYearMonthDay(published);
  if (expression.unit == Unit::kYear)
    return PartialDate::Day(now.year + expression.offset, expression.month, expression.day);
  const int direction = Direction(expression, tense);
  // 29 February may be up to eight years away.
  for (int years = 0; years <= 8; ++years) {
    const auto date = MakeDate(now.year + direction * years, expression.month, expression.day);
    if (!date) continue;
    const int side = Sign(*date - published);
    if (side == direction || (side == 0 && expression.offset == 0))
      return PartialDate{*date, *date};
  }
  return std::nullopt;
}

std::optional<PartialDate> Weekend(const DateExpression& expression, Date published, Tense tense) {
  const int weekday = WeekdayOf(published);
  Date saturday = published + (5 - weekday);  // of this week
  if (expression.offset != 0) {
    saturday = saturday + 7 * expression.offset;
  } else if (weekday < 5 && tense == Tense::kPast) {
    saturday = saturday + -7;
  }
  return PartialDate{saturday, saturday + 1};
}

std::optional<PartialDate> Relative(const DateExpression& expression, Date published, Tense tense) {
  const YearMonthDay now = ToYearMonthDay(published);
  const int offset = expression.offset;
  switch (expression.unit) {
    case Unit::kDay: {
      const Date day = published + offset;
      return PartialDate{day, day};
    }
    case Unit::kWeek: {
      const Date monday = published + (7 * offset - WeekdayOf(published));
      return PartialDate{monday, monday + 6};
    }
    case Unit::kMonth: {
      const int months = now.year * 12 + now.month - 1 + offset;
      return PartialDate::Month(months / 12, months % 12 + 1);
    }
    case Unit::kYear:
      return PartialDate::Year(now.year + offset);
    case Unit::kWeekend:
      return Weekend(expression, published, tense);
  }
  return std::nullopt;
}

// The days that the expression means if the document was published on this day.
std::optional<PartialDate> Meaning(const DateExpression& expression, Date published, Tense tense) {
  switch (expression.form) {
    case DateForm::kWeekday:
      return Weekday(expression, published, tense);
    case DateForm::kBareMonth:
      return BareMonth(expression, published, tense);
    case DateForm::kDayMonth:
      return DayMonth(expression, published, tense);
    case DateForm::kRelative:
      return Relative(expression, published, tense);
    default:
      return std::nullopt;
  }
}

// The same for a publication of some days: what all of them agree on. A day and month that falls
// among the days of a publication of at most a month is that day.
std::optional<PartialDate> Meaning(const DateExpression& expression, const PartialDate& published,
                                   Tense tense) {
  const auto first = Meaning(expression, published.first, tense);
  const auto last = Meaning(expression, published.last, tense);
  if (first == last) return first;
  if (expression.form != DateForm::kDayMonth || published.last - published.first > 31)
    return std::nullopt;
  for (const auto& reading : {first, last}) {
    if (reading && reading->first >= published.first && reading->last <= published.last)
      return reading;
  }
  return std::nullopt;
}

std::string TwoDigits(int value) {
  return {static_cast<char>('0' + value / 10), static_cast<char>('0' + value % 10)};
}

std::string Bounded(const PartialDate& date, DateBound bound) {
  std::string whole = FormatPartialDate(date);
  const bool interval = whole.find('/') != std::string::npos;
  if (bound == DateBound::kSince) return (interval ? FormatIsoDate(date.first) : whole) + "/..";
  if (bound == DateBound::kUntil) return "../" + (interval ? FormatIsoDate(date.last) : whole);
  return whole;
}

// With a range's end, where the expression has one.
std::optional<PartialDate> WithEnd(const DateExpression& expression,
                                   const std::optional<PartialDate>& date) {
  if (!date || expression.form == DateForm::kNumeric) return date;
  std::optional<PartialDate> last;
  if (expression.other_year != 0) last = PartialDate::Year(expression.other_year);
  if (expression.other_day != 0) {
    const YearMonthDay first = ToYearMonthDay(date->first);
    last = PartialDate::Day(first.year, first.month, expression.other_day);
  }
  return last ? PartialDate::Span(*date, *last) : date;
}

std::optional<PartialDate> Stated(const DateExpression& expression) {
  switch (expression.form) {
    case DateForm::kDay:
      return PartialDate::Day(expression.year, expression.month, expression.day);
    case DateForm::kMonth:
      return PartialDate::Month(expression.year, expression.month);
    case DateForm::kYear:
      return PartialDate::Year(expression.year);
    default:
      return std::nullopt;
  }
}

// "--11-26", "--07": what is left without a year.
std::string WithoutYear(const DateExpression& expression) {
  std::string text = "--" + TwoDigits(expression.month);
  if (expression.form == DateForm::kDayMonth) text += "-" + TwoDigits(expression.day);
  return text;
}

ResolvedDate Ambiguous(const DateExpression& expression) {
  ResolvedDate resolved;
  resolved.rule = std::string(expression.rule) + ".ambiguous";
  for (const auto& [month, day] : {std::pair(expression.month, expression.day),
                                   std::pair(expression.other_month, expression.other_day)}) {
    if (const auto date = MakeDate(expression.year, month, day))
      resolved.readings.push_back(FormatIsoDate(*date));
  }
  std::sort(resolved.readings.begin(), resolved.readings.end());
  return resolved;
}

std::string_view How(const DateExpression& expression, Tense tense) {
  if (expression.form == DateForm::kRelative && expression.unit != Unit::kWeekend)
    return ".from_publication";
  if (expression.unit == Unit::kYear) return ".from_publication";
  return Direction(expression, tense) > 0 ? ".next" : ".past";
}

}  // namespace

ResolvedDate ResolveDate(const DateExpression& expression,
                         const std::optional<PartialDate>& published, Tense tense) {
  ResolvedDate resolved;
  resolved.rule = expression.rule;
  if (expression.form == DateForm::kVague) return resolved;
  if (expression.form == DateForm::kNumeric) return Ambiguous(expression);
  if (const auto stated = WithEnd(expression, Stated(expression))) {
    resolved.value = Bounded(*stated, expression.bound);
    if (expression.weekday >= 0 && WeekdayOf(stated->first) != expression.weekday)
      resolved.rule += ".weekday_differs";
    return resolved;
  }
  const bool yearless =
      expression.form == DateForm::kDayMonth || expression.form == DateForm::kBareMonth;
  if (!published) {
    if (yearless && expression.unit != Unit::kYear) resolved.value = WithoutYear(expression);
    resolved.rule += ".no_publication";
    return resolved;
  }
  const auto meant = WithEnd(expression, Meaning(expression, *published, tense));
  if (!meant) {
    resolved.rule += ".publication_too_vague";
    return resolved;
  }
  resolved.value = Bounded(*meant, expression.bound);
  resolved.rule += How(expression, tense);
  return resolved;
}

}  // namespace interdict::documents
