// Writes the sections 100-199 of an index file: names analysed, tokens with their keys, postings.
#pragma once

#include <span>

#include "interdict/base/result.h"
#include "interdict/entity/record.h"
#include "interdict/index/index_file.h"
#include "interdict/names/analyze.h"
#include "interdict/resolve/parties.h"

namespace interdict::index {

// Names are numbered as AddParties numbers them (party_data_builder.h). The same input gives the
// same bytes. kTooLarge beyond 2^32 tokens, parts or keys. Test: name_index_test.cc.
Status AddNames(std::span<const Record> records, std::span<const Party> parties,
                const names::Analyzer& analyzer, IndexFileWriter* writer);

// Rarity of a token that `parties` of `all` parties have, thousandths: falls with the logarithm of
// the frequency. A token that no party has is as rare as one that a single party has.
int Rarity(size_t parties, size_t all);

}  // namespace interdict::index
