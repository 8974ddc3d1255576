#include "interdict/lists/uk/uk_record.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace interdict {
namespace {

class UkRecord : public testing::Test {
 protected:
  void Give(UkPart part, std::vector<std::string_view> cells) {
    cells.resize(UkPartLayouts()[static_cast<size_t>(part)].cell_count);
    parts_.Add(static_cast<size_t>(part), cells);
  }
  Record Build(UkDialect dialect = UkDialect::kFcdoXml) {
    return BuildUkRecord(parts_, "INV0001", {dialect, "list", "file"}, 7, &report_);
  }
  uint64_t Defects(const std::string& code) const {
    const auto found = report_.defect_counts.find(code);
    return found == report_.defect_counts.end() ? 0 : found->second;
  }

  PartyParts parts_{kUkPartCount};
  ParseReport report_;
};

TEST_F(UkRecord, TypeOfPartyIsTheSchema) {
  Give(UkPart::kType, {"ship"});
  EXPECT_EQ(Build().schema, Schema::kVessel);
}

TEST_F(UkRecord, AnUnknownTypeIsADefect) {
  Give(UkPart::kType, {"Aircraft"});
  EXPECT_EQ(Build().schema, Schema::kLegalEntity);
  EXPECT_EQ(Defects("type"), 1U);
  EXPECT_EQ(report_.defects[0].line, 7U);
}

TEST_F(UkRecord, TwoTypesForOnePartyAreADefect) {
  Give(UkPart::kType, {"Entity"});
  Give(UkPart::kType, {"Individual"});
  EXPECT_EQ(Build().schema, Schema::kOrganization);
  EXPECT_EQ(Defects("type"), 1U);
}

TEST_F(UkRecord, AnUnknownNameTypeIsKeptAsAStrongName) {
  Give(UkPart::kType, {"Entity"});
  Give(UkPart::kName, {"Arden", "", "", "", "", "", "Nickname", ""});
  const Record record = Build();
  ASSERT_EQ(record.names.size(), 1U);
  EXPECT_EQ(record.names[0].kind, NameKind::kStrong);
  EXPECT_EQ(Defects("name_type"), 1U);
  EXPECT_EQ(Defects("no_primary_name"), 1U);
}

TEST_F(UkRecord, AnOriginalNameTakesTheBestOfTheNamesItStandsBeside) {
  Give(UkPart::kType, {"Entity"});
  Give(UkPart::kName, {"Arden", "", "", "", "", "", "Primary name", ""});
  Give(UkPart::kOriginalName, {"АРДЕН", "", "", "AKA", "Low quality"});
  Give(UkPart::kOriginalName, {"АРДЕН", "Cyrillic", "Russian", "Primary name", ""});
  Give(UkPart::kOriginalName, {"ТРЕЙЛ", "", "", "AKA", "Low quality"});
  const Record record = Build(UkDialect::kConList);
  ASSERT_EQ(record.names.size(), 3U);
  EXPECT_EQ(record.names[1].kind, NameKind::kOriginalScript);
  EXPECT_EQ(record.names[1].script, "Cyrillic");
  EXPECT_EQ(record.names[1].language, "Russian");
  EXPECT_EQ(record.names[2].kind, NameKind::kWeak);
}

TEST_F(UkRecord, TwoBirthPlacesInTwoEnumerations) {
  Give(UkPart::kBirthPlace, {"(1) Herat (2) Quetta", "(1) Afghanistan (2) Pakistan"});
  const Record record = Build();
  ASSERT_EQ(record.addresses.size(), 2U);
  EXPECT_EQ(record.addresses[1].full, "Quetta, Pakistan");
  EXPECT_EQ(record.addresses[1].country, "pk");
  ASSERT_EQ(record.countries.size(), 2U);
  EXPECT_EQ(record.countries[0].kind, CountryKind::kBirthCountry);
}

TEST_F(UkRecord, SeveralTownsOfOneCountry) {
  Give(UkPart::kBirthPlace, {"(1) Herat (2) Kabul", "Afghanistan"});
  const Record record = Build();
  ASSERT_EQ(record.addresses.size(), 2U);
  EXPECT_EQ(record.addresses[0].country, "af");
  EXPECT_EQ(record.addresses[1].country, "af");
  EXPECT_EQ(record.countries.size(), 1U);
}

TEST_F(UkRecord, DetailsNameTheKindOfANumber) {
  Give(UkPart::kNationalId, {"THRQNB61D10Z138X", "Italian Fiscal Code"});
  Give(UkPart::kNationalId, {"3520000509842-7 (Pakistani)", ""});
  const Record record = Build();
  ASSERT_EQ(record.identifiers.size(), 2U);
  EXPECT_EQ(record.identifiers[0].scheme, IdScheme::kTaxId);
  EXPECT_EQ(record.identifiers[0].country, "it");
  EXPECT_EQ(record.identifiers[1].scheme, IdScheme::kNationalId);
  EXPECT_EQ(record.identifiers[1].value, "3520000509842-7");
  EXPECT_EQ(record.identifiers[1].country, "pk");
}

TEST_F(UkRecord, DetailsWithoutNumberAreANote) {
  Give(UkPart::kPassport, {"", "Held a passport of Quarry"});
  const Record record = Build();
  EXPECT_TRUE(record.identifiers.empty());
  ASSERT_EQ(record.attributes.size(), 1U);
  EXPECT_EQ(record.attributes[0].kind, AttributeKind::kNote);
}

TEST_F(UkRecord, TheImoNumberOfABodyIsACompanysNumber) {
  Give(UkPart::kType, {"Entity"});
  Give(UkPart::kImo, {"9992971"});
  Give(UkPart::kOtherInformation, {"IMO number: 9992999."});
  const Record record = Build();
  ASSERT_EQ(record.identifiers.size(), 2U);
  EXPECT_EQ(record.identifiers[0].scheme, IdScheme::kImoCompany);
  EXPECT_EQ(record.identifiers[1].scheme, IdScheme::kImoCompany);
}

TEST_F(UkRecord, AShipListedAsAssetBelongsToItsOwner) {
  Give(UkPart::kOtherInformation,
       {"Tanker. Listed as asset of Arden Freight, (OFSI ID: 90017, UN Reference Number: ZZe.9)"});
  const Record record = Build(UkDialect::kConList);
  ASSERT_EQ(record.relations.size(), 1U);
  EXPECT_EQ(record.relations[0].kind, RelationKind::kOwnedBy);
  EXPECT_EQ(record.relations[0].target_name, "Arden Freight");
  EXPECT_EQ(record.relations[0].target_id, "90017");
  EXPECT_EQ(Build(UkDialect::kFcdoXml).relations[0].target_id, "") << "ids of another list";
}

TEST_F(UkRecord, EveryRegimeIsADesignation) {
  Give(UkPart::kListing, {"Iran", "", "", "14/10/2019", "01/02/2025", "14/10/2009"});
  Give(UkPart::kListing, {"Iran (Nuclear)", "", "", "18/10/2023", "01/02/2025", "18/10/2023"});
  const Record record = Build(UkDialect::kConList);
  ASSERT_EQ(record.designations.size(), 3U);
  EXPECT_EQ(record.designations[0].program, "Iran");
  EXPECT_EQ(record.designations[0].listed, "2009-10-14");
  EXPECT_EQ(record.designations[1].list, "UK Sanctions List");
  EXPECT_EQ(record.designations[1].listed, "2019-10-14");
  EXPECT_EQ(record.designations[2].program, "Iran (Nuclear)");
}

TEST_F(UkRecord, SubsidiariesByLineAndSemicolon) {
  Give(UkPart::kSubsidiary, {"(1) Arden Fuel; (2) Arden Freight\nArden Star (49%)"});
  const Record record = Build();
  ASSERT_EQ(record.relations.size(), 3U);
  EXPECT_EQ(record.relations[0].target_name, "Arden Fuel");
  EXPECT_EQ(record.relations[2].target_name, "Arden Star");
  EXPECT_DOUBLE_EQ(record.relations[2].share_min, 0.49);
  EXPECT_EQ(record.relations[2].text, "Arden Star (49%)");
}

TEST_F(UkRecord, APlaceThatIsNoCountryIsADefect) {
  Give(UkPart::kAddress, {"1 Lane", "", "", "", "", "Quarry", "", "115088"});
  const Record record = Build();
  EXPECT_EQ(record.addresses[0].country, "");
  EXPECT_EQ(record.addresses[0].country_text, "115088");
  EXPECT_EQ(Defects("country"), 1U);
}

}  // namespace
}  // namespace interdict
