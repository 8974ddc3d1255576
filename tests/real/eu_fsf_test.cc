// The sample of the EU list: 7 entities with 15 names (README of the data), all persons.
#include "tests/real/real_data.h"

namespace interdict::real {
namespace {

ReadOutcome Sample() {
  return ReadFiles("eu_fsf", {"lists/eu_fsf/2020-04-15_sample/sample_eu.xml"});
}

TEST(RealEuFsf, SampleReconcilesWithItsCounts) {
  const ReadOutcome sample = Sample();
  EXPECT_EQ(sample.report.format, "eu_fsf_xml");
  EXPECT_EQ(sample.report.records_in, 7U);
  EXPECT_EQ(sample.records.size(), 7U);
  EXPECT_EQ(sample.report.counts.at("primary_names") + sample.report.counts.at("aliases"), 15U);
  EXPECT_EQ(sample.report.counts.at("schema:Person"), 7U);
  ASSERT_TRUE(sample.report.published.has_value());
  EXPECT_EQ(FormatIsoDate(*sample.report.published), "2020-04-15");
}

TEST(RealEuFsf, EverythingInTheSampleIsUnderstood) {
  const ReadOutcome sample = Sample();
  EXPECT_TRUE(sample.report.unknown_fields.empty());
  EXPECT_TRUE(sample.report.rejects.empty());
}

// The makers of the sample gave one id to two entities.
TEST(RealEuFsf, TheEntityWithAUsedIdIsKeptAndReported) {
  const ReadOutcome sample = Sample();
  ASSERT_EQ(sample.report.defect_counts.size(), 1U);
  EXPECT_EQ(sample.report.defect_counts.at("duplicate_id"), 1U);
  EXPECT_EQ(sample.report.defects[0].line, 110U);
  ASSERT_NE(sample.Find("EU.4009.74"), nullptr);
  EXPECT_EQ(sample.Find("EU.4009.74")->Caption(), "Sok-hwa Hwang");
  ASSERT_NE(sample.Find("EU.4009.74#2"), nullptr);
  EXPECT_EQ(sample.Find("EU.4009.74#2")->Caption(), "TestOneWord");
}

TEST(RealEuFsf, BirthDatesAreExactOrCirca) {
  const ReadOutcome sample = Sample();
  const Record* person = sample.Find("EU.2026.82");
  ASSERT_NE(person, nullptr);
  EXPECT_EQ(person->Caption(), "Abid Hammadou");
  EXPECT_EQ(person->names.size(), 5U);
  ASSERT_EQ(person->dates.size(), 2U);
  EXPECT_EQ(FormatPartialDate(*person->dates[0].date), "1965-12-12");
  EXPECT_EQ(FormatPartialDate(*person->dates[1].date), "~1958");
  EXPECT_EQ(person->countries[0].code, "dz");
}

TEST(RealEuFsf, APassportOfAnUnknownCountryHasNone) {
  const ReadOutcome sample = Sample();
  const Record* person = sample.Find("EU.3579.2");
  ASSERT_NE(person, nullptr);
  ASSERT_EQ(person->identifiers.size(), 1U);
  EXPECT_EQ(person->identifiers[0].value, "488555");
  EXPECT_EQ(person->identifiers[0].country, "");
}

TEST(RealEuFsf, AnIdentifierInARemarkIsFound) {
  const ReadOutcome sample = Sample();
  const Record* person = sample.Find("EU.3343.85");
  ASSERT_NE(person, nullptr);
  ASSERT_EQ(person->identifiers.size(), 3U);
  EXPECT_EQ(person->identifiers[2].scheme, IdScheme::kTaxId);
  EXPECT_EQ(person->identifiers[2].value, "DAOMMD74T11Z352Z");
  EXPECT_EQ(person->identifiers[2].country, "it");
}

}  // namespace
}  // namespace interdict::real
