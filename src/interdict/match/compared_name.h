// A name prepared for comparison: parts with weights, tokens with keys. The same for the query's
// name and for a listed name that is compared without an index. Test: pair_finder_test.cc.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "interdict/match/name_alignment.h"
#include "interdict/names/analyze.h"
#include "interdict/names/token_profile.h"

namespace interdict {

inline constexpr int kFullRarity = 1000;

// Reused between names; views are of its own analysis, so it neither moves nor copies.
class ComparedName {
 public:
  ComparedName() = default;
  ComparedName(const ComparedName&) = delete;
  ComparedName& operator=(const ComparedName&) = delete;

  // All parts get kFullRarity.
  void Prepare(std::string_view utf8, names::NameClass name_class, const names::Analyzer& analyzer);
  void SetRarity(size_t part, int rarity);

  bool empty() const { return parts_.empty(); }
  size_t size() const { return parts_.size(); }
  names::NameClass name_class() const { return name_class_; }
  std::span<const WeighedPart> parts() const { return parts_; }
  const WeighedPart& part(size_t i) const { return parts_[i]; }
  const names::TokenProfile& token(size_t i) const { return tokens_[i]; }
  std::string_view text(size_t i) const { return tokens_[i].text; }
  // The part that stands last in the name as written: it may be cut off.
  size_t last_written() const { return last_written_; }
  const names::NameParts& analysis() const { return analysis_; }
  std::string_view written(size_t i) const { return analysis_.Written(analysis_.parts[i]); }
  std::span<const names::Phrase> phrases() const { return analysis_.phrases; }

 private:
  names::NameClass name_class_ = names::NameClass::kAny;
  names::NameParts analysis_;
  std::vector<WeighedPart> parts_;
  std::vector<names::TokenProfile> tokens_;
  size_t last_written_ = 0;
};

// Whether slips of the pen, sound and other spellings are looked for in parts of this kind:
// numbers, particles and initials are equal or not.
bool HasSpellings(names::PartKind kind);

}  // namespace interdict
