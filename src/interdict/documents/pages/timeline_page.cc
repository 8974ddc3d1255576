#include "interdict/documents/pages/timeline_page.h"

#include <algorithm>
#include <set>

#include "interdict/documents/pages/marked_text.h"
#include "interdict/documents/pages/page_html.h"
#include "interdict/documents/pages/page_parts.h"
#include "interdict/entity/partial_date.h"

namespace interdict::documents {
namespace {

using Scans = std::vector<const Scan*>;

constexpr std::string_view kStyle = R"css(
figure { margin: 1rem 0; overflow-x: auto; }
figcaption { color: var(--dim); margin-bottom: .5rem; }
#events { margin-top: 2rem; }
.event { border-top: 1px solid var(--rule); padding: .25rem 0 .75rem; max-width: 60rem; }
.event h3, #panel h3 { margin: .75rem 0 .25rem; }
.event ol, #panel ol { padding-left: 1.5rem; margin: .5rem 0 0; } .event li { margin: 0 0 .7rem; }
.event p, #panel p { margin: .15rem 0; }
blockquote { margin: 0; font: 16px/1.5 Charter, "Bitstream Charter", Georgia, "Noto Serif", serif;
  unicode-bidi: isolate; }
#panel blockquote { font-size: 15px; }
blockquote .trigger { font-weight: 700; text-decoration: underline 2px; text-underline-offset: 3px; }
.source { font-size: 13px; color: var(--dim); }
)css";

std::string PublishedText(const Document& document) {
  const auto& date = document.published.date;
  return date ? FormatPartialDate(*date) : "undated";
}

std::string SourceText(const Document& document) {
  std::string html = document.outlet.empty() ? "" : Isolated(document.outlet) + ", ";
  return html + "<span class=\"nowrap\">" + PublishedText(document) + "</span>, " +
         Isolated(document.file);
}

std::string EventLink(const Event& event, const std::string& text) {
  return "<a href=\"#" + VisibleText(event.id) + "\">" + text + "</a>";
}

// "2019-04/.." is how machines say "since 2019-04".
std::string DateText(const std::string& date) {
  const std::string_view view = date;
  if (view.ends_with("/..")) return "since " + VisibleText(view.substr(0, view.size() - 3));
  if (view.starts_with("../")) return "until " + VisibleText(view.substr(3));
  const size_t slash = view.find('/');
  if (slash == view.npos) return VisibleText(view);
  return VisibleText(view.substr(0, slash)) + " to " + VisibleText(view.substr(slash + 1));
}

// Outlets, or files where there is none, each once.
std::set<std::string> OutletsOf(const Scans& scans, const Event& event) {
  std::set<std::string> outlets;
  const auto add = [&](const StatementPlace& place) {
    const Document& document = scans[place.scan]->document;
    outlets.insert(document.outlet.empty() ? document.file : document.outlet);
  };
  for (const Statement& statement : event.statements) {
    add(statement.place);
    for (const StatementPlace& copy : statement.copies) add(copy);
  }
  return outlets;
}

std::string ListText(const Event& event) {
  std::string html;
  for (const std::string& entity : event.entities) {
    html += (html.empty() ? "" : " ") + ("<code>" + VisibleText(entity) + "</code>");
  }
  if (!event.listed.empty()) {
    html += " <span class=\"nowrap\">since " + VisibleText(event.listed) + "</span>";
  }
  if (event.announced_not_listed) {
    html += " <span class=\"flag\">designated, on no loaded list</span>";
  }
  return html;
}

// One event with all that was said about it.
class EventPart {
 public:
  // `limits` says which events are on the page, and so can be linked to.
  EventPart(const Scans& scans, const std::vector<Event>& events, const Event& event,
            const TimelineLimits& limits)
      : scans_(scans), events_(events), event_(event), limits_(limits) {}

  std::string Html() const {
    std::string html = "<section class=\"event " + std::string(MeasureStatusName(event_.status)) +
                       " " + std::string(MeasureTypeName(event_.type)) + "\" id=\"" +
                       VisibleText(event_.id) + "\">\n<h3>" + Heading() + "</h3>\n";
    html += "<p>" + StatusLabel(event_.status) + History() + "</p>\n" + Facts() + "<ol>\n";
    const size_t shown = std::min(event_.statements.size(), limits_.statements);
    for (size_t i = 0; i < shown; ++i) html += StatementItem(event_.statements[i]);
    html += "</ol>\n";
    if (shown < event_.statements.size()) {
      html += "<p class=\"dim\">" + Number(event_.statements.size() - shown) +
              " more in the JSON output.</p>\n";
    }
    return html + "</section>\n";
  }

