// The Record of an entity of the EU list, from its parts in XML or CSV.
// Test: eu_fsf_record_test.cc.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "interdict/entity/record.h"
#include "interdict/lists/cells/party_parts.h"
#include "interdict/lists/eu/eu_fsf_entity.h"
#include "interdict/lists/parse_report.h"

namespace interdict {

struct FsfContext {
  FsfDialect dialect = FsfDialect::kXml;
  std::string_view source;  // list id
  std::string_view file;
};

// `parts` are of the kinds FsfPart. Defects of single values (an unknown type of subject, a date of
// another calendar) go to the report; Count() is left to the caller. Everything is copied out of
// `parts`. The id is the EU reference number; the logical id where there is none.
Record BuildFsfRecord(const PartyParts& parts, const FsfContext& context, uint64_t line,
                      ParseReport* report);

// Id for the n-th entity of the same publisher's id: "EU.1.2#2".
std::string FsfCopyId(std::string_view id, int n);

// The publisher's id that BuildFsfRecord gives the record; empty when there is none.
std::string_view FsfRecordId(const PartyParts& parts);

}  // namespace interdict
