// OFAC's column "City/State/Province/Postal Code", one text for all four: "Zapopan, Jalisco 45110".
// Test: ofac_city_test.cc.
#pragma once

#include <string_view>

#include "interdict/entity/record.h"

namespace interdict {

// Fills city, region and postal code where it is certain which is which: a postal code at the end,
// at most one comma, words such as "Province". What is not certain stays in `full` only, which is
// the caller's.
void SplitOfacCity(std::string_view text, Address* address);

}  // namespace interdict
