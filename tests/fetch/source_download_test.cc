#include "interdict/fetch/source_download.h"

#include <set>

#include "tests/fetch/fetch_fixture.h"

namespace interdict::testing {
namespace {

class SourceDownloadTest : public FetchFixture {
 protected:
  SourceRequest FromMirror(std::string_view source, const std::string& path) const {
    auto list = FilesFrom(source, server().Address(path));
    EXPECT_TRUE(list.ok());
    SourceRequest request;
    if (list.ok()) request.list = *list;
    request.folder = folder_;
    return request;
  }

  static std::vector<KnownFile> KnownOf(const SourceDownload& download) {
    std::vector<KnownFile> known;
    for (const FetchedFile& fetched : download.files) {
      known.push_back({fetched.file.file_name, fetched.download.etag,
                       fetched.download.last_modified, fetched.download.sha256});
    }
    return known;
  }
};

TEST_F(SourceDownloadTest, FetchesEveryFileOfAListIntoTheFolder) {
  SourceRequest request = FromMirror("us_ofac_sdn", "/lists/");
  std::set<std::string> shown;
  request.progress = [&](std::string_view name, uint64_t, uint64_t) { shown.emplace(name); };
  auto download = FetchSource(request, policy_);
  ASSERT_TRUE(download.ok()) << download.error().Text();
  EXPECT_FALSE(download->not_modified);
  ASSERT_EQ(download->files.size(), 4U);
  const std::set<std::string> names = {"sdn.csv", "alt.csv", "add.csv", "sdn_comments.csv"};
  const std::vector<std::string> placed = FolderFiles();
  EXPECT_EQ(std::set<std::string>(placed.begin(), placed.end()), names);
  EXPECT_EQ(shown, names);
  for (const FetchedFile& fetched : download->files) {
    EXPECT_EQ(ReadFile(fetched.download.path), ListBytes());
  }
}

TEST_F(SourceDownloadTest, AListThatIsAsKnownPlacesNothing) {
  SourceRequest request = FromMirror("us_ofac_sdn", "/lists/");
  auto first = FetchSource(request, policy_);
  ASSERT_TRUE(first.ok());
  for (const std::string& name : FolderFiles()) std::filesystem::remove(folder_ + "/" + name);
  request.known = KnownOf(*first);
  auto second = FetchSource(request, policy_);
  ASSERT_TRUE(second.ok());
  EXPECT_TRUE(second->not_modified);
  EXPECT_EQ(second->files.size(), 4U);
  EXPECT_TRUE(FolderFiles().empty());
}

TEST_F(SourceDownloadTest, OneChangedFileBringsTheWholeSet) {
  SourceRequest request = FromMirror("us_ofac_sdn", "/lists/");
  auto first = FetchSource(request, policy_);
  ASSERT_TRUE(first.ok());
  for (const std::string& name : FolderFiles()) std::filesystem::remove(folder_ + "/" + name);
  request = FromMirror("us_ofac_sdn", "/lists/?changed=alt.csv");
  request.known = KnownOf(*first);
  auto second = FetchSource(request, policy_);
  ASSERT_TRUE(second.ok());
  EXPECT_FALSE(second->not_modified);
  EXPECT_EQ(FolderFiles().size(), 4U);
  for (const FetchedFile& fetched : second->files) {
    EXPECT_FALSE(fetched.download.not_modified) << fetched.file.file_name;
    EXPECT_FALSE(fetched.download.path.empty()) << fetched.file.file_name;
  }
  EXPECT_EQ(second->files[1].download.etag, "\"v2\"");
}

TEST_F(SourceDownloadTest, AFileThatFailsFailsTheList) {
  auto download = FetchSource(FromMirror("us_ofac_sdn", "/nowhere/"), policy_);
  ASSERT_FALSE(download.ok());
  EXPECT_EQ(download.error().code, ErrorCode::kHttpStatus);
  EXPECT_EQ(download.error().where.source, "us_ofac_sdn");
  EXPECT_EQ(download.error().where.file, "sdn.csv");
}

TEST_F(SourceDownloadTest, AListOfOneFileMayBeNamedWhole) {
  auto download = FetchSource(FromMirror("un_sc_sanctions", "/list"), policy_);
  ASSERT_TRUE(download.ok()) << download.error().Text();
  EXPECT_EQ(FolderFiles(), std::vector<std::string>{"consolidated.xml"});
}

TEST_F(SourceDownloadTest, ThePublishersUserAgentIsSentUnlessAnotherIsGiven) {
  SourceRequest request = FromMirror("un_sc_sanctions", "/firewall");
  EXPECT_TRUE(FetchSource(request, policy_).ok());
  request.user_agent = "short";
  EXPECT_FALSE(FetchSource(request, policy_).ok());
}

}  // namespace
}  // namespace interdict::testing
