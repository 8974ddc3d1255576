#include "interdict/documents/measures/find_measures.h"
#include "interdict/base/strings.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "interdict/documents/dates.h"
#include "interdict/documents/measures/statement.h"
#include "interdict/documents/measures/trigger_table.h"
#include "interdict/documents/sentences.h"

namespace interdict::documents {
namespace {

// In documents beyond this, only blocks with a trigger are read for speakers.
constexpr size_t kReadAllBytes = size_t{4} << 20;
// A block beyond this is read in pieces; a sentence of no end is cut there.
constexpr uint32_t kMaxSentenceBytes = 16 << 10;

// The noun phrase of a list: "designated as a Foreign Terrorist Organization".
constexpr std::pair<std::string_view, std::string_view> kLists[] = {
    {"foreign terrorist organi", "Foreign Terrorist Organization"},
    {"specially designated global terrorist", "Specially Designated Global Terrorist"},
    {"specially designated national", "Specially Designated Nationals"},
    {"sdn list", "Specially Designated Nationals"},
    {"unreliable entit", "Unreliable Entity List"},
    {"entity list", "Entity List"},
    {"state sponsor of terrorism", "State Sponsors of Terrorism"}};

bool IsContinuation(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0) == 0x80;
}

// "$50 million" -> "USD 50000000".
std::string AmountIn(std::string_view text) {
  const size_t dollar = text.find('$');
  if (dollar == std::string_view::npos) return {};
  size_t at = dollar + 1;
  while (at < text.size() && text[at] == ' ') ++at;
  double value = 0, unit = 1;
  bool digits = false, fraction = false;
  for (; at < text.size(); ++at) {
    const char c = text[at];
    if (c >= '0' && c <= '9') {
      digits = true;
      if (fraction) unit /= 10;
      value = fraction ? value + (c - '0') * unit : value * 10 + (c - '0');
    } else if (c == '.' && !fraction && at + 1 < text.size() && text[at + 1] >= '0' &&
               text[at + 1] <= '9') {
      fraction = true;
    } else if (c != ',') {
      break;
    }
  }
  if (!digits) return {};
  const std::string behind = AsciiLower(text.substr(at, 12));
  const size_t word = behind.find_first_not_of(" -");
  if (word != std::string::npos) {
    const std::string_view rest = std::string_view(behind).substr(word);
    if (rest.starts_with("million") || rest.starts_with("m ")) value *= 1e6;
    if (rest.starts_with("billion") || rest.starts_with("bn")) value *= 1e9;
  }
  return "USD " + std::to_string(static_cast<uint64_t>(value + 0.5));
}

}  // namespace

struct MeasureFinder::State {
  State(const NameDictionary& d, const Lexicon& l, TriggerTable t, WordReader r)
      : dictionary(&d), lexicon(&l), triggers(std::move(t)), reader(std::move(r)) {}

  const NameDictionary* dictionary;
  const Lexicon* lexicon;
  TriggerTable triggers;
  WordReader reader;

  Scan* scan = nullptr;
  const std::vector<StateWord>* state_words = nullptr;
  Memory memory;
  SentenceView view;
  std::vector<Word> words;
  std::vector<Span> sentences;
  std::optional<std::vector<DateExpression>> dates;  // of the sentence, once they were asked for
  std::optional<std::string> lower;                  // the sentence in lower case, the same
  std::vector<Measure> pending;  // of sentences that nothing bore out yet: "The indictment alleges"

  bool HasTrigger(Span span);
  void ReadBlock(const Block& block);
  void ReadSentence(Span sentence, bool title);
  std::optional<Measure> Read(const Trigger& trigger, bool title);
  bool IsBorneOut(const Trigger& trigger, const Roles& roles) const;
  DateValue DateOf(const Trigger& trigger);
  void RememberDate();
  bool IsListing(const Trigger& trigger, const Measure& measure) const;
  void FindContest();
};

bool MeasureFinder::State::HasTrigger(Span span) {
  uint32_t next = span.begin;
  while (next < span.end) {
    words.clear();
    next = reader.Read(scan->document.text.substr(0, span.end), {next, span.end}, 4096, &words);
    for (size_t i = 0; i < words.size(); ++i)
      if (triggers.MayBegin(words, i)) return true;
    if (words.empty()) break;
  }
  return false;
}

