#include "interdict/documents/mentions/phrase_trie.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>
#include <string>
#include <vector>

namespace interdict::documents {
namespace {

using Phrase = std::vector<uint64_t>;

Phrase HashesOf(std::string_view text) {
  Phrase hashes;
  while (!text.empty()) {
    const size_t end = std::min(text.find(' '), text.size());
    hashes.push_back(HashWord(text.substr(0, end)));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return hashes;
}

std::vector<Word> WordsOf(const Phrase& hashes) {
  std::vector<Word> words;
  for (uint64_t hash : hashes) words.push_back({hash, 0, 0, 0, Gap::kSpace});
  return words;
}

std::vector<Word> WordsOf(std::string_view text) {
  return WordsOf(HashesOf(text));
}

TEST(PhraseTrie, TheLongestPhraseWins) {
  PhraseTrie trie;
  trie.Add(HashesOf("united states"), 1);
  trie.Add(HashesOf("united states treasury"), 2);
  trie.Add(HashesOf("states"), 3);
  trie.Freeze();
  const std::vector<Word> words = WordsOf("the united states treasury of");
  EXPECT_EQ(trie.Longest(words, 0).words, 0U);
  const PhraseTrie::Match match = trie.Longest(words, 1);
  EXPECT_EQ(match.words, 3U);
  ASSERT_EQ(trie.Values(match.phrase).size(), 1U);
  EXPECT_EQ(trie.Values(match.phrase)[0], 2U);
  std::vector<PhraseTrie::Match> all;
  trie.All(words, 1, Gap::kOther, &all);
  ASSERT_EQ(all.size(), 2U);
  EXPECT_EQ(all[0].words, 2U);
  EXPECT_EQ(all[1].words, 3U);
}

TEST(PhraseTrie, AGapThatIsTooStrongEndsAPhrase) {
  PhraseTrie trie;
  trie.Add(HashesOf("maduro moros"), 1);
  trie.Freeze();
  std::vector<Word> words = WordsOf("maduro moros");
  for (Gap gap : {Gap::kSpace, Gap::kHyphen, Gap::kSlash, Gap::kComma, Gap::kLine, Gap::kOther,
                  Gap::kStop, Gap::kBlock}) {
    words[1].gap = gap;
    EXPECT_EQ(trie.Longest(words, 0).words, gap < Gap::kOther ? 2U : 0U);
    EXPECT_EQ(trie.Longest(words, 0, Gap::kComma).words, gap < Gap::kComma ? 2U : 0U);
  }
  // The gap before the first word is nobody's.
  words[0].gap = Gap::kBlock;
  words[1].gap = Gap::kSpace;
  EXPECT_EQ(trie.Longest(words, 0).words, 2U);
}

TEST(PhraseTrie, APhraseKeepsItsValuesInOrderAndEachOnce) {
  PhraseTrie trie;
  for (uint32_t value : {7U, 3U, 7U, 5U, 3U}) trie.Add(HashesOf("tren de aragua"), value);
  trie.Add(HashesOf("aragua"), 7);
  trie.Freeze();
  EXPECT_EQ(trie.size(), 2U);
  const PhraseTrie::Match match = trie.Longest(WordsOf("tren de aragua"), 0);
  ASSERT_EQ(match.words, 3U);
  const auto values = trie.Values(match.phrase);
  EXPECT_EQ(std::vector<uint32_t>(values.begin(), values.end()), (std::vector<uint32_t>{3, 5, 7}));
}

TEST(PhraseTrie, AnEmptyTrieFindsNothing) {
  PhraseTrie trie;
  trie.Add({}, 1);
  trie.Freeze();
  EXPECT_EQ(trie.size(), 0U);
  EXPECT_EQ(trie.Longest(WordsOf("a b"), 0).words, 0U);
  EXPECT_FALSE(trie.MayBegin(WordsOf("a b"), 0));
  EXPECT_FALSE(trie.MayBegin(WordsOf("a b"), 1));
}

TEST(PhraseTrie, FindsWhatASearchThroughAllPhrasesFinds) {
  std::mt19937_64 random(5);
  for (int round = 0; round < 60; ++round) {
    // Few words make many common beginnings.
    Phrase vocabulary;
    for (size_t i = 0; i < 3 + random() % 30; ++i) vocabulary.push_back(random());
    std::map<Phrase, std::set<uint32_t>> phrases;
    PhraseTrie trie;
    for (size_t i = 0; i < random() % 300; ++i) {
      Phrase phrase;
      for (size_t n = 1 + random() % 5; n > 0; --n)
        phrase.push_back(vocabulary[random() % vocabulary.size()]);
      const auto value = static_cast<uint32_t>(random() % 100);
      trie.Add(phrase, value);
      phrases[phrase].insert(value);
    }
    trie.Freeze();
    EXPECT_EQ(trie.size(), phrases.size());
    std::vector<Word> text;
    for (size_t i = 0; i < 400; ++i) {
      Word word{vocabulary[random() % vocabulary.size()], 0, 0, 0, Gap::kSpace};
      if (random() % 8 == 0) word.gap = static_cast<Gap>(random() % 8);
      if (random() % 8 == 0) word.hash = random();
      text.push_back(word);
    }
    std::vector<PhraseTrie::Match> all;
    for (size_t at = 0; at < text.size(); ++at) {
      const Gap strongest = random() % 2 == 0 ? Gap::kOther : Gap::kComma;
      std::vector<std::pair<uint32_t, std::set<uint32_t>>> expected;
      Phrase phrase;
      for (size_t i = at; i < text.size(); ++i) {
        if (i > at && text[i].gap >= strongest) break;
        phrase.push_back(text[i].hash);
        const auto found = phrases.find(phrase);
        if (found != phrases.end())
          expected.emplace_back(static_cast<uint32_t>(phrase.size()), found->second);
        if (phrase.size() > 5) break;
      }
      trie.All(text, at, strongest, &all);
      ASSERT_EQ(all.size(), expected.size());
      for (size_t i = 0; i < all.size(); ++i) {
        EXPECT_EQ(all[i].words, expected[i].first);
        const auto values = trie.Values(all[i].phrase);
        EXPECT_EQ(std::set<uint32_t>(values.begin(), values.end()), expected[i].second);
      }
      const PhraseTrie::Match longest = trie.Longest(text, at, strongest);
      EXPECT_EQ(longest.words, expected.empty() ? 0 : expected.back().first);
      if (!expected.empty()) {
        EXPECT_TRUE(trie.MayBegin(text, at));
      }
    }
  }
}

}  // namespace
}  // namespace interdict::documents
