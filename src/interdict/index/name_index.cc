#include "interdict/index/name_index.h"

#include <algorithm>

#include "interdict/index/token_keys.h"

namespace interdict::index {

Result<NameIndex> NameIndex::Open(const IndexFile& file) {
  NameIndex index;
  ASSIGN_OR_RETURN(index.texts_,
                   StringColumn::Open(file, SectionId::kTokenOffsets, SectionId::kTokenBytes));
  ASSIGN_OR_RETURN(index.tokens_, file.Section<TokenRow>(SectionId::kTokens));
  if (file.Has(SectionId::kTokenVariantBounds)) {
    ASSIGN_OR_RETURN(index.variant_bounds_, file.Section<uint32_t>(SectionId::kTokenVariantBounds));
    ASSIGN_OR_RETURN(index.variants_, file.Section<uint32_t>(SectionId::kTokenVariants));
  }
  ASSIGN_OR_RETURN(index.keys_, HashIndex<TokenId>::Open(file, SectionId::kTokenKeyBuckets,
                                                         SectionId::kTokenKeyEntries));
  ASSIGN_OR_RETURN(index.names_, file.Section<ScoredNameRow>(SectionId::kScoredNames));
  ASSIGN_OR_RETURN(index.scored_of_name_, file.Section<uint32_t>(SectionId::kScoredOfName));
  ASSIGN_OR_RETURN(index.phrases_, file.Section<PhraseRow>(SectionId::kPhrases));
  ASSIGN_OR_RETURN(index.written_,
                   StringColumn::Open(file, SectionId::kWrittenOffsets, SectionId::kWrittenBytes));
  ASSIGN_OR_RETURN(index.parts_, file.Section<NamePartRow>(SectionId::kNameParts));
  ASSIGN_OR_RETURN(index.posting_bounds_, file.Section<uint32_t>(SectionId::kPostingBounds));
  ASSIGN_OR_RETURN(index.postings_, file.Section<uint32_t>(SectionId::kPostings));
  ASSIGN_OR_RETURN(index.runs_,
                   HashIndex<RunRow>::Open(file, SectionId::kRunBuckets, SectionId::kRuns));
  if (!index.IsWhole()) {
    return MakeError(ErrorCode::kStorage, "the index file has name sections that do not agree");
  }
  index.SumUp();
  return index;
}

void NameIndex::SumUp() {
  sizes_.reserve(name_count());
  for (uint32_t name = 0; name < name_count(); ++name) {
    const names::NameClass name_class = names_[name].name_class;
    uint32_t structural = 0;
    for (const NamePartRow& part : Parts(name)) {
      structural += part.structural;
      if (part.kind != names::PartKind::kInitial || name_class == names::NameClass::kCraft)
        continue;
      std::vector<uint32_t>& names = initials_[static_cast<unsigned char>(part.first)];
      if (names.empty() || names.back() != name) names.push_back(name);
    }
    sizes_.emplace_back(name_class, structural);
  }
}

bool NameIndex::IsWhole() const {
  const size_t tokens = tokens_.size();
  if (texts_.size() != tokens || posting_bounds_.size() != tokens + 1) return false;
  if (names_.empty() || names_.back().first_part != parts_.size()) return false;
  if (names_.back().first_phrase != phrases_.size()) return false;
  const auto rising = [](std::span<const uint32_t> bounds, size_t end) {
    return bounds.front() == 0 && bounds.back() == end &&
           std::is_sorted(bounds.begin(), bounds.end());
  };
  if (!rising(posting_bounds_, postings_.size())) return false;
  if (!variant_bounds_.empty() &&
      (variant_bounds_.size() != tokens + 1 || !rising(variant_bounds_, variants_.size()))) {
    return false;
  }
  for (size_t i = 0; i + 1 < names_.size(); ++i) {
    const uint32_t size = names_[i + 1].first_part - names_[i].first_part;
    if (names_[i + 1].first_phrase < names_[i].first_phrase) return false;
    if (names_[i + 1].first_part < names_[i].first_part || size > names::Analyzer::kMaxParts)
      return false;
  }
  for (uint32_t scored : scored_of_name_) {
    if (scored != kNotScored && scored + 1 >= names_.size()) return false;
  }
  const auto known = [&](TokenId id) { return id < tokens; };
  return std::all_of(keys_.entries().begin(), keys_.entries().end(),
                     [&](uint32_t entry) { return known(TokenOfEntry(entry)); }) &&
         std::all_of(parts_.begin(), parts_.end(),
                     [&](const NamePartRow& part) {
                       return known(part.token) && part.written < written_.size();
                     }) &&
         std::all_of(postings_.begin(), postings_.end(),
                     [&](uint32_t name) { return name + 1 < names_.size(); }) &&
         std::all_of(runs_.entries().begin(), runs_.entries().end(),
                     [&](const RunRow& run) { return run.scored_name + 1 < names_.size(); });
}

names::TokenProfile NameIndex::Profile(TokenId id) const {
  const TokenRow& row = tokens_[id];
  names::TokenProfile profile;
  profile.text = TokenText(id);
  profile.phonetic = row.phonetic;
  profile.skeleton = row.skeleton;
  profile.shape = row.shape;
  profile.letters = row.letters;
  profile.consonants = row.consonants;
  profile.digits = row.digits;
  profile.number = row.number;
  profile.first_meaning = row.first_meaning;
  profile.meanings = row.meanings;
  profile.skeleton_size = row.skeleton_size;
  profile.consonants_only = row.consonants_only != 0;
  profile.vowelless = row.vowelless != 0;
  profile.first_membership = row.first_membership;
  profile.memberships = row.memberships;
  if (!variant_bounds_.empty()) {
    profile.variants =
        variants_.subspan(variant_bounds_[id], variant_bounds_[id + 1] - variant_bounds_[id]);
  }
  return profile;
}

std::pair<TokenId, TokenId> NameIndex::TokensWithPrefix(std::string_view prefix) const {
  const auto lower = [&](auto before) {
    TokenId low = 0, high = token_count();
    while (low < high) {
      const TokenId middle = low + (high - low) / 2;
      if (before(texts_[middle]))
        low = middle + 1;
      else
        high = middle;
    }
    return low;
  };
  return {lower([&](std::string_view text) { return text < prefix; }),
          lower([&](std::string_view text) { return text.substr(0, prefix.size()) <= prefix; })};
}

std::optional<TokenId> NameIndex::FindToken(std::string_view text, bool consonants_only) const {
  std::optional<TokenId> found;
  ForEachFiledUnder(TokenKeyHash(KeyKind::kText, text), [&](TokenId id) {
    if ((tokens_[id].consonants_only != 0) == consonants_only && TokenText(id) == text) found = id;
  });
  return found;
}

}  // namespace interdict::index
