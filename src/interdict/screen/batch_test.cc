#include "interdict/screen/batch.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "interdict/screen/result_json.h"
#include "interdict/screen/testing/loaded_lists.h"

namespace interdict {
namespace {

using testing::LoadedLists;
using testing::RecordBuilder;

class BatchTest : public ::testing::Test {
 protected:
  void SetUp() override {
    std::vector<Record> records;
    const std::vector<std::string> given = {"Ana", "Juan", "Maria", "Pedro", "Luis"};
    const std::vector<std::string> family = {"Roe", "Perez", "Gomez", "Moros", "Rios"};
    for (size_t i = 0; i < given.size(); ++i) {
      for (size_t j = 0; j < family.size(); ++j) {
        records.push_back(
            RecordBuilder("list", std::to_string(i * 10 + j)).Named(given[i] + " " + family[j]));
      }
    }
    lists_.Add("2024-01-01", records);
    snapshot_ = lists_.LoadSnapshot();
    ASSERT_NE(snapshot_, nullptr);
  }

  // A file of so many customers; every 50th cannot be screened.
  static std::string Customers(int count) {
    std::string csv = "id,name,schema\n";
    for (int i = 0; i < count; ++i) {
      const char* names[] = {"Ana Roe", "Nobody Here", "Juan Peres", "Maria Gomez", "Xyz Q"};
      csv +=
          "c" + std::to_string(i) + "," + names[i % 5] + "," + (i % 50 == 7 ? "Dragon" : "") + "\n";
    }
    return csv;
  }

  Result<BatchOutcome> Run(const std::string& csv, BatchOptions options, std::string* output) {
    output->clear();
    auto reader = CustomerReader::Open(csv, {CustomerFileOptions::Format::kCsv, "c.csv", {}});
    EXPECT_TRUE(reader.ok());
    if (!options.write) {
      options.write = [output](std::string_view lines) -> Status {
        *output += lines;
        return Ok{};
      };
    }
    return ScreenBatch(reader->get(), *snapshot_, options);
  }

  static std::vector<std::string> Lines(const std::string& output) {
    std::vector<std::string> lines;
    for (size_t at = 0; at < output.size();) {
      const size_t end = output.find('\n', at);
      lines.push_back(output.substr(at, end - at));
      at = end + 1;
    }
    return lines;
  }

