#include "interdict/documents/pages/timeline_chart.h"

#include <algorithm>
#include <array>
#include <map>
#include <numeric>
#include <optional>
#include <set>

#include "interdict/base/utf8.h"
#include "interdict/documents/events/day_range.h"
#include "interdict/documents/pages/page_html.h"
#include "interdict/documents/pages/page_parts.h"
#include "interdict/documents/pages/time_axis.h"

namespace interdict::documents {
namespace {

// Pixels of the picture.
constexpr double kWidth = 1200, kLabels = 240, kTimeEnd = 960, kUndated = 984;
constexpr double kRow = 20, kLanePadding = 7, kTop = 30, kLetter = 6.2, kMark = 9;

std::string Px(double value) {
  std::string text = TwoDigits(value);
  text.pop_back();
  return text;
}

std::string Attribute(std::string_view name, std::string_view value) {
  return " " + std::string(name) + "=\"" + VisibleText(value) + "\"";
}

std::string Line(std::string_view style, double x1, double y1, double x2, double y2) {
  return "<path class=\"" + std::string(style) + "\" d=\"M" + Px(x1) + "," + Px(y1) + "L" + Px(x2) +
         "," + Px(y2) + "\"/>\n";
}

std::string Label(std::string_view style, double x, double y, std::string_view anchor,
                  std::string_view text) {
  return "<text class=\"" + std::string(style) + "\" x=\"" + Px(x) + "\" y=\"" + Px(y) +
         "\" text-anchor=\"" + std::string(anchor) + "\">" + VisibleText(text) + "</text>\n";
}

// At most so many letters.
std::string Shortened(std::string_view text, size_t letters) {
  if (utf8::Length(text) <= letters) return std::string(text);
  size_t at = 0;
  for (size_t i = 0; i + 1 < letters && at < text.size(); ++i) utf8::Decode(text, &at);
  return std::string(text.substr(0, at)) + "…";
}

double TextWidth(std::string_view text) {
  return static_cast<double>(utf8::Length(text)) * kLetter;
}

// The shapes that StatusSign names, around 0,0.
std::string Shape(MeasureStatus status) {
  constexpr std::array kPaths = {"M-6,-6H6V6H-6Z",
                                 "M0,-7L7,6H-7Z",
                                 "M0,-7.5L7.5,0L0,7.5L-7.5,0Z",
                                 "M-6.5,0a6.5,6.5 0 1,0 13,0a6.5,6.5 0 1,0 -13,0Z",
                                 "M-3,-3a3,3 0 1,1 4,3q-1,.6 -1,2M0,5.6v1",
                                 "M-5,-5L5,5M5,-5L-5,5"};
  return "<path class=\"shape\" d=\"" + std::string(kPaths[static_cast<size_t>(status)]) + "\"/>";
}

// An event in a lane.
struct Placed {
  uint32_t event = 0;
  std::optional<DayRange> when;
  std::string label;
  double x = 0, bar_end = 0;  // the bar is the days that the date may mean
  bool label_left = false;
  size_t row = 0;
  double y = 0;

  double left() const { return x - (label_left ? kMark + TextWidth(label) + 4 : kMark); }
  double right() const {
    return std::max(bar_end, x + (label_left ? kMark : kMark + TextWidth(label) + 4));
  }
};

struct Lane {
  std::string name;
  std::vector<Placed> dated, undated;
  double y = 0, height = 0;
};

class Chart {
 public:
  Chart(const std::vector<const Scan*>& scans, const std::vector<Event>& events,
        const ChartLimits& limits)
      : scans_(scans), events_(events), limits_(limits), axis_(Axis()) {
    MakeLanes();
    double y = kTop;
    for (Lane& lane : lanes_) y = Arrange(&lane, y);
    lanes_end_ = y;
  }

  std::string Svg() {
    const std::string outlets = Outlets();
    std::string svg = "<svg viewBox=\"0 0 " + Px(kWidth) + " " + Px(bottom_ + 8) +
                      "\" role=\"group\" aria-label=\"Events by party and date\">\n";
    svg += Grid();
    for (const Lane& lane : lanes_) svg += LaneFrame(lane) + Reliefs(lane);
    // Marks in the order of time, so that keys go through them so.
    svg += Marks();
    return svg + outlets + "</svg>\n";
  }

 private:
  TimeAxis Axis() const {
    std::optional<Date> first, last;
    const auto add = [&](const DayRange& range) {
      first = first ? std::min(*first, range.first) : range.first;
      last = last ? std::max(*last, range.last) : range.last;
    };
    for (const Event& event : events_) {
      if (const auto when = ReadDayRange(event.date)) add(*when);
    }
    for (const Scan* scan : scans_) {
      if (scan->document.published.date) add(ToDayRange(*scan->document.published.date));
    }
    return {first.value_or(Date{}), last.value_or(Date{}), kLabels, kTimeEnd};
  }

