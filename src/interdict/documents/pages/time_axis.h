// Days along a line: where a day lies, and which days are worth a grid line. Test:
// time_axis_test.cc.
#pragma once

#include <string>
#include <vector>

#include "interdict/base/date.h"

namespace interdict::documents {

struct TimeTick {
  Date day;
  std::string label;  // "2019", "Nov 2025", "28 Nov"
};

class TimeAxis {
 public:
  // Widened a little beyond first and last, so that nothing lies on the edge.
  TimeAxis(Date first, Date last, double from_x, double to_x);

  double X(Date day) const;  // a day outside lies on the edge
  double from_x() const { return from_x_; }
  double to_x() const { return to_x_; }

  // Years, quarters, months or days: at most about `most`, in order.
  std::vector<TimeTick> Ticks(int most) const;

 private:
  Date first_, last_;
  double from_x_, to_x_;
};

}  // namespace interdict::documents
