// Texts in two sections: the bytes of all, and where each begins.
//
// Text i is bytes [offsets[i], offsets[i + 1]); there is one offset more than there are texts.
// Test: string_column_test.cc.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "interdict/base/result.h"
#include "interdict/index/index_file.h"

namespace interdict::index {

class StringColumnWriter {
 public:
  // Number of the text.
  uint32_t Add(std::string_view text);
  // The same, but a text that was interned before keeps its number.
  uint32_t Intern(std::string_view text);

  size_t size() const { return offsets_.size() - 1; }
  std::string_view operator[](uint32_t i) const;

  // kTooLarge when all texts together have 4 GiB or more.
  Status AddTo(IndexFileWriter* writer, SectionId offsets, SectionId bytes) const;

 private:
  void Grow();

  std::string bytes_;
  std::vector<uint64_t> offsets_ = {0};
  std::vector<uint32_t> slots_;  // numbers of interned texts + 1 by hash; 0 is free
  size_t interned_ = 0;
};

// Borrows the file. Access in O(1), without allocation.
class StringColumn {
 public:
  StringColumn() = default;
  // kStorage when the sections are missing or do not belong together.
  static Result<StringColumn> Open(const IndexFile& file, SectionId offsets, SectionId bytes);

  uint32_t size() const { return static_cast<uint32_t>(offsets_.size() - 1); }
  std::string_view operator[](uint32_t i) const {
    return {bytes_.data() + offsets_[i], offsets_[i + 1] - offsets_[i]};
  }
  // Asks for the memory of a text's place, not of the text.
  void Prefetch(uint32_t i) const { __builtin_prefetch(&offsets_[i]); }

 private:
  std::span<const uint32_t> offsets_;
  std::span<const char> bytes_;
};

}  // namespace interdict::index
