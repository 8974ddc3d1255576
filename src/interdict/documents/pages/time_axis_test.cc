#include "interdict/documents/pages/time_axis.h"

#include <gtest/gtest.h>

namespace interdict::documents {
namespace {

Date Day(std::string_view text) {
  return *ParseIsoDate(text);
}

TEST(TimeAxis, DaysLieInOrderBetweenTheEdges) {
  const TimeAxis axis(Day("2019-01-01"), Day("2021-01-01"), 100, 500);
  EXPECT_GT(axis.X(Day("2019-01-01")), 100);
  EXPECT_LT(axis.X(Day("2021-01-01")), 500);
  EXPECT_NEAR(axis.X(Day("2020-01-01")), 300, 1);
  EXPECT_EQ(axis.X(Day("1900-01-01")), 100);
  EXPECT_EQ(axis.X(Day("2100-01-01")), 500);
}

TEST(TimeAxis, TicksAreYearsMonthsOrDaysAsTheSpanAsks) {
  const auto labels = [](std::string_view first, std::string_view last) {
    std::string all;
    for (const TimeTick& tick : TimeAxis(Day(first), Day(last), 0, 1).Ticks(9)) {
      all += tick.label + ", ";
    }
    return all;
  };
  EXPECT_EQ(labels("2019-02-01", "2025-11-30"), "2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026, ");
  EXPECT_EQ(labels("2025-03-01", "2025-09-15"),
            "Mar 2025, Apr 2025, May 2025, Jun 2025, Jul 2025, Aug 2025, Sep 2025, ");
  EXPECT_EQ(labels("2025-12-30", "2025-12-30"),
            "27 Dec, 28 Dec, 29 Dec, 30 Dec, 31 Dec, 1 Jan, 2 Jan, ");
  EXPECT_EQ(labels("1812-01-01", "2025-12-30"), "1900, 2000, ");
}

TEST(TimeAxis, ThereAreNeverMuchMoreTicksThanAskedFor) {
  for (int days = 0; days < 3'000'000; days = days * 2 + 1) {
    EXPECT_LE(TimeAxis(Day("1000-01-01"), Day("1000-01-01") + days, 0, 1).Ticks(9).size(), 12u)
        << days;
  }
}

}  // namespace
}  // namespace interdict::documents
