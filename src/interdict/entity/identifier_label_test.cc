#include "interdict/entity/identifier_label.h"

#include <gtest/gtest.h>

#include <fstream>
#include <set>
#include <sstream>
#include <vector>

namespace interdict {
namespace {

std::optional<IdScheme> SchemeOf(std::string_view label) {
  const auto found = FindIdLabel(label);
  if (!found) return std::nullopt;
  return found->scheme;
}

TEST(IdentifierLabel, CaseAccentsPunctuationAndNumberSignsDoNotMatter) {
  EXPECT_EQ(SchemeOf("Cedula No."), IdScheme::kCedula);
  EXPECT_EQ(SchemeOf("CÉDULA"), IdScheme::kCedula);
  EXPECT_EQ(SchemeOf("cedula number"), IdScheme::kCedula);
  EXPECT_EQ(SchemeOf("SWIFT/BIC"), IdScheme::kBic);
  EXPECT_EQ(SchemeOf("RIF #"), IdScheme::kRif);
  EXPECT_EQ(SchemeOf("Numero de pasaporte"), IdScheme::kPassport);
}

TEST(IdentifierLabel, ContactDataAndUnknownLabelsAreNoIdentifiers) {
  for (const char* label : {"Phone No.", "EMAIL", "Fax", "TELEX", "Shoe size", ""}) {
    EXPECT_FALSE(FindIdLabel(label)) << label;
  }
}

TEST(IdentifierLabel, ALabelThatImpliesACountryGivesIt) {
  const Identifier rif = IdentifierFromLabel("RIF #", "J-00095036-9", "Remarks/RIF #");
  EXPECT_EQ(rif.scheme, IdScheme::kRif);
  EXPECT_EQ(rif.country, "ve");
  EXPECT_EQ(rif.check, IdCheck::kValid);
  EXPECT_EQ(rif.field, "Remarks/RIF #");
  EXPECT_EQ(rif.issuer, "");
}

TEST(IdentifierLabel, AnUnknownLabelIsKeptAsTheIssuerOfAnOtherId) {
  const Identifier id = IdentifierFromLabel(" Shoe size ", "44", "f");
  EXPECT_EQ(id.scheme, IdScheme::kOtherId);
  EXPECT_EQ(id.issuer, "Shoe size");
  EXPECT_EQ(id.value, "44");
}

TEST(IdentifierLabel, TheIssuerOfACryptoAddressIsTheCurrencyTagAlone) {
  for (const auto& [label, tag] : {std::pair{"Digital Currency Address - XBT", "XBT"},
                                   {"Digital Currency Address - BTC", "BTC"},
                                   {"Digital Currency Address - USDT", "USDT"},
                                   {"Digital Currency Address - BCH", "BCH"},
                                   {"digital currency address - eth", "ETH"}}) {
    EXPECT_EQ(IdentifierFromLabel(label, "x", "").issuer, tag) << label;
  }
}

// Notes of the table are for readers of the table; none may get into a record.
TEST(IdentifierLabel, TheTagOfEveryCryptoLabelOfTheTableIsTheEndOfTheLabel) {
  std::ifstream table(INTERDICT_SOURCE_DIR "/data/identifier_labels.tsv");
  int rows = 0;
  for (std::string line; std::getline(table, line);) {
    const std::string label = line.substr(0, line.find('\t'));
    if (SchemeOf(label) != IdScheme::kCrypto) continue;
    ++rows;
    const std::string tag = IdentifierFromLabel(label, "x", "").issuer;
    EXPECT_EQ(label, "Digital Currency Address - " + tag);
    EXPECT_EQ(tag.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"), std::string::npos);
  }
  EXPECT_GE(rows, 20);
}

// No row of the table is lost: each is found again, under its own scheme, or is contact data.
TEST(IdentifierLabel, EveryRowOfTheTableIsFoundOrIsContactData) {
  std::ifstream table(INTERDICT_SOURCE_DIR "/data/identifier_labels.tsv");
  ASSERT_TRUE(table);
  const std::set<std::string> kContacts = {"phone", "email", "website"};
  int rows = 0;
  for (std::string line; std::getline(table, line);) {
    if (line.empty() || line.front() == '#') continue;
    ++rows;
    std::istringstream row(line);
    std::string label, scheme;
    std::getline(row, label, '\t');
    std::getline(row, scheme, '\t');
    if (kContacts.contains(scheme)) {
      EXPECT_FALSE(FindIdLabel(label)) << label;
    } else {
      ASSERT_TRUE(IdSchemeFromName(scheme)) << scheme;
      EXPECT_EQ(SchemeOf(label), IdSchemeFromName(scheme)) << label;
    }
  }
  EXPECT_GT(rows, 200);
}

}  // namespace
}  // namespace interdict
