#include "interdict/lists/opensanctions/opensanctions_ftm.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "interdict/base/mapped_file.h"

namespace interdict {
namespace {

struct Outcome {
  Result<ParseReport> report = MakeError(ErrorCode::kSyntax, "not read");
  std::vector<Record> records;

  const Record* Find(std::string_view id) const {
    for (const Record& record : records) {
      if (record.id == id) return &record;
    }
    return nullptr;
  }
};

Outcome Read(const std::vector<InputFile>& files) {
  Outcome outcome;
  ReadOptions options;
  options.source = "os";
  outcome.report = OpenSanctionsFtmFormat().Read(files, options, [&](Record&& record) -> Status {
    outcome.records.push_back(std::move(record));
    return Ok{};
  });
  return outcome;
}

Outcome ReadText(std::string_view bytes) {
  return Read({{"entities.json", bytes}});
}

std::string Fixture(const std::string& name) {
  const auto file =
      MappedFile::Open(std::string(INTERDICT_SOURCE_DIR) + "/tests/fixtures/opensanctions/" + name);
  EXPECT_TRUE(file.ok()) << name;
  return file.ok() ? std::string(file->bytes()) : std::string();
}

TEST(OpenSanctionsFtm, MakesRecordsOfPartiesOnly) {
  const std::string bytes = Fixture("entities.ftm.json");
  const Outcome outcome = ReadText(bytes);
  ASSERT_TRUE(outcome.report.ok()) << outcome.report.error().Text();
  EXPECT_EQ(outcome.records.size(), 4U);
  EXPECT_EQ(outcome.report->records_in, 5U);
  ASSERT_EQ(outcome.report->rejects.size(), 1U);
  EXPECT_EQ(outcome.report->rejects[0].record, "sec-1");
  EXPECT_TRUE(outcome.report->Reconciles());
  EXPECT_EQ(outcome.report->rows_in, 15U);
  EXPECT_EQ(outcome.report->counts.at("targets"), 3U);
  EXPECT_EQ(outcome.report->counts.at("not_targets"), 1U);
  EXPECT_EQ(outcome.report->counts.at("entities_of_no_party:Article"), 1U);
  EXPECT_EQ(outcome.report->defect_counts.at("orphan"), 1U);
  EXPECT_EQ(FormatIsoDate(*outcome.report->published), "2026-03-04");
  EXPECT_FALSE(outcome.report->is_delta);
}

TEST(OpenSanctionsFtm, ReadsThePartyItself) {
  const std::string bytes = Fixture("entities.ftm.json");
  const Outcome outcome = ReadText(bytes);
  const Record* person = outcome.Find("NK-person");
  ASSERT_NE(person, nullptr);
  EXPECT_EQ(person->schema, Schema::kPerson);
  ASSERT_EQ(person->names.size(), 5U);
  EXPECT_EQ(person->Caption(), "Esteban ORTUNO");  // the caption stands first
  ASSERT_EQ(person->names[0].parts.size(), 2U);
  EXPECT_EQ(person->names[0].parts[0].kind, NamePartKind::kGiven);
  EXPECT_EQ(person->names[1].text, "ORTUNO, Esteban");
  EXPECT_EQ(person->names[1].parts[0].kind, NamePartKind::kFamily);
  EXPECT_EQ(person->names[3].kind, NameKind::kWeak);
  EXPECT_EQ(person->names[4].kind, NameKind::kFormer);
  EXPECT_TRUE(person->names[4].parts.empty());  // "Luz" is in no part
  ASSERT_EQ(person->uninterpreted.size(), 1U);
  EXPECT_EQ(person->uninterpreted[0].field, "shoeSize");
  bool has_topic = false;
  for (const Attribute& attribute : person->attributes) {
    has_topic = has_topic || (attribute.kind == AttributeKind::kTopic && attribute.value == "poi");
  }
  EXPECT_TRUE(has_topic);
  ASSERT_GE(person->references.size(), 3U);
  EXPECT_EQ(person->references[0].source, "us_ofac_sdn");
  EXPECT_EQ(person->references[0].id, "90001");
  EXPECT_EQ(person->references[1].id, "TST0001");
}

TEST(OpenSanctionsFtm, JoinsSanctionsAddressesAndDocuments) {
  const std::string bytes = Fixture("entities.ftm.json");
  const Outcome outcome = ReadText(bytes);
  const Record* person = outcome.Find("NK-person");
  ASSERT_NE(person, nullptr);
  ASSERT_EQ(person->designations.size(), 2U);
  EXPECT_EQ(person->designations[0].program, "XX-TEST");
  EXPECT_EQ(person->designations[0].list, "Test programme");
  EXPECT_EQ(person->designations[0].listed, "2019-01-28");  // the earliest
  EXPECT_EQ(person->designations[0].measures, "Asset freeze|Travel ban");
  EXPECT_EQ(person->designations[1].program, "XX-OTHER");  // stated by the party alone
  ASSERT_EQ(person->identifiers.size(), 1U);  // the bare number and the passport are one
  EXPECT_EQ(person->identifiers[0].country, "bj");
  EXPECT_EQ(person->identifiers[0].expires, "2025-01-01");
  ASSERT_EQ(person->addresses.size(), 2U);  // birth place, and the address once
  EXPECT_EQ(person->addresses[1].field, "addressEntity");
  EXPECT_EQ(person->addresses[1].city, "Cotonou");
  EXPECT_EQ(person->addresses[1].country, "bj");
}

TEST(OpenSanctionsFtm, JoinsLinksFromBothEnds) {
  const std::string bytes = Fixture("entities.ftm.json");
  const Outcome outcome = ReadText(bytes);
  const Record* person = outcome.Find("NK-person");
  const Record* company = outcome.Find("NK-company");
  const Record* ship = outcome.Find("ship-1");
  ASSERT_TRUE(person != nullptr && company != nullptr && ship != nullptr);
  ASSERT_EQ(person->relations.size(), 3U);
  EXPECT_EQ(person->relations[0].kind, RelationKind::kOwns);
  EXPECT_EQ(person->relations[0].target_id, "NK-company");
  EXPECT_EQ(person->relations[0].target_name, "Golden Harbour Shipping");
  EXPECT_DOUBLE_EQ(person->relations[0].share_min, 0.51);
  EXPECT_EQ(person->relations[1].kind, RelationKind::kFamilyOf);
  EXPECT_EQ(person->relations[1].target_name, "");  // not in the file
  EXPECT_TRUE(person->relations[2].former);
  EXPECT_DOUBLE_EQ(person->relations[2].share_min, 0.25);
  EXPECT_DOUBLE_EQ(person->relations[2].share_max, 0.5);
  ASSERT_EQ(company->relations.size(), 1U);
  EXPECT_EQ(company->relations[0].kind, RelationKind::kOwnedBy);
  EXPECT_EQ(company->relations[0].target_name, "Esteban ORTUNO");
  ASSERT_EQ(ship->relations.size(), 2U);
  EXPECT_EQ(ship->relations[0].field, "owner");
  EXPECT_EQ(ship->relations[0].target_id, "NK-company");
  bool minister = false;
  for (const Attribute& attribute : person->attributes) {
    minister = minister || attribute.value == "Minister of Harbours (2018 to )";
  }
  EXPECT_TRUE(minister);
}

TEST(OpenSanctionsFtm, ReadsIdentifiersByTheKindOfParty) {
  const std::string bytes = Fixture("entities.ftm.json");
  const Outcome outcome = ReadText(bytes);
  EXPECT_EQ(outcome.Find("NK-company")->identifiers[0].scheme, IdScheme::kImoCompany);
  EXPECT_EQ(outcome.Find("ship-1")->identifiers[0].scheme, IdScheme::kImo);
  const Record* wallet = outcome.Find("wallet-1");
  ASSERT_NE(wallet, nullptr);
  EXPECT_EQ(wallet->identifiers[0].scheme, IdScheme::kCrypto);
  EXPECT_EQ(wallet->identifiers[0].issuer, "XBT");
  EXPECT_EQ(wallet->identifiers[0].check, IdCheck::kValid);
}

TEST(OpenSanctionsFtm, ReadsADeltaAloneAsAPartialList) {
  const std::string bytes = Fixture("entities.delta.json");
  const Outcome outcome = ReadText(bytes);
  ASSERT_TRUE(outcome.report.ok()) << outcome.report.error().Text();
  EXPECT_TRUE(outcome.report->is_delta);
  EXPECT_TRUE(outcome.report->partial);
  EXPECT_EQ(outcome.records.size(), 2U);
  EXPECT_EQ(outcome.report->deleted_records, (std::vector<std::string>{"wallet-1", "sanc-1"}));
  EXPECT_EQ(outcome.report->counts.at("delta_added"), 2U);
  EXPECT_EQ(outcome.report->counts.at("delta_modified"), 1U);
  EXPECT_EQ(outcome.report->counts.at("delta_deleted"), 2U);
  EXPECT_EQ(outcome.report->defect_counts.at("orphan"), 1U);  // on NK-company
}

TEST(OpenSanctionsFtm, AppliesADeltaToTheWholeFileInAnyOrder) {
  const std::string whole = Fixture("entities.ftm.json");
  const std::string delta = Fixture("entities.delta.json");
  for (const auto& files : {std::vector<InputFile>{{"a", whole}, {"b", delta}},
                            std::vector<InputFile>{{"b", delta}, {"a", whole}}}) {
    const Outcome outcome = Read(files);
    ASSERT_TRUE(outcome.report.ok()) << outcome.report.error().Text();
    EXPECT_FALSE(outcome.report->is_delta);
    EXPECT_FALSE(outcome.report->partial);
    EXPECT_EQ(outcome.records.size(), 4U);
    EXPECT_EQ(outcome.Find("wallet-1"), nullptr);
    ASSERT_NE(outcome.Find("ship-1"), nullptr);
    EXPECT_EQ(outcome.Find("ship-1")->Caption(), "SEA MOON");
    EXPECT_EQ(outcome.Find("ship-1")->relations.size(), 1U);  // own-2 still points at it
    ASSERT_NE(outcome.Find("NK-person"), nullptr);
    EXPECT_EQ(outcome.Find("NK-person")->designations[0].field, "programId");  // sanc-1 is deleted
    ASSERT_EQ(outcome.Find("NK-company")->designations.size(), 1U);
    EXPECT_EQ(FormatIsoDate(*outcome.report->published), "2026-03-06");
  }
}

TEST(OpenSanctionsFtm, RefusesAnIdThatStandsTwice) {
  const Outcome outcome = ReadText(
      "{\"id\":\"a\",\"schema\":\"Person\",\"properties\":{}}\n"
      "{\"id\":\"b\",\"schema\":\"Person\",\"properties\":{}}\n"
      "{\"id\":\"a\",\"schema\":\"Company\",\"properties\":{}}\n");
  ASSERT_FALSE(outcome.report.ok());
  EXPECT_EQ(outcome.report.error().code, ErrorCode::kDuplicateRecord);
  EXPECT_NE(outcome.report.error().message.find("line 1"), std::string::npos);
  EXPECT_NE(outcome.report.error().message.find("line 3"), std::string::npos);
}

TEST(OpenSanctionsFtm, RefusesDocumentsThatAreNotWhole) {
  const std::string whole = Fixture("entities.ftm.json");
  const Outcome cut = ReadText(std::string_view(whole).substr(0, whole.size() - 40));
  ASSERT_FALSE(cut.report.ok());
  EXPECT_EQ(cut.report.error().code, ErrorCode::kTruncated);
  EXPECT_EQ(cut.report.error().where.line, 15U);
  EXPECT_EQ(cut.report.error().where.file, "entities.json");
  EXPECT_EQ(ReadText("").report.error().code, ErrorCode::kEmptyList);
  EXPECT_EQ(
      ReadText("{\"id\":\"s\",\"schema\":\"Sanction\",\"properties\":{}}\n").report.error().code,
      ErrorCode::kEmptyList);
  const Outcome no_id = ReadText("{\"schema\":\"Person\",\"properties\":{}}\n");
  EXPECT_EQ(no_id.report.error().code, ErrorCode::kSyntax);
  const Outcome operation = ReadText("{\"op\":\"PUT\",\"entity\":{\"id\":\"a\"}}\n");
  EXPECT_EQ(operation.report.error().code, ErrorCode::kSyntax);
}

TEST(OpenSanctionsFtm, KeepsPartiesWithoutNameOrProperties) {
  const Outcome outcome = ReadText("{\"id\":\"a\",\"schema\":\"Company\"}\n");
  ASSERT_TRUE(outcome.report.ok());
  ASSERT_EQ(outcome.records.size(), 1U);
  EXPECT_EQ(outcome.report->defect_counts.at("no_name"), 1U);
}

TEST(OpenSanctionsFtm, RecognisesEntitiesAndDeltas) {
  const Format& format = OpenSanctionsFtmFormat();
  EXPECT_TRUE(format.Recognises({"x", Fixture("entities.ftm.json")}));
  EXPECT_TRUE(format.Recognises({"x", Fixture("entities.delta.json")}));
  EXPECT_TRUE(format.Recognises({"x", "{\"op\":\"DEL\",\"entity\":{\"id\":\"a\"}}\n"}));
  EXPECT_FALSE(format.Recognises({"x", "{\"id\":\"1\",\"name\":\"A\"}\n"}));
  EXPECT_FALSE(format.Recognises({"x", "{\"results\":[]}"}));
  EXPECT_FALSE(format.Recognises({"x", "id,name\n"}));
  EXPECT_FALSE(format.Recognises({"x", ""}));
}

}  // namespace
}  // namespace interdict
