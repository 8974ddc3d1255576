#include "interdict/documents/mentions/name_dictionary.h"

#include <algorithm>
#include <bit>
#include <optional>
#include <set>
#include <utility>

#include "interdict/documents/mentions/forms.h"
#include "interdict/tables/documents.inc"

namespace interdict::documents {
namespace {

using Hashes = std::vector<uint64_t>;

// A word in this many phrases or fewer is rare enough to stand for them.
constexpr size_t kMaxPlacesOfRareWord = 24;
constexpr size_t kMinRareLetters = 4;

// "OFAC", "U.S.", "G7": counts in capitals only.
bool IsAcronym(std::string_view form) {
  size_t letters = 0;
  for (char c : form) {
    if (c >= 'a' && c <= 'z') return false;
    if (c == ' ') return false;
    letters += c >= 'A' && c <= 'Z';
  }
  return letters >= 1 && form.size() <= 8;
}

// Letters by which two words differ, if at most `most`; else most + 1. Swapped neighbours are one.
size_t Edits(std::string_view a, std::string_view b, size_t most) {
  constexpr size_t kLongest = 32;
  const size_t n = a.size(), m = b.size();
  if (std::max(n, m) - std::min(n, m) > most || n > kLongest || m > kLongest) return most + 1;
  size_t rows[3][kLongest + 1];
  for (size_t j = 0; j <= m; ++j) rows[0][j] = j;
  for (size_t i = 1; i <= n; ++i) {
    size_t* row = rows[i % 3];
    const size_t* above = rows[(i + 2) % 3];
    const size_t* two_above = rows[(i + 1) % 3];
    row[0] = i;
    size_t least = i;
    for (size_t j = 1; j <= m; ++j) {
      row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + (a[i - 1] != b[j - 1])});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        row[j] = std::min(row[j], two_above[j - 2] + 1);
      least = std::min(least, row[j]);
    }
    if (least > most) return most + 1;
  }
  return rows[n % 3][m];
}

bool IsBodySchema(Schema schema) {
  return schema != Schema::kPerson && schema != Schema::kVessel && schema != Schema::kAirplane;
}

}  // namespace

struct NameDictionary::Builder {
  NameDictionary* out;
  WordReader reader;
  std::vector<Word> words;
  std::vector<Hashes> phrases;  // by number, for FindNear
  std::vector<std::vector<std::string>> spellings;
  std::unordered_map<uint64_t, uint32_t> phrase_of;  // SequenceHash -> index in `phrases`
  std::unordered_map<uint64_t, uint32_t> listed_of;  // SequenceHash -> party of that whole name

  void Read(std::string_view text) {
    words.clear();
    reader.Read(text, {0, static_cast<uint32_t>(text.size())}, SIZE_MAX, &words);
  }

  static Hashes HashesOf(const std::vector<Word>& words) {
    Hashes hashes;
    for (const Word& word : words) hashes.push_back(word.hash);
    return hashes;
  }

  static uint64_t SequenceHash(const Hashes& hashes) {
    uint64_t key = 0;
    for (uint64_t hash : hashes) key = (key ^ hash) * 0x9E3779B97F4A7C15 + (key >> 29);
    return key;
  }

  void Add(const Hashes& hashes, const Meaning& meaning) {
    if (hashes.empty()) return;
    out->meanings_.push_back(meaning);
    out->trie_.Add(hashes, static_cast<uint32_t>(out->meanings_.size() - 1));
  }

  void AddText(std::string_view text, Meaning meaning) {
    Read(text);
    Add(HashesOf(words), meaning);
  }

  // A listed name, as words of `text`; remembered for FindNear.
  void AddListed(std::string_view text, const std::vector<Word>& chosen, const Meaning& meaning) {
    if (chosen.empty()) return;
    const Hashes hashes = HashesOf(chosen);
    Add(hashes, meaning);
    const uint64_t key = SequenceHash(hashes);
    // Whole names only: "Nicolas Maduro" is a short form of his son's, too.
    if (!meaning.weak && meaning.form != Form::kShort) listed_of.emplace(key, meaning.id);
    if (chosen.size() < 2 || chosen.size() > 12) return;
    if (!phrase_of.emplace(key, static_cast<uint32_t>(phrases.size())).second) return;
    phrases.push_back(hashes);
    std::vector<std::string> spelling;
    for (const Word& word : chosen) spelling.push_back(reader.Folded(text, word));
    spellings.push_back(std::move(spelling));
  }

  void AddParty(uint32_t party, const index::NameIndex& names);
  void AddPersonName(std::string_view text, Meaning meaning);
  void AddBodyName(std::string_view text, Meaning meaning, uint32_t scored,
                   const index::NameIndex& names);
  void AddTables();
  void BuildRareWords();
};

