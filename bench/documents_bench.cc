// How fast running text is read, one thread, in MB of text a second of processor time:
//
//   documents_bench [MEGABYTES [CASE]]        default: 64, all cases
//
// The text is the press releases and articles of ../shared/data over and over, the list that of
// OFAC of 2023-12-28 with its aliases. "phrases": words are cut and phrases of the dictionary
// counted. "mentions": everything that MentionFinder does. "all": intake, mentions, measures, dates
// and events of documents of about the size of the articles. "phrases/430000": as the first, over
// made-up phrases of two to four words, a third of whose words are words of the text.
//
// Each answer is checked before it is timed: the phrases of the big trie against a search with a
// hash map of strings, all others against the sum over the single texts.
#include <sys/resource.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <random>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

#include "interdict/base/mapped_file.h"
#include "interdict/documents/scan_document.h"
#include "interdict/index/name_index_builder.h"
#include "interdict/index/party_data_builder.h"
#include "interdict/lists/registry.h"
#include "interdict/resolve/parties.h"

namespace interdict::documents {
namespace {

constexpr size_t kManyPhrases = 430'000;
constexpr size_t kMeasuredRuns = 3;
std::string only_case;  // NOLINT: as given on the command line

[[noreturn]] void Fail(const std::string& why) {
  std::fprintf(stderr, "documents_bench: %s\n", why.c_str());
  std::exit(1);
}

template <typename T>
T Take(Result<T> result) {
  if (!result.ok()) Fail(result.error().Text());
  return std::move(*result);
}

double CpuSeconds() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  const auto seconds = [](const timeval& time) {
    return static_cast<double>(time.tv_sec) + 1e-6 * static_cast<double>(time.tv_usec);
  };
  return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

void Report(const std::string& what, double value, std::string_view unit) {
  std::printf("%s\t%.4g\t%s\n", what.c_str(), value, std::string(unit).c_str());
  std::fflush(stdout);
}

// The best of a few runs: what else goes on takes time, never gives any.
template <typename Run>
void ReportSpeed(const std::string& what, size_t bytes, Run run) {
  if (!only_case.empty() && only_case != what) return;
  double best = 0;
  for (size_t i = 0; i < kMeasuredRuns; ++i) {
    const double begin = CpuSeconds();
    run();
    const double megabytes = static_cast<double>(bytes) / 1e6;
    best = std::max(best, megabytes / (CpuSeconds() - begin));
  }
  Report(what, best, "MB/s");
}

std::vector<std::string> ReadTexts() {
  std::vector<std::string> paths, texts;
  for (const char* folder : {"press", "articles"}) {
    const std::string path = std::string(INTERDICT_SHARED_DATA) + "/" + folder;
    for (const auto& entry : std::filesystem::directory_iterator(path))
      if (entry.path().extension() == ".txt") paths.push_back(entry.path().string());
  }
  std::sort(paths.begin(), paths.end());
  for (const std::string& path : paths) texts.emplace_back(Take(MappedFile::Open(path)).bytes());
  if (texts.empty()) Fail("no texts in " INTERDICT_SHARED_DATA);
  return texts;
}

// The list, resolved and indexed in memory.
struct List {
  std::unique_ptr<index::IndexFile> file;
  std::unique_ptr<index::PartyData> parties;
  std::unique_ptr<index::NameIndex> names;
};

List ReadList() {
  std::vector<MappedFile> mapped;
  std::vector<InputFile> files;
  for (const char* name : {"sdn.csv", "alt.csv", "add.csv", "sdn_comments.csv"})
    mapped.push_back(Take(MappedFile::Open(std::string(INTERDICT_SHARED_DATA) +
                                           "/lists/us_ofac_sdn/2023-12-28/" + name)));
  constexpr std::string_view kNames[] = {"sdn.csv", "alt.csv", "add.csv", "sdn_comments.csv"};
  for (size_t i = 0; i < mapped.size(); ++i) files.push_back({kNames[i], mapped[i].bytes()});
  std::vector<Record> records;
  ReadOptions options;
  options.source = "us_ofac_sdn";
  const Format* format = Take(RecogniseFormat(files));
  Take(format->Read(files, options, [&](Record&& record) -> Status {
    records.push_back(std::move(record));
    return Ok{};
  }));
  const text::Folder folder = Take(text::Folder::Create());
  const names::Analyzer analyzer = Take(names::Analyzer::Create());
  const std::vector<interdict::Party> parties = ResolveParties(records, {}, folder);
  index::IndexFileWriter writer(index::IndexStamp{});
  if (!index::AddParties(records, parties, folder, &writer).ok() ||
      !index::AddNames(records, parties, analyzer, &writer).ok())
    Fail("the index cannot be built");
  List list;
  list.file = std::make_unique<index::IndexFile>(
      Take(index::IndexFile::FromBuffer(Take(writer.ToBuffer()), nullptr)));
  list.parties = std::make_unique<index::PartyData>(Take(index::PartyData::Open(*list.file)));
  list.names = std::make_unique<index::NameIndex>(Take(index::NameIndex::Open(*list.file)));
  return list;
}

std::string Repeat(const std::vector<std::string>& texts, size_t bytes) {
  std::string all;
  while (all.size() < bytes)
    for (const std::string& text : texts) all += text + "\n\n";
  return all;
}

// Phrases of two to four words; every third word is one of the text.
std::vector<std::vector<uint64_t>> MakePhrases(const std::vector<Word>& text) {
  std::mt19937_64 random(1);
  std::vector<std::vector<uint64_t>> phrases;
  for (size_t i = 0; i < kManyPhrases; ++i) {
    std::vector<uint64_t>& phrase = phrases.emplace_back();
    const size_t at = random() % text.size();
    for (size_t n = 0; n < 2 + i % 3; ++n) {
      const bool known = random() % 3 == 0 || i % 100 == 0;
      phrase.push_back(known ? text[std::min(at + n, text.size() - 1)].hash : random() % 400'000);
    }
  }
  return phrases;
}

// Longest phrases from the left, words joined into strings.
size_t CountNaively(const std::vector<std::vector<uint64_t>>& phrases,
                    const std::vector<Word>& words) {
  const auto key = [](const uint64_t* first, size_t count) {
    return std::string(reinterpret_cast<const char*>(first), count * sizeof *first);
  };
  std::unordered_set<std::string> known;
  for (const auto& phrase : phrases) known.insert(key(phrase.data(), phrase.size()));
  size_t found = 0;
  std::vector<uint64_t> hashes;
  for (size_t i = 0; i < words.size();) {
    size_t longest = 0;
    hashes.clear();
    for (size_t n = 0; n < 4 && i + n < words.size(); ++n) {
      if (n > 0 && words[i + n].gap >= Gap::kOther) break;
      hashes.push_back(words[i + n].hash);
      if (known.contains(key(hashes.data(), hashes.size()))) longest = n + 1;
    }
    found += longest > 0;
    i += std::max<size_t>(longest, 1);
  }
  return found;
}

size_t CountInPieces(const PhraseTrie& trie, std::string_view text, WordReader* reader) {
  std::vector<Word> words;
  const auto end = static_cast<uint32_t>(text.size());
  size_t found = 0;
  for (uint32_t next = 0; next < end;) {
    words.clear();
    next = reader->Read(text, {next, end}, 1 << 16, &words);
    for (size_t i = 0; i < words.size();) {
      const PhraseTrie::Match match = trie.Longest(words, i);
      found += match.words > 0;
      i += std::max<uint32_t>(match.words, 1);
    }
  }
  return found;
}

void MeasureManyPhrases(const std::vector<std::string>& texts, std::string_view all) {
  WordReader reader = Take(WordReader::Create());
  const std::string sample = Repeat(texts, 1);
  std::vector<Word> words;
  reader.Read(sample, {0, static_cast<uint32_t>(sample.size())}, SIZE_MAX, &words);
  const auto phrases = MakePhrases(words);
  PhraseTrie trie;
  for (uint32_t i = 0; i < phrases.size(); ++i) trie.Add(phrases[i], i);
  trie.Freeze();
  const size_t expected = CountNaively(phrases, words);
  if (expected == 0 || CountInPieces(trie, sample, &reader) != expected)
    Fail("the trie does not find what a naive search finds");
  Report("phrases/430000 memory", static_cast<double>(trie.bytes()) / 1e6, "MB");
  ReportSpeed("phrases/430000", all.size(), [&] { CountInPieces(trie, all, &reader); });
}

size_t ScanAll(Scanner* scanner, const std::vector<std::string>& texts, size_t copies) {
  size_t found = 0;
  for (size_t copy = 0; copy < copies; ++copy) {
    for (const std::string& text : texts) {
      const Scan scan = Take(scanner->ScanDocument("text.txt", text, {}));
      found += scan.mentions.size() + scan.measures.size();
    }
  }
  return found;
}

void Run(size_t bytes) {
  const std::vector<std::string> texts = ReadTexts();
  const std::string all = Repeat(texts, bytes);
  size_t size = 0;
  for (const std::string& text : texts) size += text.size();
  const size_t copies = bytes / size + 1;

  const List list = ReadList();
  Report("parties", static_cast<double>(list.parties->size()), "");
  const double begin = CpuSeconds();
  const std::unique_ptr<const DocumentKnowledge> knowledge(new DocumentKnowledge{
      Take(NameDictionary::Build(list.parties.get(), list.names.get())), Take(Lexicon::Create())});
  Report("dictionary", CpuSeconds() - begin, "s");
  Report("phrases known", static_cast<double>(knowledge->names.phrases().size()), "");
  MentionFinder finder = Take(MentionFinder::Create(knowledge->names, knowledge->lexicon));

  size_t phrases = 0;
  for (const std::string& text : texts) phrases += finder.CountPhrases(text);
  if (phrases == 0 || finder.CountPhrases(Repeat(texts, 3 * size)) % phrases != 0)
    Fail("phrases of several texts are not those of each");
  ReportSpeed("phrases", all.size(), [&] { finder.CountPhrases(all); });
  MeasureManyPhrases(texts, all);

  Scan large;
  large.document = Take(ReadDocument("all.txt", all, {}));
  ReportSpeed("mentions", all.size(), [&] { finder.Find(&large); });

  Scanner scanner = Take(Scanner::Create(*knowledge));
  const size_t found = ScanAll(&scanner, texts, 1);
  if (found == 0 || ScanAll(&scanner, texts, 2) != 2 * found)
    Fail("a second scan finds something else");
  ReportSpeed("all", copies * size, [&] { ScanAll(&scanner, texts, copies); });
  ReportSpeed("all, one document", all.size(),
              [&] { Take(scanner.ScanDocument("all.txt", all, {})); });
}

}  // namespace
}  // namespace interdict::documents

int main(int argc, char** argv) {
  const size_t megabytes = argc > 1 ? std::strtoul(argv[1], nullptr, 10) : 64;
  if (argc > 2) interdict::documents::only_case = argv[2];
  interdict::documents::Run(megabytes * 1'000'000);
}
