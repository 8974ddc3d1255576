// Who acts and who is acted upon.
#include <algorithm>

#include "interdict/base/strings.h"
#include "interdict/documents/measures/statement.h"

namespace interdict::documents {
namespace {

constexpr FoldedWord kTargetPrepositions[] = {"on",   "against", "of",   "for", "targeting",
                                              "upon", "to",      "from", "with"};
constexpr FoldedWord kAnyPreposition[] = {
    "on", "against", "of",   "for",  "from",   "in",    "to",     "with", "at",      "over",
    "by", "upon",    "into", "near", "within", "under", "inside", "off",  "between", "about"};

bool IsGovernment(const Party& party) {
  return party.kind == PartyKind::kGovernment;
}

struct RoleFinder {
  const SentenceView& view;
  const Trigger& trigger;
  Memory& memory;
  const NameDictionary& dictionary;
  Scan* scan;
  Roles out;

  const Party& PartyOfWord(size_t i) const {
    return scan->parties[scan->mentions[view.mention[i]].party];
  }
  bool IsMention(size_t i) const { return i < view.size() && view.mention[i] != kNone; }

  // A government, a union of states, a court; or a person who heads one.
  bool IsAuthority(size_t i) const {
    if (!IsMention(i)) return false;
    const Party& party = PartyOfWord(i);
    if (IsGovernment(party) || party.country == "eu") return true;
    if (party.kind == PartyKind::kOrganization && party.entity.empty()) {
      for (const Institution& institution : dictionary.institutions())
        if (institution.name == party.name) return institution.role != "outlet";
    }
    return false;
  }

  // Bodies that state-owned firms and the press are not.
  Role RoleOfMention(uint32_t mention) const {
    const Mention& m = scan->mentions[mention];
    return {m.party, scan->parties[m.party].name, m.span};
  }

  uint32_t GovernmentOf(uint32_t state) {
    const auto known = memory.government_of.find(state);
    if (known != memory.government_of.end()) return known->second;
    return memory.government_of[state] = FindOrAddGovernment(state);
  }

  uint32_t FindOrAddGovernment(uint32_t state) {
    const State& row = dictionary.states()[state];
    Party party = GovernmentParty(row);
    for (uint32_t i = 0; i < scan->parties.size(); ++i)
      if (scan->parties[i].name == party.name) return i;
    scan->parties.push_back(std::move(party));
    return static_cast<uint32_t>(scan->parties.size() - 1);
  }

  Role GovernmentRole(uint32_t state, Span span) {
    const uint32_t party = GovernmentOf(state);
    return {party, scan->parties[party].name, span};
  }

  // The state of a person who speaks or acts for one.
  std::optional<uint32_t> StateOfPerson(const Party& party) const {
    if (party.kind != PartyKind::kPerson || party.country.empty()) return std::nullopt;
    const uint32_t state = dictionary.StateOf(party.country);
    if (state == kNone) return std::nullopt;
    return state;
  }

