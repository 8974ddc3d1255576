#include "interdict/syntax/zip_archive.h"

#include <gtest/gtest.h>

#include "interdict/syntax/testing/zip_writer.h"

namespace interdict {
namespace {

TEST(ZipArchive, GivesTheBytesOfAnEntry) {
  const std::string bytes = testing::MakeZip({{"a.txt", "one"}, {"b/c.txt", "two"}});
  EXPECT_TRUE(ZipArchive::LooksLikeZip(bytes));
  const auto archive = ZipArchive::Open(bytes);
  ASSERT_TRUE(archive.ok()) << archive.error().Text();
  EXPECT_TRUE(archive->Has("b/c.txt"));
  EXPECT_FALSE(archive->Has("c.txt"));
  EXPECT_EQ(archive->Extract("b/c.txt").value(), "two");
}

TEST(ZipArchive, SaysWhichEntryIsMissing) {
  const std::string bytes = testing::MakeZip({{"a.txt", "one"}});
  const auto archive = ZipArchive::Open(bytes);
  ASSERT_TRUE(archive.ok());
  const auto entry = archive->Extract("z.txt");
  ASSERT_FALSE(entry.ok());
  EXPECT_EQ(entry.error().code, ErrorCode::kNotFound);
  EXPECT_NE(entry.error().message.find("z.txt"), std::string::npos);
}

TEST(ZipArchive, RefusesBytesThatAreNoArchive) {
  for (const std::string& bytes : {std::string(), std::string("not a zip"),
                                   std::string("PK\x03\x04 but then nothing that fits")}) {
    const auto archive = ZipArchive::Open(bytes);
    ASSERT_FALSE(archive.ok());
    EXPECT_EQ(archive.error().code, ErrorCode::kSyntax);
  }
}

TEST(ZipArchive, RefusesAnArchiveThatIsCut) {
  const std::string bytes = testing::MakeZip({{"a.txt", std::string(5000, 'x') + "y"}});
  EXPECT_FALSE(ZipArchive::Open(std::string_view(bytes).substr(0, bytes.size() - 30)).ok());
}

TEST(ZipArchive, RefusesABombByItsRatio) {
  const std::string bytes = testing::MakeZip({{"zeros", std::string(size_t{4} << 20, '\0')}});
  const auto archive = ZipArchive::Open(bytes);
  ASSERT_TRUE(archive.ok());
  const auto entry = archive->Extract("zeros");
  ASSERT_FALSE(entry.ok());
  EXPECT_EQ(entry.error().code, ErrorCode::kTooLarge);
  EXPECT_NE(entry.error().message.find("bomb"), std::string::npos);
}

TEST(ZipArchive, RefusesAnEntryAboveTheCeiling) {
  const std::string bytes = testing::MakeZip({{"a", std::string(2000, 'x')}});
  ZipLimits limits;
  limits.max_entry_bytes = 1999;
  const auto archive = ZipArchive::Open(bytes, limits);
  ASSERT_TRUE(archive.ok());
  EXPECT_EQ(archive->Extract("a").error().code, ErrorCode::kTooLarge);
}

TEST(ZipArchive, RefusesTooManyEntries) {
  const std::string bytes = testing::MakeZip({{"a", "1"}, {"b", "2"}, {"c", "3"}});
  ZipLimits limits;
  limits.max_entries = 2;
  EXPECT_EQ(ZipArchive::Open(bytes, limits).error().code, ErrorCode::kTooLarge);
}

TEST(ZipArchive, NoticesDamagedBytes) {
  std::string text;
  for (int i = 0; i < 4000; ++i) text += std::to_string(i * 7919);
  std::string bytes = testing::MakeZip({{"a", text}});
  bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 0x55);
  const auto archive = ZipArchive::Open(bytes);
  ASSERT_TRUE(archive.ok());
  const auto entry = archive->Extract("a");
  ASSERT_FALSE(entry.ok());
  EXPECT_EQ(entry.error().code, ErrorCode::kSyntax);
}

}  // namespace
}  // namespace interdict
