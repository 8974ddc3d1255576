#include "interdict/documents/pages/marked_text.h"

#include <gtest/gtest.h>

namespace interdict::documents {
namespace {

LinkMark Link(uint32_t begin, uint32_t end, const std::string& name) {
  return {{begin, end}, "m", name, name};
}

std::string Marked(std::string_view text, const std::vector<LinkMark>& links,
                   const std::vector<ZoneMark>& zones = {}) {
  RunMarks marks;
  for (const LinkMark& link : links) marks.links.push_back(&link);
  for (const ZoneMark& zone : zones) marks.zones.push_back(&zone);
  return MarkedText(text, {0, static_cast<uint32_t>(text.size())}, marks);
}

// The text without its tags.
std::string Plain(const std::string& html) {
  std::string plain;
  bool inside = false;
  for (char c : html) {
    if (c == '<') inside = true;
    if (!inside) plain += c;
    if (c == '>') inside = false;
  }
  return plain;
}

TEST(MarkedText, TextWithoutMarksIsTextOnly) {
  EXPECT_EQ(Marked("a < b", {}), "a &lt; b");
}

TEST(MarkedText, AMarkIsALinkToItsExplanation) {
  EXPECT_EQ(Marked("to Roe now", {Link(3, 6, "x")}),
            "to <a href=\"#x\" data-begin data-ids=\"x\" data-codes=\"x\" class=\"m\">Roe</a> now");
}

TEST(MarkedText, ANestedMarkIsAPieceThatKnowsBoth) {
  EXPECT_EQ(Marked("Roe regime", {Link(0, 10, "outer"), Link(0, 3, "inner")}),
            "<a href=\"#inner\" data-begin data-ids=\"inner outer\" data-codes=\"inner\" "
            "class=\"m\">Roe</a>"
            "<a href=\"#outer\" tabindex=\"-1\" data-ids=\"outer\" data-codes=\"outer\" "
            "class=\"m\"> regime</a>");
}

TEST(MarkedText, TheInnermostMarkOfALayerGivesThePieceItsClasses) {
  LinkMark outer = Link(0, 4, "o"), inner = Link(0, 2, "i"), measure = Link(0, 4, "v");
  outer.classes = "m government";
  inner.classes = "m person";
  measure.classes = "t in_force";
  const std::string html = Marked("abcd", {outer, inner, measure});
  EXPECT_NE(html.find("class=\"m person t in_force\">ab<"), std::string::npos) << html;
  EXPECT_NE(html.find("class=\"m government t in_force\">cd<"), std::string::npos) << html;
}

TEST(MarkedText, OverlappingMarksNeverNestElements) {
  const std::string html = Marked("abcdef", {Link(0, 4, "x"), Link(2, 6, "y"), Link(2, 4, "z")});
  EXPECT_EQ(Plain(html), "abcdef");
  EXPECT_EQ(html.find("<a", html.find("<a") + 1) > html.find("</a>"), true);
  EXPECT_NE(html.find("data-ids=\"z x y\""), std::string::npos) << html;
}

TEST(MarkedText, ZonesAreNamedWhereverTheyLie) {
  EXPECT_EQ(
      Marked("abcd", {Link(1, 2, "x")}, {{{0, 3}, "v:evidence", "e"}, {{1, 2}, "v:actor", ""}}),
      "<span class=\"e\" data-x=\"v:evidence\">a</span>"
      "<a href=\"#x\" data-begin data-ids=\"x\" data-codes=\"x\" class=\"e m\" "
      "data-x=\"v:evidence v:actor\">b</a>"
      "<span class=\"e\" data-x=\"v:evidence\">c</span>d");
}

TEST(MarkedText, MarksThatReachBeyondTheRunAreCut) {
  const LinkMark link = Link(0, 99, "x");
  RunMarks marks;
  marks.links = {&link};
  EXPECT_EQ(Plain(MarkedText("abcdef", {2, 4}, marks)), "cd");
  const LinkMark outside = Link(4, 6, "y");
  marks.links = {&outside};
  EXPECT_EQ(MarkedText("abcdef", {2, 4}, marks), "cd");
}

TEST(MarkedText, TheTextIsWholeHoweverManyMarksLieOverIt) {
  const std::string text(300, 'w');
  std::vector<LinkMark> links;
  for (uint32_t i = 0; i < 200; ++i) links.push_back(Link(i, i + 1 + i * 7 % 90, "x"));
  EXPECT_EQ(Plain(Marked(text, links)), text);
}

TEST(MarkedText, HostileTextAndNamesStayText) {
  const std::string html =
      Marked("<b>\" onfocus=\"x", {{{0, 3}, "m", "i\" onclick=\"x", "\"><b>"}});
  EXPECT_EQ(html.find("<b>"), std::string::npos);
  EXPECT_EQ(html.find("\" on"), std::string::npos);
  EXPECT_NE(html.find("&lt;b&gt;"), std::string::npos);
}

}  // namespace
}  // namespace interdict::documents
