// Elements of the sections 100-199: names prepared for comparison.
#pragma once

#include <cstdint>

#include "interdict/names/analyze.h"

namespace interdict::index {

using TokenId = uint32_t;

// The texts of tokens are in the order of their bytes; one of a script without vowels ends in '~',
// which no folded text has, and is another token than the Latin one of the same letters.
inline constexpr char kConsonantMark = '~';

// What a token is compared by; see names/token_profile.h.
struct TokenRow {
  uint64_t phonetic;
  uint64_t skeleton;
  uint64_t shape;
  uint64_t letters;
  uint64_t consonants;
  uint64_t digits;
  uint64_t number;
  uint32_t first_meaning;
  uint32_t meanings;
  uint32_t first_membership;
  uint32_t memberships;
  uint32_t parties;  // that have a name with this token
  uint16_t rarity;   // thousandths, 1000 = stands in one party's names only
  uint16_t skeleton_size;
  uint8_t consonants_only;
  uint8_t vowelless;
  uint8_t unused[6];
};
static_assert(sizeof(TokenRow) == 88);

struct NamePartRow {
  TokenId token;
  uint16_t structural;  // thousandths
  uint16_t weight;      // thousandths: structural times rarity
  names::PartKind kind;
  uint8_t flags;     // names::PartFlag
  char first;        // the token's first byte
  uint8_t is_long;   // 1: the token has more than one byte
  uint32_t written;  // text of kWrittenOffsets: the part's letters as written
};
static_assert(sizeof(NamePartRow) == 16);

// Entry of kTokenKeyEntries: a token, and ten bits of the key's hash, so that most entries of other
// keys in the same bucket are told without a look at the token.
inline constexpr uint32_t kTokenBits = 22;
inline constexpr uint32_t kMaxTokens = 1U << kTokenBits;
constexpr uint32_t TokenKeyEntry(uint64_t hash, TokenId token) {
  return static_cast<uint32_t>(hash >> 54) << kTokenBits | token;
}
constexpr TokenId TokenOfEntry(uint32_t entry) {
  return entry & (kMaxTokens - 1);
}

// A phrase in a listed name: several parts that are one thing (names::Phrase).
struct PhraseRow {
  uint64_t meaning;
  names::PartKind kind;
  uint8_t first, count;  // parts
  uint8_t unused[5];
};
static_assert(sizeof(PhraseRow) == 16);

// Of each row of PartyData::names: its number among the scored names, or kNotScored.
inline constexpr uint32_t kNotScored = 0xFFFFFFFF;

// A listed name that has parts. Ordered by the weight of all parts, so that postings are, too.
// One more row stands behind the last.
struct ScoredNameRow {
  uint32_t first_part;
  uint32_t first_phrase;
  uint32_t name;  // position in PartyData::names
  uint32_t party;
  uint32_t weight;  // of all parts, thousandths
  names::NameClass name_class;
  uint8_t unused[3];
};
static_assert(sizeof(ScoredNameRow) == 24);

// What a scored name is, in a byte: its class, and the structural weight of all its parts in steps;
// the last step has no end. Not in the file: NameIndex::Open makes it, so that a search can pass
// over names without a look at their rows.
class NameSize {
 public:
  static constexpr uint32_t kStep = 100;  // thousandths
  static constexpr uint8_t kMostSteps = 63;

  NameSize() = default;
  constexpr NameSize(names::NameClass name_class, uint32_t structural)
      : value_(static_cast<uint8_t>(
            static_cast<uint32_t>(name_class) << 6 |
            (structural / kStep < kMostSteps ? structural / kStep : kMostSteps))) {}

  constexpr names::NameClass name_class() const {
    return static_cast<names::NameClass>(value_ >> 6);
  }
  constexpr uint8_t step() const { return value_ & kMostSteps; }
  // Bounds of the structural weight, both inclusive.
  constexpr uint32_t least() const { return step() * kStep; }
  constexpr uint32_t most() const {
    return step() < kMostSteps ? least() + kStep - 1 : 1000 * names::Analyzer::kMaxParts;
  }

 private:
  uint8_t value_ = 0;
};

enum class RunKind : uint8_t {
  kParts,    // neighbouring parts written together; under FormHash of the text
  kAcronym,  // first letters of the words; under FormHash of the text
  kPhrase,   // a phrase; under its meaning
};

struct RunRow {
  uint32_t scored_name;
  uint8_t first;  // part; a person's run may go over the end to the beginning
  uint8_t count;
  RunKind kind;
  uint8_t unused;
};
static_assert(sizeof(RunRow) == 8);

}  // namespace interdict::index
