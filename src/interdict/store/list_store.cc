#include "interdict/store/list_store.h"

#include <sys/stat.h>

#include <algorithm>
#include <filesystem>
#include <unordered_set>

#include "interdict/base/json_writer.h"
#include "interdict/base/strings.h"
#include "interdict/entity/record_diff.h"
#include "interdict/store/content_codec.h"

namespace interdict {
namespace {

constexpr int64_t kStoreVersion = 1;

constexpr const char* kSchema = R"sql(
CREATE TABLE version(
  id INTEGER PRIMARY KEY, source TEXT NOT NULL, published TEXT NOT NULL,
  loaded_at INTEGER NOT NULL, confirmed_at INTEGER NOT NULL, parent INTEGER NOT NULL,
  format TEXT NOT NULL, format_version INTEGER NOT NULL, sha256 TEXT NOT NULL,
  records INTEGER NOT NULL, by_schema TEXT NOT NULL, missing_parts TEXT NOT NULL,
  accept_shrink TEXT NOT NULL, defects TEXT NOT NULL, report TEXT NOT NULL);
CREATE TABLE record(
  id INTEGER PRIMARY KEY, source TEXT NOT NULL, key TEXT NOT NULL, UNIQUE(source, key));
CREATE TABLE content(id INTEGER PRIMARY KEY, digest BLOB NOT NULL UNIQUE, bytes BLOB NOT NULL);
-- content NULL: the record is gone from this version on
CREATE TABLE change(
  version INTEGER NOT NULL, record INTEGER NOT NULL, content INTEGER,
  PRIMARY KEY(version, record)) WITHOUT ROWID;
CREATE INDEX change_by_record ON change(record);
CREATE TABLE merge_decision(
  record_a TEXT NOT NULL, record_b TEXT NOT NULL, same INTEGER NOT NULL, reason TEXT NOT NULL,
  decided_at INTEGER NOT NULL, PRIMARY KEY(record_a, record_b)) WITHOUT ROWID;
CREATE TABLE fetch_mark(
  source TEXT NOT NULL, file_name TEXT NOT NULL, etag TEXT NOT NULL, last_modified TEXT NOT NULL,
  sha256 TEXT NOT NULL, PRIMARY KEY(source, file_name)) WITHOUT ROWID;
)sql";

std::string DatabasePath(const std::string& directory) {
  return directory + "/lists.sqlite";
}

// Small maps and lists of a version row, as lines "name=value" or plain lines.
std::string JoinCounts(const std::map<std::string, uint64_t>& counts) {
  std::string text;
  for (const auto& [name, count] : counts) text += name + "=" + std::to_string(count) + "\n";
  return text;
}

std::map<std::string, uint64_t> SplitCounts(std::string_view text) {
  std::map<std::string, uint64_t> counts;
  for (std::string_view line : SplitTrimmed(text, "\n")) {
    const size_t at = line.rfind('=');
    if (at == std::string_view::npos) continue;
    counts[std::string(line.substr(0, at))] =
        std::strtoull(line.substr(at + 1).data(), nullptr, 10);
  }
  return counts;
}

std::vector<std::string> SplitLines(std::string_view text) {
  std::vector<std::string> lines;
  for (std::string_view line : SplitTrimmed(text, "\n")) lines.emplace_back(line);
  return lines;
}

Error Damaged(const std::string& what) {
  return MakeError(ErrorCode::kStorage, "the list store is damaged: " + what);
}

Result<ListVersion> ReadVersion(const Statement& row) {
  ListVersion v;
  v.id = row.ColumnInt(0);
  v.source = row.ColumnText(1);
  const auto published = ParseIsoDate(row.ColumnText(2));
  if (!published) return Damaged("version " + std::to_string(v.id) + " has no publication date");
  v.published = *published;
  v.loaded_at = row.ColumnInt(3);
  v.confirmed_at = row.ColumnInt(4);
  v.parent = row.ColumnInt(5);
  // What is read from a version follows its parents; a circle of them would never end.
  if (v.parent < 0 || v.parent >= v.id) {
    return Damaged("version " + std::to_string(v.id) + " has a parent that is not older");
  }
  v.format = row.ColumnText(6);
  v.format_version = static_cast<int>(row.ColumnInt(7));
  v.sha256 = row.ColumnText(8);
  v.records = static_cast<uint64_t>(row.ColumnInt(9));
  v.by_schema = SplitCounts(row.ColumnText(10));
  v.missing_parts = SplitLines(row.ColumnText(11));
  v.accept_shrink = row.ColumnText(12);
  v.defects = SplitCounts(row.ColumnText(13));
  v.report = row.ColumnText(14);
  return v;
}

bool IsKnown(const ListVersion& version, const AsOf& as_of) {
  return (!as_of.in_force || version.published <= *as_of.in_force) &&
         (!as_of.known_at || version.loaded_at <= *as_of.known_at);
}

std::pair<std::string, std::string> Ordered(std::string_view a, std::string_view b) {
  std::pair<std::string, std::string> pair{a, b};
  if (pair.second < pair.first) std::swap(pair.first, pair.second);
  return pair;
}

}  // namespace

