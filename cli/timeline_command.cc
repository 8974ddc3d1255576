// interdict timeline: what documents report, put together to events in the order of their dates.
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

struct TimelineCommandOptions {
  DocumentOptions documents;
  std::string html;
};

std::string Names(const std::vector<std::string>& names) {
  return Printable(Join(names, "; "));
}

// What stands beside the status.
std::string Remarks(const Event& event) {
  std::vector<std::string> remarks;
  if (event.conflicting) remarks.push_back("sources conflict");
  if (!event.relieved_by.empty()) remarks.push_back("ended");
  if (event.announced_not_listed) remarks.push_back("on no loaded list");
  if (!event.listed.empty()) remarks.push_back("listed " + event.listed);
  return Join(remarks, ", ");
}

std::string TimelineText(const std::vector<Event>& events) {
  if (events.empty()) return "No measure is reported.\n";
  Table table({"date", "measure", "status", "actor", "target", "said", "remarks"}, {5});
  for (const Event& event : events) {
    size_t times = event.statements.size();
    for (const documents::Statement& statement : event.statements) times += statement.copies.size();
    table.Add({event.date.empty() ? "no date" : Printable(event.date),
               std::string(documents::MeasureTypeName(event.type)),
               std::string(documents::MeasureStatusName(event.status)), Names(event.actors),
               Names(event.targets), std::to_string(times), Printable(Remarks(event))},
              event.conflicting ? Style::kYellow : Style::kPlain);
  }
  return table.Render();
}

int RunTimeline(const Context& context, const TimelineCommandOptions& options) {
  const Status path = CheckPagePath(options.html, options.documents.inputs);
  if (!path.ok()) return Fail(path.error());
  auto reading = DocumentReading::Create(context, options.documents);
  if (!reading.ok()) return Fail(reading.error());
  std::vector<Scan> kept;
  const auto keep = [&](Scan scan) {
    kept.push_back(std::move(scan));
    return true;
  };
  const int read = reading->ForEach(keep, /*keep_sources=*/true);
  std::vector<const Scan*> scans;
  for (const Scan& scan : kept) scans.push_back(&scan);
  const std::vector<Event> events = documents::MergeEvents(scans);
  if (!options.html.empty()) {
    const Status written = WritePage(options.html, documents::TimelinePage(scans, events));
    if (!written.ok()) return Fail(written.error());
  }
  int printed = kDone;
  if (context.json) {
    JsonWriter json;
    documents::WriteTimelineJson(scans, events, &json);
    printed = Print(json.Take() + "\n");
  } else if (options.html.empty()) {
    printed = Print(TimelineText(events));
  }
  return printed != kDone ? printed : read;
}

}  // namespace

void AddTimeline(CLI::App* app, Context* context, Run* run) {
  auto options = std::make_shared<TimelineCommandOptions>();
  auto* command = app->add_subcommand(
      "timeline", "Reads texts: the events that they report, each with all that is said about it");
  options->documents.AddTo(command);
  command->add_option("--html", options->html,
                      "Writes one page with the events over time to this file");
  command->add_flag("--json", context->json, "Print one JSON document");
  command->callback([context, run, options] {
    *run = [context, options] { return RunTimeline(*context, *options); };
  });
}

}  // namespace interdict::cli
