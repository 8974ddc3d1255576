// Speed of each reader: bytes a second, one thread, files mapped and warm, records let go at once.
// On the real lists; for formats of which there is no whole file, on our fixture written many times
// over, each copy with ids of its own. Each case first checks that the reader finds as many records
// as the publisher's file has.
#include <benchmark/benchmark.h>

#include <string>
#include <string_view>
#include <vector>

#include "interdict/base/mapped_file.h"
#include "interdict/lists/registry.h"

namespace interdict {
namespace {

struct ListCase {
  const char* name;
  std::vector<std::string> files;  // under lists/
  uint64_t records;                // counted with other tools, see ../shared/data/README.md
};

const std::vector<ListCase>& Cases() {
  static const auto* const kCases = new std::vector<ListCase>{
      {"ofac_legacy_csv/sdn_2024-05-03", {"us_ofac_sdn/2024-05-03/sdn.csv"}, 14965},
      {"ofac_legacy_csv/quad_2023-12-28",
       {"us_ofac_sdn/2023-12-28/sdn.csv", "us_ofac_sdn/2023-12-28/alt.csv",
        "us_ofac_sdn/2023-12-28/add.csv", "us_ofac_sdn/2023-12-28/sdn_comments.csv"},
       13821},
      {"ofac_standard_xml", {"us_ofac_cons/2025-03-28/consolidated.xml"}, 443},
      {"ofac_enhanced_xml", {"us_ofac_cons/2025-03-28/cons_enhanced.xml"}, 443},
      {"ofac_advanced_xml", {"us_ofac_cons/2020-03-17/cons_advanced.xml"}, 375},
      {"un_xml", {"un_sc_sanctions/2026-02-27/consolidated.xml"}, 1003},
      {"ofsi_conlist_csv", {"gb_hmt_sanctions/2025-04-10/ConList.csv"}, 4686},
      {"canada_sema_xml", {"ca_dfatd_sema_sanctions/2025-03-20/sema-lmes.xml"}, 4759},
      {"australia_dfat/xlsx", {"au_dfat_sanctions/2024-12/regulation8_consolidated.xlsx"}, 3062},
      {"australia_dfat/csv", {"au_dfat_sanctions/2024-12/regulation8_consolidated.csv"}, 3062},
      {"csl_csv", {"us_trade_csl/2016-02_reduced/consolidated.csv"}, 399},
      {"opensanctions_simple_csv",
       {"opensanctions/ua_war_sanctions_2026-03-13/targets.simple.csv"},
       5600},
      {"opensanctions_ftm/delta", {"opensanctions/delta_2024-06/entities.delta.json"}, 0},
  };
  return *kCases;
}

// A fixture of XML whose records are written `kCopies` times over.
struct FixtureCase {
  const char* name;
  std::string file;                   // under tests/fixtures
  std::string_view opening, closing;  // of a record
  std::string_view id_mark;           // text before an id; digits are put behind the id
  uint64_t records;                   // of the fixture
};
constexpr uint64_t kCopies = 1000;

const std::vector<FixtureCase>& FixtureCases() {
  static const auto* const kCases = new std::vector<FixtureCase>{
      {"eu_fsf_xml/fixture", "eu/fsf.xml", "<sanctionEntity ", "</sanctionEntity>", " logicalId=\"",
       5},
      {"uk_sanctions_xml/fixture", "uk/uk_sanctions.xml", "<Designation>", "</Designation>",
       "<UniqueID>", 3},
      {"seco_xml/fixture", "seco/whole_list.xml", "<target ", "</target>", " ssid=\"", 0},
  };
  return *kCases;
}

// The text with the copy's number behind every id.
void AppendCopy(std::string_view text, std::string_view id_mark, uint64_t copy, std::string* out) {
  const std::string digits = std::to_string(10000 + copy).substr(1);
  for (size_t at = text.find(id_mark); at != std::string_view::npos; at = text.find(id_mark)) {
    const size_t end = text.find_first_of("\"<", at + id_mark.size());
    out->append(text.substr(0, end)).append(digits);
    text.remove_prefix(end);
  }
  out->append(text);
}

std::string Repeated(std::string_view bytes, const FixtureCase& fixture) {
  const size_t begin = bytes.find(fixture.opening);
  const size_t end = bytes.rfind(fixture.closing) + fixture.closing.size();
  std::string text(bytes.substr(0, begin));
  for (uint64_t copy = 0; copy < kCopies; ++copy) {
    AppendCopy(bytes.substr(begin, end - begin), fixture.id_mark, copy, &text);
  }
  return text.append(bytes.substr(end));
}

// Number of records, after reading the files once.
Result<uint64_t> Read(std::span<const InputFile> files) {
  ASSIGN_OR_RETURN(const Format* format, RecogniseFormat(files));
  ReadOptions options;
  options.source = "bench";
  uint64_t records = 0;
  ASSIGN_OR_RETURN(const ParseReport report,
                   format->Read(files, options, [&](Record&& record) -> Status {
                     benchmark::DoNotOptimize(record);
                     ++records;
                     return Ok{};
                   }));
  benchmark::DoNotOptimize(report);
  return records;
}

void ReadFiles(benchmark::State& state, std::span<const InputFile> files, uint64_t expected) {
  const auto first = Read(files);
  if (!first.ok()) return state.SkipWithError(first.error().Text().c_str());
  if (expected != 0 && *first != expected) {
    return state.SkipWithError("not the publisher's number of records");
  }
  for (auto _ : state) benchmark::DoNotOptimize(Read(files).ok());
  size_t bytes = 0;
  for (const InputFile& file : files) bytes += file.bytes.size();
  state.SetBytesProcessed(static_cast<int64_t>(bytes) * static_cast<int64_t>(state.iterations()));
  state.SetItemsProcessed(static_cast<int64_t>(*first) * static_cast<int64_t>(state.iterations()));
}

void ReadList(benchmark::State& state, const ListCase& list) {
  std::vector<MappedFile> mapped;
  std::vector<InputFile> files;
  for (const std::string& path : list.files) {
    auto file = MappedFile::Open(std::string(INTERDICT_SHARED_DATA) + "/lists/" + path);
    if (!file.ok()) return state.SkipWithError(file.error().Text().c_str());
    mapped.push_back(std::move(*file));
  }
  for (size_t i = 0; i < mapped.size(); ++i) files.push_back({list.files[i], mapped[i].bytes()});
  ReadFiles(state, files, list.records);
}

void ReadFixture(benchmark::State& state, const FixtureCase& fixture) {
  const auto file =
      MappedFile::Open(std::string(INTERDICT_SOURCE_DIR) + "/tests/fixtures/" + fixture.file);
  if (!file.ok()) return state.SkipWithError(file.error().Text().c_str());
  const std::string text = Repeated(file->bytes(), fixture);
  const InputFile input{fixture.file, text};
  ReadFiles(state, {&input, 1}, fixture.records * kCopies);
}

}  // namespace
}  // namespace interdict

int main(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  for (const auto& list : interdict::Cases()) {
    benchmark::RegisterBenchmark(list.name, [&list](benchmark::State& state) {
      interdict::ReadList(state, list);
    })->Unit(benchmark::kMillisecond);
  }
  for (const auto& fixture : interdict::FixtureCases()) {
    benchmark::RegisterBenchmark(fixture.name, [&fixture](benchmark::State& state) {
      interdict::ReadFixture(state, fixture);
    })->Unit(benchmark::kMillisecond);
  }
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}
