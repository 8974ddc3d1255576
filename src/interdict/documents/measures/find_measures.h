// The measures that a document reports: each sentence with a trigger is read for who, whom, how
// certain, who says so and when; what names no authority and no listed party is no measure.
// Test: find_measures_test.cc.
#pragma once

#include <memory>
#include <vector>

#include "interdict/base/result.h"
#include "interdict/documents/lexicon.h"
#include "interdict/documents/measures/sentence_view.h"
#include "interdict/documents/mentions/name_dictionary.h"
#include "interdict/documents/scan.h"

namespace interdict::documents {

// Not thread-safe: one finder a thread.
class MeasureFinder {
 public:
  static Result<MeasureFinder> Create(const NameDictionary& dictionary, const Lexicon& lexicon);
  MeasureFinder(MeasureFinder&&) noexcept;
  ~MeasureFinder();

  // Fills `measures` of a scan whose mentions are found; `state_words` are MentionFinder's.
  void Find(const std::vector<StateWord>& state_words, Scan* scan);

 private:
  struct State;
  explicit MeasureFinder(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace interdict::documents
