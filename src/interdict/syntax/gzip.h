// A gzip file (RFC 1952), unpacked in memory.
//
// Its checksum and length are verified; several members one behind the other are one content, as
// gzip itself reads them. Test: gzip_test.cc; fuzz: fuzz/gzip_fuzz.cc.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "interdict/base/result.h"

namespace interdict {

bool IsGzip(std::string_view bytes);

// The content. kTruncated when the file ends before its end; kSyntax when it is damaged or bytes
// stand behind it; kTooLarge beyond `most` bytes.
Result<std::string> Gunzip(std::string_view bytes, size_t most);

// As much of the beginning as can be read, at most `most` bytes; for telling what a file is.
std::string GunzipHead(std::string_view bytes, size_t most);

}  // namespace interdict
