#include "interdict/base/strings.h"

#include <gtest/gtest.h>

namespace interdict {
namespace {

TEST(Strings, TrimTakesWhiteSpaceAndNoBreakSpacesFromBothEnds) {
  EXPECT_EQ(Trim(" \t\r\n a b \xC2\xA0\n"), "a b");
  EXPECT_EQ(Trim("\xC2\xA0"), "");
  EXPECT_EQ(Trim(""), "");
  EXPECT_EQ(Trim("\xE2\x80\x89 a\xE2\x80\xAF\xE3\x80\x80"), "a");
  EXPECT_EQ(Trim("\xEF\xBB\xBF"
                 "a\xE2\x80\x8B"),
            "a");
  EXPECT_EQ(Trim("\xE2\x80\x9C"
                 "a\xE2\x80\x9D"),
            "\xE2\x80\x9C"
            "a\xE2\x80\x9D");  // quotes
  EXPECT_EQ(Trim("à"), "à");   // its last byte is that of the no-break space
}

TEST(Strings, SqueezeSpacesMakesLineBreaksSpaces) {
  EXPECT_EQ(SqueezeSpaces("  Civil\nIdentification\r\n \xC2\xA0 number "),
            "Civil Identification number");
  EXPECT_EQ(SqueezeSpaces("\n"), "");
}

TEST(Strings, ComparisonsIgnoreAsciiCaseOnly) {
  EXPECT_TRUE(EqualsIgnoreCase("LoW", "lOw"));
  EXPECT_FALSE(EqualsIgnoreCase("low", "lows"));
  EXPECT_FALSE(EqualsIgnoreCase("É", "é"));
  EXPECT_TRUE(StartsWithIgnoreCase("IMO 9187629", "imo"));
  EXPECT_FALSE(StartsWithIgnoreCase("IM", "imo"));
  EXPECT_EQ(AsciiLower("ÀBC[Z"), "Àbc[z");
  EXPECT_EQ(AsciiUpper("àbc{z"), "àBC{Z");
}

TEST(Strings, SplitTrimmedLeavesOutEmptyParts) {
  EXPECT_EQ(SplitTrimmed(" a ;; b; ", ";"), (std::vector<std::string_view>{"a", "b"}));
  EXPECT_EQ(SplitTrimmed("SDNTK] [VENEZUELA", "] ["),
            (std::vector<std::string_view>{"SDNTK", "VENEZUELA"}));
  EXPECT_TRUE(SplitTrimmed(" ; ", ";").empty());
  EXPECT_EQ(SplitTrimmed("a b", ""), (std::vector<std::string_view>{"a b"}));
}

TEST(Strings, ConsumePrefixMovesThePartBehindIt) {
  std::string_view text = "alt. DOB 1955";
  EXPECT_TRUE(ConsumePrefix(&text, "alt. "));
  EXPECT_EQ(text, "DOB 1955");
  EXPECT_FALSE(ConsumePrefix(&text, "dob"));
  EXPECT_EQ(text, "DOB 1955");
}

TEST(Strings, IsDigitsWantsAtLeastOne) {
  EXPECT_TRUE(IsDigits("0123456789"));
  EXPECT_FALSE(IsDigits(""));
  EXPECT_FALSE(IsDigits("1 2"));
  EXPECT_FALSE(IsDigits("-1"));
}

TEST(Strings, JoinKeepsEmptyParts) {
  EXPECT_EQ(Join({"", "a", "", "b"}, ","), ",a,,b");
  EXPECT_EQ(Join({"a"}, ","), "a");
  EXPECT_EQ(Join({}, ","), "");
}

}  // namespace
}  // namespace interdict
