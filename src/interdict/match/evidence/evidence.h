// What a fact besides the name says for or against a query and a listed party being the same.
//
// One file for each fact compared. Every comparison answers nothing when one side does not know the
// fact: missing data is never held against a party. The weights are those of the ScoreModel.
// Unit: points (points.h); value in [0, 1], 1 = agrees. Allocates only for the details.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "interdict/index/party_data.h"
#include "interdict/match/points.h"
#include "interdict/match/score_model.h"

namespace interdict {

struct QueryFacts;  // query_facts.h

enum class EvidenceKind : uint8_t { kIdentifier, kBirthDate, kCountry, kGender, kAddress };
std::string_view EvidenceName(EvidenceKind kind);  // "birth_date"

struct Evidence {
  EvidenceKind kind = EvidenceKind::kIdentifier;
  double value = 0;
  Points effect = 0;    // what it adds to the score or takes from it
  Points lifts_to = 0;  // raises a lower score to this; 0: does not lift
  std::string detail;   // only where asked for: "listed 1962-11-23"
};

// What the comparisons look at. Borrows all of it.
struct EvidenceInput {
  const QueryFacts& query;
  index::PartyView party;
  const ScoreModel& model;
  bool explain = false;  // fill the details
};

}  // namespace interdict
