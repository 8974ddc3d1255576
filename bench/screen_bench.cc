// What screening costs, on real lists. One scenario a process, so that memory and first answers are
// those of a fresh one:
//
//   screen_bench HOME SCENARIO [THREADS]
//
// HOME is the folder of a program that has imported the lists; tools/bench_screen.sh makes one,
// runs every scenario several times and prints medians. Output: lines "what TAB value TAB unit",
// the same line once for every repetition within a process. Times are wall clock; "cpu" is user and
// system time of all threads, which says more where other work goes on.
//
// Queries: names only, threshold 0.70. Of ten, nine are made-up people of
// ../shared/data/names/yente and one is a name of the UN list. Every scenario checks its answer
// before it times: `check` that the index and the exhaustive search agree, the others that listed
// names are found.
#include <sys/resource.h>
#include <time.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <memory>
#include <numeric>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "interdict/base/hash.h"
#include "interdict/base/json_writer.h"
#include "interdict/base/mapped_file.h"
#include "interdict/index/name_index_builder.h"
#include "interdict/index/party_data_builder.h"
#include "interdict/screen/batch.h"
#include "interdict/screen/result_json.h"
#include "interdict/syntax/csv.h"

namespace interdict {
namespace {

constexpr double kThreshold = 0.70;
constexpr double kLeastFound = 0.90;  // of the UN's names; some have left the list since

void Report(const std::string& what, double value, std::string_view unit) {
  std::printf("%s\t%.6g\t%s\n", what.c_str(), value, std::string(unit).c_str());
}

Error Wrong(std::string message) {
  return MakeError(ErrorCode::kBadQuery, std::move(message));
}

class Stopwatch {
 public:
  double WallSeconds() const {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - wall_).count();
  }
  double CpuSeconds() const { return CpuNow() - cpu_; }

 private:
  static double CpuNow() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    const auto seconds = [](const timeval& time) {
      return static_cast<double>(time.tv_sec) + 1e-6 * static_cast<double>(time.tv_usec);
    };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
  }

  std::chrono::steady_clock::time_point wall_ = std::chrono::steady_clock::now();
  double cpu_ = CpuNow();
};

// A line of /proc/self/status ("VmRSS", "VmHWM") in MB; 0 when there is none.
double StatusMegabytes(std::string_view key) {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);) {
    if (line.starts_with(std::string(key) + ":"))
      return std::stod(line.substr(key.size() + 1)) * 1024 / 1e6;
  }
  return 0;
}

// `percent` of the values are not above it. Sorts them.
double Percentile(std::vector<double>* values, size_t percent) {
  std::sort(values->begin(), values->end());
  return (*values)[std::min(values->size() - 1, values->size() * percent / 100)];
}

// --- queries ------------------------------------------------------------------------------------

Status AppendNames(const std::string& file, std::vector<std::string>* names) {
  ASSIGN_OR_RETURN(const MappedFile mapped,
                   MappedFile::Open(INTERDICT_SHARED_DATA "/names/yente/" + file));
  CsvReader reader(mapped.bytes());
  ASSIGN_OR_RETURN(const CsvRow* row, reader.Next());
  while (true) {
    ASSIGN_OR_RETURN(row, reader.Next());
    if (row == nullptr) return Ok{};
    names->emplace_back((*row)[0]);
  }
}

Query NameQuery(std::string name) {
  Query query;
  query.id = name;
  query.names.push_back(std::move(name));
  return query;
}

struct Queries {
  std::vector<Query> mixed;   // every tenth is listed
  std::vector<Query> listed;  // those

  std::vector<Query> First(size_t count) const {
    return {mixed.begin(), mixed.begin() + static_cast<ptrdiff_t>(std::min(count, mixed.size()))};
  }
};

