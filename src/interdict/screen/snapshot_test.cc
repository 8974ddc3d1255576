#include "interdict/screen/snapshot.h"

#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "interdict/screen/result_json.h"
#include "interdict/screen/screener.h"
#include "interdict/screen/testing/loaded_lists.h"

namespace interdict {
namespace {

namespace fs = std::filesystem;
using testing::LoadedLists;
using testing::RecordBuilder;
using testing::TempFolder;

class SnapshotTest : public ::testing::Test {
 protected:
  void SetUp() override {
    lists_.Add("2024-01-01", {RecordBuilder("a", "1").Named("Ana Zomorri"),
                              RecordBuilder("a", "2").Named("Eva")});
    lists_.Add("2024-01-01", {RecordBuilder("b", "1").Named("Ana Zomorri").Under("P")});
  }

  std::string Folder() const { return kept_.path() + "/indexes"; }
  std::vector<fs::path> Files() const {
    std::vector<fs::path> files;
    if (!fs::exists(Folder())) return files;
    for (const auto& entry : fs::directory_iterator(Folder())) files.push_back(entry.path());
    return files;
  }

  static std::string Answer(const Snapshot& snapshot) {
    auto screener = Screener::Create(snapshot);
    Query query;
    query.id = "q";
    query.names = {"Ana Zomorri"};
    const auto hits = screener->Screen(query, {});
    EXPECT_TRUE(hits.ok());
    return ResultLine(query, *hits, snapshot);
  }

  LoadedLists lists_;
  TempFolder kept_;
};

TEST_F(SnapshotTest, AKeptIndexAnswersAsOneInMemory) {
  const auto in_memory = lists_.LoadSnapshot();
  EXPECT_TRUE(Files().empty());
  const auto built = lists_.LoadSnapshot({}, Folder());
  ASSERT_EQ(Files().size(), 1U);
  EXPECT_FALSE(built->keep_problem().has_value());
  const auto mapped = lists_.LoadSnapshot({}, Folder());
  EXPECT_EQ(Files().size(), 1U) << "not built again";
  EXPECT_EQ(Answer(*built), Answer(*in_memory));
  EXPECT_EQ(Answer(*mapped), Answer(*in_memory));
  EXPECT_EQ(mapped->Describe(), "a@2024-01-01#1 b@2024-01-01#2");
  EXPECT_EQ(built->file().stamp(), mapped->file().stamp());
}

TEST_F(SnapshotTest, WhateverTheAnswersDependOnMakesAnotherIndex) {
  lists_.LoadSnapshot({}, Folder());
  ListChoice only_a;
  only_a.sources = {"a"};
  EXPECT_EQ(lists_.LoadSnapshot(only_a, Folder())->parties().size(), 2U);
  EXPECT_EQ(Files().size(), 2U) << "other lists";
  lists_.Add("2024-02-01", {RecordBuilder("a", "1").Named("Ana Roe")});
  EXPECT_EQ(lists_.LoadSnapshot({}, Folder())->Describe(), "a@2024-02-01#3 b@2024-01-01#2");
  EXPECT_EQ(Files().size(), 3U) << "another version";
  ASSERT_TRUE(lists_.store().Decide({"a:1", "b:1", true, "r", 0}).ok());
  EXPECT_EQ(lists_.LoadSnapshot({}, Folder())->parties().size(), 1U);
  EXPECT_EQ(Files().size(), 4U) << "a decision by hand";
}

TEST_F(SnapshotTest, ADamagedIndexIsBuiltAnew) {
  const std::string expected = Answer(*lists_.LoadSnapshot({}, Folder()));
  const fs::path file = Files().front();
  const auto size = fs::file_size(file);
  for (int how = 0; how < 3; ++how) {
    if (how == 0) fs::resize_file(file, size / 2);
    if (how == 1) std::ofstream(file, std::ios::trunc) << "not an index";
    if (how == 2) {
      std::fstream bytes(file, std::ios::in | std::ios::out | std::ios::binary);
      bytes.seekp(static_cast<std::streamoff>(size / 2));
      bytes << "overwritten";
    }
    const auto snapshot = lists_.LoadSnapshot({}, Folder());
    EXPECT_EQ(Answer(*snapshot), expected) << how;
    EXPECT_FALSE(snapshot->keep_problem().has_value());
    EXPECT_EQ(fs::file_size(file), size) << how << ": repaired";
  }
}

TEST_F(SnapshotTest, WhereNothingCanBeKeptTheAnswerIsTheSameAndTheReasonIsKnown) {
  std::ofstream(kept_.path() + "/file") << "in the way";
  const auto snapshot = lists_.LoadSnapshot({}, kept_.path() + "/file/indexes");
  ASSERT_TRUE(snapshot->keep_problem().has_value());
  EXPECT_EQ(Answer(*snapshot), Answer(*lists_.LoadSnapshot()));
}

TEST_F(SnapshotTest, OnlyTheIndexesUsedLastAreKept) {
  lists_.LoadSnapshot({}, Folder());
  const fs::path first = Files().front();
  for (size_t i = 0; i < Snapshot::kMaxKept + 3; ++i) {
    lists_.Add("2024-01-01", {RecordBuilder("l" + std::to_string(i), "1").Named("Ana")});
    // As if the others had been used an hour ago.
    for (const fs::path& file : Files())
      fs::last_write_time(file, fs::file_time_type::clock::now() - std::chrono::hours(1));
    ListChoice old;
    old.sources = {"a", "b"};
    lists_.LoadSnapshot(old, Folder());
    lists_.LoadSnapshot({}, Folder());
  }
  EXPECT_EQ(Files().size(), Snapshot::kMaxKept);
  EXPECT_TRUE(fs::exists(first)) << "it was in use";
}

TEST_F(SnapshotTest, FailsClosedAsTheListsDo) {
  ListChoice stale;
  stale.now = 1'000'000'000;
  const auto error_of = [&](const ListChoice& choice) {
    const auto snapshot = Snapshot::Load(lists_.store(), choice, Folder());
    return snapshot.ok() ? ErrorCode{} : snapshot.error().code;
  };
  EXPECT_EQ(error_of({}), ErrorCode{});
  EXPECT_EQ(error_of(stale), ErrorCode::kStaleList) << "an index that is there changes nothing";
  ListChoice missing;
  missing.sources = {"a", "zzz"};
  EXPECT_EQ(error_of(missing), ErrorCode::kNoList);
  ListChoice before;
  before.as_of.in_force = *ParseIsoDate("2020-01-01");
  EXPECT_EQ(error_of(before), ErrorCode::kNotInForce);
  LoadedLists empty;
  const auto none = Snapshot::Load(empty.store(), {}, Folder());
  ASSERT_FALSE(none.ok());
  EXPECT_EQ(none.error().code, ErrorCode::kNoList);
}

}  // namespace
}  // namespace interdict
