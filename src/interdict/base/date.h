// Calendar days of the proleptic Gregorian calendar, without zone or time of day.
// Test: date_test.cc.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace interdict {

// A day, counted from 1970-01-01 = 0.
struct Date {
  int32_t days = 0;

  auto operator<=>(const Date&) const = default;
  Date operator+(int32_t n) const { return {days + n}; }
  int32_t operator-(Date other) const { return days - other.days; }
};

struct YearMonthDay {
  int year = 0;
  int month = 0;  // 1..12
  int day = 0;    // 1..31
};

// nullopt when there is no such day (2023-02-29); years 1..9999.
std::optional<Date> MakeDate(int year, int month, int day);
// A day before year 1 or after year 9999 gives the first or last day of these years.
YearMonthDay ToYearMonthDay(Date date);
int DaysInMonth(int year, int month);  // month 1..12

// "2019-01-28", exactly; nullopt otherwise.
std::optional<Date> ParseIsoDate(std::string_view text);
std::string FormatIsoDate(Date date);

// Day of a spreadsheet's serial number (1900 date system: 1 = 1900-01-01, 45607 = 2024-11-11). The
// system has a 29 February 1900 (60), which is read as the 28th; a number outside 1..2958465 gives
// the first or last day of the system.
Date FromExcelSerial(int32_t serial);

}  // namespace interdict
