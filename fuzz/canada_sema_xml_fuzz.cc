// The list reader on any bytes: no crash, the report reconciles, every record has an id and a name.
#include <cstdint>
#include <cstdlib>

#include "interdict/lists/ca/canada_sema_xml.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace interdict;
  const InputFile file{"fuzz.xml", {reinterpret_cast<const char*>(data), size}};
  uint64_t records = 0;
  const auto report = CanadaSemaXmlFormat().Read({&file, 1}, {}, [&](Record&& record) -> Status {
    if (record.id.empty() || record.names.empty() || record.names[0].text.empty()) abort();
    ++records;
    return Ok{};
  });
  if (report.ok() && (!report->Reconciles() || report->records_out != records)) abort();
  return 0;
}
