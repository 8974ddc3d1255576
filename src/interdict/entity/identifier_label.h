// What a publisher's label of an identifier means: "Cedula No.", "SWIFT/BIC", "Numero de
// pasaporte".
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "interdict/entity/identifier.h"

namespace interdict {

struct IdLabel {
  IdScheme scheme = IdScheme::kOtherId;
  std::string_view country;  // where the label itself implies one: RIF -> ve
  std::string_view note;     // currency tag of a crypto address, or a remark of the table
};

// nullopt for a label that data/identifier_labels.tsv does not have. Case, accents and punctuation
// do not matter. Labels that stand for contact data (phone, email, website) are not identifiers:
// nullopt.
std::optional<IdLabel> FindIdLabel(std::string_view label);

// The scheme and issuing country that a label implies; kOtherId with the label as `issuer` when the
// label is unknown. The value's check is filled in.
Identifier IdentifierFromLabel(std::string_view label, std::string value, std::string field);

}  // namespace interdict
