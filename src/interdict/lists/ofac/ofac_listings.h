// The listings of a party in OFAC's Enhanced and Advanced XML. Both give lists, programmes, legal
// bases and measures side by side, without saying which belongs to which: a party of the SDN List
// and of the sectoral list has both programmes and both measures on either. So there is a
// designation for each list and programme, and all measures stand with each. Test:
// ofac_listings_test.cc.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "interdict/entity/record.h"

namespace interdict {

// A list the party is on, and since when (ISO prefix). Borrowed.
struct OfacListEntry {
  std::string_view list;
  std::string_view listed;
};

// All members are borrowed.
struct OfacListings {
  std::vector<OfacListEntry> lists;
  std::vector<std::string_view> programs;
  std::vector<std::string_view> bases;
  std::vector<std::string_view> measures;

  // What one party can have. OFAC's parties have fewer than ten of each; the product of hostile
  // numbers would fill the memory.
  static constexpr size_t kMaxOfEach = 100;
  static constexpr size_t kMaxBytes = size_t{1} << 20;
};

// The legal bases of a party's listing under one of its programmes, joined by "|". Where the tag
// names an order (VENEZUELA-EO13850) and bases name it too, it is those; otherwise those that no
// programme names; otherwise all.
std::string OfacLegalBasis(std::string_view program, const std::vector<std::string_view>& programs,
                           const std::vector<std::string_view>& bases);

// Adds a designation for each list and programme; for a party without programme, one for each list.
// False, with the record unchanged, when the listings are more than a party can have.
bool AddOfacListings(const OfacListings& listings, std::string_view field, Record* record);

}  // namespace interdict
