// From a publisher's files to the active version of a list: recognise, read, check, store.
// Either the whole chain succeeds and one new version exists, or the store is as it was.
// Test: importer_test.cc, tests/cli/.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "interdict/lists/format.h"
#include "interdict/store/intake.h"
#include "interdict/store/list_store.h"

namespace interdict {

struct ImportRequest {
  std::string source;
  std::span<const InputFile> files;         // borrowed for the call
  std::optional<Date> published;            // nothing: the date in the file
  std::optional<Date> published_if_unsaid;  // where neither the caller nor the file gives one
  std::string_view mapping;    // content of a mapping file: reads a custom list with it
  std::string accept_shrink;   // the operator's reason to accept that records are gone
  bool must_be_newer = false;  // refuse a date before that of the active version (update)
  Date today;
  UnixSeconds now = 0;
  std::function<void(std::string_view step, uint64_t done, uint64_t total)>
      progress;  // may be empty
};

struct ImportOutcome {
  enum class Kind {
    kActivated,  // the new version is the newest of its list
    kHistory,    // a newer version was there and stays active
    kConfirmed,  // the very same files were loaded before: nothing new
  };
  Kind kind = Kind::kActivated;
  ListVersion version;
  ParseReport report;
  std::vector<IntakeFinding> accepted;  // findings that --accept-shrink let through
  std::vector<std::string> warnings;
};

// kBadQuery for what cannot be a list id: it is part of record keys ("source:id") and of file
// names.
Status CheckSourceId(std::string_view source);

// Errors: those of the readers; kBadQuery for the list id; kIntakeRefused naming each failed check;
// kNoPublicationDate; storage.
Result<ImportOutcome> ImportList(ListStore* store, const ImportRequest& request);

// A reading without a store, for looking at a file: report and records.
struct Inspection {
  ParseReport report;
  std::vector<Record> records;
};
Result<Inspection> InspectList(const ImportRequest& request);

}  // namespace interdict
