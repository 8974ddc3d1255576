#include "interdict/lists/un/un_xml.h"

#include <gtest/gtest.h>

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

// One individual with these elements beside its name and number.
XmlListReading ReadIndividual(const std::string& elements) {
  return ReadXmlList(UnXmlFormat(),
                     "<CONSOLIDATED_LIST dateGenerated='2026-01-15T00:00:09.554Z'><INDIVIDUALS>"
                     "<INDIVIDUAL><FIRST_NAME>A</FIRST_NAME><REFERENCE_NUMBER>QDi.001"
                     "</REFERENCE_NUMBER>" +
                         elements + "</INDIVIDUAL></INDIVIDUALS></CONSOLIDATED_LIST>");
}

Texts AliasNames(const std::string& elements) {
  Texts names = NamesOf(
      ReadIndividual("<INDIVIDUAL_ALIAS>" + elements + "</INDIVIDUAL_ALIAS>").records.at(0));
  names.erase(names.begin());
  return names;
}

class UnXml : public ::testing::Test {
 protected:
  XmlListReading reading_ = ReadXmlFixture(UnXmlFormat(), "un/consolidated.xml");
  const Record& person_ = reading_["GBi.901"];
};

TEST_F(UnXml, ReportReconcilesAndNamesThePublicationDate) {
  const ParseReport& report = *reading_.report;
  EXPECT_EQ(report.records_in, 7u);
  EXPECT_EQ(report.records_out, 5u);
  EXPECT_EQ(report.rejects.size(), 2u);
  EXPECT_EQ(FormatIsoDate(*report.published), "2026-01-15");
  EXPECT_EQ(report.published_from, "dateGenerated");
  EXPECT_FALSE(report.declared_records.has_value());
}

TEST_F(UnXml, NamesAreJoinedWithoutClaimingTheFamilyName) {
  EXPECT_EQ(
      NamesOf(person_),
      (Texts{"primary=TESTER BIN SAMPLE AL-EXAMPLE", "original_script=مثال اختبار",
             "strong=Testir Exampel", "strong=Tester Exempel", "weak=Abu Testu", "weak=Абу Тесту",
             "strong=EXAMPLE, Tester", "former=Former Tester", "strong=Odd Tester"}));
  EXPECT_EQ(person_.names[0].parts, (std::vector<NamePart>{{NamePartKind::kGiven, "TESTER"},
                                                           {NamePartKind::kMiddle, "BIN"},
                                                           {NamePartKind::kMiddle, "SAMPLE"},
                                                           {NamePartKind::kOther, "AL-EXAMPLE"}}));
  for (const NamePart& part : reading_["KPi.901"].names[0].parts) {
    EXPECT_EQ(part.kind, NamePartKind::kOther);
  }
}

TEST_F(UnXml, AnUnknownAliasQualityIsKeptStrongAndReported) {
  EXPECT_EQ(reading_.Defects("alias_quality"), 1u);
  EXPECT_EQ(reading_.Count("empty_aliases"), 1u);
  EXPECT_EQ(reading_.Count("alias_quality:Good"), 1u);
}

TEST_F(UnXml, DatesOfBirthInAllTheirForms) {
  EXPECT_EQ(DatesOf(person_),
            (Texts{"1958 - 1964 -> 1958/1964", "null -> -",
                   "1960-03-04 (from false passport) -> 1960-03-04", "1958 (Sep.) -> 1958-09",
                   "approximately 1961 -> ~1961", "approximately 1955 to 1958 -> ~1955/1958",
                   "Nov. 1973 -> 1973-11", "24/06/1402 (Hijri Calendar) -> -", "1980 to 1979 -> -",
                   "1962 -> 1962"}));
  EXPECT_EQ(reading_.Defects("date_type"), 1u);
  EXPECT_EQ(reading_.Count("empty_birth_dates"), 1u);
  EXPECT_EQ(reading_.Count("date_type:EXACT"), 4u);
}

TEST_F(UnXml, DocumentsAndLabelledNumbersAreIdentifiers) {
  EXPECT_EQ(IdentifiersOf(person_),
            (Texts{"passport 215999 ly", "passport AA 123456 gw", "passport 7654321X"}));
  EXPECT_EQ(person_.identifiers[1].issued, "2009-03-01");
  EXPECT_EQ(person_.identifiers[2].field, "COMMENTS1");
  EXPECT_EQ(reading_.Count("empty_documents"), 1u);
}

TEST_F(UnXml, AnImoNumberOfAnEntityIsTheCompanys) {
  EXPECT_EQ(IdentifiersOf(reading_["CDe.901"]), (Texts{"imo_company 1790183", "bic TESTKPPY"}));
}

