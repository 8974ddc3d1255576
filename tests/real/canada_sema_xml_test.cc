#include <set>

#include "tests/real/real_data.h"

namespace interdict::real {
namespace {

ReadOutcome ReadSema() {
  return ReadFiles("ca_dfatd_sema_sanctions",
                   {"lists/ca_dfatd_sema_sanctions/2025-03-20/sema-lmes.xml"});
}

TEST(RealCanadaSemaXml, ReconcilesWithTheCountsOfThePublishersFile) {
  const ReadOutcome sema = ReadSema();
  EXPECT_EQ(sema.report.records_in, 4759u);
  EXPECT_EQ(sema.report.records_out, 4759u);
  EXPECT_EQ(sema.report.counts.at("schema:Person"), 3334u);
  EXPECT_EQ(sema.report.counts.at("schema:Vessel"), 109u);
  EXPECT_EQ(sema.report.counts.at("schema:Organization"), 1316u);
  EXPECT_EQ(sema.report.counts.at("identifiers"), 109u);
  EXPECT_EQ(sema.report.counts.at("primary_names"), 4759u);
  EXPECT_FALSE(sema.report.published.has_value());
  EXPECT_TRUE(sema.report.unknown_fields.empty());
  EXPECT_EQ(sema.report.defect_counts, (std::map<std::string, uint64_t>{{"date", 2}}));
}

TEST(RealCanadaSemaXml, IdsAreUniqueAndMadeOfTheRecordsOwnFields) {
  const ReadOutcome sema = ReadSema();
  std::set<std::string> ids;
  for (const Record& record : sema.records) {
    EXPECT_TRUE(ids.insert(record.id).second) << record.id;
    EXPECT_LE(record.id.size(), 80u);
  }
  EXPECT_EQ(ids.size(), 4759u);
}

TEST(RealCanadaSemaXml, EveryShipHasAValidImoNumberAndAType) {
  for (const Record& record : ReadSema().records) {
    if (record.schema != Schema::kVessel) continue;
    ASSERT_EQ(record.identifiers.size(), 1u) << record.id;
    EXPECT_EQ(record.identifiers[0].check, IdCheck::kValid) << record.id;
    EXPECT_EQ(record.dates.at(0).kind, DateKind::kBuild);
  }
}

TEST(RealCanadaSemaXml, VenezuelaHas123Entries) {
  int venezuela = 0;
  for (const Record& record : ReadSema().records) {
    venezuela += record.designations.at(0).program == "Venezuela" ? 1 : 0;
  }
  EXPECT_EQ(venezuela, 123);
}

TEST(RealCanadaSemaXml, NoNameIsALegalFormAloneOrHoldsALabel) {
  for (const Record& record : ReadSema().records) {
    for (const Name& name : record.names) {
      for (const char* form : {"ООО", "АО", "ОАО", "LLC", "Ltd.", "JSC", "LTD"}) {
        EXPECT_NE(name.text, form) << record.id;
      }
      for (const char* label : {"Russian:", "Belarusian:", "Arabic:", "also known as"}) {
        EXPECT_EQ(name.text.find(label), std::string::npos) << record.id << ": " << name.text;
      }
    }
  }
}

}  // namespace
}  // namespace interdict::real
