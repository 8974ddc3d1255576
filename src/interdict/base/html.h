// Text inside HTML and SVG. Test: html_test.cc.
#pragma once

#include <string>
#include <string_view>

namespace interdict {

// With & < > " ' as entities and malformed UTF-8 replaced; safe as text and in quoted attributes.
std::string EscapeHtml(std::string_view text);

}  // namespace interdict
