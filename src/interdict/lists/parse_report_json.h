// A ParseReport as JSON: the counts, the reconciliation, and every reject and defect that is
// listed.
#pragma once

#include "interdict/base/json_writer.h"
#include "interdict/lists/parse_report.h"

namespace interdict {

// Writes one object.
void WriteParseReport(const ParseReport& report, JsonWriter* json);

}  // namespace interdict
