#include "interdict/match/scorer.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "interdict/base/strings.h"

namespace interdict {
namespace {

// Weights of model plain-1, in ten-thousandths. They follow the qualifiers of published engines in
// size and order; calibrated weights come with a calibrated model.
constexpr Points kBirthDateAgrees = 500;
constexpr Points kBirthYearAgrees = 200;
constexpr Points kBirthDateDiffers = -1000;  // same year, another day
constexpr Points kBirthYearDiffers = -2000;
constexpr Points kCountryAgrees = 200;
constexpr Points kCountryDiffers = -1000;
constexpr Points kGenderDiffers = -1500;
constexpr Points kAddressAgrees = 500;
constexpr Points kWeakAliasAlone = -1500;
constexpr Points kIdentifierDiffers =
    -1500;                                  // both sides have an IMO number, say, and none is equal
constexpr Points kMediumIdentifier = 9800;  // equal number, country not known on both sides
constexpr int kCircaYears = 2;
constexpr double kAddressShare = 0.6;

void Add(Match* match, FeatureKind kind, double value, Points effect, std::string detail = {}) {
  const Points room = kFullScore - match->score;
  effect = std::clamp(effect, -match->score, room);
  match->score += effect;
  match->features.push_back({kind, value, effect, std::move(detail)});
}

// Schemes of which a party has one value at a time and keeps it: another value contradicts.
bool IsLasting(IdScheme scheme) {
  return scheme == IdScheme::kImo || scheme == IdScheme::kLei || scheme == IdScheme::kRif;
}

// What an equal number of both sides lifts the score to; 0 when it lifts nothing.
Points AgreementScore(const Identifier& asked, const Identifier& listed) {
  const IdStrength strength = std::max(StrengthOf(asked.scheme), StrengthOf(listed.scheme));
  if (strength == IdStrength::kWeak || !SameIdentifier(asked, listed)) return 0;
  const bool same_country = !asked.country.empty() && asked.country == listed.country;
  return strength == IdStrength::kStrong || same_country ? kFullScore : kMediumIdentifier;
}

bool IsConfirmed(const Match& match) {
  return std::any_of(match.features.begin(), match.features.end(), [](const Feature& feature) {
    return feature.kind != FeatureKind::kName && feature.value > 0.5;
  });
}

double SharedTokens(std::string_view a, std::string_view b) {
  auto x = text::Tokens(a);
  auto y = text::Tokens(b);
  if (x.empty() || y.empty()) return 0;
  std::sort(x.begin(), x.end());
  std::sort(y.begin(), y.end());
  std::vector<std::string_view> both;
  std::set_intersection(x.begin(), x.end(), y.begin(), y.end(), std::back_inserter(both));
  return static_cast<double>(both.size()) / static_cast<double>(std::min(x.size(), y.size()));
}

}  // namespace

Points ToPoints(double score) {
  return static_cast<Points>(std::lround(std::clamp(score, 0.0, 1.0) * kFullScore));
}

std::string_view FeatureName(FeatureKind kind) {
  constexpr std::array<std::string_view, 7> kNames = {
      "name", "weak_alias", "identifier", "birth_date", "country", "gender", "address"};
  return kNames[static_cast<size_t>(kind)];
}

Scorer::Scorer(const Query& query, const PartyTable& table, const text::Folder& folder,
               NameScorer::Memo* memo)
    : query_(query), table_(table), folder_(folder) {
  for (const std::string& name : query.names) {
    const std::string folded = folder.Fold(name);
    if (!folded.empty()) names_.emplace_back(folded, table.vocabulary(), memo);
  }
  for (const Identifier& id : query.identifiers) {
    const auto add = [&](IdScheme scheme) {
      std::string key = IdKey(scheme, id.value);
      if (!key.empty()) lookups_.push_back({&id, scheme, std::move(key)});
    };
    add(id.scheme);
    for (IdScheme narrow : NarrowSchemes(id.scheme)) add(narrow);
  }
  for (const std::string& address : query.addresses) addresses_.push_back(folder.Fold(address));
}

Scorer::BestName Scorer::FindBestName(uint32_t party, bool weak) const {
  BestName best;
  for (const ListedName& listed : table_.NamesOf(party)) {
    if ((listed.name->kind == NameKind::kWeak) != weak) continue;
    for (size_t i = 0; i < names_.size(); ++i) {
      const double score = names_[i].Score(listed);
      // Among equals the better kind of name wins: a primary name before a former one.
      const bool better_kind =
          score == best.score && best.name != nullptr && listed.name->kind < best.name->name->kind;
      if (score > best.score || better_kind) best = {&listed, score, i};
    }
  }
  return best;
}

Match Scorer::Score(uint32_t party, bool explain) const {
  const BestName best = FindBestName(party, /*weak=*/false);
  Match match = ScoreWith(party, best, explain);
  const BestName weak = FindBestName(party, /*weak=*/true);
  if (weak.score <= best.score) return match;
  Match by_weak = ScoreWith(party, weak, explain);
  return by_weak.score > match.score ? by_weak : match;
}

Match Scorer::ScoreWith(uint32_t party, const BestName& best, bool explain) const {
  const Party& listed = table_.parties()[party];
  Match match;
  match.party = party;
  match.name = best.name;
  if (best.name != nullptr) {
    Add(&match, FeatureKind::kName, best.score, ToPoints(best.score),
        explain ? names_[best.query_name].Explain(*best.name) : std::string());
  }
  AddIdentifiers(party, explain, &match);
  if (match.score == 0) return match;
  AddBirthDate(listed, explain, &match);
  AddCountry(listed, explain, &match);
  AddGender(listed, explain, &match);
  AddAddress(listed, explain, &match);
  if (best.name != nullptr && best.name->name->kind == NameKind::kWeak && !IsConfirmed(match)) {
    Add(&match, FeatureKind::kWeakAlias, 1, kWeakAliasAlone,
        explain ? "only a weak alias matches, and nothing confirms it" : "");
  }
  return match;
}

void Scorer::AddIdentifiers(uint32_t party, bool explain, Match* match) const {
  Points best = 0;
  const Identifier* asked = nullptr;
  const ListedIdentifier* listed = nullptr;
  for (const Lookup& lookup : lookups_) {
    for (const ListedIdentifier& found : table_.FindIdentifier(lookup.scheme, lookup.key)) {
      if (found.party != party) continue;
      const Points score = AgreementScore(*lookup.asked, *found.identifier);
      if (score <= best) continue;
      best = score;
      asked = lookup.asked;
      listed = &found;
    }
  }
  if (listed == nullptr) return AddContradiction(table_.parties()[party], explain, match);
  Add(match, FeatureKind::kIdentifier, 1, std::max(best - match->score, 0),
      explain ? std::string(IdSchemeName(asked->scheme)) + " " + asked->value + " = " +
                    listed->identifier->value + " (" + listed->record->Key() + ")"
              : "");
}

// A number that fails its check contradicts nothing: it may be a slip of the pen on either side.
void Scorer::AddContradiction(const Party& party, bool explain, Match* match) const {
  if (match->score == 0) return;
  for (const Lookup& lookup : lookups_) {
    const Identifier& asked = *lookup.asked;
    if (!IsLasting(asked.scheme) || asked.check == IdCheck::kInvalid) continue;
    for (uint32_t position : party.records) {
      for (const Identifier& id : table_.record(position).identifiers) {
        if (id.scheme != asked.scheme || id.check == IdCheck::kInvalid) continue;
        Add(match, FeatureKind::kIdentifier, 0, kIdentifierDiffers,
            explain ? std::string(IdSchemeName(asked.scheme)) + " " + asked.value + " asked, " +
                          id.value + " listed"
                    : "");
        return;
      }
    }
  }
}

void Scorer::AddBirthDate(const Party& party, bool explain, Match* match) const {
  Points best = kBirthYearDiffers;
  const DateFact* shown = nullptr;
  for (uint32_t position : party.records) {
    for (const DateFact& date : table_.record(position).dates) {
      const bool comparable =
          date.kind == DateKind::kBirth || date.kind == DateKind::kIncorporation;
      if (!comparable || !date.date) continue;
      for (const PartialDate& asked : query_.birth_dates) {
        Points effect = kBirthYearDiffers;
        if (Overlap(asked, *date.date, kCircaYears)) {
          const bool same_day =
              asked.IsDay() && date.date->IsDay() && asked.first == date.date->first;
          effect = same_day ? kBirthDateAgrees : kBirthYearAgrees;
        } else if (ToYearMonthDay(asked.first).year == ToYearMonthDay(date.date->first).year) {
          effect = kBirthDateDiffers;
        }
        if (shown != nullptr && effect <= best) continue;
        best = effect;
        shown = &date;
      }
    }
  }
  if (shown == nullptr) return;
  const double value = best == kBirthDateAgrees ? 1 : best == kBirthYearAgrees ? 0.8 : 0;
  Add(match, FeatureKind::kBirthDate, value, best,
      explain ? "listed " + FormatPartialDate(*shown->date) : "");
}

void Scorer::AddCountry(const Party& party, bool explain, Match* match) const {
  if (query_.countries.empty()) return;
  std::vector<std::string> listed;
  for (uint32_t position : party.records) {
    const Record& record = table_.record(position);
    for (const CountryFact& country : record.countries) {
      if (!country.code.empty()) listed.push_back(country.code);
    }
    for (const Address& address : record.addresses) {
      if (!address.country.empty()) listed.push_back(address.country);
    }
  }
  if (listed.empty()) return;
  const bool agrees = std::any_of(listed.begin(), listed.end(), [&](const std::string& code) {
    return std::find(query_.countries.begin(), query_.countries.end(), code) !=
           query_.countries.end();
  });
  if (explain) {
    std::sort(listed.begin(), listed.end());
    listed.erase(std::unique(listed.begin(), listed.end()), listed.end());
  }
  Add(match, FeatureKind::kCountry, agrees ? 1 : 0, agrees ? kCountryAgrees : kCountryDiffers,
      explain ? "listed " + Join(listed, " ") : "");
}

void Scorer::AddGender(const Party& party, bool explain, Match* match) const {
  if (query_.genders.empty()) return;
  std::string shown;
  bool agrees = false;
  for (uint32_t position : party.records) {
    for (const Attribute& attribute : table_.record(position).attributes) {
      const std::string listed = AsciiLower(attribute.value);
      if (attribute.kind != AttributeKind::kGender || agrees) continue;
      if (listed != "male" && listed != "female") continue;
      shown = listed;
      agrees =
          std::find(query_.genders.begin(), query_.genders.end(), listed) != query_.genders.end();
    }
  }
  if (shown.empty()) return;
  Add(match, FeatureKind::kGender, agrees ? 0.5 : 0, agrees ? 0 : kGenderDiffers,
      explain ? "listed " + shown : "");
}

void Scorer::AddAddress(const Party& party, bool explain, Match* match) const {
  if (addresses_.empty()) return;
  double best = 0;
  const Address* shown = nullptr;
  for (uint32_t position : party.records) {
    for (const Address& address : table_.record(position).addresses) {
      const std::string folded = folder_.Fold(address.full);
      for (const std::string& asked : addresses_) {
        const double share = SharedTokens(asked, folded);
        if (share <= best) continue;
        best = share;
        shown = &address;
      }
    }
  }
  if (shown == nullptr) return;
  Add(match, FeatureKind::kAddress, best, best >= kAddressShare ? kAddressAgrees : 0,
      explain ? "listed " + shown->full : "");
}

}  // namespace interdict
