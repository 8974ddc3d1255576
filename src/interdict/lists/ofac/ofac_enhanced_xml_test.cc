#include "interdict/lists/ofac/ofac_enhanced_xml.h"

#include <gtest/gtest.h>

#include "interdict/lists/testing/ofac_xml_reading.h"

namespace interdict {
namespace {

using testing::OfacXmlFixture;
using testing::OfacXmlReading;
using testing::Replaced;

OfacXmlReading Read(std::string_view bytes) {
  return testing::ReadOfacXml(OfacEnhancedXmlFormat(), bytes);
}

OfacXmlReading ReadFixture() {
  return Read(OfacXmlFixture("sdn_enhanced.xml"));
}

ErrorCode CodeOf(const OfacXmlReading& reading) {
  EXPECT_FALSE(reading.report.ok());
  return reading.report.ok() ? ErrorCode::kStorage : reading.report.error().code;
}

TEST(OfacEnhancedXml, ReadsTheDateOfItsData) {
  const OfacXmlReading reading = ReadFixture();
  ASSERT_TRUE(reading.report.ok()) << reading.report.error().Text();
  EXPECT_EQ(FormatIsoDate(reading.report->published.value()), "2026-09-10");
  EXPECT_EQ(reading.report->published_from, "dataAsOf");
  EXPECT_EQ(reading.report->records_out, 5U);
  EXPECT_TRUE(reading.report->Reconciles());
}

TEST(OfacEnhancedXml, ReadsNamesInTheirScripts) {
  const OfacXmlReading reading = ReadFixture();
  const Record& person = reading.Get("90001");
  ASSERT_EQ(person.names.size(), 5U);
  EXPECT_EQ(person.names[0].text, "QUINTERO LUGO, Rafael Andres");
  EXPECT_EQ(person.names[0].script, "Latn");
  EXPECT_EQ(person.names[1].text, "КИНТЕРО ЛУГО, Рафаэль Андрес");
  EXPECT_EQ(person.names[1].kind, NameKind::kOriginalScript);
  EXPECT_EQ(person.names[1].script, "Cyrl");
  EXPECT_EQ(person.names[1].parts.at(0), (NamePart{NamePartKind::kFamily, "Кинтеро Луго"}));
  EXPECT_EQ(person.names[3].kind, NameKind::kWeak);
  const Record& company = reading.Get("90002");
  ASSERT_EQ(company.names.size(), 3U);
  EXPECT_EQ(company.names[2].kind, NameKind::kStrong);
  EXPECT_EQ(company.names[2].script, "Arab");
}

TEST(OfacEnhancedXml, ReadsADateFromItsCornersWhereItHasNoText) {
  const OfacXmlReading reading = ReadFixture();
  const Record& person = reading.Get("90001");
  ASSERT_EQ(person.dates.size(), 4U);
  EXPECT_EQ(person.dates[0].date, ParsePartialDate("circa 1961"));
  EXPECT_EQ(person.dates[2].date, ParsePartialDate("1963 to 1965"));
  EXPECT_EQ(person.dates[3].text, "Sep 1966");
  EXPECT_EQ(person.dates[3].date, ParsePartialDate("Sep 1966"));
}

TEST(OfacEnhancedXml, TakesTheCornersWhereTheTextIsNoDate) {
  const OfacXmlReading reading =
      Read(Replaced(OfacXmlFixture("sdn_enhanced.xml"), "<value>12 Feb 1962</value>",
                    "<value>Carnival of 1962</value>"));
  EXPECT_EQ(reading.Get("90001").dates.at(1).text, "Carnival of 1962");
  EXPECT_EQ(reading.Get("90001").dates.at(1).date, PartialDate::Day(1962, 2, 12));
}

TEST(OfacEnhancedXml, NotesWhatStandsBesideADocument) {
  const OfacXmlReading reading = ReadFixture();
  const Record& person = reading.Get("90001");
  ASSERT_EQ(person.identifiers.size(), 2U);
  EXPECT_EQ(person.identifiers[0].remark, "");
  EXPECT_EQ(person.identifiers[1].value, "099000001");
  EXPECT_EQ(person.identifiers[1].remark,
            "not valid; in the name of QUINTERO, Rafael; issued in Caracas");
  EXPECT_EQ(person.identifiers[1].issuer, "SAIME");
  EXPECT_EQ(person.identifiers[1].issued, "28 Jan 2010");
  EXPECT_EQ(person.identifiers[1].expires, "27 Jan 2020");
}

TEST(OfacEnhancedXml, ReadsAddressesInTheirScripts) {
  const OfacXmlReading reading = ReadFixture();
  const Record& person = reading.Get("90001");
  ASSERT_GE(person.addresses.size(), 2U);
  EXPECT_EQ(person.addresses[0].street, "Avenida Inventada 7, Piso 2");
  EXPECT_EQ(person.addresses[0].region, "Zulia");
  EXPECT_EQ(person.addresses[0].country, "ve");
  EXPECT_EQ(person.addresses[1].city, "Маракайбо");
  EXPECT_EQ(person.addresses[1].remark, "Cyrl");
  EXPECT_EQ(reading.Get("90002").addresses.size(), 1U);
}

TEST(OfacEnhancedXml, GivesADesignationForEachListAndProgramme) {
  const OfacXmlReading reading = ReadFixture();
  const auto& designations = reading.Get("90005").designations;
  ASSERT_EQ(designations.size(), 6U);
  EXPECT_EQ(designations[0].list, "Sectoral Sanctions Identifications List");
  EXPECT_EQ(designations[0].listed, "2014-07-16");
  EXPECT_EQ(designations[5].list, "SDN List");
  EXPECT_EQ(designations[5].program, "RUSSIA-EO14024");
  EXPECT_EQ(designations[5].legal_basis, "Executive Order 14024 (Russia)");
  EXPECT_EQ(designations[5].measures, "13662 Sectoral Directive 1|Block");
  EXPECT_EQ(designations[5].listed, "2024-11-21");
}

TEST(OfacEnhancedXml, ReadsRelationsWithTheirTargets) {
  const OfacXmlReading reading = ReadFixture();
  const Relation& relation = reading.Get("90003").relations.at(0);
  EXPECT_EQ(relation.kind, RelationKind::kLinkedTo);
  EXPECT_EQ(relation.text, "Property in the interest of");
  EXPECT_EQ(relation.target_id, "90002");
  EXPECT_EQ(relation.target_name, "NAVIERA EJEMPLAR (GRUPO), S.A.");
}

TEST(OfacEnhancedXml, MarksAFalseFlag) {
  const OfacXmlReading reading = ReadFixture();
  const CountryFact& flag = reading.Get("90003").countries.at(0);
  EXPECT_EQ(flag.kind, CountryKind::kFlag);
  EXPECT_EQ(flag.text, "Panama (False)");
  EXPECT_EQ(flag.code, "pa");
}

TEST(OfacEnhancedXml, KeepsWhatItDoesNotKnow) {
  const OfacXmlReading reading = ReadFixture();
  std::vector<std::string> fields;
  for (const Attribute& rest : reading.Get("90001").uninterpreted) fields.push_back(rest.field);
  EXPECT_EQ(fields, (std::vector<std::string>{"features/feature/reliability",
                                              "features/feature/Favourite Harbour",
                                              "entity/relationships/relationship/quality"}));
}

TEST(OfacEnhancedXml, RefusesAnExportOfAPartOfTheList) {
  const OfacXmlReading reading =
      Read(Replaced(OfacXmlFixture("sdn_enhanced.xml"), "<filters>",
                    "<filters><sanctionsPrograms><sanctionsProgram>CUBA</sanctionsProgram>"
                    "</sanctionsPrograms>"));
  ASSERT_EQ(CodeOf(reading), ErrorCode::kWrongDocument);
  EXPECT_NE(reading.report.error().message.find("CUBA"), std::string::npos);
}

TEST(OfacEnhancedXml, RefusesADocumentOfChanges) {
  const OfacXmlReading reading =
      Read(Replaced(OfacXmlFixture("sdn_enhanced.xml"), "<entity id=\"90004\">",
                    "<entity id=\"90004\" action=\"remove\">"));
  EXPECT_EQ(CodeOf(reading), ErrorCode::kWrongDocument);
}

TEST(OfacEnhancedXml, RefusesDocumentsThatAreNotWhole) {
  const std::string bytes = OfacXmlFixture("sdn_enhanced.xml");
  EXPECT_EQ(CodeOf(Read(bytes.substr(0, bytes.size() / 2))), ErrorCode::kTruncated);
  EXPECT_EQ(CodeOf(Read("<sanctionsData/>")), ErrorCode::kEmptyList);
  EXPECT_EQ(CodeOf(Read("<sdnList/>")), ErrorCode::kWrongDocument);
  EXPECT_EQ(CodeOf(Read(Replaced(bytes, "entity id=\"90005\"", "entity id=\"90001\""))),
            ErrorCode::kDuplicateRecord);
}

TEST(OfacEnhancedXml, RejectsAPartyWithListingsOutOfProportion) {
  std::string programs;
  for (int i = 0; i < 200; ++i) programs += "<sanctionsProgram>P</sanctionsProgram>";
  const OfacXmlReading reading = Read(Replaced(
      OfacXmlFixture("sdn_enhanced.xml"), "<sanctionsPrograms>", "<sanctionsPrograms>" + programs));
  ASSERT_TRUE(reading.report.ok());
  ASSERT_EQ(reading.report->rejects.size(), 1U);
  EXPECT_EQ(reading.report->rejects[0].record, "90001");
  EXPECT_TRUE(reading.report->Reconciles());
}

TEST(OfacEnhancedXml, RejectsAPartyWithoutNumber) {
  const OfacXmlReading reading =
      Read(Replaced(OfacXmlFixture("sdn_enhanced.xml"), "entity id=\"90005\"", "entity"));
  ASSERT_TRUE(reading.report.ok());
  EXPECT_EQ(reading.report->rejects.size(), 1U);
  EXPECT_TRUE(reading.report->Reconciles());
}

}  // namespace
}  // namespace interdict
