#include "interdict/documents/events/event_cluster.h"

#include <algorithm>
#include <iterator>

namespace interdict::documents {
namespace {

// Days. Chosen by what the texts do, not fitted: the press gives the day of the announcement, of
// the effect or of the report; a programme announced is carried out within half a year or is
// another one; "recently" is a season at most.
constexpr int32_t kSameDay = 3;
constexpr int32_t kSameIntention = 31;
constexpr int32_t kRetold = 14;
constexpr int32_t kMomentary = 62;
constexpr int32_t kRecent = 92;
constexpr int32_t kProgress = 183;
constexpr int32_t kDenial = 366;
constexpr int32_t kUnknownDistance = 1'000'000;

// Share of the words of the shorter one that two classes of one text have in common: "the tankers"
// are the "two oil tankers" of before.
constexpr double kSameClass = 0.6;

void Merge(const std::vector<std::string>& from, std::vector<std::string>* into) {
  std::vector<std::string> all;
  std::set_union(from.begin(), from.end(), into->begin(), into->end(), std::back_inserter(all));
  *into = std::move(all);
}

// Whether one of the classes says no more than words of one of the names do.
bool NamesOne(const std::vector<std::vector<std::string>>& classes,
              const std::vector<std::vector<std::string>>& names) {
  return std::any_of(classes.begin(), classes.end(), [&](const auto& words) {
    return std::any_of(names.begin(), names.end(), [&](const auto& name) {
      return std::includes(name.begin(), name.end(), words.begin(), words.end());
    });
  });
}

// `near`: of one text; elsewhere the same words only.
bool SameClass(const std::vector<std::string>& a, const std::vector<std::string>& b, bool near) {
  if (!near) return a == b;
  std::vector<std::string> common;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(common));
  return static_cast<double>(common.size()) >=
         kSameClass * static_cast<double>(std::min(a.size(), b.size()));
}

void AddOnce(const std::vector<std::vector<std::string>>& from,
             std::vector<std::vector<std::string>>* into) {
  for (const auto& words : from) {
    if (std::find(into->begin(), into->end(), words) == into->end()) into->push_back(words);
  }
}

// Days between two ranges; 0 where they overlap.
int32_t Gap(const DayRange& a, const DayRange& b) {
  return std::max({0, b.first - a.last, a.first - b.last});
}

bool Near(const std::optional<DayRange>& a, const std::optional<DayRange>& b, int32_t days) {
  return !a || !b || Gap(*a, *b) <= days;
}

void Widen(const DayRange& range, std::optional<DayRange>* hull) {
  if (!*hull) {
    *hull = range;
  } else {
    (*hull)->first = std::min((*hull)->first, range.first);
    (*hull)->last = std::max((*hull)->last, range.last);
  }
}

void Narrow(const DayRange& range, std::optional<DayRange>* days) {
  if (!*days || range.days() < (*days)->days()) *days = range;
}

bool SameDays(const DayRange& a, const DayRange& b) {
  const bool both_days = a.days() == 0 && b.days() == 0;
  return a.Overlaps(b, both_days ? kSameDay : 0);
}

}  // namespace

EventCluster::SharedTarget EventCluster::Target(const StatementFacts& statement) const {
  // Ties are cut between two; one in common is another pair.
  if (statement.type == MeasureType::kSeveredRelations) {
    const bool pair = std::includes(targets_.begin(), targets_.end(), statement.targets.begin(),
                                    statement.targets.end()) ||
                      std::includes(statement.targets.begin(), statement.targets.end(),
                                    targets_.begin(), targets_.end());
    return pair && !statement.targets.empty() && !targets_.empty() ? SharedTarget::kParty
                                                                   : SharedTarget::kNothing;
  }
  if (ShareKey(statement.targets, targets_)) return SharedTarget::kParty;
  const bool by_name =
      ShareKey(statement.namesakes, targets_) || ShareKey(statement.targets, namesakes_);
  const bool to_come = statement.Intended() && !done_;
  if (by_name && (to_come || statement.type == MeasureType::kNonRecognition)) {
    return SharedTarget::kParty;
  }
  if (IsSameAction(statement)) return SharedTarget::kParty;
  const bool near = HasScan(statement.scan);
  if (near && (NamesOne(statement.classes, names_) || NamesOne(classes_, statement.names))) {
    return SharedTarget::kParty;
  }
  auto shared = SharedTarget::kNothing;
  for (const auto& a : statement.classes) {
    for (const auto& b : classes_) {
      // "Ten individuals" of "ten individuals and two entities" in one text are of the same party.
      if (near && (std::includes(a.begin(), a.end(), b.begin(), b.end()) ||
                   std::includes(b.begin(), b.end(), a.begin(), a.end()))) {
        return SharedTarget::kParty;
      }
      if (SameClass(a, b, near)) shared = SharedTarget::kClass;
    }
  }
  if (shared == SharedTarget::kNothing && IsPartOfNews(statement)) return SharedTarget::kAction;
  return shared;
}

