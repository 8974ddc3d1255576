// What can be said of one line without looking at the others. Test: layout_test.cc.
#pragma once

#include <string_view>

#include "interdict/documents/document.h"

namespace interdict::documents {

// The last character, behind quotes and brackets, is a full stop, or a mark that ends a sentence
// too.
bool EndsSentence(std::string_view line);

// A line that reads as running text: a whole sentence, or too long for anything else.
bool IsProse(std::string_view line);

// "By Staff, News Agencies": capitalised words behind "By", and no sentence.
bool IsByline(std::string_view line);

// Nothing but a date of at least a month's precision, with what may stand around one: a time, a
// place in front ("WASHINGTON, Jan. 28, 2019"), "Published", "Updated".
bool IsDateLine(std::string_view line);

// No letter and no digit: "***", "----".
bool IsSeparator(std::string_view line);

// What the table of phrases says of a line.
struct PhraseMatch {
  BlockKind kind = BlockKind::kBody;
  std::string_view reason;  // empty: nothing
  bool ends_text = false;   // what follows may be none of the text either
};
PhraseMatch MatchPhrase(std::string_view line);

}  // namespace interdict::documents
