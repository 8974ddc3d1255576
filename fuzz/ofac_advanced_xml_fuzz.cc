// OFAC's Advanced XML on any bytes: no crash, and a report that reconciles with the records handed
// over.
#include <cstdint>
#include <cstdlib>

#include "interdict/lists/ofac/ofac_advanced_xml.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace interdict;
  const InputFile file{"list.xml", {reinterpret_cast<const char*>(data), size}};
  const Format& format = OfacAdvancedXmlFormat();
  uint64_t records = 0;
  const auto report = format.Read({&file, 1}, {}, [&](Record&&) -> Status {
    ++records;
    return Ok{};
  });
  if (!report.ok()) return 0;
  if (!report->Reconciles() || report->records_out != records || !format.Recognises(file)) abort();
  return 0;
}
