#include "interdict/lists/opensanctions/ftm_schema.h"

#include <gtest/gtest.h>

namespace interdict {
namespace {

std::string Referent(std::string_view id) {
  const CrossReference reference = FtmReferent(id);
  return reference.source + ":" + reference.id;
}

TEST(FtmSchema, TellsPartiesFromStatementsAboutThem) {
  EXPECT_EQ(FtmRoleOf("Vessel"), FtmRole::kParty);
  EXPECT_EQ(FtmRoleOf("Sanction"), FtmRole::kSanction);
  EXPECT_EQ(FtmRoleOf("Identification"), FtmRole::kDocument);
  EXPECT_EQ(FtmRoleOf("Family"), FtmRole::kLink);
  EXPECT_EQ(FtmRoleOf("Address"), FtmRole::kAddress);
  EXPECT_EQ(FtmRoleOf("Security"), FtmRole::kThing);
  EXPECT_EQ(FtmRoleOf("Article"), FtmRole::kOther);
  EXPECT_EQ(FtmPartySchema("PublicBody"), Schema::kPublicBody);
  EXPECT_EQ(FtmPartySchema("Ownership"), std::nullopt);
}

TEST(FtmSchema, KnowsHowStatementsPointAtParties) {
  ASSERT_EQ(FtmPointers("Ownership").size(), 2U);
  EXPECT_EQ(FtmPointers("Ownership")[0], "owner");
  EXPECT_EQ(FtmPointers("Ownership")[1], "asset");
  EXPECT_EQ(FtmPointers("Passport")[0], "holder");
  EXPECT_TRUE(FtmPointers("Person").empty());
}

TEST(FtmSchema, ReadsPropertiesByTheKindOfParty) {
  EXPECT_EQ(FtmFact("imoNumber", Schema::kVessel)->As<IdScheme>(), IdScheme::kImo);
  EXPECT_EQ(FtmFact("imoNumber", Schema::kCompany)->As<IdScheme>(), IdScheme::kImoCompany);
  EXPECT_EQ(FtmFact("registrationNumber", Schema::kAirplane)->As<IdScheme>(),
            IdScheme::kTailNumber);
  EXPECT_EQ(FtmFact("idNumber", Schema::kPerson)->As<IdScheme>(), IdScheme::kNationalId);
  EXPECT_EQ(FtmFact("idNumber", Schema::kCompany)->As<IdScheme>(), IdScheme::kOtherId);
  EXPECT_EQ(FtmFact("weakAlias", Schema::kPerson)->As<NameKind>(), NameKind::kWeak);
  EXPECT_EQ(FtmFact("colour", Schema::kVessel), std::nullopt);
}

TEST(FtmSchema, GivesPropertiesOfEveryPartAMeaning) {
  for (std::string_view property :
       {"name",           "previousName", "birthDate",  "mainCountry",   "pastFlags",
        "address",        "gender",       "notes",      "legalForm",     "deadweightTonnage",
        "spokenLanguage", "sourceUrl",    "motherName", "topics",        "mmsi",
        "okpoCode",       "ticker",       "iban",       "accountNumber", "publicKey",
        "licenseNumber",  "serialNumber", "permId",     "status",        "keywords",
        "political"}) {
    EXPECT_TRUE(FtmFact(property, Schema::kCompany).has_value()) << property;
  }
}

TEST(FtmSchema, ReadsTheListFromAReferent) {
  EXPECT_EQ(Referent("ofac-22790"), "us_ofac_sdn:22790");
  EXPECT_EQ(Referent("unsc-111208"), "un_sc_sanctions:111208");
  EXPECT_EQ(Referent("eu-fsf-eu-13336-23"), "eu_fsf:EU.13336.23");
  EXPECT_EQ(Referent("gb-fcdo-rus0251"), "gb_fcdo_sanctions:RUS0251");
  EXPECT_EQ(Referent("gb-hmt-16273"), "gb_hmt_sanctions:16273");
  EXPECT_EQ(Referent("ch-seco-95016"), "ch_seco_sanctions:95016");
  EXPECT_EQ(Referent("au-dfat-526-al-qaida-in-iraq"), "au_dfat_sanctions:526");
  EXPECT_EQ(Referent("trade-csl-077a83bfff395e7f05cc00c35f17b5abde3dd28cfd4dae01c4f7e24f"),
            "us_trade_csl:077a83bfff395e7f05cc00c35f17b5abde3dd28cfd4dae01c4f7e24f");
}

TEST(FtmSchema, LeavesHashesAndOtherIdsWithoutSource) {
  EXPECT_EQ(Referent("gb-fcdo-385538fb29baabf2933a8b424ec9e1b8af96f0ee"),
            ":gb-fcdo-385538fb29baabf2933a8b424ec9e1b8af96f0ee");
  EXPECT_EQ(Referent("ofac-pr-f7b4c3fefb6dfa16d2e07a016d7ca85067e23c7b"),
            ":ofac-pr-f7b4c3fefb6dfa16d2e07a016d7ca85067e23c7b");
  EXPECT_EQ(Referent("Q15831"), ":Q15831");
}

}  // namespace
}  // namespace interdict
