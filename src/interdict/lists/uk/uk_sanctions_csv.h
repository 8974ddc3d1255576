// UK Sanctions List of the Foreign, Commonwealth and Development Office, CSV: since 28 January 2026
// the only list of UK designations.
//
// The file: a line "Report Date: 11-Sep-2026", a header of 58 columns, UTF-8. One designation fills
// as many rows as its repeating fields have combinations (names x addresses x phone numbers ...;
// one party 3,780 rows), so rows are put together by "Unique ID" and every field is taken once per
// value. Traps:
//  * Name 6 is the family name, and the whole name of bodies and ships; Name 1 is a given name.
//  * Name types differ in case ("Primary Name", "Primary name variation", "ALias"); rows of aliases
//  may
//    leave the type of party blank. Only UN-derived names are graded ("Low quality a.k.a").
//  * Dates are day first, with "dd", "mm" or 00 for what is not known, and now and then
//  "15/08/19yy".
//  * "Name non-latin script" holds Latin text in some hundred rows.
//  * Numbers of companies are prose; HTML character references stand in the reasons.
//  * No designation made since January 2026 has an OFSI Group ID.
// Id: Unique ID. References: OFSI Group ID (gb_hmt_sanctions), UN Reference Number
// (un_sc_sanctions). Not run on the official file, which is not at hand; column names and oddities
// from public copies of its header. Test: uk_sanctions_csv_test.cc; fuzz:
// fuzz/uk_sanctions_csv_fuzz.cc.
#pragma once

#include "interdict/lists/format.h"

namespace interdict {

const Format& UkSanctionsCsvFormat();

}  // namespace interdict
