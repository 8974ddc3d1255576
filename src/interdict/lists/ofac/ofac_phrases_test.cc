#include "interdict/lists/ofac/ofac_phrases.h"

#include <gtest/gtest.h>

#include <string>

namespace interdict {
namespace {

Record Read(std::string_view phrase, Schema schema = Schema::kPerson) {
  Record record;
  record.schema = schema;
  EXPECT_TRUE(ReadOfacPhrase(phrase, &record)) << phrase;
  return record;
}

bool Understood(std::string_view phrase, Schema schema = Schema::kPerson) {
  Record record;
  record.schema = schema;
  const bool understood = ReadOfacPhrase(phrase, &record);
  Record untouched;
  untouched.schema = schema;
  if (!understood) {
    EXPECT_EQ(record, untouched) << phrase;
  }
  return understood;
}

TEST(OfacPhrases, PostsAndRanksOfIndividuals) {
  for (std::string_view post :
       {"Brigadier General", "Member of the Sample Council", "Prosecutor-General of Springfield",
        "ex-President of Sample Republic", "Lt. Col", "CEO of Sample Works",
        "2nd Vice President"}) {
    const Record record = Read(post);
    ASSERT_EQ(record.attributes.size(), 1U) << post;
    EXPECT_EQ(record.attributes[0].kind, AttributeKind::kPosition) << post;
    EXPECT_EQ(record.attributes[0].value, post);
  }
  EXPECT_FALSE(Understood("General Trading Corporation", Schema::kOrganization));
  EXPECT_FALSE(Understood("generally unknown"));
}

TEST(OfacPhrases, Titles) {
  EXPECT_EQ(Read("Haji").attributes[0].kind, AttributeKind::kTitle);
  EXPECT_EQ(Read("Maulawi").attributes[0].kind, AttributeKind::kTitle);
  EXPECT_FALSE(Understood("Haji", Schema::kVessel));
}

TEST(OfacPhrases, KinshipIsARelation) {
  const Record wife = Read("wife of Joseph Sample");
  ASSERT_EQ(wife.relations.size(), 1U);
  EXPECT_EQ(wife.relations[0].kind, RelationKind::kFamilyOf);
  EXPECT_EQ(wife.relations[0].target_name, "Joseph Sample");
  EXPECT_EQ(wife.relations[0].text, "wife of");
  const Record son = Read("Joseph Sample's eldest son");
  ASSERT_EQ(son.relations.size(), 1U);
  EXPECT_EQ(son.relations[0].target_name, "Joseph Sample");
  EXPECT_FALSE(Understood("house of Joseph Sample"));
}

TEST(OfacPhrases, AssociationAndMembership) {
  EXPECT_EQ(Read("Associated with Sample Group").relations[0].kind, RelationKind::kAssociateOf);
  EXPECT_EQ(Read("Member ETA").relations[0].target_name, "ETA");
  EXPECT_EQ(Read("Member of Parliament").attributes[0].kind, AttributeKind::kPosition);
}

TEST(OfacPhrases, PartyGroupsStandOnTheCouncilListOnly) {
  Record record;
  record.schema = Schema::kPerson;
  Designation designation;
  designation.program = "NS-PLC";
  record.designations.push_back(designation);
  EXPECT_TRUE(ReadOfacPhrase("SAMPLE - Springfield", &record));
  ASSERT_EQ(record.relations.size(), 1U);
  EXPECT_EQ(record.relations[0].kind, RelationKind::kMemberOf);
  EXPECT_EQ(record.relations[0].target_name, "SAMPLE");
  EXPECT_FALSE(Understood("SAMPLE - Springfield"));
}

TEST(OfacPhrases, ScopeOfAListing) {
  for (std::string_view scope :
       {"all offices worldwide", "All Branches Worldwide", "and all other locations worldwide",
        "Only locations in Springfield", "Springfield Branch only"}) {
    EXPECT_EQ(Read(scope, Schema::kOrganization).attributes[0].kind, AttributeKind::kNote) << scope;
  }
  EXPECT_FALSE(Understood("offices", Schema::kOrganization));
}

TEST(OfacPhrases, LinksOfSentences) {
  const Record record = Read(
      "All offices worldwide. For more information on directives, please visit the following link: "
      "http://www.example.org/a.aspx#directives.",
      Schema::kOrganization);
  ASSERT_EQ(record.attributes.size(), 2U);
  EXPECT_EQ(record.attributes[1].kind, AttributeKind::kSourceUrl);
  EXPECT_EQ(record.attributes[1].value, "http://www.example.org/a.aspx#directives");
}

TEST(OfacPhrases, BareContactData) {
  const Schema body = Schema::kOrganization;
  EXPECT_EQ(Read("www.example.org", body).attributes[0].kind, AttributeKind::kWebsite);
  EXPECT_EQ(Read("http://example.org (website)", body).attributes[0].value, "http://example.org");
  EXPECT_EQ(Read("info@example.org (email).", body).attributes[0].kind, AttributeKind::kEmail);
  EXPECT_FALSE(Understood("@handle", body));
}

TEST(OfacPhrases, CustodyOriginAndAppearance) {
  EXPECT_EQ(Read("currently incarcerated in Springfield").attributes[0].kind,
            AttributeKind::kTopic);
  EXPECT_EQ(Read("Individual's height is 5 feet.").attributes[0].kind, AttributeKind::kAppearance);
  const Record origin = Read("From: Lahore, Pakistan");
  ASSERT_EQ(origin.addresses.size(), 1U);
  EXPECT_EQ(origin.addresses[0].country, "pk");
  EXPECT_EQ(origin.addresses[0].remark, "From:");
  EXPECT_FALSE(Understood("From Nowhere"));
}

TEST(OfacPhrases, OtherTextIsNotUnderstood) {
  EXPECT_FALSE(Understood("juice manufacturer", Schema::kOrganization));
  EXPECT_FALSE(Understood(""));
  EXPECT_FALSE(Understood(std::string(5000, 'x')));
}

}  // namespace
}  // namespace interdict
