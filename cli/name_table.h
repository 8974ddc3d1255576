// The table of name variants on the command line: its import, and how that is told.
#pragma once

#include "cli/command.h"
#include "interdict/store/name_table_import.h"

namespace interdict::cli {

// Imports the table into the home and folds it, so that the next command need not.
Result<NameTableOutcome> ImportTable(const Context& context, const ImportRequest& request);

// Prints the outcome (warnings on standard error) and gives the exit status.
int PrintOutcome(const NameTableOutcome& outcome, bool json);

}  // namespace interdict::cli
