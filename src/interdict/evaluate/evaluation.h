// Labelled pairs scored by a model, and all that is measured on them: what the reports show.
#pragma once

#include <string>
#include <vector>

#include "interdict/evaluate/labelled_pairs.h"
#include "interdict/evaluate/measures.h"
#include "interdict/match/name_model.h"

namespace interdict::evaluate {

// The pairs with one value in one of the group columns.
struct Group {
  std::string column;
  std::string value;
  Counts counts;  // at the threshold
  std::optional<double> area_under_roc;
};

// A pair on which score and people disagree at the threshold.
struct WrongPair {
  LabelledPair pair;
  Points score;
  std::string explanation;
};

struct Evaluation {
  std::string model;
  std::string name_variants;  // version of the table used, as named by the caller; empty: none
  std::string input;          // as named by the caller
  Points threshold = 0;
  Counts counts;
  std::optional<double> area_under_roc;
  std::vector<CurvePoint> curve;
  std::optional<CurvePoint> best;
  std::vector<ScoreBin> histogram;    // 40 bins
  std::vector<ScoreBin> reliability;  // 10 bins
  std::vector<Group> groups;          // by column in the file's order, then by value
  std::vector<WrongPair> missed;      // matches below the threshold, lowest score first
  std::vector<WrongPair> false_hits;  // others at or above it, highest score first
};

inline constexpr size_t kHistogramBins = 40;
inline constexpr size_t kReliabilityBins = 10;

// Scores every pair, the first name as the query. Cost: about 10 us a pair. Test:
// evaluation_test.cc.
Evaluation Evaluate(const LabelledPairs& pairs, const PairScorer& scorer, Points threshold);

}  // namespace interdict::evaluate
