// A message (RFC 5322, MIME) -> its text, with the place of every byte, as blocks.
//
// The subject is the title, the Date header a date of publication. Of alternatives the plain text
// is read, else the HTML; other text parts follow in order. Quoted replies and signatures are
// furniture. Attachments that are no text are named in the warnings: nothing is left out silently.
//
// Safe on hostile input: at most kMaxMailDepth parts within parts, kMaxMailParts parts.
// Errors: kEncoding where the message has no text that can be read, those of html_text.h.
// Test: email_test.cc; fuzz: fuzz/document_intake_fuzz.cc.
#pragma once

#include <string>
#include <string_view>

#include "interdict/base/result.h"
#include "interdict/documents/intake/html_text.h"

namespace interdict::documents {

inline constexpr size_t kMaxMailDepth = 8;
inline constexpr size_t kMaxMailParts = 200;

struct MailText {
  MarkupText text;       // its origins are places in the message
  std::string encoding;  // of the first text part
};

Result<MailText> ReadEmail(std::string_view message);

}  // namespace interdict::documents
