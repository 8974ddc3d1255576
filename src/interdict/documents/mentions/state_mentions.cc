#include "interdict/documents/mentions/state_mentions.h"

#include <array>

namespace interdict::documents {
namespace {

bool IsWord(const WordContext& context, size_t i, FoldedWord word) {
  return i < context.words.size() && context.words[i].hash == word.hash;
}

template <size_t N>
bool IsOneOf(const WordContext& context, size_t i, const std::array<FoldedWord, N>& words) {
  for (const FoldedWord& word : words)
    if (IsWord(context, i, word)) return true;
  return false;
}

// "Venezuelan government", "Venezuela's military".
size_t CommonOrganBehind(const WordContext& context, size_t next) {
  if (!context.Adjoins(next)) return 0;
  const uint32_t words = context.lexicon->Longest(context.words, next, Cue::kGovCommon);
  if (words == 0) return 0;
  // "Venezuelan military officers", "government assets": the organ modifies another noun.
  const size_t behind = next + words;
  if (behind < context.words.size() && context.Adjoins(behind)) {
    const std::string_view word = context.Written(behind);
    constexpr CueSet kNouns = Bit(Cue::kAnonymous) | Bit(Cue::kAsset) | Bit(Cue::kTitle);
    if ((context.Classes(behind) & kNouns) != 0) return 0;
    if (word == "and" || word == "or") {
      // "military and intelligence officials".
      for (size_t i = behind + 1; i < behind + 4; ++i)
        if (!context.IsCapital(i) && context.Has(i, Cue::kAnonymous)) return 0;
    }
    if (word == "officers" || word == "personnel" || word == "strategies" || word == "conflict" ||
        word == "buildup" || word == "presence" || word == "operations" || word == "action" ||
        word == "intervention" || word == "intelligence" || word == "defectors" || word == "base" ||
        word == "bases" || word == "aircraft" || word == "strikes" || word == "deployment" ||
        word == "escalation" || word == "equipment" || word == "hardware")
      return 0;
  }
  return words;
}

// What stands before the state decides whether the territory is meant.
bool IsActedUpon(const WordContext& context, size_t at) {
  size_t before = at;
  while (before > 0 && context.words[before].gap < Gap::kOther &&
         IsOneOf(context, before - 1, std::array<FoldedWord, 3>{"the", "both", "neighboring"}))
    --before;
  if (before == 0 || context.words[before].gap >= Gap::kComma) return false;
  const size_t prev = before - 1;
  if (IsOneOf(context, prev, std::array<FoldedWord, 5>{"against", "between", "by", "with", "for"}))
    return true;
  if (IsWord(context, prev, "on") || IsWord(context, prev, "to")) {
    // "sanctions on Caracas", "pressure on", not "experts on Venezuela" or "a visit to Caracas".
    const size_t reach = IsWord(context, prev, "on") ? 7 : 3;
    for (size_t i = prev; i-- > 0 && prev - i <= reach && context.words[i + 1].gap < Gap::kStop;)
      if (context.Has(i, Cue::kPressure)) return true;
    return false;
  }
  if (IsWord(context, prev, "from"))
    return prev > 0 &&
           (context.Has(prev - 1, Cue::kHelping) || (context.Has(prev - 1, Cue::kPressure)));
  if (IsWord(context, prev, "of")) return false;
  if (context.Has(prev, Cue::kMotion)) return false;
  if (IsOneOf(context, prev,
              std::array<FoldedWord, 6>{"that", "who", "which", "while", "as", "when"}))
    return false;
  if (context.MayBeVerb(prev)) return true;
  // "that prevents Venezuela from ...".
  if (prev > 0 && context.Written(prev).ends_with("s") && !context.words[prev].Is(kCapital) &&
      IsOneOf(context, prev - 1, std::array<FoldedWord, 5>{"that", "which", "who", "it", "he"}))
    return true;
  // "to isolate Russia", "would punish Iran", "preventing Venezuela".
  if (prev > 0 && (IsWord(context, prev - 1, "to") || context.Has(prev - 1, Cue::kVerb)))
    return !context.words[prev].Is(kCapital);
  const std::string_view word = context.Written(prev);
  return (word.ends_with("ing") || word.ends_with("es")) && word.size() > 5 &&
         !context.words[prev].Is(kCapital);
}

}  // namespace

StateUse UseOfState(const WordContext& context, size_t at, size_t count, Sense sense,
                    bool acronym) {
  const auto& words = context.words;
  const size_t next = at + count;
  const bool possessive = words[next - 1].Is(kPossessive);
  if (const size_t organ = CommonOrganBehind(context, next); organ > 0) {
    const bool government = IsOneOf(
        context, next + organ - 1,
        std::array<FoldedWord, 5>{"government", "administration", "regime", "junta", "cabinet"});
    return {true, count + organ, government, "state.organ"};
  }
  if (sense == Sense::kAdjective && !acronym) return {false, count, true, "state.adjective"};
  // A dateline: "WASHINGTON, Oct 23 (Reuters) -".
  if (sense == Sense::kSeat && words[at].Is(kAllCapitals) && !words[at].Is(kDotted) &&
      words[at].end - words[at].begin > 2 && at < 2 && next < words.size() &&
      words[next].gap >= Gap::kComma)
    return {false, count, true, "state.dateline"};

  const bool has_next = next < words.size() && words[next].gap < Gap::kComma;
  const bool adjoins = has_next && words[next].gap != Gap::kHyphen;
  if (has_next && words[next].gap == Gap::kHyphen) {
    // "US-led", "US-Venezuelan relations".
    return {false, count, true, "state.compound"};
  }
  if (possessive) {
    if (sense == Sense::kSeat) return {true, count, true, "state.seat_possessive"};
    if (context.Has(next, Cue::kPolicy) || context.Has(next, Cue::kAirspace))
      return {true, count, true, "state.possessive_policy"};
    return {false, count, true, "state.possessive"};
  }
  // A name of "X, Y and Z said": the verb behind the row is the verb of each.
  size_t behind = next;
  if (has_next && IsWord(context, next, "and") && next + 1 < words.size()) {
    size_t other = next + 1;
    if (IsWord(context, other, "the")) ++other;
    if (context.IsCapital(other)) {
      while (other + 1 < words.size() && words[other + 1].gap < Gap::kComma &&
             context.IsCapital(other + 1))
        ++other;
      behind = other + 1;
    }
  }
  const bool behind_adjoins = behind < words.size() && words[behind].gap < Gap::kComma;
  if (adjoins && context.Has(next, Cue::kPolicy) && acronym)
    return {true, count, true, "state.policy"};
  // "in Venezuela were", "the invasion of Ukraine has": in a phrase of its own it is no subject.
  size_t before = at;
  while (before > 0 && words[before].gap < Gap::kComma && IsWord(context, before - 1, "the"))
    --before;
  const bool governed = before > 0 && words[before].gap < Gap::kComma &&
                        (context.Has(before - 1, Cue::kMotion) ||
                         IsOneOf(context, before - 1,
                                 std::array<FoldedWord, 9>{"concerning", "regarding", "of", "with",
                                                           "on", "for", "by", "about", "against"}));
  if (behind_adjoins && !governed && context.MayBeVerb(behind))
    return {true, count, true, "state.subject"};
  if (at == 0 && context.title_case) return {true, count, true, "state.headline"};
  // "US officials", "the Ukraine invasion": a noun behind, no verb and no end of the phrase.
  if (adjoins && sense != Sense::kSeat && behind == next && !context.IsCapital(next) &&
      !IsOneOf(
          context, next,
          std::array<FoldedWord, 38>{
              "and",   "in",    "of",        "to",      "for",     "on",      "with",   "from",
              "that",  "over",  "as",        "but",     "or",      "by",      "at",     "after",
              "last",  "this",  "next",      "until",   "since",   "while",   "when",   "who",
              "which", "today", "yesterday", "earlier", "if",      "because", "before", "during",
              "under", "into",  "through",   "than",    "without", "amid"}))
    return {false, count, true, "state.modifier"};
  if (adjoins && sense != Sense::kSeat && behind == next && context.IsCapital(next) &&
      !context.title_case && !context.Has(next, Cue::kCommon))
    return {false, count, true, "state.part_of_name"};
  if (IsActedUpon(context, at)) return {true, count, true, "state.object"};
  // "X and Venezuela": as the state before "and".
  if (at >= 2 && words[at].gap < Gap::kComma) {
    size_t conjunction = at - 1;
    if (IsWord(context, conjunction, "the") && conjunction > 0) --conjunction;
    if (IsWord(context, conjunction, "and") && conjunction > 0 &&
        context.IsCapital(conjunction - 1)) {
      size_t first = conjunction - 1;
      while (first > 0 && words[first].gap < Gap::kComma && context.IsCapital(first - 1)) --first;
      if (IsActedUpon(context, first)) return {true, count, true, "state.object_and"};
    }
  }
  // "Venezuela, supported by Moscow, rejected ...".
  if (context.OpensSentence(at) && next < words.size() && words[next].gap == Gap::kComma)
    return {true, count, true, "state.opens_sentence"};
  return {false, count, true, "state.place"};
}

}  // namespace interdict::documents
