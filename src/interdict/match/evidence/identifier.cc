#include "interdict/match/evidence/identifier.h"

#include "interdict/match/evidence/query_facts.h"

namespace interdict {
namespace {

std::string Describe(const Identifier& asked) {
  return std::string(IdSchemeName(asked.scheme)) + " " + asked.value;
}

std::string DescribeMatch(const EvidenceInput& input, const IdentifierMatch& match) {
  const index::PartyData& data = input.party.data();
  const index::IdentifierRow& listed = data.identifiers()[match.listed];
  return Describe(input.query.query->identifiers[match.asked]) + " = " +
         std::string(data.text(listed.value)) + " (" +
         std::string(data.text(data.records()[listed.record].key)) + ")";
}

Evidence Agreement(const EvidenceInput& input, const IdentifierMatch& match) {
  Evidence evidence{EvidenceKind::kIdentifier, 1, 0, 0, {}};
  switch (match.agreement) {
    case IdAgreement::kCertain:
      evidence.lifts_to = input.model.identifier_strong_lifts_to;
      break;
    case IdAgreement::kMedium:
      evidence.lifts_to = input.model.identifier_medium_lifts_to;
      break;
    case IdAgreement::kWeak:
      evidence.effect = input.model.identifier_weak_equal;
      break;
  }
  if (input.explain) evidence.detail = DescribeMatch(input, match);
  return evidence;
}

// A listed number that fails its check contradicts no more than one asked.
std::optional<Evidence> Contradiction(const EvidenceInput& input) {
  for (uint32_t position : input.query.lasting) {
    const Identifier& asked = input.query.query->identifiers[position];
    for (const index::IdentifierRow& listed : input.party.identifiers()) {
      if (listed.scheme != asked.scheme || listed.check == IdCheck::kInvalid) continue;
      Evidence evidence{
          EvidenceKind::kIdentifier, 0, input.model.identifier_lasting_differs, 0, {}};
      if (input.explain) {
        evidence.detail =
            Describe(asked) + " asked, " + std::string(input.party.text(listed.value)) + " listed";
      }
      return evidence;
    }
  }
  return std::nullopt;
}

}  // namespace

std::optional<Evidence> CompareIdentifier(const EvidenceInput& input) {
  const auto matches = input.query.IdentifiersOf(input.party.number());
  if (matches.empty()) return Contradiction(input);
  if (matches.front().agreement == IdAgreement::kWeak) {
    if (auto contradiction = Contradiction(input)) return contradiction;
  }
  return Agreement(input, matches.front());
}

}  // namespace interdict
