#include "interdict/index/name_index_builder.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>
#include <unordered_map>
#include <vector>

#include "interdict/index/hash_index.h"
#include "interdict/index/name_rows.h"
#include "interdict/index/runs.h"
#include "interdict/index/string_column.h"
#include "interdict/index/token_keys.h"
#include "interdict/names/form_hash.h"

namespace interdict::index {
namespace {

using names::NameClass;

constexpr size_t kLeastParties = 4096;  // short lists do not make their tokens common
constexpr int kLeastRarity = 150;

struct Draft {
  uint32_t name;
  uint32_t party;
  NameClass name_class;
  uint32_t first_part;
  uint32_t parts;
  uint32_t first_phrase;
  uint32_t phrases;
  uint32_t weight = 0;
};

class NameSections {
 public:
  explicit NameSections(const names::Analyzer& analyzer) : analyzer_(analyzer) {}

  void Add(uint32_t party, uint32_t number, std::string_view text, NameClass name_class) {
    analyzer_.Analyze(text, name_class, &analysis_);
    if (analysis_.parts.empty()) return;
    Draft draft{number,
                party,
                name_class,
                static_cast<uint32_t>(parts_.size()),
                static_cast<uint32_t>(analysis_.parts.size()),
                static_cast<uint32_t>(phrases_.size()),
                static_cast<uint32_t>(analysis_.phrases.size())};
    for (const names::Phrase& phrase : analysis_.phrases) {
      phrases_.push_back({phrase.meaning, phrase.kind, phrase.first, phrase.count, {}});
    }
    for (const names::Part& part : analysis_.parts) {
      const auto structural = static_cast<uint16_t>(names::StructuralWeight(name_class, part));
      const std::string_view token = analysis_.Text(part);
      parts_.push_back({Intern(part, party), structural, 0, part.kind, part.flags, token.front(),
                        token.size() > 1, written_.Intern(analysis_.Written(part))});
    }
    drafts_.push_back(draft);
  }

  // `names`: rows of PartyData::names, those without parts among them.
  Status AddTo(size_t parties, size_t names, IndexFileWriter* writer) {
    if (parts_.size() > std::numeric_limits<uint32_t>::max()) {
      return MakeError(ErrorCode::kTooLarge, "the lists have too many names for one index");
    }
    RenumberTokens();
    SetWeights(parties);
    OrderNames();
    RETURN_IF_ERROR(WriteTokens(writer));
    RETURN_IF_ERROR(written_.AddTo(writer, SectionId::kWrittenOffsets, SectionId::kWrittenBytes));
    WriteNames(names, writer);
    WriteRuns(writer);
    return Ok{};
  }

 private:
  struct Counted {
    uint32_t id;
    uint32_t parties;
    uint32_t last_party;
  };

  TokenId Intern(const names::Part& part, uint32_t party) {
    std::string text(analysis_.Text(part));
    if ((part.flags & names::kSkeleton) != 0) text += kConsonantMark;
    const auto [found, is_new] = ids_.try_emplace(
        std::move(text),
        Counted{static_cast<uint32_t>(ids_.size()), 0, std::numeric_limits<uint32_t>::max()});
    if (found->second.last_party != party) {
      found->second.last_party = party;
      ++found->second.parties;
    }
    return found->second.id;
  }

  // Tokens in the order of their texts.
  void RenumberTokens() {
    texts_.reserve(ids_.size());
    for (const auto& [text, counted] : ids_) texts_.push_back(&text);
    std::sort(texts_.begin(), texts_.end(), [](auto* a, auto* b) { return *a < *b; });
    std::vector<TokenId> renumbered(ids_.size());
    for (TokenId id = 0; id < texts_.size(); ++id) renumbered[ids_.at(*texts_[id]).id] = id;
    for (NamePartRow& part : parts_) part.token = renumbered[part.token];
  }

  void SetWeights(size_t parties) {
    for (const std::string* text : texts_) {
      rarity_.push_back(static_cast<uint16_t>(Rarity(ids_.at(*text).parties, parties)));
    }
    for (Draft& draft : drafts_) {
      for (NamePartRow& part : Parts(draft)) {
        part.weight = static_cast<uint16_t>(part.structural * rarity_[part.token] / 1000);
        draft.weight += part.weight;
      }
    }
  }

  std::span<NamePartRow> Parts(const Draft& draft) {
    return std::span(parts_).subspan(draft.first_part, draft.parts);
  }

  std::span<const PhraseRow> Phrases(const Draft& draft) const {
    return std::span(phrases_).subspan(draft.first_phrase, draft.phrases);
  }

  void OrderNames() {
    std::stable_sort(drafts_.begin(), drafts_.end(),
                     [](const Draft& a, const Draft& b) { return a.weight < b.weight; });
  }

