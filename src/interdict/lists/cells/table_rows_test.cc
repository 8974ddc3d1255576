#include "interdict/lists/cells/table_rows.h"

#include <gtest/gtest.h>

namespace interdict {
namespace {

std::string Show(const TableRows& table, const TableRow& row) {
  std::string out;
  for (const TableCell& cell : row.cells) {
    out += table.columns()[cell.column] + "=" + std::string(cell.text) + (cell.whole ? "* " : " ");
  }
  return out;
}

TEST(TableRows, GivesTheFilledCellsOfCsv) {
  ParseReport report;
  auto table = OpenCsvTable({"a.csv", "id,Name,note\n1, A ,\n2,B,x,extra\n"}, "s", {}, &report);
  ASSERT_TRUE(table.ok());
  auto row = (*table)->Next();
  ASSERT_TRUE(row.ok());
  EXPECT_EQ(Show(**table, **row), "id=1 Name=A ");
  EXPECT_EQ((*table)->Text(**row, "name"), "A");
  EXPECT_EQ((*table)->Text(**row, "note"), "");
  row = (*table)->Next();
  EXPECT_EQ(Show(**table, **row), "id=2 Name=B note=x column 4=extra ");
  EXPECT_EQ((*row)->line, 3U);
  EXPECT_EQ((*table)->Next().value(), nullptr);
  EXPECT_EQ(report.rows_in, 2U);
}

TEST(TableRows, FlattensJson) {
  ParseReport report;
  auto table = OpenJsonTable(
      {"a.jsonl",
       R"({"id":7,"name":"A","alias":["x; y","z"],"birth":{"date":1957,"place":null},"ok":true,
      )"
       "\"docs\":[{\"no\":\"1\"},{\"no\":\"2\"}]}"},
      "s", &report);
  ASSERT_TRUE(table.ok());
  // The text above has a line break inside: the first line alone is no JSON.
  EXPECT_FALSE((*table)->Next().ok());
  table =
      OpenJsonTable({"a.jsonl",
                     "{\"id\":7,\"name\":\"A\",\"alias\":[\"x; y\",\"z\"],\"birth\":{\"date\":1957,"
                     "\"place\":null},\"ok\":true,\"docs\":[{\"no\":\"1\"},{\"no\":\"2\"}]}\n"},
                    "s", &report);
  ASSERT_TRUE(table.ok());
  const auto row = (*table)->Next();
  ASSERT_TRUE(row.ok()) << row.error().Text();
  EXPECT_EQ(Show(**table, **row),
            "id=7 name=A alias=x; y* alias=z* birth.date=1957 ok=true docs.no=1 docs.no=2 ");
}

TEST(TableRows, NamesTheFileInErrors) {
  ParseReport report;
  auto table = OpenJsonTable({"bad.jsonl", "{\"a\":1}\n{\"a\":\n"}, "s", &report);
  ASSERT_TRUE(table.ok());
  ASSERT_TRUE((*table)->Next().ok());
  const auto row = (*table)->Next();
  ASSERT_FALSE(row.ok());
  EXPECT_EQ(row.error().where.file, "bad.jsonl");
  EXPECT_EQ(row.error().where.line, 2U);
}

TEST(TableRows, BoundsTheNumberOfKeys) {
  ParseReport report;
  std::string text = "{";
  for (size_t i = 0; i <= TableRows::kMaxColumns; ++i) {
    text += (i == 0 ? "\"k" : ",\"k") + std::to_string(i) + "\":1";
  }
  text += "}";
  auto table = OpenJsonTable({"wide.jsonl", text}, "s", &report);
  ASSERT_TRUE(table.ok());
  EXPECT_EQ((*table)->Next().error().code, ErrorCode::kTooLarge);
}

}  // namespace
}  // namespace interdict
