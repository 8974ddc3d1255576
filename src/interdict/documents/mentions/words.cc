#include "interdict/documents/mentions/words.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <unordered_map>
#include <utility>

#include "interdict/base/utf8.h"
#include "interdict/text/script.h"

namespace interdict::documents {
namespace {

// A longer word is cut: no name has one, and what is done with a word may cost its size.
constexpr size_t kMaxWordBytes = 512;
constexpr size_t kMaxDottedLetters = 32;

// HashWord of the letters and digits at `begin`, in lower case: for these setting one bit is
// enough.
uint64_t HashAscii(std::string_view text, size_t begin, size_t size) {
  constexpr uint64_t kLowerCase = 0x2020202020202020;
  uint64_t hash = 0;
  size_t at = begin;
  const size_t end = begin + size;
  for (; at + 8 <= end; at += 8)
    hash = word_hash::Mix(hash, word_hash::Load(&text[at], 8) | kLowerCase);
  if (at < end) {
    // Eight bytes at once where the text has them; the bytes behind the word are cut off.
    const size_t rest = end - at;
    const uint64_t letters =
        at + 8 <= text.size() ? word_hash::Load(&text[at], 8) : word_hash::Load(&text[at], rest);
    hash = word_hash::Mix(hash, (letters | kLowerCase) & (~uint64_t{0} >> (64 - 8 * rest)));
  }
  return word_hash::Finish(hash, size);
}

// What a byte or a character is to the reader.
enum class Sign : uint8_t {
  kLower,
  kUpper,
  kDigit,
  kUnicode,  // a byte beyond ASCII: to be decoded
  kLetter,   // a letter beyond ASCII
  kApostrophe,
  kIgnored,  // invisible, or a combining mark
  kBlank,
  kNewLine,
  kHyphen,
  kSlash,
  kComma,
  kQuote,
  kBracket,
  kOther,
  kStop,
  kAmpersand
};

constexpr std::array<Sign, 256> MakeSigns() {
  std::array<Sign, 256> signs{};
  for (size_t i = 0; i < 256; ++i) signs[i] = i < 128 ? Sign::kOther : Sign::kUnicode;
  for (char c = 'a'; c <= 'z'; ++c) signs[static_cast<uint8_t>(c)] = Sign::kLower;
  for (char c = 'A'; c <= 'Z'; ++c) signs[static_cast<uint8_t>(c)] = Sign::kUpper;
  for (char c = '0'; c <= '9'; ++c) signs[static_cast<uint8_t>(c)] = Sign::kDigit;
  // Asterisks and underscores are emphasis of plain text.
  for (char c : {' ', '\t', '\v', '\f', '\r', '*', '_'})
    signs[static_cast<uint8_t>(c)] = Sign::kBlank;
  signs['\n'] = Sign::kNewLine;
  signs['-'] = Sign::kHyphen;
  signs['/'] = Sign::kSlash;
  signs[','] = Sign::kComma;
  signs['\''] = signs['`'] = Sign::kApostrophe;
  signs['"'] = Sign::kQuote;
  for (char c : {'(', ')', '[', ']', '{', '}', '<', '>'})
    signs[static_cast<uint8_t>(c)] = Sign::kBracket;
  for (char c : {'.', '!', '?', ';'}) signs[static_cast<uint8_t>(c)] = Sign::kStop;
  signs['&'] = Sign::kAmpersand;
  return signs;
}
constexpr std::array<Sign, 256> kSigns = MakeSigns();

Sign SignOf(char c) {
  return kSigns[static_cast<uint8_t>(c)];
}

bool IsAsciiWordSign(Sign sign) {
  return sign <= Sign::kDigit;
}

bool IsLatinLetter(char32_t c) {
  return (c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7) || (c >= 0x1E00 && c <= 0x1EFF) ||
         c == 0xAA || c == 0xBA;
}

Sign SignOf(char32_t c) {
  if (c < 0x80) return kSigns[c];
  if (IsLatinLetter(c)) return Sign::kLetter;
  if (c == 0x2018 || c == 0x2019 || c == 0x02BC || c == 0xB4 || c == 0x201B)
    return Sign::kApostrophe;
  if (c == 0xA0 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F || c == 0x205F || c == 0x3000)
    return Sign::kBlank;
  if (c == 0xAD || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
      (c >= 0x2060 && c <= 0x2069) || c == 0xFEFF || (c >= 0x300 && c <= 0x36F))
    return Sign::kIgnored;
  if (c == 0x2028 || c == 0x2029 || c == 0x85) return Sign::kNewLine;
  if ((c >= 0x2010 && c <= 0x2015) || c == 0x2212) return Sign::kHyphen;
  if ((c >= 0x201C && c <= 0x201F) || c == 0xAB || c == 0xBB || c == 0x2039 || c == 0x203A)
    return Sign::kQuote;
  if (c == 0x2022 || c == 0x3002 || c == 0xFF0E || c == 0x2026 || c == 0x61F || c == 0x6D4)
    return Sign::kStop;
  if (c == 0x3001 || c == 0xFF0C || c == 0x60C) return Sign::kComma;
  if (c < 0xC0 || c == 0xD7 || c == 0xF7 || (c >= 0x2000 && c <= 0x2BFF) ||
      (c >= 0x3000 && c <= 0x3004) || (c >= 0x3008 && c <= 0x3020) || c >= 0x1F000 ||
      (c >= 0xFF00 && c <= 0xFF0F) || c == utf8::kReplacement)
    return Sign::kOther;
  return Sign::kLetter;
}

// Signs between two words, gathered into one gap.
struct GapReader {
  Gap gap = Gap::kSpace;
  bool quote = false, bracket = false;
  int lines = 0;
  Gap before_stop = Gap::kBlock;  // of a stop that was the last sign

