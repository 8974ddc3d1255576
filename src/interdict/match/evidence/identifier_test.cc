#include "interdict/match/evidence/identifier.h"

#include <gtest/gtest.h>

#include "interdict/match/evidence/testing/comparison.h"

namespace interdict {
namespace {

using testing::Comparison;
using testing::Holding;
using testing::RecordBuilder;

Comparison Ship(const char* imo) {
  return Comparison(
      {RecordBuilder("a", "1", Schema::kVessel).Named("ESPERANZA").Holding(IdScheme::kImo, imo)});
}

TEST(IdentifierEvidence, AStrongOneLiftsToCertainty) {
  const auto evidence = Ship("9289166")(CompareIdentifier, Holding(IdScheme::kImo, "IMO 9289166"));
  ASSERT_TRUE(evidence.has_value());
  EXPECT_EQ(evidence->lifts_to, kFullScore);
  EXPECT_EQ(evidence->value, 1);
  EXPECT_EQ(evidence->detail, "imo IMO 9289166 = 9289166 (a:1)");
}

TEST(IdentifierEvidence, AMediumOneIsCertainOnlyWithItsCountry) {
  const Comparison compare(
      {RecordBuilder("a", "1").Named("Ana").Holding(IdScheme::kPassport, "B0500324", "ve")});
  const auto lifts_to = [&](const char* value, const char* country) {
    const auto evidence = compare(CompareIdentifier, Holding(IdScheme::kPassport, value, country));
    return evidence ? evidence->lifts_to : 0;
  };
  EXPECT_EQ(lifts_to("B0500324", ""), 9800);
  EXPECT_EQ(lifts_to("b-0500324", "ve"), kFullScore);
  EXPECT_EQ(lifts_to("B0500324", "co"), 0) << "a number of another country is another number";
  EXPECT_EQ(lifts_to("B0500325", "ve"), 0);
}

TEST(IdentifierEvidence, TheStrongestOfSeveralCounts) {
  const Comparison compare({RecordBuilder("a", "1", Schema::kCompany)
                                .Named("Acme")
                                .Holding(IdScheme::kRegistrationNumber, "1234567")
                                .Holding(IdScheme::kLei, "213800KUD8LAJWSQ9D15")});
  const Query one = Holding(IdScheme::kRegistrationNumber, "1234567");
  EXPECT_EQ(compare(CompareIdentifier, one)->lifts_to, 9800);
  const Query both = Holding(IdScheme::kLei, "213800KUD8LAJWSQ9D15", "", one);
  EXPECT_EQ(compare(CompareIdentifier, both)->lifts_to, kFullScore);
}

TEST(IdentifierEvidence, WhatACustomerCallsNationalIdOrTaxNumberFindsCedulasAndRifs) {
  const Comparison compare(
      {RecordBuilder("a", "1").Named("Ana Roe").Holding(IdScheme::kCedula, "5892464", "ve"),
       RecordBuilder("a", "2", Schema::kCompany)
           .Named("Acme")
           .Holding(IdScheme::kRif, "J-00095036-9"),
       RecordBuilder("a", "3").Named("Eva Roe").Holding(IdScheme::kNationalId, "V 1234567")});
  const struct {
    IdScheme scheme;
    const char* value;
    const char* country;
    uint32_t party;
    Points lifts_to;
  } kCases[] = {
      {IdScheme::kNationalId, "V-5.892.464", "", 0, 9800},
      {IdScheme::kNationalId, "5892464", "ve", 0, kFullScore},
      {IdScheme::kTaxId, "J000950369", "", 1, 9800},
      {IdScheme::kCedula, "1234567", "", 2, 9800},
      {IdScheme::kNationalId, "V-1234567", "", 2, 9800},
      {IdScheme::kTaxId, "5892464", "", 0, 0},
      {IdScheme::kNationalId, "5892464", "", 2, 0},
  };
  for (const auto& c : kCases) {
    const auto evidence =
        compare(CompareIdentifier, Holding(c.scheme, c.value, c.country), c.party);
    EXPECT_EQ(evidence ? evidence->lifts_to : 0, c.lifts_to) << c.value << " " << c.party;
  }
}

TEST(IdentifierEvidence, AWeakOneAddsALittleAndLiftsNothing) {
  const Comparison compare({RecordBuilder("a", "1", Schema::kVessel)
                                .Named("A")
                                .Holding(IdScheme::kCallSign, "5LAB1")
                                .Holding(IdScheme::kCallSign, "AB1")
                                .Holding(IdScheme::kOtherId, "7788991")});
  const auto evidence = compare(CompareIdentifier, Holding(IdScheme::kCallSign, "5lab1"));
  EXPECT_EQ(evidence->effect, 200);
  EXPECT_EQ(evidence->lifts_to, 0);
  EXPECT_FALSE(compare(CompareIdentifier, Holding(IdScheme::kCallSign, "AB1"))) << "too short";
  EXPECT_FALSE(compare(CompareIdentifier, Holding(IdScheme::kOtherId, "7788991")))
      << "nobody knows of what it is a number";
}

TEST(IdentifierEvidence, AnotherNumberOfALastingSchemeContradicts) {
  const Comparison ship = Ship("9289166");
  const auto evidence = ship(CompareIdentifier, Holding(IdScheme::kImo, "9187629"));
  EXPECT_EQ(evidence->effect, -1500);
  EXPECT_EQ(evidence->value, 0);
  EXPECT_EQ(evidence->detail, "imo 9187629 asked, 9289166 listed");
  EXPECT_FALSE(ship(CompareIdentifier, Holding(IdScheme::kImo, "9289167")))
      << "a number that fails its check contradicts nothing";
  EXPECT_FALSE(ship(CompareIdentifier, Holding(IdScheme::kImoCompany, "5055293")))
      << "another number space";
  EXPECT_FALSE(ship(CompareIdentifier, Holding(IdScheme::kImo, "0"))) << "no number";
  const Query both = Holding(IdScheme::kImo, "9187629", "", Holding(IdScheme::kImo, "9289166"));
  EXPECT_EQ(ship(CompareIdentifier, both)->lifts_to, kFullScore) << "one of the numbers agrees";
}

TEST(IdentifierEvidence, AListedNumberThatFailsItsCheckContradictsNothing) {
  ASSERT_EQ(CheckId(IdScheme::kImo, "1234560"), IdCheck::kInvalid);
  const Comparison ship = Ship("1234560");
  EXPECT_FALSE(ship(CompareIdentifier, Holding(IdScheme::kImo, "9187629")));
  EXPECT_EQ(ship(CompareIdentifier, Holding(IdScheme::kImo, "1234560"))->lifts_to, kFullScore)
      << "and is still matched as written";
}

TEST(IdentifierEvidence, AContradictionOutweighsAWeakAgreement) {
  const Comparison ship({RecordBuilder("a", "1", Schema::kVessel)
                             .Named("A")
                             .Holding(IdScheme::kImo, "9289166")
                             .Holding(IdScheme::kCallSign, "5LAB1")});
  const Query query = Holding(IdScheme::kImo, "9187629", "", Holding(IdScheme::kCallSign, "5LAB1"));
  EXPECT_EQ(ship(CompareIdentifier, query)->effect, -1500);
}

TEST(IdentifierEvidence, WhatEitherSideDoesNotKnowSaysNothing) {
  const Comparison without({RecordBuilder("a", "1").Named("Ana")});
  EXPECT_FALSE(without(CompareIdentifier, Holding(IdScheme::kImo, "9289166")));
  EXPECT_FALSE(Ship("9289166")(CompareIdentifier, Query()));
}

}  // namespace
}  // namespace interdict
