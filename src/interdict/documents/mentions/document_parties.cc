// The parties of one document: one for all mentions of it.
#include <algorithm>

#include "interdict/base/strings.h"
#include "interdict/documents/mentions/mention_work.h"

namespace interdict::documents {
namespace {

// Whether a word of five letters or more stands in both names.
bool SharesWord(std::string_view a, std::string_view b) {
  const std::string in = AsciiLower(a), words = AsciiLower(b);
  size_t begin = 0;
  while (begin < words.size()) {
    const size_t end = std::min(words.find(' ', begin), words.size());
    if (end - begin >= 5 && in.find(words.substr(begin, end - begin)) != std::string::npos)
      return true;
    begin = end + 1;
  }
  return false;
}

}  // namespace

uint32_t MentionWork::PartyFor(const std::string& key, Party party) {
  const auto [at, added] = party_of.emplace(key, static_cast<uint32_t>(scan->parties.size()));
  if (added) scan->parties.push_back(std::move(party));
  return at->second;
}

uint32_t MentionWork::ListedParty(uint32_t number) {
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

uint32_t MentionWork::GovernmentOf(uint32_t state) {
  const State& row = dictionary->states()[state];
  return PartyFor("S" + std::string(row.code), GovernmentParty(row));
}

// "French navy", "Venezuela's military": an organ of the state.
uint32_t MentionWork::OrganOf(uint32_t state, std::string_view written) {
  const auto& row = dictionary->states()[state];
  Party party;
  party.kind = PartyKind::kGovernment;
  party.country = row.code;
  const bool military = written.ends_with("ilitary") || written.ends_with("rmed forces");
  party.name = military ? "Armed forces of " + WithArticle(row) : std::string(written);
  return PartyFor("A" + party.name, std::move(party));
}

uint32_t MentionWork::PartyOf(const Meaning& meaning) {
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

}  // namespace interdict::documents
