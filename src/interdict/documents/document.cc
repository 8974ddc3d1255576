#include "interdict/documents/document.h"

#include <algorithm>
#include <utility>

namespace interdict::documents {

std::string_view BlockKindName(BlockKind kind) {
  constexpr std::string_view kNames[] = {"title",  "body",     "caption",
                                         "byline", "dateline", "chrome"};
  return kNames[static_cast<size_t>(kind)];
}

std::string_view MarkupName(Markup markup) {
  constexpr std::string_view kNames[] = {"plain", "markdown", "html", "email"};
  return kNames[static_cast<size_t>(markup)];
}

Document& Document::operator=(Document&& other) noexcept {
  const bool own = other.text.data() == other.converted.data();
  file = std::move(other.file);
  source = other.source;
  markup = other.markup;
  encoding = std::move(other.encoding);
  text = other.text;
  converted = std::move(other.converted);
  if (own) text = converted;  // a short string moves its bytes
  origins = std::move(other.origins);
  blocks = std::move(other.blocks);
  body = other.body;
  published = std::move(other.published);
  title = std::move(other.title);
  outlet = std::move(other.outlet);
  language = std::move(other.language);
  warnings = std::move(other.warnings);
  return *this;
}

namespace {

// The source of one byte of the text: its beginning, or with `end` set, where it ends.
uint32_t SourceByte(const std::vector<Origin>& origins, uint32_t byte, bool end) {
  if (origins.empty()) return byte;
  // The run that holds the byte (for an end, the byte before it).
  const uint32_t inside = end && byte > 0 ? byte - 1 : byte;
  auto after = std::upper_bound(
      origins.begin(), origins.end(), inside,
      [](uint32_t wanted, const Origin& origin) { return wanted < origin.text.begin; });
  if (after == origins.begin()) return origins.front().source.begin;
  const Origin& origin = *(after - 1);
  const bool copied = origin.text_unit == 1 && origin.source_unit == 1;
  if (copied && origin.text.size() != origin.source.size())
    return end ? origin.source.end : origin.source.begin;
  // The unit that holds the byte: 64 bits, as a byte behind the last run is past all units.
  const uint64_t units = (byte - origin.text.begin + (end ? origin.text_unit - 1 : 0)) /
                         static_cast<uint64_t>(origin.text_unit);
  return static_cast<uint32_t>(
      std::min<uint64_t>(origin.source.begin + units * origin.source_unit, origin.source.end));
}

}  // namespace

Span Document::SourceSpan(Span span) const {
  const uint32_t begin = SourceByte(origins, span.begin, false);
  if (span.empty()) return {begin, begin};
  return {begin, SourceByte(origins, span.end, true)};
}

const Block* Document::BlockAt(uint32_t byte) const {
  auto after = std::upper_bound(
      blocks.begin(), blocks.end(), byte,
      [](uint32_t wanted, const Block& block) { return wanted < block.span.begin; });
  if (after == blocks.begin()) return nullptr;
  const Block& block = *(after - 1);
  return byte < block.span.end ? &block : nullptr;
}

}  // namespace interdict::documents
