// A run of text with marks that may nest, overlap and touch, as HTML.
//
// HTML knows no overlapping elements and no link inside a link. So the text is cut wherever a mark
// begins or ends, and every piece is one flat element that knows all the marks over it, the
// innermost first:
//   "Maduro's regime" (government) with "Maduro" (person) inside
//   -> <a ... data-ids="m1 p1 m0 p0">Maduro</a><a ... data-ids="m0 p0">'s regime</a>
// A piece is a link to the explanation of its innermost mark, which works without a script. Only
// the piece where a mark begins is reached by the tab key; the piece where it ends carries the
// codes that paper shows. Zones are runs that are only lit while what they belong to is explained.
// Cost: O(n log n) of the marks of the run. Test: marked_text_test.cc.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "interdict/documents/document.h"

namespace interdict::documents {

struct LinkMark {
  Span span;
  // "m person listed". The first word is its layer: of several marks of one layer over a piece only
  // the innermost gives its classes.
  std::string classes;
  std::string ids;   // of the explanations, parted by spaces; the first is the link's target
  std::string code;  // "P3": shown behind the mark on paper
};

struct ZoneMark {
  Span span;
  std::string name;     // "d0-v3:actor"
  std::string classes;  // shown always, or empty
};

// The marks that lie in one run of the text, in any order; those that reach beyond it are cut.
struct RunMarks {
  std::vector<const LinkMark*> links;
  std::vector<const ZoneMark*> zones;

  bool empty() const { return links.empty() && zones.empty(); }
};

// `run` of `text` as HTML.
std::string MarkedText(std::string_view text, Span run, const RunMarks& marks);

}  // namespace interdict::documents
