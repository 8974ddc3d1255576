#include "interdict/fetch/partial_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <system_error>
#include <utility>

namespace interdict {
namespace {

bool IsPlainName(const std::string& name) {
  return !name.empty() && name != "." && name != ".." && name.find('/') == std::string::npos &&
         name.find('\0') == std::string::npos;
}

// Makes a rename in the folder last. Some file systems cannot: then the rename itself has to do.
void FlushFolder(const std::string& folder) {
  const int descriptor = open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return;
  fsync(descriptor);
  close(descriptor);
}

}  // namespace

PartialFile::PartialFile(std::string folder, std::string name)
    : folder_(folder.empty() ? "." : std::move(folder)), name_(std::move(name)) {}

PartialFile::PartialFile(PartialFile&& other) noexcept
    : folder_(std::move(other.folder_)),
      name_(std::move(other.name_)),
      temporary_path_(std::exchange(other.temporary_path_, {})),
      descriptor_(std::exchange(other.descriptor_, -1)) {}

PartialFile::~PartialFile() {
  if (descriptor_ >= 0) close(descriptor_);
  if (!temporary_path_.empty()) unlink(temporary_path_.c_str());
}

Error PartialFile::Failure(std::string_view doing) const {
  const std::string reason = std::error_code(errno, std::generic_category()).message();
  return MakeError(ErrorCode::kWriteFailed,
                   folder_ + "/" + name_ + ": " + std::string(doing) + ": " + reason);
}

Result<PartialFile> PartialFile::Create(const std::string& folder, const std::string& name) {
  if (!IsPlainName(name)) {
    return MakeError(ErrorCode::kWriteFailed, "\"" + name + "\" is no plain file name");
  }
  PartialFile file(folder, name);
  std::string path = file.folder_ + "/." + name + ".XXXXXX.part";
  file.descriptor_ = mkostemps(path.data(), 5, O_CLOEXEC);
  if (file.descriptor_ < 0) return file.Failure("cannot create a temporary file beside it");
  file.temporary_path_ = std::move(path);
  return file;
}

Status PartialFile::Write(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = write(descriptor_, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return Failure("cannot write");
    bytes.remove_prefix(static_cast<size_t>(written));
  }
  return Ok{};
}

Status PartialFile::Flush() {
  if (fsync(descriptor_) < 0) return Failure("cannot flush to the disk");
  if (close(std::exchange(descriptor_, -1)) < 0) return Failure("cannot close");
  return Ok{};
}

Result<std::string> PartialFile::Publish() {
  RETURN_IF_ERROR(Flush());
  const std::string path = folder_ + "/" + name_;
  if (std::rename(temporary_path_.c_str(), path.c_str()) < 0) return Failure("cannot rename to it");
  temporary_path_.clear();
  FlushFolder(folder_);
  return path;
}

}  // namespace interdict
