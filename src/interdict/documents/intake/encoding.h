// Bytes of unknown encoding -> UTF-8, exactly, or the reason why they are no text.
//
// In this order: a byte order mark; the marks of binary formats; the zero bytes of UTF-16; UTF-8 if
// it is valid, or valid but for a few broken bytes (each becomes U+FFFD, with a warning); what the
// caller was told (an HTML or e-mail header); what ICU's detector says, of the encodings that
// documents are written in. ISO 8859-1 is read as windows-1252, as browsers do.
//
// Cost: valid UTF-8 is checked, not copied; anything else is converted character by character.
// Test: encoding_test.cc.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "interdict/base/result.h"
#include "interdict/documents/intake/converted_text.h"

namespace interdict::documents {

struct DecodedText {
  std::string encoding;     // "UTF-8", "UTF-16LE", "windows-1252", ...
  bool as_is = true;        // the bytes are UTF-8 themselves; `converted` is empty
  ConvertedText converted;  // otherwise
  std::vector<std::string> warnings;

  std::string_view Text(std::string_view bytes) const {
    return as_is ? bytes : std::string_view(converted.text);
  }
};

// Fails with kEncoding for binary data. `declared` may be empty; one that contradicts valid UTF-8,
// or that is unknown, is not followed.
Result<DecodedText> DecodeText(std::string_view bytes, std::string_view declared);

}  // namespace interdict::documents
