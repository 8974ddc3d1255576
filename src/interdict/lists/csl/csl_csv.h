// The US Consolidated Screening List as CSV. Three layouts are read, told apart by their header: 27
// columns (2016), with `ids` 28 (2017 to about 2023), with `_id` in front 29 (since).
//
// Cells with several values are joined by "; " without any quoting, so that a semicolon within a
// value separates too. `ids` put the kind of number last in the older layouts and first in the
// newest. The file has no date: `published` stays empty. What the fields mean, and where ids come
// from: csl_fields.h. Run on: cuts and samples of 2016-02 (399 rows), 2019-12 (115) and 2025-06
// (13). Test: csl_csv_test.cc, tests/real/csl_test.cc; fuzz: fuzz/csl_csv_fuzz.cc.
#pragma once

#include "interdict/lists/format.h"

namespace interdict {

const Format& CslCsvFormat();

}  // namespace interdict
