// OFSI's Consolidated List, whole: 18,796 rows of 4,686 parties (README of the data).
#include <algorithm>
#include <set>

#include "tests/real/real_data.h"

namespace interdict::real {
namespace {

const ReadOutcome& List() {
  static const ReadOutcome kList =
      ReadFiles("gb_hmt_sanctions", {"lists/gb_hmt_sanctions/2025-04-10/ConList.csv"});
  return kList;
}

const Record& Party(std::string_view id) {
  static const Record kNone;
  const Record* record = List().Find(id);
  EXPECT_NE(record, nullptr) << id;
  return record == nullptr ? kNone : *record;
}

size_t CountNames(NameKind kind) {
  size_t count = 0;
  for (const Record& record : List().records) {
    count +=
        static_cast<size_t>(std::count_if(record.names.begin(), record.names.end(),
                                          [&](const Name& name) { return name.kind == kind; }));
  }
  return count;
}

TEST(RealOfsiConList, ReconcilesWithThePublishersCounts) {
  const ParseReport& report = List().report;
  EXPECT_EQ(report.format, "ofsi_conlist_csv");
  EXPECT_EQ(report.rows_in, 18796U);
  EXPECT_EQ(report.rows_used, 18796U);
  EXPECT_EQ(report.records_in, 4686U);
  EXPECT_EQ(report.records_out, 4686U);
  EXPECT_TRUE(report.rejects.empty());
  EXPECT_EQ(report.counts.at("schema:Person"), 3662U);
  EXPECT_EQ(report.counts.at("schema:Organization"), 1009U);
  EXPECT_EQ(report.counts.at("schema:Vessel"), 15U);
  ASSERT_TRUE(report.published.has_value());
  EXPECT_EQ(FormatIsoDate(*report.published), "2025-04-10");
}

TEST(RealOfsiConList, UnderstandsEveryColumnAndSegment) {
  const ParseReport& report = List().report;
  EXPECT_TRUE(report.unknown_fields.empty());
  EXPECT_EQ(report.remark_segments, 14150U);
  EXPECT_EQ(report.remark_segments_understood, 14148U) << "two are words in brackets in a text";
}

TEST(RealOfsiConList, DefectsAreThoseOfTheFile) {
  const auto& defects = List().report.defect_counts;
  EXPECT_EQ(defects.at("country"), 2U) << "a postal code and a city as country";
  EXPECT_EQ(defects.at("no_primary_name"), 2U);
  EXPECT_EQ(defects.at("latin_script"), 2U);
  EXPECT_EQ(defects.count("date"), 0U);
  EXPECT_EQ(defects.count("name_type"), 0U);
}

// 12,783 different names by group, parts, type and quality; 3,226 different non-Latin ones.
TEST(RealOfsiConList, KeepsEveryDifferentName) {
  size_t names = 0;
  size_t original = 0;
  for (const Record& record : List().records) {
    for (const Name& name : record.names) {
      ++(name.field == "Name Non-Latin Script" ? original : names);
    }
  }
  EXPECT_EQ(original, 3226U);
  EXPECT_GE(names, 12738U) << "different names, types left aside";
  EXPECT_LE(names, 12783U);
  EXPECT_EQ(CountNames(NameKind::kPrimary), 4688U);
  EXPECT_GE(CountNames(NameKind::kWeak), 617U) << "and non-Latin forms of weak names";
  EXPECT_EQ(CountNames(NameKind::kFormer), 17U) << "15, and 2 non-Latin forms";
}

TEST(RealOfsiConList, NearlyEveryPartyLeadsToTheUkSanctionsList) {
  std::set<std::string> references;
  size_t un = 0;
  for (const Record& record : List().records) {
    for (const CrossReference& reference : record.references) {
      if (reference.source == "gb_fcdo_sanctions") references.insert(reference.id);
      if (reference.source == "un_sc_sanctions") ++un;
    }
  }
  EXPECT_EQ(references.size(), 4683U);
  EXPECT_EQ(un, 868U) << "866 under \"UN Ref\", 2 under the wrong label";
}

TEST(RealOfsiConList, VenezuelaIsComplete) {
  size_t parties = 0;
  for (const Record& record : List().records) {
    parties += static_cast<size_t>(std::any_of(
        record.designations.begin(), record.designations.end(),
        [](const Designation& designation) { return designation.program == "Venezuela"; }));
  }
  EXPECT_EQ(parties, 51U) << "58 rows";
}

TEST(RealOfsiConList, APartyUnderTwoRegimesHasBoth) {
  size_t parties = 0;
  for (const Record& record : List().records) {
    std::set<std::string> programs;
    for (const Designation& designation : record.designations) programs.insert(designation.program);
    if (programs.size() > 1) ++parties;
  }
  EXPECT_EQ(parties, 15U);
}

TEST(RealOfsiConList, APersonWithRowsApart) {
  const Record& person = Party("15672");
  EXPECT_EQ(person.schema, Schema::kPerson);
  EXPECT_EQ(person.references[0].id, "GHR0086");
  EXPECT_GE(person.names.size(), 5U);
  EXPECT_TRUE(std::any_of(person.names.begin(), person.names.end(),
                          [](const Name& name) { return name.text == "Mian MITHOO"; }));
}

TEST(RealOfsiConList, AShipHasItsNumberFlagAndOwner) {
  const Record& ship = Party("13651");
  EXPECT_EQ(ship.Caption(), "SAM JONG 2");
  EXPECT_EQ(ship.identifiers[0].scheme, IdScheme::kImo);
  EXPECT_EQ(ship.identifiers[0].value, "7408873");
  EXPECT_EQ(ship.identifiers[0].check, IdCheck::kValid);
  ASSERT_EQ(ship.relations.size(), 2U);
  EXPECT_EQ(ship.relations[0].target_id, "13635");
  EXPECT_EQ(Party("13635").schema, Schema::kOrganization);
  EXPECT_EQ(ship.countries[0].code, "kp");
}

TEST(RealOfsiConList, EveryShipHasAValidImoNumber) {
  size_t numbers = 0;
  for (const Record& record : List().records) {
    for (const Identifier& id : record.identifiers) {
      if (id.scheme != IdScheme::kImo) continue;
      EXPECT_EQ(record.schema, Schema::kVessel) << record.id;
      EXPECT_EQ(id.check, IdCheck::kValid) << record.id;
      ++numbers;
    }
  }
  EXPECT_EQ(numbers, 15U);
}

TEST(RealOfsiConList, AShippingCompanyHasACompanysImoNumber) {
  const Record& company = Party("13340");
  ASSERT_FALSE(company.identifiers.empty());
  EXPECT_EQ(company.identifiers[0].scheme, IdScheme::kImoCompany);
  EXPECT_EQ(company.identifiers[0].value, "5342883");
}

TEST(RealOfsiConList, CryptoAddressesOfTheProseAreFound) {
  const Record& exchange = Party("15329");
  const auto count = std::count_if(
      exchange.identifiers.begin(), exchange.identifiers.end(), [](const Identifier& id) {
        return id.scheme == IdScheme::kCrypto && id.check == IdCheck::kValid;
      });
  EXPECT_EQ(count, 3);
  EXPECT_EQ(exchange.identifiers[1].issuer, "XBT");
}

TEST(RealOfsiConList, ABankHasTheNumbersOfItsProse) {
  const Record& bank = Party("15429");
  std::set<IdScheme> schemes;
  for (const Identifier& id : bank.identifiers) schemes.insert(id.scheme);
  EXPECT_EQ(schemes.count(IdScheme::kBic), 1U);
  EXPECT_EQ(schemes.count(IdScheme::kInn), 1U);
  EXPECT_EQ(schemes.count(IdScheme::kLei), 1U);
  EXPECT_EQ(schemes.count(IdScheme::kOgrn), 1U);
}

TEST(RealOfsiConList, TheSampleOf2020IsReadToo) {
  const ReadOutcome sample =
      ReadFiles("gb_hmt_sanctions", {"lists/gb_hmt_sanctions/2020-04-27_sample/ConList.csv"});
  EXPECT_EQ(sample.report.rows_in, 23U);
  EXPECT_EQ(sample.records.size(), 6U);
  EXPECT_EQ(FormatIsoDate(*sample.report.published), "2020-04-27");
  const Record* person = sample.Find("9053");
  ASSERT_NE(person, nullptr);
  EXPECT_EQ(person->names[0].kind, NameKind::kPrimary) << "\"Prime Alias\"";
  EXPECT_EQ(person->references[0].id, "IRi.018") << "without label";
  ASSERT_EQ(person->identifiers.size(), 1U);
  EXPECT_EQ(person->identifiers[0].value, "G4506013") << "in prose";
}

}  // namespace
}  // namespace interdict::real
