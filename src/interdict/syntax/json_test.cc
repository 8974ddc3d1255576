#include "interdict/syntax/json.h"

#include <gtest/gtest.h>

#include <vector>

namespace interdict {
namespace {

struct Streamed {
  Status status = Ok{};
  std::vector<std::string> elements;
  std::vector<uint64_t> lines;
  std::vector<std::string> members;
};

Streamed Stream(std::string_view bytes) {
  Streamed out;
  JsonArrayCallbacks callbacks;
  callbacks.element = [&](std::string_view text, const JsonPlace& place) -> Status {
    out.elements.emplace_back(text);
    out.lines.push_back(place.line);
    return Ok{};
  };
  callbacks.member = [&](std::string_view key, std::string_view text) -> Status {
    out.members.push_back(std::string(key) + "=" + std::string(text));
    return Ok{};
  };
  out.status = StreamJsonArray(bytes, "results", callbacks);
  return out;
}

ErrorCode CodeOf(std::string_view bytes) {
  const Streamed out = Stream(bytes);
  EXPECT_FALSE(out.status.ok()) << bytes;
  return out.status.ok() ? ErrorCode::kFileNotFound : out.status.error().code;
}

TEST(JsonArray, BracketsAndEscapedQuotesInsideStringsEndNoElement) {
  const Streamed out = Stream(R"({"results":[{"a":"x\"]}\\"},{"b":"\\\""},"]"]})");
  ASSERT_TRUE(out.status.ok()) << out.status.error().Text();
  EXPECT_EQ(out.elements,
            (std::vector<std::string>{R"({"a":"x\"]}\\"})", R"({"b":"\\\""})", "\"]\""}));
  for (const char* open : {R"({"results":["a\"]})", R"({"results":["a\\\")", R"({"results":["\)"}) {
    EXPECT_FALSE(Stream(open).status.ok()) << open;
  }
}

TEST(Json, ParsesValuesAndNamesWhatIsWrong) {
  JsonParser parser;
  const auto object = parser.ParseObject(R"({"a":"x","n":[1,2.5,true,null,"s",{"o":1}]})");
  ASSERT_TRUE(object.ok());
  EXPECT_EQ(JsonString(*object, "a"), "x");
  EXPECT_EQ(JsonString(*object, "n"), "");
  EXPECT_EQ(JsonString(*object, "missing"), "");
  std::vector<std::string> texts;
  ForEachJsonText(object->at_key("n").value_unsafe(),
                  [&](std::string_view text) { texts.emplace_back(text); });
  EXPECT_EQ(texts, (std::vector<std::string>{"1", "2.5", "true", "s"}));
  EXPECT_EQ(parser.ParseObject("[1]").error().code, ErrorCode::kSyntax);
  EXPECT_EQ(parser.Parse("{\"a\":}").error().code, ErrorCode::kSyntax);
  EXPECT_EQ(parser.Parse("\"\xC3\x28\"").error().code, ErrorCode::kEncoding);
  EXPECT_EQ(parser.Parse("").error().code, ErrorCode::kSyntax);
}

TEST(Json, RefusesDeepNesting) {
  JsonParser parser;
  const std::string deep = std::string(1000, '[') + std::string(1000, ']');
  EXPECT_EQ(parser.Parse(deep).error().code, ErrorCode::kTooDeep);
  EXPECT_EQ(CodeOf("{\"results\":[" + deep + "]}"), ErrorCode::kTooDeep);
}

TEST(JsonLines, GivesLinesWithTheirPlace) {
  JsonLines lines("\xEF\xBB\xBF{\"a\":1}\r\n\n  {\"a\":2}");
  JsonParser parser;
  ASSERT_TRUE(lines.Next());
  EXPECT_EQ(lines.text(), "{\"a\":1}");
  EXPECT_EQ(lines.line(), 1U);
  EXPECT_FALSE(lines.unterminated());
  ASSERT_TRUE(lines.Next());
  EXPECT_EQ(lines.line(), 3U);
  EXPECT_TRUE(lines.unterminated());
  EXPECT_TRUE(lines.Parse(&parser).ok());
  EXPECT_FALSE(lines.Next());
}

