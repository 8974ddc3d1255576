#include "interdict/text/icu_latin.h"

#include <gtest/gtest.h>
#include <unicode/translit.h>
#include <unicode/uchar.h>

#include <memory>
#include <string>

namespace interdict::text {
namespace {

TEST(IcuLatin, HanIsReadWithoutTones) {
  EXPECT_EQ(IcuLatin::Han(U'金'), "jin");
  EXPECT_EQ(IcuLatin::Han(U'正'), "zheng");
  EXPECT_EQ(IcuLatin::Han(U'吕'), "lu");
  EXPECT_EQ(IcuLatin::Han(U'\U00020000'), "he");
}

TEST(IcuLatin, WhatIcuCannotReadIsEmpty) {
  for (char32_t c : {U'\0', U'\U0002FFFF', U'\U0010FFFF', char32_t{0xFFFFFFFF}})
    EXPECT_EQ(IcuLatin::Han(c), "") << static_cast<uint32_t>(c);
}

// The table of the build and the library that is loaded say the same.
TEST(IcuLatin, TheTableOfHanIsIcus) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::Transliterator> rules(icu::Transliterator::createInstance(
      "Han-Latin; NFD; [:Mn:] Remove; Latin-ASCII; Lower", UTRANS_FORWARD, status));
  ASSERT_TRUE(U_SUCCESS(status));
  size_t read = 0;
  for (UChar32 c = 0x2E80; c < 0x33000; c += 41) {
    if (u_isdefined(c) == 0 || !u_hasBinaryProperty(c, UCHAR_IDEOGRAPHIC)) continue;
    icu::UnicodeString text(c);
    rules->transliterate(text);
    std::string utf8;
    text.toUTF8String(utf8);
    const std::string_view table = IcuLatin::Han(static_cast<char32_t>(c));
    const bool unread = static_cast<unsigned char>(utf8[0]) >= 0x80;
    EXPECT_EQ(table, unread ? "" : utf8) << c;
    if (!table.empty()) ++read;
  }
  EXPECT_GT(read, 500U);
}

}  // namespace
}  // namespace interdict::text
