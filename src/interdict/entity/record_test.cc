#include "interdict/entity/record.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace interdict {
namespace {

TEST(IdLess, NumbersComeFirstByValueAndThenAllOthersAsText) {
  std::vector<std::string> ids = {"1a", "10", "", "9", "QDi.001", "100", "007", "7", "-3", "é"};
  std::sort(ids.begin(), ids.end(), IdLess);
  EXPECT_EQ(ids, (std::vector<std::string>{"7", "9", "10", "007", "100", "", "-3", "1a", "QDi.001",
                                           "é"}));
}

// std::sort may run wild on an order that goes round in a circle ("9" < "10" < "1a" < "9").
TEST(IdLess, IsAStrictWeakOrder) {
  const std::vector<std::string> ids = {"9", "10", "1a", "9a", "", "0", "00", "a", "10 ", "x10"};
  for (const auto& a : ids) {
    EXPECT_FALSE(IdLess(a, a)) << a;
    for (const auto& b : ids) {
      EXPECT_FALSE(IdLess(a, b) && IdLess(b, a)) << a << " " << b;
      EXPECT_TRUE(a == b || IdLess(a, b) || IdLess(b, a)) << a << " " << b;
      for (const auto& c : ids) {
        EXPECT_TRUE(!IdLess(a, b) || !IdLess(b, c) || IdLess(a, c)) << a << " " << b << " " << c;
      }
    }
  }
}

TEST(Record, TheCaptionIsThePrimaryNameThenAnyNameThenTheId) {
  Record record;
  record.id = "7";
  EXPECT_EQ(record.Caption(), "7");
  record.names = {{"Alias", NameKind::kStrong}};
  EXPECT_EQ(record.Caption(), "Alias");
  record.names.push_back({"Name", NameKind::kPrimary});
  EXPECT_EQ(record.Caption(), "Name");
}

TEST(Record, OnlyPersonsAreTurnedAroundForDisplayAndOnlyAtOneComma) {
  Record record;
  record.schema = Schema::kPerson;
  record.names = {{"MADURO MOROS, Nicolas", NameKind::kPrimary}};
  EXPECT_EQ(DisplayName(record), "Nicolas MADURO MOROS");
  record.names[0].text = "A, B, C";
  EXPECT_EQ(DisplayName(record), "A, B, C");
  record.names[0].text = "NAME,";
  EXPECT_EQ(DisplayName(record), "NAME,");
  record.schema = Schema::kCompany;
  record.names[0].text = "PETROLEOS DE VENEZUELA, S.A.";
  EXPECT_EQ(DisplayName(record), "PETROLEOS DE VENEZUELA, S.A.");
}

template <typename Enum>
void ExpectRoundTrip(int count, std::string_view (*name)(Enum),
                     std::optional<Enum> (*from)(std::string_view)) {
  for (int i = 0; i < count; ++i) {
    const auto value = static_cast<Enum>(i);
    EXPECT_FALSE(name(value).empty()) << i;
    EXPECT_EQ(from(name(value)), value) << name(value);
  }
  EXPECT_FALSE(from("nonsense"));
}

TEST(Record, NamesOfEnumeratorsAreDistinctAndRoundTrip) {
  ExpectRoundTrip<NameKind>(6, NameKindName, NameKindFromName);
  ExpectRoundTrip<DateKind>(5, DateKindName, DateKindFromName);
  ExpectRoundTrip<CountryKind>(8, CountryKindName, CountryKindFromName);
  ExpectRoundTrip<AttributeKind>(35, AttributeKindName, AttributeKindFromName);
  ExpectRoundTrip<RelationKind>(12, RelationKindName, RelationKindFromName);
}

TEST(Record, MakersKeepThePublishedTextBesideWhatIsDerived) {
  const DateFact date = MakeDateFact(DateKind::kBirth, " 23 Nov 1962 ", "f");
  EXPECT_EQ(date.text, "23 Nov 1962");
  EXPECT_EQ(FormatPartialDate(*date.date), "1962-11-23");
  EXPECT_FALSE(MakeDateFact(DateKind::kBirth, "unknown", "f").date);
  const CountryFact country = MakeCountryFact(CountryKind::kNationality, " Venezuela ", "f");
  EXPECT_EQ(country.text, "Venezuela");
  EXPECT_EQ(country.code, "ve");
  EXPECT_EQ(MakeCountryFact(CountryKind::kNationality, "Atlantis", "f").code, "");
}

}  // namespace
}  // namespace interdict
