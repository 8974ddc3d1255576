// Optimal string alignment distance of two byte strings: insertions, deletions, substitutions, and
// transpositions of neighbours, no part edited twice.
// Unit: edits. Above `limit` the result is limit + 1, so that the kernel may stop early. No
// allocation for strings of up to 64 bytes. Test: edit_distance_test.cc, against the textbook
// matrix.
#pragma once

#include <string_view>

namespace interdict {

int EditDistance(std::string_view a, std::string_view b, int limit);

}  // namespace interdict
