// All parts of two names that may stand for each other, found by comparing every part with every
// part: the plain definition, used by `compare` and, through precomputed costs, by the exhaustive
// search. The indexed search (candidates.h) must offer the same pairs. Test: pair_finder_test.cc.
#pragma once

#include <functional>
#include <span>
#include <vector>

#include "interdict/index/runs.h"
#include "interdict/match/compared_name.h"

namespace interdict {

// What may stand for one another, part by part. `cut` says that the query's part may be cut off.
TokenMatch PartCost(const WeighedPart& query, const names::TokenProfile& query_token, bool cut,
                    const WeighedPart& listed, const names::TokenProfile& listed_token,
                    bool initials);

// What `match` costs between these two parts; no match where the writing rules it out: two
// characters of Han or Hangul are the same or not, and a letter more makes another abbreviation.
TokenMatch FitToParts(const TokenMatch& match, uint8_t query_flags, uint8_t listed_flags);

// Whether initials are read as first letters of names: not in the names of bodies and craft.
bool ReadsInitials(names::NameClass query, names::NameClass listed);

// Cost of a run of the query's parts, written together, for a listed token.
TokenMatch QueryRunCost(const names::TokenProfile& run, const WeighedPart& listed,
                        const names::TokenProfile& listed_token);

// Something that the query names: the meaning of a phrase, or one of a single part's.
struct QueryMeaning {
  uint64_t meaning;
  uint64_t mask;
  bool is_phrase;
};
void GetMeanings(const ComparedName& query, std::vector<QueryMeaning>* meanings);
inline constexpr Points kPhraseCost = 250;

// Calls `use(mask, text)` for each run of the query's parts.
void ForEachQueryRun(const ComparedName& query,
                     const std::function<void(uint64_t mask, std::string_view text)>& use);

// The letters of all parts of a name as written, together; empty where a name is too long for runs.
std::string WholeText(std::span<const index::PartText> parts);

// Bits of a run of parts in a name of `size` parts; a run may go over the end.
uint64_t RunMask(size_t first, size_t count, size_t size);
constexpr uint64_t AllParts(size_t size) {
  return size >= 64 ? ~uint64_t{0} : (uint64_t{1} << size) - 1;
}

// Whether acronyms are looked for between names of these classes.
bool ReadsAcronyms(names::NameClass query, names::NameClass listed);

void FindPairs(const ComparedName& query, const ComparedName& listed, std::vector<PartPair>* pairs);

// The texts and kinds of a name's parts, as runs take them.
void GetPartTexts(const ComparedName& name, std::vector<index::PartText>* texts);

}  // namespace interdict
