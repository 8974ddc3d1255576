// Groups of name variants: the spellings that Wikidata gives one given or family name, in many
// languages and scripts. No list of parties but a table of names; it has a reader of its own beside
// the formats of lists (format.h), and a version of it is kept by store/name_table_store.h.
//
//   kozlov, козлов, קוזלוב, 科兹洛夫 => Q21449119
//
// A line is a group: two names or more between commas, " => ", the item's number. UTF-8, one line
// end behind every line; may be packed with gzip. Empty lines and lines that begin with '#' say
// nothing. The file is held to its form: anything else is an error with line and reason, since half
// a table would be another table. Test: name_groups_test.cc; fuzz: fuzz/name_groups_fuzz.cc.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "interdict/base/result.h"
#include "interdict/lists/format.h"

namespace interdict {

struct NameGroupCounts {
  uint64_t groups = 0;
  uint64_t names = 0;
};

// `names` as written, without blanks at their ends; borrowed for the call.
using NameGroupSink = std::function<void(uint32_t group, std::span<const std::string_view> names)>;

// Whether a file is such a table, packed or not, judged from its beginning.
bool IsNameGroups(const InputFile& file);

// The text of the file, unpacked. kTooLarge, kTruncated, kSyntax.
Result<std::string> UnpackNameGroups(const InputFile& file);

// Reads the unpacked text; `file_name` for messages. kSyntax, kEncoding, kTruncated (no line end at
// the end), kTooLarge, kDuplicateRecord (a number twice), kEmptyList.
Result<NameGroupCounts> ReadNameGroups(std::string_view text, std::string_view file_name,
                                       const NameGroupSink& sink);

// Of one file. The corpus of 2025 has 164,820 groups in 8.4 MB; a line of at most 1,049 bytes.
inline constexpr size_t kMaxNameTableBytes = size_t{1} << 28;
inline constexpr size_t kMaxNameGroups = size_t{1} << 22;
inline constexpr size_t kMaxNameGroupBytes = size_t{1} << 16;  // of one line
inline constexpr size_t kMaxGroupedName = 512;                 // bytes of one name

}  // namespace interdict
