// interdict: the command line. Commands register themselves; this file only puts them together.
#include <clocale>
#include <cstdio>
#include <exception>

#include "cli/command.h"
#include "interdict/match/score_model.h"
#include "interdict/names/analyze.h"
#include "interdict/text/fold.h"

namespace interdict::cli {
namespace {

std::string VersionText() {
  return "interdict " INTERDICT_VERSION "\nscore model " + std::string(DefaultScoreModel().name) +
         "\nanalyser " + names::AnalyserVersion();
}

int Main(int argc, char** argv) {
  std::setlocale(LC_CTYPE, "C.UTF-8");
  CLI::App app{
      "Sanctions engine: reads the official lists with their history, screens names and "
      "files against them, and explains every score."};
  app.name("interdict");
  app.option_defaults()->always_capture_default();
  app.require_subcommand(1);
  app.fallthrough();
  app.set_version_flag("--version", VersionText());
  app.footer(
      "A first try that needs no network:\n"
      "  interdict starter && interdict screen \"Nicolas Maduro\"\n"
      "Exit status: 0 done, 2 wrong usage, 3 bad input, 4 not allowed to answer (no list, or a\n"
      "stale one), 5 storage or network failure, 20 a hit with --fail-on-hit.");
  Context context;
  app.add_option("--home", context.home, "Folder of the lists (else $INTERDICT_HOME, ...)")
      ->type_name("DIR");
  Run run;
  for (auto* add : {AddStarter, AddImport, AddUpdate, AddInspect, AddLists, AddDiff, AddShow,
                    AddHistory, AddMerges, AddScreen, AddScan, AddTimeline, AddCompare, AddEvaluate,
                    AddCompletion, AddHelp}) {
    add(&app, &context, &run);
  }
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    const int status = app.exit(error);
    return status == 0 ? kDone : kWrongUsage;
  }
  return run ? run() : kWrongUsage;
}

}  // namespace
}  // namespace interdict::cli

int main(int argc, char** argv) {
  try {
    return interdict::cli::Main(argc, argv);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "interdict: a defect of the program: %s\n", error.what());
    return interdict::cli::kProgramDefect;
  }
}
