#include "interdict/match/evidence/sum.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

#include "interdict/match/evidence/testing/comparison.h"

namespace interdict {
namespace {

using testing::Born;
using testing::Comparison;
using testing::Holding;
using testing::RecordBuilder;

struct Sum {
  Points score = 0;
  std::vector<Evidence> evidence;
  Points bound = 0;  // MaxPositivePoints
  bool shares_identifier = false;
};

// Checks on the way that the effects add up and that explaining changes nothing.
Sum SumFor(const Comparison& compare, const Query& query, Points name) {
  return compare(
      [&](const EvidenceInput& input) {
        Sum sum;
        sum.score = AddEvidence(input, name, &sum.evidence);
        Points running = name;
        for (const Evidence& evidence : sum.evidence) {
          running += evidence.effect;
          EXPECT_GE(running, 0);
          EXPECT_LE(running, kFullScore);
          EXPECT_GE(evidence.value, 0);
          EXPECT_LE(evidence.value, 1);
          EXPECT_FALSE(evidence.detail.empty());
        }
        EXPECT_EQ(sum.evidence.empty() && name == 0 ? 0 : running, sum.score);
        std::vector<Evidence> plain;
        EXPECT_EQ(AddEvidence({input.query, input.party, input.model, false}, name, &plain),
                  sum.score);
        EXPECT_EQ(plain.size(), sum.evidence.size());
        for (const Evidence& evidence : plain) EXPECT_TRUE(evidence.detail.empty());
        sum.bound = MaxPositivePoints(input.query, input.model);
        sum.shares_identifier = !input.query.IdentifiersOf(input.party.number()).empty();
        return sum;
      },
      query);
}

Comparison Ana() {
  return Comparison({RecordBuilder("a", "1")
                         .Named("Ana Roe")
                         .Born("1970-01-02")
                         .Of("ve")
                         .With(AttributeKind::kGender, "female")
                         .At("Avenida Libertador 12, Caracas")
                         .Holding(IdScheme::kPassport, "B0500324", "ve")
                         .Holding(IdScheme::kImo, "9289166")});
}

TEST(Evidence, WhatAgreesAddsUpToFullScoreAndNotBeyond) {
  Query query = Born("1970-01-02");
  query.countries = {"ve"};
  EXPECT_EQ(SumFor(Ana(), query, 8000).score, 8700);
  EXPECT_EQ(SumFor(Ana(), query, 9600).score, kFullScore);
  EXPECT_EQ(SumFor(Ana(), query, kFullScore).score, kFullScore);
  EXPECT_EQ(SumFor(Ana(), query, kFullScore).evidence[1].effect, 0) << "shortened, still shown";
}

TEST(Evidence, WhatContradictsLowersToZeroAndNotBelow) {
  Query query = Born("1940");
  query.countries = {"co"};
  query.genders = {"male"};
  EXPECT_EQ(SumFor(Ana(), query, kFullScore).score, 5000);
  EXPECT_EQ(SumFor(Ana(), query, 3000).score, 0);
}

TEST(Evidence, ANamesakeOfAnotherYearAndCountryIsNoMatch) {
  Query query = Born("1985-05-06");
  query.countries = {"us"};
  EXPECT_LT(SumFor(Ana(), query, kFullScore).score, 7000);
}

TEST(Evidence, ANameAloneKeepsItsPoints) {
  const Sum sum = SumFor(Ana(), Query(), 8167);
  EXPECT_EQ(sum.score, 8167);
  EXPECT_TRUE(sum.evidence.empty());
}

TEST(Evidence, WithoutNameOrIdentifierInCommonNothingElseMakesAHit) {
  Query query = Born("1970-01-02");
  query.countries = {"ve"};
  const Sum sum = SumFor(Ana(), query, 0);
  EXPECT_EQ(sum.score, 0);
  EXPECT_TRUE(sum.evidence.empty());
}

TEST(Evidence, AnIdentifierThatMakesCertainStandsAboveEveryContradiction) {
  Query query = Holding(IdScheme::kImo, "9289166", "", Born("1940"));
  query.countries = {"co"};
  for (Points name : {0, 3000, 10000}) {
    const Sum sum = SumFor(Ana(), query, name);
    EXPECT_EQ(sum.score, kFullScore) << name;
    EXPECT_EQ(sum.evidence.back().kind, EvidenceKind::kIdentifier);
  }
}

TEST(Evidence, AMediumIdentifierIsWeighedAgainstTheRest) {
  const Query query = Holding(IdScheme::kPassport, "B0500324");
  EXPECT_EQ(SumFor(Ana(), query, 0).score, 9800);
  EXPECT_EQ(SumFor(Ana(), query, kFullScore).score, kFullScore) << "never lowers a better name";
  EXPECT_EQ(SumFor(Ana(), Born("1940", query), 0).score, 7300);
  EXPECT_EQ(SumFor(Ana(), Born("1970-01-02", query), 0).score, kFullScore);
}

TEST(Evidence, OnlyWhatAgreesConfirms) {
  Query query;
  const auto confirms = [&] { return Confirms(SumFor(Ana(), query, 9000).evidence); };
  EXPECT_FALSE(confirms());
  query.genders = {"female"};
  EXPECT_FALSE(confirms()) << "half of all people";
  query.birth_dates = Born("1971").birth_dates;
  EXPECT_FALSE(confirms());
  query.birth_dates = Born("1970").birth_dates;
  EXPECT_TRUE(confirms());
}

TEST(Evidence, NamesOfKinds) {
  EXPECT_EQ(EvidenceName(EvidenceKind::kBirthDate), "birth_date");
  EXPECT_EQ(EvidenceName(EvidenceKind::kAddress), "address");
}

TEST(Evidence, NoneExceedsTheBoundForAnyQueryAndParty) {
  std::mt19937 random(3);
  const auto below = [&](unsigned limit) { return static_cast<unsigned>(random() % limit); };
  const std::vector<std::string> dates = {"1970",      "1970-01-02", "1970-02-01", "circa 1971",
                                          "1950/1960", "1969-12-31", "1980"};
  const std::vector<std::string> countries = {"ve", "co", "su", "ua-09", "ua", "ru"};
  const std::vector<std::string> places = {"Avenida Libertador 12", "Libertador", "Caracas",
                                           "Avenida Libertador 12, Caracas", "Main Street"};
  const std::vector<std::string> numbers = {"9187629", "9289166", "1234567", "B0500324"};
  constexpr IdScheme kSchemes[] = {IdScheme::kImo, IdScheme::kPassport, IdScheme::kCallSign};
  Points highest = 0;
  for (int round = 0; round < 4000; ++round) {
    RecordBuilder record("a", "1");
    record.Named("Ana Roe");
    for (unsigned n = below(3); n > 0; --n) record.Born(dates[below(7)]);
    for (unsigned n = below(3); n > 0; --n) record.Of(countries[below(6)]);
    for (unsigned n = below(3); n > 0; --n) record.At(places[below(5)], countries[below(6)]);
    for (unsigned n = below(3); n > 0; --n)
      record.Holding(kSchemes[below(3)], numbers[below(4)], below(2) == 0 ? "ve" : "");
    if (below(2) == 0) record.With(AttributeKind::kGender, below(2) == 0 ? "male" : "female");
    Query query;
    for (unsigned n = below(3); n > 0; --n) query = Born(dates[below(7)], query);
    for (unsigned n = below(3); n > 0; --n) query.countries.push_back(countries[below(6)]);
    for (unsigned n = below(3); n > 0; --n) query.addresses.push_back(places[below(5)]);
    for (unsigned n = below(2); n > 0; --n)
      query = Holding(kSchemes[below(3)], numbers[below(4)], below(2) == 0 ? "co" : "", query);
    if (below(2) == 0) query.genders = {"male"};
    const Points name = static_cast<Points>(below(10001));
    const Sum sum = SumFor(Comparison({record}), query, name);
    if (sum.shares_identifier) continue;
    EXPECT_LE(sum.score - name, sum.bound);
    highest = std::max(highest, sum.score - name);
  }
  EXPECT_EQ(highest, 1200) << "the bound is reached: nothing is assumed in vain";
}

}  // namespace
}  // namespace interdict
