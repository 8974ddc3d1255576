// The dated store of all list versions.
//
// Every version of every list is kept, on two time axes: the day it was published (what was in
// force on day D) and the moment it was loaded (what we knew at time T). A version holds changes,
// not a copy: the records that appeared, changed or disappeared against its parent, the version
// that preceded it in publication order when it was loaded. Versions never change afterwards; an
// older version loaded later becomes a side branch and leaves all others as they are. Contents of
// records are stored once, under their digest.
//
// An import is one SQLite transaction: killed at any moment, the store shows the state before it.
// Several processes may read while one writes.
// Layout: docs/store_format.md. Tests: list_store_test.cc, tests/cli/kill_test.py.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "interdict/base/date.h"
#include "interdict/base/result.h"
#include "interdict/entity/merge_decision.h"
#include "interdict/entity/record.h"
#include "interdict/store/database.h"
#include "interdict/store/encoded_record.h"

namespace interdict {

// Seconds since 1970-01-01T00:00Z.
using UnixSeconds = int64_t;

struct ListVersion {
  int64_t id = 0;  // grows with every import
  std::string source;
  Date published;
  UnixSeconds loaded_at = 0;
  UnixSeconds confirmed_at = 0;  // last time the publisher's file was found unchanged
  int64_t parent = 0;            // 0: the changes are against an empty list
  std::string format;
  int format_version = 0;
  std::string sha256;  // of the file; of a set (mapping included): over the sorted digests
  uint64_t records = 0;
  std::map<std::string, uint64_t> by_schema;
  std::vector<std::string> missing_parts;   // of a partial version
  std::string accept_shrink;                // reason given by the operator, or empty
  std::map<std::string, uint64_t> defects;  // by code
  std::string report;                       // the ParseReport as JSON

  uint64_t DefectCount() const;
};

// Which version of a list is asked for.
struct AsOf {
  std::optional<Date> in_force;         // published on or before; nothing: the newest
  std::optional<UnixSeconds> known_at;  // loaded at or before; nothing: everything loaded
};

// One record's state in one version; nullopt content: not on the list.
struct RecordState {
  const ListVersion* version;
  std::optional<Record> record;
};

// What a publisher's server said of a file that was imported: sent back to it with the next
// question.
struct FetchMark {
  std::string file_name;
  std::string etag;
  std::string last_modified;
  std::string sha256;
};

class ListStore {
 public:
  // Opens the store in `directory`; kReadWrite creates it. kStoreVersion when it was made by an
  // incompatible program. A read-only open of a store that is not there gives kNoList.
  static Result<ListStore> Open(const std::string& directory, Database::Mode mode);

  // All versions in order of source, publication date and import.
  const std::vector<ListVersion>& versions() const { return versions_; }
  std::vector<std::string> Sources() const;
  // The version of a list that `as_of` means; nullptr when there is none.
  const ListVersion* Find(std::string_view source, const AsOf& as_of = {}) const;
  // The versions of a list in publication order.
  std::vector<const ListVersion*> History(std::string_view source, const AsOf& as_of = {}) const;

  using RecordCallback = std::function<Status(Record&&)>;
  // Every record of a version, by ascending key (numeric ids by number).
  Status Load(const ListVersion& version, const RecordCallback& callback) const;
  // Ids of the records of a version, in no order.
  Result<std::vector<std::string>> RecordIds(const ListVersion& version) const;
  // One record in one version; nullopt when the version does not have it.
  Result<std::optional<Record>> LoadRecord(const ListVersion& version, std::string_view id) const;
  // The states of a record over the versions of its list, where they differ from the state before.
  Result<std::vector<RecordState>> RecordHistory(std::string_view source, std::string_view id,
                                                 const AsOf& as_of = {}) const;
  // Keys ("source:id") of all records that any version of any list has ever had.
  Status ForEachRecordEver(const std::function<Status(std::string_view source, std::string_view id,
                                                      const Record& record)>& callback) const;

  struct Difference {
    std::vector<std::string> added;  // record ids
    std::vector<std::string> removed;
    std::vector<std::pair<std::string, std::vector<std::string>>> changed;  // id, fields
    std::vector<std::string> left_out_parts;  // compared without these: one side is partial
  };
  Result<Difference> Diff(const ListVersion& before, const ListVersion& after) const;

  // --- writing ----------------------------------------------------------------------------------

  // What a new version of a list is compared with: the version it follows in publication order, and
  // the numbers of all records and contents. Reading it takes a good part of an import, so it can
  // be read ahead, on another thread, as long as nobody else uses the store meanwhile.
  struct Base {
    int64_t parent = 0;                                // 0: none
    int64_t newest_version = 0;                        // of the whole store, when this was read
    std::unordered_map<int64_t, int64_t> state;        // record number -> content number
    std::unordered_map<std::string, int64_t> records;  // publisher's id -> record number
    ContentNumbers contents;                           // of the whole store
    // Records of the parent that are not among these.
    uint64_t CountLost(std::span<const EncodedRecord> present) const;
  };
  Result<Base> ReadBase(std::string_view source, Date published) const;

  // Adds a version in one transaction. `version.id`, `parent`, `records` and `by_schema` are filled
  // in here. `records` must have distinct ids. A base that another import has overtaken is read
  // anew. Returns the new version's id.
  Result<int64_t> Add(ListVersion version, std::span<const EncodedRecord> records, Base base);
  Result<int64_t> Add(ListVersion version, const std::vector<Record>& records);
  // Notes that the publisher's file was found unchanged.
  Status Confirm(const ListVersion& version, UnixSeconds now);

  // The marks of a list's last import by download; none when it was loaded from files: an Add
  // forgets them, since "not modified" would otherwise confirm a version that the server never
  // sent.
  Result<std::vector<FetchMark>> FetchMarks(std::string_view source) const;
  Status SetFetchMarks(std::string_view source, const std::vector<FetchMark>& marks);

  Result<std::vector<MergeDecision>> MergeDecisions() const;
  Status Decide(const MergeDecision& decision);
  Status WithdrawDecision(std::string_view record_a, std::string_view record_b);

 private:
  using State = std::unordered_map<int64_t, int64_t>;  // as Base::state

  explicit ListStore(Database database) : database_(std::move(database)) {}
  Status DeleteFetchMarks(std::string_view source);
  Status ReadVersions();
  const ListVersion* ById(int64_t id) const;
  Result<State> StateOf(int64_t version_id) const;
  // Numbers of the records of a source, by the publisher's id.
  Result<std::unordered_map<std::string, int64_t>> RecordNumbers(std::string_view source) const;
  // Numbers of all contents, by digest.
  Result<ContentNumbers> ReadContentNumbers() const;
  Result<int64_t> InsertVersion(const ListVersion& version);
  Status InsertChanges(int64_t version_id, const ListVersion& version,
                       std::span<const EncodedRecord> records, Base* base);
  int64_t NewestVersion() const;

  Database database_;
  std::vector<ListVersion> versions_;
};

}  // namespace interdict
