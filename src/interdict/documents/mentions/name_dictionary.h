// The names that a text is searched for: every name and alias of the loaded lists, in the orders
// and short forms that news use, and the states, institutions, groups and office holders of
// data/documents.
//
// Of "MADURO MOROS, Nicolas" the dictionary has: as listed; given names first; first given name and
// all family names; first given name and first family name. Of a body: as listed; without legal
// forms and article. What a phrase may mean is a list of meanings: two parties of one name have one
// phrase. Words are those of WordReader, so that text and list agree. Immutable after Build; shared
// by threads. Test: name_dictionary_test.cc.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "interdict/base/result.h"
#include "interdict/documents/mentions/phrase_trie.h"
#include "interdict/documents/mentions/words.h"
#include "interdict/documents/scan.h"
#include "interdict/index/name_index.h"
#include "interdict/index/party_data.h"

namespace interdict::documents {

enum class Sense : uint8_t {
  kListed,       // id: party of the lists
  kState,        // id: row of the table of states
  kAdjective,    // the same: "Venezuelan"
  kSeat,         // the same: "Caracas"
  kInstitution,  // id: row of the table of institutions
  kGroup,        // id: row of the table of groups
  kOfficeHolder  // id: row of the table of office holders
};

enum class Form : uint8_t {
  kWhole,        // as listed, in any order
  kShort,        // first given and first family name; a body's name without its legal form
  kTranslation,  // a form of another language
  kAcronym,
  kSurname  // of an office holder
};

struct Meaning {
  Sense sense;
  Form form;
  bool weak = false;           // a weak alias of its list
  bool capitals_only = false;  // counts only as written: "US", "OFAC"
  bool needs_state = false;    // counts only where the text names the state elsewhere
  uint32_t id = 0;
  uint32_t name = kNone;  // row of PartyData::names
  bool operator==(const Meaning&) const = default;
};

struct State {
  std::string_view code, name;
};
std::string WithArticle(const State& state);  // "the United States", "Venezuela"
Party GovernmentParty(const State& state);  // "Government of Venezuela"; the European Union itself
struct Institution {
  std::string_view name, country, role;
  PartyKind kind;
  uint32_t listed = kNone;  // the party of the lists of this name
};
struct Group {
  std::string_view name, country;
  PartyKind kind;
  uint32_t listed = kNone;
};
struct OfficeHolder {
  std::string_view name, country;
  uint32_t listed = kNone;
};

class NameDictionary {
 public:
  // Cost: about 10 microseconds a name. The lists are borrowed for the dictionary's life; nullptr:
  // the tables alone.
  static Result<NameDictionary> Build(const index::PartyData* parties,
                                      const index::NameIndex* names);

  const PhraseTrie& phrases() const { return trie_; }
  std::span<const uint32_t> MeaningsOf(uint32_t phrase) const { return trie_.Values(phrase); }
  const Meaning& meaning(uint32_t number) const { return meanings_[number]; }

  // Phrases that differ from the words of the text in spelling only: one word at least is exact and
  // rare on the lists, every other is within one edit (five letters or more), two (nine or more),
  // or has the same consonants. The phrase covers word `at`; `begin` and `count` say which words.
  struct NearMatch {
    uint32_t phrase, begin, count;
    double score;  // 1 less the share of letters that differ
  };
  bool IsRare(uint64_t word) const { return rare_.Has(word); }
  void FindNear(std::string_view text, std::span<const Word> words, size_t at, WordReader* reader,
                std::vector<NearMatch>* out) const;

  const index::PartyData* parties() const { return parties_; }
  std::span<const State> states() const { return states_; }
  std::span<const Institution> institutions() const { return institutions_; }
  std::span<const Group> groups() const { return groups_; }
  std::span<const OfficeHolder> office_holders() const { return office_holders_; }
  // Row of a state by its code; kNone.
  uint32_t StateOf(std::string_view code) const;

  PartyKind KindOf(uint32_t party) const;  // of a party of the lists
  size_t bytes() const { return trie_.bytes(); }

 private:
  struct Builder;
  struct Occurrence {
    uint32_t phrase;
    uint16_t position;
  };
  // Words that few phrases have, and where.
  struct RareWords {
    std::vector<uint64_t> filter;
    unsigned shift = 63;
    std::unordered_map<uint64_t, std::vector<Occurrence>> places;
    bool Has(uint64_t word) const {
      const uint64_t bit = word >> shift;
      return !filter.empty() && (filter[bit / 64] >> (bit % 64) & 1) != 0;
    }
  };

  const index::PartyData* parties_ = nullptr;
  PhraseTrie trie_;
  std::vector<Meaning> meanings_;
  std::vector<State> states_;
  std::vector<Institution> institutions_;
  std::vector<Group> groups_;
  std::vector<OfficeHolder> office_holders_;
  RareWords rare_;
  // Words of the phrases that FindNear may find: of phrase p, spelling_[first_spelling_[p]...].
  std::vector<uint32_t> first_spelling_;
  std::vector<uint32_t> spelling_;  // offsets into letters_, zero-terminated
  std::string letters_;
};

}  // namespace interdict::documents
