#include "interdict/match/evidence/sum.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "interdict/match/evidence/address.h"
#include "interdict/match/evidence/birth_date.h"
#include "interdict/match/evidence/country.h"
#include "interdict/match/evidence/gender.h"
#include "interdict/match/evidence/identifier.h"

namespace interdict {
namespace {

constexpr double kConfirmingValue = 0.5;  // more than this

void Append(Evidence evidence, Points* score, std::vector<Evidence>* out) {
  const Points wanted = std::max(evidence.effect, evidence.lifts_to - *score);
  const Points effect = evidence.lifts_to > 0 ? std::max(wanted, 0) : evidence.effect;
  evidence.effect = std::clamp(effect, -*score, kFullScore - *score);
  *score += evidence.effect;
  out->push_back(std::move(evidence));
}

}  // namespace

std::string_view EvidenceName(EvidenceKind kind) {
  constexpr std::array<std::string_view, 5> kNames = {"identifier", "birth_date", "country",
                                                      "gender", "address"};
  return kNames[static_cast<size_t>(kind)];
}

Points AddEvidence(const EvidenceInput& input, Points name, std::vector<Evidence>* out) {
  std::optional<Evidence> identifier = CompareIdentifier(input);
  const Points lifts_to = identifier ? identifier->lifts_to : 0;
  if (name == 0 && lifts_to == 0) return 0;
  Points score = name;
  const bool certain = lifts_to >= kFullScore;
  if (identifier && !certain) Append(std::move(*identifier), &score, out);
  for (const auto compare : {CompareBirthDate, CompareCountry, CompareGender, CompareAddress}) {
    if (auto evidence = compare(input)) Append(std::move(*evidence), &score, out);
  }
  if (certain) Append(std::move(*identifier), &score, out);
  return score;
}

Points MaxPositivePoints(const QueryFacts& query, const ScoreModel& model) {
  Points points = 0;
  if (!query.query->birth_dates.empty()) {
    points += std::max({model.birth_day_equal, model.birth_day_swapped, model.birth_year_overlaps,
                        model.birth_day_differs, model.birth_year_near, 0});
  }
  if (!query.query->countries.empty()) {
    points += std::max({model.country_belongs_equal, model.country_found_equal, 0});
  }
  if (query.genders != 0) points += std::max(model.gender_equal, 0);
  if (!query.addresses.empty()) points += std::max(model.address_agrees, 0);
  return points;
}

bool Confirms(std::span<const Evidence> evidence) {
  return std::any_of(evidence.begin(), evidence.end(),
                     [](const Evidence& e) { return e.value > kConfirmingValue; });
}

}  // namespace interdict
