// Small operations on text as publishers write it. ASCII only: bytes above 0x7F pass unchanged.
// Test: strings_test.cc.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace interdict {

// Without white space at both ends. The no-break space, the other spaces of Unicode and the
// zero-width ones U+200B and U+FEFF count as white space here and below.
std::string_view Trim(std::string_view text);

// Trimmed, and every run of white space inside (line breaks too) as one space.
std::string SqueezeSpaces(std::string_view text);

std::string AsciiLower(std::string_view text);
std::string AsciiUpper(std::string_view text);

bool EqualsIgnoreCase(std::string_view a, std::string_view b);
bool StartsWithIgnoreCase(std::string_view text, std::string_view prefix);

// Parts between separators, trimmed; empty parts are left out. An empty separator separates
// nothing.
std::vector<std::string_view> SplitTrimmed(std::string_view text, std::string_view separator);

// Removes `prefix` from the front of `*text` if it stands there (case matters).
bool ConsumePrefix(std::string_view* text, std::string_view prefix);

bool IsDigits(std::string_view text);  // at least one, all '0'..'9'

std::string Join(const std::vector<std::string>& parts, std::string_view separator);

}  // namespace interdict
