#include "interdict/entity/partial_date.h"

#include <gtest/gtest.h>

namespace interdict {
namespace {

std::string Read(std::string_view text, NumericOrder order = NumericOrder::kDayFirst) {
  const auto date = ParsePartialDate(text, order);
  return date ? FormatPartialDate(*date) : "none";
}

TEST(PartialDate, ReadsTheFormsOfThePublishers) {
  struct Case {
    const char* text;
    const char* expected;
  };
  const Case kCases[] = {
      {"23 Nov 1962", "1962-11-23"},
      {"1962", "1962"},
      {"Nov 1962", "1962-11"},
      {"circa 1951", "~1951"},
      {"circa 23 Nov 1962", "~1962-11-23"},
      {"circa 1951-1953", "~1951/1953"},
      {"1951 to 1953", "1951/1953"},
      {"01 Jan 1951 to 14 Feb 1951", "1951-01-01/1951-02-14"},
      {"Jan 1951 to Mar 1952", "1951-01/1952-03"},
      {"28/09/1955", "1955-09-28"},
      {"dd/mm/1945", "1945"},
      {"dd/11/1967", "1967-11"},
      {"00/00/1975", "1975"},
      {"09/1955", "1955-09"},
      {"2015-07-01-04:00", "2015-07-01"},
      {"2026-02-27T00:00:09.554Z", "2026-02-27"},
      {"1962-11-23", "1962-11-23"},
      {"1962-11", "1962-11"},
      {"September 28, 1955", "1955-09-28"},
      {"Approximately 1955- 1958", "~1955/1958"},
      {"Between 1951 and 1953", "1951/1953"},
      {"12 de", "none"},
      {"15/08/19yy", "none"},
      {"1975-19-25", "none"},
      {"29 Feb 2023", "none"},
      {"1953 to 1951", "none"},
      {"", "none"},
      {"31801", "none"},
  };
  for (const Case& c : kCases) EXPECT_EQ(Read(c.text), c.expected) << c.text;
}

TEST(PartialDate, MonthFirstIsReadOnlyWhenAskedFor) {
  EXPECT_EQ(Read("03/04/2025", NumericOrder::kMonthFirst), "2025-03-04");
  EXPECT_EQ(Read("03/04/2025", NumericOrder::kDayFirst), "2025-04-03");
}

TEST(PartialDate, AMonthAndAYearReadAlikeInEitherOrder) {
  EXPECT_EQ(Read("09/1955", NumericOrder::kMonthFirst), "1955-09");
  EXPECT_EQ(Read("1955/09/28", NumericOrder::kMonthFirst), "1955-09-28");
}

TEST(PartialDate, YearOnlyMatchesAnyDayOfThatYear) {
  const auto year = *PartialDate::Year(1962);
  EXPECT_TRUE(Overlap(year, *PartialDate::Day(1962, 1, 1)));
  EXPECT_TRUE(Overlap(*PartialDate::Day(1962, 12, 31), year));
  EXPECT_FALSE(Overlap(year, *PartialDate::Day(1963, 1, 1)));
}

TEST(PartialDate, CircaIsWidenedByThePolicyAndByNothingElse) {
  auto about = *PartialDate::Year(1951);
  about.circa = true;
  EXPECT_FALSE(Overlap(about, *PartialDate::Year(1953), 0));
  EXPECT_TRUE(Overlap(about, *PartialDate::Year(1953), 2));
  EXPECT_FALSE(Overlap(about, *PartialDate::Year(1955), 2));
  EXPECT_FALSE(Overlap(*PartialDate::Year(1951), *PartialDate::Year(1953), 2));
}

}  // namespace
}  // namespace interdict
