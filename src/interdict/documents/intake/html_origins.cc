#include "interdict/documents/intake/html_origins.h"

#include <algorithm>

#include "interdict/base/utf8.h"
#include "interdict/documents/intake/html_tags.h"

namespace interdict::documents {
namespace {

bool IsAlnum(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

// References that HTML reads without a semicolon too.
constexpr std::string_view kBare[] = {
    "AElig",  "AMP",    "Aacute", "Acirc",  "Agrave", "Aring",  "Atilde", "Auml",   "COPY",
    "Ccedil", "ETH",    "Eacute", "Ecirc",  "Egrave", "Euml",   "GT",     "Iacute", "Icirc",
    "Igrave", "Iuml",   "LT",     "Ntilde", "Oacute", "Ocirc",  "Ograve", "Oslash", "Otilde",
    "Ouml",   "QUOT",   "REG",    "THORN",  "Uacute", "Ucirc",  "Ugrave", "Uuml",   "Yacute",
    "aacute", "acirc",  "acute",  "aelig",  "agrave", "amp",    "aring",  "atilde", "auml",
    "brvbar", "ccedil", "cedil",  "cent",   "copy",   "curren", "deg",    "divide", "eacute",
    "ecirc",  "egrave", "eth",    "euml",   "frac12", "frac14", "frac34", "gt",     "iacute",
    "icirc",  "iexcl",  "igrave", "iquest", "iuml",   "laquo",  "lt",     "macr",   "micro",
    "middot", "nbsp",   "not",    "ntilde", "oacute", "ocirc",  "ograve", "ordf",   "ordm",
    "oslash", "otilde", "ouml",   "para",   "plusmn", "pound",  "quot",   "raquo",  "reg",
    "sect",   "shy",    "sup1",   "sup2",   "sup3",   "szlig",  "thorn",  "times",  "uacute",
    "ucirc",  "ugrave", "uml",    "uuml",   "yacute", "yen",    "yuml"};

// Bytes of the reference at the beginning of `source` ("&amp;"), if it is one that was read.
size_t ReferenceLength(std::string_view source) {
  size_t end = 1;
  if (end < source.size() && source[end] == '#') ++end;
  while (end < source.size() && IsAlnum(source[end])) ++end;
  if (end < source.size() && source[end] == ';') return end + 1;
  if (source.size() > 1 && source[1] == '#') {
    // "&#8217 said": the number ends where its digits do.
    const bool hex = source.size() > 2 && (source[2] | 0x20) == 'x';
    const std::string_view digits = hex ? "0123456789abcdefABCDEF" : "0123456789";
    const size_t stop = source.find_first_not_of(digits, hex ? 3 : 2);
    return stop == std::string_view::npos ? source.size() : stop;
  }
  size_t longest = 0;
  for (const std::string_view bare : kBare) {
    if (source.substr(1).starts_with(bare)) longest = std::max(longest, bare.size());
  }
  return longest == 0 ? 0 : 1 + longest;
}

}  // namespace

bool TextNodeReader::NextReference(TextPiece* piece) {
  const std::string_view rest = original_.substr(from_), text = text_.substr(at_);
  const size_t length = ReferenceLength(rest);
  const bool amp = rest.substr(1).starts_with("amp") || rest.substr(1).starts_with("AMP");
  // Left as it stands: "AT&T", "&unknown;".
  const bool literal =
      text[0] == '&' && !amp &&
      (length == 0 || text.starts_with(rest.substr(0, std::min<size_t>(length, 3))));
  if (length == 0 || literal) {
    if (text[0] != '&') return false;
    *piece = {.text = text.substr(0, 1), .source = SourceOf(from_, from_ + 1)};
    at_ += 1;
    from_ += 1;
    return true;
  }
  size_t size = 0;
  utf8::Decode(text, &size);
  // A few references stand for two characters: then what follows fits only behind the second.
  const bool last = from_ + length >= original_.size();
  if (size < text.size() && !last && rest[length] != '&' && rest[length] != '<' &&
      rest[length] != '\r' && text[size] != rest[length]) {
    utf8::Decode(text, &size);
  }
  *piece = {.text = text.substr(0, size), .source = SourceOf(from_, from_ + length), .whole = true};
  at_ += size;
  from_ += length;
  return true;
}

bool TextNodeReader::Next(TextPiece* piece) {
  while (at_ < text_.size()) {
    // As far as both are the same.
    const size_t most = std::min(text_.size() - at_, original_.size() - from_);
    size_t same = 0;
    while (same < most && text_[at_ + same] == original_[from_ + same] &&
           original_[from_ + same] != '&') {
      ++same;
    }
    if (same > 0) {
      *piece = {.text = text_.substr(at_, same), .source = SourceOf(from_, from_ + same)};
      at_ += same;
      from_ += same;
      return true;
    }
    if (from_ >= original_.size()) break;
    const char c = original_[from_];
    if (c == '&') {
      if (NextReference(piece)) return true;
      break;
    }
    if (c == '<') {
      from_ = std::max(from_ + 1, ReadTag(original_, from_).end);
      continue;
    }
    if (c == '\r' || c == '\0' || c == '\n') {  // "\r\n" is read as "\n", a lone '\r' too
      const bool alone = c == '\r' && text_[at_] == '\n' &&
                         !(from_ + 1 < original_.size() && original_[from_ + 1] == '\n');
      if (!alone) {
        ++from_;
        continue;
      }
      *piece = {.text = text_.substr(at_, 1), .source = SourceOf(from_, from_ + 1)};
      ++at_;
      ++from_;
      return true;
    }
    break;
  }
  if (at_ >= text_.size()) return false;
  // What cannot be told apart stands for the rest of the node.
  *piece = {.text = text_.substr(at_),
            .source = SourceOf(std::min(from_, original_.size()), original_.size()),
            .whole = true};
  at_ = text_.size();
  return true;
}

}  // namespace interdict::documents
