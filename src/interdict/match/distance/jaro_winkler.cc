#include "interdict/match/distance/jaro_winkler.h"

#include <algorithm>
#include <bitset>

namespace interdict {
namespace {

using Marks = std::bitset<kLongestCompared>;

// Marks the letters that agree, each of `a` with the first free one of `b` in reach; their number.
size_t MarkAgreeing(std::string_view a, std::string_view b, Marks* of_a, Marks* of_b) {
  const size_t reach = std::max(std::max(a.size(), b.size()) / 2, size_t{1}) - 1;
  size_t agreeing = 0;
  for (size_t i = 0; i < a.size(); ++i) {
    const size_t end = std::min(i + reach + 1, b.size());
    for (size_t j = i > reach ? i - reach : 0; j < end; ++j) {
      if (a[i] != b[j] || (*of_b)[j]) continue;
      of_a->set(i);
      of_b->set(j);
      ++agreeing;
      break;
    }
  }
  return agreeing;
}

size_t CountMoved(std::string_view a, std::string_view b, const Marks& of_a, const Marks& of_b) {
  size_t moved = 0, j = 0;
  for (size_t i = 0; i < a.size(); ++i) {
    if (!of_a[i]) continue;
    while (!of_b[j]) ++j;
    if (a[i] != b[j++]) ++moved;
  }
  return moved;
}

}  // namespace

double Jaro(std::string_view a, std::string_view b) {
  a = a.substr(0, kLongestCompared);
  b = b.substr(0, kLongestCompared);
  if (a.empty() || b.empty()) return a.empty() && b.empty() ? 1 : 0;
  Marks of_a, of_b;
  const auto agreeing = static_cast<double>(MarkAgreeing(a, b, &of_a, &of_b));
  if (agreeing == 0) return 0;
  const auto moved = static_cast<double>(CountMoved(a, b, of_a, of_b) / 2);
  return (agreeing / static_cast<double>(a.size()) + agreeing / static_cast<double>(b.size()) +
          (agreeing - moved) / agreeing) /
         3;
}

double JaroWinkler(std::string_view a, std::string_view b) {
  constexpr size_t kLongestPrefix = 4;
  constexpr double kBonus = 0.1;
  const double jaro = Jaro(a, b);
  const size_t most = std::min({a.size(), b.size(), kLongestPrefix});
  size_t prefix = 0;
  while (prefix < most && a[prefix] == b[prefix]) ++prefix;
  return jaro + static_cast<double>(prefix) * kBonus * (1 - jaro);
}

}  // namespace interdict
