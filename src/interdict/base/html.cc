#include "interdict/base/html.h"

#include "interdict/base/utf8.h"

namespace interdict {

std::string EscapeHtml(std::string_view text) {
  std::string out;
  for (char c : utf8::Sanitize(text)) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

}  // namespace interdict
