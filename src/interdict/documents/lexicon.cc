#include "interdict/documents/lexicon.h"

#include <iterator>
#include <optional>
#include <string>

#include "interdict/tables/documents.inc"

namespace interdict::documents {
namespace {

constexpr std::string_view kCueNames[kCueCount] = {
    "title",      "office",   "report",          "report_act",      "according",    "citing",
    "anonymous",  "document", "press",           "considered",      "announced",    "offered",
    "alleged",    "denied",   "ended",           "negation",        "hypothetical", "appeal",
    "impose",     "ship",     "asset",           "sanction_object", "relations",    "trade",
    "entry",      "airspace", "court_paper",     "concession",      "good",         "terror_list",
    "not_state",  "org_head", "gov_head",        "gov_common",      "group_head",   "vessel_word",
    "place_head", "statute",  "month",           "weekday",         "common",       "verb",
    "policy",     "pressure", "helping",         "motion",          "illegitimacy", "org_noun",
    "finance",    "bounty",   "blocked_property"};

}  // namespace

std::optional<Cue> CueFromName(std::string_view name) {
  for (int i = 0; i < kCueCount; ++i)
    if (kCueNames[i] == name) return static_cast<Cue>(i);
  return std::nullopt;
}

std::string_view CueName(Cue cue) {
  return kCueNames[static_cast<size_t>(cue)];
}

Result<Lexicon> Lexicon::Create() {
  ASSIGN_OR_RETURN(WordReader reader, WordReader::Create());
  Lexicon lexicon;
  for (const auto& row : tables::kDocumentsCues) {
    const auto cue = CueFromName(row[0]);
    if (!cue) {
      return MakeError(ErrorCode::kStorage,
                       "cues.tsv: unknown class \"" + std::string(row[0]) + "\"");
    }
    lexicon.trie_.AddForms(row[1], static_cast<uint32_t>(*cue), &reader);
  }
  lexicon.trie_.Freeze();
  return lexicon;
}

void Lexicon::At(std::span<const Word> words, size_t at, std::vector<Found>* out) const {
  out->clear();
  if (!trie_.MayBegin(words, at)) return;
  std::vector<PhraseTrie::Match> matches;
  trie_.All(words, at, Gap::kComma, &matches);
  CueSet seen = 0;
  for (size_t i = matches.size(); i-- > 0;) {
    for (uint32_t value : trie_.Values(matches[i].phrase)) {
      const Cue cue = static_cast<Cue>(value);
      if ((seen & Bit(cue)) != 0) continue;
      seen |= Bit(cue);
      out->push_back({cue, matches[i].words});
    }
  }
}

CueSet Lexicon::CuesAt(std::span<const Word> words, size_t at) const {
  CueSet cues = 0;
  trie_.Each(words, at, Gap::kComma, [&](const PhraseTrie::Match& match) {
    for (uint32_t value : trie_.Values(match.phrase)) cues |= Bit(static_cast<Cue>(value));
  });
  return cues;
}

uint32_t Lexicon::Longest(std::span<const Word> words, size_t at, Cue cue) const {
  uint32_t longest = 0;
  trie_.Each(words, at, Gap::kComma, [&](const PhraseTrie::Match& match) {
    for (uint32_t value : trie_.Values(match.phrase))
      if (value == static_cast<uint32_t>(cue)) longest = match.words;
  });
  return longest;
}

CueSet Lexicon::ClassesOf(const Word& word) const {
  const PhraseTrie::Match match = trie_.Longest(std::span(&word, 1), 0);
  CueSet classes = 0;
  if (match.words == 1)
    for (uint32_t value : trie_.Values(match.phrase)) classes |= Bit(static_cast<Cue>(value));
  return classes;
}

}  // namespace interdict::documents
