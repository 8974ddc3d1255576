#include "interdict/text/look_alikes.h"

#include <array>
#include <string_view>
#include <unordered_map>

#include "interdict/base/utf8.h"
#include "interdict/tables/translit.inc"

namespace interdict::text {
namespace {

enum LookAlikeScript { kLat, kCyr, kGre, kArm, kScripts };

// -1: none of the four.
int IndexOf(Script script) {
  switch (script) {
    case Script::kLatin:
      return kLat;
    case Script::kCyrillic:
      return kCyr;
    case Script::kGreek:
      return kGre;
    case Script::kArmenian:
      return kArm;
    default:
      return -1;
  }
}

constexpr Script kScriptOfIndex[kScripts] = {Script::kLatin, Script::kCyrillic, Script::kGreek,
                                             Script::kArmenian};

struct Look {
  char latin;
  bool strong;
};

struct LookTable {
  std::unordered_map<char32_t, Look> looks;
  // Latin letter -> the letter of the script that looks like it, 0 for none.
  std::array<std::array<char32_t, 0x80>, kScripts> back{};
};

const LookTable& Table() {
  static const LookTable* const kTable = [] {
    auto* table = new LookTable();
    for (const auto& row : tables::kTranslitConfusables) {
      size_t at = 0;
      const char32_t c = utf8::Decode(row[0], &at);
      const Look look{row[1][0], row[2] == "strong"};
      table->looks.emplace(c, look);
      const int index = IndexOf(ScriptOf(c));
      if (index < 0 || !look.strong) continue;
      char32_t& back =
          table->back[static_cast<size_t>(index)][static_cast<unsigned char>(look.latin)];
      if (back == 0) back = c;
    }
    return table;
  }();
  return *kTable;
}

const Look* LookOf(char32_t c) {
  const auto found = Table().looks.find(c);
  return found == Table().looks.end() ? nullptr : &found->second;
}

char32_t BackTo(size_t script, char32_t latin) {
  return latin < 0x80 ? Table().back[script][latin] : 0;
}

bool IsShared(const Letter& letter) {
  if (letter.script != Script::kLatin) {
    const Look* look = LookOf(letter.c);
    return look != nullptr && look->strong;
  }
  return BackTo(kCyr, letter.c) != 0 || BackTo(kGre, letter.c) != 0;
}

struct WordScripts {
  size_t own[kScripts] = {};
  size_t shared[kScripts] = {};
  size_t foreign = 0;  // look-alikes of further scripts

  bool Has(size_t script) const { return own[script] + shared[script] != 0; }
  size_t Count() const {
    size_t count = foreign != 0 ? 1 : 0;
    for (size_t s = 0; s < kScripts; ++s) count += Has(s) ? 1U : 0U;
    return count;
  }
};

WordScripts CountScripts(std::span<const Letter> word) {
  WordScripts counts;
  for (const Letter& letter : word) {
    if (letter.kind != CharKind::kLetter) continue;
    const int index = IndexOf(letter.script);
    if (index >= 0) {
      auto& row = IsShared(letter) ? counts.shared : counts.own;
      ++row[static_cast<size_t>(index)];
    } else if (letter.script == Script::kOther && LookOf(letter.c) != nullptr) {
      ++counts.foreign;
    }
  }
  return counts;
}

size_t Target(const WordScripts& counts) {
  size_t target = kLat;
  for (size_t s = kCyr; s < kScripts; ++s) {
    if (counts.own[s] > counts.own[target]) target = s;
  }
  return target;
}

bool Replace(std::span<Letter> word, size_t target) {
  bool replaced = false;
  for (Letter& letter : word) {
    if (letter.kind != CharKind::kLetter || letter.script == kScriptOfIndex[target]) continue;
    const Look* look = letter.script == Script::kLatin ? nullptr : LookOf(letter.c);
    char32_t c = look != nullptr ? static_cast<char32_t>(look->latin) : letter.c;
    if (target != kLat) c = BackTo(target, c);
    if (c == 0 || c == letter.c) continue;
    letter.c = c;
    letter.script = kScriptOfIndex[target];
    replaced = true;
  }
  return replaced;
}

}  // namespace

bool UnmixWord(std::span<Letter> word, NameScripts* name) {
  const WordScripts counts = CountScripts(word);
  const size_t present = counts.Count();
  if (present == 0) return false;
  const size_t target = Target(counts);
  if (target != kLat && counts.own[target] != 0) name->own[target] = true;
  if (target == kLat && counts.Has(kLat)) name->latin = true;
  const bool mixed = present > 1 || counts.foreign != 0;
  return mixed && Replace(word, target);
}

bool ReadByLooks(std::span<Letter> word, const NameScripts& name) {
  if (!name.latin) return false;
  const WordScripts counts = CountScripts(word);
  for (size_t s = kCyr; s < kScripts; ++s) {
    if (counts.shared[s] != 0 && (counts.own[s] != 0 || name.own[s])) return false;
  }
  return counts.Has(kCyr) + counts.Has(kGre) + counts.Has(kArm) == 1 && !counts.Has(kLat) &&
         Replace(word, kLat);
}

}  // namespace interdict::text
