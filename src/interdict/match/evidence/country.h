// Countries.
#pragma once

#include <optional>

#include "interdict/match/evidence/evidence.h"

namespace interdict {

// A country in common counts more where the party belongs (nationality, citizenship, jurisdiction,
// flag) than where it was found (addresses, residence, birth). Nothing in common contradicts,
// except where a side names a state that is no more: a Soviet citizen may be of many countries.
// A region and its country agree as a place where the party was found. Test: country_test.cc.
std::optional<Evidence> CompareCountry(const EvidenceInput& input);

}  // namespace interdict
