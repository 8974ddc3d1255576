// Speed of each reader on the real lists: bytes a second, one thread, files mapped and warm.
// Each case first checks that the reader finds as many records as the publisher's file has.
#include <benchmark/benchmark.h>

#include <filesystem>
#include <string>
#include <vector>

#include "interdict/base/mapped_file.h"
#include "interdict/store/importer.h"

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

void ReadList(benchmark::State& state, const ListCase& list) {
  std::vector<MappedFile> mapped;
  std::vector<InputFile> files;
  uint64_t bytes = 0;
  for (const std::string& path : list.files) {
    auto file = MappedFile::Open(std::string(INTERDICT_SHARED_DATA) + "/lists/" + path);
    if (!file.ok()) return state.SkipWithError(file.error().Text().c_str());
    bytes += file->bytes().size();
    mapped.push_back(std::move(*file));
  }
  for (size_t i = 0; i < mapped.size(); ++i) files.push_back({list.files[i], mapped[i].bytes()});
  ImportRequest request;
  request.source = "bench";
  request.files = files;
  const auto first = InspectList(request);
  if (!first.ok()) return state.SkipWithError(first.error().Text().c_str());
  if (list.records != 0 && first->records.size() != list.records) {
    return state.SkipWithError("not the publisher's number of records");
  }
  for (auto _ : state) benchmark::DoNotOptimize(InspectList(request).ok());
  state.SetBytesProcessed(static_cast<int64_t>(bytes) * static_cast<int64_t>(state.iterations()));
  state.SetItemsProcessed(static_cast<int64_t>(first->records.size()) *
                          static_cast<int64_t>(state.iterations()));
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
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}
