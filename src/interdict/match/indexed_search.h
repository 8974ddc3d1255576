// The listed names that can reach a score, found without looking at the others.
//
// Why nothing is missed. Fix a query and a least score; call `budget` what may be lost at most. A
// name's score comes from pairs of parts (name_alignment.h), and every pair is of one of these
// kinds:
//   a. a query part and a listed token that TokenCost accepts, or of which the query part is the
//      beginning (cut off), or an initial and a word with that first letter;
//   b. a run of the query's parts and one listed token;
//   c. one query part and a run of listed parts;
//   d. an acronym on either side;
//   e. a phrase of the lexicon and another form of the same thing ("Joint Stock Company", "OAO").
// For c, and for acronyms of the listed name, exact keys exist (a run's text), and every name that
// they give is a candidate. There remain names whose pairs are of the other kinds.
//
// For each query part the listed tokens of kind a are known (TokenNeighbours, a range of the sorted
// tokens for cut and initial parts); for b and the query's acronyms the tokens of that text or
// sound, and for e the names with a phrase or token of the meaning. A name meets a part when it has
// any of these; one of b or e meets all parts that it stands for.
//
// Let E be a set of query parts. A name that meets no part of E leaves all of E unmatched and loses
// at least NameLossFloor(E); when that is beyond the budget, such a name cannot reach the score. So
// it is enough to read the postings of what meets one such E: prefix filtering with a bound on
// losses in place of counts. Among the sets that qualify a cheap one is taken: rare parts first.
// The set of all parts always qualifies, since a name without any pair scores 0.
//
// Nearly all names that meet a part of E meet no other, and most scores need two. So the postings
// of the other parts are read as well, unless they are out of proportion, but only to mark names
// that E has found. Then it is known which of the parts that were read a name meets; the others of
// them are unmatched. SizeLossFloor says whether such a name can reach the score, by its class and
// its structural weight, of which a byte for each name knows enough; another byte holds the parts
// that it meets, and reach_bounds.h remembers the answer for each pair of bytes. In a query of more
// than seven parts the commonest share a bit. That needs no look at the name: reading an entry of a
// posting takes about a nanosecond, scoring a name some hundreds.
//
// Names are numbered by weight, lightest first, and postings are in that order. The parts of a
// listed name that find no counterpart cost, too: with M the most that the met parts can match, a
// name of weight W loses at least what W - M of extra weight costs (PairLossFloor). Beyond some W
// the rest of a posting need not be read, and beyond a smaller one a name that meets few parts need
// not be scored.
//
// Every candidate is then scored by the one scorer; a candidate too many costs time only. Bounds
// are never above the loss that AlignNames computes: name_alignment_test.cc compares them.
// indexed_search_test.cc compares with ExhaustiveSearch on random and adversarial names; the
// evaluation kit's lossless.py does on real lists.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "interdict/match/name_search.h"
#include "interdict/match/reach_bounds.h"
#include "interdict/match/token_neighbours.h"

namespace interdict {

class IndexedSearch : public NameSearch {
 public:
  explicit IndexedSearch(const index::NameIndex& names);
  void SetQuery(ComparedName* query) override;
  void FindPairs(uint32_t scored_name, std::vector<PartPair>* pairs) override;
  void FindCandidates(Points least, std::vector<uint32_t>* scored_names) override;

 private:
  // A listed token that stands for parts of the query.
  struct Hit {
    uint64_t mask;
    index::TokenId token;
    Points cost;
    TokenRule rule;
    bool needs_spelling;  // only parts that have spellings
    bool of_part;         // of one part, not of a run or acronym
    uint32_t next = 0;    // of the same slot, + 1; 0: none
    std::span<const uint32_t> postings = {};
  };
  // A run or acronym of a listed name that one part of the query is.
  struct RunHit {
    uint32_t scored_name;
    uint64_t query;
    uint64_t listed;
    Points cost;
    TokenRule rule;
  };
  // Names with a phrase that means what parts of the query mean.
  struct PhraseHits {
    uint64_t mask;
    uint64_t meaning;
  };
  // What is known of the neighbours of a query part.
  struct Reach {
    size_t postings = 0;  // entries to read
    int most_weight = 0;  // of listed parts that it may match
    int most_structural = 0;
    void MatchesWord(int rarity);
  };

  void AddHit(const Hit& hit, int rarity);
  void AddNeighboursOf(size_t part);
  void AddCutWords(size_t part);
  void AddInitials(size_t part);
  void AddMeanings();
  void AddQueryRuns();
  void AddListedRuns(size_t part);
  void PairCutWord(const index::NamePartRow& row, uint64_t bit, std::vector<PartPair>* pairs) const;
  bool FitsKind(const Hit& hit, names::PartKind listed) const;
  bool IsRun(const index::RunRow& run, std::string_view text) const;

  // Chooses E, and which parts' postings are read.
  void ChooseParts(Points budget);
  void AssignBits();
  uint8_t BitsOf(uint64_t parts) const;
  uint32_t FirstHeavier(uint32_t weight) const;
  template <bool kInsert>
  void Mark(uint32_t scored_name, uint8_t bits);
  template <bool kInsert>
  void MarkPostings(std::span<const uint32_t> sorted, uint8_t bits);
  template <bool kInsert>
  void MarkTokens(std::pair<index::TokenId, index::TokenId> range, uint8_t bits);
  // Marks the names that meet these parts: first all of E, then others.
  template <bool kInsert>
  void MarkParts(uint64_t parts);
  void TakeMarked(std::vector<uint32_t>* scored_names);

  TokenNeighbours neighbours_;
  std::vector<Hit> hits_;
  std::vector<uint32_t> slots_;   // by token: last hit + 1
  std::vector<RunHit> run_hits_;  // by name
  std::vector<PhraseHits> phrase_hits_;
  std::vector<QueryMeaning> meanings_;
  std::vector<Reach> reach_;  // by query part
  std::vector<size_t> order_;
  uint64_t chosen_ = 0;  // query parts: E
  std::vector<ReachBounds::Part> bound_parts_;
  ReachBounds bounds_;
  // What is known of a listed name while candidates are sought.
  struct NameState {
    uint8_t met = 0;  // bits of the parts that it meets; kTaken
    index::NameSize size;
  };
  static constexpr uint8_t kTaken = 0x80;  // scored whatever it meets
  std::vector<NameState> states_;          // by scored name
  std::vector<uint32_t> met_;              // names with a bit, then room for more
  size_t met_count_ = 0;
  uint32_t end_ = 0;                       // names from here on are too heavy
  std::vector<uint32_t> first_of_weight_;  // by weight in steps: first name that is heavier
  QueryRuns runs_;
  uint64_t initials_ = 0;  // query parts that are initials
  // Tokens of which the query's last word may be the beginning.
  std::pair<index::TokenId, index::TokenId> cut_words_;
};

}  // namespace interdict
