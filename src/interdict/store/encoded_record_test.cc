#include "interdict/store/encoded_record.h"

#include <gtest/gtest.h>

#include "interdict/base/hash.h"
#include "interdict/entity/record_codec.h"
#include "interdict/entity/testing/record_builder.h"

namespace interdict {
namespace {

using testing::RecordBuilder;

TEST(EncodedRecords, HoldTheBytesOfEachRecordAndTheirDigest) {
  const Record record = RecordBuilder("list", "7").Named("Ana Roe");
  EncodedRecords records;
  records.Add(record);
  ASSERT_EQ(records.all().size(), 1U);
  const EncodedRecord& encoded = records.all().front();
  EXPECT_EQ(encoded.id, "7");
  EXPECT_EQ(encoded.schema, record.schema);
  EXPECT_EQ(encoded.bytes, EncodeRecord(record));
  EXPECT_EQ(BytesOf(encoded.digest), Sha256(encoded.bytes).substr(0, 16));
}

TEST(EncodedRecords, TheDigestTellsContentsApartAndNotKeys) {
  EncodedRecords records;
  records.Add(RecordBuilder("list", "1").Named("Ana Roe"));
  records.Add(RecordBuilder("list", "2").Named("Ana Roe"));
  records.Add(RecordBuilder("list", "1").Named("Ana Rowe"));
  EXPECT_EQ(records.all()[0].digest, records.all()[1].digest);
  EXPECT_NE(records.all()[0].digest, records.all()[2].digest);
}

TEST(EncodedRecords, KeepTheirTextsWhileMoreAreAdded) {
  EncodedRecords records;
  for (int i = 0; i < 3000; ++i) {
    const auto length = static_cast<size_t>(i % 1500) * (i % 997 == 0 ? 1000 : 1);
    records.Add(RecordBuilder("list", std::to_string(i)).Named(std::string(length, 'x')));
  }
  const EncodedRecords moved = std::move(records);
  for (int i = 0; i < 3000; ++i) {
    const EncodedRecord& encoded = moved.all()[static_cast<size_t>(i)];
    ASSERT_EQ(encoded.id, std::to_string(i));
    ASSERT_EQ(BytesOf(encoded.digest), Sha256(encoded.bytes).substr(0, 16));
  }
}

TEST(ContentDigest, BytesThatAreNoDigestGiveOneThatNoRecordHas) {
  EXPECT_EQ(ToContentDigest("short"), ContentDigest{});
  const std::string bytes(16, 'x');
  EXPECT_EQ(BytesOf(ToContentDigest(bytes)), bytes);
}

}  // namespace
}  // namespace interdict
