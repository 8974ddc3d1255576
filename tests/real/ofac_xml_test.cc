// OFAC's three XML exports of the consolidated (non-SDN) list, as published.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "interdict/lists/testing/ofac_xml_reading.h"
#include "tests/real/real_data.h"

namespace interdict::real {
namespace {

constexpr char kStandard[] = "lists/us_ofac_cons/2025-03-28/consolidated.xml";
constexpr char kEnhanced[] = "lists/us_ofac_cons/2025-03-28/cons_enhanced.xml";
constexpr char kAdvanced[] = "lists/us_ofac_cons/2020-03-17/cons_advanced.xml";

ReadOutcome Read(const char* path) {
  return ReadFiles("us_ofac_cons", {path});
}

// How many facts of all records the function counts.
template <typename Count>
int64_t Sum(const ReadOutcome& outcome, const Count& count) {
  int64_t sum = 0;
  for (const Record& record : outcome.records) sum += static_cast<int64_t>(count(record));
  return sum;
}

int64_t NamesOf(const ReadOutcome& outcome, NameKind kind) {
  return Sum(outcome, [&](const Record& record) {
    return std::count_if(record.names.begin(), record.names.end(),
                         [&](const Name& name) { return name.kind == kind; });
  });
}

TEST(OfacStandardXmlReal, HoldsTheEntriesThatItDeclares) {
  const ReadOutcome outcome = Read(kStandard);
  EXPECT_EQ(outcome.report.format, "ofac_standard_xml");
  EXPECT_EQ(FormatIsoDate(outcome.report.published.value()), "2025-03-28");
  EXPECT_EQ(outcome.report.declared_records, 443U);
  EXPECT_EQ(outcome.report.records_in, 443U);
  EXPECT_EQ(outcome.report.counts.at("aliases"), 1136U);
  EXPECT_EQ(outcome.report.counts.at("addresses"), 520U);
  EXPECT_EQ(outcome.report.counts.at("designations"), 525U);
  EXPECT_EQ(NamesOf(outcome, NameKind::kWeak), 70);
  EXPECT_EQ(outcome.report.remark_segments, outcome.report.remark_segments_understood);
  EXPECT_TRUE(outcome.report.unknown_fields.empty());
}

TEST(OfacStandardXmlReal, PutsEveryIdSomewhere) {
  const ReadOutcome outcome = Read(kStandard);
  const auto from_ids = [](const auto& facts) {
    return std::count_if(facts.begin(), facts.end(),
                         [](const auto& fact) { return fact.field.starts_with("idList/"); });
  };
  EXPECT_EQ(Sum(outcome,
                [&](const Record& record) {
                  return from_ids(record.identifiers) + from_ids(record.attributes) +
                         from_ids(record.dates) + from_ids(record.countries) +
                         from_ids(record.relations);
                }),
            2457);
}

TEST(OfacEnhancedXmlReal, HoldsAllNamesInAllScripts) {
  const ReadOutcome outcome = Read(kEnhanced);
  EXPECT_EQ(outcome.report.format, "ofac_enhanced_xml");
  EXPECT_EQ(FormatIsoDate(outcome.report.published.value()), "2025-03-28");
  EXPECT_EQ(outcome.report.records_in, 443U);
  EXPECT_EQ(Sum(outcome, [](const Record& record) { return record.names.size(); }), 1624);
  EXPECT_EQ(NamesOf(outcome, NameKind::kPrimary), 443);
  EXPECT_EQ(NamesOf(outcome, NameKind::kWeak), 71);  // 70, and one in a second script
  EXPECT_EQ(Sum(outcome,
                [](const Record& record) {
                  return std::count_if(
                      record.relations.begin(), record.relations.end(),
                      [](const Relation& relation) { return !relation.target_id.empty(); });
                }),
            283);
  const Record* vtb = outcome.Find("17013");
  ASSERT_NE(vtb, nullptr);
  EXPECT_EQ(vtb->names.at(1).kind, NameKind::kOriginalScript);
  EXPECT_EQ(vtb->names.at(1).script, "Cyrl");
}

TEST(OfacEnhancedXmlReal, LeavesOnlyNotesUnread) {
  const ReadOutcome outcome = Read(kEnhanced);
  const std::map<std::string, uint64_t> expected = {
      {"entity/relationships/relationship/quality", 29},
      {"features/feature/Website/remark", 1},
      {"features/feature/reliability", 1}};
  EXPECT_EQ(outcome.report.unknown_fields, expected);
}

TEST(OfacXmlReal, StandardAndEnhancedGiveTheSameParties) {
  testing::ExpectSameParties(Read(kStandard).records, Read(kEnhanced).records);
}

TEST(OfacXmlReal, TheListsOfTheStandardExportAreAmongThoseOfTheEnhanced) {
  const ReadOutcome standard = Read(kStandard);
  const ReadOutcome enhanced = Read(kEnhanced);
  for (const Record& record : standard.records) {
    std::set<std::string> lists;
    for (const Designation& listing : enhanced.Find(record.id)->designations) {
      lists.insert(listing.list);
    }
    for (const Designation& listing : record.designations) {
      EXPECT_TRUE(lists.contains(listing.list)) << record.Key() << " " << listing.list;
    }
  }
}

TEST(OfacXmlReal, TheLinksOfTheStandardExportAreTheRelationsOfTheEnhanced) {
  const ReadOutcome standard = Read(kStandard);
  const ReadOutcome enhanced = Read(kEnhanced);
  for (const Record& record : standard.records) {
    std::multiset<std::string> links;
    for (const Relation& relation : record.relations) {
      if (relation.kind == RelationKind::kLinkedTo) links.insert(relation.target_name);
    }
    std::multiset<std::string> relations;
    for (const Relation& relation : enhanced.Find(record.id)->relations) {
      if (!relation.target_id.empty()) relations.insert(relation.target_name);
    }
    EXPECT_EQ(links, relations) << record.Key();
  }
}

TEST(OfacAdvancedXmlReal, ReconcilesWithThePublishersRows) {
  const ReadOutcome outcome = Read(kAdvanced);
  EXPECT_EQ(outcome.report.format, "ofac_advanced_xml");
  EXPECT_EQ(FormatIsoDate(outcome.report.published.value()), "2020-03-17");
  EXPECT_EQ(outcome.report.records_in, 375U);
  EXPECT_EQ(outcome.report.counts.at("locations"), 464U);
  EXPECT_EQ(outcome.report.counts.at("documents"), 573U);
  EXPECT_EQ(outcome.report.counts.at("profile_relationships"), 276U);
  EXPECT_EQ(outcome.report.counts.at("sanctions_entries"), 759U);
  EXPECT_EQ(outcome.report.rows_in, 375U + 464U + 573U + 276U + 759U);
  EXPECT_EQ(outcome.report.rows_used, outcome.report.rows_in);
  const std::map<std::string, uint64_t> expected = {{"ProfileRelationship/RelationQuality", 29}};
  EXPECT_EQ(outcome.report.unknown_fields, expected);
}

TEST(OfacAdvancedXmlReal, HoldsEveryAliasDocumentRelationAndProgramme) {
  const ReadOutcome outcome = Read(kAdvanced);
  EXPECT_EQ(Sum(outcome, [](const Record& record) { return record.names.size(); }), 1290);
  EXPECT_EQ(NamesOf(outcome, NameKind::kPrimary), 375);
  EXPECT_EQ(NamesOf(outcome, NameKind::kWeak), 31);
  const auto from = [](const auto& facts, std::string_view field) {
    return std::count_if(facts.begin(), facts.end(),
                         [&](const auto& fact) { return fact.field.starts_with(field); });
  };
  EXPECT_EQ(
      Sum(outcome, [&](const Record& record) { return from(record.identifiers, "IDRegDocument"); }),
      573);
  EXPECT_EQ(
      Sum(outcome,
          [&](const Record& record) { return from(record.relations, "ProfileRelationship"); }),
      276);
  // 786 measures of type "Program" in 759 entries.
  EXPECT_EQ(Sum(outcome, [](const Record& record) { return record.designations.size(); }), 786);
  EXPECT_EQ(Sum(outcome,
                [](const Record& record) {
                  return std::count_if(record.dates.begin(), record.dates.end(),
                                       [](const DateFact& fact) { return fact.date.has_value(); });
                }),
            77);
}

TEST(OfacAdvancedXmlReal, JoinsThePartsOfAParty) {
  const ReadOutcome outcome = Read(kAdvanced);
  const Record* person = outcome.Find("9659");
  ASSERT_NE(person, nullptr);
  EXPECT_EQ(person->schema, Schema::kPerson);
  EXPECT_EQ(person->Caption(), "HAMMAD, Fathi Ahmad Mohammad");
  EXPECT_EQ(FormatPartialDate(person->dates.at(0).date.value()), "1961");
  std::set<std::string> lists;
  for (const Designation& designation : person->designations) {
    lists.insert(designation.list + " " + designation.listed);
  }
  EXPECT_EQ(lists,
            (std::set<std::string>{"Consolidated List 2014-10-10", "SDN List 2016-09-16",
                                   "Non-SDN Palestinian Legislative Council List 2006-04-12"}));
  const Record* bank = outcome.Find("17013");
  ASSERT_NE(bank, nullptr);
  EXPECT_EQ(bank->identifiers.at(0).value, "VTBRRUMM");
  const auto registration =
      std::find_if(bank->identifiers.begin(), bank->identifiers.end(),
                   [](const Identifier& id) { return id.value == "1027739609391"; });
  ASSERT_NE(registration, bank->identifiers.end());
  EXPECT_EQ(registration->scheme, IdScheme::kOgrn);
  EXPECT_EQ(registration->country, "ru");
  const Record* owned = outcome.Find("18267");
  ASSERT_NE(owned, nullptr);
  EXPECT_EQ(owned->relations.at(0).kind, RelationKind::kOwnedBy);
  EXPECT_EQ(owned->relations.at(0).target_id, "17022");
}

TEST(OfacAdvancedXmlReal, KeepsTheNumbersOfLaterIssues) {
  const ReadOutcome before = Read(kAdvanced);
  const ReadOutcome after = Read(kStandard);
  const auto still_listed =
      std::count_if(before.records.begin(), before.records.end(),
                    [&](const Record& record) { return after.Find(record.id) != nullptr; });
  EXPECT_GT(still_listed, 350);
}

}  // namespace
}  // namespace interdict::real
