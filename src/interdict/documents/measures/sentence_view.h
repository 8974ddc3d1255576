// One sentence, prepared for reading: its words, their cues, its clauses, and the mentions in it.
// Test: sentence_view_test.cc.
#pragma once

#include <string_view>
#include <vector>

#include "interdict/documents/lexicon.h"
#include "interdict/documents/mentions/words.h"
#include "interdict/documents/scan.h"

namespace interdict::documents {

// A state named by any word, mention or not: "Venezuelan airspace", "US officials".
struct StateWord {
  Span span;
  uint32_t state = 0;  // row of the table of states
};

inline constexpr uint32_t kNoWord = 0xffffffff;

// The first mention that begins at a byte or behind it. O(log mentions).
std::vector<Mention>::const_iterator MentionFrom(const Scan& scan, uint32_t byte);

struct SentenceView {
  std::string_view text;  // of the document
  Span span;
  std::vector<Word> words;
  std::vector<CueSet> cues;        // of phrases that begin at the word
  std::vector<uint32_t> clause;    // number of the word's clause
  std::vector<uint32_t> mention;   // outermost mention over the word, or kNone
  std::vector<uint32_t> mentions;  // in the sentence, in order, nested ones left out
  std::vector<uint32_t> state;     // row of the state that the word names, or kNone
  std::vector<bool> quoted;        // between quotation marks

  // `reader` cuts the sentence; mentions are those of the scan, sorted.
  void Fill(const Scan& scan, const std::vector<StateWord>& state_words, Span sentence,
            const Lexicon& lexicon, WordReader* reader);

  size_t size() const { return words.size(); }
  bool Has(size_t i, Cue cue) const { return i < cues.size() && (cues[i] & Bit(cue)) != 0; }
  std::string_view Written(size_t i) const {
    return text.substr(words[i].begin, words[i].end - words[i].begin);
  }
  bool Is(size_t i, FoldedWord word) const {
    return i < words.size() && words[i].hash == word.hash;
  }
  template <size_t N>
  bool IsOneOf(size_t i, const FoldedWord (&any)[N]) const {
    if (i >= words.size()) return false;
    for (const FoldedWord& word : any)
      if (words[i].hash == word.hash) return true;
    return false;
  }
  Span SpanOf(size_t first, size_t last) const { return {words[first].begin, words[last].end}; }
  // First word of a mention in the sentence, and the one behind it.
  size_t BeginOf(const Mention& mention) const;
  size_t EndOf(const Mention& mention) const;
};

}  // namespace interdict::documents
