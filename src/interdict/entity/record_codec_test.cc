#include "interdict/entity/record_codec.h"

#include <gtest/gtest.h>

#include <cstdint>

namespace interdict {
namespace {

// A record with every member of every type filled with a value of its own.
Record FullRecord() {
  Record r;
  r.source = "list";
  r.id = "7";
  r.schema = Schema::kVessel;
  r.names = {{"n1", NameKind::kWeak, {{NamePartKind::kTribal, "p1"}}, "es", "Latn", "nr", "nf"}};
  r.identifiers = {{IdScheme::kLei, "v", "ve", "is", "i1", "e1", "ir", IdCheck::kInvalid, "if"}};
  r.dates = {{DateKind::kDeath, PartialDate{{-40000}, {20000}, true}, "dt", "df"},
             {DateKind::kBuild, std::nullopt, "unreadable", "df2"}};
  r.countries = {{CountryKind::kFlag, "pa", "Panama", "cf"}};
  r.addresses = {
      {AddressKind::kBirthPlace, "a1", "a2", "a3", "a4", "a5", "a6", "a7", "a8", "a9", "af"}};
  r.attributes = {{AttributeKind::kTonnage, "99,144", "tf"}};
  r.designations = {{"d1", "d2", "d3", "d4", "d5", "d6", "d7", "d8", "d9", "d10"}};
  r.relations = {{RelationKind::kOwnedBy, "r1", "r2", 0.25, 0.5, "r3", "r4", true, "r5", "rf"}};
  r.references = {{"c1", "c2", "c3"}};
  r.uninterpreted = {{AttributeKind::kOther, "u1", "u2"}};
  return r;
}

TEST(RecordCodec, RoundTripsEveryMember) {
  const Record record = FullRecord();
  Record decoded;
  decoded.source = record.source;
  decoded.id = record.id;
  ASSERT_TRUE(DecodeRecord(EncodeRecord(record), &decoded).ok());
  EXPECT_EQ(decoded, record);
}

TEST(RecordCodec, EveryCutIsAnErrorAndNothingElse) {
  const std::string bytes = EncodeRecord(FullRecord());
  for (size_t size = 0; size < bytes.size(); ++size) {
    Record record;
    EXPECT_FALSE(DecodeRecord(std::string_view(bytes).substr(0, size), &record).ok()) << size;
  }
  Record record;
  EXPECT_FALSE(DecodeRecord(bytes + "x", &record).ok());
}

TEST(RecordCodec, DamagedBytesNeverGiveEnumeratorsOutOfRange) {
  const std::string bytes = EncodeRecord(FullRecord());
  for (size_t i = 0; i < bytes.size(); ++i) {
    std::string damaged = bytes;
    damaged[i] = static_cast<char>(damaged[i] ^ 0x7F);
    Record record;
    if (!DecodeRecord(damaged, &record).ok()) continue;
    EXPECT_LT(static_cast<int>(record.schema), kSchemaCount);
    for (const Attribute& a : record.attributes) EXPECT_FALSE(AttributeKindName(a.kind).empty());
  }
}

TEST(RecordCodec, DaysOutsideTheCalendarAreDamage) {
  for (const auto& [first, last] : {std::pair{INT32_MIN, 0}, {0, INT32_MAX}, {5, 4}}) {
    Record record;
    record.dates = {{DateKind::kBirth, PartialDate{{first}, {last}, false}, "", ""}};
    Record decoded;
    EXPECT_FALSE(DecodeRecord(EncodeRecord(record), &decoded).ok()) << first << " " << last;
  }
}

TEST(RecordCodec, ACountOfItemsThatAreNotThereTakesNoMemory) {
  std::string bytes = EncodeRecord(Record());
  bytes.resize(2);            // version and schema; then a list of names
  bytes += "\xFF\xFF\x03";    // 65,535 names
  bytes.append(65535, '\0');  // bytes of far fewer
  Record record;
  EXPECT_FALSE(DecodeRecord(bytes, &record).ok());
  EXPECT_LT(record.names.size(), 10000U);
}

TEST(RecordCodec, DecodingReplacesWhatTheRecordHad) {
  Record record = FullRecord();
  ASSERT_TRUE(DecodeRecord(EncodeRecord(Record()), &record).ok());
  EXPECT_TRUE(record.names.empty() && record.dates.empty());
  EXPECT_EQ(record.id, "7");
}

}  // namespace
}  // namespace interdict
