#include "interdict/documents/mentions/unlisted_names.h"

#include <algorithm>
#include <array>
#include <string>

#include "interdict/names/lexicon.h"

namespace interdict::documents {
namespace {

constexpr std::array<std::string_view, 24> kParticles = {
    "de",  "la",  "del", "los", "las", "da", "do", "dos",  "di",  "van", "von", "der",
    "den", "bin", "ibn", "al",  "el",  "ul", "y",  "bint", "abu", "ben", "le",  "du"};
constexpr std::array<std::string_view, 5> kTitleLinks = {"of", "to", "the", "for", "and"};

bool IsAny(const WordContext& context, size_t i, std::span<const std::string_view> words) {
  const std::string_view written = context.Written(i);
  return std::find(words.begin(), words.end(), written) != words.end();
}

const names::LexiconEntry* EntryOf(const WordContext& context, size_t i, WordReader* reader) {
  return names::FindForm(reader->Folded(context.text, context.words[i]));
}

// A given or family name of people, and not a place or a word of companies.
bool IsPersonalName(const WordContext& context, size_t i, WordReader* reader) {
  const names::LexiconEntry* entry = EntryOf(context, i, reader);
  if (entry == nullptr || entry->memberships == 0) return false;
  for (uint32_t m = 0; m < entry->meanings; ++m) {
    const names::Meaning meaning = names::MeaningAt(entry->first_meaning + m);
    if (meaning.kind == names::WordKind::kPlace || meaning.kind == names::WordKind::kTopic)
      return false;
  }
  return true;
}

bool IsFollowedBySaying(const WordContext& context, size_t end) {
  if (end >= context.words.size()) return false;
  constexpr CueSet kSaying = Bit(Cue::kReport) | Bit(Cue::kReportAct);
  if (context.words[end].gap < Gap::kComma && (context.Classes(end) & kSaying) != 0) return true;
  // ", the head of the National Assembly,": an office behind the comma.
  if (context.words[end].gap != Gap::kComma) return false;
  for (size_t i = end; i < std::min(end + 5, context.words.size()); ++i) {
    if (i > end && context.words[i].gap >= Gap::kComma) return false;
    if (!context.words[i].Is(kCapital) &&
        ((context.Classes(i) & (Bit(Cue::kTitle) | Bit(Cue::kOffice))) != 0 ||
         context.Written(i) == "head"))
      return true;
  }
  return false;
}

}  // namespace

bool IsAfterTitle(const WordContext& context, size_t at) {
  size_t i = at;
  for (int steps = 0; i > 0 && steps < 8; ++steps) {
    if (context.words[i].gap != Gap::kSpace && context.words[i].gap != Gap::kLine) {
      // "Mr. Smith", "Gen. Padrino"; not "the president. Smith".
      const bool dot_of_title = steps == 0 && context.words[i].gap == Gap::kStop &&
                                context.Has(i - 1, Cue::kTitle) &&
                                context.words[i - 1].end - context.words[i - 1].begin <= 4;
      return dot_of_title;
    }
    --i;
    if (context.Has(i, Cue::kTitle)) return true;
    if (context.words[i].Is(kPossessive)) return false;
    if (!IsAny(context, i, kTitleLinks) && !context.words[i].Is(kCapital)) return false;
    // A capital right before the name that is no part of an office is part of the name's run.
    if (steps == 0 && context.words[i].Is(kCapital) && !context.words[i].Is(kAllCapitals) &&
        !context.Has(i, Cue::kOffice) && context.Written(i) != "State" &&
        context.Written(i) != "Defense" && context.Written(i) != "Treasury")
      return false;
  }
  return false;
}

NameRun RunAt(const WordContext& context, size_t at, size_t limit) {
  NameRun run{at, at, false};
  const auto& words = context.words;
  size_t end = std::min(limit, words.size());
  size_t i = at;
  while (i < end) {
    if (i > at) {
      const bool initial = words[i].gap == Gap::kStop && words[i - 1].Is(kLastLetter);
      const bool joined = words[i].gap <= Gap::kHyphen || words[i].gap == Gap::kLine;
      if ((!joined && !initial) || words[i - 1].Is(kPossessive)) break;
      if (words[i].quote_before) break;
    }
    if (words[i].Is(kCapital) && !words[i].Is(kDigits)) {
      run.end = ++i;
      continue;
    }
    // Particles only between capitals.
    size_t particles = 0;
    while (i + particles < end && particles < 3 && words[i + particles].gap <= Gap::kHyphen &&
           IsAny(context, i + particles, kParticles))
      ++particles;
    // "Bank of China": one "of" or "for" or "and" within the name of a body.
    if (particles == 0 && i > at && words[i].gap == Gap::kSpace &&
        (context.Written(i) == "of" || context.Written(i) == "for") &&
        (context.Has(at, Cue::kOrgHead) || context.Has(at, Cue::kGovHead) ||
         context.Has(i - 1, Cue::kOrgHead) || context.Has(i - 1, Cue::kGovHead))) {
      particles = 1;
      if (i + 1 < end && context.Written(i + 1) == "the") particles = 2;
    }
    if (particles == 0 || i == at || i + particles >= end || !words[i + particles].Is(kCapital) ||
        words[i + particles].gap > Gap::kHyphen)
      break;
    i += particles;
  }
  // A word that only opens the sentence is no part of the name.
  while (run.begin < run.end && context.OpensSentence(run.begin) &&
         context.Has(run.begin, Cue::kCommon))
    ++run.begin;
  while (run.end > run.begin && context.Has(run.end - 1, Cue::kCommon) &&
         !words[run.end - 1].Is(kLastLetter))
    --run.end;
  return run;
}

namespace {

bool HasOf(const WordContext& context, const NameRun& run) {
  for (size_t i = run.begin; i < run.end; ++i)
    if (!context.words[i].Is(kCapital) && context.words[i].end - context.words[i].begin == 2)
      return true;
  return false;
}

bool IsDate(const WordContext& context, const NameRun& run) {
  return context.Has(run.end - 1, Cue::kMonth) || context.Has(run.end - 1, Cue::kWeekday) ||
         context.Has(run.begin, Cue::kMonth) || context.Has(run.begin, Cue::kWeekday);
}

// A ship's word stands before, or an IMO number in brackets behind.
bool IsVessel(const WordContext& context, const NameRun& run) {
  const size_t end = run.end;
  if (end < context.words.size() && context.words[end].bracket_before &&
      context.Written(end) == "IMO")
    return true;
  if (run.begin == 0 || context.words[run.begin].gap > Gap::kSpace) return false;
  for (size_t back = 1; back <= 3 && back <= run.begin; ++back) {
    const uint32_t words =
        context.lexicon->Longest(context.words, run.begin - back, Cue::kVesselWord);
    if (words == back) return true;
  }
  return false;
}

}  // namespace

std::optional<UnlistedName> ClassifyBody(const WordContext& context, const NameRun& run) {
  const auto& words = context.words;
  const size_t begin = run.begin, end = run.end;
  if (begin >= end) return std::nullopt;
  const size_t last = end - 1;
  const size_t count = end - begin;
  if (IsDate(context, run)) return std::nullopt;
  if (IsVessel(context, run))
    return UnlistedName{PartyKind::kVessel, begin, end, "name.vessel_word"};

  // "Sinaloa cartel", "Los Lobos gang": the word in lower case belongs to the name.
  if (end < words.size() && words[end].gap == Gap::kSpace && !words[last].Is(kPossessive) &&
      context.Has(end, Cue::kGroupHead) && !words[end].Is(kCapital) &&
      !(count == 1 && context.OpensSentence(begin)))
    return UnlistedName{PartyKind::kArmedGroup, begin, end + 1, "name.group_word_behind"};
  // "oil giant PDVSA", "the firms, Rosneft and Lukoil".
  size_t before = begin;
  while (before > 0 && begin - before < 3 && words[before].gap <= Gap::kComma &&
         (context.IsCapital(before - 1) || context.Written(before - 1) == "and"))
    --before;
  const bool body_noun = begin > 0 && words[begin].gap == Gap::kSpace &&
                         context.Has(begin - 1, Cue::kOrgNoun) && !context.IsCapital(begin - 1);
  const bool body_row = before < begin && before > 0 && words[before].gap == Gap::kComma &&
                        context.Has(before - 1, Cue::kOrgNoun) && !context.IsCapital(before - 1);
  const bool head_of_row = before == begin && begin > 0 && words[begin].gap == Gap::kComma &&
                           context.Has(begin - 1, Cue::kOrgNoun) && end < words.size() &&
                           context.Written(end) == "and" && context.IsCapital(end + 1);
  if ((body_noun || body_row || head_of_row) && words[begin].end - words[begin].begin >= 2)
    return UnlistedName{PartyKind::kOrganization, begin, end, "name.body_noun"};
  if (count < 2) return std::nullopt;
  if (context.Has(last, Cue::kStatute) || context.Has(begin, Cue::kStatute)) return std::nullopt;
  const bool has_of = HasOf(context, run);
  if (context.Has(last, Cue::kGovHead) || (has_of && context.Has(begin, Cue::kGovHead)) ||
      (has_of && context.Has(begin + 1, Cue::kGovHead)))
    return UnlistedName{PartyKind::kGovernment, begin, end, "name.organ_of_state"};
  for (size_t i = begin; i < end; ++i) {
    if (context.Has(i, Cue::kGroupHead))
      return UnlistedName{PartyKind::kArmedGroup, begin, end, "name.group_word"};
  }
  if (context.Has(last, Cue::kPlaceHead)) return std::nullopt;
  // "Prince Group" is a body, "Senator Bank" is not looked for.
  if (context.Has(last, Cue::kOrgHead) || context.Has(begin, Cue::kOrgHead))
    return UnlistedName{PartyKind::kOrganization, begin, end, "name.body_word"};
  return std::nullopt;
}

std::optional<UnlistedName> ClassifyPerson(const WordContext& context, const NameRun& run,
                                           WordReader* reader) {
  const auto& words = context.words;
  size_t begin = run.begin;
  const size_t end = run.end;
  if (begin >= end || end - begin > 5 || IsDate(context, run)) return std::nullopt;
  const size_t last = end - 1;
  if (context.Has(last, Cue::kTitle) || context.Has(last, Cue::kPlaceHead) ||
      context.Has(last, Cue::kStatute) || context.Has(begin, Cue::kStatute))
    return std::nullopt;
  for (size_t i = begin; i < end; ++i) {
    if (context.Has(i, Cue::kCommon) || words[i].Is(kDigits)) return std::nullopt;
    if (context.Has(i, Cue::kStatute) || context.Has(i, Cue::kGovHead)) return std::nullopt;
  }
  // Words before a known given name belong to an office: "Finance John Smith".
  if (run.after_title && end - begin >= 3) {
    for (size_t i = begin; i + 1 < end; ++i) {
      if (!IsPersonalName(context, i, reader)) continue;
      begin = i;
      break;
    }
  }
  if (end - begin == 1) {
    // One word alone needs a title in capitals or of address: "President Trump", "Mr Rodriguez".
    if (!run.after_title || run.begin == 0 || words[begin].end - words[begin].begin < 3 ||
        words[begin].Is(kAllCapitals))
      return std::nullopt;
    const size_t title = run.begin - 1;
    if (!words[title].Is(kCapital) || !context.Has(title, Cue::kTitle)) return std::nullopt;
    return UnlistedName{PartyKind::kPerson, begin, end, "name.title_and_surname"};
  }
  const auto rule = [&]() -> std::string_view {
    if (run.after_title) return "name.after_title";
    if (IsPersonalName(context, begin, reader)) return "name.given_name";
    if (IsPersonalName(context, last, reader)) return "name.family_name";
    if (end - begin <= 4 && IsFollowedBySaying(context, end)) return "name.speaker";
    // ", Efrain Lujan Zatarain," and "among them Solomy Bossa": set apart by commas.
    if (run.begin > 0 && end < words.size() && words[run.begin].gap == Gap::kComma &&
        words[end].gap == Gap::kComma && end - begin <= 3)
      return "name.apposition";
    // "Solomy Balungi Bossa of Uganda".
    if (end + 1 < words.size() && context.Written(end) == "of" && context.IsCapital(end + 1))
      return "name.of_place";
    return {};
  }();
  if (rule.empty()) return std::nullopt;
  return UnlistedName{PartyKind::kPerson, begin, end, rule};
}

}  // namespace interdict::documents
