#include "interdict/base/lookup_key.h"

#include <gtest/gtest.h>

#include "interdict/base/utf8.h"

namespace interdict {
namespace {

TEST(LookupKey, FoldsCaseAccentsAndPunctuation) {
  EXPECT_EQ(LookupKey("  CÔTE d'Ivoire. "), "cote divoire");
  EXPECT_EQ(LookupKey("Korea, North"), "korea north");
  EXPECT_EQ(LookupKey("U.S.A."), "usa");
  EXPECT_EQ(LookupKey("Saint-Barthélemy / St. Barths"), "saint barthelemy st barths");
  EXPECT_EQ(LookupKey("Lëtzebuerg"), "letzebuerg");
  EXPECT_EQ(LookupKey("Việt Nam"), "viet nam");
  EXPECT_EQ(LookupKey("Ḥizb Allāh"), "hizb allah");
}

TEST(LookupKey, AllApostrophesAreTheSame) {
  for (const char* text : {"Cote d'Ivoire", "Cote d’Ivoire", "Cote d‘Ivoire", "Cote dʼIvoire",
                           "Cote d`Ivoire", "Cote d´Ivoire"}) {
    EXPECT_EQ(LookupKey(text), "cote divoire") << text;
  }
}

TEST(LookupKey, OrdinalSignsOfNumeroAreLetters) {
  EXPECT_EQ(LookupKey("Cédula Nº"), "cedula no");
  EXPECT_EQ(LookupKey("Passeport N°"), "passeport no");
}

TEST(LookupKey, LowersCyrillicAndGreek) {
  EXPECT_EQ(LookupKey("РОССИЯ"), LookupKey("россия"));
  EXPECT_EQ(LookupKey("ЁЛКА"), LookupKey("елка"));
  EXPECT_EQ(LookupKey("ΕΛΛΆΔΑΣ"), LookupKey("ελλάδας"));
}

TEST(LookupKey, ComposedAndDecomposedSpellingsAgree) {
  EXPECT_EQ(LookupKey("é"), LookupKey("e\xCC\x81"));
  EXPECT_EQ(LookupKey("Китай"), LookupKey("Кита\xD0\xB8\xCC\x86"));
  EXPECT_EQ(LookupKey("Україна"), LookupKey("Укра\xD1\x96\xCC\x88на"));
}

TEST(LookupKey, ArabicVowelSignsAndAlefFormsDoNotMatter) {
  EXPECT_EQ(LookupKey("أفغانستان"), LookupKey("افغانستان"));
  EXPECT_EQ(LookupKey("مِصر"), LookupKey("مصر"));
}

TEST(LookupKey, InvisibleCharactersAreLeftOutNotSeparators) {
  EXPECT_EQ(LookupKey("Vene\xC2\xADzuela"), "venezuela");
  EXPECT_EQ(LookupKey("\xEF\xBB\xBFIran\xE2\x80\x8F"), "iran");
  EXPECT_EQ(LookupKey("a\xC2\xA0 b"), "a b");
}

TEST(LookupKey, MalformedBytesSeparate) {
  EXPECT_EQ(LookupKey("a\xFF\x62"), "a b");
  EXPECT_EQ(LookupKey("\xC3"), "");
  EXPECT_EQ(LookupKey("..., - !"), "");
  EXPECT_EQ(LookupKey(""), "");
}

TEST(LookupKey, IsIdempotentAndWellFormedForEveryCodePoint) {
  for (char32_t c = 1; c <= 0xFFFF; ++c) {
    std::string text;
    utf8::Append(c, &text);
    const std::string key = LookupKey(text);
    ASSERT_EQ(utf8::FirstInvalid(key), std::string::npos) << std::hex << static_cast<uint32_t>(c);
    ASSERT_EQ(LookupKey(key), key) << std::hex << static_cast<uint32_t>(c);
  }
}

}  // namespace
}  // namespace interdict
