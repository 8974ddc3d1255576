#include "interdict/screen/screener.h"

#include <algorithm>

namespace interdict {
namespace {

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

Screener::Screener(const Snapshot& snapshot, names::Analyzer analyzer, text::Folder folder)
    : snapshot_(&snapshot),
      analyzer_(std::make_unique<const names::Analyzer>(std::move(analyzer))),
      folder_(std::make_unique<const text::Folder>(std::move(folder))),
      matcher_(std::make_unique<Matcher>(snapshot.parties(), snapshot.names(), *analyzer_, *folder_,
                                         DefaultScoreModel())) {}

Result<Screener> Screener::Create(const Snapshot& snapshot) {
  ASSIGN_OR_RETURN(names::Analyzer analyzer, names::Analyzer::Create(snapshot.variant_table()));
  ASSIGN_OR_RETURN(text::Folder folder, text::Folder::Create());
  return Screener(snapshot, std::move(analyzer), std::move(folder));
}

Status Screener::CheckQuery(const Query& query, NameModel model) {
  RETURN_IF_ERROR(CheckSizes(query));
  size_t tokens = 0;
  for (const std::string& name : query.names) {
    folder_->Fold(name, &folded_);
    tokens += folded_.tokens.size();
  }
  if (tokens > kMaxNameTokens) return TooMuch("words in names", tokens, kMaxNameTokens);
  const bool has_id =
      std::any_of(query.identifiers.begin(), query.identifiers.end(),
                  [](const Identifier& id) { return !IdKey(id.scheme, id.value).empty(); });
  if (tokens > 0 || (has_id && model == NameModel::kInterdict)) return Ok{};
  return MakeError(ErrorCode::kBadQuery,
                   model == NameModel::kOfac
                       ? "nothing to screen: the model ofac compares names only; expected a name"
                       : "nothing to screen: expected a name or an identifier with a letter or "
                         "digit");
}

std::vector<Match> Screener::Find(const Query& query, const MatchOptions& wanted, NameModel model) {
  if (model == NameModel::kInterdict) return matcher_->Find(query, wanted);
  if (ofac_matcher_ == nullptr)
    ofac_matcher_ = std::make_unique<OfacMatcher>(snapshot_->parties(), *folder_);
  return ofac_matcher_->Find(query, wanted);
}

Result<std::vector<Hit>> Screener::Screen(const Query& query, const ScreenOptions& options) {
  RETURN_IF_ERROR(CheckQuery(query, options.model));
  const Points threshold = ToPoints(options.threshold);
  MatchOptions wanted;
  wanted.cutoff = options.cutoff < 0 ? threshold : ToPoints(options.cutoff);
  wanted.limit = options.limit;
  wanted.exhaustive = options.exhaustive;
  wanted.weak_aliases = options.weak_aliases;
  std::vector<Hit> hits;
  for (Match& match : Find(query, wanted, options.model)) {
    const bool is_match = match.score >= threshold;
    hits.push_back({std::move(match), is_match});
  }
  return hits;
}

}  // namespace interdict
