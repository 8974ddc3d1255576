// The index file: everything that screening needs, in sections that are read in place.
//
// An index is built from list versions and never changed; it is replaced by renaming a new file
// over the old one, so a process that has the old one mapped keeps it whole. Threads and processes
// share the pages. The file says what it was made from and by which analysis; one that was made
// otherwise, or one of whose bytes differs, is refused when it is opened, and checked no more
// after that. The checksums find damage; they do not protect against someone who writes checksums
// too: the file is as trusted as the store beside it.
// Layout: docs/index_format.md. Test: index_file_test.cc.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "interdict/base/mapped_file.h"
#include "interdict/base/result.h"
#include "interdict/index/aligned_buffer.h"
#include "interdict/index/section_id.h"

namespace interdict::index {

inline constexpr uint32_t kIndexFormatVersion = 2;

using ContentKey = std::array<std::byte, 32>;

// What a file was made from and by. Texts of at most kMaxStampText bytes, without NUL.
struct IndexStamp {
  static constexpr size_t kMaxStampText = 63;

  std::string analyser;  // version of the text analysis and its tables
  std::string icu;       // version of ICU
  ContentKey content{};  // digest of the list versions, decisions and options

  bool operator==(const IndexStamp&) const = default;
};

// What may be an element: bytes that mean the same wherever they stand, without padding, so that
// the same input gives the same file. Members that fill a gap are declared and zero.
template <class T>
concept SectionElement = std::is_trivially_copyable_v<T> && alignof(T) <= kSectionAlignment &&
                         (std::has_unique_object_representations_v<T> ||
                          std::is_floating_point_v<T>);

// Collects sections and writes the file.
class IndexFileWriter {
 public:
  explicit IndexFileWriter(IndexStamp stamp) : stamp_(std::move(stamp)) {}

  // Copies the elements. Each id once.
  template <SectionElement T>
  void Add(SectionId id, std::span<const T> elements) {
    AddBytes(id, sizeof(T), std::as_bytes(elements));
  }
  template <SectionElement T>
  void Add(SectionId id, const std::vector<T>& elements) {
    Add(id, std::span<const T>(elements));
  }
  void AddBytes(SectionId id, uint32_t element_size, std::span<const std::byte> bytes);

  // The file in memory. kTooLarge when a text of the stamp is too long.
  Result<AlignedBuffer> ToBuffer() const;

  // The file at `path`, all or nothing (see replace_file.h). kWriteFailed, kTooLarge.
  Status WriteTo(const std::string& path) const;

 private:
  struct Pending {
    SectionId id;
    uint32_t element_size;
    std::vector<std::byte> bytes;
  };

  IndexStamp stamp_;
  std::vector<Pending> sections_;  // in the order added, which is the order in the file
};

// An index file in memory. Const after opening; shared by any number of threads.
// Borrowing: sections live as long as the IndexFile, also after it was moved.
class IndexFile {
 public:
  // Verifies against `expected`; nullptr: whatever the file says that it was made from.
  // Cost: one pass over the bytes. kFileNotFound, kFileUnreadable; kStoreVersion for a file of
  // another format version, byte order, analysis or content; kStorage for a file that is cut off,
  // altered or no index at all. The answer to each is to build anew.
  static Result<IndexFile> Open(const std::string& path, const IndexStamp* expected);
  static Result<IndexFile> FromBuffer(AlignedBuffer buffer, const IndexStamp* expected);

  const IndexStamp& stamp() const { return stamp_; }
  size_t size() const { return bytes_.size(); }

  bool Has(SectionId id) const;
  // The section in place. kStorage when there is none, or its elements are not of T's size.
  template <SectionElement T>
  Result<std::span<const T>> Section(SectionId id) const {
    ASSIGN_OR_RETURN(const std::span<const std::byte> bytes, SectionBytes(id, sizeof(T)));
    return std::span<const T>(reinterpret_cast<const T*>(bytes.data()), bytes.size() / sizeof(T));
  }
  Result<std::span<const std::byte>> SectionBytes(SectionId id, uint32_t element_size) const;

 private:
  struct Placed {
    SectionId id;
    uint32_t element_size;
    std::span<const std::byte> bytes;
  };

  IndexFile() = default;
  // Reads and verifies bytes_.
  Status Verify(const IndexStamp* expected);

  std::optional<MappedFile> mapped_;
  AlignedBuffer buffer_;
  std::span<const std::byte> bytes_;  // of one of the two
  IndexStamp stamp_;
  std::vector<Placed> sections_;
};

}  // namespace interdict::index
