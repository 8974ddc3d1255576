// The parts of a statement about one measure: who acts on whom, how certain it is, who says so.
// Each is read off one sentence; what the sentence leaves open comes from the ones before, and the
// rule says so. Tests: roles_test.cc, status_test.cc, attribution_test.cc.
#pragma once

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "interdict/documents/measures/sentence_view.h"
#include "interdict/documents/measures/trigger_table.h"
#include "interdict/documents/mentions/name_dictionary.h"
#include "interdict/documents/scan.h"

namespace interdict::documents {

// The armed groups of the document whose names have a word.
struct GroupOfWord {
  uint32_t party = kNone;  // the first
  bool several = false;
};

// What earlier sentences left: for "his regime", "this designation", "he added".
struct Memory {
  uint32_t last_person = kNone;                       // party, the last person named
  uint32_t last_speaker = kNone;                      // party, the last person who said something
  uint32_t main_actor = kNone;                        // party, the authority of the last measure
  std::vector<Role> last_targets[kMeasureTypeCount];  // of the last measure of each type
  std::vector<Role> last_actors[kMeasureTypeCount];
  std::vector<Role> last_any_targets;    // of the last measure of any type
  std::optional<PartialDate> told_date;  // the last full date of the text
  Attribution last_attribution;          // of the sentence before, where it was somebody's words
  bool previous_attributed = false;
  std::string last_source;  // anonymous source last introduced: "the official said"
  std::string last_via;

  // What was looked for among the parties of the document: a long one has very many.
  std::unordered_map<uint32_t, uint32_t> government_of;    // state -> party
  std::unordered_map<std::string, GroupOfWord> groups_of;  // "cartel" -> party
};

struct Roles {
  std::vector<Role> actors, targets;
  bool explicit_actor = false;   // named in the sentence
  bool resolved_target = false;  // a listed party, a state, or ships
  std::vector<std::string> rules;
};

// `states`: the table that SentenceView::state points into; governments are looked up or added.
Roles FindRoles(const SentenceView& view, const Trigger& trigger, Memory* memory,
                const NameDictionary& dictionary, Scan* scan);

struct StatusReading {
  MeasureStatus status = MeasureStatus::kInForce;
  bool dropped = false;  // not asserted at all: a hypothesis, an appeal, a denial of intent
  bool ended = false;
  Span condition;
  std::vector<std::string> rules;
};

StatusReading FindStatus(const SentenceView& view, const Trigger& trigger, bool title);

// Who says what stands at word `at`.
Attribution FindAttribution(const SentenceView& view, const Trigger& trigger, const Scan& scan,
                            const Roles& roles, Memory* memory, std::vector<std::string>* rules);

// After a sentence: who spoke and who was named, for the sentences behind it.
void Remember(const SentenceView& view, const Scan& scan, Memory* memory);

}  // namespace interdict::documents
