#include "interdict/documents/intake/read_document.h"

#include <gtest/gtest.h>

#include <chrono>
#include <random>
#include <string>

#include "interdict/base/utf8.h"

namespace interdict::documents {
namespace {

Document Read(std::string_view bytes, std::string file = "a.txt") {
  auto document = ReadDocument(std::move(file), bytes, {});
  EXPECT_TRUE(document.ok()) << (document.ok() ? "" : document.error().Text());
  return document.ok() ? std::move(*document) : Document();
}

TEST(ReadDocument, PlainUtf8IsNotCopied) {
  const std::string_view text = "Title of a text\n\nThe man said that he was not there. He left.\n";
  const Document document = Read(text);
  EXPECT_EQ(document.text.data(), text.data());
  EXPECT_EQ(document.text.size(), text.size());
  EXPECT_TRUE(document.origins.empty());
  EXPECT_TRUE(document.converted.empty());
  EXPECT_EQ(document.encoding, "UTF-8");
  EXPECT_EQ(document.markup, Markup::kPlain);
  EXPECT_EQ(document.title, "Title of a text");
  EXPECT_EQ(document.body, (Span{0, 61}));
  EXPECT_EQ(document.SourceSpan({3, 9}), (Span{3, 9}));
}

TEST(ReadDocument, EmptyAndBlankFilesAreDocuments) {
  EXPECT_TRUE(Read("").blocks.empty());
  EXPECT_TRUE(Read(" \n \n").blocks.empty());
  EXPECT_TRUE(Read("\xEF\xBB\xBF").blocks.empty());
}

TEST(ReadDocument, ConvertedTextPointsAtTheBytesOfTheFile) {
  const std::string_view bytes = "Nicol\xE1s Maduro said \x93no\x94 on Friday.";
  const Document document = Read(bytes);
  EXPECT_EQ(document.encoding, "windows-1252");
  const size_t at = document.text.find("“no”");
  ASSERT_NE(at, std::string_view::npos);
  const Span span = document.SourceSpan({static_cast<uint32_t>(at), static_cast<uint32_t>(at + 8)});
  EXPECT_EQ(bytes.substr(span.begin, span.size()), "\x93no\x94");
  ASSERT_FALSE(document.warnings.empty());
}

TEST(ReadDocument, AMovedDocumentKeepsItsText) {
  Document moved = [] {
    Document document = Read("caf\xE9 au lait.");
    return document;
  }();
  EXPECT_EQ(moved.text, "café au lait.");
  EXPECT_EQ(moved.text.data(), moved.converted.data());
}

TEST(ReadDocument, BinaryFilesAreErrorsThatNameTheFile) {
  const auto document = ReadDocument("a.pdf", "%PDF-1.7 ...", {});
  ASSERT_FALSE(document.ok());
  EXPECT_EQ(document.error().code, ErrorCode::kEncoding);
  EXPECT_EQ(document.error().where.file, "a.pdf");
}

TEST(ReadDocument, EveryLetterOfThePlainTextIsInABlock) {
  std::mt19937 random(2);
  constexpr std::string_view kPieces[] = {"Maduro", " ",    "\n",     ".",   "\u00A0",
                                          "é",      "\r\n", "\t",     "The", "Must Read",
                                          "\n\n",   "2019", "\u200B", "—"};
  for (int round = 0; round < 2000; ++round) {
    std::string text;
    for (int i = 0; i < 40; ++i) text += kPieces[random() % std::size(kPieces)];
    const Document document = Read(text);
    uint32_t end = 0;
    for (const Block& block : document.blocks) {
      ASSERT_GE(block.span.begin, end);
      ASSERT_FALSE(block.span.empty());
      end = block.span.end;
    }
    ASSERT_LE(end, text.size());
    for (uint32_t i = 0; i < text.size(); ++i) {
      const auto byte = static_cast<unsigned char>(text[i]);
      if ((byte | 0x20) >= 'a' && (byte | 0x20) <= 'z') {
        ASSERT_NE(document.BlockAt(i), nullptr);
      }
    }
  }
}

TEST(ReadDocument, AFileBeyondTheLimitIsRefusedBeforeItIsRead) {
  const std::string_view bytes("x", kMaxDocumentBytes + 1);  // as long as it says: never touched
  const auto document = ReadDocument("a.txt", bytes, {});
  ASSERT_FALSE(document.ok());
  EXPECT_EQ(document.error().code, ErrorCode::kFileTooLarge);
}

TEST(ReadDocument, OneLineOfFiftyMegabytes) {
  std::string text;
  while (text.size() < 50000000) text += "The man said that he was not there and nobody else was. ";
  const Document document = Read(text);
  EXPECT_EQ(document.blocks.size(), 1U);
  EXPECT_EQ(document.body.begin, 0U);
}

}  // namespace
}  // namespace interdict::documents
