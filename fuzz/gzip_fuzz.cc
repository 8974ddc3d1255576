// Hostile gzip files: an error, or no more bytes than allowed, of which the head is a beginning.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "interdict/syntax/gzip.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  constexpr size_t kMost = 1 << 16;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const std::string head = interdict::GunzipHead(bytes, 100);
  const auto whole = interdict::Gunzip(bytes, kMost);
  if (!whole.ok()) return 0;
  if (!interdict::IsGzip(bytes) || whole->size() > kMost) abort();
  if (whole->substr(0, head.size()) != head) abort();
  return 0;
}
