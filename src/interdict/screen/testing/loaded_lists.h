// A store in a folder of its own with lists of a test, and what is loaded from it.
#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "interdict/entity/testing/record_builder.h"
#include "interdict/screen/resolved_lists.h"
#include "interdict/screen/snapshot.h"
#include "interdict/store/testing/temp_folder.h"

namespace interdict::testing {

class LoadedLists {
 public:
  LoadedLists() {
    auto store = ListStore::Open(folder_.path(), Database::Mode::kReadWrite);
    EXPECT_TRUE(store.ok());
    if (store.ok()) store_ = std::make_unique<ListStore>(std::move(*store));
  }

  // A version of the list that the records name, confirmed when it was loaded.
  void Add(const std::string& published, const std::vector<Record>& records,
           UnixSeconds loaded_at = 0) {
    ListVersion version;
    version.source = records.front().source;
    version.published = *ParseIsoDate(published);
    version.loaded_at = version.confirmed_at = loaded_at;
    const auto added = store_->Add(version, records);
    EXPECT_TRUE(added.ok()) << (added.ok() ? "" : added.error().Text());
  }

  ListStore& store() { return *store_; }

  std::unique_ptr<const ResolvedLists> Load(const ListChoice& options = {}) {
    auto lists = ResolvedLists::Load(*store_, options);
    EXPECT_TRUE(lists.ok()) << (lists.ok() ? "" : lists.error().Text());
    return lists.ok() ? std::move(*lists) : nullptr;
  }

  std::unique_ptr<const Snapshot> LoadSnapshot(const ListChoice& options = {},
                                               const std::string& index_folder = {}) {
    auto snapshot = Snapshot::Load(*store_, options, index_folder);
    EXPECT_TRUE(snapshot.ok()) << (snapshot.ok() ? "" : snapshot.error().Text());
    return snapshot.ok() ? std::move(*snapshot) : nullptr;
  }

 private:
  TempFolder folder_;
  std::unique_ptr<ListStore> store_;
};

}  // namespace interdict::testing