Result<Queries> ReadQueries() {
  std::vector<std::string> listed, global, american;
  RETURN_IF_ERROR(AppendNames("positives_un_untreated.csv", &listed));
  RETURN_IF_ERROR(AppendNames("positives_un_treated.csv", &listed));
  RETURN_IF_ERROR(AppendNames("negatives_global_rows_00001-10000.csv", &global));
  RETURN_IF_ERROR(AppendNames("negatives_us_rows_00001-10000.csv", &american));
  Queries queries;
  size_t made_up = 0;
  for (const std::string& name : listed) {
    queries.listed.push_back(NameQuery(name));
    for (int i = 0; i < 9; ++i, ++made_up) {
      const auto& from = made_up % 2 == 0 ? global : american;
      queries.mixed.push_back(NameQuery(from[made_up / 2 % from.size()]));
    }
    queries.mixed.push_back(queries.listed.back());
  }
  return queries;
}

std::string ToJsonLines(const std::vector<Query>& queries) {
  std::string text;
  for (size_t i = 0; i < queries.size(); ++i) {
    JsonWriter json;
    json.BeginObject().Member("id", std::to_string(i)).Member("name", queries[i].names);
    text += json.EndObject().text() + "\n";
  }
  return text;
}

// --- lists --------------------------------------------------------------------------------------

struct Subject {
  std::string home;
  int threads = 1;
  Queries queries;
};

ListChoice AnyAge() {
  ListChoice choice;
  choice.max_age_days = std::nullopt;
  return choice;
}

// `kept`: the index that HOME keeps, which is built when it is not there.
Result<std::unique_ptr<const Snapshot>> LoadSnapshot(const Subject& subject, bool kept = true) {
  ASSIGN_OR_RETURN(const ListStore store, ListStore::Open(subject.home, Database::Mode::kReadOnly));
  return Snapshot::Load(store, AnyAge(), kept ? subject.home + "/index" : "");
}

ScreenOptions Screening(bool exhaustive = false) {
  ScreenOptions options;
  options.threshold = kThreshold;
  options.exhaustive = exhaustive;
  return options;
}

using Answers = std::function<Result<size_t>(const Query&)>;  // number of hits

Status CheckListedAreFound(const std::vector<Query>& listed, const Answers& answer) {
  size_t found = 0;
  for (const Query& query : listed) {
    ASSIGN_OR_RETURN(const size_t hits, answer(query));
    if (hits != 0) ++found;
  }
  const double share = static_cast<double>(found) / static_cast<double>(listed.size());
  Report("listed names found", 100 * share, "%");
  if (share >= kLeastFound) return Ok{};
  return Wrong("too few of the listed names are found");
}

// With a screener of its own, so that the timed one remembers nothing.
Status CheckListedAreFound(const Subject& subject, const Snapshot& snapshot) {
  ASSIGN_OR_RETURN(Screener screener, Screener::Create(snapshot));
  const auto& listed = subject.queries.listed;
  return CheckListedAreFound(
      {listed.begin(), listed.begin() + 300}, [&](const Query& query) -> Result<size_t> {
        ASSIGN_OR_RETURN(const auto hits, screener.Screen(query, Screening()));
        return hits.size();
      });
}

bool IsSame(const Match& a, const Match& b) {
  return a.party == b.party && a.score == b.score && a.name == b.name;
}

// Seconds of each answer, by the clock and of this thread's processor time.
struct AnswerTimes {
  std::vector<double> wall, cpu;
};

