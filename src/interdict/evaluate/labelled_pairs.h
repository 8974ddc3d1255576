// Pairs of names with the verdict of people: the input of an evaluation, as CSV.
//
// Columns name1, name2, schema, is_match (true, false, 1, 0, yes, no; case ignored); optional are
// case_group (or group), quality and category, by which the outcome is told apart. Other columns
// are ignored. An empty schema is any kind of party. Test: labelled_pairs_test.cc.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "interdict/base/result.h"
#include "interdict/entity/schema.h"

namespace interdict::evaluate {

struct LabelledPair {
  std::string name1;
  std::string name2;
  std::optional<Schema> schema;
  bool is_match = false;
  std::vector<std::string> groups;  // a value for each of LabelledPairs::group_columns
  uint64_t line = 0;                // of the file, from 1
};

struct LabelledPairs {
  std::vector<std::string> group_columns;
  std::vector<LabelledPair> pairs;
};

// Errors carry file and line: kMissingColumn; kBadQuery for a value that is none of those above, a
// row with more cells than the header, and a file without any pair. `name` is for messages.
Result<LabelledPairs> ReadLabelledPairs(std::string_view bytes, const std::string& name);

}  // namespace interdict::evaluate
