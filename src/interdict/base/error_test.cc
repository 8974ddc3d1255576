#include "interdict/base/error.h"

#include <gtest/gtest.h>

#include <string>

#include "interdict/base/result.h"

namespace interdict {
namespace {

Result<int> Half(int value) {
  if (value % 2 != 0) return MakeError(ErrorCode::kBadQuery, "odd");
  return value / 2;
}

Result<std::string> HalfText(int value) {
  ASSIGN_OR_RETURN(const int half, Half(value));
  return std::to_string(half);
}

Status CheckTwice(int value) {
  RETURN_IF_ERROR(Half(value));
  RETURN_IF_ERROR(Half(value / 2));
  return Ok{};
}

TEST(Error, TextSaysWhereWhatAndTheNumber) {
  const Error error{ErrorCode::kSyntax, "a quote is not closed",
                    Where{.source = "us_ofac_sdn",
                          .file = "sdn.csv",
                          .record = "36",
                          .line = 12,
                          .byte = 0,
                          .has_byte = true}};
  EXPECT_EQ(error.Text(),
            "us_ofac_sdn: sdn.csv:12: record 36: byte 0: a quote is not closed [E201]");
}

TEST(Error, UnknownPlacesAreLeftOut) {
  EXPECT_EQ(Describe({}), "");
  EXPECT_EQ(Describe({.line = 3}), "line 3: ");
  EXPECT_EQ(Describe({.file = "a.xml"}), "a.xml: ");
}

TEST(Error, EveryCodeHasAText) {
  for (int code = 0; code < 1000; ++code) {
    EXPECT_FALSE(ErrorCodeText(static_cast<ErrorCode>(code)).empty());
  }
}

TEST(Result, CarriesAValueOrAnError) {
  EXPECT_EQ(*Half(4), 2);
  EXPECT_FALSE(Half(3).ok());
  EXPECT_EQ(Half(3).error().code, ErrorCode::kBadQuery);
  EXPECT_EQ(HalfText(4)->size(), 1u);
  EXPECT_EQ(HalfText(5).error().message, "odd");
}

TEST(Result, ReturnIfErrorStopsAtTheFirstError) {
  EXPECT_TRUE(CheckTwice(4).ok());
  EXPECT_FALSE(CheckTwice(2).ok());
  EXPECT_FALSE(CheckTwice(1).ok());
}

}  // namespace
}  // namespace interdict
