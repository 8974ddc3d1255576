// Ships of the EU list. It has no type for them: they come as enterprises or persons with an IMO
// number; but most IMO numbers of the list are those of shipping companies.
// Test: eu_fsf_record_test.cc.
#pragma once

#include "interdict/entity/record.h"
#include "interdict/lists/cells/party_parts.h"

namespace interdict {

// Makes the record a vessel where that is certain: its number can only be a ship's and no name is a
// company's, or the number can be a ship's and a remark says so. Then sets the scheme of its IMO
// numbers; one that may be either's is kept as both. `parts` are of the kinds FsfPart.
void PlaceFsfImoNumbers(const PartyParts& parts, Record* record);

}  // namespace interdict
