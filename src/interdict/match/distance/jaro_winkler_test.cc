#include "interdict/match/distance/jaro_winkler.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

namespace interdict {
namespace {

// As the papers put it: the agreeing letters of either string, in their order, as two strings.
double NaiveJaro(const std::string& a, const std::string& b) {
  if (a.empty() && b.empty()) return 1;
  const int reach = std::max<int>(static_cast<int>(std::max(a.size(), b.size())) / 2 - 1, 0);
  std::vector<int> partner(a.size(), -1);
  std::string rest = b;
  for (size_t i = 0; i < a.size(); ++i) {
    for (size_t j = 0; j < rest.size() && partner[i] < 0; ++j) {
      if (std::abs(static_cast<int>(i) - static_cast<int>(j)) > reach || rest[j] != a[i]) continue;
      partner[i] = static_cast<int>(j);
      rest[j] = '\0';
    }
  }
  std::string in_a, in_b;
  for (size_t i = 0; i < a.size(); ++i) {
    if (partner[i] >= 0) in_a += a[i];
  }
  for (size_t j = 0; j < b.size(); ++j) {
    if (rest[j] == '\0') in_b += b[j];
  }
  if (in_a.empty()) return 0;
  int moved = 0;
  for (size_t i = 0; i < in_a.size(); ++i) moved += in_a[i] != in_b[i] ? 1 : 0;
  const double m = static_cast<double>(in_a.size());
  return (m / static_cast<double>(a.size()) + m / static_cast<double>(b.size()) +
          (m - moved / 2) / m) /
         3;
}

double NaiveJaroWinkler(const std::string& a, const std::string& b) {
  double prefix = 0;
  for (size_t i = 0; i < 4 && i < a.size() && i < b.size() && a[i] == b[i]; ++i) ++prefix;
  const double jaro = NaiveJaro(a, b);
  return jaro + prefix / 10 * (1 - jaro);
}

TEST(JaroWinkler, GivesThePublishedValues) {
  const struct {
    const char *a, *b;
    double jaro, winkler;
  } kCases[] = {
      {"martha", "marhta", 0.944, 0.961},
      {"dixon", "dicksonx", 0.767, 0.813},
      {"dwayne", "duane", 0.822, 0.840},
      {"jones", "johnson", 0.790, 0.832},
      {"abroms", "abrams", 0.889, 0.922},
      {"same", "same", 1, 1},
      {"abc", "xyz", 0, 0},
      {"", "", 1, 1},
      {"a", "", 0, 0},
  };
  for (const auto& c : kCases) {
    EXPECT_NEAR(Jaro(c.a, c.b), c.jaro, 0.0006) << c.a << " " << c.b;
    EXPECT_NEAR(JaroWinkler(c.a, c.b), c.winkler, 0.0006) << c.a << " " << c.b;
  }
}

TEST(JaroWinkler, EqualsTheNaiveTwinOnAllShortStrings) {
  std::vector<std::string> words = {""};
  for (size_t i = 0; i < words.size() && words[i].size() < 5; ++i) {
    for (char c : {'a', 'b', 'c'}) words.push_back(words[i] + c);
  }
  for (const std::string& a : words) {
    for (const std::string& b : words) {
      ASSERT_NEAR(JaroWinkler(a, b), NaiveJaroWinkler(a, b), 1e-12) << a << " " << b;
    }
  }
}

TEST(JaroWinkler, EqualsTheNaiveTwinOnLongRandomStrings) {
  std::mt19937 random(11);
  for (int round = 0; round < 2000; ++round) {
    std::string a(random() % 120, 'a'), b(random() % 120, 'a');
    for (char& c : a) c = static_cast<char>('a' + random() % 6);
    for (char& c : b) c = static_cast<char>('a' + random() % 6);
    ASSERT_NEAR(JaroWinkler(a, b), NaiveJaroWinkler(a, b), 1e-12) << a << " " << b;
  }
}

TEST(JaroWinkler, ReadsNoFurtherThanItsLimit) {
  const std::string head(kLongestCompared, 'x');
  EXPECT_EQ(JaroWinkler(head + "a", head + "b"), 1);
}

}  // namespace
}  // namespace interdict