TEST_F(UnXml, TheProgrammeTagIsVerbatimAndNoCountry) {
  ASSERT_EQ(person_.designations.size(), 1u);
  const Designation& designation = person_.designations[0];
  EXPECT_EQ(designation.program, "GB");
  EXPECT_EQ(designation.list, "UN List");
  EXPECT_EQ(designation.authority, "UN Security Council");
  EXPECT_EQ(designation.listed, "2015-07-01");
  EXPECT_EQ(designation.amended, "2023-02-03");
  EXPECT_EQ(reading_["KPi.901"].designations[0].listed, "soon");
  for (const CountryFact& country : person_.countries) EXPECT_NE(country.code, "gb");
}

TEST_F(UnXml, PlacesNationalitiesAndAttributes) {
  ASSERT_EQ(person_.addresses.size(), 3u);
  EXPECT_EQ(person_.addresses[0].full, "Bissau, Guinea-Bissau");
  EXPECT_EQ(person_.addresses[0].kind, AddressKind::kBirthPlace);
  EXPECT_EQ(person_.addresses[1].full, "1 Test Street, Bissau, Sector, 12 AB, Guinea-Bissau");
  EXPECT_EQ(person_.addresses[1].country, "gw");
  EXPECT_EQ(person_.addresses[1].remark, "at time of listing");
  EXPECT_EQ(person_.addresses[2].country, "");
  EXPECT_EQ(person_.countries[0].code, "gw");
  EXPECT_EQ(AttributesOf(person_, AttributeKind::kGender), (Texts{"male"}));
  EXPECT_EQ(AttributesOf(person_, AttributeKind::kTitle), (Texts{"Colonel"}));
  EXPECT_EQ(AttributesOf(person_, AttributeKind::kPosition), (Texts{"Chief of tests", "Deputy"}));
  EXPECT_EQ(AttributesOf(person_, AttributeKind::kRemark).size(), 1u);
  EXPECT_EQ(reading_["CDe.901"].addresses[0].remark, "Test House, with a telephone 12345");
}

TEST_F(UnXml, ReferenceNumbersAreTrimmedAndDataIdIsACrossReference) {
  EXPECT_EQ(person_.references,
            (std::vector<CrossReference>{{"un_sc_sanctions", "9000001", "DATAID"}}));
}

TEST_F(UnXml, ARepeatedOrMissingReferenceNumberLosesNoParty) {
  EXPECT_EQ(reading_["KPi.901#9000003"].Caption(), "SECOND HOLDER");
  EXPECT_EQ(reading_["DATAID#9000005"].Caption(), "ONLY DATAID");
  EXPECT_EQ(reading_.Defects("reference_number"), 2u);
}

TEST_F(UnXml, TwoNamesOfAnEntityInOneElementAreTwo) {
  EXPECT_EQ(NamesOf(reading_["CDe.901"]),
            (Texts{"primary=TEST LAKES COMPANY (TLC)", "strong=GREAT TEST COMPANY (GTC)",
                   "strong=بنك الاختبار", "strong=Bank of Tests", "strong=The Test Bank"}));
}

TEST_F(UnXml, WhatTheReaderDoesNotKnowIsKeptOrReported) {
  ASSERT_EQ(person_.uninterpreted.size(), 1u);
  EXPECT_EQ(person_.uninterpreted[0].field, "INDIVIDUAL/NEW_ELEMENT/INNER");
  EXPECT_EQ(person_.uninterpreted[0].value, "kept");
  EXPECT_EQ(reading_.report->unknown_fields.at("CONSOLIDATED_LIST/VESSEL"), 1u);
}

TEST(UnXmlAlias, NotesHoldTheNameInOtherScripts) {
  EXPECT_EQ(AliasNames("<QUALITY>Good</QUALITY><ALIAS_NAME>شيخ يونس</ALIAS_NAME>"
                       "<NOTE>Yunis M; Younis M</NOTE>"),
            (Texts{"strong=شيخ يونس", "strong=Yunis M", "strong=Younis M"}));
  EXPECT_EQ(AliasNames("<QUALITY>Low</QUALITY><ALIAS_NAME>أبو دعاء</ALIAS_NAME>"
                       "<NOTE>(Abu Du’a; Abu Duaa’) known by this nom de guerre</NOTE>"),
            (Texts{"weak=أبو دعاء", "weak=Abu Du’a", "weak=Abu Duaa’"}));
  EXPECT_EQ(AliasNames("<QUALITY>Good</QUALITY><ALIAS_NAME>Riad H</ALIAS_NAME>"
                       "<NOTE>Previously listed as. In Arabic: رياض</NOTE>"),
            (Texts{"strong=Riad H", "strong=رياض"}));
}

