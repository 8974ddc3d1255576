// The intake check: may this version of a list become active?
// What a reader can see in one document (well-formed to the last byte, required columns, the
// publisher's own counts) is an error of the reader. The intake check judges the outcome: is it the
// whole list, and is it plausible against what we know of this list and its previous version?
// Facts it uses: data/intake/*.tsv. Test: intake_test.cc.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
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

// What the checks ask of the records themselves. Gathered record by record while the list is read,
// so that nobody need hold all of them; which rows of the tables apply is decided afterwards, when
// the publication date is known.
class IntakeFacts {
 public:
  explicit IntakeFacts(std::string_view source);

  // Cost: a look at the record for each row that the tables have on this source.
  void Add(const Record& record);

  // Rows of the fill-rate table of this source, by their place in it.
  struct FillCount {
    size_t row = 0;
    uint64_t all = 0;
    uint64_t filled = 0;
  };
  uint64_t records() const { return records_; }
  const std::optional<std::string>& nameless() const { return nameless_; }  // id of the first
  const std::vector<FillCount>& fills() const { return fills_; }
  // Whether the record that a row of the canary table names is there under that name.
  bool HasCanary(size_t row) const;

 private:
  struct Canary {
    size_t row = 0;
    bool found = false;
  };

  uint64_t records_ = 0;
  std::optional<std::string> nameless_;
  std::vector<FillCount> fills_;
  std::vector<Canary> canaries_;
  std::unordered_multimap<std::string_view, size_t> canary_of_id_;  // into canaries_
};

struct IntakeSubject {
  std::string_view source;
  Date published;
  Date today;
  const ParseReport* report;
  const IntakeFacts* facts;
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
