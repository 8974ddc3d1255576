#include "interdict/text/romanise.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "interdict/base/utf8.h"
#include "interdict/tables/translit.inc"

namespace interdict::text {
namespace {

char32_t LowerCase(char32_t c) {
  return static_cast<char32_t>(u_tolower(static_cast<UChar32>(c)));
}

// The letter without one layer of accents; the same letter where there are none.
char32_t WithoutAccent(char32_t c) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfd = icu::Normalizer2::getNFDInstance(status);
  icu::UnicodeString parts;
  if (U_FAILURE(status) || !nfd->getDecomposition(static_cast<UChar32>(c), parts)) return c;
  return static_cast<char32_t>(parts.char32At(0));
}

std::u32string CodePoints(std::string_view utf8) {
  std::u32string out;
  for (size_t at = 0; at < utf8.size();) out.push_back(utf8::Decode(utf8, &at));
  return out;
}

enum class Where : uint8_t { kStart, kEnd, kAny };

struct Row {
  std::u32string letters;
  std::string_view latin;
  Where where;
};

// The rows of one file of data/translit, found by their first letter.
class LetterTable {
 public:
  template <size_t n>
  explicit LetterTable(const std::string_view (&rows)[n][3]) {
    for (const auto& row : rows) {
      const Where where = row[2] == "start" ? Where::kStart
                          : row[2] == "end" ? Where::kEnd
                                            : Where::kAny;
      Row entry{CodePoints(row[0]), row[1], where};
      rows_[entry.letters[0]].push_back(std::move(entry));
    }
    for (auto& [c, entries] : rows_) {
      std::stable_sort(entries.begin(), entries.end(), [](const Row& a, const Row& b) {
        return a.letters.size() != b.letters.size() ? a.letters.size() > b.letters.size()
                                                    : a.where < b.where;
      });
    }
  }

  // Gives accented letters of a range the rows of their plain letters, or `ascii` itself.
  void AddAccented(char32_t first, char32_t last) {
    for (char32_t c = first; c <= last; ++c) {
      if (LowerCase(c) != c || rows_.contains(c)) continue;
      const char32_t plain = WithoutAccent(c);
      if (plain == c) continue;
      if (plain >= 'a' && plain <= 'z') {
        rows_[c] = {Row{std::u32string(1, c), kAlphabet.substr(plain - U'a', 1), Where::kAny}};
      } else if (const auto found = rows_.find(plain); found != rows_.end()) {
        std::vector<Row> copy = found->second;
        for (Row& row : copy) row.letters[0] = c;
        rows_.emplace(c, std::move(copy));
      }
    }
  }

  // To be called when all rows are there: a direct look-up for the letters of the first blocks.
  void Index() {
    char32_t first = kIndexed, last = 0;
    for (const auto& [c, rows] : rows_) {
      if (c >= kIndexed) continue;
      first = std::min<char32_t>(first, c & ~char32_t{0xFF});
      last = std::max<char32_t>(last, c | 0xFF);
    }
    for (char32_t c = first; c <= last; ++c) {
      const char32_t plain = FindPlain(c);
      const auto found = rows_.find(c);
      slots_.push_back({plain, found == rows_.end() ? nullptr : &found->second});
    }
    first_slot_ = first;
  }

  // Letters as the rows have them: lower case, and without accents that no row knows.
  char32_t Plain(char32_t c) const {
    const Slot* slot = SlotOf(c);
    return slot != nullptr ? slot->plain : FindPlain(c);
  }

  // The longest row that stands at `at` of the word, nullptr for none.
  const Row* Find(std::u32string_view word, size_t at) const {
    const std::vector<Row>* rows = RowsOf(word[at]);
    if (rows == nullptr) return nullptr;
    for (const Row& row : *rows) {
      if (row.where == Where::kStart && at != 0) continue;
      if (row.where == Where::kEnd && at + row.letters.size() != word.size()) continue;
      const bool fits = row.letters.size() == 1 || word.substr(at).starts_with(row.letters);
      if (fits) return &row;
    }
    return nullptr;
  }

 private:
  static constexpr char32_t kIndexed = 0x1800;

  struct Slot {
    char32_t plain;
    const std::vector<Row>* rows;  // of the letter as it is
  };