// Only acts of public authority are measures.
bool MeasureFinder::State::IsBorneOut(const Trigger& trigger, const Roles& roles) const {
  // Sport, schools, shops and private law have sanctions, licences and rewards of their own.
  size_t foreign = 0;
  bool state = false, listed = false;
  for (size_t i = 0; i < view.size(); ++i) {
    foreign += view.Has(i, Cue::kNotState);
    state |= view.state[i] != kNone;
    if (view.mention[i] == kNone) continue;
    const Party& party = scan->parties[scan->mentions[view.mention[i]].party];
    state |= party.kind == PartyKind::kGovernment;
    listed |= !party.entity.empty() || party.kind == PartyKind::kArmedGroup;
  }
  // Courts approve, indict and forfeit; they put nobody on lists.
  for (const Role& actor : roles.actors) {
    const bool court = actor.text.find("Court") != std::string::npos ||
                       actor.text.find("Tribunal") != std::string::npos;
    if (court && trigger.type != MeasureType::kIndictment &&
        trigger.type != MeasureType::kForfeiture && trigger.type != MeasureType::kAssetFreeze &&
        trigger.type != MeasureType::kVesselInterception)
      return false;
  }
  if (foreign > 0 && !listed && !(state && roles.explicit_actor)) return false;
  if (foreign > 1 && !listed) return false;
  if (roles.explicit_actor || listed) return true;
  // Words that only authorities' acts have need no more than a state named beside them.
  const bool plain =
      trigger.type == MeasureType::kAssetFreeze || trigger.type == MeasureType::kTravelBan ||
      trigger.type == MeasureType::kDesignation || trigger.type == MeasureType::kSanctions ||
      trigger.type == MeasureType::kLicence || trigger.type == MeasureType::kIndictment ||
      trigger.type == MeasureType::kFinancialRestriction || trigger.type == MeasureType::kRelief;
  if (foreign == 0 && plain && (state || memory.main_actor != kNone)) return true;
  if (roles.resolved_target && (state || trigger.type != MeasureType::kVesselInterception))
    return true;
  // "This designation ...": a measure of the document is meant.
  const bool known =
      !memory.last_targets[static_cast<size_t>(trigger.type)].empty() || memory.main_actor != kNone;
  return known && !roles.targets.empty() && state;
}

DateValue MeasureFinder::State::DateOf(const Trigger& trigger) {
  DateValue out;
  if (!dates) dates = FindDates(scan->document.text, view.span);
  const DateExpression* best = nullptr;
  size_t best_distance = SIZE_MAX;
  for (const DateExpression& date : *dates) {
    size_t word = 0;
    while (word + 1 < view.size() && view.words[word].end <= date.span.begin) ++word;
    size_t behind = word;
    while (behind < view.size() && view.words[behind].begin < date.span.end) ++behind;
    // "the July 2024 election": the date of another thing, unless that is the trigger.
    const bool modifies = behind < view.size() && view.words[behind].gap == Gap::kSpace &&
                          !view.words[behind].Is(kCapital) && word > 0 &&
                          view.IsOneOf(word - 1, {"the", "a", "an", "their", "his", "its"}) &&
                          date.form != DateForm::kRelative;
    if (modifies && (trigger.begin < behind || trigger.begin > behind + 2)) continue;
    size_t distance = word > trigger.begin ? word - trigger.begin : trigger.begin - word;
    const uint32_t date_clause = view.clause[std::min(word, view.size() - 1)];
    const uint32_t trigger_clause = view.clause[trigger.begin];
    if (date_clause != trigger_clause) {
      // The date of a clause before may hold for the next ("severed in 2019 and imposed").
      if (date_clause > trigger_clause) continue;
      distance += 30;
    }
    if (distance < best_distance) {
      best_distance = distance;
      best = &date;
    }
  }
  if (best == nullptr) return out;
  bool future = false;
  for (size_t i = 0; i < view.size(); ++i)
    future |= view.clause[i] == view.clause[trigger.begin] && view.IsOneOf(i, {"will", "shall"});
  const Tense tense = future ? Tense::kFuture : Tense::kPast;
  ResolvedDate resolved = ResolveDate(*best, scan->document.published.date, tense);
  // Without a date of publication, "on 20 February" is read by the full date before it.
  if (!scan->document.published.date && memory.told_date &&
      (resolved.value.empty() || resolved.value.starts_with("--")) &&
      best->form != DateForm::kVague && best->form != DateForm::kRelative) {
    resolved = ResolveDate(*best, memory.told_date, tense);
    resolved.rule += "+date.told_before";
  }
  out.expression = best->span;
  out.value = resolved.value;
  out.readings = resolved.readings;
  out.rule = resolved.rule;
  return out;
}

