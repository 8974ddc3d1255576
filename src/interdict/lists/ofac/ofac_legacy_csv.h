// OFAC's legacy export of the SDN List and of the Consolidated (non-SDN) List: up to four files
// that belong together (ofac_legacy_parts.h), joined here by ent_num into one record a party.
//
// The publisher's traps, and what happens:
//  - NULL is "-0- " with a blank. The file may end in 0x1A, in CR LF and 0x1A, or in neither.
//  - Remarks stop at 1,000 bytes inside a word; sdn_comments.csv has the rest, joined with nothing
//    between. Where the rest is nowhere to be found: defect "remark_cut".
//  - Names of individuals are "FAMILY, Given"; an aircraft's name is its registration.
//  - "Linked To: NAME" names a party in words; resolve/relation_targets.h finds it on use.
//  - There is no date and no count in the files, and the parts say nothing about each other. Files
//    of two issues are told by their ids: every add row has its sdn row and the reverse.
//  - One ent_num in two different rows: the file was badly joined, and is refused.
// sdn.csv alone is read, as a partial list. Every text column is kept; the Remarks also as a whole,
// so that a record differs whenever its row differs. The numbers of alias and address rows
// (alt_num, add_num) are not; nor is the country "undetermined".
//
// Run on the issues of 2019-01-15, 2021-07-07, 2023-12-28 and 2024-05-03, on 308 versions of
// sdn.csv between, and on the consolidated list of 2025-12-19.
// Test: ofac_legacy_csv_test.cc, tests/real/ofac_legacy_csv_test.cc;
// fuzz: fuzz/ofac_legacy_csv_fuzz.cc.
#pragma once

#include "interdict/lists/format.h"

namespace interdict {

const Format& OfacLegacyCsvFormat();

}  // namespace interdict
