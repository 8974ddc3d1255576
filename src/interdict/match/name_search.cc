#include "interdict/match/name_search.h"

#include <algorithm>
#include <numeric>

#include "interdict/match/pair_finder.h"

namespace interdict {
namespace {

constexpr Points kSameWord = 1600;  // losses up to which a token is taken to be a misspelt other

WeighedPart PartOfRow(const index::NamePartRow& row) {
  return {row.kind, row.flags, row.structural, row.weight};
}

void GetPartTexts(const index::NameIndex& names, uint32_t scored_name,
                  std::vector<index::PartText>* texts) {
  texts->clear();
  for (const index::NamePartRow& row : names.Parts(scored_name)) {
    texts->push_back({names.Written(row), row.kind});
  }
}

}  // namespace

void QueryRarity::AddNeighbour(Points cost, bool same_token, int rarity) {
  if (same_token) {
    exact_ = true;
    rarity_of_token_ = rarity;
  } else if (cost <= kSameWord) {
    least_ = std::min(least_, rarity);
  }
}

NameScore NameSearch::Score(uint32_t scored_name) {
  return Score(scored_name, nullptr);
}

NameScore NameSearch::Score(uint32_t scored_name, std::vector<PartPair>* chosen) {
  pairs_.clear();
  FindPairs(scored_name, &pairs_);
  if (pairs_.empty()) {
    if (chosen != nullptr) chosen->clear();
    return {};
  }
  listed_.clear();
  for (const index::NamePartRow& row : names_->Parts(scored_name)) {
    listed_.push_back(PartOfRow(row));
  }
  size_t count = 0;
  const NameScore score =
      AlignNames(query_->parts(), listed_, pairs_, &count,
                 RatesOf(query_->name_class(), names_->name(scored_name).name_class));
  if (chosen != nullptr)
    chosen->assign(pairs_.begin(), pairs_.begin() + static_cast<ptrdiff_t>(count));
  return score;
}

void QueryRuns::Prepare(const ComparedName& query) {
  runs.clear();
  acronyms.clear();
  ForEachQueryRun(query, [&](uint64_t mask, std::string_view text) {
    runs.push_back({mask, std::string(text), names::MakeSoundProfile(text)});
  });
  std::vector<index::PartText> parts;
  interdict::GetPartTexts(query, &parts);
  whole = WholeText(parts);
  index::ForEachAcronym(parts, [&](std::string_view text) { acronyms.emplace_back(text); });
}

void ExhaustiveSearch::SetQuery(ComparedName* query) {
  query_ = query;
  runs_.Prepare(*query);
  GetMeanings(*query, &meanings_);
  costs_.resize(query->size());
  for (size_t q = 0; q < query->size(); ++q) {
    const names::TokenProfile& token = query->token(q);
    QueryRarity rarity;
    costs_[q].assign(names_->token_count(), TokenMatch{});
    for (index::TokenId id = 0; id < names_->token_count(); ++id) {
      const names::TokenProfile listed = names_->Profile(id);
      const TokenMatch match = TokenCost(token, listed);
      if (!match) continue;
      costs_[q][id] = match;
      const bool same =
          listed.text == token.text && listed.consonants_only == token.consonants_only;
      rarity.AddNeighbour(match.cost, same, names_->token(id).rarity);
    }
    query->SetRarity(q, rarity.Get());
  }
}

void ExhaustiveSearch::FindPairs(uint32_t scored_name, std::vector<PartPair>* pairs) {
  const auto rows = names_->Parts(scored_name);
  const bool initials = ReadsInitials(query_->name_class(), names_->name(scored_name).name_class);
  for (size_t q = 0; q < query_->size(); ++q) {
    for (size_t l = 0; l < rows.size(); ++l) {
      // What PartCost says, with TokenCost looked up.
      const WeighedPart listed = PartOfRow(rows[l]);
      const bool cheap = costs_[q][rows[l].token].cost >= 0;
      const bool cut = q == query_->last_written();
      const bool short_forms = query_->part(q).kind == names::PartKind::kInitial ||
                               listed.kind == names::PartKind::kInitial;
      if (!cheap && !cut && !short_forms) continue;
      const TokenMatch match = PartCost(query_->part(q), query_->token(q), cut, listed,
                                        names_->Profile(rows[l].token), initials);
      if (match) pairs->push_back({uint64_t{1} << q, uint64_t{1} << l, match.cost, match.rule});
    }
  }
  PairPhrases(scored_name, pairs);
  PairRuns(scored_name, pairs);
}

void ExhaustiveSearch::PairPhrases(uint32_t scored_name, std::vector<PartPair>* pairs) {
  const auto rows = names_->Parts(scored_name);
  for (const QueryMeaning& meaning : meanings_) {
    for (const index::PhraseRow& phrase : names_->Phrases(scored_name)) {
      if (phrase.meaning != meaning.meaning) continue;
      pairs->push_back({meaning.mask, RunMask(phrase.first, phrase.count, rows.size()), kPhraseCost,
                        TokenRule::kSameWord});
    }
    if (!meaning.is_phrase) continue;
    for (size_t l = 0; l < rows.size(); ++l) {
      bool same = false;
      names::ForEachMeaning(names_->Profile(rows[l].token),
                            [&](uint64_t m) { same |= m == meaning.meaning; });
      if (same)
        pairs->push_back({meaning.mask, uint64_t{1} << l, kPhraseCost, TokenRule::kSameWord});
    }
  }
}

void ExhaustiveSearch::PairRuns(uint32_t scored_name, std::vector<PartPair>* pairs) {
  const auto rows = names_->Parts(scored_name);
  const names::NameClass name_class = names_->name(scored_name).name_class;
  for (const QueryRuns::Run& run : runs_.runs) {
    for (size_t l = 0; l < rows.size(); ++l) {
      const TokenMatch match =
          QueryRunCost(QueryRuns::Profile(run), PartOfRow(rows[l]), names_->Profile(rows[l].token));
      if (match) pairs->push_back({run.mask, uint64_t{1} << l, match.cost, match.rule});
    }
  }
  GetPartTexts(*names_, scored_name, &texts_);
  const bool around = name_class == names::NameClass::kPerson;
  index::ForEachRun(texts_, around, [&](size_t first, size_t count, std::string_view text) {
    if (count == rows.size() && text == runs_.whole) {
      pairs->push_back(
          {AllParts(query_->size()), AllParts(rows.size()), kJoinedCost, TokenRule::kJoined});
    }
    for (size_t q = 0; q < query_->size(); ++q) {
      if (query_->written(q) != text || !HasSpellings(query_->part(q).kind)) continue;
      pairs->push_back(
          {uint64_t{1} << q, RunMask(first, count, rows.size()), kJoinedCost, TokenRule::kJoined});
    }
  });
  if (!ReadsAcronyms(query_->name_class(), name_class)) return;
  index::ForEachAcronym(texts_, [&](std::string_view text) {
    for (size_t q = 0; q < query_->size(); ++q) {
      if (query_->written(q) != text) continue;
      pairs->push_back(
          {uint64_t{1} << q, AllParts(rows.size()), kAcronymCost, TokenRule::kAcronym});
    }
  });
  for (const std::string& acronym : runs_.acronyms) {
    for (size_t l = 0; l < rows.size(); ++l) {
      if (names_->TokenText(rows[l].token) != acronym) continue;
      pairs->push_back(
          {AllParts(query_->size()), uint64_t{1} << l, kAcronymCost, TokenRule::kAcronym});
    }
  }
}

void ExhaustiveSearch::FindCandidates(Points, std::vector<uint32_t>* scored_names) {
  scored_names->resize(names_->name_count());
  std::iota(scored_names->begin(), scored_names->end(), 0U);
}

}  // namespace interdict
