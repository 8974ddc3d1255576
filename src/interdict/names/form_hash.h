// The hash of forms and folded tokens: FNV-1a with a final mix. Stable: it stands in built tables
// and index files.
#pragma once

#include <cstdint>
#include <string_view>

namespace interdict::names {

constexpr uint64_t FormHash(std::string_view text) {
  uint64_t hash = 0xcbf29ce484222325U;
  for (char c : text) {
    hash ^= static_cast<unsigned char>(c);
    hash *= 0x100000001b3U;
  }
  hash ^= hash >> 32;
  hash *= 0x9e3779b97f4a7c15U;
  return hash ^ (hash >> 29);
}

}  // namespace interdict::names
