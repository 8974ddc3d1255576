// Persons and bodies that no list has: runs of capitals that the words in and around them make a
// name. Test: unlisted_names_test.cc.
#pragma once

#include <optional>
#include <string_view>

#include "interdict/documents/mentions/word_context.h"
#include "interdict/documents/scan.h"

namespace interdict::documents {

struct NameRun {
  size_t begin = 0, end = 0;  // words
  bool after_title = false;   // "Senator Markwayne Mullin"
};

// The run of capitals that begins at word `at`, with particles between ("Maria de la Cruz"), at
// most to `limit`.
NameRun RunAt(const WordContext& context, size_t at, size_t limit);

struct UnlistedName {
  PartyKind kind;
  size_t begin, end;  // words of the name within the run, and behind it ("Sinaloa" cartel)
  std::string_view rule;
};

// Which body or ship the whole run names; nullopt when no word of it or beside it tells.
std::optional<UnlistedName> ClassifyBody(const WordContext& context, const NameRun& run);

// Which person the run names, titles left out.
std::optional<UnlistedName> ClassifyPerson(const WordContext& context, const NameRun& run,
                                           WordReader* reader);

// Whether a title stands before word `at`: "Ambassador to the UN", "Interior Minister".
bool IsAfterTitle(const WordContext& context, size_t at);

}  // namespace interdict::documents
