// From a file of name groups to the version of the table of name variants that is in use:
// recognise, read, check, store. All of it succeeds and one new version exists, or the store is as
// it was. Test: name_table_import_test.cc, tests/cli/name_variants_test.py.
#pragma once

#include <string>
#include <vector>

#include "interdict/store/importer.h"
#include "interdict/store/name_table_store.h"

namespace interdict {

struct NameTableOutcome {
  ImportOutcome::Kind kind = ImportOutcome::Kind::kActivated;
  NameTableVersion version;
  std::vector<std::string> warnings;
};

// Uses of `request`: files (one), published, published_if_unsaid, accept_shrink, must_be_newer,
// today, now. Errors: those of the reader; kWrongDocument for a file that is no such table;
// kBadQuery for a mapping; kNoPublicationDate; kIntakeRefused when more than a tenth of the groups
// of the version before is gone, or for a date in the future; storage.
Result<NameTableOutcome> ImportNameTable(NameTableStore* store, const ImportRequest& request);

}  // namespace interdict
