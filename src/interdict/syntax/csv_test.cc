#include "interdict/syntax/csv.h"

#include <gtest/gtest.h>

namespace interdict {
namespace {

using Rows = std::vector<std::vector<std::string>>;

struct Outcome {
  Rows rows;
  std::vector<uint64_t> lines;
  bool unterminated = false;
  Status status = Ok{};
  ErrorCode code() const { return status.ok() ? ErrorCode{} : status.error().code; }
};

Outcome ReadAll(std::string_view bytes, CsvOptions options = {}) {
  Outcome outcome;
  CsvReader reader(bytes, options);
  while (true) {
    auto row = reader.Next();
    if (!row.ok()) {
      outcome.status = std::move(row).error();
      return outcome;
    }
    if (*row == nullptr) return outcome;
    outcome.rows.emplace_back((*row)->cells.begin(), (*row)->cells.end());
    outcome.lines.push_back((*row)->line);
    outcome.unterminated = (*row)->unterminated;
  }
}

constexpr CsvOptions kLazy{.lazy_quotes = true};

TEST(Csv, ReadsQuotedCellsWithDelimitersLineBreaksAndDoubledQuotes) {
  EXPECT_EQ(ReadAll("a,\"b,c\",\"d\r\ne\",\"say \"\"x\"\"\",\"\"\n").rows,
            (Rows{{"a", "b,c", "d\r\ne", "say \"x\"", ""}}));
  EXPECT_EQ(ReadAll("\"\"\"\"\"\"\n").rows, (Rows{{"\"\""}}));
}

TEST(Csv, AnyLineEndEndsARowAndEmptyLinesAreSkipped) {
  const Outcome outcome = ReadAll("a\nb\r\nc\rd\n\n\r\n\re");
  EXPECT_EQ(outcome.rows, (Rows{{"a"}, {"b"}, {"c"}, {"d"}, {"e"}}));
  EXPECT_EQ(outcome.lines, (std::vector<uint64_t>{1, 2, 3, 4, 8}));
}

TEST(Csv, LinesWithinQuotedCellsAreCounted) {
  EXPECT_EQ(ReadAll("\"a\nb\r\nc\rd\",x\ny\n").lines, (std::vector<uint64_t>{1, 5}));
  EXPECT_EQ(ReadAll("\"a\r\"\n\"\"\"\n\"\ny").lines, (std::vector<uint64_t>{1, 3, 5}));
}

TEST(Csv, AByteOrderMarkIsNoData) {
  EXPECT_EQ(ReadAll("\xEF\xBB\xBF\"a\",b").rows, (Rows{{"a", "b"}}));
  EXPECT_TRUE(ReadAll("\xEF\xBB\xBF").rows.empty());
}

TEST(Csv, EmptyCellsAtTheEndOfARowCount) {
  EXPECT_EQ(ReadAll("a,,\n,\n").rows, (Rows{{"a", "", ""}, {"", ""}}));
  EXPECT_EQ(ReadAll("a,").rows, (Rows{{"a", ""}}));
  EXPECT_TRUE(ReadAll("").rows.empty());
}

TEST(Csv, OtherDelimiters) {
  EXPECT_EQ(ReadAll("a;b,c;\"d;e\"", {.delimiter = ';'}).rows, (Rows{{"a", "b,c", "d;e"}}));
  EXPECT_EQ(ReadAll("a\tb", {.delimiter = '\t'}).rows, (Rows{{"a", "b"}}));
}

TEST(Csv, TheEndMarkOfOfacFilesIsNoRow) {
  for (const char* end : {"\x1A", "\x1A\r\n", "\r\n\x1A", "\r\n\x1A\r\n", "\r\n\x1A\x1A"}) {
    EXPECT_EQ(ReadAll("a,b\r\nc,d" + std::string(end)).rows, (Rows{{"a", "b"}, {"c", "d"}})) << end;
    EXPECT_EQ(ReadAll("a,\"b\"" + std::string(end)).rows, (Rows{{"a", "b"}})) << end;
  }
  EXPECT_TRUE(ReadAll("\x1A").rows.empty());
}

TEST(Csv, TheEndMarkWithinTheInputIsData) {
  EXPECT_EQ(ReadAll("a\x1A,b\x1A\nc\x1A\nd").rows, (Rows{{"a\x1A", "b\x1A"}, {"c\x1A"}, {"d"}}));
  EXPECT_EQ(ReadAll("\"a\x1A\"\n").rows, (Rows{{"a\x1A"}}));
  EXPECT_EQ(ReadAll("\"a\"\x1A"
                    "b,c\n")
                .code(),
            ErrorCode::kSyntax);
}

TEST(Csv, TellsARowThatMayBeCut) {
  EXPECT_TRUE(ReadAll("a,b\nc,-0").unterminated);
  EXPECT_TRUE(ReadAll("a,b\nc,\"-0\"").unterminated);
  EXPECT_FALSE(ReadAll("a,b\nc,-0\n").unterminated);
  EXPECT_FALSE(ReadAll("a,b\nc,-0\x1A").unterminated);
  EXPECT_FALSE(ReadAll("a,b\nc,\"-0\"\x1A").unterminated);
}

TEST(Csv, AnUnclosedQuoteIsTruncatedAndNamesWhereItBegins) {
  const Outcome outcome = ReadAll("a\nb,\"c\nd,e\n");
  EXPECT_EQ(outcome.code(), ErrorCode::kTruncated);
  EXPECT_EQ(outcome.status.error().where.line, 2u);
  EXPECT_EQ(outcome.status.error().where.byte, 4u);
  EXPECT_EQ(ReadAll("\"").code(), ErrorCode::kTruncated);
  EXPECT_EQ(ReadAll("\"a\"\"").code(), ErrorCode::kTruncated);
}

TEST(Csv, StrayQuotesAreErrorsUnlessLazy) {
  EXPECT_EQ(ReadAll("a\"b,c\n").code(), ErrorCode::kSyntax);
  EXPECT_EQ(ReadAll("\"a\"b,c\n").code(), ErrorCode::kSyntax);
  EXPECT_EQ(ReadAll("a\"b,c\n", kLazy).rows, (Rows{{"a\"b", "c"}}));
  EXPECT_EQ(ReadAll("\"the \"Base\" group\",c\n", kLazy).rows, (Rows{{"the \"Base\" group", "c"}}));
  EXPECT_EQ(ReadAll("\"a\"b\",\"\"\"c\"\n", kLazy).rows, (Rows{{"a\"b", "\"c"}}));
}

TEST(Csv, LimitsHoldForQuotedCellsOfManyPieces) {
  const CsvOptions options{.max_cell_bytes = 8, .max_columns = 3};
  EXPECT_EQ(ReadAll("12345678\n", options).rows.size(), 1u);
  EXPECT_EQ(ReadAll("123456789\n", options).code(), ErrorCode::kTooLarge);
  EXPECT_EQ(ReadAll("\"12345678\"\n", options).rows.size(), 1u);
  EXPECT_EQ(ReadAll("\"123456789\"\n", options).code(), ErrorCode::kTooLarge);
  EXPECT_EQ(ReadAll("\"12\"\"45\"\"78\"\n", options).rows.size(), 1u);
  EXPECT_EQ(ReadAll("\"12\"\"45\"\"78\"\"0\"\n", options).code(), ErrorCode::kTooLarge);
  EXPECT_EQ(ReadAll("1,2,3\n", options).rows.size(), 1u);
  EXPECT_EQ(ReadAll("1,2,3,4\n", options).code(), ErrorCode::kTooLarge);
}

TEST(Csv, ManyUnescapedCellsOfARowStayValid) {
  const auto quoted = [](size_t i) {
    std::string cell(1, '"');
    cell.append(std::to_string(i));
    return cell;
  };
  std::string text;
  for (size_t i = 0; i < 4096; ++i) {
    if (i > 0) text.push_back(',');
    text.append("\"\"").append(quoted(i)).push_back('"');
  }
  std::string twice = text;
  twice.append("\n").append(text);
  const Outcome outcome = ReadAll(twice);
  ASSERT_EQ(outcome.rows.size(), 2u);
  for (size_t i = 0; i < 4096; ++i) EXPECT_EQ(outcome.rows[1][i], quoted(i));
}

TEST(Csv, ARowShorterThanAskedForGivesEmptyCells) {
  CsvReader reader("a,b\n");
  const CsvRow& row = **reader.Next();
  EXPECT_EQ(row[1], "b");
  EXPECT_EQ(row[7], "");
  EXPECT_EQ(row.size(), 2u);
}

TEST(CsvHeader, FindsColumnsWithoutRegardToCaseAndRemembersWhich) {
  CsvReader reader(" Unique ID ,Name 6,Extra\n");
  CsvHeader header(**reader.Next());
  EXPECT_EQ(header.Find("name 6"), 1u);
  EXPECT_EQ(*header.Require("UNIQUE ID"), 0u);
  EXPECT_EQ(header.Find("Name 1"), CsvHeader::npos);
  EXPECT_EQ(header.Require("Name 1").error().code, ErrorCode::kMissingColumn);
  EXPECT_TRUE(header.used(0) && header.used(1) && !header.used(2));
  EXPECT_EQ(header.name(2), "Extra");
}

}  // namespace
}  // namespace interdict
