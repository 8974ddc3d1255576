// interdict timeline: the events that documents report, in order, with every statement about them.
#include <fmt/format.h>

#include "cli/command.h"
#include "cli/documents.h"
#include "cli/terminal.h"
#include "interdict/base/strings.h"
#include "interdict/documents/events/events.h"
#include "interdict/documents/events/timeline_json.h"
#include "interdict/documents/pages/timeline_page.h"

namespace interdict::cli {
namespace {

using documents::Event;
using documents::Scan;

struct TimelineOptions {
  DocumentOptions documents;
  std::string html;
};

std::string Names(const std::vector<std::string>& names) {
  std::vector<std::string> printable;
  for (const std::string& name : names) printable.push_back(Printable(name));
  return Join(printable, "; ");
}

std::string EventsText(const std::vector<Event>& events) {
  if (events.empty()) return "The documents report no measure.\n";
  Table table({"date", "measure", "status", "actor", "target", "listed", "statements"}, {6});
  for (const Event& event : events) {
    table.Add({event.date.empty() ? "unknown" : event.date,
               std::string(documents::MeasureTypeName(event.type)),
               std::string(documents::MeasureStatusName(event.status)) +
                   (event.conflicting ? " (conflict)" : ""),
               Names(event.actors), Names(event.targets),
               event.announced_not_listed ? "not yet" : event.listed,
               std::to_string(event.statements.size())});
  }
  return table.Render();
}

int RunTimeline(const Context& context, const TimelineOptions& options) {
  auto reading = DocumentReading::Create(context, options.documents);
  if (!reading.ok()) return Fail(reading.error());
  std::vector<Scan> scans;
  const int read = reading->ForEach(
      [&](Scan scan) {
        scans.push_back(std::move(scan));
        return true;
      },
      /*keep_sources=*/true);
  std::vector<const Scan*> borrowed;
  for (const Scan& scan : scans) borrowed.push_back(&scan);
  const std::vector<Event> events = documents::MergeEvents(borrowed);
  if (!options.html.empty()) {
    const Status wrote = WritePage(options.html, documents::TimelinePage(borrowed, events));
    if (!wrote.ok()) return Fail(wrote.error());
  }
  if (context.json) {
    JsonWriter json;
    documents::WriteTimelineJson(borrowed, events, &json);
    if (const int status = Print(json.Take() + "\n"); status != kDone) return status;
  } else if (options.html.empty()) {
    if (const int status = Print(EventsText(events)); status != kDone) return status;
  }
  return read;
}

}  // namespace

void AddTimeline(CLI::App* app, Context* context, Run* run) {
  auto options = std::make_shared<TimelineOptions>();
  auto* command = app->add_subcommand(
      "timeline", "The events that texts report, in order, with every statement about each");
  options->documents.AddTo(command);
  command->add_option("--html", options->html, "Writes the chart over time as one page");
  command->add_flag("--json", context->json, "Print JSON");
  command->callback([context, run, options] {
    *run = [context, options] { return RunTimeline(*context, *options); };
  });
}

}  // namespace interdict::cli
