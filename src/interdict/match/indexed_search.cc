#include "interdict/match/indexed_search.h"

#include <algorithm>
#include <bit>

#include "interdict/index/token_keys.h"
#include "interdict/match/pair_finder.h"
#include "interdict/names/form_hash.h"

namespace interdict {
namespace {

constexpr size_t kSlots = 4096;  // power of two
constexpr int kFullWeight = 1000;
// What the words of a phrase can weigh together (names::StructuralWeight of kMaxPhraseWords words).
constexpr int kMostPhrase = kFullWeight * (names::kMaxPhraseWords + 2) / 3;
constexpr int kMostLegalPhrase = 1200;

size_t SlotOf(index::TokenId token) {
  return (token * 0x9e3779b1U) >> 20;
}
static_assert((0xFFFFFFFFU >> 20) < kSlots);

}  // namespace

IndexedSearch::IndexedSearch(const index::NameIndex& names)
    : NameSearch(names),
      neighbours_(names),
      slots_(kSlots, 0),
      stamps_(names.name_count(), 0),
      met_stamps_(names.name_count(), 0),
      met_parts_(names.name_count(), 0) {
  for (size_t i = 0; i < letters_.size(); ++i) {
    const char letter = static_cast<char>(i / 2);
    letters_[i] = names.FindToken({&letter, 1}, i % 2 != 0);
  }
}

std::optional<index::TokenId> IndexedSearch::FindLetter(char letter, bool consonants_only) const {
  return letters_[static_cast<size_t>(static_cast<unsigned char>(letter)) * 2 +
                  (consonants_only ? 1 : 0)];
}

void IndexedSearch::AddHit(uint64_t mask, index::TokenId token, Points cost, TokenRule rule,
                           bool needs_spelling, bool of_part) {
  uint32_t& slot = slots_[SlotOf(token)];
  hits_.push_back({mask, token, slot, cost, rule, needs_spelling, of_part});
  slot = static_cast<uint32_t>(hits_.size());
  Reach& reach = reach_[static_cast<size_t>(std::countr_zero(mask))];
  reach.most_weight = std::max(reach.most_weight, static_cast<int>(names_->token(token).rarity));
  if (of_part) reach.postings += names_->Postings(token).size();
}

void IndexedSearch::AddNeighboursOf(size_t part) {
  const names::TokenProfile& token = query_->token(part);
  const bool spellings = HasSpellings(query_->part(part).kind);
  QueryRarity rarity;
  for (const Neighbour& neighbour : neighbours_.Find(token)) {
    const bool same = neighbour.cost == 0 && neighbour.rule == TokenRule::kEqual;
    rarity.AddNeighbour(neighbour.cost, same, names_->token(neighbour.token).rarity);
    if (same || spellings || neighbour.rule == TokenRule::kSameWord) {
      AddHit(uint64_t{1} << part, neighbour.token, neighbour.cost, neighbour.rule, !same, true);
    }
  }
  query_->SetRarity(part, rarity.Get());
}

void IndexedSearch::AddCutWords(size_t part) {
  const names::TokenProfile& token = query_->token(part);
  if (!HasSpellings(query_->part(part).kind) || token.consonants_only) return;
  if (token.text.size() < kLeastTruncated) return;
  const auto [first, last] = names_->TokensWithPrefix(token.text);
  for (index::TokenId id = first; id < last; ++id) {
    if (names_->token(id).consonants_only != 0) continue;
    if (const TokenMatch match = TruncationCost(token.text, names_->TokenText(id)))
      AddHit(uint64_t{1} << part, id, match.cost, match.rule, true, true);
  }
}

// Pairs with initials are told by the first letter when a name is looked at; here stands only what
// the bounds need to know.
void IndexedSearch::AddInitials(size_t part) {
  if (query_->name_class() == names::NameClass::kCraft) return;
  Reach& reach = reach_[part];
  const std::string_view text = query_->text(part);
  if (query_->part(part).kind == names::PartKind::kInitial) {
    initials_ |= uint64_t{1} << part;
    reach.most_weight = kFullWeight;
    const auto [first, last] = names_->TokensWithPrefix(text);
    for (index::TokenId id = first; id < last; ++id) reach.postings += names_->Postings(id).size();
  } else if (HasSpellings(query_->part(part).kind) && text.size() > 1) {
    for (const bool consonants_only : {false, true}) {
      const auto letter = FindLetter(text.front(), consonants_only);
      if (!letter) continue;
      reach.most_weight = kFullWeight;
      reach.postings += names_->Postings(*letter).size();
    }
  }
}

void IndexedSearch::AddMeanings() {
  GetMeanings(*query_, &meanings_);
  for (const QueryMeaning& asked : meanings_) {
    const auto part = static_cast<size_t>(std::countr_zero(asked.mask));
    if (!names_->Runs(asked.meaning).empty()) {
      phrase_hits_.push_back({asked.mask, asked.meaning});
      // A phrase of many words may weigh more than one token of the same meaning.
      const bool legal = query_->part(part).kind == names::PartKind::kLegalForm;
      reach_[part].most_weight += legal ? kMostLegalPhrase : kMostPhrase;
      reach_[part].postings += names_->Runs(asked.meaning).size();
    }
    if (!asked.is_phrase) continue;
    names_->ForEachFiledUnder(
        index::TokenKeyHash(index::KeyKind::kMeaning, asked.meaning), [&](index::TokenId id) {
          bool same = false;
          names::ForEachMeaning(names_->Profile(id),
                                [&](uint64_t m) { same |= m == asked.meaning; });
          if (same) AddHit(asked.mask, id, kPhraseCost, TokenRule::kSameWord, false, false);
        });
  }
}

void IndexedSearch::AddQueryRuns() {
  runs_.Prepare(*query_);
  for (const QueryRuns::Run& run : runs_.runs) {
    const names::TokenProfile token = QueryRuns::Profile(run);
    const WeighedPart any{names::PartKind::kName, 0, 0, 0};
    const auto add = [&](uint64_t key) {
      names_->ForEachFiledUnder(key, [&](index::TokenId id) {
        const TokenMatch match = QueryRunCost(token, any, names_->Profile(id));
        if (match) AddHit(run.mask, id, match.cost, match.rule, true, false);
      });
    };
    add(index::TokenKeyHash(index::KeyKind::kText, token.text));
    if (token.phonetic != 0) add(index::TokenKeyHash(index::KeyKind::kSound, token.phonetic));
  }
  if (!runs_.whole.empty()) {
    for (const index::RunRow& run : names_->Runs(names::FormHash(runs_.whole))) {
      const size_t size = names_->Parts(run.scored_name).size();
      if (run.kind != index::RunKind::kParts || run.count != size || !IsRun(run, runs_.whole))
        continue;
      run_hits_.push_back({run.scored_name, AllParts(query_->size()), AllParts(size), kJoinedCost,
                           TokenRule::kJoined});
    }
  }
  if (query_->name_class() == names::NameClass::kPerson ||
      query_->name_class() == names::NameClass::kCraft) {
    return;
  }
  for (const std::string& acronym : runs_.acronyms) {
    for (const bool consonants_only : {false, true}) {
      if (const auto id = names_->FindToken(acronym, consonants_only))
        AddHit(AllParts(query_->size()), *id, kAcronymCost, TokenRule::kAcronym, false, false);
    }
  }
}

bool IndexedSearch::IsRun(const index::RunRow& run, std::string_view text) const {
  const auto rows = names_->Parts(run.scored_name);
  if (run.kind == index::RunKind::kAcronym) {
    std::vector<index::PartText> texts;
    for (const index::NamePartRow& row : rows) texts.push_back({names_->Written(row), row.kind});
    bool found = false;
    index::ForEachAcronym(texts, [&](std::string_view acronym) { found |= acronym == text; });
    return found;
  }
  for (size_t i = 0; i < run.count; ++i) {
    const std::string_view part = names_->Written(rows[(run.first + i) % rows.size()]);
    if (!text.starts_with(part)) return false;
    text.remove_prefix(part.size());
  }
  return text.empty();
}

void IndexedSearch::AddListedRuns(size_t part) {
  const std::string_view text = query_->written(part);
  const bool spellings = HasSpellings(query_->part(part).kind);
  for (const index::RunRow& run : names_->Runs(names::FormHash(text))) {
    const index::ScoredNameRow& name = names_->name(run.scored_name);
    const size_t size = names_->Parts(run.scored_name).size();
    if (run.kind == index::RunKind::kPhrase) continue;
    if (run.kind == index::RunKind::kAcronym) {
      if (!ReadsAcronyms(query_->name_class(), name.name_class) || !IsRun(run, text)) continue;
      run_hits_.push_back({run.scored_name, uint64_t{1} << part, AllParts(size), kAcronymCost,
                           TokenRule::kAcronym});
    } else if (spellings && IsRun(run, text)) {
      run_hits_.push_back({run.scored_name, uint64_t{1} << part,
                           RunMask(run.first, run.count, size), kJoinedCost, TokenRule::kJoined});
    }
  }
}

void IndexedSearch::SetQuery(ComparedName* query) {
  query_ = query;
  for (const Hit& hit : hits_) slots_[SlotOf(hit.token)] = 0;
  hits_.clear();
  run_hits_.clear();
  phrase_hits_.clear();
  initials_ = 0;
  reach_.assign(query->size(), Reach{});
  for (size_t part = 0; part < query->size(); ++part) {
    AddNeighboursOf(part);
    AddInitials(part);
    AddListedRuns(part);
  }
  if (!query->empty()) AddCutWords(query->last_written());
  AddMeanings();
  AddQueryRuns();
  std::sort(run_hits_.begin(), run_hits_.end(),
            [](const RunHit& a, const RunHit& b) { return a.scored_name < b.scored_name; });
}

// What PartCost says of the kinds of two parts that are not equal.
bool IndexedSearch::FitsKind(const Hit& hit, names::PartKind listed) const {
  if (!hit.of_part) return HasSpellings(listed);
  const names::PartKind asked = query_->part(static_cast<size_t>(std::countr_zero(hit.mask))).kind;
  if (HasSpellings(asked) && HasSpellings(listed)) return true;
  return asked == listed && hit.rule == TokenRule::kSameWord;
}

void IndexedSearch::FindPairs(uint32_t scored_name, std::vector<PartPair>* pairs) {
  const auto rows = names_->Parts(scored_name);
  const bool initials = ReadsInitials(query_->name_class(), names_->name(scored_name).name_class);
  const bool acronyms = ReadsAcronyms(query_->name_class(), names_->name(scored_name).name_class);
  for (size_t l = 0; l < rows.size(); ++l) {
    const index::NamePartRow& row = rows[l];
    const uint64_t bit = uint64_t{1} << l;
    for (uint32_t at = slots_[SlotOf(row.token)]; at != 0; at = hits_[at - 1].next) {
      const Hit& hit = hits_[at - 1];
      if (hit.token != row.token) continue;
      if (hit.needs_spelling && !FitsKind(hit, row.kind)) continue;
      if (hit.rule == TokenRule::kAcronym && !acronyms) continue;
      TokenMatch match{hit.cost, hit.rule};
      if (hit.of_part && hit.cost != 0) {
        const auto q = static_cast<size_t>(std::countr_zero(hit.mask));
        match = FitToParts(match, query_->part(q).flags, row.flags);
        if (!match) continue;
      }
      pairs->push_back({hit.mask, bit, match.cost, match.rule});
    }
    if (!initials) continue;
    if (row.is_long != 0 && HasSpellings(row.kind)) {
      for (uint64_t left = initials_; left != 0; left &= left - 1) {
        const auto q = static_cast<size_t>(std::countr_zero(left));
        if (query_->text(q).front() == row.first)
          pairs->push_back({left & -left, bit, kInitialCost, TokenRule::kInitial});
      }
    } else if (row.kind == names::PartKind::kInitial) {
      for (size_t q = 0; q < query_->size(); ++q) {
        const bool word = HasSpellings(query_->part(q).kind) && query_->text(q).size() > 1;
        if (word && query_->text(q).front() == row.first)
          pairs->push_back({uint64_t{1} << q, bit, kInitialCost, TokenRule::kInitial});
      }
    }
  }
  for (const index::PhraseRow& phrase : names_->Phrases(scored_name)) {
    for (const QueryMeaning& asked : meanings_) {
      if (asked.meaning != phrase.meaning) continue;
      pairs->push_back({asked.mask, RunMask(phrase.first, phrase.count, rows.size()), kPhraseCost,
                        TokenRule::kSameWord});
    }
  }
  auto run =
      std::lower_bound(run_hits_.begin(), run_hits_.end(), scored_name,
                       [](const RunHit& hit, uint32_t name) { return hit.scored_name < name; });
  for (; run != run_hits_.end() && run->scored_name == scored_name; ++run) {
    pairs->push_back({run->query, run->listed, run->cost, run->rule});
  }
}

void IndexedSearch::ChooseParts(Points budget) {
  const size_t size = query_->size();
  order_.resize(size);
  for (size_t i = 0; i < size; ++i) order_[i] = i;
  // Few postings for much weight come first.
  std::sort(order_.begin(), order_.end(), [&](size_t a, size_t b) {
    const size_t cost_a = reach_[a].postings * query_->part(b).weight;
    const size_t cost_b = reach_[b].postings * query_->part(a).weight;
    return cost_a != cost_b ? cost_a < cost_b : a < b;
  });
  chosen_.assign(size, 0);
  const LossRates rates = LeastRates(query_->name_class());
  const NameWeights all = SumWeights(query_->parts());
  NameWeights unmatched;
  int matched = 0;
  for (const Reach& reach : reach_) matched += reach.most_weight;
  for (size_t part : order_) {
    chosen_[part] = 1;
    unmatched.structural += query_->part(part).structural;
    unmatched.weight += query_->part(part).weight;
    matched -= reach_[part].most_weight;
    if (NameLossFloor(unmatched, all, matched, rates) > budget) return;
  }
}

uint32_t IndexedSearch::MostNameWeight(Points budget) const {
  int matched = 0;
  for (const Reach& reach : reach_) matched += reach.most_weight;
  const int structural = SumWeights(query_->parts()).structural;
  const LossRates rates = LeastRates(query_->name_class());
  constexpr uint32_t kStep = 500;
  constexpr uint32_t kMost = kFullWeight * names::Analyzer::kMaxParts;
  auto weight = static_cast<uint32_t>(matched);
  while (weight < kMost && ListedLossFloor(weight, matched, structural, rates) <= budget)
    weight += kStep;
  return weight;
}

void IndexedSearch::TakePhrases(const PhraseHits& phrase, std::vector<uint32_t>* scored_names) {
  for (const index::RunRow& run : names_->Runs(phrase.meaning)) {
    if (run.kind == index::RunKind::kPhrase) Take(run.scored_name, scored_names);
  }
}

void IndexedSearch::Take(uint32_t scored_name, std::vector<uint32_t>* scored_names) {
  if (stamps_[scored_name] == stamp_) return;
  stamps_[scored_name] = stamp_;
  scored_names->push_back(scored_name);
}

void IndexedSearch::TakePostings(index::TokenId token, std::vector<uint32_t>* scored_names) {
  for (uint32_t name : names_->Postings(token)) Take(name, scored_names);
}

void IndexedSearch::Meet(uint32_t scored_name, uint64_t part) {
  if (met_stamps_[scored_name] == stamp_) {
    met_parts_[scored_name] |= part;
    return;
  }
  met_stamps_[scored_name] = stamp_;
  met_parts_[scored_name] = part;
  met_.push_back(scored_name);
}

void IndexedSearch::MeetPostings(index::TokenId token, uint64_t part, uint32_t end) {
  for (uint32_t name : names_->Postings(token)) {
    if (name >= end) break;
    Meet(name, part);
  }
}

uint32_t IndexedSearch::FirstHeavier(uint32_t weight) const {
  uint32_t low = 0, high = names_->name_count();
  while (low < high) {
    const uint32_t middle = low + (high - low) / 2;
    if (names_->name(middle).weight <= weight)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

uint32_t IndexedSearch::FirstTooHeavy(uint64_t met, Points budget) {
  for (const auto& [parts, limit] : limits_) {
    if (parts == met) return limit;
  }
  NameWeights unmatched;
  int matched = 0;
  for (size_t part = 0; part < query_->size(); ++part) {
    if (chosen_[part] != 0 && (met >> part & 1) == 0) {
      unmatched.structural += query_->part(part).structural;
      unmatched.weight += query_->part(part).weight;
    } else {
      matched += reach_[part].most_weight;
    }
  }
  const NameWeights all = SumWeights(query_->parts());
  const LossRates rates = LeastRates(query_->name_class());
  // The floor rises with the weight; whatever the search ends at has a floor beyond the budget.
  uint32_t low = 0, high = kFullWeight * names::Analyzer::kMaxParts + 1;
  while (low < high) {
    const uint32_t middle = low + (high - low) / 2;
    if (PairLossFloor(unmatched, all, middle, matched, rates) <= budget)
      low = middle + 1;
    else
      high = middle;
  }
  const uint32_t limit = low == 0 ? 0 : FirstHeavier(low - 1);
  limits_.emplace_back(met, limit);
  return limit;
}

void IndexedSearch::FindCandidates(Points least, std::vector<uint32_t>* scored_names) {
  scored_names->clear();
  if (query_->empty()) return;
  if (++stamp_ == 0) {
    std::fill(stamps_.begin(), stamps_.end(), 0);
    std::fill(met_stamps_.begin(), met_stamps_.end(), 0);
    stamp_ = 1;
  }
  const Points budget = kFullScore - least;
  for (const RunHit& run : run_hits_) Take(run.scored_name, scored_names);
  ChooseParts(budget);
  const uint32_t end = FirstHeavier(MostNameWeight(budget));
  uint64_t chosen = 0;
  for (size_t part = 0; part < query_->size(); ++part) chosen |= uint64_t{chosen_[part]} << part;
  for (const PhraseHits& phrase : phrase_hits_) {
    if ((phrase.mask & chosen) != 0) TakePhrases(phrase, scored_names);
  }
  met_.clear();
  limits_.clear();
  for (const Hit& hit : hits_) {
    const bool of_phrase = !hit.of_part && hit.rule == TokenRule::kSameWord;
    if (!hit.of_part && (!of_phrase || (hit.mask & chosen) != 0))
      TakePostings(hit.token, scored_names);
    else if (hit.of_part && (hit.mask & chosen) != 0)
      MeetPostings(hit.token, hit.mask, end);
  }
  for (size_t part = 0; part < query_->size(); ++part) {
    if (chosen_[part] == 0) continue;
    const uint64_t bit = uint64_t{1} << part;
    const std::string_view text = query_->text(part);
    if ((initials_ & bit) != 0) {
      const auto [first, last] = names_->TokensWithPrefix(text);
      for (index::TokenId id = first; id < last; ++id) MeetPostings(id, bit, end);
    } else if (HasSpellings(query_->part(part).kind) && text.size() > 1) {
      for (const bool consonants_only : {false, true}) {
        if (const auto letter = FindLetter(text.front(), consonants_only))
          MeetPostings(*letter, bit, end);
      }
    }
  }
  for (uint32_t name : met_) {
    if (name < FirstTooHeavy(met_parts_[name], budget)) Take(name, scored_names);
  }
}

}  // namespace interdict
