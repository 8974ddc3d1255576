// interdict screen: one query, or a whole file.
#include <fmt/format.h>

#include <atomic>
#include <csignal>
#include <cstdio>
#include <thread>

#include "cli/command.h"
#include "cli/list_options.h"
#include "cli/result_file.h"
#include "cli/terminal.h"
#include "interdict/base/hash.h"
#include "interdict/base/strings.h"
#include "interdict/screen/batch.h"
#include "interdict/screen/result_json.h"

namespace interdict::cli {
namespace {

std::atomic<bool> interrupted{false};

struct ScreenCommandOptions {
  std::string name;
  std::string schema;
  std::string birth_date;
  std::vector<std::string> countries;
  std::string gender;
  std::vector<std::string> ids;
  std::string address;
  ListOptions lists;
  double threshold = 0.70;
  double cutoff = -1;
  size_t limit = 10;
  bool exhaustive = false;
  bool fail_on_hit = false;
  std::string input;
  std::string output;
  int threads = 0;
  std::vector<std::string> map;
  bool resume = false;
  std::vector<std::string> weak_aliases;
  std::string model_name = std::string(NameModelName(NameModel::kInterdict));

  // From the two above.
  WeakAliasPolicy weak_alias_policy;
  NameModel model = NameModel::kInterdict;

