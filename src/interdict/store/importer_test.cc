#include "interdict/store/importer.h"

#include <gtest/gtest.h>

#include "interdict/base/hash.h"
#include "interdict/store/testing/temp_folder.h"

namespace interdict {
namespace {

constexpr std::string_view kUnXml =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
    "<CONSOLIDATED_LIST dateGenerated=\"2024-01-15T00:00:09Z\"><INDIVIDUALS><INDIVIDUAL>"
    "<DATAID>1</DATAID><VERSIONNUM>1</VERSIONNUM><FIRST_NAME>ANA</FIRST_NAME>"
    "<SECOND_NAME>ROE</SECOND_NAME><UN_LIST_TYPE>X</UN_LIST_TYPE>"
    "<REFERENCE_NUMBER>Xi.1</REFERENCE_NUMBER><LISTED_ON>2015-07-01</LISTED_ON>"
    "</INDIVIDUAL></INDIVIDUALS><ENTITIES/></CONSOLIDATED_LIST>";

class ImporterTest : public ::testing::Test {
 protected:
  void SetUp() override {
    auto store = ListStore::Open(folder_.path(), Database::Mode::kReadWrite);
    ASSERT_TRUE(store.ok());
    store_ = std::make_unique<ListStore>(std::move(*store));
  }

  ImportRequest Request(const std::string& published = {}) {
    ImportRequest request;
    request.source = "our_list";
    request.today = *ParseIsoDate("2024-06-01");
    request.now = 1000;
    if (!published.empty()) request.published = *ParseIsoDate(published);
    return request;
  }

  Result<ImportOutcome> Import(std::string_view bytes, ImportRequest request) {
    const InputFile file{"file.csv", bytes};
    request.files = {&file, 1};
    return ImportList(store_.get(), request);
  }

  // Imports what must not be refused.
  ImportOutcome Load(std::string_view bytes, const ImportRequest& request) {
    auto outcome = Import(bytes, request);
    EXPECT_TRUE(outcome.ok()) << (outcome.ok() ? "" : outcome.error().Text());
    return outcome.ok() ? std::move(*outcome) : ImportOutcome();
  }

  Error Refused(std::string_view bytes, const ImportRequest& request) {
    const size_t before = store_->versions().size();
    auto outcome = Import(bytes, request);
    EXPECT_FALSE(outcome.ok());
    EXPECT_EQ(store_->versions().size(), before);
    return outcome.ok() ? Error() : outcome.error();
  }

  // A list of our own format with so many parties.
  static std::string Parties(int count) {
    std::string csv = "id,name,schema\n";
    for (int i = 0; i < count; ++i) {
      csv += std::to_string(i) + ",Party " + std::to_string(i) + ",Person\n";
    }
    return csv;
  }

