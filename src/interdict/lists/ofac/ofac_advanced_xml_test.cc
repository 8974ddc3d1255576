#include "interdict/lists/ofac/ofac_advanced_xml.h"

#include <gtest/gtest.h>

#include "interdict/lists/testing/ofac_xml_reading.h"

namespace interdict {
namespace {

using testing::OfacXmlFixture;
using testing::OfacXmlReading;
using testing::Replaced;

OfacXmlReading Read(std::string_view bytes) {
  return testing::ReadOfacXml(OfacAdvancedXmlFormat(), bytes);
}

OfacXmlReading ReadFixture() {
  return Read(OfacXmlFixture("sdn_advanced.xml"));
}

ErrorCode CodeOf(const OfacXmlReading& reading) {
  EXPECT_FALSE(reading.report.ok());
  return reading.report.ok() ? ErrorCode::kStorage : reading.report.error().code;
}

TEST(OfacAdvancedXml, CountsPartiesAndRowsOfTheSideSections) {
  const OfacXmlReading reading = ReadFixture();
  ASSERT_TRUE(reading.report.ok()) << reading.report.error().Text();
  const ParseReport& report = *reading.report;
  EXPECT_EQ(FormatIsoDate(report.published.value()), "2026-09-10");
  EXPECT_EQ(report.published_from, "DateOfIssue");
  EXPECT_EQ(report.records_in, 5U);
  EXPECT_TRUE(report.Reconciles());
  EXPECT_EQ(report.counts.at("locations"), 8U);
  EXPECT_EQ(report.counts.at("documents"), 7U);
  EXPECT_EQ(report.counts.at("profile_relationships"), 3U);
  EXPECT_EQ(report.counts.at("sanctions_entries"), 7U);
  EXPECT_EQ(report.rows_in, 5U + 8U + 7U + 3U + 7U);
}

TEST(OfacAdvancedXml, SaysWhichRowsNoPartyClaims) {
  const OfacXmlReading reading = ReadFixture();
  const ParseReport& report = *reading.report;
  EXPECT_EQ(report.rows_used, report.rows_in - 1);
  ASSERT_EQ(report.defect_counts.at("orphan"), 1U);
  EXPECT_EQ(report.defects.at(0).record, "7999");
  EXPECT_GT(report.defects.at(0).line, 1U);
}

TEST(OfacAdvancedXml, KnowsTheKindOfPartyBehindAnUnknownSubtype) {
  const OfacXmlReading reading = ReadFixture();
  EXPECT_EQ(reading.Get("90001").schema, Schema::kPerson);
  EXPECT_EQ(reading.Get("90002").schema, Schema::kOrganization);
  EXPECT_EQ(reading.Get("90003").schema, Schema::kVessel);
  EXPECT_EQ(reading.Get("90004").schema, Schema::kAirplane);
}

TEST(OfacAdvancedXml, ComposesNamesFromPartsAndGroups) {
  const OfacXmlReading reading = ReadFixture();
  const Record& person = reading.Get("90001");
  ASSERT_EQ(person.names.size(), 5U);
  EXPECT_EQ(person.Caption(), "QUINTERO LUGO, Rafael Andres");
  EXPECT_EQ(person.names[1].kind, NameKind::kPrimary);
  EXPECT_EQ(person.names[2].kind, NameKind::kOriginalScript);
  EXPECT_EQ(person.names[2].script, "Cyrl");
  EXPECT_EQ(person.names[2].text, "КИНТЕРО ЛУГО, Рафаэль Андрес Андреевич");
  EXPECT_EQ(person.names[2].parts.at(2), (NamePart{NamePartKind::kPatronymic, "Андреевич"}));
  EXPECT_EQ(person.names[3].kind, NameKind::kWeak);
  EXPECT_EQ(person.names[4].kind, NameKind::kFormer);
  EXPECT_EQ(reading.Get("90002").names.at(2).script, "Arab");
  EXPECT_EQ(reading.Get("90002").names.at(2).kind, NameKind::kStrong);
}

TEST(OfacAdvancedXml, DoesNotTakeTheNamesOfAFalseIdentityForThePartys) {
  const OfacXmlReading reading = Read(Replaced(
      OfacXmlFixture("sdn_advanced.xml"), "FixedRef=\"90005\" Primary=\"true\" False=\"false\"",
      "FixedRef=\"90005\" Primary=\"true\" False=\"true\""));
  const Record& bank = reading.Get("90005");
  EXPECT_EQ(bank.names.at(0).kind, NameKind::kStrong);
  EXPECT_EQ(bank.uninterpreted.at(0).field, "Identity/@False");
}

TEST(OfacAdvancedXml, ReadsDatesFromTheirFourCorners) {
  const OfacXmlReading reading = ReadFixture();
  const auto& dates = reading.Get("90001").dates;
  ASSERT_EQ(dates.size(), 4U);
  EXPECT_EQ(dates[0].text, "circa 1961");
  EXPECT_EQ(FormatPartialDate(dates[0].date.value()), "~1961");
  EXPECT_EQ(FormatPartialDate(dates[1].date.value()), "1962-02-12");
  EXPECT_EQ(FormatPartialDate(dates[2].date.value()), "1963/1965");
  EXPECT_EQ(FormatPartialDate(dates[3].date.value()), "1966-09");
}

TEST(OfacAdvancedXml, TakesCircaFromTheCommentToo) {
  std::string bytes =
      Replaced(OfacXmlFixture("sdn_advanced.xml"), "Approximate=\"true\"", "Approximate=\"false\"");
  bytes = Replaced(bytes, "Approximate=\"true\"", "Approximate=\"false\"");
  const OfacXmlReading exact = Read(bytes);
  EXPECT_FALSE(exact.Get("90001").dates.at(0).date->circa);
  const OfacXmlReading circa = Read(Replaced(bytes, "ReliabilityID=\"1560\"><Comment />",
                                             "ReliabilityID=\"1560\"><Comment>circa</Comment>"));
  EXPECT_TRUE(circa.Get("90001").dates.at(0).date->circa);
  EXPECT_EQ(circa.Get("90001").dates.at(0).text, "circa 1961");
}

TEST(OfacAdvancedXml, DoesNotReadDatesOfAnotherCalendar) {
  const OfacXmlReading reading =
      Read(Replaced(OfacXmlFixture("sdn_advanced.xml"), ">Gregorian<", ">Hijri<"));
  const DateFact& date = reading.Get("90001").dates.at(1);
  EXPECT_EQ(date.text, "1962-02-12 (Hijri)");
  EXPECT_FALSE(date.date.has_value());
}

TEST(OfacAdvancedXml, JoinsDocumentsByIdentity) {
  const OfacXmlReading reading = ReadFixture();
  const Record& person = reading.Get("90001");
  ASSERT_EQ(person.identifiers.size(), 2U);
  EXPECT_EQ(person.identifiers[0].scheme, IdScheme::kCedula);
  EXPECT_EQ(person.identifiers[1].scheme, IdScheme::kPassport);
  EXPECT_EQ(person.identifiers[1].country, "ve");
  EXPECT_EQ(person.identifiers[1].issued, "28 Jan 2010");
  EXPECT_EQ(person.identifiers[1].expires, "27 Jan 2020");
  EXPECT_EQ(person.identifiers[1].issuer, "SAIME");
  EXPECT_EQ(person.identifiers[1].remark,
            "Fraudulent; in the name of QUINTERO, Rafael; issued in Caracas");
}

TEST(OfacAdvancedXml, JoinsLocationsAsAddressesAndAsValues) {
  const OfacXmlReading reading = ReadFixture();
  const Record& person = reading.Get("90001");
  ASSERT_EQ(person.addresses.size(), 2U);
  EXPECT_EQ(person.addresses[0].kind, AddressKind::kBirthPlace);
  EXPECT_EQ(person.addresses[1].full,
            "Avenida Inventada 7, Piso 2, Maracaibo, Zulia, 4001, Venezuela");
  EXPECT_EQ(person.addresses[1].country, "ve");
  EXPECT_EQ(testing::Countries(person),
            (testing::Facts{"nationality ve Venezuela", "citizenship cu Cuba"}));
  ASSERT_EQ(reading.Get("90002").addresses.size(), 1U);
  EXPECT_EQ(reading.Get("90002").addresses[0].country_text, "Region: Gaza");
}

TEST(OfacAdvancedXml, KeepsFurtherSpellingsOfAnAddress) {
  const OfacXmlReading reading = Read(
      Replaced(OfacXmlFixture("sdn_advanced.xml"), "<Value>Maracaibo</Value></LocationPartValue>",
               "<Value>Maracaibo</Value></LocationPartValue><LocationPartValue Primary=\"false\">"
               "<Value>Maracaybo</Value></LocationPartValue>"));
  const Record& person = reading.Get("90001");
  ASSERT_EQ(person.addresses.size(), 3U);
  EXPECT_EQ(person.addresses[1].city, "Maracaibo");
  EXPECT_EQ(person.addresses[2].full, "Maracaybo, Venezuela");
}

TEST(OfacAdvancedXml, ReadsVesselsAndTheirFalseFlags) {
  const OfacXmlReading reading = ReadFixture();
  const Record& vessel = reading.Get("90003");
  EXPECT_EQ(testing::Countries(vessel),
            (testing::Facts{"flag pa Panama (False)", "former_flag tv Tuvalu"}));
  EXPECT_TRUE(testing::Attributes(vessel).contains("vessel_type Crude Oil Tanker"));
  EXPECT_EQ(vessel.identifiers.at(0).scheme, IdScheme::kCallSign);
  EXPECT_EQ(vessel.identifiers.at(1).scheme, IdScheme::kImo);
}

TEST(OfacAdvancedXml, GivesADesignationForEachEntryAndProgramme) {
  const OfacXmlReading reading = ReadFixture();
  const auto& designations = reading.Get("90005").designations;
  ASSERT_EQ(designations.size(), 6U);
  EXPECT_EQ(designations[0].list, "Sectoral Sanctions Identifications List");
  EXPECT_EQ(designations[0].program, "UKRAINE-EO13662");
  EXPECT_EQ(designations[0].legal_basis, "Executive Order 13662 (Ukraine)");
  EXPECT_EQ(designations[0].measures, "13662 Sectoral Directive 1|Block");
  EXPECT_EQ(designations[0].listed, "2014-07-16");
  EXPECT_EQ(designations[4].list, "SDN List");
  EXPECT_EQ(designations[4].listed, "2024-11-21");
  EXPECT_EQ(reading.Get("90001").designations.at(1).legal_basis,
            "Foreign Narcotics Kingpin Designation Act");
}

TEST(OfacAdvancedXml, JoinsRelationsWithTheirTargets) {
  const OfacXmlReading reading = ReadFixture();
  const Relation& leader = reading.Get("90001").relations.at(0);
  EXPECT_EQ(leader.kind, RelationKind::kLeaderOf);
  EXPECT_EQ(leader.target_id, "90002");
  EXPECT_FALSE(leader.former);
  const Relation& owner = reading.Get("90002").relations.at(0);
  EXPECT_EQ(owner.kind, RelationKind::kOwnedBy);
  EXPECT_EQ(owner.text, "Owned or Controlled By");
  EXPECT_TRUE(owner.former);
}

TEST(OfacAdvancedXml, KeepsWhatItDoesNotKnow) {
  std::string bytes = Replaced(OfacXmlFixture("sdn_advanced.xml"), "<Profile ID=\"90004\"",
                               "<Motto>Semper</Motto><Profile ID=\"90004\"");
  bytes = Replaced(bytes, "<Location ID=\"21\">", "<Location ID=\"21\" Sealed=\"yes\">");
  const OfacXmlReading reading = Read(bytes);
  const auto has = [&](std::string_view id, const std::string& field, const std::string& value) {
    const auto& rest = reading.Get(id).uninterpreted;
    return std::find(rest.begin(), rest.end(), Attribute{AttributeKind::kOther, value, field}) !=
           rest.end();
  };
  EXPECT_TRUE(has("90001", "Feature/Favourite Harbour", "Puerto Imaginario"));
  EXPECT_TRUE(has("90001", "Location/@Sealed", "yes"));
  EXPECT_TRUE(has("90004", "DistinctParty/Motto", "Semper"));
}

TEST(OfacAdvancedXml, NoticesSectionsThatItDoesNotKnow) {
  std::string bytes = Replaced(OfacXmlFixture("sdn_advanced.xml"), "<Locations>",
                               "<Harbours><Harbour/></Harbours><Locations>");
  bytes = Replaced(bytes, "<Profile ID=\"90004\"", "<Motto>Semper</Motto><Profile ID=\"90004\"");
  const OfacXmlReading reading = Read(bytes);
  ASSERT_TRUE(reading.report.ok());
  const auto& unknown = reading.report->unknown_fields;
  EXPECT_EQ(unknown.at("Sanctions/Harbours"), 1U);
  EXPECT_EQ(unknown.at("DistinctParty/Motto"), 1U);
  EXPECT_FALSE(unknown.contains("Sanctions/Motto"));
}

TEST(OfacAdvancedXml, RefusesAReferenceValueThatIsNoWord) {
  const OfacXmlReading reading = Read(Replaced(OfacXmlFixture("sdn_advanced.xml"), ">SDN List<",
                                               ">" + std::string(5000, 'x') + "<"));
  ASSERT_EQ(CodeOf(reading), ErrorCode::kTooLarge);
  EXPECT_GT(reading.report.error().where.line, 1U);
  EXPECT_EQ(reading.report.error().where.file, "list.xml");
}

TEST(OfacAdvancedXml, KeepsNumbersWhoseReferenceIsMissing) {
  std::string bytes = Replaced(OfacXmlFixture("sdn_advanced.xml"),
                               "<FeatureType ID=\"9999\" FeatureTypeGroupID=\"1\">Favourite Harbour"
                               "</FeatureType>",
                               "");
  bytes = Replaced(bytes, "<VersionLocation LocationID=\"24\" />",
                   "<VersionLocation LocationID=\"404\" />");
  const OfacXmlReading reading = Read(bytes);
  ASSERT_TRUE(reading.report.ok());
  std::vector<std::string> kept;
  for (const Attribute& rest : reading.Get("90001").uninterpreted) {
    kept.push_back(rest.field + " = " + rest.value);
  }
  EXPECT_EQ(kept, (std::vector<std::string>{"Feature/Nationality Country/@LocationID = 404",
                                            "Feature/9999 = Puerto Imaginario",
                                            "ProfileRelationship/RelationQuality = High"}));
}

TEST(OfacAdvancedXml, DoesNotDependOnTheOrderOfSections) {
  const std::string bytes = OfacXmlFixture("sdn_advanced.xml");
  const std::string open = "<DistinctParties>";
  const std::string close = "</DistinctParties>";
  const size_t begin = bytes.find(open);
  const size_t end = bytes.find(close) + close.size();
  std::string moved = bytes.substr(0, begin) + bytes.substr(end);
  moved = Replaced(moved, "<ReferenceValueSets>",
                   bytes.substr(begin, end - begin) + "<ReferenceValueSets>");
  EXPECT_EQ(Read(moved).records, ReadFixture().records);
}

TEST(OfacAdvancedXml, ReadsTheNamespaceOfBefore2024) {
  const std::string bytes = Replaced(
      OfacXmlFixture("sdn_advanced.xml"),
      "https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/ADVANCED_XML",
      "http://www.un.org/sanctions/1.0");
  EXPECT_TRUE(OfacAdvancedXmlFormat().Recognises({"list.xml", bytes}));
  EXPECT_EQ(Read(bytes).records, ReadFixture().records);
}

TEST(OfacAdvancedXml, SaysWhenTheDateOfIssueIsNoDay) {
  const OfacXmlReading reading =
      Read(Replaced(OfacXmlFixture("sdn_advanced.xml"), "<Month>9</Month>", "<Month>13</Month>"));
  ASSERT_TRUE(reading.report.ok());
  EXPECT_FALSE(reading.report->published.has_value());
  EXPECT_EQ(reading.report->defect_counts.at("publication_date"), 1U);
}

TEST(OfacAdvancedXml, RefusesDocumentsThatAreNotWhole) {
  const std::string bytes = OfacXmlFixture("sdn_advanced.xml");
  EXPECT_EQ(CodeOf(Read(bytes.substr(0, bytes.size() - 3))), ErrorCode::kTruncated);
  EXPECT_EQ(CodeOf(Read("<Sanctions Version=\"3\"/>")), ErrorCode::kEmptyList);
  EXPECT_EQ(CodeOf(Read("<sdnList/>")), ErrorCode::kWrongDocument);
  EXPECT_EQ(CodeOf(Read(Replaced(bytes, "DistinctParty FixedRef=\"90005\"",
                                 "DistinctParty FixedRef=\"90001\""))),
            ErrorCode::kDuplicateRecord);
}

TEST(OfacAdvancedXml, TakesTheProfilesNumberForAPartyWithoutOne) {
  const OfacXmlReading reading = Read(Replaced(
      OfacXmlFixture("sdn_advanced.xml"), "DistinctParty FixedRef=\"90005\"", "DistinctParty"));
  EXPECT_EQ(reading.Get("90005").designations.size(), 6U);
}

TEST(OfacAdvancedXml, ShowsProgressOverBothPasses) {
  const std::string bytes = OfacXmlFixture("sdn_advanced.xml");
  const InputFile file{"a.xml", bytes};
  ReadOptions options;
  std::vector<uint64_t> seen;
  options.progress = [&](uint64_t done, uint64_t) { seen.push_back(done); };
  const auto report =
      OfacAdvancedXmlFormat().Read({&file, 1}, options, [](Record&&) -> Status { return Ok{}; });
  ASSERT_TRUE(report.ok());
  EXPECT_TRUE(std::is_sorted(seen.begin(), seen.end()));
  EXPECT_EQ(seen.back(), bytes.size());
}

}  // namespace
}  // namespace interdict
