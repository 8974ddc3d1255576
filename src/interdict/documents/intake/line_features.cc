#include "interdict/documents/intake/line_features.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "interdict/base/strings.h"
#include "interdict/documents/dates.h"
#include "interdict/tables/documents.inc"

namespace interdict::documents {
namespace {

constexpr size_t kLongestPhraseLine = 200;  // bytes; a longer line is text
constexpr size_t kLongestCaption = 400;     // captions are sentences
constexpr size_t kShortSentence = 60;       // "Read more about this."
constexpr size_t kLongestByline = 120;
constexpr size_t kLongestDateLine = 100;
constexpr size_t kProseWords = 6;
constexpr size_t kProseBytes = 200;

using namespace std::string_view_literals;

// Removes any of `marks` from the end; true if there was one.
template <size_t N>
bool DropEnd(const std::string_view (&marks)[N], std::string_view* line) {
  for (const std::string_view mark : marks) {
    if (!line->ends_with(mark)) continue;
    line->remove_suffix(mark.size());
    return true;
  }
  return false;
}

template <size_t N>
bool DropFront(const std::string_view (&marks)[N], std::string_view* line) {
  for (const std::string_view mark : marks) {
    if (!line->starts_with(mark)) continue;
    line->remove_prefix(mark.size());
    return true;
  }
  return false;
}

constexpr std::string_view kClosing[] = {"\""sv, "'"sv, ")"sv, "]"sv, "*"sv,
                                         "_"sv,  " "sv, "”"sv, "’"sv, "»"sv};
constexpr std::string_view kMarks[] = {
    "*"sv,  "_"sv, "#"sv, ">"sv, "<"sv, "|"sv, "-"sv, "["sv, "]"sv, "("sv, ")"sv, " "sv,
    "\t"sv, "•"sv, "·"sv, "–"sv, "—"sv, "«"sv, "»"sv, "›"sv, "‹"sv, "→"sv, "▶"sv, "\u00A0"sv};

// Without marks of emphasis, brackets and bullets at both ends.
std::string_view WithoutMarks(std::string_view line) {
  while (DropFront(kMarks, &line)) {
  }
  while (DropEnd(kMarks, &line)) {
  }
  return line;
}

size_t CountWords(std::string_view line, size_t most) {
  size_t words = 0;
  bool inside = false;
  for (const char c : line) {
    const bool space = c == ' ' || c == '\t' || c == '\n';
    words += !space && !inside;
    inside = !space;
    if (words >= most) break;
  }
  return words;
}

bool IsAsciiUpper(char c) {
  return c >= 'A' && c <= 'Z';
}
bool IsAsciiDigit(char c) {
  return c >= '0' && c <= '9';
}
bool IsAsciiLower(char c) {
  return c >= 'a' && c <= 'z';
}

struct Phrase {
  std::string_view text, where, reason;
  BlockKind kind = BlockKind::kChrome;
  bool ends_text = false;
  bool may_be_sentence = false;  // cookie notices are sentences
};

// The reasons are constants: blocks keep views of them.
constexpr std::string_view kReasons[][2] = {
    {"chrome.furniture", "layout.chrome.furniture"},
    {"chrome.share", "layout.chrome.share"},
    {"chrome.consent", "layout.chrome.consent"},
    {"chrome.subscribe", "layout.chrome.subscribe"},
    {"chrome.teaser", "layout.chrome.teaser"},
    {"chrome.release", "layout.chrome.release"},
    {"tail.teasers", "layout.chrome.teaser"},
    {"tail.comments", "layout.chrome.comments"},
    {"tail.end", "layout.chrome.end_mark"},
    {"caption.photo_credit", "layout.caption.photo_credit"},
    {"byline", "layout.byline.phrase"},
    {"dateline", "layout.dateline.phrase"},
};

class PhraseTable {
 public:
  PhraseTable() {
    for (const auto& [text, where, kind] : tables::kDocumentsChromePhrases) {
      Phrase phrase{.text = text, .where = where};
      for (const auto& [name, reason] : kReasons) {
        if (name == kind) phrase.reason = reason;
      }
      if (kind.starts_with("caption")) phrase.kind = BlockKind::kCaption;
      if (kind == "byline") phrase.kind = BlockKind::kByline;
      if (kind == "dateline") phrase.kind = BlockKind::kDateline;
      phrase.ends_text = kind.starts_with("tail.");
      phrase.may_be_sentence = kind == "chrome.consent" || kind == "chrome.subscribe" ||
                               kind == "tail.comments" || kind.starts_with("caption");
      if (where == "part") {
        parts_.push_back(phrase);
      } else {
        by_first_byte_[static_cast<unsigned char>(text.front())].push_back(phrase);
      }
    }
  }

