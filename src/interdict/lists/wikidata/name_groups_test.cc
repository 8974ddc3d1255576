#include "interdict/lists/wikidata/name_groups.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "interdict/lists/registry.h"

namespace interdict {
namespace {

constexpr std::string_view kTable =
    "# names, made up for this test\n"
    "kozlov, козлов ,  קוזלוב => Q11\n"
    "\n"
    "anna-maria,анна => Q7\r\n";

struct Read {
  Result<NameGroupCounts> counts = NameGroupCounts{};
  std::string text;
};

Read ReadText(std::string_view text) {
  Read read;
  read.counts =
      ReadNameGroups(text, "t.txt", [&](uint32_t group, std::span<const std::string_view> names) {
        read.text += std::to_string(group) + ":";
        for (std::string_view name : names) {
          read.text += std::string(name) + "|";
        }
      });
  return read;
}

TEST(NameGroups, ALineIsAGroup) {
  const Read read = ReadText(kTable);
  ASSERT_TRUE(read.counts.ok()) << read.counts.error().Text();
  EXPECT_EQ(read.counts->groups, 2U);
  EXPECT_EQ(read.counts->names, 5U);
  EXPECT_EQ(read.text, "11:kozlov|козлов|קוזלוב|7:anna-maria|анна|");
}

TEST(NameGroups, WhatIsNotOfTheFormIsAnErrorWithItsLine) {
  struct Case {
    const char* line;
    ErrorCode code;
  };
  const std::string long_name(kMaxGroupedName + 1, 'a');
  const std::string many_names = [] {
    std::string line;
    while (line.size() <= kMaxNameGroupBytes) line += "name, ";
    return line + "name => Q1\n";
  }();
  const std::string too_long = long_name + ", b => Q1\n";
  const Case kCases[] = {
      {"kozlov, козлов\n", ErrorCode::kSyntax},
      {"kozlov, козлов => \n", ErrorCode::kSyntax},
      {"kozlov, козлов => 12\n", ErrorCode::kSyntax},
      {"kozlov, козлов => Q\n", ErrorCode::kSyntax},
      {"kozlov, козлов => Q012\n", ErrorCode::kSyntax},
      {"kozlov, козлов => Q1234567890\n", ErrorCode::kSyntax},
      {"kozlov, козлов => Q12x\n", ErrorCode::kSyntax},
      {"kozlov, , козлов => Q12\n", ErrorCode::kSyntax},
      {"kozlov, => Q12\n", ErrorCode::kSyntax},
      {"kozlov => Q12\n", ErrorCode::kSyntax},
      {"koz\tlov, козлов => Q12\n", ErrorCode::kSyntax},
      {"kozlov, \xff => Q12\n", ErrorCode::kEncoding},
      {"kozlov, козлов => Q11\n", ErrorCode::kDuplicateRecord},
      {"kozlov, козлов => Q12", ErrorCode::kTruncated},
      {"kozlov, коз", ErrorCode::kTruncated},
      {too_long.c_str(), ErrorCode::kTooLarge},
      {many_names.c_str(), ErrorCode::kTooLarge},
  };
  for (const Case& c : kCases) {
    const Read read = ReadText(std::string(kTable) + c.line);
    ASSERT_FALSE(read.counts.ok()) << c.line;
    EXPECT_EQ(read.counts.error().code, c.code) << c.line << read.counts.error().Text();
    EXPECT_EQ(read.counts.error().where.line, 5U) << c.line;
    EXPECT_EQ(read.counts.error().where.file, "t.txt");
    EXPECT_FALSE(read.counts.error().message.empty());
  }
  EXPECT_EQ(ReadText("").counts.error().code, ErrorCode::kEmptyList);
  EXPECT_EQ(ReadText("# nothing\n\n").counts.error().code, ErrorCode::kEmptyList);
}

TEST(NameGroups, AreToldFromListsByTheirContent) {
  EXPECT_TRUE(IsNameGroups({"x", kTable}));
  EXPECT_FALSE(IsNameGroups({"x", ""}));
  EXPECT_FALSE(IsNameGroups({"x", "name,schema\nkozlov,Person\n"}));
  EXPECT_FALSE(IsNameGroups({"x", "<html>\n</html>\n"}));
  EXPECT_FALSE(IsNameGroups({"x", std::string_view("\x1f\x8b\x08 no gzip", 11)}));
  const InputFile file{"names.txt", kTable};
  const auto format = RecogniseFormat(std::span(&file, 1));
  ASSERT_FALSE(format.ok());
  EXPECT_NE(format.error().message.find("import it as name_variants"), std::string::npos);
}

}  // namespace
}  // namespace interdict
