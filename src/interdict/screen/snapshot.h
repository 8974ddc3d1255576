// The lists that a question is answered against: every list's version in force, its records
// resolved to parties and prepared for comparison. Immutable after Load; shared by any number of
// threads. Fails closed: no list (kNoList), a list not confirmed within the age limit (kStaleList),
// no version in force on the day asked for (kNotInForce) are errors, never an empty snapshot.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "interdict/base/result.h"
#include "interdict/match/party_table.h"
#include "interdict/resolve/parties.h"
#include "interdict/store/list_store.h"

namespace interdict {

struct SnapshotOptions {
  std::vector<std::string> sources;  // lists to use; empty: all that are loaded
  AsOf as_of;                        // age is that of the moment asked for: the past does not age
  std::optional<int> max_age_days = 7;
  UnixSeconds now = 0;
};

class Snapshot {
 public:
  static Result<std::unique_ptr<const Snapshot>> Load(const ListStore& store,
                                                      const SnapshotOptions& options);

  const std::vector<ListVersion>& versions() const { return versions_; }
  const std::vector<Record>& records() const { return records_; }
  const std::vector<Party>& parties() const { return parties_; }
  const PartyTable& table() const { return *table_; }
  // The party that has this record; nullptr when no list in force has it. Also takes the
  // publisher's other ids of a record ("un_sc_sanctions:6908555").
  const Party* FindByRecord(std::string_view record_key) const;
  // One line that names every list and version: "us_ofac_sdn@2023-12-28#12".
  std::string Describe() const;

 private:
  Snapshot() = default;

  std::vector<ListVersion> versions_;
  std::vector<Record> records_;
  std::vector<Party> parties_;
  std::unique_ptr<PartyTable> table_;
};

// Whether the list may be used under the age limit: days since it was last loaded or confirmed.
int64_t AgeInDays(const ListVersion& version, UnixSeconds now);

}  // namespace interdict
