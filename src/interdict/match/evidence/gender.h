// Gender.
#pragma once

#include <optional>

#include "interdict/match/evidence/evidence.h"

namespace interdict {

// Genders that two records of a party disagree on contradict nothing. Test: gender_test.cc.
std::optional<Evidence> CompareGender(const EvidenceInput& input);

}  // namespace interdict
