#include "interdict/match/compared_name.h"

namespace interdict {

using names::PartKind;

bool HasSpellings(PartKind kind) {
  switch (kind) {
    case PartKind::kInitial:
    case PartKind::kNumber:
    case PartKind::kParticle:
    case PartKind::kContext:
      return false;
    default:
      return true;
  }
}

void ComparedName::Prepare(std::string_view utf8, names::NameClass name_class,
                           const names::Analyzer& analyzer) {
  name_class_ = name_class;
  analyzer.Analyze(utf8, name_class, &analysis_);
  parts_.clear();
  tokens_.clear();
  last_written_ = 0;
  for (const names::Part& part : analysis_.parts) {
    const auto structural = static_cast<uint16_t>(names::StructuralWeight(name_class, part));
    parts_.push_back({part.kind, part.flags, structural, structural});
    const bool consonants_only = (part.flags & names::kSkeleton) != 0;
    tokens_.push_back(analyzer.Profile(analysis_.Text(part), consonants_only));
    if (part.begin > analysis_.parts[last_written_].begin) last_written_ = parts_.size() - 1;
  }
}

void ComparedName::SetRarity(size_t part, int rarity) {
  parts_[part].weight = static_cast<uint16_t>(parts_[part].structural * rarity / kFullRarity);
}

}  // namespace interdict
