// A store that is not as it was written must say so: a record that silently got lost is a party
// that nobody screens against.
#include <gtest/gtest.h>

#include <fstream>
#include <string>

#include "interdict/entity/testing/record_builder.h"
#include "interdict/store/list_store.h"
#include "interdict/store/testing/temp_folder.h"

namespace interdict {
namespace {

using Mode = Database::Mode;

class DamagedStore : public ::testing::Test {
 protected:
  void SetUp() override {
    auto store = ListStore::Open(folder_.path(), Mode::kReadWrite);
    ASSERT_TRUE(store.ok());
    for (int32_t day = 0; day < 3; ++day) {
      ListVersion version;
      version.source = "list";
      version.published = Date{day};
      std::vector<Record> records;
      for (int i = 0; i <= day; ++i) {
        records.push_back(testing::RecordBuilder("list", std::to_string(i))
                              .Named("Name of party " + std::to_string(i)));
      }
      ASSERT_TRUE(store->Add(version, records).ok());
    }
  }

  std::string Path() const { return folder_.path() + "/lists.sqlite"; }

  void Execute(const char* sql) {
    auto database = Database::Open(Path(), Mode::kReadWrite);
    ASSERT_TRUE(database.ok());
    const Status status = database->Execute(sql);
    ASSERT_TRUE(status.ok()) << status.error().Text();
  }

  // The code of the error that opening the store or loading its newest version gives.
  ErrorCode LoadError() {
    auto store = ListStore::Open(folder_.path(), Mode::kReadOnly);
    if (!store.ok()) return store.error().code;
    const Status status =
        store->Load(*store->Find("list"), [](Record&&) -> Status { return Ok{}; });
    return status.ok() ? ErrorCode{} : status.error().code;
  }

  testing::TempFolder folder_;
};

TEST_F(DamagedStore, IsWholeBeforeItIsDamaged) {
  EXPECT_EQ(LoadError(), ErrorCode{});
}

TEST_F(DamagedStore, EveryFlippedByteOfAContentIsNoticed) {
  auto database = Database::Open(Path(), Mode::kReadWrite);
  auto read = database->Prepare("SELECT bytes FROM content WHERE id=1");
  ASSERT_TRUE(read->Step().ok());
  const std::string whole(read->ColumnBlob(0));
  read->Reset();
  for (size_t i = 0; i < whole.size(); ++i) {
    std::string damaged = whole;
    damaged[i] = static_cast<char>(damaged[i] ^ 0x20);
    auto write = database->Prepare("UPDATE content SET bytes=? WHERE id=1");
    write->BindBlob(1, damaged);
    ASSERT_TRUE(write->Run().ok());
    EXPECT_EQ(LoadError(), ErrorCode::kStorage) << "byte " << i;
  }
}

TEST_F(DamagedStore, EmptyContentIsNoticed) {
  Execute("UPDATE content SET bytes=x'' WHERE id=1");
  EXPECT_EQ(LoadError(), ErrorCode::kStorage);
}

TEST_F(DamagedStore, MissingContentIsNoticed) {
  Execute("DELETE FROM content WHERE id=2");
  EXPECT_EQ(LoadError(), ErrorCode::kStorage);
}

TEST_F(DamagedStore, AMissingChangeIsNoticed) {
  Execute("DELETE FROM change WHERE version=2");
  EXPECT_EQ(LoadError(), ErrorCode::kStorage);
}

TEST_F(DamagedStore, AMissingRecordKeyIsNoticed) {
  Execute("DELETE FROM record WHERE key='1'");
  EXPECT_EQ(LoadError(), ErrorCode::kStorage);
}

TEST_F(DamagedStore, AMissingParentIsNoticed) {
  Execute("DELETE FROM version WHERE id=1");
  EXPECT_EQ(LoadError(), ErrorCode::kStorage);
}

TEST_F(DamagedStore, ACircleOfParentsEnds) {
  Execute("UPDATE version SET parent=3 WHERE id=1");
  EXPECT_EQ(LoadError(), ErrorCode::kStorage);
}

TEST_F(DamagedStore, AnUnreadablePublicationDateIsNoticed) {
  Execute("UPDATE version SET published='soon' WHERE id=3");
  EXPECT_EQ(LoadError(), ErrorCode::kStorage);
}

TEST_F(DamagedStore, AStoreOfALaterProgramIsNotTouched) {
  Execute("PRAGMA user_version=999");
  EXPECT_EQ(LoadError(), ErrorCode::kStoreVersion);
  EXPECT_EQ(ListStore::Open(folder_.path(), Mode::kReadWrite).error().code,
            ErrorCode::kStoreVersion);
}

TEST_F(DamagedStore, AFileThatIsNoDatabaseIsAStorageFailure) {
  std::ofstream(Path(), std::ios::trunc) << std::string(4096, 'x');
  EXPECT_EQ(LoadError(), ErrorCode::kStorage);
}

TEST_F(DamagedStore, AnEmptyFileHasNoList) {
  std::filesystem::remove(Path() + "-wal");
  std::filesystem::resize_file(Path(), 0);
  EXPECT_EQ(LoadError(), ErrorCode::kNoList);
}

TEST_F(DamagedStore, AFileCutInTheMiddleIsAStorageFailure) {
  std::filesystem::remove(Path() + "-wal");
  std::filesystem::resize_file(Path(), std::filesystem::file_size(Path()) / 2);
  EXPECT_EQ(LoadError(), ErrorCode::kStorage);
}

}  // namespace
}  // namespace interdict
