// Jaro's and Jaro-Winkler's likeness of two strings, letter by letter.
//
// Letters agree when they are equal and stand no further apart than half the longer string. Jaro is
// the mean of three shares: agreeing letters of `a`, of `b`, and those that agree in the same
// order. Winkler adds a tenth of what is missing for each of the first four letters that are equal.
// Unit: [0, 1], 1 = equal; two empty strings give 1. Input: folded text, compared by bytes; bytes
// behind kLongestCompared are not read. No allocation; no errors. Cost: O(a * b) at worst.
// Source: W. E. Winkler 1990, "String Comparator Metrics ..."; M. A. Jaro 1989.
// Tested against its naive twin in jaro_winkler_test.cc.
#pragma once

#include <cstddef>
#include <string_view>

namespace interdict {

inline constexpr size_t kLongestCompared = 1024;

double Jaro(std::string_view a, std::string_view b);

// Winkler's bonus for a common beginning, whatever Jaro says. Winkler gives it from a Jaro of 0.7
// on only; programs of the 2000s leave that condition out, and so does this.
double JaroWinkler(std::string_view a, std::string_view b);

}  // namespace interdict
