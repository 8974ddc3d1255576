#include "interdict/lists/eu/eu_fsf_record.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace interdict {
namespace {

class EuFsfRecord : public testing::Test {
 protected:
  void SetUp() override {
    Give(FsfPart::kEntity, {{fsf::kReference, "EU.9.1"}, {fsf::kSubjectCode, "enterprise"}});
  }
  void Give(FsfPart part, std::initializer_list<std::pair<size_t, std::string_view>> given) {
    std::vector<std::string_view> cells(
        part == FsfPart::kAct ? size_t{fsf::kActCells}
                              : FsfPartLayouts()[static_cast<size_t>(part)].cell_count);
    for (const auto& [cell, value] : given) cells[cell] = value;
    parts_.Add(static_cast<size_t>(part), cells);
  }
  void GiveName(std::string_view name, std::string_view language = "") {
    Give(FsfPart::kName, {{fsf::kWhole, name}, {fsf::kLanguage, language}, {fsf::kStrong, "true"}});
  }
  void GiveImo(std::string_view number, std::string_view remark = "") {
    Give(FsfPart::kIdentification,
         {{fsf::kNumber, number}, {fsf::kTypeCode, "imo"}, {fsf::kIdRemark, remark}});
  }
  Record Build() { return BuildFsfRecord(parts_, {FsfDialect::kXml, "list", "file"}, 7, &report_); }
  std::vector<IdScheme> Schemes() {
    std::vector<IdScheme> schemes;
    for (const Identifier& id : Build().identifiers) schemes.push_back(id.scheme);
    return schemes;
  }

  PartyParts parts_{kFsfPartCount};
  ParseReport report_;
};

using SchemeList = std::vector<IdScheme>;

TEST_F(EuFsfRecord, TheFirstStrongEnglishNameIsThePrimaryOne) {
  GiveName("АРДЕН", "BG");
  GiveName("Arden", "EN");
  GiveName("Ardenne", "FR");
  const Record record = Build();
  EXPECT_EQ(record.Caption(), "Arden");
  EXPECT_EQ(record.names[0].kind, NameKind::kStrong);
  EXPECT_EQ(record.names[0].language, "bg");
}

TEST_F(EuFsfRecord, WithoutAStrongNameTheFirstOneIsPrimary) {
  Give(FsfPart::kName, {{fsf::kWhole, "Quill"}, {fsf::kStrong, "false"}});
  EXPECT_EQ(Build().names[0].kind, NameKind::kPrimary);
}

TEST_F(EuFsfRecord, ARemarkOverridesTheAttributeStrong) {
  GiveName("Arden");
  Give(FsfPart::kName,
       {{fsf::kWhole, "Quill"}, {fsf::kStrong, "true"}, {fsf::kNameRemark, "low quality alias"}});
  Give(FsfPart::kName,
       {{fsf::kWhole, "Sable"}, {fsf::kStrong, "false"}, {fsf::kNameRemark, "good quality"}});
  const Record record = Build();
  EXPECT_EQ(record.names[1].kind, NameKind::kWeak);
  EXPECT_EQ(record.names[2].kind, NameKind::kStrong);
}

TEST_F(EuFsfRecord, ANameWithoutWholeNameIsComposed) {
  Give(FsfPart::kName, {{fsf::kFirst, "Quenby"}, {fsf::kLast, "Thrale"}});
  EXPECT_EQ(Build().names[0].text, "Quenby Thrale");
}

TEST_F(EuFsfRecord, ACompanyStaysACompanyWhateverItsImoNumber) {
  GiveName("Arden Shipping Co. Ltd");
  GiveImo("9992995");
  const Record record = Build();
  EXPECT_EQ(record.schema, Schema::kOrganization);
}

TEST_F(EuFsfRecord, ANumberThatOnlyAShipCanHaveMakesAShip) {
  GiveName("Arden Star");
  GiveImo("9992995");
  EXPECT_EQ(Build().schema, Schema::kVessel);
  EXPECT_EQ(Schemes(), (SchemeList{IdScheme::kImo}));
}

TEST_F(EuFsfRecord, ANumberThatOnlyACompanyCanHaveMakesNone) {
  GiveName("Arden Star");
  GiveImo("9992999");
  EXPECT_EQ(Build().schema, Schema::kOrganization);
  EXPECT_EQ(Schemes(), (SchemeList{IdScheme::kImoCompany}));
}

TEST_F(EuFsfRecord, ANumberThatBothCanHaveIsKeptAsBoth) {
  GiveName("Arden Star");
  GiveImo("9992971");
  EXPECT_EQ(Build().schema, Schema::kOrganization);
  EXPECT_EQ(Schemes(), (SchemeList{IdScheme::kImoCompany, IdScheme::kImo}));
}

TEST_F(EuFsfRecord, ARemarkMakesAShipOfIt) {
  GiveName("Arden Star");
  GiveImo("9992971", "Vessel");
  EXPECT_EQ(Build().schema, Schema::kVessel);
}

TEST_F(EuFsfRecord, AMistypedImoNumberIsKeptAndFlagged) {
  GiveName("Arden Shipping Co. Ltd");
  GiveImo("9992990");
  const Record record = Build();
  ASSERT_EQ(record.identifiers.size(), 1U);
  EXPECT_EQ(record.identifiers[0].value, "9992990");
  EXPECT_EQ(record.identifiers[0].check, IdCheck::kInvalid);
}

TEST_F(EuFsfRecord, OtherNumbersAreNamedByTheirRemark) {
  Give(FsfPart::kIdentification,
       {{fsf::kNumber, "1990000000010"}, {fsf::kTypeCode, "other"}, {fsf::kIdRemark, "(OGRN)"}});
  Give(FsfPart::kIdentification, {{fsf::kNumber, "77"},
                                  {fsf::kTypeCode, "other"},
                                  {fsf::kTypeDescription, "Other identification number"}});
  const Record record = Build();
  EXPECT_EQ(record.identifiers[0].scheme, IdScheme::kOgrn);
  EXPECT_EQ(record.identifiers[1].scheme, IdScheme::kOtherId);
  EXPECT_EQ(record.identifiers[1].issuer, "Other identification number");
}

TEST_F(EuFsfRecord, ActsAreKeptOnceWithTheirUsers) {
  Give(FsfPart::kAct, {{fsf::kNumberTitle, "2021/9991"}, {fsf::kActUser, "nameAlias 1"}});
  Give(FsfPart::kAct, {{fsf::kNumberTitle, "2021/9991"}, {fsf::kActUser, "address 2"}});
  const Record record = Build();
  ASSERT_EQ(record.attributes.size(), 1U);
  EXPECT_EQ(record.attributes[0].value, "2021/9991: nameAlias 1, address 2");
}

TEST_F(EuFsfRecord, WithoutReferenceNumberTheLogicalIdIsTheId) {
  parts_.Clear();
  Give(FsfPart::kEntity, {{fsf::kEntityLogicalId, "9001"}, {fsf::kSubjectCode, "ghost"}});
  const Record record = Build();
  EXPECT_EQ(record.id, "9001");
  EXPECT_EQ(record.schema, Schema::kLegalEntity);
  EXPECT_EQ(report_.defect_counts.count("type"), 1U);
}

}  // namespace
}  // namespace interdict
