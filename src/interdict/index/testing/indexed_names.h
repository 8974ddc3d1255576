// Records of a test, resolved and indexed in memory with their names, in one life.
#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "interdict/index/name_index.h"
#include "interdict/index/name_index_builder.h"
#include "interdict/index/testing/indexed_parties.h"

namespace interdict::testing {

inline const names::Analyzer& SharedAnalyzer() {
  static const auto* const kAnalyzer = new Result<names::Analyzer>(names::Analyzer::Create());
  return **kAnalyzer;
}

class IndexedNames {
 public:
  explicit IndexedNames(std::vector<Record> records,
                        const names::Analyzer& analyzer = SharedAnalyzer())
      : records_(std::move(records)) {
    parties_ = ResolveParties(records_, {}, SharedFolder());
    index::IndexFileWriter writer(index::IndexStamp{});
    EXPECT_TRUE(index::AddParties(records_, parties_, SharedFolder(), &writer).ok());
    EXPECT_TRUE(index::AddNames(records_, parties_, analyzer, &writer).ok());
    auto buffer = writer.ToBuffer();
    auto file = index::IndexFile::FromBuffer(std::move(*buffer), nullptr);
    EXPECT_TRUE(file.ok()) << (file.ok() ? "" : file.error().Text());
    file_ = std::make_unique<index::IndexFile>(std::move(*file));
    auto data = index::PartyData::Open(*file_);
    EXPECT_TRUE(data.ok()) << (data.ok() ? "" : data.error().Text());
    data_ = std::make_unique<index::PartyData>(std::move(*data));
    auto names = index::NameIndex::Open(*file_);
    EXPECT_TRUE(names.ok()) << (names.ok() ? "" : names.error().Text());
    names_ = std::make_unique<index::NameIndex>(std::move(*names));
  }

  // One party of a kind for each name.
  static IndexedNames Of(const std::vector<std::pair<std::string, Schema>>& names,
                         const names::Analyzer& analyzer = SharedAnalyzer()) {
    std::vector<Record> records;
    for (const auto& [text, schema] : names) {
      const std::string id = std::to_string(records.size());
      records.push_back(RecordBuilder("list", id, schema).Named(text));
    }
    return IndexedNames(std::move(records), analyzer);
  }

  const index::IndexFile& file() const { return *file_; }
  const index::PartyData& parties() const { return *data_; }
  const index::NameIndex& names() const { return *names_; }
  // As published.
  std::string_view TextOfScored(uint32_t scored_name) const {
    return data_->text(data_->names()[names_->name(scored_name).name].text);
  }

 private:
  std::vector<Record> records_;
  std::vector<Party> parties_;
  std::unique_ptr<index::IndexFile> file_;
  std::unique_ptr<index::PartyData> data_;
  std::unique_ptr<index::NameIndex> names_;
};

}  // namespace interdict::testing
