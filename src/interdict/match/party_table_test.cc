#include "interdict/match/party_table.h"

#include <gtest/gtest.h>

#include <set>

#include "interdict/entity/testing/record_builder.h"

namespace interdict {
namespace {

using testing::RecordBuilder;

const text::Folder& SharedFolder() {
  static const auto* const kFolder = new Result<text::Folder>(text::Folder::Create());
  return **kFolder;
}

TEST(PartyTable, NamesOfAPartyAreThoseOfAllItsRecords) {
  const std::vector<Record> records = {
      RecordBuilder("us_ofac_sdn", "1")
          .Named("Ana ROE")
          .Named("---")
          .Named("A. R.", NameKind::kWeak),
      RecordBuilder("us_ofac_sdn", "2").Named("Other"),
      RecordBuilder("eu_fsf", "3").Named("Anna Roe").Naming("us_ofac_sdn", "1")};
  const auto parties = ResolveParties(records, {}, SharedFolder());
  const PartyTable table(records, parties, SharedFolder());
  ASSERT_EQ(table.parties().size(), 2U);
  const auto names = table.NamesOf(0);
  ASSERT_EQ(names.size(), 3U) << "a name without letters is no name";
  EXPECT_EQ(names[0].compact, "anaroe");
  EXPECT_EQ(names[1].name->kind, NameKind::kWeak);
  EXPECT_EQ(names[2].record->Key(), "eu_fsf:3");
  EXPECT_EQ(names[2].party, 0U);
  ASSERT_EQ(table.NamesOf(1).size(), 1U);
  EXPECT_EQ(table.NamesOf(1)[0].compact, "other");
}

TEST(PartyTable, AnIdentifierIsFoundHoweverItIsWritten) {
  const std::vector<Record> records = {
      RecordBuilder("a", "1", Schema::kVessel).Named("A").Holding(IdScheme::kImo, "IMO 9187629"),
      RecordBuilder("a", "2", Schema::kVessel).Named("B").Holding(IdScheme::kImo, "9187629")};
  const auto parties = ResolveParties(records, {}, SharedFolder());
  const PartyTable table(records, parties, SharedFolder());
  EXPECT_EQ(table.FindIdentifier(IdScheme::kImo, "9187629").size(), 2U);
  EXPECT_TRUE(table.FindIdentifier(IdScheme::kImoCompany, "9187629").empty());
  EXPECT_TRUE(table.FindIdentifier(IdScheme::kImo, "").empty());
}

TEST(PartyTable, ANumberUnderAWideSchemeIsAlsoFoundUnderTheNarrowOnes) {
  const std::vector<Record> records = {
      RecordBuilder("a", "1").Named("A").Holding(IdScheme::kNationalId, "V-5.892.464")};
  const auto parties = ResolveParties(records, {}, SharedFolder());
  const PartyTable table(records, parties, SharedFolder());
  EXPECT_EQ(table.FindIdentifier(IdScheme::kNationalId, "V5892464").size(), 1U);
  EXPECT_EQ(table.FindIdentifier(IdScheme::kCedula, "5892464").size(), 1U);
}

TEST(PartyTable, AnEmptyTableHasNoNames) {
  const PartyTable table({}, {}, SharedFolder());
  EXPECT_TRUE(table.names().empty());
  EXPECT_EQ(table.vocabulary().size(), 0U);
}

TEST(Vocabulary, EachTokenHasOneNumber) {
  Vocabulary vocabulary;
  EXPECT_EQ(vocabulary.Add("ana"), 0U);
  EXPECT_EQ(vocabulary.Add("roe"), 1U);
  EXPECT_EQ(vocabulary.Add("ana"), 0U);
  EXPECT_EQ(vocabulary.text(1), "roe");
  EXPECT_EQ(vocabulary.letters(0), LetterMask("na"));
}

TEST(Vocabulary, WeightsLieAboveZeroAndAtMostAtOne) {
  for (const char* token : {"sa", "ltd", "de", "al", "x", "12", "maduro", "\xD0\xB0"}) {
    EXPECT_GT(TokenWeight(token), 0) << token;
    EXPECT_LE(TokenWeight(token), 1) << token;
  }
  EXPECT_LT(TokenWeight("ltd"), TokenWeight("de"));
  EXPECT_LT(TokenWeight("de"), TokenWeight("xy"));
  EXPECT_LT(TokenWeight("xy"), TokenWeight("maduro"));
}

TEST(Vocabulary, LettersHaveABitEach) {
  std::set<uint64_t> bits;
  for (char c = 'a'; c <= 'z'; ++c) bits.insert(LetterMask(std::string(1, c)));
  for (char c = '0'; c <= '9'; ++c) bits.insert(LetterMask(std::string(1, c)));
  EXPECT_EQ(bits.size(), 36U);
  EXPECT_EQ(LetterMask(""), 0U);
  EXPECT_NE(LetterMask("\xFF"), 0U);
}

}  // namespace
}  // namespace interdict
