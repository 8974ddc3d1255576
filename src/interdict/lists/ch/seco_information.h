// other-information of the SECO list: one line of free text each, often "label: value".
// Test: seco_xml_test.cc.
#pragma once

#include <string_view>

#include "interdict/entity/record.h"

namespace interdict {

// Adds what the line says: contact data, legal form, date of registration, numbers with a known
// label; a line that is more than one of these, or none, is kept as a note. The record's schema and
// addresses must be set.
void AddSecoInformation(std::string_view text, Record* record);

}  // namespace interdict
