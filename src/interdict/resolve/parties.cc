// Merging is a union of records under constraints. The candidate pairs are collected first, each
// with its reason, and applied in a fixed order (strongest rule first, then by keys), so that where
// a constraint makes two merges exclude each other the outcome is the same for any order of input.
#include "interdict/resolve/parties.h"

#include <algorithm>
#include <array>
#include <map>
#include <numeric>
#include <set>
#include <unordered_map>

#include "interdict/base/strings.h"

namespace interdict {
namespace {

constexpr std::array<std::string_view, 9> kSourceOrder = {
    "us_ofac_sdn",       "us_ofac_cons",     "un_sc_sanctions",   "eu_fsf",
    "gb_fcdo_sanctions", "gb_hmt_sanctions", "ch_seco_sanctions", "ca_dfatd_sema_sanctions",
    "au_dfat_sanctions"};
constexpr size_t kMaxBucket = 64;  // a key that so many records share tells nothing

enum class Rule : uint8_t { kOperator, kCrossReference, kIdentifier, kNameAndFacts };

std::string_view RuleName(Rule rule) {
  constexpr std::array<std::string_view, 4> kNames = {"operator", "cross_reference", "identifier",
                                                      "name_and_facts"};
  return kNames[static_cast<size_t>(rule)];
}

struct Candidate {
  Rule rule;
  uint32_t a;
  uint32_t b;
  std::string detail;
};

// What the rules compare of a record, folded once.
struct Facts {
  std::set<std::string> names;  // sorted tokens joined, of all but weak names
  std::set<std::string> tokens;
  std::set<std::string> countries;
  std::set<std::string> contacts;  // folded addresses of some length, websites, emails
  std::vector<PartialDate> births;
  std::string gender;
};

bool IsBody(Schema schema) {
  return schema == Schema::kOrganization || schema == Schema::kCompany ||
         schema == Schema::kPublicBody;
}

bool Compatible(Schema a, Schema b) {
  if (a == b) return true;
  const auto one_way = [](Schema x, Schema y) {
    return (IsBody(x) && (IsBody(y) || y == Schema::kLegalEntity)) ||
           (x == Schema::kPerson && y == Schema::kLegalEntity);
  };
  return one_way(a, b) || one_way(b, a);
}

std::string SortedTokens(std::string_view folded) {
  auto tokens = text::Tokens(folded);
  std::sort(tokens.begin(), tokens.end());
  std::string key;
  for (std::string_view token : tokens) {
    if (!key.empty()) key += ' ';
    key += token;
  }
  return key;
}

Facts CollectFacts(const Record& record, const text::Folder& folder) {
  Facts facts;
  for (const Name& name : record.names) {
    const std::string folded = folder.Fold(name.text);
    for (std::string_view token : text::Tokens(folded)) {
      if (token.size() > 2) facts.tokens.emplace(token);
    }
    if (name.kind != NameKind::kWeak && !folded.empty()) facts.names.insert(SortedTokens(folded));
  }
  for (const CountryFact& country : record.countries) {
    if (!country.code.empty()) facts.countries.insert(country.code);
  }
  for (const Address& address : record.addresses) {
    if (!address.country.empty()) facts.countries.insert(address.country);
    constexpr size_t kTellingAddress = 16;
    const std::string folded = folder.Fold(address.full.empty() ? address.street : address.full);
    if (address.kind == AddressKind::kAddress && folded.size() >= kTellingAddress) {
      facts.contacts.insert(SortedTokens(folded));
    }
  }
  for (const Attribute& attribute : record.attributes) {
    if (attribute.kind == AttributeKind::kGender) facts.gender = AsciiLower(attribute.value);
    if (attribute.kind == AttributeKind::kWebsite || attribute.kind == AttributeKind::kEmail) {
      facts.contacts.insert(AsciiLower(Trim(attribute.value)));
    }
  }
  for (const DateFact& date : record.dates) {
    if (date.kind == DateKind::kBirth && date.date) facts.births.push_back(*date.date);
  }
  return facts;
}

bool Intersect(const std::set<std::string>& a, const std::set<std::string>& b) {
  auto i = a.begin();
  auto j = b.begin();
  while (i != a.end() && j != b.end()) {
    if (*i == *j) return true;
    *i < *j ? static_cast<void>(++i) : static_cast<void>(++j);
  }
  return false;
}

// Why an equal name of two persons, with their other facts, makes them one; empty when it does not.
std::string PersonsAgree(const Facts& a, const Facts& b, const std::string& name) {
  const auto words = std::count(name.begin(), name.end(), ' ') + 1;
  if (words < 2 || (!a.gender.empty() && !b.gender.empty() && a.gender != b.gender)) return {};
  for (const PartialDate& x : a.births) {
    for (const PartialDate& y : b.births) {
      if (x.IsDay() && x == y) return "name and birth date " + FormatPartialDate(x);
    }
  }
  constexpr int32_t kAboutAYear = 366;
  if (words < 3 || !Intersect(a.countries, b.countries)) return {};
  for (const PartialDate& x : a.births) {
    for (const PartialDate& y : b.births) {
      const bool narrow = x.last - x.first <= kAboutAYear && y.last - y.first <= kAboutAYear;
      if (narrow && Overlap(x, y)) return "name, birth year and country";
    }
  }
  return {};
}

std::string BodiesAgree(const Facts& a, const Facts& b) {
  if (!Intersect(a.countries, b.countries) || !Intersect(a.contacts, b.contacts)) return {};
  return "name, country and address or contact";
}

class Resolver {
 public:
  Resolver(std::span<const Record> records, std::span<const MergeDecision> decisions,
           const text::Folder& folder)
      : records_(records), decisions_(decisions), parent_(records.size()) {
    std::iota(parent_.begin(), parent_.end(), 0U);
    facts_.reserve(records.size());
    for (const Record& record : records) facts_.push_back(CollectFacts(record, folder));
    for (uint32_t i = 0; i < records.size(); ++i) {
      by_key_.emplace(records[i].Key(), i);
      sources_.push_back({records[i].source});
      members_.push_back({i});
    }
  }

