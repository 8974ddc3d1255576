#include "interdict/documents/intake/email_text.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "interdict/base/strings.h"
#include "interdict/documents/intake/encoding.h"
#include "interdict/documents/intake/layout.h"
#include "interdict/documents/intake/mime_decode.h"

namespace interdict::documents {
namespace {

struct Header {
  std::string_view name;
  std::string_view value;  // as it stands, folded
};

// The headers at the front of a message or part, and where its body begins.
struct Headers {
  std::vector<Header> all;
  size_t body = 0;

  std::string_view Get(std::string_view name) const {
    for (const Header& header : all) {
      if (EqualsIgnoreCase(header.name, name)) return header.value;
    }
    return {};
  }
};

constexpr size_t kMostHeaders = 1000;

Headers ReadHeaders(std::string_view text) {
  Headers headers;
  size_t at = 0;
  if (text.starts_with("From ")) at = std::min(text.find('\n'), text.size() - 1) + 1;  // a mailbox
  while (at < text.size() && headers.all.size() < kMostHeaders) {
    const size_t end = std::min(text.find('\n', at), text.size());
    std::string_view line = text.substr(at, end - at);
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty()) {
      at = std::min(end + 1, text.size());
      break;
    }
    const bool folded = (line[0] == ' ' || line[0] == '\t') && !headers.all.empty();
    const size_t colon = line.find(':');
    if (folded) {
      std::string_view& value = headers.all.back().value;
      value = text.substr(static_cast<size_t>(value.data() - text.data()));
      value = value.substr(0, static_cast<size_t>(line.data() + line.size() - value.data()));
    } else if (colon != std::string_view::npos && colon > 0) {
      headers.all.push_back({Trim(line.substr(0, colon)), line.substr(colon + 1)});
    } else {
      break;  // the text begins without a blank line
    }
    at = std::min(end + 1, text.size());
  }
  headers.body = at;
  return headers;
}

// "text/plain; charset=utf-8" -> the value of a parameter, without quotes.
std::string Parameter(std::string_view value, std::string_view name) {
  for (std::string_view part : SplitTrimmed(value, ";")) {
    const size_t equals = part.find('=');
    if (equals == std::string_view::npos || !EqualsIgnoreCase(Trim(part.substr(0, equals)), name))
      continue;
    part = Trim(part.substr(equals + 1));
    if (part.size() >= 2 && part.front() == '"' && part.back() == '"')
      part = part.substr(1, part.size() - 2);
    return std::string(part);
  }
  return {};
}

std::string TypeOf(const Headers& headers) {
  const std::string_view value = headers.Get("Content-Type");
  const std::string type = AsciiLower(Trim(value.substr(0, value.find(';'))));
  return type.empty() ? "text/plain" : type;
}

// A text in front of a text: shifts blocks and dates.
void Append(MarkupText part, TextBuilder* text, MarkupText* out) {
  if (part.blocks.empty()) return;
  if (text->size() > 0) {
    const uint32_t at = part.converted.origins.front().source.begin;
    text->Insert("\n\n", at);
  }
  const uint32_t shift = text->size();
  const auto move = [shift](Span span) { return Span{span.begin + shift, span.end + shift}; };
  text->Add(part.converted);
  for (Block& block : part.blocks) {
    block.span = move(block.span);
    out->blocks.push_back(block);
  }
  for (DateClaim& claim : part.claims) {
    claim.span = claim.span.empty() ? claim.span : move(claim.span);
    claim.published = false;  // the header's date is the message's
    out->claims.push_back(std::move(claim));
  }
  for (std::string& warning : part.warnings) out->warnings.push_back(std::move(warning));
}

// Quoted lines and signatures of a plain text.
void MarkQuotes(std::string_view text, std::vector<Block>* blocks) {
  bool signature = false;
  for (Block& block : *blocks) {
    const std::string_view line = text.substr(block.span.begin, block.span.size());
    const bool delimiter = line == "--" && text.substr(block.span.begin).starts_with("-- ");
    if (delimiter) signature = true;
    const bool lead = line.ends_with("wrote:") && line.size() < 200;
    if (signature || line.starts_with('>') || lead) {
      block.kind = BlockKind::kChrome;
      block.reason = signature ? "email.signature" : "email.quoted";
    }
  }
}

class MailReader {
 public:
  explicit MailReader(std::string_view message) : message_(message) {}