  // The events that have a mark: all, or those with the most statements.
  std::vector<uint32_t> Chosen() const {
    std::vector<uint32_t> chosen(events_.size());
    std::iota(chosen.begin(), chosen.end(), 0);
    if (chosen.size() <= limits_.marks) return chosen;
    std::stable_sort(chosen.begin(), chosen.end(), [&](uint32_t a, uint32_t b) {
      return events_[a].statements.size() > events_[b].statements.size();
    });
    chosen.resize(limits_.marks);
    std::sort(chosen.begin(), chosen.end());
    return chosen;
  }

  // The parties with the most events, each with a lane; the others share the last one.
  void MakeLanes() {
    const std::vector<uint32_t> chosen = Chosen();
    std::map<std::string, size_t> counts;
    for (uint32_t event : chosen) {
      for (const std::string& target : events_[event].targets) ++counts[target];
    }
    std::vector<std::pair<std::string, size_t>> names(counts.begin(), counts.end());
    std::stable_sort(names.begin(), names.end(),
                     [](const auto& a, const auto& b) { return a.second > b.second; });
    if (names.size() > limits_.lanes) names.resize(limits_.lanes);
    std::map<std::string, size_t> lane_of;
    for (const auto& [name, count] : names) {
      lane_of.emplace(name, lanes_.size());
      lanes_.push_back({name, {}, {}});
    }
    lanes_.push_back({names.empty() ? "target not named" : "other or not named", {}, {}});
    for (uint32_t event : chosen) {
      bool placed = false;
      for (const std::string& target : events_[event].targets) {
        const auto lane = lane_of.find(target);
        if (lane == lane_of.end()) continue;
        AddTo(&lanes_[lane->second], event);
        placed = true;
      }
      if (!placed) AddTo(&lanes_.back(), event);
    }
    if (lanes_.back().dated.empty() && lanes_.back().undated.empty()) lanes_.pop_back();
  }

  void AddTo(Lane* lane, uint32_t position) {
    const Event& event = events_[position];
    Placed placed;
    placed.event = position;
    placed.when = ReadDayRange(event.date);
    placed.label = Spaced(MeasureTypeName(event.type));
    if (event.statements.size() > 1) placed.label += " ×" + Number(event.statements.size());
    (placed.when ? lane->dated : lane->undated).push_back(std::move(placed));
  }

  // Gives every mark its place; returns where the lane ends.
  double Arrange(Lane* lane, double y) {
    for (Placed& placed : lane->dated) {
      const DayRange& when = *placed.when;
      placed.x = axis_.X(when.began_before ? when.last : when.first);
      placed.bar_end = when.goes_on ? axis_.X(EndOf(events_[placed.event])) : axis_.X(when.last);
      placed.label_left = placed.x + kMark + TextWidth(placed.label) > kTimeEnd;
    }
    std::stable_sort(lane->dated.begin(), lane->dated.end(),
                     [](const Placed& a, const Placed& b) { return a.left() < b.left(); });
    const size_t rows = std::max(PackDated(&lane->dated), PackUndated(&lane->undated));
    lane->y = y;
    lane->height = static_cast<double>(std::max<size_t>(rows, 1)) * kRow + 2 * kLanePadding;
    for (std::vector<Placed>* marks : {&lane->dated, &lane->undated}) {
      for (Placed& placed : *marks) {
        placed.y = y + kLanePadding + (static_cast<double>(placed.row) + 0.5) * kRow;
      }
    }
    return y + lane->height;
  }

  // Of a measure that goes on: when a relief ends it, or never.
  Date EndOf(const Event& event) const {
    Date end{INT32_MAX / 2};
    for (uint32_t relief : event.relieved_by) {
      if (relief >= events_.size()) continue;
      if (const auto when = ReadDayRange(events_[relief].date)) end = std::min(end, when->first);
    }
    return end;
  }

  // Each in the first row where it touches nothing; returns the number of rows.
  static size_t PackDated(std::vector<Placed>* marks) {
    std::vector<double> row_ends;
    for (Placed& placed : *marks) {
      while (placed.row < row_ends.size() && row_ends[placed.row] > placed.left()) ++placed.row;
      if (placed.row == row_ends.size()) row_ends.push_back(0);
      row_ends[placed.row] = placed.right() + 4;
    }
    return row_ends.size();
  }

