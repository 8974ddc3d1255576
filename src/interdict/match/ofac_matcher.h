// A query's names against every listed name, scored as OFAC's search tool would (ofac_model.h).
//
// Only names count: dates, countries, identifiers change nothing, and only the schema narrows what
// is reached. All aliases count in full, weak ones too, unless the policy leaves them out. Every
// name is compared: 26 ms a query on the 34,304 names of the OFAC list of 2023-12-28. The listed
// names are folded once, at construction. Not thread-safe. Test: ofac_matcher_test.cc.
#pragma once

#include <vector>

#include "interdict/index/party_data.h"
#include "interdict/match/matcher.h"
#include "interdict/match/ofac_model.h"
#include "interdict/match/query.h"

namespace interdict {

class OfacMatcher {
 public:
  // Both are borrowed.
  OfacMatcher(const index::PartyData& parties, const text::Folder& folder);

  // By falling score, then by entity id. `options.exhaustive` makes no difference.
  std::vector<Match> Find(const Query& query, const MatchOptions& options);

 private:
  struct Best {
    OfacScore score;
    uint32_t name = kNoName;
  };
  Best FindBest(uint32_t party, const MatchOptions& options) const;
  bool IsLeftOut(uint32_t name, const MatchOptions& options) const;

  const index::PartyData& parties_;
  const text::Folder& folder_;
  std::vector<OfacName> listed_;  // as PartyData::names
  std::vector<OfacName> typed_;
};

}  // namespace interdict