uint64_t ListVersion::DefectCount() const {
  uint64_t total = 0;
  for (const auto& [code, count] : defects) total += count;
  return total;
}

Result<ListStore> ListStore::Open(const std::string& directory, Database::Mode mode) {
  std::error_code unreadable;
  const std::string path = DatabasePath(directory);
  const bool exists = std::filesystem::exists(path, unreadable);
  if (unreadable) {
    return MakeError(ErrorCode::kStorage, unreadable.message(), Where{.file = path});
  }
  if (mode == Database::Mode::kReadOnly && !exists) {
    return MakeError(ErrorCode::kNoList, "no list has been loaded into " + directory);
  }
  if (mode == Database::Mode::kReadWrite) {
    std::error_code failed;
    std::filesystem::create_directories(directory, failed);
    if (failed) {
      return MakeError(ErrorCode::kWriteFailed, "cannot create the folder: " + failed.message(),
                       Where{.file = directory});
    }
  }
  ASSIGN_OR_RETURN(Database database, Database::Open(path, mode));
  ListStore store(std::move(database));
  if (mode == Database::Mode::kReadWrite) {
    RETURN_IF_ERROR(store.database_.Execute("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"));
    ASSIGN_OR_RETURN(Transaction transaction, Transaction::Begin(&store.database_));
    ASSIGN_OR_RETURN(Statement version, store.database_.Prepare("PRAGMA user_version"));
    RETURN_IF_ERROR(version.Step());
    if (version.ColumnInt(0) == 0) {
      version.Reset();
      RETURN_IF_ERROR(store.database_.Execute(kSchema));
      RETURN_IF_ERROR(store.database_.Execute(
          ("PRAGMA user_version=" + std::to_string(kStoreVersion)).c_str()));
    }
    version.Reset();
    RETURN_IF_ERROR(transaction.Commit());
  }
  ASSIGN_OR_RETURN(Statement version, store.database_.Prepare("PRAGMA user_version"));
  RETURN_IF_ERROR(version.Step());
  const int64_t found = version.ColumnInt(0);
  version.Reset();
  if (found == 0) {
    return MakeError(ErrorCode::kNoList, "no list has been loaded into " + directory);
  }
  if (found != kStoreVersion) {
    return MakeError(ErrorCode::kStoreVersion,
                     "the list store has layout " + std::to_string(found) +
                         "; this program reads layout " + std::to_string(kStoreVersion),
                     Where{.file = path});
  }
  RETURN_IF_ERROR(store.ReadVersions());
  return store;
}

Status ListStore::ReadVersions() {
  std::vector<ListVersion> versions;
  ASSIGN_OR_RETURN(
      Statement rows,
      database_.Prepare(
          "SELECT id, source, published, loaded_at, confirmed_at, parent, format, format_version, "
          "sha256,"
          " records, by_schema, missing_parts, accept_shrink, defects, report FROM version"
          " ORDER BY source, published, id"));
  while (true) {
    ASSIGN_OR_RETURN(const bool more, rows.Step());
    if (!more) break;
    ASSIGN_OR_RETURN(ListVersion version, ReadVersion(rows));
    versions.push_back(std::move(version));
  }
  versions_ = std::move(versions);
  return Ok{};
}

