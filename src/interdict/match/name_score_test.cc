#include "interdict/match/name_score.h"

#include <gtest/gtest.h>

#include <random>

namespace interdict {
namespace {

const text::Folder& SharedFolder() {
  static const auto* const kFolder = new Result<text::Folder>(text::Folder::Create());
  return **kFolder;
}

double Compare(std::string_view a, std::string_view b) {
  return CompareNames(a, b, SharedFolder());
}

TEST(TokenSimilarity, AllowsAsManyEditsAsTheLengthBears) {
  struct Case {
    const char* a;
    const char* b;
    double expected;
  };
  const Case kCases[] = {
      {"abc", "abc", 1},
      {"abc", "abd", 0},
      {"abcd", "abce", 0.75},
      {"abcd", "abef", 0},
      {"maduro", "madura", 1 - 1.0 / 6},
      {"maduro", "maudro", 1 - 1.0 / 6},  // neighbours exchanged: one edit
      {"maduro", "mduro", 1 - 1.0 / 6},
      {"abcdef", "abcdxy", 1 - 2.0 / 6},
      {"abcdefghi", "abcdefxyz", 1 - 3.0 / 9},
      {"abcdefgh", "abcdexyz", 0},
      {"", "abc", 0},
      {"", "", 1},
  };
  for (const Case& c : kCases) {
    EXPECT_DOUBLE_EQ(TokenSimilarity(c.a, c.b), c.expected) << c.a << " " << c.b;
    EXPECT_DOUBLE_EQ(TokenSimilarity(c.b, c.a), c.expected) << c.b << " " << c.a;
  }
}

TEST(TokenSimilarity, AnInitialStandsForWhatBeginsWithIt) {
  EXPECT_DOUBLE_EQ(TokenSimilarity("n", "nicolas"), 0.6);
  EXPECT_DOUBLE_EQ(TokenSimilarity("nicolas", "n"), 0.6);
  EXPECT_DOUBLE_EQ(TokenSimilarity("m", "nicolas"), 0);
  EXPECT_DOUBLE_EQ(TokenSimilarity("n", "n"), 1);
}

TEST(TokenSimilarity, IsNeverBelowTheLeastUnlessNothing) {
  std::mt19937 random(3);
  for (int round = 0; round < 5000; ++round) {
    std::string a(1 + random() % 12, 'a'), b(1 + random() % 12, 'a');
    for (char& c : a) c = static_cast<char>('a' + random() % 3);
    for (char& c : b) c = static_cast<char>('a' + random() % 3);
    const double similarity = TokenSimilarity(a, b);
    EXPECT_EQ(similarity, TokenSimilarity(b, a));
    EXPECT_TRUE(similarity == 0 || similarity >= kLeastTokenSimilarity) << a << " " << b;
    EXPECT_LE(similarity, 1);
  }
}

TEST(NameScore, EqualNamesScoreOneInAnyOrderCaseAndScript) {
  EXPECT_DOUBLE_EQ(Compare("Nicolás Maduro Moros", "MADURO MOROS, Nicolas"), 1);
  EXPECT_DOUBLE_EQ(Compare("Владимир", "VLADIMIR"), 1);
  EXPECT_DOUBLE_EQ(Compare("PETROLEOS DE VENEZUELA, S.A.", "Petróleos de Venezuela SA"), 1);
}

TEST(NameScore, NamesWithNothingInCommonScoreZero) {
  EXPECT_EQ(Compare("Ana Roe", "Juan Perez"), 0);
  EXPECT_EQ(Compare("", "Juan Perez"), 0);
  EXPECT_EQ(Compare("Juan Perez", ""), 0);
  EXPECT_EQ(Compare("---", "..."), 0);
}

TEST(NameScore, ADroppedSecondSurnameCostsLittleAndALoneWordMatchesNobody) {
  EXPECT_GE(Compare("Nicolas Maduro", "MADURO MOROS, Nicolas"), 0.75);
  EXPECT_LT(Compare("Nicolas", "MADURO MOROS, Nicolas"), 0.70);
  EXPECT_LT(Compare("S.A.", "PETROLEOS DE VENEZUELA, S.A."), 0.70);
  EXPECT_LT(Compare("de la", "Juan de la Cruz"), 0.70);
}

TEST(NameScore, LegalFormsAndParticlesWeighLessThanNames) {
  EXPECT_GT(Compare("Acme Trading", "Acme Trading Ltd"),
            Compare("Acme Trading", "Acme Trading Gold"));
  EXPECT_GT(Compare("Juan Cruz", "Juan de la Cruz"), Compare("Juan Cruz", "Juan Gomez Cruz"));
}

TEST(NameScore, NamesThatDifferOnlyInSpacesScoreTheCompactScore) {
  EXPECT_DOUBLE_EQ(Compare("Al Zomor", "Alzomor"), kCompactScore);
  EXPECT_DOUBLE_EQ(Compare("AlZomor Ltd", "Al-Zomor Ltd"), kCompactScore);
}

TEST(NameScore, ATokenIsUsedOnlyOnce) {
  EXPECT_LT(Compare("Juan Juan", "Juan Perez"), Compare("Juan Juan", "Juan Juan"));
  EXPECT_LT(Compare("Juan Juan Juan", "Juan Perez Gomez"), 0.70);
}

TEST(NameScore, AMisspellingLowersTheScoreAndDoesNotLoseTheName) {
  const double misspelt = Compare("Nicolas Madura Moros", "MADURO MOROS, Nicolas");
  EXPECT_LT(misspelt, 1);
  EXPECT_GT(misspelt, 0.9);
}

TEST(NameScore, TheExplanationNamesEveryTokenOfBothSides) {
  std::string text;
  CompareNames("Nicolas Madura X", "MADURO MOROS, Nicolas", SharedFolder(), &text);
  EXPECT_NE(text.find("nicolas=nicolas"), std::string::npos) << text;
  EXPECT_NE(text.find("madura~maduro 0.83"), std::string::npos) << text;
  EXPECT_NE(text.find("only asked: x"), std::string::npos) << text;
  EXPECT_NE(text.find("only listed: moros"), std::string::npos) << text;
  CompareNames("Al Zomor", "Alzomor", SharedFolder(), &text);
  EXPECT_NE(text.find("equal without spaces"), std::string::npos) << text;
}

// The scorer looks tokens up in a vocabulary by their letters; that must leave out nothing.
TEST(NameScore, TheMemoOfAVocabularyGivesWhatComparingEveryTokenGives) {
  std::mt19937 random(9);
  Vocabulary vocabulary;
  std::vector<std::string> words;
  for (int i = 0; i < 300; ++i) {
    std::string word(1 + random() % 10, 'a');
    for (char& c : word) c = static_cast<char>("abceo1"[random() % 6]);
    words.push_back(word);
    vocabulary.Add(word);
  }
  words.push_back(
      "\xC3\xA9t\xC3\xA9");  // letters beyond ASCII stay in scripts without a Latin form
  vocabulary.Add(words.back());
  NameScorer::Memo memo;
  for (int round = 0; round < 300; ++round) {
    std::string asked = words[random() % words.size()];
    if (round % 2 == 0) asked[random() % asked.size()] = 'b';
    const NameScorer scorer(asked, vocabulary, &memo);
    for (TokenId id = 0; id < vocabulary.size(); ++id) {
      const std::string& listed = vocabulary.text(id);
      ListedName name;
      name.tokens = {id};
      name.weight = vocabulary.weight(id);
      name.compact = listed;
      const auto expected = static_cast<float>(TokenSimilarity(asked, listed));
      ASSERT_FLOAT_EQ(static_cast<float>(scorer.Score(name)), expected) << asked << " " << listed;
    }
  }
}

TEST(NameScore, ScoresLieBetweenZeroAndOneForAnyNames) {
  std::mt19937 random(4);
  const std::vector<std::string> words = {"ana", "anna", "maria", "de", "la", "sa", "ltd", "al",
                                          "x",   "roe",  "row",   "",   "-",  "'",  "1",   "12"};
  for (int round = 0; round < 3000; ++round) {
    std::string a, b;
    for (size_t n = random() % 6; n > 0; --n) a += words[random() % words.size()] + " ";
    for (size_t n = random() % 6; n > 0; --n) b += words[random() % words.size()] + " ";
    const double score = Compare(a, b);
    ASSERT_GE(score, 0) << a << "|" << b;
    ASSERT_LE(score, 1 + 1e-9) << a << "|" << b;
    if (!SharedFolder().Fold(a).empty()) {
      ASSERT_NEAR(Compare(a, a), 1, 1e-9) << a;
    }
  }
}

}  // namespace
}  // namespace interdict
