#include "interdict/lists/ofac/ofac_city.h"

#include <gtest/gtest.h>

#include <string>

namespace interdict {
namespace {

// "city|region|postal code".
std::string Split(std::string_view text) {
  Address address;
  SplitOfacCity(text, &address);
  return address.city + "|" + address.region + "|" + address.postal_code;
}

TEST(OfacCity, PostalCodesOfManyCountries) {
  EXPECT_EQ(Split("Moscow 117485"), "Moscow||117485");
  EXPECT_EQ(Split("Moscow, 119435"), "Moscow||119435");
  EXPECT_EQ(Split("Dearborn, MI 48126"), "Dearborn|MI|48126");
  EXPECT_EQ(Split("Zapopan, Jalisco C.P. 45110"), "Zapopan|Jalisco|45110");
  EXPECT_EQ(Split("Amsterdam 1082 MA"), "Amsterdam||1082 MA");
  EXPECT_EQ(Split("Helier JE2 3RA"), "Helier||JE2 3RA");
  EXPECT_EQ(Split("Tehran 15999-77111"), "Tehran||15999-77111");
  EXPECT_EQ(Split("Basel CH-4109"), "Basel||CH-4109");
  EXPECT_EQ(Split("048624"), "||048624");
}

TEST(OfacCity, RegionsBehindACommaOrByName) {
  EXPECT_EQ(Split("Necocli, Antioquia"), "Necocli|Antioquia|");
  EXPECT_EQ(Split("Amur Region"), "|Amur Region|");
  EXPECT_EQ(Split("Santo Domingo"), "Santo Domingo||");
}

TEST(OfacCity, WhatIsNotCertainIsLeftAside) {
  EXPECT_EQ(Split("Mir Ali, North Waziristan Agency, Federally Administered Tribal Areas"), "||");
  EXPECT_EQ(Split("Colombo 7"), "Colombo 7||");
  EXPECT_EQ(Split(""), "||");
}

}  // namespace
}  // namespace interdict
