#include "interdict/match/indexed_search.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "interdict/index/testing/indexed_names.h"
#include "interdict/match/testing/random_names.h"
#include "interdict/names/testing/variants_of.h"

namespace interdict {
namespace {

using names::NameClass;
using testing::IndexedNames;
using testing::RandomNames;
using testing::SharedAnalyzer;

using ListedNames = std::vector<std::pair<std::string, Schema>>;

constexpr NameClass kClasses[] = {NameClass::kPerson, NameClass::kBody, NameClass::kCraft,
                                  NameClass::kAny};
constexpr Schema kSchemas[] = {Schema::kPerson, Schema::kCompany, Schema::kVessel,
                               Schema::kLegalEntity};

// Both searches over one index.
class Searches {
 public:
  explicit Searches(const IndexedNames& lists, const names::Analyzer& analyzer = SharedAnalyzer())
      : lists_(lists), analyzer_(analyzer), indexed_(lists.names()), exhaustive_(lists.names()) {}

  // Every name that scores `least` or more must be a candidate, and both must say the same score of
  // every name.
  void ExpectSame(const std::string& query, NameClass name_class) {
    ComparedName a, b;
    a.Prepare(query, name_class, analyzer_);
    b.Prepare(query, name_class, analyzer_);
    indexed_.SetQuery(&a);
    exhaustive_.SetQuery(&b);
    for (size_t i = 0; i < a.size(); ++i) ASSERT_EQ(a.part(i).weight, b.part(i).weight) << query;
    std::vector<Points> scores(lists_.names().name_count());
    for (uint32_t name = 0; name < scores.size(); ++name) {
      scores[name] = exhaustive_.Score(name).score;
      ASSERT_EQ(indexed_.Score(name).score, scores[name]) << Describe(query, name_class, name);
    }
    for (Points least : {1, 1500, 3000, 5000, 6000, 7000, 8500, 9900, kFullScore}) {
      indexed_.FindCandidates(least, &candidates_);
      std::sort(candidates_.begin(), candidates_.end());
      ASSERT_TRUE(std::adjacent_find(candidates_.begin(), candidates_.end()) == candidates_.end());
      for (uint32_t name = 0; name < scores.size(); ++name) {
        if (scores[name] < least) continue;
        ++found_;
        ASSERT_TRUE(std::binary_search(candidates_.begin(), candidates_.end(), name))
            << "missed at " << least << ", scores " << scores[name] << ": "
            << Describe(query, name_class, name);
      }
    }
  }

  // Names that had to be candidates, over all queries and thresholds.
  uint64_t found() const { return found_; }
  size_t CountCandidates(const std::string& query, NameClass name_class, Points least) {
    ComparedName name;
    name.Prepare(query, name_class, SharedAnalyzer());
    indexed_.SetQuery(&name);
    indexed_.FindCandidates(least, &candidates_);
    return candidates_.size();
  }

 private:
  std::string Describe(const std::string& query, NameClass name_class, uint32_t name) const {
    return "query \"" + query + "\" of class " + std::to_string(static_cast<int>(name_class)) +
           ", listed \"" + std::string(lists_.TextOfScored(name)) + "\" of class " +
           std::to_string(static_cast<int>(lists_.names().name(name).name_class));
  }

