// OFAC's standard XML: SDN.XML (source us_ofac_sdn) and CONSOLIDATED.XML (us_ofac_cons).
//
//   sdnList / publshInformation (spelled so): Publish_Date MM/DD/YYYY, Record_Count
//           / sdnEntry*: uid, firstName, lastName, title, sdnType, remarks, programList, idList,
//             akaList, addressList, nationalityList, citizenshipList, dateOfBirthList,
//             placeOfBirthList, vesselInfo
//
// A record is an sdnEntry, its id the uid, the same number as in OFAC's other exports. Traps:
//  - The document is whole only if the number of sdnEntry equals Record_Count; otherwise
//  kCountMismatch.
//    Without the count nothing can be checked: defect "record_count".
//  - idList holds whatever has a label: documents, but also gender, web sites, digital currency
//    addresses and sanctions information. ofac_fields tells them apart.
//  - remarks is what is left over: text, and "(Linked To: NAME)", which names a party without a
//  number.
//  - Names are Latin and mostly in capitals; original scripts are only in the other two XML
//  exports.
//  - The list is not named: designations of us_ofac_sdn get "SDN List", those of us_ofac_cons the
//  list
//    that the programme belongs to, those of other sources none.
//  - "Region: Gaza" stands where a country is expected.
//  - The namespace changed on 2024-05-07: elements are known by local name.
// Run on: CONSOLIDATED.XML of 2025-03-28, 443 entries = Record_Count. Errors: those of
// XmlListIntake and StreamXml. Test: ofac_standard_xml_test.cc, tests/real/ofac_xml_test.cc.
#pragma once

#include "interdict/lists/format.h"

namespace interdict {

const Format& OfacStandardXmlFormat();

}  // namespace interdict
