// Events over time as SVG: a lane for each party hit, a mark for each event, its status by colour
// and shape, and below, when each outlet reported. Events without a date have a column of their
// own.
//
// Every mark is a link to the element of its event (id as in Event::id), reached by tab and arrow
// keys. Test: timeline_chart_test.cc.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "interdict/documents/events/events.h"

namespace interdict::documents {

struct ChartLimits {
  size_t marks = 1500;  // those of the events with the most statements
  size_t lanes = 24;    // the rest of the parties share one
  size_t outlets = 12;
};

std::string TimelineChart(const std::vector<const Scan*>& scans, const std::vector<Event>& events,
                          const ChartLimits& limits = {});

std::string_view ChartStyle();

}  // namespace interdict::documents
