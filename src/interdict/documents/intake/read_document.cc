#include "interdict/documents/intake/read_document.h"

#include <utility>

#include "interdict/documents/intake/encoding.h"
#include "interdict/documents/intake/html_metadata.h"
#include "interdict/documents/intake/html_text.h"
#include "interdict/documents/intake/layout.h"
#include "interdict/documents/intake/markup.h"
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

// What the markup says becomes the document; its text, with its origins in the file.
void SetMarkupText(MarkupText taken, Document* document) {
  document->origins = Compose(taken.converted.origins, document->origins);
  document->converted = std::move(taken.converted.text);
  document->text = document->converted;
  document->blocks = std::move(taken.blocks);
  document->title = std::move(taken.title);
  document->outlet = std::move(taken.outlet);
  document->language = std::move(taken.language);
  for (std::string& warning : taken.warnings) document->warnings.push_back(std::move(warning));
}

Status TakeMarkupAway(Document* document, std::vector<DateClaim>* claims) {
  if (document->markup != Markup::kHtml) {
    document->blocks = CutLines(document->text);
    return Ok{};
  }
  ASSIGN_OR_RETURN(MarkupText taken, ReadHtml(document->text));
  *claims = std::move(taken.claims);
  SetMarkupText(std::move(taken), document);
  return Ok{};
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
  auto decoded = DecodeText(bytes, DeclaredHtmlEncoding(bytes));
  if (!decoded.ok()) return InFile(decoded.error(), file);
  if (!decoded->as_is && bytes.size() > kMaxConvertedBytes) {
    return InFile(TooLarge(bytes.size(), kMaxConvertedBytes, "a document in " + decoded->encoding),
                  file);
  }

  Document document;
  document.file = std::move(file);
  document.source = bytes;
  SetText(*std::move(decoded), &document);
  document.markup =
      options.markup ? *options.markup : RecogniseMarkup(document.file, document.text);
  std::vector<DateClaim> claims;
  if (auto status = TakeMarkupAway(&document, &claims); !status.ok())
    return InFile(status.error(), document.file);
  SetLayout(&document);
  document.published = FindPublication(document, options.published, claims);
  return document;
}

}  // namespace interdict::documents
