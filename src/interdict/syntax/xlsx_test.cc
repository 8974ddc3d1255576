#include "interdict/syntax/xlsx.h"

#include <gtest/gtest.h>

#include "interdict/syntax/testing/zip_writer.h"

namespace interdict {
namespace {

struct Sheet {
  XlsxSheet sheet;
  std::vector<XlsxRow> rows;
};

Result<Sheet> Read(const std::string& bytes) {
  Sheet read;
  auto sheet = StreamXlsx(bytes, [&](const XlsxRow& row) -> Status {
    read.rows.push_back(row);
    return Ok{};
  });
  if (!sheet.ok()) return sheet.error();
  read.sheet = std::move(*sheet);
  return read;
}

TEST(Xlsx, ReadsSharedStringsNumbersAndGaps) {
  const auto read = Read(
      testing::MakeXlsx("<row r='1'><c r='A1' t='s'><v>0</v></c><c r='C1' t='s'><v>1</v></c></row>"
                        "<row r='5'><c r='B5'><v>41988</v></c></row>",
                        "<si><t>Reference</t></si><si><t xml:space='preserve'> Name </t></si>"));
  ASSERT_TRUE(read.ok()) << read.error().Text();
  ASSERT_EQ(read->rows.size(), 2U);
  EXPECT_EQ(read->rows[0].cells, (std::vector<std::string>{"Reference", "", " Name "}));
  EXPECT_EQ(read->rows[1].number, 5U);
  EXPECT_EQ(read->rows[1][1], "41988");
  EXPECT_EQ(read->rows[1][9], "");
  EXPECT_EQ(read->sheet.name, "List");
  EXPECT_FALSE(read->sheet.uses_1904);
}

TEST(Xlsx, SaysWhenTheWorkbookWasSaved) {
  const auto modified = [](std::string_view properties) {
    const auto read = Read(testing::MakeXlsx("<row><c><v>1</v></c></row>", {}, {}, properties));
    EXPECT_TRUE(read.ok());
    return read.ok() && read->sheet.modified ? FormatIsoDate(*read->sheet.modified) : "";
  };
  EXPECT_EQ(modified("<dcterms:modified>2024-11-11T01:01:21Z</dcterms:modified>"), "2024-11-11");
  EXPECT_EQ(modified("<dcterms:modified>yesterday</dcterms:modified>"), "");
  EXPECT_EQ(modified("<dcterms:modified>2024-11-11T01:01:21Z</dcterms:modified><broken>"), "");
  EXPECT_EQ(modified(""), "");
}

TEST(Xlsx, JoinsFormattedRunsAndLeavesOutPhoneticHints) {
  const auto read = Read(testing::MakeXlsx(
      "<row><c t='s'><v>0</v></c></row>",
      "<si><r><t xml:space='preserve'>Abdul </t></r><r><rPr><b/></rPr><t>Kabir</t></r>"
      "<rPh sb='0' eb='1'><t>hint</t></rPh></si>"));
  ASSERT_TRUE(read.ok()) << read.error().Text();
  EXPECT_EQ(read->rows[0][0], "Abdul Kabir");
}

TEST(Xlsx, ReadsInlineStringsFormulasBooleansAndErrors) {
  const auto read = Read(testing::MakeXlsx(
      "<row><c t='inlineStr'><is><t>in line</t></is></c><c t='str'><f>A1</f><v>result</v></c>"
      "<c t='b'><v>1</v></c><c t='e'><v>#N/A</v></c><c/></row>"));
  ASSERT_TRUE(read.ok()) << read.error().Text();
  EXPECT_EQ(read->rows[0].cells,
            (std::vector<std::string>{"in line", "result", "TRUE", "#N/A", ""}));
}

TEST(Xlsx, WritesWholeNumbersWithoutFractionOrExponent) {
  const auto read = Read(testing::MakeXlsx(
      "<row><c><v>4.1988E4</v></c><c><v>41988.0</v></c><c><v>0.5</v></c><c><v>1e99</v></c></row>"));
  ASSERT_TRUE(read.ok());
  EXPECT_EQ(read->rows[0].cells, (std::vector<std::string>{"41988", "41988", "0.5", "1e99"}));
}

TEST(Xlsx, ResolvesEscapesOfControlCharacters) {
  const auto read = Read(testing::MakeXlsx(
      "<row><c t='inlineStr'><is><t>a_x000D_b _x005F_x0041_ _xZZZZ_ _x</t></is></c></row>"));
  ASSERT_TRUE(read.ok());
  EXPECT_EQ(read->rows[0][0], "a\rb _x0041_ _xZZZZ_ _x");
}

TEST(Xlsx, SaysWhenDaysCountFrom1904) {
  const auto read = Read(testing::MakeXlsx("<row/>", {}, "date1904='1'"));
  ASSERT_TRUE(read.ok());
  EXPECT_TRUE(read->sheet.uses_1904);
}

TEST(Xlsx, RefusesAStringThatIsNotThere) {
  const auto read =
      Read(testing::MakeXlsx("<row><c r='A1' t='s'><v>3</v></c></row>", "<si><t>one</t></si>"));
  ASSERT_FALSE(read.ok());
  EXPECT_EQ(read.error().code, ErrorCode::kSyntax);
  EXPECT_NE(read.error().message.find("A1"), std::string::npos);
}

TEST(Xlsx, RefusesCellsFarOutAndRowsTooWide) {
  EXPECT_EQ(Read(testing::MakeXlsx("<row><c r='XFD1'><v>1</v></c></row>")).error().code,
            ErrorCode::kTooLarge);
  std::string wide = "<row>";
  for (size_t i = 0; i <= kMaxXlsxColumns; ++i) wide += "<c/>";
  EXPECT_EQ(Read(testing::MakeXlsx(wide + "</row>")).error().code, ErrorCode::kTooLarge);
}

TEST(Xlsx, RefusesAnArchiveThatIsNoWorkbook) {
  EXPECT_EQ(Read(testing::MakeZip({{"a.txt", "hello"}})).error().code, ErrorCode::kWrongDocument);
}

TEST(Xlsx, RefusesASheetThatIsNotClosed) {
  const auto read = Read(testing::MakeZip(
      {{"xl/workbook.xml", "<workbook xmlns:r='r'><sheet r:id='a' name='n'/></workbook>"},
       {"xl/_rels/workbook.xml.rels", "<R><Relationship Id='a' Target='/xl/s.xml'/></R>"},
       {"xl/s.xml", "<worksheet><row><c><v>1</v></c></row>"}}));
  ASSERT_FALSE(read.ok());
  EXPECT_EQ(read.error().code, ErrorCode::kTruncated);
  EXPECT_NE(read.error().message.find("xl/s.xml"), std::string::npos);
}

}  // namespace
}  // namespace interdict
