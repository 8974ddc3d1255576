// JSON as lists use it: one value per line, or one object with a long array of records. A thin
// layer over simdjson that adds line and byte to errors and keeps memory to one record at a time.
//
// Safe on hostile input: depth at most kMaxJsonDepth, a record at most kMaxJsonRecord bytes, UTF-8
// checked, nothing behind the end of the document. Duplicate keys: the first counts.
// Errors: kSyntax, kTruncated (ends within a value), kTooDeep, kTooLarge, kEncoding.
// Borrowing: a JsonValue lives until the parser that made it parses again.
// Test: json_test.cc; fuzz: fuzz/json_fuzz.cc.
#pragma once

#include <simdjson.h>

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "interdict/base/result.h"

namespace interdict {

inline constexpr size_t kMaxJsonDepth = 32;
inline constexpr size_t kMaxJsonRecord = size_t{16} << 20;

using JsonValue = simdjson::dom::element;
using JsonObject = simdjson::dom::object;

class JsonParser {
 public:
  JsonParser();

  // The value that the whole text is. `text` need not outlive the call.
  Result<JsonValue> Parse(std::string_view text);
  // The same, with kSyntax when it is no object.
  Result<JsonObject> ParseObject(std::string_view text);

 private:
  simdjson::dom::parser parser_;
  bool ready_ = false;
};

// The lines of a text; blank lines are skipped.
class JsonLines {
 public:
  // `bytes` is borrowed for the reader's life.
  explicit JsonLines(std::string_view bytes);

  // Moves to the next line; false at the end.
  bool Next();
  std::string_view text() const { return text_; }
  uint64_t line() const { return line_; }  // from 1
  uint64_t byte() const { return byte_; }  // offset of the line
  // The last line has no line end: if it is malformed, it is cut.
  bool unterminated() const { return unterminated_; }

  // The object on this line, with line and byte in the error.
  Result<JsonObject> Parse(JsonParser* parser) const;

 private:
  std::string_view bytes_;
  size_t at_ = 0;
  std::string_view text_;
  uint64_t line_ = 0;
  uint64_t next_line_ = 1;
  uint64_t byte_ = 0;
  bool unterminated_ = false;
};

// Where a piece of a document stands.
struct JsonPlace {
  uint64_t line = 0;
  uint64_t byte = 0;
};

struct JsonArrayCallbacks {
  // Each element of the array, as text.
  std::function<Status(std::string_view text, const JsonPlace& place)> element;
  // Each other member of the outer object, as text. The key is as written, escapes unresolved.
  std::function<Status(std::string_view key, std::string_view text)> member;
};

// Reads a document {"...": ..., array_key: [record, record, ...], ...} without holding it as a
// whole. kWrongDocument when the document is no object or has no such array.
Status StreamJsonArray(std::string_view bytes, std::string_view array_key,
                       const JsonArrayCallbacks& callbacks);

// Text of a scalar: strings as they are, numbers and booleans as JSON writes them; empty for null,
// objects and arrays.
std::string JsonText(const JsonValue& value);
// The string, borrowed from the value; empty for anything else.
std::string_view JsonString(const JsonValue& value);
// The member's string, or empty.
std::string_view JsonString(const JsonObject& object, std::string_view key);

// Calls back with the text of a scalar, or of each scalar of an array; nothing for null.
void ForEachJsonText(const JsonValue& value, const std::function<void(std::string_view)>& callback);

}  // namespace interdict
