// From the bytes of a file to a Document: encoding, markup, blocks, publication date.
//
// The steps, one file each: encoding.h detects and converts legacy encodings; html_text.h,
// markdown_text.h and email_text.h take the markup away and keep where each byte came from;
// layout.h tells title, body, captions, bylines and chrome apart; publication.h looks for the date
// of publication. Tests: *_test.cc beside each.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "interdict/base/result.h"
#include "interdict/documents/document.h"

namespace interdict::documents {

struct IntakeOptions {
  std::optional<PartialDate> published;  // told by the caller; nothing in the text overrules it
  std::optional<Markup> markup;          // nullopt: recognised from content and file name
};

// Files beyond this are refused (kFileTooLarge).
inline constexpr size_t kMaxDocumentBytes = size_t{1} << 30;

// `bytes` are borrowed for the document's life. Plain UTF-8 is not copied: its text is the source.
// Fails where no text can be read: kEncoding for binary data (the message says what it looks like
// and where), kFileTooLarge beyond kMaxDocumentBytes, kTooLarge or kTooDeep for markup whose tree
// would exhaust memory.
// Cost: plain UTF-8 over 500 MB/s (bench/intake_bench), memory of 32 bytes a line.
Result<Document> ReadDocument(std::string file, std::string_view bytes,
                              const IntakeOptions& options);

}  // namespace interdict::documents