  void FindActor();
  bool IsSpokenOf() const;
  uint32_t PersonBefore(size_t word) const;
  uint32_t GroupNamedBy(size_t begin, size_t end) const;
  GroupOfWord GroupsOf(const std::string& word) const;
  bool ActorBefore();
  bool ActorBehind();
  bool SubjectLeft();
  void FindTargets();
  bool Add(std::vector<Role>* to, Role role);
  bool TakeNounPhrase(size_t begin, std::string_view rule);
  bool TakeObject(size_t begin, std::string_view rule);
  bool TakeSubject(std::string_view rule);
};

bool RoleFinder::Add(std::vector<Role>* to, Role role) {
  for (const Role& other : *to)
    if (other.text == role.text) return false;
  to->push_back(std::move(role));
  return true;
}

// "US sanctions", "Washington's new oil embargo", "American sanctions": right before the noun.
bool RoleFinder::ActorBefore() {
  if (trigger.voice == Voice::kActive || trigger.voice == Voice::kPassive) return false;
  for (size_t i = trigger.begin; i-- > 0 && trigger.begin - i <= 5;) {
    if (view.words[i + 1].gap >= Gap::kComma) return false;
    if (IsAuthority(i)) {
      const size_t last = i;
      // "pressure on Venezuela sanctions"? The state must not be in a phrase of its own.
      const size_t first = view.BeginOf(scan->mentions[view.mention[i]]);
      if (first > 0 && view.IsOneOf(first - 1, {"on", "against", "from", "in", "with"}) &&
          !view.words[last].Is(kPossessive) && i + 1 != trigger.begin)
        return false;
      out.actors.push_back(RoleOfMention(view.mention[i]));
      out.rules.emplace_back("actor.modifier");
      return true;
    }
    if (view.state[i] != kNone && (i + 1 == trigger.begin || view.words[i].Is(kPossessive))) {
      out.actors.push_back(GovernmentRole(view.state[i], view.SpanOf(i, i)));
      out.rules.emplace_back("actor.state_adjective");
      return true;
    }
    if (view.IsOneOf(i, kAnyPreposition) || view.Has(i, Cue::kVerb)) return false;
  }
  return false;
}

// "by the US", "that the US imposed".
bool RoleFinder::ActorBehind() {
  for (size_t i = trigger.end; i < view.size() && i < trigger.end + 24; ++i) {
    if (view.words[i].gap >= Gap::kStop) break;
    if (view.Is(i, "by")) {
      for (size_t at = i + 1; at < std::min(view.size(), i + 6); ++at) {
        if (view.words[at].gap >= Gap::kComma) break;
        if (IsAuthority(at)) {
          out.actors.push_back(RoleOfMention(view.mention[at]));
          out.rules.emplace_back("actor.by");
          return true;
        }
        if (view.state[at] != kNone) {
          out.actors.push_back(GovernmentRole(view.state[at], view.SpanOf(at, at)));
          out.rules.emplace_back("actor.by_state");
          return true;
        }
      }
    }
    if (trigger.voice == Voice::kNoun && IsAuthority(i) &&
        (view.IsOneOf(i == 0 ? 0 : view.BeginOf(scan->mentions[view.mention[i]]) - 1,
                      {"that", "which", "the"}))) {
      const size_t end = view.EndOf(scan->mentions[view.mention[i]]);
      if (end < view.size() &&
          (view.Has(end, Cue::kImpose) || view.IsOneOf(end, {"has", "had", "have"}))) {
        out.actors.push_back(RoleOfMention(view.mention[i]));
        out.rules.emplace_back("actor.relative_clause");
        return true;
      }
    }
  }
  return false;
}

// The nearest authority left of the trigger that can be the subject of its verb.
bool RoleFinder::SubjectLeft() {
  std::optional<size_t> found;
  bool person = false;
  for (size_t i = trigger.begin; i-- > 0;) {
    const bool authority = IsAuthority(i);
    const bool head = !authority && IsMention(i) && StateOfPerson(PartyOfWord(i)).has_value();
    if (!authority && !head) continue;
    const size_t first = view.BeginOf(scan->mentions[view.mention[i]]);
    size_t before = first;
    while (before > 0 && view.words[before].gap < Gap::kComma &&
           (view.IsOneOf(before - 1, {"the", "a"}) || view.Has(before - 1, Cue::kTitle) ||
            view.state[before - 1] != kNone))
      --before;
    // The object of a preposition or of another verb acts not: "accused the US of ...".
    const bool governed =
        before > 0 && view.words[before].gap < Gap::kComma &&
        (view.IsOneOf(before - 1, kAnyPreposition) ||
         (view.Has(before - 1, Cue::kReportAct) &&
          view.clause[before - 1] == view.clause[before]) ||
         view.IsOneOf(before - 1, {"including", "like", "despite", "urged", "told"}));
    // "after Maduro took office ... and imposed": the subject of another clause.
    size_t opening = first;
    while (opening > 0 && view.clause[opening - 1] == view.clause[first]) --opening;
    const bool subordinate =
        view.clause[first] != view.clause[trigger.begin] &&
        view.IsOneOf(opening, {"after", "before", "when", "while", "who", "which", "whose", "as",
                               "because", "although", "though", "since", "if", "until"});
    const bool possessive = view.words[i].Is(kPossessive);
    if (!governed && !possessive && !subordinate) {
      if (authority) {
        found = i;
        person = false;
        break;
      }
      if (!found) {
        found = i;
        person = true;
      }
    }
    i = first;
    if (i == 0) break;
  }
  if (!found) return false;
  if (person) {
    const auto state = StateOfPerson(PartyOfWord(*found));
    out.actors.push_back(GovernmentRole(*state, scan->mentions[view.mention[*found]].span));
    out.rules.emplace_back("actor.head_of_government");
    return true;
  }
  out.actors.push_back(RoleOfMention(view.mention[*found]));
  out.rules.emplace_back("actor.subject");
  // "The United States and Venezuela severed relations": both act.
  const size_t first = view.BeginOf(scan->mentions[view.mention[*found]]);
  if (first >= 2 && view.Is(first - 1, "and") && IsAuthority(first - 2))
    out.actors.insert(out.actors.begin(), RoleOfMention(view.mention[first - 2]));
  return true;
}

// "Maduro denied the charges": the subject speaks of the measure and is no actor.
bool RoleFinder::IsSpokenOf() const {
  if (trigger.voice != Voice::kNoun) return false;
  for (size_t i = trigger.begin; i-- > 0 && trigger.begin - i <= 3;) {
    if (view.words[i + 1].gap >= Gap::kComma) return false;
    if (view.IsOneOf(i,
                     {"denied",     "denies",     "deny",     "rejected",  "rejects",   "dismissed",
                      "dismisses",  "disputed",   "disputes", "condemned", "condemns",  "denounced",
                      "criticized", "criticised", "blasted",  "slammed",   "faces",     "faced",
                      "face",       "facing",     "defied",   "defies",    "protested", "called"}))
      return true;
  }
  return false;
}

void RoleFinder::FindActor() {
  const bool spoken_of = IsSpokenOf();
  if (ActorBefore() || ActorBehind() || (!spoken_of && SubjectLeft())) {
    out.explicit_actor = true;
    return;
  }
  // Named lists belong to their states; else whoever acted last.
  const std::string_view sentence = view.text.substr(view.span.begin, view.span.size());
  for (std::string_view list :
       {"Foreign Terrorist Organization", "Specially Designated", "OFAC", "SDN", "E.O.",
        "Executive Order", "foreign terrorist organization"}) {
    if (sentence.find(list) == std::string_view::npos) continue;
    for (uint32_t i = 0; i < dictionary.states().size(); ++i) {
      if (dictionary.states()[i].code != "us") continue;
      out.actors.push_back(GovernmentRole(i, {}));
      out.rules.emplace_back("actor.of_the_list");
      return;
    }
  }
  for (size_t i = 0; i < view.size(); ++i) {
    // "US officials say sanctions ...": a state by its adjective, left of the trigger.
    if (i >= trigger.begin || view.state[i] == kNone || IsMention(i)) continue;
    if (i + 1 < view.size() && (view.Has(i + 1, Cue::kAnonymous) || view.Has(i + 1, Cue::kTitle) ||
                                view.Has(i + 1, Cue::kGovHead))) {
      out.actors.push_back(GovernmentRole(view.state[i], view.SpanOf(i, i)));
      out.rules.emplace_back("actor.officials_of_state");
      return;
    }
  }
  const auto& last = memory.last_actors[static_cast<size_t>(trigger.type)];
  if (!last.empty()) {
    out.actors = last;
    out.rules.emplace_back("actor.of_the_measure_before");
  } else if (memory.main_actor != kNone) {
    out.actors.push_back({memory.main_actor, scan->parties[memory.main_actor].name, {}});
    out.rules.emplace_back("actor.of_the_document");
  }
}

// The person whom "his" at a word means: the last one named before it.
uint32_t RoleFinder::PersonBefore(size_t word) const {
  uint32_t found = memory.last_person;
  for (auto at = MentionFrom(*scan, view.span.begin);
       at != scan->mentions.end() && at->span.begin < view.words[word].begin; ++at)
    if (scan->parties[at->party].kind == PartyKind::kPerson) found = at->party;
  return found;
}

GroupOfWord RoleFinder::GroupsOf(const std::string& word) const {
  GroupOfWord groups;
  for (uint32_t p = 0; p < scan->parties.size(); ++p) {
    const Party& party = scan->parties[p];
    if (party.kind != PartyKind::kArmedGroup) continue;
    if (AsciiLower(party.name).find(word) == std::string::npos) continue;
    groups.several = groups.party != kNone;
    if (groups.several) return groups;
    groups.party = p;
  }
  return groups;
}

// "an alleged drug cartel": the one armed group of the document whose name has the word.
uint32_t RoleFinder::GroupNamedBy(size_t begin, size_t end) const {
  for (size_t i = begin; i < end; ++i) {
    if (!view.Has(i, Cue::kGroupHead)) continue;
    const std::string word = AsciiLower(view.Written(i));
    const auto [known, is_new] = memory.groups_of.try_emplace(word);
    if (is_new) known->second = GroupsOf(word);
    if (known->second.several) return kNone;
    if (known->second.party != kNone) return known->second.party;
  }
  return kNone;
}

// The mentions of a noun phrase that begins at word `begin`: "Tren de Aragua and the Sinaloa
// cartel"; without a mention the words themselves.
bool RoleFinder::TakeNounPhrase(size_t begin, std::string_view rule) {
  size_t i = begin;
  bool any = false;
  size_t described_end = begin;
  while (i < view.size()) {
    if (i > begin) {
      const Gap gap = view.words[i].gap;
      if (gap >= Gap::kStop || (gap == Gap::kOther && !view.words[i].quote_before)) break;
      // "two companies, Rosneft and Lukoil": the names behind the class.
      if (gap == Gap::kComma && !any && i > begin + 1 && !IsMention(i)) break;
    }
    if (IsMention(i)) {
      const uint32_t mention = view.mention[i];
      const Party& party = scan->parties[scan->mentions[mention].party];
      const bool outlet = party.kind == PartyKind::kOrganization && party.entity.empty() &&
                          std::any_of(dictionary.institutions().begin(),
                                      dictionary.institutions().end(), [&](const Institution& row) {
                                        return row.name == party.name && row.role == "outlet";
                                      });
      if (!outlet) {
        Add(&out.targets, RoleOfMention(mention));
        any = true;
      }
      i = view.EndOf(scan->mentions[mention]);
      described_end = i;
      // "government of self-proclaimed ...", "and", ", ": the row goes on.
      if (i >= view.size()) break;
      if (view.words[i].gap == Gap::kComma || view.Is(i, "and") || view.Is(i, "or")) {
        size_t next = i;
        while (next < view.size() &&
               (view.IsOneOf(next, {"and", "or", "the", "as", "well", "its"}) ||
                view.Has(next, Cue::kTitle)))
          ++next;
        if (next < view.size() && next - i <= 6 && IsMention(next)) {
          i = next;
          continue;
        }
      }
      // "PDVSA and ...": only coordination leads on; a verb or preposition ends the phrase.
      if (view.words[i].gap < Gap::kComma && i + 1 < view.size() && IsMention(i + 1) &&
          view.Has(i, Cue::kTitle)) {
        ++i;
        continue;
      }
      break;
    }
    if (i > begin && (view.Has(i, Cue::kVerb) || view.clause[i] != view.clause[begin])) break;
    if (i > begin &&
        view.IsOneOf(i, {"by",        "after",  "over",  "to",       "since", "as",
                         "that",      "who",    "which", "if",       "until", "because",
                         "including", "during", "under", "pursuant", "in",    "for",
                         "following", "amid",   "at",    "against",  "with"}))
      break;
    if (i - begin >= 12) break;
    described_end = i + 1;
    ++i;
  }
  if (any) {
    out.rules.emplace_back(rule);
    return true;
  }
  // A class in words: "senior Venezuelan military officers".
  size_t first = begin;
  while (first < described_end && view.IsOneOf(first, {"the", "a", "an", "its", "his", "their"}))
    ++first;
  if (first >= described_end) return false;
  // "his regime", "him": the person before.
  Role role;
  role.span = view.SpanOf(first, described_end - 1);
  role.text = view.text.substr(role.span.begin, role.span.size());
  const uint32_t person_before = PersonBefore(first);
  if (first > 0 && view.IsOneOf(first - 1, {"his", "her"}) && person_before != kNone) {
    const Party& person = scan->parties[person_before];
    if (view.IsOneOf(first, {"regime", "government", "administration"})) {
      if (const auto state = StateOfPerson(person)) {
        Add(&out.targets, GovernmentRole(*state, role.span));
        out.rules.emplace_back("target.his_government");
        return true;
      }
    }
  }
  if (view.IsOneOf(first, {"him", "her", "them", "he", "she", "they", "it", "this", "that"})) {
    if (person_before == kNone || view.IsOneOf(first, {"it", "this", "that", "they", "them"}))
      return false;
    Add(&out.targets, {person_before, scan->parties[person_before].name, role.span});
    out.rules.emplace_back("target.pronoun");
    return true;
  }
  // "an association ..., known as the Cartel de los Soles".
  if (const uint32_t group = GroupNamedBy(first, described_end); group != kNone) {
    Add(&out.targets, {group, scan->parties[group].name, role.span});
    out.rules.emplace_back("target.group_word");
    return true;
  }
  for (size_t i2 = described_end; i2 + 1 < view.size(); ++i2) {
    if (view.words[i2].gap >= Gap::kStop) break;
    const bool known_as = view.Is(i2, "known") && view.Is(i2 + 1, "as");
    if (!known_as && !view.IsOneOf(i2, {"called", "named", "dubbed"})) continue;
    for (size_t at = i2 + 1; at < std::min(view.size(), i2 + 5); ++at) {
      if (!IsMention(at)) continue;
      Add(&out.targets, RoleOfMention(view.mention[at]));
      out.rules.emplace_back("target.known_as");
      return true;
    }
  }
  // "Venezuelan airspace", "Cuban officials": the words, and for trade and airspace the state.
  for (size_t i2 = first; i2 < described_end; ++i2) {
    if (view.state[i2] == kNone) continue;
    if (trigger.type == MeasureType::kAirspaceClosure ||
        trigger.type == MeasureType::kTradeRestriction || trigger.type == MeasureType::kTariff)
      Add(&out.targets, GovernmentRole(view.state[i2], view.SpanOf(i2, i2)));
  }
  Add(&out.targets, role);
  out.rules.emplace_back(std::string(rule) + "_class");
  return true;
}

bool RoleFinder::TakeObject(size_t begin, std::string_view rule) {
  if (begin >= view.size() || view.words[begin].gap >= Gap::kOther) return false;
  if (view.words[begin].gap == Gap::kComma) return false;
  return TakeNounPhrase(begin, rule);
}

// The subject of a passive: the mentions right before the auxiliary.
bool RoleFinder::TakeSubject(std::string_view rule) {
  bool any = false;
  uint32_t clause = view.clause[trigger.begin];
  for (size_t i = trigger.begin; i-- > 0;) {
    if (view.words[i + 1].gap >= Gap::kStop) break;
    if (any && view.clause[i] != clause) break;
    if (!IsMention(i)) {
      if (any && !view.IsOneOf(i, {"and", "the", "or"}) && !view.Has(i, Cue::kTitle)) break;
      continue;
    }
    const uint32_t mention = view.mention[i];
    const size_t first = view.BeginOf(scan->mentions[mention]);
    const bool is_actor =
        !out.actors.empty() && out.actors.front().party == scan->mentions[mention].party;
    if (!is_actor) {
      Role role = RoleOfMention(mention);
      if (std::none_of(out.targets.begin(), out.targets.end(),
                       [&](const Role& other) { return other.text == role.text; }))
        out.targets.insert(out.targets.begin(), role);
      any = true;
      clause = view.clause[i];
    }
    i = first;
    if (i == 0) break;
  }
  if (any) out.rules.emplace_back(rule);
  return any;
}

void RoleFinder::FindTargets() {
  size_t end = std::max(trigger.end, trigger.thing_end);
  // "measures against": the preposition of the trigger leads to the target.
  if (trigger.thing_end == 0 && trigger.end > trigger.begin + 1 &&
      view.IsOneOf(trigger.end - 1, kTargetPrepositions))
    --end;
  // Ships, and what a participle describes: the words themselves.
  if (trigger.type == MeasureType::kVesselInterception) {
    const size_t thing = trigger.thing_begin;
    for (size_t i = thing; i < std::min(view.size(), thing + 5); ++i)
      if (IsMention(i) && PartyOfWord(i).kind == PartyKind::kVessel)
        Add(&out.targets, RoleOfMention(view.mention[i]));
    if (out.targets.empty()) {
      size_t first = trigger.voice == Voice::kPassive ? thing : trigger.end;
      if (first > thing) first = thing;
      while (first < thing && view.IsOneOf(first, {"the", "a", "an"})) ++first;
      size_t last = thing;
      while (last + 1 < view.size() && view.words[last + 1].gap < Gap::kComma && last < thing + 7 &&
             !view.IsOneOf(last + 1, {"in", "on", "off", "near", "at", "as", "by", "after", "was",
                                      "were", "that", "which", "and"}))
        ++last;
      Role role;
      role.span = view.SpanOf(first, last);
      role.text = view.text.substr(role.span.begin, role.span.size());
      Add(&out.targets, role);
    }
    out.resolved_target = true;
    out.rules.emplace_back("target.ship");
    return;
  }
  if (trigger.voice == Voice::kModifier && trigger.thing_end == 0) {
    if (TakeObject(trigger.end, "target.described_noun")) return;
  }
  const bool recognition = trigger.type == MeasureType::kNonRecognition;
  const auto& earlier = memory.last_targets[static_cast<size_t>(trigger.type)];
  // "This designation, announced recently".
  if (trigger.voice == Voice::kNoun && trigger.begin > 0 && !earlier.empty() &&
      view.IsOneOf(trigger.begin - 1, {"this", "these", "that", "such", "those"})) {
    out.targets = earlier;
    out.rules.emplace_back("target.of_the_measure_before");
    return;
  }
  // "Venezuelan airspace": the state's adjective stands before the thing.
  if (trigger.type == MeasureType::kAirspaceClosure) {
    const size_t thing = trigger.thing_end > 0 ? trigger.thing_begin : trigger.begin;
    for (size_t i = thing; i-- > 0 && thing - i <= 3;) {
      if (view.state[i] == kNone) continue;
      Add(&out.targets, GovernmentRole(view.state[i], view.SpanOf(i, i)));
      out.rules.emplace_back("target.state_of_airspace");
      return;
    }
  }
  // "declares his regime illegitimate": between verb and adjective.
  if (trigger.row->with == Cue::kIllegitimacy && trigger.thing_begin > trigger.end &&
      TakeObject(trigger.end, "target.object"))
    return;
  if (trigger.type == MeasureType::kSafePassage) {
    // Who may leave: the person named nearest behind, else before.
    std::optional<uint32_t> person;
    for (uint32_t mention : view.mentions) {
      const Mention& m = scan->mentions[mention];
      if (scan->parties[m.party].kind != PartyKind::kPerson) continue;
      const bool behind = m.span.begin >= view.words[trigger.begin].begin;
      if (behind) {
        person = mention;
        break;
      }
      if (trigger.voice != Voice::kActive) person = mention;
    }
    if (person) {
      Add(&out.targets, RoleOfMention(*person));
      out.rules.emplace_back("target.person_of_passage");
      return;
    }
  }
  if (IsSpokenOf()) {
    for (size_t i = trigger.begin; i-- > 0;) {
      if (!IsMention(i)) continue;
      Add(&out.targets, RoleOfMention(view.mention[i]));
      out.rules.emplace_back("target.speaks_of_it");
      return;
    }
  }
  if (trigger.voice == Voice::kPassive) {
    if (TakeSubject("target.passive_subject")) return;
    if (trigger.thing_end == 0 && trigger.begin > 0) {
      // The words of the subject.
      size_t last = trigger.begin - 1;
      while (last > 0 && (view.Has(last, Cue::kVerb) || view.Is(last, "been"))) --last;
      size_t first = last;
      while (first > 0 && view.words[first].gap < Gap::kComma &&
             view.clause[first - 1] == view.clause[last] && last - first < 6)
        --first;
      while (first < last && view.IsOneOf(first, {"the", "a", "an"})) ++first;
      if (!view.Has(last, Cue::kVerb) && !view.IsOneOf(last, kAnyPreposition)) {
        if (view.IsOneOf(first,
                         {"those", "they", "both", "who", "these", "he", "she", "it", "we"}) &&
            !memory.last_any_targets.empty()) {
          out.targets = memory.last_any_targets;
          out.rules.emplace_back("target.anaphora");
          return;
        }
        Role role;
        role.span = view.SpanOf(first, last);
        role.text = view.text.substr(role.span.begin, role.span.size());
        Add(&out.targets, role);
        out.rules.emplace_back("target.passive_subject_class");
        return;
      }
    }
  }
  const bool direct_object =
      trigger.row->kind == TriggerKind::kVerb || recognition ||
      (trigger.row->kind == TriggerKind::kPhrase && !view.Is(trigger.end, "with"));
  if (direct_object && trigger.voice != Voice::kPassive && trigger.thing_end == 0) {
    if (TakeObject(trigger.end, "target.object")) return;
  }
  if (trigger.row->kind == TriggerKind::kAct && trigger.row->type == MeasureType::kDesignation) {
    // "added X to the list", "labelled X a terrorist organisation": between verb and list.
    if (trigger.voice == Voice::kActive && trigger.thing_begin > trigger.end &&
        TakeObject(trigger.end, "target.object"))
      return;
  }
  // "... on X", "against X", "of X": the next preposition behind.
  for (size_t i = end; i < std::min(view.size(), end + 14); ++i) {
    if (view.words[i].gap >= Gap::kStop ||
        (i > end && view.clause[i] > view.clause[trigger.begin] + 1))
      break;
    if (view.IsOneOf(i, {"that", "which"}) && i + 1 < view.size() &&
        view.IsOneOf(i + 1, {"prevents", "bars", "prohibits", "stops", "bans", "forbids", "keeps",
                             "targets", "targeted", "hit"}) &&
        TakeNounPhrase(i + 2, "target.relative_clause"))
      return;
    if (i > end + 1 && view.IsOneOf(i, {"that", "which", "who", "if", "after", "when", "while"}))
      break;
    // "indictment accusing Maduro", "charging", "targeting": a participle leads on to the target.
    const std::string_view word = view.Written(i);
    const bool leads = word.ends_with("ing") && word.size() > 6 && i <= end + 1 &&
                       !view.Has(i, Cue::kSanctionObject);
    if (!view.IsOneOf(i, kTargetPrepositions) && !leads) continue;
    if (view.Is(i, "to") && trigger.type != MeasureType::kRelief &&
        trigger.type != MeasureType::kLicence && trigger.type != MeasureType::kSafePassage)
      continue;
    if (view.IsOneOf(i, {"for", "from", "with", "at"}) &&
        view.state[std::min(i + 1, view.size() - 1)] == kNone &&
        !(i + 1 < view.size() && IsMention(i + 1)) && trigger.type != MeasureType::kReward &&
        trigger.type != MeasureType::kSafePassage && trigger.type != MeasureType::kLicence)
      continue;
    // "on Wednesday", "of 20 May": a date.
    if (i + 1 < view.size() && (view.Has(i + 1, Cue::kWeekday) || view.Has(i + 1, Cue::kMonth) ||
                                view.words[i + 1].Is(kDigits)))
      continue;
    if (i + 1 < view.size() && TakeNounPhrase(i + 1, "target.preposition")) {
      // "for facts leading to Maduro's arrest": a class, but a person stands behind.
      if (trigger.type == MeasureType::kReward) {
        std::vector<Role> persons;
        for (size_t at = end; at < view.size(); ++at)
          if (IsMention(at) && (PartyOfWord(at).kind == PartyKind::kPerson ||
                                PartyOfWord(at).kind == PartyKind::kArmedGroup))
            if (persons.empty()) persons.push_back(RoleOfMention(view.mention[at]));
        if (!persons.empty()) {
          out.targets = persons;
        } else if (out.targets.front().party == kNone) {
          out.targets.clear();
          break;
        }
      }
      return;
    }
  }
  // Before the noun: "Cartel Designation", "Maduro's indictment", "Iran sanctions".
  if (trigger.voice == Voice::kNoun) {
    for (size_t i = trigger.begin; i-- > 0 && trigger.begin - i <= 3;) {
      if (view.words[i + 1].gap >= Gap::kComma) break;
      if (view.IsOneOf(i, kAnyPreposition)) break;
      if (!IsMention(i)) continue;
      const bool is_actor =
          !out.actors.empty() && out.actors.front().party == scan->mentions[view.mention[i]].party;
      if (is_actor) break;
      Add(&out.targets, RoleOfMention(view.mention[i]));
      out.rules.emplace_back("target.modifier");
      return;
    }
  }
  // "Cartel Designation": the noun before, in words.
  if (trigger.type == MeasureType::kDesignation && trigger.voice == Voice::kNoun &&
      trigger.begin > 0 && view.words[trigger.begin].gap == Gap::kSpace &&
      view.Has(trigger.begin - 1, Cue::kGroupHead)) {
    Role role;
    role.span = view.SpanOf(trigger.begin - 1, trigger.begin - 1);
    role.text = view.text.substr(role.span.begin, role.span.size());
    if (const uint32_t group = GroupNamedBy(trigger.begin - 1, trigger.begin); group != kNone) {
      role.party = group;
      role.text = scan->parties[group].name;
    }
    Add(&out.targets, role);
    out.rules.emplace_back("target.group_word");
    return;
  }
  // Nothing leads to it: who else is named in the sentence, listed parties first.
  const auto& last = earlier;
  // "US sanctions" again: those that were told of before.
  const bool again =
      trigger.voice == Voice::kNoun && !last.empty() && !out.rules.empty() &&
      (out.rules.front() == "actor.modifier" || out.rules.front() == "actor.state_adjective");
  if (again) {
    out.targets = last;
    out.rules.emplace_back("target.of_the_measure_before");
    return;
  }
  const bool definite = trigger.begin > 0 &&
                        view.IsOneOf(trigger.begin - 1, {"this", "the", "these", "such", "those"});
  if (definite && !last.empty()) {
    out.targets = last;
    out.rules.emplace_back("target.of_the_measure_before");
    return;
  }
  // "Their assets", "those designated": whoever the measure before was about.
  const bool anaphoric = std::any_of(view.words.begin(), view.words.end(), [&](const Word& word) {
    const size_t i = static_cast<size_t>(&word - view.words.data());
    return i < trigger.end + 3 &&
           view.IsOneOf(i, {"their", "they", "them", "those", "both", "its", "he", "she", "his"});
  });
  if (anaphoric && !memory.last_any_targets.empty()) {
    out.targets = memory.last_any_targets;
    out.rules.emplace_back("target.anaphora");
    return;
  }
  const auto pick = [&](auto accept, std::string_view rule) {
    size_t best_distance = SIZE_MAX;
    std::optional<uint32_t> best;
    for (uint32_t mention : view.mentions) {
      const Mention& m = scan->mentions[mention];
      if (!out.actors.empty() && out.actors.front().party == m.party) continue;
      if (!accept(scan->parties[m.party])) continue;
      const size_t at = view.BeginOf(m);
      const size_t distance = at > trigger.begin ? at - trigger.begin : trigger.begin - at;
      if (distance < best_distance) {
        best_distance = distance;
        best = mention;
      }
    }
    if (!best) return false;
    Add(&out.targets, RoleOfMention(*best));
    out.rules.emplace_back(rule);
    return true;
  };
  // "declares his regime illegitimate": the person of the pronoun.
  for (size_t i = trigger.begin; i < std::min(view.size(), trigger.begin + 6); ++i) {
    if (!view.IsOneOf(i, {"his", "her"}) ||
        !(i + 1 < view.size() && view.IsOneOf(i + 1, {"regime", "government", "administration"})))
      continue;
    for (uint32_t mention : view.mentions) {
      const Party& party = scan->parties[scan->mentions[mention].party];
      const auto state = StateOfPerson(party);
      if (!state) continue;
      Add(&out.targets, GovernmentRole(*state, view.SpanOf(i, i + 1)));
      out.rules.emplace_back("target.his_government");
      return;
    }
  }
  if (pick([](const Party& p) { return !p.entity.empty(); }, "target.listed_in_sentence")) return;
  if (trigger.type == MeasureType::kAirspaceClosure ||
      trigger.type == MeasureType::kTradeRestriction) {
    for (size_t i = 0; i < view.size(); ++i) {
      if (view.state[i] == kNone) continue;
      Role role = GovernmentRole(view.state[i], view.SpanOf(i, i));
      if (!out.actors.empty() && out.actors.front().text == role.text) continue;
      Add(&out.targets, role);
      out.rules.emplace_back("target.state_in_sentence");
      return;
    }
  }
  if (pick(
          [](const Party& p) {
            return p.kind == PartyKind::kPerson || p.kind == PartyKind::kArmedGroup;
          },
          "target.person_in_sentence"))
    return;
  if (!last.empty()) {
    out.targets = last;
    out.rules.emplace_back("target.of_the_measure_before");
    return;
  }
  pick([](const Party& p) { return IsGovernment(p); }, "target.government_in_sentence");
}

}  // namespace

Roles FindRoles(const SentenceView& view, const Trigger& trigger, Memory* memory,
                const NameDictionary& dictionary, Scan* scan) {
  RoleFinder finder{view, trigger, *memory, dictionary, scan, {}};
  finder.FindActor();
  finder.FindTargets();
  Roles& out = finder.out;
  // Mutual acts: both on both sides.
  if (trigger.type == MeasureType::kSeveredRelations) {
    if (out.actors.size() == 2) {
      out.targets = {out.actors[1], out.actors[0]};
      out.rules.emplace_back("roles.mutual");
    } else if (!out.actors.empty()) {
      std::erase_if(out.targets, [&](const Role& r) { return r.text == out.actors.front().text; });
    }
  }
  // "The US and Venezuela ... imposed sanctions on Caracas": of two subjects the other one.
  if (out.actors.size() > 1 && trigger.type != MeasureType::kSeveredRelations) {
    std::erase_if(out.actors, [&](const Role& actor) {
      return std::any_of(out.targets.begin(), out.targets.end(),
                         [&](const Role& target) { return target.text == actor.text; });
    });
  }
  // Nobody restricts itself, except by mistake of reading.
  if (out.targets.size() > 1 && !out.actors.empty())
    std::erase_if(out.targets, [&](const Role& r) { return r.text == out.actors.front().text; });
  for (const Role& role : out.targets) {
    if (role.party == kNone) continue;
    const Party& party = scan->parties[role.party];
    if (!party.entity.empty() || party.kind == PartyKind::kGovernment ||
        party.kind == PartyKind::kArmedGroup)
      out.resolved_target = true;
  }
  for (const Role& role : out.targets)
    if (role.party == kNone && role.text.find("tanker") != std::string::npos)
      out.resolved_target = true;
  return out;
}

}  // namespace interdict::documents
