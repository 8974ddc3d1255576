#include "interdict/base/date.h"

#include <algorithm>
#include <charconv>
#include <chrono>

namespace interdict {
namespace {

namespace chrono = std::chrono;

constexpr int32_t kFirstDay = -719162;  // 0001-01-01
constexpr int32_t kLastDay = 2932896;   // 9999-12-31

bool ParseDigits(std::string_view text, int* out) {
  for (char c : text) {
    if (c < '0' || c > '9') return false;
  }
  auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), *out);
  return error == std::errc() && end == text.data() + text.size();
}

}  // namespace

std::optional<Date> MakeDate(int year, int month, int day) {
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1) return std::nullopt;
  const chrono::year_month_day ymd{chrono::year(year), chrono::month(static_cast<unsigned>(month)),
                                   chrono::day(static_cast<unsigned>(day))};
  if (day > 31 || !ymd.ok()) return std::nullopt;
  return Date{static_cast<int32_t>(chrono::sys_days(ymd).time_since_epoch().count())};
}

YearMonthDay ToYearMonthDay(Date date) {
  const chrono::sys_days day{chrono::days(std::clamp(date.days, kFirstDay, kLastDay))};
  const chrono::year_month_day ymd{day};
  return {static_cast<int>(ymd.year()), static_cast<int>(static_cast<unsigned>(ymd.month())),
          static_cast<int>(static_cast<unsigned>(ymd.day()))};
}

int DaysInMonth(int year, int month) {
  const chrono::year_month_day_last last{
      chrono::year(year), chrono::month_day_last(chrono::month(static_cast<unsigned>(month)))};
  return static_cast<int>(static_cast<unsigned>(last.day()));
}

std::optional<Date> ParseIsoDate(std::string_view text) {
  int year = 0, month = 0, day = 0;
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  if (!ParseDigits(text.substr(0, 4), &year) || !ParseDigits(text.substr(5, 2), &month) ||
      !ParseDigits(text.substr(8, 2), &day)) {
    return std::nullopt;
  }
  return MakeDate(year, month, day);
}

std::string FormatIsoDate(Date date) {
  const YearMonthDay ymd = ToYearMonthDay(date);
  std::string text = "0000-00-00";
  auto put = [&text](size_t at, int width, int value) {
    for (int i = width - 1; i >= 0; --i, value /= 10) {
      text[at + static_cast<size_t>(i)] = static_cast<char>('0' + value % 10);
    }
  };
  put(0, 4, ymd.year);
  put(5, 2, ymd.month);
  put(8, 2, ymd.day);
  return text;
}

Date FromExcelSerial(int32_t serial) {
  constexpr int32_t kUnixEpoch = 25569;     // serial of 1970-01-01
  constexpr int32_t kNoSuchDay = 60;        // 1900-02-29, which spreadsheets count as a day
  constexpr int32_t kLastSerial = 2958465;  // 9999-12-31
  serial = std::clamp(serial, 1, kLastSerial);
  return Date{serial - kUnixEpoch + (serial < kNoSuchDay ? 1 : 0)};
}

}  // namespace interdict
