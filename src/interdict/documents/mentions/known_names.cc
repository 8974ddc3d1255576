// Names that the dictionary has: listed parties with their gates, states, institutions, groups, and
// IMO numbers.
#include <algorithm>

#include "interdict/documents/mentions/mention_work.h"
#include "interdict/documents/mentions/state_mentions.h"
#include "interdict/entity/identifier.h"
#include "interdict/names/lexicon.h"

namespace interdict::documents {

bool MentionWork::HasCapitals(const WordContext& context, size_t at, size_t count) const {
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
bool MentionWork::IsInLongerName(const WordContext& context, size_t at, size_t count,
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

size_t MentionWork::TryListed(const WordContext& context, size_t at, size_t count,
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

size_t MentionWork::TryMatch(const WordContext& context, size_t at,
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

size_t MentionWork::TryPhrase(const WordContext& context, size_t at) {
  if (!dictionary->phrases().MayBegin(context.words, at)) return 0;
  dictionary->phrases().All(context.words, at, Gap::kOther, &matches);
  const std::vector<PhraseTrie::Match> found = matches;
  for (size_t i = found.size(); i-- > 0;)
    if (const size_t taken = TryMatch(context, at, found[i]); taken > 0) return taken;
  return 0;
}

size_t MentionWork::TryNear(const WordContext& context, size_t at) {
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
size_t MentionWork::TryImo(const WordContext& context, size_t at) {
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

}  // namespace interdict::documents
