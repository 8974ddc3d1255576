#include "interdict/entity/schema.h"

#include <array>

#include "interdict/base/strings.h"

namespace interdict {
namespace {

constexpr std::array<std::string_view, kSchemaCount> kNames = {
    "Person", "Organization", "Company",      "LegalEntity",
    "Vessel", "Airplane",     "CryptoWallet", "PublicBody"};

bool IsBody(Schema schema) {
  return schema == Schema::kOrganization || schema == Schema::kCompany ||
         schema == Schema::kLegalEntity || schema == Schema::kPublicBody;
}

}  // namespace

std::string_view SchemaName(Schema schema) {
  return kNames[static_cast<size_t>(schema)];
}

std::optional<Schema> SchemaFromName(std::string_view name) {
  for (size_t i = 0; i < kNames.size(); ++i) {
    if (EqualsIgnoreCase(kNames[i], name)) return static_cast<Schema>(i);
  }
  return std::nullopt;
}

bool Reaches(std::optional<Schema> query, Schema listed) {
  if (!query || *query == listed) return true;
  switch (*query) {
    case Schema::kLegalEntity:
      return listed == Schema::kPerson || IsBody(listed);
    case Schema::kOrganization:
      return IsBody(listed);
    case Schema::kCompany:
    case Schema::kPublicBody:
      return listed == Schema::kOrganization || listed == Schema::kLegalEntity;
    case Schema::kPerson:
      return listed == Schema::kLegalEntity;
    default:
      return false;
  }
}

}  // namespace interdict
