// A table of name variants that an operator has loaded: which single words are written for one name
// in other languages and scripts ("kozlov", "kozlow", "koslov"). It stands beside the lexicon
// (lexicon.h), which is built in and which people have checked row by row; this one is long, made
// by many hands, and its word counts for less (match/token_cost.h).
//
// A group is a name; its number is that of its Wikidata item, Q21449119 is 21449119. Two words are
// variants when one group has both. Groups do not chain: a word of two groups makes no third pair.
// What says too little is left out when the table is built: words of fewer than kLeastLetters
// letters, words of more than one token, groups with more than kMostForms words and words in more
// than kMostGroups groups (the romanised "hiroshi" stands for ninety Japanese names).
//
// Built once from the groups (VariantTableBuilder), kept as arrays in a file that processes share
// (index/variant_file.h), looked up without allocation. Test: variant_table_test.cc.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "interdict/text/fold.h"

namespace interdict::names {

// A folded word and the groups that it stands in.
struct VariantForm {
  uint32_t text;  // in the bytes
  uint32_t first_group;
  uint32_t groups;
  uint16_t size;
  uint8_t consonants_only;  // of a script without vowels: another word than the Latin one
  uint8_t unused;
};

class VariantTable {
 public:
  struct Arrays {
    std::span<const VariantForm> forms;
    std::span<const uint32_t> slots;  // open addressing by FormHash: form + 1, or 0; a power of two
    std::span<const char> bytes;
    std::span<const uint32_t> groups;  // of each form, rising
  };

  VariantTable() = default;
  // Borrows the arrays, which must be whole.
  explicit VariantTable(const Arrays& arrays) : arrays_(arrays) {}
  // Whether every number points into the arrays and every search ends; for arrays from a file.
  static bool IsWhole(const Arrays& arrays);

  // Numbers of the groups that a token stands in, rising; lives as long as the arrays.
  std::span<const uint32_t> GroupsOf(std::string_view folded, bool consonants_only) const;
  const Arrays& arrays() const { return arrays_; }

  static constexpr size_t kLeastLetters = 3;
  static constexpr size_t kMostForms = 24;
  static constexpr size_t kMostGroups = 16;

 private:
  Arrays arrays_;
};

// The lowest group in both; both rise.
std::optional<uint32_t> SharedGroup(std::span<const uint32_t> a, std::span<const uint32_t> b);

// The arrays of a table, owned.
struct VariantTableData {
  std::vector<VariantForm> forms;
  std::vector<uint32_t> slots;
  std::vector<char> bytes;
  std::vector<uint32_t> groups;
  VariantTable Table() const { return VariantTable({forms, slots, bytes, groups}); }
};

class VariantTableBuilder {
 public:
  explicit VariantTableBuilder(text::Folder folder) : folder_(std::move(folder)) {}

  // Each number once. `names` as published, in any script.
  void AddGroup(uint32_t group, std::span<const std::string_view> names);
  // The same groups in any order give the same arrays.
  VariantTableData Build();

 private:
  // Folded, as a key: what is compared and whether it is of a script without vowels. Empty: none.
  std::string KeyOf(std::string_view name);

  text::Folder folder_;
  text::FoldedName folded_;
  std::vector<std::string> keys_;
  std::unordered_map<std::string, std::vector<uint32_t>> groups_of_;
};

}  // namespace interdict::names
