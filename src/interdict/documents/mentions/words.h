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
#include <cstring>
#include <memory>
#include <string>
#include <string_view>
#include <type_traits>
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

namespace word_hash {

constexpr uint64_t Mix(uint64_t hash, uint64_t letters) {
  hash = (hash ^ letters) * 0x9E3779B97F4A7C15;
  return hash ^ (hash >> 29);
}

constexpr uint64_t Finish(uint64_t hash, size_t size) {
  hash = (hash ^ size) * 0xD6E8FEB86659FD93;
  return hash ^ (hash >> 32);
}

constexpr uint64_t Load(const char* at, size_t count) {
  uint64_t letters = 0;
  if (!std::is_constant_evaluated()) {
    std::memcpy(&letters, at, count);
    return letters;
  }
  for (size_t i = 0; i < count; ++i)
    letters |= uint64_t{static_cast<unsigned char>(at[i])} << (8 * i);
  return letters;
}

}  // namespace word_hash

// The hash of a folded word, in steps of eight letters, little-endian. Stable within a process
// only.
constexpr uint64_t HashWord(std::string_view folded) {
  uint64_t hash = 0;
  size_t at = 0;
  for (; at + 8 <= folded.size(); at += 8)
    hash = word_hash::Mix(hash, word_hash::Load(folded.data() + at, 8));
  if (at < folded.size())
    hash = word_hash::Mix(hash, word_hash::Load(folded.data() + at, folded.size() - at));
  return word_hash::Finish(hash, folded.size());
}

// A word of our own tables and rules, hashed by the compiler: rules compare words by the thousand.
struct FoldedWord {
  uint64_t hash;
  template <size_t N>
  consteval FoldedWord(const char (&folded)[N])  // NOLINT(google-explicit-constructor)
      : hash(HashWord(std::string_view(folded, N - 1))) {}
};

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
