#include "interdict/match/matcher.h"

#include <algorithm>

#include "interdict/match/indexed_search.h"
#include "interdict/match/name_explanation.h"

namespace interdict {
namespace {

constexpr std::string_view kNameFeature = "name";
constexpr std::string_view kWeakAliasFeature = "weak_alias";

}  // namespace

Matcher::Matcher(const index::PartyData& parties, const index::NameIndex& names,
                 const names::Analyzer& analyzer, const text::Folder& folder,
                 const ScoreModel& model)
    : parties_(parties), names_(names), analyzer_(analyzer), folder_(folder), model_(model) {}

Matcher::~Matcher() = default;

NameSearch& Matcher::Search(bool exhaustive) {
  std::unique_ptr<NameSearch>& search = exhaustive ? exhaustive_ : indexed_;
  if (search == nullptr) {
    if (exhaustive)
      search = std::make_unique<ExhaustiveSearch>(names_);
    else
      search = std::make_unique<IndexedSearch>(names_);
  }
  return *search;
}

bool Matcher::IsWeak(uint32_t name) const {
  return parties_.names()[name].kind == NameKind::kWeak;
}

WeakAliasMode Matcher::ModeOf(uint32_t name, const MatchOptions& options) const {
  if (options.weak_aliases.by_source.empty()) return options.weak_aliases.by_default;
  const index::RecordRow& record = parties_.records()[parties_.names()[name].record];
  return options.weak_aliases.Of(parties_.source(record.source));
}

bool Matcher::Ask(const Query& query, uint32_t query_name, NameSearch* search) {
  if (asked_ == query_name) return !query_name_.empty();
  asked_ = query_name;
  query_name_.Prepare(query.names[query_name], names::ClassOf(query.schema), analyzer_);
  if (query_name_.empty()) return false;
  search->SetQuery(&query_name_);
  return true;
}

void Matcher::CollectNamesOf(uint32_t party, uint32_t query_name, NameSearch* search) {
  const index::PartyView view = parties_[party];
  for (uint32_t name = view.first_name(); name < view.end_name(); ++name) {
    const uint32_t scored = names_.ScoredOfName(name);
    if (scored == index::kNotScored) continue;
    const Points score = search->Score(scored).score;
    if (score > 0) hits_.push_back({party, name, query_name, score});
  }
}

void Matcher::CollectNames(const Query& query, const QueryFacts& facts,
                           const MatchOptions& options) {
  hits_.clear();
  asked_ = kNoName;
  // Evidence can lift a name that is below the cutoff by itself.
  const Points least = std::max(options.cutoff - MaxPositivePoints(facts, model_), 1);
  NameSearch& search = Search(options.exhaustive);
  for (uint32_t n = 0; n < query.names.size(); ++n) {
    if (!Ask(query, n, &search)) continue;
    search.FindCandidates(least, &candidates_);
    for (size_t i = 0; i < candidates_.size(); ++i) {
      constexpr size_t kFar = 12, kNear = 5;  // names ahead: memory is slower than scoring
      if (i + kFar < candidates_.size()) names_.PrefetchName(candidates_[i + kFar]);
      if (i + kNear < candidates_.size()) names_.PrefetchParts(candidates_[i + kNear]);
      const uint32_t scored = candidates_[i];
      const Points score = search.Score(scored).score;
      if (score < least) continue;
      const index::ScoredNameRow& row = names_.name(scored);
      hits_.push_back({row.party, row.name, n, score});
    }
    uint32_t last = 0xFFFFFFFF;
    for (const IdentifierMatch& match : facts.identifiers) {
      if (match.party != last) CollectNamesOf(match.party, n, &search);
      last = match.party;
    }
  }
}

// Among equal scores the better kind of name wins (a primary name before a former one), then the
// earlier one.
bool Matcher::IsBetter(const NamedHit& a, const NamedHit& b) const {
  if (a.score != b.score) return a.score > b.score;
  const NameKind kind_a = parties_.names()[a.name].kind, kind_b = parties_.names()[b.name].kind;
  if (kind_a != kind_b) return kind_a < kind_b;
  return a.name != b.name ? a.name < b.name : a.query_name < b.query_name;
}

Matcher::BestNames Matcher::FindBestNames(std::span<const NamedHit> hits,
                                          const MatchOptions& options) const {
  BestNames best;
  for (const NamedHit& hit : hits) {
    const bool weak = IsWeak(hit.name);
    const WeakAliasMode mode = weak ? ModeOf(hit.name, options) : WeakAliasMode::kFull;
    if (mode == WeakAliasMode::kOff) continue;
    const NamedHit*& place = mode == WeakAliasMode::kConfirm ? best.weak : best.strong;
    if (place == nullptr || IsBetter(hit, *place)) place = &hit;
  }
  return best;
}

Match Matcher::ScoreWith(uint32_t party, const NamedHit* name, bool is_weak,
                         const QueryFacts& facts, const MatchOptions&, bool explain) {
  Match match;
  match.party = party;
  Points points = 0;
  if (name != nullptr) {
    points = name->score;
    match.name = name->name;
    match.features.push_back({kNameFeature, FromPoints(points), points, {}});
  }
  evidence_.clear();
  match.score = AddEvidence({facts, parties_[party], model_, explain}, points, &evidence_);
  for (Evidence& evidence : evidence_) {
    match.features.push_back(
        {EvidenceName(evidence.kind), evidence.value, evidence.effect, std::move(evidence.detail)});
  }
  if (is_weak && !Confirms(evidence_)) {
    const Points effect = std::max(model_.weak_alias_alone, -match.score);
    match.score += effect;
    match.features.push_back({kWeakAliasFeature, 1, effect,
                              explain ? "only a weak alias matches, and nothing confirms it" : ""});
  }
  return match;
}

Match Matcher::ScoreParty(uint32_t party, const BestNames& best, const QueryFacts& facts,
                          const MatchOptions& options) {
  Match match = ScoreWith(party, best.strong, /*is_weak=*/false, facts, options, false);
  if (best.weak == nullptr) return match;
  if (best.strong != nullptr && best.weak->score <= best.strong->score) return match;
  Match by_weak = ScoreWith(party, best.weak, /*is_weak=*/true, facts, options, false);
  return by_weak.score > match.score ? by_weak : match;
}

std::vector<Match> Matcher::Find(const Query& query, const MatchOptions& options) {
  const QueryFacts facts = PrepareFacts(query, parties_, folder_);
  CollectNames(query, facts, options);
  for (const IdentifierMatch& match : facts.identifiers) {
    hits_.push_back({match.party, kNoName, 0, 0});  // so that the party is looked at
  }
  std::sort(hits_.begin(), hits_.end(), [](const NamedHit& a, const NamedHit& b) {
    return a.party != b.party ? a.party < b.party : a.name < b.name;
  });
  std::vector<Match> matches;
  for (size_t begin = 0, end = 0; begin < hits_.size(); begin = end) {
    const uint32_t party = hits_[begin].party;
    while (end < hits_.size() && hits_[end].party == party) ++end;
    if (!Reaches(query.schema, parties_[party].schema())) continue;
    size_t named = end;
    while (named > begin && hits_[named - 1].name == kNoName) --named;
    const auto names = std::span(hits_).subspan(begin, named - begin);
    Match match = ScoreParty(party, FindBestNames(names, options), facts, options);
    if (match.score >= options.cutoff && match.score > 0) matches.push_back(std::move(match));
  }
  const auto ranks_before = [&](const Match& a, const Match& b) {
    if (a.score != b.score) return a.score > b.score;
    return parties_[a.party].id() < parties_[b.party].id();
  };
  const size_t kept = std::min(options.limit, matches.size());
  std::partial_sort(matches.begin(), matches.begin() + static_cast<ptrdiff_t>(kept), matches.end(),
                    ranks_before);
  matches.resize(kept);
  if (!matches.empty()) Explain(query, facts, options, &matches);
  return matches;
}

void Matcher::Explain(const Query& query, const QueryFacts& facts, const MatchOptions& options,
                      std::vector<Match>* matches) {
  NameSearch& search = Search(options.exhaustive);
  std::vector<PartPair> chosen;
  std::vector<std::string_view> asked, listed;
  for (Match& match : *matches) {
    const NamedHit* hit = nullptr;
    for (const NamedHit& h : hits_) {
      if (h.party != match.party || h.name != match.name || h.name == kNoName) continue;
      if (hit == nullptr || IsBetter(h, *hit)) hit = &h;
    }
    const bool is_weak = hit != nullptr && IsWeak(hit->name) &&
                         ModeOf(hit->name, options) == WeakAliasMode::kConfirm;
    match = ScoreWith(match.party, hit, is_weak, facts, options, /*explain=*/true);
    if (hit == nullptr) continue;
    Ask(query, hit->query_name, &search);
    const uint32_t scored = names_.ScoredOfName(hit->name);
    const NameScore score = search.Score(scored, &chosen);
    asked.clear();
    listed.clear();
    for (size_t i = 0; i < query_name_.size(); ++i) asked.push_back(query_name_.text(i));
    for (const index::NamePartRow& part : names_.Parts(scored))
      listed.push_back(names_.TokenText(part.token));
    match.features.front().detail = ExplainName(score, chosen, asked, listed, analyzer_.variants());
  }
}

}  // namespace interdict
