#include "interdict/text/icu_latin.h"

#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <cstdint>
#include <iterator>

#include "interdict/base/utf8.h"

namespace interdict::text {
namespace {

#include "interdict/tables/han.inc"

// The scholarly letters of South Asian scripts become those of usual spelling before accents go.
// Thai o-ang is written x by ICU: a carrier of vowels at the start, else a vowel.
constexpr char16_t kSpelling[] =
    u":: Any-Latin; :: NFC; ś > sh; ṣ > sh; ch > ch; c > ch; x > o; :: NFD; :: [:Mn:] Remove;"
    u":: Latin-ASCII; :: Lower;";
constexpr size_t kMaxRemembered = 1 << 16;
constexpr size_t kMaxRememberedBytes = 256;

// Nothing where a letter has remained that is not ASCII.
std::string AsciiLetters(const icu::UnicodeString& text) {
  std::string out;
  for (int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    const UChar32 c = text.char32At(i);
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) out.push_back(static_cast<char>(c));
    if (c >= 0x80 && u_isalpha(c) != 0) return {};
  }
  return out;
}

// Northern Indian scripts, whose consonants carry an "a" that is often silent: Devanagari, Bengali,
// Gurmukhi, Gujarati, Odia.
bool MayBeSilent(char32_t c) {
  return c >= 0x0900 && c <= 0x0B7F;
}

bool IsVirama(char32_t c) {
  return u_getCombiningClass(static_cast<UChar32>(c)) == 9;
}

// Independent vowels stand at the same places of every block, before its consonants.
bool IsConsonant(char32_t c) {
  return MayBeSilent(c) && (c & 0x7F) >= 0x15 &&
         u_charType(static_cast<UChar32>(c)) == U_OTHER_LETTER;
}

// Whether the "a" of the consonant at i is not spoken: at the end of a word unless a cluster goes
// before, and between a syllable with a vowel and a consonant with one.
bool IsSilent(std::span<const Letter> word, size_t i, bool vowel_before) {
  if (i == 0 || !IsConsonant(word[i].c)) return false;
  if (i + 1 == word.size()) return !IsVirama(word[i - 1].c);
  if (!vowel_before || !IsConsonant(word[i + 1].c)) return false;
  return i + 2 < word.size() && !IsVirama(word[i + 2].c);
}

// Thai o-ang at the start carries the vowel sign that follows and has no sound of its own.
bool IsSilentCarrier(std::span<const Letter> word, size_t i) {
  return word[i].c == 0x0E2D && i == 0 && word.size() > 1 && word[1].c >= 0x0E30 &&
         word[1].c <= 0x0E39;
}

struct Respelling {
  char32_t letter;
  std::u32string_view spelled;
};

// Letters that ICU's rules do not know or misread, in letters that they read: the vowelless
// consonants of Malayalam; the nasal sign of Gurmukhi, which would vanish; Thai so and ru.
constexpr Respelling kRespellings[] = {
    {0x0A70, U"\u0A28\u0A4D"}, {0x0E24, U"\u0E23\u0E34"}, {0x0E28, U"\u0E2A"},
    {0x0E29, U"\u0E2A"},       {0x0D7A, U"\u0D23\u0D4D"}, {0x0D7B, U"\u0D28\u0D4D"},
    {0x0D7C, U"\u0D30\u0D4D"}, {0x0D7D, U"\u0D32\u0D4D"}, {0x0D7E, U"\u0D33\u0D4D"},
    {0x0D7F, U"\u0D15\u0D4D"},
};

// Takes off the letter that a Thai silencing mark stands on, with a vowel sign between.
void DropSilenced(std::string* out) {
  constexpr size_t kThaiBytes = 3;
  if (out->size() < kThaiBytes) return;
  size_t at = out->size() - kThaiBytes;
  const char32_t last = utf8::Decode(*out, &at);
  const bool sign = u_charType(static_cast<UChar32>(last)) == U_NON_SPACING_MARK;
  out->resize(out->size() - std::min(out->size(), sign ? 2 * kThaiBytes : kThaiBytes));
}

void AppendRespelled(char32_t c, std::string* out) {
  if (c == 0x0E4C) return DropSilenced(out);
  if (c >= 0x1280 && c <= 0x1287) c -= 0x80;  // Amharic has one h in speech
  for (const Respelling& respelling : kRespellings) {
    if (respelling.letter != c) continue;
    for (const char32_t part : respelling.spelled) utf8::Append(part, out);
    return;
  }
  utf8::Append(c, out);
}

}  // namespace

struct IcuLatin::Rules {
  std::unique_ptr<icu::Transliterator> value;

  std::string Apply(icu::UnicodeString text) const {
    if (value == nullptr) return {};
    value->transliterate(text);
    return AsciiLetters(text);
  }
};

IcuLatin::IcuLatin() = default;
IcuLatin::IcuLatin(IcuLatin&&) noexcept = default;
IcuLatin& IcuLatin::operator=(IcuLatin&&) noexcept = default;
IcuLatin::~IcuLatin() = default;

const IcuLatin::Rules& IcuLatin::WordRules() {
  if (word_rules_ == nullptr) {
    UErrorCode status = U_ZERO_ERROR;
    UParseError where;
    word_rules_ = std::make_unique<Rules>();
    word_rules_->value.reset(icu::Transliterator::createFromRules(
        "Interdict-Latin", icu::UnicodeString(kSpelling), UTRANS_FORWARD, where, status));
    if (U_FAILURE(status)) word_rules_->value.reset();
  }
  return *word_rules_;
}

std::string_view IcuLatin::Han(char32_t c) {
  const size_t page = c / std::size(kHanRows[0]);
  if (page >= std::size(kHanPages)) return {};
  return kHanReadings[kHanRows[kHanPages[page]][c % std::size(kHanRows[0])]];
}

void IcuLatin::Respell(std::span<const Letter> word) {
  key_.clear();
  bool vowel_before = false;
  for (size_t i = 0; i < word.size(); ++i) {
    const char32_t c = word[i].c;
    if (IsSilentCarrier(word, i)) continue;
    AppendRespelled(c, &key_);
    const bool silent = IsSilent(word, i, vowel_before);
    if (silent) utf8::Append((c & ~char32_t{0x7F}) + 0x4D, &key_);
    vowel_before = !silent && !IsVirama(c);
  }
}

std::string_view IcuLatin::Word(std::span<const Letter> word) {
  Respell(word);
  const auto found = words_.find(key_);
  if (found != words_.end()) return found->second;
  if (words_.size() >= kMaxRemembered) words_.clear();
  std::string latin = WordRules().Apply(icu::UnicodeString::fromUTF8(key_));
  if (key_.size() > kMaxRememberedBytes) {
    key_ = std::move(latin);
    return key_;
  }
  return words_.emplace(key_, std::move(latin)).first->second;
}

}  // namespace interdict::text
