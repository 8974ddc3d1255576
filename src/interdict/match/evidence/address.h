// Addresses.
#pragma once

#include <optional>

#include "interdict/match/evidence/evidence.h"

namespace interdict {

// By the share of the shorter address's folded words that stand in the other: all of the weight
// from three quarters on, none up to half, and one or two words in common give a third or two
// thirds of it: "Caracas" stands in thousands of addresses. Never contradicts: people move. Places
// of birth are no addresses. Test: address_test.cc.
std::optional<Evidence> CompareAddress(const EvidenceInput& input);

}  // namespace interdict
