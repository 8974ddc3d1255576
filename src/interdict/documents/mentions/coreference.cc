// What refers to a name told elsewhere in the document.
#include <algorithm>
#include <unordered_map>

#include "interdict/documents/mentions/mention_work.h"
#include "interdict/names/lexicon.h"

namespace interdict::documents {

// Surnames and acronyms: every link names its antecedent.
void MentionWork::LinkLoose() {
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

uint32_t MentionWork::CountryState(const Party& party) const {
  if (!party.country.empty()) return dictionary->StateOf(party.country);
  for (const std::string& code : countries)
    if (countries.size() == 1) return dictionary->StateOf(code);
  return kNone;
}

void MentionWork::AddOuters() {
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

}  // namespace interdict::documents
