// The listed tokens that stand for a token under some rule of token_cost.h, found through their
// keys (index/token_keys.h) and verified by TokenCost. What is found is remembered, since customer
// files repeat words. Not thread-safe; one a thread. Test: token_neighbours_test.cc, against
// comparing with every token.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "interdict/index/name_index.h"
#include "interdict/match/token_cost.h"

namespace interdict {

struct Neighbour {
  index::TokenId token;
  Points cost;
  uint16_t rarity;  // of the token, so that it need not be looked at again
  TokenRule rule;
};

class TokenNeighbours {
 public:
  // `names` is borrowed.
  explicit TokenNeighbours(const index::NameIndex& names) : names_(&names) {}

  // In the order of the tokens. Valid until the next call.
  const std::vector<Neighbour>& Find(const names::TokenProfile& token) {
    return Know(token).neighbours;
  }
  // NameIndex::TokensWithPrefix of the token's text.
  std::pair<index::TokenId, index::TokenId> FindLonger(const names::TokenProfile& token);

  // Every token of the list compared: the definition of what Find returns.
  static std::vector<Neighbour> FindByBruteForce(const names::TokenProfile& token,
                                                 const index::NameIndex& names);

  static constexpr size_t kMaxRemembered = 1 << 16;

 private:
  struct Known {
    std::vector<Neighbour> neighbours;
    std::optional<std::pair<index::TokenId, index::TokenId>> longer;  // when first asked for
  };
  Known& Know(const names::TokenProfile& token);
  void Search(const names::TokenProfile& token, std::vector<Neighbour>* found);

  const index::NameIndex* names_;
  std::unordered_map<std::string, Known> remembered_;
  std::string key_;
  std::vector<uint64_t> keys_;
  std::vector<index::TokenId> seen_;
};

}  // namespace interdict
