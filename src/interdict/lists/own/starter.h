// The starter list that is part of the program: facts on the Venezuela campaign with a source each
// (data/starter). A sample that works without a network, not an official list.
#pragma once

#include <span>
#include <string_view>

#include "interdict/lists/format.h"

namespace interdict {

inline constexpr std::string_view kStarterSource = "interdict_starter";
inline constexpr std::string_view kStarterPublished = "2026-11-21";  // state of its facts

std::span<const InputFile> StarterFiles();

}  // namespace interdict
