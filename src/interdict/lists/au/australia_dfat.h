// The Consolidated List of Australia's Department of Foreign Affairs and Trade (DFAT): one
// worksheet, as XLSX (how it is published) or as CSV (a dump of the same cells); both give equal
// records.
//
// A row is a name, not a party: "3", "3a" and "3b" are names of party 3, whose other cells each row
// repeats, now and then with differences. The record's id is the number; facts are the distinct
// values over the party's rows, in their order. Rows of one party need not stand together.
// Traps: Control Date and many birth dates are day numbers of the spreadsheet (45607 = 2024-11-11),
// beside years ("1969") and words; cells hold several values ("a) 1957 b) 1953", "1963 or 1964");
// "na" is no value; spaces stand at the ends; some rows of the dump have 255 columns; the letter of
// a reference may be followed by a digit ("34c1"). Columns are found by their headings: the twelve
// of 2024 are required; since November 2025 there are nineteen, in another order: alias strength,
// IMO number, instrument, and the measures one by one as 1 and 0, of which the 1 make the
// designation's measures; vessels are listed then, and names other than the first are "Alias".
// Identifiers stand in the prose of Additional Information: see dfat_details.h.
// The list has no date of its own: `published` is the day on which the workbook was last saved, in
// UTC, which is what DFAT's page calls the last update; a dump has none.
// counts["latest_control_date"] is the latest Control Date as a number (20241111), which the
// publication cannot precede. Run on: regulation8_consolidated.xlsx of December 2024 and the dump
// of it (9,553 names, 3,062 parties); the layout of nineteen columns only on a fixture of ours.
// Test: australia_dfat_test.cc, tests/real/australia_dfat_test.cc; fuzz:
// fuzz/australia_dfat_fuzz.cc.
#pragma once

#include "interdict/lists/format.h"

namespace interdict {

const Format& AustraliaDfatFormat();

}  // namespace interdict
