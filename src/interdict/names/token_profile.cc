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

}  // namespace

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

TokenProfile MakeTokenProfile(std::string_view text, bool consonants_only) {
  TokenProfile profile;
  profile.text = text;
  profile.consonants_only = consonants_only;
  profile.letters = LetterMask(text);
  // Words longer than any name have no keys: they are equal or not.
  std::array<char, text::KeyCapacity(kMaxKeyed)> buffer;
  if (text.size() <= kMaxKeyed) {
    const auto key = [&](size_t size) { return std::string_view(buffer.data(), size); };
    const std::string_view skeleton = key(text::Skeleton(text, buffer.data()));
    profile.skeleton = KeyHash(skeleton);
    profile.skeleton_size = static_cast<uint16_t>(skeleton.size());
    if (text.size() >= 3) {
      profile.phonetic = KeyHash(key(text::PhoneticKey(text, buffer.data())));
      profile.shape = KeyHash(key(text::OcrKey(text, buffer.data())));
    }
  }
  profile.vowelless = !consonants_only && text.size() >= 2 &&
                      std::none_of(text.begin() + 1, text.end(), IsVowel) &&
                      std::any_of(text.begin(), text.end(), [](char c) { return c >= 'a'; });
  if (const LexiconEntry* entry = FindForm(text)) {
    profile.first_membership = entry->first_membership;
    profile.memberships = entry->memberships;
  }
  return profile;
}

}  // namespace interdict::names