  Result<MailText> Read() {
    const Headers headers = ReadHeaders(message_);
    TakeSubject(headers.Get("Subject"));
    if (const std::string_view date = headers.Get("Date"); !Trim(date).empty()) {
      out_.text.claims.push_back(
          {.where = "header Date", .text = Clip(DecodeHeader(date), 100), .header = true});
    }
    TakePart(headers, headers.body, message_.size(), 0);
    if (failure_ && out_.encoding.empty()) return *std::move(failure_);
    out_.text.converted = text_.Take();
    return std::move(out_);
  }

 private:
  uint32_t PlaceOf(std::string_view part) const {
    return static_cast<uint32_t>(part.data() - message_.data());
  }

  void TakeSubject(std::string_view value) {
    value = Trim(value);
    const std::string subject = DecodeHeader(value);
    if (subject.empty()) return;
    const uint32_t begin = PlaceOf(value);
    // As it stands, it keeps the places of its letters.
    if (subject == value) {
      text_.Copy(value, begin);
    } else {
      text_.Replace(subject, {begin, begin + static_cast<uint32_t>(value.size())});
    }
    out_.text.title = subject;
    out_.text.blocks.push_back(
        {.span = {0, text_.size()}, .kind = BlockKind::kTitle, .reason = "email.subject"});
  }

  // A part of the message from its headers on; its body is [begin, end).
  void TakePart(const Headers& headers, size_t begin, size_t end, size_t depth) {
    if (depth > kMaxMailDepth || ++parts_ > kMaxMailParts) {
      Warn("parts beyond the limits of depth and number are not read");
      return;
    }
    const std::string type = TypeOf(headers);
    if (type.starts_with("multipart/")) return TakeMultipart(headers, type, begin, end, depth);
    if (type == "message/rfc822") {
      Headers inner = ReadHeaders(message_.substr(begin, end - begin));
      return TakePart(inner, begin + inner.body, end, depth + 1);
    }
    const std::string disposition = AsciiLower(headers.Get("Content-Disposition"));
    const bool text = type == "text/plain" || type == "text/html" || type == "text/markdown";
    if (!text || Trim(disposition).starts_with("attachment")) {
      std::string name = Parameter(headers.Get("Content-Disposition"), "filename");
      if (name.empty()) name = Parameter(headers.Get("Content-Type"), "name");
      Warn("an attachment is not read: " + Clip(DecodeHeader(type), 80) + " " +
           Clip(DecodeHeader(name), 200));
      return;
    }
    TakeText(headers, type, message_.substr(begin, end - begin));
  }

  void TakeMultipart(const Headers& headers, std::string_view type, size_t begin, size_t end,
                     size_t depth) {
    const std::string boundary = Parameter(headers.Get("Content-Type"), "boundary");
    if (boundary.empty() || boundary.size() > 200) {
      Warn("a part of several has no boundary and is read as text");
      return TakeText({}, "text/plain", message_.substr(begin, end - begin));
    }
    const std::vector<Span> spans = CutAt("--" + boundary, begin, end);
    std::vector<std::pair<Headers, Span>> parts;
    parts.reserve(spans.size());
    for (const Span span : spans)
      parts.emplace_back(ReadHeaders(message_.substr(span.begin, span.size())), span);
    const bool alternative = type == "multipart/alternative";
    // One without a word is no alternative.
    const auto preferred = [&](std::string_view wanted) {
      return std::find_if(parts.begin(), parts.end(), [&](const auto& part) {
        const auto& [inner, span] = part;
        return TypeOf(inner).starts_with(wanted) &&
               !Trim(message_.substr(span.begin, span.size()).substr(inner.body)).empty();
      });
    };
    if (alternative) {
      auto chosen = preferred("text/plain");
      if (chosen == parts.end()) chosen = preferred("multipart/");
      if (chosen == parts.end()) chosen = preferred("text/html");
      if (chosen != parts.end()) {
        return TakePart(chosen->first, chosen->second.begin + chosen->first.body,
                        chosen->second.end, depth + 1);
      }
    }
    for (const auto& [inner, span] : parts)
      TakePart(inner, span.begin + inner.body, span.end, depth + 1);
  }

