// The lists that a question is answered against: every list's version in force, its records
// resolved to parties. Immutable after Load. Fails closed: no list (kNoList), a list not confirmed
// within the age limit (kStaleList), no version in force on the day asked for (kNotInForce) are
// errors, never an empty set. Screening uses a Snapshot, which is made from this; commands that
// show whole records use it directly. Test: resolved_lists_test.cc.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "interdict/base/result.h"
#include "interdict/resolve/parties.h"
#include "interdict/store/list_store.h"

namespace interdict {

struct ListChoice {
  std::vector<std::string> sources;  // lists to use; empty: all that are loaded
  AsOf as_of;                        // age is that of the moment asked for: the past does not age
  std::optional<int> max_age_days = 7;
  UnixSeconds now = 0;
};

// The versions that `choice` means, in the order of their lists' names.
Result<std::vector<ListVersion>> ChooseVersions(const ListStore& store, const ListChoice& choice);

// One line that names every list and version: "us_ofac_sdn@2023-12-28#12".
std::string DescribeVersions(const std::vector<ListVersion>& versions);

class ResolvedLists {
 public:
  static Result<std::unique_ptr<const ResolvedLists>> Load(const ListStore& store,
                                                           const ListChoice& options);

  const std::vector<ListVersion>& versions() const { return versions_; }
  const std::vector<Record>& records() const { return records_; }
  const std::vector<Party>& parties() const { return parties_; }
  // The party that has this record; nullptr when no list in force has it. Also takes the
  // publisher's other ids of a record ("un_sc_sanctions:6908555").
  const Party* FindByRecord(std::string_view record_key) const;

 private:
  ResolvedLists() = default;

  std::vector<ListVersion> versions_;
  std::vector<Record> records_;
  std::vector<Party> parties_;
};

// Whether the list may be used under the age limit: days since it was last loaded or confirmed.
int64_t AgeInDays(const ListVersion& version, UnixSeconds now);

}  // namespace interdict
