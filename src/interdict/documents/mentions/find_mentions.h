// Who is named in a document: listed parties, states and institutions, and persons and bodies that
// no list has.
//
// One pass over the words of the text:
//   1. the longest phrase of the dictionary that passes its gates (common words, single-word
//      aliases, ships' names, longer proper names around it); else a phrase within a few letters;
//   2. identifiers with a check digit (IMO numbers);
//   3. runs of capitals that a title, a given name or a word such as "Ministry" makes a name;
//   4. single capitalised words are put aside for coreference.
// Then, with the whole document known (coreference.cc): surnames, acronyms defined in brackets,
// "the Maduro government"; and homonyms are told apart by the countries that the text names.
//
// Memory: in proportion to what is found, not to the text. Test: find_mentions_test.cc.
#pragma once

#include <memory>

#include "interdict/base/result.h"
#include "interdict/documents/lexicon.h"
#include "interdict/documents/measures/sentence_view.h"
#include "interdict/documents/mentions/name_dictionary.h"
#include "interdict/documents/scan.h"

namespace interdict::documents {

// Not thread-safe: one finder a thread, over a shared dictionary and lexicon.
class MentionFinder {
 public:
  static Result<MentionFinder> Create(const NameDictionary& dictionary, const Lexicon& lexicon);
  MentionFinder(MentionFinder&&) noexcept;
  ~MentionFinder();

  // Fills `parties` and `mentions` of a scan whose document is set.
  void Find(Scan* scan);

  // The states that the last document names by any word, mention or not, in order.
  const std::vector<StateWord>& state_words() const;

  // Step 1 alone: how many phrases of the dictionary the text has. For benchmarks.
  size_t CountPhrases(std::string_view text);

 private:
  struct State;
  explicit MentionFinder(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace interdict::documents