// "MADURO MOROS, Nicolas": family names stand before the comma.
void NameDictionary::Builder::AddPersonName(std::string_view text, Meaning meaning) {
  Read(text);
  const std::vector<Word> all = words;
  AddListed(text, all, meaning);
  size_t comma = 0;
  while (comma < all.size() && (comma == 0 || all[comma].gap != Gap::kComma)) ++comma;
  if (comma == 0 || comma >= all.size()) return;
  const std::vector<Word> family(all.begin(), all.begin() + static_cast<ptrdiff_t>(comma));
  std::vector<Word> given(all.begin() + static_cast<ptrdiff_t>(comma), all.end());
  // "ABC, Xyz, Jr.": what stands behind a second comma is no given name.
  for (size_t i = 1; i < given.size(); ++i) {
    if (given[i].gap != Gap::kComma) continue;
    given.resize(i);
    break;
  }
  const auto join = [&](size_t givens, size_t families) {
    std::vector<Word> chosen(given.begin(), given.begin() + static_cast<ptrdiff_t>(givens));
    chosen.insert(chosen.end(), family.begin(), family.begin() + static_cast<ptrdiff_t>(families));
    return chosen;
  };
  AddListed(text, join(given.size(), family.size()), meaning);
  Meaning short_form = meaning;
  short_form.form = Form::kShort;
  if (given.size() > 1 && !given[0].Is(kLastLetter))
    AddListed(text, join(1, family.size()), short_form);
  // The first of two family names alone, unless it is a particle ("AL ASSAD", "DE LA CRUZ").
  const bool long_enough = family[0].end - family[0].begin >= 4;
  if (family.size() == 2 && long_enough) {
    if (given.size() > 1) AddListed(text, join(given.size(), 1), short_form);
    if (!given[0].Is(kLastLetter)) AddListed(text, join(1, 1), short_form);
  }
}

void NameDictionary::Builder::AddBodyName(std::string_view text, Meaning meaning, uint32_t scored,
                                          const index::NameIndex& names) {
  Read(text);
  const std::vector<Word> all = words;
  AddListed(text, all, meaning);
  if (scored == index::kNotScored) return;
  std::set<uint64_t> forms;
  for (const index::NamePartRow& part : names.Parts(scored))
    if (part.kind == names::PartKind::kLegalForm) forms.insert(HashWord(names.Written(part)));
  static const uint64_t kArticle = HashWord("the");
  std::vector<Word> kept;
  for (const Word& word : all)
    if (!forms.contains(word.hash) && !(kept.empty() && word.hash == kArticle))
      kept.push_back(word);
  if (kept.size() == all.size()) return;
  // "Petroleos de Venezuela" of "..., S.A."; one word that is left over is too little.
  if (kept.size() < 2) {
    meaning.weak = meaning.weak || kept.empty() || kept[0].end - kept[0].begin < 4;
    if (kept.empty()) return;
  }
  meaning.form = Form::kShort;
  AddListed(text, kept, meaning);
}

void NameDictionary::Builder::AddParty(uint32_t number, const index::NameIndex& names) {
  const index::PartyView party = (*out->parties_)[number];
  for (uint32_t name = party.first_name(); name < party.end_name(); ++name) {
    const index::NameRow& row = out->parties_->names()[name];
    Meaning meaning{Sense::kListed, Form::kWhole};
    meaning.weak = row.kind == NameKind::kWeak;
    meaning.id = number;
    meaning.name = name;
    const std::string_view text = party.text(row.text);
    if (row.kind == NameKind::kTranslation) meaning.form = Form::kTranslation;
    if (party.schema() == Schema::kPerson)
      AddPersonName(text, meaning);
    else if (IsBodySchema(party.schema()))
      AddBodyName(text, meaning, names.ScoredOfName(name), names);
    else {
      Read(text);
      const std::vector<Word> all = words;
      AddListed(text, all, meaning);
    }
  }
}

