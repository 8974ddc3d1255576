// Any bytes as OpenSanctions entities or deltas.
#include <cstdint>
#include <string_view>

#include "interdict/lists/opensanctions/opensanctions_ftm.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const interdict::InputFile file{"list", {reinterpret_cast<const char*>(data), size}};
  interdict::ReadOptions options;
  options.source = "fuzz";
  interdict::OpenSanctionsFtmFormat().Recognises(file);
  const auto report = interdict::OpenSanctionsFtmFormat().Read(
      {&file, 1}, options,
      [](interdict::Record&&) -> interdict::Status { return interdict::Ok{}; });
  return report.ok() && !report->Reconciles() ? __builtin_trap(), 0 : 0;
}
