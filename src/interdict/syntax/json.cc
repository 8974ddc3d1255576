#include "interdict/syntax/json.h"

#include <algorithm>
#include <charconv>
#include <cstring>

#include "interdict/base/strings.h"

namespace interdict {
namespace {

ErrorCode CodeOf(simdjson::error_code error) {
  switch (error) {
    case simdjson::CAPACITY:
      return ErrorCode::kTooLarge;
    case simdjson::DEPTH_ERROR:
      return ErrorCode::kTooDeep;
    case simdjson::UTF8_ERROR:
      return ErrorCode::kEncoding;
    case simdjson::UNCLOSED_STRING:
      return ErrorCode::kTruncated;
    default:
      return ErrorCode::kSyntax;
  }
}

bool IsSpace(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

// Walks over a document by its brackets and strings; what stands inside a value is left to the
// parser that gets the value's text.
class JsonScanner {
 public:
  explicit JsonScanner(std::string_view bytes) : bytes_(bytes) {
    if (bytes_.starts_with("\xEF\xBB\xBF")) at_ = 3;
  }

  bool AtEnd() {
    SkipSpace();
    return at_ >= bytes_.size();
  }
  // The next byte that is no white space; 0 at the end.
  char Peek() { return AtEnd() ? '\0' : bytes_[at_]; }
  bool Consume(char c) {
    if (Peek() != c) return false;
    ++at_;
    return true;
  }
  Status Expect(char c, std::string_view where) {
    if (Consume(c)) return Ok{};
    return Fail("'" + std::string(1, c) + "' was expected " + std::string(where));
  }
  // The text of the value that begins here, by brackets and quotes.
  Result<std::string_view> TakeValue();
  Result<std::string_view> TakeKey() {
    if (Peek() != '"') return Fail("a key in quotes was expected");
    ASSIGN_OR_RETURN(const std::string_view quoted, TakeValue());
    return quoted.substr(1, quoted.size() - 2);
  }
  JsonPlace Place() {
    SkipSpace();
    line_ +=
        static_cast<uint64_t>(std::count(bytes_.begin() + static_cast<std::ptrdiff_t>(counted_),
                                         bytes_.begin() + static_cast<std::ptrdiff_t>(at_), '\n'));
    counted_ = at_;
    return {line_, at_};
  }
  Error Fail(std::string message) {
    const bool ended = AtEnd();
    const JsonPlace place = Place();
    if (ended) message = "the document ends before it is closed: " + message;
    Where where;
    where.line = place.line;
    where.byte = place.byte;
    where.has_byte = true;
    return MakeError(ended ? ErrorCode::kTruncated : ErrorCode::kSyntax, std::move(message), where);
  }

 private:
  void SkipSpace() {
    while (at_ < bytes_.size() && IsSpace(bytes_[at_])) ++at_;
  }
  // Moves behind the closing quote of the string that begins at `at`; false when there is none.
  bool SkipString(size_t* at) const {
    size_t i = bytes_.find_first_of("\"\\", *at + 1);
    while (i != std::string_view::npos && bytes_[i] == '\\') {
      i = bytes_.find_first_of("\"\\", i + 2);  // behind the escaped character
    }
    if (i == std::string_view::npos) return false;
    *at = i + 1;
    return true;
  }

  std::string_view bytes_;
  size_t at_ = 0;
  uint64_t line_ = 1;
  size_t counted_ = 0;
};

Result<std::string_view> JsonScanner::TakeValue() {
  SkipSpace();
  const size_t begin = at_;
  size_t at = at_;
  size_t depth = 0;
  while (at < bytes_.size()) {
    const char c = bytes_[at];
    if (c == '"') {
      if (!SkipString(&at)) break;
    } else if (c == '{' || c == '[') {
      if (++depth > kMaxJsonDepth) {
        at_ = at;
        Error error = Fail("brackets nested more than " + std::to_string(kMaxJsonDepth) + " deep");
        error.code = ErrorCode::kTooDeep;
        return error;
      }
      ++at;
      continue;
    } else if (c == '}' || c == ']') {
      if (depth == 0) break;  // closes what stands around an empty value
      --depth;
      ++at;
    } else if (depth == 0 && (c == ',' || IsSpace(c))) {
      break;
    } else {
      ++at;
      if (depth > 0) continue;
      while (at < bytes_.size() && !IsSpace(bytes_[at]) &&
             std::strchr(",]}", bytes_[at]) == nullptr) {
        ++at;
      }
    }
    if (depth == 0) {
      if (at - begin > kMaxJsonRecord) {
        Error error = Fail("a value of more than " + std::to_string(kMaxJsonRecord) + " bytes");
        error.code = ErrorCode::kTooLarge;
        return error;
      }
      at_ = at;
      return bytes_.substr(begin, at - begin);
    }
  }
  if (at < bytes_.size() && bytes_[at] != '"') return Fail("a value was expected");
  at_ = bytes_.size();
  return Fail("a value that begins at byte " + std::to_string(begin) + " is never closed");
}

class ArrayStreamer {
 public:
  ArrayStreamer(std::string_view bytes, std::string_view key, const JsonArrayCallbacks& callbacks)
      : scanner_(bytes), key_(key), callbacks_(callbacks) {}

  Status Run() {
    if (scanner_.Peek() != '{') {
      Error error = scanner_.Fail("a JSON object was expected");
      if (error.code != ErrorCode::kTruncated) error.code = ErrorCode::kWrongDocument;
      return error;
    }
    scanner_.Consume('{');
    if (!scanner_.Consume('}')) {
      do {
        RETURN_IF_ERROR(ReadMember());
      } while (scanner_.Consume(','));
      RETURN_IF_ERROR(scanner_.Expect('}', "at the end of the document"));
    }
    if (!scanner_.AtEnd()) return scanner_.Fail("nothing was expected behind the document");
    if (seen_) return Ok{};
    return MakeError(ErrorCode::kWrongDocument,
                     "a JSON object without an array \"" + std::string(key_) + "\"");
  }

 private:
  Status ReadMember() {
    ASSIGN_OR_RETURN(const std::string_view key, scanner_.TakeKey());
    RETURN_IF_ERROR(scanner_.Expect(':', "behind a key"));
    if (key == key_ && !seen_ && scanner_.Consume('[')) {
      seen_ = true;
      return ReadElements();
    }
    ASSIGN_OR_RETURN(const std::string_view value, scanner_.TakeValue());
    return callbacks_.member ? callbacks_.member(key, value) : Ok{};
  }

  Status ReadElements() {
    if (scanner_.Consume(']')) return Ok{};
    do {
      const JsonPlace place = scanner_.Place();
      ASSIGN_OR_RETURN(const std::string_view value, scanner_.TakeValue());
      RETURN_IF_ERROR(callbacks_.element(value, place));
    } while (scanner_.Consume(','));
    return scanner_.Expect(']', "at the end of the array");
  }

  JsonScanner scanner_;
  std::string_view key_;
  const JsonArrayCallbacks& callbacks_;
  bool seen_ = false;
};

}  // namespace

JsonParser::JsonParser() : parser_(kMaxJsonRecord) {
  constexpr size_t kFirstCapacity = size_t{1} << 16;
  ready_ = parser_.allocate(kFirstCapacity, kMaxJsonDepth) == simdjson::SUCCESS;
}

Result<JsonValue> JsonParser::Parse(std::string_view text) {
  if (!ready_) return MakeError(ErrorCode::kTooLarge, "no memory for the JSON parser");
  if (text.empty()) return MakeError(ErrorCode::kSyntax, "no JSON value");
  JsonValue value;
  const auto error = parser_.parse(text.data(), text.size()).get(value);
  if (error == simdjson::SUCCESS) return value;
  return MakeError(CodeOf(error),
                   std::string("not well-formed JSON: ") + simdjson::error_message(error));
}

Result<JsonObject> JsonParser::ParseObject(std::string_view text) {
  ASSIGN_OR_RETURN(const JsonValue value, Parse(text));
  JsonObject object;
  if (value.get(object) == simdjson::SUCCESS) return object;
  return MakeError(ErrorCode::kSyntax, "a JSON object was expected");
}

JsonLines::JsonLines(std::string_view bytes) : bytes_(bytes) {
  if (bytes_.starts_with("\xEF\xBB\xBF")) at_ = 3;
}

bool JsonLines::Next() {
  while (at_ < bytes_.size()) {
    const size_t end = bytes_.find('\n', at_);
    unterminated_ = end == std::string_view::npos;
    const size_t stop = unterminated_ ? bytes_.size() : end;
    text_ = Trim(bytes_.substr(at_, stop - at_));
    byte_ = at_;
    line_ = next_line_++;
    at_ = unterminated_ ? bytes_.size() : end + 1;
    if (!text_.empty()) return true;
  }
  return false;
}

Result<JsonObject> JsonLines::Parse(JsonParser* parser) const {
  auto object = parser->ParseObject(text_);
  if (object.ok()) return object;
  Error error = std::move(object).error();
  if (unterminated_ && error.code == ErrorCode::kSyntax && !text_.ends_with('}')) {
    error.code = ErrorCode::kTruncated;
    error.message = "the last line is cut: " + error.message;
  }
  error.where.line = line_;
  error.where.byte = byte_;
  error.where.has_byte = true;
  return error;
}

Status StreamJsonArray(std::string_view bytes, std::string_view array_key,
                       const JsonArrayCallbacks& callbacks) {
  return ArrayStreamer(bytes, array_key, callbacks).Run();
}

std::string JsonText(const JsonValue& value) {
  switch (value.type()) {
    case simdjson::dom::element_type::STRING:
      return std::string(JsonString(value));
    case simdjson::dom::element_type::INT64:
      return std::to_string(value.get_int64().value_unsafe());
    case simdjson::dom::element_type::UINT64:
      return std::to_string(value.get_uint64().value_unsafe());
    case simdjson::dom::element_type::BOOL:
      return value.get_bool().value_unsafe() ? "true" : "false";
    case simdjson::dom::element_type::DOUBLE: {
      char buffer[32];
      const double number = value.get_double().value_unsafe();
      const auto end = std::to_chars(buffer, buffer + sizeof(buffer), number).ptr;
      return std::string(buffer, end);
    }
    default:
      return {};
  }
}

std::string_view JsonString(const JsonValue& value) {
  std::string_view text;
  if (value.get(text) != simdjson::SUCCESS) return {};
  return text;
}

std::string_view JsonString(const JsonObject& object, std::string_view key) {
  JsonValue value;
  if (object.at_key(key).get(value) != simdjson::SUCCESS) return {};
  return JsonString(value);
}

void ForEachJsonText(const JsonValue& value,
                     const std::function<void(std::string_view)>& callback) {
  simdjson::dom::array array;
  if (value.get(array) != simdjson::SUCCESS) {
    if (!value.is_null() && !value.is_object()) callback(JsonText(value));
    return;
  }
  for (const JsonValue element : array) {
    if (element.is_string())
      callback(JsonString(element));
    else if (!element.is_null() && !element.is_object() && !element.is_array()) {
      callback(JsonText(element));
    }
  }
}

}  // namespace interdict
