// From a 64-bit hash to the entries filed under it: two sections, bucket bounds and entries.
//
// Entries of one bucket stand together in the order in which they were filed; those of other hashes
// that fall into the same bucket stand among them, so the caller verifies what it finds. The number
// of buckets is a power of two, about one an entry. Cost of a lookup: two cache lines.
// Test: hash_index_test.cc.
#pragma once

#include <bit>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "interdict/base/result.h"
#include "interdict/index/index_file.h"

namespace interdict::index {

template <SectionElement T>
class HashIndexWriter {
 public:
  void Add(uint64_t hash, const T& entry) { filed_.emplace_back(hash, entry); }
  size_t size() const { return filed_.size(); }

  // Orders the entries (counting sort by bucket, stable).
  void AddTo(IndexFileWriter* writer, SectionId buckets, SectionId entries) const {
    const size_t count = std::bit_ceil(filed_.size() + 1);
    std::vector<uint32_t> bounds(count + 1, 0);
    for (const auto& [hash, entry] : filed_) ++bounds[(hash & (count - 1)) + 1];
    for (size_t i = 0; i < count; ++i) bounds[i + 1] += bounds[i];
    std::vector<uint32_t> next(bounds.begin(), bounds.end() - 1);
    std::vector<T> ordered(filed_.size());
    for (const auto& [hash, entry] : filed_) ordered[next[hash & (count - 1)]++] = entry;
    writer->Add(buckets, bounds);
    writer->Add(entries, ordered);
  }

 private:
  std::vector<std::pair<uint64_t, T>> filed_;
};

template <SectionElement T>
class HashIndex {
 public:
  HashIndex() = default;
  // kStorage when the sections are missing or do not belong together.
  static Result<HashIndex> Open(const IndexFile& file, SectionId buckets, SectionId entries) {
    HashIndex index;
    ASSIGN_OR_RETURN(index.bounds_, file.Section<uint32_t>(buckets));
    ASSIGN_OR_RETURN(index.entries_, file.Section<T>(entries));
    const size_t count = index.bounds_.size() - 1;
    bool whole = !index.bounds_.empty() && std::has_single_bit(count) && index.bounds_[0] == 0 &&
                 index.bounds_[count] == index.entries_.size();
    for (size_t i = 0; whole && i < count; ++i) whole = index.bounds_[i] <= index.bounds_[i + 1];
    if (!whole) {
      return MakeError(ErrorCode::kStorage, "the index file has a damaged hash section");
    }
    return index;
  }

  std::span<const T> Find(uint64_t hash) const {
    const size_t bucket = hash & (bounds_.size() - 2);
    return entries_.subspan(bounds_[bucket], bounds_[bucket + 1] - bounds_[bucket]);
  }
  std::span<const T> entries() const { return entries_; }
  // Ask for the memory that Find will read: the bucket, and, once that is there, its entries.
  void PrefetchBucket(uint64_t hash) const {
    __builtin_prefetch(&bounds_[hash & (bounds_.size() - 2)]);
  }
  void PrefetchEntries(uint64_t hash) const {
    __builtin_prefetch(entries_.data() + bounds_[hash & (bounds_.size() - 2)]);
  }

 private:
  std::span<const uint32_t> bounds_;
  std::span<const T> entries_;
};

}  // namespace interdict::index
