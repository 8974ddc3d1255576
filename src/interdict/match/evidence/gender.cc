#include "interdict/match/evidence/gender.h"

#include "interdict/match/evidence/query_facts.h"

namespace interdict {
namespace {

std::string Listed(uint8_t genders) {
  if (genders == (index::Gender::kMale | index::Gender::kFemale)) return "listed male and female";
  return genders == index::Gender::kMale ? "listed male" : "listed female";
}

}  // namespace

std::optional<Evidence> CompareGender(const EvidenceInput& input) {
  const uint8_t listed = input.party.genders();
  if (listed == 0 || input.query.genders == 0) return std::nullopt;
  const bool agrees = (listed & input.query.genders) != 0;
  Evidence evidence{EvidenceKind::kGender,
                    agrees ? 0.5 : 0.0,
                    agrees ? input.model.gender_equal : input.model.gender_differs,
                    0,
                    {}};
  if (input.explain) evidence.detail = Listed(listed);
  return evidence;
}

}  // namespace interdict
