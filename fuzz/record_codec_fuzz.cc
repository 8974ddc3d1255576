// Stored records from any bytes: refused, or a record that everything else can work with.
#include <cstdint>
#include <cstdlib>

#include "interdict/entity/record_codec.h"
#include "interdict/entity/record_diff.h"
#include "interdict/entity/record_json.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace interdict;
  Record record;
  if (!DecodeRecord({reinterpret_cast<const char*>(data), size}, &record).ok()) return 0;
  JsonWriter json;
  WriteRecord(record, &json);
  if (FactChanges(Record(), record).empty() != FactChanges(record, Record()).empty()) abort();
  Record again;
  const std::string bytes = EncodeRecord(record);
  if (!DecodeRecord(bytes, &again).ok() || EncodeRecord(again) != bytes) abort();
  return 0;
}
