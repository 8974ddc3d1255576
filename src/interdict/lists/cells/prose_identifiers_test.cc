#include "interdict/lists/cells/prose_identifiers.h"

#include <gtest/gtest.h>

namespace interdict {
namespace {

// "inn 9900000017 ru; ..." of all identifiers found.
std::string Texts(const std::vector<Identifier>& ids) {
  std::string text;
  for (const Identifier& id : ids) {
    if (!text.empty()) text += "; ";
    text += std::string(IdSchemeName(id.scheme)) + " " + id.value;
    if (!id.country.empty()) text += " " + id.country;
    if (!id.issuer.empty()) text += " " + id.issuer;
  }
  return text;
}

std::string Cell(std::string_view text, bool russian = false) {
  return Texts(ReadIdentifierCell(text, IdScheme::kRegistrationNumber, {"f", russian}));
}

std::string Remark(std::string_view text) {
  return Texts(FindProseIdentifiers(text, {"f", false, false, true}));
}

TEST(ProseIdentifiers, ReadsLabelledNumbers) {
  EXPECT_EQ(Cell("(1) OGRN: 1990000000010 (2) KPP – 770701001"),
            "ogrn 1990000000010 ru; kpp 770701001 ru");
  EXPECT_EQ(Cell("ИНН 9900000017"), "inn 9900000017 ru");
  EXPECT_EQ(Cell("(УНН/ИНН): 190000000 (Belarus)"), "tax_id 190000000 by");
  EXPECT_EQ(Cell("BIN: 110000017087"), "registration_number 110000017087 kz");
  EXPECT_EQ(Cell("SWIFT: ARDNKPPY"), "bic ARDNKPPY");
}

TEST(ProseIdentifiers, TheCountryStandsBeforeTheLabelOrBehindTheNumber) {
  EXPECT_EQ(Cell("Russian TIN number - \n9900000017"), "inn 9900000017 ru");
  EXPECT_EQ(Cell("Tax ID No. 7735579027 (Estonia)"), "tax_id 7735579027 ee");
  EXPECT_EQ(Remark("A trader. Hong Kong company registration number 1177000."),
            "registration_number 1177000 hk");
}

TEST(ProseIdentifiers, TheLabelMayStandBehind) {
  EXPECT_EQ(Cell("9900000017 - Russia INN"), "inn 9900000017 ru");
  EXPECT_EQ(Cell("(1) 440000000105746 (Company registration number)"),
            "registration_number 440000000105746");
}

TEST(ProseIdentifiers, ANumberInFrontNeedsNoLabel) {
  EXPECT_EQ(Cell("122000 (Turkish Trade Registry)"), "registration_number 122000 tr");
  EXPECT_EQ(Cell("1990000000010 (Russia). Tax ID No. 9900000017 (Russia)"),
            "ogrn 1990000000010 ru; inn 9900000017 ru");
}

TEST(ProseIdentifiers, ACellWithoutLabelIsTheNumber) {
  EXPECT_EQ(Cell("M 354838 D 0001"), "registration_number M 354838 D 0001");
  EXPECT_EQ(Cell("BR No. 61470000"), "registration_number 61470000");
  EXPECT_EQ(Cell("19036 9982 (Belarus)"), "registration_number 19036 9982 by");
}

TEST(ProseIdentifiers, KeepsTheTextBesideTheNumber) {
  const auto ids =
      ReadIdentifierCell("TIN: 9900000017", IdScheme::kRegistrationNumber, {"f", false});
  ASSERT_EQ(ids.size(), 1U);
  EXPECT_EQ(ids[0].remark, "TIN: 9900000017");
  EXPECT_EQ(ids[0].field, "f");
}

TEST(ProseIdentifiers, CallsRussianNumbersByTheirNamesOnlyForRussians) {
  EXPECT_EQ(Cell("9900000017", true), "inn 9900000017 ru");
  EXPECT_EQ(Cell("9900000017", false), "registration_number 9900000017");
  EXPECT_EQ(Cell("9900000018", true), "registration_number 9900000018") << "fails the check";
  EXPECT_EQ(Cell("TIN: 9900000017 (Kyrgyzstan)", true), "tax_id 9900000017 kg");
}

TEST(ProseIdentifiers, FindsCryptoAddressesByTheirForm) {
  EXPECT_EQ(Remark("Wallets: (1) ETH: 0x00000000000000000000000000000000000000aa "
                   "(2) XBT 1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa."),
            "crypto 0x00000000000000000000000000000000000000aa ETH; "
            "crypto 1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa XBT");
  EXPECT_EQ(Remark("XBT 1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb"), "") << "fails its checksum";
}

TEST(ProseIdentifiers, InRemarksALabelMustBeginAClause) {
  EXPECT_EQ(Remark("IMO number: 9992999. Manager of a ship."), "imo_company 9992999");
  EXPECT_EQ(Remark("Born 1958 and diplomatic passport number 836000034, expired"),
            "passport 836000034");
  EXPECT_EQ(Remark("Owned by Arden Freight registration number 1177000"), "");
  EXPECT_EQ(Remark("Owned by Arden Freight (registration number 1177000)"), "");
}

TEST(ProseIdentifiers, TakesNoDatesReferencesOrBareDigits) {
  EXPECT_EQ(Remark("Registration date: 03/09/2002. OFSI ID: 13635. Resolution 1822 (2008)"), "");
  EXPECT_EQ(Remark("https://example.org/registration number/1543488"), "");
}

TEST(ProseIdentifiers, ImoNumbersOfShipsAndCompaniesAreTwoNumberSpaces) {
  EXPECT_EQ(ImoSchemeOf("9992995", false), IdScheme::kImo) << "only a ship's formula fits";
  EXPECT_EQ(ImoSchemeOf("9992999", false), IdScheme::kImoCompany);
  EXPECT_EQ(ImoSchemeOf("9992971", false), IdScheme::kImoCompany) << "both fit";
  EXPECT_EQ(ImoSchemeOf("9992971", true), IdScheme::kImo);
}

TEST(ProseIdentifiers, OrdinaryWordsAreNoCountryCodes) {
  EXPECT_EQ(CountryInProse("and"), "");
  EXPECT_EQ(CountryInProse("Russian"), "ru");
}

}  // namespace
}  // namespace interdict
