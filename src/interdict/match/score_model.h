// The numbers that decide a score, named and versioned so that a decision can be replayed.
//
// Unit: points, ten-thousandths of a score (points.h), unless the name says otherwise. The table
// data/score_models/interdict-1.tsv has them with the assumed likelihoods that they come from.
// Test: score_model_test.cc.
#pragma once

#include <array>
#include <span>
#include <string_view>

#include "interdict/base/result.h"
#include "interdict/match/points.h"

namespace interdict {

struct ScoreModel {
  std::string_view name;

  Points birth_day_equal = 0;
  Points birth_day_swapped = 0;
  Points birth_year_overlaps = 0;
  Points birth_day_differs = 0;
  Points birth_year_near = 0;
  Points birth_year_differs = 0;
  int32_t birth_circa_years = 0;  // years

  Points country_belongs_equal = 0;
  Points country_found_equal = 0;
  Points country_belongs_differs = 0;
  Points country_found_differs = 0;

  Points gender_equal = 0;
  Points gender_differs = 0;

  Points address_agrees = 0;

  Points identifier_strong_lifts_to = 0;
  Points identifier_medium_lifts_to = 0;
  Points identifier_weak_equal = 0;
  Points identifier_lasting_differs = 0;

  Points weak_alias_alone = 0;
};

// Rows of a table with the columns key, value, unit, m, u, reason.
using ScoreModelRow = std::array<std::string_view, 6>;

// kBadMapping when a key is unknown, missing or twice, or a value is no whole number.
Result<ScoreModel> ReadScoreModel(std::string_view name, std::span<const ScoreModelRow> rows);

// The built-in model "interdict-1" and its rows.
const ScoreModel& DefaultScoreModel();
std::span<const ScoreModelRow> DefaultScoreModelRows();

}  // namespace interdict
