#include "interdict/match/evidence/country.h"

#include <algorithm>
#include <array>
#include <vector>

#include "interdict/base/strings.h"
#include "interdict/match/evidence/query_facts.h"

namespace interdict {
namespace {

constexpr double kPartly = 0.5;

// Codes of data/countries.tsv whose kind is "historical".
bool IsFormerState(std::string_view code) {
  constexpr std::array<std::string_view, 7> kCodes = {"an", "cs", "cshh", "dd", "su", "yu", "zr"};
  return std::find(kCodes.begin(), kCodes.end(), code) != kCodes.end();
}

// What the countries of both sides have in common, the strongest last.
enum class Common { kNothing, kFormerState, kFound, kBelongs };

Common CompareCodes(std::string_view asked, std::string_view listed, const index::CountryRow& row) {
  const bool belongs = (row.kinds & index::CountryRow::Belongs()) != 0;
  if (asked == listed) return belongs ? Common::kBelongs : Common::kFound;
  const bool same_country = row.packed != 0 && index::PackCountry(asked) == row.packed;
  if (same_country) return Common::kFound;
  return IsFormerState(asked) || IsFormerState(listed) ? Common::kFormerState : Common::kNothing;
}

std::string Listed(const index::PartyView& party) {
  std::string text = "listed";
  for (const index::CountryRow& row : party.countries()) {
    text += ' ';
    text += party.text(row.code);
  }
  return text;
}

}  // namespace

std::optional<Evidence> CompareCountry(const EvidenceInput& input) {
  const auto listed = input.party.countries();
  const std::vector<std::string>& asked = input.query.query->countries;
  if (asked.empty() || listed.empty()) return std::nullopt;
  Common best = Common::kNothing;
  bool belongs_known = false;
  for (const index::CountryRow& row : listed) {
    belongs_known = belongs_known || (row.kinds & index::CountryRow::Belongs()) != 0;
    for (const std::string& code : asked) {
      best = std::max(best, CompareCodes(code, input.party.text(row.code), row));
    }
  }
  Evidence evidence{EvidenceKind::kCountry, 0, 0, 0, {}};
  switch (best) {
    case Common::kBelongs:
      evidence.value = 1;
      evidence.effect = input.model.country_belongs_equal;
      break;
    case Common::kFound:
      evidence.value = kPartly;
      evidence.effect = input.model.country_found_equal;
      break;
    case Common::kFormerState:
      evidence.value = kPartly;
      break;
    case Common::kNothing:
      evidence.effect =
          belongs_known ? input.model.country_belongs_differs : input.model.country_found_differs;
      break;
  }
  if (input.explain) evidence.detail = Listed(input.party);
  return evidence;
}

}  // namespace interdict
