// OFAC's Remarks: the first byte is the kind of party and whether the text is cut; every item is
// either a fact or kept.
#include <cstdint>
#include <cstdlib>

#include "interdict/lists/ofac/ofac_remarks.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  if (size == 0) return 0;
  interdict::Record record;
  record.schema = static_cast<interdict::Schema>(data[0] % interdict::kSchemaCount);
  const std::string_view text(reinterpret_cast<const char*>(data + 1), size - 1);
  const auto count = interdict::ReadOfacRemarks(text, (data[0] & 0x80) != 0, &record);
  if (count.items - count.understood > record.uninterpreted.size()) std::abort();
  return 0;
}
