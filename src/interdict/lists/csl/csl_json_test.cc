#include "interdict/lists/csl/csl_json.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "interdict/base/mapped_file.h"

namespace interdict {
namespace {

struct Outcome {
  Result<ParseReport> report = MakeError(ErrorCode::kSyntax, "not read");
  std::vector<Record> records;
};

Outcome Read(std::string_view bytes) {
  Outcome outcome;
  const InputFile file{"csl.json", bytes};
  ReadOptions options;
  options.source = "us_trade_csl";
  outcome.report = CslJsonFormat().Read({&file, 1}, options, [&](Record&& record) -> Status {
    outcome.records.push_back(std::move(record));
    return Ok{};
  });
  return outcome;
}

std::string Fixture() {
  const auto file =
      MappedFile::Open(std::string(INTERDICT_SOURCE_DIR) + "/tests/fixtures/csl/csl.json");
  EXPECT_TRUE(file.ok());
  return file.ok() ? std::string(file->bytes()) : std::string();
}

TEST(CslJson, ReadsRowsDatesAndCounts) {
  const std::string bytes = Fixture();
  const Outcome outcome = Read(bytes);
  ASSERT_TRUE(outcome.report.ok()) << outcome.report.error().Text();
  ASSERT_EQ(outcome.records.size(), 2U);
  EXPECT_EQ(FormatIsoDate(*outcome.report->published), "2026-09-25");
  EXPECT_EQ(outcome.report->published_from, "search_performed_at");
  EXPECT_EQ(outcome.report->declared_records, 4U);
  EXPECT_EQ(outcome.report->rejects.size(), 2U);
  EXPECT_TRUE(outcome.report->Reconciles());
  const Record& person = outcome.records[0];
  EXPECT_EQ(person.Key(), "us_trade_csl:90001");
  ASSERT_EQ(person.addresses.size(), 2U);
  EXPECT_EQ(person.addresses[0].street, "1 Sea Road");
  EXPECT_EQ(person.addresses[0].city, "Cotonou");
  EXPECT_EQ(person.addresses[0].full, "1 Sea Road, Cotonou, 01, BJ");
  EXPECT_EQ(person.addresses[0].country, "bj");
  ASSERT_EQ(person.identifiers.size(), 1U);
  EXPECT_EQ(person.identifiers[0].issued, "2015-01-01");
  EXPECT_EQ(person.identifiers[0].expires, "2025-01-01");
  EXPECT_EQ(person.references[0].id, "90001");
}

TEST(CslJson, KeepsFieldsItDoesNotKnow) {
  const std::string bytes = Fixture();
  const Outcome outcome = Read(bytes);
  ASSERT_EQ(outcome.records.size(), 2U);
  const Record& firm = outcome.records[1];
  EXPECT_EQ(firm.names[0].text, "Harbour Works");
  EXPECT_EQ(firm.countries[0].code, "th");
  ASSERT_EQ(firm.uninterpreted.size(), 1U);
  EXPECT_EQ(firm.uninterpreted[0].field, "new_field");
  EXPECT_EQ(firm.uninterpreted[0].value, "{\"a\":[1]}");
}

TEST(CslJson, RefusesOnePageOfAnAnswer) {
  std::string bytes = Fixture();
  bytes.replace(bytes.find("\"total\": 4"), 10, "\"total\": 9");
  const Outcome outcome = Read(bytes);
  ASSERT_FALSE(outcome.report.ok());
  EXPECT_EQ(outcome.report.error().code, ErrorCode::kCountMismatch);
}

TEST(CslJson, RefusesDocumentsThatAreNotWholeOrNotIt) {
  const std::string bytes = Fixture();
  const Outcome cut = Read(std::string_view(bytes).substr(0, bytes.size() / 2));
  ASSERT_FALSE(cut.report.ok());
  EXPECT_EQ(cut.report.error().code, ErrorCode::kTruncated);
  EXPECT_EQ(cut.report.error().where.file, "csl.json");
  EXPECT_EQ(Read("{\"results\":[]}").report.error().code, ErrorCode::kEmptyList);
  EXPECT_EQ(Read("{\"rows\":[]}").report.error().code, ErrorCode::kWrongDocument);
  EXPECT_EQ(Read("{\"results\":[7]}").report.error().code, ErrorCode::kSyntax);
  EXPECT_EQ(Read("").report.error().code, ErrorCode::kTruncated);
}

TEST(CslJson, RecognisesItsDocument) {
  const Format& format = CslJsonFormat();
  EXPECT_TRUE(format.Recognises({"x", Fixture()}));
  EXPECT_FALSE(format.Recognises({"x", "{\"results\":[{\"name\":\"A\"}]}"}));
  EXPECT_FALSE(format.Recognises({"x", "{\"id\":\"a\",\"schema\":\"Person\",\"properties\":{}}"}));
  EXPECT_FALSE(format.Recognises({"x", "[]"}));
  EXPECT_FALSE(format.Recognises({"x", ""}));
}

}  // namespace
}  // namespace interdict
