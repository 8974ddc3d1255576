#include "interdict/names/lexicon.h"

#include <iterator>

#include "interdict/names/form_hash.h"

namespace interdict::names {
namespace {

struct StoredForm {
  uint32_t text;
  uint32_t size;
  LexiconEntry entry;
};
struct StoredMeaning {
  uint8_t kind;
  uint8_t also_name;
  uint32_t canonical;
  uint32_t size;
};
struct StoredMembership {
  uint32_t group;
  uint8_t relation;
};

#include "interdict/tables/lexicon.inc"

}  // namespace

const LexiconEntry* FindForm(std::string_view folded) {
  constexpr size_t kMask = std::size(kSlots) - 1;
  for (size_t slot = FormHash(folded) & kMask; kSlots[slot] != 0; slot = (slot + 1) & kMask) {
    const StoredForm& form = kForms[kSlots[slot] - 1];
    if (std::string_view(kBlob + form.text, form.size) == folded) return &form.entry;
  }
  return nullptr;
}

Meaning MeaningAt(uint32_t position) {
  const StoredMeaning& stored = kMeanings[position];
  return {static_cast<WordKind>(stored.kind), stored.also_name,
          std::string_view(kBlob + stored.canonical, stored.size)};
}

Membership MembershipAt(uint32_t position) {
  const StoredMembership& stored = kMemberships[position];
  return {stored.group, static_cast<NameRelation>(stored.relation)};
}

uint32_t GroupCount() {
  return std::size(kGroupBegin) - 1;
}

std::span<const uint32_t> GroupForms(uint32_t group) {
  return std::span(kGroupForms)
      .subspan(kGroupBegin[group], kGroupBegin[group + 1] - kGroupBegin[group]);
}

std::string_view FormText(uint32_t form) {
  return {kBlob + kForms[form].text, kForms[form].size};
}

uint64_t MeaningHash(WordKind kind, std::string_view canonical) {
  // A word may be a topic in one table row and a descriptor in another: one thing all the same.
  const bool word = kind == WordKind::kDescriptor || kind == WordKind::kTopic ||
                    kind == WordKind::kQualifier || kind == WordKind::kUnit;
  const auto salt = static_cast<uint64_t>(word ? WordKind::kTopic : kind) + 1;
  return (FormHash(canonical) + salt * 0x9e3779b97f4a7c15U) | 1;
}

std::string_view LexiconVersion() {
  return kVersion;
}

}  // namespace interdict::names
