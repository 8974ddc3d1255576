// interdict update: download the publishers' files and import them.
#include <fmt/format.h>

#include <atomic>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <filesystem>

#include "cli/command.h"
#include "cli/name_table.h"
#include "cli/terminal.h"
#include "interdict/base/json_writer.h"
#include "interdict/fetch/source_download.h"
#include "interdict/fetch/web_address.h"
#include "interdict/store/importer.h"

namespace interdict::cli {
namespace {

std::atomic<bool> interrupted{false};

struct UpdateOptions {
  std::vector<std::string> sources;
  std::string from;
  std::string accept_shrink;
  std::string user_agent;
  int tries = 4;
};

struct UpdateOutcome {
  std::string source;
  std::string outcome;  // "active", "unchanged", "failed"
  std::string detail;
  Date published;
  int64_t version = 0;
  uint64_t records = 0;  // of a table of names: its groups
  int status = kDone;
};

// The folder that files are downloaded into; removed with everything in it at the end.
class DownloadFolder {
 public:
  static Result<std::unique_ptr<DownloadFolder>> Create(const std::string& path) {
    std::error_code failed;
    std::filesystem::create_directories(path, failed);
    if (failed) return MakeError(ErrorCode::kWriteFailed, failed.message(), Where{.file = path});
    return std::unique_ptr<DownloadFolder>(new DownloadFolder(path));
  }
  ~DownloadFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  DownloadFolder(const DownloadFolder&) = delete;
  DownloadFolder& operator=(const DownloadFolder&) = delete;
  const std::string& path() const { return path_; }

