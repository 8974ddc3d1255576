// Names of the SECO list. A name element has ordered parts, each with a value and, in other
// languages and scripts, spelling variants:
//   <name-part order="1" name-part-type="family-name"><value>Lukashenka</value>
//     <spelling-variant lang="RUS" script="CYRL">...</spelling-variant></name-part>
// All combinations of all variants would be thousands for some targets, most of them names that
// nobody bears. Composed are: the values; and for each language and script that variants have in
// common, the name in it, parts without such a variant keeping their value. Where a part has
// several variants in one language and script, they are combined with those of the other parts as
// long as that gives no more than kMaxCombinations; beyond that each variant is used once. Test:
// seco_name_test.cc.
#pragma once

#include <string>
#include <vector>

#include "interdict/entity/record.h"
#include "interdict/syntax/xml.h"

namespace interdict {

struct SecoNames {
  std::vector<Name> names;                 // the composed values first, then the spellings
  std::vector<std::string> titles;         // parts of the type "title"; they are no part of a name
  std::vector<std::string> unknown_types;  // of parts; those parts are taken over as "other"
  bool combinations_left_out = false;
  bool spellings_left_out = false;  // more than kMaxSpellings, or than kMaxBytes of text
};

inline constexpr size_t kMaxCombinations = 24;        // of one language and script
inline constexpr size_t kMaxSpellings = 200;          // of one name element
inline constexpr size_t kMaxBytes = size_t{1} << 18;  // of all spellings of one name element

// Reads a <name> element. `kind` is what the composed values are. Spellings are of the same kind,
// but those of a primary name are its name in the original script, or, in Latin letters, strong
// aliases.
SecoNames ReadSecoName(const XmlElement& element, NameKind kind);

}  // namespace interdict
