#include "interdict/entity/country.h"

#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <sstream>

#include "interdict/base/lookup_key.h"
#include "interdict/base/strings.h"

namespace interdict {
namespace {

TEST(Country, NamesOfManyLanguagesGiveOneCode) {
  struct Case {
    const char* text;
    const char* code;
  };
  const Case kCases[] = {
      {"Venezuela", "ve"},
      {"venezuela ", "ve"},
      {"VEN", "ve"},
      {"Korea, North", "kp"},
      {"PRK", "kp"},
      {"Russia / Russie", "ru"},
      {"U.S.A.", "us"},
      {"Côte d'Ivoire", "ci"},
      {"Cote d Ivoire", "ci"},
      {"Kosovo", "xk"},
      {"The Russian Federation", "ru"},
      {"the Venezuela", "ve"},
      {"USSR", "su"},
      {"Abkhazia, Georgia", "ge-ab"},
      {"Congo, Democratic Republic of the", "cd"},
  };
  for (const Case& c : kCases) EXPECT_EQ(CountryCode(c.text), c.code) << c.text;
}

TEST(Country, WhatNamesNoCountryGivesNothing) {
  for (const char* text :
       {"", " ", "-", "na", "NA", "ve", "Korea", "unknown", "Caracas", "/", "the "}) {
    EXPECT_EQ(CountryCode(text), "") << text;
  }
}

TEST(Country, TwoNamesOfOneCountryAgreeAndOfTwoCountriesDoNot) {
  EXPECT_EQ(CountryCode("Spain / Espagne"), "es");
  EXPECT_EQ(CountryCode("Spain / whatever this is"), "es");
  EXPECT_EQ(CountryCode("whatever this is / Spain"), "es");
  EXPECT_EQ(CountryCode("Spain / France"), "");
}

TEST(Country, CodesAreReadOnlyWhereAFieldHoldsCodes) {
  EXPECT_EQ(CountryCodeFromIso("VE"), "ve");
  EXPECT_EQ(CountryCodeFromIso(" ve "), "ve");
  EXPECT_EQ(CountryCodeFromIso("NA"), "na");
  EXPECT_EQ(CountryCodeFromIso("ven"), "ve");
  EXPECT_EQ(CountryCodeFromIso("Venezuela"), "ve");
  EXPECT_EQ(CountryCodeFromIso("UK"), "gb");
  EXPECT_EQ(CountryCodeFromIso("ge-ab"), "ge-ab");
  EXPECT_EQ(CountryCodeFromIso("zz"), "");
  EXPECT_EQ(CountryCodeFromIso(""), "");
}

TEST(Country, CodesHaveNames) {
  EXPECT_EQ(CountryName("ve"), "Venezuela");
  EXPECT_EQ(CountryName("VE"), "");
  EXPECT_EQ(CountryName(""), "");
}

// Every spelling of the table must be found, and none may stand for two countries.
TEST(Country, EverySpellingOfTheTableGivesItsOwnRow) {
  std::ifstream table(INTERDICT_SOURCE_DIR "/data/countries.tsv");
  ASSERT_TRUE(table);
  std::map<std::string, std::string> code_of;
  int rows = 0;
  for (std::string line; std::getline(table, line);) {
    if (line.empty() || line.front() == '#') continue;
    ++rows;
    std::vector<std::string> cells;
    std::istringstream row(line);
    for (std::string cell; std::getline(row, cell, '\t');) cells.push_back(cell);
    ASSERT_GE(cells.size(), 4U) << line;
    cells.resize(5);
    EXPECT_EQ(CountryName(cells[0]), cells[2]);
    std::vector<std::string_view> spellings = SplitTrimmed(cells[4], "|");
    spellings.push_back(cells[2]);
    if (!cells[1].empty()) spellings.push_back(cells[1]);
    for (std::string_view spelling : spellings) {
      EXPECT_EQ(CountryCode(spelling), cells[0]) << spelling;
      const auto [known, is_new] = code_of.emplace(LookupKey(spelling), cells[0]);
      EXPECT_EQ(known->second, cells[0]) << spelling << " stands in two rows";
    }
  }
  EXPECT_GT(rows, 240);
}

}  // namespace
}  // namespace interdict
