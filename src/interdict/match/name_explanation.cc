#include "interdict/match/name_explanation.h"

#include <algorithm>
#include <bit>
#include <cstdio>
#include <optional>

namespace interdict {
namespace {

std::string Decimal(Points points) {
  char text[16];
  std::snprintf(text, sizeof text, "%.4f", FromPoints(points));
  return text;
}

std::string Words(uint64_t bits, std::span<const std::string_view> parts) {
  std::string text;
  for (; bits != 0; bits &= bits - 1) {
    if (!text.empty()) text += ' ';
    text += parts[static_cast<size_t>(std::countr_zero(bits))];
  }
  return text;
}

// The lowest group of the table that has both words, in whatever script.
std::string VariantGroup(const names::VariantTable* variants, std::string_view a,
                         std::string_view b) {
  std::optional<uint32_t> lowest;
  if (variants == nullptr) return {};
  for (const bool skeleton_a : {false, true}) {
    for (const bool skeleton_b : {false, true}) {
      const auto shared =
          names::SharedGroup(variants->GroupsOf(a, skeleton_a), variants->GroupsOf(b, skeleton_b));
      if (shared && (!lowest || *shared < *lowest)) lowest = shared;
    }
  }
  return lowest ? " Q" + std::to_string(*lowest) : std::string();
}

void Append(std::string_view separator, std::string_view part, std::string* text) {
  if (!text->empty()) *text += separator;
  *text += part;
}

}  // namespace

std::string ExplainName(const NameScore& score, std::span<const PartPair> chosen,
                        std::span<const std::string_view> query,
                        std::span<const std::string_view> listed,
                        const names::VariantTable* variants) {
  std::vector<PartPair> pairs(chosen.begin(), chosen.end());
  std::sort(pairs.begin(), pairs.end(), [](const PartPair& a, const PartPair& b) {
    return (a.query & -a.query) < (b.query & -b.query);
  });
  std::string text;
  uint64_t query_left = query.size() >= 64 ? ~uint64_t{0} : (uint64_t{1} << query.size()) - 1;
  uint64_t listed_left = listed.size() >= 64 ? ~uint64_t{0} : (uint64_t{1} << listed.size()) - 1;
  for (const PartPair& pair : pairs) {
    query_left &= ~pair.query;
    listed_left &= ~pair.listed;
    const std::string left = Words(pair.query, query), right = Words(pair.listed, listed);
    if (pair.rule == TokenRule::kEqual && pair.cost == 0) {
      Append(", ", left + "=" + right, &text);
    } else {
      const std::string group =
          pair.rule == TokenRule::kVariant ? VariantGroup(variants, left, right) : "";
      Append(", ", left + "~" + right + " (" + std::string(TokenRuleName(pair.rule)) + group + ")",
             &text);
    }
  }
  if (query_left != 0) Append("; ", "only asked: " + Words(query_left, query), &text);
  if (listed_left != 0) Append("; ", "only listed: " + Words(listed_left, listed), &text);
  std::string losses;
  const auto lose = [&](Points points, std::string_view what) {
    if (points != 0) Append(", ", Decimal(points) + " " + std::string(what), &losses);
  };
  lose(score.losses.spelling, "spelling");
  lose(score.losses.replaced, "replaced");
  lose(score.losses.extra, "extra");
  lose(score.losses.thin, "thin");
  lose(score.losses.order, "order");
  if (!losses.empty()) Append("; ", "loses " + losses, &text);
  return text;
}

}  // namespace interdict