// Listings of one authority on one day that one text tells of are one action, whoever each sentence
// names: "sanctioning A and B today ... identifying the ships C and D".
bool EventCluster::IsSameAction(const StatementFacts& statement) const {
  constexpr int32_t kWeek = 7;
  return HasScan(statement.scan) && IsListingType(statement.type) && statement.Done() && done_ &&
         statement.when && statement.when == done_when_ && statement.when->days() <= kWeek &&
         !statement.when->goes_on && ShareKey(statement.actors, actors_) &&
         std::all_of(kinds_.begin(), kinds_.end(),
                     [](const StatementFacts* kind) { return IsListingType(kind->type); });
}

// A text that reports a listing of today goes on with the others on the list: what it says of them
// without a date, close by, is of that listing. "Sanctions" may be the programme.
bool EventCluster::IsPartOfNews(const StatementFacts& statement) const {
  constexpr uint32_t kCloseBy = 2;  // measures
  const bool listing = IsListingType(statement.type) && statement.type != MeasureType::kSanctions;
  if (statement.scan != news_scan_ || !listing || !statement.Done() || statement.when ||
      statement.presupposed || statement.dated_in_words || !ShareKey(statement.actors, actors_)) {
    return false;
  }
  return std::any_of(news_.begin(), news_.end(), [&](uint32_t measure) {
    return std::max(measure, statement.measure) - std::min(measure, statement.measure) <= kCloseBy;
  });
}

bool EventCluster::TypesFitAll(const StatementFacts& statement, bool same_party) const {
  return std::all_of(kinds_.begin(), kinds_.end(), [&](const StatementFacts* kind) {
    return TypesFit(statement, *kind, same_party);
  });
}

bool EventCluster::ActorsFit(const StatementFacts& statement) const {
  return actors_.empty() || statement.actors.empty() || ShareKey(actors_, statement.actors);
}

bool EventCluster::ListsFit(const StatementFacts& statement) const {
  return list_.empty() || statement.list.empty() || list_ == statement.list;
}

bool EventCluster::DoneFollowsIntention(const StatementFacts& statement) const {
  const auto said = scans_.find(statement.scan);
  if (said != scans_.end() && !statement.when) {
    // One text that announces a measure and speaks of one in force means two, unless it simply
    // calls the one announced by its name.
    const bool same_type = statement.type == kinds_.front()->type;
    return said->second.announced && !said->second.weighed && same_type && !renewed_ &&
           !statement.presupposed && !statement.dated_in_words;
  }
  const auto& time = statement.when ? statement.when : statement.published;
  const auto& intention = intent_when_ ? intent_when_ : intent_published_;
  if (!time || !intention) return said == scans_.end() && !statement.presupposed;
  if (statement.presupposed && time->first <= intention->last) return false;
  return time->last + kRetold >= intention->first && time->first - intention->last <= kProgress;
}

bool EventCluster::DoneFits(const StatementFacts& statement, bool same_party) const {
  if (!done_) return !intended_ || DoneFollowsIntention(statement);
  // A text that announces a measure, or weighs one, and tells of one "in July" means two.
  const auto said = scans_.find(statement.scan);
  const bool to_come = said != scans_.end() && (said->second.announced || said->second.weighed);
  if (to_come && statement.dated_in_words) return false;
  if (statement.when) {
    if (done_when_) return SameDays(*statement.when, *done_when_);
    return !done_published_ || statement.when->first <= done_published_->last + kSameDay;
  }
  const bool brief = IsMomentary(statement.type) || !same_party;
  if (!done_when_) return !brief || Near(statement.published, done_published_, kMomentary);
  if (!statement.published) return true;
  if (done_when_->first > statement.published->last + kSameDay) return false;
  const int32_t age = statement.published->first - done_when_->last;
  return (!statement.recent || age <= kRecent) && (!brief || age <= kMomentary);
}

