#include "interdict/match/evidence/query_facts.h"

#include <algorithm>
#include <array>

#include "interdict/base/strings.h"

namespace interdict {
namespace {

// Shorter weak numbers agree by chance, and of other_id nobody knows what they number.
constexpr size_t kMinWeakKey = 4;

// Schemes of which a party has one value at a time and keeps it: another value contradicts. A
// number that fails its check contradicts nothing: it may be a slip of the pen.
bool IsLasting(const Identifier& asked) {
  const bool lasting = asked.scheme == IdScheme::kImo || asked.scheme == IdScheme::kLei ||
                       asked.scheme == IdScheme::kRif;
  return lasting && asked.check != IdCheck::kInvalid && !IdKey(asked.scheme, asked.value).empty();
}

bool IsComparable(const Identifier& asked, std::string_view key) {
  if (key.empty()) return false;
  if (StrengthOf(asked.scheme) != IdStrength::kWeak) return true;
  return key.size() >= kMinWeakKey && asked.scheme != IdScheme::kOtherId;
}

IdAgreement AgreementOf(const Identifier& asked, const Identifier& listed) {
  const IdStrength strength = std::max(StrengthOf(asked.scheme), StrengthOf(listed.scheme));
  if (strength == IdStrength::kWeak) return IdAgreement::kWeak;
  const bool same_country = !asked.country.empty() && asked.country == listed.country;
  return strength == IdStrength::kStrong || same_country ? IdAgreement::kCertain
                                                         : IdAgreement::kMedium;
}

void FindIdentifier(const Identifier& asked, uint32_t number, const index::PartyData& data,
                    std::vector<IdentifierMatch>* matches) {
  const auto find = [&](IdScheme scheme) {
    const std::string key = IdKey(scheme, asked.value);
    if (!IsComparable(asked, key)) return;
    for (const auto& found : data.FindIdentifier(index::IdentifierHash(scheme, key))) {
      const index::IdentifierRow& row = data.identifiers()[found.identifier];
      Identifier listed;
      listed.scheme = row.scheme;
      listed.value = data.text(row.value);
      listed.country = data.text(row.country);
      if (!SameIdentifier(asked, listed)) continue;
      matches->push_back({found.party, AgreementOf(asked, listed), number, found.identifier});
    }
  };
  find(asked.scheme);
  for (IdScheme narrow : NarrowSchemes(asked.scheme)) find(narrow);
}

std::vector<uint32_t> WordsOf(std::string_view folded) {
  std::vector<uint32_t> words;
  for (std::string_view token : text::Tokens(folded)) words.push_back(index::TokenHash(token));
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return words;
}

}  // namespace

std::span<const IdentifierMatch> QueryFacts::IdentifiersOf(uint32_t party) const {
  const auto first = std::lower_bound(identifiers.begin(), identifiers.end(),
                                      IdentifierMatch{party, IdAgreement::kCertain, 0, 0});
  const auto last = std::find_if(first, identifiers.end(),
                                 [&](const IdentifierMatch& m) { return m.party != party; });
  return {first, last};
}

QueryFacts PrepareFacts(const Query& query, const index::PartyData& data,
                        const text::Folder& folder) {
  QueryFacts facts;
  facts.query = &query;
  for (const std::string& gender : query.genders) {
    if (EqualsIgnoreCase(gender, "male")) facts.genders |= index::Gender::kMale;
    if (EqualsIgnoreCase(gender, "female")) facts.genders |= index::Gender::kFemale;
  }
  for (const std::string& address : query.addresses) {
    std::vector<uint32_t> words = WordsOf(folder.Fold(address));
    if (!words.empty()) facts.addresses.push_back(std::move(words));
  }
  for (uint32_t i = 0; i < query.identifiers.size(); ++i) {
    FindIdentifier(query.identifiers[i], i, data, &facts.identifiers);
    if (IsLasting(query.identifiers[i])) facts.lasting.push_back(i);
  }
  // A number of a wide scheme is found under several keys.
  auto& found = facts.identifiers;
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return facts;
}

}  // namespace interdict
