// All list formats, and the one that a set of files is in.
#pragma once

#include <span>
#include <vector>

#include "interdict/lists/format.h"

namespace interdict {

// Every format, in the order in which they are tried.
std::span<const Format* const> AllFormats();

const Format* FindFormat(std::string_view name);  // nullptr when there is none

// The format that recognises every file of the set. Otherwise kUnknownFormat or kMismatchedParts,
// with a message that says what the content looks like instead: empty, an HTML page, a Git LFS
// pointer, JSON, binary data, ...
Result<const Format*> RecogniseFormat(std::span<const InputFile> files);

}  // namespace interdict
