// Two names against each other without any list: the name feature alone, all parts equally rare.
#pragma once

#include <string>
#include <string_view>

#include "interdict/match/name_alignment.h"
#include "interdict/names/analyze.h"

namespace interdict {

struct NameComparison {
  Points score = 0;
  NameLosses losses;
  std::string explanation;
};

// The better of both directions (a cut-off last word is looked for on the query's side only). Test:
// compare_names_test.cc.
NameComparison CompareNames(std::string_view a, std::string_view b, names::NameClass name_class,
                            const names::Analyzer& analyzer);

}  // namespace interdict
