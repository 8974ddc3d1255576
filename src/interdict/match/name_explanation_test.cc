#include "interdict/match/name_explanation.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace interdict {
namespace {

using Texts = std::vector<std::string_view>;

TEST(NameExplanation, SaysWhatStandsForWhatInTheOrderOfTheQuestion) {
  const std::vector<PartPair> chosen = {{0b100, 0b10, 1150, TokenRule::kEdits},
                                        {0b1, 0b1, 0, TokenRule::kEqual}};
  NameScore score;
  score.losses.spelling = 1150;
  const std::string text = ExplainName(score, chosen, Texts{"nicolas", "x", "madura"},
                                       Texts{"nicolas", "maduro", "moros"});
  EXPECT_EQ(text,
            "nicolas=nicolas, madura~maduro (edits); only asked: x; only listed: moros; "
            "loses 0.1150 spelling");
}

TEST(NameExplanation, NamesTheWordsOfARun) {
  const std::vector<PartPair> chosen = {{0b11, 0b1, 250, TokenRule::kJoined}};
  EXPECT_EQ(ExplainName({}, chosen, Texts{"al", "zomorri"}, Texts{"alzomorri"}),
            "al zomorri~alzomorri (joined)");
}

TEST(NameExplanation, OfSixtyFourPartsNoneIsForgotten) {
  const Texts parts(64, "a");
  std::string expected = "only asked: a";
  for (int i = 1; i < 64; ++i) expected += " a";
  EXPECT_EQ(ExplainName({}, {}, parts, Texts{}), expected);
}

TEST(NameExplanation, OfNothingIsEmpty) {
  EXPECT_EQ(ExplainName({}, {}, Texts{}, Texts{}), "");
}

}  // namespace
}  // namespace interdict
