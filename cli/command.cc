#include "cli/command.h"

#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>

#include "cli/terminal.h"
#include "interdict/base/strings.h"

namespace interdict::cli {
namespace {

std::string Environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string() : std::string(value);
}

// "2024-05-03" (its end), "2024-05-03T12:30", "2024-05-03T12:30:00Z": UTC.
std::optional<UnixSeconds> ParseInstant(std::string_view text) {
  constexpr UnixSeconds kDay = 86400;
  const auto date = ParseIsoDate(text.substr(0, 10));
  if (!date) return std::nullopt;
  const UnixSeconds midnight = date->days * kDay;
  if (text.size() == 10) return midnight + kDay - 1;
  std::string_view time = text.substr(10);
  if (time.front() != 'T' && time.front() != ' ') return std::nullopt;
  time.remove_prefix(1);
  if (time.ends_with('Z')) time.remove_suffix(1);
  // Another zone would be an offset behind the time: refused, since it cannot be meant as UTC.
  if (time.size() != 5 && time.size() != 8) return std::nullopt;
  constexpr std::array<int, 3> kLimits = {24, 60, 60};
  constexpr std::array<int, 3> kUnits = {3600, 60, 1};
  UnixSeconds seconds = 0;
  for (size_t i = 0; 3 * i < time.size(); ++i) {
    const std::string_view part = time.substr(3 * i, 2);
    const bool separated = i == 0 || time[3 * i - 1] == ':';
    if (!IsDigits(part) || !separated) return std::nullopt;
    const int value = (part[0] - '0') * 10 + (part[1] - '0');
    if (value >= kLimits[i]) return std::nullopt;
    seconds += value * kUnits[i];
  }
  return midnight + seconds;
}

}  // namespace

std::string Context::HomeDirectory() const {
  if (!home.empty()) return home;
  if (std::string set = Environment("INTERDICT_HOME"); !set.empty()) return set;
  if (std::string data = Environment("XDG_DATA_HOME"); !data.empty()) return data + "/interdict";
  return Environment("HOME") + "/.local/share/interdict";
}

UnixSeconds Context::Now() const {
  using std::chrono::system_clock;
  return system_clock::to_time_t(system_clock::now());
}

Date Context::Today() const {
  return Date{static_cast<int32_t>(Now() / 86400)};
}

int ExitStatusOf(ErrorCode code) {
  switch (code) {
    case ErrorCode::kNoList:
    case ErrorCode::kStaleList:
    case ErrorCode::kNotInForce:
      return kNotAllowed;
    case ErrorCode::kWriteFailed:
    case ErrorCode::kStorage:
    case ErrorCode::kStoreBusy:
    case ErrorCode::kStoreVersion:
      return kStorageOrNetwork;
    default:
      break;
  }
  const int number = static_cast<int>(code);
  return number >= 500 && number < 600 ? kStorageOrNetwork : kBadInput;
}

int Fail(const Error& error) {
  // A bad value that stands in no file was given on the command line.
  const bool usage = error.code == ErrorCode::kBadQuery && error.where.file.empty();
  if (usage) return FailUsage(error.message);
  std::fprintf(stderr, "interdict: %s\n", Printable(error.Text()).c_str());
  return ExitStatusOf(error.code);
}

int FailUsage(const std::string& message) {
  std::fprintf(stderr, "interdict: %s\nTry 'interdict help'.\n", Printable(message).c_str());
  return kWrongUsage;
}

int Print(const std::string& text) {
  const size_t written = std::fwrite(text.data(), 1, text.size(), stdout);
  if (written == text.size() && std::fflush(stdout) == 0) return kDone;
  std::fprintf(stderr, "interdict: cannot write to standard output\n");
  return kStorageOrNetwork;
}

void AsOfOptions::AddTo(CLI::App* app) {
  app->add_option("--as-of", in_force,
                  "Use the lists as they were in force on this day (YYYY-MM-DD)");
  app->add_option("--known-at", known_at,
                  "Use only what had been loaded by this moment (UTC, YYYY-MM-DD[THH:MM])");
}

Result<AsOf> AsOfOptions::Parse() const {
  AsOf as_of;
  if (!in_force.empty()) {
    ASSIGN_OR_RETURN(as_of.in_force, ParseDateOption("--as-of", in_force));
  }
  if (!known_at.empty()) {
    as_of.known_at = ParseInstant(known_at);
    if (!as_of.known_at) {
      return MakeError(ErrorCode::kBadQuery,
                       "--known-at \"" + known_at + "\": expected YYYY-MM-DD or YYYY-MM-DDTHH:MM");
    }
  }
  return as_of;
}

void VariantOptions::AddTo(CLI::App* app) {
  app->add_flag("--no-variants", without,
                "Leave the table of name variants aside, where one is loaded");
}

Result<std::shared_ptr<const NameVariants>> VariantOptions::Load(
    const Context& context, std::optional<UnixSeconds> known_at) const {
  if (without) return std::shared_ptr<const NameVariants>();
  const std::string home = context.HomeDirectory();
  return NameVariants::Load(home, home + "/index", known_at);
}

Result<InputFiles> OpenFiles(const std::vector<std::string>& paths) {
  InputFiles opened;
  for (const std::string& path : paths) {
    ASSIGN_OR_RETURN(MappedFile file, MappedFile::Open(path));
    opened.mapped.push_back(std::move(file));
  }
  for (size_t i = 0; i < paths.size(); ++i) {
    const std::string_view path = paths[i];
    opened.files.push_back({path.substr(path.rfind('/') + 1), opened.mapped[i].bytes()});
  }
  return opened;
}

bool SameFile(const std::string& a, const std::string& b) {
  std::error_code ignored;
  return std::filesystem::equivalent(a, b, ignored);
}

Result<Date> ParseDateOption(const std::string& option, const std::string& text) {
  const auto date = ParseIsoDate(text);
  if (date) return *date;
  return MakeError(ErrorCode::kBadQuery, option + " \"" + text + "\": expected a day, YYYY-MM-DD");
}

}  // namespace interdict::cli
