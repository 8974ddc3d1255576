#include "interdict/match/evidence/country.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "interdict/match/evidence/testing/comparison.h"

namespace interdict {
namespace {

using testing::Comparison;
using testing::RecordBuilder;

Query From(std::vector<std::string> countries) {
  Query query;
  query.countries = std::move(countries);
  return query;
}

TEST(Country, WhereAPartyBelongsCountsMoreThanWhereItWasFound) {
  const Comparison compare({RecordBuilder("a", "1").Named("Ana").Of("ve").At("Panama", "pa")});
  const struct {
    std::vector<std::string> asked;
    Points effect;
    double value;
  } kCases[] = {
      {{"ve"}, 200, 1},   {{"co", "ve"}, 200, 1}, {{"pa", "ve"}, 200, 1},
      {{"pa"}, 100, 0.5}, {{"co"}, -1000, 0},     {{"co", "us"}, -1000, 0},
  };
  for (const auto& c : kCases) {
    const auto evidence = compare(CompareCountry, From(c.asked));
    ASSERT_TRUE(evidence.has_value());
    EXPECT_EQ(evidence->effect, c.effect) << c.asked.front();
    EXPECT_EQ(evidence->value, c.value) << c.asked.front();
    EXPECT_EQ(evidence->detail, "listed pa ve");
  }
}

TEST(Country, AddressesAloneContradictLess) {
  const Comparison compare({RecordBuilder("a", "1").Named("Ana").At("Panama", "pa")});
  EXPECT_EQ(compare(CompareCountry, From({"ve"}))->effect, -600);
}

TEST(Country, ARegionAgreesWithItsCountryAndAFormerStateContradictsNone) {
  const struct {
    const char* listed;
    const char* asked;
    Points effect;
  } kCases[] = {
      {"ua-09", "ua", 100}, {"ua", "ua-09", 100}, {"ua-09", "ua-09", 200}, {"ua-09", "ru", -1000},
      {"su", "ru", 0},      {"ru", "su", 0},      {"su", "su", 200},       {"cshh", "cz", 0},
  };
  for (const auto& c : kCases) {
    const Comparison compare({RecordBuilder("a", "1").Named("Ana").Of(c.listed)});
    EXPECT_EQ(compare(CompareCountry, From({c.asked}))->effect, c.effect) << c.listed << c.asked;
  }
}

TEST(Country, WhatEitherSideDoesNotKnowSaysNothing) {
  const Comparison without({RecordBuilder("a", "1").Named("Ana")});
  EXPECT_FALSE(without(CompareCountry, From({"ve"})));
  const Comparison with({RecordBuilder("a", "1").Named("Ana").Of("ve")});
  EXPECT_FALSE(with(CompareCountry, Query()));
}

}  // namespace
}  // namespace interdict
