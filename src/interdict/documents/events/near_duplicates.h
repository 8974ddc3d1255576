// Sentences that are one sentence: a wire report that several outlets print, with a comma or a word
// changed.
//
// Two texts are near-duplicates when at least kSharedShingles of all their runs of four words are
// common to both; texts too short for that must be equal, word for word. The shares are
// counted, not estimated by SimHash: one sentence has few runs, a changed word touches four of
// them, and only the statements of one event are compared.
// Cost: a hash table of runs; O(words) plus the common runs. Test: near_duplicates_test.cc.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace interdict::documents {

inline constexpr double kSharedShingles = 0.7;

// For each text the position of the first text that it repeats, or its own. Case, accents and
// punctuation do not count.
std::vector<uint32_t> FirstNearDuplicates(const std::vector<std::string_view>& texts);

}  // namespace interdict::documents
