// Answers queries against a snapshot. Not thread-safe: one Screener a thread, over a shared
// snapshot. Test: screener_test.cc.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "interdict/base/result.h"
#include "interdict/match/matcher.h"
#include "interdict/match/name_model.h"
#include "interdict/match/ofac_matcher.h"
#include "interdict/names/analyze.h"
#include "interdict/screen/snapshot.h"

namespace interdict {

struct ScreenOptions {
  double threshold = 0.70;  // from here on a hit is a match
  double cutoff = -1;       // hits are returned down to here; negative: the threshold
  size_t limit = 10;        // at most so many hits, the best ones
  bool exhaustive = false;  // score every name of every list, without the index
  WeakAliasPolicy weak_aliases;
  NameModel model = NameModel::kInterdict;  // kOfac: always every name, and names only
};

struct Hit {
  Match match;
  bool is_match = false;  // score >= threshold
};

class Screener {
 public:
  // `snapshot` is borrowed for the screener's life.
  static Result<Screener> Create(const Snapshot& snapshot);

  // Texts and values that a query may have: comparing costs time and memory in proportion.
  static constexpr size_t kMaxTextBytes = 2048;
  static constexpr size_t kMaxValues = 100;      // of each member
  static constexpr size_t kMaxNameTokens = 256;  // of all names together

  // Hits by falling score, then by entity id. kBadQuery when the query has neither name nor
  // identifier that anything is left of (OFAC's model looks at names only), or is beyond the
  // limits.
  Result<std::vector<Hit>> Screen(const Query& query, const ScreenOptions& options);

  const Snapshot& snapshot() const { return *snapshot_; }

 private:
  Screener(const Snapshot& snapshot, names::Analyzer analyzer, text::Folder folder);
  Status CheckQuery(const Query& query, NameModel model);
  std::vector<Match> Find(const Query& query, const MatchOptions& wanted, NameModel model);

  const Snapshot* snapshot_;
  // Behind pointers, since the matcher borrows them and a screener may be moved.
  std::unique_ptr<const names::Analyzer> analyzer_;
  std::unique_ptr<const text::Folder> folder_;
  std::unique_ptr<Matcher> matcher_;
  std::unique_ptr<OfacMatcher> ofac_matcher_;  // made when first asked for
  text::FoldedName folded_;
};

}  // namespace interdict
