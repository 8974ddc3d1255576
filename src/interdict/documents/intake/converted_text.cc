#include "interdict/documents/intake/converted_text.h"

#include <algorithm>
#include <limits>

#include "interdict/base/strings.h"

namespace interdict::documents {
namespace {

bool IsCopy(const Origin& origin) {
  return origin.text_unit == 1 && origin.source_unit == 1 &&
         origin.text.size() == origin.source.size();
}

bool HasUnits(const Origin& origin) {
  return origin.text_unit != 1 || origin.source_unit != 1;
}

// Appends, or makes the last run longer where the new one goes on with the same units.
void AppendOrigin(const Origin& origin, std::vector<Origin>* origins) {
  if (!origins->empty()) {
    Origin& last = origins->back();
    const bool adjacent =
        last.text.end == origin.text.begin && last.source.end == origin.source.begin;
    const bool same_units =
        last.text_unit == origin.text_unit && last.source_unit == origin.source_unit;
    const bool uniform = (IsCopy(last) && IsCopy(origin)) || (HasUnits(last) && HasUnits(origin));
    if (adjacent && same_units && uniform) {
      last.text.end = origin.text.end;
      last.source.end = origin.source.end;
      return;
    }
  }
  origins->push_back(origin);
}

// Units for a run that stands for its source as a whole.
void SetWhole(Origin* origin) {
  constexpr uint32_t kMost = std::numeric_limits<uint16_t>::max();
  const uint32_t text = origin->text.size(), source = origin->source.size();
  if (text == 0 || source == 0 || text > kMost || source > kMost) return;
  origin->text_unit = static_cast<uint16_t>(text);
  origin->source_unit = static_cast<uint16_t>(source);
}

// The first run that ends behind `byte`.
size_t RunAt(const std::vector<Origin>& origins, uint32_t byte) {
  const auto found =
      std::upper_bound(origins.begin(), origins.end(), byte,
                       [](uint32_t wanted, const Origin& o) { return wanted < o.text.end; });
  return static_cast<size_t>(found - origins.begin());
}

// The source of a span of the middle text.
Span SourceOf(const std::vector<Origin>& outer, Span middle) {
  if (outer.empty()) return middle;
  Document mapper;
  const size_t first = RunAt(outer, middle.begin);
  if (first == outer.size()) return {outer.back().source.end, outer.back().source.end};
  const size_t last = middle.empty() ? first : RunAt(outer, middle.end - 1);
  mapper.origins.assign(
      outer.begin() + static_cast<std::ptrdiff_t>(first),
      outer.begin() + static_cast<std::ptrdiff_t>(std::min(last + 1, outer.size())));
  return mapper.SourceSpan(middle);
}

// A run copied from the middle text, cut where the middle text's own origins change.
void ComposeCopy(const Origin& inner, const std::vector<Origin>& outer,
                 std::vector<Origin>* origins) {
  uint32_t middle = inner.source.begin;
  for (size_t run = RunAt(outer, middle); run < outer.size() && middle < inner.source.end; ++run) {
    const Origin& o = outer[run];
    const uint32_t end = std::min(o.text.end, inner.source.end);
    const auto text = [&](uint32_t at) { return inner.text.begin + (at - inner.source.begin); };
    Origin piece{.text = {text(middle), text(end)},
                 .source = SourceOf(outer, {middle, end}),
                 .text_unit = o.text_unit,
                 .source_unit = o.source_unit};
    const bool cut_unit = HasUnits(o) && (middle - o.text.begin) % o.text_unit != 0;
    if (cut_unit || (end < o.text.end && (end - o.text.begin) % o.text_unit != 0)) {
      piece.text_unit = piece.source_unit = 1;
      SetWhole(&piece);
    }
    AppendOrigin(piece, origins);
    middle = end;
  }
}

// A run of units, unit by unit.
void ComposeUnits(const Origin& inner, const std::vector<Origin>& outer,
                  std::vector<Origin>* origins) {
  const uint32_t text_unit = HasUnits(inner) ? inner.text_unit : inner.text.size();
  const uint32_t source_unit = HasUnits(inner) ? inner.source_unit : inner.source.size();
  for (uint32_t at = 0, from = 0; at < inner.text.size(); at += text_unit, from += source_unit) {
    Origin piece;
    piece.text = {inner.text.begin + at,
                  std::min(inner.text.begin + at + text_unit, inner.text.end)};
    const uint32_t begin = std::min(inner.source.begin + from, inner.source.end);
    piece.source = SourceOf(outer, {begin, std::min(begin + source_unit, inner.source.end)});
    SetWhole(&piece);
    AppendOrigin(piece, origins);
  }
}

}  // namespace

std::string Clip(std::string_view text, size_t most) {
  if (text.size() > most) {
    while (most > 0 && (static_cast<unsigned char>(text[most]) & 0xC0) == 0x80) --most;
    text = text.substr(0, most);
  }
  return SqueezeSpaces(text);
}

void TextBuilder::Copy(std::string_view bytes, uint32_t source_begin) {
  if (bytes.empty()) return;
  const uint32_t begin = size(), length = static_cast<uint32_t>(bytes.size());
  built_.text += bytes;
  AppendOrigin({.text = {begin, begin + length}, .source = {source_begin, source_begin + length}},
               &built_.origins);
}

void TextBuilder::Replace(std::string_view bytes, Span source) {
  if (bytes.empty()) return;
  const uint32_t begin = size();
  built_.text += bytes;
  Origin origin{.text = {begin, size()}, .source = source};
  SetWhole(&origin);
  AppendOrigin(origin, &built_.origins);
}

void TextBuilder::Add(const ConvertedText& other) {
  const uint32_t shift = size();
  built_.text += other.text;
  for (Origin origin : other.origins) {
    origin.text = {origin.text.begin + shift, origin.text.end + shift};
    AppendOrigin(origin, &built_.origins);
  }
}

std::vector<Origin> Compose(const std::vector<Origin>& inner, const std::vector<Origin>& outer) {
  if (outer.empty()) return inner;
  if (inner.empty()) return outer;
  std::vector<Origin> origins;
  for (const Origin& origin : inner) {
    if (IsCopy(origin)) {
      ComposeCopy(origin, outer, &origins);
    } else {
      ComposeUnits(origin, outer, &origins);
    }
  }
  return origins;
}

}  // namespace interdict::documents