// "imposed sanctions on Igor Sechin", "on ten individuals and two entities": a listing, where a
// verb imposes them; sanctions on a state, or those merely spoken of, are a programme.
bool MeasureFinder::State::IsListing(const Trigger& trigger, const Measure& measure) const {
  if (measure.type != MeasureType::kSanctions || trigger.voice != Voice::kNoun ||
      measure.status != MeasureStatus::kInForce || measure.targets.empty())
    return false;
  bool imposed = false;
  for (size_t i = trigger.begin; i-- > 0 && trigger.begin - i <= 6;) {
    if (view.words[i + 1].gap >= Gap::kComma) break;
    imposed |= view.IsOneOf(i, {"impose", "imposed", "imposes", "imposing", "slapped", "placed",
                                "announced", "levied", "issued", "introduced"});
  }
  if (!imposed) return false;
  for (const Role& target : measure.targets) {
    if (target.party != kNone) {
      const PartyKind kind = scan->parties[target.party].kind;
      if (kind != PartyKind::kGovernment && scan->parties[target.party].country != "eu")
        return true;
      continue;
    }
    for (std::string_view word : {"individual", "entit", "compan", "official", "people", "person",
                                  "firm", "bank", "judge", "leader", "vessel", "tanker"})
      if (target.text.find(word) != std::string::npos) return true;
  }
  return false;
}

// The last full date of the text, for later ones without a year.
void MeasureFinder::State::RememberDate() {
  if (scan->document.published.date) return;
  for (const DateExpression& date : FindDates(scan->document.text, view.span)) {
    if (date.form != DateForm::kDay) continue;
    if (const auto day = PartialDate::Day(date.year, date.month, date.day)) memory.told_date = day;
  }
}

std::optional<Measure> MeasureFinder::State::Read(const Trigger& trigger, bool title) {
  Roles roles = FindRoles(view, trigger, &memory, *dictionary, scan);
  if (!IsBorneOut(trigger, roles)) return std::nullopt;
  StatusReading status = FindStatus(view, trigger, title);
  if (status.dropped) return std::nullopt;
  Measure measure;
  measure.type = trigger.type;
  measure.rules.push_back("trigger." + std::string(trigger.row->id));
  measure.attribution = FindAttribution(view, trigger, *scan, roles, &memory, &measure.rules);
  // What only the author negates is not there; what a source negates is denied.
  if (status.status == MeasureStatus::kDenied && measure.attribution.kind == SourceKind::kAuthor)
    return std::nullopt;
  measure.actors = roles.actors;
  measure.targets = roles.targets;
  measure.status = status.status;
  measure.condition = status.condition;
  measure.ended = status.ended;
  measure.presupposed = trigger.voice == Voice::kModifier;
  for (std::string& rule : roles.rules) measure.rules.push_back(std::move(rule));
  for (std::string& rule : status.rules) measure.rules.push_back(std::move(rule));
  measure.trigger = view.SpanOf(trigger.begin, trigger.end - 1);
  if (trigger.thing_end > 0)
    measure.trigger = {std::min(measure.trigger.begin, view.words[trigger.thing_begin].begin),
                       std::max(measure.trigger.end, view.words[trigger.thing_end - 1].end)};
  measure.evidence = view.span;
  if (IsListing(trigger, measure)) {
    measure.type = MeasureType::kDesignation;
    measure.rules.emplace_back("type.imposed_on_named_party");
  }
  measure.date = DateOf(trigger);
  if (measure.type == MeasureType::kDesignation || measure.type == MeasureType::kSanctions) {
    if (!lower) lower = AsciiLower(view.text.substr(view.span.begin, view.span.size()));
    for (const auto& [words_of_list, list] : kLists) {
      if (lower->find(words_of_list) == std::string::npos) continue;
      measure.list = list;
      break;
    }
  }
  if (measure.type == MeasureType::kReward)
    measure.amount = AmountIn(view.text.substr(view.span.begin, view.span.size()));
  return measure;
}

