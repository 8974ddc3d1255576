// Writes the sections 1-99 of an index file from resolved records.
#pragma once

#include <span>

#include "interdict/base/result.h"
#include "interdict/entity/record.h"
#include "interdict/index/index_file.h"
#include "interdict/resolve/parties.h"
#include "interdict/text/fold.h"

namespace interdict::index {

// The same input gives the same bytes. Parties keep their order and so their numbers.
// kTooLarge when the texts have 4 GiB or more, or there are more lists than 65,535.
// Cost: docs/index_format.md. Test: party_data_test.cc.
Status AddParties(std::span<const Record> records, std::span<const Party> parties,
                  const text::Folder& folder, IndexFileWriter* writer);

}  // namespace interdict::index
