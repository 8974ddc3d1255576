#include "interdict/store/content_codec.h"

#include <gtest/gtest.h>

#include "interdict/entity/record_codec.h"
#include "interdict/entity/testing/record_builder.h"

namespace interdict {
namespace {

Record Sample() {
  return testing::RecordBuilder("list", "1").Named("Some name").Born("1970-01-02").Of("ve");
}

TEST(ContentCodec, RoundTripsAndLeavesTheKeyAlone) {
  ContentCodec codec;
  const auto stored = codec.Compress(EncodeRecord(Sample()));
  ASSERT_TRUE(stored.ok());
  Record record;
  record.source = "list";
  record.id = "1";
  ASSERT_TRUE(codec.Decode(*stored, &record).ok());
  EXPECT_EQ(record, Sample());
}

TEST(ContentCodec, EqualContentsGiveEqualBytes) {
  ContentCodec one, two;
  ASSERT_TRUE(two.Compress("something else before").ok());
  EXPECT_EQ(*one.Compress(EncodeRecord(Sample())), *two.Compress(EncodeRecord(Sample())));
}

TEST(ContentCodec, EveryCutAndEveryFlippedBitIsAnError) {
  ContentCodec codec;
  const std::string stored = *codec.Compress(EncodeRecord(Sample()));
  for (size_t i = 0; i < stored.size(); ++i) {
    Record record;
    EXPECT_FALSE(codec.Decode(std::string_view(stored).substr(0, i), &record).ok()) << i;
    for (int bit = 0; bit < 8; ++bit) {
      std::string damaged = stored;
      damaged[i] = static_cast<char>(damaged[i] ^ (1 << bit));
      const Status status = codec.Decode(damaged, &record);
      // What decodes in spite of a flipped bit of the frame's header is still the same record.
      EXPECT_TRUE(!status.ok() || record.names == Sample().names) << i << "." << bit;
    }
  }
}

TEST(ContentCodec, TooLargeARecordIsRefusedWhenItIsWritten) {
  ContentCodec codec;
  const auto refused = codec.Compress(std::string(ContentCodec::kMaxContent + 1, 'x'));
  ASSERT_FALSE(refused.ok());
  EXPECT_EQ(refused.error().code, ErrorCode::kTooLarge);
}

}  // namespace
}  // namespace interdict
