#include "interdict/match/weak_alias.h"

namespace interdict {

std::optional<WeakAliasMode> WeakAliasModeFromName(std::string_view name) {
  if (name == "off") return WeakAliasMode::kOff;
  if (name == "confirm") return WeakAliasMode::kConfirm;
  if (name == "full") return WeakAliasMode::kFull;
  return std::nullopt;
}

}  // namespace interdict
