// What a server may send in Location and Digest. The address that is checked must be the address
// that is asked for: taken apart again from its own text, it names the same host and port.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "interdict/fetch/digest_header.h"
#include "interdict/fetch/web_address.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const interdict::DigestHeader digest = interdict::ParseDigestHeader(text);
  const bool readable = digest.stated == interdict::StatedHash::kReadable;
  if (digest.hex.size() != (readable ? 64U : 0U)) abort();
  static const auto base = interdict::ParseWebAddress("https://lists.example/a/b?c");
  const auto address = interdict::ResolveWebAddress(*base, text);
  if (!address.ok() || address->scheme != "https") return 0;
  const auto again = interdict::ParseWebAddress(address->Text());
  if (!again.ok() || again->Authority() != address->Authority()) abort();
  if (again->path != address->path || again->query != address->query) abort();
  return 0;
}
