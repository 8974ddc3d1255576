// Listed names against one name of a query: the pairs of parts, the score, and, in the indexed
// search, the names that can reach a score at all.
//
// Two searches with one meaning. ExhaustiveSearch compares the query's parts with every listed
// token and looks at every name; it is the definition. IndexedSearch (indexed_search.h) does the
// same work for few names. Both set the rarity of the query's parts, offer pairs to AlignNames and
// agree to the point. Not thread-safe; one a thread.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "interdict/index/name_index.h"
#include "interdict/index/runs.h"
#include "interdict/match/compared_name.h"
#include "interdict/match/name_alignment.h"
#include "interdict/match/pair_finder.h"

namespace interdict {

class NameSearch {
 public:
  virtual ~NameSearch() = default;

  // `query` is borrowed until the next call; its rarities are set.
  virtual void SetQuery(ComparedName* query) = 0;
  // The pairs of a listed name, in any order.
  virtual void FindPairs(uint32_t scored_name, std::vector<PartPair>* pairs) = 0;
  // The listed names that may score `least` or more, each once, in any order; others may be among
  // them. least > 0.
  virtual void FindCandidates(Points least, std::vector<uint32_t>* scored_names) = 0;

  NameScore Score(uint32_t scored_name);
  // The same, and the pairs that were chosen.
  NameScore Score(uint32_t scored_name, std::vector<PartPair>* chosen);

  const index::NameIndex& names() const { return *names_; }

 protected:
  explicit NameSearch(const index::NameIndex& names) : names_(&names) {}

  const index::NameIndex* names_;
  ComparedName* query_ = nullptr;

 private:
  std::vector<PartPair> pairs_;
  std::vector<WeighedPart> listed_;
};

// A query's part weighs as its token does on the lists; one that no list has weighs as the most
// common token that it may be a spelling of. `cost_and_rarity` collects those.
class QueryRarity {
 public:
  void AddNeighbour(Points cost, bool same_token, int rarity);
  int Get() const { return exact_ ? rarity_of_token_ : least_; }

 private:
  bool exact_ = false;
  int rarity_of_token_ = kFullRarity;
  int least_ = kFullRarity;
};

// Runs and acronyms of the query, made once.
struct QueryRuns {
  struct Run {
    uint64_t mask;
    std::string text;
    names::TokenProfile token;  // its text is empty: see `text`
  };
  std::vector<Run> runs;
  std::vector<std::string> acronyms;
  std::string whole;  // all parts together; empty for a name of one part or of too many

  void Prepare(const ComparedName& query);
  static names::TokenProfile Profile(const Run& run) {
    names::TokenProfile token = run.token;
    token.text = run.text;
    return token;
  }
};

class ExhaustiveSearch : public NameSearch {
 public:
  explicit ExhaustiveSearch(const index::NameIndex& names) : NameSearch(names) {}
  void SetQuery(ComparedName* query) override;
  void FindPairs(uint32_t scored_name, std::vector<PartPair>* pairs) override;
  void FindCandidates(Points least, std::vector<uint32_t>* scored_names) override;

 private:
  void PairPhrases(uint32_t scored_name, std::vector<PartPair>* pairs);
  void PairRuns(uint32_t scored_name, std::vector<PartPair>* pairs);

  // TokenCost of each query part with each listed token.
  std::vector<std::vector<TokenMatch>> costs_;
  QueryRuns runs_;
  std::vector<QueryMeaning> meanings_;
  std::vector<index::PartText> texts_;
};

}  // namespace interdict
