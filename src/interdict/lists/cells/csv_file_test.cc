#include "interdict/lists/cells/csv_file.h"

#include <gtest/gtest.h>

namespace interdict {
namespace {

TEST(CsvFile, GivesRowsAndKeepsColumnsNobodyAskedFor) {
  ParseReport report;
  auto file = CsvFile::Open({"a.csv", "id,colour,\n1,red,x\n2,,\n"}, "s", {}, &report);
  ASSERT_TRUE(file.ok());
  EXPECT_EQ(file->Require("ID").value(), 0U);
  Record record;
  auto row = file->Next();
  ASSERT_TRUE(row.ok());
  file->KeepUnused(**row, &record);
  ASSERT_EQ(record.uninterpreted.size(), 2U);
  EXPECT_EQ(record.uninterpreted[0].field, "colour");
  EXPECT_EQ(record.uninterpreted[1].field, "column 3");
  row = file->Next();
  ASSERT_TRUE(row.ok());
  record.uninterpreted.clear();
  file->KeepUnused(**row, &record);
  EXPECT_TRUE(record.uninterpreted.empty());
  EXPECT_EQ(file->Next().value(), nullptr);
  EXPECT_EQ(report.rows_in, 2U);
}

TEST(CsvFile, ReportsRowsOfTheWrongWidth) {
  ParseReport report;
  auto file = CsvFile::Open({"a.csv", "id,name\n1\n2,b,c\n3,d\n"}, "s", {}, &report);
  ASSERT_TRUE(file.ok());
  for (int i = 0; i < 3; ++i) ASSERT_TRUE(file->Next().ok());
  EXPECT_EQ(report.defect_counts["column_count"], 2U);
  EXPECT_EQ(report.defects[0].line, 2U);
}

TEST(CsvFile, RefusesAFileThatIsCutWithinARow) {
  ParseReport report;
  auto file = CsvFile::Open({"a.csv", "id,name,x\n1,a,b\n2,c"}, "s", {}, &report);
  ASSERT_TRUE(file.ok());
  ASSERT_TRUE(file->Next().ok());
  const auto row = file->Next();
  ASSERT_FALSE(row.ok());
  EXPECT_EQ(row.error().code, ErrorCode::kTruncated);
  EXPECT_EQ(row.error().where.file, "a.csv");
  EXPECT_EQ(row.error().where.source, "s");
  EXPECT_EQ(row.error().where.line, 3U);
}

TEST(CsvFile, NamesTheFileInEveryError) {
  ParseReport report;
  EXPECT_EQ(CsvFile::Open({"e.csv", ""}, "s", {}, &report).error().where.file, "e.csv");
  auto file = CsvFile::Open({"m.csv", "id\n\"1"}, "s", {}, &report);
  ASSERT_TRUE(file.ok());
  EXPECT_EQ(file->Require("name").error().where.file, "m.csv");
  EXPECT_EQ(file->Next().error().where.file, "m.csv");
}

}  // namespace
}  // namespace interdict