  // What lies between the boundary lines.
  std::vector<Span> CutAt(const std::string& boundary, size_t begin, size_t end) const {
    std::vector<Span> spans;
    const std::string_view text = message_.substr(0, end);
    std::optional<size_t> open;
    for (size_t at = begin; (at = text.find(boundary, at)) != std::string_view::npos;) {
      if (at > begin && text[at - 1] != '\n') {
        ++at;
        continue;
      }
      if (open) spans.push_back({static_cast<uint32_t>(*open), static_cast<uint32_t>(at)});
      const bool last = text.substr(at + boundary.size()).starts_with("--");
      at = std::min(text.find('\n', at), end - 1) + 1;
      open = at;
      if (last || spans.size() > kMaxMailParts) return spans;
    }
    // The last boundary is missing: the message was cut.
    if (open) spans.push_back({static_cast<uint32_t>(*open), static_cast<uint32_t>(end)});
    return spans;
  }

  void TakeText(const Headers& headers, std::string_view type, std::string_view body) {
    const ConvertedText bytes = Transfer(headers, body);
    const std::string charset = Parameter(headers.Get("Content-Type"), "charset");
    auto decoded = DecodeText(bytes.text, charset);
    if (!decoded.ok()) {
      Fail(decoded.error());
      return;
    }
    MarkupText part;
    const std::string_view text = decoded->Text(bytes.text);
    if (type == "text/html") {
      auto page = ReadHtml(text);
      if (!page.ok()) {
        Fail(page.error());
        return;
      }
      part = std::move(*page);
    } else {
      part.blocks = CutLines(text);
      MarkQuotes(text, &part.blocks);
      part.converted.text = text;
    }
    part.converted.origins =
        Compose(Compose(part.converted.origins, decoded->converted.origins), bytes.origins);
    if (out_.encoding.empty()) out_.encoding = decoded->encoding;
    for (std::string& warning : decoded->warnings) part.warnings.push_back(std::move(warning));
    Append(std::move(part), &text_, &out_.text);
  }

  ConvertedText Transfer(const Headers& headers, std::string_view body) const {
    const std::string_view encoding = Trim(headers.Get("Content-Transfer-Encoding"));
    if (EqualsIgnoreCase(encoding, "base64")) return DecodeBase64(body, PlaceOf(body));
    if (EqualsIgnoreCase(encoding, "quoted-printable"))
      return DecodeQuotedPrintable(body, PlaceOf(body));
    TextBuilder as_is;
    as_is.Copy(body, PlaceOf(body));
    return as_is.Take();
  }

  void Warn(std::string warning) {
    constexpr size_t kMostWarnings = 50;
    if (out_.text.warnings.size() < kMostWarnings) out_.text.warnings.push_back(std::move(warning));
  }

  // A part that cannot be read is an error only where it is the message.
  void Fail(const Error& error) {
    Warn("a part is not read: " + error.message);
    if (!failure_) failure_ = error;
  }

  std::string_view message_;
  MailText out_;
  TextBuilder text_;
  std::optional<Error> failure_;
  size_t parts_ = 0;
};

}  // namespace

Result<MailText> ReadEmail(std::string_view message) {
  return MailReader(message).Read();
}

}  // namespace interdict::documents
