#include "interdict/index/token_keys.h"

#include <algorithm>
#include <array>
#include <string>

#include "interdict/names/form_hash.h"

namespace interdict::index {
namespace {

using names::FormHash;
using names::TokenProfile;
using Use = std::function<void(uint64_t)>;

constexpr size_t kMaxEditable = 64;

// The text, and what is left of it with one or two letters taken out.
void ForEachDeletion(std::string_view text, int depth, const Use& use) {
  use(TokenKeyHash(KeyKind::kText, text));
  if (depth == 0 || text.size() < 2) return;
  std::array<char, kMaxEditable> buffer;
  const auto without = [&](std::string_view from, size_t at, std::array<char, kMaxEditable>* to) {
    std::copy_n(from.begin(), at, to->begin());
    std::copy(from.begin() + static_cast<ptrdiff_t>(at) + 1, from.end(),
              to->begin() + static_cast<ptrdiff_t>(at));
    return std::string_view(to->data(), from.size() - 1);
  };
  for (size_t i = 0; i < text.size(); ++i) {
    if (i > 0 && text[i] == text[i - 1]) continue;
    const std::string_view once = without(text, i, &buffer);
    use(TokenKeyHash(KeyKind::kText, once));
    if (depth == 1) continue;
    std::array<char, kMaxEditable> second;
    for (size_t k = i; k < once.size(); ++k) {
      if (k > i && once[k] == once[k - 1]) continue;
      use(TokenKeyHash(KeyKind::kText, without(once, k, &second)));
    }
  }
}

void UseGroups(const TokenProfile& token, const Use& use) {
  for (uint32_t i = 0; i < token.memberships; ++i) {
    use(TokenKeyHash(KeyKind::kNameGroup, names::MembershipAt(token.first_membership + i).group));
  }
  for (uint32_t group : token.variants) use(TokenKeyHash(KeyKind::kVariant, group));
  names::ForEachMeaning(token,
                        [&](uint64_t meaning) { use(TokenKeyHash(KeyKind::kMeaning, meaning)); });
}

}  // namespace

uint64_t TokenKeyHash(KeyKind kind, uint64_t key) {
  uint64_t hash = key + (static_cast<uint64_t>(kind) + 1) * 0x9e3779b97f4a7c15U;
  hash ^= hash >> 31;
  hash *= 0xbf58476d1ce4e5b9U;
  return hash ^ (hash >> 28);
}

uint64_t TokenKeyHash(KeyKind kind, std::string_view key) {
  return TokenKeyHash(kind, FormHash(key));
}

int EditKeyDepth(size_t length) {
  if (length < 2 || length > kMaxEditable) return 0;
  return length <= 4 || length > 24 ? 1 : 2;
}

void ForEachFiledKey(const TokenProfile& token, const Use& use) {
  ForEachDeletion(token.text, EditKeyDepth(token.text.size()), use);
  if (token.skeleton != 0) {
    use(TokenKeyHash(KeyKind::kSkeleton, token.skeleton));
    if (token.consonants_only) use(TokenKeyHash(KeyKind::kVowellessSkeleton, token.skeleton));
  }
  if (token.consonants != 0) {
    use(TokenKeyHash(KeyKind::kConsonants, token.consonants));
    if (token.vowelless) use(TokenKeyHash(KeyKind::kVowellessConsonants, token.consonants));
  }
  UseGroups(token, use);
  if (token.consonants_only) return;
  if (token.phonetic != 0) use(TokenKeyHash(KeyKind::kSound, token.phonetic));
  if (token.shape != 0) use(TokenKeyHash(KeyKind::kShape, token.shape));
}

void ForEachSoughtKey(const TokenProfile& token, const Use& use) {
  const std::string_view text = token.text;
  ForEachDeletion(text, EditKeyDepth(text.size()), use);
  if (token.skeleton != 0) {
    const bool any = token.consonants_only || token.skeleton_size >= 3;
    use(TokenKeyHash(any ? KeyKind::kSkeleton : KeyKind::kVowellessSkeleton, token.skeleton));
  }
  if (token.consonants != 0) {
    const bool any = token.vowelless;
    use(TokenKeyHash(any ? KeyKind::kConsonants : KeyKind::kVowellessConsonants, token.consonants));
  }
  UseGroups(token, use);
  if (token.consonants_only) return;
  if (token.phonetic != 0) use(TokenKeyHash(KeyKind::kSound, token.phonetic));
  if (token.shape != 0) use(TokenKeyHash(KeyKind::kShape, token.shape));
  if (text.size() >= 6 && (text.starts_with("al") || text.starts_with("el")))
    use(TokenKeyHash(KeyKind::kText, text.substr(2)));
  if (text.size() >= 4) {
    std::string changed = "al" + std::string(text);
    use(TokenKeyHash(KeyKind::kText, changed));
    changed[0] = 'e';
    use(TokenKeyHash(KeyKind::kText, changed));
    changed.assign(text.rbegin(), text.rend());
    use(TokenKeyHash(KeyKind::kText, changed));
  }
}

}  // namespace interdict::index