std::vector<std::string> ListStore::Sources() const {
  std::vector<std::string> sources;
  for (const ListVersion& version : versions_) {
    if (sources.empty() || sources.back() != version.source) sources.push_back(version.source);
  }
  return sources;
}

const ListVersion* ListStore::ById(int64_t id) const {
  const auto found = std::find_if(versions_.begin(), versions_.end(),
                                  [id](const ListVersion& version) { return version.id == id; });
  return found == versions_.end() ? nullptr : &*found;
}

const ListVersion* ListStore::Find(std::string_view source, const AsOf& as_of) const {
  const auto history = History(source, as_of);
  return history.empty() ? nullptr : history.back();
}

std::vector<const ListVersion*> ListStore::History(std::string_view source,
                                                   const AsOf& as_of) const {
  std::vector<const ListVersion*> history;
  for (const ListVersion& version : versions_) {
    if (version.source == source && IsKnown(version, as_of)) history.push_back(&version);
  }
  return history;
}

Result<ListStore::State> ListStore::StateOf(int64_t version_id) const {
  std::vector<int64_t> chain;  // from the version back to the first
  for (int64_t id = version_id; id != 0;) {
    const ListVersion* version = ById(id);
    if (version == nullptr) return Damaged("version " + std::to_string(id) + " is missing");
    chain.push_back(id);
    id = version->parent;
  }
  State state;
  ASSIGN_OR_RETURN(Statement rows,
                   database_.Prepare("SELECT record, content FROM change WHERE version=?"));
  for (auto id = chain.rbegin(); id != chain.rend(); ++id) {
    rows.Bind(1, *id);
    while (true) {
      ASSIGN_OR_RETURN(const bool more, rows.Step());
      if (!more) break;
      if (rows.ColumnIsNull(1))
        state.erase(rows.ColumnInt(0));
      else
        state[rows.ColumnInt(0)] = rows.ColumnInt(1);
    }
    rows.Reset();
  }
  // A record that got lost here would be a party that nobody screens against.
  const ListVersion* version = ById(version_id);
  if (version != nullptr && version->records != state.size()) {
    return Damaged("version " + std::to_string(version_id) + " has " +
                   std::to_string(state.size()) + " records instead of " +
                   std::to_string(version->records));
  }
  return state;
}

Result<std::unordered_map<std::string, int64_t>> ListStore::RecordNumbers(
    std::string_view source) const {
  std::unordered_map<std::string, int64_t> numbers;
  ASSIGN_OR_RETURN(Statement rows, database_.Prepare("SELECT key, id FROM record WHERE source=?"));
  rows.Bind(1, source);
  while (true) {
    ASSIGN_OR_RETURN(const bool more, rows.Step());
    if (!more) return numbers;
    numbers.emplace(rows.ColumnText(0), rows.ColumnInt(1));
  }
}

Result<ContentNumbers> ListStore::ReadContentNumbers() const {
  ContentNumbers numbers;
  ASSIGN_OR_RETURN(Statement last, database_.Prepare("SELECT max(id) FROM content"));
  RETURN_IF_ERROR(last.Step());
  numbers.reserve(static_cast<size_t>(last.ColumnInt(0)));
  // One scan of the index on digest: an import looks up every record of the list.
  ASSIGN_OR_RETURN(Statement rows, database_.Prepare("SELECT digest, id FROM content"));
  while (true) {
    ASSIGN_OR_RETURN(const bool more, rows.Step());
    if (!more) return numbers;
    numbers.emplace(ToContentDigest(rows.ColumnBlob(0)), rows.ColumnInt(1));
  }
}

Status ListStore::Load(const ListVersion& version, const RecordCallback& callback) const {
  ASSIGN_OR_RETURN(const State state, StateOf(version.id));
  ASSIGN_OR_RETURN(const auto numbers, RecordNumbers(version.source));
  std::vector<std::pair<std::string, int64_t>> members;
  members.reserve(state.size());
  for (const auto& [id, number] : numbers) {
    const auto found = state.find(number);
    if (found != state.end()) members.emplace_back(id, found->second);
  }
  if (members.size() != state.size()) return Damaged("the key of a record is missing");
  std::sort(members.begin(), members.end(),
            [](const auto& a, const auto& b) { return IdLess(a.first, b.first); });
  ASSIGN_OR_RETURN(Statement content, database_.Prepare("SELECT bytes FROM content WHERE id=?"));
  ContentCodec codec;
  for (auto& [id, content_number] : members) {
    content.Bind(1, content_number);
    ASSIGN_OR_RETURN(const bool found, content.Step());
    if (!found) return Damaged("the content of record " + id + " is missing");
    Record record;
    record.source = version.source;
    record.id = id;
    RETURN_IF_ERROR(codec.Decode(content.ColumnBlob(0), &record));
    content.Reset();
    RETURN_IF_ERROR(callback(std::move(record)));
  }
  return Ok{};
}

