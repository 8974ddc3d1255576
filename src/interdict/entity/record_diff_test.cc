#include "interdict/entity/record_diff.h"

#include <gtest/gtest.h>

#include <functional>

namespace interdict {
namespace {

Record Sample() {
  Record r;
  r.source = "list";
  r.id = "1";
  r.schema = Schema::kPerson;
  r.names = {{"DOE, Jane", NameKind::kPrimary, {}, "", "", "", "sdn/name"},
             {"JD", NameKind::kWeak, {}, "", "", "", "alt.csv/name"}};
  r.identifiers = {MakeIdentifier(IdScheme::kPassport, "X1", "sdn/id")};
  r.dates = {MakeDateFact(DateKind::kBirth, "1970", "sdn/dob")};
  r.countries = {MakeCountryFact(CountryKind::kNationality, "Venezuela", "sdn/nat")};
  r.addresses = {
      {AddressKind::kAddress, "Street 1, Town", "", "", "", "", "", "", "", "", "add.csv/a"}};
  r.attributes = {{AttributeKind::kRemark, "a remark", "sdn/remarks"}};
  r.designations = {{"PROG", "", "", "", "", "", "", "", "", "sdn/program"}};
  r.relations = {{RelationKind::kOwnedBy, "Owner", "2", 0.25, 0.5, "", "", false, "", "sdn/rel"}};
  r.references = {{"un", "QDi.1", "sdn/ref"}};
  r.uninterpreted = {{AttributeKind::kOther, "rest", "sdn/x"}};
  return r;
}

using Fields = std::vector<std::string>;

TEST(RecordDiff, EqualRecordsDifferInNothing) {
  EXPECT_TRUE(ChangedFields(Sample(), Sample()).empty());
  EXPECT_TRUE(FactChanges(Sample(), Sample()).empty());
}

TEST(RecordDiff, EachAspectIsNamedByItsOwnField) {
  struct Case {
    std::function<void(Record*)> change;
    const char* field;
  };
  const Case kCases[] = {
      {[](Record* r) { r->schema = Schema::kCompany; }, "schema"},
      {[](Record* r) { r->names[0].text = "DOE, Janet"; }, "names"},
      {[](Record* r) { r->names[1].kind = NameKind::kStrong; }, "names"},
      {[](Record* r) {
         r->names[0].parts = {{NamePartKind::kGiven, "Jane"}};
       },
       "names"},
      {[](Record* r) { r->identifiers[0].expires = "2030"; }, "identifiers"},
      {[](Record* r) { r->dates[0].text = "1971"; }, "birth_date"},
      {[](Record* r) { r->countries[0].text = "Cuba"; }, "nationality"},
      {[](Record* r) { r->addresses[0].full = "Street 2, Town"; }, "addresses"},
      {[](Record* r) { r->addresses[0].postal_code = "1010"; }, "addresses"},
      {[](Record* r) { r->attributes[0].value = "other"; }, "remark"},
      {[](Record* r) { r->designations[0].program = "OTHER"; }, "programs"},
      {[](Record* r) { r->designations[0].listed = "2019-01-28"; }, "programs"},
      {[](Record* r) { r->relations[0].share_max = 0.75; }, "relations"},
      {[](Record* r) { r->relations[0].former = true; }, "relations"},
      {[](Record* r) { r->references[0].id = "QDi.2"; }, "references"},
      {[](Record* r) { r->uninterpreted[0].value = "more"; }, "uninterpreted"},
      {[](Record* r) { r->names[0].field = "sdn/other"; }, "provenance"},
  };
  for (const Case& c : kCases) {
    Record after = Sample();
    c.change(&after);
    EXPECT_EQ(ChangedFields(Sample(), after), Fields{c.field});
  }
}

TEST(RecordDiff, EveryDifferenceIsSeenEvenWhereTheTextIsTheSame) {
  Record after = Sample();
  after.countries[0].code = "co";  // the table of countries changed, not the publisher's text
  EXPECT_EQ(ChangedFields(Sample(), after), Fields{"provenance"});
}

TEST(RecordDiff, TheOrderOfFactsIsAChangeButNoFact) {
  Record after = Sample();
  std::swap(after.names[0], after.names[1]);
  EXPECT_EQ(ChangedFields(Sample(), after), Fields{"names"});
  EXPECT_TRUE(FactChanges(Sample(), after).empty());
}

TEST(RecordDiff, SeveralAspectsComeSorted) {
  Record after = Sample();
  after.designations.clear();
  after.addresses.clear();
  after.dates.push_back(MakeDateFact(DateKind::kDeath, "2020", ""));
  EXPECT_EQ(ChangedFields(Sample(), after), (Fields{"addresses", "death_date", "programs"}));
}

TEST(RecordDiff, FactChangesSayWhatCameAndWhatWent) {
  Record after = Sample();
  after.designations[0].program = "NEW";
  const auto changes = FactChanges(Sample(), after);
  ASSERT_EQ(changes.size(), 2U);
  EXPECT_EQ(changes[0].kind, FactChange::Kind::kRemoved);
  EXPECT_EQ(changes[0].value, "PROG");
  EXPECT_EQ(changes[1].kind, FactChange::Kind::kAdded);
  EXPECT_EQ(changes[1].field, "programs");
  EXPECT_EQ(changes[1].value, "NEW");
}

TEST(RecordDiff, AFactThatStandsTwiceIsCountedTwice) {
  Record after = Sample();
  after.names.push_back(after.names[0]);
  const auto changes = FactChanges(Sample(), after);
  ASSERT_EQ(changes.size(), 1U);
  EXPECT_EQ(changes[0].kind, FactChange::Kind::kAdded);
}

TEST(RecordDiff, FactsOfSideFilesCanBeLeftOut) {
  Record record = Sample();
  DropFieldsWithPrefix({"alt.csv/", "add.csv/"}, &record);
  EXPECT_EQ(record.names.size(), 1U);
  EXPECT_TRUE(record.addresses.empty());
  EXPECT_EQ(record.identifiers.size(), 1U);
  Record whole = Sample();
  DropFieldsWithPrefix({}, &whole);
  EXPECT_EQ(whole, Sample());
  DropFieldsWithPrefix({""}, &whole);
  EXPECT_TRUE(whole.names.empty() && whole.uninterpreted.empty() && whole.references.empty());
}

}  // namespace
}  // namespace interdict
