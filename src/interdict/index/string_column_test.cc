#include "interdict/index/string_column.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace interdict::index {
namespace {

constexpr auto kOffsets = SectionId::kTextOffsets;
constexpr auto kBytes = SectionId::kTextBytes;

IndexFile FileOf(IndexFileWriter& writer) {
  return *IndexFile::FromBuffer(*writer.ToBuffer(), nullptr);
}

TEST(StringColumn, TextsComeBackInTheirOrder) {
  const std::vector<std::string> texts = {"", "Ana", std::string("a\0b", 3), "\xC3\xA9", "Ana"};
  StringColumnWriter column;
  for (size_t i = 0; i < texts.size(); ++i) EXPECT_EQ(column.Add(texts[i]), i);
  IndexFileWriter writer{IndexStamp{}};
  ASSERT_TRUE(column.AddTo(&writer, kOffsets, kBytes).ok());
  const IndexFile file = FileOf(writer);
  const auto read = StringColumn::Open(file, kOffsets, kBytes);
  ASSERT_TRUE(read.ok());
  ASSERT_EQ(read->size(), texts.size());
  for (uint32_t i = 0; i < texts.size(); ++i) EXPECT_EQ((*read)[i], texts[i]);
}

TEST(StringColumn, AColumnWithoutTextsIsWhole) {
  IndexFileWriter writer{IndexStamp{}};
  ASSERT_TRUE(StringColumnWriter().AddTo(&writer, kOffsets, kBytes).ok());
  const IndexFile file = FileOf(writer);
  EXPECT_EQ(StringColumn::Open(file, kOffsets, kBytes)->size(), 0U);
}

TEST(StringColumn, AnInternedTextStandsOnce) {
  StringColumnWriter column;
  std::vector<uint32_t> numbers;
  for (int i = 0; i < 5000; ++i) numbers.push_back(column.Intern("text " + std::to_string(i)));
  for (int i = 0; i < 5000; ++i) {
    EXPECT_EQ(column.Intern("text " + std::to_string(i)), numbers[static_cast<size_t>(i)]);
  }
  EXPECT_EQ(column.size(), 5000U);
  EXPECT_EQ(column[numbers[4321]], "text 4321");
}

TEST(StringColumn, OffsetsThatDoNotFitTheBytesAreRefused) {
  const std::vector<std::vector<uint32_t>> kBad = {{},     {0},          {1, 4},   {0, 3},
                                                   {0, 5}, {0, 3, 2, 4}, {0, 9, 4}};
  for (const auto& offsets : kBad) {
    IndexFileWriter writer{IndexStamp{}};
    writer.Add(kOffsets, offsets);
    writer.Add(kBytes, std::vector<char>{'a', 'b', 'c', 'd'});
    const IndexFile file = FileOf(writer);
    const auto column = StringColumn::Open(file, kOffsets, kBytes);
    ASSERT_FALSE(column.ok());
    EXPECT_EQ(column.error().code, ErrorCode::kStorage);
  }
}

}  // namespace
}  // namespace interdict::index
