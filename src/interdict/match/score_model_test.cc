#include "interdict/match/score_model.h"

#include <gtest/gtest.h>

#include <cmath>
#include <string>
#include <vector>

namespace interdict {
namespace {

std::vector<ScoreModelRow> Rows() {
  const auto rows = DefaultScoreModelRows();
  return {rows.begin(), rows.end()};
}

TEST(ScoreModel, TheBuiltInTableIsWhole) {
  const auto model = ReadScoreModel("interdict-1", Rows());
  ASSERT_TRUE(model.ok()) << model.error().Text();
  EXPECT_EQ(DefaultScoreModel().name, "interdict-1");
  EXPECT_EQ(DefaultScoreModel().identifier_strong_lifts_to, kFullScore);
  EXPECT_GT(DefaultScoreModel().birth_day_equal, 0);
}

TEST(ScoreModel, EveryWeightFollowsFromItsLikelihoods) {
  constexpr double kFor = 36, kAgainst = 450;
  int computed = 0;
  for (const ScoreModelRow& row : Rows()) {
    if (row[3].empty()) continue;
    const double bits = std::log2(std::stod(std::string(row[3])) / std::stod(std::string(row[4])));
    const double points = bits * (bits > 0 ? kFor : kAgainst);
    EXPECT_EQ(std::lround(points / 100) * 100, std::stol(std::string(row[1]))) << row[0];
    ++computed;
  }
  EXPECT_EQ(computed, 15);
}

TEST(ScoreModel, ATableWithAKeyTooManyTooFewOrTwiceIsRefused) {
  std::vector<ScoreModelRow> rows = Rows();
  rows.pop_back();
  EXPECT_EQ(ReadScoreModel("x", rows).error().code, ErrorCode::kBadMapping);
  rows = Rows();
  rows.push_back(rows.front());
  EXPECT_EQ(ReadScoreModel("x", rows).error().message, "score model: birth_day_equal stands twice");
  rows.back()[0] = "luck";
  EXPECT_EQ(ReadScoreModel("x", rows).error().message, "score model: luck is unknown");
  for (const char* value : {"", "1.5", "x", "99999999999"}) {
    rows = Rows();
    rows.front()[1] = value;
    EXPECT_FALSE(ReadScoreModel("x", rows).ok()) << value;
  }
}

// The promise to those who clear hits: a namesake of another year and country is no match.
TEST(ScoreModel, AnotherBirthYearAndCountryClearEvenAPerfectName) {
  const ScoreModel& model = DefaultScoreModel();
  constexpr Points kThreshold = 7000;
  EXPECT_LT(kFullScore + model.birth_year_differs + model.country_belongs_differs, kThreshold);
  EXPECT_LT(kFullScore + model.birth_year_differs + model.country_found_differs, kThreshold);
}

}  // namespace
}  // namespace interdict
