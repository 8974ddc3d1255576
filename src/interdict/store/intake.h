// The intake check: may this version of a list become active?
// What a reader can see in one document (well-formed to the last byte, required columns, the
// publisher's own counts) is an error of the reader. The intake check judges the outcome: is it the
// whole list, and is it plausible against what we know of this list and its previous version?
// Facts it uses: data/intake/*.tsv. Test: intake_test.cc.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "interdict/base/date.h"
#include "interdict/entity/record.h"
#include "interdict/lists/parse_report.h"
#include "interdict/store/list_store.h"

namespace interdict {

// A check that failed, with the evidence. `loss` marks the checks that only say "records are gone",
// which an operator may accept with a reason.
struct IntakeFinding {
  std::string check;  // "reconciliation", "rejects", "names", "minimum", "fill_rate", "canary", ...
  std::string evidence;
  bool loss = false;
};

struct IntakeSubject {
  std::string_view source;
  Date published;
  Date today;
  const ParseReport* report;
  std::span<const Record> records;
  const ListVersion* predecessor = nullptr;  // the version it follows in publication order, if any
  uint64_t predecessor_lost = 0;             // records of the predecessor that it no longer has
};

// Empty when the version may become active.
std::vector<IntakeFinding> CheckIntake(const IntakeSubject& subject);

// Share of a list's records, in [0, 1], that may disappear from one version to the next unremarked.
double ShrinkLimit(std::string_view source);

// "minimum: 5,986 records; at least 12,000 expected ...; canary: ..." for an error message.
std::string DescribeFindings(const std::vector<IntakeFinding>& findings);

}  // namespace interdict
