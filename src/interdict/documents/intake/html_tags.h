// The tags of a page, as the tokenizer of the HTML standard finds them in text. Raw text (scripts)
// is the caller's matter. Cost: O(length of the tag). Cannot fail.
#pragma once

#include <gumbo.h>

#include <cstddef>
#include <string_view>

namespace interdict::documents {

struct HtmlTag {
  enum class Kind { kNone, kStart, kEnd, kComment, kOther };

  Kind kind = Kind::kNone;
  size_t begin = 0, end = 0;  // '<' to behind '>'
  size_t name_end = 0;        // of kStart, kEnd
  GumboTag tag = GUMBO_TAG_UNKNOWN;
  size_t attributes = 0;
  bool complete = true;  // false: the page ends within it
};

// The tag, comment or declaration that begins with the '<' at `at`; kNone when it begins none.
HtmlTag ReadTag(std::string_view html, size_t at);

// Value of an attribute of a start tag, as written; empty when there is none. For the few tags that
// are read before there is a tree.
std::string_view AttributeOf(std::string_view html, const HtmlTag& tag, std::string_view name);

}  // namespace interdict::documents
