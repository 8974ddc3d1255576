#include "interdict/index/runs.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace interdict::index {
namespace {

using names::PartKind;
using Texts = std::vector<std::string>;

std::vector<PartText> Named(const Texts& texts) {
  std::vector<PartText> parts;
  for (const std::string& text : texts) parts.push_back({text, PartKind::kName});
  return parts;
}

Texts Runs(const Texts& texts, bool around) {
  Texts runs;
  ForEachRun(Named(texts), around, [&](size_t first, size_t count, std::string_view text) {
    std::string expected;
    for (size_t i = 0; i < count; ++i) expected += texts[(first + i) % texts.size()];
    EXPECT_EQ(text, expected);
    EXPECT_GE(count, 2U);
    runs.emplace_back(text);
  });
  std::sort(runs.begin(), runs.end());
  return runs;
}

Texts Acronyms(const std::vector<PartText>& parts) {
  Texts acronyms;
  ForEachAcronym(parts, [&](std::string_view text) { acronyms.emplace_back(text); });
  return acronyms;
}

TEST(Runs, AreNeighboursWrittenTogether) {
  EXPECT_EQ(Runs({"nicolas", "maduro", "moros"}, false),
            (Texts{"maduromoros", "nicolasmaduro", "nicolasmaduromoros"}));
  EXPECT_EQ(Runs({"nicolas"}, false), Texts{});
  EXPECT_EQ(Runs({}, true), Texts{});
}

TEST(Runs, OfAPersonGoOverTheEnd) {
  EXPECT_EQ(Runs({"ana", "roe"}, true), (Texts{"anaroe", "roeana"}));
  EXPECT_EQ(Runs({"ana", "roe"}, false), Texts{"anaroe"});
}

TEST(Runs, HaveALeastAndAMostLength) {
  EXPECT_EQ(Runs({"a", "bc"}, false), Texts{});
  EXPECT_EQ(Runs({"ab", "cd"}, false), Texts{"abcd"});
  const std::string half(kMaxRunBytes / 2, 'k');
  EXPECT_EQ(Runs({half, half}, false).size(), 1U);
  EXPECT_TRUE(Runs({half, half + "k"}, false).empty());
}

TEST(Runs, OfManyPartsAreAllOrAFew) {
  const Texts ten(10, "ab");
  const Texts runs = Runs(ten, false);
  const auto longest = std::max_element(
      runs.begin(), runs.end(),
      [](const std::string& a, const std::string& b) { return a.size() < b.size(); });
  EXPECT_EQ(longest->size(), 20U) << "all of them";
  for (const std::string& run : runs)
    EXPECT_TRUE(run.size() == 20 || run.size() <= 2 * kMaxRunParts) << run;
}

TEST(Runs, VeryLongNamesHaveNone) {
  EXPECT_FALSE(Runs(Texts(kMaxRunNameParts, "ab"), false).empty());
  EXPECT_TRUE(Runs(Texts(kMaxRunNameParts + 1, "ab"), false).empty());
}

TEST(Acronyms, AreOfTheWordsWithAndWithoutTheSmallOnes) {
  EXPECT_EQ(Acronyms(Named({"islamic", "republic", "iran", "shipping", "lines"})), Texts{"irisl"});
  const std::vector<PartText> with_of = {{"bank", PartKind::kTopic},
                                         {"of", PartKind::kFunction},
                                         {"new", PartKind::kQualifier},
                                         {"zomorria", PartKind::kName},
                                         {"llc", PartKind::kLegalForm}};
  EXPECT_EQ(Acronyms(with_of), (Texts{"bnz", "bonz"}));
}

TEST(Acronyms, OfFewOrTooManyWordsOrNumbersThereAreNone) {
  EXPECT_EQ(Acronyms(Named({"ana", "roe"})), Texts{});
  EXPECT_EQ(Acronyms(Named(Texts(kMaxAcronymBytes + 1, "word"))), Texts{});
  EXPECT_EQ(Acronyms({{"a", PartKind::kName},
                      {"b", PartKind::kName},
                      {"44", PartKind::kNumber},
                      {"c", PartKind::kName}}),
            Texts{});
  EXPECT_EQ(Acronyms({}), Texts{});
}

}  // namespace
}  // namespace interdict::index
