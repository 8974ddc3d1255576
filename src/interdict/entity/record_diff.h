// What differs between two states of one party's record, in the terms of a list user.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "interdict/entity/record.h"

namespace interdict {

// Names of the aspects in which the records differ, sorted: "schema", "names", "identifiers",
// "birth_date", "nationality", "addresses", "remark", "programs", "relations", ... Values are
// compared as the publisher wrote them; their order counts. Equal records give none.
std::vector<std::string> ChangedFields(const Record& before, const Record& after);

// One change in words for a history: "alias added: ...", "program removed: VENEZUELA".
struct FactChange {
  enum class Kind { kAdded, kRemoved } kind;
  std::string field;  // as in ChangedFields
  std::string value;  // a short text of the value
};

// The facts that only one of the two states has. Facts that merely moved are not listed.
std::vector<FactChange> FactChanges(const Record& before, const Record& after);

// Drops every fact whose field begins with one of the prefixes ("alt.csv/"), so that a complete and
// a partial version of a list can be compared on what both contain.
void DropFieldsWithPrefix(const std::vector<std::string>& prefixes, Record* record);

}  // namespace interdict
