#include "interdict/index/string_column.h"

#include <xxhash.h>

#include <algorithm>
#include <limits>

namespace interdict::index {
namespace {

size_t Hash(std::string_view text) {
  return XXH3_64bits(text.data(), text.size());
}

}  // namespace

uint32_t StringColumnWriter::Add(std::string_view text) {
  bytes_ += text;
  offsets_.push_back(bytes_.size());
  return static_cast<uint32_t>(size() - 1);
}

std::string_view StringColumnWriter::operator[](uint32_t i) const {
  return std::string_view(bytes_).substr(offsets_[i], offsets_[i + 1] - offsets_[i]);
}

uint32_t StringColumnWriter::Intern(std::string_view text) {
  if (interned_ * 2 >= slots_.size()) Grow();
  const size_t mask = slots_.size() - 1;
  size_t slot = Hash(text) & mask;
  for (; slots_[slot] != 0; slot = (slot + 1) & mask) {
    if ((*this)[slots_[slot] - 1] == text) return slots_[slot] - 1;
  }
  const uint32_t number = Add(text);
  slots_[slot] = number + 1;
  ++interned_;
  return number;
}

void StringColumnWriter::Grow() {
  std::vector<uint32_t> old(std::max<size_t>(1024, slots_.size() * 2));
  old.swap(slots_);
  const size_t mask = slots_.size() - 1;
  for (uint32_t entry : old) {
    if (entry == 0) continue;
    size_t slot = Hash((*this)[entry - 1]) & mask;
    while (slots_[slot] != 0) slot = (slot + 1) & mask;
    slots_[slot] = entry;
  }
}

Status StringColumnWriter::AddTo(IndexFileWriter* writer, SectionId offsets,
                                 SectionId bytes) const {
  if (bytes_.size() > std::numeric_limits<uint32_t>::max()) {
    return MakeError(ErrorCode::kTooLarge,
                     "an index cannot hold texts of " + std::to_string(bytes_.size()) + " bytes");
  }
  std::vector<uint32_t> narrow(offsets_.size());
  std::transform(offsets_.begin(), offsets_.end(), narrow.begin(),
                 [](uint64_t offset) { return static_cast<uint32_t>(offset); });
  writer->Add(offsets, narrow);
  writer->Add(bytes, std::span<const char>(bytes_));
  return Ok{};
}

Result<StringColumn> StringColumn::Open(const IndexFile& file, SectionId offsets, SectionId bytes) {
  StringColumn column;
  ASSIGN_OR_RETURN(column.offsets_, file.Section<uint32_t>(offsets));
  ASSIGN_OR_RETURN(column.bytes_, file.Section<char>(bytes));
  const bool whole = !column.offsets_.empty() && column.offsets_.front() == 0 &&
                     column.offsets_.back() == column.bytes_.size() &&
                     std::is_sorted(column.offsets_.begin(), column.offsets_.end());
  if (whole) return column;
  return MakeError(ErrorCode::kStorage, "the index is damaged: texts of section " +
                                            std::to_string(static_cast<uint32_t>(offsets)) +
                                            " do not fit together");
}

}  // namespace interdict::index
