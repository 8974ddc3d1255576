// A query's facts besides its names, in the form in which they are compared. Prepared once a query.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "interdict/index/party_data.h"
#include "interdict/match/query.h"
#include "interdict/text/fold.h"

namespace interdict {

// How far an equal identifier goes: IdStrength, and for a medium one whether the country agrees
// too. The strongest first.
enum class IdAgreement : uint8_t { kCertain, kMedium, kWeak };

// An identifier that the query and a listed party share.
struct IdentifierMatch {
  uint32_t party = 0;
  IdAgreement agreement = IdAgreement::kWeak;
  uint32_t asked = 0;   // position in Query::identifiers
  uint32_t listed = 0;  // position in PartyData::identifiers
  auto operator<=>(const IdentifierMatch&) const = default;
};

struct QueryFacts {
  const Query* query = nullptr;  // borrowed
  uint8_t genders = 0;           // bits of index::Gender
  // Folded words of each address, as in index::AddressRow; empty ones are left out.
  std::vector<std::vector<uint32_t>> addresses;
  // Positions in Query::identifiers of valid numbers that a party keeps for life.
  std::vector<uint32_t> lasting;
  // By party, the strongest of each party first. All parties that share an identifier are here.
  std::vector<IdentifierMatch> identifiers;

  std::span<const IdentifierMatch> IdentifiersOf(uint32_t party) const;
};

// Cost: a search in the index for each identifier. Test: query_facts_test.cc.
QueryFacts PrepareFacts(const Query& query, const index::PartyData& data,
                        const text::Folder& folder);

}  // namespace interdict
