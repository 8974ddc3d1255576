#include "interdict/match/edit_distance.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <vector>

namespace interdict {
namespace {

constexpr size_t kWord = 64;

// A column of the alignment matrix in the bits of a word, as differences of neighbouring rows:
// Hyyro, A bit-vector algorithm for computing Levenshtein and Damerau edit distances (2003). `a`
// has 1 to kWord letters. Of the table of letters only the entries of both words are ever touched.
int ByBits(std::string_view a, std::string_view b, int limit) {
  std::array<uint64_t, 256> places;
  const auto place = [&](char c) -> uint64_t& { return places[static_cast<unsigned char>(c)]; };
  for (char c : b) place(c) = 0;
  for (char c : a) place(c) = 0;
  for (size_t i = 0; i < a.size(); ++i) place(a[i]) |= uint64_t{1} << i;
  const size_t last = a.size() - 1;
  uint64_t rises = ~uint64_t{0}, falls = 0, diagonal = 0, before = 0;
  int distance = static_cast<int>(a.size());
  for (char c : b) {
    const uint64_t same = place(c);
    const uint64_t swapped = ((~diagonal & same) << 1) & before;
    diagonal = (((same & rises) + rises) ^ rises) | same | falls | swapped;
    uint64_t right_rises = falls | ~(diagonal | rises);
    uint64_t right_falls = diagonal & rises;
    distance += static_cast<int>(right_rises >> last & 1);
    distance -= static_cast<int>(right_falls >> last & 1);
    right_rises = right_rises << 1 | 1;
    right_falls <<= 1;
    rises = right_falls | ~(diagonal | right_rises);
    falls = right_rises & diagonal;
    before = same;
  }
  return std::min(distance, limit + 1);
}

// Three rows of the alignment matrix, of which only a band around the diagonal can be within limit.
int Banded(std::string_view a, std::string_view b, int limit, int* before, int* previous,
           int* current) {
  const int n = static_cast<int>(b.size());
  const int beyond = limit + 1;
  for (int j = 0; j <= n; ++j) previous[j] = std::min(j, beyond);
  for (int i = 1; i <= static_cast<int>(a.size()); ++i) {
    const int from = std::max(1, i - limit);
    const int to = std::min(n, i + limit);
    std::fill(current, current + n + 1, beyond);
    if (from == 1) current[0] = std::min(i, beyond);
    int least = current[0];
    const char ca = a[static_cast<size_t>(i - 1)];
    for (int j = from; j <= to; ++j) {
      const char cb = b[static_cast<size_t>(j - 1)];
      int best = previous[j - 1] + (ca == cb ? 0 : 1);
      best = std::min({best, previous[j] + 1, current[j - 1] + 1});
      if (i > 1 && j > 1 && ca == b[static_cast<size_t>(j - 2)] &&
          a[static_cast<size_t>(i - 2)] == cb) {
        best = std::min(best, before[j - 2] + 1);
      }
      current[j] = std::min(best, beyond);
      least = std::min(least, current[j]);
    }
    if (least > limit) return beyond;
    int* const recycled = before;
    before = previous;
    previous = current;
    current = recycled;
  }
  return previous[n];
}

}  // namespace

int EditDistance(std::string_view a, std::string_view b, int limit) {
  if (a == b) return 0;
  const auto difference =
      static_cast<int>(std::max(a.size(), b.size()) - std::min(a.size(), b.size()));
  if (difference > limit || limit <= 0) return limit + 1;
  if (a.empty() || b.empty()) return difference;
  if (a.size() <= kWord) return ByBits(a, b, limit);
  const size_t width = b.size() + 1;
  std::vector<int> rows(3 * width);
  return Banded(a, b, limit, rows.data(), rows.data() + width, rows.data() + 2 * width);
}

}  // namespace interdict
