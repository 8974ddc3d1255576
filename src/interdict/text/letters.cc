#include "interdict/text/letters.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
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

bool IsCompatibilityForm(char32_t c) {
  return u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_NFKC_QUICK_CHECK) == UNORM_NO;
}

struct Traits {
  CharKind kind;
  Script script;  // kOther for what is no letter
  bool resolves;  // stands for other characters
};

Traits FindTraits(char32_t c) {
  const CharKind kind = KindOf(c);
  const bool may_resolve = kind == CharKind::kLetter || kind == CharKind::kSeparator ||
                           kind == CharKind::kMark || kind == CharKind::kOpenBracket ||
                           kind == CharKind::kCloseBracket || kind == CharKind::kHyphen;
  const bool hangul = c >= 0xAC00 && c <= 0xD7A3;
  const Script script = kind == CharKind::kLetter  ? ScriptOf(c)
                        : kind == CharKind::kDigit ? Script::kDigits
                                                   : Script::kOther;
  return {kind, script, may_resolve && !hangul && IsCompatibilityForm(c)};
}

// The alphabets and the usual punctuation; asking ICU costs ten times as much.
constexpr size_t kKnown = 0x2100;

const std::array<Traits, kKnown>& KnownTraits() {
  static const auto* const kTraits = [] {
    auto* traits = new std::array<Traits, kKnown>();
    for (size_t c = 0; c < kKnown; ++c) (*traits)[c] = FindTraits(static_cast<char32_t>(c));
    return traits;
  }();
  return *kTraits;
}

class Reader {
 public:
  Reader(std::string_view utf8, std::vector<Letter>* out) : utf8_(utf8), out_(out) {}

  bool Read() {
    bool ascii = true;
    out_->reserve(utf8_.size() / 2);
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
  Traits TraitsOf(char32_t c) const { return c < kKnown ? known_[c] : FindTraits(c); }

  void PutAscii(char32_t c) {
    const Traits& traits = known_[c];
    out_->push_back({c, begin_, end_, traits.kind, traits.script});
  }

  void PutWide(char32_t c) {
    if (const char32_t capital = EnclosedCapital(c)) return PutAscii(capital);
    const Traits traits = TraitsOf(c);
    if (traits.resolves) {
      PutResolved(c, traits);
    } else {
      Put(c, traits);
    }
  }

  // A form that stands for several characters gives only its letters and digits: one character of
  // the source cannot be two words.
  void PutResolved(char32_t c, const Traits& traits) {
    icu::UnicodeString plain;
    if (Nfkc() == nullptr || !Nfkc()->getDecomposition(static_cast<UChar32>(c), plain)) {
      return Put(c, traits);
    }
    const bool single = plain.countChar32() == 1;
    for (int32_t i = 0; i < plain.length(); i = plain.moveIndex32(i, 1)) {
      const auto part = static_cast<char32_t>(plain.char32At(i));
      const Traits of_part = TraitsOf(part);
      const bool in_word = of_part.kind == CharKind::kLetter || of_part.kind == CharKind::kDigit ||
                           of_part.kind == CharKind::kMark;
      if (single || in_word) Put(part, of_part);
    }
    if (plain.countChar32() > 1 && (out_->empty() || out_->back().end != end_)) {
      PutAscii(U' ');
    }
  }

  void Put(char32_t c, const Traits& traits) {
    if (traits.kind == CharKind::kVanishes) return;
    if (traits.kind == CharKind::kMark) return PutMark(c);
    if (IsConjoiningJamo(c) && Composed(c)) return;
    if (traits.kind == CharKind::kDigit) c = static_cast<char32_t>(DigitOf(c));
    out_->push_back({c, begin_, end_, traits.kind, traits.script});
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

  const std::array<Traits, kKnown>& known_ = KnownTraits();
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
