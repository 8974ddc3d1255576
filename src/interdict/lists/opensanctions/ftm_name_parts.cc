#include "interdict/lists/opensanctions/ftm_name_parts.h"

#include <algorithm>

#include "interdict/base/lookup_key.h"
#include "interdict/base/strings.h"

namespace interdict {
namespace {

std::vector<std::string_view> Words(std::string_view text) {
  std::vector<std::string_view> words;
  for (std::string_view part : SplitTrimmed(text, " ")) {
    while (part.ends_with(',')) part.remove_suffix(1);
    if (!part.empty()) words.push_back(part);
  }
  return words;
}

NamePartKind Merge(NamePartKind a, NamePartKind b) {
  for (NamePartKind kind : {NamePartKind::kPatronymic, NamePartKind::kMiddle}) {
    if ((a == kind && b == NamePartKind::kGiven) || (b == kind && a == NamePartKind::kGiven)) {
      return kind;
    }
  }
  return NamePartKind::kOther;
}

bool HasKind(const std::vector<NamePart>& parts, NamePartKind kind) {
  return std::any_of(parts.begin(), parts.end(),
                     [&](const NamePart& part) { return part.kind == kind; });
}

}  // namespace

void FtmNameWords::Add(NamePartKind kind, std::string_view value) {
  for (std::string_view word : Words(value)) {
    const auto [found, is_new] = kinds_.emplace(LookupKey(word), kind);
    if (!is_new && found->second != kind) found->second = Merge(found->second, kind);
  }
}

std::vector<NamePart> FtmNameWords::Divide(std::string_view name) {
  std::vector<NamePart> parts;
  std::vector<std::string> keys;
  for (std::string_view word : Words(name)) {
    keys.push_back(LookupKey(word));
    const auto found = kinds_.find(keys.back());
    if (found == kinds_.end() || found->second == NamePartKind::kOther) return {};
    if (!parts.empty() && parts.back().kind == found->second) {
      parts.back().text.append(" ").append(word);
    } else {
      parts.push_back({found->second, std::string(word)});
    }
  }
  if (!HasKind(parts, NamePartKind::kGiven) || !HasKind(parts, NamePartKind::kFamily)) return {};
  used_.insert(keys.begin(), keys.end());
  return parts;
}

bool FtmNameWords::Used(std::string_view value) const {
  const auto words = Words(value);
  return std::all_of(words.begin(), words.end(),
                     [&](std::string_view word) { return used_.count(LookupKey(word)) > 0; });
}

}  // namespace interdict
