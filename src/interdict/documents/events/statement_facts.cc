#include "interdict/documents/events/statement_facts.h"

#include <algorithm>
#include <array>

#include "interdict/base/lookup_key.h"
#include "interdict/base/strings.h"
#include "interdict/entity/country.h"

namespace interdict::documents {
namespace {

using Keys = std::vector<std::string>;

void SortUnique(Keys* keys) {
  std::sort(keys->begin(), keys->end());
  keys->erase(std::unique(keys->begin(), keys->end()), keys->end());
}

Keys Words(std::string_view text) {
  Keys words;
  const std::string key = LookupKey(text);
  for (std::string_view word : SplitTrimmed(key, " ")) words.emplace_back(word);
  return words;
}

template <size_t n>
bool IsOneOf(std::string_view word, const std::array<std::string_view, n>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// "the United States", "Venezuelan", "U.S.": the country, or empty.
std::string CountryOf(const std::string& word) {
  return word == "us" || word == "usa" ? "us" : CountryCode(word);
}

// Countries that the words of a class name: "European and US officials".
Keys CountriesIn(const Keys& words) {
  Keys states;
  for (size_t i = 0; i < words.size(); ++i) {
    std::string country = CountryOf(words[i]);
    if (country.empty() && i + 1 < words.size())
      country = CountryCode(words[i] + " " + words[i + 1]);
    if (!country.empty()) states.push_back("state:" + country);
  }
  return states;
}

// Whether the party is the state itself, not a ministry or an army of it.
bool IsState(const Party& party) {
  if (party.kind != PartyKind::kGovernment || party.country.empty()) return false;
  const std::string key = LookupKey(party.name);
  return key.starts_with("government of") || key.ends_with(" government") ||
         CountryOf(key) == party.country;
}

std::string PartyKey(const Party& party) {
  if (IsState(party)) return "state:" + party.country;
  if (!party.entity.empty()) return "entity:" + party.entity;
  return "name:" + std::string(PartyKindName(party.kind)) + ":" + LookupKey(party.name);
}

bool HasAny(std::string_view key, std::initializer_list<std::string_view> parts) {
  return std::any_of(parts.begin(), parts.end(),
                     [&](std::string_view part) { return key.find(part) != key.npos; });
}

// Agencies of a state are one actor, but what a legislature does is no act of the government; the
// institutions of a union of states are one.
std::string ActorKey(const Party& party) {
  const std::string key = LookupKey(party.name);
  if (HasAny(key, {"european union", "european commission", "european council"})) return "body:eu";
  if (HasAny(key, {"united nations", "security council"})) return "body:un";
  if (party.kind != PartyKind::kGovernment || party.country.empty()) return PartyKey(party);
  const bool house = HasAny(key, {"congress", "senate", "house of representatives", "parliament",
                                  "national assembly", "legislature"});
  return (house ? "house:" : "state:") + party.country;
}

// An authority in words that name no country; empty where the words say no more than that it is
// one.
std::string ClassActorKey(const Keys& words) {
  static constexpr std::array<std::string_view, 22> kAnyAuthority = {
      "the",        "a",         "an",         "of",          "and",      "by",
      "its",        "his",       "authority",  "authorities", "official", "officials",
      "government", "regulator", "prosecutor", "prosecutors", "court",    "police",
      "ministry",   "minister",  "unnamed",    "federal"};
  std::string key;
  for (const std::string& word : words) {
    if (!IsOneOf(word, kAnyAuthority)) key += (key.empty() ? "class:" : " ") + word;
  }
  return key;
}

// One word for all that sail, one for all officers; singular.
std::string ClassWord(std::string word) {
  static constexpr std::array<std::string_view, 6> kShips = {"tanker", "vessel", "ship",
                                                             "boat",   "craft",  "freighter"};
  if (word.size() > 3 && word.ends_with("s") && !word.ends_with("ss")) word.pop_back();
  return IsOneOf(word, kShips) ? "ship" : word;
}

Keys ClassWords(std::string_view text) {
  static constexpr std::array<std::string_view, 42> kSilent = {
      "a",          "an",      "the",   "of",    "and",    "or",    "in",    "on",  "to",
      "from",       "by",      "with",  "for",   "who",    "that",  "which", "all", "any",
      "some",       "several", "other", "two",   "three",  "four",  "five",  "six", "seven",
      "eight",      "nine",    "ten",   "dozen", "dozens", "their", "his",   "its", "unnamed",
      "sanctioned", "alleged", "named", "more",  "most",   "also"};
  Keys words;
  for (std::string& word : Words(text)) {
    if (IsOneOf(word, kSilent) || IsDigits(word)) continue;
    std::string country = CountryOf(word);
    words.push_back(country.empty() ? ClassWord(std::move(word)) : std::move(country));
  }
  SortUnique(&words);
  return words;
}

// "the persons concerned", "those listed".
bool RefersBack(std::string_view text) {
  static constexpr std::array<std::string_view, 7> kBack = {"the",  "these", "those", "they",
                                                            "them", "such",  "both"};
  static constexpr std::array<std::string_view, 14> kAnybody = {
      "person", "persons", "people",    "individual", "individuals", "entity",    "entities",
      "listed", "named",   "concerned", "designated", "sanctioned",  "companies", "parties"};
  const Keys words = Words(text);
  return !words.empty() && IsOneOf(words[0], kBack) &&
         std::all_of(words.begin() + 1, words.end(), [](const std::string& word) {
           return IsOneOf(word, kAnybody) || word == "and";
         });
}

// A word before the trigger, or in it, that says it comes on top of what is there.
bool SaysRenewed(const Document& document, const Measure& measure) {
  static constexpr std::array<std::string_view, 14> kMore = {
      "new",        "additional", "further",   "more",         "fresh",   "strengthen", "tighten",
      "tightening", "expand",     "expanding", "strengthened", "tougher", "harsher",    "another"};
  constexpr uint32_t kBefore = 48;  // bytes: a few words
  const uint32_t from =
      std::max(measure.evidence.begin,
               measure.trigger.begin > kBefore ? measure.trigger.begin - kBefore : 0);
  for (const std::string& word : Words(document.Text({from, measure.trigger.end}))) {
    if (IsOneOf(word, kMore)) return true;
  }
  return false;
}

bool SaysRecently(std::string_view expression) {
  static constexpr std::array<std::string_view, 6> kRecent = {"recently", "recent", "lately",
                                                              "newly",    "just",   "latest"};
  for (const std::string& word : Words(expression)) {
    if (IsOneOf(word, kRecent)) return true;
  }
  return false;
}

void ReadActors(const Scan& scan, const Measure& measure, StatementFacts* facts) {
  for (const Role& role : measure.actors) {
    if (role.party != kNone) {
      facts->actors.push_back(ActorKey(scan.parties[role.party]));
      continue;
    }
    const Keys words = Words(role.text);
    Keys states = CountriesIn(words);
    if (states.empty()) states.push_back(ClassActorKey(words));
    facts->actors.insert(facts->actors.end(), states.begin(), states.end());
  }
  SortUnique(&facts->actors);
  std::erase(facts->actors, "");
}

void ReadTargets(const Scan& scan, const Measure& measure, StatementFacts* facts) {
  for (const Role& role : measure.targets) {
    if (role.party != kNone) {
      const Party& party = scan.parties[role.party];
      facts->targets.push_back(PartyKey(party));
      if (!IsState(party)) facts->names.push_back(ClassWords(party.name));
    } else if (RefersBack(role.text)) {
      facts->refers_back = true;
    } else if (Keys words = ClassWords(role.text); !words.empty()) {
      facts->classes.push_back(std::move(words));
    }
  }
  SortUnique(&facts->targets);
}

void ReadNamesakes(const Namesakes& namesakes, const Measure& measure, StatementFacts* facts) {
  for (const Role& role : measure.targets) {
    if (role.party == kNone || role.party >= namesakes.size()) continue;
    const Keys& keys = namesakes[role.party];
    facts->namesakes.insert(facts->namesakes.end(), keys.begin(), keys.end());
  }
  SortUnique(&facts->namesakes);
}

bool IsListing(MeasureType type) {
  return type == MeasureType::kDesignation || type == MeasureType::kSanctions ||
         type == MeasureType::kAssetFreeze;
}

bool IsRestriction(MeasureType type) {
  return type == MeasureType::kTradeRestriction || type == MeasureType::kFinancialRestriction;
}

bool IsEntailed(const Document& document, const Measure& measure, const Keys& actors) {
  const auto lists_so = [](const std::string& actor) {
    return actor == "body:eu" || actor == "body:un" || actor == "state:ch" || actor == "state:ca";
  };
  if (std::none_of(actors.begin(), actors.end(), lists_so)) return false;
  if (IsListing(measure.type) || measure.type == MeasureType::kTravelBan) return true;
  return measure.type == MeasureType::kFinancialRestriction &&
         HasAny(LookupKey(document.Text(measure.trigger)), {"funds", "any transaction"});
}

}  // namespace

Namesakes NamesakesOf(const Scan& scan) {
  Namesakes namesakes(scan.parties.size());
  for (const Mention& mention : scan.mentions) {
    if (mention.nested_in == kNone || mention.party == kNone) continue;
    const uint32_t outer = scan.mentions[mention.nested_in].party;
    if (outer == kNone || scan.parties[outer].kind != PartyKind::kGovernment) continue;
    Keys& keys = namesakes[mention.party];
    std::string key = PartyKey(scan.parties[outer]);
    if (std::find(keys.begin(), keys.end(), key) == keys.end()) keys.push_back(std::move(key));
  }
  return namesakes;
}

StatementFacts FactsOf(const Scan& scan, const Namesakes& namesakes, uint32_t scan_position,
                       uint32_t measure_position) {
  const Document& document = scan.document;
  const Measure& measure = scan.measures[measure_position];
  StatementFacts facts{.scan = scan_position, .measure = measure_position};
  facts.type = measure.type;
  facts.status = measure.status;
  facts.presupposed = measure.presupposed;
  facts.called_sanctions =
      IsRestriction(measure.type) &&
      LookupKey(document.Text(measure.trigger)).find("sanction") != std::string::npos;
  facts.renewed = SaysRenewed(document, measure);
  ReadActors(scan, measure, &facts);
  ReadTargets(scan, measure, &facts);
  if (facts.Intended() || measure.type == MeasureType::kNonRecognition) {
    ReadNamesakes(namesakes, measure, &facts);
  }
  // Ties between states have no direction: whoever cut them, the pair is the event.
  if (measure.type == MeasureType::kSeveredRelations) {
    facts.targets.insert(facts.targets.end(), facts.actors.begin(), facts.actors.end());
    SortUnique(&facts.targets);
    facts.actors.clear();
  }
  facts.entailed = IsEntailed(document, measure, facts.actors);
  facts.list = LookupKey(measure.list);
  facts.when = ReadDayRange(measure.date.value);
  // "until" says when it ends, not when it was.
  if (facts.when && facts.when->began_before) facts.when.reset();
  if (document.published.date) facts.published = ToDayRange(*document.published.date);
  facts.recent = !facts.when && SaysRecently(document.Text(measure.date.expression));
  facts.dated_in_words = !facts.when && !facts.recent && !measure.date.expression.empty();
  return facts;
}

Keys TargetWords(std::string_view text) {
  return ClassWords(text);
}

bool TypesFit(const StatementFacts& a, const StatementFacts& b, bool same_party) {
  if (a.type == b.type) return true;
  if (!same_party) return false;
  if (IsListing(a.type) && IsListing(b.type)) return true;
  if (a.entailed && b.entailed) return true;
  return (a.type == MeasureType::kSanctions && b.called_sanctions) ||
         (b.type == MeasureType::kSanctions && a.called_sanctions);
}

std::string_view TypeGroup(MeasureType type) {
  return IsListing(type) || IsRestriction(type) || type == MeasureType::kTravelBan
             ? MeasureTypeName(MeasureType::kSanctions)
             : MeasureTypeName(type);
}

bool IsListingType(MeasureType type) {
  return IsListing(type);
}

bool IsMomentary(MeasureType type) {
  return type == MeasureType::kVesselInterception || type == MeasureType::kForfeiture ||
         type == MeasureType::kAirspaceClosure || type == MeasureType::kSafePassage;
}

bool ShareKey(const Keys& a, const Keys& b) {
  for (size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    if (a[i] == b[j]) return true;
    a[i] < b[j] ? ++i : ++j;
  }
  return false;
}

}  // namespace interdict::documents
