// Our own fact tables: one fact a line, "party TAB property TAB value TAB qualifiers TAB source",
// and a table sources.tsv of what the sources are. The starter list (data/starter) is written so,
// and a firm may write its own; data/starter/README.md is the description.
//
// Several files are one list. A party stands in one file, its facts together, beginning with
// `schema` and `name`. The record's id is the party; a fact's field is "<file>/<property>
// [<source>]".
//   designation: a Designation; qualifiers listed, delisted, authority, list and basis have their
//     members; entry=none becomes the measure "no entry"; the others stand in `reason` as they are
//     ("announced=2025-11-16; status=verified").
//   owned_by, acts_for, ...: a Relation; the value is a party of the same files; role, kin, asof
//   and
//     the others stand in its text; a relation with `to` is a former one.
//   ofac_uid: a reference to us_ofac_sdn, or to us_ofac_cons when the source is a copy of that
//   list.
// The status of a name or number is its remark. Qualifiers without a place elsewhere, and facts
// with a property that is not known, are kept as uninterpreted. Without sources.tsv the list is
// partial and source keys are not checked. The tables are ours, so that they are held to their
// form: a line that is not of it, an unknown source, a target that is no party, a party that begins
// twice are errors with file and line. Test: interdict_facts_test.cc; fuzz:
// fuzz/interdict_facts_fuzz.cc.
#pragma once

#include "interdict/lists/format.h"

namespace interdict {

const Format& InterdictFactsFormat();

}  // namespace interdict
