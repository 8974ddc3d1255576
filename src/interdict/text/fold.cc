#include "interdict/text/fold.h"

#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>

#include "interdict/base/utf8.h"

namespace interdict::text {
namespace {

bool IsAscii(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return static_cast<signed char>(c) >= 0; });
}

// Characters that join what stands around them.
bool Vanishes(UChar32 c) {
  switch (c) {
    case '\'':
    case '.':
    case '`':
    case 0xB4:
    case 0x2019:
    case 0x2018:
    case 0x201B:
    case 0x02BC:
    case 0x02BB:
    case 0x02B9:
    case 0x02BE:
    case 0x02BF:
    case 0x2032:
    case 0x30FB:
    case 0x5F3:
    case 0x5F4:
      return true;
    default:
      break;
  }
  const int8_t category = u_charType(c);
  return category == U_FORMAT_CHAR || category == U_NON_SPACING_MARK ||
         category == U_ENCLOSING_MARK || category == U_COMBINING_SPACING_MARK;
}

void AppendSpace(std::string* out) {
  if (!out->empty() && out->back() != ' ') out->push_back(' ');
}

std::string FoldAscii(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (char c : text) {
    if (c >= 'A' && c <= 'Z')
      out.push_back(static_cast<char>(c + 32));
    else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
      out.push_back(c);
    else if (!Vanishes(c))
      AppendSpace(&out);
  }
  if (out.ends_with(' ')) out.pop_back();
  return out;
}

}  // namespace

struct Folder::Transliterator {
  std::unique_ptr<icu::Transliterator> value;
};

Folder::Folder(std::unique_ptr<Transliterator> transliterator)
    : transliterator_(std::move(transliterator)) {}
Folder::Folder(Folder&&) noexcept = default;
Folder& Folder::operator=(Folder&&) noexcept = default;
Folder::~Folder() = default;

Result<Folder> Folder::Create() {
  UErrorCode status = U_ZERO_ERROR;
  auto holder = std::make_unique<Transliterator>();
  holder->value.reset(icu::Transliterator::createInstance(
      "NFKC; [:Cf:] Remove; Any-Latin; NFKD; [:Mn:] Remove; Latin-ASCII; Lower", UTRANS_FORWARD,
      status));
  if (U_FAILURE(status) || holder->value == nullptr) {
    return MakeError(ErrorCode::kEncoding,
                     std::string("ICU cannot transliterate: ") + u_errorName(status));
  }
  return Folder(std::move(holder));
}

std::string Folder::Fold(std::string_view utf8) const {
  if (IsAscii(utf8)) return FoldAscii(utf8);
  icu::UnicodeString text = icu::UnicodeString::fromUTF8(
      icu::StringPiece(utf8.data(), static_cast<int32_t>(utf8.size())));
  transliterator_->value->transliterate(text);
  std::string out;
  for (int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    const UChar32 c = text.char32At(i);
    if (u_isalnum(c) != 0)
      utf8::Append(static_cast<char32_t>(u_tolower(c)), &out);
    else if (!Vanishes(c))
      AppendSpace(&out);
  }
  if (out.ends_with(' ')) out.pop_back();
  return out;
}

std::vector<std::string_view> Tokens(std::string_view folded) {
  std::vector<std::string_view> tokens;
  while (!folded.empty()) {
    const size_t space = folded.find(' ');
    if (space != 0) tokens.push_back(folded.substr(0, space));
    if (space == std::string_view::npos) break;
    folded.remove_prefix(space + 1);
  }
  return tokens;
}

}  // namespace interdict::text
