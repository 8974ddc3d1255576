#include "interdict/lists/own/interdict_facts.h"

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
  options.source = "starter";
  outcome.report = InterdictFactsFormat().Read(files, options, [&](Record&& record) -> Status {
    outcome.records.push_back(std::move(record));
    return Ok{};
  });
  return outcome;
}

Outcome ReadText(std::string_view bytes) {
  return Read({{"facts.tsv", bytes}});
}

std::string Fixture(const std::string& path) {
  const auto file = MappedFile::Open(std::string(INTERDICT_SOURCE_DIR) + "/" + path);
  EXPECT_TRUE(file.ok()) << path;
  return file.ok() ? std::string(file->bytes()) : std::string();
}

// The fixture's three tables.
struct Tables {
  std::string persons = Fixture("tests/fixtures/facts/persons.tsv");
  std::string organizations = Fixture("tests/fixtures/facts/organizations.tsv");
  std::string sources = Fixture("tests/fixtures/facts/sources.tsv");

  std::vector<InputFile> All() const {
    return {
        {"organizations.tsv", organizations}, {"sources.tsv", sources}, {"persons.tsv", persons}};
  }
};

ErrorCode CodeOf(const Outcome& outcome) {
  EXPECT_FALSE(outcome.report.ok());
  return outcome.report.ok() ? ErrorCode::kFileNotFound : outcome.report.error().code;
}

TEST(InterdictFacts, ReadsSeveralTablesAsOneList) {
  const Tables tables;
  const Outcome outcome = Read(tables.All());
  ASSERT_TRUE(outcome.report.ok()) << outcome.report.error().Text();
  EXPECT_EQ(outcome.records.size(), 3U);
  EXPECT_TRUE(outcome.report->Reconciles());
  EXPECT_EQ(outcome.report->rows_in, 21U);
  EXPECT_EQ(outcome.report->rows_used, 21U);
  EXPECT_FALSE(outcome.report->partial);
  EXPECT_EQ(outcome.report->counts.at("sources"), 3U);
}

TEST(InterdictFacts, GivesEveryFactItsTablePropertyAndSource) {
  const Tables tables;
  const Outcome outcome = Read(tables.All());
  const Record* person = outcome.Find("ortuno-esteban");
  ASSERT_NE(person, nullptr);
  EXPECT_EQ(person->Key(), "starter:ortuno-esteban");
  EXPECT_EQ(person->names[0].field, "persons.tsv/name [test-1#7]");
  ASSERT_EQ(person->names[0].parts.size(), 2U);
  EXPECT_EQ(person->names[0].parts[0].text, "ORTUNO");
  EXPECT_TRUE(person->names[1].parts.empty());
  EXPECT_EQ(person->names[2].kind, NameKind::kOriginalScript);
  EXPECT_EQ(person->names[2].language, "ru");
  EXPECT_EQ(person->dates[0].date, PartialDate::Month(1957, 3));
  EXPECT_EQ(person->identifiers[0].country, "bj");
  EXPECT_EQ(person->identifiers[0].expires, "2030-01-01");
  EXPECT_EQ(person->identifiers[0].remark, "status=secondary");
  EXPECT_EQ(person->references[0].source, "us_ofac_cons");
  const Record* company = outcome.Find("golden-harbour");
  ASSERT_NE(company, nullptr);
  EXPECT_TRUE(company->names[0].parts.empty());  // the comma of a company divides nothing
  EXPECT_EQ(company->addresses[0].country, "pa");
  EXPECT_EQ(company->references[0].source, "us_ofac_sdn");
}

TEST(InterdictFacts, ReadsDesignationsAsIntervals) {
  const Tables tables;
  const Outcome outcome = Read(tables.All());
  const auto& designations = outcome.Find("ortuno-esteban")->designations;
  ASSERT_EQ(designations.size(), 2U);
  EXPECT_EQ(designations[0].program, "TEST-1");
  EXPECT_EQ(designations[0].listed, "2019-01-28");
  EXPECT_EQ(designations[0].delisted, "2021-02");
  EXPECT_EQ(designations[0].legal_basis, "EO 1");
  EXPECT_EQ(designations[0].reason, "delisted_basis=release; status=verified");
  EXPECT_EQ(designations[1].measures, "no entry");
}

TEST(InterdictFacts, ReadsRelationsToPartiesOfAnyTable) {
  const Tables tables;
  const Outcome outcome = Read(tables.All());
  const auto& relations = outcome.Find("golden-harbour")->relations;
  ASSERT_EQ(relations.size(), 2U);
  EXPECT_EQ(relations[0].kind, RelationKind::kOwnedBy);
  EXPECT_EQ(relations[0].target_id, "ortuno-esteban");
  EXPECT_EQ(relations[0].target_name, "ORTUNO, Esteban");
  EXPECT_DOUBLE_EQ(relations[0].share_min, 0.51);
  EXPECT_EQ(relations[0].text, "beneficial owner; asof=2020-01");
  EXPECT_FALSE(relations[0].former);
  EXPECT_EQ(relations[1].text, "operates");
  EXPECT_EQ(relations[1].target_name, "SEA STAR");
  EXPECT_TRUE(relations[1].former);
}

TEST(InterdictFacts, KeepsAndCountsWhatItDoesNotKnow) {
  const Tables tables;
  const Outcome outcome = Read(tables.All());
  const auto& rest = outcome.Find("ortuno-esteban")->uninterpreted;
  ASSERT_EQ(rest.size(), 2U);
  EXPECT_EQ(rest[0].field, "persons.tsv/birth_date?status");
  EXPECT_EQ(rest[1].field, "persons.tsv/shoe_size");
  EXPECT_EQ(rest[1].value, "44");
  EXPECT_EQ(outcome.report->unknown_fields.at("persons.tsv/shoe_size"), 1U);
}

