// What is asked: a party by any of its names, with what else is known of it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "interdict/entity/identifier.h"
#include "interdict/entity/partial_date.h"
#include "interdict/entity/schema.h"

namespace interdict {

// Every member but a name or an identifier may be missing; missing data is never held against a
// party.
struct Query {
  std::string id;
  std::vector<std::string> names;
  std::optional<Schema> schema;  // nothing: every kind
  std::vector<PartialDate> birth_dates;
  std::vector<std::string> countries;  // codes, see entity/country.h
  std::vector<std::string> genders;    // "male", "female"
  std::vector<std::string> addresses;
  std::vector<Identifier> identifiers;
};

}  // namespace interdict
