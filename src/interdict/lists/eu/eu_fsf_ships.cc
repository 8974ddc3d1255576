#include "interdict/lists/eu/eu_fsf_ships.h"

#include <algorithm>
#include <utility>

#include "interdict/lists/cells/prose_identifiers.h"
#include "interdict/lists/eu/eu_fsf_entity.h"
#include "interdict/lists/eu/eu_fsf_fields.h"

namespace interdict {
namespace {

bool IsImo(const Identifier& id) {
  return id.scheme == IdScheme::kImo || id.scheme == IdScheme::kImoCompany;
}

bool FitsShip(const Identifier& id) {
  return CheckId(IdScheme::kImo, id.value) == IdCheck::kValid;
}

bool FitsCompany(const Identifier& id) {
  return CheckId(IdScheme::kImoCompany, id.value) == IdCheck::kValid;
}

bool HasVesselRemark(const PartyParts& parts) {
  const auto of = [&](FsfPart part) -> const std::vector<PartyParts::Cells>& {
    return parts.Of(static_cast<size_t>(part));
  };
  const auto says_so = [&](FsfPart part, size_t cell) {
    return std::any_of(of(part).begin(), of(part).end(),
                       [&](const PartyParts::Cells& cells) { return IsVesselRemark(cells[cell]); });
  };
  return says_so(FsfPart::kEntity, fsf::kEntityRemark) ||
         says_so(FsfPart::kIdentification, fsf::kIdRemark) ||
         says_so(FsfPart::kName, fsf::kFunction) || says_so(FsfPart::kName, fsf::kNameRemark);
}

}  // namespace

void PlaceFsfImoNumbers(const PartyParts& parts, Record* record) {
  std::vector<Identifier>& ids = record->identifiers;
  if (std::none_of(ids.begin(), ids.end(), IsImo)) return;
  const bool ship_number = std::any_of(
      ids.begin(), ids.end(), [](const Identifier& id) { return IsImo(id) && FitsShip(id); });
  const bool only_ship = std::any_of(ids.begin(), ids.end(), [](const Identifier& id) {
    return IsImo(id) && FitsShip(id) && !FitsCompany(id);
  });
  const bool company = std::any_of(record->names.begin(), record->names.end(),
                                   [](const Name& name) { return IsCompanyName(name.text); });
  const bool vessel = (only_ship && !company) || (ship_number && HasVesselRemark(parts));
  if (vessel) record->schema = Schema::kVessel;
  const size_t count = ids.size();
  for (size_t i = 0; i < count; ++i) {
    if (!IsImo(ids[i])) continue;
    ids[i].scheme = ImoSchemeOf(ids[i].value, vessel);
    ids[i].check = CheckId(ids[i].scheme, ids[i].value);
    if (vessel || company || !FitsShip(ids[i]) || !FitsCompany(ids[i])) continue;
    if (!ids[i].remark.empty()) ids[i].remark += "; ";
    ids[i].remark += "may be a ship's or a company's number";
    Identifier other = ids[i];
    other.scheme = IdScheme::kImo;
    ids.push_back(std::move(other));
  }
}

}  // namespace interdict