  std::vector<Party> Run() {
    CollectDecisions();
    CollectCrossReferences();
    CollectIdentifiers();
    CollectNames();
    std::sort(candidates_.begin(), candidates_.end(),
              [this](const Candidate& x, const Candidate& y) {
                return std::tuple(x.rule, records_[x.a].Key(), records_[x.b].Key(), x.detail) <
                       std::tuple(y.rule, records_[y.a].Key(), records_[y.b].Key(), y.detail);
              });
    for (const Candidate& candidate : candidates_) Merge(candidate);
    return Parties();
  }

 private:
  bool KeyLess(uint32_t a, uint32_t b) const { return records_[a].Key() < records_[b].Key(); }

  void AddCandidate(Rule rule, uint32_t a, uint32_t b, std::string detail) {
    if (KeyLess(b, a)) std::swap(a, b);
    candidates_.push_back({rule, a, b, std::move(detail)});
  }

  void CollectDecisions() {
    for (const MergeDecision& decision : decisions_) {
      const auto a = by_key_.find(decision.record_a);
      const auto b = by_key_.find(decision.record_b);
      if (a == by_key_.end() || b == by_key_.end()) continue;
      if (decision.same)
        AddCandidate(Rule::kOperator, a->second, b->second, decision.reason);
      else
        apart_.emplace_back(a->second, b->second);
    }
  }

  void CollectCrossReferences() {
    std::unordered_map<std::string, uint32_t> by_reference = by_key_;
    for (uint32_t i = 0; i < records_.size(); ++i) {
      for (const CrossReference& reference : records_[i].references) {
        if (reference.source.empty() || reference.source == records_[i].source) continue;
        const auto found = by_reference.find(reference.source + ":" + reference.id);
        if (found == by_reference.end()) continue;
        AddCandidate(Rule::kCrossReference, i, found->second,
                     records_[i].source + " names " + found->first);
      }
    }
  }

