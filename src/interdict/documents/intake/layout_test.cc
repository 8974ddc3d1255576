#include "interdict/documents/intake/layout.h"

#include <gtest/gtest.h>

#include <chrono>
#include <string>

#include "interdict/documents/intake/line_features.h"

namespace interdict::documents {
namespace {

// "kind: first words" of every block, one a line.
std::string Kinds(std::string_view text) {
  std::vector<Block> blocks = CutLines(text);
  LayOut(text, &blocks);
  std::string out;
  for (const Block& block : blocks) {
    out += BlockKindName(block.kind);
    out += ": ";
    out += text.substr(block.span.begin, std::min<uint32_t>(block.span.size(), 12));
    out += '\n';
  }
  return out;
}

constexpr std::string_view kParagraph =
    "The United States imposed sanctions on the state oil company of Venezuela on Monday.";
constexpr std::string_view kSecond =
    "Officials in Caracas rejected the sanctions and called them an act of economic war.";
constexpr std::string_view kThird =
    "The measures take effect at once, the department said in a statement.";

std::string Page(std::string_view head, std::string_view tail) {
  std::string page(head);
  for (const std::string_view part : {kParagraph, kSecond, kThird}) {
    page += part;
    page += "\n\n";
  }
  return page += tail;
}

TEST(Layout, LinesBecomeBlocksAndBlankLinesNone) {
  const std::string_view text = "  one \r\n\r\n two\u00A0\nthree";
  const auto blocks = CutLines(text);
  ASSERT_EQ(blocks.size(), 3U);
  EXPECT_EQ(text.substr(blocks[0].span.begin, blocks[0].span.size()), "one");
  EXPECT_EQ(text.substr(blocks[1].span.begin, blocks[1].span.size()), "two");
  EXPECT_EQ(text.substr(blocks[2].span.begin, blocks[2].span.size()), "three");
  EXPECT_EQ(CutLines("a\rb\rc").size(), 3U);
  EXPECT_TRUE(CutLines(" \n\n\t").empty());
}

TEST(Layout, ParagraphsBrokenAtAFixedWidthAreOneBlock) {
  const std::string_view text =
      "The United States imposed sanctions on the state oil company of\n"
      "Venezuela on Monday, cutting off a source of money for President\n"
      "Nicolas Maduro. The measures block all of its property that is\n"
      "within reach.\n"
      "\n"
      "Officials in Caracas rejected the sanctions and called them an\n"
      "act of economic war against the country and its people, and they\n"
      "announced steps.\n"
      "- the first of these steps is that\n"
      "- the second of these steps is this\n";
  const auto blocks = CutLines(text);
  ASSERT_EQ(blocks.size(), 4U);
  EXPECT_EQ(blocks[0].span.end, text.find("\n\n"));
}

TEST(Layout, LinesThatAreParagraphsStayApart) {
  std::string text;
  for (int i = 0; i < 5; ++i) text += std::string(kParagraph) + "\n" + std::string(kSecond) + "\n";
  EXPECT_EQ(CutLines(text).size(), 10U);
}

TEST(Layout, TheTitleIsTheLineThatSharesItsWordsWithTheText) {
  EXPECT_EQ(Kinds(Page("Summer of Victories\n\nSanctions hit oil company of Venezuela\n\n", "")),
            "chrome: Summer of Vi\ntitle: Sanctions hi\nbody: The United S\nbody: Officials in\n"
            "body: The measures\n");
  // Without one the first paragraph begins the body.
  EXPECT_EQ(Kinds(Page("", "")), "body: The United S\nbody: Officials in\nbody: The measures\n");
}

TEST(Layout, ATitleMayEndInAnAbbreviation) {
  const std::string page =
      Page("Treasury Sanctions Oil Company Petroleos de Venezuela, S.A.\n\n", "");
  EXPECT_EQ(Kinds(page).substr(0, 20), "title: Treasury San\n");
}

TEST(Layout, FurnitureIsToldByItsPhrases) {
  for (const std::string_view line :
       {"Please Wait...", "No menu items!", "starAdd to favorites", "Must Read",
        "Share this:", "folder_openAsia-Pacific... access_time6 months ago", "ADVERTISEMENT",
        "* * *", "5 min read", "Subscribe to our newsletter",
        "We use cookies to improve your experience.", "Read more", "FOR IMMEDIATE RELEASE", "###",
        "Press Office: (202) 622-2960", "*(Archived Content)*", "Related Articles",
        "© 2019 Example Media. All rights reserved", "[Advertisement]"}) {
    const std::string page =
        Page("", std::string(line) + "\n\n" + std::string(kParagraph) + " It said so twice.\n" +
                     std::string(kThird) + " Again.\n");
    EXPECT_NE(Kinds(page).find("chrome: " + std::string(line.substr(0, 12))), std::string::npos)
        << line << "\n"
        << Kinds(page);
  }
}

TEST(Layout, SentencesOfATextAreNotTakenForFurniture) {
  for (const std::string_view line :
       {"Share prices of the company fell by a third after the announcement.",
        "More from the sanctions list was removed in March, the department said.",
        "A Reuters/Ipsos poll found that most people supported the measures.",
        "Home heating oil was exempted from the measures by the department.",
        "Source: documents of the court show that the company paid the officials.",
        "By Monday the United States had imposed sanctions on the company.",
        "Russia and China oppose", "Tensions between Venezuela and the US",
        "Updated guidance was published by the department, officials said."}) {
    const std::string page = Page("Oil company of Venezuela under sanctions\n", line);
    EXPECT_NE(Kinds(page).find("body: " + std::string(line.substr(0, 12))), std::string::npos)
        << line << "\n"
        << Kinds(page);
  }
}

TEST(Layout, WhatStandsBehindTheEndIsNoneOfTheText) {
  EXPECT_EQ(Kinds(Page("",
                       "Latest News\n\nShopping center is evacuated\n\nAuthorities received "
                       "reports of a shooting inside a...\n\nMore Articles Like This")),
            "body: The United S\nbody: Officials in\nbody: The measures\nchrome: Latest News\n"
            "chrome: Shopping cen\nchrome: Authorities \nchrome: More Article\n");
  // The same words above most of the text do not cut it off.
  EXPECT_EQ(Kinds("Latest News\n\n" + Page("", "")),
            "chrome: Latest News\nbody: The United S\nbody: Officials in\nbody: The measures\n");
}

TEST(Layout, BylinesDatelinesAndCaptions) {
  EXPECT_EQ(
      Kinds(Page("Sanctions on oil company of Venezuela\n"
                 "US Ambassador Mike Waltz (Photo: Getty Images)\n"
                 "By Staff, News Agencies\n"
                 "Published: January 28, 2019 at 5:30 pm EST\n"
                 "January 28, 2019\n",
                 "")),
      "title: Sanctions on\ncaption: US Ambassado\nbyline: By Staff, Ne\ndateline: Published: J\n"
      "dateline: January 28, \nbody: The United S\nbody: Officials in\nbody: The measures\n");
  // A date above the title is the site's.
  EXPECT_EQ(Kinds(Page("Tuesday, November 29, 2022\nSanctions on oil company of Venezuela\n", ""))
                .substr(0, 21),
            "chrome: Tuesday, Nov\n");
}

TEST(Layout, ADateAmongTheParagraphsIsAHeadingOfAChronology) {
  const std::string page =
      Page("", "January 28, 2019\n\n" + std::string(kParagraph) + " So it was.");
  EXPECT_NE(Kinds(page).find("body: January 28, "), std::string::npos);
}

TEST(Layout, ASentenceThatStandsTwiceIsTheCaptionWhereItStandsAlone) {
  const std::string text = "Sanctions on oil company of Venezuela\n" + std::string(kSecond) + "\n" +
                           std::string(kParagraph) + " " + std::string(kSecond) + "\n" +
                           std::string(kThird) + "\nSanctions on oil company of Venezuela\n";
  EXPECT_EQ(Kinds(text),
            "title: Sanctions on\ncaption: Officials in\nbody: The United S\nbody: The measures\n"
            "chrome: Sanctions on\n");
}

TEST(Layout, ACollectionStaysBody) {
  std::string text;
  for (size_t i = 0; i <= kMaxLaidOutLines; ++i) text += "Must Read\n";
  std::vector<Block> blocks = CutLines(text);
  const Layout layout = LayOut(text, &blocks);
  EXPECT_EQ(blocks.front().kind, BlockKind::kBody);
  EXPECT_EQ(layout.body.end, text.size() - 1);
}

TEST(Layout, HostileLinesTakeLinearTime) {
  const auto start = std::chrono::steady_clock::now();
  std::string dots(8000000, '.');
  std::string quotes;
  for (int i = 0; i < 19000; ++i) quotes += std::string(190, '"') + "\n";
  std::string repeated;
  for (int i = 0; i < 19000; ++i)
    repeated += "This is one and the same sentence of the page. And more.\n";
  for (const std::string* text : {&dots, &quotes, &repeated}) {
    std::vector<Block> blocks = CutLines(*text);
    LayOut(*text, &blocks);
  }
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
  EXPECT_LT(took.count(), 10.0);
}

TEST(LineFeatures, DateLines) {
  for (const std::string_view line :
       {"January 28, 2019", "WASHINGTON, Jan. 28, 2019", "Posted on 28 January 2019 at 10:30",
        "Tuesday, November 29, 2022", "Last updated: 2019-01-28 10:30 GMT"}) {
    EXPECT_TRUE(IsDateLine(line)) << line;
  }
  for (const std::string_view line :
       {"Summer of 2019", "Friday", "in 2019", "28", "the January 28, 2019 order",
        "E.O. 13850 of November 1, 2018", ""}) {
    EXPECT_FALSE(IsDateLine(line)) << line;
  }
}

TEST(LineFeatures, Bylines) {
  for (const std::string_view line : {"By Staff, News Agencies", "By JOHN SMITH and JANE DOE",
                                      "By José Pérez", "By Matt Spetalnick, Reuters"}) {
    EXPECT_TRUE(IsByline(line)) << line;
  }
  for (const std::string_view line :
       {"By order of the court", "By then", "Byline", "By", "By Monday"}) {
    EXPECT_FALSE(IsByline(line)) << line;
  }
}

}  // namespace
}  // namespace interdict::documents