Result<std::vector<std::string>> ListStore::RecordIds(const ListVersion& version) const {
  ASSIGN_OR_RETURN(const State state, StateOf(version.id));
  ASSIGN_OR_RETURN(const auto numbers, RecordNumbers(version.source));
  std::vector<std::string> ids;
  for (const auto& [id, number] : numbers) {
    if (state.contains(number)) ids.push_back(id);
  }
  return ids;
}

Result<std::vector<RecordState>> ListStore::RecordHistory(std::string_view source,
                                                          std::string_view id,
                                                          const AsOf& as_of) const {
  ASSIGN_OR_RETURN(
      Statement rows,
      database_.Prepare(
          "SELECT c.version, c.content, k.bytes FROM change c JOIN record r ON r.id=c.record"
          " LEFT JOIN content k ON k.id=c.content WHERE r.source=? AND r.key=?"));
  rows.Bind(1, source);
  rows.Bind(2, id);
  ContentCodec codec;
  std::unordered_map<int64_t, int64_t> content_at;  // by version, 0 for gone
  std::unordered_map<int64_t, Record> contents;
  while (true) {
    ASSIGN_OR_RETURN(const bool more, rows.Step());
    if (!more) break;
    const int64_t number = rows.ColumnIsNull(1) ? 0 : rows.ColumnInt(1);
    content_at[rows.ColumnInt(0)] = number;
    if (number == 0 || contents.contains(number)) continue;
    Record record;
    record.source = source;
    record.id = id;
    RETURN_IF_ERROR(codec.Decode(rows.ColumnBlob(2), &record));
    contents.emplace(number, std::move(record));
  }
  // The state at a version without a change of its own is that of its parent; parents are older.
  std::vector<const ListVersion*> by_import;
  for (const ListVersion& version : versions_) {
    if (version.source == source) by_import.push_back(&version);
  }
  std::sort(by_import.begin(), by_import.end(), [](auto* a, auto* b) { return a->id < b->id; });
  for (const ListVersion* version : by_import) {
    if (!content_at.contains(version->id)) content_at[version->id] = content_at[version->parent];
  }
  std::vector<RecordState> states;
  int64_t previous = 0;
  for (const ListVersion* version : History(source, as_of)) {
    const int64_t now = content_at[version->id];
    if (now == previous) continue;
    previous = now;
    RecordState state{version, std::nullopt};
    if (now != 0) state.record = contents.at(now);
    states.push_back(std::move(state));
  }
  return states;
}

Result<std::optional<Record>> ListStore::LoadRecord(const ListVersion& version,
                                                    std::string_view id) const {
  ASSIGN_OR_RETURN(const auto history, RecordHistory(version.source, id));
  // The last state at or before the version in publication order.
  std::optional<Record> found;
  for (const ListVersion* at : History(version.source)) {
    for (const RecordState& state : history) {
      if (state.version == at) found = state.record;
    }
    if (at->id == version.id) break;
  }
  return found;
}

Status ListStore::ForEachRecordEver(const std::function<Status(std::string_view, std::string_view,
                                                               const Record&)>& callback) const {
  ASSIGN_OR_RETURN(
      Statement rows,
      database_.Prepare(
          "SELECT DISTINCT r.source, r.key, k.bytes FROM change c JOIN record r ON r.id=c.record"
          " JOIN content k ON k.id=c.content ORDER BY r.source, r.key"));
  ContentCodec codec;
  while (true) {
    ASSIGN_OR_RETURN(const bool more, rows.Step());
    if (!more) return Ok{};
    Record record;
    record.source = rows.ColumnText(0);
    record.id = rows.ColumnText(1);
    RETURN_IF_ERROR(codec.Decode(rows.ColumnBlob(2), &record));
    RETURN_IF_ERROR(callback(record.source, record.id, record));
  }
}

