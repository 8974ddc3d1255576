#include "interdict/lists/ch/seco_xml.h"

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

// A whole list with one target of these modifications.
XmlListReading ReadHistory(const std::string& modifications) {
  return ReadXmlList(
      SecoXmlFormat(),
      "<swiss-sanctions-list list-type='whole-list' date='2026-03-02'>"
      "<target ssid='1'><entity><identity main='true'><name name-type='primary-name'>"
      "<name-part order='1' name-part-type='whole-name'><value>X</value></name-part>"
      "</name></identity></entity>" +
          modifications + "</target></swiss-sanctions-list>");
}

std::string Modification(const std::string& type, const std::string& effective,
                         const std::string& enacted = "") {
  return "<modification modification-type='" + type + "' effective-date='" + effective +
         "' enactment-date='" + enacted + "'/>";
}

std::string DelistedOn(const std::string& modifications) {
  return ReadHistory(modifications).records.at(0).designations.at(0).delisted;
}

class SecoXml : public ::testing::Test {
 protected:
  XmlListReading reading_ = ReadXmlFixture(SecoXmlFormat(), "seco/whole_list.xml");
  const Record& person_ = reading_["100"];
};

TEST_F(SecoXml, OnlyTopLevelTargetsCount) {
  EXPECT_EQ(reading_.report->records_in, 5u);
  EXPECT_EQ(reading_.report->records_out, 4u);
  EXPECT_EQ(reading_.report->rejects.size(), 1u);
  for (const Record& record : reading_.records) {
    for (const Name& name : record.names) EXPECT_NE(name.text, "Copy Only");
  }
  EXPECT_EQ(FormatIsoDate(*reading_.report->published), "2026-03-02");
}

TEST_F(SecoXml, NamesOfAllIdentities) {
  EXPECT_EQ(NamesOf(person_),
            (Texts{"primary=Testouski Aliaksei", "original_script=Тестовский Алексей",
                   "strong=Testovsky Aleksey", "weak=The Tester", "former=Aliaksei Oldname",
                   "strong=Alexej Second"}));
  EXPECT_EQ(person_.names[1].script, "CYRL");
  EXPECT_EQ(person_.names[1].language, "RUS");
}

TEST_F(SecoXml, ThePrimaryNameStaysPrimaryThoughItsQualityIsLow) {
  EXPECT_EQ(NamesOf(reading_["300"]), (Texts{"primary=Test Trader"}));
  EXPECT_EQ(NamesOf(reading_["400"]), (Texts{"primary=Nomain"}));
  EXPECT_EQ(reading_.Defects("primary_name"), 1u);
}

TEST_F(SecoXml, PlacesThatFollowTheTargetsAreFound) {
  ASSERT_EQ(person_.addresses.size(), 2u);
  EXPECT_EQ(person_.addresses[0].kind, AddressKind::kBirthPlace);
  EXPECT_EQ(person_.addresses[0].full, "Minsk, Minsk region, Belarus");
  EXPECT_EQ(person_.addresses[1].full,
            "c/o Test Club, 1 Example Street, P.O. Box 7, 220000 Brest, Belarus");
  EXPECT_EQ(person_.addresses[1].country, "by");
  EXPECT_EQ(person_.addresses[1].remark, "last known");
  EXPECT_EQ(reading_.Defects("orphan_place"), 1u);
}

TEST_F(SecoXml, DatesMayBePartialUncertainOrOfAnotherCalendar) {
  EXPECT_EQ(DatesOf(person_), (Texts{"1970-09-03 -> 1970-09-03", "circa 1971-09 -> ~1971-09",
                                     "1390-02-01 (Islamic) -> -"}));
  EXPECT_EQ(DatesOf(reading_["300"]), (Texts{"1999 -> 1999"}));
  EXPECT_EQ(reading_["300"].dates[0].kind, DateKind::kBuild);
  EXPECT_EQ(DatesOf(reading_["200"]), (Texts{"12.3.2001 -> 2001-03-12"}));
}