TEST(UnXmlAlias, ProseInANoteIsNoName) {
  EXPECT_EQ(AliasNames("<QUALITY>Good</QUALITY><ALIAS_NAME>A B</ALIAS_NAME>"
                       "<NOTE>DOB: 1948; POB: Anefif, Mali</NOTE>"),
            (Texts{"strong=A B"}));
  EXPECT_EQ(
      AliasNames("<QUALITY>Low</QUALITY><ALIAS_NAME>أبو</ALIAS_NAME><NOTE>nom de guerre</NOTE>"),
      (Texts{"weak=أبو"}));
}

TEST(UnXmlAlias, ABirthDateBehindTheNameIsTakenOff) {
  const auto reading = ReadIndividual(
      "<INDIVIDUAL_ALIAS><QUALITY>Good</QUALITY><ALIAS_NAME>Safia F, born 1 Jan. 1953 (Oman "
      "passport "
      "no.03825239)</ALIAS_NAME></INDIVIDUAL_ALIAS>");
  EXPECT_EQ(NamesOf(reading.records.at(0)), (Texts{"primary=A", "strong=Safia F"}));
  EXPECT_EQ(IdentifiersOf(reading.records.at(0)), (Texts{"passport 03825239 om"}));
}

TEST(UnXmlErrors, ATruncatedListIsNeverRead) {
  const auto reading = ReadXmlList(UnXmlFormat(),
                                   "<CONSOLIDATED_LIST dateGenerated='2026-01-15'><INDIVIDUALS>"
                                   "<INDIVIDUAL><FIRST_NAME>A</FIRST_NAME><REFERENCE_NUMBER>QDi.001"
                                   "</REFERENCE_NUMBER></INDIVIDUAL><INDIVIDUAL><FIRST_NA");
  ASSERT_FALSE(reading.report.ok());
  EXPECT_EQ(reading.report.error().code, ErrorCode::kTruncated);
  EXPECT_EQ(reading.report.error().where.file, "list.xml");
  EXPECT_EQ(reading.report.error().where.source, "test_list");
}

TEST(UnXmlErrors, OtherDocumentsAndEmptyListsAreRefused) {
  EXPECT_EQ(ReadXmlList(UnXmlFormat(), "<html/>").report.error().code, ErrorCode::kWrongDocument);
  EXPECT_EQ(ReadXmlList(UnXmlFormat(), "<CONSOLIDATED_LIST/>").report.error().code,
            ErrorCode::kEmptyList);
  EXPECT_FALSE(UnXmlFormat().Recognises({"a.xml", "<html/>"}));
  EXPECT_FALSE(UnXmlFormat().Recognises({"a.xml", ""}));
  const InputFile two[] = {{"a.xml", "<CONSOLIDATED_LIST/>"}, {"b.xml", "<CONSOLIDATED_LIST/>"}};
  const auto report = UnXmlFormat().Read(two, {}, [](Record&&) -> Status { return Ok{}; });
  EXPECT_EQ(report.error().code, ErrorCode::kMismatchedParts);
}

TEST(UnXmlErrors, TheSameDataIdTwiceIsOneIdForTwoRecords) {
  const std::string party =
      "<INDIVIDUAL><DATAID>1</DATAID><FIRST_NAME>A</FIRST_NAME><REFERENCE_NUMBER>QDi.001"
      "</REFERENCE_NUMBER></INDIVIDUAL>\n";
  const auto reading =
      ReadXmlList(UnXmlFormat(), "<CONSOLIDATED_LIST dateGenerated='2026-01-15'>\n" + party +
                                     party + party + "</CONSOLIDATED_LIST>");
  ASSERT_FALSE(reading.report.ok());
  EXPECT_EQ(reading.report.error().code, ErrorCode::kDuplicateRecord);
  EXPECT_EQ(reading.report.error().where.line, 4u);
  EXPECT_NE(reading.report.error().message.find("line 3"), std::string::npos);
}

TEST(UnXmlErrors, AnErrorOfTheSinkEndsTheReading) {
  const InputFile file{"a.xml",
                       "<CONSOLIDATED_LIST dateGenerated='2026-01-15'><ENTITY><FIRST_NAME>A"
                       "</FIRST_NAME><DATAID>1</DATAID></ENTITY></CONSOLIDATED_LIST>"};
  const auto report = UnXmlFormat().Read(
      {&file, 1}, {}, [](Record&&) -> Status { return MakeError(ErrorCode::kStorage, "full"); });
  EXPECT_EQ(report.error().code, ErrorCode::kStorage);
}

}  // namespace
}  // namespace interdict
