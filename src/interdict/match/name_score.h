// Similarity of a query name to listed names, by aligning their tokens.
//
// Two tokens are as similar as their edit distance leaves them: 1 for equal, 1 - edits / length
// within the edits that their length allows (none up to 3 letters, one up to 5, two up to 8, then
// three), 0 beyond; an initial stands for a token that begins with it. Tokens of the two names are
// paired greedily, best pair first, each used once. What is paired, weighted by what the tokens
// say, gives a share of the query's name and a share of the listed name; the score mixes the
// smaller with the larger share, so that a dropped second surname costs little and a lone common
// word does not match. Names that are equal but for their spaces score kCompactScore. Unit: [0, 1].
// Test: name_score_test.cc.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "interdict/match/party_table.h"

namespace interdict {

inline constexpr double kCompactScore = 0.97;
inline constexpr double kLeastTokenSimilarity = 0.6;

// Similarity of two folded tokens; 0 below kLeastTokenSimilarity. Symmetric.
double TokenSimilarity(std::string_view a, std::string_view b);

// A query name against any number of listed names. Not thread-safe; one a thread and query name.
class NameScorer {
 public:
  // `memo` keeps the similarities of a token to the whole vocabulary between queries; it belongs to
  // one vocabulary.
  using Similar = std::vector<std::pair<TokenId, float>>;
  using Memo = std::unordered_map<std::string, Similar>;
  NameScorer(std::string_view folded_query, const Vocabulary& vocabulary, Memo* memo);

  double Score(const ListedName& listed) const;
  // Pairs of query token and listed token with their similarity, and what is left over, in words.
  std::string Explain(const ListedName& listed) const;

 private:
  struct Pair {
    double similarity;
    size_t query;   // position in the query's tokens
    size_t listed;  // position in the listed tokens
  };
  std::vector<Pair> Align(const ListedName& listed) const;

  const Vocabulary& vocabulary_;
  std::string compact_;
  std::vector<std::string> tokens_;  // owned: a scorer may be moved
  std::vector<double> weights_;
  double weight_ = 0;
  std::vector<std::vector<float>> similarity_;  // a row per query token, by token id
};

// Score of the name feature for two names, as `compare` gives it.
double CompareNames(std::string_view a, std::string_view b, const text::Folder& folder,
                    std::string* explanation = nullptr);

}  // namespace interdict
