// What a publisher's rows or elements say about one party, before it becomes a Record: for each
// kind of part (a name, an address, ...) the values given, each a list of cells.
//
// The same party in CSV and in XML gives the same parts, so that one function builds the Record for
// both. CSV files repeat parts (one row per name and address is a product of the two): a part that
// was given before is not taken again.
// Borrowing: cells live until Clear(). Test: party_parts_test.cc.
#pragma once

#include <cstddef>
#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace interdict {

class PartyParts {
 public:
  using Cells = std::vector<std::string_view>;

  explicit PartyParts(size_t kinds) : kinds_(kinds) {}

  // Takes a part, its cells trimmed and made valid UTF-8; false when every cell is blank, the same
  // part was given before, or there are kMaxParts of the kind.
  static constexpr size_t kMaxParts = 10000;
  bool Add(size_t kind, std::span<const std::string_view> cells);

  // The parts of a kind, in the order given.
  const std::vector<Cells>& Of(size_t kind) const { return kinds_[kind].parts; }
  // The cell of the first part of that kind, "" when there is none.
  std::string_view First(size_t kind, size_t cell = 0) const;

  // Whether a cell had bytes that are not UTF-8 and were replaced.
  bool replaced_bytes() const { return replaced_bytes_; }
  // Whether a part was left out because of kMaxParts: no party of any list comes near it.
  bool overflow() const { return overflow_; }
  static std::string OverflowText();

  void Clear();

 private:
  struct Kind {
    std::vector<Cells> parts;
    std::unordered_set<std::string> keys;
    std::string last_key;  // most rows repeat the part of the row before
  };

  std::string_view Keep(std::string_view cell);

  std::vector<Kind> kinds_;
  std::deque<std::string> kept_;
  std::string key_;
  bool replaced_bytes_ = false;
  bool overflow_ = false;
};

}  // namespace interdict
