#include "interdict/match/points.h"

#include <algorithm>
#include <cmath>

namespace interdict {

Points ToPoints(double score) {
  return static_cast<Points>(std::lround(std::clamp(score, 0.0, 1.0) * kFullScore));
}

}  // namespace interdict
