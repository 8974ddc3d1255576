// What the pages of documents have in common: hostile text made harmless and visible, and the frame
// of a page that stands alone.
//
// A page loads nothing: its Content-Security-Policy allows the one style sheet and the one script
// that stand in it, by digest, and no other script, style, image, font, frame, form or connection.
// Text of documents reaches it through VisibleText only. Test: page_html_test.cc; in a browser:
// tests/browser/pages_test.py.
#pragma once

#include <string>
#include <string_view>

#include "interdict/documents/scan.h"

namespace interdict::documents {

// Escaped for text and quoted attributes. Signs that nobody sees but that turn, hide or split what
// is read (bidirectional overrides and isolates, zero-width spaces, control characters, tags) stand
// as "[U+202E]"; joiners and direction marks that scripts need stay.
std::string VisibleText(std::string_view text);

// <bdi>...</bdi>: a name that cannot turn its surroundings.
std::string Isolated(std::string_view text);

struct PageParts {
  std::string title;  // unescaped
  std::string style;  // neither may contain "</"
  std::string script;
  std::string body;  // HTML
};
std::string WholePage(const PageParts& parts);

// "in_force" -> "in force", "non_recognition" -> "non-recognition".
std::string Spaced(std::string_view name);

// "0.93".
std::string TwoDigits(double value);

// A language tag for `lang`, or empty where it is none.
std::string LanguageTag(std::string_view language);

// The sign that stands for a status beside its colour.
std::string_view StatusSign(MeasureStatus status);

// Style shared by all pages (colours, tables, panel); the panel, its script, and how it is used.
std::string_view SharedStyle();
std::string_view PanelElement();
std::string_view PanelScript();
std::string_view PanelHint();

}  // namespace interdict::documents
