#include "interdict/text/icu_latin.h"

#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include "interdict/base/utf8.h"

namespace interdict::text {
namespace {

constexpr char kHanRules[] = "Han-Latin; NFD; [:Mn:] Remove; Latin-ASCII; Lower";
constexpr char kAnyRules[] = "Any-Latin; NFD; [:Mn:] Remove; Latin-ASCII; Lower";
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

// Scripts whose consonants carry an "a" that is silent at the end of a word: Devanagari, Bengali,
// Gurmukhi, Gujarati, Odia.
bool EndsInSilentVowel(std::span<const Letter> word, std::string_view latin) {
  const char32_t last = word.back().c;
  if (last < 0x0900 || last > 0x0B7F) return false;
  const bool consonant = u_charType(static_cast<UChar32>(last)) == U_OTHER_LETTER;
  if (!consonant || latin.size() < 3 || latin.back() != 'a') return false;
  const bool cluster =
      word.size() > 1 && u_getCombiningClass(static_cast<UChar32>(word[word.size() - 2].c)) == 9;
  return !cluster;
}

struct Respelling {
  char32_t letter;
  std::u32string_view spelled;
};

// Letters that ICU's rules do not know, in letters that they do: the vowelless consonants of
// Malayalam; the nasal sign of Gurmukhi, which would vanish.
constexpr Respelling kRespellings[] = {
    {0x0A70, U"\u0A28\u0A4D"}, {0x0D7A, U"\u0D23\u0D4D"}, {0x0D7B, U"\u0D28\u0D4D"},
    {0x0D7C, U"\u0D30\u0D4D"}, {0x0D7D, U"\u0D32\u0D4D"}, {0x0D7E, U"\u0D33\u0D4D"},
    {0x0D7F, U"\u0D15\u0D4D"},
};

void AppendRespelled(char32_t c, std::string* out) {
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

IcuLatin::Rules* IcuLatin::Load(const char* id, std::unique_ptr<Rules>* rules) {
  if (*rules == nullptr) {
    UErrorCode status = U_ZERO_ERROR;
    *rules = std::make_unique<Rules>();
    (*rules)->value.reset(icu::Transliterator::createInstance(id, UTRANS_FORWARD, status));
    if (U_FAILURE(status)) (*rules)->value.reset();
  }
  return rules->get();
}

std::string_view IcuLatin::Han(char32_t c) {
  const auto found = han_.find(c);
  if (found != han_.end()) return found->second;
  const Rules* rules = Load(kHanRules, &han_rules_);
  return han_.emplace(c, rules->Apply(icu::UnicodeString(static_cast<UChar32>(c)))).first->second;
}

std::string_view IcuLatin::Word(std::span<const Letter> word) {
  key_.clear();
  for (const Letter& letter : word) AppendRespelled(letter.c, &key_);
  const auto found = words_.find(key_);
  if (found != words_.end()) return found->second;
  if (words_.size() >= kMaxRemembered) words_.clear();
  const Rules* rules = Load(kAnyRules, &any_rules_);
  std::string latin = rules->Apply(icu::UnicodeString::fromUTF8(key_));
  if (EndsInSilentVowel(word, latin)) latin.pop_back();
  if (key_.size() > kMaxRememberedBytes) {
    key_ = std::move(latin);
    return key_;
  }
  return words_.emplace(key_, std::move(latin)).first->second;
}

}  // namespace interdict::text
