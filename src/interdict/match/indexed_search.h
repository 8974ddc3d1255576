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
// For b, c and d exact keys exist (a token's text or sound, a run's text), and every name that they
// give is a candidate. There remain names whose pairs are all of the kinds a and e.
//
// For each query part the listed tokens of kind a are known (TokenNeighbours, a range of the sorted
// tokens for cut and initial parts), and for e the names with a phrase or token of the meaning. Let
// E be a set of query parts. A name without a neighbour or meaning of any part of E leaves all of E
// unmatched and loses at least NameLossFloor(E); when that is beyond the budget, such a name cannot
// reach the score. So it is enough to read the postings of the neighbours of one such E: prefix
// filtering with a bound on losses in place of counts. Among the sets that qualify a cheap one is
// taken: rare parts first. The set of all parts always qualifies, since a name without any pair
// scores 0.
//
// Names are numbered by weight, lightest first, and postings are in that order. The parts of a
// listed name that find no counterpart cost, too: with M the most that all query parts together can
// match, a name of weight W loses at least what W - M of extra weight costs; beyond some W the rest
// of a posting need not be read. When the postings have been read it is known which parts of E a
// name meets; the others are unmatched, and PairLossFloor says up to which weight, and so up to
// which number, such a name is worth scoring. That needs no look at the name.
//
// Every candidate is then scored by the one scorer; a candidate too many costs time only. Bounds
// are sums of integers and never above the loss that AlignNames computes (see NameLossFloor).
// Tests: indexed_search_test.cc compares with ExhaustiveSearch on random and adversarial names; the
// evaluation kit's lossless.py does on real lists.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "interdict/match/name_search.h"
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
    uint32_t next;  // of the same slot, + 1; 0: none
    Points cost;
    TokenRule rule;
    bool needs_spelling;  // only parts that have spellings
    bool of_part;         // of one part, not of a run or acronym
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
    int most_weight = 0;  // of a listed part that it may match
  };

  void AddHit(uint64_t mask, index::TokenId token, Points cost, TokenRule rule, bool needs_spelling,
              bool of_part);
  void AddNeighboursOf(size_t part);
  void AddCutWords(size_t part);
  void AddInitials(size_t part);
  void AddMeanings();
  void AddQueryRuns();
  void AddListedRuns(size_t part);
  bool FitsKind(const Hit& hit, names::PartKind listed) const;
  bool IsRun(const index::RunRow& run, std::string_view text) const;

  void ChooseParts(Points budget);
  uint32_t MostNameWeight(Points budget) const;
  // Number of the first name that is too heavy when it meets just these parts of E.
  uint32_t FirstTooHeavy(uint64_t met, Points budget);
  uint32_t FirstHeavier(uint32_t weight) const;
  void Meet(uint32_t scored_name, uint64_t part);
  void MeetPostings(index::TokenId token, uint64_t part, uint32_t end);
  void TakePhrases(const PhraseHits& phrase, std::vector<uint32_t>* scored_names);
  void Take(uint32_t scored_name, std::vector<uint32_t>* scored_names);
  void TakePostings(index::TokenId token, std::vector<uint32_t>* scored_names);
  std::optional<index::TokenId> FindLetter(char letter, bool consonants_only) const;

  TokenNeighbours neighbours_;
  std::vector<Hit> hits_;
  std::vector<uint32_t> slots_;   // by token: last hit + 1
  std::vector<RunHit> run_hits_;  // by name
  std::vector<PhraseHits> phrase_hits_;
  std::vector<QueryMeaning> meanings_;
  std::vector<Reach> reach_;     // by query part
  std::vector<uint8_t> chosen_;  // by query part: in E
  std::vector<size_t> order_;
  std::vector<uint32_t> stamps_;  // by scored name: query in which it was taken
  uint32_t stamp_ = 0;
  std::vector<uint32_t> met_stamps_;  // by scored name: query in which it met a part of E
  std::vector<uint64_t> met_parts_;   // by scored name: the parts of E that it met
  std::vector<uint32_t> met_;
  std::vector<std::pair<uint64_t, uint32_t>> limits_;  // of FirstTooHeavy
  // Tokens of a single byte: by byte, and for scripts without vowels.
  std::array<std::optional<index::TokenId>, 512> letters_;
  QueryRuns runs_;
  uint64_t initials_ = 0;  // query parts that are initials
};

}  // namespace interdict
