// A key for finding an entry of a small table (country names, field labels) by a text that people
// wrote: lower case, accents of Latin, Greek and Cyrillic letters and Arabic vowel signs removed,
// apostrophes, full stops and invisible characters left out, everything else but letters and digits
// turned into single spaces. A composed and a decomposed spelling give the same key. Not for
// matching names: see text/. Test: lookup_key_test.cc.
#pragma once

#include <string>
#include <string_view>

namespace interdict {

std::string LookupKey(std::string_view text);

}  // namespace interdict
