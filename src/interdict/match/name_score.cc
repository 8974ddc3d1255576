#include "interdict/match/name_score.h"

#include <algorithm>
#include <bit>
#include <cstdio>

#include "interdict/match/edit_distance.h"

namespace interdict {
namespace {

constexpr double kInitialSimilarity = 0.6;
constexpr double kShareOfSmaller = 0.55;
constexpr size_t kMaxMemoTokens = 4096;

int AllowedEdits(size_t length) {
  if (length <= 3) return 0;
  if (length <= 5) return 1;
  return length <= 8 ? 2 : 3;
}

// An edit changes the set of letters by at most two, so far apart sets need no distance.
bool LettersAllow(uint64_t a, uint64_t b, int edits) {
  return std::popcount(a ^ b) <= 2 * edits;
}

NameScorer::Similar FindSimilar(std::string_view token, const Vocabulary& vocabulary) {
  NameScorer::Similar similar;
  const uint64_t letters = LetterMask(token);
  for (TokenId id = 0; id < vocabulary.size(); ++id) {
    const std::string& other = vocabulary.text(id);
    const bool initial = token.size() == 1 || other.size() == 1;
    const int edits = AllowedEdits(std::max(token.size(), other.size()));
    if (!initial && !LettersAllow(letters, vocabulary.letters(id), edits)) continue;
    const double similarity = TokenSimilarity(token, other);
    if (similarity > 0) similar.emplace_back(id, static_cast<float>(similarity));
  }
  return similar;
}

}  // namespace

double TokenSimilarity(std::string_view a, std::string_view b) {
  if (a == b) return 1;
  if (a.empty() || b.empty()) return 0;
  if (a.size() == 1 || b.size() == 1) return a.front() == b.front() ? kInitialSimilarity : 0;
  const size_t length = std::max(a.size(), b.size());
  const int limit = AllowedEdits(length);
  const int edits = EditDistance(a, b, limit);
  if (edits > limit) return 0;
  const double similarity = 1 - static_cast<double>(edits) / static_cast<double>(length);
  return similarity >= kLeastTokenSimilarity ? similarity : 0;
}

NameScorer::NameScorer(std::string_view folded_query, const Vocabulary& vocabulary, Memo* memo)
    : vocabulary_(vocabulary) {
  if (memo->size() > kMaxMemoTokens) memo->clear();
  for (std::string_view token : text::Tokens(folded_query)) {
    tokens_.emplace_back(token);
    compact_ += token;
    weights_.push_back(TokenWeight(token));
    weight_ += weights_.back();
    auto [found, is_new] = memo->try_emplace(std::string(token));
    if (is_new) found->second = FindSimilar(token, vocabulary);
    std::vector<float>& row = similarity_.emplace_back(vocabulary.size(), 0.0F);
    for (const auto& [id, similarity] : found->second) row[id] = similarity;
  }
}

std::vector<NameScorer::Pair> NameScorer::Align(const ListedName& listed) const {
  std::vector<Pair> pairs;
  for (size_t q = 0; q < tokens_.size(); ++q) {
    for (size_t l = 0; l < listed.tokens.size(); ++l) {
      const double similarity = similarity_[q][listed.tokens[l]];
      if (similarity > 0) pairs.push_back({similarity, q, l});
    }
  }
  if (pairs.size() < 2) return pairs;
  std::sort(pairs.begin(), pairs.end(), [](const Pair& a, const Pair& b) {
    if (a.similarity != b.similarity) return a.similarity > b.similarity;
    return a.query != b.query ? a.query < b.query : a.listed < b.listed;
  });
  std::vector<bool> query_used(tokens_.size()), listed_used(listed.tokens.size());
  std::vector<Pair> chosen;
  for (const Pair& pair : pairs) {
    if (query_used[pair.query] || listed_used[pair.listed]) continue;
    query_used[pair.query] = listed_used[pair.listed] = true;
    chosen.push_back(pair);
  }
  return chosen;
}

double NameScorer::Score(const ListedName& listed) const {
  if (tokens_.empty()) return 0;
  double query_share = 0, listed_share = 0;
  for (const Pair& pair : Align(listed)) {
    query_share += pair.similarity * weights_[pair.query];
    listed_share += pair.similarity * vocabulary_.weight(listed.tokens[pair.listed]);
  }
  query_share /= weight_;
  listed_share /= listed.weight;
  const double aligned = kShareOfSmaller * std::min(query_share, listed_share) +
                         (1 - kShareOfSmaller) * std::max(query_share, listed_share);
  const bool same_but_spaces = compact_ == listed.compact;
  return same_but_spaces ? std::max(aligned, kCompactScore) : aligned;
}

std::string NameScorer::Explain(const ListedName& listed) const {
  std::vector<Pair> pairs = Align(listed);
  std::sort(pairs.begin(), pairs.end(),
            [](const Pair& a, const Pair& b) { return a.query < b.query; });
  std::vector<bool> query_used(tokens_.size()), listed_used(listed.tokens.size());
  std::string text;
  const auto add = [&text](const std::string& part) {
    if (!text.empty()) text += ", ";
    text += part;
  };
  for (const Pair& pair : pairs) {
    query_used[pair.query] = listed_used[pair.listed] = true;
    const std::string& other = vocabulary_.text(listed.tokens[pair.listed]);
    char similarity[16];
    std::snprintf(similarity, sizeof similarity, "%.2f", pair.similarity);
    add(tokens_[pair.query] + (pair.similarity == 1 ? "=" : "~") + other +
        (pair.similarity == 1 ? "" : std::string(" ") + similarity));
  }
  for (size_t q = 0; q < tokens_.size(); ++q) {
    if (!query_used[q]) add("only asked: " + tokens_[q]);
  }
  for (size_t l = 0; l < listed.tokens.size(); ++l) {
    if (!listed_used[l]) add("only listed: " + vocabulary_.text(listed.tokens[l]));
  }
  if (compact_ == listed.compact && tokens_.size() != listed.tokens.size())
    add("equal without spaces");
  return text;
}

double CompareNames(std::string_view a, std::string_view b, const text::Folder& folder,
                    std::string* explanation) {
  Vocabulary vocabulary;
  ListedName listed;
  const std::string folded = folder.Fold(b);
  for (std::string_view token : text::Tokens(folded)) {
    listed.tokens.push_back(vocabulary.Add(token));
    listed.weight += vocabulary.weight(listed.tokens.back());
    listed.compact += token;
  }
  if (listed.tokens.empty()) return 0;
  NameScorer::Memo memo;
  const NameScorer scorer(folder.Fold(a), vocabulary, &memo);
  if (explanation != nullptr) *explanation = scorer.Explain(listed);
  return scorer.Score(listed);
}

}  // namespace interdict