Result<ListStore::Difference> ListStore::Diff(const ListVersion& before,
                                              const ListVersion& after) const {
  ASSIGN_OR_RETURN(const State old_state, StateOf(before.id));
  ASSIGN_OR_RETURN(const State new_state, StateOf(after.id));
  ASSIGN_OR_RETURN(const auto numbers, RecordNumbers(before.source));
  Difference difference;
  // What only one side can have is left out of the comparison.
  for (const std::string& part : before.missing_parts) difference.left_out_parts.push_back(part);
  for (const std::string& part : after.missing_parts) difference.left_out_parts.push_back(part);
  std::sort(difference.left_out_parts.begin(), difference.left_out_parts.end());
  const auto duplicates =
      std::unique(difference.left_out_parts.begin(), difference.left_out_parts.end());
  difference.left_out_parts.erase(duplicates, difference.left_out_parts.end());
  if (before.missing_parts == after.missing_parts) difference.left_out_parts.clear();

  ASSIGN_OR_RETURN(Statement content, database_.Prepare("SELECT bytes FROM content WHERE id=?"));
  ContentCodec codec;
  const auto load = [&](int64_t number) -> Result<Record> {
    content.Bind(1, number);
    ASSIGN_OR_RETURN(const bool found, content.Step());
    if (!found) return Damaged("the content of a record is missing");
    Record record;
    RETURN_IF_ERROR(codec.Decode(content.ColumnBlob(0), &record));
    content.Reset();
    DropFieldsWithPrefix(difference.left_out_parts, &record);
    return record;
  };
  for (const auto& [id, number] : numbers) {
    const auto old_found = old_state.find(number);
    const auto new_found = new_state.find(number);
    const bool was = old_found != old_state.end();
    const bool is = new_found != new_state.end();
    if (was && !is) difference.removed.push_back(id);
    if (!was && is) difference.added.push_back(id);
    if (!was || !is || old_found->second == new_found->second) continue;
    ASSIGN_OR_RETURN(const Record old_record, load(old_found->second));
    ASSIGN_OR_RETURN(const Record new_record, load(new_found->second));
    auto fields = ChangedFields(old_record, new_record);
    if (!fields.empty()) difference.changed.emplace_back(id, std::move(fields));
  }
  std::sort(difference.added.begin(), difference.added.end(), IdLess);
  std::sort(difference.removed.begin(), difference.removed.end(), IdLess);
  std::sort(difference.changed.begin(), difference.changed.end(),
            [](const auto& a, const auto& b) { return IdLess(a.first, b.first); });
  return difference;
}

Result<int64_t> ListStore::InsertVersion(const ListVersion& version) {
  ASSIGN_OR_RETURN(
      Statement row,
      database_.Prepare(
          "INSERT INTO version(source, published, loaded_at, confirmed_at, parent, format,"
          " format_version, sha256, records, by_schema, missing_parts, accept_shrink, defects, "
          "report)"
          " VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?)"));
  row.Bind(1, version.source);
  row.Bind(2, FormatIsoDate(version.published));
  row.Bind(3, version.loaded_at);
  row.Bind(4, version.confirmed_at);
  row.Bind(5, version.parent);
  row.Bind(6, version.format);
  row.Bind(7, static_cast<int64_t>(version.format_version));
  row.Bind(8, version.sha256);
  row.Bind(9, static_cast<int64_t>(version.records));
  row.Bind(10, JoinCounts(version.by_schema));
  row.Bind(11, Join(version.missing_parts, "\n"));
  row.Bind(12, version.accept_shrink);
  row.Bind(13, JoinCounts(version.defects));
  row.Bind(14, version.report);
  RETURN_IF_ERROR(row.Run());
  return database_.LastInsertId();
}

