// The grammar of Remarks, the one column into which OFAC's legacy files put everything that has no
// column of its own:
//   Remarks := item (';' item)* '.'      item := ['alt. '] label value ['(' country ')']
//                                                ['issued' date] ['expires' date]
//            | ["a.k.a."|"f.k.a."|...] quoted name | a phrase without a label
// Labels and their meaning: ofac_fields.h; phrases: ofac_phrases.h. An alias in single quotes is a
// weak one.
//
// Traps: semicolons inside quoted names and inside addresses of the web are no separators, and one
// without a blank behind it is; a name may hold apostrophes and end in a full stop of its own
// ("S.A."), which is then also the full stop of the Remarks; items of the oldest entries stand in
// brackets.
//
// An item counts as understood only when it became a typed fact; the rest stays in
// record.uninterpreted under the field "Remarks", as written.
// Run on every sdn.csv from 2019 to 2024 and the consolidated list of 2025.
// Test: ofac_remarks_test.cc; fuzz: fuzz/ofac_remarks_fuzz.cc.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "interdict/entity/record.h"

namespace interdict {

// Items of a Remarks text, trimmed, without the full stop at the very end; views into the text.
std::vector<std::string_view> SplitOfacRemarks(std::string_view remarks);

struct OfacRemarksCount {
  uint64_t items = 0;
  uint64_t understood = 0;
};

// Adds the facts that the Remarks state to the record, whose schema must be set. With `cut`, the
// text ends somewhere inside its last item, which is then kept as written and not understood.
OfacRemarksCount ReadOfacRemarks(std::string_view remarks, bool cut, Record* record);

}  // namespace interdict
