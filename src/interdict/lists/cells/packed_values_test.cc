#include "interdict/lists/cells/packed_values.h"

#include <gtest/gtest.h>

namespace interdict {
namespace {

using Texts = std::vector<std::string_view>;

std::vector<std::string> Dates(std::string_view text) {
  std::vector<std::string> out;
  for (const DateFact& fact : UnpackDates(DateKind::kBirth, text, "DOB")) {
    out.push_back(fact.date ? FormatPartialDate(*fact.date) : "?" + fact.text);
  }
  return out;
}

std::vector<std::string> Countries(std::string_view text) {
  std::vector<std::string> out;
  for (const CountryFact& fact : UnpackCountries(CountryKind::kCitizenship, text, "C")) {
    out.push_back(fact.code.empty() ? "?" + fact.text : fact.code);
  }
  return out;
}

using Strings = std::vector<std::string>;

TEST(PackedValues, SplitsEnumerations) {
  EXPECT_EQ(SplitLetteredItems("a) 1957 b) 1953"), (Texts{"1957", "1953"}));
  EXPECT_EQ(SplitLetteredItems("(a) Italy, (b) other place (c) Syria"),
            (Texts{"Italy", "other place", "Syria"}));
  EXPECT_EQ(SplitLetteredItems("a)1994 b)1993; c)1995"), (Texts{"1994", "1993", "1995"}));
  EXPECT_EQ(SplitLetteredItems("\"a) 1 Jun. 1976 b) 1977\""), (Texts{"1 Jun. 1976", "1977"}));
  EXPECT_EQ(SplitLetteredItems("Egypt a) Cairo b) Giza"), (Texts{"Egypt", "Cairo", "Giza"}));
}

TEST(PackedValues, LeavesTextsWithoutEnumerationWhole) {
  EXPECT_EQ(SplitLetteredItems(" Karachi, Pakistan "), (Texts{"Karachi, Pakistan"}));
  EXPECT_EQ(SplitLetteredItems("Plan b) failed"), (Texts{"Plan b) failed"}));
  EXPECT_EQ(SplitLetteredItems("Block 3a) north"), (Texts{"Block 3a) north"}));
  EXPECT_TRUE(SplitLetteredItems("").empty());
}

TEST(PackedValues, UnpacksListsWithQuotedValues) {
  EXPECT_EQ(UnpackList("Sea Star;\"Moon; Ltd\"; Sun ;", ';'),
            (Strings{"Sea Star", "Moon; Ltd", "Sun"}));
  EXPECT_EQ(UnpackList("\"a \"\"b\"\" c\"", ';'), (Strings{"a \"b\" c"}));
  EXPECT_EQ(UnpackList("a \"quoted\" word;b", ';'), (Strings{"a \"quoted\" word", "b"}));
  EXPECT_EQ(UnpackList("\"never closed;b", ';'), (Strings{"\"never closed", "b"}));
  EXPECT_EQ(UnpackList("\"a\" tail;b", ';'), (Strings{"a tail", "b"}));
  EXPECT_TRUE(UnpackList("\"\"", ';').empty());
  EXPECT_TRUE(UnpackList("", ';').empty());
}

TEST(PackedValues, UnpacksDates) {
  EXPECT_EQ(Dates("a) Approximately 1955- 1958 b) Approximately 1945-1950"),
            (Strings{"~1955/1958", "~1945/1950"}));
  EXPECT_EQ(Dates("a) 06/10/1956                        b) 20/06/1956"),
            (Strings{"1956-10-06", "1956-06-20"}));
  EXPECT_EQ(Dates("19/03/1967; alt DOB: 19/11/1956"), (Strings{"1967-03-19", "1956-11-19"}));
  EXPECT_EQ(Dates("1963 or 1964 or 1965"), (Strings{"1963", "1964", "1965"}));
  EXPECT_EQ(Dates("14 Mar 1974 >> 13 Apr 1974"), (Strings{"1974-03-14", "1974-04-13"}));
  EXPECT_EQ(Dates("01/10/1983,15/10/1983, 01/01/1980"),
            (Strings{"1983-10-01", "1983-10-15", "1980-01-01"}));
  EXPECT_EQ(Dates("7.8.1965 / 20.2.1972"), (Strings{"1965-08-07", "1972-02-20"}));
  EXPECT_EQ(Dates("1961; \n1962"), (Strings{"1961", "1962"}));
}

TEST(PackedValues, DoesNotCutDatesThatContainSeparators) {
  EXPECT_EQ(Dates("April 1, 1978"), (Strings{"1978-04-01"}));
  EXPECT_EQ(Dates("Between 1968 and 1970"), (Strings{"1968/1970"}));
  EXPECT_EQ(Dates("March 1968 to March 1969"), (Strings{"1968-03/1969-03"}));
}

TEST(PackedValues, KeepsRemarksBesideDates) {
  EXPECT_EQ(Dates("25/10/1983 (as Ibrahim)  1977 (as Muhammad) "), (Strings{"1983-10-25", "1977"}));
  EXPECT_EQ(Dates("5 Feb. 1970 (this name only, alt born 5 Feb. 1969"), (Strings{"1970-02-05"}));
  EXPECT_EQ(Dates("Approximately 1955. For this name only"), (Strings{"~1955"}));
}

TEST(PackedValues, KeepsWhatIsNoDateAsItStands) {
  EXPECT_EQ(Dates("a) 19 Apr. 1982 b) 24/06/1402 (Hijri Calendar)"),
            (Strings{"1982-04-19", "?24/06/1402 (Hijri Calendar)"}));
  EXPECT_EQ(Dates("10/061962"), (Strings{"?10/061962"}));
  EXPECT_TRUE(Dates("na").empty());
}

TEST(PackedValues, UnpacksCountries) {
  EXPECT_EQ(Countries("a) Pakistani       b) Saudi Arabian"), (Strings{"pk", "sa"}));
  EXPECT_EQ(Countries("Russian and Ukrainian"), (Strings{"ru", "ua"}));
  EXPECT_EQ(Countries("Trinidad and Tobago"), (Strings{"tt"}));
  EXPECT_EQ(Countries("Moldovan, Russian and Ukrainian"), (Strings{"md", "ru", "ua"}));
  EXPECT_EQ(Countries("Somalia;\nKenya"), (Strings{"so", "ke"}));
  EXPECT_EQ(Countries("Malian / Mauritanian"), (Strings{"ml", "mr"}));
  EXPECT_EQ(Countries("Indonesian (as at Dec. 2003)"), (Strings{"id"}));
  EXPECT_EQ(Countries("Possibly Ethiopian"), (Strings{"?Possibly Ethiopian"}));
}

TEST(PackedValues, UnpacksAddresses) {
  const auto two = UnpackAddresses(AddressKind::kAddress, "Iraq; Beirut, Lebanon", "A");
  ASSERT_EQ(two.size(), 2U);
  EXPECT_EQ(two[0].country, "iq");
  EXPECT_EQ(two[1].full, "Beirut, Lebanon");
  EXPECT_EQ(two[1].country, "lb");
  const auto one = UnpackAddresses(AddressKind::kAddress, "Office 5; Minsk, Belarus", "A");
  ASSERT_EQ(one.size(), 1U);
  EXPECT_EQ(one[0].full, "Office 5; Minsk, Belarus");
  EXPECT_EQ(one[0].country, "by");
  EXPECT_TRUE(UnpackAddresses(AddressKind::kAddress, "N/A", "A").empty());
}

TEST(PackedValues, FindsTheCountryAtTheEndOfAnAddress) {
  EXPECT_EQ(TrailingCountry("1 Lenin St., Minsk, Belarus."), "by");
  EXPECT_EQ(TrailingCountry("Kirov 52, Kyiv, Ukraine, 295000"), "ua");
  EXPECT_EQ(TrailingCountry("Naberezhnaya 1 Astrakhan 414024 Russia"), "ru");
  EXPECT_EQ(TrailingCountry("Spain (detained)"), "es");
  EXPECT_EQ(TrailingCountry("Albuquerque, New Mexico"), "");
  EXPECT_EQ(TrailingCountry(""), "");
}

TEST(PackedValues, BoundsItsWork) {
  std::string many;
  for (int i = 0; i < 20000; ++i) many += "1960;";
  EXPECT_LE(Dates(many).size(), 1000U);
}

}  // namespace
}  // namespace interdict
