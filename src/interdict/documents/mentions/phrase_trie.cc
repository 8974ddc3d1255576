#include "interdict/documents/mentions/phrase_trie.h"

#include <algorithm>
#include <bit>

#include "interdict/documents/mentions/forms.h"

namespace interdict::documents {

uint64_t PhraseTrie::EdgeKey(uint32_t node, uint64_t word) {
  uint64_t key = (word + node * 0xA24BAED4963EE407ULL) * 0x9FB21C651E98DF25ULL;
  key ^= key >> 28;
  return key == 0 ? 1 : key;
}

uint32_t PhraseTrie::Child(uint32_t node, uint64_t word) const {
  const uint64_t key = EdgeKey(node, word);
  const size_t mask = edges_.size() - 1;
  for (size_t at = key & mask;; at = (at + 1) & mask) {
    if (edges_[at].key == key) return edges_[at].node;
    if (edges_[at].key == 0) return 0;
  }
}

uint32_t PhraseTrie::ChildOrNew(uint32_t node, uint64_t word) {
  if ((edge_count_ + 1) * 2 > edges_.size()) Grow();
  const uint64_t key = EdgeKey(node, word);
  const size_t mask = edges_.size() - 1;
  size_t at = key & mask;
  for (; edges_[at].key != 0; at = (at + 1) & mask)
    if (edges_[at].key == key) return edges_[at].node;
  const auto child = static_cast<uint32_t>(phrase_of_node_.size());
  phrase_of_node_.push_back(kNoPhrase);
  edges_[at] = {key, child};
  ++edge_count_;
  return child;
}

void PhraseTrie::Grow() {
  std::vector<Edge> old(edges_.size() * 2);
  old.swap(edges_);
  const size_t mask = edges_.size() - 1;
  for (const Edge& edge : old) {
    if (edge.key == 0) continue;
    size_t at = edge.key & mask;
    while (edges_[at].key != 0) at = (at + 1) & mask;
    edges_[at] = edge;
  }
}

void PhraseTrie::Add(std::span<const uint64_t> words, uint32_t value) {
  if (words.empty()) return;
  uint32_t node = 0;
  for (uint64_t word : words) node = ChildOrNew(node, word);
  if (phrase_of_node_[node] == kNoPhrase) phrase_of_node_[node] = phrases_++;
  added_.push_back({phrase_of_node_[node], value});
  if (words.size() == 1)
    single_hashes_.push_back(words[0]);
  else
    pair_hashes_.push_back(PairHash(words[0], words[1]));
}

void PhraseTrie::AddForms(std::string_view forms, uint32_t value, WordReader* reader) {
  std::vector<Word> words;
  std::vector<uint64_t> hashes;
  ForEachForm(forms, [&](std::string_view form) {
    words.clear();
    hashes.clear();
    reader->Read(form, {0, static_cast<uint32_t>(form.size())}, SIZE_MAX, &words);
    for (const Word& word : words) hashes.push_back(word.hash);
    Add(hashes, value);
  });
}

void PhraseTrie::Freeze() {
  std::sort(added_.begin(), added_.end(), [](const Added& a, const Added& b) {
    return a.phrase != b.phrase ? a.phrase < b.phrase : a.value < b.value;
  });
  first_value_.assign(1, 0);
  for (size_t i = 0; i < added_.size(); ++i) {
    const bool same_phrase = i > 0 && added_[i].phrase == added_[i - 1].phrase;
    if (i > 0 && !same_phrase) first_value_.push_back(static_cast<uint32_t>(values_.size()));
    if (same_phrase && added_[i].value == added_[i - 1].value) continue;
    values_.push_back(added_[i].value);
  }
  if (!added_.empty()) first_value_.push_back(static_cast<uint32_t>(values_.size()));

  // Sixteen bits or more for each phrase: at most one position in sixteen is looked at in vain.
  const size_t most = std::max<size_t>({single_hashes_.size(), pair_hashes_.size(), 1024});
  const unsigned log2 = static_cast<unsigned>(std::bit_width(most * 16 - 1));
  filter_shift_ = 64 - log2;
  const auto fill = [&](const std::vector<uint64_t>& hashes, std::vector<uint64_t>* bits) {
    bits->assign((size_t{1} << log2) / 64, 0);
    for (uint64_t hash : hashes) {
      const uint64_t bit = hash >> filter_shift_;
      (*bits)[bit / 64] |= uint64_t{1} << (bit % 64);
    }
  };
  fill(single_hashes_, &singles_);
  fill(pair_hashes_, &pairs_);
  for (std::vector<uint64_t>* spent : {&single_hashes_, &pair_hashes_})
    std::vector<uint64_t>().swap(*spent);
  std::vector<Added>().swap(added_);
}

PhraseTrie::Match PhraseTrie::Longest(std::span<const Word> words, size_t at, Gap strongest) const {
  Match best;
  Each(words, at, strongest, [&](const Match& match) { best = match; });
  return best;
}

void PhraseTrie::All(std::span<const Word> words, size_t at, Gap strongest,
                     std::vector<Match>* out) const {
  out->clear();
  Each(words, at, strongest, [&](const Match& match) { out->push_back(match); });
}

size_t PhraseTrie::bytes() const {
  return edges_.size() * sizeof(Edge) + phrase_of_node_.size() * 4 + first_value_.size() * 4 +
         values_.size() * 4 + (singles_.size() + pairs_.size()) * 8;
}

}  // namespace interdict::documents