  // `lower`: the line in lower case; `bare`: without marks.
  const Phrase* Find(std::string_view lower, std::string_view bare, bool sentence) const {
    for (const std::string_view candidate : {lower, bare}) {
      if (candidate.empty()) continue;
      for (const Phrase& phrase : by_first_byte_[static_cast<unsigned char>(candidate.front())]) {
        const bool whole = candidate == phrase.text;
        if (phrase.where == "line" ? whole : Begins(candidate, phrase, sentence)) return &phrase;
      }
    }
    for (const Phrase& phrase : parts_) {
      const bool bracket = phrase.text.front() == '(' || phrase.text.front() == '[';
      if (sentence && !bracket) continue;
      if (lower.size() >= kLongestPhraseLine && phrase.kind != BlockKind::kCaption) continue;
      if (lower.find(phrase.text) != std::string_view::npos) return &phrase;
    }
    return nullptr;
  }

 private:
  static bool Begins(std::string_view line, const Phrase& phrase, bool sentence) {
    if (!line.starts_with(phrase.text)) return false;
    if (line.size() >= kLongestPhraseLine && phrase.kind != BlockKind::kCaption) return false;
    return !sentence || phrase.may_be_sentence || line.size() < kShortSentence;
  }

  std::array<std::vector<Phrase>, 256> by_first_byte_;
  std::vector<Phrase> parts_;
};

const PhraseTable& Phrases() {
  static const PhraseTable table;
  return table;
}

// A word as a name has them: with a capital, or one that joins names.
bool IsNameWord(std::string_view word) {
  constexpr std::string_view kJoining[] = {"and", "of", "the", "for", "in",  "at",
                                           "de",  "la", "del", "von", "van", "al",
                                           "el",  "|",  "&",   "-",   "with"};
  while (!word.empty() && (word.back() == ',' || word.back() == '.' || word.back() == ')'))
    word.remove_suffix(1);
  while (!word.empty() && word.front() == '(') word.remove_prefix(1);
  if (word.empty()) return true;
  if (std::find(std::begin(kJoining), std::end(kJoining), word) != std::end(kJoining)) return true;
  const char first = word.front();
  return IsAsciiUpper(first) || first == '@' || static_cast<unsigned char>(first) >= 0x80;
}

// What is left of a line of a date when the dates are gone: time, zone, place, "Published".
bool IsBesideDate(std::string_view rest) {
  constexpr std::string_view kBeside[] = {
      "published", "updated",  "posted", "on",      "at",    "am",   "pm",   "a.m.",
      "p.m.",      "est",      "edt",    "et",      "gmt",   "utc",  "last", "first",
      "date",      "modified", "issued", "release", "local", "time", "pst",  "cet",
      "by",        "created",  "added",  "bst",     "ist"};
  size_t places = 0;
  for (std::string_view word : SplitTrimmed(rest, " ")) {
    word = WithoutMarks(word);
    while (!word.empty() && (word.back() == ',' || word.back() == ':' || word.back() == '.') &&
           word != "a.m." && word != "p.m.") {
      word.remove_suffix(1);
    }
    const bool number = std::all_of(word.begin(), word.end(), [](char c) {
      return IsAsciiDigit(c) || c == ':' || c == '.' || c == '+';
    });
    if (number) continue;
    const std::string lower = AsciiLower(word);
    const bool beside =
        std::find(std::begin(kBeside), std::end(kBeside), lower) != std::end(kBeside);
    const bool clock =
        IsAsciiDigit(word.front()) && (lower.ends_with("am") || lower.ends_with("pm"));
    if (beside || clock) continue;
    if (!IsAsciiUpper(word.front()) || ++places > 3) return false;
  }
  return true;
}

// "Petroleos de Venezuela, S.A.": the full stop belongs to the word. A sentence may end like that
// too, but then it is the line's length that shows it for one.
bool EndsInAbbreviation(std::string_view line) {
  constexpr std::string_view kForms[] = {" Inc.", " Ltd.", " Co.",  " Corp.",
                                         " Jr.",  " Sr.",  " Bros."};
  if (line.size() < 4 || line.back() != '.') return false;
  const char before = line[line.size() - 3];
  if (IsAsciiUpper(line[line.size() - 2]) && (before == '.' || before == ' ')) return true;
  return std::any_of(std::begin(kForms), std::end(kForms),
                     [&](std::string_view form) { return line.ends_with(form); });
}

}  // namespace

bool EndsSentence(std::string_view line) {
  while (DropEnd(kClosing, &line)) {
  }
  if (EndsInAbbreviation(line)) return false;
  return line.ends_with('.') || line.ends_with('!') || line.ends_with('?') || line.ends_with("…");
}

bool IsProse(std::string_view line) {
  if (line.size() >= kProseBytes) return true;
  return EndsSentence(line) && CountWords(line, kProseWords) >= kProseWords;
}

bool IsByline(std::string_view line) {
  line = WithoutMarks(line);
  if (line.size() > kLongestByline || !StartsWithIgnoreCase(line, "by ")) return false;
  const std::string_view names = line.substr(3);
  if (EndsSentence(names) && !names.ends_with("Jr.")) return false;
  const auto words = SplitTrimmed(names, " ");
  return !words.empty() && words.size() <= 14 && IsAsciiUpper(line.front()) &&
         !FindDates(names, {0, static_cast<uint32_t>(words.front().size())}).size() &&
         std::all_of(words.begin(), words.end(), IsNameWord);
}

bool IsDateLine(std::string_view line) {
  if (line.size() > kLongestDateLine || line.size() < 6) return false;
  if (std::none_of(line.begin(), line.end(), IsAsciiDigit)) return false;
  const auto dates = FindDates(line, {0, static_cast<uint32_t>(line.size())});
  if (dates.empty() || dates.size() > 2) return false;
  std::string rest;
  uint32_t at = 0;
  for (const DateExpression& date : dates) {
    const bool dated = date.form == DateForm::kDay || date.form == DateForm::kNumeric ||
                       date.form == DateForm::kMonth || date.form == DateForm::kDayMonth;
    if (!dated) return false;
    rest += line.substr(at, date.span.begin - at);
    rest += ' ';
    at = date.span.end;
  }
  rest += line.substr(at);
  return IsBesideDate(rest);
}

bool IsSeparator(std::string_view line) {
  return std::none_of(line.begin(), line.end(), [](char c) {
    return IsAsciiUpper(c) || IsAsciiLower(c) || IsAsciiDigit(c) ||
           static_cast<unsigned char>(c) >= 0xC3;
  });
}

PhraseMatch MatchPhrase(std::string_view line) {
  if (line.size() >= kLongestCaption) return {};
  const std::string lower = AsciiLower(line);
  const std::string_view bare = WithoutMarks(lower);
  const Phrase* phrase = Phrases().Find(lower, bare, EndsSentence(line));
  if (phrase == nullptr) return {};
  if (phrase->kind == BlockKind::kDateline && !IsDateLine(line)) return {};
  return {phrase->kind, phrase->reason, phrase->ends_text};
}

}  // namespace interdict::documents
