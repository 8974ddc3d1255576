// How an import is told to people and machines.
#pragma once

#include <string>
#include <string_view>

#include "interdict/store/importer.h"

namespace interdict::cli {

// A page of text: counts, reconciliation, the first defects of each code.
std::string RenderReport(const ParseReport& report);

// "active", "history", "unchanged", and the sentence that says so.
std::string_view OutcomeName(ImportOutcome::Kind kind);
std::string_view OutcomeSentence(ImportOutcome::Kind kind);

// Prints the outcome (warnings on standard error) and gives the exit status.
int PrintOutcome(const ImportOutcome& outcome, bool json);

}  // namespace interdict::cli