  testing::TempFolder folder_;
  std::unique_ptr<ListStore> store_;
};

using Kind = ImportOutcome::Kind;

TEST_F(ImporterTest, AWholeListBecomesTheActiveVersion) {
  const std::string csv = Parties(3);
  const ImportOutcome outcome = Load(csv, Request("2024-01-01"));
  EXPECT_EQ(outcome.kind, Kind::kActivated);
  EXPECT_EQ(outcome.version.records, 3U);
  EXPECT_EQ(outcome.version.format, "custom_list");
  EXPECT_EQ(outcome.version.sha256, Sha256Hex(csv));
  EXPECT_EQ(outcome.version.loaded_at, 1000);
  EXPECT_EQ(outcome.version.confirmed_at, 1000);
  EXPECT_NE(outcome.version.report.find("\"records_out\":3"), std::string::npos);
  EXPECT_EQ(store_->Find("our_list")->id, outcome.version.id);
}

TEST_F(ImporterTest, AListOfManyBatchesIsStoredWholeAndInOrder) {
  constexpr int kCount = 2600;
  Load(Parties(kCount), Request("2024-01-01"));
  int next = 0;
  const Status loaded = store_->Load(*store_->Find("our_list"), [&](Record&& record) -> Status {
    EXPECT_EQ(record.id, std::to_string(next));
    EXPECT_EQ(record.Caption(), "Party " + std::to_string(next));
    ++next;
    return Ok{};
  });
  EXPECT_TRUE(loaded.ok());
  EXPECT_EQ(next, kCount);
  // The last record alone changes, the first is gone.
  std::string changed = Parties(kCount) + "new,Party new,Person\n";
  changed.replace(changed.find("2599,Party 2599"), 15, "2599,Party 259X");
  changed.erase(changed.find("0,Party 0"), changed.find("1,Party 1") - changed.find("0,Party 0"));
  Load(changed, Request("2024-01-02"));
  const auto before = store_->versions().front(), after = store_->versions().back();
  const auto difference = store_->Diff(before, after);
  ASSERT_TRUE(difference.ok());
  EXPECT_EQ(difference->added, std::vector<std::string>{"new"});
  EXPECT_EQ(difference->removed, std::vector<std::string>{"0"});
  ASSERT_EQ(difference->changed.size(), 1U);
  EXPECT_EQ(difference->changed[0].first, "2599");
}

TEST_F(ImporterTest, AListWhoseLastRowsAreBrokenLeavesNothingBehind) {
  Refused(Parties(2600) + "x,\"never closed,Person\n", Request("2024-01-01"));
  Refused(Parties(1100) + Parties(1), Request("2024-01-01"));
  EXPECT_TRUE(store_->versions().empty());
}

TEST_F(ImporterTest, RemarksThatTheFileCutsOffAreWarnedOf) {
  const std::string remark(1010, 'x');
  const std::string row = "1,\"ROE, Ana\",\"individual\",\"X\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,";
  const ImportOutcome outcome =
      Load(row + "\"DOB 1970; a.k.a. 'A'; " + remark + "\"\r\n", Request("2024-01-01"));
  ASSERT_EQ(outcome.warnings.size(), 1U);
  EXPECT_NE(outcome.warnings[0].find("record 1)"), std::string::npos) << outcome.warnings[0];
  EXPECT_TRUE(Load(row + "\"DOB 1970.\"\r\n", Request("2024-01-02")).warnings.empty());
}

TEST_F(ImporterTest, TheSameFileAgainIsConfirmedAndNoNewVersion) {
  Load(Parties(3), Request("2024-01-01"));
  ImportRequest again = Request("2024-01-01");
  again.now = 5000;
  const ImportOutcome outcome = Load(Parties(3), again);
  EXPECT_EQ(outcome.kind, Kind::kConfirmed);
  EXPECT_EQ(outcome.version.confirmed_at, 5000);
  EXPECT_EQ(outcome.version.loaded_at, 1000);
  EXPECT_EQ(store_->versions().size(), 1U);
}

TEST_F(ImporterTest, TheSameFileUnderAnotherDateIsAnotherVersion) {
  Load(Parties(3), Request("2024-01-01"));
  EXPECT_EQ(Load(Parties(3), Request("2024-01-02")).kind, Kind::kActivated);
  EXPECT_EQ(store_->versions().size(), 2U);
}

TEST_F(ImporterTest, OfOneDateTheLastImportIsActiveEvenWhenItGoesBack) {
  Load(Parties(3), Request("2024-01-01"));
  Load(Parties(4), Request("2024-01-01"));
  EXPECT_EQ(store_->Find("our_list")->records, 4U);
  ImportRequest back = Request("2024-01-01");
  back.accept_shrink = "the later file was a mistake";
  EXPECT_EQ(Load(Parties(3), back).kind, Kind::kActivated);
  EXPECT_EQ(store_->Find("our_list")->records, 3U);
  EXPECT_EQ(Load(Parties(3), back).kind, Kind::kConfirmed);
}

TEST_F(ImporterTest, AnOlderVersionIsHistoryAndTheNewerStaysActive) {
  Load(Parties(3), Request("2024-02-01"));
  const ImportOutcome outcome = Load(Parties(20), Request("2024-01-01"));
  EXPECT_EQ(outcome.kind, Kind::kHistory);
  EXPECT_EQ(store_->Find("our_list")->records, 3U);
}

TEST_F(ImporterTest, AnUpdateIsNeverOlderThanTheActiveVersion) {
  Load(Parties(3), Request("2024-02-01"));
  ImportRequest request = Request("2024-01-31");
  request.must_be_newer = true;
  const Error error = Refused(Parties(4), request);
  EXPECT_EQ(error.code, ErrorCode::kIntakeRefused);
  EXPECT_NE(error.message.find("2024-01-31 is before that of the active version, 2024-02-01"),
            std::string::npos);
  request.published = *ParseIsoDate("2024-02-01");
  EXPECT_EQ(Load(Parties(4), request).kind, Kind::kActivated);
}

TEST_F(ImporterTest, WithoutAnyDateThereIsNoVersion) {
  EXPECT_EQ(Refused(Parties(3), Request()).code, ErrorCode::kNoPublicationDate);
  ImportRequest request = Request();
  request.published_if_unsaid = *ParseIsoDate("2024-03-03");
  EXPECT_EQ(FormatIsoDate(Load(Parties(3), request).version.published), "2024-03-03");
}

TEST_F(ImporterTest, TheDateOfTheFileCountsUnlessAnotherIsGiven) {
  ImportRequest request = Request();
  request.published_if_unsaid = *ParseIsoDate("2024-03-03");
  const ImportOutcome by_file = Load(kUnXml, request);
  EXPECT_EQ(FormatIsoDate(by_file.version.published), "2024-01-15");
  EXPECT_TRUE(by_file.warnings.empty());
  const ImportOutcome as_asked = Load(kUnXml, Request("2024-01-20"));
  EXPECT_EQ(FormatIsoDate(as_asked.version.published), "2024-01-20");
  ASSERT_EQ(as_asked.warnings.size(), 1U);
  EXPECT_NE(as_asked.warnings[0].find("published on 2024-01-15"), std::string::npos);
}

TEST_F(ImporterTest, ARefusalNamesTheListTheCheckAndTheVersionThatStays) {
  Load(Parties(20), Request("2024-01-01"));
  const Error error = Refused(Parties(10), Request("2024-01-02"));
  EXPECT_EQ(error.code, ErrorCode::kIntakeRefused);
  EXPECT_EQ(error.where.source, "our_list");
  for (const char* words : {"shrinkage: 10 of the 20 records of 2024-01-01", "--accept-shrink",
                            "The active version stays that of 2024-01-01"}) {
    EXPECT_NE(error.message.find(words), std::string::npos) << error.message;
  }
}

TEST_F(ImporterTest, AReasonLetsLossesThroughAndIsKept) {
  Load(Parties(20), Request("2024-01-01"));
  ImportRequest request = Request("2024-01-02");
  request.accept_shrink = "delisted on that day";
  const ImportOutcome outcome = Load(Parties(10), request);
  EXPECT_EQ(outcome.version.accept_shrink, "delisted on that day");
  ASSERT_EQ(outcome.accepted.size(), 1U);
  EXPECT_EQ(outcome.accepted[0].check, "shrinkage");
}

TEST_F(ImporterTest, NoReasonLetsAFutureDateThrough) {
  ImportRequest request = Request("2024-07-01");
  request.accept_shrink = "whatever";
  const Error error = Refused(Parties(3), request);
  EXPECT_NE(error.message.find("publication_date"), std::string::npos);
  EXPECT_EQ(error.message.find("--accept-shrink"), std::string::npos);
}

TEST_F(ImporterTest, RecordsThatWereReplacedAreNotLost) {
  Load(Parties(20), Request("2024-01-01"));
  std::string renamed = Parties(20);
  for (size_t at; (at = renamed.find("Party")) != std::string::npos;)
    renamed.replace(at, 5, "Other");
  EXPECT_EQ(Load(renamed, Request("2024-01-02")).kind, Kind::kActivated);
}

TEST_F(ImporterTest, WhatIsNoListIsRefusedAndSaysWhatItIs) {
  for (const auto& [bytes, words] : {std::pair{"<!DOCTYPE html><html>sorry</html>", "HTML"},
                                     {"", "empty"},
                                     {"%PDF-1.4", "PDF"},
                                     {"version https://git-lfs.github.com/spec/v1\n", "Git LFS"}}) {
    const Error error = Refused(bytes, Request("2024-01-01"));
    EXPECT_NE(error.message.find(words), std::string::npos) << error.message;
    EXPECT_EQ(error.where.source, "our_list");
    EXPECT_EQ(error.where.file, "file.csv");
  }
}

TEST_F(ImporterTest, AListIdMustFitIntoRecordKeysAndFileNames) {
  for (const char* source : {"", "a/b", "a:b", "../x", ".x", "a b", "a\n", "\xC3\xA9"}) {
    ImportRequest request = Request("2024-01-01");
    request.source = source;
    EXPECT_EQ(Refused(Parties(3), request).code, ErrorCode::kBadQuery) << source;
  }
  ImportRequest request = Request("2024-01-01");
  request.source = std::string(65, 'a');
  EXPECT_EQ(Refused(Parties(3), request).code, ErrorCode::kBadQuery);
  request.source = "Our-list_2.x";
  Load(Parties(3), request);
}

TEST_F(ImporterTest, AnotherMappingOfTheSameFileIsAnotherVersion) {
  const std::string csv = "Nr,Nombre,Alias\n1,Ana Roe,La Roja\n";
  ImportRequest request = Request("2024-01-01");
  request.mapping = "{\"id\":[\"Nr\"],\"columns\":{\"Nombre\":\"name\"},\"ignore\":[\"Alias\"]}";
  EXPECT_EQ(Load(csv, request).kind, Kind::kActivated);
  EXPECT_EQ(Load(csv, request).kind, Kind::kConfirmed);
  request.mapping = "{\"id\":[\"Nr\"],\"columns\":{\"Nombre\":\"name\",\"Alias\":\"alias\"}}";
  EXPECT_EQ(Load(csv, request).kind, Kind::kActivated) << "a corrected mapping must take effect";
  const auto record = store_->LoadRecord(*store_->Find("our_list"), "1");
  ASSERT_TRUE(record.ok() && record->has_value());
  EXPECT_EQ((*record)->names.size(), 2U);
}

TEST_F(ImporterTest, TheOrderAndTheNamesOfTheFilesOfASetDoNotMatter) {
  const InputFile files[] = {{"a.csv", "id,name\n1,Ana\n"}, {"b.csv", "id,name\n2,Eva\n"}};
  const InputFile swapped[] = {{"y.csv", files[1].bytes}, {"x.csv", files[0].bytes}};
  ImportRequest request = Request("2024-01-01");
  request.files = files;
  ASSERT_TRUE(ImportList(store_.get(), request).ok());
  request.files = swapped;
  const auto again = ImportList(store_.get(), request);
  ASSERT_TRUE(again.ok());
  EXPECT_EQ(again->kind, Kind::kConfirmed);
}

TEST_F(ImporterTest, ADeltaAloneIsNoListAndIsRefused) {
  const Error error = Refused(
      "{\"op\":\"ADD\",\"entity\":{\"id\":\"x\",\"caption\":\"Ana Roe\",\"schema\":\"Person\","
      "\"properties\":{\"name\":[\"Ana "
      "Roe\"]},\"datasets\":[\"d\"],\"referents\":[],\"target\":true,"
      "\"first_seen\":\"2024-01-01\",\"last_seen\":\"2024-01-01\",\"last_change\":\"2024-01-01\"}}"
      "\n",
      Request("2024-01-01"));
  EXPECT_EQ(error.code, ErrorCode::kIntakeRefused) << error.Text();
  EXPECT_NE(error.message.find("delta"), std::string::npos);
}

TEST_F(ImporterTest, AnInspectionReadsWithoutAStore) {
  const std::string csv = Parties(2);
  const InputFile file{"f.csv", csv};
  ImportRequest request;
  request.source = "inspected";
  request.files = {&file, 1};
  const auto inspection = InspectList(request);
  ASSERT_TRUE(inspection.ok());
  EXPECT_EQ(inspection->records.size(), 2U);
  EXPECT_EQ(inspection->records[0].source, "inspected");
  EXPECT_TRUE(inspection->report.Reconciles());
}

TEST_F(ImporterTest, ProgressNamesTheSteps) {
  std::vector<std::string> steps;
  ImportRequest request = Request("2024-01-01");
  request.progress = [&](std::string_view step, uint64_t, uint64_t) { steps.emplace_back(step); };
  Load(kUnXml, request);
  ASSERT_FALSE(steps.empty());
  EXPECT_EQ(steps.back(), "storing");
}

}  // namespace
}  // namespace interdict
