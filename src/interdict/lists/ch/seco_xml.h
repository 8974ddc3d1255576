// Swiss sanctions list of SECO, XML (swiss-sanctions-list).
//
// One document with three kinds of elements under the root, in any order: sanctions-program (a
// regime with its ordinance and its sets of measures, in several languages), place, and target.
// Targets name their sets and places by number, so the document is read twice: first the programmes
// and places, then the targets. Only a list-type "whole-list" is a list; "amendment" holds changes
// and is refused (kWrongDocument), as it would otherwise stand for a list of a few parties. @date
// is the publication date; there is no declared count. The record id is the target's ssid. Only
// targets right under the root count: a modification holds copies of what a target once said, which
// are left aside.
//
// A target is an individual, an entity or an object (vessel); each has identities, the one with
// main="true" being the party, the others further identities of it. Names: seco_name.h. Quality
// "low" makes a name weak, but never the party's one primary name.
//
// History: a target carries its modifications (listed, amended, de-listed). The one with the
// greatest effective date decides whether it is in force; their order in the document does not.
// De-listed targets stay in the file and are kept as records whose designations have `delisted`
// set. Where a de-listing and another modification share the greatest dates, the target is taken to
// be in force and the tie is a defect. Every modification is kept as an attribute.
//
// Each sanctions set of a target is a designation: programme key, set, ordinance, in English where
// there is English. foreign-identifier is another list's reference. other-information is one line
// each, "IMO Number: 8405270", "E-mail: ...", or prose.
//
// No real whole list was at hand: the layout is that of the sample of 2024-01-17 (an amendment,
// refused) and of published descriptions; see docs/lists.md. Errors: as xml_list_intake.h and
// syntax/xml.h. Test: seco_xml_test.cc, tests/real/seco_xml_test.cc; fuzz: fuzz/seco_xml_fuzz.cc.
#pragma once

#include "interdict/lists/format.h"

namespace interdict {

const Format& SecoXmlFormat();

}  // namespace interdict