void MeasureFinder::State::ReadSentence(Span sentence, bool title) {
  view.Fill(*scan, *state_words, sentence, *lexicon, &reader);
  dates.reset();
  lower.reset();
  if (view.words.empty()) return;
  RememberDate();
  const size_t first = scan->measures.size();
  for (const Trigger& trigger : triggers.Find(view, *scan)) {
    // "a blockade of sanctioned vessels": described by its target, no measure of its own.
    const Span place = view.SpanOf(trigger.begin, trigger.end - 1);
    const bool in_target =
        trigger.voice == Voice::kModifier &&
        std::any_of(scan->measures.begin() + static_cast<ptrdiff_t>(first), scan->measures.end(),
                    [&](const Measure& other) {
                      return std::any_of(
                          other.targets.begin(), other.targets.end(),
                          [&](const Role& target) { return target.span.Contains(place); });
                    });
    if (in_target) continue;
    auto measure = Read(trigger, title);
    if (!measure) continue;
    // One measure per type, actor, target set and status in a sentence.
    const bool repeated = std::any_of(
        scan->measures.begin() + static_cast<ptrdiff_t>(first), scan->measures.end(),
        [&](const Measure& other) {
          const auto same_roles = [](const std::vector<Role>& a, const std::vector<Role>& b) {
            return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                              [](const Role& x, const Role& y) { return x.text == y.text; });
          };
          return other.type == measure->type && other.status == measure->status &&
                 same_roles(other.actors, measure->actors) &&
                 same_roles(other.targets, measure->targets);
        });
    if (repeated) continue;
    const auto type = static_cast<size_t>(measure->type);
    if (!measure->targets.empty()) {
      memory.last_targets[type] = measure->targets;
      memory.last_any_targets = measure->targets;
    }
    if (!measure->actors.empty()) {
      memory.last_actors[type] = measure->actors;
      if (measure->actors.front().party != kNone) memory.main_actor = measure->actors.front().party;
    }
    scan->measures.push_back(std::move(*measure));
  }
  Remember(view, *scan, &memory);
}

void MeasureFinder::State::ReadBlock(const Block& block) {
  if (block.kind != BlockKind::kTitle && block.kind != BlockKind::kBody) return;
  const std::string_view text = scan->document.text;
  if (text.size() > kReadAllBytes && !HasTrigger(block.span)) return;
  sentences.clear();
  SplitSentences(text, block.span, &sentences);
  const std::vector<Span> all = sentences;
  for (Span sentence : all) {
    if (text.size() > kReadAllBytes && !HasTrigger(sentence)) continue;
    for (uint32_t begin = sentence.begin; begin < sentence.end;) {
      Span piece{begin, std::min(sentence.end, begin + kMaxSentenceBytes)};
      // Not within a character or a word.
      while (piece.end < sentence.end && piece.end > piece.begin + 1 && text[piece.end] != ' ')
        --piece.end;
      if (piece.end == piece.begin + 1) {
        piece.end = std::min(sentence.end, begin + kMaxSentenceBytes);
        while (piece.end < sentence.end && IsContinuation(text[piece.end]) &&
               piece.end > piece.begin + kMaxSentenceBytes - 4)
          --piece.end;
      }
      ReadSentence(piece, block.kind == BlockKind::kTitle);
      begin = piece.end;
    }
  }
}

// "Maduro has denied the charges": contests the grounds of measures of that type.
void MeasureFinder::State::FindContest() {
  for (Measure& measure : scan->measures) {
    if (measure.attribution.kind != SourceKind::kAffectedParty) continue;
    for (const Role& target : measure.targets)
      if (target.party != kNone && measure.contested_by.empty())
        measure.contested_by.push_back(target.party);
  }
}

MeasureFinder::MeasureFinder(std::unique_ptr<State> state) : state_(std::move(state)) {}
MeasureFinder::MeasureFinder(MeasureFinder&&) noexcept = default;
MeasureFinder::~MeasureFinder() = default;

Result<MeasureFinder> MeasureFinder::Create(const NameDictionary& dictionary,
                                            const Lexicon& lexicon) {
  ASSIGN_OR_RETURN(TriggerTable triggers, TriggerTable::Create());
  ASSIGN_OR_RETURN(WordReader reader, WordReader::Create());
  return MeasureFinder(
      std::make_unique<State>(dictionary, lexicon, std::move(triggers), std::move(reader)));
}

void MeasureFinder::Find(const std::vector<StateWord>& state_words, Scan* scan) {
  State& state = *state_;
  state.scan = scan;
  state.state_words = &state_words;
  state.memory = {};
  scan->measures.clear();
  for (const Block& block : scan->document.blocks) state.ReadBlock(block);
  state.FindContest();
}

}  // namespace interdict::documents
