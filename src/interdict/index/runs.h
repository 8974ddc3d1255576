// Runs: neighbouring parts of a name, to be compared as if they were written together, and
// acronyms. One definition for the index and for the exhaustive path. Test: runs_test.cc.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "interdict/names/analyze.h"

namespace interdict::index {

inline constexpr size_t kMaxRunParts = 6;
inline constexpr size_t kLeastRunBytes = 4;
inline constexpr size_t kMaxRunBytes = 96;
inline constexpr size_t kMaxRunNameParts = 20;  // longer names have no runs
inline constexpr size_t kLeastAcronymBytes = 3;
inline constexpr size_t kMaxAcronymBytes = 8;

struct PartText {
  std::string_view text;  // as written
  names::PartKind kind;
};

// Calls `use(first, count, text)` for each run of two to kMaxRunParts parts, or all; with `around`
// also those over the end to the beginning ("NicolasMaduro" in MADURO, Nicolas).
void ForEachRun(std::span<const PartText> parts, bool around,
                const std::function<void(size_t first, size_t count, std::string_view text)>& use);

// Acronyms of a body's name: first letters of its words, once without and once with the function
// words; legal forms never count. At most two, different from one another.
void ForEachAcronym(std::span<const PartText> parts,
                    const std::function<void(std::string_view text)>& use);

}  // namespace interdict::index
