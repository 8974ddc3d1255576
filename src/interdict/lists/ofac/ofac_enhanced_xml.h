// OFAC's Enhanced XML: SDN_ENHANCED.XML (source us_ofac_sdn), CONS_ENHANCED.XML (us_ofac_cons).
//
//   sanctionsData / publicationInfo: dataAsOf, filters
//                 / referenceValues / referenceValue*: type, value, isoCode
//                 / featureTypes
//                 / entities / entity@id*: generalInfo, sanctionsLists, sanctionsPrograms,
//                     sanctionsTypes, legalAuthorities, names, addresses, features,
//                     identityDocuments, relationships
//
// A record is an entity, its id the same number as in OFAC's other exports. The export writes its
// words out, so only the ISO codes of countries are looked up. Traps:
//  - A name has translations, one a script: those of the primary name in another script than Latin
//  are
//    the original-script names; those of aliases stay aliases, with their script.
//  - formattedFullName is in capitals, as in the standard XML; nameParts keep the case.
//  - Lists and programmes of a party are not linked with each other: there is a designation for
//  each
//    pair of the two, as the Advanced XML has it, with the day the party came on that list.
//    "Consolidated List" is a tag that all parties of the non-SDN lists have.
//  - Parties without a known address have an address without content; it is left out.
//  - Filters: the service also exports parts of a list (by programme). A document with other
//  filters
//    than by list, or with changes instead of parties (entity@action), is kWrongDocument.
//  - The document declares no count of its parties; the root must be closed.
// Run on: CONS_ENHANCED.XML of 2025-03-28, 443 entities, which are the parties of the standard XML
// of the same day. Errors: those of XmlListIntake and StreamXml. Test: ofac_enhanced_xml_test.cc,
// tests/real/ofac_xml_test.cc.
#pragma once

#include "interdict/lists/format.h"

namespace interdict {

const Format& OfacEnhancedXmlFormat();

}  // namespace interdict