  LoadedLists lists_;
  std::unique_ptr<const Snapshot> snapshot_;
};

TEST_F(BatchTest, AnyNumberOfThreadsGivesTheSameBytes) {
  const std::string csv = Customers(2000);
  std::string expected;
  BatchOptions options;
  const auto outcome = Run(csv, options, &expected);
  ASSERT_TRUE(outcome.ok());
  EXPECT_EQ(outcome->records, 2000U);
  EXPECT_EQ(Lines(expected).size(), 2000U);
  for (int threads : {2, 5, 16, 0, -3}) {
    std::string output;
    options.threads = threads;
    const auto again = Run(csv, options, &output);
    ASSERT_TRUE(again.ok());
    EXPECT_EQ(output, expected) << threads;
    EXPECT_EQ(again->with_hits, outcome->with_hits);
    EXPECT_EQ(again->hits, outcome->hits);
    EXPECT_EQ(again->failed, outcome->failed);
    EXPECT_EQ(again->first_failure, outcome->first_failure);
  }
}

TEST_F(BatchTest, ThereIsALineForEveryRecordInInputOrder) {
  std::string output;
  const auto outcome = Run(Customers(300), {.threads = 3}, &output);
  ASSERT_TRUE(outcome.ok());
  const auto lines = Lines(output);
  ASSERT_EQ(lines.size(), 300U);
  for (size_t i = 0; i < lines.size(); ++i) {
    EXPECT_TRUE(lines[i].starts_with("{\"id\":\"c" + std::to_string(i) + "\",")) << lines[i];
  }
}

TEST_F(BatchTest, ARecordThatCannotBeScreenedKeepsItsLineAndSaysWhy) {
  std::string output;
  const auto outcome = Run(Customers(100), {}, &output);
  ASSERT_TRUE(outcome.ok());
  EXPECT_EQ(outcome->failed, 2U);
  const auto lines = Lines(output);
  EXPECT_EQ(lines[7], outcome->first_failure);
  EXPECT_NE(lines[7].find("c.csv:9: schema \\\"Dragon\\\""), std::string::npos) << lines[7];
  EXPECT_EQ(lines[7].find("hits"), std::string::npos);
  EXPECT_NE(lines[8].find("\"hits\":["), std::string::npos);
}

TEST_F(BatchTest, ARecordOfWhichAFactCannotBeReadIsScreenedWithAWarning) {
  std::string output;
  const auto outcome =
      Run("id,name,birth_date\na,Ana Roe,\nb,Ana Roe,soon\nc,Ana Roe,then\n", {}, &output);
  ASSERT_TRUE(outcome.ok());
  EXPECT_EQ(outcome->failed, 0U);
  EXPECT_EQ(outcome->with_hits, 3U);
  EXPECT_EQ(outcome->with_warnings, 2U);
  EXPECT_NE(outcome->first_warning.find("b: birth_date \"soon\""), std::string::npos)
      << outcome->first_warning;
  const auto lines = Lines(output);
  EXPECT_EQ(lines[0].find("\"warnings\""), std::string::npos);
  EXPECT_NE(lines[1].find("\"warnings\":[\"birth_date \\\"soon\\\""), std::string::npos)
      << lines[1];
}

TEST_F(BatchTest, ARecordWithoutNameIsAFailureOfItsLine) {
  std::string output;
  const auto outcome = Run("id,name\na,\nb,Ana Roe\n", {}, &output);
  ASSERT_TRUE(outcome.ok());
  EXPECT_EQ(outcome->failed, 1U);
  EXPECT_NE(Lines(output)[0].find("\"message\":\"line 2: nothing to screen"), std::string::npos)
      << output;
}

TEST_F(BatchTest, CountsRecordsWithHitsAndHits) {
  std::string output;
  const auto outcome = Run("name\nAna Roe\nNobody\nAna Roe\n", {}, &output);
  ASSERT_TRUE(outcome.ok());
  EXPECT_EQ(outcome->records, 3U);
  EXPECT_EQ(outcome->with_hits, 2U);
  const LineCounts counts = CountLines(output);
  EXPECT_EQ(counts.with_hits, outcome->with_hits);
  EXPECT_EQ(counts.hits, outcome->hits);
}

TEST_F(BatchTest, ARunTakenUpAgainGivesTheRestOfTheSameBytes) {
  const std::string csv = Customers(700);
  std::string whole;
  ASSERT_TRUE(Run(csv, {}, &whole).ok());
  for (uint64_t skip : {0U, 1U, 63U, 64U, 255U, 256U, 257U, 699U, 700U}) {
    std::string rest;
    BatchOptions options;
    options.skip = skip;
    options.threads = 2;
    const auto outcome = Run(csv, options, &rest);
    ASSERT_TRUE(outcome.ok());
    EXPECT_EQ(outcome->records, 700U);
    size_t at = 0;
    for (uint64_t i = 0; i < skip; ++i) at = whole.find('\n', at) + 1;
    EXPECT_EQ(whole.substr(at), rest) << skip;
  }
}

TEST_F(BatchTest, ACancelledRunStopsBetweenRoundsAndMayBeTakenUpAgain) {
  const std::string csv = Customers(2000);
  std::string whole, output;
  ASSERT_TRUE(Run(csv, {}, &whole).ok());
  std::atomic<bool> cancelled{false};
  BatchOptions options;
  options.cancelled = &cancelled;
  options.progress = [&](uint64_t records, uint64_t) { cancelled = records >= 256; };
  const auto outcome = Run(csv, options, &output);
  ASSERT_TRUE(outcome.ok());
  EXPECT_TRUE(outcome->cancelled);
  EXPECT_LT(outcome->records, 2000U);
  EXPECT_EQ(Lines(output).size(), outcome->records);
  BatchOptions rest;
  rest.skip = outcome->records;
  std::string tail;
  ASSERT_TRUE(Run(csv, rest, &tail).ok());
  EXPECT_EQ(output + tail, whole);
}

TEST_F(BatchTest, AWriteThatFailsStopsTheRun) {
  BatchOptions options;
  int writes = 0;
  options.write = [&](std::string_view) -> Status {
    ++writes;
    return MakeError(ErrorCode::kWriteFailed, "no space");
  };
  std::string output;
  const auto outcome = Run(Customers(2000), options, &output);
  ASSERT_FALSE(outcome.ok());
  EXPECT_EQ(outcome.error().code, ErrorCode::kWriteFailed);
  EXPECT_EQ(writes, 1);
}

TEST_F(BatchTest, WhereTheFileBreaksOffEverythingBeforeIsAnsweredForAnyNumberOfThreads) {
  std::string csv = Customers(400) + "x,\"never closed\n";
  std::string expected;
  for (int threads : {1, 2, 5}) {
    BatchOptions options;
    options.threads = threads;
    std::string output;
    const auto outcome = Run(csv, options, &output);
    ASSERT_FALSE(outcome.ok());
    EXPECT_EQ(outcome.error().where.line, 402U);
    EXPECT_EQ(Lines(output).size(), 400U);
    if (threads == 1) expected = output;
    EXPECT_EQ(output, expected);
  }
}

TEST_F(BatchTest, ProgressTellsRecordsAndBytes) {
  const std::string csv = Customers(600);
  std::vector<uint64_t> records, bytes;
  BatchOptions options;
  options.progress = [&](uint64_t done, uint64_t at) {
    records.push_back(done);
    bytes.push_back(at);
  };
  std::string output;
  ASSERT_TRUE(Run(csv, options, &output).ok());
  ASSERT_FALSE(records.empty());
  EXPECT_TRUE(std::is_sorted(records.begin(), records.end()));
  EXPECT_TRUE(std::is_sorted(bytes.begin(), bytes.end()));
  EXPECT_EQ(records.back(), 600U);
  EXPECT_LE(bytes.back(), csv.size());
}

TEST_F(BatchTest, AFileWithoutRecordsGivesNoLines) {
  std::string output;
  const auto outcome = Run("id,name\n", {}, &output);
  ASSERT_TRUE(outcome.ok());
  EXPECT_EQ(outcome->records, 0U);
  EXPECT_EQ(output, "");
}

}  // namespace
}  // namespace interdict
