#include "interdict/lists/ca/canada_sema_xml.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "interdict/lists/testing/xml_list_reading.h"

namespace interdict {
namespace {

using testing::AttributesOf;
using testing::DatesOf;
using testing::IdentifiersOf;
using testing::NamesOf;
using testing::ReadXmlFixture;
using testing::ReadXmlList;
using testing::XmlListReading;
using Texts = std::vector<std::string>;

constexpr std::string_view kPerson = "northland-1-part-1.1-12-2dcf4dac";

std::string Person(const std::string& given, const std::string& more = "") {
  return "<record><Country>Northland</Country><LastName>Test</LastName><GivenName>" + given +
         "</GivenName><Schedule>1, Part 1</Schedule><Item>1</Item>" + more + "</record>";
}

XmlListReading ReadRecords(const std::string& records) {
  return ReadXmlList(CanadaSemaXmlFormat(), "<data-set>" + records + "</data-set>");
}

Texts IdsOf(const XmlListReading& reading) {
  Texts ids;
  for (const Record& record : reading.records) ids.push_back(record.id);
  std::sort(ids.begin(), ids.end());
  return ids;
}

Texts DatesFor(const std::string& text) {
  return DatesOf(ReadRecords(Person("A", "<DateOfBirthOrShipBuildDate>" + text +
                                             "</DateOfBirthOrShipBuildDate>"))
                     .records.at(0));
}

class CanadaSemaXml : public ::testing::Test {
 protected:
  XmlListReading reading_ = ReadXmlFixture(CanadaSemaXmlFormat(), "canada/sema.xml");
};

TEST_F(CanadaSemaXml, ReportReconcilesAndHasNoPublicationDate) {
  EXPECT_EQ(reading_.report->records_in, 9u);
  EXPECT_EQ(reading_.report->records_out, 7u);
  EXPECT_FALSE(reading_.report->published.has_value());
  EXPECT_EQ(reading_.Count("schema:Person"), 4u);
  EXPECT_EQ(reading_.Count("schema:Organization"), 2u);
  EXPECT_EQ(reading_.Count("schema:Vessel"), 1u);
}

TEST_F(CanadaSemaXml, APersonsNamesPartsAndAliases) {
  const Record& person = reading_[kPerson];
  EXPECT_EQ(NamesOf(person),
            (Texts{"primary=Testan Probovich DIKTEST", "strong=Testan Probovich DIKTST",
                   "strong=Testan Diktest", "strong=Тэстан Дзiктэст", "strong=Тестан Диктест"}));
  EXPECT_EQ(person.names[0].parts,
            (std::vector<NamePart>{{NamePartKind::kGiven, "Testan Probovich"},
                                   {NamePartKind::kFamily, "DIKTEST"}}));
  EXPECT_EQ(person.names[3].language, "Belarusian");
  EXPECT_EQ(AttributesOf(person, AttributeKind::kOther)[0],
            "Testan Diktest, Belarusian: Тэстан Дзiктэст; Russian: Тестан Диктест");
  EXPECT_EQ(AttributesOf(person, AttributeKind::kTitle), (Texts{"General/général"}));
  EXPECT_EQ(DatesOf(person), (Texts{"1963-02-14 -> 1963-02-14", "1964 -> 1964"}));
}

TEST_F(CanadaSemaXml, TheRegulationIsTheProgrammeAndNoCountryOfTheParty) {
  const Record& person = reading_[kPerson];
  EXPECT_TRUE(person.countries.empty());
  EXPECT_EQ(person.designations[0].program, "Northland / Pays du Nord");
  EXPECT_EQ(person.designations[0].list, "1, Part 1.1");
  EXPECT_EQ(person.designations[0].authority, "Global Affairs Canada");
  EXPECT_EQ(person.designations[0].listed, "2020-09-28");
  EXPECT_EQ(reading_.records[1].designations[0].listed, "28/09/2020 or so");
  EXPECT_EQ(reading_.records[2].designations[0].program, "Venezuela");
}

TEST_F(CanadaSemaXml, BodiesHaveTwoLanguagesAndOtherNames) {
  EXPECT_EQ(NamesOf(reading_.records[1]),
            (Texts{"primary=Test Army Bureau", "translation=Bureau d'armée d'essai"}));
  EXPECT_EQ(reading_.records[1].names[1].language, "fr");
  EXPECT_EQ(NamesOf(reading_.records[2]),
            (Texts{"primary=Testmash Plant JSC", "strong=Test-mash and Partners LLC",
                   "strong=Testmash"}));
}

TEST_F(CanadaSemaXml, AShipHasItsNumberTypeAndYear) {
  const Record& ship = reading_.records[3];
  EXPECT_EQ(ship.schema, Schema::kVessel);
  EXPECT_TRUE(ship.id.starts_with("tvor-1-part-3-4-")) << ship.id;
  EXPECT_EQ(IdentifiersOf(ship), (Texts{"imo 9074729"}));
  EXPECT_EQ(AttributesOf(ship, AttributeKind::kVesselType), (Texts{"Oil Tanker"}));
  EXPECT_EQ(ship.dates[0].kind, DateKind::kBuild);
}

TEST_F(CanadaSemaXml, EqualKeysWithOtherContentAreTwoRecords) {
  EXPECT_EQ(reading_.Defects("duplicate_id"), 1u);
  ASSERT_EQ(reading_.report->rejects.size(), 2u);
  EXPECT_NE(reading_.report->rejects[0].reason.find("line 43"), std::string::npos);
  EXPECT_NE(reading_.report->rejects[1].reason.find("no name"), std::string::npos);
}

TEST_F(CanadaSemaXml, WhatTheReaderDoesNotKnowIsKept) {
  ASSERT_EQ(reading_.records[2].uninterpreted.size(), 1u);
  EXPECT_EQ(reading_.records[2].uninterpreted[0].field, "record/NewElement");
}

TEST(CanadaSemaXmlLayouts, TheBilingualLayoutGivesTheSameIdsAndFields) {
  const auto reading = ReadXmlFixture(CanadaSemaXmlFormat(), "canada/sema_bilingual.xml");
  const Record& person = reading[kPerson];
  EXPECT_EQ(person.Caption(), "Testan Probovich DIKTEST");
  EXPECT_EQ(person.names[0].field, "LastName");
  EXPECT_EQ(reading.records[1].schema, Schema::kVessel);
  EXPECT_EQ(AttributesOf(reading.records[1], AttributeKind::kVesselType),
            (Texts{"Crude Oil Tanker | Pétrolier"}));
  EXPECT_TRUE(reading.report->unknown_fields.empty());
}

TEST(CanadaSemaXmlIds, DoNotDependOnOrderCaseSpacesOrOtherFields) {
  const std::string a = Person("Anna"), b = Person("Boris"), c = Person("Clara");
  EXPECT_EQ(IdsOf(ReadRecords(a + b + c)), IdsOf(ReadRecords(c + a + b)));
  EXPECT_EQ(IdsOf(ReadRecords(a)), IdsOf(ReadRecords(Person(" ANNA\n", "<Aliases>X</Aliases>"))));
  EXPECT_NE(IdsOf(ReadRecords(a)), IdsOf(ReadRecords(b)));
}

TEST(CanadaSemaXmlIds, TellPartsOfSchedulesApart) {
  const auto id = [](const std::string& schedule, const std::string& item) {
    return ReadRecords("<record><Country>X</Country><LastName>L</LastName><Schedule>" + schedule +
                       "</Schedule><Item>" + item + "</Item></record>")
        .records.at(0)
        .id;
  };
  EXPECT_NE(id("1, Part 1.1", "2"), id("1, Part 11", "2"));
  EXPECT_NE(id("1, Part 1", "12"), id("1, Part 1", "1.2"));
  EXPECT_EQ(id("1,Part 3", "1"), id("1, Part 3", " 1"));
}

TEST(CanadaSemaXmlDates, NothingIsGuessed) {
  EXPECT_EQ(DatesFor("1963-1964"), (Texts{"1963-1964 -> 1963/1964"}));
  EXPECT_EQ(DatesFor("1963 or 1964"), (Texts{"1963 -> 1963", "1964 -> 1964"}));
  EXPECT_EQ(DatesFor("Sep-99"), (Texts{"Sep-99 -> -"}));
  EXPECT_EQ(DatesFor("1975-19-25"), (Texts{"1975-19-25 -> -"}));
  EXPECT_EQ(DatesFor("born in the early 1970s"), (Texts{"born in the early 1970s -> -"}));
  EXPECT_EQ(DatesFor("31801"), (Texts{"31801 -> 1987-01-24"}));
  EXPECT_EQ(DatesFor("99999"), (Texts{"99999 -> -"}));
  EXPECT_EQ(DatesFor("04/03/1970"), (Texts{"04/03/1970 -> -"}));
  EXPECT_EQ(DatesFor("28/09/1955"), (Texts{"28/09/1955 -> 1955-09-28"}));
  EXPECT_EQ(DatesFor("09/09/1955"), (Texts{"09/09/1955 -> 1955-09-09"}));
}

TEST(CanadaSemaXmlErrors, RenamedElementsAreNotAListOfNamelessParties) {
  const auto reading = ReadXmlList(
      CanadaSemaXmlFormat(), "<data-set><record><Pays>X</Pays><Nom>Y</Nom></record></data-set>");
  ASSERT_FALSE(reading.report.ok());
  EXPECT_EQ(reading.report.error().code, ErrorCode::kMissingColumn);
}

TEST(CanadaSemaXmlErrors, OtherDataSetsAreNotRecognised) {
  EXPECT_FALSE(CanadaSemaXmlFormat().Recognises({"a.xml", "<data-set><row/></data-set>"}));
  EXPECT_FALSE(
      CanadaSemaXmlFormat().Recognises({"a.xml", "<record><Country>X</Country></record>"}));
  EXPECT_EQ(ReadRecords("").report.error().code, ErrorCode::kEmptyList);
  EXPECT_EQ(ReadXmlList(CanadaSemaXmlFormat(), "<data-set><record>").report.error().code,
            ErrorCode::kTruncated);
}

}  // namespace
}  // namespace interdict
