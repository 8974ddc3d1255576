// Scanned documents as one HTML page that stands alone: the text with parties and measures marked,
// each with its explanation, and tables of both.
//
// Without a script it is a document: marks are links to the rows of the tables. With it a panel
// explains what the pointer rests on, what has the focus (tab and arrow keys) or what was chosen.
// On paper the marks carry the codes of the rows. Test: scan_page_test.cc, and in a browser
// tests/browser/pages_test.py.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "interdict/documents/scan.h"

namespace interdict::documents {

// Browsers become slow beyond some megabytes of marked text. The page says what it leaves out.
struct PageLimits {
  // With more text than this, only paragraphs with findings are shown ...
  size_t whole_text_bytes = size_t{2} << 20;
  // ... up to so much, and so many mentions are listed with their rules.
  size_t shown_text_bytes = size_t{8} << 20;
  size_t mention_rows = 20000;
};

std::string ScanPage(const std::vector<const Scan*>& scans, const PageLimits& limits = {});

}  // namespace interdict::documents
