// The transfer encodings of e-mail, with the place of every byte. Broken input is decoded as far as
// it goes. Cost: O(n). Test: email_test.cc.
#pragma once

#include <string>
#include <string_view>

#include "interdict/documents/intake/converted_text.h"

namespace interdict::documents {

// `bytes` begin at `begin` of the source.
ConvertedText DecodeBase64(std::string_view bytes, uint32_t begin);
ConvertedText DecodeQuotedPrintable(std::string_view bytes, uint32_t begin);

// A header's value with its encoded words read ("=?utf-8?Q?Nicol=C3=A1s?="), unfolded.
std::string DecodeHeader(std::string_view value);

}  // namespace interdict::documents
