// Lines of names, the first of them asked, the others listed: the indexed search finds every name
// that the exhaustive one scores, and gives the same scores. The first byte of a line chooses the
// kind of party.
#include <algorithm>
#include <cstdint>
#include <cstdlib>

#include "interdict/index/name_index_builder.h"
#include "interdict/match/indexed_search.h"

namespace interdict {
namespace {

constexpr size_t kMaxNames = 40;

std::vector<Record> ReadRecords(std::string_view text) {
  constexpr Schema kSchemas[] = {Schema::kPerson, Schema::kCompany, Schema::kVessel,
                                 Schema::kLegalEntity};
  std::vector<Record> records;
  while (!text.empty() && records.size() < kMaxNames) {
    const std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(line.size() + 1, text.size()));
    if (line.empty()) continue;
    Record record;
    record.schema = kSchemas[static_cast<uint8_t>(line[0]) % 4];
    record.names.push_back({.text = std::string(line.substr(1))});
    records.push_back(std::move(record));
  }
  return records;
}

index::IndexFile BuildFile(const std::vector<Record>& records, const names::Analyzer& analyzer) {
  std::vector<Party> parties;
  for (uint32_t i = 0; i < records.size(); ++i) {
    parties.emplace_back();
    parties.back().records = {i};
  }
  index::IndexFileWriter writer(index::IndexStamp{});
  if (!index::AddNames(records, parties, analyzer, &writer).ok()) abort();
  auto buffer = writer.ToBuffer();
  if (!buffer.ok()) abort();
  auto file = index::IndexFile::FromBuffer(std::move(*buffer), nullptr);
  if (!file.ok()) abort();
  return std::move(*file);
}

void CompareSearches(const index::NameIndex& names, std::string_view asked,
                     names::NameClass name_class, const names::Analyzer& analyzer) {
  IndexedSearch indexed(names);
  ExhaustiveSearch exhaustive(names);
  ComparedName a, b;
  a.Prepare(asked, name_class, analyzer);
  b.Prepare(asked, name_class, analyzer);
  indexed.SetQuery(&a);
  exhaustive.SetQuery(&b);
  std::vector<uint32_t> candidates;
  for (Points least : {1, 3000, 5000, 7000, 8500, kFullScore}) {
    indexed.FindCandidates(least, &candidates);
    for (uint32_t name = 0; name < names.name_count(); ++name) {
      const Points score = exhaustive.Score(name).score;
      if (indexed.Score(name).score != score) abort();
      if (score < least) continue;
      if (std::find(candidates.begin(), candidates.end(), name) == candidates.end()) abort();
    }
  }
}

}  // namespace
}  // namespace interdict

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace interdict;
  static const auto* const kAnalyzer = new Result<names::Analyzer>(names::Analyzer::Create());
  const std::vector<Record> records =
      ReadRecords({reinterpret_cast<const char*>(data), std::min<size_t>(size, 4000)});
  if (records.empty()) return 0;
  const index::IndexFile file = BuildFile(records, **kAnalyzer);
  const auto names = index::NameIndex::Open(file);
  if (!names.ok()) abort();
  const Record& asked = records.front();
  CompareSearches(*names, asked.names.front().text, names::ClassOf(asked.schema), **kAnalyzer);
  return 0;
}
