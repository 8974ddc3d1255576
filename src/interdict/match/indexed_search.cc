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

// Names by weight are found through a table in steps of so many thousandths.
constexpr uint32_t kWeightStep = 16;
// Reading an entry of a posting costs a fraction of looking at a name: postings of parts outside E
// are read up to so many times as many as those of E.
constexpr size_t kWorthReading = 40;

size_t SlotOf(index::TokenId token) {
  return (token * 0x9e3779b1U) >> 20;
}
static_assert((0xFFFFFFFFU >> 20) < kSlots);

}  // namespace

IndexedSearch::IndexedSearch(const index::NameIndex& names)
    : NameSearch(names),
      neighbours_(names),
      slots_(kSlots, 0),
      states_(names.name_count()),
      met_(names.name_count() + 1, 0) {
  for (uint32_t name = 0; name < names.name_count(); ++name) {
    states_[name].size = names.size(name);
    while (first_of_weight_.size() * kWeightStep < names.name(name).weight)
      first_of_weight_.push_back(name);
  }
}

void IndexedSearch::Reach::MatchesWord(int rarity) {
  most_weight = std::max(most_weight, rarity);
  most_structural = std::max(most_structural, kFullWeight);
}

void IndexedSearch::AddHit(const Hit& hit, int rarity) {
  uint32_t& slot = slots_[SlotOf(hit.token)];
  hits_.push_back(hit);
  hits_.back().next = slot;
  hits_.back().postings = names_->Postings(hit.token);
  __builtin_prefetch(hits_.back().postings.data());  // to be read by FindCandidates
  slot = static_cast<uint32_t>(hits_.size());
  Reach& reach = reach_[static_cast<size_t>(std::countr_zero(hit.mask))];
  reach.MatchesWord(rarity);
  if (hit.of_part) reach.postings += hits_.back().postings.size();
}

void IndexedSearch::AddNeighboursOf(size_t part) {
  const names::TokenProfile& token = query_->token(part);
  const bool spellings = HasSpellings(query_->part(part).kind);
  QueryRarity rarity;
  for (const Neighbour& neighbour : neighbours_.Find(token)) {
    const bool same = neighbour.cost == 0 && neighbour.rule == TokenRule::kEqual;
    rarity.AddNeighbour(neighbour.cost, same, neighbour.rarity);
    if (same || spellings || neighbour.rule == TokenRule::kSameWord) {
      AddHit({uint64_t{1} << part, neighbour.token, neighbour.cost, neighbour.rule,
              /*needs_spelling=*/!same, /*of_part=*/true},
             neighbour.rarity);
    }
  }
  query_->SetRarity(part, rarity.Get());
}

// Pairs with words of which the query's last one is the beginning are told when a name is looked
// at, like those with initials; here stands only what the bounds need to know.
void IndexedSearch::AddCutWords(size_t part) {
  cut_words_ = {};
  const names::TokenProfile& token = query_->token(part);
  if (!HasSpellings(query_->part(part).kind) || token.consonants_only) return;
  if (token.text.size() < kLeastTruncated) return;
  cut_words_ = neighbours_.FindLonger(token);
  if (cut_words_.first == cut_words_.second) return;
  reach_[part].MatchesWord(kFullWeight);
  reach_[part].postings += names_->PostingsOf(cut_words_).size();
}

