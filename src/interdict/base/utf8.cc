#include "interdict/base/utf8.h"

#include <cstdint>
#include <cstring>

namespace interdict::utf8 {
namespace {

// Length of the sequence that starts with this byte, 0 for a byte that starts none.
size_t SequenceLength(unsigned char lead) {
  if (lead < 0x80) return 1;
  if (lead >= 0xC2 && lead <= 0xDF) return 2;
  if (lead >= 0xE0 && lead <= 0xEF) return 3;
  if (lead >= 0xF0 && lead <= 0xF4) return 4;
  return 0;
}

bool IsContinuation(unsigned char byte) {
  return (byte & 0xC0) == 0x80;
}

// Decodes one sequence; length 0 when it is malformed.
char32_t DecodeSequence(std::string_view text, size_t at, size_t* length) {
  const auto byte = [&](size_t i) { return static_cast<unsigned char>(text[at + i]); };
  const size_t n = SequenceLength(byte(0));
  *length = 0;
  if (n == 0 || at + n > text.size()) return kReplacement;
  if (n == 1) {
    *length = 1;
    return byte(0);
  }
  char32_t value = byte(0) & (0xFFU >> (n + 1));
  for (size_t i = 1; i < n; ++i) {
    if (!IsContinuation(byte(i))) return kReplacement;
    value = (value << 6) | (byte(i) & 0x3FU);
  }
  const bool overlong = (n == 3 && value < 0x800) || (n == 4 && value < 0x10000);
  const bool surrogate = value >= 0xD800 && value <= 0xDFFF;
  if (overlong || surrogate || value > 0x10FFFF) return kReplacement;
  *length = n;
  return value;
}

// Position of the first byte from `at` on that may not be ASCII: whole words of eight bytes are
// passed over, since nearly all list text is ASCII.
size_t SkipAsciiWords(std::string_view text, size_t at) {
  constexpr uint64_t kHighBits = 0x8080808080808080u;
  uint64_t word = 0;
  while (at + sizeof(word) <= text.size()) {
    std::memcpy(&word, text.data() + at, sizeof(word));
    if ((word & kHighBits) != 0) break;
    at += sizeof(word);
  }
  return at;
}

}  // namespace

char32_t Decode(std::string_view text, size_t* at) {
  size_t length = 0;
  const char32_t value = DecodeSequence(text, *at, &length);
  *at += length == 0 ? 1 : length;
  return value;
}

void Append(char32_t code_point, std::string* out) {
  const bool surrogate = code_point >= 0xD800 && code_point <= 0xDFFF;
  if (surrogate || code_point > 0x10FFFF) code_point = kReplacement;
  const auto put = [out](char32_t byte) { out->push_back(static_cast<char>(byte)); };
  if (code_point < 0x80) {
    put(code_point);
  } else if (code_point < 0x800) {
    put(0xC0 | (code_point >> 6));
    put(0x80 | (code_point & 0x3F));
  } else if (code_point < 0x10000) {
    put(0xE0 | (code_point >> 12));
    put(0x80 | ((code_point >> 6) & 0x3F));
    put(0x80 | (code_point & 0x3F));
  } else {
    put(0xF0 | (code_point >> 18));
    put(0x80 | ((code_point >> 12) & 0x3F));
    put(0x80 | ((code_point >> 6) & 0x3F));
    put(0x80 | (code_point & 0x3F));
  }
}

size_t FirstInvalid(std::string_view text) {
  size_t at = 0;
  while (true) {
    at = SkipAsciiWords(text, at);
    if (at >= text.size()) break;
    size_t length = 0;
    DecodeSequence(text, at, &length);
    if (length == 0) return at;
    at += length;
  }
  return std::string_view::npos;
}

std::string Sanitize(std::string_view text) {
  if (FirstInvalid(text) == std::string_view::npos) return std::string(text);
  std::string out;
  out.reserve(text.size());
  for (size_t at = 0; at < text.size();) Append(Decode(text, &at), &out);
  return out;
}

size_t Length(std::string_view text) {
  size_t count = 0;
  for (size_t at = 0; at < text.size(); ++count) Decode(text, &at);
  return count;
}

}  // namespace interdict::utf8
