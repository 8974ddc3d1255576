// Whether a state named in a text acts or is acted upon there, or is only a place.
//
// "The US intends ...", "sanctions on Caracas", "US sanctions", "between Venezuela and the US" are
// mentions of governments; "in Venezuela", "US President", "Venezuela's current president",
// "traveled to Caracas" are not. Test: state_mentions_test.cc.
#pragma once

#include "interdict/documents/mentions/name_dictionary.h"
#include "interdict/documents/mentions/word_context.h"

namespace interdict::documents {

struct StateUse {
  bool is_mention = false;
  size_t words = 0;        // with the words behind that belong to it: "Venezuelan government"
  bool government = true;  // false: an organ with a name of its own, "French navy"
  std::string_view rule;
};

// The state stands at words [at, at + count). `adjective`: "Venezuelan".
StateUse UseOfState(const WordContext& context, size_t at, size_t count, Sense sense, bool acronym);

}  // namespace interdict::documents