  // Crypto addresses are left out: several parties may share a wallet.
  static bool MayMerge(IdScheme scheme) {
    return StrengthOf(scheme) != IdStrength::kWeak && scheme != IdScheme::kCrypto &&
           scheme != IdScheme::kMsn && scheme != IdScheme::kBankAccount;
  }

  void CollectIdentifiers() {
    std::map<std::pair<IdScheme, std::string>, std::vector<std::pair<uint32_t, const Identifier*>>>
        buckets;
    for (uint32_t i = 0; i < records_.size(); ++i) {
      for (const Identifier& id : records_[i].identifiers) {
        constexpr size_t kShortestTelling = 5;
        const std::string key = IdKey(id.scheme, id.value);
        if (!MayMerge(id.scheme) || key.size() < kShortestTelling) continue;
        buckets[{id.scheme, key}].emplace_back(i, &id);
      }
    }
    for (const auto& [key, holders] : buckets) {
      if (holders.size() < 2 || holders.size() > kMaxBucket || SharedWithinASource(holders))
        continue;
      for (size_t x = 0; x < holders.size(); ++x) {
        for (size_t y = x + 1; y < holders.size(); ++y) ConsiderIdentifier(holders[x], holders[y]);
      }
    }
  }

  bool SharedWithinASource(
      const std::vector<std::pair<uint32_t, const Identifier*>>& holders) const {
    std::map<std::string_view, uint32_t> holder_of;
    for (const auto& [record, id] : holders) {
      const auto [found, is_new] = holder_of.emplace(records_[record].source, record);
      if (!is_new && found->second != record) return true;
    }
    return false;
  }

  void ConsiderIdentifier(std::pair<uint32_t, const Identifier*> x,
                          std::pair<uint32_t, const Identifier*> y) {
    if (KeyLess(y.first, x.first)) std::swap(x, y);  // reasons read alike for any order of records
    const auto& [a, id_a] = x;
    const auto& [b, id_b] = y;
    if (a == b || !SameIdentifier(*id_a, *id_b)) return;
    const bool strong = StrengthOf(id_a->scheme) == IdStrength::kStrong;
    const bool same_country = !id_a->country.empty() && id_a->country == id_b->country;
    const bool shares_name = Intersect(facts_[a].tokens, facts_[b].tokens);
    // A bank and its branches share a BIC; a number without country may be another country's.
    const bool needs_name = !strong || id_a->scheme == IdScheme::kBic;
    if ((!strong && !same_country) || (needs_name && !shares_name)) return;
    AddCandidate(Rule::kIdentifier, a, b,
                 std::string(IdSchemeName(id_a->scheme)) + " " + id_a->value);
  }

  void CollectNames() {
    std::map<std::string_view, std::vector<uint32_t>> buckets;
    for (uint32_t i = 0; i < records_.size(); ++i) {
      for (const std::string& name : facts_[i].names) buckets[name].push_back(i);
    }
    for (const auto& [name, holders] : buckets) {
      if (holders.size() < 2 || holders.size() > kMaxBucket) continue;
      for (size_t x = 0; x < holders.size(); ++x) {
        for (size_t y = x + 1; y < holders.size(); ++y) {
          ConsiderName(holders[x], holders[y], std::string(name));
        }
      }
    }
  }

  void ConsiderName(uint32_t a, uint32_t b, const std::string& name) {
    if (records_[a].source == records_[b].source) return;
    if (KeyLess(b, a)) std::swap(a, b);
    const bool persons =
        records_[a].schema == Schema::kPerson || records_[b].schema == Schema::kPerson;
    std::string why =
        persons ? PersonsAgree(facts_[a], facts_[b], name) : BodiesAgree(facts_[a], facts_[b]);
    if (!why.empty()) AddCandidate(Rule::kNameAndFacts, a, b, why + ": " + name);
  }

