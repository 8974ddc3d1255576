#include "interdict/documents/events/clustering.h"

#include <algorithm>
#include <numeric>
#include <set>
#include <string>
#include <tuple>
#include <unordered_map>

#include "interdict/base/strings.h"

namespace interdict::documents {
namespace {

using Scans = std::vector<const Scan*>;

// 0 .. size-1, sorted by a key of each.
template <typename Key>
std::vector<uint32_t> SortedBy(size_t size, const Key& key) {
  std::vector<uint32_t> order(size);
  std::iota(order.begin(), order.end(), 0);
  std::sort(order.begin(), order.end(), [&](uint32_t a, uint32_t b) { return key(a) < key(b); });
  return order;
}

std::vector<uint32_t> RankScans(const Scans& scans) {
  constexpr Date kLastDay{INT32_MAX};
  const std::vector<uint32_t> order = SortedBy(scans.size(), [&](uint32_t i) {
    const Document& document = scans[i]->document;
    const auto& date = document.published.date;
    return std::tuple(date ? date->first : kLastDay, std::string_view(document.file),
                      document.text);
  });
  std::vector<uint32_t> rank(scans.size());
  for (uint32_t i = 0; i < order.size(); ++i) rank[order[i]] = i;
  return rank;
}

// What a statement is looked up by; an event is filed under the same. Within one text much may be
// of one event that shares no name; across texts a class must say the same.
std::set<std::string> LookupKeys(const StatementFacts& statement) {
  const std::string group = std::string(TypeGroup(statement.type)) + "|";
  std::set<std::string> keys = {group + "text:" + std::to_string(statement.scan)};
  for (const std::string& target : statement.targets) keys.insert(group + target);
  for (const std::string& namesake : statement.namesakes) keys.insert(group + namesake);
  for (const auto& words : statement.classes) keys.insert(group + "class:" + Join(words, " "));
  return keys;
}

// Those that say most come first, so that each later one finds the events that it may belong to.
enum Turn { kDatedDeed, kIntention, kUndatedDeed, kDeniedOrAlleged, kWithoutTarget };

Turn TurnOf(const StatementFacts& statement) {
  if (!statement.HasTarget()) return kWithoutTarget;
  if (statement.Done()) return statement.when ? kDatedDeed : kUndatedDeed;
  return statement.Intended() ? kIntention : kDeniedOrAlleged;
}

class Clustering {
 public:
  explicit Clustering(const Scans& scans) {
    result_.rank = RankScans(scans);
    for (uint32_t s = 0; s < scans.size(); ++s) {
      if (scans[s]->measures.empty()) continue;
      const Namesakes namesakes = NamesakesOf(*scans[s]);
      for (uint32_t m = 0; m < scans[s]->measures.size(); ++m) {
        result_.facts.push_back(FactsOf(*scans[s], namesakes, s, m));
      }
    }
  }

  Clusters Run() {
    for (uint32_t position : Order()) {
      const StatementFacts& statement = result_.facts[position];
      AddTo(statement.HasTarget()   ? Nearest(statement)
            : statement.refers_back ? LastSpokenOf(statement)
                                    : OnlyOneOfScan(statement),
            position);
    }
    return std::move(result_);
  }

 private:
  std::vector<uint32_t> Order() const {
    return SortedBy(result_.facts.size(), [&](uint32_t i) {
      const StatementFacts& facts = result_.facts[i];
      const Turn turn = TurnOf(facts);
      // A day before its month, so that the month finds the day.
      const bool dated = turn == kDatedDeed;
      return std::tuple(turn, dated ? facts.when->days() : 0, dated ? facts.when->first : Date{},
                        result_.rank[facts.scan], facts.measure);
    });
  }

  uint32_t Nearest(const StatementFacts& statement) const {
    std::vector<uint32_t> candidates;
    for (const std::string& key : LookupKeys(statement)) {
      const auto filed = filed_.find(key);
      if (filed == filed_.end()) continue;
      candidates.insert(candidates.end(), filed->second.begin(), filed->second.end());
    }
    uint32_t best = kNone;
    ClusterFit best_fit;
    for (uint32_t candidate : candidates) {
      const auto fit = result_.events[candidate].Fit(statement);
      if (!fit || (best != kNone && (*fit < best_fit || (*fit == best_fit && candidate >= best)))) {
        continue;
      }
      best = candidate;
      best_fit = *fit;
    }
    return best;
  }

  // Of a statement that does not say whom it hits: the only event of its document that it can be
  // of. Where there are several, it stands alone.
  uint32_t OnlyOneOfScan(const StatementFacts& statement) const {
    const auto of_scan = by_scan_.find(statement.scan);
    if (of_scan == by_scan_.end()) return kNone;
    uint32_t only = kNone;
    for (uint32_t candidate : of_scan->second) {
      if (!result_.events[candidate].FitsWithoutTarget(statement)) continue;
      if (only != kNone) return kNone;
      only = candidate;
    }
    return only;
  }

  // Of "the persons listed": the event of the statement before that it can be of.
  uint32_t LastSpokenOf(const StatementFacts& statement) const {
    uint32_t last = kNone;
    uint32_t last_measure = 0;
    const auto of_scan = by_scan_.find(statement.scan);
    if (of_scan == by_scan_.end()) return kNone;
    for (uint32_t candidate : of_scan->second) {
      if (!result_.events[candidate].FitsWithoutTarget(statement)) continue;
      for (uint32_t member : result_.events[candidate].members()) {
        const StatementFacts& before = result_.facts[member];
        if (before.scan != statement.scan || before.measure > statement.measure) continue;
        if (last != kNone && before.measure < last_measure) continue;
        last = candidate;
        last_measure = before.measure;
      }
    }
    return last;
  }

  void AddTo(uint32_t event, uint32_t position) {
    const StatementFacts& statement = result_.facts[position];
    if (event == kNone) {
      event = static_cast<uint32_t>(result_.events.size());
      result_.events.emplace_back();
    }
    for (const std::string& key : LookupKeys(statement)) filed_[key].insert(event);
    by_scan_[statement.scan].insert(event);
    result_.events[event].Add(statement, position);
  }

  Clusters result_;
  std::unordered_map<std::string, std::set<uint32_t>> filed_;
  std::unordered_map<uint32_t, std::set<uint32_t>> by_scan_;
};

}  // namespace

Clusters ClusterStatements(const Scans& scans) {
  return Clustering(scans).Run();
}

}  // namespace interdict::documents
