// Relations that name a party by its name only ("Linked To: PETROLEOS DE VENEZUELA, S.A.") get its
// id.
//
// A publisher's list may name related parties in words. The id depends on all records of the
// version, so it is no part of a record's stored content: a record must not seem to change because
// another one appeared. It is found anew whenever a version is loaded. The target is the one record
// of the same list whose primary name is equal, but for a full stop at the end; where two records
// share the name, or none has it, the id stays empty. Ids that the publisher gives itself are left
// alone. Test: relation_targets_test.cc.
#pragma once

#include <span>

#include "interdict/entity/record.h"

namespace interdict {

// `records`: any number of lists, each whole.
void FindRelationTargets(std::span<Record> records);

}  // namespace interdict
