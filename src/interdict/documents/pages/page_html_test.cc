#include "interdict/documents/pages/page_html.h"

#include <gtest/gtest.h>

namespace interdict::documents {
namespace {

TEST(PageHtml, HostileTextIsHarmlessAndVisible) {
  EXPECT_EQ(VisibleText("<script>alert('x')</script>"),
            "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;");
  EXPECT_EQ(VisibleText("\" onclick=\"x"), "&quot; onclick=&quot;x");
  EXPECT_EQ(VisibleText("a\xE2\x80\xAE"
                        "b"),
            "a[U+202E]b");  // right-to-left override
  EXPECT_EQ(VisibleText("a\xE2\x81\xA6"
                        "b"),
            "a[U+2066]b");  // left-to-right isolate
  EXPECT_EQ(VisibleText("Ma\xE2\x80\x8B"
                        "duro"),
            "Ma[U+200B]duro");  // zero-width space
  EXPECT_EQ(VisibleText(std::string_view("a\0b", 3)), "a[U+0000]b");
  EXPECT_EQ(VisibleText("a\xF3\xA0\x81\x81"
                        "b"),
            "a[U+E0041]b");  // a tag character
  EXPECT_EQ(VisibleText("a\xC2\x9B"
                        "b"),
            "a[U+009B]b");
  EXPECT_EQ(VisibleText("\xFF"), "\xEF\xBF\xBD");
}

TEST(PageHtml, WhatScriptsNeedStays) {
  EXPECT_EQ(VisibleText("می\xE2\x80\x8Cخواهم"), "می\xE2\x80\x8Cخواهم");  // zero-width non-joiner
  EXPECT_EQ(VisibleText("a\tb\nc"), "a\tb\nc");
  EXPECT_EQ(Isolated("a&b"), "<bdi>a&amp;b</bdi>");
}

TEST(PageHtml, ThePolicyAllowsTheStyleAndScriptOfThePageByDigestAndNothingElse) {
  const std::string page = WholePage({"T<", "p{}", "", "<p>x</p>"});
  // printf 'p{}' | openssl dgst -sha256 -binary | base64
  EXPECT_NE(page.find("content=\"default-src 'none'; style-src "
                      "'sha256-gG2yISYereRMiG2lMXrbiUgi0Ubw9p7QCeWcroOvy9Y='; script-src "
                      "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='; img-src data:; "
                      "base-uri 'none'; form-action 'none'\""),
            std::string::npos)
      << page;
  EXPECT_NE(page.find("<title>T&lt;</title>"), std::string::npos);
}

TEST(PageHtml, NamesAreShownAsWords) {
  EXPECT_EQ(Spaced("in_force"), "in force");
  EXPECT_EQ(Spaced("non_recognition"), "non-recognition");
  EXPECT_EQ(TwoDigits(0.925), "0.93");
}

TEST(PageHtml, ALanguageIsATagOrNothing) {
  EXPECT_EQ(LanguageTag("pt-BR"), "pt-BR");
  EXPECT_EQ(LanguageTag("e"), "");
  EXPECT_EQ(LanguageTag("en\" onload=\"x"), "");
}

TEST(PageHtml, NoSharedTextEndsItsElement) {
  EXPECT_EQ(SharedStyle().find("</"), std::string_view::npos);
  EXPECT_EQ(PanelScript().find("</"), std::string_view::npos);
}

}  // namespace
}  // namespace interdict::documents
