#include "interdict/match/evidence/address.h"

#include <algorithm>
#include <span>

#include "interdict/match/evidence/query_facts.h"

namespace interdict {
namespace {

constexpr int kEnoughWords = 3;

int InCommon(std::span<const uint32_t> a, std::span<const uint32_t> b) {
  int common = 0;
  for (auto x = a.begin(), y = b.begin(); x != a.end() && y != b.end();) {
    if (*x == *y) ++common;
    const bool step_x = *x <= *y;
    const bool step_y = *y <= *x;
    if (step_x) ++x;
    if (step_y) ++y;
  }
  return common;
}

struct Agreement {
  int parts = 0;  // of `whole`; whole numbers, so that effects are the same everywhere
  int whole = 1;
  int common = 0;

  bool operator<(const Agreement& other) const {
    const auto mine = int64_t{parts} * other.whole;
    const auto theirs = int64_t{other.parts} * whole;
    return mine != theirs ? mine < theirs : common < other.common;
  }
};

Agreement CompareWords(std::span<const uint32_t> asked, std::span<const uint32_t> listed) {
  const int common = InCommon(asked, listed);
  const int shorter = static_cast<int>(std::min(asked.size(), listed.size()));
  // 0 at a share of one half, `shorter` at three quarters.
  const int share = std::clamp(4 * common - 2 * shorter, 0, shorter);
  return {share * std::min(common, kEnoughWords), shorter * kEnoughWords, common};
}

}  // namespace

std::optional<Evidence> CompareAddress(const EvidenceInput& input) {
  Agreement best;
  const index::AddressRow* shown = nullptr;
  for (const std::vector<uint32_t>& asked : input.query.addresses) {
    for (const index::AddressRow& row : input.party.addresses()) {
      if (row.kind == AddressKind::kBirthPlace) continue;
      const Agreement agreement = CompareWords(asked, input.party.tokens(row));
      if (!(best < agreement)) continue;
      best = agreement;
      shown = &row;
    }
  }
  if (shown == nullptr) return std::nullopt;
  const auto effect = int64_t{input.model.address_agrees} * best.parts / best.whole;
  Evidence evidence{EvidenceKind::kAddress,
                    best.parts / static_cast<double>(best.whole),
                    static_cast<Points>(effect),
                    0,
                    {}};
  if (input.explain) {
    evidence.detail = "listed ";
    evidence.detail += input.party.text(shown->full);
  }
  return evidence;
}

}  // namespace interdict