bool EventCluster::IntentionFits(const StatementFacts& statement) const {
  if (intended_) {
    if (statement.when && intent_when_) return Near(statement.when, intent_when_, kSameIntention);
    // What is weighed in two texts is one plan only if the texts are of one time.
    const bool known = statement.published && intent_published_;
    return HasScan(statement.scan) ||
           (known && Near(statement.published, intent_published_, kProgress));
  }
  if (!done_) return true;
  const auto& time = statement.when ? statement.when : statement.published;
  const auto& deed = done_when_ ? done_when_ : done_published_;
  if (!time || !deed) return !HasScan(statement.scan);
  // Weighing comes before the deed; an announcement is retold for some days.
  const int32_t late = statement.status == MeasureStatus::kAnnounced ? kRetold : 0;
  return deed->last + late >= time->first && deed->first - time->last <= kProgress;
}

bool EventCluster::TimesFit(const StatementFacts& statement, bool same_party) const {
  if (statement.Done()) return DoneFits(statement, same_party);
  if (statement.Intended()) return IntentionFits(statement);
  const auto& deed = done_when_ ? done_when_ : done_published_;
  return Near(statement.when ? statement.when : statement.published,
              deed ? deed : intent_published_, kDenial);
}

std::optional<Date> EventCluster::Anchor() const {
  if (done_when_) return done_when_->last;
  if (done_published_) return done_published_->first;
  if (intent_published_) return intent_published_->first;
  return std::nullopt;
}

std::optional<ClusterFit> EventCluster::Fit(const StatementFacts& statement) const {
  // What is cheap and says no to most comes first; a party in common allows the most.
  if (!TypesFitAll(statement, true) || !ListsFit(statement) || !TimesFit(statement, true)) {
    return std::nullopt;
  }
  const SharedTarget shared = Target(statement);
  const bool same_party = shared == SharedTarget::kParty || shared == SharedTarget::kAction;
  if (shared == SharedTarget::kNothing || !ActorsFit(statement) ||
      !TypesFitAll(statement, same_party) || !TimesFit(statement, same_party)) {
    return std::nullopt;
  }
  ClusterFit fit;
  fit.by_target = shared != SharedTarget::kAction;
  fit.same_list = !list_.empty() && list_ == statement.list;
  fit.same_date = statement.when && done_when_ && SameDays(*statement.when, *done_when_);
  fit.same_type = std::any_of(kinds_.begin(), kinds_.end(), [&](const StatementFacts* kind) {
    return kind->type == statement.type;
  });
  fit.same_scan = HasScan(statement.scan);
  const auto& time = statement.when ? statement.when : statement.published;
  const std::optional<Date> anchor = Anchor();
  if (anchor) fit.anchor = *anchor;
  fit.nearness = time && anchor ? -std::abs(time->last - *anchor) : -kUnknownDistance;
  return fit;
}

bool EventCluster::FitsWithoutTarget(const StatementFacts& statement) const {
  const bool same_party = statement.refers_back;
  return HasScan(statement.scan) && TypesFitAll(statement, same_party) && ActorsFit(statement) &&
         ListsFit(statement) && TimesFit(statement, same_party);
}

void EventCluster::AddNews(const StatementFacts& statement) {
  constexpr int32_t kNews = 7;  // days from the deed to the report
  const bool fresh = statement.when && statement.when->days() <= kNews && statement.published &&
                     statement.published->days() <= kNews &&
                     Gap(*statement.when, *statement.published) <= kNews;
  if (fresh && news_scan_ == kNone) news_scan_ = statement.scan;
  if (statement.scan == news_scan_) news_.push_back(statement.measure);
}

void EventCluster::Add(const StatementFacts& statement, uint32_t position) {
  members_.push_back(position);
  const auto same_kind = [&](const StatementFacts* kind) {
    return kind->type == statement.type && kind->called_sanctions == statement.called_sanctions;
  };
  if (std::none_of(kinds_.begin(), kinds_.end(), same_kind)) kinds_.push_back(&statement);
  Merge(statement.actors, &actors_);
  Merge(statement.targets, &targets_);
  Merge(statement.namesakes, &namesakes_);
  AddOnce(statement.classes, &classes_);
  AddOnce(statement.names, &names_);
  if (list_.empty()) list_ = statement.list;
  SaidInScan& said = scans_[statement.scan];
  if (statement.Done()) {
    done_ = true;
    if (statement.when) Narrow(*statement.when, &done_when_);
    AddNews(statement);
    if (!statement.when && statement.published) Widen(*statement.published, &done_published_);
  } else if (statement.Intended()) {
    intended_ = true;
    renewed_ |= statement.renewed;
    (statement.status == MeasureStatus::kAnnounced ? said.announced : said.weighed) = true;
    if (statement.when) Narrow(*statement.when, &intent_when_);
    if (statement.published) Widen(*statement.published, &intent_published_);
  }
}

}  // namespace interdict::documents
