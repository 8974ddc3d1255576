#include "interdict/match/distance/soundex.h"

namespace interdict {
namespace {

// By letter, from A: the digit; '0' for vowels and for h and w, which do not part equal digits.
constexpr std::string_view kDigits = "01230120022455012623010202";
constexpr SoundexCode kNoSound = {'0', '0', '0', '0'};

char Upper(char c) {
  return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

}  // namespace

SoundexCode Soundex(std::string_view word) {
  SoundexCode code = kNoSound;
  size_t size = 0;
  char last = '0';
  for (char raw : word) {
    const char letter = Upper(raw);
    if (letter < 'A' || letter > 'Z') continue;
    const char digit = kDigits[static_cast<size_t>(letter - 'A')];
    if (size == 0) {
      code[size++] = letter;
    } else if (letter == 'H' || letter == 'W') {
      continue;
    } else if (digit != '0' && digit != last) {
      code[size++] = digit;
      if (size == code.size()) break;
    }
    last = digit;
  }
  return code;
}

bool SoundsAlike(const SoundexCode& a, const SoundexCode& b) {
  return a == b && a != kNoSound;
}

}  // namespace interdict
