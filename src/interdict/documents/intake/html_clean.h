// A copy of a page that a tree can safely be built from, byte for byte at the same places.
//
// What is no text (scripts, styles, drawings, form controls) is overwritten with spaces before the
// parser sees it. So are start tags that would nest deeper than kMaxHtmlDepth, that would leave
// more formatting elements open than any page has, or that carry hundreds of attributes: the HTML
// algorithm costs time in depth times tags, memory in open formatting elements times tags, and
// compares each attribute with all others. A page of 10,000 nested <div> loses most of its tags and
// none of its text.
//
// The depth is estimated with the stack that the HTML standard keeps, simplified to the side of
// too deep. Should a page get around that, the worst it can do with kMaxHtmlTags is to take some
// seconds; a page with more tags is flattened to lines. The memory of the tree has a limit of its
// own (html_tree.h).
// Cost: O(n), two passes. Cannot fail. Test: html_test.cc.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "interdict/documents/document.h"

namespace interdict::documents {

inline constexpr size_t kMaxHtmlDepth = 400;
inline constexpr size_t kMaxHtmlTags = 100000;

struct CleanHtml {
  std::string bytes;              // as long as the page
  std::vector<Span> linked_data;  // contents of <script type="application/ld+json">
  std::vector<std::string> warnings;
};

CleanHtml Clean(std::string_view html);

}  // namespace interdict::documents
