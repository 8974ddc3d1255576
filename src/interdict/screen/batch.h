// Screens a whole file: many threads, one result line a record, in input order.
//
// The output is the same for any number of threads. Records are worked off in blocks; a block is
// written when all before it are. A run that was interrupted can be taken up again: the lines
// already written are counted and as many input records skipped (the caller makes sure that input,
// lists and options are the same, see cli/). Test: batch_test.cc.
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "interdict/screen/customer_file.h"
#include "interdict/screen/screener.h"

namespace interdict {

struct BatchOptions {
  ScreenOptions screen;
  int threads = 1;
  uint64_t skip = 0;  // records already answered by an earlier run
  // Takes over finished lines (each ends in '\n'); an error stops the run.
  std::function<Status(std::string_view lines)> write;
  std::function<void(uint64_t records, uint64_t bytes)> progress;  // may be empty
  const std::atomic<bool>* cancelled = nullptr;                    // may be nullptr
};

struct BatchOutcome {
  uint64_t records = 0;  // read, those skipped included
  uint64_t with_hits = 0;
  uint64_t hits = 0;
  uint64_t failed = 0;  // records that could not be screened; their lines say why
  std::string first_failure;
  uint64_t with_warnings = 0;  // records of which a fact could not be read; screened without it
  std::string first_warning;
  bool cancelled = false;
};

Result<BatchOutcome> ScreenBatch(CustomerReader* customers, const Snapshot& snapshot,
                                 const BatchOptions& options);

}  // namespace interdict
