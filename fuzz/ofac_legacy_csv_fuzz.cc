// OFAC's legacy CSV on any bytes: up to four files with 0x1C between them.
#include <cstdint>
#include <cstdlib>
#include <vector>

#include "interdict/base/strings.h"
#include "interdict/lists/ofac/ofac_legacy_csv.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace interdict;
  std::vector<InputFile> files;
  for (std::string_view part : SplitTrimmed({reinterpret_cast<const char*>(data), size}, "\x1C")) {
    if (files.size() < 4) files.push_back({"part.csv", part});
  }
  uint64_t records = 0;
  const auto report = OfacLegacyCsvFormat().Read(files, {}, [&](Record&&) -> Status {
    ++records;
    return Ok{};
  });
  if (report.ok() && (!report->Reconciles() || report->records_out != records)) abort();
  return 0;
}
