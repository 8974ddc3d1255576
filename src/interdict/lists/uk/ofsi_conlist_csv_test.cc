#include "interdict/lists/uk/ofsi_conlist_csv.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>

namespace interdict {
namespace {

std::string Fixture(const std::string& name) {
  std::ifstream file(std::string(INTERDICT_SOURCE_DIR) + "/tests/fixtures/uk/" + name,
                     std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

class OfsiConListCsv : public testing::Test {
 protected:
  void Read(std::string_view bytes) {
    const InputFile file{"ConList.csv", bytes};
    ReadOptions options;
    options.source = "gb_hmt_sanctions";
    report_ = OfsiConListCsvFormat().Read({&file, 1}, options, [&](Record&& record) -> Status {
      records_.push_back(std::move(record));
      return Ok{};
    });
  }
  const Record& Party(std::string_view id) const {
    const auto found = std::find_if(records_.begin(), records_.end(),
                                    [&](const Record& record) { return record.id == id; });
    EXPECT_NE(found, records_.end()) << id;
    return *found;
  }
  static std::vector<std::string> Values(const Record& record, AttributeKind kind) {
    std::vector<std::string> values;
    for (const Attribute& attribute : record.attributes) {
      if (attribute.kind == kind) values.push_back(attribute.value);
    }
    return values;
  }

  Result<ParseReport> report_ = MakeError(ErrorCode::kSyntax, "not read");
  std::vector<Record> records_;
};

using Texts = std::vector<std::string>;

TEST_F(OfsiConListCsv, ReconcilesRowsAndParties) {
  Read(Fixture("conlist.csv"));
  ASSERT_TRUE(report_.ok()) << report_.error().Text();
  EXPECT_EQ(report_->rows_in, 4U);
  EXPECT_EQ(report_->records_in, 3U);
  EXPECT_TRUE(report_->Reconciles());
  EXPECT_EQ(FormatIsoDate(*report_->published), "2025-04-10");
  EXPECT_EQ(report_->remark_segments, report_->remark_segments_understood);
  EXPECT_TRUE(report_->unknown_fields.empty());
}

TEST_F(OfsiConListCsv, RowsOfANameMakeOnePerson) {
  Read(Fixture("conlist.csv"));
  const Record& person = Party("90001");
  EXPECT_EQ(person.schema, Schema::kPerson);
  EXPECT_EQ(person.Caption(), "Quenby Arden THRALE");
  ASSERT_EQ(person.names.size(), 4U);
  EXPECT_EQ(person.names[0].kind, NameKind::kWeak);
  EXPECT_EQ(person.names[2].text, "Абу Квилл");
  EXPECT_EQ(person.names[2].kind, NameKind::kWeak) << "it stands beside a weak name only";
  EXPECT_EQ(person.names[3].kind, NameKind::kOriginalScript);
  EXPECT_EQ(person.names[3].language, "Russian");
  ASSERT_EQ(person.dates.size(), 2U);
  EXPECT_EQ(FormatPartialDate(*person.dates[0].date), "1961-04");
}

TEST_F(OfsiConListCsv, NumberedCellsBelongTogether) {
  Read(Fixture("conlist.csv"));
  const Record& person = Party("90001");
  ASSERT_EQ(person.identifiers.size(), 3U);
  EXPECT_EQ(person.identifiers[0].value, "XZ 000017");
  EXPECT_EQ(person.identifiers[0].country, "ru");
  EXPECT_EQ(person.identifiers[0].expires, "2 Feb. 2022");
  EXPECT_EQ(person.identifiers[1].country, "cy");
  EXPECT_EQ(person.identifiers[2].scheme, IdScheme::kInn);
  EXPECT_EQ(person.addresses[0].full, "Old Quarry, USSR (now Ukraine)");
  EXPECT_EQ(person.addresses[0].country, "ua");
  EXPECT_EQ(Values(person, AttributeKind::kPosition), (Texts{"Director", "Founder"}));
}

TEST_F(OfsiConListCsv, ReferencesLeadToTheOtherLists) {
  Read(Fixture("conlist.csv"));
  const Record& person = Party("90001");
  ASSERT_EQ(person.references.size(), 2U);
  EXPECT_EQ(person.references[0].source, "gb_fcdo_sanctions");
  EXPECT_EQ(person.references[0].id, "INV0001");
  EXPECT_EQ(person.references[1].source, "un_sc_sanctions");
  EXPECT_EQ(person.references[1].id, "ZZi.901");
  EXPECT_EQ(Values(person, AttributeKind::kRemark), (Texts{"Member of the Quarry Group."}));
}

TEST_F(OfsiConListCsv, TheDateOfTheOtherListIsADesignationOfItsOwn) {
  Read(Fixture("conlist.csv"));
  const Record& person = Party("90001");
  ASSERT_EQ(person.designations.size(), 2U);
  EXPECT_EQ(person.designations[0].program, "Russia");
  EXPECT_EQ(person.designations[0].listed, "2021-01-25");
  EXPECT_EQ(person.designations[1].list, "UK Sanctions List");
  EXPECT_EQ(person.designations[1].listed, "2020-12-31");
  EXPECT_EQ(Party("90002").designations.size(), 1U);
}

TEST_F(OfsiConListCsv, LabelledSegmentsOfABody) {
  Read(Fixture("conlist.csv"));
  const Record& body = Party("90002");
  EXPECT_EQ(body.Caption(), "\"ARDEN\" FREIGHT LLC");
  EXPECT_EQ(body.designations[0].reason, "Freight for Thrale.");
  EXPECT_EQ(Values(body, AttributeKind::kPhone), (Texts{"+7 000 0000002", "Fax: +7 000 0000003"}));
  EXPECT_EQ(Values(body, AttributeKind::kLegalForm), (Texts{"Limited Liability Company"}));
  ASSERT_EQ(body.relations.size(), 3U);
  EXPECT_EQ(body.relations[0].target_name, "Thrale Holding JSC");
  EXPECT_EQ(body.relations[2].target_name, "Arden Star");
  ASSERT_EQ(body.identifiers.size(), 3U);
  EXPECT_EQ(body.identifiers[0].scheme, IdScheme::kInn);
  EXPECT_EQ(body.identifiers[0].field, "Other Information/(Business Reg No)");
  EXPECT_EQ(body.identifiers[1].scheme, IdScheme::kKpp);
  EXPECT_EQ(body.identifiers[2].scheme, IdScheme::kOgrn);
}

TEST_F(OfsiConListCsv, LabelledSegmentsOfAShip) {
  Read(Fixture("conlist.csv"));
  const Record& ship = Party("90003");
  EXPECT_EQ(ship.schema, Schema::kVessel);
  ASSERT_EQ(ship.identifiers.size(), 1U);
  EXPECT_EQ(ship.identifiers[0].scheme, IdScheme::kImo);
  ASSERT_EQ(ship.countries.size(), 3U);
  EXPECT_EQ(ship.countries[0].code, "kp");
  EXPECT_EQ(ship.countries[2].code, "tg");
  EXPECT_EQ(ship.relations[0].target_id, "90002");
  EXPECT_EQ(FormatPartialDate(*ship.dates[0].date), "1975");
}

TEST_F(OfsiConListCsv, RefusesAFileThatIsCut) {
  const std::string whole = Fixture("conlist.csv");
  for (const size_t cut : {size_t{20}, size_t{200}, size_t{700}}) {
    records_.clear();
    Read(whole.substr(0, whole.size() - cut));
    ASSERT_FALSE(report_.ok()) << cut;
    EXPECT_EQ(report_.error().code, ErrorCode::kTruncated) << cut;
    EXPECT_TRUE(records_.empty()) << "nothing may be handed over before the file is known whole";
  }
}

TEST_F(OfsiConListCsv, RecognisesItsOwnHeaderOnly) {
  const auto recognises = [](std::string_view bytes) {
    return OfsiConListCsvFormat().Recognises({"ConList.csv", bytes});
  };
  EXPECT_TRUE(recognises(Fixture("conlist.csv")));
  EXPECT_FALSE(recognises(Fixture("uk_sanctions.csv")));
  EXPECT_FALSE(recognises("Last Updated,10/04/2025\n"));
}

}  // namespace
}  // namespace interdict