void NameDictionary::Builder::AddTables() {
  // A row of a table that a loaded list has under one of its names is that party.
  const auto listed = [&](std::string_view name, std::string_view forms) {
    uint32_t found = kNone;
    const auto look = [&](std::string_view form) {
      if (found != kNone || IsAcronym(form)) return;
      if (!form.empty() && form[0] == '~') return;
      Read(form);
      const auto party = listed_of.find(SequenceHash(HashesOf(words)));
      if (party != listed_of.end()) found = party->second;
    };
    look(name);
    ForEachForm(forms, look);
    return found;
  };
  const auto add_forms = [&](std::string_view forms, Meaning meaning, Form other) {
    ForEachForm(forms, [&](std::string_view form) {
      Meaning one = meaning;
      one.form = other;
      if (!form.empty() && form[0] == '~') {
        one.needs_state = true;
        form.remove_prefix(1);
      }
      if (IsAcronym(form)) {
        one.form = Form::kAcronym;
        one.capitals_only = true;
      }
      AddText(form, one);
    });
  };

  for (const auto& row : tables::kDocumentsInstitutions) {
    Institution institution{
        row[0], row[2], row[3],
        row[1] == "government" ? PartyKind::kGovernment : PartyKind::kOrganization};
    institution.listed = listed(row[0], row[4]);
    out->institutions_.push_back(institution);
  }
  for (const auto& row : tables::kDocumentsGroups) {
    Group group{row[0], row[2],
                row[1] == "armed_group" ? PartyKind::kArmedGroup : PartyKind::kOrganization};
    group.listed = listed(row[0], row[3]);
    out->groups_.push_back(group);
  }
  for (const auto& row : tables::kDocumentsOfficeHolders) {
    OfficeHolder holder{row[0], row[1]};
    holder.listed = listed(row[0], row[3]);
    out->office_holders_.push_back(holder);
  }

  for (uint32_t i = 0; i < std::size(tables::kDocumentsStates); ++i) {
    const auto& row = tables::kDocumentsStates[i];
    out->states_.push_back({row[0], row[1]});
    const Meaning state{Sense::kState, Form::kWhole, false, false, false, i};
    AddText(row[1], state);
    add_forms(row[2], state, Form::kWhole);
    add_forms(row[3], {Sense::kAdjective, Form::kWhole, false, false, false, i}, Form::kWhole);
    add_forms(row[4], {Sense::kSeat, Form::kWhole, false, false, false, i}, Form::kWhole);
  }
  for (uint32_t i = 0; i < std::size(tables::kDocumentsInstitutions); ++i) {
    Meaning meaning{Sense::kInstitution, Form::kWhole, false, false, false, i};
    AddText(tables::kDocumentsInstitutions[i][0], meaning);
    add_forms(tables::kDocumentsInstitutions[i][4], meaning, Form::kWhole);
  }
  for (uint32_t i = 0; i < std::size(tables::kDocumentsGroups); ++i) {
    Meaning meaning{Sense::kGroup, Form::kWhole, false, false, false, i};
    AddText(tables::kDocumentsGroups[i][0], meaning);
    add_forms(tables::kDocumentsGroups[i][3], meaning, Form::kTranslation);
  }
  for (uint32_t i = 0; i < std::size(tables::kDocumentsOfficeHolders); ++i) {
    Meaning meaning{Sense::kOfficeHolder, Form::kWhole, false, false, false, i};
    AddText(tables::kDocumentsOfficeHolders[i][0], meaning);
    add_forms(tables::kDocumentsOfficeHolders[i][3], meaning, Form::kWhole);
    if (!tables::kDocumentsOfficeHolders[i][2].empty()) {
      meaning.form = Form::kSurname;
      AddText(tables::kDocumentsOfficeHolders[i][2], meaning);
    }
  }
}

void NameDictionary::Builder::BuildRareWords() {
  std::unordered_map<uint64_t, uint32_t> uses;
  for (const Hashes& phrase : phrases)
    for (uint64_t word : phrase) ++uses[word];
  std::vector<uint64_t> rare;
  for (uint32_t p = 0; p < phrases.size(); ++p) {
    out->first_spelling_.push_back(static_cast<uint32_t>(out->spelling_.size()));
    for (size_t i = 0; i < phrases[p].size(); ++i) {
      out->spelling_.push_back(static_cast<uint32_t>(out->letters_.size()));
      out->letters_ += spellings[p][i];
      out->letters_ += '\0';
      const uint64_t word = phrases[p][i];
      if (uses[word] > kMaxPlacesOfRareWord || spellings[p][i].size() < kMinRareLetters) continue;
      auto& places = out->rare_.places[word];
      if (places.empty()) rare.push_back(word);
      places.push_back({p, static_cast<uint16_t>(i)});
    }
  }
  out->first_spelling_.push_back(static_cast<uint32_t>(out->spelling_.size()));
  const unsigned log2 =
      static_cast<unsigned>(std::bit_width(std::max<size_t>(rare.size(), 64) * 16 - 1));
  out->rare_.shift = 64 - log2;
  out->rare_.filter.assign((size_t{1} << log2) / 64, 0);
  for (uint64_t word : rare) {
    const uint64_t bit = word >> out->rare_.shift;
    out->rare_.filter[bit / 64] |= uint64_t{1} << (bit % 64);
  }
}

