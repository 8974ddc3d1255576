// Writes one JSON value into a string. Keys and items come out in the order of the calls; numbers
// in the shortest form that reads back as the same double; text as UTF-8, malformed bytes as
// U+FFFD. The caller keeps the nesting right; nothing can fail.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace interdict {

class JsonWriter {
 public:
  // 0: on one line; else line breaks and so many spaces a level.
  explicit JsonWriter(int indent = 0) : indent_(indent) {}

  JsonWriter& BeginObject();
  JsonWriter& EndObject();
  JsonWriter& BeginArray();
  JsonWriter& EndArray();
  JsonWriter& Key(std::string_view key);

  JsonWriter& String(std::string_view text);
  JsonWriter& Int(int64_t value);
  JsonWriter& Uint(uint64_t value);
  JsonWriter& Double(double value);
  JsonWriter& Bool(bool value);
  JsonWriter& Null();
  // A value that is JSON already.
  JsonWriter& Raw(std::string_view json);

  // Key and value in one; the Optional form leaves out empty text.
  JsonWriter& Member(std::string_view key, std::string_view text);
  JsonWriter& Member(std::string_view key, const char* text);
  JsonWriter& Member(std::string_view key, uint64_t value);
  JsonWriter& Member(std::string_view key, int64_t value);
  JsonWriter& Member(std::string_view key, int value);
  JsonWriter& Member(std::string_view key, double value);
  JsonWriter& Member(std::string_view key, bool value);
  JsonWriter& Member(std::string_view key, const std::vector<std::string>& texts);
  JsonWriter& OptionalMember(std::string_view key, std::string_view text);

  const std::string& text() const { return out_; }
  std::string Take() { return std::move(out_); }
  void Clear();

 private:
  void BeforeValue();
  void Close(char bracket);
  void LineBreak();

  std::string out_;
  int indent_;
  std::vector<bool> has_items_;  // a level each
  bool after_key_ = false;
};

}  // namespace interdict
