#include "interdict/match/ofac_matcher.h"

#include <algorithm>

namespace interdict {

OfacMatcher::OfacMatcher(const index::PartyData& parties, const text::Folder& folder)
    : parties_(parties), folder_(folder), listed_(parties.names().size()) {
  for (size_t i = 0; i < listed_.size(); ++i) {
    PrepareOfacName(parties.text(parties.names()[i].text), folder, &listed_[i]);
  }
}

bool OfacMatcher::IsLeftOut(uint32_t name, const MatchOptions& options) const {
  const index::NameRow& row = parties_.names()[name];
  if (row.kind != NameKind::kWeak) return false;
  const std::string_view source = parties_.source(parties_.records()[row.record].source);
  return options.weak_aliases.Of(source) == WeakAliasMode::kOff;
}

// Among equal scores the better kind of name wins, then the earlier one.
OfacMatcher::Best OfacMatcher::FindBest(uint32_t party, const MatchOptions& options) const {
  Best best;
  const index::PartyView view = parties_[party];
  for (uint32_t name = view.first_name(); name < view.end_name(); ++name) {
    if (IsLeftOut(name, options)) continue;
    for (const OfacName& typed : typed_) {
      const OfacScore score = CompareOfac(typed, listed_[name]);
      const bool better_kind =
          best.name != kNoName && parties_.names()[name].kind < parties_.names()[best.name].kind;
      if (score.score > best.score.score || (score.score == best.score.score && better_kind)) {
        best = {score, name};
      }
    }
  }
  return best;
}

std::vector<Match> OfacMatcher::Find(const Query& query, const MatchOptions& options) {
  typed_.resize(query.names.size());
  for (size_t i = 0; i < typed_.size(); ++i) PrepareOfacName(query.names[i], folder_, &typed_[i]);
  std::vector<Match> matches;
  for (uint32_t party = 0; party < parties_.size(); ++party) {
    if (!Reaches(query.schema, parties_[party].schema())) continue;
    const Best best = FindBest(party, options);
    const Points score = best.score.score;
    if (best.name == kNoName || score <= 0 || score < options.cutoff) continue;
    matches.push_back(
        {party, score, best.name, {{"name", FromPoints(score), score, ExplainOfac(best.score)}}});
  }
  const size_t kept = std::min(options.limit, matches.size());
  std::partial_sort(matches.begin(), matches.begin() + static_cast<ptrdiff_t>(kept), matches.end(),
                    [this](const Match& a, const Match& b) {
                      if (a.score != b.score) return a.score > b.score;
                      return parties_[a.party].id() < parties_[b.party].id();
                    });
  matches.resize(kept);
  return matches;
}

}  // namespace interdict
