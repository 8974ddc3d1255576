// interdict scan: which parties and measures documents report.
#include <fmt/format.h>

#include "cli/command.h"
#include "cli/documents.h"
#include "cli/terminal.h"
#include "interdict/base/strings.h"
#include "interdict/documents/pages/scan_page.h"
#include "interdict/documents/scan_json.h"

namespace interdict::cli {
namespace {

using documents::Scan;

struct ScanCommandOptions {
  DocumentOptions documents;
  std::string html;
  bool fail_on_hit = false;
};

std::string MentionsText(const Scan& scan) {
  Table table({"party", "kind", "entity", "score", "mentions", "measures"}, {3, 4, 5});
  for (const documents::DocumentHit& hit : scan.hits) {
    const documents::Party& party = scan.parties[hit.party];
    table.Add({Printable(party.name), std::string(documents::PartyKindName(party.kind)),
               !party.entity.empty()      ? party.entity
               : party.announced_unlisted ? "not listed yet"
                                          : "one of " + std::to_string(party.candidates.size()),
               fmt::format("{:.2f}", hit.score), std::to_string(hit.mentions.size()),
               std::to_string(hit.measures.size())},
              party.entity.empty() ? Style::kPlain : Style::kRed);
  }
  return scan.hits.empty() ? "No listed party is mentioned.\n" : table.Render();
}

std::string Names(const std::vector<documents::Role>& roles) {
  std::vector<std::string> names;
  for (const documents::Role& role : roles) names.push_back(Printable(role.text));
  return Join(names, "; ");
}

std::string MeasuresText(const Scan& scan) {
  if (scan.measures.empty()) return "No measure is reported.\n";
  Table table({"byte", "measure", "status", "actor", "target", "date", "said by"}, {0});
  for (const documents::Measure& measure : scan.measures) {
    table.Add({std::to_string(scan.document.SourceSpan(measure.trigger).begin),
               std::string(documents::MeasureTypeName(measure.type)),
               std::string(documents::MeasureStatusName(measure.status)), Names(measure.actors),
               Names(measure.targets), measure.date.value,
               measure.attribution.kind == documents::SourceKind::kAuthor
                   ? "author"
                   : Printable(measure.attribution.source)});
  }
  return table.Render();
}

std::string ScanText(const Scan& scan) {
  const documents::Publication& published = scan.document.published;
  std::string text = Styled(scan.document.file, Style::kBold) + "\n";
  text += "published: " +
          (published.date ? FormatPartialDate(*published.date) : std::string("unknown")) + " (" +
          published.basis + ")\n\n";
  text += MentionsText(scan) + "\n" + MeasuresText(scan);
  for (const std::string& warning : scan.document.warnings)
    text += "warning: " + Printable(warning) + "\n";
  return text;
}

int RunScan(const Context& context, const ScanCommandOptions& options) {
  const Status path = CheckPagePath(options.html, options.documents.inputs);
  if (!path.ok()) return Fail(path.error());
  auto reading = DocumentReading::Create(context, options.documents);
  if (!reading.ok()) return Fail(reading.error());
  int status = kDone;
  bool hit = false, first = true;
  std::vector<Scan> kept;  // for the page
  const bool page = !options.html.empty();
  const auto use = [&](Scan scan) {
    for (const documents::DocumentHit& one : scan.hits)
      hit |= !scan.parties[one.party].entity.empty();
    std::string text;
    if (context.json) {
      JsonWriter json;
      documents::WriteScanJson(scan, &json);
      text = json.Take() + "\n";
    } else if (!page) {
      text = (first ? "" : "\n") + ScanText(scan);
    }
    first = false;
    if (!text.empty() && status == kDone) status = Print(text);
    if (page) kept.push_back(std::move(scan));
    return status == kDone;
  };
  const int read = reading->ForEach(use, page);
  if (status != kDone) return status;
  if (page) {
    std::vector<const Scan*> scans;
    for (const Scan& scan : kept) scans.push_back(&scan);
    const Status wrote = WritePage(options.html, documents::ScanPage(scans));
    if (!wrote.ok()) return Fail(wrote.error());
  }
  if (read != kDone) return read;
  return options.fail_on_hit && hit ? kHitFound : kDone;
}

}  // namespace

void AddScan(CLI::App* app, Context* context, Run* run) {
  auto options = std::make_shared<ScanCommandOptions>();
  auto* command = app->add_subcommand(
      "scan", "Reads texts: which listed parties they mention, which measures they report");
  options->documents.AddTo(command);
  command->add_option("--html", options->html,
                      "Writes one page with the texts, marked, to this file");
  command->add_flag("--json", context->json, "Print JSON Lines, one object a document");
  command->add_flag("--fail-on-hit", options->fail_on_hit,
                    "Exit status 20 when a listed party is mentioned");
  command->callback([context, run, options] {
    *run = [context, options] { return RunScan(*context, *options); };
  });
}

}  // namespace interdict::cli
