#include "interdict/names/token_profile.h"

#include <algorithm>
#include <array>

#include "interdict/names/form_hash.h"
#include "interdict/text/keys.h"

namespace interdict::names {
namespace {

constexpr size_t kMaxKeyed = 64;

bool IsVowel(char c) {
  return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u';
}

uint64_t KeyHash(std::string_view key) {
  return key.empty() ? 0 : FormHash(key) | 1;
}

constexpr size_t kMaxNumber = 9;

uint64_t NumberOf(std::string_view text) {
  const bool digits = !text.empty() && text.size() <= kMaxNumber &&
                      std::all_of(text.begin(), text.end(), [](char c) { return c <= '9'; });
  if (digits) return MeaningHash(WordKind::kNumber, text);
  const int roman = RomanValue(text);
  return roman == 0 ? 0 : MeaningHash(WordKind::kNumber, std::to_string(roman));
}

}  // namespace

int RomanValue(std::string_view text) {
  if (text.size() < 2 || text.size() > 7) return 0;
  int value = 0;
  for (size_t i = 0; i < text.size(); ++i) {
    const auto digit = [](char c) { return c == 'i' ? 1 : c == 'v' ? 5 : c == 'x' ? 10 : 0; };
    const int now = digit(text[i]);
    const int next = i + 1 < text.size() ? digit(text[i + 1]) : 0;
    if (now == 0) return 0;
    value += now < next ? -now : now;
  }
  constexpr std::array<std::string_view, 10> kUnits = {"",  "i",  "ii",  "iii",  "iv",
                                                       "v", "vi", "vii", "viii", "ix"};
  if (value <= 0 || value >= 40) return 0;
  std::string back(static_cast<size_t>(value / 10), 'x');
  back += kUnits[static_cast<size_t>(value % 10)];
  return back == text ? value : 0;
}

uint64_t LetterMask(std::string_view text) {
  uint64_t mask = 0;
  for (char c : text) {
    if (c >= 'a' && c <= 'z')
      mask |= uint64_t{1} << (c - 'a');
    else if (c >= '0' && c <= '9')
      mask |= uint64_t{1} << (26 + (c - '0'));
    else
      mask |= uint64_t{1} << (36 + (static_cast<unsigned char>(c) % 28));
  }
  return mask;
}

TokenProfile MakeSoundProfile(std::string_view text) {
  TokenProfile profile;
  profile.text = text;
  if (text.size() < 3 || text.size() > kMaxKeyed) return profile;
  std::array<char, text::KeyCapacity(kMaxKeyed)> buffer;
  profile.phonetic = KeyHash({buffer.data(), text::PhoneticKey(text, buffer.data())});
  return profile;
}

TokenProfile MakeTokenProfile(std::string_view text, bool consonants_only,
                              const VariantTable* variants) {
  TokenProfile profile;
  if (variants != nullptr) profile.variants = variants->GroupsOf(text, consonants_only);
  profile.text = text;
  profile.consonants_only = consonants_only;
  profile.letters = LetterMask(text);
  // Words longer than any name have no keys: they are equal or not.
  std::array<char, text::KeyCapacity(kMaxKeyed)> buffer;
  if (text.size() <= kMaxKeyed) {
    const auto key = [&](size_t size) { return std::string_view(buffer.data(), size); };
    const std::string_view skeleton = key(text::Skeleton(
        text, consonants_only ? text::Vowels::kLeftOut : text::Vowels::kWritten, buffer.data()));
    profile.skeleton = KeyHash(skeleton);
    profile.skeleton_size = static_cast<uint16_t>(skeleton.size());
    if (text.size() >= 2) {
      profile.phonetic = text.size() < 3 ? 0 : KeyHash(key(text::PhoneticKey(text, buffer.data())));
      profile.shape = KeyHash(key(text::OcrKey(text, buffer.data())));
    }
  }
  profile.vowelless = !consonants_only && text.size() >= 2 &&
                      std::none_of(text.begin() + 1, text.end(), IsVowel) &&
                      std::any_of(text.begin(), text.end(), [](char c) { return c >= 'a'; });
  std::array<char, kMaxKeyed> letters;
  size_t kept = 0;
  for (size_t i = 0; i < text.size() && i < kMaxKeyed; ++i) {
    if (i == 0 || !IsVowel(text[i])) letters[kept++] = text[i];
  }
  if (!consonants_only && kept >= 2) profile.consonants = KeyHash({letters.data(), kept});
  kept = 0;
  for (size_t i = 0; i < text.size() && i < kMaxKeyed; ++i) {
    if (text[i] >= '0' && text[i] <= '9') letters[kept++] = text[i];
  }
  profile.digits = KeyHash({letters.data(), kept});
  if (!consonants_only) profile.number = NumberOf(text);
  if (const LexiconEntry* entry = FindForm(text)) {
    profile.first_membership = entry->first_membership;
    profile.memberships = entry->memberships;
    if (!consonants_only) {
      profile.first_meaning = entry->first_meaning;
      profile.meanings = entry->meanings;
    }
  }
  return profile;
}

}  // namespace interdict::names
