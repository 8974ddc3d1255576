// The same five parties in OFAC's three XML exports.
#include <gtest/gtest.h>

#include "interdict/lists/ofac/ofac_advanced_xml.h"
#include "interdict/lists/ofac/ofac_enhanced_xml.h"
#include "interdict/lists/ofac/ofac_standard_xml.h"
#include "interdict/lists/testing/ofac_xml_reading.h"

namespace interdict {
namespace {

using testing::ExpectSameParties;
using testing::OfacXmlFixture;
using testing::ReadOfacXml;

TEST(OfacXmlAgreement, EnhancedGivesThePartiesOfTheStandardExport) {
  ExpectSameParties(
      ReadOfacXml(OfacStandardXmlFormat(), OfacXmlFixture("sdn.xml")).records,
      ReadOfacXml(OfacEnhancedXmlFormat(), OfacXmlFixture("sdn_enhanced.xml")).records);
}

TEST(OfacXmlAgreement, AdvancedGivesThePartiesOfTheStandardExport) {
  ExpectSameParties(
      ReadOfacXml(OfacStandardXmlFormat(), OfacXmlFixture("sdn.xml")).records,
      ReadOfacXml(OfacAdvancedXmlFormat(), OfacXmlFixture("sdn_advanced.xml")).records);
}

TEST(OfacXmlAgreement, EnhancedAndAdvancedAgreeOnListsAndRelations) {
  const auto enhanced = ReadOfacXml(OfacEnhancedXmlFormat(), OfacXmlFixture("sdn_enhanced.xml"));
  const auto advanced = ReadOfacXml(OfacAdvancedXmlFormat(), OfacXmlFixture("sdn_advanced.xml"));
  const auto listings = [](const Record& record) {
    std::vector<std::vector<std::string>> found;
    for (const Designation& d : record.designations) {
      found.push_back({d.program, d.list, d.authority, d.legal_basis, d.measures, d.listed});
    }
    return found;
  };
  for (const Record& record : enhanced.records) {
    EXPECT_EQ(listings(record), listings(advanced.Get(record.id))) << record.Key();
  }
  const Relation& leader = enhanced.Get("90001").relations.at(0);
  EXPECT_EQ(leader.kind, advanced.Get("90001").relations.at(0).kind);
  EXPECT_EQ(leader.target_id, advanced.Get("90001").relations.at(0).target_id);
}

TEST(OfacXmlAgreement, EachFixtureIsRecognisedByItsOwnFormatOnly) {
  const std::pair<const char*, const Format*> fixtures[] = {
      {"sdn.xml", &OfacStandardXmlFormat()},
      {"sdn_enhanced.xml", &OfacEnhancedXmlFormat()},
      {"sdn_advanced.xml", &OfacAdvancedXmlFormat()}};
  for (const auto& [name, own] : fixtures) {
    const std::string bytes = OfacXmlFixture(name);
    for (const auto& other : fixtures) {
      EXPECT_EQ(other.second->Recognises({name, bytes}), other.second == own) << name;
    }
  }
}

}  // namespace
}  // namespace interdict
