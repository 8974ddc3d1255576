#include "interdict/documents/intake/read_document.h"

#include <utility>

#include "interdict/documents/intake/email_text.h"
#include "interdict/documents/intake/encoding.h"
#include "interdict/documents/intake/html_metadata.h"
#include "interdict/documents/intake/html_text.h"
#include "interdict/documents/intake/layout.h"
#include "interdict/documents/intake/markdown_text.h"
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
  document->origins = taken.converted.text.empty()
                          ? std::vector<Origin>()
                          : Compose(taken.converted.origins, document->origins);
  document->converted = std::move(taken.converted.text);
  document->text = document->converted;
  document->blocks = std::move(taken.blocks);
  document->title = std::move(taken.title);
  document->outlet = std::move(taken.outlet);
  document->language = std::move(taken.language);
  for (std::string& warning : taken.warnings) document->warnings.push_back(std::move(warning));
}

Status TakeMarkupAway(Document* document, std::vector<DateClaim>* claims) {
  MarkupText taken;
  if (document->markup == Markup::kHtml) {
    ASSIGN_OR_RETURN(taken, ReadHtml(document->text));
  } else if (document->markup == Markup::kMarkdown) {
    taken = ReadMarkdown(document->text);
  } else {
    document->blocks = CutLines(document->text);
    return Ok{};
  }
  *claims = std::move(taken.claims);
  SetMarkupText(std::move(taken), document);
  return Ok{};
}

// A message brings the encodings of its parts along, so it is read from its bytes.
Status ReadMessage(Document* document, std::vector<DateClaim>* claims) {
  ASSIGN_OR_RETURN(MailText mail, ReadEmail(document->source));
  document->encoding = mail.encoding.empty() ? "US-ASCII" : mail.encoding;
  *claims = std::move(mail.text.claims);
  SetMarkupText(std::move(mail.text), document);
  return Ok{};
}

Status ReadText(Document* document, const IntakeOptions& options, std::vector<DateClaim>* claims) {
  const std::string_view bytes = document->source;
  ASSIGN_OR_RETURN(DecodedText decoded, DecodeText(bytes, DeclaredHtmlEncoding(bytes)));
  if (!decoded.as_is && bytes.size() > kMaxConvertedBytes)
    return TooLarge(bytes.size(), kMaxConvertedBytes, "a document in " + decoded.encoding);
  SetText(std::move(decoded), document);
  document->markup =
      options.markup ? *options.markup : RecogniseMarkup(document->file, document->text);
  // Only plain text is read in place; what merely looks like Markdown may stay what it is.
  if (document->markup == Markup::kMarkdown && bytes.size() > kMaxConvertedBytes)
    document->markup = Markup::kPlain;
  return TakeMarkupAway(document, claims);
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
  Document document;
  document.file = std::move(file);
  document.source = bytes;
  document.markup = options.markup ? *options.markup : RecogniseMarkup(document.file, bytes);
  std::vector<DateClaim> claims;
  const bool message = document.markup == Markup::kEmail && bytes.size() <= kMaxConvertedBytes;
  const Status read =
      message ? ReadMessage(&document, &claims) : ReadText(&document, options, &claims);
  if (!read.ok()) return InFile(read.error(), document.file);
  SetLayout(&document);
  document.published = FindPublication(document, options.published, claims);
  return document;
}

}  // namespace interdict::documents