 private:
  std::string Heading() const {
    std::string html = event_.date.empty() ? "No date" : DateText(event_.date);
    html += " · " + Spaced(MeasureTypeName(event_.type));
    if (!event_.targets.empty()) html += " · " + NameList(event_.targets);
    return html;
  }

  // How the status ran, where it did.
  std::string History() const {
    if (event_.history.size() < 2) return "";
    std::string html;
    for (uint32_t position : event_.history) {
      const StatementPlace& place = event_.statements[position].place;
      const Scan& scan = *scans_[place.scan];
      html += (html.empty() ? "" : " → ") +
              Spaced(MeasureStatusName(scan.measures[place.measure].status)) + " (" +
              PublishedText(scan.document) + ")";
    }
    return " <span class=\"dim\">as reported: " + html + "</span>";
  }

  std::string Facts() const {
    std::string html;
    const auto add = [&](std::string_view name, const std::string& value) {
      if (value.empty()) return;
      html += "<p><span class=\"dim\">" + std::string(name) + "</span> " + value + "</p>\n";
    };
    add("By", NameList(event_.actors));
    add("On the lists:", ListText(event_));
    if (event_.conflicting) {
      add("Conflict:", "<span class=\"flag\">one source denies what another asserts</span>");
    }
    add("Ended by", Links(event_.relieved_by));
    add("Ends", Links(event_.relieves));
    return html;
  }

  std::string Links(const std::vector<uint32_t>& positions) const {
    std::string html;
    for (uint32_t position : positions) {
      const Event& other = events_[position];
      const std::string date = other.date.empty() ? "no date" : DateText(other.date);
      const std::string name = Spaced(MeasureTypeName(other.type)) + " (" + date + ")";
      html += html.empty() ? "" : ", ";
      html += position < limits_.events ? EventLink(other, name) : name;
    }
    return html;
  }

  std::string StatementItem(const Statement& statement) const {
    const Scan& scan = *scans_[statement.place.scan];
    const Measure& measure = scan.measures[statement.place.measure];
    const ZoneMark trigger{measure.trigger, "", "trigger"};
    RunMarks marks;
    marks.zones = {&trigger};
    const std::string language = LanguageTag(scan.document.language);
    std::string html = "<li><blockquote dir=\"auto\"" +
                       (language.empty() ? "" : " lang=\"" + language + "\"") + ">" +
                       MarkedText(scan.document.text, measure.evidence, marks) +
                       "</blockquote>\n<p class=\"source\">" + StatusLabel(measure.status) + " · " +
                       AttributionText(measure.attribution) + Details(measure) + "</p>\n";
    const Span source = scan.document.SourceSpan(measure.evidence);
    html += "<p class=\"source\">" + SourceText(scan.document) + ", bytes " + Number(source.begin) +
            "–" + Number(source.end) + "</p>\n" + Copies(statement);
    return html + "<p class=\"source\">" + RulesText(measure.rules) + "</p></li>\n";
  }

  static std::string Details(const Measure& measure) {
    std::string html = " · " + Spaced(MeasureTypeName(measure.type));
    if (!measure.list.empty()) html += ", " + Isolated(measure.list);
    if (!measure.amount.empty()) html += ", " + VisibleText(measure.amount);
    if (!measure.date.value.empty()) html += ", " + DateText(measure.date.value);
    if (measure.presupposed) html += ", presupposed";
    if (measure.ended) html += ", ended";
    return html;
  }

  std::string Copies(const Statement& statement) const {
    if (statement.copies.empty()) return "";
    std::string html;
    for (const StatementPlace& copy : statement.copies) {
      html += (html.empty() ? "" : "; ") + SourceText(scans_[copy.scan]->document);
    }
    return "<p class=\"source\">The same words in: " + html + "</p>\n";
  }

