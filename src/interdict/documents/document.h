// A text and where its bytes came from: what every stage of reading documents shares.
//
// `text` is what is read: UTF-8, the words of the file in the order of the file. `source` is the
// file as given. All spans inside the library are bytes of `text`; SourceSpan gives the bytes of
// the file, and only those are shown to users.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "interdict/entity/partial_date.h"

namespace interdict::documents {

// Bytes, half-open.
struct Span {
  uint32_t begin = 0, end = 0;

  uint32_t size() const { return end - begin; }
  bool empty() const { return begin >= end; }
  bool Contains(Span other) const { return begin <= other.begin && other.end <= end; }
  bool Overlaps(Span other) const { return begin < other.end && other.begin < end; }
  bool operator==(const Span&) const = default;
};

enum class BlockKind : uint8_t { kTitle, kBody, kCaption, kByline, kDateline, kChrome };
std::string_view BlockKindName(BlockKind kind);  // "title", ...

// A run of text that a line break (or an HTML block element) sets apart: a headline, a paragraph, a
// list item. Sentences do not cross blocks.
struct Block {
  Span span;
  BlockKind kind = BlockKind::kBody;
  std::string_view reason;  // of the kind; a constant such as "layout.caption.photo_credit"
};

// When the text was published, or why that cannot be known. Never guessed.
struct Publication {
  struct Candidate {
    Span span;            // in the text; empty for metadata and options
    std::string text;     // as written
    std::string value;    // ISO 8601, or empty
    std::string verdict;  // "used", or why it was refused
  };

  std::optional<PartialDate> date;
  std::string basis;  // "option", "html_metadata", "dateline", "header", "weekday", "unknown"
  std::vector<Candidate> candidates;
};

// Where a run of the text came from in the source: each `text_unit` bytes of it stand for
// `source_unit` bytes of the source, as a whole. A copied run has units of 1 and 1, an entity or a
// converted character those of its lengths. Units of 1 and 1 with different sizes: the whole run
// stands for the whole of its source, which is empty for what only sets blocks apart.
struct Origin {
  Span text;
  Span source;
  uint16_t text_unit = 1, source_unit = 1;

  bool operator==(const Origin&) const = default;
};

enum class Markup : uint8_t { kPlain, kMarkdown, kHtml, kEmail };
std::string_view MarkupName(Markup markup);

struct Document {
  std::string file;         // as named by the caller
  std::string_view source;  // the file as given; borrowed
  Markup markup = Markup::kPlain;
  std::string encoding;         // "UTF-8", "windows-1252", ...: as read
  std::string_view text;        // `source` itself, or `converted`
  std::string converted;        // where the text is not the source as it stands
  std::vector<Origin> origins;  // in order, covering the text; empty: text and source are one
  std::vector<Block> blocks;    // in order, disjoint; every letter of the text is in one
  Span body;                    // from the title, or else the first body block, to the last one
  Publication published;
  std::string title, outlet, language;  // from metadata or headers, or empty
  std::vector<std::string> warnings;    // what could not be read as it stands

  Document() = default;
  Document(Document&& other) noexcept { *this = std::move(other); }
  Document& operator=(Document&& other) noexcept;

  std::string_view Text(Span span) const { return text.substr(span.begin, span.size()); }
  // The bytes of the file that a span of the text came from. O(log origins).
  Span SourceSpan(Span span) const;
  // The block that holds a byte of the text, or nullptr.
  const Block* BlockAt(uint32_t byte) const;
};

}  // namespace interdict::documents
