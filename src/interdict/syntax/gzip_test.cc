#include "interdict/syntax/gzip.h"

#include <gtest/gtest.h>
#include <zlib.h>

#include <string>

namespace interdict {
namespace {

std::string Packed(const std::string& text) {
  z_stream stream{};
  EXPECT_EQ(deflateInit2(&stream, 6, Z_DEFLATED, 16 + MAX_WBITS, 8, Z_DEFAULT_STRATEGY), Z_OK);
  std::string out(deflateBound(&stream, text.size()) + 64, '\0');
  std::string in = text;
  stream.next_in = reinterpret_cast<Bytef*>(in.data());
  stream.avail_in = static_cast<uInt>(in.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  EXPECT_EQ(deflate(&stream, Z_FINISH), Z_STREAM_END);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

std::string Long() {
  std::string text;
  for (int i = 0; i < 50'000; ++i) text += std::to_string(i * 7919 % 10'007) + "\n";
  return text;
}

constexpr size_t kEnough = size_t{1} << 24;

TEST(Gzip, GivesBackWhatWasPacked) {
  for (const std::string& text : {std::string(), std::string("a"), Long()}) {
    const std::string packed = Packed(text);
    EXPECT_TRUE(IsGzip(packed));
    const auto unpacked = Gunzip(packed, kEnough);
    ASSERT_TRUE(unpacked.ok()) << unpacked.error().Text();
    EXPECT_EQ(*unpacked, text);
  }
}

TEST(Gzip, SeveralMembersAreOneContent) {
  const auto unpacked = Gunzip(Packed("one ") + Packed(Long()) + Packed("three"), kEnough);
  ASSERT_TRUE(unpacked.ok());
  EXPECT_EQ(*unpacked, "one " + Long() + "three");
}

TEST(Gzip, ACutFileIsAnErrorWhereverItIsCut) {
  const std::string packed = Packed(Long());
  for (size_t size = 3; size < packed.size(); size += 97) {
    const auto unpacked = Gunzip(packed.substr(0, size), kEnough);
    ASSERT_FALSE(unpacked.ok()) << size;
    EXPECT_EQ(unpacked.error().code, ErrorCode::kTruncated) << size;
  }
}

TEST(Gzip, AnAlteredByteIsAnError) {
  const std::string packed = Packed(Long());
  for (size_t at = 12; at < packed.size(); at += 101) {
    std::string altered = packed;
    altered[at] = static_cast<char>(altered[at] ^ 0x40);
    EXPECT_FALSE(Gunzip(altered, kEnough).ok()) << at;
  }
  const auto behind = Gunzip(packed + "more", kEnough);
  ASSERT_FALSE(behind.ok());
  EXPECT_EQ(behind.error().code, ErrorCode::kSyntax);
}

TEST(Gzip, UnpacksNoMoreThanAllowed) {
  const std::string bomb = Packed(std::string(kEnough, 'a'));
  EXPECT_LT(bomb.size(), 20'000U);
  const auto unpacked = Gunzip(bomb, kEnough - 1);
  ASSERT_FALSE(unpacked.ok());
  EXPECT_EQ(unpacked.error().code, ErrorCode::kTooLarge);
  EXPECT_TRUE(Gunzip(bomb, kEnough).ok());
}

TEST(Gzip, TheHeadIsReadOfAWholeAndOfACutFile) {
  const std::string packed = Packed(Long());
  EXPECT_EQ(GunzipHead(packed, 1000), Long().substr(0, 1000));
  const std::string half = GunzipHead(packed.substr(0, packed.size() / 2), kEnough);
  EXPECT_FALSE(half.empty());
  EXPECT_EQ(half, Long().substr(0, half.size()));
  EXPECT_EQ(GunzipHead("no gzip", 10), "");
  EXPECT_FALSE(IsGzip("no gzip"));
}

}  // namespace
}  // namespace interdict
