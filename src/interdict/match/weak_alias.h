// What a hit on a weak alias alone is worth, list by list.
//
// OFAC does not expect screening for weak aliases, but their use in judging a hit that arises
// otherwise (FAQ 124). So by default such a hit is lowered unless another fact confirms it.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace interdict {

enum class WeakAliasMode : uint8_t {
  kOff,      // weak aliases are not compared
  kConfirm,  // lowered, unless another fact agrees
  kFull,     // like any other name
};

struct WeakAliasPolicy {
  WeakAliasMode by_default = WeakAliasMode::kConfirm;
  std::map<std::string, WeakAliasMode> by_source;  // list ids

  WeakAliasMode Of(std::string_view source) const {
    const auto found = by_source.find(std::string(source));
    return found == by_source.end() ? by_default : found->second;
  }
  bool operator==(const WeakAliasPolicy&) const = default;
};

std::optional<WeakAliasMode> WeakAliasModeFromName(
    std::string_view name);  // "off" "confirm" "full"

}  // namespace interdict