TEST_F(SecoXml, DocumentsAndLabelledNumbersAreIdentifiers) {
  ASSERT_EQ(IdentifiersOf(person_), (Texts{"passport AB1234567 by"}));
  EXPECT_EQ(person_.identifiers[0].issued, "2015-06-05");
  EXPECT_EQ(person_.identifiers[0].expires, "2025");
  EXPECT_EQ(person_.identifiers[0].remark, "revoked; diplomatic-passport");
  EXPECT_EQ(IdentifiersOf(reading_["200"]), (Texts{"bic TESTBY2X"}));
  EXPECT_EQ(IdentifiersOf(reading_["300"]), (Texts{"imo 9074729"}));
}

TEST_F(SecoXml, InformationBecomesFactsOrANote) {
  EXPECT_EQ(AttributesOf(person_, AttributeKind::kEmail), (Texts{"tester@example.org"}));
  EXPECT_EQ(AttributesOf(person_, AttributeKind::kNote),
            (Texts{"id-card", "Known for nothing at all."}));
  EXPECT_EQ(AttributesOf(person_, AttributeKind::kReason), (Texts{"Invented for a test."}));
  EXPECT_EQ(AttributesOf(person_, AttributeKind::kTitle), (Texts{"General"}));
  EXPECT_EQ(AttributesOf(reading_["200"], AttributeKind::kLegalForm),
            (Texts{"joint stock company"}));
}

TEST_F(SecoXml, EverySetIsADesignationInEnglish) {
  ASSERT_EQ(person_.designations.size(), 2u);
  EXPECT_EQ(person_.designations[0].program, "Northland");
  EXPECT_EQ(person_.designations[0].list, "Financial measures, annex 1");
  EXPECT_EQ(person_.designations[0].legal_basis,
            "Ordinance of 1 April 2020 on measures against Northland");
  EXPECT_EQ(person_.designations[0].listed, "2020-04-01");
  EXPECT_EQ(person_.designations[0].amended, "2024-02-01");
  EXPECT_EQ(person_.designations[0].delisted, "");
  EXPECT_EQ(reading_["300"].designations[0].list, "Travel ban, annex 2");
  EXPECT_EQ(reading_.Defects("orphan_set"), 1u);
}

TEST_F(SecoXml, ADelistedTargetIsARecordWithItsHistory) {
  const Record& delisted = reading_["200"];
  EXPECT_EQ(delisted.designations[0].delisted, "2025-06-20");
  EXPECT_EQ(AttributesOf(delisted, AttributeKind::kOther),
            (Texts{"amended effective 2025-06-03 published 2025-06-02",
                   "de-listed effective 2025-06-20 published 2025-06-19",
                   "listed effective 2020-04-01 published 2020-03-31"}));
  EXPECT_EQ(reading_.Count("delisted"), 2u);
}

TEST_F(SecoXml, RelationsKeepThePublishersWords) {
  ASSERT_EQ(reading_["200"].relations.size(), 2u);
  EXPECT_EQ(reading_["200"].relations[0].kind, RelationKind::kOwnedBy);
  EXPECT_EQ(reading_["200"].relations[0].target_id, "100");
  EXPECT_EQ(reading_["200"].relations[0].text, "owned-by: 90 per cent");
  EXPECT_EQ(reading_["200"].relations[1].kind, RelationKind::kOther);
  EXPECT_EQ(person_.relations[0].kind, RelationKind::kLinkedTo);
}

TEST_F(SecoXml, AUnReferenceIsRecognised) {
  EXPECT_EQ(person_.references,
            (std::vector<CrossReference>{{"un_sc_sanctions", "QXi.077", "foreign-identifier"}}));
}

TEST_F(SecoXml, WhatTheReaderDoesNotKnowIsKeptOrReported) {
  ASSERT_EQ(reading_["300"].uninterpreted.size(), 1u);
  EXPECT_EQ(reading_["300"].uninterpreted[0].value, "kept");
  EXPECT_EQ(person_.uninterpreted[0].value, "Менск");  // of the place
  EXPECT_EQ(reading_.report->unknown_fields.at("swiss-sanctions-list/announcement"), 1u);
}

