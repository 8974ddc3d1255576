// What a page says about itself in its head: title, outlet, language, dates. Test: html_test.cc.
#pragma once

#include <gumbo.h>

#include <string>
#include <string_view>
#include <vector>

#include "interdict/documents/intake/html_clean.h"
#include "interdict/documents/intake/publication.h"

namespace interdict::documents {

// The attribute's value, empty when there is none.
std::string_view AttributeValue(const GumboNode* node, const char* name);

struct HtmlMetadata {
  std::string title, outlet, language;
  std::vector<DateClaim> claims;  // the ones that count for most first
};

// `html` is the page that `clean` was made from.
HtmlMetadata ReadMetadata(const GumboNode* root, std::string_view html, const CleanHtml& clean);

// The encoding that the page names in its first bytes, or empty.
std::string DeclaredHtmlEncoding(std::string_view bytes);

}  // namespace interdict::documents
