// The words around a word, and what the lexicon says of them: what the gates of mentions look at.
#pragma once

#include <span>
#include <string_view>

#include "interdict/documents/lexicon.h"
#include "interdict/documents/mentions/words.h"

namespace interdict::documents {

struct WordContext {
  std::string_view text;
  std::span<const Word> words;
  const Lexicon* lexicon = nullptr;
  bool title_case = false;  // most words have capitals: capitals say nothing
  bool caseless = false;    // there are no capitals, or nothing else
  bool chrome = false;      // outside title and body

  std::string_view Written(size_t i) const {
    return text.substr(words[i].begin, words[i].end - words[i].begin);
  }
  // Classes of word i alone; nothing beyond the ends.
  CueSet Classes(size_t i) const { return i < words.size() ? lexicon->ClassesOf(words[i]) : 0; }
  bool Has(size_t i, Cue cue) const { return (Classes(i) & Bit(cue)) != 0; }
  bool IsCapital(size_t i) const { return i < words.size() && words[i].Is(kCapital); }
  // Nothing but blanks stands between word i and the one before.
  bool Adjoins(size_t i) const {
    return i > 0 && i < words.size() && (words[i].gap == Gap::kSpace || words[i].gap == Gap::kLine);
  }
  // The word opens a sentence or a quotation, where a capital says nothing.
  bool OpensSentence(size_t i) const {
    return i == 0 || words[i].gap >= Gap::kStop || words[i].quote_before;
  }
  // One of the cues stands within `reach` words on either side.
  bool Near(size_t i, size_t count, size_t reach, CueSet cues) const;
  // By the lexicon or its ending ("-ed", "-ing"): it can be the verb behind a subject.
  bool MayBeVerb(size_t i) const;
};

}  // namespace interdict::documents
