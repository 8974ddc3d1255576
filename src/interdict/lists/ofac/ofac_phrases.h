// Items of OFAC's Remarks that have no label. Since 2012 nearly every item has one; before, and
// where no label fits, OFAC writes short phrases: "all offices worldwide", "wife of ...",
// "Brigadier General", "currently incarcerated in ...", a bare web address. Each kind that is
// understood becomes a typed fact; a phrase of no known kind is not understood, and says so.
// Test: ofac_phrases_test.cc.
#pragma once

#include <string_view>

#include "interdict/entity/record.h"

namespace interdict {

// Adds the fact that the phrase states, with the field "Remarks". The record's schema and
// designations must be set: posts are read for individuals only, party groups for the legislative
// council list. False, with the record unchanged, when the phrase is not understood.
bool ReadOfacPhrase(std::string_view phrase, Record* record);

}  // namespace interdict
