// A party of OFAC's Advanced XML: one DistinctParty and everything that the side tables hold for
// it. Test: ofac_advanced_xml_test.cc.
#pragma once

#include "interdict/lists/ofac/ofac_advanced_tables.h"
#include "interdict/lists/ofac/ofac_party.h"
#include "interdict/syntax/xml.h"

namespace interdict {

// The party, its record without a source. The id is empty when the party has no number. Rows of the
// tables that were joined count as used from then on.
OfacParty ReadAdvancedParty(const XmlElement& party, const AdvancedTables& tables);

}  // namespace interdict
