// EU consolidated list of financial sanctions (Financial Sanctions Files, FSF), XML 1.1.
//
// The document: export@generationDate,@globalFileId / sanctionEntity; nearly all data in
// attributes, prose in <remark>. A nameAlias, address, birthdate, identification, citizenship has a
// logicalId of its own and a regulationSummary with the act that it goes back to; the entity has a
// regulation. Traps:
//  * The namespace changes, attributes are optional: local names, and nothing is required but an
//  id.
//  * No name is the official one; nearly all are strong="true". Grades stand as prose in remarks
//  ("low
//    quality alias") and override the attribute. The first strong name in English or without
//    language becomes the primary one.
//  * Country "00" / UNKNOWN is no country; "-" in a city is no city.
//  * calendarType may be other than GREGORIAN: a Hijri year is not a year of ours.
//  * Ships are "enterprise" or "person", and most IMO numbers are those of shipping companies: a
//  ship
//    only where number or remark leave no doubt (eu_fsf_ships.h).
//  * An id may be given twice (the sample has such a pair): the second entity is kept as
//  "EU.1.2#2",
//    with a defect; to refuse the list for it would leave every new entity unscreened.
//  * Only the Official Journal is authentic; the acts stay with the record.
// Id: euReferenceNumber ("EU.27.28"), the logicalId where there is none. References: logicalId
// (eu_fsf), unitedNationId (un_sc_sanctions).
// Run on the sample of 2020-04-15 (7 entities, 15 names); no complete file is at hand.
// Test: eu_fsf_xml_test.cc, tests/real/eu_fsf_test.cc; fuzz: fuzz/eu_fsf_xml_fuzz.cc.
#pragma once

#include "interdict/lists/format.h"

namespace interdict {

const Format& EuFsfXmlFormat();

}  // namespace interdict
