// Any bytes as a custom list; what stands before the first zero byte, if there is one, as its
// mapping.
#include <cstdint>
#include <string_view>

#include "interdict/lists/own/custom_list.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view all(reinterpret_cast<const char*>(data), size);
  const size_t zero = all.find('\0');
  const bool mapped = zero != std::string_view::npos;
  const interdict::InputFile file{"list", mapped ? all.substr(zero + 1) : all};
  interdict::ReadOptions options;
  options.source = "fuzz";
  if (mapped) options.mapping = all.substr(0, zero);
  interdict::CustomListFormat().Recognises(file);
  const auto report = interdict::CustomListFormat().Read(
      {&file, 1}, options,
      [](interdict::Record&&) -> interdict::Status { return interdict::Ok{}; });
  return report.ok() && !report->Reconciles() ? __builtin_trap(), 0 : 0;
}
