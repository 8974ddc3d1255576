// A firm's own list: CSV with a header or JSON lines, one party a row (or several rows with one
// id).
//
// With a mapping file (options.mapping, see list_mapping.h) the columns may have any names. Without
// one they must have ours: name (required), id, schema, alias, weak_alias, birth_date, country,
// nationality, gender, address, imo, passport, program, ... (fact_kind.h names them all; several
// values of a cell are separated by ";"). Columns that are neither mapped nor ignored stay in the
// record as uninterpreted and are named in the report.
// A record without an id of its own gets "x-" and 16 digits of a digest of the columns that tell
// parties apart; equal ones are numbered in the order of the file, with a defect "repeated_row".
// Several files of a set are read as one list; a file without rows is an error only when it is
// alone. Run on: the 45 tables of eu_journal with data/mappings/eu_journal.json (8,017 rows). Test:
// custom_list_test.cc, tests/real/custom_list_test.cc; fuzz: fuzz/custom_list_fuzz.cc.
#pragma once

#include "interdict/lists/format.h"

namespace interdict {

// Recognises only lists with our own column names; with a mapping it is chosen by its name.
const Format& CustomListFormat();

}  // namespace interdict
