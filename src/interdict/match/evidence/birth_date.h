// Dates of birth, and of incorporation.
#pragma once

#include <optional>

#include "interdict/match/evidence/evidence.h"

namespace interdict {

// Of several dates on either side the pair that agrees best counts. A year agrees with every day of
// it; an approximate date with birth_circa_years around it. Test: birth_date_test.cc.
std::optional<Evidence> CompareBirthDate(const EvidenceInput& input);

}  // namespace interdict
