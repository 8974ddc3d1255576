#include "interdict/documents/mentions/find_mentions.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "interdict/documents/mentions/state_mentions.h"
#include "interdict/documents/mentions/unlisted_names.h"
#include "interdict/documents/mentions/word_context.h"
#include "interdict/entity/identifier.h"
#include "interdict/names/lexicon.h"

namespace interdict::documents {
namespace {

// Words read at once; the last ones of a piece are read again, so that no name is cut.
constexpr size_t kPieceWords = 8192;
constexpr size_t kLookAhead = 64;
constexpr size_t kLookBack = 32;
// Beyond this size "is also written in lower case" says nothing any more.
constexpr size_t kLowerCaseMemoryBytes = size_t{4} << 20;

// A capitalised word that is no mention yet.
struct Loose {
  uint64_t word = 0;
  Span span;
  bool all_capitals = false;
  bool part_of_run = false;  // other capitals adjoin it
  bool after_title = false;
  uint32_t organ_end = 0;  // of "regime" or "government" behind it
};

// Several of them, one behind the other.
struct LooseRun {
  uint64_t words = 0;  // MixSequence of their hashes
  Span span;
};

uint64_t MixSequence(uint64_t sequence, uint64_t word) {
  return (sequence ^ word) * 0x9E3779B97F4A7C15 + (sequence >> 29);
}

// "Maduro regime", "government of Joe Biden": the government's mention around the person's.
struct Outer {
  Span span;
  uint32_t person = kNone;  // mention
};

// What a mention was made from, until the whole document is known.
enum class Need : uint8_t {
  kNothing,
  kState,    // counts where the text names the state
  kSupport,  // a short or common name of a listed person
  kContext   // a single word
};

struct Draft {
  Mention mention;
  Need need = Need::kNothing;
  bool has_context = false;      // words of sanctions stand near
  std::string country;           // that kState asks for, where it is not the party's
  uint64_t single_word = 0;      // hash of a single-word name
  uint32_t last_word_begin = 0;  // of a person
  std::string brackets;          // acronym in brackets behind it
};

std::string LowerAscii(std::string_view text) {
  std::string lower(text);
  for (char& c : lower)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
  return lower;
}

// Whether a word of five letters or more stands in both names.
bool SharesWord(std::string_view a, std::string_view b) {
  const std::string in = LowerAscii(a), words = LowerAscii(b);
  size_t begin = 0;
  while (begin < words.size()) {
    const size_t end = std::min(words.find(' ', begin), words.size());
    if (end - begin >= 5 && in.find(words.substr(begin, end - begin)) != std::string::npos)
      return true;
    begin = end + 1;
  }
  return false;
}

std::string Article(std::string_view state) {
  for (std::string_view start :
       {"United", "Netherlands", "Philippines", "Bahamas", "Czech", "Dominican", "Central African",
        "Democratic", "Republic", "Maldives", "Gambia", "Marshall", "Holy"}) {
    if (state.starts_with(start)) return "the ";
  }
  return "";
}

}  // namespace

struct MentionFinder::State {
  State(const NameDictionary& d, const Lexicon& l, WordReader r)
      : dictionary(&d), lexicon(&l), reader(std::move(r)) {}

  const NameDictionary* dictionary;
  const Lexicon* lexicon;
  WordReader reader;

  // Of the document at hand.
  Scan* scan = nullptr;
  std::vector<Draft> drafts;
  std::vector<Loose> loose;
  std::vector<LooseRun> loose_runs;
  std::vector<Outer> outers;
  std::map<std::string, uint32_t> party_of;  // key -> Scan::parties
  std::set<std::string> countries;           // named in the text, by any word
  std::vector<StateWord> state_words;
  uint32_t last_state_end = 0;  // of the state named last, for rows of states
  bool last_state_was_mention = false;
  size_t sanction_words = 0;
  std::vector<uint64_t> lower_case;  // bit set of words written without a capital
  std::vector<Word> words;
  std::vector<PhraseTrie::Match> matches;
  std::vector<NameDictionary::NearMatch> near;

  void Reset(Scan* of) {
    scan = of;
    drafts.clear();
    loose.clear();
    loose_runs.clear();
    outers.clear();
    party_of.clear();
    countries.clear();
    state_words.clear();
    last_state_end = 0;
    last_state_was_mention = false;
    sanction_words = 0;
    lower_case.assign(of->document.text.size() <= kLowerCaseMemoryBytes ? size_t{1} << 14 : 0, 0);
    of->parties.clear();
    of->mentions.clear();
  }

  void NoteLowerCase(uint64_t word) {
    if (lower_case.empty()) return;
    const uint64_t bit = word >> 44;
    lower_case[bit / 64] |= uint64_t{1} << (bit % 64);
  }
  bool IsAlsoLowerCase(uint64_t word) const {
    if (lower_case.empty()) return false;
    const uint64_t bit = word >> 44;
    return (lower_case[bit / 64] >> (bit % 64) & 1) != 0;
  }

  // Parties.
  uint32_t PartyFor(const std::string& key, Party party);
  uint32_t ListedParty(uint32_t number);
  uint32_t GovernmentOf(uint32_t state);
  uint32_t OrganOf(uint32_t state, std::string_view written);
  uint32_t PartyOf(const Meaning& meaning);

  // The pass.
  void ReadBlock(const Block& block);
  size_t ReadWords(const WordContext& context, size_t from, size_t to);
  size_t TryPhrase(const WordContext& context, size_t at);
  size_t TryMatch(const WordContext& context, size_t at, const PhraseTrie::Match& match);
  size_t TryListed(const WordContext& context, size_t at, size_t count,
                   const std::vector<const Meaning*>& meanings, double score, bool near_match);
  size_t TryNear(const WordContext& context, size_t at);
  size_t TryImo(const WordContext& context, size_t at);
  size_t TryRun(const WordContext& context, size_t at);
  bool IsInLongerName(const WordContext& context, size_t at, size_t count, bool person) const;
  bool HasCapitals(const WordContext& context, size_t at, size_t count) const;
  Draft& AddDraft(const WordContext& context, size_t at, size_t count, uint32_t party, Naming how,
                  double score, std::string_view rule);
  void AddOuter(const WordContext& context, size_t at, size_t count, size_t draft);
  void AddLoose(const WordContext& context, size_t at, bool part_of_run);
  void AddLooseRun(const WordContext& context, size_t begin, size_t end);

