// Words of running text, with the bytes they came from.
//
// The names of lists are cut by the same WordReader, so that text and list agree. What a word is
// follows text/fold.h: case, accents and apostrophes go, "U.S." is one word, "&" is "and"; but a
// possessive 's is cut off, and a hyphen separates. Words of scripts other than Latin are folded by
// text::Folder itself. ASCII, nearly all of English text, takes a path without tables. A run of
// letters beyond 512 bytes is cut into several words.
//
// Test: words_test.cc.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "interdict/base/result.h"
#include "interdict/documents/document.h"
#include "interdict/text/fold.h"

namespace interdict::documents {

enum WordFlag : uint8_t {
  kCapital = 1,      // the first letter is a capital, or its script has none
  kAllCapitals = 2,  // at least two letters, all capitals
  kDigits = 4,       // digits only
  kPossessive = 8,   // 's was cut off
  kNonLatin = 16,    // folded from another script
  kDotted = 32,      // "U.S.", with full stops inside
  kLastLetter = 64   // a single letter
};

// What stands between a word and the one before it: the strongest of all signs there.
enum class Gap : uint8_t {
  kSpace,  // blanks, or nothing
  kHyphen,
  kSlash,
  kComma,
  kLine,   // one line break
  kOther,  // brackets, quotes, colons, signs
  kStop,   // . ! ? ; or a bullet
  kBlock   // an empty line, or the beginning of the text
};

struct Word {
  uint64_t hash;  // HashWord of the folded letters
  uint32_t begin, end;
  uint8_t flags;  // WordFlag, or-ed
  Gap gap;
  bool quote_before = false, bracket_before = false;

  bool Is(WordFlag flag) const { return (flags & flag) != 0; }
};

// The hash of a folded word. Stable within a process only.
uint64_t HashWord(std::string_view folded);

// Cuts text into words. Not thread-safe: it keeps what it has folded.
class WordReader {
 public:
  static Result<WordReader> Create();
  WordReader(WordReader&&) noexcept;
  WordReader& operator=(WordReader&&) noexcept;
  ~WordReader();

  // Appends the words that begin in `range` of `text` to `words`, until there are `limit` more.
  // Returns where to go on: `range.end`, or the beginning of the next word. O(n).
  uint32_t Read(std::string_view text, Span range, size_t limit, std::vector<Word>* words);

  // The folded letters of a word that Read gave for this text.
  std::string Folded(std::string_view text, const Word& word);

 private:
  struct Tables;
  explicit WordReader(std::unique_ptr<Tables> tables);

  // A word that has bytes beyond ASCII; returns its end. May append several words (Han), or none.
  uint32_t ReadUnicode(std::string_view text, uint32_t begin, uint32_t end, Gap gap,
                       std::vector<Word>* words);

  std::unique_ptr<Tables> tables_;
};

}  // namespace interdict::documents
