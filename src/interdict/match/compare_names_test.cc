#include "interdict/match/compare_names.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "interdict/index/testing/indexed_names.h"
#include "interdict/match/testing/random_names.h"

namespace interdict {
namespace {

using names::NameClass;
using testing::RandomNames;
using testing::SharedAnalyzer;

constexpr Points kUsualThreshold = 7000;

Points Compare(std::string_view a, std::string_view b, NameClass name_class = NameClass::kPerson) {
  return CompareNames(a, b, name_class, SharedAnalyzer()).score;
}

Points CompareBodies(std::string_view a, std::string_view b) {
  return Compare(a, b, NameClass::kBody);
}

TEST(CompareNames, EqualNamesScoreOneInAnyOrderCaseAndAccent) {
  EXPECT_EQ(Compare("Nicolás Maduro Moros", "MADURO MOROS, Nicolas"), kFullScore);
  EXPECT_EQ(Compare("Nicolas Maduro", "Maduro Nicolas"), kFullScore);
  EXPECT_EQ(Compare("Владимир Иванов", "VLADIMIR IVANOV"), kFullScore);
  EXPECT_EQ(CompareBodies("PETROLEOS DE VENEZUELA, S.A.", "Petróleos de Venezuela SA"), kFullScore);
}

TEST(CompareNames, NamesWithNothingInCommonScoreNothing) {
  EXPECT_EQ(Compare("Ana Roe", "Juan Perez"), 0);
  EXPECT_EQ(Compare("", "Juan Perez"), 0);
  EXPECT_EQ(Compare("Juan Perez", ""), 0);
  EXPECT_EQ(Compare("---", "..."), 0);
}

TEST(CompareNames, AReplacedNameIsSomebodyElse) {
  const char* kPairs[][2] = {{"Nicolas Maduro", "Nicolas Zomorri"},
                             {"Nicolas Maduro", "Fernando Maduro"},
                             {"Ana Maria Zomorri", "Ana Maria Gutierrez"},
                             {"Zomorri Ahmed Hassan", "Kanvas Ahmed Hassan"}};
  for (const auto& pair : kPairs)
    EXPECT_LT(Compare(pair[0], pair[1]), kUsualThreshold) << pair[0] << " " << pair[1];
}

TEST(CompareNames, ALoneCommonWordIsNobody) {
  EXPECT_LT(Compare("de la", "Juan de la Cruz"), kUsualThreshold);
  EXPECT_LT(CompareBodies("S.A.", "Petroleos de Venezuela S.A."), kUsualThreshold);
  EXPECT_LT(CompareBodies("Trading Company", "Zomorri Trading Company"), kUsualThreshold);
  EXPECT_LT(Compare("Nicolas", "MADURO MOROS, Nicolas"), kUsualThreshold);
}

TEST(CompareNames, WhatTypistsAndFormsDoKeepsTheName) {
  struct Case {
    const char *a, *b;
    NameClass name_class;
  };
  const Case kCases[] = {
      {"Nicolas Maduro Moros", "Nicolas Madura Moros", NameClass::kPerson},
      {"Nicolas Maduro Moros", "Nicolas Maduro", NameClass::kPerson},
      {"Nicolas Maduro Moros", "N. Maduro Moros", NameClass::kPerson},
      {"Nicolas Maduro Moros", "Dr. Nicolas Maduro Moros", NameClass::kPerson},
      {"Nicolas Maduro Moros", "NicolasMaduro Moros", NameClass::kPerson},
      {"Nicolas Maduro Moros", "Nicolas Maduro Mor", NameClass::kPerson},
      {"Muhammad al-Zomorri", "Mohamed Alzomorri", NameClass::kPerson},
      {"Abdurrahman Zomorri", "Abd al-Rahman Zomorri", NameClass::kPerson},
      {"Sergei Zomorrin", "Sergey Zomorrin", NameClass::kPerson},
      {"Zomorri Mining", "Zomorri Mining Ltd", NameClass::kBody},
      {"Zomorri Mining Limited", "Zomorri Mining Ltd.", NameClass::kBody},
      {"Zomorri Mining LLC", "Zomorri Mining Limited Liability Company", NameClass::kBody},
      {"Zomorri Bank", "Банк Zomorri", NameClass::kBody},
      {"Zomorri 4", "Zomorri IV", NameClass::kBody},
      {"Zomorri 44", "Zomorri Forty-Four", NameClass::kBody},
      {"Zomorri 44th Brigade", "Zomorri Brigade 44", NameClass::kBody},
      {"MV Zomorri", "Zomorri", NameClass::kCraft},
  };
  for (const Case& c : kCases)
    EXPECT_GE(Compare(c.a, c.b, c.name_class), kUsualThreshold) << c.a << " | " << c.b;
}

TEST(CompareNames, AnotherNumberIsAnotherBodyOrShip) {
  EXPECT_LT(Compare("Zomorri 4", "Zomorri 5", NameClass::kCraft),
            Compare("Zomorri 4", "Zomorri 4", NameClass::kCraft));
  EXPECT_LT(Compare("Zomorri 4", "Zomorri 5", NameClass::kCraft), kUsualThreshold);
  EXPECT_LT(CompareBodies("Brigade 4", "Brigade 44"), kUsualThreshold);
}

TEST(CompareNames, SmallWordsWeighLessThanNames) {
  EXPECT_GT(CompareBodies("Zomorri Mining", "Zomorri Mining Ltd"),
            CompareBodies("Zomorri Mining", "Zomorri Mining Kanvas"));
  EXPECT_GT(Compare("Juan Cruz", "Juan de la Cruz"), Compare("Juan Cruz", "Juan Gomez Cruz"));
  EXPECT_GT(Compare("Ana Zomorri", "Dr. Ana Zomorri"), Compare("Ana Zomorri", "Eva Ana Zomorri"));
}

TEST(CompareNames, APartIsUsedOnlyOnce) {
  EXPECT_LT(Compare("Juan Juan", "Juan Perez"), Compare("Juan Juan", "Juan Juan"));
  EXPECT_LT(Compare("Juan Juan Juan", "Juan Perez Gomez"), kUsualThreshold);
}

TEST(CompareNames, TheExplanationNamesTheWordsOfBothSides) {
  const auto compared = CompareNames("Nicolas Madura X", "MADURO MOROS, Nicolas",
                                     NameClass::kPerson, SharedAnalyzer());
  for (const char* piece : {"nicolas=nicolas", "madura~maduro", "edits", "x", "moros", "loses"})
    EXPECT_NE(compared.explanation.find(piece), std::string::npos) << compared.explanation;
  EXPECT_EQ(compared.score, kFullScore - compared.losses.Total());
}

TEST(CompareNames, ScoresLieWithinTheirBoundsAndDoNotDependOnTheOrder) {
  RandomNames random(31);
  for (int round = 0; round < 4000; ++round) {
    const std::string a = random.Name();
    const std::string b = random.OneIn(3) ? random.Name() : random.Change(a);
    const auto name_class = static_cast<NameClass>(random.Below(4));
    const auto forth = CompareNames(a, b, name_class, SharedAnalyzer());
    ASSERT_EQ(forth.score, Compare(b, a, name_class)) << a << " | " << b;
    ASSERT_GE(forth.score, 0) << a << " | " << b;
    ASSERT_LE(forth.score, kFullScore) << a << " | " << b;
    names::NameParts parts;
    SharedAnalyzer().Analyze(a, name_class, &parts);
    ASSERT_EQ(Compare(a, a, name_class), parts.parts.empty() ? 0 : kFullScore) << a;
  }
}

}  // namespace
}  // namespace interdict
