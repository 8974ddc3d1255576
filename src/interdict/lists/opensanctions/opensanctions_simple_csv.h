// OpenSanctions' targets.simple.csv: one target a row, 15 or 16 columns, cells that hold several
// values separated by ";" (a value that contains one is in quotes again).
//
// Traps: `identifiers` are numbers without their kind: only "IMO" in front of one says what it is
// (a ship's of a vessel, else a company's), the others become other_id; `countries` are of any
// sort: nationality, flag, seat; `birth_date` is the date of incorporation of a body; `sanctions`
// are texts of any sort on the sanctions, and `""` when there are none; `program_ids` is missing in
// files before 2025; `last_seen` is not kept, its latest value is the publication date. A row of
// another number of columns, or a second row with an id, is not what the exporter writes. Run on:
// ua_war_sanctions 2026-03-13 (5,600 targets). Test: opensanctions_simple_csv_test.cc,
// tests/real/opensanctions_test.cc; fuzz: fuzz/opensanctions_simple_csv_fuzz.cc.
#pragma once

#include "interdict/lists/format.h"

namespace interdict {

const Format& OpenSanctionsSimpleCsvFormat();

}  // namespace interdict
