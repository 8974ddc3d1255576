#include "interdict/screen/screener.h"

#include <algorithm>

namespace interdict {
namespace {

bool RanksBefore(const Hit& a, const Hit& b) {
  if (a.match.score != b.match.score) return a.match.score > b.match.score;
  return a.party->id < b.party->id;
}

Error TooMuch(std::string_view what, size_t count, size_t limit) {
  return MakeError(ErrorCode::kBadQuery, std::to_string(count) + " " + std::string(what) +
                                             "; a query may have at most " + std::to_string(limit));
}

Status CheckSizes(const Query& query) {
  for (const auto& [what, texts] :
       {std::pair<std::string_view, const std::vector<std::string>*>{"names", &query.names},
        {"addresses", &query.addresses},
        {"countries", &query.countries}}) {
    if (texts->size() > Screener::kMaxValues) {
      return TooMuch(what, texts->size(), Screener::kMaxValues);
    }
    for (const std::string& text : *texts) {
      if (text.size() > Screener::kMaxTextBytes) {
        return TooMuch("bytes in one value", text.size(), Screener::kMaxTextBytes);
      }
    }
  }
  if (query.identifiers.size() > Screener::kMaxValues) {
    return TooMuch("identifiers", query.identifiers.size(), Screener::kMaxValues);
  }
  if (query.birth_dates.size() > Screener::kMaxValues) {
    return TooMuch("birth dates", query.birth_dates.size(), Screener::kMaxValues);
  }
  return Ok{};
}

}  // namespace

Result<Screener> Screener::Create(const Snapshot& snapshot) {
  ASSIGN_OR_RETURN(text::Folder folder, text::Folder::Create());
  return Screener(snapshot, std::move(folder));
}

Status Screener::CheckQuery(const Query& query) const {
  RETURN_IF_ERROR(CheckSizes(query));
  size_t tokens = 0;
  for (const std::string& name : query.names) tokens += text::Tokens(folder_.Fold(name)).size();
  if (tokens > kMaxNameTokens) return TooMuch("words in names", tokens, kMaxNameTokens);
  const bool has_id =
      std::any_of(query.identifiers.begin(), query.identifiers.end(),
                  [](const Identifier& id) { return !IdKey(id.scheme, id.value).empty(); });
  if (tokens > 0 || has_id) return Ok{};
  return MakeError(ErrorCode::kBadQuery,
                   "nothing to screen: expected a name or an identifier with a letter or digit");
}

Result<std::vector<Hit>> Screener::Screen(const Query& query, const ScreenOptions& options) {
  RETURN_IF_ERROR(CheckQuery(query));
  const Points threshold = ToPoints(options.threshold);
  const Points cutoff = options.cutoff < 0 ? threshold : ToPoints(options.cutoff);
  const PartyTable& table = snapshot_->table();
  const Scorer scorer(query, table, folder_, &memo_);
  std::vector<Hit> hits;
  for (uint32_t p = 0; p < table.parties().size(); ++p) {
    const Party& party = table.parties()[p];
    if (!Reaches(query.schema, party.schema)) continue;
    Match match = scorer.Score(p, /*explain=*/false);
    if (match.score < cutoff || match.score == 0) continue;
    hits.push_back({&party, std::move(match), false});
  }
  const size_t kept = std::min(options.limit, hits.size());
  std::partial_sort(hits.begin(), hits.begin() + static_cast<ptrdiff_t>(kept), hits.end(),
                    RanksBefore);
  hits.resize(kept);
  for (Hit& hit : hits) {
    hit.match = scorer.Score(hit.match.party, /*explain=*/true);
    hit.is_match = hit.match.score >= threshold;
  }
  return hits;
}

}  // namespace interdict
