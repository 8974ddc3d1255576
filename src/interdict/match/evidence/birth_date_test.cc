#include "interdict/match/evidence/birth_date.h"

#include <gtest/gtest.h>

#include "interdict/match/evidence/testing/comparison.h"

namespace interdict {
namespace {

using testing::Born;
using testing::Comparison;
using testing::RecordBuilder;

TEST(BirthDate, PointsFollowHowFarTheDatesAreApart) {
  const struct {
    const char* listed;
    const char* asked;
    Points effect;
    double value;
  } kCases[] = {
      {"1970-01-02", "1970-01-02", 500, 1},     {"1970-01-02", "1970", 200, 0.8},
      {"1970", "1970-01-02", 200, 0.8},         {"1970", "1970", 200, 0.8},
      {"1970-05", "1970-05-09", 200, 0.8},      {"1968 to 1972", "1970-05-09", 200, 0.8},
      {"1970-03-04", "1970-04-03", 200, 0.7},  // day and month change places
      {"1970-01-02", "1970-03-04", -1000, 0.2}, {"1970-01", "1970-03-04", -1000, 0.2},
      {"1970-01-02", "1971", -600, 0.3},        {"1970-12-31", "1971-01-01", -600, 0.3},
      {"1968 to 1972", "1973", -600, 0.3},      {"1970-01-02", "1972", -2500, 0},
      {"1970-03-04", "1972-04-03", -2500, 0},   {"1970", "1940", -2500, 0},
  };
  for (const auto& c : kCases) {
    const Comparison compare({RecordBuilder("a", "1").Named("Ana Roe").Born(c.listed)});
    const auto evidence = compare(CompareBirthDate, Born(c.asked));
    ASSERT_TRUE(evidence.has_value());
    EXPECT_EQ(evidence->effect, c.effect) << c.listed << " " << c.asked;
    EXPECT_EQ(evidence->value, c.value) << c.listed << " " << c.asked;
    EXPECT_EQ(evidence->detail, "listed " + FormatPartialDate(*ParsePartialDate(c.listed)));
  }
}

TEST(BirthDate, ApproximateDatesAgreeByYearAndNotByDay) {
  const Comparison compare({RecordBuilder("a", "1").Named("Ana Roe").Born("circa 1970-01-02")});
  const auto effect = [&](const char* asked) {
    return compare(CompareBirthDate, Born(asked))->effect;
  };
  EXPECT_EQ(effect("1970-01-02"), 500);
  EXPECT_EQ(effect("1971-06-07"), 200) << "within two years, but not that day";
  EXPECT_EQ(effect("1973"), -600) << "a year beyond what 'about' allows";
  EXPECT_EQ(effect("1975"), -2500);
}

TEST(BirthDate, OfSeveralDatesThePairThatAgreesBestCounts) {
  const Comparison compare(
      {RecordBuilder("a", "1").Named("Ana Roe").Born("1950").Born("1970-01-02")});
  const auto evidence = compare(CompareBirthDate, Born("1970-01-02", Born("1930")));
  EXPECT_EQ(evidence->effect, 500);
  EXPECT_EQ(evidence->detail, "listed 1970-01-02");
}

TEST(BirthDate, WhatEitherSideDoesNotKnowSaysNothing) {
  const Comparison without({RecordBuilder("a", "1").Named("Ana Roe")});
  EXPECT_FALSE(without(CompareBirthDate, Born("1970")));
  const Comparison with({RecordBuilder("a", "1").Named("Ana Roe").Born("1970")});
  EXPECT_FALSE(with(CompareBirthDate, Query()));
  const Comparison unreadable({RecordBuilder("a", "1").Named("Ana Roe").Born("long ago")});
  EXPECT_FALSE(unreadable(CompareBirthDate, Born("1970")));
}

}  // namespace
}  // namespace interdict
