// The evidence of all facts, added to the points of a name.
#pragma once

#include <span>
#include <vector>

#include "interdict/match/evidence/evidence.h"
#include "interdict/match/evidence/query_facts.h"

namespace interdict {

// The score, and in `*out` (appended) the evidence whose effects lead from `name` to it: a score
// stays within 0 and kFullScore, and an effect that would leave them is shortened, so name and
// effects add up to the score exactly. Evidence does not make a hit without a name or an identifier
// that lifts: `name` 0 without such an identifier gives 0 and no evidence.
// Order: identifier, birth date, country, gender, address; but an identifier that makes certain
// comes last, because nothing lowers it. Test: sum_test.cc.
Points AddEvidence(const EvidenceInput& input, Points name, std::vector<Evidence>* out);

// What AddEvidence can add for any party that shares no identifier with the query; those that do
// are in QueryFacts::identifiers, and may reach kFullScore from any name.
Points MaxPositivePoints(const QueryFacts& query, const ScoreModel& model);

// Whether a fact agrees well enough to stand beside a doubtful name.
bool Confirms(std::span<const Evidence> evidence);

}  // namespace interdict
