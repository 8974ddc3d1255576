// Adding to a list of facts what is not there yet.
#pragma once

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

namespace interdict {

// How far back repeats are looked for: far more than any published party needs, and a bound on the
// work that a hostile file can ask for.
inline constexpr size_t kAddOnceReach = 512;

// Appends the value unless one of the last kAddOnceReach is equal to it.
template <typename T>
void AddOnce(std::vector<T>* values, T value) {
  const size_t first = values->size() - std::min(values->size(), kAddOnceReach);
  const auto begin = values->begin() + static_cast<std::ptrdiff_t>(first);
  if (std::find(begin, values->end(), value) == values->end()) values->push_back(std::move(value));
}

}  // namespace interdict
