// The words by which a text is understood: data/documents/cues.tsv as one trie, and what a word
// says about a name. Immutable; shared by threads. Test: lexicon_test.cc.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "interdict/base/result.h"
#include "interdict/documents/mentions/phrase_trie.h"
#include "interdict/documents/mentions/words.h"

namespace interdict::documents {

// Classes of cues.tsv, in its order.
enum class Cue : uint8_t {
  kTitle,
  kOffice,
  kReport,
  kReportAct,
  kAccording,
  kCiting,
  kAnonymous,
  kDocument,
  kPress,
  kConsidered,
  kAnnounced,
  kOffered,
  kAlleged,
  kDenied,
  kEnded,
  kNegation,
  kHypothetical,
  kAppeal,
  kImpose,
  kShip,
  kAsset,
  kSanctionObject,
  kRelations,
  kTrade,
  kEntry,
  kAirspace,
  kCourtPaper,
  kConcession,
  kGood,
  kTerrorList,
  kNotState,
  kOrgHead,
  kGovHead,
  kGovCommon,
  kGroupHead,
  kVesselWord,
  kPlaceHead,
  kStatute,
  kMonth,
  kWeekday,
  kCommon,
  kVerb,
  kPolicy,
  kPressure,
  kHelping,
  kMotion,
  kIllegitimacy,
  kOrgNoun,
  kFinance,
  kBounty,
  kBlockedProperty
};
inline constexpr int kCueCount = static_cast<int>(Cue::kBlockedProperty) + 1;
std::string_view CueName(Cue cue);
std::optional<Cue> CueFromName(std::string_view name);

// Classes of the phrases that begin at a word.
using CueSet = uint64_t;
constexpr CueSet Bit(Cue cue) {
  return CueSet{1} << static_cast<unsigned>(cue);
}

class Lexicon {
 public:
  // kStorage when the table has a class that is not known.
  static Result<Lexicon> Create();

  struct Found {
    Cue cue;
    uint32_t words;
  };
  // All cues that begin at word `at`, longest first of each class. Reuses `out`.
  void At(std::span<const Word> words, size_t at, std::vector<Found>* out) const;
  // The classes of all cues that begin at word `at`.
  CueSet CuesAt(std::span<const Word> words, size_t at) const;
  // Words of the longest phrase of this class that begins there; 0: none.
  uint32_t Longest(std::span<const Word> words, size_t at, Cue cue) const;
  bool Is(std::span<const Word> words, size_t at, Cue cue) const {
    return Longest(words, at, cue) > 0;
  }
  // Classes of the word alone.
  CueSet ClassesOf(const Word& word) const;

 private:
  PhraseTrie trie_;
};

}  // namespace interdict::documents
