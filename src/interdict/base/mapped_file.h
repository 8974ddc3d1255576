// A file mapped read-only into memory.
// Borrowing: bytes() lives as long as the MappedFile. An empty file maps to an empty view.
// Errors: kFileNotFound, kFileUnreadable (also for what is no regular file), kFileTooLarge (above
// `max_bytes`). Test: mapped_file_test.cc.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "interdict/base/result.h"

namespace interdict {

class MappedFile {
 public:
  static constexpr uint64_t kDefaultMaxBytes = uint64_t{4} << 30;

  static Result<MappedFile> Open(const std::string& path, uint64_t max_bytes = kDefaultMaxBytes);

  MappedFile(MappedFile&& other) noexcept;
  MappedFile& operator=(MappedFile&& other) noexcept;
  MappedFile(const MappedFile&) = delete;
  MappedFile& operator=(const MappedFile&) = delete;
  ~MappedFile();

  std::string_view bytes() const { return {data_, size_}; }

 private:
  MappedFile() = default;

  const char* data_ = nullptr;
  size_t size_ = 0;
};

}  // namespace interdict
