// A file that comes into being whole or not at all: written under a temporary name in the folder
// where it will stand, flushed to the disk, then renamed over its final name. Whatever goes wrong
// before that - an error, a crash, a full disk - leaves the old file of that name, if any, as it
// was. The destructor removes an unpublished file; a crash leaves at worst a `.NAME.XXXXXX.part`.
// Errors: kWriteFailed, with the system's reason.
#pragma once

#include <string>
#include <string_view>

#include "interdict/base/result.h"

namespace interdict {

class PartialFile {
 public:
  // `name` is one component of a path: neither empty, nor "." or "..", nor with a '/'.
  static Result<PartialFile> Create(const std::string& folder, const std::string& name);

  PartialFile(PartialFile&& other) noexcept;
  PartialFile& operator=(PartialFile&& other) = delete;
  PartialFile(const PartialFile&) = delete;
  PartialFile& operator=(const PartialFile&) = delete;
  ~PartialFile();

  Status Write(std::string_view bytes);
  Result<std::string> Publish();  // the final path; once

 private:
  PartialFile(std::string folder, std::string name);

  Error Failure(std::string_view doing) const;
  Status Flush();

  std::string folder_;
  std::string name_;
  std::string temporary_path_;  // empty once published or moved from
  int descriptor_ = -1;
};

}  // namespace interdict
