#include "interdict/lists/uk/uk_sanctions_xml.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

namespace interdict {
namespace {

std::string Fixture(const std::string& name) {
  std::ifstream file(std::string(INTERDICT_SOURCE_DIR) + "/tests/fixtures/uk/" + name,
                     std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

struct Outcome {
  Result<ParseReport> report = MakeError(ErrorCode::kSyntax, "not read");
  std::vector<Record> records;
};

Outcome Read(std::string_view bytes) {
  Outcome outcome;
  const InputFile file{"list.xml", bytes};
  ReadOptions options;
  options.source = "gb_fcdo_sanctions";
  outcome.report = UkSanctionsXmlFormat().Read({&file, 1}, options, [&](Record&& record) -> Status {
    outcome.records.push_back(std::move(record));
    return Ok{};
  });
  return outcome;
}

ErrorCode CodeOf(const Outcome& outcome) {
  return outcome.report.ok() ? ErrorCode{0} : outcome.report.error().code;
}

std::string List(const std::string& designations) {
  return "<Designations><DateGenerated>11/09/2026</DateGenerated>" + designations +
         "</Designations>";
}

std::string Party(const std::string& id, const std::string& rest = "") {
  return "<Designation><UniqueID>" + id +
         "</UniqueID><Names><Name><Name6>Arden</Name6><NameType>Primary Name</NameType></Name>"
         "</Names><IndividualEntityShip>Entity</IndividualEntityShip>" +
         rest + "</Designation>";
}

TEST(UkSanctionsXml, ReadsTheFixtureWhole) {
  const Outcome outcome = Read(Fixture("uk_sanctions.xml"));
  ASSERT_TRUE(outcome.report.ok()) << outcome.report.error().Text();
  EXPECT_EQ(outcome.records.size(), 3U);
  EXPECT_TRUE(outcome.report->Reconciles());
  EXPECT_EQ(FormatIsoDate(*outcome.report->published), "2026-09-11");
  EXPECT_EQ(outcome.report->published_from, "DateGenerated");
}

TEST(UkSanctionsXml, KeepsWhatItDoesNotKnow) {
  const Outcome outcome = Read(Fixture("uk_sanctions.xml"));
  ASSERT_EQ(outcome.records[1].uninterpreted.size(), 1U);
  EXPECT_EQ(outcome.records[1].uninterpreted[0].value, "part of a later schema");
}

TEST(UkSanctionsXml, ReadsBodiesWithTheirNumbersAndRelations) {
  const Record body = Read(Fixture("uk_sanctions.xml")).records[1];
  ASSERT_EQ(body.identifiers.size(), 3U);
  EXPECT_EQ(body.identifiers[0].scheme, IdScheme::kOgrn);
  EXPECT_EQ(body.identifiers[1].scheme, IdScheme::kInn);
  EXPECT_EQ(body.identifiers[1].remark, "TIN: 9900000017");
  EXPECT_EQ(body.identifiers[2].value, "HB-77/19");
  ASSERT_EQ(body.relations.size(), 3U);
  EXPECT_EQ(body.relations[0].kind, RelationKind::kOwnedBy);
  EXPECT_DOUBLE_EQ(body.relations[0].share_max, 0.51);
  EXPECT_EQ(body.relations[1].kind, RelationKind::kOwns);
}

TEST(UkSanctionsXml, AnIndicatorThatSaysMoreThanTheMeasuresIsKept) {
  const Outcome outcome = Read(
      List(Party("INV1",
                 "<SanctionsImposed>Asset freeze</SanctionsImposed><SanctionsImposedIndicators>"
                 "<AssetFreeze>true</AssetFreeze><Deflag>true</Deflag><TravelBan>false</TravelBan>"
                 "</SanctionsImposedIndicators>")));
  ASSERT_EQ(outcome.records.size(), 1U);
  ASSERT_EQ(outcome.records[0].uninterpreted.size(), 1U);
  EXPECT_EQ(outcome.records[0].uninterpreted[0].field, "SanctionsImposedIndicators/Deflag");
}

TEST(UkSanctionsXml, ReadsCryptoAddressesOfTheSchema) {
  const Outcome outcome = Read(
      List(Party("INV1",
                 "<CryptoWalletAddresses><CryptoWalletAddress>1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa"
                 "</CryptoWalletAddress></CryptoWalletAddresses>")));
  ASSERT_EQ(outcome.records[0].identifiers.size(), 1U);
  EXPECT_EQ(outcome.records[0].identifiers[0].scheme, IdScheme::kCrypto);
  EXPECT_EQ(outcome.records[0].identifiers[0].check, IdCheck::kValid);
}

TEST(UkSanctionsXml, ADesignationWithoutIdIsAReject) {
  const Outcome outcome = Read(List(Party("") + Party("INV1")));
  ASSERT_TRUE(outcome.report.ok());
  EXPECT_EQ(outcome.report->records_in, 2U);
  EXPECT_EQ(outcome.report->rejects.size(), 1U);
  EXPECT_TRUE(outcome.report->Reconciles());
}

TEST(UkSanctionsXml, RefusesAnIdThatStandsTwice) {
  EXPECT_EQ(CodeOf(Read(List(Party("INV1") + Party("INV1")))), ErrorCode::kDuplicateRecord);
}

TEST(UkSanctionsXml, RefusesDocumentsThatAreCutEmptyOrOthers) {
  const std::string whole = Fixture("uk_sanctions.xml");
  EXPECT_EQ(CodeOf(Read(whole.substr(0, whole.size() / 2))), ErrorCode::kTruncated);
  EXPECT_EQ(CodeOf(Read(List(""))), ErrorCode::kEmptyList);
  EXPECT_EQ(CodeOf(Read("<html><body>Maintenance</body></html>")), ErrorCode::kWrongDocument);
  EXPECT_EQ(CodeOf(Read("")), ErrorCode::kTruncated);
}

TEST(UkSanctionsXml, RecognisesItsRoot) {
  const auto recognises = [](std::string_view bytes) {
    return UkSanctionsXmlFormat().Recognises({"list.xml", bytes});
  };
  EXPECT_TRUE(recognises(Fixture("uk_sanctions.xml")));
  EXPECT_TRUE(recognises("<?xml version=\"1.0\"?><ns:Designations xmlns:ns=\"x\">"));
  EXPECT_FALSE(recognises(Fixture("uk_sanctions.csv")));
  EXPECT_FALSE(recognises("<export><sanctionEntity/></export>"));
  EXPECT_FALSE(recognises(""));
}

}  // namespace
}  // namespace interdict
