#include "interdict/match/token_neighbours.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "interdict/index/testing/indexed_names.h"
#include "interdict/match/testing/random_names.h"
#include "interdict/names/testing/variants_of.h"

namespace interdict {
namespace {

using testing::IndexedNames;
using testing::RandomNames;

std::string Describe(const std::vector<Neighbour>& found, const index::NameIndex& names) {
  std::string text;
  for (const Neighbour& neighbour : found) {
    text += std::string(names.TokenText(neighbour.token)) + " " +
            std::string(TokenRuleName(neighbour.rule)) + " " + std::to_string(neighbour.cost) +
            ", ";
  }
  return text;
}

// Rules that were met, so that a test can tell that it saw them.
using Rules = std::set<TokenRule>;

void ExpectSame(TokenNeighbours* indexed, const index::NameIndex& names, const std::string& text,
                bool consonants_only, Rules* met = nullptr,
                const names::VariantTable* variants = nullptr) {
  const names::TokenProfile token = names::MakeTokenProfile(text, consonants_only, variants);
  const auto expected = TokenNeighbours::FindByBruteForce(token, names);
  const auto& found = indexed->Find(token);
  const bool same = std::equal(found.begin(), found.end(), expected.begin(), expected.end(),
                               [](const Neighbour& a, const Neighbour& b) {
                                 return a.token == b.token && a.cost == b.cost && a.rule == b.rule;
                               });
  ASSERT_TRUE(same) << text << (consonants_only ? "~" : "")
                    << "\nbrute force: " << Describe(expected, names)
                    << "\nindexed:     " << Describe(found, names);
  if (met == nullptr) return;
  for (const Neighbour& neighbour : expected) met->insert(neighbour.rule);
}

std::vector<std::pair<std::string, Schema>> Persons(const std::vector<std::string>& names) {
  std::vector<std::pair<std::string, Schema>> persons;
  for (const std::string& name : names) persons.emplace_back(name, Schema::kPerson);
  return persons;
}

TEST(TokenNeighbours, EachRuleFindsItsToken) {
  const auto lists = IndexedNames::Of(Persons(
      {"Maduro", "Ivanov", "Zomorri", "Alhaddad", "Mueller", "Nicolas", "Jose", "Cornell"}));
  TokenNeighbours neighbours(lists.names());
  struct Case {
    const char* asked;
    TokenRule rule;
  };
  const Case kCases[] = {{"maduro", TokenRule::kEqual},      {"ivanova", TokenRule::kGenderForm},
                         {"alzomorri", TokenRule::kArticle}, {"haddad", TokenRule::kArticle},
                         {"maduor", TokenRule::kEdits},      {"madur0", TokenRule::kShape},
                         {"orudam", TokenRule::kReversed},   {"mdr", TokenRule::kConsonants}};
  for (const Case& c : kCases) {
    const auto& found = neighbours.Find(names::MakeTokenProfile(c.asked, false));
    const bool by_rule = std::any_of(found.begin(), found.end(),
                                     [&](const Neighbour& n) { return n.rule == c.rule; });
    EXPECT_TRUE(by_rule) << c.asked << ": " << Describe(found, lists.names());
  }
  EXPECT_TRUE(neighbours.Find(names::MakeTokenProfile("zzqxwv", false)).empty());
}

// Groups of words that are listed, asked, and neither; a word may stand in several.
TEST(TokenNeighbours, AreThoseOfBruteForceWithATableOfVariants) {
  RandomNames random(11);
  std::vector<std::string> words;
  for (int i = 0; i < 300; ++i)
    words.push_back(random.OneIn(2) ? random.KnownName() : random.Letters(4 + random.Below(6)));
  for (const char* word : {"محمد", "Козлов", "כהנים"}) words.emplace_back(word);
  std::vector<std::vector<std::string>> groups;
  for (int i = 0; i < 200; ++i) {
    groups.emplace_back();
    for (size_t n = 2 + random.Below(5); n > 0; --n) groups.back().push_back(random.Pick(words));
  }
  const auto data = testing::VariantsOf(groups);
  const names::VariantTable table = data.Table();
  const auto analyzer = names::Analyzer::Create(&table);
  ASSERT_TRUE(analyzer.ok());
  const auto lists = IndexedNames::Of(Persons(words), *analyzer);
  TokenNeighbours neighbours(lists.names());
  Rules met;
  for (const std::string& word : words) {
    ASSERT_NO_FATAL_FAILURE(ExpectSame(&neighbours, lists.names(), word, false, &met, &table));
    ASSERT_NO_FATAL_FAILURE(ExpectSame(&neighbours, lists.names(), word, true, &met, &table));
  }
  EXPECT_TRUE(met.contains(TokenRule::kVariant));
}

// Of few letters, so that many tokens are within a slip or two of each other.
TEST(TokenNeighbours, AreThoseOfBruteForceForShortWordsOfFewLetters) {
  RandomNames random(1);
  std::vector<std::string> words;
  for (int i = 0; i < 700; ++i) words.push_back(random.Letters(1 + random.Below(7), "abl"));
  const auto lists = IndexedNames::Of(Persons(words));
  TokenNeighbours neighbours(lists.names());
  for (int i = 0; i < 6000; ++i) {
    ASSERT_NO_FATAL_FAILURE(ExpectSame(
        &neighbours, lists.names(), random.Letters(1 + random.Below(8), "abl"), random.OneIn(8)));
  }
}

TEST(TokenNeighbours, AreThoseOfBruteForceForNamesOfTheLexicon) {
  RandomNames random(2);
  std::vector<std::string> words;
  for (int i = 0; i < 2500; ++i) words.push_back(random.KnownName());
  const auto lists = IndexedNames::Of(Persons(words));
  TokenNeighbours neighbours(lists.names());
  Rules met;
  for (int i = 0; i < 3000; ++i) {
    std::string asked = random.OneIn(2) ? random.KnownName() : random.Pick(words);
    if (random.OneIn(2)) asked = random.Slip(asked);
    ASSERT_NO_FATAL_FAILURE(ExpectSame(&neighbours, lists.names(), asked, random.OneIn(10), &met));
  }
  for (TokenRule rule : {TokenRule::kSpelling, TokenRule::kShortForm, TokenRule::kPhonetic,
                         TokenRule::kEdits, TokenRule::kConsonants}) {
    EXPECT_TRUE(met.contains(rule)) << TokenRuleName(rule);
  }
}

TEST(TokenNeighbours, AreThoseOfBruteForceForEditedWordsOfEveryKind) {
  RandomNames random(3);
  std::vector<std::string> words;
  for (int i = 0; i < 1500; ++i) words.push_back(random.Word());
  const auto lists = IndexedNames::Of(Persons(words));
  std::vector<std::string> listed;
  for (index::TokenId id = 0; id < lists.names().token_count(); ++id)
    listed.emplace_back(lists.names().TokenText(id));
  TokenNeighbours neighbours(lists.names());
  for (int i = 0; i < 12000; ++i) {
    std::string asked = random.Pick(listed);
    switch (random.Below(8)) {
      case 0:
        asked = random.Slip(asked);
        break;
      case 1:
      case 2:
        asked = random.Slip(random.Slip(asked));
        break;
      case 3:
        std::reverse(asked.begin(), asked.end());
        break;
      case 4:
        asked = (random.OneIn(2) ? "al" : "el") + asked;
        break;
      case 5:
        asked += "a";
        break;
      case 6:
        asked.erase(
            std::remove_if(
                asked.begin(), asked.end(),
                [](char c) { return std::string_view("aeiou").find(c) != std::string_view::npos; }),
            asked.end());
        break;
      default:
        break;
    }
    if (asked.empty()) continue;
    ASSERT_NO_FATAL_FAILURE(ExpectSame(&neighbours, lists.names(), asked, random.OneIn(6)));
  }
}

// At 4 and 5, 24 and 25, 64 and 65 letters the rules change.
TEST(TokenNeighbours, AreThoseOfBruteForceAtTheLengthsWhereRulesChange) {
  RandomNames random(4);
  std::vector<std::string> words;
  for (size_t size :
       std::vector<size_t>{1, 2, 3, 4, 5, 6, 23, 24, 25, 26, 47, 48, 49, 62, 63, 64, 65, 66, 130}) {
    for (int i = 0; i < 8; ++i) words.push_back(random.Letters(size));
    words.push_back(random.Letters(size, "bcd"));
    if (size > 6) words.push_back("al" + random.Letters(size - 4) + "ov");
    if (size > 6) words.push_back(random.Letters(size - 1) + "a");
  }
  const auto lists = IndexedNames::Of(Persons(words));
  TokenNeighbours neighbours(lists.names());
  for (const std::string& word : words) {
    std::vector<std::string> asked = {word, word + "a", "al" + word, "el" + word,
                                      std::string(word.rbegin(), word.rend())};
    if (word.size() > 2) asked.push_back(word.substr(2));
    if (word.size() > 1) asked.push_back(word.substr(0, word.size() - 1));
    for (int i = 0; i < 20; ++i) asked.push_back(random.Slip(random.Slip(word)));
    for (int i = 0; i < 20; ++i) asked.push_back(random.Slip(word));
    for (const std::string& text : asked) {
      if (text.empty()) continue;
      ASSERT_NO_FATAL_FAILURE(ExpectSame(&neighbours, lists.names(), text, false));
      ASSERT_NO_FATAL_FAILURE(ExpectSame(&neighbours, lists.names(), text, true));
    }
  }
}

TEST(TokenNeighbours, AnswersDoNotDependOnWhatWasAskedBefore) {
  RandomNames random(5);
  std::vector<std::string> words;
  for (int i = 0; i < 50; ++i) words.push_back(random.Letters(5));
  const auto lists = IndexedNames::Of(Persons(words));
  TokenNeighbours neighbours(lists.names());
  const auto before = neighbours.Find(names::MakeTokenProfile(words[0], false));
  for (size_t i = 0; i < TokenNeighbours::kMaxRemembered + 10; ++i) {
    neighbours.Find(names::MakeTokenProfile("q" + std::to_string(i), false));
  }
  ASSERT_NO_FATAL_FAILURE(ExpectSame(&neighbours, lists.names(), words[0], false));
  ASSERT_NO_FATAL_FAILURE(ExpectSame(&neighbours, lists.names(), words[0], true));
  EXPECT_EQ(before.size(), neighbours.Find(names::MakeTokenProfile(words[0], false)).size());
}

}  // namespace
}  // namespace interdict
