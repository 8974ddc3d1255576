// A file that appears whole or not at all.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

#include "interdict/base/result.h"

namespace interdict::index {

// Writes `path`.tmp-*, flushes it to the disk, renames it over `path` and flushes the folder.
// After an error (full disk, missing folder: kWriteFailed) or a kill `path` is what it was; who has
// the old file mapped keeps it. After an error nothing is left behind; after a kill the temporary
// file may be. Test: replace_file_test.cc.
Status ReplaceFile(const std::string& path, std::span<const std::byte> bytes);

// Removes what killed writers of `path` left behind: temporary files last written before `before`
// (seconds since 1970), so that a writer at work is not disturbed. Returns how many.
int RemoveLeftovers(const std::string& path, int64_t before);

}  // namespace interdict::index