  static size_t PackUndated(std::vector<Placed>* marks) {
    double x = kUndated;
    size_t row = 0;
    for (Placed& placed : *marks) {
      const double width = 2 * kMark + TextWidth(placed.label) + 12;
      if (x > kUndated && x + width > kWidth) {
        x = kUndated;
        ++row;
      }
      placed.x = placed.bar_end = x + kMark;
      placed.row = row;
      x += width;
    }
    return marks->empty() ? 0 : row + 1;
  }

  std::string Grid() const {
    std::string svg;
    for (const TimeTick& tick : axis_.Ticks(9)) {
      const double x = axis_.X(tick.day);
      svg +=
          Line("grid", x, kTop - 6, x, bottom_) + Label("tick", x, kTop - 12, "middle", tick.label);
    }
    svg += Line("edge", kTimeEnd + 8, kTop - 24, kTimeEnd + 8, bottom_);
    return svg + Label("tick", kUndated, kTop - 12, "start", "no date in the text");
  }

  static std::string LaneName(double y, const std::string& name) {
    constexpr size_t kLetters = 32;  // in bold they fill the column
    return "<g>" + Label("lane", 0, y, "start", Shortened(name, kLetters)) + "<title>" +
           VisibleText(name) + "</title></g>\n";
  }

  static std::string LaneFrame(const Lane& lane) {
    return Line("lane-edge", 0, lane.y, kWidth, lane.y) +
           LaneName(lane.y + kLanePadding + kRow / 2 + 4, lane.name);
  }

  std::string Marks() const {
    std::vector<const Placed*> dated, undated;
    for (const Lane& lane : lanes_) {
      for (const Placed& placed : lane.dated) dated.push_back(&placed);
      for (const Placed& placed : lane.undated) undated.push_back(&placed);
    }
    std::stable_sort(dated.begin(), dated.end(),
                     [](const Placed* a, const Placed* b) { return a->x < b->x; });
    std::string svg;
    for (const Placed* placed : dated) svg += Mark(*placed);
    for (const Placed* placed : undated) svg += Mark(*placed);
    return svg;
  }

  std::string Mark(const Placed& placed) const {
    const Event& event = events_[placed.event];
    const std::string status(MeasureStatusName(event.status));
    std::string svg = "<a href=\"#" + VisibleText(event.id) + "\" data-begin" +
                      Attribute("data-ids", event.id) + " class=\"mark " + status + " " +
                      std::string(MeasureTypeName(event.type)) + "\"" +
                      Attribute("aria-label", Spoken(event)) + ">";
    svg += "<rect class=\"hit\" x=\"" + Px(placed.left()) + "\" y=\"" + Px(placed.y - kRow / 2) +
           "\" width=\"" + Px(placed.right() - placed.left()) + "\" height=\"" + Px(kRow) + "\"/>";
    if (placed.bar_end > placed.x + 1) {
      svg += Line("bar", placed.x, placed.y + 8, placed.bar_end, placed.y + 8);
    }
    svg += "<g transform=\"translate(" + Px(placed.x) + "," + Px(placed.y) + ")\">" +
           Shape(event.status) +
           (event.conflicting ? "<circle class=\"conflict\" r=\"10\"/>" : "") + "</g>";
    svg += placed.label_left
               ? Label("type", placed.x - kMark - 3, placed.y + 4, "end", placed.label)
               : Label("type", placed.x + kMark + 3, placed.y + 4, "start", placed.label);
    return svg + "</a>\n";
  }

  // What one who does not see the mark hears.
  static std::string Spoken(const Event& event) {
    std::string text = event.date.empty() ? "no date" : event.date;
    text += ", " + Spaced(MeasureTypeName(event.type));
    for (const std::string& target : event.targets) text += ", " + target;
    text += ", " + Spaced(MeasureStatusName(event.status)) + ", " +
            Counted(event.statements.size(), "statement");
    return event.conflicting ? text + ", sources conflict" : text;
  }

  // From a measure to the relief that ends it, where both have a date and this lane.
  std::string Reliefs(const Lane& lane) const {
    std::map<uint32_t, const Placed*> places;
    for (const Placed& placed : lane.dated) places[placed.event] = &placed;
    std::string svg;
    for (const Placed& placed : lane.dated) {
      for (uint32_t relief : events_[placed.event].relieved_by) {
        const auto end = places.find(relief);
        if (end == places.end()) continue;
        svg += Line("relief-line", placed.x, placed.y, end->second->x, end->second->y);
      }
    }
    return svg;
  }