  ScreenOptions Screening() const {
    return {threshold, cutoff, limit, exhaustive, weak_alias_policy, model};
  }
};

// "confirm", or "us_ofac_sdn=off" for one list; later ones win.
Status SetWeakAliases(const std::string& text, WeakAliasPolicy* policy) {
  const size_t equals = text.find('=');
  const auto mode =
      WeakAliasModeFromName(text.substr(equals == std::string::npos ? 0 : equals + 1));
  if (!mode || equals == 0) {
    return MakeError(ErrorCode::kBadQuery, "--weak-aliases \"" + text +
                                               "\": expected off, confirm or full, or "
                                               "SOURCE=off, SOURCE=confirm, SOURCE=full");
  }
  if (equals == std::string::npos)
    policy->by_default = *mode;
  else
    policy->by_source[text.substr(0, equals)] = *mode;
  return Ok{};
}

Status ReadModelOptions(ScreenCommandOptions* options) {
  for (const std::string& text : options->weak_aliases)
    RETURN_IF_ERROR(SetWeakAliases(text, &options->weak_alias_policy));
  const auto model = NameModelFromName(options->model_name);
  if (!model) {
    return MakeError(ErrorCode::kBadQuery,
                     "--model \"" + options->model_name + "\": expected interdict-1 or ofac");
  }
  options->model = *model;
  return Ok{};
}

// A policy for a list that is not there would silently do nothing.
Status CheckWeakAliasSources(const WeakAliasPolicy& policy, const Snapshot& snapshot) {
  for (const auto& [source, mode] : policy.by_source) {
    if (snapshot.parties().FindSource(source)) continue;
    return MakeError(ErrorCode::kBadQuery, "--weak-aliases \"" + source +
                                               "=...\": no such list is used; used are " +
                                               snapshot.Describe());
  }
  return Ok{};
}

// OFAC's model has no index: tells how much it has to compare.
void WarnOfSlowModel(const ScreenCommandOptions& options, const Snapshot& snapshot) {
  constexpr size_t kManyNames = 20'000;
  const size_t names = snapshot.parties().names().size();
  if (options.model != NameModel::kOfac || names < kManyNames) return;
  std::fprintf(stderr,
               "interdict: the model ofac has no index and compares each query with all %s names\n",
               Thousands(names).c_str());
}

Result<std::unique_ptr<const Snapshot>> LoadLists(const Context& context,
                                                  const ScreenCommandOptions& options) {
  ASSIGN_OR_RETURN(auto snapshot, options.lists.Load(context));
  RETURN_IF_ERROR(CheckWeakAliasSources(options.weak_alias_policy, *snapshot));
  WarnOfSlowModel(options, *snapshot);
  return snapshot;
}

Result<Query> MakeQuery(const ScreenCommandOptions& options) {
  Query query;
  query.id = options.name;
  const auto set = [&query](std::string_view column, std::string_view value) -> Status {
    if (value.empty()) return Ok{};
    ASSIGN_OR_RETURN(const bool known, SetQueryField(column, value, &query));
    if (known) return Ok{};
    return MakeError(ErrorCode::kBadQuery,
                     "--id \"" + std::string(column) +
                         "\": no identifier scheme of "
                         "that name; expected imo, mmsi, passport, tail_number, ...");
  };
  RETURN_IF_ERROR(set("name", options.name));
  RETURN_IF_ERROR(set("schema", options.schema));
  RETURN_IF_ERROR(set("birth_date", options.birth_date));
  for (const std::string& country : options.countries) RETURN_IF_ERROR(set("country", country));
  RETURN_IF_ERROR(set("gender", options.gender));
  RETURN_IF_ERROR(set("address", options.address));
  for (const std::string& id : options.ids) {
    const size_t colon = id.find(':');
    if (colon == std::string::npos || !IdSchemeFromName(id.substr(0, colon))) {
      return MakeError(
          ErrorCode::kBadQuery,
          "--id \"" + id + "\": expected KIND:VALUE, as in imo:9289166 or passport:B0500324");
    }
    RETURN_IF_ERROR(set(id.substr(0, colon), id.substr(colon + 1)));
    const Identifier& added = query.identifiers.back();
    if (added.check == IdCheck::kInvalid) {
      std::fprintf(stderr,
                   "interdict: warning: %s %s fails its check digit; looked up as written\n",
                   std::string(IdSchemeName(added.scheme)).c_str(), added.value.c_str());
    }
  }
  if (query.id.empty() && !options.ids.empty()) query.id = options.ids.front();
  return query;
}

std::string HitsText(const std::vector<Hit>& hits, const Snapshot& snapshot,
                     const ScreenCommandOptions& options) {
  if (hits.empty()) {
    return fmt::format("No hit at {:.2f} or above ({}).\n",
                       options.cutoff < 0 ? options.threshold : options.cutoff,
                       snapshot.Describe());
  }
  Table table({"score", "entity", "party", "kind", "programmes", "matched name", "alias"}, {0});
  for (const Hit& hit : hits) {
    const index::PartyView party = snapshot.parties()[hit.match.party];
    std::vector<std::string> programs;
    for (index::TextId program : party.programs()) programs.emplace_back(party.text(program));
    std::string name, alias;
    if (hit.match.name != kNoName) {
      const index::NameRow& row = snapshot.parties().names()[hit.match.name];
      name = party.text(row.text);
      alias = AliasClass(row.kind);
    }
    table.Add({fmt::format("{:.4f}", FromPoints(hit.match.score)), std::string(party.id()),
               std::string(party.caption()), std::string(SchemaName(party.schema())),
               Join(programs, " "), name, alias},
              hit.is_match ? Style::kRed : Style::kPlain);
  }
  std::string text = table.Render();
  for (const Hit& hit : hits) {
    text += fmt::format("\n{} {:.4f}\n",
                        Styled(std::string(snapshot.parties()[hit.match.party].id()), Style::kBold),
                        FromPoints(hit.match.score));
    for (const Feature& feature : hit.match.features) {
      text += fmt::format("  {:<12}{:+.4f}  {}\n", feature.feature, FromPoints(feature.effect),
                          Printable(feature.detail));
    }
  }
  return text;
}

int ScreenOne(const Context& context, const ScreenCommandOptions& options) {
  const auto query = MakeQuery(options);
  if (!query.ok()) return FailUsage(query.error().message);
  const auto snapshot = LoadLists(context, options);
  if (!snapshot.ok()) return Fail(snapshot.error());
  auto screener = Screener::Create(**snapshot);
  if (!screener.ok()) return Fail(screener.error());
  const auto hits = screener->Screen(*query, options.Screening());
  if (!hits.ok()) return Fail(hits.error());
  const int status =
      Print(context.json ? ResultLine(*query, *hits, **snapshot, {}, options.model) + "\n"
                         : HitsText(*hits, **snapshot, options));
  if (status != kDone || !options.fail_on_hit || hits->empty()) return status;
  return kHitFound;
}

Result<CustomerFileOptions> FileOptions(const ScreenCommandOptions& options) {
  CustomerFileOptions file;
  file.name = options.input;
  ASSIGN_OR_RETURN(file.format, CustomerFormatOf(options.input));
  for (const std::string& rename : options.map) {
    const size_t equals = rename.find('=');
    if (equals == std::string::npos) {
      return MakeError(ErrorCode::kBadQuery, "--map \"" + rename + "\": expected THEIRS=OURS");
    }
    file.column_names[rename.substr(0, equals)] = rename.substr(equals + 1);
  }
  return file;
}

// Everything that an answer depends on; a run may be resumed only where this is the same.
std::string RunFingerprint(const ScreenCommandOptions& options, std::string_view input,
                           const Snapshot& snapshot) {
  const auto content = std::as_bytes(std::span(snapshot.file().stamp().content));
  const std::string_view key(reinterpret_cast<const char*>(content.data()), content.size());
  return fmt::format(
      "program {} model {} analyser {}\ninput {}\nlists {}\nparties {}\n"
      "threshold {} cutoff {} limit {} exhaustive {} map {} weak aliases {}\n",
      INTERDICT_VERSION, options.model_name, names::AnalyserVersion(), Sha256Hex(input),
      snapshot.Describe(), HexText(key), options.threshold, options.cutoff, options.limit,
      options.exhaustive, Join(options.map, " "), Join(options.weak_aliases, " "));
}

// What the lines of the run that is taken up again say: its hits count as those found now.
Result<LineCounts> EarlierCounts(const ScreenCommandOptions& options, uint64_t lines_done) {
  if (lines_done == 0) return LineCounts();
  ASSIGN_OR_RETURN(const MappedFile output, MappedFile::Open(options.output));
  return CountLines(output.bytes());
}

int TellOutcome(const ScreenCommandOptions& options, const BatchOutcome& outcome,
                const std::vector<std::string>& unknown_columns) {
  if (!unknown_columns.empty()) {
    std::fprintf(stderr, "interdict: columns kept aside, not used for screening: %s\n",
                 Printable(Join(unknown_columns, ", ")).c_str());
  }
  std::fprintf(stderr, "%s records screened, %s with hits (%s hits in all)\n",
               Thousands(outcome.records).c_str(), Thousands(outcome.with_hits).c_str(),
               Thousands(outcome.hits).c_str());
  if (outcome.cancelled) {
    std::fprintf(stderr,
                 "interdict: interrupted; the same command with --resume goes on from here\n");
    return kInterrupted;
  }
  if (outcome.with_warnings > 0) {
    std::fprintf(
        stderr, "interdict: warning: %s records with a fact that cannot be read; the first: %s\n",
        Thousands(outcome.with_warnings).c_str(), Printable(outcome.first_warning).c_str());
  }
  if (outcome.failed > 0) {
    std::fprintf(
        stderr,
        "interdict: %s records could not be screened; their lines in the output say why; the "
        "first: %s\n",
        Thousands(outcome.failed).c_str(), outcome.first_failure.c_str());
    return kBadInput;
  }
  return options.fail_on_hit && outcome.with_hits > 0 ? kHitFound : kDone;
}

int ScreenFile(const Context& context, const ScreenCommandOptions& options) {
  const auto file_options = FileOptions(options);
  if (!file_options.ok())
    return FailUsage(Describe(file_options.error().where) + file_options.error().message);
  const auto input = MappedFile::Open(options.input);
  if (!input.ok()) return Fail(input.error());
  auto customers = CustomerReader::Open(input->bytes(), *file_options);
  if (!customers.ok()) return Fail(customers.error());
  const auto snapshot = LoadLists(context, options);
  if (!snapshot.ok()) return Fail(snapshot.error());
  auto results = ResultFile::Open(
      options.output, RunFingerprint(options, input->bytes(), **snapshot), options.resume);
  if (!results.ok()) return Fail(results.error());

  BatchOptions batch;
  batch.screen = options.Screening();
  batch.threads =
      options.threads > 0 ? options.threads : static_cast<int>(std::thread::hardware_concurrency());
  batch.skip = results->lines_done();
  const auto earlier = EarlierCounts(options, batch.skip);
  if (!earlier.ok()) return Fail(earlier.error());
  batch.cancelled = &interrupted;
  batch.write = [&](std::string_view lines) { return results->Append(lines); };
  ProgressBar bar("screening");
  batch.progress = [&](uint64_t records, uint64_t bytes) {
    bar.Update(bytes, input->bytes().size(), Thousands(records) + " records");
  };
  std::signal(SIGINT, [](int) { interrupted.store(true); });
  std::signal(SIGTERM, [](int) { interrupted.store(true); });
  auto outcome = ScreenBatch(customers->get(), **snapshot, batch);
  bar.Clear();
  if (!outcome.ok()) return Fail(outcome.error());
  outcome->with_hits += earlier->with_hits;
  outcome->hits += earlier->hits;
  outcome->failed += earlier->failed;
  if (earlier->failed > 0) outcome->first_failure = earlier->first_failure;
  if (!outcome->cancelled) {
    if (const Status finished = results->Finish(); !finished.ok()) return Fail(finished.error());
  }
  return TellOutcome(options, *outcome, (*customers)->unknown_columns());
}

int Screen(const Context& context, ScreenCommandOptions options) {
  if (const Status read = ReadModelOptions(&options); !read.ok()) return Fail(read.error());
  if (options.input.empty() != options.output.empty()) {
    return FailUsage("--input and --output go together");
  }
  const auto is_score = [](double value) { return value >= 0 && value <= 1; };  // false for NaN
  if (!is_score(options.threshold) || (options.cutoff != -1 && !is_score(options.cutoff))) {
    return FailUsage("--threshold and --cutoff lie between 0 and 1");
  }
  if (!options.input.empty()) {
    if (!options.name.empty()) return FailUsage("give a NAME or --input, not both");
    if (SameFile(options.input, options.output)) {
      return FailUsage("--input and --output are the same file");
    }
    return ScreenFile(context, options);
  }
  if (options.name.empty() && options.ids.empty()) {
    return FailUsage("nothing to screen: give a NAME, --id KIND:VALUE or --input FILE");
  }
  return ScreenOne(context, options);
}

}  // namespace

void AddScreen(CLI::App* app, Context* context, Run* run) {
  auto* command =
      app->add_subcommand("screen", "Screen a name, or a file of names, against the lists");
  auto o = std::make_shared<ScreenCommandOptions>();
  command->add_option("NAME", o->name, "Name of a person, body, vessel or aircraft");
  command->add_option(
      "--schema", o->schema,
      "Person, Organization, Company, Vessel, Airplane, LegalEntity, ... (default: all)");
  command->add_option("--birth-date", o->birth_date, "YYYY-MM-DD, YYYY-MM or YYYY");
  command->add_option("--country", o->countries, "ISO code or name; may be repeated")
      ->allow_extra_args(false);
  command->add_option("--gender", o->gender, "male or female");
  command
      ->add_option("--id", o->ids,
                   "KIND:VALUE, e.g. imo:9289166, passport:B0500324; may be repeated")
      ->allow_extra_args(false);
  command->add_option("--address", o->address, "Address as one text");
  o->lists.AddTo(command);
  command->add_option("--threshold", o->threshold, "Score from which on a hit is a match");
  command->add_option("--cutoff", o->cutoff,
                      "Score down to which hits are returned (default: threshold)");
  command->add_option("--limit", o->limit, "At most so many hits")
      ->check(CLI::Range(size_t{1}, size_t{1000000}));  // none at all would look like no hit
  command->add_flag("--exhaustive", o->exhaustive,
                    "Score every entry of every list, without the index");
  command
      ->add_option(
          "--weak-aliases", o->weak_aliases,
          "off, confirm (a weak alias alone is lowered) or full; SOURCE=MODE for one list; "
          "may be repeated")
      ->allow_extra_args(false);
  command->add_option("--model", o->model_name,
                      "interdict-1, or ofac: names only, scored as OFAC's search would");
  command->add_flag("--fail-on-hit", o->fail_on_hit, "Exit status 20 when there is a hit");
  command->add_flag("--json", context->json, "Print JSON");
  command->add_option("--input", o->input, "File to screen: .csv, .tsv, .jsonl");
  command->add_option("--output", o->output, "Where the results go, JSON Lines in input order");
  command->add_option("--threads", o->threads, "Threads (default: all cores)")
      ->check(CLI::Range(1, 256));
  command->add_option("--map", o->map, "THEIRS=OURS renames a column; may be repeated")
      ->allow_extra_args(false);
  command->add_flag("--resume", o->resume, "Go on with an interrupted run into the same output");
  command->callback([=] { *run = [=] { return Screen(*context, *o); }; });
}

}  // namespace interdict::cli
