// What a column of a table, or a property of a record, stands for: one vocabulary for custom lists,
// our own fact tables and OpenSanctions exports, and one way to add such a fact to a record.
//
// The names are those of the enumerators of entity/record.h ("birth_date", "nationality",
// "position"), of the identifier schemes ("imo", "passport"), and: name, alias, weak_alias,
// former_name, translation, original_script; address, birth_place; program, list, authority,
// legal_basis, measures, listed, amended, delisted, reason; linked_to, owned_by, ...; reference
// (the party's id elsewhere). Test: fact_kind_test.cc.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "interdict/entity/record.h"

namespace interdict {

enum class FactPart : uint8_t {
  kName,
  kIdentifier,
  kDate,
  kCountry,
  kAddress,
  kAttribute,
  kDesignation,
  kRelation,
  kReference,
};

enum class DesignationPart : uint8_t {
  kProgram,
  kList,
  kAuthority,
  kLegalBasis,
  kMeasures,
  kListed,
  kAmended,
  kDelisted,
  kReason,
};

struct FactKind {
  FactPart part = FactPart::kAttribute;
  uint8_t kind = 0;  // the enumerator of NameKind, IdScheme, DateKind, ... of that part

  bool operator==(const FactKind&) const = default;

  // The kind as enumerator; the caller names the type that belongs to the part.
  template <typename Enum>
  Enum As() const {
    return static_cast<Enum>(kind);
  }
};

// nullopt for a name of no kind. Case is ignored.
std::optional<FactKind> FactKindFromName(std::string_view name);

// What stands beside a value. Views are borrowed for the call.
struct FactDetail {
  std::string_view country;  // issuer of an identifier, country of an address: a code, or empty
  NumericOrder order = NumericOrder::kDayFirst;
};

// Adds one value. Designation parts go to the record's last designation, which is made when there
// is none; a second programme begins a second designation with the other parts of the first. Empty
// values add nothing. Countries are read from codes and names.
void AddFact(FactKind kind, std::string_view value, const std::string& field,
             const FactDetail& detail, Record* record);

// A date as ISO prefix ("2019-01-28", "2019-01", "2019"), or as written when it cannot be read.
std::string IsoDateOrAsWritten(std::string_view text, NumericOrder order = NumericOrder::kDayFirst);

}  // namespace interdict
