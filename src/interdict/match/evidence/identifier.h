// Identifiers: numbers that agree, and numbers that contradict.
#pragma once

#include <optional>

#include "interdict/match/evidence/evidence.h"

namespace interdict {

// An equal strong identifier, or a medium one of the same country, lifts the score to that of
// certainty; a medium one of unknown country nearly so; a weak one adds a little. Where none but a
// weak one agrees and both sides have a valid number of a scheme of which a party keeps one for
// life (IMO number, LEI, RIF), the difference contradicts. Test: identifier_test.cc.
std::optional<Evidence> CompareIdentifier(const EvidenceInput& input);

}  // namespace interdict
