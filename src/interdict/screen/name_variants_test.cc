#include "interdict/screen/name_variants.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "interdict/screen/result_json.h"
#include "interdict/screen/screener.h"
#include "interdict/screen/testing/loaded_lists.h"
#include "interdict/store/name_table_import.h"

namespace interdict {
namespace {

namespace fs = std::filesystem;
using testing::LoadedLists;
using testing::RecordBuilder;
using testing::TempFolder;

class NameVariantsTest : public ::testing::Test {
 protected:
  void SetUp() override {
    lists_.Add("2024-01-01", {RecordBuilder("a", "1").Named("Ana Zomorri"),
                              RecordBuilder("a", "2").Named("Ana Brontek")});
  }

  void Import(const std::string& text, const char* published) {
    auto store = NameTableStore::Open(folder_.path(), Database::Mode::kReadWrite);
    ASSERT_TRUE(store.ok());
    const InputFile file{"names.txt", text};
    ImportRequest request;
    request.files = std::span(&file, 1);
    request.published = ParseIsoDate(published);
    request.today = *ParseIsoDate("2026-01-01");
    request.accept_shrink = "a test";
    const auto outcome = ImportNameTable(&*store, request);
    ASSERT_TRUE(outcome.ok()) << outcome.error().Text();
  }

  std::shared_ptr<const NameVariants> Variants() const {
    auto loaded = NameVariants::Load(folder_.path(), Indexes());
    EXPECT_TRUE(loaded.ok()) << (loaded.ok() ? "" : loaded.error().Text());
    return loaded.ok() ? *loaded : nullptr;
  }

  std::string Indexes() const { return folder_.path() + "/index"; }

  std::string Answer(const std::string& name, bool exhaustive = false) {
    auto snapshot = Snapshot::Load(lists_.store(), {}, Indexes(), Variants());
    EXPECT_TRUE(snapshot.ok());
    auto screener = Screener::Create(**snapshot);
    Query query;
    query.id = "q";
    query.names = {name};
    ScreenOptions options;
    options.exhaustive = exhaustive;
    const auto hits = screener->Screen(query, options);
    EXPECT_TRUE(hits.ok());
    return ResultLine(query, *hits, **snapshot);
  }

  size_t CountFiles(const std::string& extension) const {
    size_t count = 0;
    for (const auto& entry : fs::directory_iterator(Indexes()))
      count += entry.path().extension() == extension;
    return count;
  }

  LoadedLists lists_;
  TempFolder folder_;
};

TEST_F(NameVariantsTest, WithoutATableThereIsNone) {
  EXPECT_EQ(Variants(), nullptr);
  EXPECT_EQ(Answer("Ana Shaqwelt"), R"({"id":"q","hits":[],"model":"interdict-1"})");
}

TEST_F(NameVariantsTest, ATableIsOneMoreRuleAndTheResultSaysSo) {
  Import("zomorri, shaqwelt => Q77\n", "2025-05-15");
  const std::string answer = Answer("Ana Shaqwelt");
  EXPECT_NE(answer.find("\"entity\":\"a:1\""), std::string::npos) << answer;
  EXPECT_NE(answer.find("shaqwelt~zomorri (variant Q77)"), std::string::npos) << answer;
  EXPECT_NE(answer.find(R"("name_variants":"2025-05-15#1")"), std::string::npos) << answer;
  EXPECT_EQ(answer.find("a:2"), std::string::npos) << answer;
  EXPECT_EQ(Answer("Ana Shaqwelt", /*exhaustive=*/true), answer);
}

TEST_F(NameVariantsTest, AnotherTableIsAnotherIndex) {
  Import("zomorri, shaqwelt => Q77\n", "2025-05-15");
  EXPECT_NE(Answer("Ana Shaqwelt").find("a:1"), std::string::npos);
  EXPECT_EQ(CountFiles(".idx"), 1U);
  Import("brontek, shaqwelt => Q77\n", "2025-05-16");
  const std::string answer = Answer("Ana Shaqwelt");
  EXPECT_EQ(answer.find("a:1"), std::string::npos) << answer;
  EXPECT_NE(answer.find("a:2"), std::string::npos) << answer;
  EXPECT_EQ(CountFiles(".idx"), 2U);
  Import("maduro, shaqwelt => Q77\n", "2025-05-17");
  EXPECT_EQ(Answer("Ana Shaqwelt").find("entity"), std::string::npos);
  EXPECT_EQ(CountFiles(".variants"), NameVariants::kMaxKept);
}

TEST_F(NameVariantsTest, ADamagedFileIsMadeAgain) {
  Import("zomorri, shaqwelt => Q77\n", "2025-05-15");
  const std::string answer = Answer("Ana Shaqwelt");
  for (const auto& entry : fs::directory_iterator(Indexes())) {
    if (entry.path().extension() != ".variants") continue;
    std::ofstream file(entry.path(), std::ios::binary);
    file << "damaged";
  }
  EXPECT_EQ(Answer("Ana Shaqwelt"), answer);
  fs::remove_all(Indexes());
  EXPECT_EQ(Answer("Ana Shaqwelt"), answer);
}

TEST_F(NameVariantsTest, IsTheOneThatWasKnown) {
  Import("zomorri, shaqwelt => Q77\n", "2025-05-15");
  const auto then = NameVariants::Load(folder_.path(), {}, UnixSeconds{-5});
  ASSERT_TRUE(then.ok());
  EXPECT_EQ(*then, nullptr);
}

}  // namespace
}  // namespace interdict
