// How certain a measure is: by the cue that governs it, not by any in the sentence.
#include <algorithm>

#include "interdict/documents/measures/statement.h"

namespace interdict::documents {
namespace {

constexpr FoldedWord kBe[] = {"is", "are", "was", "were", "be", "been", "being"};
constexpr FoldedWord kPossibility[] = {"could", "may", "might", "would", "can", "should", "must"};
constexpr FoldedWord kFuture[] = {"will", "shall"};
constexpr FoldedWord kBefore[] = {"possible", "potential",  "potentially", "proposed", "planned",
                                  "likely",   "threatened", "draft",       "looming"};

struct StatusReader {
  const SentenceView& view;
  const Trigger& trigger;
  StatusReading out;

  size_t ClauseBegin(size_t i) const {
    while (i > 0 && view.clause[i - 1] == view.clause[i]) --i;
    return i;
  }
  void Set(MeasureStatus status, std::string_view rule) {
    out.status = status;
    out.rules.emplace_back(rule);
  }

  void FindCondition();
  bool IsNotAsserted();
  bool ByVerbsBefore();
  void ByVerbsBehind();
};

// "if they recognise ...", "should Maduro step down", "in exchange for".
void StatusReader::FindCondition() {
  for (size_t i = trigger.end; i < view.size(); ++i) {
    if (view.words[i].gap >= Gap::kStop) return;
    const bool should = view.Is(i, "should") && i + 1 < view.size() && view.mention[i + 1] != kNone;
    const bool exchange = view.Is(i, "in") && i + 2 < view.size() &&
                          (view.Is(i + 1, "exchange") || view.Is(i + 1, "return")) &&
                          view.Is(i + 2, "for");
    if (!should && !exchange &&
        !view.IsOneOf(i, {"if", "unless", "provided", "conditional", "contingent"}))
      continue;
    if (view.Is(i, "if") && i > 0 && view.IsOneOf(i - 1, {"as", "even"})) continue;
    size_t last = i;
    while (last + 1 < view.size() && view.words[last + 1].gap < Gap::kOther) ++last;
    out.condition = view.SpanOf(i, last);
    return;
  }
}

// Hypotheses, appeals and negations: nobody says that the measure is there.
bool StatusReader::IsNotAsserted() {
  if (view.span.end > 0 && view.text[view.span.end - 1] == '?') {
    out.dropped = true;
    out.rules.emplace_back("status.question");
    return true;
  }
  const size_t begin = ClauseBegin(trigger.begin);
  for (size_t i = trigger.begin; i-- > begin;) {
    const size_t distance = trigger.begin - i;
    if (view.IsOneOf(i, {"if", "unless", "whenever"}) && distance <= 8) {
      out.dropped = true;
      out.rules.emplace_back("status.hypothesis");
      return true;
    }
    if (distance <= 4 && view.IsOneOf(i, {"future", "comment"})) {
      out.dropped = true;
      out.rules.emplace_back("status.hypothesis");
      return true;
    }
    if (distance <= 6 && view.Has(i, Cue::kHypothetical) &&
        !view.IsOneOf(i,
                      {"should", "provided", "subject", "if", "unless", "enforce", "enforcing"})) {
      out.dropped = true;
      out.rules.emplace_back("status.hypothesis");
      return true;
    }
  }
  // "urged the EU to impose sanctions", "calls for sanctions".
  for (size_t i = trigger.begin; i-- > 0;) {
    if (trigger.begin - i > 12) break;
    if (view.Has(i, Cue::kAppeal) && !view.IsOneOf(i, {"should", "lobbied"})) {
      const bool to = [&] {
        for (size_t at = i + 1; at < trigger.begin; ++at)
          if (view.IsOneOf(at, {"to", "for"})) return true;
        return view.IsOneOf(i, {"demanded", "demanding", "demands", "demand"});
      }();
      // Presupposed measures stand whatever is asked for.
      if (to && trigger.voice != Voice::kModifier) {
        out.dropped = true;
        out.rules.emplace_back("status.appeal");
        return true;
      }
    }
    if (view.clause[i] + 1 < view.clause[trigger.begin]) break;
  }
  return false;
}

// What governs the trigger from the left, in its clause.
bool StatusReader::ByVerbsBefore() {
  const size_t begin = ClauseBegin(trigger.begin);
  // "no account has been frozen".
  if (trigger.thing_end > 0 && trigger.thing_begin > 0 && trigger.thing_begin < trigger.begin &&
      view.Is(trigger.thing_begin - 1, "no")) {
    Set(MeasureStatus::kDenied, "status.negated");
    return true;
  }
  // "denied that the US had frozen", "denies imposing".
  for (size_t i = trigger.begin; i-- > 0 && trigger.begin - i <= 14;) {
    if (view.words[i + 1].gap >= Gap::kStop) break;
    if (!view.IsOneOf(i, {"denied", "denies", "deny", "denying", "refuted", "refutes"})) continue;
    if (view.Is(i + 1, "that") || trigger.begin == i + 1 ||
        (trigger.voice == Voice::kActive && view.clause[i] != view.clause[trigger.begin])) {
      Set(MeasureStatus::kDenied, "status.denied");
      return true;
    }
  }
  const bool verb = trigger.voice == Voice::kActive || trigger.voice == Voice::kPassive;
  const std::string_view written = view.Written(trigger.begin);
  const bool past = verb && (written.ends_with("ed") || written == "froze" || written == "broke" ||
                             written == "withdrew" || written == "lifted");
  bool infinitive = false;
  for (size_t i = trigger.begin; i-- > begin;) {
    const size_t distance = trigger.begin - i;
    if (distance > 14) break;
    if (view.words[i + 1].gap == Gap::kComma && distance > 1 && trigger.voice == Voice::kNoun &&
        !view.Has(i, Cue::kImpose) && distance > 6)
      break;
    if (distance <= 4 && view.Has(i, Cue::kAlleged) && !view.Is(i, "alleged")) {
      Set(MeasureStatus::kAlleged, "status.alleged");
      return true;
    }
    if (view.IsOneOf(i, {"not", "never", "no", "neither", "nor", "without"}) ||
        view.Has(i, Cue::kNegation)) {
      const bool near = distance <= 3 || (verb && distance <= 4);
      if (near && trigger.type != MeasureType::kNonRecognition &&
          !(view.Is(i, "no") && view.Is(i + 1, "longer"))) {
        // "has not imposed", "no sanctions": the measure is not there.
        Set(MeasureStatus::kDenied, "status.negated");
        return true;
      }
    }
    if (trigger.voice == Voice::kPassive && distance <= 4 && view.IsOneOf(i, kBe)) {
      // The modal before "be" decides; "was" and "has been" are done.
      if (view.IsOneOf(i, {"was", "were"})) return true;
      continue;
    }
    if (past && trigger.voice == Voice::kActive && distance == 1 &&
        !view.IsOneOf(i, kPossibility) && !view.IsOneOf(i, kFuture) &&
        !view.IsOneOf(i, {"to", "have", "has", "had"}))
      return true;  // a finite past: done
    if (view.IsOneOf(i, kFuture)) {
      Set(MeasureStatus::kAnnounced, "status.future");
      return true;
    }
    if (view.Is(i, "to") && distance <= 3) infinitive = true;
    if (view.Has(i, Cue::kOffered)) {
      Set(MeasureStatus::kOffered, "status.offered");
      return true;
    }
    // "should be considered closed": declared.
    if (trigger.type == MeasureType::kAirspaceClosure &&
        (view.Is(i, "considered") || view.Is(i, "should"))) {
      Set(MeasureStatus::kAnnounced, "status.declared_closed");
      return true;
    }
    if (view.Has(i, Cue::kConsidered)) {
      // "would" and "possible" always govern; nouns ("discussions") only nearby.
      Set(MeasureStatus::kConsidered, "status.considered");
      return true;
    }
    if (view.Has(i, Cue::kImpose) && trigger.voice == Voice::kNoun) {
      const std::string_view word = view.Written(i);
      const bool done = word.ends_with("ed") || word == "hit" || word == "put";
      if (view.Has(i, Cue::kAnnounced)) {
        Set(MeasureStatus::kAnnounced, "status.announced");
        return true;
      }
      if (done) {
        // "could be imposed", "will have introduced".
        for (size_t at = i; at-- > begin && i - at <= 3;) {
          if (view.IsOneOf(at, kPossibility)) {
            Set(MeasureStatus::kConsidered, "status.considered");
            return true;
          }
          if (view.IsOneOf(at, kFuture)) {
            Set(MeasureStatus::kAnnounced, "status.future");
            return true;
          }
        }
        return true;
      }
      continue;
    }
    if (view.Has(i, Cue::kAnnounced)) {
      if (view.IsOneOf(i, {"starting", "decision", "order", "orders"}) && !infinitive) continue;
      Set(MeasureStatus::kAnnounced, "status.announced");
      return true;
    }
  }
  return false;
}

// "sanctions would be lifted", "the designation, announced recently,".
void StatusReader::ByVerbsBehind() {
  if (trigger.voice != Voice::kNoun && trigger.voice != Voice::kPassive) return;
  const size_t from = std::max(trigger.end, trigger.thing_end);
  size_t seen = 0;
  for (size_t i = from; i < view.size() && i < from + 9; ++i) {
    if (view.words[i].gap >= Gap::kStop) return;
    if (view.clause[i] != view.clause[trigger.begin] && seen > 2) return;
    ++seen;
    if (view.words[i].gap == Gap::kComma && view.IsOneOf(i, {"announced", "unveiled"})) {
      Set(MeasureStatus::kAnnounced, "status.announced_behind");
      return;
    }
    if (view.IsOneOf(i, {"that", "which", "who"})) return;
    if (view.IsOneOf(i, kPossibility)) {
      Set(MeasureStatus::kConsidered, "status.considered_behind");
      return;
    }
    if (view.IsOneOf(i, kFuture) && trigger.voice == Voice::kNoun) {
      // "sanctions will remain": they are there.
      if (i + 1 < view.size() && view.IsOneOf(i + 1, {"remain", "stay", "continue", "not"})) return;
      Set(MeasureStatus::kAnnounced, "status.future_behind");
      return;
    }
    if (view.IsOneOf(i, kBe) && i + 1 < view.size()) {
      const size_t verb = view.IsOneOf(i + 1, {"being", "still", "now", "also"}) ? i + 2 : i + 1;
      if (verb < view.size() && view.Has(verb, Cue::kConsidered) && !view.Has(verb, Cue::kImpose)) {
        Set(MeasureStatus::kConsidered, "status.considered_behind");
        return;
      }
      if (verb < view.size() && view.Has(verb, Cue::kAlleged)) {
        Set(MeasureStatus::kAlleged, "status.alleged_behind");
        return;
      }
      return;
    }
    if (view.Has(i, Cue::kVerb)) return;
  }
}

}  // namespace

StatusReading FindStatus(const SentenceView& view, const Trigger& trigger, bool title) {
  StatusReader reader{view, trigger, {}};
  StatusReading& out = reader.out;
  reader.FindCondition();
  if (trigger.voice == Voice::kModifier && trigger.row->kind == TriggerKind::kVerb) {
    out.rules.emplace_back("status.presupposed");
    // "proposed", "allegedly sanctioned vessels".
    if (trigger.begin > 0 && view.Has(trigger.begin - 1, Cue::kAlleged) &&
        !view.Is(trigger.begin - 1, "alleged"))
      reader.Set(MeasureStatus::kAlleged, "status.alleged");
    return out;
  }
  if (reader.IsNotAsserted()) return out;
  // Adjectives right before the noun.
  if (trigger.begin > 0 && trigger.voice == Voice::kNoun) {
    for (size_t back = 1; back <= 2 && back <= trigger.begin; ++back) {
      if (view.IsOneOf(trigger.begin - back, kBefore)) {
        reader.Set(MeasureStatus::kConsidered, "status.adjective");
        break;
      }
    }
  }
  if (out.rules.empty() && !reader.ByVerbsBefore()) reader.ByVerbsBehind();
  const bool concession = trigger.type == MeasureType::kRelief ||
                          trigger.type == MeasureType::kSafePassage ||
                          trigger.type == MeasureType::kLicence;
  if (trigger.row->id == "passage.offer" && out.status == MeasureStatus::kInForce)
    reader.Set(MeasureStatus::kOffered, "status.offer");
  const bool promised = trigger.type != MeasureType::kSafePassage;
  if (concession && promised && !out.condition.empty() &&
      (out.status == MeasureStatus::kConsidered || out.status == MeasureStatus::kAnnounced))
    reader.Set(MeasureStatus::kOffered, "status.offered_on_condition");
  // A reward on offer is there.
  if (trigger.type == MeasureType::kReward && out.status == MeasureStatus::kOffered)
    reader.Set(MeasureStatus::kInForce, "status.reward_on_offer");
  if (!concession && out.status == MeasureStatus::kOffered)
    reader.Set(MeasureStatus::kConsidered, "status.not_a_concession");
  // Headlines name what was done in the present: "Treasury sanctions five businesses".
  if (title && out.rules.empty()) out.rules.emplace_back("status.headline");
  if (out.rules.empty()) out.rules.emplace_back("status.asserted");
  return out;
}

}  // namespace interdict::documents
