#include "interdict/store/name_table_import.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "interdict/store/testing/temp_folder.h"

namespace interdict {
namespace {

using testing::TempFolder;

constexpr UnixSeconds kNow = 1'760'000'000;

std::string Groups(int from, int to) {
  std::string text;
  for (int i = from; i < to; ++i) {
    const std::string number = std::to_string(i);
    text += "name" + number + ", nom" + number + " => Q" + number + "\n";
  }
  return text;
}

class NameTableTest : public ::testing::Test {
 protected:
  NameTableTest() : store_(*NameTableStore::Open(folder_.path(), Database::Mode::kReadWrite)) {}

  Result<NameTableOutcome> Import(const std::string& text, const char* published,
                                  const std::string& accept_shrink = {}, UnixSeconds now = kNow) {
    const InputFile file{"names.txt", text};
    ImportRequest request;
    request.files = std::span(&file, 1);
    request.accept_shrink = accept_shrink;
    request.today = *ParseIsoDate("2026-01-01");
    request.now = now;
    if (published != nullptr) request.published = ParseIsoDate(published);
    return ImportNameTable(&store_, request);
  }
  ErrorCode Refused(const std::string& text, const char* published) {
    const size_t before = store_.versions().size();
    const auto outcome = Import(text, published);
    EXPECT_FALSE(outcome.ok());
    EXPECT_EQ(store_.versions().size(), before);
    return outcome.ok() ? ErrorCode::kSyntax : outcome.error().code;
  }

  TempFolder folder_;
  NameTableStore store_;
};

TEST_F(NameTableTest, AFileBecomesTheVersionInUse) {
  const auto outcome = Import(Groups(1, 20), "2025-05-15");
  ASSERT_TRUE(outcome.ok()) << outcome.error().Text();
  EXPECT_EQ(outcome->kind, ImportOutcome::Kind::kActivated);
  EXPECT_EQ(outcome->version.groups, 19U);
  EXPECT_EQ(outcome->version.names, 38U);
  const auto reader = NameTableStore::Open(folder_.path(), Database::Mode::kReadOnly);
  ASSERT_TRUE(reader.ok());
  ASSERT_NE(reader->Find(), nullptr);
  EXPECT_EQ(*reader->Text(*reader->Find()), Groups(1, 20));
}

TEST_F(NameTableTest, TheSameFileAgainIsConfirmed) {
  ASSERT_TRUE(Import(Groups(1, 20), "2025-05-15").ok());
  const auto again = Import(Groups(1, 20), "2025-05-15", {}, kNow + 100);
  ASSERT_TRUE(again.ok());
  EXPECT_EQ(again->kind, ImportOutcome::Kind::kConfirmed);
  EXPECT_EQ(again->version.confirmed_at, kNow + 100);
  EXPECT_EQ(again->version.loaded_at, kNow);
  EXPECT_EQ(store_.versions().size(), 1U);
}

TEST_F(NameTableTest, AnOlderOneIsHistory) {
  ASSERT_TRUE(Import(Groups(1, 20), "2025-05-15").ok());
  const auto older = Import(Groups(1, 19), "2024-05-15", {}, kNow + 100);
  ASSERT_TRUE(older.ok());
  EXPECT_EQ(older->kind, ImportOutcome::Kind::kHistory);
  EXPECT_EQ(store_.Find()->groups, 19U);
  ASSERT_TRUE(Import(Groups(1, 25), "2025-06-01", {}, kNow + 200).ok());
  EXPECT_EQ(store_.Find()->groups, 24U);
  EXPECT_EQ(store_.Find(kNow + 150)->groups, 19U) << "as it was known then";
  EXPECT_EQ(store_.Find(kNow - 1), nullptr);
}

TEST_F(NameTableTest, WhatIsNotWholeIsRefusedAndNothingChanges) {
  ASSERT_TRUE(Import(Groups(1, 20), "2025-05-15").ok());
  const std::string whole = Groups(1, 30);
  EXPECT_EQ(Refused(whole.substr(0, whole.size() - 3), "2025-06-01"), ErrorCode::kTruncated);
  EXPECT_EQ(Refused(whole + "half a li\n", "2025-06-01"), ErrorCode::kSyntax);
  EXPECT_EQ(Refused("name,schema\nAna,Person\n", "2025-06-01"), ErrorCode::kWrongDocument);
  EXPECT_EQ(Refused("", "2025-06-01"), ErrorCode::kWrongDocument);
  EXPECT_EQ(Refused(whole, nullptr), ErrorCode::kNoPublicationDate);
  EXPECT_EQ(Refused(whole, "2026-02-01"), ErrorCode::kIntakeRefused);
  EXPECT_EQ(*store_.Text(*store_.Find()), Groups(1, 20));
}

TEST_F(NameTableTest, ATableThatShrankNeedsAWord) {
  ASSERT_TRUE(Import(Groups(1, 101), "2025-05-15").ok());
  EXPECT_TRUE(Import(Groups(10, 101), "2025-05-16").ok()) << "nine of a hundred gone";
  EXPECT_EQ(Refused(Groups(30, 101), "2025-05-17"), ErrorCode::kIntakeRefused);
  const auto accepted = Import(Groups(30, 101), "2025-05-17", "cleaned up");
  ASSERT_TRUE(accepted.ok());
  EXPECT_EQ(accepted->warnings.size(), 1U);
  EXPECT_EQ(store_.Find()->accept_shrink, "cleaned up");
}

TEST_F(NameTableTest, IsNoListAndNoListTakesItsName) {
  ASSERT_TRUE(Import(Groups(1, 20), "2025-05-15").ok());
  auto lists = ListStore::Open(folder_.path(), Database::Mode::kReadWrite);
  ASSERT_TRUE(lists.ok());
  EXPECT_TRUE(lists->versions().empty());
  const InputFile file{"ours.csv", "id,name,schema\n1,Ana,Person\n"};
  ImportRequest request;
  request.source = kNameVariantsSource;
  request.files = std::span(&file, 1);
  request.published = ParseIsoDate("2025-05-15");
  request.today = *ParseIsoDate("2026-01-01");
  EXPECT_FALSE(ImportList(&*lists, request).ok());
}

TEST_F(NameTableTest, AStoreOfBeforeHasNone) {
  TempFolder other;
  const auto nothing = NameTableStore::Open(other.path() + "/none", Database::Mode::kReadOnly);
  ASSERT_TRUE(nothing.ok());
  EXPECT_EQ(nothing->Find(), nullptr);
  ASSERT_TRUE(ListStore::Open(other.path(), Database::Mode::kReadWrite).ok());
  const auto old = NameTableStore::Open(other.path(), Database::Mode::kReadOnly);
  ASSERT_TRUE(old.ok());
  EXPECT_EQ(old->Find(), nullptr);
}

TEST_F(NameTableTest, DamageInTheStoreIsAnErrorAndNotAnotherTable) {
  ASSERT_TRUE(Import(Groups(1, 200), "2025-05-15").ok());
  auto database = Database::Open(folder_.path() + "/lists.sqlite", Database::Mode::kReadWrite);
  ASSERT_TRUE(database.ok());
  ASSERT_TRUE(
      database->Execute("UPDATE name_table SET bytes=substr(bytes, 1, length(bytes)-9)").ok());
  const auto text = store_.Text(*store_.Find());
  ASSERT_FALSE(text.ok());
  EXPECT_EQ(text.error().code, ErrorCode::kStorage);
}

}  // namespace
}  // namespace interdict
