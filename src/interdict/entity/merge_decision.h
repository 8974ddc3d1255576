// An operator's word on whether two records mean the same party. It overrules every rule.
#pragma once

#include <cstdint>
#include <string>

namespace interdict {

struct MergeDecision {
  std::string record_a;  // keys "source:id", a < b
  std::string record_b;
  bool same = false;
  std::string reason;
  int64_t decided_at = 0;  // seconds since 1970-01-01T00:00Z
};

}  // namespace interdict
