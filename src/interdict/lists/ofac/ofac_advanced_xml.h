// OFAC's Advanced XML: SDN_ADVANCED.XML (source us_ofac_sdn), CONS_ADVANCED.XML (us_ofac_cons), in
// the data model of the UN's advanced sanctions standard.
//
//   Sanctions@Version="3" / DateOfIssue
//     / ReferenceValueSets     all words, by set and number
//     / Locations              addresses and places
//     / IDRegDocuments         documents, by the identity (not the profile) that they belong to
//     / DistinctParties        names, and features that point into the sections above
//     / ProfileRelationships   From-ProfileID --RelationTypeID--> To-ProfileID
//     / SanctionsEntries       the lists a party is on, with events, measures and programmes
//     / SanctionsEntryLinks    empty so far
//
// A record is a DistinctParty, its id the FixedRef, which is the Profile ID and the number of
// OFAC's other exports. What belongs to a party stands before and behind it, so the document (more
// than 120 MB for the SDN list) is read twice: first the side sections into tables, then the
// parties.
//
// Traps:
//  - PartySubType "Unknown" stands for persons and entities: its PartyType then tells.
//  - The Latin name of the primary alias is the primary name, its other scripts are original-script
//    names; other scripts of further aliases stay aliases. Types of name parts stand in
//    NamePartGroups.
//  - Feature and document types are the labels of ofac_fields; a place may be the value of a
//  feature
//    ("Nationality of Registration"), then under a part of type "Unknown".
//  - A birth date has no text, only the four corners of a period; circa is Approximate="true" or
//  the
//    comment.
//  - A SanctionsEntry has no programme but measures; the programme is the comment of the measure of
//    type "Program". There is a designation for each entry and programme; its legal bases are those
//    of the entry's events, which are not linked with programmes. "Consolidated List" is a tag that
//    every party of the non-SDN lists has.
//  - Relations give the target's number and no name, and no share.
//  - Rows that no party claims are defects "orphan"; no count of parties is declared.
//  - The namespace changed on 2024-05-07: elements are known by local name.
// Run on: CONS_ADVANCED.XML of 2020-03-17: 375 DistinctParty, 1,290 Alias, 573 IDRegDocument, 464
// Location, 276 ProfileRelationship, 759 SanctionsEntry. Errors: those of XmlListIntake and
// StreamXml. Test: ofac_advanced_xml_test.cc, tests/real/ofac_xml_test.cc.
#pragma once

#include "interdict/lists/format.h"

namespace interdict {

const Format& OfacAdvancedXmlFormat();

}  // namespace interdict
