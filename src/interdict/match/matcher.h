// A query against the parties of an index: who may be meant, with what score, and why.
//
// A party's score is the points of its best name (name_alignment.h) plus the effects of whatever
// else is known on both sides (evidence/). An equal strong identifier lifts it whatever the name. A
// name that the publisher calls weak is lowered unless another fact confirms it, and never makes a
// score lower than the party's other names would. Effects are whole ten-thousandths and add up to
// the score.
//
// With `exhaustive` every name of every party is compared with every part; that is the definition
// of the answer, and the indexed search gives the same (indexed_search.h says why). Not
// thread-safe; one a thread, over a shared index. Test: matcher_test.cc.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "interdict/index/name_index.h"
#include "interdict/index/party_data.h"
#include "interdict/match/evidence/sum.h"
#include "interdict/match/name_search.h"
#include "interdict/match/query.h"
#include "interdict/match/weak_alias.h"

namespace interdict {

// One effect on the score. `feature` is "name", "weak_alias" or an EvidenceName.
struct Feature {
  std::string_view feature;
  double value = 0;  // agreement in [0, 1]
  Points effect = 0;
  std::string detail;
};

inline constexpr uint32_t kNoName = 0xFFFFFFFF;

struct Match {
  uint32_t party = 0;
  Points score = 0;
  uint32_t name = kNoName;  // position in PartyData::names of the best name
  std::vector<Feature> features;
};

struct MatchOptions {
  Points cutoff = 7000;  // matches below are left out
  size_t limit = 10;     // the best ones
  bool exhaustive = false;
  WeakAliasPolicy weak_aliases;
};

class Matcher {
 public:
  // All are borrowed.
  Matcher(const index::PartyData& parties, const index::NameIndex& names,
          const names::Analyzer& analyzer, const text::Folder& folder, const ScoreModel& model);
  ~Matcher();
  Matcher(const Matcher&) = delete;
  Matcher& operator=(const Matcher&) = delete;

  // By falling score, then by entity id; explained. A query without any name or identifier that is
  // left after folding matches nothing: the caller refuses it.
  std::vector<Match> Find(const Query& query, const MatchOptions& options);

 private:
  // A listed name that scores enough to matter.
  struct NamedHit {
    uint32_t party;
    uint32_t name;        // position in PartyData::names
    uint32_t query_name;  // position among the query's names
    Points score;
  };
  // The best names of one party: the ordinary ones, and the weak ones.
  struct BestNames {
    const NamedHit* strong = nullptr;
    const NamedHit* weak = nullptr;
  };

  NameSearch& Search(bool exhaustive);
  void CollectNames(const Query& query, const QueryFacts& facts, const MatchOptions& options);
  // Makes a name of the query the one that names are scored against; false when it has no parts.
  bool Ask(const Query& query, uint32_t query_name, NameSearch* search);
  void CollectNamesOf(uint32_t party, uint32_t query_name, NameSearch* search);
  bool IsBetter(const NamedHit& a, const NamedHit& b) const;
  BestNames FindBestNames(std::span<const NamedHit> hits, const MatchOptions& options) const;
  Match ScoreParty(uint32_t party, const BestNames& best, const QueryFacts& facts,
                   const MatchOptions& options);
  Match ScoreWith(uint32_t party, const NamedHit* name, bool is_weak, const QueryFacts& facts,
                  const MatchOptions& options, bool explain);
  void Explain(const Query& query, const QueryFacts& facts, const MatchOptions& options,
               std::vector<Match>* matches);
  WeakAliasMode ModeOf(uint32_t name, const MatchOptions& options) const;
  bool IsWeak(uint32_t name) const;

  const index::PartyData& parties_;
  const index::NameIndex& names_;
  const names::Analyzer& analyzer_;
  const text::Folder& folder_;
  const ScoreModel& model_;
  std::unique_ptr<NameSearch> indexed_;
  std::unique_ptr<NameSearch> exhaustive_;
  ComparedName query_name_;
  uint32_t asked_ = kNoName;  // position among the query's names of what `query_name_` holds
  std::vector<NamedHit> hits_;
  std::vector<uint32_t> candidates_;
  std::vector<Evidence> evidence_;
};

}  // namespace interdict