  const Slot* SlotOf(char32_t c) const {
    const size_t place = static_cast<size_t>(c) - first_slot_;
    return c >= first_slot_ && place < slots_.size() ? &slots_[place] : nullptr;
  }

  const std::vector<Row>* RowsOf(char32_t c) const {
    if (const Slot* slot = SlotOf(c)) return slot->rows;
    const auto found = rows_.find(c);
    return found == rows_.end() ? nullptr : &found->second;
  }

  char32_t FindPlain(char32_t c) const {
    c = LowerCase(c);
    if (c < 0x80 || rows_.contains(c)) return c;
    return LowerCase(WithoutAccent(c));
  }

  std::vector<Slot> slots_;
  char32_t first_slot_ = 0;
  static constexpr std::string_view kAlphabet = "abcdefghijklmnopqrstuvwxyz";
  std::unordered_map<char32_t, std::vector<Row>> rows_;
};

template <size_t n>
const LetterTable* NewTable(const std::string_view (&rows)[n][3], Script script) {
  auto* table = new LetterTable(rows);
  if (script == Script::kLatin) {
    table->AddAccented(0xC0, 0x24F);
    table->AddAccented(0x1E00, 0x1EFF);
  }
  table->Index();
  return table;
}

// nullptr for a script without a table. Each is made when its script first occurs.
const LetterTable* TableOf(Script script) {
  switch (script) {
    case Script::kLatin: {
      static const LetterTable* const kTable = NewTable(tables::kTranslitLatin, script);
      return kTable;
    }
    case Script::kCyrillic: {
      static const LetterTable* const kTable = NewTable(tables::kTranslitCyrillic, script);
      return kTable;
    }
    case Script::kGreek: {
      static const LetterTable* const kTable = NewTable(tables::kTranslitGreek, script);
      return kTable;
    }
    case Script::kArmenian: {
      static const LetterTable* const kTable = NewTable(tables::kTranslitArmenian, script);
      return kTable;
    }
    case Script::kGeorgian: {
      static const LetterTable* const kTable = NewTable(tables::kTranslitGeorgian, script);
      return kTable;
    }
    case Script::kArabic: {
      static const LetterTable* const kTable = NewTable(tables::kTranslitArabic, script);
      return kTable;
    }
    case Script::kHebrew: {
      static const LetterTable* const kTable = NewTable(tables::kTranslitHebrew, script);
      return kTable;
    }
    case Script::kOther: {
      static const LetterTable* const kTable = NewTable(tables::kTranslitKhmerLao, script);
      return kTable;
    }
    default:
      return nullptr;
  }
}

// Lao writes some vowels before the consonant after which they are spoken.
void MoveLeadingVowels(std::u32string* word) {
  for (size_t i = 0; i + 1 < word->size(); ++i) {
    const char32_t c = (*word)[i], next = (*word)[i + 1];
    if (c >= 0x0EC0 && c <= 0x0EC4 && next >= 0x0E81 && next <= 0x0EAE) {
      std::swap((*word)[i], (*word)[i + 1]);
      ++i;
    }
  }
}

bool IsAsciiAlnum(char32_t c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

constexpr char32_t kSmallTsu = 0x3063;

// Hiragana of a kana letter; repetition marks become the letter before.
char32_t ToHiragana(char32_t c, char32_t before) {
  const bool repeats = c == 0x309D || c == 0x309E || c == 0x30FD || c == 0x30FE;
  if (repeats && before != 0) return before;
  return c >= 0x30A1 && c <= 0x30F6 ? c - 0x60 : c;
}

// A doubled o or u, or u after o, is one long vowel.
void AppendKanaSyllable(std::string_view latin, std::string* out, size_t start) {
  if (latin == "u" || latin == "o") {
    const char before = out->size() > start ? out->back() : ' ';
    if (before == latin[0] || (before == 'o' && latin == "u")) return;
  }
  out->append(latin);
}

std::string_view HangulPart(std::string_view kind, char32_t place) {
  using Parts = std::array<std::array<std::string_view, 28>, 4>;
  static const Parts* const kParts = [] {
    auto* parts = new Parts();
    for (const auto& row : tables::kTranslitHangul) {
      size_t at = 0;
      if (row[0] == "family") continue;
      const size_t which = row[0] == "initial"  ? 0
                           : row[0] == "medial" ? 1
                           : row[0] == "final"  ? 2
                                                : 3;
      std::from_chars(row[1].data(), row[1].data() + row[1].size(), at);
      (*parts)[which][at] = row[2];
    }
    return parts;
  }();
  const size_t which = kind == "initial" ? 0 : kind == "medial" ? 1 : kind == "final" ? 2 : 3;
  return (*kParts)[which][place];
}

std::string_view FamilyName(char32_t syllable) {
  static const auto* const kNames = [] {
    auto* names = new std::unordered_map<char32_t, std::string_view>();
    for (const auto& row : tables::kTranslitHangul) {
      size_t at = 0;
      if (row[0] == "family") names->emplace(utf8::Decode(row[1], &at), row[2]);
    }
    return names;
  }();
  const auto found = kNames->find(syllable);
  return found == kNames->end() ? std::string_view() : found->second;
}

struct Syllable {
  char32_t initial, medial, final;
};

bool IsSyllable(char32_t c) {
  return c >= 0xAC00 && c <= 0xD7A3;
}

Syllable Split(char32_t c) {
  const char32_t index = c - 0xAC00;
  return {index / (21 * 28), index % (21 * 28) / 28, index % 28};
}

constexpr char32_t kSilentInitial = 11;

}  // namespace

bool AppendByTable(Script script, std::span<const Letter> run, std::string* out) {
  const LetterTable* table = TableOf(script);
  if (table == nullptr) return false;
  thread_local std::u32string word;
  word.clear();
  for (const Letter& letter : run) word.push_back(table->Plain(letter.c));
  if (script == Script::kOther) MoveLeadingVowels(&word);
  const size_t start = out->size();
  for (size_t at = 0; at < word.size();) {
    if (const Row* row = table->Find(word, at)) {
      out->append(row->latin);
      at += row->letters.size();
    } else if (IsAsciiAlnum(word[at])) {
      out->push_back(static_cast<char>(word[at++]));
    } else {
      out->resize(start);
      return false;
    }
  }
  return true;
}

void AppendKana(std::span<const Letter> run, std::string* out) {
  static const LetterTable* const kKana = new LetterTable(tables::kTranslitKana);
  std::u32string word;
  for (const Letter& letter : run) {
    word.push_back(ToHiragana(letter.c, word.empty() ? 0 : word.back()));
  }
  const size_t start = out->size();
  bool doubled = false;
  for (size_t at = 0; at < word.size();) {
    const Row* row = kKana->Find(word, at);
    if (word[at] == kSmallTsu) {
      doubled = true;
      ++at;
      continue;
    }
    if (row == nullptr) {
      if (IsAsciiAlnum(word[at])) out->push_back(static_cast<char>(word[at]));
      ++at;
      continue;
    }
    if (doubled && !row->latin.empty()) out->push_back(row->latin[0]);
    doubled = false;
    AppendKanaSyllable(row->latin, out, start);
    at += row->letters.size();
  }
}

void AppendHangul(std::span<const Letter> run, std::string* out) {
  for (size_t i = 0; i < run.size(); ++i) {
    if (!IsSyllable(run[i].c)) {
      if (IsAsciiAlnum(run[i].c)) out->push_back(static_cast<char>(run[i].c));
      continue;
    }
    const Syllable now = Split(run[i].c);
    const bool linked = i + 1 < run.size() && IsSyllable(run[i + 1].c) &&
                        Split(run[i + 1].c).initial == kSilentInitial;
    out->append(HangulPart("initial", now.initial));
    out->append(HangulPart("medial", now.medial));
    out->append(HangulPart(linked ? "linked" : "final", now.final));
  }
}

void AppendHangulSyllable(char32_t syllable, bool may_be_family_name, std::string* out) {
  const std::string_view family = may_be_family_name ? FamilyName(syllable) : std::string_view();
  if (!family.empty()) {
    out->append(family);
    return;
  }
  if (!IsSyllable(syllable)) return;
  const Syllable parts = Split(syllable);
  out->append(HangulPart("initial", parts.initial));
  out->append(HangulPart("medial", parts.medial));
  out->append(HangulPart("final", parts.final));
}

}  // namespace interdict::text
