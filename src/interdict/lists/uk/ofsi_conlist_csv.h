// Consolidated List of Financial Sanctions Targets of the UK's Office of Financial Sanctions
// Implementation (HM Treasury), CSV "ConList". Closed on 28 January 2026 in favour of the UK
// Sanctions List; still needed for history.
//
// The file: "Last Updated,10/04/2025", a header of 36 columns, rows of names sorted by Name 6, so
// that the rows of a party ("Group ID") lie all over the file. A row is one name of one party with
// one of its addresses and birth dates. Traps:
//  * "Other Information" holds what has no column, as labelled segments: ofsi_other_information.h.
//  * Several values in a cell are numbered, "(1) Haji (2) Mullah"; the numbers of the two cells of
//  a
//    document or a birth place belong together.
//  * The type of name is "Primary name", "Primary name variation", "AKA", "FKA"; before 2021 also
//    "Prime Alias". Two parties of 2025 have no primary name.
//  * A party under two regimes has rows for each.
//  * Birth dates are "28/09/1955", "03/1964", "1964", "00/04/1984".
//  * The column of the country holds a city or a postal code now and then.
// Id: Group ID. References: the UK Sanctions List's id (gb_fcdo_sanctions), the UN's
// (un_sc_sanctions). Run on the lists of 2025-04-10 (18,796 rows, 4,686 parties) and 2020-04-27 (a
// cut of 23 rows). Test: ofsi_conlist_csv_test.cc, tests/real/ofsi_conlist_test.cc; fuzz:
// fuzz/ofsi_conlist_csv_fuzz.cc.
#pragma once

#include "interdict/lists/format.h"

namespace interdict {

const Format& OfsiConListCsvFormat();

}  // namespace interdict
