// The words of a text as FindDates sees them: words that the table of date words knows, numbers,
// signs. A cursor, not a list: dates are rare, and a text may be a gigabyte.
//
// Borrowing: a token knows its bytes only. Cost: O(length of the token). Cannot fail.
// Table: data/documents/date_words.tsv. Test: dates_test.cc.
#pragma once

#include <cstdint>
#include <string_view>

namespace interdict::documents {

// What a word may be in a date; or-ed, as "through" may begin a bound or a range.
enum DateWordKind : uint64_t {
  kMonthWord = 1ULL << 0,
  kShortMonthWord = 1ULL << 1,
  kWeekdayWord = 1ULL << 2,
  kShortWeekdayWord = 1ULL << 3,
  kUnitWord = 1ULL << 4,
  kUnitsWord = 1ULL << 5,
  kNumberWord = 1ULL << 6,
  kSomeWord = 1ULL << 7,
  kPartWord = 1ULL << 8,
  kSeasonWord = 1ULL << 9,
  kWeekendWord = 1ULL << 10,
  kDayWord = 1ULL << 11,
  kLastWord = 1ULL << 12,
  kNextWord = 1ULL << 13,
  kThisWord = 1ULL << 14,
  kPastWord = 1ULL << 15,
  kRecentWord = 1ULL << 16,
  kRecentlyWord = 1ULL << 17,
  kEarlyWord = 1ULL << 18,
  kEarlierWord = 1ULL << 19,
  kEdgeWord = 1ULL << 20,
  kAtWord = 1ULL << 21,
  kInWord = 1ULL << 22,
  kSinceWord = 1ULL << 23,
  kUntilWord = 1ULL << 24,
  kFromWord = 1ULL << 25,
  kBetweenWord = 1ULL << 26,
  kToWord = 1ULL << 27,
  kStartingWord = 1ULL << 28,
  kTheWord = 1ULL << 29,
  kDeterminerWord = 1ULL << 30,
  kOfWord = 1ULL << 31,
  kAgoWord = 1ULL << 32,
  kOnwardWord = 1ULL << 33,
  kCountedWord = 1ULL << 34,
  kEventWord = 1ULL << 35,
  kNumberedWord = 1ULL << 36,
  kNotMonthWord = 1ULL << 37,
  kNotWeekdayWord = 1ULL << 38,
  kNewspaperWord = 1ULL << 39,
  kOverWord = 1ULL << 40,
};

struct DateToken {
  enum class Kind : uint8_t { kEnd, kWord, kNumber, kSign };

  uint32_t begin = 0, end = 0;
  Kind kind = Kind::kEnd;
  uint64_t word = 0;     // kWord: DateWordKind, or-ed
  int value = 0;         // of the number, or of the table's row; month_, weekday_, unit as in it
  char sign = 0;         // kSign: ASCII; '-' also for an en dash, '\'' for every apostrophe
  bool ordinal = false;  // kNumber: "28th"
  bool upper = false;    // kWord: begins with a capital

  bool Is(uint64_t kinds) const { return (word & kinds) != 0; }
  bool IsSign(char wanted) const { return kind == Kind::kSign && sign == wanted; }
  bool IsNumber() const { return kind == Kind::kNumber; }
};

class DateTokens {
 public:
  explicit DateTokens(std::string_view text) : text_(text) {}

  std::string_view text() const { return text_; }
  // The token that begins at or behind `at`, past spaces and one line break. kEnd where the text or
  // the paragraph ends.
  DateToken From(uint32_t at) const;
  DateToken After(const DateToken& token) const { return From(token.end); }
  // The token that ends before `at`, past spaces; kEnd where there is none close by. A number is
  // given as a word that the table does not know.
  DateToken Before(uint32_t at) const;
  // The next place from `at` on where a word or number begins; text().size() when there is none.
  uint32_t NextWord(uint32_t at) const;
  // The byte, or 0 outside the text.
  unsigned char Byte(uint32_t at) const {
    return at < text_.size() ? static_cast<unsigned char>(text_[at]) : 0;
  }

 private:
  DateToken Word(uint32_t begin) const;
  DateToken Number(uint32_t begin) const;

  std::string_view text_;
};

}  // namespace interdict::documents
