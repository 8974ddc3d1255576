// interdict import, starter, inspect: lists in.
#include <fmt/format.h>

#include <cstdio>

#include "cli/command.h"
#include "cli/import_report.h"
#include "cli/name_table.h"
#include "cli/terminal.h"
#include "interdict/base/json_writer.h"
#include "interdict/lists/own/starter.h"
#include "interdict/lists/parse_report_json.h"
#include "interdict/store/importer.h"

namespace interdict::cli {
namespace {

struct ImportOptions {
  std::string source;
  std::vector<std::string> files;
  std::string published;
  std::string mapping;
  std::string accept_shrink;
};

Result<std::string> ReadWholeFile(const std::string& path) {
  if (path.empty()) return std::string();
  ASSIGN_OR_RETURN(const MappedFile file, MappedFile::Open(path, uint64_t{1} << 24));
  if (file.bytes().empty()) {
    return MakeError(ErrorCode::kBadMapping, "the mapping file is empty", Where{.file = path});
  }
  return std::string(file.bytes());
}

Result<ImportOutcome> RunImport(const Context& context, const ImportOptions& options,
                                std::span<const InputFile> files) {
  ASSIGN_OR_RETURN(const std::string mapping, ReadWholeFile(options.mapping));
  ImportRequest request;
  request.source = options.source;
  request.files = files;
  request.mapping = mapping;
  request.accept_shrink = options.accept_shrink;
  request.today = context.Today();
  request.now = context.Now();
  if (!options.published.empty()) {
    ASSIGN_OR_RETURN(request.published, ParseDateOption("--published", options.published));
  }
  ProgressBar bar(options.source);
  request.progress = [&](std::string_view step, uint64_t done, uint64_t total) {
    bar.SetLabel(options.source + " " + std::string(step));
    bar.Update(done, total);
  };
  ASSIGN_OR_RETURN(ListStore store,
                   ListStore::Open(context.HomeDirectory(), Database::Mode::kReadWrite));
  return ImportList(&store, request);
}

// The table of name variants, which is no list: its own store and report.
Result<NameTableOutcome> RunTableImport(const Context& context, const ImportOptions& options,
                                        std::span<const InputFile> files) {
  ImportRequest request;
  request.files = files;
  ASSIGN_OR_RETURN(const std::string mapping, ReadWholeFile(options.mapping));
  request.mapping = mapping;
  request.accept_shrink = options.accept_shrink;
  request.today = context.Today();
  request.now = context.Now();
  if (!options.published.empty()) {
    ASSIGN_OR_RETURN(request.published, ParseDateOption("--published", options.published));
  }
  return ImportTable(context, request);
}

int Import(const Context& context, const ImportOptions& options) {
  auto opened = OpenFiles(options.files);
  if (!opened.ok()) return Fail(opened.error());
  if (options.source == kNameVariantsSource) {
    const auto table = RunTableImport(context, options, opened->files);
    return table.ok() ? PrintOutcome(*table, context.json) : Fail(table.error());
  }
  const auto outcome = RunImport(context, options, opened->files);
  if (!outcome.ok()) return Fail(outcome.error());
  return PrintOutcome(*outcome, context.json);
}

int Starter(const Context& context) {
  ImportOptions options;
  options.source = std::string(kStarterSource);
  options.published = std::string(kStarterPublished);
  const auto outcome = RunImport(context, options, StarterFiles());
  if (!outcome.ok()) return Fail(outcome.error());
  std::fputs(
      "This is a sample on the Venezuela campaign, not an official list: "
      "'interdict update' brings those.\n",
      stderr);
  return PrintOutcome(*outcome, context.json);
}

int Inspect(const Context& context, const ImportOptions& options) {
  auto opened = OpenFiles(options.files);
  if (!opened.ok()) return Fail(opened.error());
  const auto mapping = ReadWholeFile(options.mapping);
  if (!mapping.ok()) return Fail(mapping.error());
  ImportRequest request;
  request.source = options.source;
  request.files = opened->files;
  request.mapping = *mapping;
  const auto inspection = InspectList(request);
  if (!inspection.ok()) return Fail(inspection.error());
  if (!context.json) return Print(RenderReport(inspection->report));
  JsonWriter json(2);
  WriteParseReport(inspection->report, &json);
  return Print(json.Take() + "\n");
}

}  // namespace

void AddImport(CLI::App* app, Context* context, Run* run) {
  auto* command = app->add_subcommand(
      "import", "Load a publisher's file(s) as a version of a list; refuse what is not whole");
  auto options = std::make_shared<ImportOptions>();
  command
      ->add_option("SOURCE", options->source,
                   "List id, e.g. us_ofac_sdn; any other for your own; "
                   "name_variants for the table of names")
      ->required();
  command->add_option("FILE", options->files, "The publisher's file(s), in any order")->required();
  command->add_option("--published", options->published,
                      "Publication date (YYYY-MM-DD); default: the date in the file");
  command->add_option("--mapping", options->mapping,
                      "Mapping file of a custom list (docs/lists.md)");
  command->add_option("--accept-shrink", options->accept_shrink,
                      "Reason why records are rightly gone; kept with the version");
  command->add_flag("--json", context->json, "Print the report as JSON");
  command->callback([=] { *run = [=] { return Import(*context, *options); }; });
}

void AddStarter(CLI::App* app, Context* context, Run* run) {
  auto* command = app->add_subcommand(
      "starter", "Load the sample list that is part of the program (works without a network)");
  command->add_flag("--json", context->json, "Print the report as JSON");
  command->callback([=] { *run = [=] { return Starter(*context); }; });
}

void AddInspect(CLI::App* app, Context* context, Run* run) {
  auto* command = app->add_subcommand(
      "inspect", "Read list file(s) without loading them and report what is in them");
  auto options = std::make_shared<ImportOptions>();
  options->source = "inspected";
  command->add_option("FILE", options->files, "The publisher's file(s)")->required();
  command->add_option("--source", options->source, "List id that the records would get");
  command->add_option("--mapping", options->mapping, "Mapping file of a custom list");
  command->add_flag("--json", context->json, "Print the whole report as JSON");
  command->callback([=] { *run = [=] { return Inspect(*context, *options); }; });
}

}  // namespace interdict::cli
