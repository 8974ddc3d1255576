#include "interdict/documents/date_tokens.h"

#include <array>
#include <charconv>
#include <string>

#include "interdict/tables/documents.inc"

namespace interdict::documents {
namespace {

constexpr size_t kLongestWord = 14;  // "administration"
constexpr uint32_t kMostSpace = 16;  // between two words of one date

struct KindName {
  std::string_view name;
  uint64_t kind;
};

constexpr KindName kKinds[] = {
    {"month", kMonthWord},
    {"month_short", kShortMonthWord},
    {"weekday", kWeekdayWord},
    {"weekday_short", kShortWeekdayWord},
    {"unit", kUnitWord},
    {"units", kUnitsWord},
    {"number", kNumberWord},
    {"some", kSomeWord},
    {"part", kPartWord},
    {"season", kSeasonWord},
    {"weekend", kWeekendWord},
    {"day", kDayWord},
    {"last", kLastWord},
    {"next", kNextWord},
    {"this", kThisWord},
    {"past", kPastWord},
    {"recent", kRecentWord},
    {"recently", kRecentlyWord},
    {"early", kEarlyWord},
    {"earlier", kEarlierWord},
    {"edge", kEdgeWord},
    {"at", kAtWord},
    {"in", kInWord},
    {"since", kSinceWord},
    {"until", kUntilWord},
    {"from", kFromWord},
    {"between", kBetweenWord},
    {"to", kToWord},
    {"starting", kStartingWord},
    {"the", kTheWord},
    {"determiner", kDeterminerWord},
    {"of", kOfWord},
    {"ago", kAgoWord},
    {"onward", kOnwardWord},
    {"counted", kCountedWord},
    {"event", kEventWord},
    {"numbered", kNumberedWord},
    {"not_month", kNotMonthWord},
    {"not_weekday", kNotWeekdayWord},
    {"newspaper", kNewspaperWord},
    {"over", kOverWord},
};

uint64_t KindOfName(std::string_view name) {
  for (const KindName& kind : kKinds) {
    if (kind.name == name) return kind.kind;
  }
  return 0;
}

int ValueOf(std::string_view cell) {
  if (cell == "day") return 0;
  if (cell == "week") return 1;
  if (cell == "month") return 2;
  if (cell == "year") return 3;
  int value = 0;
  std::from_chars(cell.data(), cell.data() + cell.size(), value);
  return value;
}

// The table of date words as an open hash: one probe says of nearly every word that it is none.
class WordTable {
 public:
  struct Entry {
    std::string_view word;
    uint64_t kinds = 0;
    int value = 0;
  };

  WordTable() {
    for (const auto& [word, kind, value] : tables::kDocumentsDateWords) {
      Entry& entry = slots_[Slot(word)];
      entry.word = word;
      entry.kinds |= KindOfName(kind);
      if (!value.empty()) entry.value = ValueOf(value);
    }
  }

  const Entry& Find(std::string_view lower) const { return slots_[Slot(lower)]; }

 private:
  static constexpr size_t kSlots = 1024;
  static_assert(std::size(tables::kDocumentsDateWords) < kSlots / 2);

  // Where the word stands, or the empty slot where it would.
  size_t Slot(std::string_view word) const {
    uint32_t hash = 2166136261U;
    for (const char c : word) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
    size_t slot = (hash ^ (hash >> 15)) % kSlots;
    while (!slots_[slot].word.empty() && slots_[slot].word != word) slot = (slot + 1) % kSlots;
    return slot;
  }

