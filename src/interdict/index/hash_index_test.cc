#include "interdict/index/hash_index.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <vector>

namespace interdict::index {
namespace {

constexpr auto kBuckets = SectionId::kRunBuckets;
constexpr auto kEntries = SectionId::kRuns;

IndexFile FileOf(const IndexFileWriter& writer) {
  auto file = IndexFile::FromBuffer(std::move(*writer.ToBuffer()), nullptr);
  EXPECT_TRUE(file.ok());
  return std::move(*file);
}

IndexFile FileOf(const HashIndexWriter<uint32_t>& hashes) {
  IndexFileWriter writer(IndexStamp{});
  hashes.AddTo(&writer, kBuckets, kEntries);
  return FileOf(writer);
}

TEST(HashIndex, FindsEverythingFiledUnderAHashInTheOrderOfFiling) {
  std::mt19937_64 random(3);
  for (size_t size : {0U, 1U, 2U, 3U, 7U, 8U, 1000U}) {
    HashIndexWriter<uint32_t> writer;
    std::vector<uint64_t> hashes;
    for (uint32_t i = 0; i < size; ++i) {
      hashes.push_back(random() % (size / 2 + 1));
      writer.Add(hashes.back(), i);
    }
    EXPECT_EQ(writer.size(), size);
    const IndexFile file = FileOf(writer);
    const auto index = HashIndex<uint32_t>::Open(file, kBuckets, kEntries);
    ASSERT_TRUE(index.ok()) << size;
    EXPECT_EQ(index->entries().size(), size);
    for (uint32_t i = 0; i < size; ++i) {
      const auto found = index->Find(hashes[i]);
      EXPECT_NE(std::find(found.begin(), found.end(), i), found.end()) << size << " " << i;
      EXPECT_TRUE(std::is_sorted(found.begin(), found.end()));
    }
  }
}

TEST(HashIndex, OfAnEmptyOneNothingIsFound) {
  const IndexFile file = FileOf(HashIndexWriter<uint32_t>());
  const auto index = HashIndex<uint32_t>::Open(file, kBuckets, kEntries);
  ASSERT_TRUE(index.ok());
  EXPECT_TRUE(index->Find(0).empty());
  EXPECT_TRUE(index->Find(~uint64_t{0}).empty());
}

TEST(HashIndex, TheSameEntriesGiveTheSameBytes) {
  const auto bytes = [] {
    HashIndexWriter<uint32_t> writer;
    for (uint32_t i = 0; i < 500; ++i) writer.Add(i * 0x9e3779b97f4a7c15U, i);
    IndexFileWriter file(IndexStamp{});
    writer.AddTo(&file, kBuckets, kEntries);
    const auto buffer = file.ToBuffer();
    return std::vector<std::byte>(buffer->bytes().begin(), buffer->bytes().end());
  };
  EXPECT_EQ(bytes(), bytes());
}

TEST(HashIndex, BoundsThatAreNotWholeAreRefused) {
  const std::vector<uint32_t> entries = {1, 2, 3};
  const std::vector<std::vector<uint32_t>> kDamaged = {
      {},               // none
      {0},              // no bucket
      {0, 1, 2, 3},     // three buckets: no power of two
      {1, 2, 3},        // does not begin at 0
      {0, 1, 2},        // does not reach the end
      {0, 1, 4},        // beyond the end
      {0, 3, 2, 3, 3},  // falls
  };
  for (const auto& bounds : kDamaged) {
    IndexFileWriter writer(IndexStamp{});
    writer.Add(kBuckets, bounds);
    writer.Add(kEntries, entries);
    const IndexFile file = FileOf(writer);
    const auto index = HashIndex<uint32_t>::Open(file, kBuckets, kEntries);
    ASSERT_FALSE(index.ok()) << bounds.size();
    EXPECT_EQ(index.error().code, ErrorCode::kStorage);
  }
  IndexFileWriter writer(IndexStamp{});
  writer.Add(kBuckets, std::vector<uint32_t>{0, 1, 3});
  writer.Add(kEntries, entries);
  const IndexFile file = FileOf(writer);
  EXPECT_TRUE(HashIndex<uint32_t>::Open(file, kBuckets, kEntries).ok());
  EXPECT_FALSE(HashIndex<uint32_t>::Open(file, kBuckets, SectionId::kTokens).ok());
}

}  // namespace
}  // namespace interdict::index
