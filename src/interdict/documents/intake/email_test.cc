#include "interdict/documents/intake/email_text.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

#include "interdict/base/utf8.h"
#include "interdict/documents/intake/markup.h"
#include "interdict/documents/intake/mime_decode.h"
#include "interdict/documents/intake/read_document.h"

namespace interdict::documents {
namespace {

Document Read(std::string_view message) {
  auto document = ReadDocument("a.eml", message, {});
  EXPECT_TRUE(document.ok()) << (document.ok() ? "" : document.error().Text());
  return document.ok() ? std::move(*document) : Document();
}

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

std::string SourceOf(const Document& document, std::string_view part) {
  const size_t at = document.text.find(part);
  if (at == std::string_view::npos) return "not in the text";
  const auto begin = static_cast<uint32_t>(at);
  const Span span = document.SourceSpan({begin, begin + static_cast<uint32_t>(part.size())});
  return std::string(document.source.substr(span.begin, span.size()));
}

TEST(Email, SubjectDateAndText) {
  const Document document = Read(
      "Received: from a\r\n\tby b\r\nFrom: a@b.c\r\nSubject: Sanctions on\r\n the company\r\n"
      "Date: Mon, 28 Jan 2019 10:00:00 -0500\r\n\r\nThe man said that he was there.\r\n\r\n"
      "> an earlier message\r\n\r\n-- \r\nJane Doe\r\n");
  EXPECT_EQ(Lines(document),
            "title: Sanctions on the company\nbody: The man said that he was there.\n"
            "chrome: > an earlier message\nchrome: --\nchrome: Jane Doe\n");
  EXPECT_EQ(document.title, "Sanctions on the company");
  EXPECT_EQ(document.published.basis, "header");
  EXPECT_EQ(FormatPartialDate(*document.published.date), "2019-01-28");
  EXPECT_EQ(SourceOf(document, "said that"), "said that");
  EXPECT_EQ(SourceOf(document, "company"), "Sanctions on\r\n the company");
}

TEST(Email, EncodedHeadersAndQuotedPrintable) {
  const Document document = Read(
      "From: a@b.c\nSubject: =?utf-8?Q?Nicol=C3=A1s_?= =?iso-8859-1?B?TWFkdXLz?= said\n"
      "Content-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: "
      "quoted-printable\n\n"
      "Nicol=E1s Ma=\nduro said =3D that.\n");
  EXPECT_EQ(Lines(document), "title: Nicolás Maduró said\nbody: Nicolás Maduro said = that.\n");
  EXPECT_EQ(document.encoding, "windows-1252");
  EXPECT_EQ(SourceOf(document, "á"), "=?utf-8?Q?Nicol=C3=A1s_?= =?iso-8859-1?B?TWFkdXLz?= said");
  EXPECT_EQ(SourceOf(document, "Maduro said = that"), "Ma=\nduro said =3D that");
}

TEST(Email, Base64KeepsPlacesByGroupsOfFour) {
  const Document document = Read(
      "From: a@b.c\nTo: d@e.f\nContent-Type: text/plain; charset=utf-8\n"
      "Content-Transfer-Encoding: base64\n\nTWFkdXJv\nIHNhaWQu\n");
  EXPECT_EQ(Lines(document), "body: Maduro said.\n");
  EXPECT_EQ(SourceOf(document, "Maduro"), "TWFkdXJv");
  EXPECT_EQ(SourceOf(document, "said"), "IHNhaWQu");
}

TEST(Email, OfAlternativesThePlainTextIsReadAndAttachmentsAreNamed) {
  const Document document = Read(
      "From: a@b.c\nTo: d@e.f\nMIME-Version: 1.0\n"
      "Content-Type: multipart/mixed; boundary=\"xx\"\n\npreamble\n--xx\n"
      "Content-Type: multipart/alternative; boundary=yy\n\n--yy\nContent-Type: text/html\n\n"
      "<p>html</p>\n--yy\nContent-Type: text/plain\n\nplain text\n--yy--\n--xx\n"
      "Content-Type: application/pdf; name=\"a.pdf\"\nContent-Disposition: attachment\n\n%PDF\n"
      "--xx\nContent-Type: text/html; charset=utf-8\n\n<p>second &amp; last</p><script>x</script>\n"
      "--xx--\nepilogue\n");
  EXPECT_EQ(Lines(document), "body: plain text\nbody: second & last\n");
  ASSERT_EQ(document.warnings.size(), 1U);
  EXPECT_EQ(document.warnings[0], "an attachment is not read: application/pdf a.pdf");
  EXPECT_EQ(SourceOf(document, "second & last"), "second &amp; last");
}

TEST(Email, AnEmptyAlternativeIsNone) {
  EXPECT_EQ(
      Lines(Read("From: a@b.c\nContent-Type: multipart/alternative; boundary=x\n\n--x\n"
                 "Content-Type: text/plain\n\n \n--x\nContent-Type: text/html\n\n<p>html</p>\n"
                 "--x--\n")),
      "body: html\n");
}

TEST(Email, AMessageThatIsCutIsReadAsFarAsItGoes) {
  EXPECT_EQ(Lines(Read("From: a@b.c\nContent-Type: multipart/mixed; boundary=xx\n\n--xx\n\ntext")),
            "body: text\n");
  EXPECT_EQ(Lines(Read("Subject: only this")), "title: only this\n");
  EXPECT_EQ(Lines(Read("")), "");
}

TEST(Email, PartsThatCannotBeReadAreErrorsOrWarnings) {
  const auto document = ReadDocument(
      "a.eml",
      "From: a\nContent-Type: text/plain\nContent-Transfer-Encoding: base64\n\nJVBERi0xLjQK\n", {});
  ASSERT_FALSE(document.ok());
  EXPECT_EQ(document.error().code, ErrorCode::kEncoding);
}

TEST(Email, NestingIsBounded) {
  std::string message = "From: a\nTo: b\n";
  for (int i = 0; i < 1000; ++i) message += "Content-Type: message/rfc822\n\n";
  message += "Content-Type: text/plain\n\ntext\n";
  EXPECT_FALSE(Read(message).warnings.empty());
  std::string parts = "From: a\nContent-Type: multipart/mixed; boundary=x\n\n";
  for (int i = 0; i < 10000; ++i) parts += "--x\n\ntext\n";
  EXPECT_FALSE(Read(parts).warnings.empty());
}

TEST(Email, HeadersDecode) {
  EXPECT_EQ(DecodeHeader("plain  text\r\n folded"), "plain text folded");
  EXPECT_EQ(DecodeHeader("=?utf-8?q?a=20b?="), "a b");
  EXPECT_EQ(DecodeHeader("Nicol\xE1s =?utf-8?q?Maduro?="), "Nicolás Maduro");
  EXPECT_EQ(DecodeHeader("=?broken"), "=?broken");
  EXPECT_EQ(DecodeHeader("=?x?Z?abc?="), "=?x?Z?abc?=");
  EXPECT_EQ(DecodeHeader("=?windows-1251?B?zODk8/Du?="), "Мадуро");
}

TEST(Email, AnyMessageGivesSoundOrigins) {
  constexpr std::string_view kPieces[] = {"From: a@b\n",
                                          "Subject: x =?utf-8?Q?=C3=A1?=\n",
                                          "Content-Type: multipart/mixed; boundary=b\n",
                                          "Content-Type: text/html\n",
                                          "Content-Transfer-Encoding: base64\n",
                                          "\n",
                                          "--b\n",
                                          "--b--\n",
                                          "Content-Transfer-Encoding: quoted-printable\n",
                                          "=C3=A1",
                                          "=\n",
                                          "TWFkdXJv",
                                          "<p>x &amp; y</p>",
                                          "Maduro said.\n",
                                          "Content-Type: message/rfc822\n",
                                          "\xFF",
                                          "> quoted\n",
                                          "-- \n",
                                          " folded\n",
                                          "Content-Type: text/plain; charset=koi8-r\n"};
  std::mt19937 random(29);
  for (int round = 0; round < 4000; ++round) {
    std::string message;
    const size_t count = random() % 25;
    for (size_t i = 0; i < count; ++i) message += kPieces[random() % std::size(kPieces)];
    const auto document = ReadDocument("a.eml", message, {});
    if (!document.ok()) continue;
    ASSERT_EQ(utf8::FirstInvalid(document->text), std::string_view::npos);
    uint32_t at = 0;
    for (const Origin& origin : document->origins) {
      ASSERT_EQ(origin.text.begin, at);
      ASSERT_LE(origin.source.end, message.size());
      at = origin.text.end;
    }
    ASSERT_EQ(at, document->text.size());
  }
}

TEST(Markup, IsToldFromNameAndContent) {
  EXPECT_EQ(RecogniseMarkup("a.html", "x"), Markup::kHtml);
  EXPECT_EQ(RecogniseMarkup("A.HTM", "x"), Markup::kHtml);
  EXPECT_EQ(RecogniseMarkup("a.txt", "\xEF\xBB\xBF\n<!-- c -->\n<!DOCTYPE html><p>"),
            Markup::kHtml);
  EXPECT_EQ(RecogniseMarkup("", "<?xml version=\"1.0\"?><html>"), Markup::kHtml);
  EXPECT_EQ(RecogniseMarkup("a.md", "x"), Markup::kMarkdown);
  EXPECT_EQ(RecogniseMarkup("a.txt", "see [x](https://a.b)"), Markup::kMarkdown);
  EXPECT_EQ(RecogniseMarkup("a.txt", "one **bold** and two **bolder** words"), Markup::kMarkdown);
  EXPECT_EQ(RecogniseMarkup("a.txt", "2 ** 3 ** 4 and <html> in a text"), Markup::kPlain);
  EXPECT_EQ(RecogniseMarkup("a.txt", "From: a\nTo: b\nDate: c\n\ntext"), Markup::kEmail);
  EXPECT_EQ(RecogniseMarkup("a.txt", "From: the start.\nIt was said that."), Markup::kPlain);
  EXPECT_EQ(RecogniseMarkup("", ""), Markup::kPlain);
}

}  // namespace
}  // namespace interdict::documents
