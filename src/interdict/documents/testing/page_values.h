// What stands between a piece of a page and the next quote: the values of an attribute.
#pragma once

#include <set>
#include <string>
#include <string_view>

namespace interdict::documents::testing {

// ValuesBehind(page, " id=\"") gives every id.
inline std::multiset<std::string> ValuesBehind(const std::string& page, std::string_view piece) {
  std::multiset<std::string> values;
  for (size_t at = page.find(piece); at != page.npos; at = page.find(piece, at + 1)) {
    const size_t begin = at + piece.size();
    values.insert(page.substr(begin, page.find('"', begin) - begin));
  }
  return values;
}

}  // namespace interdict::documents::testing
