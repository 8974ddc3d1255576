#include "interdict/documents/pages/timeline_chart.h"

#include <gtest/gtest.h>

#include "interdict/documents/testing/scan_builder.h"

namespace interdict::documents {
namespace {

using testing::ScanBuilder;

Event MakeEvent(const std::string& id, const std::string& date,
                const std::vector<std::string>& targets,
                MeasureStatus status = MeasureStatus::kInForce) {
  Event event;
  event.id = id;
  event.type = MeasureType::kDesignation;
  event.date = date;
  event.targets = targets;
  event.status = status;
  event.statements = {{{0, 0}, {}}};
  return event;
}

Scan Report() {
  ScanBuilder builder("a.txt", "Roe was listed.");
  builder.Published("2024-06-01").Outlet("Daily Record");
  builder.AddMeasure(MeasureType::kDesignation, "Roe was listed.", "listed");
  return builder.Take();
}

std::string Chart(const std::vector<Event>& events, const ChartLimits& limits = {}) {
  const Scan scan = Report();
  return TimelineChart({&scan}, events, limits);
}

size_t Count(const std::string& text, std::string_view part) {
  size_t count = 0;
  for (size_t at = text.find(part); at != text.npos; at = text.find(part, at + 1)) ++count;
  return count;
}

// The x of the mark of an event.
double MarkX(const std::string& svg, const std::string& id) {
  const size_t mark = svg.find("href=\"#" + id + "\"");
  const size_t at = svg.find("translate(", mark) + 10;
  return std::stod(svg.substr(at));
}

TEST(TimelineChart, AMarkForEachEventInTheLaneOfEachPartyItHits) {
  const std::string svg = Chart({MakeEvent("e1", "2024-01-05", {"Ana Roe", "Bob Poe"}),
                                 MakeEvent("e2", "2024-03", {"Ana Roe"}, MeasureStatus::kDenied)});
  EXPECT_EQ(Count(svg, "href=\"#e1\""), 2u);
  EXPECT_EQ(Count(svg, "href=\"#e2\""), 1u);
  EXPECT_LT(svg.find(">Ana Roe</text>"), svg.find(">Bob Poe</text>"));  // who is hit more often
  EXPECT_NE(svg.find("class=\"mark denied designation\""), std::string::npos);
  EXPECT_NE(svg.find("aria-label=\"2024-01-05, designation, Ana Roe, Bob Poe, in force, "
                     "1 statement\""),
            std::string::npos)
      << svg;
}

TEST(TimelineChart, MarksStandInTheOrderOfTime) {
  const std::string svg =
      Chart({MakeEvent("e1", "2024-01-05", {"A"}), MakeEvent("e2", "2023", {"B"}),
             MakeEvent("e3", "", {"A"}), MakeEvent("e4", "2022-02/..", {"C"})});
  EXPECT_LT(svg.find("#e4"), svg.find("#e2"));
  EXPECT_LT(svg.find("#e2"), svg.find("#e1"));
  EXPECT_LT(svg.find("#e1"), svg.find("#e3"));
  EXPECT_LT(MarkX(svg, "e4"), MarkX(svg, "e2"));
  EXPECT_LT(MarkX(svg, "e1"), MarkX(svg, "e3"));  // no date: a column of its own at the end
}

TEST(TimelineChart, MarksOfOneLaneDoNotLieOverEachOther) {
  std::vector<Event> events;
  for (int i = 0; i < 30; ++i) {
    events.push_back(
        MakeEvent("e" + std::to_string(i), "2024-01-0" + std::to_string(1 + i % 9), {"A"}));
  }
  const std::string svg = Chart(events);
  std::vector<std::array<double, 3>> boxes;  // left, top, right
  for (size_t at = svg.find("class=\"hit\""); at != svg.npos;
       at = svg.find("class=\"hit\"", at + 1)) {
    const double x = std::stod(svg.substr(svg.find("x=\"", at) + 3));
    const double y = std::stod(svg.substr(svg.find("y=\"", at) + 3));
    boxes.push_back({x, y, x + std::stod(svg.substr(svg.find("width=\"", at) + 7))});
  }
  ASSERT_EQ(boxes.size(), 30u);
  for (const auto& a : boxes) {
    for (const auto& b : boxes) {
      EXPECT_TRUE(&a == &b || a[1] != b[1] || a[2] <= b[0] || b[2] <= a[0]);
    }
  }
}

TEST(TimelineChart, ReportsKnowTheEventsThatTheyTellOf) {
  const std::string svg = Chart({MakeEvent("e1", "2024", {"A"}), MakeEvent("e2", "2024", {"B"})});
  EXPECT_NE(svg.find("data-x=\"e1:source e2:source\""), std::string::npos);
  EXPECT_NE(svg.find(">Daily Record</text>"), std::string::npos);
}

TEST(TimelineChart, AReliefIsTiedToWhatItEndsAndAConflictHasARing) {
  std::vector<Event> events = {MakeEvent("e1", "2023", {"A"}), MakeEvent("e2", "2024", {"A"})};
  EXPECT_EQ(Count(Chart(events), "class=\"relief-line\""), 0u);
  events[0].relieved_by = {1};
  events[1].conflicting = true;
  EXPECT_EQ(Count(Chart(events), "class=\"relief-line\""), 1u);
  EXPECT_EQ(Count(Chart(events), "class=\"conflict\""), 1u);
}

TEST(TimelineChart, AMeasureThatGoesOnEndsWithItsRelief) {
  const auto bar_end = [](const std::string& svg) {
    const size_t line = svg.find("class=\"bar\" d=\"M");
    return std::stod(svg.substr(svg.find('L', line) + 1));
  };
  std::vector<Event> events = {MakeEvent("e1", "2019-04/..", {"A"}),
                               MakeEvent("e2", "2022-03-01", {"A"})};
  const double open = bar_end(Chart(events));
  events[0].relieved_by = {1};
  EXPECT_LT(bar_end(Chart(events)), open - 100);
}

TEST(TimelineChart, ManyPartiesShareALaneAndManyEventsAreCut) {
  std::vector<Event> events;
  for (int i = 0; i < 50; ++i) {
    events.push_back(MakeEvent("e" + std::to_string(i), "2024-01-05", {"P" + std::to_string(i)}));
  }
  const std::string svg = Chart(events, {.marks = 20, .lanes = 5});
  EXPECT_EQ(Count(svg, "class=\"mark"), 20u);
  EXPECT_EQ(Count(svg, "class=\"lane-edge\""), 6u);
  EXPECT_NE(svg.find("other or not named"), std::string::npos);
}

TEST(TimelineChart, HostileNamesStayText) {
  const std::string svg = Chart({MakeEvent("\"><script>", "2024", {"<img onerror=x>"})});
  EXPECT_EQ(svg.find("<script"), std::string::npos);
  EXPECT_EQ(svg.find("<img"), std::string::npos);
}

TEST(TimelineChart, WithoutEventsAndDatesThereIsAPicture) {
  EXPECT_NE(TimelineChart({}, {}).find("</svg>"), std::string::npos);
}

}  // namespace
}  // namespace interdict::documents
