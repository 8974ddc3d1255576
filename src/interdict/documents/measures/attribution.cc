// Who says so: reporting verbs, "according to", quotations, and what carries over from the sentence
// before.
#include <algorithm>

#include "interdict/documents/measures/statement.h"

namespace interdict::documents {
namespace {

// A reporting construction of the sentence and the words it covers.
struct Saying {
  Attribution attribution;
  uint32_t speaker = kNone;  // party
  size_t from = 0, to = 0;   // words covered
  size_t verb = 0;
  bool object_only = false;  // "announced sanctions": an act rather than words
};

struct SourceReader {
  const SentenceView& view;
  const Scan& scan;
  const Memory& memory;

  bool IsOutlet(const Party& party) const;
  // What the words [begin, end) are as a source; false when they are none.
  bool Classify(size_t begin, size_t end, Saying* saying) const;
  size_t SubjectBegin(size_t verb) const;
  size_t ObjectEnd(size_t begin) const;
  std::vector<Saying> Sayings() const;
  std::string Words(size_t begin, size_t end) const {
    if (begin >= end) return {};
    const Span span = view.SpanOf(begin, end - 1);
    return std::string(view.text.substr(span.begin, span.size()));
  }
  void Chain(Saying* saying) const;
};

bool SourceReader::IsOutlet(const Party& party) const {
  return party.kind == PartyKind::kOrganization && party.outlet;
}

bool SourceReader::Classify(size_t begin, size_t end, Saying* saying) const {
  Attribution& out = saying->attribution;
  end = std::min(end, view.size());
  uint32_t person = kNone, organ = kNone, outlet = kNone;
  bool anonymous = false, document = false, press = false, title = false;
  size_t pronoun = SIZE_MAX;
  for (size_t i = begin; i < end; ++i) {
    if (view.mention[i] != kNone) {
      const uint32_t party = scan.mentions[view.mention[i]].party;
      const Party& p = scan.parties[party];
      if (p.kind == PartyKind::kPerson)
        person = party;
      else if (IsOutlet(p))
        outlet = party;
      else
        organ = party;
      continue;
    }
    anonymous |= view.Has(i, Cue::kAnonymous) && !view.words[i].Is(kCapital);
    title |= view.Has(i, Cue::kTitle);
    document |= view.Has(i, Cue::kDocument);
    press |= view.Has(i, Cue::kPress);
    if (view.IsOneOf(i, {"he", "she", "him", "her", "they", "it"})) pronoun = i;
  }
  out.source = Words(begin, end);
  if (person != kNone) {
    out.kind = SourceKind::kNamedOfficial;
    out.source = scan.parties[person].name;
    saying->speaker = person;
    return true;
  }
  if (anonymous) {
    out.kind = SourceKind::kAnonymousOfficial;
    if (outlet != kNone) out.via = scan.parties[outlet].name;
    // "the official": who was introduced before.
    if (end - begin <= 2 && !memory.last_source.empty() && view.IsOneOf(begin, {"the", "this"})) {
      out.source = memory.last_source;
      if (out.via.empty()) out.via = memory.last_via;
    }
    return true;
  }
  if (outlet != kNone) {
    out.kind = SourceKind::kOutlet;
    out.source = scan.parties[outlet].name;
    return true;
  }
  if (organ != kNone && !document) {
    out.kind = SourceKind::kInstitution;
    out.source = scan.parties[organ].name;
    saying->speaker = organ;
    return true;
  }
  if (document) {
    out.kind = SourceKind::kDocument;
    return true;
  }
  if (press) {
    out.kind = SourceKind::kOutlet;
    return true;
  }
  if (pronoun != SIZE_MAX && end - begin <= 3) {
    if (view.IsOneOf(pronoun, {"they", "it"})) {
      if (!memory.previous_attributed) return false;
      out = memory.last_attribution;
      out.carried = true;
      return true;
    }
    const uint32_t speaker =
        memory.last_speaker != kNone ? memory.last_speaker : memory.last_person;
    if (speaker == kNone) return false;
    out.kind = SourceKind::kNamedOfficial;
    out.source = scan.parties[speaker].name;
    out.carried = true;
    saying->speaker = speaker;
    return true;
  }
  if (title) {
    out.kind = SourceKind::kAnonymousOfficial;
    return true;
  }
  for (size_t i = begin; i < end; ++i) {
    if (view.state[i] == kNone) continue;
    out.kind = SourceKind::kInstitution;
    return true;
  }
  return false;
}

// Where the subject of a reporting verb begins: at the clause's beginning.
size_t SourceReader::SubjectBegin(size_t verb) const {
  if (view.words[verb].gap >= Gap::kComma) return verb;
  size_t i = verb;
  while (i > 0 && verb - i < 16) {
    if (view.words[i].gap >= Gap::kOther) break;
    if (view.words[i].gap == Gap::kComma && i != verb) {
      // ", an official," stands in apposition: go on over it once; a clause before ends it.
      break;
    }
    if (view.clause[i - 1] != view.clause[verb] && view.clause[i] == view.clause[verb]) break;
    --i;
  }
  return i;
}

size_t SourceReader::ObjectEnd(size_t begin) const {
  size_t end = begin;
  while (end < view.size() && end - begin < 16) {
    if (end > begin && (view.words[end].gap >= Gap::kComma)) break;
    if (end > begin &&
        (view.IsOneOf(end, {"that", "who", "which", "on", "in", "during", "after"}) ||
         (view.Has(end, Cue::kReport) && view.mention[end] == kNone)))
      break;
    ++end;
  }
  return end;
}

// "told Reuters", "Reuters reported, citing ...": the outlet between.
void SourceReader::Chain(Saying* saying) const {
  Attribution& out = saying->attribution;
  for (size_t i = 0; i + 1 < view.size(); ++i) {
    if (!view.Has(i, Cue::kCiting) && !view.IsOneOf(i, {"told", "tells", "informed"})) continue;
    if (view.IsOneOf(i, {"told", "tells", "informed"})) {
      for (size_t at = i + 1; at < std::min(view.size(), i + 4); ++at)
        if (view.mention[at] != kNone &&
            IsOutlet(scan.parties[scan.mentions[view.mention[at]].party]))
          out.via = scan.parties[scan.mentions[view.mention[at]].party].name;
      continue;
    }
    Saying cited;
    const size_t end = ObjectEnd(i + 1);
    if (!Classify(i + 1, end, &cited)) continue;
    if (cited.attribution.kind == SourceKind::kOutlet) {
      if (out.via.empty()) out.via = cited.attribution.source;
      continue;
    }
    if (out.kind == SourceKind::kOutlet) {
      cited.attribution.via = out.source;
      cited.attribution.cue = out.cue;
      out = cited.attribution;
      saying->speaker = cited.speaker;
    }
  }
}

std::vector<Saying> SourceReader::Sayings() const {
  std::vector<Saying> found;
  const size_t n = view.size();
  for (size_t i = 0; i < n; ++i) {
    if (view.Has(i, Cue::kAccording) &&
        (view.Is(i, "according") || view.Is(i, "per") || view.Is(i, "as") || view.Is(i, "in"))) {
      size_t begin = i + 1;
      while (begin < n && view.IsOneOf(begin, {"to", "the", "words", "of", "reported", "quoted",
                                               "by", "interview", "with", "an"}))
        ++begin;
      if (begin > i + 1 && view.Is(begin - 1, "the")) --begin;
      Saying saying;
      size_t end = ObjectEnd(begin);
      if (end == begin && begin < n) end = begin + 1;
      if (!Classify(begin, end, &saying)) continue;
      saying.attribution.cue = view.SpanOf(i, std::min(end, n) - 1);
      saying.from = 0;
      saying.to = n;
      saying.verb = i;
      Chain(&saying);
      found.push_back(std::move(saying));
      i = end - 1;
      continue;
    }
    if (!view.Has(i, Cue::kReport) || view.mention[i] != kNone) continue;
    if (view.words[i].Is(kCapital) && i > 0 && !view.quoted[i] && view.Has(i, Cue::kPlaceHead))
      continue;
    // "reports indicate" is no verb of saying when a determiner stands before it.
    if (i > 0 && view.IsOneOf(i - 1, {"the", "a", "an", "to", "its", "his"}) &&
        view.words[i].gap < Gap::kComma)
      continue;
    // "claims", "reports", "notes" as nouns before their verb.
    if (view.IsOneOf(i, {"reports", "claims", "notes", "claim", "estimates", "warning"}) &&
        i + 1 < n && view.Has(i + 1, Cue::kReport))
      continue;
    Saying saying;
    saying.verb = i;
    size_t begin = SubjectBegin(i);
    bool known = begin < i && Classify(begin, i, &saying);
    bool inverted = false;
    // "A U.S. official, who asked not to be named, told": the subject before the commas.
    if (!known && view.words[i].gap == Gap::kComma && i > 2 &&
        !(i + 1 < n && view.mention[i + 1] != kNone)) {
      size_t comma = i - 1;
      while (comma > 0 && i - comma < 16 && view.words[comma].gap != Gap::kComma) --comma;
      if (comma > 0 && view.words[comma].gap == Gap::kComma) {
        const size_t first = SubjectBegin(comma - 1);
        if (Classify(first, comma, &saying)) {
          known = true;
          begin = i;
        }
      }
    }
    if (!known && i + 1 < n) {
      // "states US Ambassador to the UN Mike Waltz", "said Waltz".
      size_t end = i + 1;
      while (end < n && end - i < 14 && (end == i + 1 || view.words[end].gap < Gap::kComma) &&
             !view.IsOneOf(end, {"that", "during", "after", "in", "on", "when"}))
        ++end;
      const bool behind_quote = view.words[i].gap == Gap::kComma || view.words[i].quote_before ||
                                view.words[i].gap == Gap::kOther;
      if (behind_quote && Classify(i + 1, end, &saying)) {
        known = inverted = true;
      }
    }
    if (!known && begin == i && i == 0 && memory.previous_attributed) continue;
    if (!known) continue;
    // What is said stands behind the verb; before it when the verb closes the sentence.
    // "announce that", "took to Twitter to announce that": the phrase may end in "that".
    bool that = false;
    for (size_t at = i; at < std::min(n, i + 6); ++at)
      that |= at > i && view.Is(at, "that") && view.words[at].gap < Gap::kComma;
    // Verbs of many meanings report only with "that", a quotation or at the end of it.
    const bool plain = view.IsOneOf(
        i, {"said",     "says",     "say",       "told",       "claimed",      "claims",
            "claim",    "believes", "believe",   "insisted",   "insists",      "alleged",
            "alleges",  "argued",   "argues",    "wrote",      "tweeted",      "added",
            "stated",   "states",   "confirmed", "confirms",   "estimates",    "understands",
            "reported", "reports",  "announce",  "warned",     "acknowledged", "admitted",
            "asserted", "denied",   "denies",    "maintained", "maintains",    "predicted",
            "noted",    "hinted",   "disclosed", "revealed",   "tells"});
    const bool quote_behind =
        i + 1 < n && (view.words[i + 1].quote_before || view.words[i + 1].gap == Gap::kOther);
    const bool closing =
        inverted || (begin > 0 && begin < i &&
                     (view.words[begin].gap == Gap::kComma || view.words[begin].quote_before));
    if (!plain && !that && !quote_behind && !closing) continue;
    saying.from = closing ? 0 : i + 1;
    saying.to = closing ? begin : n;
    if (closing && !inverted &&
        (that || (i + 1 < n && view.words[i + 1].gap < Gap::kComma && begin > 0 &&
                  !view.words[begin].quote_before && view.clause[begin] > 0))) {
      // A clause of introduction before the subject: "On Friday, Bolton said that ...".
      saying.from = i + 1;
      saying.to = n;
    }
    if (inverted) saying.to = i;
    saying.object_only =
        !that && !closing &&
        view.IsOneOf(i, {"announced", "announces", "announcing", "declared", "declares", "reported",
                         "read", "promised", "pledged", "denied", "denies", "rejected", "rejects",
                         "dismissed", "repeated", "posted", "mentioned", "noted"});
    saying.attribution.cue = view.SpanOf(std::min(begin, i), i);
    Chain(&saying);
    found.push_back(std::move(saying));
  }
  // "..., citing a senior official" without a verb of saying, and "seen by Reuters".
  if (found.empty()) {
    for (size_t i = 0; i + 1 < n; ++i) {
      if (!view.Has(i, Cue::kCiting)) continue;
      Saying saying;
      if (!Classify(i + 1, ObjectEnd(i + 1), &saying)) continue;
      saying.attribution.cue = view.SpanOf(i, i);
      saying.to = n;
      found.push_back(std::move(saying));
    }
  }
  return found;
}

}  // namespace

Attribution FindAttribution(const SentenceView& view, const Trigger& trigger, const Scan& scan,
                            const Roles& roles, Memory* memory, std::vector<std::string>* rules) {
  const SourceReader reader{view, scan, *memory};
  const std::vector<Saying> sayings = reader.Sayings();
  Attribution out;
  const size_t t = trigger.begin;
  const uint32_t clause = view.clause[t];
  size_t clause_begin = t;
  while (clause_begin > 0 && view.clause[clause_begin - 1] == clause) --clause_begin;
  // The author speaks in relative clauses, unless they are quoted.
  // So in a participle behind a comma: "..., both designated as ...".
  const bool participle = trigger.voice == Voice::kPassive && t > 0 &&
                          (view.words[t].gap == Gap::kComma ||
                           (view.IsOneOf(t - 1, {"both", "all", "also", "already", "newly"}) &&
                            view.words[t - 1].gap == Gap::kComma));
  const bool relative =
      (view.IsOneOf(clause_begin, {"which", "who", "whose", "whom", "where"}) || participle) &&
      !view.quoted[t];
  const Saying* best = nullptr;
  for (const Saying& saying : sayings) {
    // "The indictment alleges ...": the measure is itself the document that speaks.
    if (saying.attribution.kind == SourceKind::kDocument && t + 3 >= saying.verb &&
        t < saying.verb && trigger.voice == Voice::kNoun &&
        trigger.type == MeasureType::kIndictment) {
      best = &saying;
      break;
    }
    if (t < saying.from || t >= saying.to || saying.verb == t) continue;
    // "announced sanctions": the noun is what the verb does, unless words follow.
    if (saying.object_only && trigger.voice == Voice::kNoun && view.clause[saying.verb] == clause)
      continue;
    if (saying.object_only && view.clause[saying.verb] == clause && t < saying.verb + 8) continue;
    if (best == nullptr || saying.verb > best->verb) best = &saying;
  }
  if (best != nullptr && !relative) {
    out = best->attribution;
    rules->emplace_back(out.carried ? "attribution.carried" : "attribution.source");
  } else if (best == nullptr && sayings.empty() && memory->previous_attributed && view.quoted[t] &&
             !relative) {
    // A quotation without a speaker goes on with the one before.
    out = memory->last_attribution;
    out.carried = true;
    rules->emplace_back("attribution.carried_quotation");
  } else {
    rules->emplace_back(relative && best != nullptr ? "attribution.relative_clause"
                                                    : "attribution.author");
  }
  // The one who is hit by the measure speaks for himself.
  uint32_t speaker = best == nullptr ? kNone : best->speaker;
  if (out.kind == SourceKind::kNamedOfficial || out.kind == SourceKind::kInstitution) {
    for (const Role& target : roles.targets) {
      if (target.party == kNone || speaker == kNone) continue;
      const Party& said = scan.parties[speaker];
      const Party& hit = scan.parties[target.party];
      const bool same = target.party == speaker;
      const bool own_state = !said.country.empty() && said.country == hit.country &&
                             (hit.kind == PartyKind::kGovernment || hit.kind == PartyKind::kPerson);
      if (same || own_state) out.kind = SourceKind::kAffectedParty;
    }
  }
  if (speaker != kNone && !roles.actors.empty() && roles.actors.front().party != kNone) {
    const std::string& country = scan.parties[roles.actors.front().party].country;
    out.competent = !country.empty() && scan.parties[speaker].country == country;
  }
  return out;
}

// What the next sentence may refer to.
void Remember(const SentenceView& view, const Scan& scan, Memory* memory) {
  const SourceReader reader{view, scan, *memory};
  const std::vector<Saying> sayings = reader.Sayings();
  memory->previous_attributed = !sayings.empty();
  for (const Saying& saying : sayings) {
    memory->last_attribution = saying.attribution;
    if (saying.speaker != kNone && scan.parties[saying.speaker].kind == PartyKind::kPerson)
      memory->last_speaker = saying.speaker;
    if (saying.attribution.kind == SourceKind::kAnonymousOfficial) {
      if (!saying.attribution.source.starts_with("the ") || memory->last_source.empty())
        memory->last_source = saying.attribution.source;
      if (!saying.attribution.via.empty()) memory->last_via = saying.attribution.via;
    }
  }
  for (uint32_t mention : view.mentions) {
    const uint32_t party = scan.mentions[mention].party;
    if (scan.parties[party].kind == PartyKind::kPerson) memory->last_person = party;
  }
  // Nested persons: "the Maduro regime".
  for (auto at = MentionFrom(scan, view.span.begin);
       at != scan.mentions.end() && at->span.begin < view.span.end; ++at)
    if (scan.parties[at->party].kind == PartyKind::kPerson) memory->last_person = at->party;
}

}  // namespace interdict::documents
