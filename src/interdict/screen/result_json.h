// Results of screening as JSON, in the shape of the outside contract.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "interdict/base/json_writer.h"
#include "interdict/screen/resolved_lists.h"
#include "interdict/screen/screener.h"

namespace interdict {

// One line: {"id":...,"hits":[...],"model":"interdict-1"}; "warnings":[...] where there are any,
// and the version of the table of name variants where one is loaded.
std::string ResultLine(const Query& query, const std::vector<Hit>& hits, const Snapshot& snapshot,
                       const std::vector<std::string>& warnings = {},
                       NameModel model = NameModel::kInterdict);

// One line for a record that could not be screened: {"id":...,"error":{"code":...,"message":...}}.
// It has no member "hits", so that nobody takes it for an empty answer.
std::string FailureLine(std::string_view id, const Error& error);

// What result lines say, for a run that goes on where an earlier one was interrupted.
struct LineCounts {
  uint64_t lines = 0;
  uint64_t with_hits = 0;
  uint64_t hits = 0;
  uint64_t failed = 0;
  std::string first_failure;
};
// Of whole lines as ResultLine and FailureLine write them; what is behind the last '\n' is not
// counted.
LineCounts CountLines(std::string_view lines);

// Writes the object of one hit.
void WriteHit(const Hit& hit, const Snapshot& snapshot, JsonWriter* json);

// The programmes of all records of a party, in their order, each once.
std::vector<std::string> ProgramsOf(const Party& party, const ResolvedLists& lists);

// "primary", "strong", "weak", "former" or "translation"; a name in the original script is primary.
std::string_view AliasClass(NameKind kind);

}  // namespace interdict
