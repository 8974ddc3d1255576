#include "interdict/documents/sentences.h"

#include <array>
#include <string>
#include <unordered_map>

#include "interdict/tables/documents.inc"

namespace interdict::documents {
namespace {

enum class Abbreviation : uint8_t { kNone, kTitle, kNumber, kEither };

Abbreviation AbbreviationOf(const std::string& word) {
  static const auto* const kWords = [] {
    auto* words = new std::unordered_map<std::string, Abbreviation>;
    for (const auto& row : tables::kDocumentsAbbreviations) {
      const Abbreviation kind = row[1] == "title"    ? Abbreviation::kTitle
                                : row[1] == "number" ? Abbreviation::kNumber
                                                     : Abbreviation::kEither;
      words->emplace(row[0], kind);
    }
    return words;
  }();
  const auto found = kWords->find(word);
  return found == kWords->end() ? Abbreviation::kNone : found->second;
}

// Words that open a sentence behind "the U.S." more often than they continue a name.
bool IsOpener(std::string_view word) {
  constexpr std::array<std::string_view, 44> kOpeners = {
      "The",     "A",         "An",        "In",      "On",    "At",       "He",    "She",   "It",
      "They",    "We",        "I",         "This",    "That",  "These",    "Those", "But",   "And",
      "However", "Meanwhile", "According", "Earlier", "Last",  "His",      "Her",   "Their", "Its",
      "As",      "After",     "Before",    "When",    "While", "If",       "Since", "For",   "From",
      "With",    "There",     "Under",     "Despite", "Today", "Moreover", "Some",  "Both"};
  for (std::string_view opener : kOpeners)
    if (word == opener) return true;
  return false;
}

bool IsAsciiLetter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool IsUpper(char c) {
  return c >= 'A' && c <= 'Z';
}
bool IsLower(char c) {
  return c >= 'a' && c <= 'z';
}
bool IsDigit(char c) {
  return c >= '0' && c <= '9';
}
bool IsBlank(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v';
}

// Bytes of a blank, a closing quotation mark or bracket at `at`; 0: neither.
size_t BlankAt(std::string_view text, size_t at) {
  if (IsBlank(text[at])) return 1;
  if (text.substr(at, 2) == "\xC2\xA0") return 2;
  return 0;
}
size_t CloserAt(std::string_view text, size_t at) {
  const char c = text[at];
  if (c == '"' || c == '\'' || c == ')' || c == ']' || c == '*') return 1;
  const std::string_view three = text.substr(at, 3);
  if (three == "\xE2\x80\x9D" || three == "\xE2\x80\x99") return 3;
  if (text.substr(at, 2) == "\xC2\xBB") return 2;
  return 0;
}

// The letters and inner full stops right before the full stop at `stop`, in lower case.
std::string WordBefore(std::string_view text, size_t begin, size_t stop) {
  size_t at = stop;
  while (at > begin && stop - at < 12 && (IsAsciiLetter(text[at - 1]) || text[at - 1] == '.')) --at;
  std::string word(text.substr(at, stop - at));
  for (char& c : word)
    if (IsUpper(c)) c = static_cast<char>(c | 0x20);
  return word;
}

std::string_view WordAt(std::string_view text, size_t at, size_t end) {
  size_t stop = at;
  while (stop < end && (IsAsciiLetter(text[stop]) || text[stop] == '.')) ++stop;
  while (stop > at && text[stop - 1] == '.' && stop - at > 1 && IsLower(text[stop - 2])) --stop;
  return text.substr(at, stop - at);
}

// Whether the full stop at `stop` ends a sentence; `next` is where the next word begins, `spaced`
// says whether blanks stand between.
bool FullStopEnds(std::string_view text, Span block, size_t stop, size_t next, bool spaced) {
  const std::string word = WordBefore(text, block.begin, stop);
  const bool digit_before = stop > block.begin && IsDigit(text[stop - 1]);
  const char c = text[next];
  if (!spaced) {
    // "U.S.in", "CIA.A senior", "said.The": a space is missing. Not "e.g.", "3.5", "example.com".
    if (word.empty() || digit_before || !IsAsciiLetter(c)) return false;
    const bool capitals_before =
        word.size() >= 2 && IsUpper(text[stop - 1]) && IsUpper(text[stop - 2]);
    const bool word_behind =
        next + 1 < block.end && (IsLower(text[next + 1]) || IsBlank(text[next + 1]));
    if (word.find('.') != std::string::npos) return false;
    if (capitals_before) return IsUpper(c) && word_behind;
    return word.size() > 2 && IsLower(text[stop - 1]) && IsUpper(c) && word_behind;
  }
  const std::string_view following = WordAt(text, next, block.end);
  switch (AbbreviationOf(word)) {
    case Abbreviation::kTitle:
      return false;
    case Abbreviation::kNumber:
      return !IsDigit(c) && IsUpper(c) && IsOpener(following);
    case Abbreviation::kEither: {
      if (IsOpener(following)) return true;
      // "... to the U.S. U.S. authorities ..."
      std::string again(following);
      for (char& letter : again)
        if (IsUpper(letter)) letter = static_cast<char>(letter | 0x20);
      return again == word + ".";
    }
    case Abbreviation::kNone:
      break;
  }
  // An initial: "Donald J. Trump".
  if (word.size() == 1 && IsUpper(text[stop - 1])) return IsOpener(following) && following != "A";
  if (word.size() > 2 && word.find('.') != std::string::npos &&
      word.find("..") == std::string::npos && !IsOpener(following) && IsLower(c))
    return false;
  return !IsLower(c);
}

}  // namespace

void SplitSentences(std::string_view text, Span block, std::vector<Span>* sentences) {
  size_t begin = block.begin;
  const size_t end = block.end;
  const auto close = [&](size_t stop) {
    size_t first = begin, last = stop;
    while (first < last) {
      const size_t blank = BlankAt(text, first);
      if (blank == 0) break;
      first += blank;
    }
    while (last > first && (IsBlank(text[last - 1]) ||
                            (last >= first + 2 && text.substr(last - 2, 2) == "\xC2\xA0")))
      last -= IsBlank(text[last - 1]) ? size_t{1} : size_t{2};
    if (first < last)
      sentences->push_back({static_cast<uint32_t>(first), static_cast<uint32_t>(last)});
    begin = stop;
  };
  for (size_t at = block.begin; at < end; ++at) {
    const char c = text[at];
    size_t size = 0;
    bool certain = false;  // a sign that always ends a sentence
    if (c == '.' || c == '!' || c == '?') {
      size = 1;
    } else if (c == '\xE3' || c == '\xEF' || c == '\xD8' || c == '\xDB' || c == '\xE0') {
      for (std::string_view sign : {"\xE3\x80\x82", "\xEF\xBC\x81", "\xEF\xBC\x9F", "\xD8\x9F",
                                    "\xDB\x94", "\xE0\xA5\xA4"}) {
        if (text.substr(at, sign.size()) == sign) {
          size = sign.size();
          certain = true;
        }
      }
    }
    if (size == 0) continue;
    size_t stop = at + size;
    while (stop < end && (text[stop] == '.' || text[stop] == '!' || text[stop] == '?')) ++stop;
    while (stop < end) {
      const size_t closer = CloserAt(text, stop);
      if (closer == 0) break;
      stop += closer;
    }
    size_t next = stop;
    while (next < end) {
      const size_t blank = BlankAt(text, next);
      if (blank == 0) break;
      next += blank;
    }
    if (next >= end) break;
    const bool spaced = next > stop;
    bool ends = certain;
    if (!ends && c == '.' && stop == at + 1)
      ends = FullStopEnds(text, block, at, next, spaced);
    else if (!ends)
      // Several stops, a question, or a quotation that closed: the next word decides.
      ends = (spaced || c != '.') && !IsLower(text[next]);
    if (ends) close(stop);
    at = stop - 1;
  }
  close(end);
}

}  // namespace interdict::documents
