#include "interdict/evaluate/labelled_pairs.h"

#include <gtest/gtest.h>

namespace interdict::evaluate {
namespace {

constexpr std::string_view kHeader = "name1,name2,schema,is_match\n";

TEST(LabelledPairs, AreReadWithTheirGroups) {
  const auto read = ReadLabelledPairs(
      "quality,name1,id,name2,schema,is_match,case_group\n"
      "HIGH,Ana,7,\"Roe, Ana\",Person,TRUE,people\n"
      "LOW,Acme,8,Acme Ltd,,0,\n",
      "p.csv");
  ASSERT_TRUE(read.ok());
  EXPECT_EQ(read->group_columns, (std::vector<std::string>{"case_group", "quality"}));
  ASSERT_EQ(read->pairs.size(), 2);
  const LabelledPair& first = read->pairs[0];
  EXPECT_EQ(first.name2, "Roe, Ana");
  EXPECT_EQ(first.schema, Schema::kPerson);
  EXPECT_TRUE(first.is_match);
  EXPECT_EQ(first.groups, (std::vector<std::string>{"people", "HIGH"}));
  EXPECT_EQ(first.line, 2);
  EXPECT_EQ(read->pairs[1].schema, std::nullopt);
  EXPECT_FALSE(read->pairs[1].is_match);
}

TEST(LabelledPairs, AWrongFileIsAnErrorWithItsLine) {
  const std::string header(kHeader);
  const struct {
    std::string bytes;
    const char* text;
  } kCases[] = {
      {"", "p.csv:1: the file is empty"},
      {"name1,name2,schema\n", "p.csv:1: "},
      {header, "p.csv:1: no pair behind the header"},
      {header + "a,b,Person,true\na,b,Person,perhaps\n", "p.csv:3: is_match \"perhaps\""},
      {header + "a,b,Person,\n", "p.csv:2: is_match \"\""},
      {header + "a,b,Martian,true\n", "p.csv:2: no schema \"Martian\""},
      {header + "a,b,Person,true,more\n", "p.csv:2: 5 cells, but the header has 4"},
      {header + "a,\"b,Person,true\n", "p.csv:2"},
  };
  for (const auto& c : kCases) {
    const auto read = ReadLabelledPairs(c.bytes, "p.csv");
    ASSERT_FALSE(read.ok()) << c.bytes;
    EXPECT_EQ(read.error().Text().find(c.text), 0) << read.error().Text();
  }
}

}  // namespace
}  // namespace interdict::evaluate
