#include "interdict/lists/ofac/ofac_xml_terms.h"

#include <gtest/gtest.h>

namespace interdict {
namespace {

TEST(OfacXmlTerms, LowQualityDecidesOverTheTypeOfAlias) {
  EXPECT_EQ(OfacAliasKind("A.K.A.", false), NameKind::kStrong);
  EXPECT_EQ(OfacAliasKind("n.k.a.", false), NameKind::kStrong);
  EXPECT_EQ(OfacAliasKind("F.K.A.", false), NameKind::kFormer);
  EXPECT_EQ(OfacAliasKind("f.k.a.", true), NameKind::kWeak);
}

TEST(OfacXmlTerms, RemembersTheTypeThatTheKindDoesNotTell) {
  EXPECT_EQ(OfacAliasRemark("A.K.A.", true), "");
  EXPECT_EQ(OfacAliasRemark("F.K.A.", false), "");
  EXPECT_EQ(OfacAliasRemark("F.K.A.", true), "f.k.a.");
  EXPECT_EQ(OfacAliasRemark("N.K.A.", false), "n.k.a.");
}

TEST(OfacXmlTerms, AnAircraftsNameIsItsRegistration) {
  Record aircraft;
  aircraft.schema = Schema::kAirplane;
  aircraft.names.push_back({.text = "YV-0999", .field = "lastName"});
  AddAircraftName(&aircraft);
  AddAircraftName(&aircraft);
  ASSERT_EQ(aircraft.identifiers.size(), 1U);
  EXPECT_EQ(aircraft.identifiers[0].scheme, IdScheme::kTailNumber);
  EXPECT_EQ(aircraft.identifiers[0].field, "lastName");
  aircraft.names[0].text = "MSN 550";
  AddAircraftName(&aircraft);
  EXPECT_EQ(aircraft.identifiers.at(1).scheme, IdScheme::kMsn);
  EXPECT_EQ(aircraft.identifiers.at(1).value, "550");
  Record ship;
  ship.schema = Schema::kVessel;
  ship.names.push_back({.text = "MAR DE PRUEBA"});
  AddAircraftName(&ship);
  EXPECT_TRUE(ship.identifiers.empty());
}

TEST(OfacXmlTerms, KeepsTheWordOfAnUnknownScript) {
  EXPECT_EQ(OfacScript("Chinese Traditional"), "Hant");
  EXPECT_EQ(OfacScript("Burmese"), "Burmese");
  EXPECT_EQ(OfacScript(""), "");
  EXPECT_TRUE(IsLatinScript("Latn"));
  EXPECT_TRUE(IsLatinScript(""));
  EXPECT_FALSE(IsLatinScript("Cyrl"));
}

TEST(OfacXmlTerms, ComposesThePersonsNameAsPrinted) {
  Name name;
  SetOfacName({{"First Name", "Ivan"}, {"Patronymic", "Petrovich"}, {"Last Name", "PRIMER"}},
              &name);
  EXPECT_EQ(name.text, "PRIMER, Ivan Petrovich");
  EXPECT_EQ(name.parts.size(), 3U);
}

TEST(OfacXmlTerms, AnEntitysNameHasNoParts) {
  Name name;
  SetOfacName({{"Entity Name", "BANK PRIMER"}, {"Entity Name", ""}}, &name);
  EXPECT_EQ(name.text, "BANK PRIMER");
  EXPECT_TRUE(name.parts.empty());
}

TEST(OfacXmlTerms, ReadsARegionThatStandsForACountry) {
  Address alone;
  EXPECT_TRUE(AddOfacAddressPart("REGION", "Gaza", &alone));
  EXPECT_EQ(alone.country_text, "Region: Gaza");
  EXPECT_EQ(alone.country, "ps");
  Address beside;
  SetOfacCountry("Russia", "RU", &beside);
  EXPECT_TRUE(AddOfacAddressPart("REGION", "Siberia", &beside));
  EXPECT_EQ(beside.country, "ru");
  EXPECT_EQ(beside.region, "Siberia");
}

TEST(OfacXmlTerms, AnUndeterminedCountryIsNone) {
  Address address;
  SetOfacCountry("undetermined", "", &address);
  EXPECT_FALSE(FinishOfacAddress(&address));
  EXPECT_FALSE(AddOfacAddressPart("PLANET", "Earth", &address));
}

TEST(OfacXmlTerms, PrintsDatesAsOfacDoesAndReadsThemBack) {
  for (const char* text : {"12 Feb 1961", "Feb 1961", "1961", "circa 1951", "1951 to 1953",
                           "Feb 1961 to Mar 1961", "01 Jan 1951 to 14 Feb 1951", "01 Jan 1950"}) {
    const auto date = ParsePartialDate(text);
    ASSERT_TRUE(date.has_value()) << text;
    EXPECT_EQ(OfacDateText(*date), text);
  }
}

TEST(OfacXmlTerms, KeepsAValueWithoutKnownLabelAndWhatStandsBesideIt) {
  Record record;
  AddOfacXmlField("Favourite Harbour", "Puerto", {.country = "Cuba", .field = "idList/id"},
                  &record);
  ASSERT_EQ(record.uninterpreted.size(), 1U);
  EXPECT_EQ(record.uninterpreted[0].field, "idList/id/Favourite Harbour");
  EXPECT_EQ(record.uninterpreted[0].value, "Puerto; Cuba");
  AddOfacXmlField("Website", "", {.field = "idList/id"}, &record);
  EXPECT_EQ(record.uninterpreted.size(), 1U);
}

TEST(OfacXmlTerms, KnowsRelationsByOfacsWords) {
  EXPECT_EQ(OfacRelationKind("Owned or Controlled By"), RelationKind::kOwnedBy);
  EXPECT_EQ(OfacRelationKind("Family Member Of"), RelationKind::kFamilyOf);
  EXPECT_EQ(OfacRelationKind("sings with"), RelationKind::kOther);
}

}  // namespace
}  // namespace interdict
