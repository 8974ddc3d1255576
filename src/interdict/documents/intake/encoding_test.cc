#include "interdict/documents/intake/encoding.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

#include "interdict/base/utf8.h"

namespace interdict::documents {
namespace {

using namespace std::string_view_literals;
using namespace std::string_literals;

constexpr std::string_view kSentence =
    "Nicolás Maduro said “no” to a €5 fine — Владимир, 委内瑞拉, 𝄞.";

std::string ToUtf16(std::string_view utf8, bool little, bool mark) {
  std::u32string points;
  if (mark) points += U'\uFEFF';
  for (size_t at = 0; at < utf8.size();) points += utf8::Decode(utf8, &at);
  std::string out;
  const auto put = [&](char32_t unit) {
    const char high = static_cast<char>(unit >> 8), low = static_cast<char>(unit & 0xFF);
    out += little ? low : high;
    out += little ? high : low;
  };
  for (const char32_t c : points) {
    if (c < 0x10000) {
      put(c);
    } else {
      put(0xD800 + ((c - 0x10000) >> 10));
      put(0xDC00 + ((c - 0x10000) & 0x3FF));
    }
  }
  return out;
}

// Every character of the text covers exactly its own bytes of the source, in order, and nothing of
// the source from the first one on is left out.
void ExpectExactOrigins(const DecodedText& decoded, std::string_view source) {
  Document document;
  document.origins = decoded.converted.origins;
  uint32_t end = document.SourceSpan({0, 1}).begin;
  const std::string_view text = decoded.converted.text;
  for (size_t at = 0; at < text.size();) {
    const auto begin = static_cast<uint32_t>(at);
    utf8::Decode(text, &at);
    const Span span = document.SourceSpan({begin, static_cast<uint32_t>(at)});
    ASSERT_EQ(span.begin, end) << begin;
    ASSERT_GT(span.end, span.begin);
    end = span.end;
  }
  EXPECT_EQ(end, source.size());
}

TEST(Encoding, ValidUtf8IsTakenAsItStands) {
  for (const std::string_view text : {kSentence, ""sv, "\xEF\xBB\xBFwith a mark"sv, "plain"sv}) {
    const auto decoded = DecodeText(text, "windows-1252");
    ASSERT_TRUE(decoded.ok());
    EXPECT_EQ(decoded->encoding, "UTF-8");
    EXPECT_TRUE(decoded->as_is);
    EXPECT_EQ(decoded->Text(text).data(), text.data());
    EXPECT_TRUE(decoded->warnings.empty());
  }
}

TEST(Encoding, Utf16IsReadWithAndWithoutMark) {
  for (const bool little : {true, false}) {
    for (const bool mark : {true, false}) {
      const std::string bytes = ToUtf16(kSentence, little, mark);
      const auto decoded = DecodeText(bytes, {});
      ASSERT_TRUE(decoded.ok());
      EXPECT_EQ(decoded->encoding, little ? "UTF-16LE" : "UTF-16BE");
      EXPECT_EQ(decoded->converted.text, kSentence);
      ExpectExactOrigins(*decoded, bytes);
    }
  }
}

TEST(Encoding, Utf16OfOddLengthOrWithALoneSurrogateIsReadWithAWarning) {
  const std::string bytes =
      ToUtf16("Maduro", true, true) + "\x00\xD8"s + ToUtf16("x", true, false) + "y";
  const auto decoded = DecodeText(bytes, {});
  ASSERT_TRUE(decoded.ok());
  EXPECT_EQ(decoded->converted.text, "Maduro\uFFFDx\uFFFD");
  EXPECT_EQ(decoded->warnings.size(), 1U);
  ExpectExactOrigins(*decoded, bytes);
}

TEST(Encoding, Utf32IsRead) {
  const auto decoded = DecodeText("\xFF\xFE\0\0M\0\0\0\xE9\0\0\0"sv, {});
  ASSERT_TRUE(decoded.ok());
  EXPECT_EQ(decoded->converted.text, "Mé");
  EXPECT_EQ(decoded->encoding, "UTF-32LE");
}

TEST(Encoding, AFewBrokenBytesDoNotMakeItAnotherEncoding) {
  const std::string bytes = std::string(kSentence) + " bro\xFFken " + std::string(kSentence);
  const auto decoded = DecodeText(bytes, {});
  ASSERT_TRUE(decoded.ok());
  EXPECT_EQ(decoded->encoding, "UTF-8");
  EXPECT_EQ(decoded->converted.text,
            std::string(kSentence) + " bro\uFFFDken " + std::string(kSentence));
  ASSERT_EQ(decoded->warnings.size(), 1U);
  EXPECT_NE(decoded->warnings[0].find("first at byte " + std::to_string(kSentence.size() + 4)),
            std::string::npos);
  ExpectExactOrigins(*decoded, bytes);
}

TEST(Encoding, TextThatIsCutWithinALetterStaysUtf8) {
  const auto decoded = DecodeText("The man was Chur\xC3"sv, {});
  ASSERT_TRUE(decoded.ok());
  EXPECT_EQ(decoded->encoding, "UTF-8");
  EXPECT_EQ(decoded->converted.text, "The man was Chur\uFFFD");
}

struct LegacyCase {
  std::string_view bytes, encoding, expected;
};

TEST(Encoding, LegacyEncodingsAreDetected) {
  const LegacyCase kCases[] = {
      {"Nicol\xE1s Maduro said \x93no\x94 to a \x80\x35 fine \x97 and left the Presidencia.",
       "windows-1252", "Nicolás Maduro said “no” to a €5 fine — and left the Presidencia."},
      {"The man\x92s bank was sanctioned on Monday.", "windows-1252",
       "The man’s bank was sanctioned on Monday."},
      {"\xCF\xF0\xE5\xE7\xE8\xE4\xE5\xED\xF2 \xC2\xE5\xED\xE5\xF1\xF3\xFD\xEB\xFB "
       "\xCD\xE8\xEA\xEE\xEB\xE0\xF1 \xCC\xE0\xE4\xF3\xF0\xEE \xE7\xE0\xFF\xE2\xE8\xEB \xEE "
       "\xF1\xE0\xED\xEA\xF6\xE8\xFF\xF5 \xD1\xD8\xC0.",
       "windows-1251", "Президент Венесуэлы Николас Мадуро заявил о санкциях США."},
      {"\xF0\xD2\xC5\xDA\xC9\xC4\xC5\xCE\xD4 \xF7\xC5\xCE\xC5\xD3\xD5\xDC\xCC\xD9 "
       "\xEE\xC9\xCB\xCF\xCC\xC1\xD3 \xED\xC1\xC4\xD5\xD2\xCF \xDA\xC1\xD1\xD7\xC9\xCC \xCF "
       "\xD3\xC1\xCE\xCB\xC3\xC9\xD1\xC8 \xF3\xFB\xE1.",
       "KOI8-R", "Президент Венесуэлы Николас Мадуро заявил о санкциях США."},
  };
  for (const LegacyCase& c : kCases) {
    const auto decoded = DecodeText(c.bytes, {});
    ASSERT_TRUE(decoded.ok());
    EXPECT_EQ(decoded->encoding, c.encoding);
    EXPECT_EQ(decoded->converted.text, c.expected);
    ASSERT_EQ(decoded->warnings.size(), 1U);
    ExpectExactOrigins(*decoded, c.bytes);
  }
}

TEST(Encoding, WhatIsDeclaredCountsWhereTheBytesAreNotUtf8) {
  const auto decoded = DecodeText("\x83}\x83h\x83\x45\x83\x8D says"sv, "Shift_JIS");
  ASSERT_TRUE(decoded.ok());
  EXPECT_EQ(decoded->encoding, "Shift_JIS");
  EXPECT_EQ(decoded->converted.text, "マドウロ says");
  EXPECT_TRUE(decoded->warnings.empty());
  ExpectExactOrigins(*decoded, "\x83}\x83h\x83\x45\x83\x8D says"sv);
  const auto latin = DecodeText("caf\xE9"sv, "ISO-8859-1");
  ASSERT_TRUE(latin.ok());
  EXPECT_EQ(latin->encoding, "windows-1252");
  const auto unknown = DecodeText("caf\xE9 noir"sv, "x-no-such-charset");
  ASSERT_TRUE(unknown.ok());
  EXPECT_EQ(unknown->converted.text, "café noir");
}

TEST(Encoding, BinaryFilesAreRefusedByName) {
  struct Case {
    std::string_view bytes, word;
  };
  const Case kCases[] = {
      {"%PDF-1.7\n%\xE2\xE3\xCF\xD3\n", "PDF"},
      {"PK\x03\x04\x14\0\x06\0"sv, "ZIP"},
      {"\x89PNG\r\n\x1A\n\0\0\0\rIHDR"sv, "PNG"},
      {"\x7F"
       "ELF\x02\x01\x01\0"sv,
       "ELF"},
      {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv, "OLE"},
      {"{\\rtf1\\ansi", "RTF"},
  };
  for (const Case& c : kCases) {
    const auto decoded = DecodeText(c.bytes, {});
    ASSERT_FALSE(decoded.ok()) << c.word;
    EXPECT_EQ(decoded.error().code, ErrorCode::kEncoding);
    EXPECT_NE(decoded.error().message.find(c.word), std::string::npos) << decoded.error().message;
    EXPECT_TRUE(decoded.error().where.has_byte);
  }
}

TEST(Encoding, RandomBytesAreRefusedWhereTheyBegin) {
  std::mt19937 random(3);
  std::string bytes(5000, ' ');
  for (char& c : bytes) c = static_cast<char>(random());
  const auto decoded = DecodeText("text " + bytes, {});
  ASSERT_FALSE(decoded.ok());
  EXPECT_EQ(decoded.error().code, ErrorCode::kEncoding);
  EXPECT_GE(decoded.error().where.byte, 5U);
  const std::string zeros(1000, '\0');
  EXPECT_FALSE(DecodeText(zeros, {}).ok());
  // Behind a long text too.
  const std::string late = std::string(1000000, 'a') + bytes + bytes + bytes;
  EXPECT_FALSE(DecodeText(late, {}).ok());
}

TEST(Encoding, OneStrayControlCharacterIsNoReasonToRefuse) {
  const auto decoded = DecodeText("Maduro\0 said"sv, {});
  ASSERT_TRUE(decoded.ok());
  EXPECT_EQ(decoded->warnings.size(), 1U);
  EXPECT_TRUE(DecodeText("\x1B[1mMaduro\x1B[0m said\f"sv, {}).ok());
}

// Whatever the bytes, the text is valid UTF-8 and its origins stay within the source.
TEST(Encoding, AnyBytesGiveValidUtf8OrAnError) {
  std::mt19937 random(5);
  for (int round = 0; round < 3000; ++round) {
    std::string bytes;
    const size_t size = random() % 60;
    const bool mark = random() % 4 == 0;
    if (mark) bytes = random() % 2 == 0 ? "\xFF\xFE" : "\xFE\xFF";
    for (size_t i = 0; i < size; ++i) {
      bytes +=
          random() % 3 != 0 ? static_cast<char>('a' + random() % 26) : static_cast<char>(random());
    }
    const char* kDeclared[] = {"", "utf-8", "windows-1251", "gb18030", "big5", "euc-kr"};
    const auto decoded = DecodeText(bytes, kDeclared[random() % 6]);
    if (!decoded.ok()) continue;
    const std::string_view text = decoded->Text(bytes);
    ASSERT_EQ(utf8::FirstInvalid(text), std::string_view::npos);
    uint32_t source = 0, at = 0;
    for (const Origin& origin : decoded->converted.origins) {
      ASSERT_EQ(origin.text.begin, at);
      ASSERT_GE(origin.source.begin, source);
      ASSERT_LE(origin.source.end, bytes.size());
      at = origin.text.end;
      source = origin.source.end;
    }
    if (!decoded->as_is) {
      ASSERT_EQ(at, text.size());
    }
  }
}

}  // namespace
}  // namespace interdict::documents
