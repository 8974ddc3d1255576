// An evaluation as one HTML page for people: measures, threshold curve, histogram, reliability, ROC
// curve, groups, and every pair that came out wrong.
//
// The page stands alone: plots are inline SVG, nothing is loaded and no script runs, so it can be
// filed beside the decision it supports. It follows the reader's light or dark setting and prints.
// More than kMostShown wrong pairs of a kind are counted, not shown. Test: evaluation_test.cc.
#pragma once

#include <cstddef>
#include <string>

#include "interdict/evaluate/evaluation.h"

namespace interdict::evaluate {

inline constexpr size_t kMostShown = 1000;

std::string ReportPage(const Evaluation& evaluation);

}  // namespace interdict::evaluate
