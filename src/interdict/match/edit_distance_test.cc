#include "interdict/match/edit_distance.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

namespace interdict {
namespace {

// The textbook matrix, whole.
int NaiveDistance(const std::string& a, const std::string& b) {
  std::vector<std::vector<int>> d(a.size() + 1, std::vector<int>(b.size() + 1));
  for (size_t i = 0; i <= a.size(); ++i) d[i][0] = static_cast<int>(i);
  for (size_t j = 0; j <= b.size(); ++j) d[0][j] = static_cast<int>(j);
  for (size_t i = 1; i <= a.size(); ++i) {
    for (size_t j = 1; j <= b.size(); ++j) {
      d[i][j] = std::min(
          {d[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1), d[i - 1][j] + 1, d[i][j - 1] + 1});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
      }
    }
  }
  return d[a.size()][b.size()];
}

TEST(EditDistance, EqualsTheTextbookOnAllShortStrings) {
  std::vector<std::string> words = {""};
  for (size_t i = 0; i < words.size() && words[i].size() < 4; ++i) {
    for (char c : {'a', 'b', 'c'}) words.push_back(words[i] + c);
  }
  for (const std::string& a : words) {
    for (const std::string& b : words) {
      const int naive = NaiveDistance(a, b);
      for (int limit = 0; limit <= 4; ++limit) {
        ASSERT_EQ(EditDistance(a, b, limit), std::min(naive, limit + 1)) << a << " " << b;
      }
    }
  }
}

TEST(EditDistance, EqualsTheTextbookOnLongRandomStrings) {
  std::mt19937 random(7);
  for (int round = 0; round < 2000; ++round) {
    std::string a(random() % 90, 'a');
    for (char& c : a) c = static_cast<char>('a' + random() % 4);
    std::string b = a;
    for (int edits = static_cast<int>(random() % 5); edits > 0 && !b.empty(); --edits) {
      const size_t at = random() % b.size();
      switch (random() % 4) {
        case 0:
          b.erase(at, 1);
          break;
        case 1:
          b.insert(at, 1, 'x');
          break;
        case 2:
          b[at] = 'y';
          break;
        default:
          std::swap(b[at], b[(at + 1) % b.size()]);
      }
    }
    const int limit = static_cast<int>(random() % 6);
    ASSERT_EQ(EditDistance(a, b, limit), std::min(NaiveDistance(a, b), limit + 1)) << a << " " << b;
  }
}

}  // namespace
}  // namespace interdict