uint64_t ListStore::Base::CountLost(std::span<const EncodedRecord> present) const {
  std::unordered_set<int64_t> numbers;
  for (const EncodedRecord& record : present) {
    const auto found = records.find(std::string(record.id));
    if (found != records.end()) numbers.insert(found->second);
  }
  return static_cast<uint64_t>(std::count_if(state.begin(), state.end(), [&](const auto& entry) {
    return !numbers.contains(entry.first);
  }));
}

int64_t ListStore::NewestVersion() const {
  int64_t newest = 0;
  for (const ListVersion& version : versions_) newest = std::max(newest, version.id);
  return newest;
}

Result<ListStore::Base> ListStore::ReadBase(std::string_view source, Date published) const {
  Base base;
  AsOf before;
  before.in_force = published;
  const ListVersion* parent = Find(source, before);
  base.parent = parent == nullptr ? 0 : parent->id;
  base.newest_version = NewestVersion();
  ASSIGN_OR_RETURN(base.state, StateOf(base.parent));
  ASSIGN_OR_RETURN(base.records, RecordNumbers(source));
  ASSIGN_OR_RETURN(base.contents, ReadContentNumbers());
  return base;
}

Status ListStore::InsertChanges(int64_t version_id, const ListVersion& version,
                                std::span<const EncodedRecord> records, Base* base) {
  ASSIGN_OR_RETURN(Statement add_record,
                   database_.Prepare("INSERT INTO record(source, key) VALUES(?,?)"));
  ASSIGN_OR_RETURN(Statement add_content,
                   database_.Prepare("INSERT INTO content(digest, bytes) VALUES(?,?)"));
  ASSIGN_OR_RETURN(Statement add_change,
                   database_.Prepare("INSERT INTO change(version, record, content) VALUES(?,?,?)"));
  ContentCodec codec;
  std::unordered_set<int64_t> present;
  for (const EncodedRecord& record : records) {
    auto [number, is_new] = base->records.try_emplace(std::string(record.id), 0);
    if (is_new) {
      add_record.Bind(1, version.source);
      add_record.Bind(2, record.id);
      RETURN_IF_ERROR(add_record.Run());
      number->second = database_.LastInsertId();
    }
    if (!present.insert(number->second).second) {
      return MakeError(ErrorCode::kDuplicateRecord, "two records of one list have the same id",
                       Where{.source = version.source, .record = std::string(record.id)});
    }
    auto [content, is_unseen] = base->contents.try_emplace(record.digest, 0);
    if (is_unseen) {
      ASSIGN_OR_RETURN(const std::string compressed, codec.Compress(record.bytes));
      add_content.BindBlob(1, BytesOf(content->first));
      add_content.BindBlob(2, compressed);
      RETURN_IF_ERROR(add_content.Run());
      content->second = database_.LastInsertId();
    }
    const auto before = base->state.find(number->second);
    if (before != base->state.end() && before->second == content->second) continue;
    add_change.Bind(1, version_id);
    add_change.Bind(2, number->second);
    add_change.Bind(3, content->second);
    RETURN_IF_ERROR(add_change.Run());
  }
  for (const auto& [number, content] : base->state) {
    if (present.contains(number)) continue;
    add_change.Bind(1, version_id);
    add_change.Bind(2, number);
    add_change.BindNull(3);
    RETURN_IF_ERROR(add_change.Run());
  }
  return Ok{};
}

Result<int64_t> ListStore::Add(ListVersion version, const std::vector<Record>& records) {
  ASSIGN_OR_RETURN(Base base, ReadBase(version.source, version.published));
  EncodedRecords encoded;
  for (const Record& record : records) encoded.Add(record);
  return Add(std::move(version), encoded.all(), std::move(base));
}

Result<int64_t> ListStore::Add(ListVersion version, std::span<const EncodedRecord> records,
                               Base base) {
  ASSIGN_OR_RETURN(Transaction transaction, Transaction::Begin(&database_));
  RETURN_IF_ERROR(ReadVersions());  // another process may have added one meanwhile
  if (base.newest_version != NewestVersion()) {
    ASSIGN_OR_RETURN(base, ReadBase(version.source, version.published));
  }
  version.parent = base.parent;
  version.records = records.size();
  version.by_schema.clear();
  for (const EncodedRecord& record : records) {
    ++version.by_schema[std::string(SchemaName(record.schema))];
  }
  ASSIGN_OR_RETURN(const int64_t id, InsertVersion(version));
  RETURN_IF_ERROR(InsertChanges(id, version, records, &base));
  RETURN_IF_ERROR(DeleteFetchMarks(version.source));
  RETURN_IF_ERROR(transaction.Commit());
  RETURN_IF_ERROR(ReadVersions());
  return id;
}