  const Scans& scans_;
  const std::vector<Event>& events_;
  const Event& event_;
  const TimelineLimits& limits_;
};

std::string EventRow(const Scans& scans, const Event& event) {
  const std::string date = event.date.empty() ? "no date" : DateText(event.date);
  return Row(
      "<tr class=\"" + std::string(MeasureStatusName(event.status)) + " " +
          std::string(MeasureTypeName(event.type)) + "\">",
      {"<span class=\"nowrap\">" + EventLink(event, date) + "</span>",
       Spaced(MeasureTypeName(event.type)), NameList(event.targets), NameList(event.actors),
       StatusLabel(event.status) +
           (event.conflicting ? " <span class=\"flag\">conflict</span>" : "") +
           (event.relieved_by.empty() ? "" : " <span class=\"flag\">ended</span>"),
       Number(event.statements.size()), Number(OutletsOf(scans, event).size()), ListText(event)});
}

std::string Tiles(const Scans& scans, const std::vector<Event>& events) {
  size_t statements = 0, conflicts = 0;
  for (const Event& event : events) {
    statements += event.statements.size();
    conflicts += event.conflicting;
  }
  return "<div class=\"tiles\">\n" + Tile(events.size(), "event") + Tile(statements, "statement") +
         Tile(scans.size(), "document") + Tile(conflicts, "conflict") + "</div>\n";
}

struct Counts {
  ClassCounts statuses, types;

  explicit Counts(const std::vector<Event>& events) {
    for (const Event& event : events) {
      ++statuses[std::string(MeasureStatusName(event.status))];
      ++types[std::string(MeasureTypeName(event.type))];
    }
  }
};

std::string Filters(const Counts& counts) {
  std::string html = "<div class=\"filters\">\n" +
                     StatusFilter("Events by status", counts.statuses) +
                     "<fieldset><legend>Type</legend>\n";
  for (const auto& [type, count] : counts.types) {
    html += FilterBox(type, "type", Spaced(type), count);
  }
  return html + "</fieldset>\n</div>\n";
}

// What an unchecked box does: here any hidden kind hides the event.
std::string FilterStyle(const Counts& counts) {
  std::string css;
  const auto add = [&](const std::string& name) {
    for (std::string_view element : {" .mark.", " tr.", " .event."}) {
      css += (element == " .mark." ? "" : ",\n") + (".hide-" + name + std::string(element) + name);
    }
    css += " { display: none; }\n";
  };
  for (MeasureStatus status : kAllStatuses) add(std::string(MeasureStatusName(status)));
  for (const auto& [type, count] : counts.types) add(type);
  return css;
}

std::string Left(size_t shown, size_t all) {
  if (shown == all) return "";
  return "<p class=\"notice\">The first " + Number(shown) + " of " + Counted(all, "event") +
         " are here. The JSON output has everything.</p>\n";
}

}  // namespace

std::string TimelinePage(const Scans& scans, const std::vector<Event>& events,
                         const TimelineLimits& limits) {
  const Counts counts(events);
  const size_t shown = std::min(events.size(), limits.events);
  std::vector<Event> charted(events.begin(), events.begin() + static_cast<ptrdiff_t>(shown));
  PageParts page;
  page.title = "Timeline of " + Counted(scans.size(), "document");
  page.style = std::string(SharedStyle()) + std::string(ChartStyle()) + std::string(kStyle) +
               FilterStyle(counts);
  page.script = PanelScript();
  page.body = "<a class=\"skip\" href=\"#events\">To the events</a>\n<header><h1>" +
              VisibleText(page.title) + "</h1></header>\n" + Tiles(scans, events) +
              Filters(counts) + std::string(PanelHint()) + Left(shown, events.size());
  if (events.empty()) page.body += "<p class=\"dim\">No events found.</p>\n";
  page.body +=
      "<main>\n<figure><figcaption>A mark for each event in the lane of each party it "
      "hits; a bar shows the days that its date may mean, a dashed ring sources that "
      "conflict.</figcaption>\n" +
      TimelineChart(scans, charted, limits.chart) + "</figure>\n";
  std::string rows, parts;
  for (size_t i = 0; i < shown; ++i) {
    rows += EventRow(scans, events[i]);
    parts += EventPart(scans, events, events[i], limits).Html();
  }
  page.body +=
      Table("Events",
            {"Date", "Type", "Target", "Actor", "Status", "Statements", "Sources", "Lists"}, rows) +
      "<h2 id=\"events\">What was said</h2>\n" + parts + "</main>\n" + std::string(PanelElement());
  return WholePage(page);
}

}  // namespace interdict::documents
