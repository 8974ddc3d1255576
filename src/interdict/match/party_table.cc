#include "interdict/match/party_table.h"

#include <unordered_set>

#include "interdict/base/strings.h"
#include "interdict/tables/org_forms.inc"

namespace interdict {
namespace {

constexpr double kLegalFormWeight = 0.2;
constexpr double kParticleWeight = 0.35;
constexpr double kShortWeight = 0.7;

// Folded single words of data/org_forms.tsv, in ASCII.
const std::unordered_set<std::string>& LegalForms() {
  static const auto* const kForms = [] {
    auto* forms = new std::unordered_set<std::string>();
    for (const auto& row : tables::kOrgForms) {
      std::string word;
      bool plain = true;
      for (char c : row[0]) {
        if (c == '.') continue;
        if (c == ' ' || static_cast<unsigned char>(c) >= 0x80) plain = false;
        word.push_back(c);
      }
      if (plain && !word.empty()) forms->insert(AsciiLower(word));
    }
    return forms;
  }();
  return *kForms;
}

bool IsParticle(std::string_view token) {
  static const std::unordered_set<std::string_view> kParticles = {
      "al",  "el",  "de",  "del", "la",   "las", "los", "da",  "do",  "dos", "das", "di",
      "y",   "e",   "bin", "ibn", "bint", "ben", "abu", "abd", "ul",  "ur",  "van", "der",
      "den", "von", "the", "of",  "and",  "for", "et",  "du",  "des", "le"};
  return kParticles.contains(token);
}

}  // namespace

uint64_t LetterMask(std::string_view token) {
  uint64_t letters = 0;
  for (char c : token) {
    if (c >= 'a' && c <= 'z')
      letters |= uint64_t{1} << (c - 'a');
    else if (c >= '0' && c <= '9')
      letters |= uint64_t{1} << (26 + (c - '0'));
    else
      letters |= uint64_t{1} << (36 + (static_cast<unsigned char>(c) % 28));
  }
  return letters;
}

double TokenWeight(std::string_view token) {
  if (LegalForms().contains(std::string(token))) return kLegalFormWeight;
  if (IsParticle(token)) return kParticleWeight;
  return token.size() <= 2 ? kShortWeight : 1.0;
}

TokenId Vocabulary::Add(std::string_view token) {
  const auto [found, is_new] =
      ids_.try_emplace(std::string(token), static_cast<TokenId>(texts_.size()));
  if (is_new) {
    texts_.emplace_back(token);
    weights_.push_back(TokenWeight(token));
    letters_.push_back(LetterMask(token));
  }
  return found->second;
}

PartyTable::PartyTable(std::span<const Record> records, std::span<const Party> parties,
                       const text::Folder& folder)
    : records_(records), parties_(parties) {
  for (uint32_t p = 0; p < parties.size(); ++p) {
    first_name_.push_back(static_cast<uint32_t>(names_.size()));
    for (uint32_t position : parties[p].records) {
      const Record& listed = records[position];
      for (const Name& name : listed.names) {
        ListedName entry{p, &listed, &name, {}, 0, {}};
        const std::string folded = folder.Fold(name.text);
        for (std::string_view token : text::Tokens(folded)) {
          entry.tokens.push_back(vocabulary_.Add(token));
          entry.weight += vocabulary_.weight(entry.tokens.back());
          entry.compact += token;
        }
        if (!entry.tokens.empty()) names_.push_back(std::move(entry));
      }
      for (const Identifier& id : listed.identifiers) {
        const auto add = [&](IdScheme scheme) {
          std::string key = IdKey(scheme, id.value);
          if (!key.empty()) identifiers_[{scheme, std::move(key)}].push_back({p, &listed, &id});
        };
        add(id.scheme);
        for (IdScheme narrow : NarrowSchemes(id.scheme)) add(narrow);
      }
    }
  }
  first_name_.push_back(static_cast<uint32_t>(names_.size()));
}

std::span<const ListedName> PartyTable::NamesOf(uint32_t party) const {
  return std::span(names_).subspan(first_name_[party], first_name_[party + 1] - first_name_[party]);
}

std::span<const ListedIdentifier> PartyTable::FindIdentifier(IdScheme scheme,
                                                             const std::string& key) const {
  const auto found = identifiers_.find({scheme, key});
  if (found == identifiers_.end()) return {};
  return found->second;
}

}  // namespace interdict
