// Any bytes as a document: read as what they look like, and as each kind of markup. Whatever is
// read, its text is valid UTF-8, its origins cover the text and stay within the file, and its
// blocks and dates are in order within the text.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "interdict/base/utf8.h"
#include "interdict/documents/dates.h"
#include "interdict/documents/intake/read_document.h"

namespace {

using namespace interdict::documents;

void Require(bool condition) {
  if (!condition) std::abort();
}

void Check(const Document& document) {
  Require(interdict::utf8::FirstInvalid(document.text) == std::string_view::npos);
  uint32_t at = 0;
  for (const Origin& origin : document.origins) {
    Require(origin.text.begin == at && origin.text.begin < origin.text.end);
    Require(origin.source.begin <= origin.source.end);
    Require(origin.source.end <= document.source.size());
    at = origin.text.end;
  }
  Require(document.origins.empty() || at == document.text.size());
  uint32_t end = 0;
  for (const Block& block : document.blocks) {
    Require(block.span.begin >= end && !block.span.empty());
    end = block.span.end;
    Require(document.SourceSpan(block.span).end <= document.source.size());
  }
  Require(end <= document.text.size() && document.body.end <= document.text.size());
  for (const std::string* shown : {&document.title, &document.outlet, &document.language})
    Require(interdict::utf8::FirstInvalid(*shown) == std::string_view::npos);
  for (const auto& candidate : document.published.candidates)
    Require(interdict::utf8::FirstInvalid(candidate.text) == std::string_view::npos);
  for (const std::string& warning : document.warnings)
    Require(interdict::utf8::FirstInvalid(warning) == std::string_view::npos);
  const auto size = static_cast<uint32_t>(document.text.size());
  end = 0;
  for (const DateExpression& date : FindDates(document.text, {0, size})) {
    Require(date.span.begin >= end && !date.span.empty() && date.span.end <= size);
    end = date.span.end;
    static_cast<void>(ResolveDate(date, document.published.date, Tense::kFuture));
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  IntakeOptions options;
  for (const char* name : {"a.txt", "a.html", "a.md", "a.eml"}) {
    const auto document = ReadDocument(name, bytes, options);
    if (document.ok()) Check(*document);
  }
  return 0;
}
