#include "interdict/lists/ofac/ofac_fields.h"

#include <gtest/gtest.h>

namespace interdict {
namespace {

Record RecordOf(Schema schema) {
  Record record;
  record.schema = schema;
  return record;
}

Identifier IdentifierOf(std::string_view label, std::string_view value, Schema schema,
                        std::string_view country = {}) {
  Record record = RecordOf(schema);
  EXPECT_TRUE(AddOfacField(label, value, {.country = country, .field = "idList/id"}, &record));
  EXPECT_EQ(record.identifiers.size(), 1U);
  return record.identifiers.empty() ? Identifier() : record.identifiers[0];
}

TEST(OfacFields, DocumentKeepsCountryDatesAndField) {
  Record record = RecordOf(Schema::kPerson);
  ASSERT_TRUE(AddOfacField("alt. Passport", "A1234567",
                           {.country = "Iran",
                            .issued = "01 Jan 2001",
                            .expires = "31 Dec 2010",
                            .remark = "stolen",
                            .field = "Remarks"},
                           &record));
  ASSERT_EQ(record.identifiers.size(), 1U);
  const Identifier& id = record.identifiers[0];
  EXPECT_EQ(id.scheme, IdScheme::kPassport);
  EXPECT_EQ(id.value, "A1234567");
  EXPECT_EQ(id.country, "ir");
  EXPECT_EQ(id.issued, "01 Jan 2001");
  EXPECT_EQ(id.expires, "31 Dec 2010");
  EXPECT_EQ(id.remark, "stolen");
  EXPECT_EQ(id.field, "Remarks/Passport");
}

TEST(OfacFields, UnknownIssuingCountryIsKeptInTheRemark) {
  const Identifier id = IdentifierOf("Passport", "X1", Schema::kPerson, "Atlantis");
  EXPECT_EQ(id.country, "");
  EXPECT_EQ(id.remark, "Atlantis");
}

TEST(OfacFields, ImoNumberBelongsToShipOrCompanyAfterTheParty) {
  EXPECT_EQ(
      IdentifierOf("Vessel Registration Identification", "IMO 9187629", Schema::kVessel).scheme,
      IdScheme::kImo);
  EXPECT_EQ(IdentifierOf("Vessel Registration Identification IMO", "5878589", Schema::kOrganization)
                .scheme,
            IdScheme::kImoCompany);
  EXPECT_EQ(IdentifierOf("Identification Number", "IMO 5342883", Schema::kOrganization).scheme,
            IdScheme::kImoCompany);
  EXPECT_EQ(IdentifierOf("Identification Number IMO", "9187629", Schema::kVessel).scheme,
            IdScheme::kImo);
  EXPECT_EQ(IdentifierOf("Company Number IMO", "5055293", Schema::kVessel).scheme,
            IdScheme::kImoCompany);
}

TEST(OfacFields, RegisterFollowsFromLabelAndCountry) {
  const Schema body = Schema::kOrganization;
  EXPECT_EQ(IdentifierOf("Tax ID No.", "G200001100", body, "Venezuela").scheme, IdScheme::kRif);
  EXPECT_EQ(IdentifierOf("Tax ID No.", "7707083893", body, "Russia").scheme, IdScheme::kInn);
  EXPECT_EQ(IdentifierOf("Tax ID No.", "7707083893", body, "Serbia").scheme, IdScheme::kTaxId);
  EXPECT_EQ(IdentifierOf("Registration Number", "1027700132195", body, "Russia").scheme,
            IdScheme::kOgrn);
  EXPECT_EQ(IdentifierOf("Registration Number", "1027700132196", body, "Russia").scheme,
            IdScheme::kRegistrationNumber);
  EXPECT_EQ(IdentifierOf("Legal Entity Number", "851683897", body).scheme,
            IdScheme::kRegistrationNumber);
  EXPECT_EQ(IdentifierOf("Legal Entity Number", "213800KUD8LAJWSQ9D15", body).scheme,
            IdScheme::kLei);
  EXPECT_EQ(IdentifierOf("Government Gazette Number", "09804148", body, "Russia").scheme,
            IdScheme::kOkpo);
  EXPECT_EQ(IdentifierOf("Government Gazette Number", "09804148", body, "Belarus").scheme,
            IdScheme::kRegistrationNumber);
}

TEST(OfacFields, LabelInsideTheValueBecomesTheIssuer) {
  const Identifier id =
      IdentifierOf("National ID No.", "CNIC: 35202-5400413-9", Schema::kPerson, "Pakistan");
  EXPECT_EQ(id.value, "35202-5400413-9");
  EXPECT_EQ(id.issuer, "CNIC");
  const Identifier rif =
      IdentifierOf("Tax ID No.", "RIF J-00095036-9", Schema::kOrganization, "Venezuela");
  EXPECT_EQ(rif.scheme, IdScheme::kRif);
  EXPECT_EQ(rif.value, "J-00095036-9");
}

TEST(OfacFields, CryptoAddressHasItsCurrencyAsIssuer) {
  const Identifier id = IdentifierOf("Digital Currency Address - XBT",
                                     "12QtD5BFwRsdNsAZY76UVE1xyCGNTojH9h", Schema::kPerson);
  EXPECT_EQ(id.scheme, IdScheme::kCrypto);
  EXPECT_EQ(id.issuer, "XBT");
  EXPECT_EQ(id.check, IdCheck::kValid);
  EXPECT_EQ(IdentifierOf("Digital Currency Address - NEWCOIN", "abc", Schema::kPerson).issuer,
            "NEWCOIN");
}

TEST(OfacFields, AircraftFacts) {
  Record record = RecordOf(Schema::kAirplane);
  const OfacFieldContext context{.field = "Remarks"};
  EXPECT_TRUE(AddOfacField("Aircraft Model", "A340-313X", context, &record));
  EXPECT_TRUE(AddOfacField("Aircraft Operator", "SAMPLE AIR", context, &record));
  EXPECT_TRUE(AddOfacField("Aircraft Manufacture Date", "Aug 1995", context, &record));
  EXPECT_TRUE(AddOfacField("Aircraft Mode S Transponder Code", "140AE7", context, &record));
  EXPECT_TRUE(AddOfacField("Previous Aircraft Tail Number", "EP-GOM", context, &record));
  EXPECT_TRUE(
      AddOfacField("Aircraft Manufacturer's Serial Number (MSN)", "1023409321", context, &record));
  ASSERT_EQ(record.attributes.size(), 2U);
  EXPECT_EQ(record.attributes[0].kind, AttributeKind::kAircraftModel);
  EXPECT_EQ(record.attributes[1].kind, AttributeKind::kAircraftOperator);
  ASSERT_EQ(record.dates.size(), 1U);
  EXPECT_EQ(record.dates[0].kind, DateKind::kBuild);
  ASSERT_EQ(record.identifiers.size(), 3U);
  EXPECT_EQ(record.identifiers[0].scheme, IdScheme::kIcao24);
  EXPECT_EQ(record.identifiers[1].scheme, IdScheme::kTailNumber);
  EXPECT_EQ(record.identifiers[1].field, "Remarks/Previous Aircraft Tail Number");
  EXPECT_EQ(record.identifiers[2].scheme, IdScheme::kMsn);
}

TEST(OfacFields, SanctionsInformationKeepsTheWordsThatCarryIt) {
  Record record = RecordOf(Schema::kOrganization);
  const OfacFieldContext context{.field = "idList/id"};
  EXPECT_TRUE(AddOfacField("Secondary sanctions risk:", "See Section 11", context, &record));
  EXPECT_TRUE(AddOfacField("Executive Order 13662 Directive Determination -",
                           "Subject to Directive 2", context, &record));
  ASSERT_EQ(record.attributes.size(), 2U);
  EXPECT_EQ(record.attributes[0].kind, AttributeKind::kSecondarySanctions);
  EXPECT_EQ(record.attributes[0].value, "See Section 11");
  EXPECT_EQ(record.attributes[1].kind, AttributeKind::kSectoralDirective);
  EXPECT_EQ(record.attributes[1].value,
            "Executive Order 13662 Directive Determination: Subject to Directive 2");
}

TEST(OfacFields, CountriesAndGender) {
  Record record = RecordOf(Schema::kPerson);
  const OfacFieldContext context{.field = "Remarks"};
  EXPECT_TRUE(AddOfacField("nationality", "Korea, North", context, &record));
  EXPECT_TRUE(AddOfacField("nationality", "possibly Palestinian", context, &record));
  EXPECT_TRUE(AddOfacField("Gender", "Female", context, &record));
  ASSERT_EQ(record.countries.size(), 2U);
  EXPECT_EQ(record.countries[0].code, "kp");
  EXPECT_EQ(record.countries[1].code, "ps");
  EXPECT_EQ(record.countries[1].text, "possibly Palestinian");
  EXPECT_EQ(record.attributes[0].value, "female");
}

TEST(OfacFields, BirthPlaceFindsACountryWithACommaInItsName) {
  Record record = RecordOf(Schema::kPerson);
  const OfacFieldContext context{.field = "Remarks"};
  EXPECT_TRUE(AddOfacField("POB", "Goma, Congo, Democratic Republic of the", context, &record));
  EXPECT_TRUE(AddOfacField("POB", "Las Cruces, New Mexico", context, &record));
  ASSERT_EQ(record.addresses.size(), 2U);
  EXPECT_EQ(record.addresses[0].country, "cd");
  EXPECT_EQ(record.addresses[0].country_text, "Congo, Democratic Republic of the");
  EXPECT_EQ(record.addresses[1].country, "");
  EXPECT_EQ(record.addresses[1].full, "Las Cruces, New Mexico");
}

TEST(OfacFields, NothingBesideAValueIsLost) {
  Record record = RecordOf(Schema::kPerson);
  EXPECT_TRUE(AddOfacField("Gender", "Male", {.remark = "presumed", .field = "feature"}, &record));
  ASSERT_EQ(record.uninterpreted.size(), 1U);
  EXPECT_EQ(record.uninterpreted[0].field, "feature/Gender/remark");
  EXPECT_EQ(record.uninterpreted[0].value, "presumed");
}

TEST(OfacFields, UnknownLabelOrEmptyValueChangesNothing) {
  Record record = RecordOf(Schema::kPerson);
  EXPECT_FALSE(AddOfacField("Shoe Size", "44", {.remark = "x", .field = "f"}, &record));
  EXPECT_FALSE(AddOfacField("Passport", " ", {.field = "f"}, &record));
  EXPECT_FALSE(AddOfacField("", "44", {.field = "f"}, &record));
  EXPECT_EQ(record, RecordOf(Schema::kPerson));
}

TEST(OfacFields, TypesOfParty) {
  EXPECT_EQ(OfacSchema("individual"), Schema::kPerson);
  EXPECT_EQ(OfacSchema("Vessel"), Schema::kVessel);
  EXPECT_EQ(OfacSchema("aircraft"), Schema::kAirplane);
  EXPECT_EQ(OfacSchema("-0- "), Schema::kOrganization);
  EXPECT_EQ(OfacSchema("Entity"), Schema::kOrganization);
  EXPECT_EQ(OfacSchema("wallet"), Schema::kLegalEntity);
}

TEST(OfacFields, ProgrammesAreSplitAtBrackets) {
  using Tags = std::vector<std::string_view>;
  EXPECT_EQ(SplitOfacPrograms("SDNTK] [VENEZUELA"), (Tags{"SDNTK", "VENEZUELA"}));
  EXPECT_EQ(SplitOfacPrograms("[SDGT] [IFSR]"), (Tags{"SDGT", "IFSR"}));
  EXPECT_EQ(SplitOfacPrograms("CUBA; SDGT"), (Tags{"CUBA", "SDGT"}));
  EXPECT_EQ(SplitOfacPrograms("CAATSA - RUSSIA"), (Tags{"CAATSA - RUSSIA"}));
  EXPECT_TRUE(SplitOfacPrograms("] [").empty());
}

TEST(OfacFields, NonSdnListsAreNotTheSdnList) {
  EXPECT_EQ(OfacNonSdnList("NS-PLC", true), "Non-SDN Palestinian Legislative Council List");
  EXPECT_EQ(OfacNonSdnList("UKRAINE-EO13662", false), "Sectoral Sanctions Identifications List");
  EXPECT_EQ(OfacNonSdnList("RUSSIA-EO14024", true), "Non-SDN Menu-Based Sanctions List");
  EXPECT_EQ(OfacNonSdnList("RUSSIA-EO14024", false), "Consolidated List");
}

TEST(OfacFields, NullIsNoText) {
  EXPECT_EQ(OfacText("-0- "), "");
  EXPECT_EQ(OfacText("-0-"), "");
  EXPECT_EQ(OfacText(" A "), "A");
  EXPECT_EQ(OfacText("-0-1"), "-0-1");
}

TEST(OfacFields, NameOfAnIndividualHasParts) {
  const auto parts = OfacNameParts("DOE ROE, John Paul");
  ASSERT_EQ(parts.size(), 2U);
  EXPECT_EQ(parts[0], (NamePart{NamePartKind::kFamily, "DOE ROE"}));
  EXPECT_EQ(parts[1], (NamePart{NamePartKind::kGiven, "John Paul"}));
  EXPECT_TRUE(OfacNameParts("Mononym").empty());
  EXPECT_TRUE(OfacNameParts("DOE, ").empty());
}

}  // namespace
}  // namespace interdict
