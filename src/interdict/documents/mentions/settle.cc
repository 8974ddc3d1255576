// Drafts that need the whole document to count.
#include <algorithm>

#include "interdict/documents/mentions/mention_work.h"

namespace interdict::documents {

// Gates that need the whole document: support of short names, context of single words.
void MentionWork::Settle() {
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

}  // namespace interdict::documents
