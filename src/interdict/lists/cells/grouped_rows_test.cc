#include "interdict/lists/cells/grouped_rows.h"

#include <gtest/gtest.h>

namespace interdict {
namespace {

GroupedRows Index(std::string_view bytes) {
  GroupedRows groups(bytes, {});
  CsvReader reader(bytes);
  while (true) {
    const auto row = reader.Next();
    EXPECT_TRUE(row.ok());
    if (!row.ok() || *row == nullptr) return groups;
    groups.Add((**row)[0], **row);
  }
}

std::string RowsOf(const GroupedRows& groups, size_t group) {
  std::string text;
  EXPECT_TRUE(groups
                  .ForEachRow(group,
                              [&](const CsvRow& row) -> Status {
                                text += std::to_string(row.line) + ":" + std::string(row[1]) + " ";
                                return Ok{};
                              })
                  .ok());
  return text;
}

TEST(GroupedRows, PutsScatteredRowsTogetherInFileOrder) {
  const GroupedRows groups = Index("7,a\n7,b\n9,c\n7,d\n9,e\n");
  ASSERT_EQ(groups.size(), 2U);
  EXPECT_EQ(groups.key(0), "7");
  EXPECT_EQ(RowsOf(groups, 0), "1:a 2:b 4:d ");
  EXPECT_EQ(RowsOf(groups, 1), "3:c 5:e ");
  EXPECT_EQ(groups.first_line(1), 3U);
}

TEST(GroupedRows, CountsLinesInsideQuotedCells) {
  const GroupedRows groups = Index("7,\"a\r\nb\"\r\n\r\n9,c\r\n7,d\r\n");
  EXPECT_EQ(RowsOf(groups, 0), "1:a\r\nb 5:d ");
  EXPECT_EQ(RowsOf(groups, 1), "4:c ");
}

TEST(GroupedRows, ARowWithoutKeyBelongsToNobody) {
  const GroupedRows groups = Index("7,a\n,b\n7,c\n");
  ASSERT_EQ(groups.size(), 1U);
  EXPECT_EQ(RowsOf(groups, 0), "1:a 3:c ");
}

TEST(GroupedRows, ALiteralRowKeepsItsQuotes) {
  constexpr std::string_view kBytes = "7,\"a\n7,b\n";
  GroupedRows groups(kBytes, {});
  CsvRow row;
  row.line = 1;
  groups.Add("7", row, GroupedRows::Quoting::kLiteral);
  row.byte = 5;
  row.line = 2;
  groups.Add("7", row);
  EXPECT_EQ(RowsOf(groups, 0), "1:\"a 2:b ");
}

TEST(GroupedRows, AnErrorOfTheCallbackEndsTheReading) {
  const GroupedRows groups = Index("7,a\n7,b\n");
  int rows = 0;
  const Status status = groups.ForEachRow(0, [&](const CsvRow&) -> Status {
    ++rows;
    return MakeError(ErrorCode::kTooLarge, "enough");
  });
  EXPECT_FALSE(status.ok());
  EXPECT_EQ(rows, 1);
}

}  // namespace
}  // namespace interdict
