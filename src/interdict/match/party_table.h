// The listed parties, prepared for comparison: names folded and cut into tokens once, identifiers
// by key. Built once per set of list versions, then immutable and shared by any number of threads.
// Borrowing: the table keeps views of the records and parties it was built from; they must outlive
// it.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "interdict/entity/record.h"
#include "interdict/resolve/parties.h"
#include "interdict/text/fold.h"

namespace interdict {

using TokenId = uint32_t;

// Distinct tokens of all names.
class Vocabulary {
 public:
  TokenId Add(std::string_view token);
  size_t size() const { return texts_.size(); }
  const std::string& text(TokenId id) const { return texts_[id]; }
  double weight(TokenId id) const { return weights_[id]; }
  // The letters and digits that occur in the token, one bit each.
  uint64_t letters(TokenId id) const { return letters_[id]; }

 private:
  std::vector<std::string> texts_;
  std::vector<double> weights_;
  std::vector<uint64_t> letters_;
  std::unordered_map<std::string, TokenId> ids_;
};

uint64_t LetterMask(std::string_view token);

// How much a token says about who is meant, in (0, 1]: legal forms and particles say little.
double TokenWeight(std::string_view token);

struct ListedName {
  uint32_t party = 0;
  const Record* record = nullptr;
  const Name* name = nullptr;
  std::vector<TokenId> tokens;
  double weight = 0;    // of all tokens together
  std::string compact;  // the tokens without spaces
};

// Position of the party and the record and identifier that gave the key.
struct ListedIdentifier {
  uint32_t party = 0;
  const Record* record = nullptr;
  const Identifier* identifier = nullptr;
};

class PartyTable {
 public:
  PartyTable(std::span<const Record> records, std::span<const Party> parties,
             const text::Folder& folder);

  std::span<const Party> parties() const { return parties_; }
  const Record& record(uint32_t position) const { return records_[position]; }
  const Vocabulary& vocabulary() const { return vocabulary_; }
  // Names of a party stand together, in the order of its records.
  std::span<const ListedName> names() const { return names_; }
  std::span<const ListedName> NamesOf(uint32_t party) const;
  // All listed identifiers with this key; those of a wide scheme (NarrowSchemes) also under the
  // keys of the schemes that it takes in. SameIdentifier has the last word.
  std::span<const ListedIdentifier> FindIdentifier(IdScheme scheme, const std::string& key) const;

 private:
  std::span<const Record> records_;
  std::span<const Party> parties_;
  Vocabulary vocabulary_;
  std::vector<ListedName> names_;
  std::vector<uint32_t> first_name_;  // of each party, and the end
  std::map<std::pair<IdScheme, std::string>, std::vector<ListedIdentifier>> identifiers_;
};

}  // namespace interdict