  // With the whole document known.
  void Settle();
  void LinkLoose();
  void AddOuters();
  void Emit();
  uint32_t CountryState(const Party& party) const;
};

uint32_t MentionFinder::State::PartyFor(const std::string& key, Party party) {
  const auto [at, added] = party_of.emplace(key, static_cast<uint32_t>(scan->parties.size()));
  if (added) scan->parties.push_back(std::move(party));
  return at->second;
}

uint32_t MentionFinder::State::ListedParty(uint32_t number) {
  const std::string key = "L" + std::to_string(number);
  if (const auto found = party_of.find(key); found != party_of.end()) return found->second;
  const index::PartyView view = (*dictionary->parties())[number];
  Party party;
  party.name = view.caption();
  party.kind = dictionary->KindOf(number);
  party.entity = view.id();
  for (const index::RecordRow& record : view.records())
    party.records.emplace_back(view.key(record));
  for (index::TextId program : view.programs()) party.programs.emplace_back(view.text(program));
  if (!view.countries().empty()) party.country = view.text(view.countries().front().code);
  return PartyFor(key, std::move(party));
}

uint32_t MentionFinder::State::GovernmentOf(uint32_t state) {
  const auto& row = dictionary->states()[state];
  Party party;
  const bool is_union = row.code == "eu";
  party.name = is_union ? std::string(row.name)
                        : "Government of " + Article(row.name) + std::string(row.name);
  party.kind = is_union ? PartyKind::kOrganization : PartyKind::kGovernment;
  party.country = row.code;
  return PartyFor("S" + std::string(row.code), std::move(party));
}

// "French navy", "Venezuela's military": an organ of the state.
uint32_t MentionFinder::State::OrganOf(uint32_t state, std::string_view written) {
  const auto& row = dictionary->states()[state];
  Party party;
  party.kind = PartyKind::kGovernment;
  party.country = row.code;
  const bool military = written.ends_with("ilitary") || written.ends_with("rmed forces");
  party.name = military ? "Armed forces of " + Article(row.name) + std::string(row.name)
                        : std::string(written);
  return PartyFor("A" + party.name, std::move(party));
}

uint32_t MentionFinder::State::PartyOf(const Meaning& meaning) {
  Party party;
  switch (meaning.sense) {
    case Sense::kListed:
      return ListedParty(meaning.id);
    case Sense::kState:
    case Sense::kAdjective:
    case Sense::kSeat:
      return GovernmentOf(meaning.id);
    case Sense::kInstitution: {
      const Institution& row = dictionary->institutions()[meaning.id];
      if (row.listed != kNone) return ListedParty(row.listed);
      party.name = row.name;
      party.kind = row.kind;
      party.country = row.country;
      party.outlet = row.role == "outlet";
      return PartyFor("I" + std::to_string(meaning.id), std::move(party));
    }
    case Sense::kGroup: {
      const Group& row = dictionary->groups()[meaning.id];
      if (row.listed != kNone) {
        // The usual name beside the list's, where they share no word.
        const uint32_t listed = ListedParty(row.listed);
        Party& known = scan->parties[listed];
        if (known.name.find('(') == std::string::npos && !SharesWord(known.name, row.name))
          known.name += " (" + std::string(row.name) + ")";
        return listed;
      }
      party.name = row.name;
      party.kind = row.kind;
      party.country = row.country;
      return PartyFor("G" + std::to_string(meaning.id), std::move(party));
    }
    case Sense::kOfficeHolder: {
      const OfficeHolder& row = dictionary->office_holders()[meaning.id];
      if (row.listed != kNone) return ListedParty(row.listed);
      party.name = row.name;
      party.kind = PartyKind::kPerson;
      party.country = row.country;
      return PartyFor("O" + std::to_string(meaning.id), std::move(party));
    }
  }
  return kNone;
}

bool MentionFinder::State::HasCapitals(const WordContext& context, size_t at, size_t count) const {
  if (context.caseless) return true;
  size_t capitals = 0;
  for (size_t i = at; i < at + count; ++i) {
    const Word& word = context.words[i];
    if (word.Is(kCapital) || word.Is(kDigits)) {
      ++capitals;
      continue;
    }
    // Particles, articles and the words of translated names may be small.
    if (word.end - word.begin > 3 && !context.Has(i, Cue::kCommon) &&
        !context.Has(i, Cue::kGroupHead) && !context.Has(i, Cue::kOrgHead) &&
        !context.Has(i, Cue::kGovHead))
      return false;
  }
  return capitals > 0 && (context.words[at].Is(kCapital) || count > 1);
}

// "Maduro Airport", "Nicolas Maduro Smith": the words around make another name of it.
bool MentionFinder::State::IsInLongerName(const WordContext& context, size_t at, size_t count,
                                          bool person) const {
  if (context.title_case || context.caseless) {
    return context.Adjoins(at + count) && context.Has(at + count, Cue::kPlaceHead) &&
           context.lexicon->Longest(context.words, at + count, Cue::kGovCommon) == 0;
  }
  const size_t next = at + count;
  const bool possessive = context.words[next - 1].Is(kPossessive);
  if (!possessive && next < context.words.size() && context.words[next].gap <= Gap::kHyphen &&
      context.IsCapital(next)) {
    if (context.words[next].gap == Gap::kHyphen && person) return false;  // "Trump-Maduro"
    const CueSet classes = context.Classes(next);
    if ((classes & Bit(Cue::kPlaceHead)) != 0) return true;
    const bool other = (classes & (Bit(Cue::kCommon) | Bit(Cue::kGovCommon) | Bit(Cue::kWeekday) |
                                   Bit(Cue::kMonth) | Bit(Cue::kTitle))) == 0;
    if (person && other && !dictionary->phrases().MayBegin(context.words, next)) return true;
  }
  if (person && count == 1 && at > 0 && context.words[at].gap == Gap::kSpace &&
      context.IsCapital(at - 1) && !context.words[at - 1].Is(kPossessive)) {
    constexpr CueSet kOffices = Bit(Cue::kTitle) | Bit(Cue::kOffice) | Bit(Cue::kCommon) |
                                Bit(Cue::kPolicy) | Bit(Cue::kWeekday);
    if ((context.Classes(at - 1) & kOffices) == 0 && !context.OpensSentence(at - 1)) {
      // "Venezuelan Maduro"? A state's adjective before a surname is fine.
      const PhraseTrie::Match before = dictionary->phrases().Longest(context.words, at - 1);
      if (before.words != 1) return true;
      bool state = false;
      for (uint32_t value : dictionary->MeaningsOf(before.phrase))
        state |= dictionary->meaning(value).sense != Sense::kListed;
      if (!state) return true;
    }
  }
  return false;
}

Draft& MentionFinder::State::AddDraft(const WordContext& context, size_t at, size_t count,
                                      uint32_t party, Naming how, double score,
                                      std::string_view rule) {
  Draft draft;
  draft.mention.span = {context.words[at].begin, context.words[at + count - 1].end};
  draft.mention.party = party;
  draft.mention.how = how;
  draft.mention.score = score;
  draft.mention.rules.emplace_back(rule);
  draft.last_word_begin = context.words[at + count - 1].begin;
  // "Revolutionary Armed Forces of Colombia (FARC)".
  const size_t next = at + count;
  if (next < context.words.size() && context.words[next].bracket_before &&
      context.words[next].Is(kAllCapitals))
    draft.brackets = context.Written(next);
  drafts.push_back(std::move(draft));
  return drafts.back();
}

// A government named by its head: "X regime", "X's government", "the government of X".
void MentionFinder::State::AddOuter(const WordContext& context, size_t at, size_t count,
                                    size_t draft) {
  static const std::set<std::string_view> kOrgans = {
      "regime",     "Regime",         "REGIME",         "government", "Government",
      "GOVERNMENT", "administration", "Administration", "junta",      "Junta"};
  const size_t next = at + count;
  const auto is_organ = [&](size_t i) {
    return i < context.words.size() && kOrgans.contains(context.Written(i));
  };
  if (context.Adjoins(next) && is_organ(next)) {
    outers.push_back(
        {{context.words[at].begin, context.words[next].end}, static_cast<uint32_t>(draft)});
  } else if (at >= 2 && context.words[at].gap == Gap::kSpace && context.Written(at - 1) == "of" &&
             is_organ(at - 2)) {
    outers.push_back(
        {{context.words[at - 2].begin, context.words[next - 1].end}, static_cast<uint32_t>(draft)});
  }
}

void MentionFinder::State::AddLoose(const WordContext& context, size_t at, bool part_of_run) {
  const Word& word = context.words[at];
  if (word.end - word.begin < 2 || word.Is(kDigits)) return;
  Loose one;
  one.word = word.hash;
  one.span = {word.begin, word.end};
  one.all_capitals = word.Is(kAllCapitals);
  one.part_of_run = part_of_run;
  one.after_title = IsAfterTitle(context, at);
  const size_t next = at + 1;
  if (context.Adjoins(next)) {
    const std::string_view behind = context.Written(next);
    for (std::string_view organ :
         {"regime", "government", "administration", "Regime", "Government", "Administration"})
      if (behind == organ) one.organ_end = context.words[next].end;
  }
  loose.push_back(one);
}

// Several capitalised words that nothing made a name: they may repeat one.
void MentionFinder::State::AddLooseRun(const WordContext& context, size_t begin, size_t end) {
  if (end < begin + 2) return;
  LooseRun run;
  run.span = {context.words[begin].begin, context.words[end - 1].end};
  for (size_t i = begin; i < end; ++i) run.words = MixSequence(run.words, context.words[i].hash);
  loose_runs.push_back(run);
}

size_t MentionFinder::State::TryListed(const WordContext& context, size_t at, size_t count,
                                       const std::vector<const Meaning*>& meanings, double score,
                                       bool near_match) {
  if (!HasCapitals(context, at, count)) return 0;
  // The strongest form first: a whole name before a short one, a good alias before a weak one.
  const auto strength = [](const Meaning* m) {
    return (m->form == Form::kShort ? 0 : 2) + (m->weak ? 0 : 1);
  };
  const Meaning* best = meanings.front();
  for (const Meaning* meaning : meanings)
    if (strength(meaning) > strength(best)) best = meaning;
  std::vector<uint32_t> parties;
  for (const Meaning* meaning : meanings) {
    if (strength(meaning) < strength(best) && best->form != Form::kShort) continue;
    if (std::find(parties.begin(), parties.end(), meaning->id) == parties.end())
      parties.push_back(meaning->id);
  }
  const PartyKind kind = dictionary->KindOf(best->id);
  const bool person = kind == PartyKind::kPerson;
  if (IsInLongerName(context, at, count, person)) return 0;
  if (context.chrome && count < 2) return 0;

  constexpr CueSet kSanctions = Bit(Cue::kSanctionObject) | Bit(Cue::kTerrorList);
  Need need = Need::kNothing;
  bool has_context = context.Near(at, count, 14, kSanctions);
  double worth = best->form == Form::kShort ? 0.9 : 1.0;
  if (best->weak) worth -= 0.15;
  const std::string_view written = context.Written(at);
  if (kind == PartyKind::kVessel || kind == PartyKind::kAircraft) {
    // Ships are called "Victoria" and "Ocean Star": a ship's word or number must stand near.
    const CueSet ship = Bit(Cue::kVesselWord) | Bit(Cue::kShip);
    bool imo = false;
    for (size_t i = at > 8 ? at - 8 : 0; i < std::min(context.words.size(), at + count + 8); ++i)
      imo |= context.Written(i) == "IMO";
    if (!imo && !context.Near(at, count, 8, ship)) return 0;
    if (count == 1 && written.size() < 3) return 0;
    if (count == 1) {
      need = Need::kContext;
      // "Esperanza": a word that is a name of people or a place says nothing alone.
      if (!imo && names::FindForm(reader.Folded(context.text, context.words[at])) != nullptr)
        return 0;
    }
  } else if (count == 1) {
    const Word& word = context.words[at];
    const bool acronym = word.Is(kAllCapitals) && written.size() >= 3 && !context.caseless;
    if (!word.Is(kCapital) || written.size() < 3) return 0;
    if (!acronym) {
      if (written.size() < 5 || context.Classes(at) != 0) return 0;
      if (context.OpensSentence(at) && context.title_case) return 0;
      // A word that is a name of people, a place or a word of companies says nothing alone.
      const names::LexiconEntry* entry = names::FindForm(reader.Folded(context.text, word));
      if (entry != nullptr) return 0;
      // Part of a longer run of capitals: another name.
      const bool before = at > 0 && word.gap == Gap::kSpace && context.IsCapital(at - 1) &&
                          !context.OpensSentence(at - 1) && !context.Has(at - 1, Cue::kTitle) &&
                          !context.Has(at - 1, Cue::kCommon);
      const bool behind = at + 1 < context.words.size() &&
                          context.words[at + 1].gap == Gap::kSpace && context.IsCapital(at + 1) &&
                          !word.Is(kPossessive);
      if ((before || behind) && !context.title_case) return 0;
    }
    if (person) return 0;  // a person is never known by one word alone
    need = Need::kContext;
    has_context |= context.Near(
        at, 1, 14, Bit(Cue::kGroupHead) | Bit(Cue::kGood) | Bit(Cue::kAsset) | Bit(Cue::kOrgHead));
    worth -= acronym ? 0.1 : 0.2;
  } else if (person && (count == 2 || best->form == Form::kShort || best->weak)) {
    need = Need::kSupport;
  } else if (!person && best->weak) {
    need = Need::kSupport;
  }
  // Two parties of one name: told apart when all countries are known.
  uint32_t party = parties.size() == 1 ? ListedParty(parties.front()) : kNone;
  if (parties.size() > 1) {
    Party homonym;
    homonym.name = context.text.substr(context.words[at].begin,
                                       context.words[at + count - 1].end - context.words[at].begin);
    homonym.kind = kind;
    std::string key = "H";
    std::sort(parties.begin(), parties.end());
    for (uint32_t number : parties) {
      key += " " + std::to_string(number);
      homonym.candidates.emplace_back((*dictionary->parties())[number].id());
    }
    party = PartyFor(key, std::move(homonym));
  }
  const index::NameRow& row = dictionary->parties()->names()[best->name];
  Naming how = Naming::kName;
  if (count == 1 && context.words[at].Is(kAllCapitals))
    how = Naming::kAcronym;
  else if (row.kind == NameKind::kTranslation)
    how = Naming::kTranslation;
  else if (row.kind != NameKind::kPrimary && row.kind != NameKind::kOriginalScript)
    how = Naming::kAlias;
  Draft& draft = AddDraft(context, at, count, party, how, worth * score,
                          near_match                   ? "mention.near_name"
                          : best->form == Form::kShort ? "mention.short_name"
                          : count == 1                 ? "mention.single_word"
                                                       : "mention.listed_name");
  draft.mention.matched = dictionary->parties()->text(row.text);
  draft.need = need;
  draft.has_context = has_context;
  if (count == 1) draft.single_word = context.words[at].hash;
  if (person) AddOuter(context, at, count, drafts.size() - 1);
  return count;
}

size_t MentionFinder::State::TryMatch(const WordContext& context, size_t at,
                                      const PhraseTrie::Match& match) {
  const size_t count = match.words;
  const auto& in = context.words;
  std::vector<const Meaning*> listed;
  const Meaning* known = nullptr;  // of the tables
  for (uint32_t value : dictionary->MeaningsOf(match.phrase)) {
    const Meaning& meaning = dictionary->meaning(value);
    if (meaning.sense == Sense::kListed)
      listed.push_back(&meaning);
    else if (known == nullptr || meaning.sense < known->sense)
      known = &meaning;
  }
  if (known != nullptr) {
    const bool acronym = known->capitals_only;
    const bool capital = context.caseless ? !acronym : in[at].Is(kCapital) || count > 1;
    bool capitals_fit = capital;
    if (acronym && !context.caseless) capitals_fit = in[at].Is(kAllCapitals) || in[at].Is(kDotted);
    if (!capitals_fit) known = nullptr;
    if (known != nullptr && !acronym && !HasCapitals(context, at, count)) known = nullptr;
  }
  if (known == nullptr) return listed.empty() ? 0 : TryListed(context, at, count, listed, 1, false);

  switch (known->sense) {
    case Sense::kState:
    case Sense::kAdjective:
    case Sense::kSeat: {
      countries.insert(std::string(dictionary->states()[known->id].code));
      state_words.push_back({{in[at].begin, in[at + count - 1].end}, known->id});
      if (context.chrome) return count;
      // "government of Venezuela", "the junta of Naypyidaw".
      size_t of = at > 0 ? at - 1 : 0;
      if (of > 0 && context.Written(of) == "the") --of;
      if (of > 0 && in[of].gap == Gap::kSpace && context.Written(of) == "of" &&
          context.lexicon->Longest(in, of - 1, Cue::kGovCommon) == 1) {
        AddDraft(context, of - 1, at + count - of + 1, GovernmentOf(known->id), Naming::kName, 1,
                 "state.government_of");
        return count;
      }
      const bool acronym = known->capitals_only || (known->sense == Sense::kState &&
                                                    dictionary->states()[known->id].code == "us");
      StateUse use = UseOfState(context, at, count, known->sense, acronym);
      // "by the United States, the United Kingdom and the EU": as the one before in the row.
      size_t before = at;
      while (before > 0 && in[before].gap <= Gap::kComma &&
             (context.Written(before - 1) == "the" || context.Written(before - 1) == "and"))
        --before;
      const bool in_row = before > 0 && in[before].gap <= Gap::kComma &&
                          (before < at || in[before].gap == Gap::kComma) &&
                          in[before - 1].end == last_state_end;
      if (!use.is_mention && in_row && last_state_was_mention && use.rule == "state.place")
        use = {true, count, true, "state.row"};
      last_state_end = in[at + count - 1].end;
      last_state_was_mention = use.is_mention;
      if (!use.is_mention) return count;
      size_t all = use.words;
      // "the Russian embassy in Paris".
      const size_t behind = at + all;
      if (!use.government && behind + 1 < in.size() && context.Written(behind) == "in" &&
          context.Written(behind - 1) == "embassy" && context.IsCapital(behind + 1))
        all += 2;
      const Span written{in[at].begin, in[at + all - 1].end};
      AddDraft(context, at, all,
               use.government
                   ? GovernmentOf(known->id)
                   : OrganOf(known->id, context.text.substr(written.begin, written.size())),
               acronym ? Naming::kAcronym : Naming::kName, 1, use.rule);
      if (all > use.words) return all;
      return use.words;
    }
    case Sense::kInstitution: {
      if (dictionary->institutions()[known->id].role == "medium") return count;
      if (context.chrome && count < 2) return count;
      // "Treasury Secretary", "a White House official": part of an office.
      const bool outlet = dictionary->institutions()[known->id].role == "outlet";
      if (!in[at + count - 1].Is(kPossessive) && !outlet) {
        for (size_t i = at + count; i < std::min(at + count + 4, in.size()); ++i) {
          if (!context.Adjoins(i)) break;
          if ((context.Classes(i) & (Bit(Cue::kTitle) | Bit(Cue::kAnonymous))) != 0) return count;
          if (!context.IsCapital(i)) break;
        }
      }
      if (!context.title_case && !known->capitals_only && count == 1 &&
          IsInLongerName(context, at, count, false))
        return 0;
      Draft& draft = AddDraft(context, at, count, PartyOf(*known),
                              known->capitals_only ? Naming::kAcronym : Naming::kName, 1,
                              "mention.institution");
      if (known->needs_state) draft.need = Need::kState;
      // "the U.S. Treasury Department": the state's adjective stands before the organ.
      return count;
    }
    case Sense::kGroup: {
      if (known->capitals_only && context.caseless) return 0;
      AddDraft(context, at, count, PartyOf(*known),
               known->capitals_only                ? Naming::kAcronym
               : known->form == Form::kTranslation ? Naming::kTranslation
                                                   : Naming::kName,
               1, "mention.group");
      return count;
    }
    case Sense::kOfficeHolder: {
      if (IsInLongerName(context, at, count, true)) return 0;
      const bool surname = known->form == Form::kSurname;
      if (surname && context.chrome) return count;
      // "born a Maduro": a family, not the person.
      if (surname && at > 0 && (context.Written(at - 1) == "a" || context.Written(at - 1) == "an"))
        return 0;
      Draft& draft = AddDraft(context, at, count, PartyOf(*known),
                              surname ? Naming::kSurname : Naming::kName, surname ? 0.9 : 1,
                              surname ? "mention.office_holder_surname" : "mention.office_holder");
      if (surname) {
        draft.need = Need::kState;
        draft.country = dictionary->office_holders()[known->id].country;
      }
      AddOuter(context, at, count, drafts.size() - 1);
      return count;
    }
    default:
      return 0;
  }
}

size_t MentionFinder::State::TryPhrase(const WordContext& context, size_t at) {
  if (!dictionary->phrases().MayBegin(context.words, at)) return 0;
  dictionary->phrases().All(context.words, at, Gap::kOther, &matches);
  const std::vector<PhraseTrie::Match> found = matches;
  for (size_t i = found.size(); i-- > 0;)
    if (const size_t taken = TryMatch(context, at, found[i]); taken > 0) return taken;
  return 0;
}

size_t MentionFinder::State::TryNear(const WordContext& context, size_t at) {
  if (context.caseless || context.chrome) return 0;
  near.clear();
  dictionary->FindNear(context.text, context.words, at, &reader, &near);
  const NameDictionary::NearMatch* best = nullptr;
  for (const auto& match : near) {
    // Words before `at` may be taken by an earlier mention.
    if (!drafts.empty() && drafts.back().mention.span.end > context.words[match.begin].begin)
      continue;
    if (best == nullptr || match.score > best->score) best = &match;
  }
  if (best == nullptr) return 0;
  std::vector<const Meaning*> listed;
  for (uint32_t value : dictionary->MeaningsOf(best->phrase))
    if (dictionary->meaning(value).sense == Sense::kListed)
      listed.push_back(&dictionary->meaning(value));
  if (listed.empty()) return 0;
  const NameDictionary::NearMatch match = *best;
  if (TryListed(context, match.begin, match.count, listed, match.score, true) == 0) return 0;
  return match.begin + match.count - at;
}

// "IMO 9289166", "IMO: 9289166", "IMO number 9289166".
size_t MentionFinder::State::TryImo(const WordContext& context, size_t at) {
  if (context.Written(at) != "IMO") return 0;
  for (size_t i = at + 1; i < std::min(at + 4, context.words.size()); ++i) {
    if (!context.words[i].Is(kDigits)) continue;
    const std::string_view number = context.Written(i);
    if (number.size() != 7 || CheckId(IdScheme::kImo, number) != IdCheck::kValid) return 0;
    if (dictionary->parties() == nullptr) return i + 1 - at;
    const std::string key = IdKey(IdScheme::kImo, number);
    for (const index::IdentifierKeyRow& row :
         dictionary->parties()->FindIdentifier(index::IdentifierHash(IdScheme::kImo, key))) {
      const index::IdentifierRow& id = dictionary->parties()->identifiers()[row.identifier];
      if (IdKey(id.scheme, dictionary->parties()->text(id.value)) != key) continue;
      Draft& draft = AddDraft(context, i, 1, ListedParty(row.party), Naming::kIdentifier, 1,
                              "mention.imo_number");
      draft.mention.matched = "IMO " + key;
      return i + 1 - at;
    }
    return i + 1 - at;
  }
  return 0;
}

size_t MentionFinder::State::TryRun(const WordContext& context, size_t at) {
  // Where the next known name begins, the run ends.
  size_t limit = at + 1;
  while (limit < std::min(at + 12, context.words.size())) {
    const PhraseTrie::Match match = dictionary->phrases().Longest(context.words, limit);
    if (match.words > 0 && context.IsCapital(limit)) {
      bool stop = false;
      for (uint32_t value : dictionary->MeaningsOf(match.phrase)) {
        const Meaning& meaning = dictionary->meaning(value);
        // "Bank of China": the state inside a body's name does not end it.
        const bool inside = (meaning.sense == Sense::kState || meaning.sense == Sense::kAdjective ||
                             meaning.sense == Sense::kSeat) &&
                            !context.words[limit].Is(kCapital);
        stop |= meaning.sense != Sense::kListed ? !inside : match.words > 1;
      }
      const std::string_view before = context.Written(limit - 1);
      if (before == "of" || before == "for" || before == "the") stop = false;
      if (stop) break;
    }
    ++limit;
  }
  NameRun run = RunAt(context, at, limit);
  if (run.begin >= run.end) return std::max<size_t>(1, run.begin - at);
  run.after_title = IsAfterTitle(context, run.begin);
  const size_t resume = std::max(run.end, at + 1) - at;
  std::optional<UnlistedName> name;
  const bool readable = !context.title_case && !context.chrome && !context.caseless;
  if (readable) name = ClassifyBody(context, run);
  // Titles inside the run: "Interior Minister Diosdado Cabello".
  while (!name && run.begin + 1 < run.end && context.Has(run.begin, Cue::kTitle)) {
    ++run.begin;
    run.after_title = true;
  }
  size_t title_at = run.begin;
  for (size_t i = run.begin; i + 1 < run.end; ++i)
    if (context.Has(i, Cue::kTitle) && context.Adjoins(i + 1)) title_at = i + 1;
  if (!name && title_at > run.begin) {
    run.begin = title_at;
    run.after_title = true;
  }
  if (!readable) {
    AddLooseRun(context, run.begin, run.end);
    for (size_t i = run.begin; i < run.end; ++i) AddLoose(context, i, false);
    return resume;
  }
  if (!name) name = ClassifyPerson(context, run, &reader);
  if (!name) {
    const bool several = run.end - run.begin > 1;
    AddLooseRun(context, run.begin, run.end);
    for (size_t i = run.begin; i < run.end; ++i)
      if (context.words[i].Is(kCapital)) AddLoose(context, i, several);
    return resume;
  }
  size_t begin = name->begin;
  // "Russian Defence Ministry", "Iran's Central Bank": the state belongs to the organ.
  std::string country;
  if (name->kind == PartyKind::kGovernment && begin > 0 &&
      context.words[begin].gap == Gap::kSpace) {
    for (size_t back = 1; back <= 2 && back <= begin; ++back) {
      const PhraseTrie::Match match = dictionary->phrases().Longest(context.words, begin - back);
      if (match.words != back) continue;
      for (uint32_t value : dictionary->MeaningsOf(match.phrase)) {
        const Meaning& meaning = dictionary->meaning(value);
        if (meaning.sense > Sense::kSeat || !context.IsCapital(begin - back)) continue;
        country = dictionary->states()[meaning.id].code;
        begin -= back;
        break;
      }
      if (!country.empty()) break;
    }
    if (!country.empty() && !drafts.empty() &&
        drafts.back().mention.span.end > context.words[begin].begin &&
        drafts.back().mention.party == GovernmentOf(dictionary->StateOf(country)))
      drafts.pop_back();
  }
  Party party;
  party.kind = name->kind;
  party.country = country;
  const Span span{context.words[begin].begin, context.words[name->end - 1].end};
  party.name = context.text.substr(span.begin, span.size());
  for (char& c : party.name)
    if (c == '\n' || c == '\r' || c == '\t') c = ' ';
  std::string key = "N" + std::to_string(static_cast<int>(name->kind));
  for (size_t i = begin; i < name->end; ++i)
    key += " " + reader.Folded(context.text, context.words[i]);
  AddDraft(context, begin, name->end - begin, PartyFor(key, std::move(party)), Naming::kName,
           name->kind == PartyKind::kPerson && name->end - name->begin == 1 ? 0.6 : 0.8,
           name->rule);
  if (name->kind == PartyKind::kPerson)
    AddOuter(context, name->begin, name->end - name->begin, drafts.size() - 1);
  return std::max(name->end, run.end) - at;
}

// Returns the first word that is not read: `to`, or behind a name that goes on beyond it.
size_t MentionFinder::State::ReadWords(const WordContext& context, size_t from, size_t to) {
  size_t i = from;
  while (i < to) {
    if (context.words[i].Is(kAllCapitals)) {
      if (const size_t taken = TryImo(context, i); taken > 0) {
        i += taken;
        continue;
      }
    }
    if (const size_t taken = TryPhrase(context, i); taken > 0) {
      i += taken;
      continue;
    }
    const Word& word = context.words[i];
    if (!word.Is(kCapital)) {
      NoteLowerCase(word.hash);
      sanction_words += context.Has(i, Cue::kSanctionObject) && !context.chrome;
      ++i;
      continue;
    }
    if (dictionary->IsRare(word.hash)) {
      if (const size_t taken = TryNear(context, i); taken > 0) {
        i += taken;
        continue;
      }
    }
    // A misspelt first word: the rare word behind it tells.
    if (context.Adjoins(i + 1) && context.IsCapital(i + 1) &&
        dictionary->IsRare(context.words[i + 1].hash)) {
      const size_t before = drafts.size(), outers_before = outers.size();
      if (const size_t taken = TryNear(context, i + 1);
          taken > 0 && drafts.size() > before && drafts.back().mention.span.begin <= word.begin) {
        i += 1 + taken;
        continue;
      }
      drafts.resize(before);
      outers.resize(outers_before);
    }
    if (context.Has(i, Cue::kCommon) && context.OpensSentence(i)) {
      ++i;
      continue;
    }
    i += TryRun(context, i);
  }
  return i;
}

void MentionFinder::State::ReadBlock(const Block& block) {
  const std::string_view text = scan->document.text;
  words.clear();
  uint32_t next = block.span.begin;
  size_t from = 0;
  bool first = true;
  WordContext context;
  context.text = text;
  context.lexicon = lexicon;
  context.chrome = block.kind == BlockKind::kChrome;
  while (true) {
    next = reader.Read(text, {next, block.span.end}, kPieceWords, &words);
    if (first && !words.empty()) {
      words.front().gap = Gap::kBlock;
      size_t capitals = 0, small = 0, long_words = 0, all_capitals = 0;
      for (const Word& word : words) {
        if (word.end - word.begin < 4) continue;
        ++long_words;
        capitals += word.Is(kCapital);
        all_capitals += word.Is(kAllCapitals);
        small += !word.Is(kCapital);
      }
      // A paragraph of sentences may be full of names; a headline has no full stop.
      const std::string_view block_text = text.substr(block.span.begin, block.span.size());
      const bool sentences =
          block.kind != BlockKind::kTitle &&
          (block_text.ends_with('.') || block_text.find(". ") != block_text.npos);
      context.title_case =
          long_words >= 3 && capitals * 10 >= long_words * (sentences ? size_t{9} : size_t{6});
      context.caseless = long_words >= 4 && (capitals == 0 || all_capitals == long_words);
      if (context.caseless) context.title_case = false;
      // A short list item may be nothing but a name.
      if (block.kind != BlockKind::kTitle && words.size() < 4) context.title_case = false;
      first = false;
    }
    context.words = words;
    const bool end = next >= block.span.end;
    const size_t to = end ? words.size() : words.size() - std::min(words.size(), kLookAhead);
    const size_t read = ReadWords(context, from, to);
    if (end) return;
    const size_t keep = to > kLookBack ? to - kLookBack : 0;
    words.erase(words.begin(), words.begin() + static_cast<ptrdiff_t>(keep));
    from = read - keep;
  }
}

// Gates that need the whole document: support of short names, context of single words.
void MentionFinder::State::Settle() {
  std::set<std::string> acronyms_in_brackets;
  std::set<uint32_t> strong;  // parties that are named in full
  for (const Draft& draft : drafts) {
    if (!draft.brackets.empty()) acronyms_in_brackets.insert(draft.brackets);
    if (draft.need == Need::kNothing && draft.mention.party != kNone)
      strong.insert(draft.mention.party);
  }
  const auto shares_country = [&](std::string_view entity) {
    if (dictionary->parties() == nullptr) return false;
    const auto number = dictionary->parties()->FindByRecord(entity);
    if (!number) return false;
    const index::PartyView view = (*dictionary->parties())[*number];
    for (const index::CountryRow& row : view.countries())
      if (countries.contains(std::string(view.text(row.code)))) return true;
    return false;
  };
  const auto has_countries = [&](std::string_view entity) {
    const auto number = dictionary->parties()->FindByRecord(entity);
    return number && !(*dictionary->parties())[*number].countries().empty();
  };
  std::vector<Draft> kept;
  std::vector<uint32_t> place(drafts.size(), kNone);
  for (size_t i = 0; i < drafts.size(); ++i) {
    Draft& draft = drafts[i];
    Party* party = &scan->parties[draft.mention.party];
    if (!party->candidates.empty() && party->entity.empty()) {
      // Of homonyms, the one whose country the text names.
      std::vector<std::string> fitting;
      for (const std::string& candidate : party->candidates)
        if (shares_country(candidate)) fitting.push_back(candidate);
      if (fitting.size() == 1) {
        const uint32_t number = *dictionary->parties()->FindByRecord(fitting.front());
        draft.mention.party = ListedParty(number);
        draft.mention.rules.emplace_back("homonym.country");
        party = &scan->parties[draft.mention.party];
      } else {
        draft.mention.rules.emplace_back("homonym.open");
      }
    }
    bool keep = true;
    switch (draft.need) {
      case Need::kNothing:
        break;
      case Need::kState: {
        const std::string& country = draft.country.empty() ? party->country : draft.country;
        keep = countries.contains(country) || strong.contains(draft.mention.party) ||
               (country == "us" && draft.country.empty());
        break;
      }
      case Need::kSupport: {
        const bool same_country = !party->entity.empty() && shares_country(party->entity);
        const bool no_country = !party->entity.empty() && !has_countries(party->entity);
        const bool sanctions = draft.has_context || sanction_words >= 2;
        keep = strong.contains(draft.mention.party) || same_country || (no_country && sanctions) ||
               (party->kind != PartyKind::kPerson && sanctions);
        if (same_country) draft.mention.rules.emplace_back("support.country");
        if (!keep && party->kind == PartyKind::kPerson) {
          // Somebody of that name; which party it may be is said, and no hit is claimed.
          Party other;
          other.name = scan->document.Text(draft.mention.span);
          other.kind = PartyKind::kPerson;
          if (!party->entity.empty()) other.candidates.push_back(party->entity);
          for (const std::string& c : party->candidates)
            if (std::find(other.candidates.begin(), other.candidates.end(), c) ==
                other.candidates.end())
              other.candidates.push_back(c);
          draft.mention.party = PartyFor("U" + other.name, std::move(other));
          draft.mention.rules.emplace_back("support.missing");
          draft.mention.score *= 0.6;
          keep = true;
        }
        break;
      }
      case Need::kContext: {
        const bool defined =
            acronyms_in_brackets.contains(std::string(scan->document.Text(draft.mention.span)));
        keep = strong.contains(draft.mention.party) || defined ||
               (draft.has_context && !IsAlsoLowerCase(draft.single_word));
        break;
      }
    }
    if (!keep) continue;
    place[i] = static_cast<uint32_t>(kept.size());
    kept.push_back(std::move(draft));
  }
  for (Outer& outer : outers) outer.person = place[outer.person];
  std::erase_if(outers, [](const Outer& outer) { return outer.person == kNone; });
  drafts = std::move(kept);
}

// Surnames and acronyms: every link names its antecedent.
void MentionFinder::State::LinkLoose() {
  struct Antecedent {
    uint32_t party;
    uint32_t draft;
    bool ambiguous = false;
  };
  std::unordered_map<uint64_t, Antecedent> surnames, acronyms, bodies, whole;
  const auto add = [](std::unordered_map<uint64_t, Antecedent>* to, uint64_t word, uint32_t party,
                      uint32_t draft) {
    const auto [at, added] = to->emplace(word, Antecedent{party, draft});
    if (!added && at->second.party != party) at->second.ambiguous = true;
  };
  std::vector<Word> name;
  const std::string_view text = scan->document.text;
  for (uint32_t i = 0; i < drafts.size(); ++i) {
    const Draft& draft = drafts[i];
    const Party& party = scan->parties[draft.mention.party];
    if (!draft.brackets.empty()) {
      name.clear();
      reader.Read(draft.brackets, {0, static_cast<uint32_t>(draft.brackets.size())}, SIZE_MAX,
                  &name);
      if (name.size() == 1) add(&acronyms, name.front().hash, draft.mention.party, i);
    }
    if (draft.mention.how == Naming::kSurname) continue;
    name.clear();
    reader.Read(text, draft.mention.span, SIZE_MAX, &name);
    if (name.size() >= 2 && party.kind != PartyKind::kGovernment) {
      uint64_t sequence = 0;
      for (const Word& word : name) sequence = MixSequence(sequence, word.hash);
      add(&whole, sequence, draft.mention.party, i);
      // "Darya Morvarid Navigation LLC" -> "Darya Morvarid".
      sequence = 0;
      for (size_t w = 0; party.kind == PartyKind::kOrganization && w + 1 < name.size(); ++w) {
        sequence = MixSequence(sequence, name[w].hash);
        if (w >= 1) add(&whole, sequence, draft.mention.party, i);
      }
    }
    if (party.kind == PartyKind::kOrganization && name.size() == 1 && name.front().Is(kCapital))
      add(&bodies, name.front().hash, draft.mention.party, i);
    if (party.kind == PartyKind::kPerson && name.size() >= 2) {
      // The last name, and of three or more the one before it ("Vladimir Padrino Lopez").
      add(&surnames, name.back().hash, draft.mention.party, i);
      if (name.size() >= 3 && name[name.size() - 2].Is(kCapital) &&
          name[name.size() - 2].end - name[name.size() - 2].begin > 3)
        add(&surnames, name[name.size() - 2].hash, draft.mention.party, i);
      // "Kim Jong Un", "Xi Jinping": the family name stands first.
      if (party.country == "cn" || party.country == "kp" || party.country == "kr")
        add(&surnames, name.front().hash, draft.mention.party, i);
    }
    if (party.kind == PartyKind::kOrganization && name.size() >= 2 && name.front().Is(kCapital) &&
        name.front().end - name.front().begin >= 4) {
      // "Rosneft Trading" -> "Rosneft"; a word of companies or places is too little.
      const names::LexiconEntry* entry = names::FindForm(reader.Folded(text, name.front()));
      if ((entry == nullptr || entry->meanings == 0) && lexicon->ClassesOf(name.front()) == 0)
        add(&bodies, name.front().hash, draft.mention.party, i);
    }
  }
  // Drafts and runs alike stand in the order of the text, or nearly so: sorted once, each run is
  // looked up in the hull of the drafts that begin before its end.
  std::vector<Span> taken;
  for (const Draft& draft : drafts) taken.push_back(draft.mention.span);
  std::sort(taken.begin(), taken.end(), [](Span a, Span b) { return a.begin < b.begin; });
  for (size_t i = 1; i < taken.size(); ++i) taken[i].end = std::max(taken[i].end, taken[i - 1].end);
  const auto is_taken = [&](Span span) {
    const auto behind = std::lower_bound(taken.begin(), taken.end(), span.end,
                                         [](Span one, uint32_t end) { return one.begin < end; });
    return behind != taken.begin() && (behind - 1)->end > span.begin;
  };
  for (const LooseRun& run : loose_runs) {
    const auto found = whole.find(run.words);
    if (found == whole.end() || found->second.ambiguous || is_taken(run.span)) continue;
    Draft draft;
    draft.mention.span = run.span;
    draft.mention.party = found->second.party;
    draft.mention.how = Naming::kName;
    draft.mention.score = drafts[found->second.draft].mention.score * 0.95;
    draft.mention.antecedent = found->second.draft;
    draft.mention.rules.emplace_back("coreference.repeat");
    drafts.push_back(std::move(draft));
  }
  std::sort(loose_runs.begin(), loose_runs.end(),
            [](const LooseRun& a, const LooseRun& b) { return a.span.begin < b.span.begin; });
  for (const Loose& word : loose) {
    const Antecedent* found = nullptr;
    Naming how = Naming::kSurname;
    std::string_view rule;
    if (const auto at = acronyms.find(word.word); at != acronyms.end() && word.all_capitals) {
      found = &at->second;
      how = Naming::kAcronym;
      rule = "coreference.acronym";
    } else if (const auto person = surnames.find(word.word);
               person != surnames.end() && (!word.part_of_run || word.after_title)) {
      found = &person->second;
      rule = word.after_title ? "coreference.title_and_surname" : "coreference.surname";
    } else if (const auto body = bodies.find(word.word);
               body != bodies.end() && !word.part_of_run) {
      found = &body->second;
      how = Naming::kAlias;
      rule = "coreference.short_name";
    }
    if (found == nullptr || found->ambiguous) continue;
    const Draft& antecedent = drafts[found->draft];
    Draft draft;
    draft.mention.span = word.span;
    draft.mention.party = found->party;
    draft.mention.how = how;
    draft.mention.score = antecedent.mention.score * 0.9;
    draft.mention.matched = scan->document.Text(antecedent.mention.span);
    draft.mention.antecedent = found->draft;
    draft.mention.rules.emplace_back(rule);
    drafts.push_back(std::move(draft));
    if (word.organ_end > 0)
      outers.push_back(
          {{word.span.begin, word.organ_end}, static_cast<uint32_t>(drafts.size() - 1)});
  }
}

uint32_t MentionFinder::State::CountryState(const Party& party) const {
  if (!party.country.empty()) return dictionary->StateOf(party.country);
  for (const std::string& code : countries)
    if (countries.size() == 1) return dictionary->StateOf(code);
  return kNone;
}

void MentionFinder::State::AddOuters() {
  for (const Outer& outer : outers) {
    const uint32_t person_party = drafts[outer.person].mention.party;
    const uint32_t state = CountryState(scan->parties[person_party]);
    uint32_t party = kNone;
    if (state != kNone) {
      party = GovernmentOf(state);
    } else {
      Party government;
      government.kind = PartyKind::kGovernment;
      government.name = scan->document.Text(outer.span);
      party = PartyFor("N" + government.name, std::move(government));
    }
    Draft draft;
    draft.mention.span = outer.span;
    draft.mention.party = party;
    draft.mention.how = Naming::kAlias;
    draft.mention.score = 0.9;
    draft.mention.rules.emplace_back("mention.government_of_person");
    drafts[outer.person].mention.nested_in = static_cast<uint32_t>(drafts.size());
    drafts.push_back(std::move(draft));
  }
}

void MentionFinder::State::Emit() {
  std::vector<uint32_t> order(drafts.size());
  for (uint32_t i = 0; i < order.size(); ++i) order[i] = i;
  std::sort(order.begin(), order.end(), [&](uint32_t a, uint32_t b) {
    const Span& x = drafts[a].mention.span;
    const Span& y = drafts[b].mention.span;
    if (x.begin != y.begin) return x.begin < y.begin;
    if (x.end != y.end) return x.end > y.end;
    return a < b;
  });
  std::vector<uint32_t> place(drafts.size(), kNone);
  uint32_t end = 0;
  for (uint32_t i : order) {
    Mention& mention = drafts[i].mention;
    // What lies in an earlier mention is one only where it is meant to be.
    if (mention.span.begin < end && mention.nested_in == kNone) continue;
    end = std::max(end, mention.span.end);
    place[i] = static_cast<uint32_t>(scan->mentions.size());
    scan->mentions.push_back(std::move(mention));
  }
  for (Mention& mention : scan->mentions) {
    if (mention.antecedent != kNone) mention.antecedent = place[mention.antecedent];
    if (mention.nested_in != kNone) mention.nested_in = place[mention.nested_in];
  }
  // Parties that no mention is left of go.
  std::vector<uint32_t> party_place(scan->parties.size(), kNone);
  std::vector<Party> used;
  for (Mention& mention : scan->mentions) {
    uint32_t& at = party_place[mention.party];
    if (at == kNone) {
      at = static_cast<uint32_t>(used.size());
      used.push_back(std::move(scan->parties[mention.party]));
    }
    mention.party = at;
  }
  scan->parties = std::move(used);
}

MentionFinder::MentionFinder(std::unique_ptr<State> state) : state_(std::move(state)) {}
MentionFinder::MentionFinder(MentionFinder&&) noexcept = default;
MentionFinder::~MentionFinder() = default;

Result<MentionFinder> MentionFinder::Create(const NameDictionary& dictionary,
                                            const Lexicon& lexicon) {
  ASSIGN_OR_RETURN(WordReader reader, WordReader::Create());
  return MentionFinder(std::make_unique<State>(dictionary, lexicon, std::move(reader)));
}

void MentionFinder::Find(Scan* scan) {
  State& state = *state_;
  state.Reset(scan);
  for (const Block& block : scan->document.blocks) state.ReadBlock(block);
  state.Settle();
  state.LinkLoose();
  state.AddOuters();
  state.Emit();
}

const std::vector<StateWord>& MentionFinder::state_words() const {
  return state_->state_words;
}

size_t MentionFinder::CountPhrases(std::string_view text) {
  std::vector<Word>& words = state_->words;
  size_t found = 0;
  uint32_t next = 0;
  const auto end = static_cast<uint32_t>(text.size());
  words.clear();
  while (next < end || !words.empty()) {
    next = state_->reader.Read(text, {next, end}, kPieceWords, &words);
    const bool last = next >= end;
    const size_t to = last ? words.size() : words.size() - std::min(words.size(), kLookAhead);
    for (size_t i = 0; i < to;) {
      const PhraseTrie::Match match = state_->dictionary->phrases().Longest(words, i);
      found += match.words > 0;
      i += std::max<uint32_t>(match.words, 1);
    }
    words.erase(words.begin(), words.begin() + static_cast<ptrdiff_t>(to));
    if (last) break;
  }
  return found;
}

}  // namespace interdict::documents
