#include "interdict/lists/ofac/ofac_standard_xml.h"

#include <gtest/gtest.h>

#include "interdict/lists/testing/ofac_xml_reading.h"

namespace interdict {
namespace {

using testing::OfacXmlFixture;
using testing::OfacXmlReading;
using testing::Replaced;

OfacXmlReading Read(std::string_view bytes, std::string_view source = "us_ofac_sdn") {
  return testing::ReadOfacXml(OfacStandardXmlFormat(), bytes, source);
}

OfacXmlReading ReadFixture() {
  return Read(OfacXmlFixture("sdn.xml"));
}

ErrorCode CodeOf(const OfacXmlReading& reading) {
  EXPECT_FALSE(reading.report.ok());
  return reading.report.ok() ? ErrorCode::kStorage : reading.report.error().code;
}

TEST(OfacStandardXml, ReconcilesWithThePublishersCount) {
  const OfacXmlReading reading = ReadFixture();
  ASSERT_TRUE(reading.report.ok()) << reading.report.error().Text();
  const ParseReport& report = *reading.report;
  EXPECT_EQ(report.format, "ofac_standard_xml");
  EXPECT_EQ(report.declared_records, 5U);
  EXPECT_EQ(report.records_in, 5U);
  EXPECT_EQ(report.records_out, 5U);
  EXPECT_TRUE(report.Reconciles());
  ASSERT_TRUE(report.published.has_value());
  EXPECT_EQ(FormatIsoDate(*report.published), "2026-09-10");
  EXPECT_EQ(report.published_from, "Publish_Date");
}

TEST(OfacStandardXml, ReadsNamesWithTheirKindsAndParts) {
  const OfacXmlReading reading = ReadFixture();
  const Record& person = reading.Get("90001");
  EXPECT_EQ(person.Key(), "us_ofac_sdn:90001");
  EXPECT_EQ(person.schema, Schema::kPerson);
  ASSERT_EQ(person.names.size(), 4U);
  EXPECT_EQ(person.names[0].text, "QUINTERO LUGO, Rafael Andres");
  EXPECT_EQ(person.names[0].kind, NameKind::kPrimary);
  EXPECT_EQ(person.names[0].parts,
            (std::vector<NamePart>{{NamePartKind::kFamily, "QUINTERO LUGO"},
                                   {NamePartKind::kGiven, "Rafael Andres"}}));
  EXPECT_EQ(person.names[1].kind, NameKind::kStrong);
  EXPECT_EQ(person.names[2].text, "EL PRACTICO");
  EXPECT_EQ(person.names[2].kind, NameKind::kWeak);
  EXPECT_EQ(person.names[3].kind, NameKind::kFormer);
  EXPECT_EQ(person.names[3].field, "akaList/aka");
  EXPECT_TRUE(reading.Get("90002").names[0].parts.empty());
}

TEST(OfacStandardXml, ReadsPartialBirthDates) {
  const OfacXmlReading reading = ReadFixture();
  std::vector<std::string> dates;
  for (const DateFact& fact : reading.Get("90001").dates) {
    dates.push_back(FormatPartialDate(fact.date.value()));
  }
  EXPECT_EQ(dates, (std::vector<std::string>{"~1961", "1962-02-12", "1963/1965", "1966-09"}));
}

TEST(OfacStandardXml, ReadsDocumentsWithCountryAndDates) {
  const OfacXmlReading reading = ReadFixture();
  const Identifier& passport = reading.Get("90001").identifiers.at(1);
  EXPECT_EQ(passport.scheme, IdScheme::kPassport);
  EXPECT_EQ(passport.country, "ve");
  EXPECT_EQ(passport.issued, "28 Jan 2010");
  EXPECT_EQ(passport.expires, "27 Jan 2020");
}

TEST(OfacStandardXml, TellsCompanyNumbersFromShipNumbers) {
  const OfacXmlReading reading = ReadFixture();
  EXPECT_EQ(reading.Get("90002").identifiers.at(1).scheme, IdScheme::kImoCompany);
  EXPECT_EQ(reading.Get("90003").identifiers.at(0).scheme, IdScheme::kImo);
  EXPECT_EQ(reading.Get("90003").identifiers.at(0).check, IdCheck::kValid);
}

TEST(OfacStandardXml, ReadsVessels) {
  const OfacXmlReading reading = ReadFixture();
  const Record& vessel = reading.Get("90003");
  EXPECT_EQ(vessel.schema, Schema::kVessel);
  EXPECT_EQ(testing::Countries(vessel),
            (testing::Facts{"flag pa Panama (False)", "former_flag tv Tuvalu"}));
  EXPECT_EQ(testing::Attributes(vessel),
            (testing::Facts{"vessel_type Crude Oil Tanker", "vessel_owner Naviera Ejemplar",
                            "tonnage 99,144", "gross_tonnage 56,172"}));
  EXPECT_EQ(vessel.identifiers.at(2).scheme, IdScheme::kCallSign);
}

TEST(OfacStandardXml, ReadsAircraft) {
  const OfacXmlReading reading = ReadFixture();
  const Record& aircraft = reading.Get("90004");
  EXPECT_EQ(aircraft.schema, Schema::kAirplane);
  ASSERT_EQ(aircraft.identifiers.size(), 3U);
  EXPECT_EQ(aircraft.identifiers[0].scheme, IdScheme::kTailNumber);
  EXPECT_EQ(aircraft.identifiers[1].scheme, IdScheme::kMsn);
  EXPECT_EQ(aircraft.identifiers[2].scheme, IdScheme::kIcao24);
  EXPECT_EQ(aircraft.dates.at(0).kind, DateKind::kBuild);
}

TEST(OfacStandardXml, ReadsDigitalCurrencyAddresses) {
  const OfacXmlReading reading = ReadFixture();
  const Identifier& address = reading.Get("90002").identifiers.at(3);
  EXPECT_EQ(address.scheme, IdScheme::kCrypto);
  EXPECT_EQ(address.issuer, "XBT");
  EXPECT_EQ(address.check, IdCheck::kValid);
}

TEST(OfacStandardXml, LeavesOutAnAddressWithoutContent) {
  const OfacXmlReading reading = ReadFixture();
  ASSERT_EQ(reading.Get("90002").addresses.size(), 1U);
  EXPECT_EQ(reading.Get("90002").addresses[0].country_text, "Region: Gaza");
  EXPECT_EQ(reading.Get("90002").addresses[0].country, "ps");
}

TEST(OfacStandardXml, TakesLinksOutOfRemarks) {
  const OfacXmlReading reading = ReadFixture();
  const Record& person = reading.Get("90001");
  ASSERT_EQ(person.relations.size(), 1U);
  EXPECT_EQ(person.relations[0].kind, RelationKind::kLinkedTo);
  EXPECT_EQ(person.relations[0].target_name, "NAVIERA EJEMPLAR (GRUPO), S.A.");
  EXPECT_TRUE(testing::Attributes(person).contains("topic currently in custody"));
  EXPECT_EQ(reading.report->remark_segments, 2U);
  EXPECT_EQ(reading.report->remark_segments_understood, 2U);
}

TEST(OfacStandardXml, ReadsSeveralLinks) {
  const std::string bytes =
      Replaced(OfacXmlFixture("sdn.xml"), "S.A.)</remarks>",
               "S.A.); (Linked To: SECOND GROUP); (Linked To: cut off</remarks>");
  const OfacXmlReading reading = Read(bytes);
  const Record& person = reading.Get("90001");
  ASSERT_EQ(person.relations.size(), 2U);
  EXPECT_EQ(person.relations[1].target_name, "SECOND GROUP");
  ASSERT_EQ(person.uninterpreted.size(), 2U);
  EXPECT_EQ(person.uninterpreted[1].value, "(Linked To: cut off");
}

TEST(OfacStandardXml, KeepsWhatItDoesNotKnow) {
  const std::string bytes = Replaced(OfacXmlFixture("sdn.xml"), "<uid>90005</uid>",
                                     "<uid>90005</uid><motto lang=\"la\">Semper</motto>");
  const OfacXmlReading reading = Read(bytes);
  ASSERT_TRUE(reading.report.ok());
  EXPECT_EQ(reading.Get("90001").uninterpreted.at(0),
            (Attribute{AttributeKind::kOther, "Puerto Imaginario", "idList/id/Favourite Harbour"}));
  const Record& bank = reading.Get("90005");
  ASSERT_EQ(bank.uninterpreted.size(), 2U);
  EXPECT_EQ(bank.uninterpreted[0],
            (Attribute{AttributeKind::kOther, "la", "sdnEntry/motto/@lang"}));
  EXPECT_EQ(bank.uninterpreted[1], (Attribute{AttributeKind::kOther, "Semper", "sdnEntry/motto"}));
  EXPECT_EQ(reading.report->unknown_fields.at("sdnEntry/motto"), 1U);
}

TEST(OfacStandardXml, NoticesSectionsThatItDoesNotKnow) {
  const OfacXmlReading reading =
      Read(Replaced(OfacXmlFixture("sdn.xml"), "</sdnList>", "<notice>new</notice></sdnList>"));
  ASSERT_TRUE(reading.report.ok());
  EXPECT_EQ(reading.report->unknown_fields.at("sdnList/notice"), 1U);
}

TEST(OfacStandardXml, NamesTheListOfItsSource) {
  const std::string bytes = OfacXmlFixture("sdn.xml");
  const Record sdn = Read(bytes).Get("90005");
  ASSERT_EQ(sdn.designations.size(), 2U);
  EXPECT_EQ(sdn.designations[0].program, "UKRAINE-EO13662");
  EXPECT_EQ(sdn.designations[0].authority, "OFAC");
  EXPECT_EQ(sdn.designations[0].list, "SDN List");
  const Record cons = Read(bytes, "us_ofac_cons").Get("90005");
  EXPECT_EQ(cons.designations[0].list, "Sectoral Sanctions Identifications List");
  EXPECT_EQ(cons.designations[1].list, "Consolidated List");
  EXPECT_EQ(Read(bytes, "my_copy").Get("90005").designations[0].list, "");
}

TEST(OfacStandardXml, ReadsTheNamespaceOfBefore2024) {
  const std::string bytes =
      Replaced(OfacXmlFixture("sdn.xml"),
               "https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/XML",
               "http://tempuri.org/sdnList.xsd");
  EXPECT_TRUE(OfacStandardXmlFormat().Recognises({"list.xml", bytes}));
  EXPECT_EQ(Read(bytes).records, ReadFixture().records);
}

TEST(OfacStandardXml, RefusesACountThatDiffers) {
  const OfacXmlReading reading =
      Read(Replaced(OfacXmlFixture("sdn.xml"), "<Record_Count>5<", "<Record_Count>6<"));
  ASSERT_EQ(CodeOf(reading), ErrorCode::kCountMismatch);
  EXPECT_EQ(reading.report.error().where.file, "list.xml");
  EXPECT_NE(reading.report.error().message.find("6 entries, the document holds 5"),
            std::string::npos);
}

TEST(OfacStandardXml, SaysWhenThereIsNoCountToCheck) {
  const OfacXmlReading reading = Read(
      Replaced(OfacXmlFixture("sdn.xml"), "<Record_Count>5</Record_Count>", "<Record_Count/>"));
  ASSERT_TRUE(reading.report.ok());
  EXPECT_EQ(reading.report->defect_counts.at("record_count"), 1U);
}

TEST(OfacStandardXml, SaysWhenThePublicationDateCannotBeRead) {
  const OfacXmlReading reading =
      Read(Replaced(OfacXmlFixture("sdn.xml"), "09/10/2026", "13/40/2026"));
  ASSERT_TRUE(reading.report.ok());
  EXPECT_FALSE(reading.report->published.has_value());
  EXPECT_EQ(reading.report->defect_counts.at("publication_date"), 1U);
}

TEST(OfacStandardXml, RefusesANumberThatStandsTwice) {
  const OfacXmlReading reading =
      Read(Replaced(OfacXmlFixture("sdn.xml"), "<uid>90005</uid>", "<uid>90001</uid>"));
  ASSERT_EQ(CodeOf(reading), ErrorCode::kDuplicateRecord);
  EXPECT_EQ(reading.report.error().where.record, "90001");
  EXPECT_GT(reading.report.error().where.line, 100U);
  EXPECT_NE(reading.report.error().message.find("line 7"), std::string::npos);
}

TEST(OfacStandardXml, RejectsAPartyWithoutNumber) {
  const OfacXmlReading reading =
      Read(Replaced(OfacXmlFixture("sdn.xml"), "<uid>90005</uid>", "<uid> </uid>"));
  ASSERT_TRUE(reading.report.ok());
  EXPECT_EQ(reading.report->rejects.size(), 1U);
  EXPECT_TRUE(reading.report->Reconciles());
  EXPECT_EQ(reading.records.size(), 4U);
}

TEST(OfacStandardXml, KeepsAPartyWithoutName) {
  const OfacXmlReading reading =
      Read(Replaced(OfacXmlFixture("sdn.xml"), "<lastName>BANK PRIMER</lastName>", "<lastName/>"));
  ASSERT_TRUE(reading.report.ok());
  EXPECT_EQ(reading.records.size(), 5U);
  EXPECT_EQ(reading.report->defect_counts.at("no_name"), 1U);
}

TEST(OfacStandardXml, SaysWhenAPartyHasNoProgrammeOrNoKnownType) {
  std::string bytes =
      Replaced(OfacXmlFixture("sdn.xml"), "<program>VENEZUELA-EO13884</program>", "");
  bytes = Replaced(bytes, "<sdnType>Aircraft</sdnType>", "<sdnType>Balloon</sdnType>");
  const OfacXmlReading reading = Read(bytes);
  ASSERT_TRUE(reading.report.ok());
  EXPECT_EQ(reading.Get("90004").schema, Schema::kLegalEntity);
  EXPECT_EQ(reading.report->defect_counts.at("no_program"), 1U);
  EXPECT_EQ(reading.report->defect_counts.at("sdn_type"), 1U);
}

TEST(OfacStandardXml, RefusesDocumentsThatAreNotWhole) {
  const std::string bytes = OfacXmlFixture("sdn.xml");
  EXPECT_EQ(CodeOf(Read(bytes.substr(0, bytes.size() - 20))), ErrorCode::kTruncated);
  EXPECT_EQ(CodeOf(Read("<html><body/></html>")), ErrorCode::kWrongDocument);
  EXPECT_EQ(CodeOf(Read("<sdnList/>")), ErrorCode::kEmptyList);
  EXPECT_EQ(CodeOf(Read("")), ErrorCode::kTruncated);
}

TEST(OfacStandardXml, ReadsOneDocumentOnly) {
  const std::string bytes = OfacXmlFixture("sdn.xml");
  const InputFile files[] = {{"a.xml", bytes}, {"b.xml", bytes}};
  const auto report =
      OfacStandardXmlFormat().Read(files, {}, [](Record&&) -> Status { return Ok{}; });
  ASSERT_FALSE(report.ok());
  EXPECT_EQ(report.error().code, ErrorCode::kMismatchedParts);
}

TEST(OfacStandardXml, StopsWithTheSinksError) {
  const std::string bytes = OfacXmlFixture("sdn.xml");
  const InputFile file{"a.xml", bytes};
  const auto report = OfacStandardXmlFormat().Read(
      {&file, 1}, {}, [](Record&&) -> Status { return MakeError(ErrorCode::kStorage, "full"); });
  ASSERT_FALSE(report.ok());
  EXPECT_EQ(report.error().code, ErrorCode::kStorage);
}

TEST(OfacStandardXml, ShowsProgressToTheEnd) {
  const std::string bytes = OfacXmlFixture("sdn.xml");
  const InputFile file{"a.xml", bytes};
  ReadOptions options;
  uint64_t last = 0;
  options.progress = [&](uint64_t done, uint64_t total) {
    EXPECT_GE(done, last);
    EXPECT_EQ(total, bytes.size());
    last = done;
  };
  const auto report =
      OfacStandardXmlFormat().Read({&file, 1}, options, [](Record&&) -> Status { return Ok{}; });
  EXPECT_TRUE(report.ok());
  EXPECT_EQ(last, bytes.size());
}

}  // namespace
}  // namespace interdict
