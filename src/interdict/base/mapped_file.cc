#include "interdict/base/mapped_file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

namespace interdict {
namespace {

// Closes a descriptor at the end of a scope.
struct Descriptor {
  int value;
  ~Descriptor() {
    if (value >= 0) close(value);
  }
};

Error FileError(const std::string& path, int number) {
  Where where;
  where.file = path;
  const ErrorCode code = number == ENOENT ? ErrorCode::kFileNotFound : ErrorCode::kFileUnreadable;
  return MakeError(code, std::strerror(number), where);
}

}  // namespace

Result<MappedFile> MappedFile::Open(const std::string& path, uint64_t max_bytes) {
  const Descriptor descriptor{open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)};
  if (descriptor.value < 0) return FileError(path, errno);
  struct stat info {};
  if (fstat(descriptor.value, &info) != 0) return FileError(path, errno);
  if (!S_ISREG(info.st_mode)) {
    return MakeError(ErrorCode::kFileUnreadable, "not a regular file", {.file = path});
  }
  const auto size = static_cast<uint64_t>(info.st_size);
  if (size > max_bytes) {
    return MakeError(ErrorCode::kFileTooLarge,
                     std::to_string(size) + " bytes; the limit is " + std::to_string(max_bytes),
                     {.file = path});
  }
  MappedFile file;
  if (size == 0) return file;
  void* data = mmap(nullptr, size, PROT_READ, MAP_PRIVATE, descriptor.value, 0);
  if (data == MAP_FAILED) return FileError(path, errno);
  file.data_ = static_cast<const char*>(data);
  file.size_ = size;
  return file;
}

MappedFile::MappedFile(MappedFile&& other) noexcept
    : data_(std::exchange(other.data_, nullptr)), size_(std::exchange(other.size_, 0)) {}

MappedFile& MappedFile::operator=(MappedFile&& other) noexcept {
  std::swap(data_, other.data_);
  std::swap(size_, other.size_);
  return *this;
}

MappedFile::~MappedFile() {
  if (data_ != nullptr) munmap(const_cast<char*>(data_), size_);
}

}  // namespace interdict
