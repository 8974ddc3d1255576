// The listed names in an index file, ready for comparison. Views borrow the file; after Open no
// access fails or allocates. Built by AddNames (name_index_builder.h). Test: name_index_test.cc.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "interdict/base/result.h"
#include "interdict/index/hash_index.h"
#include "interdict/index/index_file.h"
#include "interdict/index/name_rows.h"
#include "interdict/index/string_column.h"
#include "interdict/names/token_profile.h"

namespace interdict::index {

class NameIndex {
 public:
  // kStorage when a section is missing or points outside another. Cost: one pass over the rows.
  static Result<NameIndex> Open(const IndexFile& file);

  uint32_t token_count() const { return static_cast<uint32_t>(tokens_.size()); }
  const TokenRow& token(TokenId id) const { return tokens_[id]; }
  // Without the consonant mark.
  std::string_view TokenText(TokenId id) const {
    std::string_view text = texts_[id];
    if (tokens_[id].consonants_only != 0) text.remove_suffix(1);
    return text;
  }
  names::TokenProfile Profile(TokenId id) const;
  std::optional<TokenId> FindToken(std::string_view text, bool consonants_only) const;
  // Tokens that begin with `prefix`, itself among them: [first, second).
  std::pair<TokenId, TokenId> TokensWithPrefix(std::string_view prefix) const;
  // Tokens filed under a key (token_keys.h), and others.
  template <class Use>
  void ForEachFiledUnder(uint64_t key_hash, Use use) const {
    for (uint32_t entry : keys_.Find(key_hash)) {
      const TokenId token = TokenOfEntry(entry);
      if (entry == TokenKeyEntry(key_hash, token)) use(token);
    }
  }
  // Ask for the memory of a lookup that will follow; the first of each pair before the second.
  void PrefetchKey(uint64_t key_hash) const { keys_.PrefetchBucket(key_hash); }
  void PrefetchFiledUnder(uint64_t key_hash) const { keys_.PrefetchEntries(key_hash); }
  void PrefetchToken(TokenId id) const {
    const auto* row = reinterpret_cast<const char*>(&tokens_[id]);
    __builtin_prefetch(row);
    __builtin_prefetch(row + sizeof(TokenRow) - 1);
    texts_.Prefetch(id);
  }
  void PrefetchTokenText(TokenId id) const { __builtin_prefetch(texts_[id].data()); }
  // Scored names with the token, lightest first.
  std::span<const uint32_t> Postings(TokenId id) const {
    return postings_.subspan(posting_bounds_[id], posting_bounds_[id + 1] - posting_bounds_[id]);
  }
  // The same for a range of tokens: [first, second), token by token.
  std::span<const uint32_t> PostingsOf(std::pair<TokenId, TokenId> tokens) const {
    const uint32_t begin = posting_bounds_[tokens.first];
    return postings_.subspan(begin, posting_bounds_[tokens.second] - begin);
  }

  uint32_t name_count() const { return static_cast<uint32_t>(names_.size() - 1); }
  const ScoredNameRow& name(uint32_t scored_name) const { return names_[scored_name]; }
  NameSize size(uint32_t scored_name) const { return sizes_[scored_name]; }
  // Scored names in which initials are read (not those of craft) and that have one with this first
  // byte, lightest first.
  std::span<const uint32_t> WithInitial(char first) const {
    return initials_[static_cast<unsigned char>(first)];
  }
  // Asks for the memory of a name that will be looked at soon; PrefetchParts a little later.
  void PrefetchName(uint32_t scored_name) const { __builtin_prefetch(&names_[scored_name]); }
  void PrefetchParts(uint32_t scored_name) const {
    __builtin_prefetch(&parts_[names_[scored_name].first_part]);
  }
  // Number of the scored name of a row of PartyData::names; kNotScored when it has no parts.
  uint32_t ScoredOfName(uint32_t name) const { return scored_of_name_[name]; }
  std::span<const NamePartRow> Parts(uint32_t scored_name) const {
    return parts_.subspan(names_[scored_name].first_part,
                          names_[scored_name + 1].first_part - names_[scored_name].first_part);
  }
  std::span<const PhraseRow> Phrases(uint32_t scored_name) const {
    return phrases_.subspan(names_[scored_name].first_phrase, names_[scored_name + 1].first_phrase -
                                                                  names_[scored_name].first_phrase);
  }
  std::string_view Written(const NamePartRow& part) const { return written_[part.written]; }
  // Runs and acronyms whose text has this FormHash, phrases of this meaning, and others.
  std::span<const RunRow> Runs(uint64_t hash) const { return runs_.Find(hash); }
  void PrefetchRuns(uint64_t hash) const { runs_.PrefetchBucket(hash); }

 private:
  NameIndex() = default;
  bool IsWhole() const;
  void SumUp();

  StringColumn texts_;
  std::span<const TokenRow> tokens_;
  std::span<const uint32_t> variant_bounds_;  // empty without a table of variants
  std::span<const uint32_t> variants_;
  HashIndex<TokenId> keys_;
  std::span<const ScoredNameRow> names_;             // and one behind the last
  std::vector<NameSize> sizes_;                      // by scored name
  std::array<std::vector<uint32_t>, 256> initials_;  // by first byte
  std::span<const uint32_t> scored_of_name_;
  std::span<const NamePartRow> parts_;
  std::span<const PhraseRow> phrases_;
  StringColumn written_;
  std::span<const uint32_t> posting_bounds_;
  std::span<const uint32_t> postings_;
  HashIndex<RunRow> runs_;
};

}  // namespace interdict::index
