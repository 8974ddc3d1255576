// The output of a batch run: appended to as results come, and able to go on after an interruption.
// Beside OUTPUT stands OUTPUT.run with the fingerprint of the run (input, lists, options) until the
// run is complete; a resumed run must have the same fingerprint. A line that was cut is removed. An
// output that is no regular file (a pipe, a device) has no OUTPUT.run and cannot be resumed.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "interdict/base/result.h"

namespace interdict::cli {

class ResultFile {
 public:
  // kWriteFailed when the file cannot be written; kBadQuery when `resume` does not fit what is
  // there.
  static Result<ResultFile> Open(const std::string& path, const std::string& fingerprint,
                                 bool resume);
  ResultFile(ResultFile&& other) noexcept;
  ResultFile& operator=(ResultFile&&) = delete;
  ResultFile(const ResultFile&) = delete;
  ~ResultFile();

  uint64_t lines_done() const { return lines_done_; }
  Status Append(std::string_view lines);
  // Syncs the file and removes the mark of an unfinished run.
  Status Finish();

 private:
  ResultFile(std::string path, int descriptor) : path_(std::move(path)), descriptor_(descriptor) {}
  Error Failed() const;

  std::string path_;
  int descriptor_;
  uint64_t lines_done_ = 0;
};

}  // namespace interdict::cli
