#include "interdict/base/utf8.h"

#include <gtest/gtest.h>

namespace interdict::utf8 {
namespace {

TEST(Utf8, EveryScalarValueSurvivesEncodingAndDecoding) {
  for (char32_t c = 0; c <= 0x10FFFF; ++c) {
    if (c == 0xD800) c = 0xE000;
    std::string text;
    Append(c, &text);
    size_t at = 0;
    ASSERT_EQ(Decode(text, &at), c);
    ASSERT_EQ(at, text.size());
    ASSERT_EQ(FirstInvalid(text), std::string_view::npos);
  }
}

TEST(Utf8, SurrogatesAndValuesBeyondUnicodeAreNotEncoded) {
  for (char32_t c :
       {char32_t{0xD800}, char32_t{0xDFFF}, char32_t{0x110000}, char32_t{0xFFFFFFFF}}) {
    std::string text;
    Append(c, &text);
    EXPECT_EQ(text, "\xEF\xBF\xBD");
  }
}

TEST(Utf8, MalformedSequencesGiveOneReplacementPerByte) {
  struct Case {
    const char* what;
    std::string_view text;
    size_t replacements;
  };
  const Case kCases[] = {
      {"stray continuation", "\x80", 1},
      {"overlong of two", "\xC0\xAF", 2},
      {"overlong of three", "\xE0\x80\xAF", 3},
      {"overlong of four", "\xF0\x80\x80\xAF", 4},
      {"surrogate", "\xED\xA0\x80", 3},
      {"beyond U+10FFFF", "\xF4\x90\x80\x80", 4},
      {"lead of five", "\xF8\x88\x80\x80\x80", 5},
      {"cut at the end", "\xE2\x82", 2},
      {"cut by a letter",
       "\xE2\x82"
       "a",
       2},
  };
  for (const Case& c : kCases) {
    std::string expected;
    for (size_t i = 0; i < c.replacements; ++i) expected += "\xEF\xBF\xBD";
    if (c.text.back() == 'a') expected += 'a';
    EXPECT_EQ(Sanitize(c.text), expected) << c.what;
    EXPECT_EQ(FirstInvalid(c.text), 0u) << c.what;
  }
}

TEST(Utf8, FirstInvalidIsAByteOffset) {
  EXPECT_EQ(FirstInvalid("é\xFF"), 2u);
  EXPECT_EQ(FirstInvalid(""), std::string_view::npos);
  EXPECT_EQ(FirstInvalid(std::string_view("a\0b", 3)), std::string_view::npos);
}

TEST(Utf8, LengthCountsCodePointsAndMalformedBytes) {
  EXPECT_EQ(Length("Ñandú"), 5u);
  EXPECT_EQ(Length("صدام"), 4u);
  EXPECT_EQ(Length("a\xFF\xFE"), 3u);
}

}  // namespace
}  // namespace interdict::utf8
