// Consolidated Canadian Autonomous Sanctions List, XML (data-set/record), of Global Affairs Canada.
//
// A flat record has Country, Schedule, Item, DateOfListing, and either LastName and GivenName or
// EntityOrShip; also Aliases, TitleOrShip, DateOfBirthOrShipBuildDate, ShipIMONumber. The layout of
// 2026 names the same elements in two languages ("Country-Pays",
// "TitleOrShipType-TitreOuTypeDeNavire"): only what stands before the hyphen counts, so both
// layouts give the same records. A ship is a record with EntityOrShip and an IMO number or a ship
// type. There is no publication date and no count.
//
// There is no id either: removal is by omission, and Item numbers repeat from schedule to schedule.
// The record id is made of the record's own fields: the English half of Country (its acronym where
// it gives one), Schedule, Item, and a digest of the names, "russia-1-part-1.1-12-3fa9c2d1". It
// does not depend on the order of the records, on case, white space or any other field; a corrected
// name, a new item number or another schedule make another id, which history shows as a removal and
// an addition. When two records agree in all four, the later one in the file gets a digest of its
// whole content behind the id, with a defect; a record that says nothing new at all is rejected as
// a repetition.
//
// Country is the regulation under which a party is listed, not its nationality: it is the programme
// ("Russia / Russie"), and no country of the party is derived from it. EntityOrShip may hold
// "English/ French" names and "(also known as ...)". Aliases pack names with ';', ',', '/', "or"
// and language labels (name_cell.h); where they were taken apart the published cell stands beside
// them as an attribute. Dates: ISO, years, spans, "1963 or 1964" (two dates), Excel day numbers
// (read, with a defect); "Sep-99" has a year of two digits and "1975-19-25" is no day: kept as
// text, with a defect.
//
// Run on the list of 2025-03-20: 4,759 records, 109 of them ships.
// Errors: as xml_list_intake.h and syntax/xml.h; kMissingColumn when no record at all has names, a
// country or an item, as after a change of layout.
// Test: canada_sema_xml_test.cc, tests/real/canada_sema_xml_test.cc; fuzz:
// fuzz/canada_sema_xml_fuzz.cc.
#pragma once

#include "interdict/lists/format.h"

namespace interdict {

const Format& CanadaSemaXmlFormat();

}  // namespace interdict
