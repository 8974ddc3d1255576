#include "interdict/index/index_file.h"

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "interdict/index/replace_file.h"

namespace interdict::index {
namespace {

struct Pair {
  uint32_t a;
  uint32_t b;
  bool operator==(const Pair&) const = default;
};

constexpr auto kNumbers = SectionId::kPrograms;
constexpr auto kPairs = SectionId::kSources;
constexpr auto kEmpty = SectionId::kNames;

IndexStamp Stamp(std::string analyser = "fold-1", std::string icu = "72.1") {
  IndexStamp stamp{std::move(analyser), std::move(icu), {}};
  stamp.content.fill(std::byte{7});
  return stamp;
}

IndexFileWriter SmallFile(const IndexStamp& stamp = Stamp(), uint64_t value = 3) {
  IndexFileWriter writer(stamp);
  writer.Add(kNumbers, std::vector<uint64_t>{1, 2, value});
  writer.Add(kEmpty, std::vector<uint32_t>{});
  writer.Add(kPairs, std::vector<Pair>{{4, 5}});
  return writer;
}

AlignedBuffer Copy(std::span<const std::byte> bytes) {
  AlignedBuffer copy(bytes.size());
  std::copy(bytes.begin(), bytes.end(), copy.bytes().begin());
  return copy;
}

class TempFolder {
 public:
  TempFolder() : path_(::testing::TempDir() + "interdict_index_XXXXXX") {
    EXPECT_NE(mkdtemp(path_.data()), nullptr);
  }
  ~TempFolder() { std::filesystem::remove_all(path_); }
  std::string File() const { return path_ + "/index"; }

