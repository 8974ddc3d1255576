// The XML reader on any bytes: no crash, all text well-formed UTF-8, and a document that is read to
// its end has a root that is found in its head.
#include <cstdint>
#include <cstdlib>

#include "interdict/base/utf8.h"
#include "interdict/syntax/xml.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace interdict;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  XmlCallbacks callbacks;
  callbacks.record = [](const XmlElement& record) -> Status {
    record.ForEachUnused([](const std::string& path, std::string_view value) {
      if (utf8::FirstInvalid(path) != path.npos || utf8::FirstInvalid(value) != value.npos) abort();
    });
    record.MarkAllUsed();
    record.ForEachUnused([](const std::string&, std::string_view) { abort(); });
    return Ok{};
  };
  const XmlLimits limits{.max_depth = 8, .max_record_nodes = 64, .max_text_bytes = 256};
  const Status status = StreamXml(bytes, {"r", "target"}, callbacks, limits);
  if (status.ok() && !PeekXmlRoot(bytes).ok()) abort();
  return 0;
}