void IndexedSearch::AddInitials(size_t part) {
  if (query_->name_class() == names::NameClass::kCraft) return;
  Reach& reach = reach_[part];
  const std::string_view text = query_->text(part);
  if (query_->part(part).kind == names::PartKind::kInitial) {
    initials_ |= uint64_t{1} << part;
    reach.MatchesWord(kFullWeight);
    reach.postings += names_->PostingsOf(names_->TokensWithPrefix(text.substr(0, 1))).size();
  } else if (HasSpellings(query_->part(part).kind) && text.size() > 1) {
    const size_t names = names_->WithInitial(text.front()).size();
    if (names > 0) reach.MatchesWord(kFullWeight);
    reach.postings += names;
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
      const int most = legal ? kMostLegalPhrase : kMostPhrase;
      reach_[part].most_weight += most;
      reach_[part].most_structural += most;
      reach_[part].postings += names_->Runs(asked.meaning).size();
    }
    if (!asked.is_phrase) continue;
    names_->ForEachFiledUnder(
        index::TokenKeyHash(index::KeyKind::kMeaning, asked.meaning), [&](index::TokenId id) {
          bool same = false;
          names::ForEachMeaning(names_->Profile(id),
                                [&](uint64_t m) { same |= m == asked.meaning; });
          if (!same) return;
          AddHit({asked.mask, id, kPhraseCost, TokenRule::kSameWord, /*needs_spelling=*/false,
                  /*of_part=*/false},
                 names_->token(id).rarity);
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
        if (!match) return;
        AddHit({run.mask, id, match.cost, match.rule, /*needs_spelling=*/true, /*of_part=*/false},
               names_->token(id).rarity);
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
      const auto id = names_->FindToken(acronym, consonants_only);
      if (!id) continue;
      AddHit({AllParts(query_->size()), *id, kAcronymCost, TokenRule::kAcronym,
              /*needs_spelling=*/false, /*of_part=*/false},
             names_->token(*id).rarity);
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
  cut_words_ = {};
  reach_.assign(query->size(), Reach{});
  for (size_t part = 0; part < query->size(); ++part)
    names_->PrefetchRuns(names::FormHash(query->written(part)));
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

void IndexedSearch::PairCutWord(const index::NamePartRow& row, uint64_t bit,
                                std::vector<PartPair>* pairs) const {
  if (names_->token(row.token).consonants_only != 0) return;
  const size_t last = query_->last_written();
  const TokenMatch match = TruncationCost(query_->text(last), names_->TokenText(row.token));
  if (match) pairs->push_back({uint64_t{1} << last, bit, match.cost, match.rule});
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
    if (row.token >= cut_words_.first && row.token < cut_words_.second && HasSpellings(row.kind))
      PairCutWord(row, bit, pairs);
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
  const LossRates rates = LeastRates(query_->name_class());
  const NameWeights all = SumWeights(query_->parts());
  NameWeights unmatched;
  int matched = 0;
  for (const Reach& reach : reach_) matched += reach.most_weight;
  chosen_ = 0;
  for (size_t part : order_) {
    chosen_ |= uint64_t{1} << part;
    unmatched.structural += query_->part(part).structural;
    unmatched.weight += query_->part(part).weight;
    matched -= reach_[part].most_weight;
    if (NameLossFloor(unmatched, all, matched, rates) > budget) return;
  }
}

void IndexedSearch::AssignBits() {
  size_t worth_reading = 1000;
  for (size_t part = 0; part < query_->size(); ++part) {
    if ((chosen_ >> part & 1) != 0) worth_reading += kWorthReading * reach_[part].postings;
  }
  bound_parts_.resize(query_->size());
  uint8_t bit = 1;
  for (size_t part : order_) {
    const WeighedPart& asked = query_->part(part);
    const Reach& reach = reach_[part];
    const bool is_read = (chosen_ >> part & 1) != 0 || reach.postings <= worth_reading;
    bound_parts_[part] = {{asked.structural, asked.weight},
                          {reach.most_structural, reach.most_weight},
                          is_read ? bit : uint8_t{0}};
    if (is_read && bit << 1 != kTaken) bit = static_cast<uint8_t>(bit << 1);
  }
}

uint8_t IndexedSearch::BitsOf(uint64_t parts) const {
  uint8_t bits = 0;
  for (; parts != 0; parts &= parts - 1)
    bits |= bound_parts_[static_cast<size_t>(std::countr_zero(parts))].bit;
  return bits;
}

uint32_t IndexedSearch::FirstHeavier(uint32_t weight) const {
  const size_t at = (weight + kWeightStep - 1) / kWeightStep;
  return at < first_of_weight_.size() ? first_of_weight_[at] : names_->name_count();
}

template <bool kInsert>
void IndexedSearch::Mark(uint32_t scored_name, uint8_t bits) {
  uint8_t& met = states_[scored_name].met;
  if (kInsert) {  // no branches: which names are new cannot be foreseen
    met_[met_count_] = scored_name;
    met_count_ += met == 0 ? 1 : 0;
    met |= bits;
  } else {
    met |= met == 0 ? 0 : bits;
  }
}

template <bool kInsert>
void IndexedSearch::MarkPostings(std::span<const uint32_t> sorted, uint8_t bits) {
  if (sorted.empty()) return;
  size_t size = sorted.size();
  if (sorted.back() >= end_)
    size =
        static_cast<size_t>(std::lower_bound(sorted.begin(), sorted.end(), end_) - sorted.begin());
  for (uint32_t name : sorted.first(size)) Mark<kInsert>(name, bits);
}

template <bool kInsert>
void IndexedSearch::MarkTokens(std::pair<index::TokenId, index::TokenId> range, uint8_t bits) {
  for (uint32_t name : names_->PostingsOf(range)) {
    if (name < end_) Mark<kInsert>(name, bits);
  }
}

template <bool kInsert>
void IndexedSearch::MarkParts(uint64_t parts) {
  // What meets parts of E and others is read once, with E.
  const auto is_read_now = [&](uint64_t mask) {
    return (mask & parts) != 0 && (kInsert || (mask & chosen_) == 0);
  };
  for (const Hit& hit : hits_) {
    if (is_read_now(hit.mask)) MarkPostings<kInsert>(hit.postings, BitsOf(hit.mask));
  }
  for (const PhraseHits& phrase : phrase_hits_) {
    if (!is_read_now(phrase.mask)) continue;
    for (const index::RunRow& run : names_->Runs(phrase.meaning)) {
      if (run.kind == index::RunKind::kPhrase) Mark<kInsert>(run.scored_name, BitsOf(phrase.mask));
    }
  }
  const size_t last = query_->last_written();
  if ((parts >> last & 1) != 0) MarkTokens<kInsert>(cut_words_, bound_parts_[last].bit);
  for (; parts != 0; parts &= parts - 1) {
    const auto part = static_cast<size_t>(std::countr_zero(parts));
    const std::string_view text = query_->text(part);
    if ((initials_ >> part & 1) != 0) {
      MarkTokens<kInsert>(names_->TokensWithPrefix(text.substr(0, 1)), bound_parts_[part].bit);
    } else if (HasSpellings(query_->part(part).kind) && text.size() > 1) {
      MarkPostings<kInsert>(names_->WithInitial(text.front()), bound_parts_[part].bit);
    }
  }
}

void IndexedSearch::TakeMarked(std::vector<uint32_t>* scored_names) {
  std::array<uint32_t, 256> limits;
  std::array<bool, 256> known{};
  for (size_t i = 0; i < met_count_; ++i) {
    const uint32_t name = met_[i];
    NameState& state = states_[name];
    const uint8_t met = state.met;
    state.met = 0;
    if ((met & kTaken) == 0) {
      if (!bounds_.MayReach(met, state.size)) continue;
      if (!known[met]) {
        known[met] = true;
        limits[met] = FirstHeavier(bounds_.TooHeavy(met));
      }
      if (name >= limits[met]) continue;
    }
    scored_names->push_back(name);
  }
  met_count_ = 0;
}

void IndexedSearch::FindCandidates(Points least, std::vector<uint32_t>* scored_names) {
  scored_names->clear();
  if (query_->empty()) return;
  const Points budget = kFullScore - least;
  ChooseParts(budget);
  AssignBits();
  bounds_.Set(query_->name_class(), bound_parts_, budget);
  end_ = FirstHeavier(bounds_.TooHeavy(static_cast<uint8_t>(~kTaken)));
  for (const RunHit& run : run_hits_) Mark<true>(run.scored_name, kTaken);
  MarkParts<true>(chosen_);
  uint64_t others = 0;
  for (size_t part = 0; part < query_->size(); ++part) {
    if (bound_parts_[part].bit != 0) others |= uint64_t{1} << part;
  }
  MarkParts<false>(others & ~chosen_);
  TakeMarked(scored_names);
}

}  // namespace interdict
