// Any bytes as a JSON document with an array of records, and as JSON lines. A document that the
// streaming reader takes must be JSON for the parser as a whole too.
#include <cstdint>
#include <string_view>

#include "interdict/syntax/json.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  interdict::JsonParser parser;
  const auto parse = [&](std::string_view value) -> interdict::Status {
    const auto parsed = parser.Parse(value);
    if (!parsed.ok()) return parsed.error();
    return interdict::Ok{};
  };
  interdict::JsonArrayCallbacks callbacks;
  callbacks.element = [&](std::string_view value, const interdict::JsonPlace&) {
    return parse(value);
  };
  callbacks.member = [&](std::string_view, std::string_view value) { return parse(value); };
  static_cast<void>(interdict::StreamJsonArray(text, "results", callbacks).ok());
  for (interdict::JsonLines lines(text); lines.Next();)
    static_cast<void>(lines.Parse(&parser).ok());
  return 0;
}
