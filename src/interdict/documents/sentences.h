// Where the sentences of a block begin and end.
//
// Own rules rather than ICU's, whose iterator breaks "U.S. | Escalates" and "according to U.S. |
// Defense Secretary" and joins "the CIA.A senior official": a full stop ends a sentence unless the
// word before is an abbreviation that stands before a name or a number (data/documents/
// abbreviations.tsv), an initial, or may be either and what follows does not open a sentence; a
// missing space behind it does not matter. Sentences of scripts without capitals end at their own
// full stops. Test: sentences_test.cc.
#pragma once

#include <string_view>
#include <vector>

#include "interdict/documents/document.h"

namespace interdict::documents {

// In order, disjoint, without blanks at their ends; every letter of the block is in one. O(n).
void SplitSentences(std::string_view text, Span block, std::vector<Span>* sentences);

}  // namespace interdict::documents
