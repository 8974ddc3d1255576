#include "interdict/documents/intake/markdown_text.h"

#include <gtest/gtest.h>

#include <chrono>
#include <random>
#include <string>

#include "interdict/documents/intake/read_document.h"

namespace interdict::documents {
namespace {

// The blocks' texts, one a line.
std::string Lines(std::string_view markdown) {
  const MarkupText read = ReadMarkdown(markdown);
  std::string out;
  for (const Block& block : read.blocks) {
    out += std::string_view(read.converted.text).substr(block.span.begin, block.span.size());
    out += '\n';
  }
  return out;
}

struct Case {
  std::string_view markdown, expected;
};

TEST(Markdown, MarksAreLeftOutAndLettersStay) {
  constexpr Case kCases[] = {
      {"**Nicolas** Maduro _said_ so", "Nicolas Maduro said so\n"},
      {"(** Karaeu**) and** Dzmitriy**", "( Karaeu) and Dzmitriy\n"},
      {"click[*here*](https://a.b/c d.aspx).For", "clickhere.For\n"},
      {"[GL 25](https://x/y?(z)) to", "GL 25 to\n"},
      {"![a picture](b.png) text", "a picture text\n"},
      {"see [this][1] and [that]", "see this and [that]\n"},
      {"`code` and ``more``", "code and more\n"},
      {"5 * 3 and E_O_13850 and snake_case", "5 * 3 and E_O_13850 and snake_case\n"},
      {"\\*not\\* emphasis", "*not* emphasis\n"},
      {"~~gone~~ here", "gone here\n"},
      {"<https://a.b/c> and a < b", "https://a.b/c and a < b\n"},
      {"# Title #\n\ntext", "Title\ntext\n"},
      {"Title\n=====\ntext", "Title\ntext\n"},
      {"#hashtag", "#hashtag\n"},
      {"- one\n- two\n  more\n3. three", "one\ntwo\n  more\nthree\n"},
      {"> quoted\n> text", "quoted\ntext\n"},
      {"| a | b |\n|---|---|\n| c | d |", "a\nb\nc\nd\n"},
      {"```\nx = *y*\n```\nafter", "x = *y*\nafter\n"},
      {"one\n\n---\n\ntwo", "one\ntwo\n"},
      {"[1]: https://a.b\ntext", "text\n"},
      {"a **b\nc** d", "a b\nc d\n"},
      {"*###*", "###\n"},
      {"****", ""},
      {"a **** b", "a **** b\n"},
      {"", ""},
      {"[", "[\n"},
      {"[]()", ""},
  };
  for (const Case& c : kCases) EXPECT_EQ(Lines(c.markdown), c.expected) << c.markdown;
}

TEST(Markdown, FrontMatterIsMetadata) {
  const MarkupText read = ReadMarkdown(
      "---\ntitle: \"The Title\"\ndate: 2019-01-28\nlang: en\nlastmod: 2020-01-01\n---\n\nText "
      "here.\n");
  EXPECT_EQ(read.title, "The Title");
  EXPECT_EQ(read.language, "en");
  ASSERT_EQ(read.claims.size(), 2U);
  EXPECT_EQ(read.claims[0].text, "2019-01-28");
  EXPECT_FALSE(read.claims[1].published);
  EXPECT_EQ(read.converted.text, "Text here.");
  // A rule above a text is none.
  EXPECT_EQ(Lines("---\nText: here\n"), "Text: here\n");
}

TEST(Markdown, TheDocumentHasTitlePublicationAndPlaces) {
  const std::string_view source =
      "---\ndate: 2019-01-28\n---\n# Sanctions on oil company\n\nThe man, **Nicolas** Maduro, said "
      "that "
      "he was [there](http://a.b/c).\n";
  const auto document = ReadDocument("a.md", source, {});
  ASSERT_TRUE(document.ok());
  EXPECT_EQ(document->markup, Markup::kMarkdown);
  EXPECT_EQ(document->title, "Sanctions on oil company");
  EXPECT_EQ(FormatPartialDate(*document->published.date), "2019-01-28");
  const size_t at = document->text.find("Nicolas Maduro");
  ASSERT_NE(at, std::string_view::npos);
  const Span span =
      document->SourceSpan({static_cast<uint32_t>(at), static_cast<uint32_t>(at + 14)});
  EXPECT_EQ(source.substr(span.begin, span.size()), "Nicolas** Maduro");
}

TEST(Markdown, CopiedBytesPointAtThemselves) {
  constexpr std::string_view kPieces[] = {
      "**",     "*",    "_",    "[",    "]",  "(",  ")",  "](http://a.b)",
      "Maduro", " ",    "\n",   "\n\n", "# ", "- ", "> ", "`",
      "```",    "|",    "---",  "é",    "\\", "<",  ">",  "1. ",
      "~~",     "  \n", "\r\n", "===",  "![", ":",  "\t"};
  std::mt19937 random(23);
  for (int round = 0; round < 20000; ++round) {
    std::string source;
    const size_t count = random() % 40;
    for (size_t i = 0; i < count; ++i) source += kPieces[random() % std::size(kPieces)];
    const MarkupText read = ReadMarkdown(source);
    uint32_t at = 0;
    for (const Origin& origin : read.converted.origins) {
      ASSERT_EQ(origin.text.begin, at);
      at = origin.text.end;
      if (origin.source.empty()) continue;
      ASSERT_EQ(read.converted.text.substr(origin.text.begin, origin.text.size()),
                source.substr(origin.source.begin, origin.source.size()));
    }
    ASSERT_EQ(at, read.converted.text.size());
    for (const Block& block : read.blocks) ASSERT_FALSE(block.span.empty());
  }
}

TEST(Markdown, HostileTextsTakeLinearTime) {
  for (const std::string_view piece :
       {"*", "**a", "[", "[a", "![",  "](",    "[a](", "`",  "<",  "<a", "\\",
        "#", "> ",  "|", "- ", "_a_", "```\n", "[a][", "~~", "\n", "1. "}) {
    std::string text;
    while (text.size() < 300000) text += piece;
    const auto start = std::chrono::steady_clock::now();
    static_cast<void>(ReadMarkdown(text));
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    EXPECT_LT(took.count(), 4.0) << piece;
  }
}

}  // namespace
}  // namespace interdict::documents
