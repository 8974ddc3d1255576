#include "interdict/documents/events/day_range.h"

#include <gtest/gtest.h>

namespace interdict::documents {
namespace {

DayRange Days(std::string_view first, std::string_view last) {
  return {*ParseIsoDate(first), *ParseIsoDate(last)};
}

TEST(DayRange, AValueIsTheDaysItMayMean) {
  EXPECT_EQ(ReadDayRange("2019-04-28"), Days("2019-04-28", "2019-04-28"));
  EXPECT_EQ(ReadDayRange("2020-02"), Days("2020-02-01", "2020-02-29"));
  EXPECT_EQ(ReadDayRange("2019"), Days("2019-01-01", "2019-12-31"));
  EXPECT_EQ(ReadDayRange("2019-02-04/2019-02-10"), Days("2019-02-04", "2019-02-10"));
}

TEST(DayRange, AnOpenIntervalKeepsTheEndThatIsKnown) {
  const auto since = ReadDayRange("2019-04/..");
  ASSERT_TRUE(since);
  EXPECT_TRUE(since->goes_on);
  EXPECT_EQ(since->first, *ParseIsoDate("2019-04-01"));
  EXPECT_EQ(since->last, *ParseIsoDate("2019-04-30"));
  const auto until = ReadDayRange("../2019-04-05");
  ASSERT_TRUE(until);
  EXPECT_TRUE(until->began_before);
  EXPECT_EQ(until->last, *ParseIsoDate("2019-04-05"));
}

TEST(DayRange, WhatNamesNoYearIsNoDate) {
  for (std::string_view value : {"", "--11-26", "..", "../..", "July", "2019-13", "/.."}) {
    EXPECT_FALSE(ReadDayRange(value)) << value;
  }
}

TEST(DayRange, NeighboursOverlapWithinTheTolerance) {
  const DayRange monday = Days("2024-01-01", "2024-01-01"),
                 friday = Days("2024-01-05", "2024-01-05");
  EXPECT_FALSE(monday.Overlaps(friday));
  EXPECT_FALSE(monday.Overlaps(friday, 3));
  EXPECT_TRUE(monday.Overlaps(friday, 4));
  EXPECT_TRUE(friday.Overlaps(monday, 4));
}

}  // namespace
}  // namespace interdict::documents