  std::array<Entry, kSlots> slots_;
};

const WordTable& Words() {
  static const WordTable table;
  return table;
}

bool IsDigit(unsigned char byte) {
  return byte >= '0' && byte <= '9';
}
bool IsAsciiLetter(unsigned char byte) {
  return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

// Bytes of the space at `at`, 0 when there is none: ASCII, U+00A0, U+2000-200B, U+202F, U+FEFF.
uint32_t SpaceAt(std::string_view text, size_t at) {
  const auto byte = [&](size_t i) -> unsigned char {
    return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0;
  };
  if (byte(0) == ' ' || (byte(0) >= '\t' && byte(0) <= '\r')) return 1;
  if (byte(0) == 0xC2 && byte(1) == 0xA0) return 2;
  if (byte(0) == 0xE2 && byte(1) == 0x80 &&
      ((byte(2) >= 0x80 && byte(2) <= 0x8B) || byte(2) == 0xAF))
    return 3;
  if (byte(0) == 0xEF && byte(1) == 0xBB && byte(2) == 0xBF) return 3;
  return 0;
}

// A dash, apostrophe or quotation mark of three bytes at `at` as its ASCII sign, or 0.
char TypographicSign(std::string_view text, size_t at) {
  if (at + 3 > text.size() || text[at] != '\xE2' || text[at + 1] != '\x80') return 0;
  switch (static_cast<unsigned char>(text[at + 2])) {
    case 0x90:
    case 0x91:
    case 0x93:
      return '-';
    case 0x92:
    case 0x94:
    case 0x95:
      return '_';  // an em dash sets apart what stands around it
    case 0x98:
    case 0x99:
      return '\'';
    case 0x9C:
    case 0x9D:
      return '"';
    case 0xA6:
      return '.';
    default:
      return 0;
  }
}

bool IsWordByte(std::string_view text, size_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte < 0x80) return IsAsciiLetter(byte) || IsDigit(byte);
  return SpaceAt(text, at) == 0 && TypographicSign(text, at) == 0;
}

}  // namespace

DateToken DateTokens::Word(uint32_t begin) const {
  DateToken token{.begin = begin, .end = begin, .kind = DateToken::Kind::kWord};
  std::array<char, kLongestWord> lower{};
  bool known = true;
  for (; token.end < text_.size() && IsWordByte(text_, token.end); ++token.end) {
    const auto byte = static_cast<unsigned char>(text_[token.end]);
    const uint32_t length = token.end - begin;
    if (length >= kLongestWord || !IsAsciiLetter(byte)) {
      known = false;
    } else {
      lower[length] = static_cast<char>(byte | 0x20);
    }
  }
  token.upper = Byte(begin) >= 'A' && Byte(begin) <= 'Z';
  if (!known) return token;
  const WordTable::Entry& entry = Words().Find({lower.data(), token.end - begin});
  token.word = entry.kinds;
  token.value = entry.value;
  return token;
}

DateToken DateTokens::Number(uint32_t begin) const {
  DateToken token{.begin = begin, .end = begin, .kind = DateToken::Kind::kNumber};
  while (IsDigit(Byte(token.end))) ++token.end;
  const uint32_t digits = token.end - begin;
  // "2,019" and "3.5" are no days and no years; "28,2019" lacks a space.
  uint32_t group = 0;
  if (Byte(token.end) == ',' || Byte(token.end) == '.') {
    while (IsDigit(Byte(token.end + 1 + group))) ++group;
  }
  const bool grouped = group > 0 && (Byte(token.end) == '.' || group == 3);
  if (digits > 4 || grouped) {
    token.kind = DateToken::Kind::kWord;
    if (grouped) token.end += 1 + group;
    while (token.end < text_.size() && IsWordByte(text_, token.end)) ++token.end;
    return token;
  }
  std::from_chars(text_.data() + begin, text_.data() + token.end, token.value);
  if (token.end >= text_.size() || !IsWordByte(text_, token.end)) return token;
  const uint32_t suffix = token.end;
  while (token.end < text_.size() && IsWordByte(text_, token.end)) ++token.end;
  const std::string_view tail = text_.substr(suffix, token.end - suffix);
  token.ordinal = digits <= 2 && (tail == "st" || tail == "nd" || tail == "rd" || tail == "th" ||
                                  tail == "ST" || tail == "ND" || tail == "RD" || tail == "TH");
  if (!token.ordinal) token.kind = DateToken::Kind::kWord;  // "1990s", "5G"
  return token;
}

DateToken DateTokens::From(uint32_t at) const {
  const uint32_t limit = at + kMostSpace;
  int line_breaks = 0;
  for (uint32_t space = 0; at < text_.size() && (space = SpaceAt(text_, at)) > 0; at += space) {
    line_breaks += text_[at] == '\n';
    if (line_breaks > 1 || at > limit) return {.begin = at, .end = at};
  }
  if (at >= text_.size()) return {.begin = at, .end = at};
  if (IsDigit(Byte(at))) return Number(at);
  if (IsWordByte(text_, at)) return Word(at);
  DateToken token{.begin = at, .end = at + 1, .kind = DateToken::Kind::kSign, .sign = text_[at]};
  if (const char sign = TypographicSign(text_, at); sign != 0) {
    token.sign = sign;
    token.end = at + 3;
  }
  return token;
}

DateToken DateTokens::Before(uint32_t at) const {
  // Back over spaces, byte by byte: a space of several bytes is found at its first.
  const uint32_t lowest = at > kMostSpace ? at - kMostSpace : 0;
  uint32_t end = at;
  for (bool moved = true; moved && end > lowest;) {
    moved = false;
    for (uint32_t size = 1; size <= 3 && size <= end; ++size) {
      if (SpaceAt(text_, end - size) != size) continue;
      end -= size;
      moved = true;
      break;
    }
  }
  if (end == 0) return {};
  if (end >= 3) {
    if (const char sign = TypographicSign(text_, end - 3); sign != 0)
      return {.begin = end - 3, .end = end, .kind = DateToken::Kind::kSign, .sign = sign};
  }
  uint32_t begin = end;
  while (begin > 0 && end - begin <= kLongestWord && IsWordByte(text_, begin - 1)) {
    // The last byte of a dash or of a quotation mark is no part of the word behind it.
    if (Byte(begin - 1) >= 0x80 && begin >= 3 &&
        (TypographicSign(text_, begin - 3) != 0 || SpaceAt(text_, begin - 3) == 3)) {
      break;
    }
    if (begin >= 2 && SpaceAt(text_, begin - 2) == 2) break;
    --begin;
  }
  if (begin == end) {
    return {.begin = end - 1, .end = end, .kind = DateToken::Kind::kSign, .sign = text_[end - 1]};
  }
  DateToken token = Word(begin);
  token.end = end;
  return token;
}

uint32_t DateTokens::NextWord(uint32_t at) const {
  while (at < text_.size() && !IsAsciiLetter(Byte(at)) && !IsDigit(Byte(at))) {
    // A word that begins with a letter beyond ASCII is none of a date: all of it is passed over.
    if (Byte(at) >= 0x80 && IsWordByte(text_, at)) {
      while (at < text_.size() && IsWordByte(text_, at)) ++at;
    } else if (Byte(at) >= 0xE0 && (TypographicSign(text_, at) != 0 || SpaceAt(text_, at) == 3)) {
      at += 3;
    } else if (Byte(at) == 0xC2 && SpaceAt(text_, at) == 2) {
      at += 2;
    } else {
      ++at;
    }
  }
  return at < text_.size() ? at : static_cast<uint32_t>(text_.size());
}

}  // namespace interdict::documents
