// When a document was published, as far as it says so itself.
//
// In this order: what the caller knows; the metadata of the page; the header of the message; the
// date line below the title or at the beginning of the text ("WASHINGTON, Jan. 28, 2019 -"). A date
// in the site's furniture is refused: it may be the day on which somebody saved the page. So is a
// date of the text, which is that of an event. Every date that was looked at is kept, with the
// reason why it was refused. A wrong date shifts every "on Friday" of the text, so there is no
// guess: without a sure one the publication is unknown.
// Test: publication_test.cc, tests/real/articles_test.cc.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "interdict/documents/document.h"

namespace interdict::documents {

// A date that markup gives, and where: "article:published_time", "header Date".
struct DateClaim {
  std::string where;
  std::string text;
  Span span;              // in the document's text, where it stands there
  bool header = false;    // of an e-mail
  bool published = true;  // false: of a change or of an unnamed element; kept, and refused
};

// `document` has its text, blocks, title and body.
Publication FindPublication(const Document& document, const std::optional<PartialDate>& told,
                            const std::vector<DateClaim>& claims);

}  // namespace interdict::documents
