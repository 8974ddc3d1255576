#include "interdict/lists/eu/eu_fsf_xml.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

namespace interdict {
namespace {

std::string Fixture(const std::string& name) {
  std::ifstream file(std::string(INTERDICT_SOURCE_DIR) + "/tests/fixtures/eu/" + name,
                     std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

class EuFsfXml : public testing::Test {
 protected:
  void Read(std::string_view bytes) {
    const InputFile file{"eu.xml", bytes};
    ReadOptions options;
    options.source = "eu_fsf";
    records_.clear();
    report_ = EuFsfXmlFormat().Read({&file, 1}, options, [&](Record&& record) -> Status {
      records_.push_back(std::move(record));
      return Ok{};
    });
  }
  ErrorCode Code() const { return report_.ok() ? ErrorCode{0} : report_.error().code; }

  Result<ParseReport> report_ = MakeError(ErrorCode::kSyntax, "not read");
  std::vector<Record> records_;
};

std::string List(const std::string& entities) {
  return "<export xmlns=\"http://eu.europa.ec/fpi/fsd/export\" "
         "generationDate=\"2026-08-05T16:47:04.449+02:00\">" +
         entities + "</export>";
}

std::string Entity(const std::string& id, const std::string& rest = "") {
  return "<sanctionEntity euReferenceNumber=\"" + id +
         "\"><subjectType code=\"person\"/><nameAlias wholeName=\"Arden\" strong=\"true\"/>" +
         rest + "</sanctionEntity>";
}

TEST_F(EuFsfXml, ReadsTheFixtureWhole) {
  Read(Fixture("fsf.xml"));
  ASSERT_TRUE(report_.ok()) << report_.error().Text();
  EXPECT_EQ(records_.size(), 5U);
  EXPECT_TRUE(report_->Reconciles());
  EXPECT_EQ(FormatIsoDate(*report_->published), "2026-08-05");
  EXPECT_EQ(report_->published_from, "export/@generationDate");
  EXPECT_TRUE(report_->unknown_fields.empty());
  EXPECT_EQ(report_->defect_counts.at("date"), 1U) << "the Hijri date";
}

TEST_F(EuFsfXml, ReadsNamesOfAPerson) {
  Read(Fixture("fsf.xml"));
  const Record& person = records_[0];
  EXPECT_EQ(person.schema, Schema::kPerson);
  EXPECT_EQ(person.Caption(), "Quenby Arden Thrale");
  ASSERT_EQ(person.names.size(), 5U);
  EXPECT_EQ(person.names[0].language, "fr");
  EXPECT_EQ(person.names[1].parts.size(), 3U);
  EXPECT_EQ(person.names[2].kind, NameKind::kWeak);
  EXPECT_EQ(person.names[2].remark, "born in Old Quarry; lo quality alias");
  EXPECT_EQ(person.names[3].kind, NameKind::kStrong);
  EXPECT_EQ(person.names[4].kind, NameKind::kFormer);
}

TEST_F(EuFsfXml, ReadsDocumentsWithTheirFlags) {
  Read(Fixture("fsf.xml"));
  const auto& ids = records_[0].identifiers;
  ASSERT_EQ(ids.size(), 4U);
  EXPECT_EQ(ids[0].value, "XZ0000017");
  EXPECT_EQ(ids[0].field, "identification/@latinNumber");
  EXPECT_EQ(ids[0].country, "ua");
  EXPECT_EQ(ids[0].issued, "2011-05-01");
  EXPECT_EQ(ids[0].expires, "2021-04-30");
  EXPECT_EQ(ids[0].remark,
            "known false; known expired; diplomatic; name on document: Q. Sable; valid from "
            "2011-05-02; (passport)");
  EXPECT_EQ(ids[2].scheme, IdScheme::kInn);
  EXPECT_EQ(ids[3].scheme, IdScheme::kTaxId) << "from a remark";
}

TEST_F(EuFsfXml, ReadsPlacesAndContacts) {
  Read(Fixture("fsf.xml"));
  const Record& person = records_[0];
  ASSERT_EQ(person.addresses.size(), 2U);
  EXPECT_EQ(person.addresses[1].full, "1 Invented Lane, P.O. Box 77, Nicosia, 1010, CYPRUS");
  EXPECT_EQ(person.addresses[1].remark, "second floor; as at listing time");
  EXPECT_EQ(person.countries.size(), 2U) << "country 00 is none";
  EXPECT_EQ(person.dates.size(), 6U);
}

TEST_F(EuFsfXml, ReadsActAndReferences) {
  Read(Fixture("fsf.xml"));
  const Record& person = records_[0];
  ASSERT_EQ(person.designations.size(), 1U);
  EXPECT_EQ(person.designations[0].program, "INV");
  EXPECT_EQ(person.designations[0].legal_basis, "2024/9990 (OJ L 2024/9990)");
  EXPECT_EQ(person.designations[0].listed, "2021-03-02");
  EXPECT_EQ(person.designations[0].amended, "2024-01-17");
  ASSERT_EQ(person.references.size(), 2U);
  EXPECT_EQ(person.references[0].source, "eu_fsf");
  EXPECT_EQ(person.references[0].id, "9001");
  EXPECT_EQ(person.references[1].source, "un_sc_sanctions");
  EXPECT_EQ(person.references[1].id, "ZZi.901");
}

TEST_F(EuFsfXml, TellsShipsFromShippingCompanies) {
  Read(Fixture("fsf.xml"));
  EXPECT_EQ(records_[1].schema, Schema::kOrganization) << "a shipping company";
  EXPECT_EQ(records_[2].schema, Schema::kVessel) << "by its number";
  EXPECT_EQ(records_[3].schema, Schema::kVessel) << "by the remark, although a \"person\"";
  EXPECT_EQ(records_[4].schema, Schema::kOrganization) << "not certain";
  EXPECT_EQ(records_[4].identifiers.size(), 2U);
}

TEST_F(EuFsfXml, DoesNotTakeTheNumberOfAShipInARemarkForTheCompanys) {
  Read(Fixture("fsf.xml"));
  for (const Identifier& id : records_[1].identifiers) EXPECT_NE(id.value, "9992995");
}

TEST_F(EuFsfXml, KeepsWhatItDoesNotKnow) {
  Read(List(Entity("EU.1.1",
                   "<aura colour=\"blue\">bright</aura><nameAlias wholeName=\"B\" "
                   "regulationLanguage=\"de\" mood=\"calm\"/>")));
  ASSERT_TRUE(report_.ok());
  EXPECT_EQ(records_[0].uninterpreted.size(), 4U);
  EXPECT_EQ(report_->unknown_fields.size(), 4U);
}

TEST_F(EuFsfXml, AnEntityWithoutIdIsAReject) {
  Read(List(Entity("") + Entity("EU.1.1")));
  ASSERT_TRUE(report_.ok());
  EXPECT_EQ(report_->rejects.size(), 1U);
  EXPECT_TRUE(report_->Reconciles());
}

TEST_F(EuFsfXml, EntitiesOfOneIdAreKeptApart) {
  Read(List(Entity("EU.1.1") + Entity("EU.1.1") + Entity("EU.1.1#2") + Entity("EU.1.1")));
  ASSERT_TRUE(report_.ok());
  ASSERT_EQ(records_.size(), 4U);
  EXPECT_EQ(records_[1].id, "EU.1.1#2");
  EXPECT_EQ(records_[2].id, "EU.1.1#2#2");
  EXPECT_EQ(records_[3].id, "EU.1.1#3");
  EXPECT_EQ(report_->defect_counts.at("duplicate_id"), 3U);
}

TEST_F(EuFsfXml, RefusesDocumentsThatAreCutEmptyOrOthers) {
  const std::string whole = Fixture("fsf.xml");
  Read(whole.substr(0, whole.size() - 40));
  EXPECT_EQ(Code(), ErrorCode::kTruncated);
  Read(List(""));
  EXPECT_EQ(Code(), ErrorCode::kEmptyList);
  Read("<html/>");
  EXPECT_EQ(Code(), ErrorCode::kWrongDocument);
}

TEST_F(EuFsfXml, RecognisesItsRootByNamespaceOrContent) {
  const auto recognises = [](std::string_view bytes) {
    return EuFsfXmlFormat().Recognises({"eu.xml", bytes});
  };
  EXPECT_TRUE(recognises(Fixture("fsf.xml")));
  EXPECT_TRUE(recognises("<export><sanctionEntity logicalId=\"1\"/></export>"));
  EXPECT_FALSE(recognises("<export><item/></export>"));
  EXPECT_FALSE(recognises(Fixture("fsf.csv")));
  EXPECT_FALSE(recognises("<Designations/>"));
}

}  // namespace
}  // namespace interdict
