#include "interdict/documents/pages/time_axis.h"

#include <algorithm>
#include <array>

namespace interdict::documents {
namespace {

constexpr std::array kMonths = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

std::string MonthName(int month) {
  return kMonths[static_cast<size_t>(month - 1)];
}

// Every `step` months from the first such month at or behind `first`.
std::vector<TimeTick> MonthTicks(Date first, Date last, int step) {
  std::vector<TimeTick> ticks;
  const YearMonthDay begin = ToYearMonthDay(first);
  for (int month = begin.year * 12 / step * step;; month += step) {
    const auto day = MakeDate(month / 12, month % 12 + 1, 1);
    if (!day || *day > last) return ticks;
    if (*day < first) continue;
    const std::string year = std::to_string(month / 12);
    ticks.push_back({*day, step >= 12 ? year : MonthName(month % 12 + 1) + " " + year});
  }
}

std::vector<TimeTick> DayTicks(Date first, Date last, int step) {
  std::vector<TimeTick> ticks;
  for (Date day = first; day <= last; day = day + step) {
    const YearMonthDay parts = ToYearMonthDay(day);
    ticks.push_back({day, std::to_string(parts.day) + " " + MonthName(parts.month)});
  }
  return ticks;
}

}  // namespace

TimeAxis::TimeAxis(Date first, Date last, double from_x, double to_x)
    : first_(first), last_(last), from_x_(from_x), to_x_(to_x) {
  const int32_t margin = std::max(3, (last - first) / 30);
  first_ = first + -margin;
  last_ = last + margin;
}

double TimeAxis::X(Date day) const {
  const double share = static_cast<double>(day - first_) / static_cast<double>(last_ - first_);
  return from_x_ + std::clamp(share, 0.0, 1.0) * (to_x_ - from_x_);
}

std::vector<TimeTick> TimeAxis::Ticks(int most) const {
  const int32_t days = last_ - first_;
  for (int step : {1, 2, 7, 14}) {
    if (days / step <= most) return DayTicks(first_, last_, step);
  }
  for (int step : {1, 3, 6, 12, 24, 60, 120, 1200}) {
    if (days / (step * 30) <= most) return MonthTicks(first_, last_, step);
  }
  return {};
}

}  // namespace interdict::documents