TEST(SecoHistory, TheGreatestEffectiveDateDecidesNotTheOrder) {
  const std::string listed = Modification("listed", "2020-01-01");
  const std::string amended = Modification("amended", "2025-06-03");
  const std::string delisted = Modification("de-listed", "2025-06-20");
  EXPECT_EQ(DelistedOn(listed + amended + delisted), "2025-06-20");
  EXPECT_EQ(DelistedOn(delisted + amended + listed), "2025-06-20");
  EXPECT_EQ(DelistedOn(amended + delisted + listed), "2025-06-20");
  EXPECT_EQ(DelistedOn(delisted + Modification("listed", "2025-07-01")), "");
  EXPECT_EQ(DelistedOn(""), "");
}

TEST(SecoHistory, EnactmentDecidesBetweenEqualEffectiveDates) {
  EXPECT_EQ(DelistedOn(Modification("listed", "2025-01-01", "2024-12-30") +
                       Modification("de-listed", "2025-01-01", "2024-12-31")),
            "2025-01-01");
  EXPECT_EQ(DelistedOn(Modification("listed", "2025-01-01", "2024-12-31") +
                       Modification("de-listed", "2025-01-01", "2024-12-30")),
            "");
}

TEST(SecoHistory, InATieTheTargetIsInForceAndTheTieReported) {
  const auto reading =
      ReadHistory(Modification("de-listed", "2025-01-01") + Modification("amended", "2025-01-01"));
  EXPECT_EQ(reading.records.at(0).designations.at(0).delisted, "");
  EXPECT_EQ(reading.Defects("delisting_tie"), 1u);
}

TEST(SecoHistory, AMissingEffectiveDateIsReplacedByTheOthers) {
  EXPECT_EQ(
      DelistedOn("<modification modification-type='de-listed' publication-date='20.6.2025'/>" +
                 Modification("listed", "2020-01-01")),
      "2025-06-20");
  EXPECT_EQ(DelistedOn("<modification modification-type='de-listed'/>"), "2026-03-02");
}

TEST(SecoXmlErrors, OnlyAWholeListIsAList) {
  for (const char* type : {"list-type='amendment'", "list-type=''", ""}) {
    const auto reading = ReadXmlList(
        SecoXmlFormat(), "<swiss-sanctions-list " + std::string(type) + " date='2024-01-17'/>");
    ASSERT_FALSE(reading.report.ok());
    EXPECT_EQ(reading.report.error().code, ErrorCode::kWrongDocument);
    EXPECT_NE(reading.report.error().message.find("whole-list"), std::string::npos);
  }
}

TEST(SecoXmlErrors, TruncatedEmptyOrRepeatedTargets) {
  const std::string head = "<swiss-sanctions-list list-type='whole-list' date='2026-03-02'>";
  EXPECT_EQ(ReadXmlList(SecoXmlFormat(), head + "<target ssid='1'>").report.error().code,
            ErrorCode::kTruncated);
  EXPECT_EQ(ReadXmlList(SecoXmlFormat(), head + "</swiss-sanctions-list>").report.error().code,
            ErrorCode::kEmptyList);
  const std::string target =
      "<target ssid='1'><entity><identity><name name-type='primary-name'><name-part "
      "name-part-type='whole-name'><value>X</value></name-part></name></identity></entity></"
      "target>";
  EXPECT_EQ(ReadXmlList(SecoXmlFormat(), head + target + target + "</swiss-sanctions-list>")
                .report.error()
                .code,
            ErrorCode::kDuplicateRecord);
}

TEST(SecoXmlErrors, PlacesCannotBeMultipliedWithoutBound) {
  std::string document =
      "<swiss-sanctions-list list-type='whole-list' date='2026-03-02'><place "
      "ssid='9'><location>" +
      std::string(size_t{1} << 18, 'x') +
      "</location></place><target ssid='1'><entity><identity><name "
      "name-type='primary-name'><name-part name-part-type='whole-name'><value>X"
      "</value></name-part></name>";
  for (int i = 0; i < 100; ++i) document += "<address place-id='9'/>";
  const auto reading = ReadXmlList(
      SecoXmlFormat(), document + "</identity></entity></target></swiss-sanctions-list>");
  ASSERT_TRUE(reading.report.ok());
  EXPECT_EQ(reading.Defects("references_cut"), 1u);
  EXPECT_LT(reading.records.at(0).addresses.size(), 5u);
}

}  // namespace
}  // namespace interdict
