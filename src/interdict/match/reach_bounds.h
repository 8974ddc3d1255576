// Whether a listed name can reach a score, from the parts of the query that it meets and from its
// size, without a look at the name. The bounds are those of name_alignment.h; here they are worked
// out once for each set of parts and each size, when first asked for.
//
// A set of parts is a byte: every part that is looked for has a bit, and several may share one,
// which then says that at least one of them is met; all of them are taken to be. Parts without a
// bit are not looked for and taken to be met. Not thread-safe. Test: reach_bounds_test.cc.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "interdict/index/name_rows.h"
#include "interdict/match/name_alignment.h"

namespace interdict {

class ReachBounds {
 public:
  struct Part {
    NameWeights asked;   // of the query's part
    NameWeights listed;  // of the listed parts that it may be paired with, at most
    uint8_t bit = 0;     // one bit, or none
  };

  ReachBounds() : sets_(256) {}

  // For scores of at least kFullScore - budget.
  void Set(names::NameClass name_class, std::span<const Part> parts, Points budget);

  // False when no name of this size that meets just these parts can reach the score.
  bool MayReach(uint8_t met, index::NameSize size) {
    OfSet& set = sets_[met];
    const auto of_class = static_cast<size_t>(size.name_class());
    const uint64_t bit = uint64_t{1} << size.step();
    if ((set.known[of_class] & bit) == 0) Judge(met, size);
    return (set.may_reach[of_class] & bit) != 0;
  }

  // A weight from which on no name that meets just these parts can reach the score.
  uint32_t TooHeavy(uint8_t met);

 private:
  static constexpr uint32_t kNotKnown = 0xFFFFFFFF;
  struct OfSet {
    // By class of the listed name and size step.
    std::array<uint64_t, 4> known{};
    std::array<uint64_t, 4> may_reach{};
    std::array<SizeLossFloor, 4> floors;
    NameWeights unmatched;  // of the query
    NameWeights matched;    // of the listed name, at most
    uint32_t too_heavy = kNotKnown;
    bool is_set = false;
  };

  OfSet& Open(uint8_t met);
  void Judge(uint8_t met, index::NameSize size);

  names::NameClass name_class_ = names::NameClass::kAny;
  std::vector<Part> parts_;
  NameWeights all_;
  Points budget_ = 0;
  std::vector<OfSet> sets_;
  std::vector<uint8_t> opened_;
};

}  // namespace interdict
