// Any bytes as a spreadsheet.
#include <cstdint>
#include <string_view>

#include "interdict/syntax/xlsx.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const auto sheet = interdict::StreamXlsx(
      {reinterpret_cast<const char*>(data), size},
      [](const interdict::XlsxRow&) -> interdict::Status { return interdict::Ok{}; });
  static_cast<void>(sheet.ok());
  return 0;
}