  const IndexedNames& lists_;
  const names::Analyzer& analyzer_;
  IndexedSearch indexed_;
  ExhaustiveSearch exhaustive_;
  std::vector<uint32_t> candidates_;
  uint64_t found_ = 0;
};

// `rounds` queries made from listed names and from nothing, against lists of so many names.
void CompareOnRandomNames(uint32_t seed, size_t listed, int rounds,
                          const names::Analyzer& analyzer = SharedAnalyzer()) {
  RandomNames random(seed);
  ListedNames names;
  for (size_t i = 0; i < listed; ++i) {
    // Families of like names, so that scores of every height occur.
    const std::string name =
        i < 10 || random.OneIn(2) ? random.Name() : random.Change(random.Pick(names).first);
    names.emplace_back(name, kSchemas[random.Below(4)]);
  }
  const auto lists = IndexedNames::Of(names, analyzer);
  Searches searches(lists, analyzer);
  for (int round = 0; round < rounds; ++round) {
    std::string query = random.OneIn(8) ? random.Name() : random.Pick(names).first;
    for (size_t changes = random.Below(4); changes > 0 && !query.empty(); --changes)
      query = random.Change(query);
    ASSERT_NO_FATAL_FAILURE(searches.ExpectSame(query, kClasses[random.Below(4)])) << seed;
  }
  EXPECT_GT(searches.found(), static_cast<uint64_t>(rounds)) << "the names are too unlike";
}

TEST(IndexedSearch, MissesNothingAndScoresAlikeOnRandomNames) {
  for (uint32_t seed = 1; seed <= 6; ++seed)
    ASSERT_NO_FATAL_FAILURE(CompareOnRandomNames(seed, 250, 250));
}

TEST(IndexedSearch, MissesNothingOnShortLists) {
  for (uint32_t seed = 100; seed < 160; ++seed)
    ASSERT_NO_FATAL_FAILURE(CompareOnRandomNames(seed, 12, 60));
}

// A table that makes many of the random words variants of each other: known names, families, words
// of other scripts and words of few letters.
TEST(IndexedSearch, MissesNothingWithATableOfVariants) {
  RandomNames random(23);
  std::vector<std::vector<std::string>> groups;
  for (int i = 0; i < 1500; ++i) {
    groups.emplace_back();
    for (size_t n = 2 + random.Below(5); n > 0; --n) groups.back().push_back(random.Word());
  }
  const auto data = testing::VariantsOf(groups);
  const names::VariantTable table = data.Table();
  ASSERT_GT(table.arrays().forms.size(), 500U);
  const auto analyzer = names::Analyzer::Create(&table);
  ASSERT_TRUE(analyzer.ok());
  for (uint32_t seed = 201; seed <= 204; ++seed)
    ASSERT_NO_FATAL_FAILURE(CompareOnRandomNames(seed, 250, 150, *analyzer));
  for (uint32_t seed = 210; seed < 230; ++seed)
    ASSERT_NO_FATAL_FAILURE(CompareOnRandomNames(seed, 12, 60, *analyzer));
}

// Common tokens weigh little, so that bounds by rarity are tight.
TEST(IndexedSearch, MissesNothingWhereTokensAreCommon) {
  RandomNames random(7);
  const std::vector<std::string> words = {"jose",    "garcia", "management", "company",
                                          "trading", "ltd",    "perez",      "maria",
                                          "al",      "bank",   "de",         "gonzalez"};
  ListedNames names;
  for (int i = 0; i < 600; ++i) {
    std::string name;
    for (size_t n = 1 + random.Below(5); n > 0; --n) name += random.Pick(words) + " ";
    if (random.OneIn(6)) name += random.Letters(5);
    names.emplace_back(name, kSchemas[random.Below(4)]);
  }
  const auto lists = IndexedNames::Of(names);
  Searches searches(lists);
  for (int round = 0; round < 250; ++round) {
    std::string query;
    for (size_t n = 1 + random.Below(4); n > 0; --n) query += random.Pick(words) + " ";
    if (random.OneIn(3)) query = random.Change(query);
    ASSERT_NO_FATAL_FAILURE(searches.ExpectSame(query, kClasses[random.Below(4)]));
  }
}

TEST(IndexedSearch, MissesNothingOnAdversarialNames) {
  std::string long_name, longest, repeated;
  for (int i = 0; i < 17; ++i) long_name += "word" + std::to_string(i) + "x ";
  for (int i = 0; i < 70; ++i)
    longest += "part" + std::string(1, static_cast<char>('a' + i % 26)) + std::to_string(i) + "q ";
  for (int i = 0; i < 16; ++i) repeated += "juan ";
  const std::vector<std::string> texts = {
      "Nicolas Maduro Moros",
      "MADURO MOROS, Nicolas",
      "NicolasMaduro Moros",
      "Nicolas MaduroMoros",
      "Moros Nicolas Maduro",
      "morosnicolas",  // a run over the end
      "N. Maduro M.",
      "N M M",
      "n",
      "N.M.",
      "nmm",
      "Nicolas Madu",
      "Nic",
      "Islamic Republic of Iran Shipping Lines",
      "IRISL",
      "irisl",
      "iri sl",
      "International Bank for Oil",
      "IBO",
      "44 Brigade",
      "Brigade 44",
      "Forty fourth Brigade",
      "4 4",
      "Abd al-Rahman al-Haddad",
      "Abdurrahman Alhaddad",
      "abdalrahmanalhaddad",
      "محمد علي و",
      "محمد حسن",
      "و",
      "Walid Hassan",
      "W. Hassan",
      "W Muhammad Ali",
      "mhmd",
      "Muhammad Ali Walid",
      "כהן משה",
      "א כהן",
      "Moshe Kohen",
      "金正恩",
      "Kim Jong Un",
      "杨 李",  // the last word of the query, cut off in the next
      "辽阳石化公司",
      "ߊ.ߋ",
      "ߊߋ ߊ.",
      "ߋߋߊ",  // another letter than the initial, of the same first byte
      "a a a a",
      "a b a b",
      "aa aa",
      "Ivanova Ivanov",
      "Petrov v. Petrova",
      "orudam",
      "LLC",
      "Ltd Ltd",
      "de la",
      "Dr",
      "Dr. de la Ltd.",
      "1",
      "Twenty First Century",
      "XXI Century",
      "O o o",
      "abdul a a",  // compared as abd; the acronym of the next
      "البنك dma",
      "OOO",
      long_name,
      long_name + "extra",
      longest,
      repeated,
      repeated + "perez",
      std::string(70, 'k') + "ov",
      std::string(70, 'k') + "ova",
      std::string(49, 'b'),
      std::string(24, 'b') + " " + std::string(25, 'b'),
  };
  ListedNames names;
  for (const std::string& text : texts) {
    for (Schema schema : kSchemas) names.emplace_back(text, schema);
  }
  const auto lists = IndexedNames::Of(names);
  Searches searches(lists);
  for (const std::string& text : texts) {
    for (NameClass name_class : kClasses) {
      ASSERT_NO_FATAL_FAILURE(searches.ExpectSame(text, name_class));
      ASSERT_NO_FATAL_FAILURE(searches.ExpectSame(text.substr(0, text.size() - 1), name_class));
    }
  }
}

TEST(IndexedSearch, AQueryOfWhichNothingIsLeftFindsNothing) {
  const auto lists = IndexedNames::Of({{"Ana Roe", Schema::kPerson}});
  Searches searches(lists);
  EXPECT_EQ(searches.CountCandidates("", NameClass::kAny, 1), 0U);
  EXPECT_EQ(searches.CountCandidates("--- ...", NameClass::kAny, 1), 0U);
}

TEST(IndexedSearch, AnEmptyListHasNoCandidates) {
  const auto lists = IndexedNames::Of({});
  Searches searches(lists);
  EXPECT_EQ(searches.CountCandidates("Ana Roe", NameClass::kAny, 1), 0U);
}

TEST(IndexedSearch, LooksAtFewOfManyNames) {
  RandomNames random(9);
  ListedNames names;
  for (int i = 0; i < 5000; ++i) {
    names.emplace_back(random.Letters(8) + " " + random.Letters(8), Schema::kPerson);
  }
  names.emplace_back("Nicolas Maduro Moros", Schema::kPerson);
  const auto lists = IndexedNames::Of(names);
  Searches searches(lists);
  EXPECT_GE(searches.CountCandidates("Nicolas Madurro", NameClass::kPerson, 7000), 1U);
  EXPECT_LT(searches.CountCandidates("Nicolas Madurro", NameClass::kPerson, 7000), 100U);
}

}  // namespace
}  // namespace interdict
