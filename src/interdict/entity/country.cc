#include "interdict/entity/country.h"

#include <unordered_map>

#include "interdict/base/lookup_key.h"
#include "interdict/base/strings.h"
#include "interdict/tables/countries.inc"

namespace interdict {
namespace {

enum Column { kCode, kAlpha3, kName, kKind, kVariants };

// Keys of all names, alpha-3 codes and variants -> code.
const std::unordered_map<std::string, std::string_view>& CodesByKey() {
  static const auto* const kCodes = [] {
    auto* codes = new std::unordered_map<std::string, std::string_view>();
    for (const auto& row : tables::kCountries) {
      for (Column column : {kAlpha3, kName}) {
        if (!row[column].empty()) codes->emplace(LookupKey(row[column]), row[kCode]);
      }
      for (std::string_view variant : SplitTrimmed(row[kVariants], "|")) {
        codes->emplace(LookupKey(variant), row[kCode]);
      }
    }
    return codes;
  }();
  return *kCodes;
}

std::string_view CodeOfKey(const std::string& key) {
  const auto found = CodesByKey().find(key);
  return found == CodesByKey().end() ? std::string_view() : found->second;
}

}  // namespace

std::string CountryCode(std::string_view text) {
  std::string key = LookupKey(text);
  if (key.empty()) return {};
  std::string_view code = CodeOfKey(key);
  if (code.empty() && key.starts_with("the ")) code = CodeOfKey(key.substr(4));
  if (!code.empty()) return std::string(code);
  // "Russia / Russie": every side must name the same country.
  const auto sides = SplitTrimmed(text, "/");
  if (sides.size() != 2) return {};
  code = CodeOfKey(LookupKey(sides[0]));
  const std::string_view other = CodeOfKey(LookupKey(sides[1]));
  return std::string(code == other || other.empty() ? code : (code.empty() ? other : ""));
}

std::string CountryCodeFromIso(std::string_view text) {
  std::string lower = AsciiLower(Trim(text));
  if (!CountryName(lower).empty()) return lower;
  return CountryCode(text);
}

std::string_view CountryName(std::string_view code) {
  for (const auto& row : tables::kCountries) {
    if (row[kCode] == code) return row[kName];
  }
  return {};
}

}  // namespace interdict
