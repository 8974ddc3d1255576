// One party of OFAC's legacy export: its row of sdn.csv and its rows of the side parts as a record.
// Test: through ofac_legacy_csv_test.cc.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "interdict/entity/record.h"
#include "interdict/lists/ofac/ofac_legacy_parts.h"
#include "interdict/lists/ofac/ofac_remarks.h"
#include "interdict/lists/parse_report.h"

namespace interdict {

// A party's rows; borrowed for the call.
struct OfacPartyRows {
  const OfacRow& main;
  std::span<const OfacSideRow> aliases;
  std::span<const OfacSideRow> addresses;
  std::span<const OfacSideRow> comments;
  std::string_view main_file;  // name, for defects
  bool consolidated = false;   // the non-SDN lists, not the SDN List
};

// Builds the record with everything but ids of relations' targets. What stands in a row but is not
// as it should be becomes a defect of the report, which also gets the counts of remark items.
Record MakeOfacLegacyRecord(const OfacPartyRows& rows, std::string_view source,
                            ParseReport* report);

}  // namespace interdict
