// Folded names: what is left of a name without case, accents, punctuation, script and disguise.
// "Владимир Падрино Лопес" -> vladimir padrino lopes; "S.A." -> sa; "AL-ZOMOR" -> al zomor.
//
// A name becomes tokens: the text of each in lower-case ASCII letters and digits, the bytes it came
// from, its script, and what the writing says beyond the letters (capitals, hyphens, quotes, a lost
// letter). Only a script that nothing romanises keeps its own letters, as UTF-8.
//
// The steps, one file each: letters.h decodes and resolves compatibility forms, marks and invisible
// characters; fold.cc cuts words at separators; look_alikes.h undoes homoglyphs; romanise.h and
// icu_latin.h bring a word to Latin. keys.h makes spelling-insensitive keys of tokens.
//
// What joins: apostrophes and their kind; full stops between single letters ("J.S.C." -> jsc); "?"
// and U+FFFD between letters (a letter was lost). What becomes a word: "&" -> and, "%" -> percent,
// "№" -> no. "@" and "$" between letters are a and s. Everything else separates.
// Han and short Hangul words give a token a character; "ال" and the rest of its word are two.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "interdict/base/result.h"
#include "interdict/text/script.h"

namespace interdict::text {

// Version of the analysis; results of different versions must not be mixed. An index stores it
// together with IcuVersion().
inline constexpr std::string_view kAnalyserVersion = "text-3";

// Version of the Unicode library in use, such as "72.1".
std::string IcuVersion();

enum TokenFlag : uint16_t {
  kConsonantsOnly = 1,  // the script writes no short vowels: consonants, and long vowels as written
  kLossy = 2,           // a letter inside was lost ("?" or U+FFFD): it is left out
  kHyphenBefore = 4,    // a hyphen or dash, nothing else, stands between this and the token before
  kCommaBefore = 8,     // a comma of any script stands between
  kDotted = 16,         // full stops between letters, or one after a short word: "S.A.", "N."
  kAllUpper = 32,       // all cased letters are capitals, and there are at least two
  kApostrophe = 64,     // an apostrophe was inside
  kMixedScript = 128,   // look-alike letters of another script were replaced
  kSlashBefore = 256,   // a slash of any kind stands between
  kQuoted = 512,        // stands in quotes that open and close
  kBracketed = 1024     // stands in brackets
};

struct Token {
  uint32_t begin, end;  // bytes of the input, half-open; tokens are in order and disjoint
  uint32_t text_begin;  // place in FoldedName::text
  uint16_t text_size;   // > 0
  Script script;
  uint16_t flags;  // TokenFlag, or-ed
};

// The result of a fold; reuse it: once warm it does not allocate.
struct FoldedName {
  std::string text;  // the tokens' texts joined by single spaces
  std::vector<Token> tokens;

  // Shares the life of `text`.
  std::string_view Text(const Token& token) const {
    return std::string_view(text).substr(token.text_begin, token.text_size);
  }
  void clear() {
    text.clear();
    tokens.clear();
  }
};

// Const, but one Folder a thread: it keeps working memory and what ICU said.
class Folder {
 public:
  // Fails (kEncoding) only where ICU's data is missing.
  static Result<Folder> Create();
  Folder(Folder&&) noexcept;
  Folder& operator=(Folder&&) noexcept;
  ~Folder();

  // Never fails: malformed UTF-8 counts as lost letters. O(n). Bytes beyond 4 GiB - 1 are not read.
  // A word longer than 4,000 letters is cut. The first word of a script that ICU reads opens ICU's
  // tables (see screen_bench).
  void Fold(std::string_view utf8, FoldedName* out) const;

  // The same, only the text.
  std::string Fold(std::string_view utf8) const;

 private:
  struct State;
  explicit Folder(std::unique_ptr<State> state);

  std::unique_ptr<State> state_;
};

// The tokens of folded text; views into it.
std::vector<std::string_view> Tokens(std::string_view folded);

}  // namespace interdict::text
