#include "interdict/base/mapped_file.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <cstdio>
#include <fstream>

namespace interdict {
namespace {

std::string TempPath(const std::string& name) {
  return testing::TempDir() + "mapped_file_" + name;
}

std::string WriteTemp(const std::string& name, const std::string& bytes) {
  std::ofstream(TempPath(name), std::ios::binary) << bytes;
  return TempPath(name);
}

TEST(MappedFile, GivesTheBytesAndMovesThem) {
  auto file = MappedFile::Open(WriteTemp("bytes", std::string("a\0b", 3)));
  ASSERT_TRUE(file.ok());
  MappedFile moved = std::move(*file);
  EXPECT_EQ(moved.bytes(), std::string_view("a\0b", 3));
}

TEST(MappedFile, AnEmptyFileIsAnEmptyView) {
  const auto file = MappedFile::Open(WriteTemp("empty", ""));
  ASSERT_TRUE(file.ok());
  EXPECT_TRUE(file->bytes().empty());
}

TEST(MappedFile, SaysWhyAFileCannotBeRead) {
  EXPECT_EQ(MappedFile::Open(TempPath("none")).error().code, ErrorCode::kFileNotFound);
  EXPECT_EQ(MappedFile::Open(testing::TempDir()).error().code, ErrorCode::kFileUnreadable);
  const auto large = MappedFile::Open(WriteTemp("large", "12345"), 4);
  EXPECT_EQ(large.error().code, ErrorCode::kFileTooLarge);
  EXPECT_EQ(large.error().where.file, TempPath("large"));
}

TEST(MappedFile, APipeIsRefusedAndNotWaitedFor) {
  const std::string path = TempPath("pipe");
  std::remove(path.c_str());
  ASSERT_EQ(mkfifo(path.c_str(), 0600), 0);
  EXPECT_EQ(MappedFile::Open(path).error().code, ErrorCode::kFileUnreadable);
  std::remove(path.c_str());
}

}  // namespace
}  // namespace interdict
