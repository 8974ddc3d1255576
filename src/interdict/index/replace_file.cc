#include "interdict/index/replace_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <system_error>

namespace interdict::index {
namespace {

constexpr std::string_view kSuffix = ".tmp-";

std::string FolderOf(const std::string& path) {
  const std::string folder = std::filesystem::path(path).parent_path().string();
  return folder.empty() ? "." : folder;
}

Error WriteError(const std::string& path, int number) {
  return MakeError(ErrorCode::kWriteFailed, std::strerror(number), {.file = path});
}

// The temporary file of one writer: closed and removed at the end of the scope unless renamed.
class Temporary {
 public:
  explicit Temporary(const std::string& path) {
    static std::atomic<unsigned> counter{0};
    do {
      name_ = path + std::string(kSuffix) + std::to_string(getpid()) + "-" +
              std::to_string(counter.fetch_add(1));
      descriptor_ = open(name_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    } while (descriptor_ < 0 && errno == EEXIST);
  }
  ~Temporary() {
    if (descriptor_ < 0) return;
    close(descriptor_);
    if (!renamed_) unlink(name_.c_str());
  }
  Temporary(const Temporary&) = delete;
  Temporary& operator=(const Temporary&) = delete;

  // Each returns 0 or the error's number.
  int Opened() const { return descriptor_ < 0 ? errno : 0; }
  int Write(std::span<const std::byte> bytes) {
    while (!bytes.empty()) {
      const ssize_t written = write(descriptor_, bytes.data(), bytes.size());
      if (written < 0 && errno == EINTR) continue;
      if (written <= 0) return written == 0 ? ENOSPC : errno;
      bytes = bytes.subspan(static_cast<size_t>(written));
    }
    return fsync(descriptor_) == 0 ? 0 : errno;
  }
  int RenameTo(const std::string& path) {
    renamed_ = rename(name_.c_str(), path.c_str()) == 0;
    return renamed_ ? 0 : errno;
  }

 private:
  std::string name_;
  int descriptor_ = -1;
  bool renamed_ = false;
};

int FlushFolder(const std::string& folder) {
  const int descriptor = open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return errno;
  const int number = fsync(descriptor) == 0 ? 0 : errno;
  close(descriptor);
  return number;
}

}  // namespace

Status ReplaceFile(const std::string& path, std::span<const std::byte> bytes) {
  Temporary file(path);
  int number = file.Opened();
  if (number == 0) number = file.Write(bytes);
  if (number == 0) number = file.RenameTo(path);
  if (number == 0) number = FlushFolder(FolderOf(path));
  if (number != 0) return WriteError(path, number);
  return Ok{};
}

int RemoveLeftovers(const std::string& path, int64_t before) {
  const std::string prefix = std::filesystem::path(path).filename().string() + std::string(kSuffix);
  int removed = 0;
  std::error_code ignored;
  for (const auto& entry : std::filesystem::directory_iterator(FolderOf(path), ignored)) {
    struct stat info {};
    const bool ours = entry.path().filename().string().starts_with(prefix);
    if (!ours || lstat(entry.path().c_str(), &info) != 0 || info.st_mtime >= before) continue;
    if (unlink(entry.path().c_str()) == 0) ++removed;
  }
  return removed;
}

}  // namespace interdict::index
