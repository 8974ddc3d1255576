#include "interdict/store/database.h"

#include <gtest/gtest.h>

#include "interdict/store/testing/temp_folder.h"

namespace interdict {
namespace {

using testing::TempFolder;
using Mode = Database::Mode;

class DatabaseTest : public ::testing::Test {
 protected:
  Database Open(int busy_timeout_ms = 0) {
    auto database = Database::Open(folder_.path() + "/x.sqlite", Mode::kReadWrite, busy_timeout_ms);
    EXPECT_TRUE(database.ok());
    return std::move(*database);
  }

  int64_t Count(Database* database) {
    auto rows = database->Prepare("SELECT count(*) FROM t");
    EXPECT_TRUE(rows->Step().ok());
    return rows->ColumnInt(0);
  }

  TempFolder folder_;
};

TEST_F(DatabaseTest, ValuesComeBackAsTheyWereBound) {
  Database database = Open();
  ASSERT_TRUE(database.Execute("CREATE TABLE t(i INTEGER, s TEXT, b BLOB, n TEXT)").ok());
  auto add = database.Prepare("INSERT INTO t VALUES(?,?,?,?)");
  const std::string bytes("a\0b\xFF", 4);
  add->Bind(1, INT64_MIN);
  add->Bind(2, bytes);
  add->BindBlob(3, bytes);
  add->BindNull(4);
  ASSERT_TRUE(add->Run().ok());
  auto rows = database.Prepare("SELECT i, s, b, n FROM t");
  ASSERT_TRUE(*rows->Step());
  EXPECT_EQ(rows->ColumnInt(0), INT64_MIN);
  EXPECT_EQ(rows->ColumnText(1), bytes);
  EXPECT_EQ(rows->ColumnBlob(2), bytes);
  EXPECT_TRUE(rows->ColumnIsNull(3));
  EXPECT_EQ(rows->ColumnText(3), "");
  EXPECT_FALSE(*rows->Step());
}

TEST_F(DatabaseTest, EmptyTextIsNotNull) {
  Database database = Open();
  ASSERT_TRUE(database.Execute("CREATE TABLE t(s TEXT NOT NULL, b BLOB NOT NULL)").ok());
  auto add = database.Prepare("INSERT INTO t VALUES(?,?)");
  add->Bind(1, std::string_view());
  add->BindBlob(2, std::string_view());
  EXPECT_TRUE(add->Run().ok());
}

TEST_F(DatabaseTest, AStatementThatFailedCanBeUsedAgain) {
  Database database = Open();
  ASSERT_TRUE(database.Execute("CREATE TABLE t(i INTEGER UNIQUE)").ok());
  auto add = database.Prepare("INSERT INTO t VALUES(?)");
  for (int i = 0; i < 2; ++i) {
    add->Bind(1, int64_t{1});
    EXPECT_EQ(add->Run().ok(), i == 0);
  }
  add->Bind(1, int64_t{2});
  EXPECT_TRUE(add->Run().ok());
  EXPECT_EQ(Count(&database), 2);
}

TEST_F(DatabaseTest, ATransactionThatIsNotCommittedLeavesNothing) {
  Database database = Open();
  ASSERT_TRUE(database.Execute("CREATE TABLE t(i INTEGER)").ok());
  {
    auto transaction = Transaction::Begin(&database);
    ASSERT_TRUE(transaction.ok());
    ASSERT_TRUE(database.Execute("INSERT INTO t VALUES(1)").ok());
  }
  EXPECT_EQ(Count(&database), 0);
  {
    auto transaction = Transaction::Begin(&database);
    ASSERT_TRUE(database.Execute("INSERT INTO t VALUES(1)").ok());
    ASSERT_TRUE(transaction->Commit().ok());
  }
  EXPECT_EQ(Count(&database), 1);
}

TEST_F(DatabaseTest, TheLockOfAnotherWriterIsBusyAndNotDamage) {
  Database one = Open();
  Database two = Open();
  ASSERT_TRUE(one.Execute("CREATE TABLE t(i INTEGER)").ok());
  auto first = Transaction::Begin(&one);
  ASSERT_TRUE(first.ok());
  const auto second = Transaction::Begin(&two);
  ASSERT_FALSE(second.ok());
  EXPECT_EQ(second.error().code, ErrorCode::kStoreBusy);
}

TEST_F(DatabaseTest, BadSqlIsAnError) {
  Database database = Open();
  EXPECT_EQ(database.Prepare("SELEKT 1").error().code, ErrorCode::kStorage);
  EXPECT_EQ(database.Execute("SELEKT 1").error().code, ErrorCode::kStorage);
}

TEST_F(DatabaseTest, AReadOnlyDatabaseIsNotCreatedAndNotWritten) {
  const auto none = Database::Open(folder_.path() + "/none.sqlite", Mode::kReadOnly);
  EXPECT_FALSE(none.ok());
  EXPECT_FALSE(std::filesystem::exists(folder_.path() + "/none.sqlite"));
  ASSERT_TRUE(Open().Execute("CREATE TABLE t(i INTEGER)").ok());
  auto database = Database::Open(folder_.path() + "/x.sqlite", Mode::kReadOnly);
  ASSERT_TRUE(database.ok());
  EXPECT_FALSE(database->Execute("INSERT INTO t VALUES(1)").ok());
}

TEST_F(DatabaseTest, ObjectsMayBeMovedWhileInUse) {
  Database first = Open();
  ASSERT_TRUE(first.Execute("CREATE TABLE t(i INTEGER); INSERT INTO t VALUES(1)").ok());
  Database second = std::move(first);
  auto rows = second.Prepare("SELECT i FROM t");
  Statement moved = std::move(*rows);
  ASSERT_TRUE(*moved.Step());
  Statement assigned = std::move(moved);
  EXPECT_EQ(assigned.ColumnInt(0), 1);
}

}  // namespace
}  // namespace interdict
