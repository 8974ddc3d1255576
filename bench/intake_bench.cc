// Speed of intake: bytes of the file a second, one thread. The text is that of the press releases
// beside the repository, repeated to the size named; each case first checks what was read.
//   build/release/bench/intake_bench
#include <benchmark/benchmark.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "interdict/base/mapped_file.h"
#include "interdict/documents/dates.h"
#include "interdict/documents/intake/read_document.h"

namespace interdict::documents {
namespace {

// The press releases one behind the other, at least `bytes` of them.
std::string Releases(size_t bytes) {
  std::vector<std::string> files;
  for (const auto& entry : std::filesystem::directory_iterator(INTERDICT_SHARED_DATA "/press")) {
    if (entry.path().extension() == ".txt") files.push_back(entry.path().string());
  }
  std::sort(files.begin(), files.end());
  std::string all;
  while (all.size() < bytes && !files.empty()) {
    for (const std::string& path : files) {
      const auto file = MappedFile::Open(path);
      if (file.ok()) all += file->bytes();
      all += "\n\n";
    }
  }
  return all;
}

// Broken at 80 characters, as mail is.
std::string Wrapped(std::string text) {
  size_t column = 0;
  for (char& c : text) {
    column = c == '\n' ? 0 : column + 1;
    if (column > 72 && c == ' ') {
      c = '\n';
      column = 0;
    }
  }
  return text;
}

std::string OneLine(std::string text) {
  for (char& c : text) c = c == '\n' ? ' ' : c;
  return text;
}

// Paragraphs as a page, with as much markup as pages have.
std::string Page(const std::string& text) {
  std::string page = "<!DOCTYPE html><html><head><title>Releases</title></head><body><article>";
  for (size_t at = 0; at < text.size();) {
    const size_t end = std::min(text.find('\n', at), text.size());
    if (end > at) {
      page += "<p class=\"text-body long\"><span>";
      page += text.substr(at, end - at);
      page += "</span> <a href=\"https://example.org/\">&raquo;</a></p>\n";
    }
    at = end + 1;
  }
  return page += "</article></body></html>";
}

void Read(benchmark::State& state, const std::string& bytes, Markup markup, size_t least_blocks) {
  IntakeOptions options;
  options.markup = markup;
  const auto checked = ReadDocument("bench", bytes, options);
  if (!checked.ok() || checked->blocks.size() < least_blocks ||
      checked->text.size() < bytes.size() / 2) {
    state.SkipWithError("not read as it should be");
    return;
  }
  for (auto round : state) {
    auto document = ReadDocument("bench", bytes, options);
    benchmark::DoNotOptimize(document);
  }
  state.SetBytesProcessed(state.iterations() * static_cast<int64_t>(bytes.size()));
}

constexpr size_t kLarge = 100'000'000, kMarkup = 10'000'000;

void Paragraphs(benchmark::State& state) {
  Read(state, Releases(kLarge), Markup::kPlain, 100000);
}
void WrappedLines(benchmark::State& state) {
  Read(state, Wrapped(Releases(kLarge)), Markup::kPlain, 100000);
}
void SingleLine(benchmark::State& state) {
  Read(state, OneLine(Releases(kLarge)), Markup::kPlain, 1);
}
void Markdown(benchmark::State& state) {
  Read(state, Releases(kMarkup), Markup::kMarkdown, 10000);
}
void Html(benchmark::State& state) {
  Read(state, Page(Releases(kMarkup)), Markup::kHtml, 10000);
}

void Dates(benchmark::State& state) {
  const std::string text = Releases(kMarkup);
  const Span all{0, static_cast<uint32_t>(text.size())};
  if (FindDates(text, all).size() < 10000) state.SkipWithError("too few dates");
  for (auto round : state) benchmark::DoNotOptimize(FindDates(text, all));
  state.SetBytesProcessed(state.iterations() * static_cast<int64_t>(text.size()));
}

BENCHMARK(Paragraphs)->Unit(benchmark::kMillisecond);
BENCHMARK(WrappedLines)->Unit(benchmark::kMillisecond);
BENCHMARK(SingleLine)->Unit(benchmark::kMillisecond);
BENCHMARK(Markdown)->Unit(benchmark::kMillisecond);
BENCHMARK(Html)->Unit(benchmark::kMillisecond);
BENCHMARK(Dates)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace interdict::documents

BENCHMARK_MAIN();
