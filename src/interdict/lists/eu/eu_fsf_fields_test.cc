#include "interdict/lists/eu/eu_fsf_fields.h"

#include <gtest/gtest.h>

#include "interdict/lists/eu/eu_fsf_entity.h"

namespace interdict {
namespace {

TEST(EuFsfFields, GradesOfNamesWithThePublishersSlips) {
  EXPECT_EQ(GradeOfFsfRemark("low quality alias").strong, false);
  EXPECT_EQ(GradeOfFsfRemark("born 11.8.1960 in Quarry\nlo quality a.k.a.").strong, false);
  EXPECT_EQ(GradeOfFsfRemark("God quality").strong, true);
  EXPECT_EQ(GradeOfFsfRemark("Good quality a.k.a.").strong, true);
  EXPECT_TRUE(GradeOfFsfRemark("(formerly known as Sable)").former);
  EXPECT_TRUE(GradeOfFsfRemark("title; Maiden name: Sable").former);
}

TEST(EuFsfFields, WordsAboutOthersAreNoGrade) {
  const FsfNameGrade grade = GradeOfFsfRemark("99 % owned by the Fund formerly known as Charity");
  EXPECT_FALSE(grade.former);
  EXPECT_FALSE(grade.strong.has_value());
  EXPECT_FALSE(GradeOfFsfRemark("").strong.has_value());
}

TEST(EuFsfFields, CountryZeroIsNoCountry) {
  std::string text;
  EXPECT_EQ(FsfCountry("00", "UNKNOWN", &text), "");
  EXPECT_EQ(text, "");
  EXPECT_EQ(FsfCountry("VE", "VENEZUELA, Bolivarian Republic of", &text), "ve");
  EXPECT_EQ(text, "VENEZUELA, Bolivarian Republic of");
  EXPECT_EQ(FsfCountry("", "IRAQ", &text), "iq");
}

std::optional<DateFact> Birth(std::initializer_list<std::pair<size_t, std::string_view>> given) {
  PartyParts::Cells cells(fsf::kBirthCells);
  for (const auto& [cell, value] : given) cells[cell] = value;
  return FsfBirthDate(cells, "f");
}

std::string Text(const std::optional<DateFact>& fact) {
  if (!fact) return "none";
  return fact->text + " = " + (fact->date ? FormatPartialDate(*fact->date) : "?");
}

TEST(EuFsfFields, BirthDatesFromTheirPieces) {
  EXPECT_EQ(Text(Birth({{fsf::kBirthDate, "1961-04-10"}, {fsf::kYear, "1961"}})),
            "1961-04-10 = 1961-04-10");
  EXPECT_EQ(Text(Birth({{fsf::kYear, "1963"}, {fsf::kMonth, "3"}})), "1963-03 = 1963-03");
  EXPECT_EQ(Text(Birth({{fsf::kYear, "1962"}, {fsf::kCirca, "true"}})), "circa 1962 = ~1962");
  EXPECT_EQ(Text(Birth({{fsf::kYearFrom, "1958"}, {fsf::kYearTo, "1960"}})),
            "1958/1960 = 1958/1960");
  EXPECT_EQ(Text(Birth({{fsf::kYearTo, "1980"}})), "to 1980 = ?") << "open to one side";
  EXPECT_EQ(Text(Birth({{fsf::kBirthCity, "Quarry"}})), "none");
}

TEST(EuFsfFields, AHijriDateIsNotReadAsGregorian) {
  EXPECT_EQ(Text(Birth({{fsf::kYear, "1383"}, {fsf::kMonth, "7"}, {fsf::kCalendar, "ISLAMIC"}})),
            "1383-07 (islamic calendar) = ?");
  EXPECT_EQ(
      Text(Birth(
          {{fsf::kBirthDate, "1383-07-01"}, {fsf::kYear, "1383"}, {fsf::kCalendar, "ISLAMIC"}})),
      "1383-07-01 (islamic calendar) = ?");
}

TEST(EuFsfFields, TheGregorianDayBesideAHijriDateCounts) {
  EXPECT_EQ(
      Text(Birth(
          {{fsf::kBirthDate, "1963-11-17"}, {fsf::kYear, "1383"}, {fsf::kCalendar, "ISLAMIC"}})),
      "1963-11-17 (islamic calendar) = 1963-11-17");
}

TEST(EuFsfFields, TypesOfDocuments) {
  EXPECT_EQ(FsfIdScheme("passport"), IdScheme::kPassport);
  EXPECT_EQ(FsfIdScheme("SWIFTBIC"), IdScheme::kBic);
  EXPECT_EQ(FsfIdScheme("other"), std::nullopt);
}

TEST(EuFsfFields, ContactData) {
  const auto contacts =
      SplitFsfContacts("PHONE[+357 000]\nEMAIL: a@example.org\nWEB[x.example],\nPigeon");
  ASSERT_EQ(contacts.size(), 4U);
  EXPECT_EQ(contacts[0].kind, AttributeKind::kPhone);
  EXPECT_EQ(contacts[0].value, "+357 000");
  EXPECT_EQ(contacts[1].value, "a@example.org");
  EXPECT_EQ(contacts[2].value, "x.example");
  EXPECT_EQ(contacts[3].kind, AttributeKind::kOther);
}

TEST(EuFsfFields, ShipsByTheirRemarks) {
  EXPECT_TRUE(IsVesselRemark("Vessel; IMO 9992995"));
  EXPECT_TRUE(IsVesselRemark("(Oil tanker)"));
  EXPECT_TRUE(IsVesselRemark("Type: vessel"));
  EXPECT_FALSE(IsVesselRemark("Ship manager"));
  EXPECT_FALSE(IsVesselRemark("Owner of the vessel Arden Star"));
  EXPECT_FALSE(IsVesselRemark("Shipping company"));
}

TEST(EuFsfFields, CompaniesByTheirNames) {
  EXPECT_TRUE(IsCompanyName("Arden Freight Co., Ltd."));
  EXPECT_TRUE(IsCompanyName("Arden Shipping"));
  EXPECT_FALSE(IsCompanyName("Arden Star"));
}

}  // namespace
}  // namespace interdict
