// Kinds of party, and which kinds a query of a kind may find.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace interdict {

enum class Schema : uint8_t {
  kPerson,
  kOrganization,  // any body; publishers that do not tell companies apart
  kCompany,
  kLegalEntity,  // a person or a body: the publisher does not say
  kVessel,
  kAirplane,
  kCryptoWallet,
  kPublicBody,
};
inline constexpr int kSchemaCount = 8;

std::string_view SchemaName(Schema schema);                   // "Person"
std::optional<Schema> SchemaFromName(std::string_view name);  // case ignored

// Whether a query of kind `query` may find a listed party of kind `listed`; without a kind it finds
// all. LegalEntity reaches persons and all bodies; Organization reaches all bodies; Company reaches
// Company, Organization and LegalEntity; every other kind reaches itself, and a LegalEntity where
// that may be meant (Person, PublicBody).
bool Reaches(std::optional<Schema> query, Schema listed);

}  // namespace interdict
