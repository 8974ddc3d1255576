// The events of documents as one HTML page that stands alone: a chart over time, a table, and every
// event with all that was said about it.
//
// Without a script it is a document, since marks and rows are links to the events below. With it
// the panel shows the event of a mark, and the chart who reported it. Test: timeline_page_test.cc,
// and in a browser tests/browser/pages_test.py.
#pragma once

#include <string>
#include <vector>

#include "interdict/documents/events/events.h"
#include "interdict/documents/pages/timeline_chart.h"

namespace interdict::documents {

// The page says what it leaves out.
struct TimelineLimits {
  size_t events = 5000;    // those of the table and below it; the first ones
  size_t statements = 60;  // of one event
  ChartLimits chart;
};

// `events` as MergeEvents made them of `scans`.
std::string TimelinePage(const std::vector<const Scan*>& scans, const std::vector<Event>& events,
                         const TimelineLimits& limits = {});

}  // namespace interdict::documents
