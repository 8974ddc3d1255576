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
constexpr Points kIdentifierDiffers = -1500;  // both sides have an IMO number, say, and none is equal
constexpr Points kMediumIdentifier = 9800;    // equal number, country not known on both sides
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
  constexpr std::array<std::string_view, 7> kNames = {"name",    "weak_alias", "identifier", "birth_date",
                                                      "country", "gender",     "address"};
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
    std::string key = IdKey(id.scheme, id.value);
    if (!key.empty()) identifiers_.emplace_back(&id, std::move(key));
  }
  for (const std::string& address : query.addresses) addresses_.push_back(folder.Fold(address));
}

Scorer::BestName Scorer::FindBestName(uint32_t party) const {
  BestName best;
  for (const ListedName& listed : table_.NamesOf(party)) {
    for (size_t i = 0; i < names_.size(); ++i) {
      const double score = names_[i].Score(listed);
      // Among equals the better kind of name wins: a primary name before a weak alias.
      const bool better_kind = score == best.score && best.name != nullptr &&
                               listed.name->kind < best.name->name->kind;
      if (score > best.score || better_kind) best = {&listed, score, i};
    }
  }
  return best;
}

Match Scorer::Score(uint32_t party, bool explain) const {
  const Party& listed = table_.parties()[party];
  Match match;
  match.party = party;
  const BestName best = FindBestName(party);
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
  const Party& listed = table_.parties()[party];
  const Identifier* contradicted = nullptr;
  std::string contradiction;
  for (const auto& [asked, key] : identifiers_) {
    for (const ListedIdentifier& found : table_.FindIdentifier(asked->scheme, key)) {
      if (found.party != party || !SameIdentifier(*asked, *found.identifier)) continue;
      if (StrengthOf(asked->scheme) == IdStrength::kWeak) continue;
      const bool same_country = !asked->country.empty() && asked->country == found.identifier->country;
      const bool certain = StrengthOf(asked->scheme) == IdStrength::kStrong || same_country;
      const Points lift = (certain ? kFullScore : kMediumIdentifier) - match->score;
      Add(match, FeatureKind::kIdentifier, 1, std::max(lift, 0),
          explain ? std::string(IdSchemeName(asked->scheme)) + " " + asked->value + " = " +
                        found.identifier->value + " (" + found.record->Key() + ")"
                  : "");
      return;
    }
    if (!IsLasting(asked->scheme)) continue;
    for (uint32_t position : listed.records) {
      for (const Identifier& id : table_.record(position).identifiers) {
        if (id.scheme != asked->scheme || id.check == IdCheck::kInvalid) continue;
        contradicted = asked;
        contradiction = id.value;
      }
    }
  }
  if (contradicted == nullptr || match->score == 0) return;
  Add(match, FeatureKind::kIdentifier, 0, kIdentifierDiffers,
      explain ? std::string(IdSchemeName(contradicted->scheme)) + " " + contradicted->value +
                    " asked, " + contradiction + " listed"
              : "");
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
          effect = asked.IsDay() && date.date->IsDay() ? kBirthDateAgrees : kBirthYearAgrees;
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
  std::string listed;
  for (uint32_t position : party.records) {
    for (const Attribute& attribute : table_.record(position).attributes) {
      if (attribute.kind == AttributeKind::kGender) listed = AsciiLower(attribute.value);
    }
  }
  if (listed != "male" && listed != "female") return;
  const bool agrees = std::any_of(query_.genders.begin(), query_.genders.end(),
                                  [&](const std::string& gender) { return gender == listed; });
  Add(match, FeatureKind::kGender, agrees ? 0.5 : 0, agrees ? 0 : kGenderDiffers,
      explain ? "listed " + listed : "");
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
