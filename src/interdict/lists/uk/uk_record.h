// The Record of a UK designation, from its parts in any of the three UK formats.
// Test: uk_record_test.cc.
#pragma once

#include <cstdint>
#include <string_view>

#include "interdict/entity/record.h"
#include "interdict/lists/cells/party_parts.h"
#include "interdict/lists/parse_report.h"
#include "interdict/lists/uk/uk_designation.h"

namespace interdict {

// Where a designation stands, for defects, and what its records are called.
struct UkContext {
  UkDialect dialect = UkDialect::kFcdoXml;
  std::string_view source;  // list id
  std::string_view file;
};

// `parts` are of the kinds UkPart; `id` is the publisher's id of the party. Defects of single
// values (an unknown name type, two types of party) go to the report; Count() is left to the
// caller. Everything is copied out of `parts`.
Record BuildUkRecord(const PartyParts& parts, std::string_view id, const UkContext& context,
                     uint64_t line, ParseReport* report);

}  // namespace interdict
