#include "interdict/lists/opensanctions/ftm_record.h"

#include <gtest/gtest.h>

namespace interdict {
namespace {

// The record of a party and of what points at it.
Record Build(std::string_view party, std::initializer_list<std::string_view> others = {}) {
  Record record;
  FtmRecordBuilder builder(&record, MakeDate(2026, 3, 4),
                           [](std::string_view id) { return "caption of " + std::string(id); });
  JsonParser parser;
  const auto entity = ReadFtmEntity(parser.ParseObject(party).value());
  EXPECT_TRUE(entity.ok());
  builder.AddParty(*entity);
  for (std::string_view other : others) {
    JsonParser other_parser;
    const auto joined = ReadFtmEntity(other_parser.ParseObject(other).value());
    EXPECT_TRUE(joined.ok());
    switch (FtmRoleOf(joined->schema)) {
      case FtmRole::kSanction:
        builder.AddSanction(*joined);
        break;
      case FtmRole::kDocument:
        builder.AddDocument(*joined);
        break;
      case FtmRole::kAddress:
        builder.AddAddress(*joined);
        break;
      default:
        builder.AddLink(*joined);
        break;
    }
  }
  builder.Finish();
  return record;
}

std::string Share(std::string_view text) {
  const auto share = ParseFtmShare(text);
  if (!share) return "none";
  char buffer[64];
  std::snprintf(buffer, sizeof(buffer), "%g-%g", share->first, share->second);
  return buffer;
}

TEST(FtmShare, ReadsNumbersAndSpans) {
  EXPECT_EQ(Share("51"), "0.51-0.51");
  EXPECT_EQ(Share("51%"), "0.51-0.51");
  EXPECT_EQ(Share("33.33 %"), "0.3333-0.3333");
  EXPECT_EQ(Share("25-50"), "0.25-0.5");
  EXPECT_EQ(Share(">50"), "0.5-1");
  EXPECT_EQ(Share("more than 25%"), "0.25-1");
  EXPECT_EQ(Share("<10"), "0-0.1");
}

TEST(FtmShare, RefusesWhatIsNoShare) {
  for (std::string_view text : {"", "all", "150", "50-25", "1-2-3"}) {
    EXPECT_EQ(Share(text), "none") << text;
  }
}

TEST(FtmRecord, KeepsAShareThatItCannotRead) {
  const Record record = Build(
      R"({"id":"a","schema":"Company","properties":{"name":["A"]}})",
      {R"({"id":"o","schema":"Ownership","properties":{"owner":["b"],"asset":["a"],"percentage":["half"]}})"});
  ASSERT_EQ(record.relations.size(), 1U);
  EXPECT_EQ(record.relations[0].share_min, -1);
  EXPECT_EQ(record.relations[0].target_name, "caption of b");
  ASSERT_EQ(record.uninterpreted.size(), 1U);
  EXPECT_EQ(record.uninterpreted[0].field, "Ownership/percentage");
}

TEST(FtmRecord, DividesANameOnlyWhenEveryWordHasOneKind) {
  const Record record = Build(
      R"({"id":"a","schema":"Person","caption":"x","properties":{
          "name":["Ivan Petrovich SIDOROV","Sidorov Ivan Xavier","Pavel Ivan"],
          "firstName":["Ivan Petrovich","Pavel"],"lastName":["Sidorov","Pavel"],
          "fatherName":["Petrovich"]}})");
  ASSERT_EQ(record.names.size(), 3U);
  ASSERT_EQ(record.names[0].parts.size(), 3U);
  EXPECT_EQ(record.names[0].parts[0].kind, NamePartKind::kGiven);
  EXPECT_EQ(record.names[0].parts[1].kind, NamePartKind::kPatronymic);
  EXPECT_EQ(record.names[0].parts[2].text, "SIDOROV");
  EXPECT_TRUE(record.names[1].parts.empty());  // Xavier is unknown
  EXPECT_TRUE(record.names[2].parts.empty());  // Pavel is given and family name
}

TEST(FtmRecord, SaysWhoseIdAnAuthorityUses) {
  const Record record = Build(
      R"({"id":"a","schema":"Person","properties":{"name":["A"]}})",
      {R"({"id":"s","schema":"Sanction","datasets":["gb_fcdo_sanctions"],
           "properties":{"authorityId":["RUS0251","13999"],"unscId":["QDi.001"]}})",
       R"({"id":"t","schema":"Sanction","datasets":["zz_list"],"properties":{"authorityId":["7"]}})"});
  ASSERT_EQ(record.references.size(), 4U);
  EXPECT_EQ(record.references[0].source, "gb_fcdo_sanctions");
  EXPECT_EQ(record.references[1].source, "gb_hmt_sanctions");
  EXPECT_EQ(record.references[2].source, "un_sc_sanctions");
  EXPECT_EQ(record.references[3].source, "");
}

TEST(FtmRecord, RefusesAnObjectThatIsNoEntity) {
  JsonParser parser;
  EXPECT_FALSE(ReadFtmEntity(parser.ParseObject(R"({"id":"a"})").value()).ok());
  EXPECT_FALSE(ReadFtmEntity(parser.ParseObject(R"({"id":7,"schema":"Person"})").value()).ok());
}

TEST(FtmRecord, StandsPropertiesOfUnexpectedTypes) {
  const Record record = Build(
      R"({"id":"a","schema":"Person","properties":{"name":"one text","birthDate":[1957,null,{}],
          "alias":[["nested"]],"topics":true}})");
  EXPECT_EQ(record.Caption(), "one text");
  ASSERT_EQ(record.dates.size(), 1U);
  EXPECT_EQ(record.dates[0].text, "1957");
}

}  // namespace
}  // namespace interdict
