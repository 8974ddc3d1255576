#include "interdict/text/fold.h"

#include <gtest/gtest.h>

namespace interdict::text {
namespace {

std::string Folded(std::string_view text) {
  static const auto* const kFolder = new Result<Folder>(Folder::Create());
  return (*kFolder)->Fold(text);
}

TEST(Fold, TakesAwayCaseAccentsAndPunctuation) {
  EXPECT_EQ(Folded("PETROLEOS DE VENEZUELA, S.A."), "petroleos de venezuela sa");
  EXPECT_EQ(Folded("Petróleos de Venezuela, S.A."), "petroleos de venezuela sa");
  EXPECT_EQ(Folded("AL-ZOMOR"), "al zomor");
  EXPECT_EQ(Folded("O'Brien"), "obrien");
  EXPECT_EQ(Folded("O\xE2\x80\x99"
                   "Brien"),
            "obrien");
  EXPECT_EQ(Folded("Muñoz  (the  Elder)"), "munoz the elder");
  EXPECT_EQ(Folded(""), "");
  EXPECT_EQ(Folded(" -- "), "");
}

TEST(Fold, BringsOtherScriptsToLatin) {
  EXPECT_EQ(Folded("Владимир"), "vladimir");
  EXPECT_EQ(Folded("Νικολας"), "nikolas");
  EXPECT_FALSE(Folded("محمد").empty());
  EXPECT_FALSE(Folded("習近平").empty());
}

TEST(Fold, InvisibleAndFullWidthCharactersDoNotHideAName) {
  EXPECT_EQ(Folded("Ma\xE2\x80\x8B"
                   "duro"),
            "maduro");
  EXPECT_EQ(Folded("\xE2\x80\xAEMaduro\xE2\x80\xAC"), "maduro");
  EXPECT_EQ(Folded("ＭＡＤＵＲＯ"), "maduro");
}

TEST(Fold, MalformedBytesSeparateAndNeverFail) {
  EXPECT_EQ(Folded("ma\xFF"
                   "duro"),
            "ma duro");
  EXPECT_EQ(Folded("\xC3"), "");
}

TEST(Fold, TokensAreViewsBetweenSpaces) {
  EXPECT_EQ(Tokens("a bc d"), (std::vector<std::string_view>{"a", "bc", "d"}));
  EXPECT_TRUE(Tokens("").empty());
}

}  // namespace
}  // namespace interdict::text
