#include "interdict/documents/measures/trigger_table.h"

#include <algorithm>
#include <array>
#include <string>

#include "interdict/tables/documents.inc"

namespace interdict::documents {
namespace {

std::optional<MeasureType> TypeFromName(std::string_view name) {
  for (int i = 0; i < kMeasureTypeCount; ++i)
    if (MeasureTypeName(static_cast<MeasureType>(i)) == name) return static_cast<MeasureType>(i);
  return std::nullopt;
}

std::optional<TriggerKind> KindFromName(std::string_view name) {
  constexpr std::array<std::string_view, 5> kNames = {"noun", "verb", "act", "act_noun", "phrase"};
  for (size_t i = 0; i < kNames.size(); ++i)
    if (kNames[i] == name) return static_cast<TriggerKind>(i);
  return std::nullopt;
}

constexpr FoldedWord kBe[] = {"is",   "are",   "was", "were", "be",
                              "been", "being", "get", "got",  "gets"};
constexpr FoldedWord kHave[] = {"has", "have", "had", "having"};
constexpr FoldedWord kModals[] = {"will", "would", "could", "may",    "might",
                                  "must", "can",   "to",    "should", "shall"};
constexpr FoldedWord kAdverbs[] = {
    "also",    "already", "recently",     "previously", "again", "not",      "never",
    "now",     "then",    "first",        "all",        "both",  "formally", "officially",
    "jointly", "further", "subsequently", "been",       "later", "just",     "effectively",
    "newly",   "long",    "today",        "immediately"};
constexpr FoldedWord kDeterminers[] = {
    "the",        "a",        "an",     "its",     "his",   "her",    "their",    "two",
    "three",      "four",     "five",   "six",     "seven", "eight",  "nine",     "ten",
    "several",    "more",     "dozens", "some",    "this",  "these",  "those",    "any",
    "additional", "multiple", "many",   "another", "over",  "nearly", "hundreds", "former",
    "him",        "them",     "all",    "other",   "at",    "it",     "both"};
constexpr FoldedWord kPassiveFollowers[] = {
    "by",        "in",     "for",     "under", "pursuant", "over",     "on",    "last",
    "earlier",   "as",     "since",   "and",   "or",       "with",     "along", "after",
    "alongside", "during", "because", "this",  "today",    "yesterday"};

// Nouns that "sanctions" modifies: no measure, but its business.
constexpr FoldedWord kCompounds[] = {
    "evasion",      "violations", "violation",   "evaders",      "busting",    "risk",
    "risks",        "compliance", "list",        "lists",        "lawyer",     "lawyers",
    "expert",       "experts",    "program",     "programs",     "programme",  "programmes",
    "envoy",        "monitors",   "enforcement", "policy",       "office",     "coordinator",
    "authorities",  "authority",  "guidance",    "regulations",  "regulation", "screening",
    "relief",       "law",        "laws",        "act",          "committee",  "official",
    "officials",    "clause",     "clauses",     "breaches",     "breach",     "circumvention",
    "implications", "specialist", "analyst",     "architecture", "framework",  "monitoring",
    "waiver",       "waivers",    "designation", "designations", "team",       "watchers",
    "bill",         "tracker",    "power"};
constexpr FoldedWord kOfBefore[] = {
    "evade",         "evading",   "evasion",    "violate",    "violated",
    "violating",     "violation", "violations", "circumvent", "circumventing",
    "circumvention", "breach",    "breached",   "breaching",  "breaches",
    "dodge",         "dodging",   "skirt",      "skirting",   "bypass",
    "bypassing",     "flout",     "flouting",   "comply",     "complying"};

bool IsAuthority(const SentenceView& view, const Scan& scan, size_t word) {
  if (word >= view.size()) return false;
  if (view.mention[word] != kNone) {
    const Party& party = scan.parties[scan.mentions[view.mention[word]].party];
    return party.kind == PartyKind::kGovernment ||
           (party.kind == PartyKind::kOrganization && party.entity.empty());
  }
  return view.state[word] != kNone;
}

// The auxiliary before a participle, adverbs left out; the word itself when there is none.
size_t AuxiliaryBefore(const SentenceView& view, size_t verb) {
  size_t i = verb;
  while (i > 0 && view.words[i].gap < Gap::kOther && verb - i < 4) {
    --i;
    if (view.IsOneOf(i, kBe) || view.IsOneOf(i, kHave) || view.IsOneOf(i, kModals)) return i;
    if (!view.IsOneOf(i, kAdverbs)) return verb;
  }
  return verb;
}

Voice VoiceOf(const SentenceView& view, const Scan& scan, size_t begin, size_t end) {
  const std::string_view word = view.Written(begin);
  const bool gerund = word.ends_with("ing");
  const bool irregular = word == "put" || word == "cut" || word == "hit" || word == "shut" ||
                         word == "frozen" || word == "broken" || word == "withdrawn" ||
                         word == "taken" || word == "struck";
  const bool participle = word.ends_with("ed") || word.ends_with("en") ||
                          (irregular && AuxiliaryBefore(view, begin) != begin);
  if (gerund || !participle) return Voice::kActive;
  const size_t auxiliary = AuxiliaryBefore(view, begin);
  if (auxiliary != begin) {
    if (view.IsOneOf(auxiliary, kBe) || (auxiliary + 1 < begin && view.Is(auxiliary + 1, "been")))
      return Voice::kPassive;
    return Voice::kActive;
  }
  const bool has_next = end < view.size() && view.words[end].gap < Gap::kComma;
  const bool subject =
      begin > 0 && view.words[begin].gap < Gap::kComma &&
      (IsAuthority(view, scan, begin - 1) || view.IsOneOf(begin - 1, kAdverbs) ||
       view.IsOneOf(begin - 1, {"who", "which", "that", "he", "she", "it", "they"}));
  if (!has_next || view.IsOneOf(end, kPassiveFollowers))
    return subject && has_next && view.Is(end, "by") ? Voice::kPassive
           : subject && !has_next                    ? Voice::kActive
                                                     : Voice::kPassive;
  if (view.IsOneOf(end, kDeterminers) || view.words[end].Is(kDigits)) return Voice::kActive;
  if (view.mention[end] != kNone) return subject || begin == 0 ? Voice::kActive : Voice::kModifier;
  if (subject) return Voice::kActive;
  // "sanctioned tankers", "blocked PdVSA": the participle describes the noun behind it.
  return Voice::kModifier;
}

// The nearest phrase of the class behind the verb in its clause, or before it where the verb is
// passive.
bool FindThing(const SentenceView& view, const Scan& scan, Cue with, TriggerKind kind, Voice voice,
               size_t begin, size_t end, Trigger* trigger) {
  const size_t reach = with == Cue::kTerrorList ? 16 : kind == TriggerKind::kActNoun ? 6 : 9;
  const auto fits = [&](size_t i) {
    if (view.Has(i, with)) return true;
    // A ship's name is a ship.
    return with == Cue::kShip && view.mention[i] != kNone &&
           scan.parties[scan.mentions[view.mention[i]].party].kind == PartyKind::kVessel;
  };
  const auto take = [&](size_t i) {
    trigger->thing_begin = i;
    trigger->thing_end = i + 1;
    return true;
  };
  if (voice != Voice::kPassive) {
    for (size_t i = end; i < std::min(view.size(), end + reach); ++i) {
      if (view.words[i].gap >= Gap::kStop || view.clause[i] > view.clause[begin] + 1) break;
      if (view.clause[i] != view.clause[begin] && with != Cue::kTerrorList) break;
      if (fits(i)) return take(i);
    }
  }
  if (kind == TriggerKind::kActNoun) {
    // "tanker seizures": right before.
    if (begin > 0 && view.words[begin].gap <= Gap::kHyphen && fits(begin - 1))
      return take(begin - 1);
    return false;
  }
  if (voice == Voice::kPassive || voice == Voice::kModifier) {
    // "barred from entering", "cut off from SWIFT", "added to the list".
    const bool behind = with == Cue::kTerrorList || with == Cue::kEntry || with == Cue::kFinance ||
                        with == Cue::kBlockedProperty;
    if (voice == Voice::kPassive && behind)
      for (size_t i = end; i < std::min(view.size(), end + reach); ++i)
        if (fits(i)) return take(i);
    // The subject of a passive may stand far off: "all property of ... is blocked".
    const size_t left = voice == Voice::kPassive ? 30 : 9;
    for (size_t i = begin; i-- > 0 && begin - i <= left;) {
      if (view.words[i + 1].gap >= Gap::kStop) break;
      if (fits(i)) return take(i);
    }
  }
  return false;
}

bool AnyNear(const SentenceView& view, size_t at, size_t reach,
             std::initializer_list<FoldedWord> words) {
  const size_t begin = at > reach ? at - reach : 0;
  for (size_t i = begin; i < std::min(view.size(), at + reach + 1); ++i)
    for (const FoldedWord& word : words)
      if (view.words[i].hash == word.hash) return true;
  return false;
}

// What the words around must say for words of many meanings.
bool ContextFits(const SentenceView& view, const TriggerRow& row, size_t begin, size_t end) {
  switch (row.type) {
    case MeasureType::kIndictment:
      if (row.id == "charge.verb" ||
          (row.id == "indictment" && view.Written(begin).starts_with("charge")))
        return AnyNear(view, begin, 14,
                       {"against",    "indictment", "prosecutors",    "court",       "jury",
                        "criminal",   "conspiracy", "conspiring",     "trafficking", "laundering",
                        "narco",      "terrorism",  "narcoterrorism", "unsealed",    "indicted",
                        "fraud",      "smuggling",  "denied",         "denies",      "bribery",
                        "corruption", "crimes",     "murder",         "espionage",   "unsealing",
                        "doj",        "justice",    "prosecutor",     "with"}) &&
               !AnyNear(view, begin, 4,
                        {"battery", "phone", "fee", "fees", "service", "admission", "extra",
                         "interest", "electric"});
      return true;
    case MeasureType::kReward:
      if (row.id == "reward.offer")
        return view.text.substr(view.span.begin, view.span.size()).find('$') !=
               std::string_view::npos;
      return view.text.substr(view.span.begin, view.span.size()).find('$') !=
                 std::string_view::npos ||
             AnyNear(view, begin, 12,
                     {"million", "information", "arrest", "capture", "conviction", "leading"});
    case MeasureType::kLicence:
      if (row.kind == TriggerKind::kNoun &&
          view.Written(begin).find(' ') == std::string_view::npos &&
          !AnyNear(view, begin, 0, {"general", "specific"}))
        return AnyNear(view, begin, 20,
                       {"treasury", "ofac", "ofsi", "sanctions", "sanctioned", "sdn", "chevron",
                        "authorizing", "authorising", "authorizes", "wind", "general", "blocked"});
      return true;
    case MeasureType::kRelief:
      if (row.id == "relief.noun" && view.Written(begin).starts_with("waiver"))
        return AnyNear(view, begin, 25, {"sanctions", "sanctioned", "restrictions", "treasury"});
      if (row.id == "relief.exempt")
        return AnyNear(view, begin, 20,
                       {"sanctions", "sanctioned", "treasury", "ofac", "cap", "embargo", "blocking",
                        "licence", "license", "ban"});
      if (row.id == "relief.asset")
        return !AnyNear(view, begin, 3, {"statement", "report", "video", "press", "prisoners"});
      return true;
    case MeasureType::kSanctions:
      // Authorities punish offenders, too: here only where sanctions are spoken of.
      if (row.id == "punish")
        return AnyNear(view, begin, 10,
                       {"mulls", "sanctions", "sanctioned", "preparing", "washington", "brussels"});
      // "its sanction": an approval, unless it lies on somebody.
      return row.id != "sanction.noun" ||
             view.IsOneOf(end, {"on", "against", "imposed", "targeting"});
    case MeasureType::kTariff:
      return AnyNear(view, begin, 14,
                     {"imports", "import",    "goods",   "percent",  "cent",       "products",
                      "trade",   "steel",     "exports", "duties",   "levy",       "secondary",
                      "impose",  "imposed",   "imposes", "imposing", "reciprocal", "punitive",
                      "buyers",  "countries", "country"}) &&
             !AnyNear(view, begin, 10,
                      {"electricity", "calls", "phone", "kwh", "meter", "peak", "subscribers",
                       "household", "households"});
    case MeasureType::kDesignation:
      if (row.id == "list.verb" || row.id == "list.noun")
        return AnyNear(view, begin, 14,
                       {"council", "sanctions", "sanctioned", "restrictive", "freeze", "designated",
                        "committee", "ofac", "measures", "annex", "treasury", "ofsi", "repression",
                        "ban", "freezes", "regime", "individuals", "entities", "entity"}) &&
               !AnyNear(view, begin, 4,
                        {"stock", "exchange", "shares", "publicly", "below", "above", "london",
                         "nasdaq", "building", "grade"});
      return true;
    case MeasureType::kForfeiture:
      return row.id != "forfeiture" || view.Written(begin) != "confiscation" ||
             AnyNear(view, begin, 8, {"assets", "property", "funds"});
    case MeasureType::kNonRecognition:
      // "does not recognise the court's jurisdiction", "a face": of a power, not of a party.
      return !AnyNear(view, end, 5,
                      {"jurisdiction", "results", "result", "state", "face", "voice", "importance",
                       "need"}) ||
             AnyNear(view, begin, 12,
                     {"president", "government", "leader", "legitimate", "victory", "regime",
                      "authority", "winner", "victor"});
    default:
      return true;
  }
}

}  // namespace

Result<TriggerTable> TriggerTable::Create() {
  ASSIGN_OR_RETURN(WordReader reader, WordReader::Create());
  TriggerTable table;
  for (const auto& row : tables::kDocumentsTriggers) {
    const auto type = TypeFromName(row[1]);
    const auto kind = KindFromName(row[2]);
    const auto with = CueFromName(row[4]);
    if (!type || !kind || (row[4] != "-" && !with)) {
      return MakeError(ErrorCode::kStorage, "triggers.tsv: row \"" + std::string(row[0]) +
                                                "\" has an unknown type, kind or class");
    }
    table.rows_.push_back({row[0], *type, *kind, with});
    table.trie_.AddForms(row[3], static_cast<uint32_t>(table.rows_.size() - 1), &reader);
  }
  table.trie_.Freeze();
  return table;
}

std::optional<Trigger> TriggerTable::Accept(const SentenceView& view, const Scan& scan,
                                            const TriggerRow& row, size_t begin, size_t end) const {
  Trigger trigger{&row, row.type, begin, end, 0, 0, Voice::kNoun};
  if (!ContextFits(view, row, begin, end)) return std::nullopt;
  const bool next_in_clause = end < view.size() && view.words[end].gap < Gap::kComma;
  switch (row.kind) {
    case TriggerKind::kNoun: {
      // "sanctions evasion", "evade sanctions": what is done about measures.
      if (row.type == MeasureType::kSanctions || row.type == MeasureType::kTradeRestriction) {
        if (next_in_clause && view.IsOneOf(end, kCompounds)) return std::nullopt;
        for (size_t i = begin; i-- > 0 && begin - i <= 4;)
          if (view.IsOneOf(i, kOfBefore)) return std::nullopt;
      }
      return trigger;
    }
    case TriggerKind::kPhrase:
      return trigger;
    case TriggerKind::kVerb: {
      const std::string_view written = view.Written(begin);
      if (row.id == "sanctions.verb") {
        // "Treasury sanctions five businesses", not "US sanctions on Venezuela hurt".
        const bool subject =
            begin > 0 && view.words[begin].gap < Gap::kComma && IsAuthority(view, scan, begin - 1);
        const bool object =
            next_in_clause &&
            (view.IsOneOf(end, kDeterminers) || view.words[end].Is(kDigits) ||
             (view.words[end].Is(kCapital) && view.mention[end] == kNone) ||
             (view.mention[end] != kNone && view.mention[end] != view.mention[begin - 1]));
        const bool noun =
            next_in_clause && (view.IsOneOf(end, kCompounds) ||
                               view.IsOneOf(end, {"on", "against", "over", "imposed", "have", "has",
                                                  "were", "are", "and", "that", "for", "to"}));
        if (!subject || !object || noun) return std::nullopt;
        trigger.voice = Voice::kActive;
        return trigger;
      }
      trigger.voice = VoiceOf(view, scan, begin, end);
      if (row.id == "sanction.verb") {
        if (written == "sanction" || written == "Sanction") {
          // The noun, unless a modal stands before it.
          const size_t auxiliary = AuxiliaryBefore(view, begin);
          if (auxiliary == begin) return std::nullopt;
          trigger.voice = Voice::kActive;
        }
        if (trigger.voice == Voice::kModifier) trigger.type = MeasureType::kSanctions;
      }
      if (row.id == "designate" && next_in_clause &&
          view.IsOneOf(
              end, {"for",    "head",    "person",        "persons",  "individual", "individuals",
                    "party",  "parties", "entity",        "entities", "driver",     "drivers",
                    "hitter", "area",    "areas",         "survivor", "marksman",   "time",
                    "zone",   "day",     "representative"}))
        return std::nullopt;
      return trigger;
    }
    case TriggerKind::kAct: {
      trigger.voice = VoiceOf(view, scan, begin, end);
      if (!FindThing(view, scan, *row.with, row.kind, trigger.voice, begin, end, &trigger))
        return std::nullopt;
      return trigger;
    }
    case TriggerKind::kActNoun: {
      trigger.voice = Voice::kActive;
      if (!FindThing(view, scan, *row.with, row.kind, trigger.voice, begin, end, &trigger))
        return std::nullopt;
      return trigger;
    }
  }
  return std::nullopt;
}

std::vector<Trigger> TriggerTable::Find(const SentenceView& view, const Scan& scan) const {
  std::vector<Trigger> found;
  std::vector<bool> taken(view.size(), false);
  std::vector<PhraseTrie::Match> matches;
  for (size_t i = 0; i < view.size(); ++i) {
    if (taken[i]) continue;
    // A word of a name is no trigger: "Designated Nationals", "Sanctions Committee".
    trie_.All(view.words, i, Gap::kComma, &matches);
    std::optional<Trigger> best;
    for (size_t m = matches.size(); m-- > 0 && !best;) {
      for (uint32_t value : trie_.Values(matches[m].phrase)) {
        const auto trigger = Accept(view, scan, rows_[value], i, i + matches[m].words);
        if (!trigger) continue;
        // Of verbs with several kinds of objects, the one whose object is nearest.
        const auto distance = [&](const Trigger& t) {
          if (t.thing_end == 0) return size_t{0};
          return t.thing_begin >= t.end ? t.thing_begin - t.end + 1 : t.begin - t.thing_begin + 1;
        };
        if (!best || distance(*trigger) < distance(*best)) best = trigger;
      }
    }
    if (!best) continue;
    if (view.mention[i] != kNone) {
      const Span& span = scan.mentions[view.mention[i]].span;
      const bool inside = span.begin < view.words[i].begin || span.end > view.words[i].end;
      if (inside) continue;
    }
    for (size_t w = best->begin; w < best->end; ++w) taken[w] = true;
    // The thing of a relief is the measure relieved, not one of its own: "lifting sanctions".
    if (best->thing_end > 0 && best->type != MeasureType::kVesselInterception) {
      const auto match = trie_.Longest(view.words, best->thing_begin);
      const size_t end = std::max<size_t>(best->thing_begin + match.words, best->thing_end);
      for (size_t w = best->thing_begin; w < std::min(end, view.size()); ++w) taken[w] = true;
      if (best->thing_begin < best->begin)
        std::erase_if(found, [&](const Trigger& t) {
          return t.begin <= best->thing_begin && best->thing_begin < t.end;
        });
    }
    found.push_back(*best);
  }
  std::sort(found.begin(), found.end(),
            [](const Trigger& a, const Trigger& b) { return a.begin < b.begin; });
  return found;
}

}  // namespace interdict::documents
