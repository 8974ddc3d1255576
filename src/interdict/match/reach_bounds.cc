#include "interdict/match/reach_bounds.h"

namespace interdict {
namespace {

constexpr uint32_t kMostWeight = 1000 * names::Analyzer::kMaxParts;
constexpr uint32_t kFirstStep = 500, kLastStep = 64;  // of weights tried

}  // namespace

void ReachBounds::Set(names::NameClass name_class, std::span<const Part> parts, Points budget) {
  for (uint8_t met : opened_) sets_[met] = OfSet{};
  opened_.clear();
  name_class_ = name_class;
  parts_.assign(parts.begin(), parts.end());
  budget_ = budget;
  all_ = {};
  for (const Part& part : parts_) {
    all_.structural += part.asked.structural;
    all_.weight += part.asked.weight;
  }
}

ReachBounds::OfSet& ReachBounds::Open(uint8_t met) {
  OfSet& set = sets_[met];
  if (set.is_set) return set;
  set.is_set = true;
  opened_.push_back(met);
  for (const Part& part : parts_) {
    const bool unmatched = part.bit != 0 && (met & part.bit) == 0;
    NameWeights& sum = unmatched ? set.unmatched : set.matched;
    const NameWeights& more = unmatched ? part.asked : part.listed;
    sum.structural += more.structural;
    sum.weight += more.weight;
  }
  for (size_t of_class = 0; of_class < set.floors.size(); ++of_class) {
    const LossRates rates = RatesOf(name_class_, static_cast<names::NameClass>(of_class));
    set.floors[of_class] = SizeLossFloor(set.unmatched, all_, set.matched, rates);
  }
  return set;
}

void ReachBounds::Judge(uint8_t met, index::NameSize size) {
  OfSet& set = Open(met);
  const auto of_class = static_cast<size_t>(size.name_class());
  const uint64_t bit = uint64_t{1} << size.step();
  set.known[of_class] |= bit;
  if (set.floors[of_class].Of(size.least(), size.most()) <= budget_) set.may_reach[of_class] |= bit;
}

uint32_t ReachBounds::TooHeavy(uint8_t met) {
  OfSet& set = Open(met);
  if (set.too_heavy != kNotKnown) return set.too_heavy;
  const LossRates rates = LeastRates(name_class_);
  const auto is_too_heavy = [&](uint32_t weight) {
    return PairLossFloor(set.unmatched, all_, weight, set.matched.weight, rates) > budget_;
  };
  // The floor is the same up to what can be matched and rises with the weight beyond it; whatever
  // the search ends at has a floor beyond the budget.
  auto low = static_cast<uint32_t>(set.matched.weight);
  if (is_too_heavy(low)) return set.too_heavy = 0;
  uint32_t step = kFirstStep;
  for (; !is_too_heavy(low + step); step *= 2) {
    low += step;
    if (low > kMostWeight) return set.too_heavy = low;
  }
  uint32_t high = low + step;
  while (high - low > kLastStep) {
    const uint32_t middle = low + (high - low) / 2;
    (is_too_heavy(middle) ? high : low) = middle;
  }
  return set.too_heavy = high;
}

}  // namespace interdict