Result<NameDictionary> NameDictionary::Build(const index::PartyData* parties,
                                             const index::NameIndex* names) {
  NameDictionary dictionary;
  dictionary.parties_ = parties;
  ASSIGN_OR_RETURN(WordReader reader, WordReader::Create());
  Builder builder{&dictionary, std::move(reader), {}, {}, {}, {}, {}};
  if (parties != nullptr) {
    for (uint32_t party = 0; party < parties->size(); ++party) builder.AddParty(party, *names);
  }
  builder.BuildRareWords();
  builder.AddTables();
  dictionary.trie_.Freeze();
  return dictionary;
}

namespace {

// How well a word of the text stands for a word of a phrase: letters that differ; nullopt: it does
// not.
std::optional<size_t> Difference(std::string_view written, std::string_view listed) {
  if (written == listed) return 0;
  const size_t shorter = std::min(written.size(), listed.size());
  const size_t most = shorter >= 9 ? 2 : shorter >= 5 ? 1 : 0;
  const size_t edits = Edits(written, listed, most);
  return edits <= most ? std::optional(edits) : std::nullopt;
}

}  // namespace

void NameDictionary::FindNear(std::string_view text, std::span<const Word> words, size_t at,
                              WordReader* reader, std::vector<NearMatch>* out) const {
  const auto places = rare_.places.find(words[at].hash);
  if (places == rare_.places.end()) return;
  for (const Occurrence& place : places->second) {
    const uint32_t first = first_spelling_[place.phrase];
    const uint32_t count = first_spelling_[place.phrase + 1] - first;
    if (place.position > at || at - place.position + count > words.size()) continue;
    const size_t begin = at - place.position;
    size_t differing = 0, letters = 0;
    bool fits = true;
    Hashes hashes;
    for (uint32_t i = 0; i < count && fits; ++i) {
      const Word& word = words[begin + i];
      const std::string_view listed = &letters_[spelling_[first + i]];
      letters += listed.size();
      hashes.push_back(HashWord(listed));
      if (i > 0 && word.gap >= Gap::kComma && word.gap != Gap::kLine) fits = false;
      if (word.hash == hashes.back()) continue;
      if (!word.Is(kCapital)) fits = false;
      if (!fits) break;
      const auto difference = Difference(reader->Folded(text, word), listed);
      fits = difference.has_value();
      differing += difference.value_or(0);
    }
    if (!fits || differing == 0) continue;
    std::vector<Word> listed_words(count);
    for (uint32_t i = 0; i < count; ++i) listed_words[i].hash = hashes[i];
    const PhraseTrie::Match match = trie_.Longest(listed_words, 0);
    if (match.words != count) continue;
    out->push_back({match.phrase, static_cast<uint32_t>(begin), count,
                    1.0 - static_cast<double>(differing) / static_cast<double>(letters)});
  }
}

Party GovernmentParty(const State& state) {
  Party party;
  const bool is_union = state.code == "eu";
  party.name = is_union ? std::string(state.name) : "Government of " + WithArticle(state);
  party.kind = is_union ? PartyKind::kOrganization : PartyKind::kGovernment;
  party.country = state.code;
  return party;
}

std::string WithArticle(const State& state) {
  for (std::string_view start :
       {"United", "Netherlands", "Philippines", "Bahamas", "Czech", "Dominican", "Central African",
        "Democratic", "Republic", "Maldives", "Gambia", "Marshall", "Holy"}) {
    if (state.name.starts_with(start)) return "the " + std::string(state.name);
  }
  return std::string(state.name);
}

uint32_t NameDictionary::StateOf(std::string_view code) const {
  for (uint32_t i = 0; i < states_.size(); ++i)
    if (states_[i].code == code) return i;
  return kNone;
}

PartyKind NameDictionary::KindOf(uint32_t number) const {
  const index::PartyView party = (*parties_)[number];
  switch (party.schema()) {
    case Schema::kPerson:
      return PartyKind::kPerson;
    case Schema::kVessel:
      return PartyKind::kVessel;
    case Schema::kAirplane:
      return PartyKind::kAircraft;
    case Schema::kPublicBody:
      return PartyKind::kGovernment;
    default:
      break;
  }
  for (const Group& group : groups_)
    if (group.listed == number) return group.kind;
  for (const Institution& institution : institutions_)
    if (institution.listed == number) return institution.kind;
  for (index::TextId program : party.programs())
    if (party.text(program) == "FTO") return PartyKind::kArmedGroup;
  return PartyKind::kOrganization;
}

}  // namespace interdict::documents
