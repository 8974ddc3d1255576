// A text made from another one, with the origin of every byte: what every step of intake hands to
// the next. Steps compose: quoted-printable inside windows-1252 inside HTML still maps each letter
// to its bytes in the file. Test: converted_text_test.cc.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "interdict/documents/document.h"

namespace interdict::documents {

struct ConvertedText {
  std::string text;
  std::vector<Origin> origins;  // in order, covering the text; empty only for an empty text
};

// At most `most` bytes of a text for a person: cut between characters, white space squeezed.
std::string Clip(std::string_view text, size_t most);

class TextBuilder {
 public:
  // Appends bytes that stand in the source as they are, from `source_begin` on.
  void Copy(std::string_view bytes, uint32_t source_begin);
  // Appends what a piece of the source stands for as a whole: a converted character, an entity.
  void Replace(std::string_view bytes, Span source);
  // Appends what does not stand in the source, such as a line break between blocks.
  void Insert(std::string_view bytes, uint32_t source_at) {
    Replace(bytes, {source_at, source_at});
  }

  // Appends another text with its origins.
  void Add(const ConvertedText& other);

  const std::string& text() const { return built_.text; }
  uint32_t size() const { return static_cast<uint32_t>(built_.text.size()); }
  ConvertedText Take() { return std::move(built_); }

 private:
  ConvertedText built_;
};

// The origins in the source of a text made from a text made from the source. `inner` says where
// the text came from in the middle one, `outer` where that came from; empty means that they are
// one.
std::vector<Origin> Compose(const std::vector<Origin>& inner, const std::vector<Origin>& outer);

}  // namespace interdict::documents