  void Add(Sign sign) {
    // "Co., Ltd.": the stop of an abbreviation; a sentence does not end before a comma.
    if (sign == Sign::kComma && before_stop < gap) gap = before_stop;
    before_stop = sign == Sign::kStop ? gap : Gap::kBlock;
    switch (sign) {
      case Sign::kNewLine:
        Raise(++lines > 1 ? Gap::kBlock : Gap::kLine);
        break;
      case Sign::kHyphen:
        Raise(Gap::kHyphen);
        break;
      case Sign::kSlash:
        Raise(Gap::kSlash);
        break;
      case Sign::kComma:
        Raise(Gap::kComma);
        break;
      case Sign::kStop:
        Raise(Gap::kStop);
        break;
      case Sign::kQuote:
        quote = true;
        Raise(Gap::kOther);
        break;
      case Sign::kBracket:
        bracket = true;
        Raise(Gap::kOther);
        break;
      case Sign::kOther:
        Raise(Gap::kOther);
        break;
      default:
        break;
    }
  }
  void Raise(Gap other) { gap = std::max(gap, other); }
};

// "U.S." and "J.S.C." at `at`: single letters, each with a full stop. 0 when it is not one, else
// where it ends, the last full stop included.
size_t EndOfDotted(std::string_view text, size_t at, size_t end) {
  const auto is_letter = [&](size_t i) {
    return i < end && (SignOf(text[i]) == Sign::kUpper || SignOf(text[i]) == Sign::kLower);
  };
  size_t letters = 0;
  size_t stop = at;
  while (letters < kMaxDottedLetters && is_letter(stop) && stop + 1 < end &&
         text[stop + 1] == '.') {
    // The capital of "CIA.A senior" or the "in" of "U.S.in" is another word.
    if (is_letter(stop + 2) && !(stop + 3 < end && text[stop + 3] == '.')) {
      // "C.A" without its last full stop.
      const bool single = !(stop + 3 < end && (IsAsciiWordSign(SignOf(text[stop + 3])) ||
                                               SignOf(text[stop + 3]) == Sign::kUnicode));
      if (single && SignOf(text[stop + 2]) == SignOf(text[stop])) return stop + 3;
      ++letters;
      stop += 2;
      break;
    }
    ++letters;
    stop += 2;
  }
  return letters >= 2 ? stop : 0;
}

// Whether the single capital before `at` is an initial: a full stop, one blank and a capital
// follow.
bool IsInitial(std::string_view text, size_t at, size_t end) {
  return at + 2 < end && text[at] == '.' && text[at + 1] == ' ' &&
         SignOf(text[at + 2]) == Sign::kUpper;
}

// Whether an apostrophe at `at` (its bytes end at `after`) begins a possessive: 's and no letter.
bool IsPossessive(std::string_view text, size_t after, size_t end) {
  if (after >= end || (text[after] != 's' && text[after] != 'S')) return false;
  if (after + 1 >= end) return true;
  const Sign next = SignOf(text[after + 1]);
  return !IsAsciiWordSign(next) && next != Sign::kUnicode;
}

}  // namespace

struct WordReader::Tables {
  explicit Tables(text::Folder f) : folder(std::move(f)) {}

  struct LatinLetter {
    char folded[4] = {0, 0, 0, 0};
    uint8_t size = 0;
    bool capital = false;
  };
  static constexpr char32_t kFirst = 0xAA, kLast = 0x1EFF;

  text::Folder folder;
  std::vector<LatinLetter> letters;  // by code point - kFirst; U+0250..U+1DFF stay empty
  text::FoldedName folded;
  std::string word;  // folded letters of the word being read

  const LatinLetter& Letter(char32_t c) const { return letters[c - kFirst]; }