double ThreadCpuSeconds() {
  timespec time{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
}

template <typename Answer>
AnswerTimes TimeEach(const std::vector<Query>& queries, const Answer& answer) {
  AnswerTimes times;
  for (const Query& query : queries) {
    const double cpu = ThreadCpuSeconds();
    const Stopwatch watch;
    answer(query);
    times.wall.push_back(watch.WallSeconds());
    times.cpu.push_back(ThreadCpuSeconds() - cpu);
  }
  return times;
}

void ReportTimes(const std::string& what, std::vector<double> seconds) {
  const double sum = std::reduce(seconds.begin(), seconds.end());
  Report(what + " mean", 1e6 * sum / static_cast<double>(seconds.size()), "us");
  Report(what + " p50", 1e6 * Percentile(&seconds, 50), "us");
  Report(what + " p99", 1e6 * Percentile(&seconds, 99), "us");
  Report(what + " max", 1e6 * seconds.back(), "us");
}

void ReportTimes(const std::string& what, const AnswerTimes& times) {
  ReportTimes(what + ",", times.wall);
  ReportTimes(what + ", cpu", times.cpu);
}

// --- scenarios ----------------------------------------------------------------------------------

Status Check(const Subject& subject) {
  ASSIGN_OR_RETURN(const auto snapshot, LoadSnapshot(subject));
  ASSIGN_OR_RETURN(Screener screener, Screener::Create(*snapshot));
  RETURN_IF_ERROR(CheckListedAreFound(subject, *snapshot));
  const std::vector<Query>& mixed = subject.queries.mixed;
  constexpr size_t kSample = 300;
  size_t listed = 0, differ = 0;
  double exhaustive_seconds = 0;
  for (size_t i = 0; i < kSample; ++i) {
    const Query& query = mixed[i * 37 % mixed.size()];  // 37: all residues of 10
    ASSIGN_OR_RETURN(const auto indexed, screener.Screen(query, Screening()));
    const Stopwatch watch;
    ASSIGN_OR_RETURN(const auto exhaustive, screener.Screen(query, Screening(true)));
    exhaustive_seconds += watch.CpuSeconds();
    const bool same =
        std::equal(indexed.begin(), indexed.end(), exhaustive.begin(), exhaustive.end(),
                   [](const Hit& a, const Hit& b) { return IsSame(a.match, b.match); });
    if (!exhaustive.empty()) ++listed;
    if (!same) ++differ;
  }
  Report("exhaustive, cpu a query", 1e3 * exhaustive_seconds / kSample, "ms");
  Report("queries compared with the exhaustive search", kSample, "");
  Report("of which have hits", static_cast<double>(listed), "");
  Report("of which differ", static_cast<double>(differ), "");
  return differ == 0 ? Status(Ok{}) : Wrong("index and exhaustive search differ");
}

// A file screened with new screeners; the digest of the lines.
Result<std::string> RunBatch(std::string_view lines, const Snapshot& snapshot, int threads) {
  CustomerFileOptions file;
  file.format = CustomerFileOptions::Format::kJsonLines;
  ASSIGN_OR_RETURN(const auto customers, CustomerReader::Open(lines, file));
  std::string output;
  BatchOptions options;
  options.screen = Screening();
  options.threads = threads;
  options.write = [&](std::string_view text) -> Status {
    output += text;
    return Ok{};
  };
  ASSIGN_OR_RETURN(const BatchOutcome outcome, ScreenBatch(customers.get(), snapshot, options));
  if (outcome.failed != 0) return Wrong("a record failed: " + outcome.first_failure);
  return Sha256(output);
}

// Every query once, and its result line made, by screeners that remember earlier runs.
void RunKept(const std::vector<Query>& queries, std::vector<Screener>* screeners) {
  constexpr size_t kBlock = 64;
  std::atomic<size_t> next{0};
  const auto work = [&](Screener* screener) {
    for (size_t begin; (begin = next.fetch_add(kBlock)) < queries.size();) {
      for (size_t i = begin; i < std::min(begin + kBlock, queries.size()); ++i) {
        const auto hits = screener->Screen(queries[i], Screening());
        if (hits.ok())
          ResultLine(queries[i], *hits, screener->snapshot(), {}, NameModel::kInterdict);
      }
    }
  };
  std::vector<std::thread> threads;
  for (size_t i = 1; i < screeners->size(); ++i) threads.emplace_back(work, &(*screeners)[i]);
  work(screeners->data());
  for (std::thread& thread : threads) thread.join();
}

void ReportRate(const std::string& what, size_t records, const Stopwatch& watch) {
  const double wall = watch.WallSeconds(), cpu = watch.CpuSeconds();
  Report(what, static_cast<double>(records) / wall, "records/s");
  Report(what + ", of cpu", static_cast<double>(records) / cpu, "records/s");
}

Status Batch(const Subject& subject) {
  ASSIGN_OR_RETURN(const auto snapshot, LoadSnapshot(subject));
  RETURN_IF_ERROR(CheckListedAreFound(subject, *snapshot));
  const std::vector<Query>& mixed = subject.queries.mixed;
  const std::string lines = ToJsonLines(mixed);
  const std::string label = "batch, " + std::to_string(subject.threads) + " thread(s), ";

  const Stopwatch cold;
  ASSIGN_OR_RETURN(const std::string digest, RunBatch(lines, *snapshot, subject.threads));
  ReportRate(label + "cold", mixed.size(), cold);
  if (subject.threads > 1) {
    ASSIGN_OR_RETURN(const std::string other, RunBatch(lines, *snapshot, 1));
    if (digest != other) return Wrong("the answer depends on the number of threads");
  }

  std::vector<Screener> screeners;
  for (int i = 0; i < subject.threads; ++i) {
    ASSIGN_OR_RETURN(Screener screener, Screener::Create(*snapshot));
    screeners.push_back(std::move(screener));
  }
  RunKept(mixed, &screeners);
  const Stopwatch warm;
  RunKept(mixed, &screeners);
  ReportRate(label + "warm", mixed.size(), warm);
  return Ok{};
}

// A screener opens ICU's tables of a script when it first meets it, which is dear for Han; so other
// names come first and are told apart.
Status Single(const Subject& subject) {
  constexpr size_t kQueries = 2000, kFirst = 300;
  ASSIGN_OR_RETURN(const auto snapshot, LoadSnapshot(subject));
  RETURN_IF_ERROR(CheckListedAreFound(subject, *snapshot));
  ASSIGN_OR_RETURN(Screener screener, Screener::Create(*snapshot));
  const auto answer = [&](const Query& query) {
    if (!screener.Screen(query, Screening()).ok()) std::abort();
  };
  const std::vector<Query>& mixed = subject.queries.mixed;
  auto first = TimeEach({mixed.end() - kFirst, mixed.end()}, answer);
  Report("dearest of a screener's first names, cpu", 1e3 * Percentile(&first.cpu, 100), "ms");
  ReportTimes("one query", TimeEach(subject.queries.First(kQueries), answer));
  return Ok{};
}

Status Memory(const Subject& subject) {
  ASSIGN_OR_RETURN(const auto snapshot, LoadSnapshot(subject));
  ASSIGN_OR_RETURN(Screener screener, Screener::Create(*snapshot));
  Report("index file", static_cast<double>(snapshot->file().size()) / 1e6, "MB");
  Report("resident after opening", StatusMegabytes("VmRSS"), "MB");
  for (const Query& query : subject.queries.First(10'000))
    RETURN_IF_ERROR(screener.Screen(query, Screening()));
  Report("resident after 10,000 queries", StatusMegabytes("VmRSS"), "MB");
  Report("of which not of mapped files", StatusMegabytes("RssAnon"), "MB");
  return Ok{};
}

Status OpenKept(const Subject& subject) {
  const Query query = subject.queries.listed.front();
  const Stopwatch watch;
  ASSIGN_OR_RETURN(const auto snapshot, LoadSnapshot(subject));
  Report("open the kept index", 1e3 * watch.WallSeconds(), "ms");
  ASSIGN_OR_RETURN(Screener screener, Screener::Create(*snapshot));
  ASSIGN_OR_RETURN(const auto hits, screener.Screen(query, Screening()));
  Report("open and answer the first query", 1e3 * watch.WallSeconds(), "ms");
  Report("open and answer the first query, cpu", 1e3 * watch.CpuSeconds(), "ms");
  return hits.empty() ? Wrong("a listed name is not found") : Status(Ok{});
}

Status Build(const Subject& subject) {
  const Stopwatch watch;
  ASSIGN_OR_RETURN(const auto snapshot, LoadSnapshot(subject, /*kept=*/false));
  Report("build the index", watch.WallSeconds(), "s");
  Report("build the index, cpu", watch.CpuSeconds(), "s");
  Report("peak memory of building", StatusMegabytes("VmHWM"), "MB");
  return CheckListedAreFound(subject, *snapshot);
}

// --- ten times the list -------------------------------------------------------------------------

// SplitMix64: the same everywhere.
uint64_t Mix(uint64_t x) {
  x += 0x9E3779B97F4A7C15;
  x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9;
  x = (x ^ (x >> 27)) * 0x94D049BB133111EB;
  return x ^ (x >> 31);
}

bool IsAsciiLetter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// Another letter of the same kind, so that words stay pronounceable.
char OtherLetter(char c, uint64_t random) {
  constexpr std::string_view kVowels = "aeiou", kConsonants = "bcdfghjklmnprstvyz";
  const bool upper = c >= 'A' && c <= 'Z';
  const char lower = static_cast<char>(c | 0x20);
  const std::string_view letters =
      kVowels.find(lower) != std::string_view::npos ? kVowels : kConsonants;
  size_t at = random % letters.size();
  if (letters[at] == lower) at = (at + 1) % letters.size();
  return static_cast<char>(upper ? letters[at] & ~0x20 : letters[at]);
}

// How a list grows. Of the six lists a tenth of the parties, drawn at random, has 7,600 different
// words and all of them 39,400, 5.2 times as many: words recur, in part. So a changed word becomes
// one of four other spellings of it, the same in all copies, and ten times the names have five
// times the words. Without that limit nearly every changed word is new, and most words of the list
// are.
struct Growth {
  size_t copies;
  size_t spellings;  // of each word; 0: no limit
  std::string label;
};

// The first word and every second of the others, as `seed` wills, get a third of their letters
// changed: words recur on a list that grows, whole names do not. Other scripts stay.
std::string ChangeLetters(std::string_view name, uint64_t seed, size_t spellings) {
  std::string changed(name);
  for (size_t begin = 0; begin < changed.size();) {
    if (!IsAsciiLetter(changed[begin])) {
      ++begin;
      continue;
    }
    size_t end = begin;
    while (end < changed.size() && IsAsciiLetter(changed[end])) ++end;
    uint64_t choice = Mix(seed + begin);
    if (begin == 0 || choice % 2 == 0) {
      if (spellings > 0) {
        uint64_t word = choice / 2 % spellings;
        for (size_t i = begin; i < end; ++i)
          word = Mix(word + static_cast<uint8_t>(changed[i] | 0x20));
        choice = word;
      }
      for (size_t i = begin + choice / 2 % 3 % (end - begin); i < end; i += 3)
        changed[i] = OtherLetter(changed[i], Mix(choice + (i - begin)));
    }
    begin = end;
  }
  return changed;
}

// Names, dates and countries of a record under another id; none of what may join two parties.
Record ChangedCopy(const Record& record, uint64_t seed, size_t spellings) {
  Record copy;
  copy.source = record.source;
  copy.id = record.id + "-" + std::to_string(seed);
  copy.schema = record.schema;
  copy.names = record.names;
  copy.dates = record.dates;
  copy.countries = record.countries;
  for (Name& name : copy.names) {
    name.text = ChangeLetters(name.text, seed, spellings);
    for (NamePart& part : name.parts) part.text = ChangeLetters(part.text, seed, spellings);
  }
  return copy;
}

// An index of the lists and changed copies of every record, each a party.
Result<index::IndexFile> BuildGrown(const ResolvedLists& lists, const Growth& growth) {
  std::vector<Record> records = lists.records();
  std::vector<Party> parties = lists.parties();
  const size_t listed = records.size();
  for (size_t i = 0; i < listed * growth.copies; ++i) {
    records.push_back(ChangedCopy(records[i % listed], Mix(i), growth.spellings));
    Party party;
    party.id = records.back().Key();
    party.schema = records.back().schema;
    party.records.push_back(static_cast<uint32_t>(records.size() - 1));
    parties.push_back(std::move(party));
  }
  ASSIGN_OR_RETURN(const names::Analyzer analyzer, names::Analyzer::Create());
  ASSIGN_OR_RETURN(const text::Folder folder, text::Folder::Create());
  index::IndexFileWriter writer(index::IndexStamp{});
  RETURN_IF_ERROR(index::AddParties(records, parties, folder, &writer));
  RETURN_IF_ERROR(index::AddNames(records, parties, analyzer, &writer));
  ASSIGN_OR_RETURN(index::AlignedBuffer buffer, writer.ToBuffer());
  return index::IndexFile::FromBuffer(std::move(buffer), nullptr);
}

MatchOptions Matching(bool exhaustive) {
  MatchOptions options;
  options.cutoff = ToPoints(kThreshold);
  options.exhaustive = exhaustive;
  return options;
}

Status TimeGrown(const Subject& subject, const index::IndexFile& file, const std::string& label) {
  ASSIGN_OR_RETURN(const auto parties, index::PartyData::Open(file));
  ASSIGN_OR_RETURN(const auto names, index::NameIndex::Open(file));
  ASSIGN_OR_RETURN(const names::Analyzer analyzer, names::Analyzer::Create());
  ASSIGN_OR_RETURN(const text::Folder folder, text::Folder::Create());
  const auto make = [&] {
    return std::make_unique<Matcher>(parties, names, analyzer, folder, DefaultScoreModel());
  };
  auto matcher = make();
  for (size_t i = 0; i < 30; ++i) {
    const Query& query = subject.queries.mixed[i * 37];
    const auto indexed = matcher->Find(query, Matching(false));
    const auto exhaustive = matcher->Find(query, Matching(true));
    if (!std::equal(indexed.begin(), indexed.end(), exhaustive.begin(), exhaustive.end(), IsSame))
      return Wrong("index and exhaustive search differ");
  }
  RETURN_IF_ERROR(
      CheckListedAreFound({subject.queries.listed.begin(), subject.queries.listed.begin() + 300},
                          [&](const Query& query) -> Result<size_t> {
                            return matcher->Find(query, Matching(false)).size();
                          }));
  Report(label + ", names", static_cast<double>(parties.names().size()), "");
  Report(label + ", words", static_cast<double>(names.token_count()), "");
  Report(label + ", index", static_cast<double>(file.size()) / 1e6, "MB");
  constexpr size_t kQueries = 2000;
  const std::vector<Query> queries = subject.queries.First(kQueries);
  for (int repetition = 0; repetition < 5; ++repetition) {
    matcher = make();
    ReportTimes(label, TimeEach(queries, [&](const Query& query) {
                  matcher->Find(query, Matching(false));
                }));
  }
  return Ok{};
}

Status TimeGrowth(const Subject& subject) {
  ASSIGN_OR_RETURN(const ListStore store, ListStore::Open(subject.home, Database::Mode::kReadOnly));
  ASSIGN_OR_RETURN(const auto lists, ResolvedLists::Load(store, AnyAge()));
  for (const Growth& growth : {Growth{0, 0, "1 x the lists"}, Growth{9, 4, "10 x the lists"},
                               Growth{9, 0, "10 x, new words without limit"}}) {
    const Stopwatch watch;
    ASSIGN_OR_RETURN(const index::IndexFile file, BuildGrown(*lists, growth));
    Report(growth.label + ", built in cpu", watch.CpuSeconds(), "s");
    RETURN_IF_ERROR(TimeGrown(subject, file, growth.label));
  }
  return Ok{};
}

struct Scenario {
  std::string_view name;
  Status (*run)(const Subject&);
};
constexpr Scenario kScenarios[] = {{"check", Check},      {"batch", Batch},   {"single", Single},
                                   {"memory", Memory},    {"open", OpenKept}, {"build", Build},
                                   {"growth", TimeGrowth}};

Status RunScenario(std::string_view name, Subject subject) {
  ASSIGN_OR_RETURN(subject.queries, ReadQueries());
  for (const Scenario& scenario : kScenarios) {
    if (scenario.name == name) return scenario.run(subject);
  }
  return Wrong("no such scenario");
}

}  // namespace
}  // namespace interdict

int main(int argc, char** argv) {
  if (argc < 3) {
    std::fputs("screen_bench HOME check|batch|single|memory|open|build|growth [1|2]\n", stderr);
    return 2;
  }
  interdict::Subject subject;
  subject.home = argv[1];
  if (argc > 3 && std::string_view(argv[3]) == "2") subject.threads = 2;
  const auto status = interdict::RunScenario(argv[2], std::move(subject));
  if (status.ok()) return 0;
  std::fprintf(stderr, "screen_bench: %s\n", status.error().Text().c_str());
  return 1;
}
