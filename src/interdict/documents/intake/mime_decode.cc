#include "interdict/documents/intake/mime_decode.h"

#include <algorithm>
#include <array>

#include "interdict/base/strings.h"
#include "interdict/base/utf8.h"
#include "interdict/documents/intake/encoding.h"

namespace interdict::documents {
namespace {

int Base64Value(char c) {
  if (c >= 'A' && c <= 'Z') return c - 'A';
  if (c >= 'a' && c <= 'z') return c - 'a' + 26;
  if (c >= '0' && c <= '9') return c - '0' + 52;
  if (c == '+' || c == '-') return 62;
  if (c == '/' || c == '_') return 63;
  return -1;
}

int HexValue(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  const char lower = static_cast<char>(c | 0x20);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

// Four letters are three bytes, which come from the four as a whole.
class Quantum {
 public:
  explicit Quantum(TextBuilder* out) : out_(out) {}

  void Take(int value, uint32_t at) {
    if (count_ == 0) begin_ = at;
    bits_ = bits_ << 6 | static_cast<uint32_t>(value);
    if (++count_ == 4) Flush(at + 1);
  }

  void Flush(uint32_t end) {
    const size_t bytes = count_ < 2 ? 0 : count_ - 1;
    bits_ <<= 6 * (4 - count_);
    std::array<char, 3> decoded{};
    for (size_t i = 0; i < bytes; ++i) decoded[i] = static_cast<char>(bits_ >> (16 - 8 * i) & 0xFF);
    out_->Replace({decoded.data(), bytes}, {begin_, end});
    bits_ = 0;
    count_ = 0;
  }

 private:
  TextBuilder* out_;
  uint32_t bits_ = 0, begin_ = 0;
  size_t count_ = 0;
};

}  // namespace

ConvertedText DecodeBase64(std::string_view bytes, uint32_t begin) {
  TextBuilder out;
  Quantum quantum(&out);
  uint32_t at = begin, end = begin;
  for (const char c : bytes) {
    if (const int value = Base64Value(c); value >= 0) {
      quantum.Take(value, at);
      end = at + 1;
    }
    if (c == '=') break;
    ++at;
  }
  quantum.Flush(end);
  return out.Take();
}

ConvertedText DecodeQuotedPrintable(std::string_view bytes, uint32_t begin) {
  TextBuilder out;
  size_t kept = 0;
  const auto keep = [&](size_t end) {
    out.Copy(bytes.substr(kept, end - kept), begin + static_cast<uint32_t>(kept));
  };
  for (size_t at = 0; (at = bytes.find('=', at)) != std::string_view::npos;) {
    // "=" at the end of a line joins it to the next.
    const size_t line_end = bytes.find_first_not_of(" \t\r", at + 1);
    const bool soft = line_end == std::string_view::npos || bytes[line_end] == '\n';
    const int high = at + 2 < bytes.size() ? HexValue(bytes[at + 1]) : -1;
    const int low = at + 2 < bytes.size() ? HexValue(bytes[at + 2]) : -1;
    if (soft) {
      keep(at);
      kept = at = line_end == std::string_view::npos ? bytes.size() : line_end + 1;
    } else if (high >= 0 && low >= 0) {
      keep(at);
      const char byte = static_cast<char>(high << 4 | low);
      const uint32_t place = begin + static_cast<uint32_t>(at);
      out.Replace({&byte, 1}, {place, place + 3});
      kept = at += 3;
    } else {
      ++at;
    }
  }
  keep(bytes.size());
  return out.Take();
}

namespace {

// One encoded word: "=?charset?B?...?=". False where it is none.
bool ReadEncodedWord(std::string_view text, std::string* decoded, size_t* length) {
  if (!text.starts_with("=?")) return false;
  const size_t charset = text.find('?', 2);
  if (charset == std::string_view::npos || charset + 2 >= text.size() || text[charset + 2] != '?')
    return false;
  const size_t end = text.find("?=", charset + 3);
  if (end == std::string_view::npos) return false;
  const std::string_view data = text.substr(charset + 3, end - charset - 3);
  const char kind = static_cast<char>(text[charset + 1] | 0x20);
  std::string bytes;
  if (kind == 'b') {
    bytes = DecodeBase64(data, 0).text;
  } else if (kind == 'q') {
    std::string spaced(data);
    std::replace(spaced.begin(), spaced.end(), '_', ' ');
    bytes = DecodeQuotedPrintable(spaced, 0).text;
  } else {
    return false;
  }
  std::string_view name = text.substr(2, charset - 2);
  name = name.substr(0, name.find('*'));  // a language may follow
  const auto text_of = DecodeText(bytes, name);
  if (!text_of.ok()) return false;
  *decoded = text_of->Text(bytes);
  *length = end + 2;
  return true;
}

}  // namespace

std::string DecodeHeader(std::string_view value) {
  // Bytes beyond ASCII may not stand there, and do.
  std::string readable;
  if (utf8::FirstInvalid(value) != std::string_view::npos) {
    const auto decoded = DecodeText(value, {});
    readable = decoded.ok() ? std::string(decoded->Text(value)) : utf8::Sanitize(value);
    value = readable;
  }
  std::string out;
  // Where in `out` an encoded word ended that only spaces followed.
  size_t gap = std::string::npos;
  for (size_t at = 0; at < value.size();) {
    std::string decoded;
    size_t length = 0;
    if (value[at] == '=' && ReadEncodedWord(value.substr(at), &decoded, &length)) {
      // Between two encoded words white space counts for nothing.
      if (gap != std::string::npos) out.resize(gap);
      out += decoded;
      at += length;
      gap = out.size();
      continue;
    }
    const bool space = value[at] == ' ' || (value[at] >= '\t' && value[at] <= '\r');
    if (!space) gap = std::string::npos;
    out += value[at++];
  }
  return SqueezeSpaces(out);
}

}  // namespace interdict::documents
