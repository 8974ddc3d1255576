// From records to parties: the same party on several lists becomes one.
//
// Two records are merged when there is a reason that is not a name alone:
//   cross_reference  one publisher names the other's id (UN reference in an EU record);
//   identifier       an equal strong identifier (IMO, LEI, RIF, INN ...), or an equal medium one of
//   the
//                    same country (passport, registration number) with a name in common;
//   name_and_facts   an equal name of two or more words with an equal day of birth, or three or
//   more
//                    words with an overlapping birth year and a country in common (persons); or an
//                    equal name with a country and an address or contact in common (bodies);
//   operator         a decision taken by hand.
// Records of one list are never merged by rule (the publisher says they are different), nor are
// different kinds of party, nor records that an operator told apart, even through a third record.
// An identifier that two records of one list share merges nothing.
// The result does not depend on the order of the records. Every merge keeps its reason; an operator
// undoes it with a decision.
// Test: parties_test.cc.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "interdict/entity/merge_decision.h"
#include "interdict/entity/record.h"
#include "interdict/text/fold.h"

namespace interdict {

struct MergeReason {
  uint32_t record_a = 0;  // positions in the span of records
  uint32_t record_b = 0;
  std::string rule;    // "cross_reference", "identifier", "name_and_facts", "operator"
  std::string detail;  // "imo 9289166"
};

struct Party {
  std::string id;  // key of the leading record: that of the first list in SourceRank order
  Schema schema = Schema::kLegalEntity;
  std::vector<uint32_t> records;  // positions, the leading one first
  std::vector<MergeReason> reasons;
};

// Order in which lists give a party its id and caption: the publishers' own lists in the order of
// the contract, other lists after them, compilations (us_trade_csl) last.
int SourceRank(std::string_view source);

// Every record belongs to exactly one party. Parties come in order of rank, source and id.
std::vector<Party> ResolveParties(std::span<const Record> records,
                                  std::span<const MergeDecision> decisions,
                                  const text::Folder& folder);

}  // namespace interdict
