#include "interdict/lists/own/custom_list.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

#include "tests/real/real_data.h"

namespace interdict::real {
namespace {

// Paths of the tables made of the annexes of EU regulations, relative to the data folder.
std::vector<std::string> JournalTables() {
  std::vector<std::string> paths;
  for (const auto& entry : std::filesystem::directory_iterator(DataPath("lists/eu_journal"))) {
    if (entry.path().extension() == ".csv") {
      paths.push_back("lists/eu_journal/" + entry.path().filename().string());
    }
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

std::string Mapping() {
  const auto file =
      MappedFile::Open(std::string(INTERDICT_SOURCE_DIR) + "/data/mappings/eu_journal.json");
  EXPECT_TRUE(file.ok());
  return file.ok() ? std::string(file->bytes()) : std::string();
}

TEST(RealCustomList, ReadsTheTablesOfTheJournalAsOneList) {
  const std::string mapping = Mapping();
  const ReadOutcome outcome = ReadFiles("eu_journal", JournalTables(), mapping);
  EXPECT_EQ(outcome.report.format, "custom_list");
  EXPECT_EQ(outcome.report.rows_in, 8017U);
  EXPECT_EQ(outcome.records.size(), 8017U);
  EXPECT_TRUE(outcome.report.rejects.empty());
  EXPECT_EQ(outcome.report.counts.at("schema:Person"), 4500U);
  EXPECT_EQ(outcome.report.counts.at("schema:Vessel"), 708U);
  EXPECT_EQ(outcome.report.defect_counts.at("repeated_row"), 2U);
  EXPECT_TRUE(outcome.report.unknown_fields.empty());
  const Record* reverol = outcome.Find("32017R2063/IV/1");
  ASSERT_NE(reverol, nullptr);
  EXPECT_EQ(reverol->designations[0].program, "EU-VEN");
  EXPECT_EQ(reverol->designations[0].listed, "2018-01-22");
  EXPECT_EQ(FormatPartialDate(*reverol->dates[0].date), "1964-10-28");
}

TEST(RealCustomList, ReadsEachTableAloneAndRefusesTheEmptyOnes) {
  const std::string mapping = Mapping();
  const auto paths = JournalTables();
  ASSERT_EQ(paths.size(), 45U);
  size_t rows = 0;
  size_t empty = 0;
  for (const std::string& path : paths) {
    const auto mapped = MappedFile::Open(DataPath(path));
    ASSERT_TRUE(mapped.ok()) << path;
    const InputFile file{path, mapped->bytes()};
    EXPECT_TRUE(CustomListFormat().Recognises(file)) << path;
    ReadOptions options;
    options.source = "eu_journal";
    options.mapping = mapping;
    const auto report =
        CustomListFormat().Read({&file, 1}, options, [](Record&&) -> Status { return Ok{}; });
    if (report.ok()) {
      EXPECT_TRUE(report->Reconciles()) << path;
      rows += report->records_out;
    } else {
      EXPECT_EQ(report.error().code, ErrorCode::kEmptyList) << path;
      ++empty;
    }
  }
  EXPECT_EQ(rows, 8017U);
  EXPECT_EQ(empty, 8U);
}

TEST(RealCustomList, ReadsTheVenezuelaTable) {
  const std::string mapping = Mapping();
  const ReadOutcome outcome = ReadFiles("eu_journal", {"lists/eu_journal/32017R2063.csv"}, mapping);
  EXPECT_EQ(outcome.records.size(), 69U);
  for (const Record& record : outcome.records) {
    EXPECT_EQ(record.designations[0].authority, "Council of the European Union");
  }
}

}  // namespace
}  // namespace interdict::real