  // A row for each outlet with its reports; the rows of the outlets with the most.
  std::string Outlets() {
    std::map<std::string, std::vector<uint32_t>> by_outlet;
    for (uint32_t scan = 0; scan < scans_.size(); ++scan) {
      const Document& document = scans_[scan]->document;
      by_outlet[document.outlet.empty() ? document.file : document.outlet].push_back(scan);
    }
    std::vector<std::pair<std::string, std::vector<uint32_t>>> rows(by_outlet.begin(),
                                                                    by_outlet.end());
    std::stable_sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) {
      return a.second.size() > b.second.size();
    });
    const size_t shown = std::min(rows.size(), limits_.outlets);
    const auto events_of = EventsOfScans();
    double y = lanes_end_;
    std::string svg = Line("edge", 0, y, kWidth, y) +
                      Label("tick", 0, y + 17, "start",
                            shown < rows.size() ? "Reports of " + Number(shown) + " of " +
                                                      Counted(rows.size(), "source")
                                                : "Reports");
    y += 22;
    for (size_t i = 0; i < shown; ++i, y += kRow) {
      svg += LaneName(y + kRow / 2 + 4, rows[i].first);
      svg += Reports(rows[i].second, events_of, y + kRow / 2);
    }
    bottom_ = y;
    return svg;
  }

  std::vector<std::set<std::string>> EventsOfScans() const {
    std::vector<std::set<std::string>> events_of(scans_.size());
    for (const Event& event : events_) {
      for (const Statement& statement : event.statements) {
        events_of[statement.place.scan].insert(event.id);
        for (const StatementPlace& copy : statement.copies) events_of[copy.scan].insert(event.id);
      }
    }
    return events_of;
  }

  std::string Reports(const std::vector<uint32_t>& reports,
                      const std::vector<std::set<std::string>>& events_of, double y) const {
    std::string svg;
    double undated = kUndated + kMark;
    for (uint32_t scan : reports) {
      const Document& document = scans_[scan]->document;
      const auto& date = document.published.date;
      const double x = date ? axis_.X(date->first) : undated;
      if (!date) undated = std::min(undated + 14, kWidth - kMark);
      std::string zones;
      for (const std::string& id : events_of[scan])
        zones += (zones.empty() ? "" : " ") + id + ":source";
      svg += "<g class=\"report\"" + Attribute("data-x", zones) + "><circle cx=\"" + Px(x) +
             "\" cy=\"" + Px(y) + "\" r=\"4\"/><title>" +
             VisibleText(document.file + (date ? ", " + FormatPartialDate(*date) : "")) +
             "</title></g>\n";
    }
    return svg;
  }

  const std::vector<const Scan*>& scans_;
  const std::vector<Event>& events_;
  const ChartLimits& limits_;
  TimeAxis axis_;
  std::vector<Lane> lanes_;
  double lanes_end_ = 0, bottom_ = 0;
};

}  // namespace

std::string TimelineChart(const std::vector<const Scan*>& scans, const std::vector<Event>& events,
                          const ChartLimits& limits) {
  return Chart(scans, events, limits).Svg();
}

std::string_view ChartStyle() {
  return R"css(
svg { width: 100%; min-width: 60rem; height: auto; display: block;
  font: 12px system-ui, sans-serif; }
svg text { fill: var(--ink); } svg .tick { fill: var(--dim); } svg .lane { font-weight: 600; }
svg .type { font-size: 11px; fill: var(--dim); }
.grid, .lane-edge { stroke: var(--rule); fill: none; } .edge { stroke: var(--dim); fill: none; }
.grid { stroke-dasharray: 2 4; }
.mark { text-decoration: none; cursor: pointer; --c: var(--ink); }
.mark.in_force { --c: var(--in_force); } .mark.announced { --c: var(--announced); }
.mark.considered { --c: var(--considered); } .mark.offered { --c: var(--offered); }
.mark.alleged { --c: var(--alleged); } .mark.denied { --c: var(--denied); }
.mark .shape { fill: var(--c); stroke: var(--c); stroke-width: 1; }
.mark.considered .shape { fill: var(--paper); stroke-width: 2; }
.mark.alleged .shape, .mark.denied .shape { fill: none; stroke-width: 2.5; }
.mark .bar { stroke: var(--c); stroke-width: 2; opacity: .6; }
.mark .hit { fill: transparent; rx: 4px; }
.mark:hover .hit, .mark.shown .hit { fill: var(--lit); }
.mark:hover .type, .mark.shown .type { fill: var(--ink); }
.conflict { fill: none; stroke: var(--ink); stroke-width: 1.5; stroke-dasharray: 3 2; }
.relief-line { stroke: var(--offered); stroke-width: 1.5; stroke-dasharray: 5 3; fill: none; }
.report circle { fill: var(--other); }
.report.on-source circle { fill: var(--accent); stroke: var(--ink); stroke-width: 2; r: 6px; }
@media print { svg { min-width: 0; } }
)css";
}

}  // namespace interdict::documents
