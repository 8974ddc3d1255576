// Date expressions of English text and what they mean: "on Saturday (03.05.2022)", "since April
// 2019", "in July", "last week", "earlier this week", "28 January 2019", "01/28/2019".
//
// Finding needs only the text; resolving needs the publication date, and for weekdays and months
// without a year the tense of the clause. What cannot be computed keeps its expression and has no
// value. Words: data/documents/date_words.tsv. Test: dates_test.cc.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "interdict/documents/document.h"
#include "interdict/entity/partial_date.h"

namespace interdict::documents {

enum class Tense : uint8_t { kPast, kFuture };

enum class DateForm : uint8_t {
  kDay,       // day, month, year
  kDayMonth,  // no year
  kMonth,     // month and year
  kBareMonth,
  kYear,
  kNumeric,  // 03.05.2022: the order of day and month is open
  kWeekday,
  kRelative,  // "last week", "this month", "yesterday", "two days ago", "earlier this week"
  kVague,     // "recently": an expression without a value
};

// How the expression bounds its date: "on", "since" (EDTF "2019-04/.."), "until" ("../2019-04").
enum class DateBound : uint8_t { kAt, kSince, kUntil };

struct DateExpression {
  Span span;  // with its preposition where that belongs to it: "since April 2019", "in July"
  DateForm form = DateForm::kDay;
  DateBound bound = DateBound::kAt;
  int year = 0, month = 0, day = 0;  // 0: not given
  int weekday = -1;                  // 0 = Monday; also of "Saturday (03.05.2022)"
  // kRelative: so many units from the publication; past < 0. kWeekday, kDayMonth, kBareMonth: -1
  // the one before the publication ("last July"), 1 the one behind it, 0 by the tense; with kYear
  // as unit, of a kBareMonth or kDayMonth, the year ("in July last year").
  int offset = 0;
  enum class Unit : uint8_t { kDay, kWeek, kMonth, kYear, kWeekend } unit = Unit::kDay;
  // kNumeric: the other reading. Of the other forms the last of a range: "January 28-30" has
  // other_day 30, "2015-2019" has other_year 2019. 0: there is none.
  int other_day = 0, other_month = 0, other_year = 0;
  std::string_view rule;  // "date.since_month", ...: bound and form
};

struct ResolvedDate {
  std::string value;                  // ISO 8601 or EDTF; empty: not computable
  std::vector<std::string> readings;  // both days of an ambiguous numeric date
  std::string rule;
};

// The expressions that begin in `range` of the text, in order and disjoint. O(n).
std::vector<DateExpression> FindDates(std::string_view text, Span range);

// "this week" of a day: "2019-W06" is not what readers expect, so the value of a week is its days
// as an EDTF interval ("2019-02-04/2019-02-10"); of a month "2019-02".
// A publication of less than a day's precision gives a value where every day of it gives the same:
// a month is enough for "in July", not for "on Friday". Without a publication a day or month
// without a year is "--11-26", "--07". The rule of the result is that of the expression and how the
// value came about: "date.weekday.past".
ResolvedDate ResolveDate(const DateExpression& expression,
                         const std::optional<PartialDate>& published, Tense tense);

}  // namespace interdict::documents
