// Scores and effects in whole ten-thousandths, so that sums are exact and the same everywhere.
#pragma once

#include <cstdint>

namespace interdict {

using Points = int32_t;
inline constexpr Points kFullScore = 10000;

Points ToPoints(double score);
constexpr double FromPoints(Points points) {
  return points / static_cast<double>(kFullScore);
}

}  // namespace interdict
