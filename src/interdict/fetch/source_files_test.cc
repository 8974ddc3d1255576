#include "interdict/fetch/source_files.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "interdict/fetch/web_address.h"

namespace interdict {
namespace {

const std::vector<std::string_view> kSources = {
    "us_ofac_sdn",       "us_ofac_cons",     "un_sc_sanctions",   "eu_fsf",
    "gb_fcdo_sanctions", "gb_hmt_sanctions", "ch_seco_sanctions", "ca_dfatd_sema_sanctions",
    "au_dfat_sanctions", "us_trade_csl",     "name_variants"};

SourceFiles Files(std::string_view source, std::string_view format = {}) {
  auto files = OfficialFiles(source, format);
  EXPECT_TRUE(files.ok()) << source << " " << format;
  return files.ok() ? *files : SourceFiles{};
}

TEST(SourceFiles, EverySourceHasItsPublisherAndItsPreferredFiles) {
  ASSERT_EQ(AllPublishers().size(), kSources.size());
  for (size_t i = 0; i < kSources.size(); ++i) {
    EXPECT_EQ(AllPublishers()[i].source, kSources[i]);
    EXPECT_FALSE(Files(kSources[i]).files.empty());
  }
}

TEST(SourceFiles, PublishersAreComplete) {
  for (const Publisher& publisher : AllPublishers()) {
    for (std::string_view cell : {publisher.publisher, publisher.title, publisher.licence}) {
      EXPECT_FALSE(cell.empty()) << publisher.source;
    }
    EXPECT_TRUE(publisher.homepage.starts_with("https://")) << publisher.source;
    EXPECT_GE(publisher.answer_time.count(), 60) << publisher.source;
    EXPECT_EQ(publisher.poll_every.count() == 0, publisher.is_closed) << publisher.source;
  }
}

TEST(SourceFiles, OfacUserAgentIsOneThatItsFirewallLetsPass) {
  for (std::string_view source : {"us_ofac_sdn", "us_ofac_cons"}) {
    const std::string_view agent = FindPublisher(source)->user_agent;
    EXPECT_GE(agent.size(), 40U);
    ASSERT_TRUE(agent.starts_with("Mozilla/"));
    EXPECT_TRUE(agent[8] >= '0' && agent[8] <= '9');
  }
}

TEST(SourceFiles, AddressesAreHttpsOnAllowedHosts) {
  for (std::string_view source : kSources) {
    std::set<std::string> formats;
    for (const char* format : {"", "ofac_standard_xml", "ofac_advanced_xml", "ofac_enhanced_xml",
                               "eu_fsf_csv", "uk_sanctions_xml", "csl_json"}) {
      auto list = OfficialFiles(source, format);
      if (!list.ok()) continue;
      for (const SourceFile& file : list->files) {
        auto address = ParseWebAddress(file.address);
        ASSERT_TRUE(address.ok()) << file.address;
        EXPECT_EQ(address->scheme, "https") << file.address;
        EXPECT_EQ(address->port, 443) << file.address;
        EXPECT_EQ(std::count(list->hosts.begin(), list->hosts.end(), address->host), 1)
            << file.address;
        EXPECT_GE(file.max_bytes, uint64_t{1} << 20) << file.address;
        EXPECT_EQ(file.file_name.find('/'), std::string::npos);
      }
    }
  }
}

TEST(SourceFiles, FileNamesAreUniqueWithinASet) {
  for (std::string_view source : kSources) {
    std::set<std::string> names, parts;
    const SourceFiles list = Files(source);
    for (const SourceFile& file : list.files) {
      names.insert(file.file_name);
      parts.insert(file.part);
      EXPECT_EQ(file.format, list.files.front().format) << "one format per set";
    }
    EXPECT_EQ(names.size(), list.files.size()) << source;
    EXPECT_EQ(parts.size(), list.files.size()) << source;
  }
}

TEST(SourceFiles, OfacListsComeAsFourFilesWithAHash) {
  const SourceFiles list = Files("us_ofac_sdn");
  ASSERT_EQ(list.files.size(), 4U);
  const std::vector<std::string> parts = {"sdn", "alt", "add", "comments"};
  for (size_t i = 0; i < 4; ++i) {
    EXPECT_EQ(list.files[i].part, parts[i]);
    EXPECT_TRUE(list.files[i].hash_on_head);
  }
  EXPECT_EQ(list.hosts.size(), 2U) << "the service and the storage it redirects to";
}

TEST(SourceFiles, OtherFormatsCanBeAskedFor) {
  EXPECT_EQ(Files("us_ofac_sdn", "ofac_advanced_xml").files.front().file_name, "sdn_advanced.xml");
  EXPECT_EQ(Files("gb_fcdo_sanctions", "uk_sanctions_xml").files.size(), 1U);
  EXPECT_FALSE(OfficialFiles("us_ofac_sdn", "eu_fsf_xml").ok());
}

TEST(SourceFiles, CustomListsHaveNoAddress) {
  EXPECT_EQ(FindPublisher("my_list"), nullptr);
  auto files = OfficialFiles("my_list");
  ASSERT_FALSE(files.ok());
  EXPECT_EQ(files.error().code, ErrorCode::kNotFound);
}

TEST(SourceFiles, TheClosedUkListIsMarkedSo) {
  EXPECT_TRUE(FindPublisher("gb_hmt_sanctions")->is_closed);
  EXPECT_FALSE(FindPublisher("gb_fcdo_sanctions")->is_closed);
}

TEST(SourceFiles, TheTableOfNameVariantsIsFetchedOnlyWhenNamed) {
  for (const Publisher& publisher : AllPublishers()) {
    EXPECT_EQ(publisher.is_optional, publisher.source == "name_variants") << publisher.source;
  }
}

TEST(SourceFiles, AFolderTakesTheFileNames) {
  auto list = FilesFrom("us_ofac_sdn", "https://mirror.example:8443/lists?key=k");
  ASSERT_TRUE(list.ok());
  ASSERT_EQ(list->files.size(), 4U);
  EXPECT_EQ(list->files[1].address, "https://mirror.example:8443/lists/alt.csv?key=k");
  EXPECT_EQ(list->hosts, std::vector<std::string>{"mirror.example:8443"});
}

TEST(SourceFiles, AFileStandsForAListOfOneFile) {
  auto list = FilesFrom("un_sc_sanctions", "https://mirror.example/today.xml");
  ASSERT_TRUE(list.ok());
  EXPECT_EQ(list->files.front().address, "https://mirror.example:443/today.xml");
  EXPECT_EQ(list->files.front().file_name, "consolidated.xml");
  list = FilesFrom("un_sc_sanctions", "https://mirror.example/un/");
  ASSERT_TRUE(list.ok());
  EXPECT_EQ(list->files.front().address, "https://mirror.example:443/un/consolidated.xml");
}

TEST(SourceFiles, AnUnusableMirrorIsAnError) {
  EXPECT_FALSE(FilesFrom("un_sc_sanctions", "not an address").ok());
  EXPECT_FALSE(FilesFrom("my_list", "https://mirror.example/").ok());
}

}  // namespace
}  // namespace interdict
