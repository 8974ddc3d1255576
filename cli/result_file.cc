#include "cli/result_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <iterator>
#include <utility>

#include "interdict/base/mapped_file.h"

namespace interdict::cli {
namespace {

std::string MarkPath(const std::string& path) {
  return path + ".run";
}

std::string ReadText(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

Error WriteError(const std::string& path) {
  return MakeError(ErrorCode::kWriteFailed, std::strerror(errno), Where{.file = path});
}

// Closes a descriptor at the end of a scope.
struct Descriptor {
  int value;
  ~Descriptor() {
    if (value >= 0) close(value);
  }
};

Status WriteAll(int descriptor, std::string_view bytes, const std::string& path) {
  while (!bytes.empty()) {
    const ssize_t written = write(descriptor, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return WriteError(path);
    bytes.remove_prefix(static_cast<size_t>(written));
  }
  return Ok{};
}

// Makes the names in the folder of a file durable.
void SyncFolder(const std::string& path) {
  const size_t slash = path.rfind('/');
  const std::string folder = slash == std::string::npos ? "." : path.substr(0, slash + 1);
  const Descriptor descriptor{open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
  if (descriptor.value >= 0) fsync(descriptor.value);
}

// The mark must last before the first line does: an output without mark counts as complete.
Status WriteMark(const std::string& path, const std::string& fingerprint) {
  constexpr int kFlags = O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC;
  const Descriptor mark{open(path.c_str(), kFlags, 0644)};
  if (mark.value < 0) return WriteError(path);
  RETURN_IF_ERROR(WriteAll(mark.value, fingerprint, path));
  if (fsync(mark.value) != 0) return WriteError(path);
  SyncFolder(path);
  return Ok{};
}

enum class Target { kNone, kEmptyFile, kFile, kOther };  // kOther: a device, a pipe

Target TargetAt(const std::string& path) {
  struct stat info {};
  if (stat(path.c_str(), &info) != 0) return Target::kNone;
  if (!S_ISREG(info.st_mode)) return Target::kOther;
  return info.st_size == 0 ? Target::kEmptyFile : Target::kFile;
}

// Lines and bytes of the whole lines in the output of an interrupted run.
struct Done {
  uint64_t lines = 0;
  size_t bytes = 0;
};

Result<Done> DoneAt(const std::string& path) {
  ASSIGN_OR_RETURN(const MappedFile output, MappedFile::Open(path));
  const std::string_view bytes = output.bytes();
  const auto lines = static_cast<uint64_t>(std::count(bytes.begin(), bytes.end(), '\n'));
  return Done{lines, lines == 0 ? 0 : bytes.rfind('\n') + 1};
}

}  // namespace

Error ResultFile::Failed() const {
  return WriteError(path_);
}

Result<ResultFile> ResultFile::Open(const std::string& path, const std::string& fingerprint,
                                    bool resume) {
  const Target target = TargetAt(path);
  const bool unfinished = access(MarkPath(path).c_str(), F_OK) == 0;
  if (resume && (target == Target::kOther || (target == Target::kFile && !unfinished))) {
    return MakeError(ErrorCode::kBadQuery,
                     target == Target::kOther
                         ? "only a run into a file can be resumed"
                         : "there is no interrupted run to resume: the file is complete",
                     Where{.file = path});
  }
  const bool goes_on = resume && unfinished && target == Target::kFile;
  if (goes_on && ReadText(MarkPath(path)) != fingerprint) {
    return MakeError(
        ErrorCode::kBadQuery,
        "the interrupted run had another input, other lists or other options; begin anew "
        "without --resume",
        Where{.file = path});
  }
  Done done;
  if (goes_on) {
    ASSIGN_OR_RETURN(done, DoneAt(path));
  }
  const int flags = O_WRONLY | O_CREAT | O_CLOEXEC | (goes_on ? 0 : O_TRUNC);
  ResultFile file(path, open(path.c_str(), flags, 0644));
  if (file.descriptor_ < 0) return file.Failed();
  file.lines_done_ = done.lines;
  if (goes_on && (ftruncate(file.descriptor_, static_cast<off_t>(done.bytes)) != 0 ||
                  lseek(file.descriptor_, 0, SEEK_END) < 0)) {
    return file.Failed();
  }
  if (target != Target::kOther) {
    RETURN_IF_ERROR(WriteMark(MarkPath(path), fingerprint));
  }
  return file;
}

ResultFile::ResultFile(ResultFile&& other) noexcept
    : path_(std::move(other.path_)),
      descriptor_(std::exchange(other.descriptor_, -1)),
      lines_done_(other.lines_done_) {}

ResultFile::~ResultFile() {
  if (descriptor_ >= 0) close(descriptor_);
}

Status ResultFile::Append(std::string_view lines) {
  return WriteAll(descriptor_, lines, path_);
}

Status ResultFile::Finish() {
  if (fsync(descriptor_) != 0 && errno != EINVAL) return Failed();  // EINVAL: a device or a pipe
  if (unlink(MarkPath(path_).c_str()) != 0 && errno != ENOENT) return WriteError(MarkPath(path_));
  return Ok{};
}

}  // namespace interdict::cli
