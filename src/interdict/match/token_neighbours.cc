#include "interdict/match/token_neighbours.h"

#include <algorithm>

#include "interdict/index/token_keys.h"

namespace interdict {

TokenNeighbours::Known& TokenNeighbours::Know(const names::TokenProfile& token) {
  key_.assign(token.text);
  if (token.consonants_only) key_ += index::kConsonantMark;
  const auto known = remembered_.find(key_);
  if (known != remembered_.end()) return known->second;
  if (remembered_.size() >= kMaxRemembered) remembered_.clear();
  Known& found = remembered_[key_];
  Search(token, &found.neighbours);
  return found;
}

std::pair<index::TokenId, index::TokenId> TokenNeighbours::FindLonger(
    const names::TokenProfile& token) {
  Known& known = Know(token);
  if (!known.longer) known.longer = names_->TokensWithPrefix(token.text);
  return *known.longer;
}

void TokenNeighbours::Search(const names::TokenProfile& token, std::vector<Neighbour>* found) {
  // Keys, entries and tokens lie anywhere in the file, and waiting for memory is most of the work:
  // each is asked for some steps before it is used.
  keys_.clear();
  index::ForEachSoughtKey(token, [&](uint64_t key) { keys_.push_back(key); });
  for (uint64_t key : keys_) names_->PrefetchKey(key);
  for (uint64_t key : keys_) names_->PrefetchFiledUnder(key);
  seen_.clear();
  for (uint64_t key : keys_)
    names_->ForEachFiledUnder(key, [&](index::TokenId id) { seen_.push_back(id); });
  std::sort(seen_.begin(), seen_.end());
  seen_.erase(std::unique(seen_.begin(), seen_.end()), seen_.end());
  constexpr size_t kFar = 10, kNear = 5;
  for (size_t i = 0; i < seen_.size(); ++i) {
    if (i + kFar < seen_.size()) names_->PrefetchToken(seen_[i + kFar]);
    if (i + kNear < seen_.size()) names_->PrefetchTokenText(seen_[i + kNear]);
    const index::TokenId id = seen_[i];
    if (const TokenMatch match = TokenCost(token, names_->Profile(id)))
      found->push_back({id, match.cost, names_->token(id).rarity, match.rule});
  }
}

std::vector<Neighbour> TokenNeighbours::FindByBruteForce(const names::TokenProfile& token,
                                                         const index::NameIndex& names) {
  std::vector<Neighbour> found;
  for (index::TokenId id = 0; id < names.token_count(); ++id) {
    if (const TokenMatch match = TokenCost(token, names.Profile(id)))
      found.push_back({id, match.cost, names.token(id).rarity, match.rule});
  }
  return found;
}

}  // namespace interdict
