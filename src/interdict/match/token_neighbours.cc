#include "interdict/match/token_neighbours.h"

#include <algorithm>

#include "interdict/index/token_keys.h"

namespace interdict {

const std::vector<Neighbour>& TokenNeighbours::Find(const names::TokenProfile& token) {
  key_.assign(token.text);
  if (token.consonants_only) key_ += index::kConsonantMark;
  const auto known = remembered_.find(key_);
  if (known != remembered_.end()) return known->second;
  if (remembered_.size() >= kMaxRemembered) remembered_.clear();
  std::vector<Neighbour>& found = remembered_[key_];
  Search(token, &found);
  return found;
}

void TokenNeighbours::Search(const names::TokenProfile& token, std::vector<Neighbour>* found) {
  seen_.clear();
  index::ForEachSoughtKey(token, [&](uint64_t key) {
    names_->ForEachFiledUnder(key, [&](index::TokenId id) { seen_.push_back(id); });
  });
  std::sort(seen_.begin(), seen_.end());
  seen_.erase(std::unique(seen_.begin(), seen_.end()), seen_.end());
  for (index::TokenId id : seen_) {
    if (const TokenMatch match = TokenCost(token, names_->Profile(id)))
      found->push_back({id, match.cost, match.rule});
  }
}

std::vector<Neighbour> TokenNeighbours::FindByBruteForce(const names::TokenProfile& token,
                                                         const index::NameIndex& names) {
  std::vector<Neighbour> found;
  for (index::TokenId id = 0; id < names.token_count(); ++id) {
    if (const TokenMatch match = TokenCost(token, names.Profile(id)))
      found.push_back({id, match.cost, match.rule});
  }
  return found;
}

}  // namespace interdict
