// The statements of one event while events are put together, and whether one more is of it.
#pragma once

#include <compare>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "interdict/documents/events/statement_facts.h"

namespace interdict::documents {

// How well a statement fits an event; greater fits better.
struct ClusterFit {
  bool by_target = false;  // not only by the action that a text reports
  bool same_list = false;
  bool same_date = false;
  bool same_type = false;
  bool same_scan = false;
  int32_t nearness = 0;  // minus the days between them
  Date anchor;           // of two as near, the later one: that is what is written of

  auto operator<=>(const ClusterFit&) const = default;
};

class EventCluster {
 public:
  // nullopt: the statement is of another event.
  std::optional<ClusterFit> Fit(const StatementFacts& statement) const;
  // The same where the statement does not say whom it hits: by type, actor and time alone, within
  // one document.
  bool FitsWithoutTarget(const StatementFacts& statement) const;

  // `statement` is borrowed for the cluster's life; `position` is the caller's name for it.
  void Add(const StatementFacts& statement, uint32_t position);

  const std::vector<uint32_t>& members() const { return members_; }
  const std::vector<std::string>& actors() const { return actors_; }
  const std::vector<std::string>& targets() const { return targets_; }
  const std::vector<std::vector<std::string>>& classes() const { return classes_; }
  bool HasScan(uint32_t scan) const { return scans_.contains(scan); }

 private:
  enum class SharedTarget : uint8_t { kNothing, kAction, kClass, kParty };
  // What one document says besides: a deed, and what it announces or weighs.
  struct SaidInScan {
    bool announced = false, weighed = false;
  };

  SharedTarget Target(const StatementFacts& statement) const;
  bool IsSameAction(const StatementFacts& statement) const;
  bool IsPartOfNews(const StatementFacts& statement) const;
  bool TypesFitAll(const StatementFacts& statement, bool same_party) const;
  bool ActorsFit(const StatementFacts& statement) const;
  bool ListsFit(const StatementFacts& statement) const;
  bool TimesFit(const StatementFacts& statement, bool same_party) const;
  bool DoneFits(const StatementFacts& statement, bool same_party) const;
  bool DoneFollowsIntention(const StatementFacts& statement) const;
  bool IntentionFits(const StatementFacts& statement) const;
  std::optional<Date> Anchor() const;
  void AddNews(const StatementFacts& statement);

  std::vector<uint32_t> members_;
  std::vector<const StatementFacts*> kinds_;  // one for each type, called sanctions or not
  std::vector<std::string> actors_, targets_, namesakes_;
  std::vector<std::vector<std::string>> classes_, names_;
  std::string list_;
  std::map<uint32_t, SaidInScan> scans_;
  // Measures of the text that reports the deed as news, and that text.
  std::vector<uint32_t> news_;
  uint32_t news_scan_ = kNone;
  // The days of the deed, as narrow as the statements allow; those of the intention; the
  // publications (hull) of statements without a date.
  std::optional<DayRange> done_when_, intent_when_, done_published_, intent_published_;
  bool done_ = false, intended_ = false, renewed_ = false;
};

}  // namespace interdict::documents
