#include "interdict/match/reach_bounds.h"

#include <gtest/gtest.h>

#include <random>

namespace interdict {
namespace {

using index::NameSize;
using names::NameClass;

constexpr NameClass kClasses[] = {NameClass::kPerson, NameClass::kBody, NameClass::kCraft,
                                  NameClass::kAny};

TEST(NameSize, KnowsClassAndSizeToAStep) {
  for (NameClass name_class : kClasses) {
    for (uint32_t structural : {0U, 99U, 100U, 1000U, 6299U, 6300U, 64'000U}) {
      const NameSize size(name_class, structural);
      EXPECT_EQ(size.name_class(), name_class);
      EXPECT_LE(size.least(), structural);
      EXPECT_GE(size.most(), structural);
      EXPECT_TRUE(structural >= 6300 || size.most() - size.least() < NameSize::kStep);
    }
  }
}

TEST(ReachBounds, ANameThatMeetsOneOfTwoPartsMayReachOnlyWhenItIsShort) {
  const std::vector<ReachBounds::Part> parts = {{{1000, 900}, {1000, 1000}, 1},
                                                {{1000, 800}, {1000, 1000}, 2}};
  ReachBounds bounds;
  bounds.Set(NameClass::kAny, parts, 3000);
  EXPECT_TRUE(bounds.MayReach(3, NameSize(NameClass::kPerson, 2000)));
  EXPECT_TRUE(bounds.MayReach(1, NameSize(NameClass::kBody, 1000)));
  EXPECT_FALSE(bounds.MayReach(1, NameSize(NameClass::kPerson, 2000)));
  EXPECT_FALSE(bounds.MayReach(2, NameSize(NameClass::kBody, 2000)));
  EXPECT_LT(bounds.TooHeavy(1), bounds.TooHeavy(3));
  bounds.Set(NameClass::kAny, parts, 9999);
  EXPECT_TRUE(bounds.MayReach(1, NameSize(NameClass::kPerson, 2000))) << "nothing is remembered";
}

TEST(ReachBounds, APartThatIsNotLookedForIsTakenToBeMet) {
  ReachBounds bounds;
  bounds.Set(NameClass::kAny,
             std::vector<ReachBounds::Part>{{{1000, 900}, {1000, 1000}, 1},
                                            {{1000, 800}, {1000, 1000}, 0}},
             3000);
  EXPECT_TRUE(bounds.MayReach(1, NameSize(NameClass::kPerson, 2000)));
}

TEST(ReachBounds, OfPartsThatShareABitAllAreTakenToBeMet) {
  ReachBounds bounds;
  bounds.Set(NameClass::kAny, std::vector<ReachBounds::Part>(3, {{1000, 900}, {1000, 1000}, 64}),
             3000);
  EXPECT_TRUE(bounds.MayReach(64, NameSize(NameClass::kPerson, 3000)));
  EXPECT_FALSE(bounds.MayReach(0, NameSize(NameClass::kPerson, 3000)));
}

// What is remembered is what name_alignment.h says, whatever is asked in between.
TEST(ReachBounds, SayWhatTheFloorsSay) {
  std::mt19937 random(3);
  const auto below = [&](int limit) {
    return static_cast<int>(random() % static_cast<unsigned>(limit));
  };
  ReachBounds bounds;
  for (int round = 0; round < 2000; ++round) {
    std::vector<ReachBounds::Part> parts;
    NameWeights all;
    for (int i = 1 + below(9); i > 0; --i) {
      const int structural = below(1001);
      parts.push_back({{structural, structural * below(1001) / 1000},
                       {below(3) * 1000, below(2000)},
                       static_cast<uint8_t>(below(4) == 0 ? 0 : 1 << below(7))});
      all.structural += parts.back().asked.structural;
      all.weight += parts.back().asked.weight;
    }
    const NameClass asked = kClasses[below(4)];
    const Points budget = below(10'000);
    bounds.Set(asked, parts, budget);
    for (int i = 0; i < 30; ++i) {
      const auto met = static_cast<uint8_t>(below(128));
      NameWeights unmatched, matched;
      for (const ReachBounds::Part& part : parts) {
        const bool is_met = part.bit == 0 || (part.bit & met) != 0;
        (is_met ? matched : unmatched).structural +=
            is_met ? part.listed.structural : part.asked.structural;
        (is_met ? matched : unmatched).weight += is_met ? part.listed.weight : part.asked.weight;
      }
      const NameSize size(kClasses[below(4)], static_cast<uint32_t>(below(9000)));
      const SizeLossFloor floor(unmatched, all, matched, RatesOf(asked, size.name_class()));
      EXPECT_EQ(bounds.MayReach(met, size), floor.Of(size.least(), size.most()) <= budget);
      const uint32_t heavy = bounds.TooHeavy(met);
      if (heavy > 64'000) continue;
      EXPECT_GT(PairLossFloor(unmatched, all, heavy, matched.weight, LeastRates(asked)), budget);
    }
  }
}

}  // namespace
}  // namespace interdict
