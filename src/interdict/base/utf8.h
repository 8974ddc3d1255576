// UTF-8: decoding, encoding, validation. Offsets are bytes. Test: utf8_test.cc.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace interdict::utf8 {

inline constexpr char32_t kReplacement = 0xFFFD;

// Decodes the code point at `*at` and moves `*at` past it; `*at` must be < text.size(). A malformed
// sequence (overlong, surrogate, cut, stray byte) gives kReplacement and moves one byte.
char32_t Decode(std::string_view text, size_t* at);

// Appends the code point; kReplacement for a surrogate or what is beyond U+10FFFF.
void Append(char32_t code_point, std::string* out);

// Position of the first malformed byte, or npos when the whole text is well-formed.
size_t FirstInvalid(std::string_view text);

// The text with every malformed byte replaced by U+FFFD.
std::string Sanitize(std::string_view text);

// Number of code points, a malformed byte counting as one.
size_t Length(std::string_view text);

}  // namespace interdict::utf8
