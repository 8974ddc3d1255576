#include "interdict/text/letters.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <limits>

#include "interdict/base/utf8.h"

namespace interdict::text {
namespace {

const icu::Normalizer2* Nfkc() {
  static const icu::Normalizer2* const kNfkc = [] {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* found = icu::Normalizer2::getNFKCInstance(status);
    return U_FAILURE(status) ? nullptr : found;
  }();
  return kNfkc;
}

// Enclosed capitals that Unicode does not resolve: negative circled and squared, regional
// indicators. 0 for every other character.
char32_t EnclosedCapital(char32_t c) {
  constexpr char32_t kFirst[] = {0x1F150, 0x1F170, 0x1F1E6};
  for (const char32_t first : kFirst) {
    if (c >= first && c < first + 26) return U'A' + (c - first);
  }
  if (c >= 0x249C && c <= 0x24B5) return U'a' + (c - 0x249C);
  return 0;
}

bool IsConjoiningJamo(char32_t c) {
  return (c >= 0x1161 && c <= 0x1175) || (c >= 0x11A8 && c <= 0x11C2);
}

class Reader {
 public:
  Reader(std::string_view utf8, std::vector<Letter>* out) : utf8_(utf8), out_(out) {}

  bool Read() {
    bool ascii = true;
    for (size_t at = 0; at < utf8_.size();) {
      begin_ = static_cast<uint32_t>(at);
      const auto byte = static_cast<unsigned char>(utf8_[at]);
      if (byte < 0x80) {
        end_ = static_cast<uint32_t>(++at);
        PutAscii(byte);
        continue;
      }
      ascii = false;
      const char32_t c = utf8::Decode(utf8_, &at);
      end_ = static_cast<uint32_t>(at);
      PutWide(c);
    }
    return ascii;
  }

 private:
  void PutAscii(char32_t c) {
    const CharKind kind = KindOf(c);
    const Script script = kind == CharKind::kDigit ? Script::kDigits : Script::kLatin;
    out_->push_back({c, begin_, end_, kind, script});
  }

  void PutWide(char32_t c) {
    if (const char32_t capital = EnclosedCapital(c)) return PutAscii(capital);
    const CharKind kind = KindOf(c);
    const bool settled = kind != CharKind::kLetter && kind != CharKind::kSeparator &&
                         kind != CharKind::kMark && kind != CharKind::kOpenBracket &&
                         kind != CharKind::kCloseBracket && kind != CharKind::kHyphen;
    const bool hangul = c >= 0xAC00 && c <= 0xD7A3;
    if (settled || hangul || !IsCompatibilityForm(c)) return Put(c, kind);
    PutResolved(c, kind);
  }

  static bool IsCompatibilityForm(char32_t c) {
    return u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_NFKC_QUICK_CHECK) == UNORM_NO;
  }

  // A form that stands for several characters gives only its letters and digits: one character of
  // the source cannot be two words.
  void PutResolved(char32_t c, CharKind kind) {
    icu::UnicodeString plain;
    if (Nfkc() == nullptr || !Nfkc()->getDecomposition(static_cast<UChar32>(c), plain)) {
      return Put(c, kind);
    }
    const bool single = plain.countChar32() == 1;
    for (int32_t i = 0; i < plain.length(); i = plain.moveIndex32(i, 1)) {
      const auto part = static_cast<char32_t>(plain.char32At(i));
      const CharKind part_kind = KindOf(part);
      const bool wordly = part_kind == CharKind::kLetter || part_kind == CharKind::kDigit ||
                          part_kind == CharKind::kMark;
      if (single || wordly) Put(part, part_kind);
    }
    if (plain.countChar32() > 1 && (out_->empty() || out_->back().end != end_)) {
      Put(U' ', CharKind::kSeparator);
    }
  }

  void Put(char32_t c, CharKind kind) {
    if (kind == CharKind::kVanishes) return;
    if (kind == CharKind::kMark) return PutMark(c);
    if (IsConjoiningJamo(c) && Composed(c)) return;
    if (kind == CharKind::kDigit) {
      const auto digit = static_cast<char32_t>(DigitOf(c));
      return out_->push_back({digit, begin_, end_, kind, Script::kDigits});
    }
    const Script script = kind == CharKind::kLetter ? ScriptOf(c) : Script::kOther;
    out_->push_back({c, begin_, end_, kind, script});
  }

  void PutMark(char32_t c) {
    if (out_->empty()) return;
    Letter& before = out_->back();
    if (before.kind != CharKind::kLetter || Composed(c)) return;
    if (MarksAreLetters(before.script)) {
      out_->push_back({c, begin_, end_, CharKind::kLetter, before.script});
    } else {
      before.end = std::max(before.end, end_);
    }
  }

  // Unites the character with the letter before it where Unicode has one character for both.
  bool Composed(char32_t c) {
    if (out_->empty() || out_->back().kind != CharKind::kLetter || Nfkc() == nullptr) return false;
    Letter& before = out_->back();
    const UChar32 pair =
        Nfkc()->composePair(static_cast<UChar32>(before.c), static_cast<UChar32>(c));
    if (pair < 0) return false;
    before.c = static_cast<char32_t>(pair);
    before.end = std::max(before.end, end_);
    return true;
  }

  std::string_view utf8_;
  std::vector<Letter>* out_;
  uint32_t begin_ = 0, end_ = 0;
};

}  // namespace

bool ReadLetters(std::string_view utf8, std::vector<Letter>* out) {
  out->clear();
  return Reader(utf8.substr(0, std::numeric_limits<uint32_t>::max()), out).Read();
}

}  // namespace interdict::text
