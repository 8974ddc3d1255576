#include "interdict/screen/screener.h"

#include <algorithm>

namespace interdict {
namespace {

bool RanksBefore(const Hit& a, const Hit& b) {
  if (a.match.score != b.match.score) return a.match.score > b.match.score;
  return a.party->id < b.party->id;
}

}  // namespace

Result<Screener> Screener::Create(const Snapshot& snapshot) {
  ASSIGN_OR_RETURN(text::Folder folder, text::Folder::Create());
  return Screener(snapshot, std::move(folder));
}

Status Screener::CheckQuery(const Query& query) const {
  const bool has_name = std::any_of(query.names.begin(), query.names.end(), [&](const auto& name) {
    return !folder_.Fold(name).empty();
  });
  const bool has_id =
      std::any_of(query.identifiers.begin(), query.identifiers.end(),
                  [](const Identifier& id) { return !IdKey(id.scheme, id.value).empty(); });
  if (has_name || has_id) return Ok{};
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
  std::partial_sort(hits.begin(), hits.begin() + static_cast<ptrdiff_t>(kept), hits.end(), RanksBefore);
  hits.resize(kept);
  for (Hit& hit : hits) {
    hit.match = scorer.Score(hit.match.party, /*explain=*/true);
    hit.is_match = hit.match.score >= threshold;
  }
  return hits;
}

}  // namespace interdict
