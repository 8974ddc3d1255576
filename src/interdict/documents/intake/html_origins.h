// Where the characters of a text node came from in the page: gumbo gives the place of the node, not
// of what its character references stand for. Test: html_test.cc.
#pragma once

#include <cstdint>
#include <string_view>

#include "interdict/documents/document.h"

namespace interdict::documents {

// A piece of a text node: bytes that stand in the source as they are, or, when the sizes differ or
// `whole` is set, what a piece of the source stands for as a whole.
struct TextPiece {
  std::string_view text;
  Span source;
  bool whole = false;
};

// Takes a text node apart, piece by piece. `original` is the node's source, which begins at
// `source_begin`; tags that the parser ignored may stand in it.
class TextNodeReader {
 public:
  TextNodeReader(std::string_view text, std::string_view original, uint32_t source_begin)
      : text_(text), original_(original), source_begin_(source_begin) {}

  // False at the end.
  bool Next(TextPiece* piece);

 private:
  bool NextReference(TextPiece* piece);
  Span SourceOf(size_t begin, size_t end) const {
    return {source_begin_ + static_cast<uint32_t>(begin),
            source_begin_ + static_cast<uint32_t>(end)};
  }

  std::string_view text_, original_;
  uint32_t source_begin_;
  size_t at_ = 0, from_ = 0;  // in text_ and original_
};

}  // namespace interdict::documents
