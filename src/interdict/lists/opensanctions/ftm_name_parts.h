// Which words of a FollowTheMoney name are given and which family names.
//
// A party states the parts of its names apart from the names ("firstName", "lastName", each with
// all spellings), so that it must be found out which belong to which name. Test:
// ftm_name_parts_test.cc.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "interdict/entity/record.h"

namespace interdict {

class FtmNameWords {
 public:
  // The words of a part, whatever their case. A word of two kinds belongs to none, except that one
  // of both a given and a patronymic or middle name is the latter: given names are often listed
  // together with it.
  void Add(NamePartKind kind, std::string_view value);

  // The name's parts, neighbouring words of one kind together: only when every word of the name is
  // known and there are a given and a family name among them; else none.
  std::vector<NamePart> Divide(std::string_view name);

  // Whether every word of the value stands in the parts of some name that was divided.
  bool Used(std::string_view value) const;

  bool empty() const { return kinds_.empty(); }

 private:
  std::unordered_map<std::string, NamePartKind> kinds_;  // kOther: of two kinds
  std::unordered_set<std::string> used_;
};

}  // namespace interdict
