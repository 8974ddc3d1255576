#include "interdict/base/json_writer.h"

#include <gtest/gtest.h>

namespace interdict {
namespace {

TEST(JsonWriter, WritesNestedValuesInOrder) {
  JsonWriter json;
  json.BeginObject().Member("b", "x").Key("a").BeginArray().Int(-1).Null().Bool(true).EndArray();
  json.Key("o").BeginObject().EndObject().Member("d", 0.97).EndObject();
  EXPECT_EQ(json.text(), R"({"b":"x","a":[-1,null,true],"o":{},"d":0.97})");
}

TEST(JsonWriter, EscapesWhatMustBeEscapedAndRepairsBytes) {
  JsonWriter json;
  json.String("a\"\\\n\x01\xFFМадуро");
  EXPECT_EQ(json.text(), "\"a\\\"\\\\\\n\\u0001\xEF\xBF\xBDМадуро\"");
}

TEST(JsonWriter, NumbersReadBackAsWritten) {
  JsonWriter json;
  json.BeginArray().Double(1.0).Double(0.1).Double(1e300).Uint(18446744073709551615ULL).EndArray();
  EXPECT_EQ(json.text(), "[1.0,0.1,1e+300,18446744073709551615]");
}

TEST(JsonWriter, IndentsWhenAsked) {
  JsonWriter json(2);
  json.BeginObject().Key("a").BeginArray().Int(1).Int(2).EndArray().EndObject();
  EXPECT_EQ(json.text(), "{\n  \"a\": [\n    1,\n    2\n  ]\n}");
}

}  // namespace
}  // namespace interdict
