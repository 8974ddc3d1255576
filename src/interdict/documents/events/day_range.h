// The days that an ISO 8601 or EDTF value of a measure's date stands for: "2019-04-28", "2019-04",
// "2019", "2019-02-04/2019-02-10", "2019-04/..", "../2019-04". Test: day_range_test.cc.
#pragma once

#include <optional>
#include <string_view>

#include "interdict/base/date.h"
#include "interdict/entity/partial_date.h"

namespace interdict::documents {

struct DayRange {
  Date first, last;
  // "2019-04/..": it began between `first` and `last` and goes on; "../2019-04": it ended there.
  bool goes_on = false;
  bool began_before = false;

  bool operator==(const DayRange&) const = default;

  int32_t days() const { return last - first; }
  bool Overlaps(const DayRange& other, int32_t tolerance = 0) const {
    return first <= other.last + tolerance && other.first <= last + tolerance;
  }
};

// nullopt for a value that names no year ("--11-26") or no date.
std::optional<DayRange> ReadDayRange(std::string_view value);

DayRange ToDayRange(const PartialDate& date);

}  // namespace interdict::documents
