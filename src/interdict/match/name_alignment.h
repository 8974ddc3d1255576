// The score of one name against another, from the parts that correspond.
//
// A score begins at 1 and loses what differs. Every loss is one of these, in points:
//   spelling    each pair of parts that are taken for one another costs what its rule says
//               (token_cost.h), less in long names, in proportion to what the part says;
//   replaced    both names have a part that the other lacks: a different given name, another
//               number, another place. This costs most: 0.30 for each full part and more in short
//               names;
//   extra       only one name has the part: a second surname left out, a word added. Costs with
//               the square of its share of that name, by rarity: rare parts count more;
//   thin        the names differ somewhere and what agrees is little or common ("Management
//               Company", "Jose Garcia");
//   order       is free, since lists and customers write names in any order, but for father and
//               son: Salman bin Muhammad is not Muhammad bin Salman.
// Parts weigh by kind (names/analyze.h: a legal form says little) and, for `extra` and `thin`, by
// rarity on the loaded lists.
//
// The pairs offered may overlap; they are chosen greedily, cheapest first. Whoever offers the same
// pairs gets the same score: this is the one place where names are scored, and NameLossFloor below
// is the bound that the candidate generator relies on.
// Unit: points. Integers only, so that every machine and thread agrees. No allocation beyond the
// scratch. Test: name_alignment_test.cc.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "interdict/match/points.h"
#include "interdict/match/token_cost.h"
#include "interdict/names/analyze.h"

namespace interdict {

struct WeighedPart {
  names::PartKind kind;
  uint8_t flags;        // names::PartFlag
  uint16_t structural;  // thousandths; by kind
  uint16_t weight;      // thousandths; structural times rarity
};

// Parts of the query (bits of `query`) that stand for parts of the listed name (bits of `listed`).
struct PartPair {
  uint64_t query;
  uint64_t listed;
  Points cost;
  TokenRule rule;
};

// What parts that only one name has cost. Names of bodies are long, and words come and go in them.
struct LossRates {
  int extra_query;   // points when all of the query is extra
  int extra_listed;  // points when all of the listed name is
  int thin;          // points when nothing but differing parts supports the match
  int enough;        // weight of agreeing parts from which on nothing is thin
  int spelling;      // per cent of what a rule says: one letter makes another ship's name
};
// A name of a person or craft on either side decides; where neither side says what it is, names are
// taken for those of bodies.
constexpr LossRates RatesOf(names::NameClass query, names::NameClass listed) {
  const auto either = [&](names::NameClass c) { return query == c || listed == c; };
  if (either(names::NameClass::kPerson)) return {9000, 8000, 2500, 1680, 100};
  if (either(names::NameClass::kCraft)) return {9000, 8000, 2500, 1300, 160};
  return {7500, 6500, 1900, 1150, 85};
}
// The lowest rates between a query of this class and any listed name.
constexpr LossRates LeastRates(names::NameClass query) {
  return RatesOf(query, query == names::NameClass::kPerson ? query : names::NameClass::kBody);
}
inline constexpr LossRates kPersonRates =
    RatesOf(names::NameClass::kPerson, names::NameClass::kPerson);

struct NameLosses {
  Points spelling = 0;
  Points replaced = 0;
  Points extra = 0;
  Points thin = 0;
  Points order = 0;
  Points Total() const { return spelling + replaced + extra + thin + order; }
};

struct NameScore {
  Points score = 0;
  NameLosses losses;
};

// Orders `pairs` and moves the chosen ones to the front; `*chosen` is their number.
NameScore AlignNames(std::span<const WeighedPart> query, std::span<const WeighedPart> listed,
                     std::span<PartPair> pairs, size_t* chosen,
                     const LossRates& rates = kPersonRates);

// Sums over the parts of a name.
struct NameWeights {
  int structural = 0;
  int weight = 0;
};
NameWeights SumWeights(std::span<const WeighedPart> parts);

// The least that a name can lose against a query of which parts of `unmatched` weight find no
// counterpart and the rest at most `matched_weight` worth of listed parts. Never more than what
// AlignNames subtracts. `unmatched` and `all` are sums over the query's parts.
Points NameLossFloor(const NameWeights& unmatched, const NameWeights& all, int matched_weight,
                     const LossRates& rates = kPersonRates);

// The same when the listed name is known to weigh `name_weight`, at most `matched_weight` of it
// with a counterpart: what neither side can pair is replaced, so the choice above is narrower.
Points PairLossFloor(const NameWeights& unmatched, const NameWeights& all, uint32_t name_weight,
                     int matched_weight, const LossRates& rates = kPersonRates);

// The same when the listed name's structural weight is known to lie between two bounds, and at most
// `matched` of it has a counterpart. Made once for many sizes.
class SizeLossFloor {
 public:
  SizeLossFloor() = default;
  SizeLossFloor(const NameWeights& unmatched, const NameWeights& all, const NameWeights& matched,
                const LossRates& rates = kPersonRates);
  Points Of(int64_t least, int64_t most) const;

 private:
  NameWeights matched_;
  LossRates rates_ = kPersonRates;
  int all_ = 0;
  double asked_ = 0;  // structural weight that is unmatched
  double bend_ = 0;   // points for the square of what is extra
  double half_inverse_bend_ = 0;
};

// The least that a listed name of this weight loses when at most `matched` of it finds a
// counterpart, against a query of `query_structural`.
Points ListedLossFloor(uint32_t name_weight, int matched, int query_structural,
                       const LossRates& rates = kPersonRates);

}  // namespace interdict
