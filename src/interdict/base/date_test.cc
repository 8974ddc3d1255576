#include "interdict/base/date.h"

#include <gtest/gtest.h>

#include <limits>

namespace interdict {
namespace {

TEST(Date, EveryDayOfTheCalendarSurvivesTheWayThereAndBack) {
  int32_t expected = MakeDate(1, 1, 1)->days;
  for (int year = 1; year <= 9999; ++year) {
    for (int month = 1; month <= 12; ++month) {
      const int days = DaysInMonth(year, month);
      for (int day = 1; day <= days; ++day) {
        const auto date = MakeDate(year, month, day);
        ASSERT_TRUE(date) << year << '-' << month << '-' << day;
        ASSERT_EQ(date->days, expected++);
        const YearMonthDay back = ToYearMonthDay(*date);
        ASSERT_TRUE(back.year == year && back.month == month && back.day == day);
      }
      ASSERT_FALSE(MakeDate(year, month, days + 1));
    }
  }
}

TEST(Date, DaysThatDoNotExistAreNone) {
  EXPECT_FALSE(MakeDate(2023, 2, 29));
  EXPECT_TRUE(MakeDate(2024, 2, 29));
  EXPECT_FALSE(MakeDate(1900, 2, 29));
  EXPECT_TRUE(MakeDate(2000, 2, 29));
  EXPECT_FALSE(MakeDate(0, 1, 1));
  EXPECT_FALSE(MakeDate(10000, 1, 1));
  EXPECT_FALSE(MakeDate(2023, 0, 1));
  EXPECT_FALSE(MakeDate(2023, 13, 1));
  EXPECT_FALSE(MakeDate(2023, 1, 0));
  EXPECT_FALSE(MakeDate(2023, 1, -1));
  EXPECT_FALSE(MakeDate(2023, 1, 257));  // 1 in eight bits
  EXPECT_FALSE(MakeDate(65537 + 2022, 1, 1));
}

TEST(Date, IsoTextIsExact) {
  EXPECT_EQ(ParseIsoDate("1970-01-01")->days, 0);
  EXPECT_EQ(ParseIsoDate("1969-12-31")->days, -1);
  EXPECT_EQ(FormatIsoDate(*ParseIsoDate("2019-01-28")), "2019-01-28");
  EXPECT_EQ(FormatIsoDate(*ParseIsoDate("0001-01-01")), "0001-01-01");
  for (const char* text : {"", "2019-1-28", "2019-01-28 ", "2019/01/28", "+019-01-28", "2019-01--8",
                           "2019-13-01", "2019-02-30", "20190128"}) {
    EXPECT_FALSE(ParseIsoDate(text)) << text;
  }
}

TEST(Date, AnyNumberOfDaysHasAText) {
  EXPECT_EQ(FormatIsoDate(Date{std::numeric_limits<int32_t>::max()}), "9999-12-31");
  EXPECT_EQ(FormatIsoDate(Date{std::numeric_limits<int32_t>::min()}), "0001-01-01");
}

TEST(Date, SpreadsheetSerialsCountFromTheFirstOfJanuary1900) {
  EXPECT_EQ(FormatIsoDate(FromExcelSerial(45607)), "2024-11-11");
  EXPECT_EQ(FormatIsoDate(FromExcelSerial(31801)), "1987-01-24");
  EXPECT_EQ(FormatIsoDate(FromExcelSerial(61)), "1900-03-01");
  EXPECT_EQ(FormatIsoDate(FromExcelSerial(60)), "1900-02-28");
  EXPECT_EQ(FormatIsoDate(FromExcelSerial(59)), "1900-02-28");
  EXPECT_EQ(FormatIsoDate(FromExcelSerial(1)), "1900-01-01");
  EXPECT_EQ(FormatIsoDate(FromExcelSerial(std::numeric_limits<int32_t>::min())), "1900-01-01");
  EXPECT_EQ(FormatIsoDate(FromExcelSerial(std::numeric_limits<int32_t>::max())), "9999-12-31");
}

}  // namespace
}  // namespace interdict
