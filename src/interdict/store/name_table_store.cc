#include "interdict/store/name_table_store.h"

#include <zstd.h>

#include "interdict/base/hash.h"
#include "interdict/lists/wikidata/name_groups.h"

namespace interdict {
namespace {

// Beside the tables of ListStore, whose layout number it leaves as it is: programs of before do not
// look for it.
constexpr const char* kSchema = R"sql(
CREATE TABLE IF NOT EXISTS name_table(
  id INTEGER PRIMARY KEY, published TEXT NOT NULL, loaded_at INTEGER NOT NULL,
  confirmed_at INTEGER NOT NULL, reader_version INTEGER NOT NULL, sha256 TEXT NOT NULL,
  digest TEXT NOT NULL, groups INTEGER NOT NULL, names INTEGER NOT NULL,
  accept_shrink TEXT NOT NULL, bytes BLOB NOT NULL);
)sql";
constexpr int kPackingLevel = 9;

Error Damaged(const std::string& what) {
  return MakeError(ErrorCode::kStorage, "the stored table of name variants is damaged: " + what);
}

Result<std::string> Pack(std::string_view text) {
  std::string packed(ZSTD_compressBound(text.size()), '\0');
  const size_t size =
      ZSTD_compress(packed.data(), packed.size(), text.data(), text.size(), kPackingLevel);
  if (ZSTD_isError(size) != 0) return MakeError(ErrorCode::kStorage, ZSTD_getErrorName(size));
  packed.resize(size);
  return packed;
}

Result<std::string> Unpack(std::string_view packed) {
  const auto size = ZSTD_getFrameContentSize(packed.data(), packed.size());
  if (size == ZSTD_CONTENTSIZE_ERROR || size == ZSTD_CONTENTSIZE_UNKNOWN ||
      size > kMaxNameTableBytes) {
    return Damaged("its size");
  }
  std::string text(size, '\0');
  const size_t got = ZSTD_decompress(text.data(), text.size(), packed.data(), packed.size());
  if (ZSTD_isError(got) != 0 || got != text.size()) return Damaged("its bytes");
  return text;
}

}  // namespace

Result<NameTableStore> NameTableStore::Open(const std::string& directory, Database::Mode mode) {
  NameTableStore store;
  {
    // Makes the database where there is none, and refuses one of another layout.
    const auto lists = ListStore::Open(directory, mode);
    if (!lists.ok()) {
      const bool none =
          mode == Database::Mode::kReadOnly && lists.error().code == ErrorCode::kNoList;
      if (none) return store;
      return lists.error();
    }
  }
  ASSIGN_OR_RETURN(store.database_, Database::Open(directory + "/lists.sqlite", mode));
  if (mode == Database::Mode::kReadWrite) RETURN_IF_ERROR(store.database_->Execute(kSchema));
  RETURN_IF_ERROR(store.ReadVersions());
  return store;
}

Status NameTableStore::ReadVersions() {
  versions_.clear();
  ASSIGN_OR_RETURN(Statement table, database_->Prepare("SELECT 1 FROM sqlite_master WHERE "
                                                       "type='table' AND name='name_table'"));
  ASSIGN_OR_RETURN(const bool exists, table.Step());
  if (!exists) return Ok{};
  ASSIGN_OR_RETURN(
      Statement rows,
      database_->Prepare("SELECT id, published, loaded_at, confirmed_at, reader_version, sha256, "
                         "digest, groups, names, accept_shrink FROM name_table "
                         "ORDER BY published, id"));
  while (true) {
    ASSIGN_OR_RETURN(const bool more, rows.Step());
    if (!more) return Ok{};
    NameTableVersion version;
    version.id = rows.ColumnInt(0);
    const auto published = ParseIsoDate(rows.ColumnText(1));
    if (!published) return Damaged("it has no publication date");
    version.published = *published;
    version.loaded_at = rows.ColumnInt(2);
    version.confirmed_at = rows.ColumnInt(3);
    version.reader_version = static_cast<int>(rows.ColumnInt(4));
    version.sha256 = rows.ColumnText(5);
    version.digest = rows.ColumnText(6);
    version.groups = static_cast<uint64_t>(rows.ColumnInt(7));
    version.names = static_cast<uint64_t>(rows.ColumnInt(8));
    version.accept_shrink = rows.ColumnText(9);
    versions_.push_back(std::move(version));
  }
}

const NameTableVersion* NameTableStore::Find(std::optional<UnixSeconds> known_at) const {
  const NameTableVersion* found = nullptr;
  for (const NameTableVersion& version : versions_) {
    if (!known_at || version.loaded_at <= *known_at) found = &version;
  }
  return found;
}

Result<std::string> NameTableStore::Text(const NameTableVersion& version) const {
  if (!database_) return MakeError(ErrorCode::kNotFound, "no table of name variants is loaded");
  ASSIGN_OR_RETURN(Statement row, database_->Prepare("SELECT bytes FROM name_table WHERE id=?"));
  row.Bind(1, version.id);
  ASSIGN_OR_RETURN(const bool found, row.Step());
  if (!found) return Damaged("version " + std::to_string(version.id) + " is missing");
  ASSIGN_OR_RETURN(std::string text, Unpack(row.ColumnBlob(0)));
  if (Sha256Hex(text) != version.digest) return Damaged("its digest is another");
  return text;
}

Result<int64_t> NameTableStore::Add(const NameTableVersion& version, std::string_view text) {
  ASSIGN_OR_RETURN(const std::string packed, Pack(text));
  ASSIGN_OR_RETURN(Transaction transaction, Transaction::Begin(&*database_));
  ASSIGN_OR_RETURN(Statement row,
                   database_->Prepare(
                       "INSERT INTO name_table(published, loaded_at, confirmed_at, reader_version, "
                       "sha256, digest, groups, names, accept_shrink, bytes) "
                       "VALUES(?,?,?,?,?,?,?,?,?,?)"));
  row.Bind(1, FormatIsoDate(version.published));
  row.Bind(2, version.loaded_at);
  row.Bind(3, version.confirmed_at);
  row.Bind(4, static_cast<int64_t>(version.reader_version));
  row.Bind(5, version.sha256);
  row.Bind(6, Sha256Hex(text));
  row.Bind(7, static_cast<int64_t>(version.groups));
  row.Bind(8, static_cast<int64_t>(version.names));
  row.Bind(9, version.accept_shrink);
  row.BindBlob(10, packed);
  RETURN_IF_ERROR(row.Run());
  const int64_t id = database_->LastInsertId();
  ASSIGN_OR_RETURN(Statement marks, database_->Prepare("DELETE FROM fetch_mark WHERE source=?"));
  marks.Bind(1, kNameVariantsSource);
  RETURN_IF_ERROR(marks.Run());
  RETURN_IF_ERROR(transaction.Commit());
  RETURN_IF_ERROR(ReadVersions());
  return id;
}

Status NameTableStore::Confirm(int64_t id, UnixSeconds now) {
  ASSIGN_OR_RETURN(Statement row,
                   database_->Prepare("UPDATE name_table SET confirmed_at=? WHERE id=?"));
  row.Bind(1, now);
  row.Bind(2, id);
  RETURN_IF_ERROR(row.Run());
  return ReadVersions();
}

}  // namespace interdict
