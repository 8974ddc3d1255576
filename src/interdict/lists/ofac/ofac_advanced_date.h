// Dates of OFAC's Advanced XML.
// Test: ofac_advanced_date_test.cc.
#pragma once

#include <optional>

#include "interdict/entity/partial_date.h"
#include "interdict/syntax/xml.h"

namespace interdict {

// A date with the child elements Year, Month and Day, of which the last ones may be missing or
// zero. nullopt when there is no such date. `date` may be null.
std::optional<PartialDate> ReadAdvancedDate(const XmlElement* date);

// A DatePeriod. It has four corners, Start/From, Start/To, End/From and End/To: equal ones give a
// day, 1 January to 31 December a year, others a span from the earliest start to the latest end; a
// period without End is its start. Approximate="true" on either side makes it circa. nullopt when
// the corners make no interval.
std::optional<PartialDate> ReadAdvancedPeriod(const XmlElement& period);

}  // namespace interdict