  uint32_t Root(uint32_t i) {
    while (parent_[i] != i) i = parent_[i] = parent_[parent_[i]];
    return i;
  }

  bool ToldApart(uint32_t a, uint32_t b) {
    return std::any_of(apart_.begin(), apart_.end(), [&](const auto& pair) {
      const uint32_t x = Root(pair.first);
      const uint32_t y = Root(pair.second);
      return (x == a && y == b) || (x == b && y == a);
    });
  }

  // Whether no record of one group is another kind of party than a record of the other group.
  bool AllCompatible(uint32_t a, uint32_t b) const {
    for (uint32_t x : members_[a]) {
      for (uint32_t y : members_[b]) {
        if (!Compatible(records_[x].schema, records_[y].schema)) return false;
      }
    }
    return true;
  }

  void Merge(const Candidate& candidate) {
    uint32_t a = Root(candidate.a);
    uint32_t b = Root(candidate.b);
    if (a == b || ToldApart(a, b)) return;
    const bool by_hand = candidate.rule == Rule::kOperator;
    if (!by_hand && (Intersect(sources_[a], sources_[b]) || !AllCompatible(a, b))) return;
    if (members_[a].size() < members_[b].size()) std::swap(a, b);
    parent_[b] = a;
    sources_[a].merge(sources_[b]);
    members_[a].insert(members_[a].end(), members_[b].begin(), members_[b].end());
    auto& reasons = reasons_[a];
    auto& others = reasons_[b];
    reasons.insert(reasons.end(), others.begin(), others.end());
    reasons.push_back(
        {candidate.a, candidate.b, std::string(RuleName(candidate.rule)), candidate.detail});
    reasons_.erase(b);
  }

  bool Leads(uint32_t a, uint32_t b) const {
    const Record& x = records_[a];
    const Record& y = records_[b];
    const int rank_x = SourceRank(x.source);
    const int rank_y = SourceRank(y.source);
    if (rank_x != rank_y) return rank_x < rank_y;
    if (x.source != y.source) return x.source < y.source;
    return IdLess(x.id, y.id);
  }

  std::vector<Party> Parties() {
    std::vector<Party> parties;
    for (uint32_t i = 0; i < records_.size(); ++i) {
      if (Root(i) != i) continue;
      Party party;
      party.records = members_[i];
      std::sort(party.records.begin(), party.records.end(),
                [this](uint32_t a, uint32_t b) { return Leads(a, b); });
      const Record& leading = records_[party.records.front()];
      party.id = leading.Key();
      party.schema = leading.schema;
      party.reasons = reasons_[i];
      parties.push_back(std::move(party));
    }
    std::sort(parties.begin(), parties.end(), [this](const Party& a, const Party& b) {
      return Leads(a.records.front(), b.records.front());
    });
    return parties;
  }

  std::span<const Record> records_;
  std::span<const MergeDecision> decisions_;
  std::vector<Facts> facts_;
  std::unordered_map<std::string, uint32_t> by_key_;
  std::vector<Candidate> candidates_;
  std::vector<std::pair<uint32_t, uint32_t>> apart_;
  std::vector<uint32_t> parent_;
  std::vector<std::set<std::string>> sources_;
  std::vector<std::vector<uint32_t>> members_;
  std::map<uint32_t, std::vector<MergeReason>> reasons_;
};

}  // namespace

int SourceRank(std::string_view source) {
  const auto found = std::find(kSourceOrder.begin(), kSourceOrder.end(), source);
  if (found != kSourceOrder.end()) return static_cast<int>(found - kSourceOrder.begin());
  return source == "us_trade_csl" ? 100 : 50;
}

std::vector<Party> ResolveParties(std::span<const Record> records,
                                  std::span<const MergeDecision> decisions,
                                  const text::Folder& folder) {
  return Resolver(records, decisions, folder).Run();
}

}  // namespace interdict
