// The words that name measures, as data/documents/triggers.tsv has them, and where a sentence has
// them. Test: trigger_table_test.cc.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "interdict/base/result.h"
#include "interdict/documents/measures/sentence_view.h"
#include "interdict/documents/mentions/phrase_trie.h"

namespace interdict::documents {

enum class TriggerKind : uint8_t { kNoun, kVerb, kAct, kActNoun, kPhrase };

struct TriggerRow {
  std::string_view id;
  MeasureType type;
  TriggerKind kind;
  std::optional<Cue> with;
};

// How a verb stands in its sentence.
enum class Voice : uint8_t { kNoun, kActive, kPassive, kModifier };

struct Trigger {
  const TriggerRow* row = nullptr;
  MeasureType type = MeasureType::kSanctions;  // the row's, or what the use of the verb makes it
  size_t begin = 0, end = 0;                   // words
  size_t thing_begin = 0, thing_end = 0;       // of the thing acted upon; empty: none
  Voice voice = Voice::kNoun;
};

class TriggerTable {
 public:
  // kStorage when the table names a type, kind or class that is not known.
  static Result<TriggerTable> Create();

  // Whether a trigger may begin at the word.
  bool MayBegin(std::span<const Word> words, size_t at) const {
    return trie_.MayBegin(words, at) && trie_.Longest(words, at).words > 0;
  }
  // The triggers of a sentence that its words bear out, in order and disjoint. `scan` tells who
  // the mentions are.
  std::vector<Trigger> Find(const SentenceView& view, const Scan& scan) const;

 private:
  std::optional<Trigger> Accept(const SentenceView& view, const Scan& scan, const TriggerRow& row,
                                size_t begin, size_t end) const;

  PhraseTrie trie_;
  std::vector<TriggerRow> rows_;
};

}  // namespace interdict::documents
