#include "interdict/match/name_alignment.h"

#include <algorithm>
#include <bit>

namespace interdict {
namespace {

constexpr int kReplacedBase = 3000;   // points for a part of full weight
constexpr int kReplacedShare = 3500;  // points for a whole name
constexpr Points kOtherSon = 3500;
constexpr int kClearlyDifferent = 1500;  // losses from which on `thin` counts whole
constexpr int kShortName = 2600;  // structural weight up to which slips cost their full price

int64_t Square(int64_t x) {
  return x * x;
}

// Points for a share (thousandths) of a name that the other has not.
Points ExtraLoss(int full, int64_t share) {
  return static_cast<Points>(full * Square(share) / 1'000'000);
}

Points ThinLoss(const LossRates& rates, int matched_weight, Points other_losses) {
  if (matched_weight >= rates.enough) return 0;
  const int64_t lacking = rates.enough - matched_weight;
  const int64_t certainty = std::min<int64_t>(other_losses, kClearlyDifferent);
  return static_cast<Points>(rates.thin * lacking * certainty / 1000 / kClearlyDifferent);
}

Points ReplacedLoss(int64_t replaced, int64_t longer_name) {
  if (replaced == 0) return 0;
  return static_cast<Points>(kReplacedBase * replaced / 1000 +
                             kReplacedShare * replaced / std::max<int64_t>(longer_name, 1));
}

struct Coverage {
  NameWeights covered;
  NameWeights all;
  NameWeights Left() const {
    return {all.structural - covered.structural, all.weight - covered.weight};
  }
};

NameWeights SumBits(std::span<const WeighedPart> parts, uint64_t bits) {
  NameWeights sum;
  for (; bits != 0; bits &= bits - 1) {
    const WeighedPart& part = parts[static_cast<size_t>(std::countr_zero(bits))];
    sum.structural += part.structural;
    sum.weight += part.weight;
  }
  return sum;
}

// Thousandths of `left` in `all`, of which only `kept` of `whole` stay one-sided.
int64_t OneSidedShare(const NameWeights& left, const NameWeights& all, int64_t replaced) {
  if (all.weight == 0 || left.structural == 0) return 0;
  return int64_t{1000} * left.weight / all.weight * (left.structural - replaced) / left.structural;
}

size_t ChoosePairs(std::span<PartPair> pairs) {
  std::sort(pairs.begin(), pairs.end(), [](const PartPair& a, const PartPair& b) {
    if (a.cost != b.cost) return a.cost < b.cost;
    if (a.query != b.query) return a.query < b.query;
    return a.listed < b.listed;
  });
  uint64_t query = 0, listed = 0;
  size_t chosen = 0;
  for (size_t i = 0; i < pairs.size(); ++i) {
    if ((pairs[i].query & query) != 0 || (pairs[i].listed & listed) != 0) continue;
    query |= pairs[i].query;
    listed |= pairs[i].listed;
    std::swap(pairs[chosen++], pairs[i]);
  }
  return chosen;
}

}  // namespace

namespace {

// Whether a father's name of one side is paired with an ordinary name of the other, both ways.
bool SwapsFatherAndSon(std::span<const WeighedPart> query, std::span<const WeighedPart> listed,
                       std::span<const PartPair> pairs) {
  int query_only = 0, listed_only = 0;
  for (const PartPair& pair : pairs) {
    if (!std::has_single_bit(pair.query) || !std::has_single_bit(pair.listed)) continue;
    const bool q =
        (query[static_cast<size_t>(std::countr_zero(pair.query))].flags & names::kSon) != 0;
    const bool l =
        (listed[static_cast<size_t>(std::countr_zero(pair.listed))].flags & names::kSon) != 0;
    query_only += q && !l ? 1 : 0;
    listed_only += l && !q ? 1 : 0;
  }
  return query_only > 0 && listed_only > 0;
}

}  // namespace

NameWeights SumWeights(std::span<const WeighedPart> parts) {
  NameWeights sum;
  for (const WeighedPart& part : parts) {
    sum.structural += part.structural;
    sum.weight += part.weight;
  }
  return sum;
}

NameScore AlignNames(std::span<const WeighedPart> query, std::span<const WeighedPart> listed,
                     std::span<PartPair> pairs, size_t* chosen, const LossRates& rates) {
  *chosen = ChoosePairs(pairs);
  Coverage q{{}, SumWeights(query)}, l{{}, SumWeights(listed)};
  int64_t spelling = 0;
  for (const PartPair& pair : pairs.first(*chosen)) {
    const NameWeights of_query = SumBits(query, pair.query);
    const NameWeights of_listed = SumBits(listed, pair.listed);
    q.covered.structural += of_query.structural;
    q.covered.weight += of_query.weight;
    l.covered.structural += of_listed.structural;
    l.covered.weight += of_listed.weight;
    const int64_t counts = std::min(std::max(of_query.structural, of_listed.structural), 1000);
    spelling += pair.cost * counts / 1000;
  }
  NameScore result;
  if (q.covered.weight == 0 || l.covered.weight == 0) return result;
  NameLosses& losses = result.losses;
  const int64_t longer = std::max(q.all.structural, l.all.structural);
  spelling = spelling * rates.spelling / 100;
  if (longer > kShortName) spelling = spelling * kShortName / longer;
  losses.spelling = static_cast<Points>(spelling);

  const NameWeights q_left = q.Left(), l_left = l.Left();
  const int64_t replaced = std::min(q_left.structural, l_left.structural);
  losses.replaced = ReplacedLoss(replaced, longer);
  losses.extra = ExtraLoss(rates.extra_query, OneSidedShare(q_left, q.all, replaced)) +
                 ExtraLoss(rates.extra_listed, OneSidedShare(l_left, l.all, replaced));
  if (SwapsFatherAndSon(query, listed, pairs.first(*chosen))) losses.order = kOtherSon;
  losses.thin = ThinLoss(rates, l.covered.weight, losses.Total());
  result.score = std::max(kFullScore - losses.Total(), 0);
  return result;
}

namespace {

// How much of what is unmatched is replaced, rather than extra, is up to the other name: the
// cheapest of a grid. Between two grid points the loss is at least the replaced loss of the lower
// and the extra loss of the upper one, since both are monotone.
Points LeastLoss(int64_t structural, int64_t weight, int64_t all_weight, int64_t most_replaced,
                 int full, int matched_weight, const LossRates& rates) {
  constexpr int kSteps = 16;
  if (structural == 0 || all_weight == 0) return 0;
  Points least = kFullScore;
  for (int step = 0; step < kSteps; ++step) {
    const int64_t low = structural * step / kSteps;
    if (low > most_replaced) break;
    const int64_t high = std::min(structural * (step + 1) / kSteps + 1, structural);
    const int64_t share = 1000 * weight / all_weight * (structural - high) / structural;
    const Points loss = static_cast<Points>(kReplacedBase * low / 1000) +
                        ExtraLoss(full, std::max<int64_t>(share - 2, 0));
    least = std::min(least, loss + ThinLoss(rates, matched_weight, loss));
  }
  return least;
}

}  // namespace

Points NameLossFloor(const NameWeights& unmatched, const NameWeights& all, int matched_weight,
                     const LossRates& rates) {
  return LeastLoss(unmatched.structural, unmatched.weight, all.weight, unmatched.structural,
                   rates.extra_query, matched_weight, rates);
}

Points PairLossFloor(const NameWeights& unmatched, const NameWeights& all, uint32_t name_weight,
                     int matched_weight, const LossRates& rates) {
  // The listed parts without counterpart weigh at least `left`. AlignNames replaces as much as both
  // sides have to spare: at least the smaller of what is known to be left on each, at most the
  // whole query. The cheapest of a grid, as in LeastLoss.
  constexpr int kSteps = 8;
  const int64_t left = std::max<int64_t>(int64_t{name_weight} - matched_weight, 0);
  const int64_t asked = unmatched.structural;
  const int64_t first = std::min(left, asked);
  const int64_t span = std::max<int64_t>(all.structural - first, 0);
  Points least = kFullScore;
  for (int step = 0; step < kSteps; ++step) {
    const int64_t low = first + span * step / kSteps;
    const int64_t high = first + span * (step + 1) / kSteps + 1;
    const int64_t kept = std::max<int64_t>(asked - high, 0);
    const int64_t query_share = asked == 0 || all.weight == 0
                                    ? 0
                                    : int64_t{1000} * unmatched.weight / all.weight * kept / asked;
    const int64_t extra = std::max<int64_t>(left - high, 0);
    const int64_t listed_share = name_weight == 0 ? 0 : 1000 * extra / name_weight;
    const Points loss = static_cast<Points>(kReplacedBase * low / 1000) +
                        ExtraLoss(rates.extra_query, std::max<int64_t>(query_share - 2, 0)) +
                        ExtraLoss(rates.extra_listed, std::max<int64_t>(listed_share - 2, 0));
    least = std::min(least, loss + ThinLoss(rates, matched_weight, loss));
  }
  return least;
}

SizeLossFloor::SizeLossFloor(const NameWeights& unmatched, const NameWeights& all,
                             const NameWeights& matched, const LossRates& rates)
    : matched_(matched), rates_(rates), all_(all.structural), asked_(unmatched.structural) {
  if (asked_ <= 0 || all.weight <= 0 || unmatched.weight <= 0) return;
  const double share = static_cast<double>(unmatched.weight) / all.weight / asked_;
  bend_ = rates.extra_query * share * share;
  half_inverse_bend_ = 1 / (2 * bend_);
}

Points SizeLossFloor::Of(int64_t least, int64_t most) const {
  // With `a` left of the query and `b` of the listed name AlignNames replaces r, the smaller.
  // Nothing known rules out that a or b is more than what is known to be left, so r may be anything
  // from the smaller of those on. What r costs rises with r; what is left of the query beyond r
  // costs with the square: together a parabola, of which the least value counts.
  const double first = std::clamp(static_cast<double>(least - matched_.structural), 0.0, asked_);
  const auto longer = static_cast<double>(std::max<int64_t>({most, all_, 1}));
  const double slope = kReplacedBase / 1000.0 + kReplacedShare / longer;
  const double replaced =
      bend_ == 0 ? first : std::clamp(asked_ - slope * half_inverse_bend_, first, asked_);
  const double extra = bend_ * (asked_ - replaced) * (asked_ - replaced);
  // AlignNames rounds each term down, and the share of what is extra to thousandths, twice.
  const double rounded = 3 + rates_.extra_query * 2 * 0.002;
  const auto loss = static_cast<Points>(std::max(slope * replaced + extra - rounded, 0.0));
  return loss + ThinLoss(rates_, matched_.weight, loss);
}

Points ListedLossFloor(uint32_t name_weight, int matched, int query_structural,
                       const LossRates& rates) {
  const int64_t left = int64_t{name_weight} - matched;
  if (left <= 0) return 0;
  return LeastLoss(left, left, name_weight, query_structural, rates.extra_listed, matched, rates);
}

}  // namespace interdict
