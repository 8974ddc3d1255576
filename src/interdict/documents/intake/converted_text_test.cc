#include "interdict/documents/intake/converted_text.h"

#include <gtest/gtest.h>

#include <random>

namespace interdict::documents {
namespace {

TEST(TextBuilder, AdjacentRunsOfOneKindAreOne) {
  TextBuilder builder;
  builder.Copy("ab", 0);
  builder.Copy("cd", 2);
  builder.Replace("\xC3\xA9", {4, 5});
  builder.Replace("\xC3\xA8", {5, 6});
  builder.Copy("e", 6);
  builder.Insert("\n", 7);
  const ConvertedText built = builder.Take();
  EXPECT_EQ(built.text, "abcdéèe\n");
  ASSERT_EQ(built.origins.size(), 4U);
  EXPECT_EQ(built.origins[1].text_unit, 2);
  EXPECT_EQ(built.origins[1].source_unit, 1);
}

Span SourceOf(const ConvertedText& converted, Span text) {
  Document document;
  document.origins = converted.origins;
  return document.SourceSpan(text);
}

TEST(TextBuilder, EveryUnitMapsToItsOwnBytes) {
  TextBuilder builder;
  builder.Replace("\xC3\xA9", {4, 5});
  builder.Replace("\xC3\xA8", {5, 6});
  builder.Replace("&", {6, 11});
  builder.Copy("xyz", 20);
  const ConvertedText built = builder.Take();
  EXPECT_EQ(SourceOf(built, {0, 2}), (Span{4, 5}));
  EXPECT_EQ(SourceOf(built, {2, 4}), (Span{5, 6}));
  EXPECT_EQ(SourceOf(built, {4, 5}), (Span{6, 11}));
  EXPECT_EQ(SourceOf(built, {5, 6}), (Span{20, 21}));
  EXPECT_EQ(SourceOf(built, {3, 4}), (Span{5, 6}));  // half a letter is all of it
  EXPECT_EQ(SourceOf(built, {2, 7}), (Span{5, 22}));
}

TEST(TextBuilder, AVeryLongEntityStandsForItsSourceAsAWhole) {
  TextBuilder builder;
  builder.Copy("a", 0);
  builder.Replace("A", {1, 100001});
  builder.Copy("b", 100001);
  const ConvertedText built = builder.Take();
  EXPECT_EQ(SourceOf(built, {1, 2}), (Span{1, 100001}));
  EXPECT_EQ(SourceOf(built, {2, 3}), (Span{100001, 100002}));
}

// A random conversion: pieces are copied, replaced, left out and put in.
ConvertedText Convert(std::string_view source, std::mt19937* random) {
  TextBuilder builder;
  for (uint32_t at = 0; at < source.size();) {
    const auto left = static_cast<uint32_t>(source.size()) - at;
    const uint32_t size = std::min(static_cast<uint32_t>(1 + (*random)() % 5), left);
    switch ((*random)() % 5) {
      case 0:
        builder.Replace("##", {at, at + size});
        break;
      case 1:
        builder.Insert("\n", at);
        [[fallthrough]];
      case 2:
      case 3:
        builder.Copy(source.substr(at, size), at);
        break;
      default:
        break;  // left out
    }
    at += size;
  }
  return builder.Take();
}

// What is copied by both steps must come from the byte with the same value.
TEST(Compose, CopiedBytesStillPointAtThemselves) {
  std::mt19937 random(11);
  std::string source;
  for (int i = 0; i < 300; ++i) source += static_cast<char>('A' + i % 26);
  for (int round = 0; round < 500; ++round) {
    const ConvertedText middle = Convert(source, &random);
    const ConvertedText inner = Convert(middle.text, &random);
    const ConvertedText both{inner.text, Compose(inner.origins, middle.origins)};
    uint32_t end = 0;
    for (const Origin& origin : both.origins) {
      ASSERT_EQ(origin.text.begin, end);
      end = origin.text.end;
    }
    ASSERT_EQ(end, inner.text.size());
    for (uint32_t i = 0; i < inner.text.size(); ++i) {
      const char c = inner.text[i];
      if (c == '#' || c == '\n') continue;
      const Span span = SourceOf(both, {i, i + 1});
      ASSERT_EQ(span.size(), 1U);
      ASSERT_EQ(source[span.begin], c);
    }
  }
}

TEST(Compose, AnEntityOverAConvertedLetterIsTheWholeOfBoth) {
  TextBuilder outer;  // source: 0..1 'é' of one byte, 1..4 "xyz"
  outer.Replace("\xC3\xA9", {0, 1});
  outer.Copy("xyz", 1);
  TextBuilder inner;
  inner.Replace("Q", {0, 3});  // of "éx"
  inner.Copy("yz", 3);
  const auto origins = Compose(inner.Take().origins, outer.Take().origins);
  Document document;
  document.origins = origins;
  EXPECT_EQ(document.SourceSpan({0, 1}), (Span{0, 2}));
  EXPECT_EQ(document.SourceSpan({1, 2}), (Span{2, 3}));
}

}  // namespace
}  // namespace interdict::documents
