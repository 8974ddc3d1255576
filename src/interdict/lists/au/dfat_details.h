// The free text "Additional Information" of the Australian list: what in it is a number or an
// address that can be compared.
//
// The text is prose, partly taken over from the UN list: "Passport no.: a) Libyan passport number
// B/001897, issued on 4 May 2010 b) ...", "IMO number: 5787684.", "Registration ID: 1027800000084
// (Russia)". Read are values behind a known label; the words before a label may name the issuing
// country ("Tunisian passport number"), those behind it the dates. A label without a value that
// looks like one yields nothing; the whole text stays in the record in any case. Of a text only the
// first 64 KiB are looked at. Test: dfat_details_test.cc.
#pragma once

#include <string>
#include <string_view>

#include "interdict/entity/record.h"

namespace interdict {

// Adds identifiers, gender, web and mail addresses to the record, each once. The number behind
// "IMO" is a ship's when the record is a vessel, else a company's. `russian`: the party is of
// Russia, by its regime; its register and tax numbers are then called OGRN and INN where their
// check digits say so. Returns the number of facts found.
size_t ReadDfatDetails(std::string_view text, const std::string& field, bool russian,
                       Record* record);

}  // namespace interdict
