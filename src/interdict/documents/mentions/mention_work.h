// One document on its way to mentions: what the passes of MentionFinder share.
//
// The steps are members in files of their own: document_parties.cc keeps the parties;
// known_names.cc and read_words.cc go over the words once and draft mentions; settle.cc passes
// judgement on drafts that need the whole document; coreference.cc links surnames, acronyms and
// "the Maduro government"; find_mentions.cc puts the result in order.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "interdict/documents/mentions/find_mentions.h"
#include "interdict/documents/mentions/word_context.h"

namespace interdict::documents {

// Words read at once; the last ones of a piece are read again, so that no name is cut.
inline constexpr size_t kPieceWords = 8192;
inline constexpr size_t kLookAhead = 64;
// Beyond this size "is also written in lower case" says nothing any more.
inline constexpr size_t kLowerCaseMemoryBytes = size_t{4} << 20;

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

inline uint64_t MixSequence(uint64_t sequence, uint64_t word) {
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
  bool has_context = false;  // words of sanctions stand near
  std::string country;       // that kState asks for, where it is not the party's
  uint64_t single_word = 0;  // hash of a single-word name
  std::string brackets;      // acronym in brackets behind it
};

struct MentionWork {
  MentionWork(const NameDictionary& d, const Lexicon& l, WordReader r)
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

}  // namespace interdict::documents
