// What the commands share: where the data lives, the clock, exit statuses, and how an error is
// told.
#pragma once

#include <CLI/CLI.hpp>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "interdict/base/date.h"
#include "interdict/base/mapped_file.h"
#include "interdict/base/result.h"
#include "interdict/lists/format.h"
#include "interdict/screen/name_variants.h"
#include "interdict/store/list_store.h"

namespace interdict::cli {

// Exit statuses of the outside contract.
enum ExitStatus : int {
  kDone = 0,
  kProgramDefect = 1,
  kWrongUsage = 2,
  kBadInput = 3,
  kNotAllowed = 4,
  kStorageOrNetwork = 5,
  kHitFound = 20,
  kInterrupted = 130,
};

// What every command gets. The only place below which environment and clock are read.
struct Context {
  std::string home;
  bool json = false;

  std::string HomeDirectory()
      const;  // --home, $INTERDICT_HOME, $XDG_DATA_HOME/interdict, ~/.local/...
  UnixSeconds Now() const;
  Date Today() const;  // UTC
};

// A command registers its options and sets what is to be run.
using Run = std::function<int()>;
void AddStarter(CLI::App* app, Context* context, Run* run);
void AddImport(CLI::App* app, Context* context, Run* run);
void AddInspect(CLI::App* app, Context* context, Run* run);
void AddUpdate(CLI::App* app, Context* context, Run* run);
void AddLists(CLI::App* app, Context* context, Run* run);
void AddDiff(CLI::App* app, Context* context, Run* run);
void AddShow(CLI::App* app, Context* context, Run* run);
void AddHistory(CLI::App* app, Context* context, Run* run);
void AddMerges(CLI::App* app, Context* context, Run* run);
void AddScreen(CLI::App* app, Context* context, Run* run);
void AddScan(CLI::App* app, Context* context, Run* run);
void AddTimeline(CLI::App* app, Context* context, Run* run);
void AddCompare(CLI::App* app, Context* context, Run* run);
void AddEvaluate(CLI::App* app, Context* context, Run* run);
void AddCompletion(CLI::App* app, Context* context, Run* run);
void AddHelp(CLI::App* app, Context* context, Run* run);

// Prints the error on standard error and gives its exit status.
int Fail(const Error& error);
int ExitStatusOf(ErrorCode code);
// For a wrong value of an option.
int FailUsage(const std::string& message);

// Writes to standard output; kStorageOrNetwork when it cannot be written to (full disk, closed
// pipe).
int Print(const std::string& text);

// --as-of and --known-at, shared by the commands that look back.
struct AsOfOptions {
  std::string in_force;
  std::string known_at;
  void AddTo(CLI::App* app);
  Result<AsOf> Parse() const;
};

// --no-variants, shared by the commands that compare names.
struct VariantOptions {
  bool without = false;
  void AddTo(CLI::App* app);
  // The table of name variants in use; nullptr: none is loaded, or none is wanted.
  Result<std::shared_ptr<const NameVariants>> Load(
      const Context& context, std::optional<UnixSeconds> known_at = std::nullopt) const;
};

// Files of the command line, mapped. `files` borrow from `mapped`.
struct InputFiles {
  std::vector<MappedFile> mapped;
  std::vector<InputFile> files;
};
Result<InputFiles> OpenFiles(const std::vector<std::string>& paths);

// Whether both paths lead to one file: writing to it would empty it before it is read.
bool SameFile(const std::string& a, const std::string& b);

Result<Date> ParseDateOption(const std::string& option, const std::string& text);

}  // namespace interdict::cli
