#include "interdict/documents/intake/read_document.h"

#include <utility>

#include "interdict/documents/intake/encoding.h"
#include "interdict/documents/intake/layout.h"
#include "interdict/documents/intake/publication.h"

namespace interdict::documents {
namespace {

// Text that has to be converted takes several times its size: its origins.
constexpr size_t kMaxConvertedBytes = size_t{128} << 20;

Error TooLarge(size_t bytes, size_t limit, std::string_view what) {
  return MakeError(ErrorCode::kFileTooLarge, std::string(what) + " of " + std::to_string(bytes) +
                                                 " bytes; at most " + std::to_string(limit) +
                                                 " are read");
}

// Hands the decoded text over to the document.
void SetText(DecodedText decoded, Document* document) {
  document->encoding = std::move(decoded.encoding);
  document->warnings = std::move(decoded.warnings);
  if (decoded.as_is) {
    document->text = document->source;
    return;
  }
  document->converted = std::move(decoded.converted.text);
  document->origins = std::move(decoded.converted.origins);
  document->text = document->converted;
}

void SetLayout(Document* document) {
  const Layout layout = LayOut(document->text, &document->blocks);
  document->body = layout.body;
  if (document->title.empty()) document->title = document->Text(layout.title);
}

Error InFile(Error error, const std::string& file) {
  error.where.file = file;
  return error;
}

}  // namespace

Result<Document> ReadDocument(std::string file, std::string_view bytes,
                              const IntakeOptions& options) {
  if (bytes.size() > kMaxDocumentBytes)
    return InFile(TooLarge(bytes.size(), kMaxDocumentBytes, "a document"), file);
  auto decoded = DecodeText(bytes, {});
  if (!decoded.ok()) return InFile(decoded.error(), file);
  if (!decoded->as_is && bytes.size() > kMaxConvertedBytes) {
    return InFile(TooLarge(bytes.size(), kMaxConvertedBytes, "a document in " + decoded->encoding),
                  file);
  }

  Document document;
  document.file = std::move(file);
  document.source = bytes;
  SetText(*std::move(decoded), &document);
  document.blocks = CutLines(document.text);
  SetLayout(&document);
  document.published = FindPublication(document, options.published, {});
  return document;
}

}  // namespace interdict::documents