  void FillLetters() {
    letters.resize(kLast - kFirst + 1);
    std::string utf8, twice;
    for (char32_t c = kFirst; c <= kLast; ++c) {
      if (!IsLatinLetter(c)) continue;
      utf8.clear();
      utf8::Append(c, &utf8);
      const std::string text = folder.Fold(utf8);
      LatinLetter& letter = letters[c - kFirst];
      letter.size = static_cast<uint8_t>(std::min<size_t>(text.size(), sizeof letter.folded));
      std::memcpy(letter.folded, text.data(), letter.size);
      twice = utf8 + utf8;
      folder.Fold(twice, &folded);
      letter.capital =
          !folded.tokens.empty() && (folded.tokens.front().flags & text::kAllUpper) != 0;
    }
  }
};

WordReader::WordReader(std::unique_ptr<Tables> tables) : tables_(std::move(tables)) {}
WordReader::WordReader(WordReader&&) noexcept = default;
WordReader& WordReader::operator=(WordReader&&) noexcept = default;
WordReader::~WordReader() = default;

Result<WordReader> WordReader::Create() {
  ASSIGN_OR_RETURN(text::Folder folder, text::Folder::Create());
  auto tables = std::make_unique<Tables>(std::move(folder));
  tables->FillLetters();
  return WordReader(std::move(tables));
}

uint32_t WordReader::Read(std::string_view text, Span range, size_t limit,
                          std::vector<Word>* words) {
  const size_t end = std::min<size_t>(range.end, text.size());
  size_t at = range.begin;
  const size_t wanted = words->size() + limit;
  GapReader gap;
  if (range.begin == 0) gap.Raise(Gap::kBlock);
  while (at < end) {
    const Sign sign = SignOf(text[at]);
    if (sign > Sign::kUnicode) {
      if (sign == Sign::kAmpersand) {
        words->push_back({HashWord("and"), static_cast<uint32_t>(at), static_cast<uint32_t>(at + 1),
                          0, gap.gap, gap.quote, gap.bracket});
        gap = {};
      } else {
        gap.Add(sign);
      }
      ++at;
      continue;
    }
    if (words->size() >= wanted) return static_cast<uint32_t>(at);
    if (sign == Sign::kUnicode) {
      size_t next = at;
      const Sign unicode = SignOf(utf8::Decode(text.substr(0, end), &next));
      if (unicode != Sign::kLetter) {
        gap.Add(unicode);
        at = next;
        continue;
      }
      const size_t before = words->size();
      at = ReadUnicode(text, static_cast<uint32_t>(at), static_cast<uint32_t>(end), gap.gap, words);
      if (words->size() > before) {
        (*words)[before].quote_before = gap.quote;
        (*words)[before].bracket_before = gap.bracket;
        gap = {};
      }
      continue;
    }

    // A word that begins in ASCII.
    const size_t begin = at, longest = std::min(end, begin + kMaxWordBytes);
    uint32_t uppers = 0, lowers = 0, digits = 0;
    Sign next = sign;
    while (true) {
      uppers += next == Sign::kUpper;
      lowers += next == Sign::kLower;
      digits += next == Sign::kDigit;
      ++at;
      next = at < longest ? SignOf(text[at]) : Sign::kOther;
      if (!IsAsciiWordSign(next)) break;
    }
    const size_t size = at - begin;
    uint8_t flags = 0;
    if (sign == Sign::kUpper) flags |= kCapital;
    if (uppers >= 2 && lowers == 0) flags |= kAllCapitals;
    if (digits == size) flags |= kDigits;
    if (size == 1 && digits == 0) {
      if (const size_t dotted_end = EndOfDotted(text, begin, end); dotted_end > 0) {
        std::string& word = tables_->word;
        word.clear();
        for (size_t i = begin; i < dotted_end; ++i)
          if (text[i] != '.') word += static_cast<char>(text[i] | 0x20);
        flags |= kDotted | (sign == Sign::kUpper ? kAllCapitals : 0);
        words->push_back({HashWord(word), static_cast<uint32_t>(begin),
                          static_cast<uint32_t>(dotted_end), flags, gap.gap, gap.quote,
                          gap.bracket});
        gap = {};
        at = dotted_end;
        // A stop that ended the word may end the sentence, too: the sentence splitter decides.
        continue;
      }
      flags |= kLastLetter;
    }
    if (next == Sign::kUnicode || next == Sign::kApostrophe) {
      // An accent or an apostrophe: possessive, joined, or the end of the word.
      size_t after = at;
      const Sign unicode = SignOf(utf8::Decode(text.substr(0, end), &after));
      if (unicode == Sign::kApostrophe && IsPossessive(text, after, end)) {
        flags |= kPossessive;
        words->push_back({HashAscii(text, begin, size), static_cast<uint32_t>(begin),
                          static_cast<uint32_t>(begin + size), flags, gap.gap, gap.quote,
                          gap.bracket});
        gap = {};
        at = after + 1;
        continue;
      }
      if (unicode == Sign::kLetter || unicode == Sign::kIgnored || unicode == Sign::kApostrophe) {
        const size_t before = words->size();
        at = ReadUnicode(text, static_cast<uint32_t>(begin), static_cast<uint32_t>(end), gap.gap,
                         words);
        if (words->size() > before) {
          (*words)[before].quote_before = gap.quote;
          (*words)[before].bracket_before = gap.bracket;
          gap = {};
        }
        continue;
      }
    }
    words->push_back({HashAscii(text, begin, size), static_cast<uint32_t>(begin),
                      static_cast<uint32_t>(begin + size), flags, gap.gap, gap.quote, gap.bracket});
    gap = {};
    // "Donald J. Trump": the stop of an initial separates nothing.
    if ((flags & kLastLetter) != 0 && sign == Sign::kUpper && IsInitial(text, at, end)) ++at;
  }
  return range.end;
}

uint32_t WordReader::ReadUnicode(std::string_view text, uint32_t begin, uint32_t end, Gap gap,
                                 std::vector<Word>* words) {
  const std::string_view readable = text.substr(0, end);
  std::string& word = tables_->word;
  word.clear();
  uint32_t uppers = 0, lowers = 0, digits = 0;
  bool first_is_capital = false, latin = true, possessive = false;
  size_t at = begin;
  size_t last = begin;  // behind the last letter
  while (at < end && last - begin < kMaxWordBytes) {
    size_t next = at;
    const char32_t c = utf8::Decode(readable, &next);
    const Sign sign = SignOf(c);
    if (sign == Sign::kApostrophe) {
      if (IsPossessive(text, next, end)) {
        possessive = true;
        at = next + 1;
        break;
      }
      // Joins letters; one at the end of a word is a quotation mark.
      size_t behind = next;
      if (next >= end) break;
      const Sign following = SignOf(utf8::Decode(readable, &behind));
      if (!IsAsciiWordSign(following) && following != Sign::kLetter) break;
      at = next;
      continue;
    }
    if (sign == Sign::kIgnored) {
      at = next;
      continue;
    }
    if (IsAsciiWordSign(sign)) {
      if (word.empty() && latin) first_is_capital = sign == Sign::kUpper;
      word += static_cast<char>(c | 0x20);
      uppers += sign == Sign::kUpper;
      lowers += sign == Sign::kLower;
      digits += sign == Sign::kDigit;
    } else if (sign == Sign::kLetter) {
      if (IsLatinLetter(c)) {
        const Tables::LatinLetter& letter = tables_->Letter(c);
        if (word.empty() && latin) first_is_capital = letter.capital;
        word.append(letter.folded, letter.size);
        ++(letter.capital ? uppers : lowers);
      } else {
        latin = false;
      }
    } else {
      break;
    }
    at = last = next;
  }
  // Behind the last letter, an apostrophe or an invisible sign belongs to the gap.
  const uint32_t resume =
      static_cast<uint32_t>(possessive ? at : std::max<size_t>(last, begin + 1));
  if (latin) {
    if (word.empty()) return resume;
    uint8_t flags = 0;
    if (first_is_capital) flags |= kCapital;
    if (uppers >= 2 && lowers == 0) flags |= kAllCapitals;
    if (digits == word.size()) flags |= kDigits;
    if (possessive) flags |= kPossessive;
    words->push_back({HashWord(word), begin, static_cast<uint32_t>(last), flags, gap});
    return resume;
  }
  text::FoldedName& folded = tables_->folded;
  tables_->folder.Fold(text.substr(begin, last - begin), &folded);
  Gap token_gap = gap;
  for (const text::Token& token : folded.tokens) {
    uint8_t flags = kCapital | kNonLatin;
    if (token.script == text::Script::kLatin) flags = kCapital;
    if ((token.flags & text::kAllUpper) != 0) flags |= kAllCapitals;
    words->push_back(
        {HashWord(folded.Text(token)), begin + token.begin, begin + token.end, flags, token_gap});
    token_gap = Gap::kSpace;
  }
  return resume;
}

std::string WordReader::Folded(std::string_view text, const Word& word) {
  const std::string_view written = text.substr(word.begin, word.end - word.begin);
  if (written == "&") return "and";
  std::string folded;
  tables_->folder.Fold(written, &tables_->folded);
  for (const text::Token& token : tables_->folded.tokens) folded += tables_->folded.Text(token);
  return folded;
}

}  // namespace interdict::documents