Status ListStore::Confirm(const ListVersion& version, UnixSeconds now) {
  ASSIGN_OR_RETURN(Statement row,
                   database_.Prepare("UPDATE version SET confirmed_at=? WHERE id=?"));
  row.Bind(1, now);
  row.Bind(2, version.id);
  RETURN_IF_ERROR(row.Run());
  return ReadVersions();
}

Result<std::vector<FetchMark>> ListStore::FetchMarks(std::string_view source) const {
  std::vector<FetchMark> marks;
  ASSIGN_OR_RETURN(
      Statement rows,
      database_.Prepare(
          "SELECT file_name, etag, last_modified, sha256 FROM fetch_mark WHERE source=?"));
  rows.Bind(1, source);
  while (true) {
    ASSIGN_OR_RETURN(const bool more, rows.Step());
    if (!more) return marks;
    marks.push_back({std::string(rows.ColumnText(0)), std::string(rows.ColumnText(1)),
                     std::string(rows.ColumnText(2)), std::string(rows.ColumnText(3))});
  }
}

Status ListStore::DeleteFetchMarks(std::string_view source) {
  ASSIGN_OR_RETURN(Statement clear, database_.Prepare("DELETE FROM fetch_mark WHERE source=?"));
  clear.Bind(1, source);
  return clear.Run();
}

Status ListStore::SetFetchMarks(std::string_view source, const std::vector<FetchMark>& marks) {
  ASSIGN_OR_RETURN(Transaction transaction, Transaction::Begin(&database_));
  RETURN_IF_ERROR(DeleteFetchMarks(source));
  ASSIGN_OR_RETURN(Statement add,
                   database_.Prepare("INSERT INTO fetch_mark(source, file_name, etag, "
                                     "last_modified, sha256) VALUES(?,?,?,?,?)"));
  for (const FetchMark& mark : marks) {
    add.Bind(1, source);
    add.Bind(2, mark.file_name);
    add.Bind(3, mark.etag);
    add.Bind(4, mark.last_modified);
    add.Bind(5, mark.sha256);
    RETURN_IF_ERROR(add.Run());
  }
  return transaction.Commit();
}

Result<std::vector<MergeDecision>> ListStore::MergeDecisions() const {
  std::vector<MergeDecision> decisions;
  ASSIGN_OR_RETURN(
      Statement rows,
      database_.Prepare("SELECT record_a, record_b, same, reason, decided_at FROM merge_decision"
                        " ORDER BY record_a, record_b"));
  while (true) {
    ASSIGN_OR_RETURN(const bool more, rows.Step());
    if (!more) return decisions;
    decisions.push_back({std::string(rows.ColumnText(0)), std::string(rows.ColumnText(1)),
                         rows.ColumnInt(2) != 0, std::string(rows.ColumnText(3)),
                         rows.ColumnInt(4)});
  }
}

Status ListStore::Decide(const MergeDecision& decision) {
  const auto [a, b] = Ordered(decision.record_a, decision.record_b);
  ASSIGN_OR_RETURN(
      Statement row,
      database_.Prepare(
          "INSERT OR REPLACE INTO merge_decision(record_a, record_b, same, reason, decided_at)"
          " VALUES(?,?,?,?,?)"));
  row.Bind(1, a);
  row.Bind(2, b);
  row.Bind(3, static_cast<int64_t>(decision.same ? 1 : 0));
  row.Bind(4, decision.reason);
  row.Bind(5, decision.decided_at);
  return row.Run();
}

Status ListStore::WithdrawDecision(std::string_view record_a, std::string_view record_b) {
  const auto [a, b] = Ordered(record_a, record_b);
  ASSIGN_OR_RETURN(Statement row,
                   database_.Prepare("DELETE FROM merge_decision WHERE record_a=? AND record_b=?"));
  row.Bind(1, a);
  row.Bind(2, b);
  return row.Run();
}

}  // namespace interdict
