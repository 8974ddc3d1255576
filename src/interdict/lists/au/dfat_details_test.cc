#include "interdict/lists/au/dfat_details.h"

#include <gtest/gtest.h>

namespace interdict {
namespace {

Record Read(std::string_view text, Schema schema = Schema::kOrganization, bool russian = false) {
  Record record;
  record.schema = schema;
  ReadDfatDetails(text, "Additional Information", russian, &record);
  return record;
}

// "passport ly B/001897 | ..." of what was found.
std::string Ids(std::string_view text, Schema schema = Schema::kOrganization) {
  std::string out;
  for (const Identifier& id : Read(text, schema).identifiers) {
    if (!out.empty()) out += " | ";
    out += std::string(IdSchemeName(id.scheme)) + (id.country.empty() ? "" : " " + id.country) +
           " " + id.value;
  }
  return out;
}

TEST(DfatDetails, ReadsImoNumbersOfCompaniesAndShips) {
  EXPECT_EQ(Ids("Owner of a tanker. IMO number: 5787684."), "imo_company 5787684");
  EXPECT_EQ(Ids("International Maritime Organization (IMO) Number: 1790183."),
            "imo_company 1790183");
  EXPECT_EQ(Ids("International Maritime Organization (IMO) Ship No.5344160"),
            "imo_company 5344160");
  EXPECT_EQ(Ids("IMO 9319466", Schema::kVessel), "imo 9319466");
}

TEST(DfatDetails, ReadsPassportsWithCountryAndDates) {
  const Record record = Read(
      "Passport no.: a) Tunisian passport number M408665, issued on 4 Oct. 2000, expired 3 Oct. "
      "2005 b) Saudi Arabian passport number E126785");
  ASSERT_EQ(record.identifiers.size(), 2U);
  EXPECT_EQ(record.identifiers[0].value, "M408665");
  EXPECT_EQ(record.identifiers[0].country, "tn");
  EXPECT_EQ(record.identifiers[0].issued, "4 Oct. 2000");
  EXPECT_EQ(record.identifiers[0].expires, "3 Oct. 2005");
  EXPECT_EQ(record.identifiers[1].country, "sa");
}

TEST(DfatDetails, ReadsEnumerationsSequencesAndPrefixes) {
  EXPECT_EQ(Ids("Passport no.:  a) 199421147 (Expired 29 Dec. 2014)  b) 381110042"),
            "passport 199421147 | passport 381110042");
  EXPECT_EQ(Ids("Passport no.: 199110092; 472220503; 654220197."),
            "passport 199110092 | passport 472220503 | passport 654220197");
  EXPECT_EQ(Ids("Passport no: PS 472330208 (Expires 4 Jul. 2017)."), "passport PS 472330208");
  EXPECT_EQ(Ids("Passport no: a) Libya number AA862825, issued in Tripoli"),
            "passport ly AA862825");
  EXPECT_EQ(Ids("Libyan Passport No. 96/184442."), "passport ly 96/184442");
}

TEST(DfatDetails, ReadsRegistrationAndTaxNumbers) {
  EXPECT_EQ(Ids("Registration ID: 1027800000084 (Russia)\nTax ID No.: 7831000122 (Russia)"),
            "ogrn ru 1027800000084 | inn ru 7831000122");
  EXPECT_EQ(Ids("Registration ID (OGRN no.): 1 121 402 000 213"), "ogrn ru 1 121 402 000 213");
  EXPECT_EQ(Ids("Italian Fiscal Code: LBR HBB 61S17 Z352F. In detention."),
            "tax_id it LBR HBB 61S17 Z352F");
  EXPECT_EQ(Ids("Spanish Identity Card No: 72.467.565.  Associated."), "national_id es 72.467.565");
  EXPECT_EQ(Ids("SWIFT/BIC: ROSYRU2PXXX"), "bic ROSYRU2PXXX");
}

TEST(DfatDetails, CallsNumbersOfRussianPartiesByTheirRightName) {
  const std::string_view text = "Company identification number: 1027100517256";
  EXPECT_EQ(Read(text).identifiers[0].scheme, IdScheme::kRegistrationNumber);
  EXPECT_EQ(Read(text, Schema::kOrganization, true).identifiers[0].scheme, IdScheme::kOgrn);
}

TEST(DfatDetails, FindsNothingWhereNoValueStands) {
  EXPECT_EQ(Ids("Passport no.: na National identification no.: na Address: na"), "");
  EXPECT_EQ(Ids("Passport issued under the name of another person in 2004"), "");
  EXPECT_EQ(Ids("Review pursuant to resolution 1822 (2008). Compassport 123456."), "");
}

TEST(DfatDetails, ReadsContactsAndGenderOnce) {
  const Record record = Read(
      "Gender: male. Website: www.example.org ; www.example.org Email: a@example.org\n"
      "(mailto:a@example.org) see https://example.com/x.");
  ASSERT_EQ(record.attributes.size(), 4U);
  EXPECT_EQ(record.attributes[0].value, "www.example.org");
  EXPECT_EQ(record.attributes[1].value, "a@example.org");
  EXPECT_EQ(record.attributes[2].value, "https://example.com/x");
  EXPECT_EQ(record.attributes[3].value, "male");
}

}  // namespace
}  // namespace interdict
