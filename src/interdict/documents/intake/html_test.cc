#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <random>
#include <string>

#include "interdict/base/utf8.h"
#include "interdict/documents/intake/html_clean.h"
#include "interdict/documents/intake/html_metadata.h"
#include "interdict/documents/intake/html_text.h"
#include "interdict/documents/intake/html_tree.h"
#include "interdict/documents/intake/read_document.h"

namespace interdict::documents {
namespace {

using namespace std::string_literals;

Document Read(std::string_view html) {
  auto document = ReadDocument("page.html", html, {});
  EXPECT_TRUE(document.ok()) << (document.ok() ? "" : document.error().Text());
  return document.ok() ? std::move(*document) : Document();
}

// The blocks' texts, each with its kind, one a line.
std::string Lines(const Document& document) {
  std::string out;
  for (const Block& block : document.blocks) {
    out += BlockKindName(block.kind);
    out += ": ";
    out += document.Text(block.span);
    out += '\n';
  }
  return out;
}

std::string LinesOf(std::string_view html) {
  return Lines(Read(html));
}

constexpr std::string_view kProse =
    "The department imposed sanctions on the oil company and on four of its managers on Monday.";

TEST(Html, BlockElementsBecomeBlocksAndSpacesAreSqueezed) {
  EXPECT_EQ(
      LinesOf("<p>One  <b>two</b>\n   three</p><div>four<br>five</div><ul><li>six<li>seven</ul>"),
      "body: One two three\nbody: four\nbody: five\nbody: six\nbody: seven\n");
  EXPECT_EQ(LinesOf("<table><tr><td>a<td>b<tr><td>c</table>"), "body: a\nbody: b\nbody: c\n");
  EXPECT_EQ(LinesOf("Ma<!-- -->duro"), "body: Maduro\n");
}

TEST(Html, WhatHoldsNoTextIsNotRead) {
  EXPECT_EQ(
      LinesOf("<script>var a = '<p>no</p>';</script><style>p{}</style><svg><text>no</text></svg>"
              "<textarea>no</textarea><select><option>no</option></select>"
              "<template><p>no</p></template><p>yes</p><img alt='no'>"),
      "body: yes\n");
}

TEST(Html, FurnitureKeepsItsTextAndSaysWhy) {
  const Document document = Read(
      "<nav>Home</nav><aside>Aside</aside><form><p>Form</p></form><div hidden>Hidden</div>"
      "<div style='display: none'>None</div><div class='share-buttons'>Share</div>"
      "<div role='navigation'>Menu</div><p>" +
      std::string(kProse) + "</p><footer>Foot</footer>");
  EXPECT_EQ(Lines(document),
            "chrome: Home\nchrome: Aside\nchrome: Form\nchrome: Hidden\nchrome: None\n"
            "chrome: Share\nchrome: Menu\nbody: " +
                std::string(kProse) + "\nchrome: Foot\n");
  constexpr std::string_view kReasons[] = {"html.nav",    "html.aside", "html.form", "html.hidden",
                                           "html.hidden", "html.class", "html.role", "",
                                           "html.footer"};
  for (size_t i = 0; i < std::size(kReasons); ++i)
    EXPECT_EQ(document.blocks[i].reason, kReasons[i]);
}

TEST(Html, AFormThatHoldsThePageIsNoFurniture) {
  EXPECT_EQ(LinesOf("<form><p>" + std::string(kProse) + "</p></form><p>More.</p>"),
            "body: " + std::string(kProse) + "\nbody: More.\n");
}

TEST(Html, TheArticleLeavesTheRestOutside) {
  EXPECT_EQ(LinesOf("<div>Site</div><article><h1>Sanctions on oil company</h1><p>" +
                    std::string(kProse) + "</p></article><div>Elsewhere</div>"),
            "chrome: Site\ntitle: Sanctions on oil company\nbody: " + std::string(kProse) +
                "\nchrome: Elsewhere\n");
}

TEST(Html, TheTitleIsTheHeadingThatTheMetadataNames) {
  const Document document = Read(
      "<title>Oil company sanctioned - Site</title><h1>The Site</h1>"
      "<h1>Oil company sanctioned</h1><p>" +
      std::string(kProse) + "</p>");
  EXPECT_EQ(Lines(document),
            "chrome: The Site\ntitle: Oil company sanctioned\nbody: " + std::string(kProse) + "\n");
}

TEST(Html, CaptionsAndBylines) {
  EXPECT_EQ(
      LinesOf("<figure><img><figcaption>A man.</figcaption></figure>"
              "<p class='wp-caption-text'>A woman.</p><p class=byline>Jane Doe</p><p>" +
              std::string(kProse) + "</p>"),
      "caption: A man.\ncaption: A woman.\nbyline: Jane Doe\nbody: " + std::string(kProse) + "\n");
}

TEST(Html, RunsOfLinksAreMenus) {
  EXPECT_EQ(
      LinesOf("<div><a href=1>One</a></div><div><a href=2>Two</a></div><div><a href=3>Three</a>"
              "</div><p>" +
              std::string(kProse) + "</p><p><a href=4>Four</a></p>"),
      "chrome: One\nchrome: Two\nchrome: Three\nbody: " + std::string(kProse) + "\nbody: Four\n");
}

TEST(Html, MetadataGivesTitleOutletLanguageAndDate) {
  const Document document = Read(
      "<html lang=en-US><head><meta property=og:site_name content='The Outlet'>"
      "<meta property=article:published_time content='2019-01-28T10:00:00+01:00'>"
      "<meta property=article:modified_time content='2020-05-05'>"
      "<title>The Title</title></head><p>Text.</p>");
  EXPECT_EQ(document.outlet, "The Outlet");
  EXPECT_EQ(document.language, "en-US");
  EXPECT_EQ(document.title, "The Title");
  EXPECT_EQ(document.published.basis, "html_metadata");
  EXPECT_EQ(FormatPartialDate(*document.published.date), "2019-01-28");
  ASSERT_EQ(document.published.candidates.size(), 2U);
  EXPECT_EQ(document.published.candidates[1].verdict, "not said to be the date of publication");
}

TEST(Html, LinkedDataGivesTheDate) {
  for (const std::string_view json :
       {R"({"@type":"NewsArticle","datePublished":"2019-01-28","headline":"H"})",
        R"([{"@type":"WebSite"},{"@type":"NewsArticle","datePublished":"2019-01-28"}])",
        R"({"@graph":[{"@type":"Article","datePublished":"2019-01-28T00:00:00Z"}]})"}) {
    const Document document =
        Read("<script type=\"application/ld+json\">" + std::string(json) + "</script><p>Text.</p>");
    ASSERT_TRUE(document.published.date.has_value()) << json;
    EXPECT_EQ(FormatPartialDate(*document.published.date), "2019-01-28");
  }
  EXPECT_FALSE(Read("<script type=\"application/ld+json\">{broken</script><p>x").published.date);
}

TEST(Html, TimeElementsCountWhereTheySaySoOrStandAboveTheText) {
  const auto date = [](std::string_view html) {
    const Document document = Read(html);
    return document.published.date ? FormatPartialDate(*document.published.date) : "";
  };
  const std::string prose =
      "<p>" + std::string(kProse) + std::string(kProse) + std::string(kProse) + "</p>";
  EXPECT_EQ(date("<h1>Title</h1><time datetime=2019-01-28>x</time>" + prose), "2019-01-28");
  EXPECT_EQ(date("<h1>Title</h1>" + prose + "<time datetime=2019-01-28>x</time>"), "");
  EXPECT_EQ(date("<h1>Title</h1>" + prose +
                 "<time class=entry-date-published datetime=2019-01-28>x</time>"),
            "2019-01-28");
  EXPECT_EQ(date("<aside><time datetime=2019-01-28>x</time></aside>" + prose), "");
  EXPECT_EQ(date(prose + "<meta itemprop=datePublished content=2019-01-28>"), "2019-01-28");
}

TEST(Html, TheEncodingThatThePageNamesIsFollowed) {
  const Document document = Read(
      "<html><head><meta http-equiv=Content-Type content=\"text/html; charset=windows-1251\">"
      "</head><p>\xCC\xE0\xE4\xF3\xF0\xEE &amp; co</p>");
  EXPECT_EQ(document.encoding, "windows-1251");
  EXPECT_EQ(Lines(document), "body: Мадуро & co\n");
  const Span span =
      document.SourceSpan({document.blocks[0].span.begin, document.blocks[0].span.begin + 12});
  EXPECT_EQ(document.source.substr(span.begin, span.size()), "\xCC\xE0\xE4\xF3\xF0\xEE");
  EXPECT_EQ(DeclaredHtmlEncoding("<meta charset='UTF-8'>"), "utf-8");
  EXPECT_EQ(DeclaredHtmlEncoding("<p>charset=x</p>"), "");
}

// ---- places

std::string SourceOf(const Document& document, std::string_view part) {
  const size_t at = document.text.find(part);
  if (at == std::string_view::npos) return "not in the text";
  const auto begin = static_cast<uint32_t>(at);
  const Span span = document.SourceSpan({begin, begin + static_cast<uint32_t>(part.size())});
  return std::string(document.source.substr(span.begin, span.size()));
}

TEST(Html, ReferencesStandForTheirWholeSource) {
  const Document document = Read(
      "<p>Nicol&aacute;s &#77;aduro &#x27;x&rsquo;s A&amp;B AT&T &copy2019 &NotEqualTilde; "
      "&unknown; &lt;tag&gt; "
      "1&nbsp;2 &ampx &#128; end.</p>");
  EXPECT_EQ(Lines(document),
            "body: Nicolás Maduro 'x’s A&B AT&T ©2019 ≂̸ &unknown; <tag> 1\u00A02 &x € end.\n");
  EXPECT_EQ(SourceOf(document, "Nicolás"), "Nicol&aacute;s");
  EXPECT_EQ(SourceOf(document, "á"), "&aacute;");
  EXPECT_EQ(SourceOf(document, "Maduro"), "&#77;aduro");
  EXPECT_EQ(SourceOf(document, "'x’s"), "&#x27;x&rsquo;s");
  EXPECT_EQ(SourceOf(document, "A&B"), "A&amp;B");
  EXPECT_EQ(SourceOf(document, "AT&T"), "AT&T");
  EXPECT_EQ(SourceOf(document, "©2019"), "&copy2019");
  EXPECT_EQ(SourceOf(document, "≂̸"), "&NotEqualTilde;");
  EXPECT_EQ(SourceOf(document, "unknown"), "unknown");
  EXPECT_EQ(SourceOf(document, "<tag>"), "&lt;tag&gt;");
  EXPECT_EQ(SourceOf(document, "€"), "&#128;");
  EXPECT_EQ(SourceOf(document, "&x"), "&ampx");
  EXPECT_EQ(SourceOf(document, "end"), "end");
}

TEST(Html, PlacesSurviveIgnoredTagsAndLineEnds) {
  const Document document =
      Read("<p>one</x>two\r\nthree\rfour &lt;five</p>\r\n<pre>\r\nsix\r\nseven</pre>");
  EXPECT_EQ(Lines(document), "body: onetwo three four <five\nbody: six\nbody: seven\n");
  for (const char* word : {"one", "two", "three", "four", "five", "six", "seven"})
    EXPECT_EQ(SourceOf(document, word), word);
}

TEST(Html, MarkupWithinANameIsPartOfItsSource) {
  const Document document = Read("<p><b>Nicol</b>ás <i>Maduro</i> said</p>");
  EXPECT_EQ(SourceOf(document, "Nicolás Maduro"), "Nicol</b>ás <i>Maduro");
}

// Every byte of the text that was copied comes from a byte with the same value; runs are in order
// and cover the text.
void ExpectSoundOrigins(const Document& document) {
  uint32_t at = 0;
  for (const Origin& origin : document.origins) {
    ASSERT_EQ(origin.text.begin, at);
    ASSERT_LE(origin.source.end, document.source.size());
    ASSERT_LE(origin.source.begin, origin.source.end);
    at = origin.text.end;
    if (origin.text.size() != origin.source.size() || origin.text_unit != 1) continue;
    for (uint32_t i = 0; i < origin.text.size(); ++i) {
      const char c = document.text[origin.text.begin + i];
      // A space also stands for one character that was taken out.
      ASSERT_TRUE(c == ' ' || c == document.source[origin.source.begin + i]);
    }
  }
  ASSERT_EQ(at, document.text.size());
  uint32_t end = 0;
  for (const Block& block : document.blocks) {
    ASSERT_GE(block.span.begin, end);
    ASSERT_FALSE(block.span.empty());
    end = block.span.end;
  }
  ASSERT_LE(end, document.text.size());
  ASSERT_EQ(utf8::FirstInvalid(document.text), std::string_view::npos);
}

TEST(Html, RandomPagesHaveSoundOrigins) {
  constexpr std::string_view kPieces[] = {"<p>",
                                          "</p>",
                                          "<b>",
                                          "</b>",
                                          "<i>",
                                          "</i>",
                                          "<div class=x>",
                                          "</div>",
                                          "Maduro",
                                          " ",
                                          "\n",
                                          "\r\n",
                                          "é",
                                          "&amp;",
                                          "&eacute",
                                          "&#233;",
                                          "&",
                                          "<",
                                          ">",
                                          "&nbsp;",
                                          "<table>",
                                          "<td>",
                                          "<tr>",
                                          "</table>",
                                          "<a href='",
                                          "'>",
                                          "</a>",
                                          "<!--",
                                          "-->",
                                          "<script>",
                                          "</script>",
                                          "<svg>",
                                          "</svg>",
                                          "<select>",
                                          "</select>",
                                          "<title>",
                                          "</title>",
                                          "<li>",
                                          "<ul>",
                                          "</ul>",
                                          "<br/>",
                                          "\"",
                                          "<style>",
                                          "</style>",
                                          "<pre>",
                                          "</pre>",
                                          "<h1>",
                                          "</h1>",
                                          "<article>",
                                          "</article>",
                                          "<nav>",
                                          "</nav>",
                                          "</x>",
                                          "<template>",
                                          "</template>",
                                          "<![CDATA[",
                                          "]]>",
                                          "<form>",
                                          "</form>",
                                          "<math>",
                                          "<mi>",
                                          "</math>",
                                          "<body>",
                                          "<html>",
                                          "\0",
                                          "\xC2\xA0",
                                          "<textarea>",
                                          "</textarea>",
                                          "<font color=1>",
                                          "<plaintext>",
                                          "<frameset>",
                                          "<p hidden>"};
  std::mt19937 random(17);
  for (int round = 0; round < 5000; ++round) {
    std::string html;
    const size_t count = 1 + random() % 30;
    for (size_t i = 0; i < count; ++i) html += kPieces[random() % std::size(kPieces)];
    const Document document = Read(html);
    ExpectSoundOrigins(document);
    if (HasFatalFailure()) FAIL() << html;
  }
}

// ---- hostile pages

double Seconds(const std::string& html, bool expect_ok = true) {
  const auto start = std::chrono::steady_clock::now();
  const auto document = ReadDocument("page.html", html, {});
  EXPECT_EQ(document.ok(), expect_ok);
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

std::string Repeat(std::string_view piece, size_t times) {
  std::string out;
  out.reserve(piece.size() * times);
  for (size_t i = 0; i < times; ++i) out += piece;
  return out;
}

TEST(HtmlHostile, DeepNestingLosesTagsAndNoText) {
  for (const std::string_view tag : {"<div>",
                                     "<b>",
                                     "<span>",
                                     "<ul><li>",
                                     "<table><td>",
                                     "<p><b>",
                                     "<font color=1>",
                                     "<x>",
                                     "<svg>",
                                     "<select>",
                                     "<object>",
                                     "<div></span>",
                                     "<span><div></span>",
                                     "<b><div></b>",
                                     "<dl><dd>",
                                     "<td><div></b>",
                                     "<b><table><td></b></table>",
                                     "<a><table><td>",
                                     "<svg><style><b>",
                                     "<math><mi><table>",
                                     "<button>",
                                     "<h1><div>",
                                     "<form><div></form>"}) {
    // Few enough tags that the tree is built, and so many that it is not.
    const auto tags = static_cast<size_t>(std::count(tag.begin(), tag.end(), '<'));
    for (const size_t count : {15000 / tags, 120000 / tags}) {
      const std::string html = Repeat(tag, count) + "<p>Maduro said.</p>";
      const auto start = std::chrono::steady_clock::now();
      const auto document = ReadDocument("page.html", html, {});
      const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
      ASSERT_TRUE(document.ok()) << tag << document.error().Text();
      EXPECT_NE(document->text.find("Maduro said."), std::string_view::npos) << tag;
      EXPECT_LT(took.count(), 5.0) << tag << count;
    }
  }
}

TEST(HtmlHostile, OpenFormattingElementsDoNotMultiply) {
  std::string html = "<p>";
  for (int i = 0; i < 10000; ++i) html += "<font color=" + std::to_string(i) + ">";
  html += "</p>" + Repeat("<p>x", 10000);
  EXPECT_LT(Seconds(html), 5.0);
  std::string cells;
  for (int i = 0; i < 30000; ++i)
    cells += "<b class=" + std::to_string(i) + "><table><td></b></table><p>x";
  EXPECT_LT(Seconds(cells), 5.0);
}

TEST(HtmlHostile, ManyAttributesReferencesAndUnclosedThings) {
  std::string attributes = "<p ";
  for (int i = 0; i < 50000; ++i) attributes += "a" + std::to_string(i) + "=1 ";
  EXPECT_LT(Seconds(attributes + ">text</p>"), 5.0);
  EXPECT_LT(Seconds("<p>" + Repeat("&amp;", 400000)), 5.0);
  EXPECT_LT(Seconds("<p>" + Repeat("&NotEqualTilde;", 100000)), 5.0);
  EXPECT_LT(Seconds("<p>" + Repeat("&#0", 100000)), 5.0);
  EXPECT_LT(Seconds(Repeat("<a <a ", 100000)), 5.0);
  EXPECT_LT(Seconds(Repeat("<a b='", 100000)), 5.0);
  EXPECT_LT(Seconds(Repeat("<a b=\"><a b='>", 100000)), 5.0);
  EXPECT_LT(Seconds(Repeat("<!--", 100000)), 5.0);
  EXPECT_LT(Seconds(Repeat("<!-- -- ", 100000)), 5.0);
  EXPECT_LT(Seconds(Repeat("<script>", 100000)), 5.0);
  EXPECT_LT(Seconds(Repeat("<svg>x</svg>", 50000)), 5.0);
  EXPECT_LT(Seconds(Repeat("<svg><select></svg>", 50000)), 5.0);
  EXPECT_LT(Seconds(Repeat("</p>", 100000)), 5.0);
  EXPECT_LT(Seconds(Repeat("<div class=author>", 390) + Repeat("<b>x</b>", 100000)), 5.0);
  EXPECT_LT(Seconds(Repeat("<h1>x</h1>", 100000)), 5.0);
  EXPECT_LT(Seconds(Repeat("<", 400000)), 5.0);
}

TEST(HtmlHostile, NothingIsSwallowedByWhatIsNeverClosed) {
  for (const std::string_view opening :
       {"<script>", "<svg>", "<select>", "<textarea>", "<a href=\"", "<title>", "<template>",
        "<style>", "<iframe>", "<plaintext>", "<object>"}) {
    const std::string html = "<p>" + std::string(opening) + " Maduro said.</p>";
    EXPECT_NE(Read(html).text.find("Maduro said."), std::string_view::npos) << opening;
  }
}

TEST(HtmlHostile, TooLargePagesAreErrors) {
  const auto document = ReadDocument("page.html", std::string(kMaxHtmlBytes + 1, ' '), {});
  ASSERT_FALSE(document.ok());
  EXPECT_EQ(document.error().code, ErrorCode::kTooLarge);
}

TEST(HtmlHostile, ATreeBeyondItsMemoryIsAnError) {
  // Not cleaned before: every paragraph repeats all open formatting elements.
  std::string html = "<p>";
  for (int i = 0; i < 4000; ++i) html += "<font color=" + std::to_string(i) + ">";
  html += "</p>" + Repeat("<p>x", 4000);
  const auto tree = HtmlTree::Parse(html);
  ASSERT_FALSE(tree.ok());
  EXPECT_EQ(tree.error().code, ErrorCode::kTooLarge);
}

}  // namespace
}  // namespace interdict::documents