TEST(InterdictFacts, IsPartialWithoutTheTableOfSources) {
  const Tables tables;
  const Outcome outcome =
      Read({{"persons.tsv", tables.persons}, {"organizations.tsv", tables.organizations}});
  ASSERT_TRUE(outcome.report.ok());
  EXPECT_TRUE(outcome.report->partial);
  EXPECT_EQ(outcome.report->missing_parts, (std::vector<std::string>{"sources.tsv"}));
}

TEST(InterdictFacts, RefusesTablesThatDoNotFitTogether) {
  const Tables tables;
  EXPECT_EQ(CodeOf(Read({{"organizations.tsv", tables.organizations}})),
            ErrorCode::kMismatchedParts);  // its owner is not there
  const std::string other = "a\tschema\tPerson\t\tnowhere\na\tname\tA\t\tnowhere\n";
  const Outcome outcome = Read({{"a.tsv", other}, {"sources.tsv", tables.sources}});
  EXPECT_EQ(CodeOf(outcome), ErrorCode::kMismatchedParts);
  EXPECT_EQ(outcome.report.error().where.file, "a.tsv");
  EXPECT_EQ(outcome.report.error().where.line, 1U);
  EXPECT_EQ(CodeOf(Read({{"a.tsv", tables.persons}, {"b.tsv", tables.persons}})),
            ErrorCode::kDuplicateRecord);
}

TEST(InterdictFacts, RefusesLinesThatAreNotOfItsForm) {
  const std::string begin = "a\tschema\tPerson\t\ts\na\tname\tA\t\ts\n";
  ASSERT_TRUE(ReadText(begin).report.ok());
  for (const std::string& line :
       {std::string("a\talias\tB\ts\n"), std::string("a\talias\tB\tx\ts\n"),
        std::string("a\talias\tB\tk=1; k=2\ts\n"), std::string("a\talias\t B\t\ts\n"),
        std::string("A\tschema\tPerson\t\ts\n"), std::string("b\tname\tB\t\ts\n"),
        std::string("a\tname\tB\t\ts\n"), std::string("a\tschema\tPerson\t\ts\n"),
        std::string("\n"), std::string("# late\n"), std::string("a\talias\tB\t\ts\r\n"),
        std::string("b\tschema\tPlanet\t\ts\n"), std::string("a\towned_by\ta\tshare=2\ts\n")}) {
    const Outcome outcome = ReadText(begin + line);
    EXPECT_EQ(CodeOf(outcome), ErrorCode::kSyntax) << line;
    EXPECT_EQ(outcome.report.error().where.line, 3U) << line;
  }
  EXPECT_EQ(CodeOf(ReadText(begin + "a\talias\tB\xC3\t\ts\n")), ErrorCode::kEncoding);
  EXPECT_EQ(CodeOf(ReadText(begin + "a\talias\tB\t\ts")), ErrorCode::kTruncated);
  EXPECT_EQ(CodeOf(ReadText("a\tschema\tPerson\t\ts\n")), ErrorCode::kSyntax);
  EXPECT_EQ(CodeOf(ReadText("# nothing\n")), ErrorCode::kEmptyList);
  EXPECT_EQ(CodeOf(ReadText(begin + "b\tschema\tPerson\t\ts\nb\tname\tB\t\ts\na\talias\tX\t\ts\n")),
            ErrorCode::kDuplicateRecord);
}

TEST(InterdictFacts, ReadsTheStarterList) {
  std::vector<std::string> bytes;
  const std::vector<std::string> names = {"aircraft.tsv", "organizations.tsv", "persons.tsv",
                                          "sources.tsv", "vessels.tsv"};
  for (const std::string& name : names) bytes.push_back(Fixture("data/starter/" + name));
  std::vector<InputFile> files;
  for (size_t i = 0; i < names.size(); ++i) {
    files.push_back({names[i], bytes[i]});
    EXPECT_TRUE(InterdictFactsFormat().Recognises(files.back())) << names[i];
  }
  const Outcome outcome = Read(files);
  ASSERT_TRUE(outcome.report.ok()) << outcome.report.error().Text();
  EXPECT_GE(outcome.records.size(), 385U);
  EXPECT_EQ(outcome.report->rows_in, outcome.report->rows_used);
  EXPECT_EQ(outcome.report->defect_counts.count("date"), 0U);
  EXPECT_EQ(outcome.report->defect_counts.count("country"), 0U);
  const Record* tamia = outcome.Find("tamia");
  ASSERT_NE(tamia, nullptr);
  EXPECT_EQ(tamia->designations.size(), 2U);
  for (const auto& [field, count] : outcome.report->unknown_fields) {
    EXPECT_NE(field.find('?'), std::string::npos) << field;  // qualifiers only, no properties
  }
}

TEST(InterdictFacts, RecognisesItsTables) {
  const Tables tables;
  const Format& format = InterdictFactsFormat();
  EXPECT_TRUE(format.Recognises({"x", tables.persons}));
  EXPECT_TRUE(format.Recognises({"x", tables.sources}));
  EXPECT_FALSE(format.Recognises({"x", "a\tb\tc\td\te\n"}));
  EXPECT_FALSE(format.Recognises({"x", "id,name\n"}));
  EXPECT_FALSE(format.Recognises({"x", ""}));
}

}  // namespace
}  // namespace interdict