TEST(JsonLines, SaysWhereAMalformedLineStandsAndWhetherItIsCut) {
  JsonParser parser;
  JsonLines malformed("{\"a\":1}\n{\"a\"}\n{\"a\":3}\n");
  ASSERT_TRUE(malformed.Next());
  ASSERT_TRUE(malformed.Next());
  const auto object = malformed.Parse(&parser);
  ASSERT_FALSE(object.ok());
  EXPECT_EQ(object.error().code, ErrorCode::kSyntax);
  EXPECT_EQ(object.error().where.line, 2U);
  EXPECT_EQ(object.error().where.byte, 8U);
  JsonLines cut("{\"a\":{\"b\":[1,2");
  ASSERT_TRUE(cut.Next());
  EXPECT_EQ(cut.Parse(&parser).error().code, ErrorCode::kTruncated);
}

TEST(JsonArray, StreamsElementsAndOtherMembers) {
  const Streamed out = Stream(
      "{ \"total\": 2,\n \"results\": [ {\"a\":\"]}\\\"\"},\n {\"b\":[1,{}]} ], \"x\":{\"y\":[]}, "
      "\"z\":null}\n");
  ASSERT_TRUE(out.status.ok()) << out.status.error().Text();
  EXPECT_EQ(out.elements, (std::vector<std::string>{"{\"a\":\"]}\\\"\"}", "{\"b\":[1,{}]}"}));
  EXPECT_EQ(out.lines, (std::vector<uint64_t>{2, 3}));
  EXPECT_EQ(out.members, (std::vector<std::string>{"total=2", "x={\"y\":[]}", "z=null"}));
}

TEST(JsonArray, StreamsScalarsAndAnEmptyArray) {
  EXPECT_EQ(Stream("{\"results\":[1,\"a\",true]}").elements,
            (std::vector<std::string>{"1", "\"a\"", "true"}));
  EXPECT_TRUE(Stream("{\"results\":[]}").status.ok());
}

TEST(JsonArray, NoticesADocumentThatIsCutAnywhere) {
  const std::string whole = "{\"total\":12,\"results\":[{\"a\":\"b\"},{\"c\":[1]}],\"k\":\"v\"}";
  ASSERT_TRUE(Stream(whole).status.ok());
  for (size_t length = 1; length < whole.size(); ++length) {
    EXPECT_FALSE(Stream(std::string_view(whole).substr(0, length)).status.ok()) << length;
  }
}

TEST(JsonArray, RefusesOtherDocuments) {
  EXPECT_EQ(CodeOf("[1]"), ErrorCode::kWrongDocument);
  EXPECT_EQ(CodeOf("{\"a\":1}"), ErrorCode::kWrongDocument);
  EXPECT_EQ(CodeOf("{\"results\":[]} x"), ErrorCode::kSyntax);
  EXPECT_EQ(CodeOf("{\"results\":[,]}"), ErrorCode::kSyntax);
  EXPECT_EQ(CodeOf("{results:[]}"), ErrorCode::kSyntax);
  EXPECT_EQ(CodeOf(""), ErrorCode::kTruncated);
}

TEST(JsonArray, StopsWithTheErrorOfTheCallback) {
  JsonArrayCallbacks callbacks;
  callbacks.element = [](std::string_view, const JsonPlace&) -> Status {
    return MakeError(ErrorCode::kStorage, "full");
  };
  const Status status = StreamJsonArray("{\"results\":[1,2]}", "results", callbacks);
  ASSERT_FALSE(status.ok());
  EXPECT_EQ(status.error().code, ErrorCode::kStorage);
}

}  // namespace
}  // namespace interdict