 private:
  std::string path_;
};

void WriteBytes(const std::string& path, std::span<const std::byte> bytes) {
  std::ofstream out(path, std::ios::binary);
  out.write(reinterpret_cast<const char*>(bytes.data()),
            static_cast<std::streamsize>(bytes.size()));
}

void ExpectSmallFile(const Result<IndexFile>& file) {
  ASSERT_TRUE(file.ok()) << file.error().Text();
  const auto numbers = file->Section<uint64_t>(kNumbers);
  ASSERT_TRUE(numbers.ok());
  EXPECT_EQ(std::vector(numbers->begin(), numbers->end()), (std::vector<uint64_t>{1, 2, 3}));
  const auto pairs = file->Section<Pair>(kPairs);
  ASSERT_TRUE(pairs.ok());
  ASSERT_EQ(pairs->size(), 1U);
  EXPECT_EQ(pairs->front(), (Pair{4, 5}));
  EXPECT_TRUE(file->Section<uint32_t>(kEmpty)->empty());
  EXPECT_EQ(file->stamp(), Stamp());
}

TEST(IndexFile, SectionsComeBackFromMemoryAndFromDisk) {
  const IndexStamp stamp = Stamp();
  ExpectSmallFile(IndexFile::FromBuffer(*SmallFile().ToBuffer(), &stamp));
  const TempFolder folder;
  ASSERT_TRUE(SmallFile().WriteTo(folder.File()).ok());
  ExpectSmallFile(IndexFile::Open(folder.File(), &stamp));
  ExpectSmallFile(IndexFile::Open(folder.File(), nullptr));
}

TEST(IndexFile, SectionsAreAlignedAndSurviveAMove) {
  auto opened = IndexFile::FromBuffer(*SmallFile().ToBuffer(), nullptr);
  const auto before = *opened->Section<uint64_t>(kNumbers);
  const IndexFile moved = std::move(*opened);
  const auto after = *moved.Section<uint64_t>(kNumbers);
  EXPECT_EQ(before.data(), after.data());
  for (const void* data : {static_cast<const void*>(after.data()),
                           static_cast<const void*>(moved.Section<Pair>(kPairs)->data())}) {
    EXPECT_EQ(reinterpret_cast<uintptr_t>(data) % kSectionAlignment, 0U);
  }
}

TEST(IndexFile, AFileWithoutSectionsIsWhole) {
  EXPECT_TRUE(IndexFile::FromBuffer(*IndexFileWriter(Stamp()).ToBuffer(), nullptr).ok());
}

TEST(IndexFile, TheSameInputGivesTheSameBytes) {
  const auto a = *SmallFile().ToBuffer();
  const auto b = *SmallFile().ToBuffer();
  ASSERT_EQ(a.bytes().size(), b.bytes().size());
  EXPECT_EQ(std::memcmp(a.bytes().data(), b.bytes().data(), a.bytes().size()), 0);
}

TEST(IndexFile, ASectionOfAnotherElementSizeOrNoneIsAnError) {
  const auto file = IndexFile::FromBuffer(*SmallFile().ToBuffer(), nullptr);
  EXPECT_EQ(file->Section<uint32_t>(kNumbers).error().code, ErrorCode::kStorage);
  EXPECT_EQ(file->Section<uint32_t>(SectionId::kDates).error().code, ErrorCode::kStorage);
}

TEST(IndexFile, WhatAnotherAnalysisOrOtherListsMadeIsRefused) {
  IndexStamp other_content = Stamp();
  other_content.content[31] = std::byte{8};
  const struct {
    IndexStamp expected;
    std::string says;
  } kCases[] = {
      {Stamp("fold-2"),
       "the index is made by the text analysis fold-1, expected fold-2; it has to "
       "be rebuilt"},
      {Stamp("fold-1", "74.2"),
       "the index is made with ICU 72.1, expected 74.2; it has to be "
       "rebuilt"},
      {other_content,
       "the index is made from other list versions or options; it has to be "
       "rebuilt"},
  };
  for (const auto& c : kCases) {
    const auto file = IndexFile::FromBuffer(*SmallFile().ToBuffer(), &c.expected);
    ASSERT_FALSE(file.ok());
    EXPECT_EQ(file.error().code, ErrorCode::kStoreVersion);
    EXPECT_EQ(file.error().message, c.says);
  }
}

TEST(IndexFile, AnotherFormatVersionAndByteOrderAreNamed) {
  const auto with_byte = [](size_t at, std::byte value) {
    auto buffer = *SmallFile().ToBuffer();
    buffer.bytes()[at] = value;
    return IndexFile::FromBuffer(std::move(buffer), nullptr);
  };
  const auto version = with_byte(12, std::byte{9});
  EXPECT_EQ(version.error().code, ErrorCode::kStoreVersion);
  EXPECT_EQ(version.error().message, "the index is of format 9, expected " +
                                         std::to_string(kIndexFormatVersion) +
                                         "; it has to be rebuilt");
  EXPECT_EQ(with_byte(8, std::byte{1}).error().code, ErrorCode::kStoreVersion);
}

TEST(IndexFile, AFlippedByteAnywhereIsRefused) {
  const IndexStamp stamp = Stamp();
  const auto whole = *SmallFile().ToBuffer();
  for (size_t i = 0; i < whole.bytes().size(); ++i) {
    for (unsigned bit = 0; bit < 8; ++bit) {
      AlignedBuffer altered = Copy(whole.bytes());
      altered.bytes()[i] ^= std::byte{1} << bit;
      const auto file = IndexFile::FromBuffer(std::move(altered), &stamp);
      ASSERT_FALSE(file.ok()) << "byte " << i << " bit " << bit;
    }
  }
}

TEST(IndexFile, AFileCutOffAnywhereOrWithMoreBehindItIsRefused) {
  const auto whole = *SmallFile().ToBuffer();
  for (size_t size = 0; size < whole.bytes().size(); ++size) {
    const auto file = IndexFile::FromBuffer(Copy(whole.bytes().first(size)), nullptr);
    ASSERT_FALSE(file.ok()) << size;
    EXPECT_EQ(file.error().code, ErrorCode::kStorage) << size;
  }
  AlignedBuffer longer(whole.bytes().size() + kSectionAlignment);
  std::copy(whole.bytes().begin(), whole.bytes().end(), longer.bytes().begin());
  EXPECT_FALSE(IndexFile::FromBuffer(std::move(longer), nullptr).ok());
}

TEST(IndexFile, DamageOnDiskNamesTheFile) {
  const TempFolder folder;
  EXPECT_EQ(IndexFile::Open(folder.File(), nullptr).error().code, ErrorCode::kFileNotFound);
  const auto whole = *SmallFile().ToBuffer();
  WriteBytes(folder.File(), whole.bytes().first(300));
  const auto cut = IndexFile::Open(folder.File(), nullptr);
  EXPECT_EQ(cut.error().where.file, folder.File());
  WriteBytes(folder.File(), {});
  EXPECT_EQ(IndexFile::Open(folder.File(), nullptr).error().code, ErrorCode::kStorage);
}

TEST(IndexFile, AStampThatDoesNotFitIsNotCutShort) {
  const auto buffer = SmallFile(Stamp(std::string(64, 'x'))).ToBuffer();
  ASSERT_FALSE(buffer.ok());
  EXPECT_EQ(buffer.error().code, ErrorCode::kTooLarge);
  EXPECT_TRUE(SmallFile(Stamp(std::string(63, 'x'))).ToBuffer().ok());
}

// A large file, all of whose numbers are `value`.
IndexFileWriter LargeFile(uint64_t value) {
  IndexFileWriter writer(Stamp());
  writer.Add(kNumbers, std::vector<uint64_t>(100'000, value));
  return writer;
}

TEST(IndexFile, AKilledWriterLeavesTheOldFile) {
  const TempFolder folder;
  ASSERT_TRUE(LargeFile(1).WriteTo(folder.File()).ok());
  for (int round = 0; round < 20; ++round) {
    const pid_t child = fork();
    if (child == 0) {
      const IndexFileWriter writer = LargeFile(2);
      while (true) (void)writer.WriteTo(folder.File());
    }
    usleep(static_cast<useconds_t>(1000 + 997 * round));
    kill(child, SIGKILL);
    waitpid(child, nullptr, 0);
    const auto file = IndexFile::Open(folder.File(), nullptr);
    ASSERT_TRUE(file.ok()) << file.error().Text();
    EXPECT_EQ(file->Section<uint64_t>(kNumbers)->size(), 100'000U);
  }
}

TEST(IndexFile, AReaderOfAFileThatIsReplacedSeesOneOrTheOtherWhole) {
  const TempFolder folder;
  ASSERT_TRUE(LargeFile(0).WriteTo(folder.File()).ok());
  const pid_t child = fork();
  if (child == 0) {
    for (uint64_t value = 1; value < 40; ++value) (void)LargeFile(value).WriteTo(folder.File());
    _exit(0);
  }
  const auto kept = IndexFile::Open(folder.File(), nullptr);
  ASSERT_TRUE(kept.ok());
  const uint64_t kept_value = kept->Section<uint64_t>(kNumbers)->front();
  int status = 0;
  while (waitpid(child, &status, WNOHANG) == 0) {
    const auto file = IndexFile::Open(folder.File(), nullptr);
    ASSERT_TRUE(file.ok()) << file.error().Text();
    const auto numbers = *file->Section<uint64_t>(kNumbers);
    EXPECT_EQ(std::count(numbers.begin(), numbers.end(), numbers.front()), 100'000);
  }
  const auto numbers = *kept->Section<uint64_t>(kNumbers);
  EXPECT_EQ(std::count(numbers.begin(), numbers.end(), kept_value), 100'000)
      << "who has the old file mapped keeps it";
  EXPECT_EQ(IndexFile::Open(folder.File(), nullptr)->Section<uint64_t>(kNumbers)->front(), 39U);
}

}  // namespace
}  // namespace interdict::index
