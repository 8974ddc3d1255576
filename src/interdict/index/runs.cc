#include "interdict/index/runs.h"

#include <algorithm>

namespace interdict::index {

using names::PartKind;

void ForEachRun(std::span<const PartText> parts, bool around,
                const std::function<void(size_t, size_t, std::string_view)>& use) {
  const size_t size = parts.size();
  if (size < 2 || size > kMaxRunNameParts) return;
  std::string text;
  for (size_t first = 0; first < size; ++first) {
    text.assign(parts[first].text);
    for (size_t count = 2; count <= size; ++count) {
      const size_t last = first + count - 1;
      if (last >= size && !around) break;
      text += parts[last % size].text;
      if (text.size() > kMaxRunBytes) break;
      const bool counts = count <= kMaxRunParts || count == size;
      if (counts && text.size() >= kLeastRunBytes) use(first, count, text);
    }
  }
}

void ForEachAcronym(std::span<const PartText> parts,
                    const std::function<void(std::string_view)>& use) {
  std::string content, all;
  for (const PartText& part : parts) {
    if (part.kind == PartKind::kLegalForm || part.kind == PartKind::kContext) continue;
    if (part.kind == PartKind::kNumber || part.text.empty()) return;
    all += part.text.front();
    const bool function = part.kind == PartKind::kFunction || part.kind == PartKind::kParticle;
    if (!function) content += part.text.front();
  }
  const auto fits = [](const std::string& text) {
    return text.size() >= kLeastAcronymBytes && text.size() <= kMaxAcronymBytes;
  };
  if (fits(content)) use(content);
  if (all != content && fits(all)) use(all);
}

}  // namespace interdict::index
