#include "interdict/documents/scan_document.h"

#include <gtest/gtest.h>

#include <string>

#include "interdict/documents/scan_json.h"
#include "interdict/documents/testing/small_list.h"

namespace interdict::documents {
namespace {

using testing::ScannedText;
using testing::SmallList;

std::string Json(const Scan& scan) {
  JsonWriter json;
  WriteScanJson(scan, &json);
  return json.Take();
}

constexpr std::string_view kArticle =
    "Treasury acts against Caracas\n\n"
    "The United States imposed sanctions on Nicolas Maduro Moros and on Petroleos de Venezuela, "
    "S.A. on Monday, John Bolton said. Maduro rejected the measures.\n";

TEST(ScanDocument, AHitHasItsMentionsAndMeasures) {
  const ScannedText text{std::string(kArticle)};
  const Scan& scan = *text;
  ASSERT_FALSE(scan.hits.empty());
  bool found = false;
  for (size_t i = 0; i < scan.hits.size(); ++i) {
    const DocumentHit& hit = scan.hits[i];
    if (i > 0) {
      EXPECT_GE(scan.hits[i - 1].score, hit.score);
    }
    for (uint32_t mention : hit.mentions) EXPECT_EQ(scan.mentions.at(mention).party, hit.party);
    if (scan.parties[hit.party].entity != "list:1") continue;
    found = true;
    EXPECT_EQ(hit.mentions.size(), 2U);
    EXPECT_FALSE(hit.measures.empty());
    EXPECT_EQ(scan.parties[hit.party].programs, std::vector<std::string>{"VENEZUELA"});
    EXPECT_EQ(scan.parties[hit.party].records, std::vector<std::string>{"list:1"});
  }
  EXPECT_TRUE(found);
}

TEST(ScanDocument, APartyIsOneHoweverOftenItIsNamed) {
  const ScannedText text{std::string(kArticle)};
  size_t parties = 0;
  for (const Party& party : text->parties) parties += party.entity == "list:1";
  EXPECT_EQ(parties, 1U);
}

TEST(ScanDocument, TheSameTextGivesTheSameBytesWhateverWasScannedBefore) {
  auto scanner = Scanner::Create(SmallList::Shared().knowledge());
  ASSERT_TRUE(scanner.ok());
  const auto scan = [&](std::string_view text) {
    auto scanned = scanner->ScanDocument("a.txt", text, {});
    EXPECT_TRUE(scanned.ok());
    return Json(*scanned);
  };
  const std::string first = scan(kArticle);
  scan("Juan Carlos Perez Gomez of Cuba met Garcia. Vladimiro Garcia of Venezuela was fined.");
  scan("");
  EXPECT_EQ(scan(kArticle), first);
  auto other = Scanner::Create(SmallList::Shared().knowledge());
  EXPECT_EQ(Json(*other->ScanDocument("a.txt", kArticle, {})), first);
}

TEST(ScanDocument, EmptyTextsAreDocumentsWithoutAnything) {
  for (std::string_view text : {"", " \n \n", "\xEF\xBB\xBF", "."}) {
    const ScannedText scanned{std::string(text)};
    EXPECT_TRUE(scanned->mentions.empty());
    EXPECT_TRUE(scanned->measures.empty());
    EXPECT_TRUE(scanned->hits.empty());
    EXPECT_NE(Json(*scanned).find("\"mentions\":[]"), std::string::npos);
  }
}

TEST(ScanDocument, BinaryDataAreAnErrorThatNamesTheFile) {
  auto scanner = Scanner::Create(SmallList::Shared().knowledge());
  std::string junk(4000, '\0');
  for (size_t i = 0; i < junk.size(); ++i) junk[i] = static_cast<char>(i * 7919 >> 3);
  auto scan = scanner->ScanDocument("junk.bin", junk, {});
  ASSERT_FALSE(scan.ok());
  EXPECT_EQ(scan.error().where.file, "junk.bin");
}

TEST(ScanDocument, OffsetsAreThoseOfTheFileWhereTheTextWasConverted) {
  // windows-1252: one byte for each of the letters and quotation marks that UTF-8 has two or three.
  const std::string_view bytes =
      "El presidente Nicol\xE1s Maduro Moros \x93habl\xF3\x94 en Caracas, Venezuela, el lunes.";
  auto scanner = Scanner::Create(SmallList::Shared().knowledge());
  auto scan = scanner->ScanDocument("a.txt", bytes, {});
  ASSERT_TRUE(scan.ok());
  bool found = false;
  for (const Mention& mention : scan->mentions) {
    if (scan->parties[mention.party].entity != "list:1") continue;
    const Span span = scan->document.SourceSpan(mention.span);
    EXPECT_EQ(bytes.substr(span.begin, span.size()), "Nicol\xE1s Maduro Moros");
    found = true;
  }
  EXPECT_TRUE(found);
}

TEST(ScanDocument, TheTablesAloneFindStates) {
  auto knowledge = DocumentKnowledge::Create(nullptr);
  ASSERT_TRUE(knowledge.ok());
  auto scanner = Scanner::Create(**knowledge);
  auto scan = scanner->ScanDocument("a.txt", kArticle, {});
  ASSERT_TRUE(scan.ok());
  EXPECT_FALSE(scan->mentions.empty());
  for (const Party& party : scan->parties) EXPECT_EQ(party.entity, "");
}

}  // namespace
}  // namespace interdict::documents
