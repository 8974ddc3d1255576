// The real lists beside the repository (../shared/data). This program is built and registered only
// where that folder exists, so nothing here ever skips.
#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "interdict/base/mapped_file.h"
#include "interdict/lists/format.h"
#include "interdict/lists/registry.h"

namespace interdict::real {

// Path of a file under ../shared/data.
inline std::string DataPath(std::string_view relative) {
  return std::string(INTERDICT_SHARED_DATA) + "/" + std::string(relative);
}

// Everything a reader made of a set of files.
struct ReadOutcome {
  ParseReport report;
  std::vector<Record> records;

  const Record* Find(std::string_view id) const {
    for (const Record& record : records) {
      if (record.id == id) return &record;
    }
    return nullptr;
  }
};

inline ReadOutcome ReadFiles(std::string_view source,
                             const std::vector<std::string>& relative_paths,
                             std::string_view mapping = {}) {
  std::vector<MappedFile> mapped;
  std::vector<InputFile> files;
  for (const std::string& path : relative_paths) {
    auto file = MappedFile::Open(DataPath(path));
    EXPECT_TRUE(file.ok()) << path;
    if (!file.ok()) return {};
    mapped.push_back(std::move(*file));
  }
  for (size_t i = 0; i < mapped.size(); ++i) {
    std::string_view name = relative_paths[i];
    files.push_back({name.substr(name.rfind('/') + 1), mapped[i].bytes()});
  }
  ReadOptions options;
  options.source = std::string(source);
  options.mapping = mapping;
  auto format = RecogniseFormat(files);
  EXPECT_TRUE(format.ok()) << (format.ok() ? "" : format.error().Text());
  if (!format.ok()) return {};
  ReadOutcome outcome;
  auto report = (*format)->Read(files, options, [&](Record&& record) -> Status {
    outcome.records.push_back(std::move(record));
    return Ok{};
  });
  EXPECT_TRUE(report.ok()) << (report.ok() ? "" : report.error().Text());
  if (report.ok()) outcome.report = std::move(*report);
  EXPECT_TRUE(outcome.report.Reconciles());
  EXPECT_EQ(outcome.report.records_out, outcome.records.size());
  return outcome;
}

}  // namespace interdict::real
