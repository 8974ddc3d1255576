// OpenSanctions' entities.ftm.json and entities.delta.json: one FollowTheMoney entity per line.
//
// A line is {"id", "caption", "schema", "properties": {name: [texts]}, "datasets", "referents",
// "target", "first_seen", "last_seen", "last_change"}. Persons, bodies, ships, aircraft and wallets
// become records, targets or not (attribute target_type says which: a company that is here only as
// the property of a target is no target). Sanctions, addresses, documents, links and occupancies
// are entities of their own that point at parties, before or behind them in the file: see
// ftm_index.h for how they are joined, ftm_record.h for what becomes of them. Traps: `referents`
// are the ids that were merged into this one, and the way to the publishers' own records; share
// percentages are texts ("51", "25-50"); `last_seen` changes with every export and is not kept, its
// latest value is the publication date.
//
// A delta file has lines {"op": "ADD"|"MOD"|"DEL", "entity": {...}} of any kind of entity. Read
// alone it is a partial list: `is_delta`, the parties it contains, the deleted ids, and as a defect
// "orphan" each statement on a party that is not in it. Since a modified party comes without its
// unchanged sanctions, records of a delta read alone cannot simply replace older ones; give the
// reader the whole file and its deltas together, and it reads the list as it stands after them. Run
// on: zala/entities.ftm.json (91 entities), delta_2024-06/entities.delta.json (1,700 changes).
// Test: opensanctions_ftm_test.cc, tests/real/opensanctions_test.cc; fuzz:
// fuzz/opensanctions_ftm_fuzz.cc.
#pragma once

#include "interdict/lists/format.h"

namespace interdict {

const Format& OpenSanctionsFtmFormat();

}  // namespace interdict
