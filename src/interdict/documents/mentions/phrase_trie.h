// Phrases, word by word, found in running text in one pass: the names of lists, the triggers of
// measures and every other table of words use it.
//
// A trie over the hashes of words, its edges in one hash table. Nearly all positions of a text
// begin no phrase: two small bit sets say so before the table is touched, one of the first words of
// phrases of one word, one of the first two words of longer ones. Cost of a position: two loads
// that stay in the cache. Hashes stand for words; that two words of a list share one of 64 bits is
// taken as impossible.
//
// Test: phrase_trie_test.cc (against a search through all phrases).
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "interdict/documents/mentions/words.h"

namespace interdict::documents {

class PhraseTrie {
 public:
  // Adds a phrase of at least one word. The same phrase may be added with several values; equal
  // values are kept once.
  void Add(std::span<const uint64_t> words, uint32_t value);
  // The same for each of the forms of a cell ("sanction|sanctions").
  void AddForms(std::string_view forms, uint32_t value, WordReader* reader);
  // To be called once, after the last Add and before the first look-up.
  void Freeze();

  struct Match {
    uint32_t words = 0;   // 0: none
    uint32_t phrase = 0;  // number of the phrase
  };

  // Whether a phrase may begin here: a few false answers, no missed one.
  bool MayBegin(std::span<const Word> words, size_t at) const {
    const uint64_t first = words[at].hash;
    if (Has(singles_, first)) return true;
    return at + 1 < words.size() && Has(pairs_, PairHash(first, words[at + 1].hash));
  }

  // The longest phrase that begins at word `at`, within `words`; a gap of `strongest` or more
  // between two words ends it.
  Match Longest(std::span<const Word> words, size_t at, Gap strongest = Gap::kOther) const;
  // Calls `use` with every phrase that begins there, the longest last.
  template <typename Use>
  void Each(std::span<const Word> words, size_t at, Gap strongest, Use use) const {
    if (!MayBegin(words, at)) return;
    uint32_t node = 0;
    for (size_t i = at; i < words.size(); ++i) {
      if (i > at && words[i].gap >= strongest) return;
      node = Child(node, words[i].hash);
      if (node == 0) return;
      if (phrase_of_node_[node] != kNoPhrase)
        use(Match{static_cast<uint32_t>(i - at + 1), phrase_of_node_[node]});
    }
  }
  // The same, gathered.
  void All(std::span<const Word> words, size_t at, Gap strongest, std::vector<Match>* out) const;

  std::span<const uint32_t> Values(uint32_t phrase) const {
    return std::span(values_).subspan(first_value_[phrase],
                                      first_value_[phrase + 1] - first_value_[phrase]);
  }
  uint32_t size() const { return static_cast<uint32_t>(first_value_.size() - 1); }
  size_t bytes() const;

 private:
  struct Edge {
    uint64_t key = 0;  // of node and word; 0: empty
    uint32_t node = 0;
  };
  struct Added {
    uint32_t phrase;
    uint32_t value;
  };
  static constexpr uint32_t kNoPhrase = 0xffffffff;

  static uint64_t EdgeKey(uint32_t node, uint64_t word);
  static uint64_t PairHash(uint64_t first, uint64_t second) {
    return (first ^ (second << 23 | second >> 41)) * 0x9E3779B97F4A7C15;
  }
  bool Has(const std::vector<uint64_t>& bits, uint64_t hash) const {
    const uint64_t bit = hash >> filter_shift_;
    return (bits[bit / 64] >> (bit % 64) & 1) != 0;
  }
  uint32_t Child(uint32_t node, uint64_t word) const;  // 0: none
  uint32_t ChildOrNew(uint32_t node, uint64_t word);
  void Grow();

  std::vector<Edge> edges_ = std::vector<Edge>(64);
  size_t edge_count_ = 0;
  std::vector<uint32_t> phrase_of_node_ = {kNoPhrase};
  std::vector<Added> added_;
  uint32_t phrases_ = 0;
  std::vector<uint32_t> first_value_, values_;

  unsigned filter_shift_ = 64 - 10;
  std::vector<uint64_t> singles_ = std::vector<uint64_t>(16), pairs_ = std::vector<uint64_t>(16);
  std::vector<uint64_t> single_hashes_, pair_hashes_;  // until Freeze
};

}  // namespace interdict::documents
