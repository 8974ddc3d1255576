// Markdown -> its text, with the place of every byte, as blocks: headings, paragraphs, items,
// cells.
//
// Marks of emphasis, link targets, list and quote marks and fences are left out, so that
// "**Nicolas** Maduro" is one name; the text between them keeps its places. Front matter gives
// title, date and language. Not a renderer: what it does not know (raw HTML, footnotes) stays as it
// stands. Cost: O(n). Cannot fail. Test: markdown_text_test.cc; fuzz: fuzz/document_intake_fuzz.cc.
#pragma once

#include <string_view>

#include "interdict/documents/intake/html_text.h"

namespace interdict::documents {

MarkupText ReadMarkdown(std::string_view markdown);

}  // namespace interdict::documents
