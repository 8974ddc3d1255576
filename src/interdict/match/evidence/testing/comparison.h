// One listed party against queries, for the tests of the evidence.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "interdict/index/testing/indexed_parties.h"
#include "interdict/match/evidence/evidence.h"
#include "interdict/match/evidence/query_facts.h"

namespace interdict::testing {

inline Query Holding(IdScheme scheme, std::string value, std::string country = {},
                     Query query = {}) {
  query.identifiers.push_back(MakeIdentifier(scheme, std::move(value), ""));
  query.identifiers.back().country = std::move(country);
  return query;
}

inline Query Born(std::string_view date, Query query = {}) {
  query.birth_dates.push_back(*ParsePartialDate(date));
  return query;
}

class Comparison {
 public:
  explicit Comparison(std::vector<Record> records) : lists_(std::move(records)) {}

  // What `compare(EvidenceInput)` gives for the query and the party, with details.
  template <class Compare>
  auto operator()(Compare compare, const Query& query, uint32_t party = 0) const {
    const QueryFacts facts = PrepareFacts(query, lists_.data(), SharedFolder());
    return compare(EvidenceInput{facts, lists_[party], DefaultScoreModel(), true});
  }

  const IndexedParties& lists() const { return lists_; }

 private:
  IndexedParties lists_;
};

}  // namespace interdict::testing
