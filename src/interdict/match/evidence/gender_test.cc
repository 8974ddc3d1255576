#include "interdict/match/evidence/gender.h"

#include <gtest/gtest.h>

#include <string>

#include "interdict/match/evidence/testing/comparison.h"

namespace interdict {
namespace {

using testing::Comparison;
using testing::RecordBuilder;

Query OfGender(std::string gender) {
  Query query;
  query.genders = {std::move(gender)};
  return query;
}

TEST(Gender, ADifferentOneLowersAndTheSameAddsNothing) {
  const Comparison compare(
      {RecordBuilder("a", "1").Named("Ana").With(AttributeKind::kGender, "Female")});
  EXPECT_EQ(compare(CompareGender, OfGender("male"))->effect, -1500);
  EXPECT_EQ(compare(CompareGender, OfGender("male"))->value, 0);
  EXPECT_EQ(compare(CompareGender, OfGender("female"))->effect, 0);
  EXPECT_EQ(compare(CompareGender, OfGender("female"))->value, 0.5);
  EXPECT_EQ(compare(CompareGender, OfGender("female"))->detail, "listed female");
}

TEST(Gender, GendersThatTwoRecordsDisagreeOnContradictNothing) {
  const Comparison compare(
      {RecordBuilder("us_ofac_sdn", "1").Named("Ana").With(AttributeKind::kGender, "female"),
       RecordBuilder("eu_fsf", "2")
           .Named("Ana")
           .With(AttributeKind::kGender, "male")
           .Naming("us_ofac_sdn", "1")});
  ASSERT_EQ(compare.lists().parties().size(), 1U);
  for (const char* gender : {"male", "female"}) {
    EXPECT_EQ(compare(CompareGender, OfGender(gender))->effect, 0) << gender;
  }
}

TEST(Gender, WhatEitherSideDoesNotKnowSaysNothing) {
  const Comparison without(
      {RecordBuilder("a", "1").Named("Ana").With(AttributeKind::kGender, "unknown")});
  EXPECT_FALSE(without(CompareGender, OfGender("male")));
  const Comparison with(
      {RecordBuilder("a", "1").Named("Ana").With(AttributeKind::kGender, "male")});
  EXPECT_FALSE(with(CompareGender, OfGender("other")));
  EXPECT_FALSE(with(CompareGender, Query()));
}

}  // namespace
}  // namespace interdict