  Status WriteTokens(IndexFileWriter* writer) {
    StringColumnWriter column;
    std::vector<TokenRow> rows;
    HashIndexWriter<TokenId> keys;
    std::vector<uint32_t> variant_bounds = {0}, variants;
    for (const std::string* stored : texts_) {
      column.Add(*stored);
      const bool consonants_only = stored->back() == kConsonantMark;
      const std::string_view text =
          std::string_view(*stored).substr(0, stored->size() - (consonants_only ? 1 : 0));
      const names::TokenProfile token = analyzer_.Profile(text, consonants_only);
      const auto id = static_cast<TokenId>(rows.size());
      rows.push_back({token.phonetic,
                      token.skeleton,
                      token.shape,
                      token.letters,
                      token.consonants,
                      token.digits,
                      token.number,
                      token.first_meaning,
                      token.meanings,
                      token.first_membership,
                      token.memberships,
                      ids_.at(*stored).parties,
                      rarity_[id],
                      token.skeleton_size,
                      token.consonants_only,
                      token.vowelless,
                      {}});
      variants.insert(variants.end(), token.variants.begin(), token.variants.end());
      variant_bounds.push_back(static_cast<uint32_t>(variants.size()));
      ForEachFiledKey(token, [&](uint64_t hash) { keys.Add(hash, TokenKeyEntry(hash, id)); });
    }
    if (keys.size() > std::numeric_limits<uint32_t>::max() || rows.size() > kMaxTokens) {
      return MakeError(ErrorCode::kTooLarge, "the lists have too many tokens for one index");
    }
    RETURN_IF_ERROR(column.AddTo(writer, SectionId::kTokenOffsets, SectionId::kTokenBytes));
    writer->Add(SectionId::kTokens, rows);
    keys.AddTo(writer, SectionId::kTokenKeyBuckets, SectionId::kTokenKeyEntries);
    if (analyzer_.variants() == nullptr) return Ok{};
    writer->Add(SectionId::kTokenVariantBounds, variant_bounds);
    writer->Add(SectionId::kTokenVariants, variants);
    return Ok{};
  }

  void WriteNames(size_t names, IndexFileWriter* writer) {
    std::vector<uint32_t> scored_of_name(names, kNotScored);
    std::vector<ScoredNameRow> rows;
    std::vector<NamePartRow> parts;
    std::vector<PhraseRow> phrases;
    std::vector<std::vector<uint32_t>> postings(texts_.size());
    for (const Draft& draft : drafts_) {
      const auto number = static_cast<uint32_t>(rows.size());
      scored_of_name[draft.name] = number;
      rows.push_back({static_cast<uint32_t>(parts.size()),
                      static_cast<uint32_t>(phrases.size()),
                      draft.name,
                      draft.party,
                      draft.weight,
                      draft.name_class,
                      {}});
      for (const PhraseRow& phrase : Phrases(draft)) phrases.push_back(phrase);
      for (const NamePartRow& part : Parts(draft)) {
        parts.push_back(part);
        std::vector<uint32_t>& list = postings[part.token];
        if (list.empty() || list.back() != number) list.push_back(number);
      }
    }
    rows.push_back({static_cast<uint32_t>(parts.size()),
                    static_cast<uint32_t>(phrases.size()),
                    0,
                    0,
                    std::numeric_limits<uint32_t>::max(),
                    NameClass::kAny,
                    {}});
    std::vector<uint32_t> bounds = {0}, all;
    for (const auto& list : postings) {
      all.insert(all.end(), list.begin(), list.end());
      bounds.push_back(static_cast<uint32_t>(all.size()));
    }
    writer->Add(SectionId::kScoredNames, rows);
    writer->Add(SectionId::kScoredOfName, scored_of_name);
    writer->Add(SectionId::kNameParts, parts);
    writer->Add(SectionId::kPhrases, phrases);
    writer->Add(SectionId::kPostingBounds, bounds);
    writer->Add(SectionId::kPostings, all);
  }

  void WriteRuns(IndexFileWriter* writer) {
    HashIndexWriter<RunRow> runs;
    std::vector<PartText> texts;
    for (uint32_t number = 0; number < drafts_.size(); ++number) {
      const Draft& draft = drafts_[number];
      texts.clear();
      for (const NamePartRow& part : Parts(draft)) {
        texts.push_back({written_[part.written], part.kind});
      }
      const bool person = draft.name_class == NameClass::kPerson;
      ForEachRun(texts, person, [&](size_t first, size_t count, std::string_view text) {
        runs.Add(names::FormHash(text), {number, static_cast<uint8_t>(first),
                                         static_cast<uint8_t>(count), RunKind::kParts, 0});
      });
      for (const PhraseRow& phrase : Phrases(draft)) {
        runs.Add(phrase.meaning, {number, phrase.first, phrase.count, RunKind::kPhrase, 0});
      }
      if (person || draft.name_class == NameClass::kCraft) continue;
      ForEachAcronym(texts, [&](std::string_view text) {
        runs.Add(names::FormHash(text),
                 {number, 0, static_cast<uint8_t>(texts.size()), RunKind::kAcronym, 0});
      });
    }
    runs.AddTo(writer, SectionId::kRunBuckets, SectionId::kRuns);
  }

  const names::Analyzer& analyzer_;
  names::NameParts analysis_;
  std::unordered_map<std::string, Counted> ids_;
  std::vector<const std::string*> texts_;  // by token
  std::vector<uint16_t> rarity_;           // by token
  std::vector<NamePartRow> parts_;
  std::vector<PhraseRow> phrases_;
  StringColumnWriter written_;
  std::vector<Draft> drafts_;
};

}  // namespace

int Rarity(size_t parties, size_t all) {
  if (parties <= 1) return 1000;
  const double share = std::log2(static_cast<double>(parties)) /
                       std::log2(static_cast<double>(std::max(all, kLeastParties)));
  return std::max(kLeastRarity, static_cast<int>(std::lround(1000 * (1 - share))));
}

Status AddNames(std::span<const Record> records, std::span<const Party> parties,
                const names::Analyzer& analyzer, IndexFileWriter* writer) {
  NameSections sections(analyzer);
  uint32_t number = 0;
  for (uint32_t p = 0; p < parties.size(); ++p) {
    for (uint32_t position : parties[p].records) {
      const Record& record = records[position];
      const NameClass name_class = names::ClassOf(record.schema);
      for (const Name& name : record.names) sections.Add(p, number++, name.text, name_class);
    }
  }
  return sections.AddTo(parties.size(), number, writer);
}

}  // namespace interdict::index
