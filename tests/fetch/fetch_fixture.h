// What the tests of this folder share: a server, an empty folder, a request and a policy that does
// not wait. The limits of time are far above what a loaded machine needs, except where a test is
// about them.
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "interdict/base/hash.h"
#include "interdict/fetch/download.h"
#include "tests/fetch/test_server.h"

namespace interdict::testing {

inline constexpr const char* kUserAgent =
    "Mozilla/5.0 (compatible; interdict; sanctions list update)";

// The file that the server serves as /list.
inline std::string ListBytes() {
  std::string bytes;
  for (int i = 0; i < 100; ++i) bytes += "36,\"SHIPPING LINE ONE\",-0- ,\"CUBA\"\r\n";
  return bytes;
}

inline std::string ReadFile(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

class FetchFixture : public ::testing::Test {
 protected:
  static void SetUpTestSuite() { server_ = new TestServer(); }
  static void TearDownTestSuite() {
    delete server_;
    server_ = nullptr;
  }

  FetchFixture() {
    std::string folder = ::testing::TempDir() + "interdict-fetch-XXXXXX";
    folder_ = mkdtemp(folder.data());
    policy_.allow_loopback_http = true;
    policy_.pause = [this](std::chrono::milliseconds time) {
      pauses_.push_back(time.count());
      return true;
    };
  }
  ~FetchFixture() override { std::filesystem::remove_all(folder_); }

  static const TestServer& server() { return *server_; }

  FetchRequest Request(const std::string& path) const {
    FetchRequest request;
    request.source = "us_ofac_sdn";
    request.address = server().Address(path);
    request.folder = folder_;
    request.file_name = "sdn.csv";
    request.user_agent = kUserAgent;
    request.allowed_hosts = {server().Host()};
    return request;
  }

  Result<Download> Get(const std::string& path) const { return Fetch(Request(path), policy_); }

  // The error of a download that must fail, after which the folder must be empty.
  Error Failed(const FetchRequest& request) const {
    auto download = Fetch(request, policy_);
    EXPECT_FALSE(download.ok()) << request.address;
    EXPECT_TRUE(FolderFiles().empty()) << "left behind: " << FolderFiles().front();
    return download.ok() ? Error{} : download.error();
  }
  Error Failed(const std::string& path) const { return Failed(Request(path)); }

  // How often the server was asked under a name that this test alone uses.
  int Asked(const std::string& times) const {
    auto download = Get("/count?times=" + times);
    return download.ok() ? std::stoi(ReadFile(download->path)) : -1;
  }

  std::vector<std::string> FolderFiles() const {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(folder_)) {
      names.push_back(entry.path().filename());
    }
    return names;
  }

  std::string folder_;
  FetchPolicy policy_;
  std::vector<int64_t> pauses_;  // milliseconds that Fetch wanted to wait

 private:
  static inline TestServer* server_ = nullptr;
};

}  // namespace interdict::testing
