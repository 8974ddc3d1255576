// The versions of the table of name variants that an operator has loaded, in the database of the
// lists. A version is the whole file, packed: its groups mean something together only. Versions are
// dated like those of a list and never change; an addition is one transaction.
// Layout: docs/store_format.md. Test: name_table_import_test.cc.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "interdict/base/date.h"
#include "interdict/base/result.h"
#include "interdict/store/database.h"
#include "interdict/store/list_store.h"

namespace interdict {

// What stands in place of a list id. It names no list: nobody is screened against it.
inline constexpr std::string_view kNameVariantsSource = "name_variants";

struct NameTableVersion {
  int64_t id = 0;  // grows with every import
  Date published;
  UnixSeconds loaded_at = 0;
  UnixSeconds confirmed_at = 0;
  int reader_version = 0;
  std::string sha256;  // of the file
  std::string digest;  // SHA-256 of the unpacked text, in hex: what answers depend on
  uint64_t groups = 0;
  uint64_t names = 0;
  std::string accept_shrink;  // reason given by the operator, or empty
};

class NameTableStore {
 public:
  // Opens the store in `directory` as ListStore does; kReadWrite makes it. A store of before, or
  // none at all when it is only read, has no version.
  static Result<NameTableStore> Open(const std::string& directory, Database::Mode mode);

  // In order of publication date and import.
  const std::vector<NameTableVersion>& versions() const { return versions_; }
  // The newest that had been loaded by `known_at`; nullptr: none. It is part of the engine and not
  // of the law, so the day that a list was in force does not matter.
  const NameTableVersion* Find(std::optional<UnixSeconds> known_at = {}) const;
  // The unpacked file. kStorage when it is not what was stored.
  Result<std::string> Text(const NameTableVersion& version) const;

  // Gives the version's id. What a server said of an earlier file is forgotten.
  Result<int64_t> Add(const NameTableVersion& version, std::string_view text);
  Status Confirm(int64_t id, UnixSeconds now);

 private:
  NameTableStore() = default;
  Status ReadVersions();

  std::optional<Database> database_;
  std::vector<NameTableVersion> versions_;
};

}  // namespace interdict
