// What a file is written in, told from its name and its beginning. Cost: O(1). Test:
// read_document_test.cc.
#pragma once

#include <string_view>

#include "interdict/documents/document.h"

namespace interdict::documents {

// ".html", ".htm", ".xhtml" or a document that begins like a page; ".md", ".markdown" or a text
// with links and headings as Markdown writes them; ".eml" or a block of headers as mail has it.
Markup RecogniseMarkup(std::string_view file, std::string_view text);

}  // namespace interdict::documents
