#include "interdict/match/ofac_model.h"

#include <gtest/gtest.h>

#include <utility>

namespace interdict {
namespace {

OfacScore Score(std::string_view typed, std::string_view listed) {
  static const text::Folder folder = std::move(text::Folder::Create()).value();
  OfacName a, b;
  PrepareOfacName(typed, folder, &a);
  PrepareOfacName(listed, folder, &b);
  return CompareOfac(a, b);
}

// Scores of the public tool as they were recorded by others in 2026, in percent.
TEST(OfacModel, ComesWithinFivePercentOfScoresOfTheTool) {
  const struct {
    const char *typed, *listed;
    int percent;
  } kCases[] = {
      {"VLADIMIR PUTIN", "PUTIN, Vladimir", 100}, {"GEORGE BUSH", "HASWANI, George", 50},
      {"KIM JONG UN", "KIM, Jong Un", 100},       {"KIM JONG UN", "KIM, Jong Man", 100},
      {"KIM JONG UN", "KIM, Jong Sik", 100},      {"KIM JONG UN", "JUNG, Jong Kim", 100},
      {"Maduro", "MADURO MOROS, Nicolas", 100},
  };
  for (const auto& c : kCases) {
    EXPECT_NEAR(Score(c.typed, c.listed).score, c.percent * 100, 500) << c.typed << " " << c.listed;
  }
}

TEST(OfacModel, TheFirstLetterTypedDecidesWhetherWholeNamesCount) {
  const OfacScore forth = Score("GEORGE BUSH", "GEORGIOU, Georgios");
  const OfacScore back = Score("BUSH GEORGE", "GEORGIOU, Georgios");
  EXPECT_EQ(forth.whole, 8500);
  EXPECT_EQ(back.whole, 0);
  EXPECT_EQ(forth.parts, back.parts);
  EXPECT_LT(back.score, 8000);
}

TEST(OfacModel, PartsThatAreLessThanHalfAlikeCountNothing) {
  const OfacScore score = Score("GEORGE BUSH", "HASWANI, George");
  EXPECT_EQ(score.parts, 5000);
  EXPECT_EQ(ExplainOfac(score), "whole name 0.00, part by part 0.50");
}

TEST(OfacModel, PartsThatSoundAlikeCountAtLeastTheirScore) {
  EXPECT_EQ(Score("Wehmut", "Wahmd").parts, 8500);
}

TEST(OfacModel, ShortPartsOfWhatIsTypedAreLeftOutUnlessAllAreShort) {
  EXPECT_EQ(Score("KIM UN", "KIM").parts, 10000);
  EXPECT_LT(Score("UN", "KIM").parts, 5000);
  EXPECT_EQ(Score("Z", "ZOLLNER").parts, 7400);
}

TEST(OfacModel, IsNotSymmetric) {
  EXPECT_EQ(Score("Maduro", "MADURO MOROS, Nicolas").score, 10000);
  EXPECT_LT(Score("MADURO MOROS, Nicolas", "Maduro").score, 9900);
}

TEST(OfacModel, NothingLeftAfterFoldingScoresNothing) {
  EXPECT_EQ(Score("", "KIM").score, 0);
  EXPECT_EQ(Score("KIM", "...").score, 0);
}

}  // namespace
}  // namespace interdict
