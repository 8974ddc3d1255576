// Records of a test, resolved and indexed in memory, in one life.
#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <utility>
#include <vector>

#include "interdict/entity/testing/record_builder.h"
#include "interdict/index/party_data.h"
#include "interdict/index/party_data_builder.h"

namespace interdict::testing {

inline const text::Folder& SharedFolder() {
  static const auto* const kFolder = new Result<text::Folder>(text::Folder::Create());
  return **kFolder;
}

class IndexedParties {
 public:
  explicit IndexedParties(std::vector<Record> records) : records_(std::move(records)) {
    parties_ = ResolveParties(records_, {}, SharedFolder());
    index::IndexFileWriter writer(index::IndexStamp{});
    const Status added = index::AddParties(records_, parties_, SharedFolder(), &writer);
    EXPECT_TRUE(added.ok());
    auto buffer = writer.ToBuffer();
    auto file = index::IndexFile::FromBuffer(std::move(*buffer), nullptr);
    EXPECT_TRUE(file.ok()) << (file.ok() ? "" : file.error().Text());
    file_ = std::make_unique<index::IndexFile>(std::move(*file));
    auto data = index::PartyData::Open(*file_);
    EXPECT_TRUE(data.ok()) << (data.ok() ? "" : data.error().Text());
    data_ = std::make_unique<index::PartyData>(std::move(*data));
  }

  const std::vector<Record>& records() const { return records_; }
  const std::vector<Party>& parties() const { return parties_; }
  const index::IndexFile& file() const { return *file_; }
  const index::PartyData& data() const { return *data_; }
  index::PartyView operator[](uint32_t party) const { return (*data_)[party]; }

 private:
  std::vector<Record> records_;
  std::vector<Party> parties_;
  std::unique_ptr<index::IndexFile> file_;
  std::unique_ptr<index::PartyData> data_;
};

}  // namespace interdict::testing
