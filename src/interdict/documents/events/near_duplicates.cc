#include "interdict/documents/events/near_duplicates.h"

#include <algorithm>
#include <functional>
#include <map>
#include <string>
#include <unordered_map>

#include "interdict/base/lookup_key.h"

namespace interdict::documents {
namespace {

constexpr size_t kRun = 4;  // words

// Runs of four words, each once, as hashes. A chance collision of 64 bits changes one run of a
// sentence, never a verdict that matters.
std::vector<size_t> Shingles(std::string_view key) {
  std::vector<size_t> starts = {0};
  for (size_t at = key.find(' '); at != key.npos; at = key.find(' ', at + 1))
    starts.push_back(at + 1);
  std::vector<size_t> runs;
  for (size_t i = 0; i + kRun <= starts.size(); ++i) {
    const size_t end = i + kRun < starts.size() ? starts[i + kRun] - 1 : key.size();
    runs.push_back(std::hash<std::string_view>()(key.substr(starts[i], end - starts[i])));
  }
  std::sort(runs.begin(), runs.end());
  runs.erase(std::unique(runs.begin(), runs.end()), runs.end());
  return runs;
}

// The originals so far, and which of their runs are where.
class Originals {
 public:
  // The original that these runs repeat, or nullopt: then they are one themselves.
  uint32_t Find(const std::vector<size_t>& runs, uint32_t self) {
    common_.clear();
    for (size_t run : runs) {
      const auto places = places_.find(run);
      if (places == places_.end()) continue;
      for (uint32_t original : places->second) ++common_[original];
    }
    for (const auto& [original, common] : common_) {
      const double all = static_cast<double>(runs.size() + sizes_[original] - common);
      if (static_cast<double>(common) >= kSharedShingles * all) return original;
    }
    for (size_t run : runs) places_[run].push_back(self);
    sizes_[self] = runs.size();
    return self;
  }

 private:
  std::unordered_map<size_t, std::vector<uint32_t>> places_;
  std::unordered_map<uint32_t, size_t> sizes_;
  std::map<uint32_t, size_t> common_;  // by original, so that the first one wins
};

}  // namespace

std::vector<uint32_t> FirstNearDuplicates(const std::vector<std::string_view>& texts) {
  std::vector<uint32_t> first(texts.size());
  std::unordered_map<std::string, uint32_t> equal;
  Originals originals;
  for (uint32_t i = 0; i < texts.size(); ++i) {
    const std::string key = LookupKey(texts[i]);
    const auto [known, is_new] = equal.emplace(key, i);
    first[i] = is_new ? originals.Find(Shingles(key), i) : first[known->second];
  }
  return first;
}

}  // namespace interdict::documents
