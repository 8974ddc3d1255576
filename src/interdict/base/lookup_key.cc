#include "interdict/base/lookup_key.h"

#include "interdict/base/utf8.h"

namespace interdict {
namespace {

// Base letter of each code point from U+00C0 to U+024F; '-' keeps the code point, ' ' separates.
constexpr std::string_view kLatinLetters =
    "aaaaaaaceeeeiiiidnooooo ouuuuytsaaaaaaaceeeeiiiidnooooo ouuuuyty"
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllll"
    "lllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs"
    "--------------------------------oo-------------uu---------------"
    "----dddlllnnnaaiioouuuuuuuuuu-aaaa----ggkkoooo--jdddgg--nnaa----"
    "aaaaeeeeiiiioooorrrruuuusstt--hh------aaeeooooooooyy------------"
    "----------------";
constexpr char32_t kLatinFirst = 0xC0;

// The same from U+1E00 to U+1EFF (Vietnamese, and transliteration of Arabic).
constexpr std::string_view kAdditionalLetters =
    "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmm"
    "mmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv"
    "wwwwwwwwwwxxxxyyzzzzzzhtwya-sssdaaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee"
    "eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyyllvvyy";
constexpr char32_t kAdditionalFirst = 0x1E00;

constexpr char32_t kLeftOut = 0;

char32_t FoldByTable(char32_t c, std::string_view letters, char32_t first) {
  const char base = letters[c - first];
  return base == '-' ? c : static_cast<char32_t>(base);
}

// Marks over and under letters, also the vowel signs of Arabic.
bool IsCombiningMark(char32_t c) {
  return (c >= 0x300 && c <= 0x36F) || (c >= 0x64B && c <= 0x65F) || c == 0x670 || c == 0x640;
}

// Soft hyphen, zero-width characters, marks of writing direction.
bool IsInvisible(char32_t c) {
  return c == 0xAD || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF;
}

// The apostrophes that people type within a word; the full stop of "U.S.A.".
bool IsWithinWord(char32_t c) {
  return c == '\'' || c == '.' || c == '`' || c == 0xB4 || c == 0x2BB || c == 0x2BC ||
         c == 0x2018 || c == 0x2019 || c == 0x2032;
}

// Punctuation and spaces of Unicode that occur in list text.
bool IsSeparator(char32_t c) {
  return (c >= 0x80 && c <= 0xBF) || (c >= 0x2000 && c <= 0x206F) || (c >= 0x3000 && c <= 0x3003) ||
         c == 0x60C || c == 0x61B || c == utf8::kReplacement;
}

char32_t LowerGreek(char32_t c) {
  switch (c) {
    case 0x386:
    case 0x3AC:
      return 0x3B1;  // alpha with tonos
    case 0x388:
    case 0x3AD:
      return 0x3B5;  // epsilon
    case 0x389:
    case 0x3AE:
      return 0x3B7;  // eta
    case 0x38A:
    case 0x3AF:
    case 0x3AA:
    case 0x3CA:
    case 0x390:
      return 0x3B9;  // iota
    case 0x38C:
    case 0x3CC:
      return 0x3BF;  // omicron
    case 0x38E:
    case 0x3CD:
    case 0x3AB:
    case 0x3CB:
    case 0x3B0:
      return 0x3C5;  // upsilon
    case 0x38F:
    case 0x3CE:
      return 0x3C9;  // omega
    case 0x3C2:
      return 0x3C3;  // final sigma
    default:
      return c >= 0x391 && c <= 0x3A9 && c != 0x3A2 ? c + 0x20 : c;
  }
}

// Lower case, and without the marks that canonical decomposition would split off.
char32_t LowerCyrillic(char32_t c) {
  if (c >= 0x410 && c <= 0x42F) c += 0x20;
  if (c >= 0x400 && c <= 0x40F) c += 0x50;
  switch (c) {
    case 0x439:
    case 0x45D:
      return 0x438;  // short i
    case 0x450:
    case 0x451:
      return 0x435;  // io
    case 0x453:
      return 0x433;
    case 0x457:
      return 0x456;  // yi
    case 0x45C:
      return 0x43A;
    case 0x45E:
      return 0x443;  // short u
    case 0x490:
      return 0x491;
    default:
      return c;
  }
}

char32_t FoldOther(char32_t c) {
  if (c >= 0x370 && c <= 0x3FF) return LowerGreek(c);
  if (c >= 0x400 && c <= 0x4FF) return LowerCyrillic(c);
  if (c == 0x622 || c == 0x623 || c == 0x625 || c == 0x671) return 0x627;  // alef
  return c;
}

// The folded code point; kLeftOut to leave it out, ' ' for a separator.
char32_t FoldCodePoint(char32_t c) {
  if (c >= 'A' && c <= 'Z') return c + 32;
  if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) return c;
  if (IsWithinWord(c) || IsCombiningMark(c) || IsInvisible(c)) return kLeftOut;
  if (c == 0xAA) return 'a';
  if (c == 0xBA || c == 0xB0) return 'o';  // "N\u00BA", also written with the degree sign
  if (c < 0x80 || IsSeparator(c)) return ' ';
  if (c >= kLatinFirst && c < kLatinFirst + kLatinLetters.size()) {
    return c == 0x18F ? 0x259
                      : FoldByTable(c, kLatinLetters, kLatinFirst);  // schwa has a small one
  }
  if (c >= kAdditionalFirst && c < kAdditionalFirst + kAdditionalLetters.size()) {
    return FoldByTable(c, kAdditionalLetters, kAdditionalFirst);
  }
  return FoldOther(c);
}

}  // namespace

std::string LookupKey(std::string_view text) {
  std::string key;
  key.reserve(text.size());
  for (size_t at = 0; at < text.size();) {
    const auto byte = static_cast<unsigned char>(text[at]);
    const char32_t c = FoldCodePoint(byte < 0x80 ? byte : utf8::Decode(text, &at));
    if (byte < 0x80) ++at;
    if (c == kLeftOut) continue;
    if (c == ' ') {
      if (!key.empty() && key.back() != ' ') key.push_back(' ');
    } else if (c < 0x80) {
      key.push_back(static_cast<char>(c));
    } else {
      utf8::Append(c, &key);
    }
  }
  if (key.ends_with(' ')) key.pop_back();
  return key;
}

}  // namespace interdict
