// Files of customers from any bytes, in the format that the first byte chooses: texts are UTF-8.
#include <cstdlib>

#include "interdict/base/utf8.h"
#include "interdict/screen/customer_file.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace interdict;
  if (size == 0) return 0;
  const auto format = static_cast<CustomerFileOptions::Format>(data[0] / 2 % 2);
  const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  auto reader = CustomerReader::Open(bytes, {format, data[0] % 2 == 0 ? "f.csv" : "f.tsv", {}});
  Customer c;
  for (auto more = Result<bool>(reader.ok()); more.ok() && *more; more = (*reader)->Next(&c)) {
    if ((*reader)->position() > bytes.size()) abort();
    for (const std::string& text : c.query.names)
      if (utf8::FirstInvalid(text) != text.npos) abort();
  }
  return 0;
}
