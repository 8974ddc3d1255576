#include "interdict/match/pair_finder.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "interdict/index/testing/indexed_names.h"

namespace interdict {
namespace {

using names::NameClass;
using testing::SharedAnalyzer;

std::string Words(const ComparedName& name, uint64_t bits) {
  std::string text;
  for (size_t i = 0; i < name.size(); ++i) {
    if ((bits >> i & 1) == 0) continue;
    if (!text.empty()) text += ' ';
    text += name.text(i);
  }
  return text;
}

struct Found {
  std::string query, listed;
  TokenRule rule;
};

std::vector<Found> Pairs(std::string_view query, std::string_view listed, NameClass query_class,
                         NameClass listed_class) {
  ComparedName a, b;
  a.Prepare(query, query_class, SharedAnalyzer());
  b.Prepare(listed, listed_class, SharedAnalyzer());
  std::vector<PartPair> pairs;
  FindPairs(a, b, &pairs);
  std::vector<Found> found;
  for (const PartPair& pair : pairs) {
    EXPECT_GE(pair.cost, 0);
    EXPECT_EQ(pair.query & ~AllParts(a.size()), 0U);
    EXPECT_EQ(pair.listed & ~AllParts(b.size()), 0U);
    EXPECT_NE(pair.query, 0U);
    EXPECT_NE(pair.listed, 0U);
    found.push_back({Words(a, pair.query), Words(b, pair.listed), pair.rule});
  }
  return found;
}

bool Has(const std::vector<Found>& found, std::string_view query, std::string_view listed,
         TokenRule rule) {
  return std::any_of(found.begin(), found.end(), [&](const Found& f) {
    return f.query == query && f.listed == listed && f.rule == rule;
  });
}

TEST(PairFinder, PairsEqualAndMisspeltWords) {
  const auto found =
      Pairs("Nicolas Madura", "MADURO MOROS, Nicolas", NameClass::kPerson, NameClass::kPerson);
  EXPECT_TRUE(Has(found, "nicolas", "nicolas", TokenRule::kEqual));
  EXPECT_TRUE(Has(found, "madura", "maduro", TokenRule::kEdits));
  EXPECT_EQ(found.size(), 2U);
}

TEST(PairFinder, InitialsStandForNamesButNotForThoseOfCraft) {
  struct Case {
    const char *query, *listed;
    NameClass query_class, listed_class;
    bool expected;
  };
  const Case kCases[] = {
      {"N Maduro", "Nicolas Maduro", NameClass::kPerson, NameClass::kPerson, true},
      {"N Maduro", "Nicolas Maduro", NameClass::kAny, NameClass::kPerson, true},
      {"N Maduro", "Nicolas Maduro", NameClass::kPerson, NameClass::kAny, true},
      {"N Maduro", "Nicolas Maduro", NameClass::kPerson, NameClass::kCraft, false},
      {"M Maduro", "Nicolas Maduro", NameClass::kPerson, NameClass::kPerson, false},
  };
  for (const Case& c : kCases) {
    const auto forth = Pairs(c.query, c.listed, c.query_class, c.listed_class);
    EXPECT_EQ(Has(forth, "n", "nicolas", TokenRule::kInitial), c.expected) << c.query;
    const auto back = Pairs(c.listed, c.query, c.listed_class, c.query_class);
    EXPECT_EQ(Has(back, "nicolas", "n", TokenRule::kInitial), c.expected) << c.query;
  }
}

TEST(PairFinder, WordsWrittenTogetherOnEitherSide) {
  EXPECT_TRUE(Has(Pairs("Zomorrikan", "Zomorri Kan", NameClass::kBody, NameClass::kBody),
                  "zomorrikan", "zomorri kan", TokenRule::kJoined));
  EXPECT_TRUE(Has(Pairs("Zomorri Kan", "Zomorrikan", NameClass::kBody, NameClass::kBody),
                  "zomorri kan", "zomorrikan", TokenRule::kJoined));
}

TEST(PairFinder, APersonsNamesMayBeWrittenTogetherInAnyOrder) {
  // The parts of the listed name are nicolas maduro.
  EXPECT_TRUE(Has(Pairs("MaduroNicolas", "MADURO, Nicolas", NameClass::kPerson, NameClass::kPerson),
                  "maduronicolas", "nicolas maduro", TokenRule::kJoined));
}

TEST(PairFinder, OnlyTheLastWordWrittenMayBeCutOff) {
  EXPECT_TRUE(
      Has(Pairs("Zomorri Kanvas", "Zomorri Kanvasdelikan", NameClass::kBody, NameClass::kBody),
          "kanvas", "kanvasdelikan", TokenRule::kTruncated));
  EXPECT_FALSE(
      Has(Pairs("Kanvas Zomorri", "Kanvasdelikan Zomorri", NameClass::kBody, NameClass::kBody),
          "kanvas", "kanvasdelikan", TokenRule::kTruncated));
}

TEST(PairFinder, AcronymsOfBodies) {
  const char* kName = "Zomorri Kanvas Deliro Bank";
  EXPECT_TRUE(Has(Pairs("ZKDB", kName, NameClass::kBody, NameClass::kBody), "zkdb",
                  "zomorri kanvas deliro bank", TokenRule::kAcronym));
  EXPECT_TRUE(Has(Pairs(kName, "ZKDB", NameClass::kBody, NameClass::kAny),
                  "zomorri kanvas deliro bank", "zkdb", TokenRule::kAcronym));
  for (const Found& f : Pairs("ZKDB", kName, NameClass::kPerson, NameClass::kPerson))
    EXPECT_NE(f.rule, TokenRule::kAcronym);
}

TEST(PairFinder, NumbersAreEqualOrNot) {
  for (const Found& f : Pairs("Zomorri 44", "Zomorri 45", NameClass::kBody, NameClass::kBody))
    EXPECT_EQ(f.query, "zomorri");
}

TEST(PairFinder, MasksOfRunsGoOverTheEnd) {
  EXPECT_EQ(RunMask(0, 2, 3), 0b011U);
  EXPECT_EQ(RunMask(2, 2, 3), 0b101U);
  EXPECT_EQ(RunMask(0, 64, 64), ~uint64_t{0});
  EXPECT_EQ(RunMask(63, 2, 64), (uint64_t{1} << 63) | 1U);
  EXPECT_EQ(AllParts(0), 0U);
  EXPECT_EQ(AllParts(3), 7U);
  EXPECT_EQ(AllParts(64), ~uint64_t{0});
}

TEST(ComparedName, TheLastWordWrittenIsNotAlwaysTheLastPart) {
  ComparedName name;
  name.Prepare("MADURO MOROS, Nicolas", NameClass::kPerson, SharedAnalyzer());
  EXPECT_EQ(name.text(name.last_written()), "nicolas");
  name.Prepare("Nicolas Maduro", NameClass::kPerson, SharedAnalyzer());
  EXPECT_EQ(name.text(name.last_written()), "maduro");
  name.Prepare("...", NameClass::kPerson, SharedAnalyzer());
  EXPECT_TRUE(name.empty());
}

TEST(ComparedName, RarityScalesAPartsWeight) {
  ComparedName name;
  name.Prepare("Nicolas Maduro", NameClass::kPerson, SharedAnalyzer());
  EXPECT_EQ(name.part(0).weight, name.part(0).structural);
  name.SetRarity(0, 500);
  EXPECT_EQ(name.part(0).weight, name.part(0).structural / 2);
  EXPECT_EQ(name.part(1).weight, name.part(1).structural);
  name.Prepare("Nicolas Maduro", NameClass::kPerson, SharedAnalyzer());
  EXPECT_EQ(name.part(0).weight, name.part(0).structural) << "forgotten with the name";
}

}  // namespace
}  // namespace interdict
