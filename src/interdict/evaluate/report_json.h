// An evaluation as one JSON document, for programs. Measures that are not defined are null.
#pragma once

#include <string>

#include "interdict/evaluate/evaluation.h"

namespace interdict::evaluate {

// Indented, ends in a line break. Test: evaluation_test.cc.
std::string ReportJson(const Evaluation& evaluation);

}  // namespace interdict::evaluate