 private:
  explicit DownloadFolder(std::string path) : path_(std::move(path)) {}
  std::string path_;
};

std::vector<std::string> CurrentSources() {
  std::vector<std::string> sources;
  for (const Publisher& publisher : AllPublishers()) {
    if (!publisher.is_closed && !publisher.is_optional) sources.emplace_back(publisher.source);
  }
  return sources;
}

// The day of "Wed, 21 Oct 2026 07:28:00 GMT".
std::optional<Date> DayOfHttpDate(const std::string& text) {
  if (text.size() < 16) return std::nullopt;
  const auto date = ParsePartialDate(std::string_view(text).substr(5, 11));
  if (!date || !date->IsDay()) return std::nullopt;
  return date->first;
}

UpdateOutcome Told(const std::string& source, std::string outcome, std::string detail,
                   const ListVersion& version) {
  return {
      source, std::move(outcome), std::move(detail), version.published, version.id, version.records,
      kDone};
}

UpdateOutcome Told(std::string outcome, std::string detail, const NameTableVersion& version) {
  return {std::string(kNameVariantsSource),
          std::move(outcome),
          std::move(detail),
          version.published,
          version.id,
          version.groups,
          kDone};
}

Result<UpdateOutcome> ConfirmTable(const Context& context) {
  ASSIGN_OR_RETURN(NameTableStore store,
                   NameTableStore::Open(context.HomeDirectory(), Database::Mode::kReadWrite));
  if (store.Find() == nullptr) {
    return MakeError(ErrorCode::kNetwork,
                     "the publisher says \"not modified\" of a table we do not have");
  }
  RETURN_IF_ERROR(store.Confirm(store.Find()->id, context.Now()));
  return Told("unchanged", "confirmed as current", *store.Find());
}

Result<UpdateOutcome> Confirm(ListStore* store, const std::string& source, UnixSeconds now) {
  const ListVersion* newest = store->Find(source);
  if (newest == nullptr) {
    return MakeError(ErrorCode::kNetwork,
                     "the publisher says \"not modified\" of a list we do not have");
  }
  const int64_t id = newest->id;
  RETURN_IF_ERROR(store->Confirm(*newest, now));
  for (const ListVersion& version : store->versions()) {
    if (version.id == id) return Told(source, "unchanged", "confirmed as current", version);
  }
  return MakeError(ErrorCode::kStorage, "the version that was confirmed is gone");
}

// A hash that the publisher should state and does not, or states in a form we cannot read.
void WarnOfHash(const std::string& source, const FetchedFile& fetched) {
  if (!fetched.download.unread_hash.empty()) {
    std::fprintf(stderr, "interdict: warning: %s: %s comes with a hash in an unknown form: %s\n",
                 source.c_str(), fetched.file.file_name.c_str(),
                 fetched.download.unread_hash.c_str());
  } else if (fetched.file.hash_on_head && !fetched.download.hash_verified) {
    std::fprintf(stderr, "interdict: warning: %s: the publisher stated no hash for %s\n",
                 source.c_str(), fetched.file.file_name.c_str());
  }
}

Result<UpdateOutcome> ImportDownload(const Context& context, const UpdateOptions& options,
                                     const std::string& source, const SourceDownload& download,
                                     ListStore* store) {
  std::vector<std::string> paths;
  std::vector<FetchMark> marks;
  ImportRequest request;
  request.source = source;
  request.accept_shrink = options.accept_shrink;
  request.must_be_newer = true;
  request.today = context.Today();
  request.now = context.Now();
  request.published_if_unsaid = context.Today();
  for (const FetchedFile& fetched : download.files) {
    WarnOfHash(source, fetched);
    paths.push_back(fetched.download.path);
    marks.push_back({fetched.file.file_name, fetched.download.etag, fetched.download.last_modified,
                     fetched.download.sha256});
    // Of a set, the file that changed last tells the date of the issue.
    const auto day = DayOfHttpDate(fetched.download.last_modified);
    const bool first = paths.size() == 1;
    if (day && (first || *day > *request.published_if_unsaid)) request.published_if_unsaid = day;
  }
  ASSIGN_OR_RETURN(const InputFiles files, OpenFiles(paths));
  request.files = files.files;
  ProgressBar bar(source);
  request.progress = [&](std::string_view step, uint64_t done, uint64_t total) {
    bar.SetLabel(source + " " + std::string(step));
    bar.Update(done, total);
  };
  if (source == kNameVariantsSource) {
    ASSIGN_OR_RETURN(const NameTableOutcome table, ImportTable(context, request));
    RETURN_IF_ERROR(store->SetFetchMarks(source, marks));
    const bool same = table.kind == ImportOutcome::Kind::kConfirmed;
    return Told(same ? "unchanged" : "active",
                same ? "the same file as before; confirmed as current"
                     : Thousands(table.version.groups) + " groups of names",
                table.version);
  }
  ASSIGN_OR_RETURN(const ImportOutcome imported, ImportList(store, request));
  RETURN_IF_ERROR(store->SetFetchMarks(source, marks));
  const bool same = imported.kind == ImportOutcome::Kind::kConfirmed;
  return Told(source, same ? "unchanged" : "active",
              same ? "the same files as before; confirmed as current"
                   : Thousands(imported.version.records) + " records",
              imported.version);
}

Result<UpdateOutcome> UpdateOne(const Context& context, const UpdateOptions& options,
                                const std::string& source) {
  const Publisher* publisher = FindPublisher(source);
  if (publisher != nullptr && publisher->is_closed) {
    // Its server may go on answering with the last issue; that would make an ended list look
    // current.
    return MakeError(
        ErrorCode::kWrongDocument,
        "this list is closed: there is no current version; load its files with 'import'",
        Where{.source = source});
  }
  RETURN_IF_ERROR(CheckSourceId(source));
  SourceRequest request;
  if (options.from.empty()) {
    ASSIGN_OR_RETURN(request.list, OfficialFiles(source));
  } else {
    ASSIGN_OR_RETURN(request.list, FilesFrom(source, options.from));
  }
  ASSIGN_OR_RETURN(ListStore store,
                   ListStore::Open(context.HomeDirectory(), Database::Mode::kReadWrite));
  ASSIGN_OR_RETURN(const auto marks, store.FetchMarks(source));
  for (const FetchMark& mark : marks) {
    request.known.push_back({mark.file_name, mark.etag, mark.last_modified, mark.sha256});
  }
  ASSIGN_OR_RETURN(const auto folder,
                   DownloadFolder::Create(context.HomeDirectory() + "/download." + source + "." +
                                          std::to_string(getpid())));
  request.folder = folder->path();
  request.user_agent = options.user_agent;
  request.cancelled = &interrupted;
  ProgressBar bar(source);
  request.progress = [&](std::string_view file, uint64_t bytes, uint64_t total) {
    bar.SetLabel(source + " " + std::string(file));
    bar.Update(bytes, total);
  };
  FetchPolicy policy;
  policy.tries = options.tries;
  policy.seed = static_cast<uint64_t>(context.Now());
  policy.allow_loopback_http = !options.from.empty();
  ASSIGN_OR_RETURN(const SourceDownload download, FetchSource(request, policy));
  bar.Clear();
  if (download.not_modified) {
    return source == kNameVariantsSource ? ConfirmTable(context)
                                         : Confirm(&store, source, context.Now());
  }
  return ImportDownload(context, options, source, download, &store);
}

std::string OutcomesJson(const std::vector<UpdateOutcome>& outcomes) {
  JsonWriter json(2);
  json.BeginArray();
  for (const UpdateOutcome& outcome : outcomes) {
    json.BeginObject()
        .Member("source", outcome.source)
        .Member("outcome", outcome.outcome)
        .Member("detail", outcome.detail);
    if (outcome.status == kDone) {
      json.Member("published", FormatIsoDate(outcome.published))
          .Member("version", outcome.version)
          .Member("records", outcome.records);
    }
    json.EndObject();
  }
  json.EndArray();
  return json.Take() + "\n";
}

int Update(const Context& context, const UpdateOptions& options) {
  if (!options.from.empty() && options.sources.size() != 1) {
    return FailUsage("--from replaces the address of one list: name that list");
  }
  std::signal(SIGINT, [](int) { interrupted.store(true); });
  const auto sources = options.sources.empty() ? CurrentSources() : options.sources;
  std::vector<UpdateOutcome> outcomes;
  Table table({"list", "outcome", "published", "detail"});
  int status = kDone;
  for (const std::string& source : sources) {
    auto updated = UpdateOne(context, options, source);
    if (updated.ok()) {
      outcomes.push_back(std::move(*updated));
    } else {
      // The other lists are still worth having; the first failure decides the exit status.
      const int failed = Fail(updated.error());
      if (status == kDone) status = failed;
      outcomes.push_back({source, "failed", updated.error().Text(), {}, 0, 0, failed});
    }
    const UpdateOutcome& last = outcomes.back();
    table.Add({last.source, last.outcome, last.status == kDone ? FormatIsoDate(last.published) : "",
               last.detail},
              last.status == kDone ? Style::kPlain : Style::kRed);
    if (interrupted.load()) break;
  }
  const int printed = Print(context.json ? OutcomesJson(outcomes) : table.Render());
  return status != kDone ? status : printed;
}

}  // namespace

void AddUpdate(CLI::App* app, Context* context, Run* run) {
  auto* command = app->add_subcommand("update", "Download the publishers' lists and import them");
  auto options = std::make_shared<UpdateOptions>();
  command->add_option("SOURCE", options->sources, "Lists to update (default: all current ones)");
  command->add_option("--from", options->from,
                      "Another address of the list's files: a mirror, a proxy");
  command->add_option("--user-agent", options->user_agent,
                      "Replaces the User-Agent for this publisher");
  command->add_option("--tries", options->tries, "Attempts for each file")
      ->check(CLI::Range(1, 20));
  command->add_option("--accept-shrink", options->accept_shrink,
                      "Reason why records are rightly gone; kept with the version");
  command->add_flag("--json", context->json, "Print JSON");
  command->callback([=] { *run = [=] { return Update(*context, *options); }; });
}

}  // namespace interdict::cli
