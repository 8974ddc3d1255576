#include "interdict/index/replace_file.h"

#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

namespace interdict::index {
namespace {

class ReplaceFileTest : public ::testing::Test {
 protected:
  void SetUp() override {
    folder_ = ::testing::TempDir() + "interdict_replace_XXXXXX";
    ASSERT_NE(mkdtemp(folder_.data()), nullptr);
    path_ = folder_ + "/file";
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  static Status Write(const std::string& path, const std::string& text) {
    return ReplaceFile(path, std::as_bytes(std::span(text)));
  }
  std::string Read() const {
    std::ostringstream text;
    text << std::ifstream(path_).rdbuf();
    return text.str();
  }
  size_t Files() const {
    return static_cast<size_t>(std::distance(std::filesystem::directory_iterator(folder_), {}));
  }

  std::string folder_;
  std::string path_;
};

TEST_F(ReplaceFileTest, WritesAndReplaces) {
  for (const std::string text : {"one", "", "three"}) {
    ASSERT_TRUE(Write(path_, text).ok());
    EXPECT_EQ(Read(), text);
  }
  EXPECT_EQ(Files(), 1U);
}

TEST_F(ReplaceFileTest, AMissingFolderIsAnError) {
  const Status status = Write(folder_ + "/none/file", "x");
  ASSERT_FALSE(status.ok());
  EXPECT_EQ(status.error().code, ErrorCode::kWriteFailed);
}

TEST_F(ReplaceFileTest, AFolderInThePlaceOfTheFileIsAnErrorAndNothingIsLeftBehind) {
  std::filesystem::create_directory(path_);
  EXPECT_FALSE(Write(path_, "x").ok());
  EXPECT_EQ(Files(), 1U);
}

// A limit on file sizes stands for a full disk: write() fails half-way.
TEST_F(ReplaceFileTest, AFullDiskLeavesTheOldFileAndNothingElse) {
  ASSERT_TRUE(Write(path_, "old").ok());
  const pid_t child = fork();
  if (child == 0) {
    signal(SIGXFSZ, SIG_IGN);
    const rlimit limit{4096, 4096};
    setrlimit(RLIMIT_FSIZE, &limit);
    const Status status = Write(path_, std::string(100'000, 'x'));
    _exit(!status.ok() && status.error().code == ErrorCode::kWriteFailed ? 0 : 1);
  }
  int status = -1;
  waitpid(child, &status, 0);
  EXPECT_EQ(status, 0);
  EXPECT_EQ(Read(), "old");
  EXPECT_EQ(Files(), 1U);
}

TEST_F(ReplaceFileTest, OnlyOldLeftoversOfThisFileAreRemoved) {
  for (const char* name : {"file", "file.tmp-12-0", "other.tmp-1-0", "file.tmpl"}) {
    std::ofstream(folder_ + "/" + name) << "x";
  }
  EXPECT_EQ(RemoveLeftovers(path_, 0), 0) << "all are younger";
  EXPECT_EQ(RemoveLeftovers(path_, int64_t{1} << 40), 1);
  EXPECT_EQ(Files(), 3U);
  EXPECT_FALSE(std::filesystem::exists(path_ + ".tmp-12-0"));
  EXPECT_EQ(RemoveLeftovers(folder_ + "/none/file", 1), 0);
}

}  // namespace
}  // namespace interdict::index
