#include "interdict/lists/ofac/ofac_labels.h"

#include <gtest/gtest.h>

namespace interdict {
namespace {

TEST(OfacLabels, AlternateAndPunctuationDoNotBelongToALabel) {
  EXPECT_EQ(BareOfacLabel("alt. Passport"), "Passport");
  EXPECT_EQ(BareOfacLabel("Alt. Fax:"), "Fax");
  EXPECT_EQ(BareOfacLabel("Secondary sanctions risk:"), "Secondary sanctions risk");
  EXPECT_EQ(BareOfacLabel(" Additional Sanctions Information -"),
            "Additional Sanctions Information");
  EXPECT_EQ(BareOfacLabel("Digital Currency Address - XBT"), "Digital Currency Address - XBT");
  EXPECT_EQ(BareOfacLabel(" - "), "");
}

TEST(OfacLabels, TheLongestLabelWins) {
  const auto match = MatchOfacLabel("Identification Number IMO 5342883");
  ASSERT_TRUE(match);
  EXPECT_EQ(match->label, "Identification Number IMO");
  EXPECT_EQ(match->value, "5342883");
  EXPECT_TRUE(match->identifier);
  EXPECT_EQ(MatchOfacLabel("Identification Number 777")->label, "Identification Number");
}

TEST(OfacLabels, ALabelEndsWithAWord) {
  EXPECT_FALSE(MatchOfacLabel("Passports are mentioned"));
  EXPECT_FALSE(MatchOfacLabel("passport place of issue: Springfield"));
  EXPECT_EQ(MatchOfacLabel("RIF # J-00000000-0")->value, "J-00000000-0");
  EXPECT_EQ(MatchOfacLabel("NIT #800146749-7")->value, "800146749-7");
  EXPECT_FALSE(MatchOfacLabel(""));
  EXPECT_FALSE(MatchOfacLabel("   "));
}

TEST(OfacLabels, ValueMayStandBehindColonOrDash) {
  EXPECT_EQ(MatchOfacLabel("Linked To: SAMPLE LINE LTD.")->value, "SAMPLE LINE LTD.");
  EXPECT_EQ(
      MatchOfacLabel("Additional Sanctions Information - Subject to Secondary Sanctions")->value,
      "Subject to Secondary Sanctions");
  EXPECT_EQ(MatchOfacLabel("Fax:0097200000")->value, "0097200000");
  EXPECT_EQ(MatchOfacLabel("Passport")->value, "");
}

TEST(OfacLabels, CurrencyBelongsToTheLabelOfAnAddress) {
  const auto match = MatchOfacLabel("alt. Digital Currency Address - NEWCOIN abc123");
  ASSERT_TRUE(match);
  EXPECT_EQ(match->label, "Digital Currency Address - NEWCOIN");
  EXPECT_EQ(match->value, "abc123");
  ASSERT_TRUE(FindOfacRule(match->label));
  EXPECT_EQ(FindOfacRule(match->label)->id.scheme, IdScheme::kCrypto);
  EXPECT_FALSE(MatchOfacLabel("Digital Currency Address"));
}

TEST(OfacLabels, DirectiveOfADateMayBeNew) {
  const auto match = MatchOfacLabel("Listing Date (EO 99999 Directive 7): 01 Jan 2030");
  ASSERT_TRUE(match);
  EXPECT_EQ(match->label, "Listing Date (EO 99999 Directive 7)");
  EXPECT_EQ(match->value, "01 Jan 2030");
  EXPECT_FALSE(MatchOfacLabel("Listing Date (EO 99999 Directive 7"));
}

TEST(OfacLabels, UnknownLabelsHaveNoRule) {
  EXPECT_FALSE(FindOfacRule("Shoe Size"));
  EXPECT_FALSE(FindOfacRule(""));
  EXPECT_EQ(FindOfacRule("SWIFT/BIC")->id.scheme, IdScheme::kBic);
  EXPECT_EQ(FindOfacRule("Organization")->fact, OfacFact::kRelation);
}

}  // namespace
}  // namespace interdict
