#include "interdict/entity/identifier.h"

#include <gtest/gtest.h>

namespace interdict {
namespace {

TEST(Identifier, ChecksDigitsOfEachScheme) {
  struct Case {
    IdScheme scheme;
    const char* value;
    IdCheck expected;
  };
  const Case kCases[] = {
      {IdScheme::kImo, "IMO 9319466", IdCheck::kValid},
      {IdScheme::kImo, "8814275", IdCheck::kValid},
      {IdScheme::kImo, "8814274", IdCheck::kInvalid},
      {IdScheme::kImo, "IMO 15411", IdCheck::kInvalid},
      {IdScheme::kImoCompany, "5055293", IdCheck::kValid},
      {IdScheme::kImoCompany, "5110478", IdCheck::kValid},
      {IdScheme::kImo, "5110478", IdCheck::kInvalid},
      {IdScheme::kImo, "5928635", IdCheck::kValid},
      {IdScheme::kImoCompany, "5928635", IdCheck::kValid},
      {IdScheme::kRif, "J-00095036-9", IdCheck::kValid},
      {IdScheme::kRif, "G200001100", IdCheck::kValid},
      {IdScheme::kRif, "G200001101", IdCheck::kInvalid},
      {IdScheme::kLei, "213800KUD8LAJWSQ9D15", IdCheck::kValid},
      {IdScheme::kLei, "2180068XRFK54K3Z159", IdCheck::kInvalid},
      {IdScheme::kIban, "GB82 WEST 1234 5698 7654 32", IdCheck::kValid},
      {IdScheme::kIban, "GB82 WEST 1234 5698 7654 33", IdCheck::kInvalid},
      {IdScheme::kBic, "BCVEVECA", IdCheck::kValid},
      {IdScheme::kBic, "BCVEVECAXXX", IdCheck::kValid},
      {IdScheme::kBic, "BCVEVEC", IdCheck::kInvalid},
      {IdScheme::kMmsi, "572469210", IdCheck::kValid},
      {IdScheme::kIcao24, "140AE7", IdCheck::kValid},
      {IdScheme::kIcao24, "140AEG", IdCheck::kInvalid},
      {IdScheme::kIsin, "US0378331005", IdCheck::kValid},
      {IdScheme::kInn, "7707083893", IdCheck::kValid},
      {IdScheme::kInn, "183116181362", IdCheck::kValid},
      {IdScheme::kInn, "7707083894", IdCheck::kInvalid},
      {IdScheme::kOgrn, "1027700132195", IdCheck::kValid},
      {IdScheme::kCrypto, "12QtD5BFwRsdNsAZY76UVE1xyCGNTojH9h", IdCheck::kValid},
      {IdScheme::kCrypto, "12QtD5BFwRsdNsAZY76UVE1xyCGNTojH9i", IdCheck::kInvalid},
      {IdScheme::kCrypto, "BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4", IdCheck::kValid},
      {IdScheme::kCrypto, "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5", IdCheck::kInvalid},
      {IdScheme::kPassport, "B0500324", IdCheck::kNone},
  };
  for (const Case& c : kCases) EXPECT_EQ(CheckId(c.scheme, c.value), c.expected) << c.value;
}

TEST(Identifier, KeysIgnoreHowANumberIsWritten) {
  EXPECT_EQ(IdKey(IdScheme::kImo, "IMO 9289166"), "9289166");
  EXPECT_EQ(IdKey(IdScheme::kImo, "543400"), "0543400");
  EXPECT_EQ(IdKey(IdScheme::kTailNumber, "yv-2040"), IdKey(IdScheme::kTailNumber, "YV2040"));
  EXPECT_EQ(IdKey(IdScheme::kCedula, "V-5.892.464"), "5892464");
  EXPECT_EQ(IdKey(IdScheme::kBic, "bcve veca xxx"), "BCVEVECA");
  EXPECT_EQ(IdKey(IdScheme::kCrypto, "0xABCDEF"), "0xabcdef");
  EXPECT_NE(IdKey(IdScheme::kCrypto, "12QtD5"), IdKey(IdScheme::kCrypto, "12qtd5"));
  EXPECT_EQ(IdKey(IdScheme::kPassport, " - "), "");
}

TEST(Identifier, ShipAndCompanyNumbersNeverMeet) {
  const Identifier ship = MakeIdentifier(IdScheme::kImo, "5928635", "");
  const Identifier company = MakeIdentifier(IdScheme::kImoCompany, "5928635", "");
  EXPECT_FALSE(SameIdentifier(ship, company));
  EXPECT_TRUE(SameIdentifier(ship, ship));
}

TEST(Identifier, PassportsOfTwoCountriesAreDifferent) {
  Identifier a = MakeIdentifier(IdScheme::kPassport, "B0500324", "");
  Identifier b = a;
  EXPECT_TRUE(SameIdentifier(a, b));
  a.country = "ve";
  EXPECT_TRUE(SameIdentifier(a, b)) << "an unknown country contradicts nothing";
  b.country = "co";
  EXPECT_FALSE(SameIdentifier(a, b));
}

TEST(Identifier, AWideSchemeMeetsThoseThatItTakesIn) {
  struct Case {
    IdScheme wide;
    const char* asked;
    IdScheme narrow;
    const char* listed;
    bool same;
  };
  const Case kCases[] = {
      {IdScheme::kNationalId, "V-5892464", IdScheme::kCedula, "5.892.464", true},
      {IdScheme::kNationalId, "5892464", IdScheme::kCedula, "V5892464", true},
      {IdScheme::kNationalId, "X5892464", IdScheme::kCedula, "5892464", false},
      {IdScheme::kTaxId, "J-00095036-9", IdScheme::kRif, "J000950369", true},
      {IdScheme::kTaxId, "7707083893", IdScheme::kInn, "INN 7707083893", true},
      {IdScheme::kTaxId, "AB7707083893", IdScheme::kInn, "7707083893", false},
      {IdScheme::kTaxId, "900.123.456-7", IdScheme::kNit, "9001234567", true},
      {IdScheme::kTaxId, "20123456789", IdScheme::kRuc, "20123456789", true},
      {IdScheme::kRegistrationNumber, "1027700132195", IdScheme::kOgrn, "1027700132195", true},
      {IdScheme::kRegistrationNumber, "00032537", IdScheme::kOkpo, "32537", true},
      {IdScheme::kNationalId, "E-84.123.456", IdScheme::kCedula, "84123456", true},
      {IdScheme::kPassport, "5892464", IdScheme::kCedula, "5892464", false},
      {IdScheme::kTaxId, "1027700132195", IdScheme::kOgrn, "1027700132195", false},
      {IdScheme::kTaxId, "5892464", IdScheme::kCedula, "5892464", false},
      {IdScheme::kNationalId, "", IdScheme::kCedula, "", false},
  };
  for (const Case& c : kCases) {
    const Identifier asked = MakeIdentifier(c.wide, c.asked, "");
    const Identifier listed = MakeIdentifier(c.narrow, c.listed, "");
    EXPECT_EQ(SameIdentifier(asked, listed), c.same) << c.asked;
    EXPECT_EQ(SameIdentifier(listed, asked), c.same) << c.asked;
  }
  Identifier tax = MakeIdentifier(IdScheme::kTaxId, "J-00095036-9", "");
  Identifier rif = MakeIdentifier(IdScheme::kRif, "J-00095036-9", "");
  tax.country = "co";
  rif.country = "ve";
  EXPECT_FALSE(SameIdentifier(tax, rif)) << "a tax number of another country";
  EXPECT_FALSE(SameIdentifier(MakeIdentifier(IdScheme::kInn, "7707083893", ""),
                              MakeIdentifier(IdScheme::kNit, "7707083893", "")))
      << "two narrow schemes never meet";
}

TEST(Identifier, ANumberOfZeroesIsNoNumber) {
  EXPECT_EQ(IdKey(IdScheme::kImo, "0"), "");
  EXPECT_EQ(CheckId(IdScheme::kImo, "0000000"), IdCheck::kInvalid);
  EXPECT_EQ(IdKey(IdScheme::kMmsi, "000"), "");
}

TEST(Identifier, NamesOfSchemesRoundTrip) {
  for (int i = 0; i < kIdSchemeCount; ++i) {
    const auto scheme = static_cast<IdScheme>(i);
    EXPECT_EQ(IdSchemeFromName(IdSchemeName(scheme)), scheme);
  }
  EXPECT_FALSE(IdSchemeFromName("nonsense"));
}

}  // namespace
}  // namespace interdict
