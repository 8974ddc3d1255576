#include "interdict/lists/csl/csl_fields.h"

#include <gtest/gtest.h>

namespace interdict {
namespace {

std::string Ids(std::string_view cell, bool type_first) {
  std::string out;
  for (const CslId& id : ParseCslIds(cell, type_first)) {
    out += "[" + id.type + "|" + id.number + "|" + id.country + "]";
  }
  return out;
}

CslRow Row(std::string source, std::string name) {
  CslRow row;
  row.source = std::move(source);
  row.name = std::move(name);
  return row;
}

Record Read(const CslRow& row) {
  Record record;
  ParseReport report;
  ReadCslRow(row, CslListOf(row.source), &report, &record);
  return record;
}

std::vector<std::string> IdsOf(const std::vector<CslRow>& rows) {
  CslIdTable table;
  for (const CslRow& row : rows) table.Note(row);
  std::vector<std::string> ids;
  bool repeated = false;
  for (const CslRow& row : rows) ids.push_back(table.IdOf(row, &repeated));
  return ids;
}

TEST(CslList, IsReadFromTheSourceOfAnyYear) {
  const CslList sdn = CslListOf("Specially Designated Nationals (SDN) - Treasury Department");
  EXPECT_EQ(sdn.code, "SDN");
  EXPECT_EQ(sdn.title, "Specially Designated Nationals (SDN)");
  EXPECT_EQ(sdn.authority, "Treasury Department");
  EXPECT_EQ(sdn.own, "us_ofac_sdn");
  EXPECT_EQ(CslListOf("SDN").own, "us_ofac_sdn");
  EXPECT_EQ(CslListOf("Capta List (CAP) - Treasury Department").own, "us_ofac_cons");
  EXPECT_EQ(CslListOf("Non-SDN Menu-Based Sanctions List (NS-MBS List) - Treasury Department").own,
            "us_ofac_cons");
  const CslList el = CslListOf("Entity List (EL) - Bureau of Industry and Security");
  EXPECT_EQ(el.code, "EL");
  EXPECT_EQ(el.own, "");
  EXPECT_EQ(CslListOf("Military End User (MEU) List - Bureau of Industry and Security").code,
            "MEU");
}

TEST(CslIds, AreReadInBothOrders) {
  EXPECT_EQ(Ids("US, 80-0890696, Tax ID No.", false), "[Tax ID No.|80-0890696|US]");
  EXPECT_EQ(Ids("Passport, U00242309, TR; Gender, Male", true),
            "[Passport|U00242309|TR][Gender|Male|]");
  EXPECT_EQ(Ids("North Korea Sanctions Regulations, sections 510.201 and 510.210, Secondary "
                "sanctions risk:",
                false),
            "[Secondary sanctions risk:|North Korea Sanctions Regulations, sections 510.201 and "
            "510.210|]");
  EXPECT_EQ(Ids("Secondary sanctions risk:, Regulations, 31 CFR 589.201", true),
            "[Secondary sanctions risk:|Regulations, 31 CFR 589.201|]");
}

TEST(CslIds, FollowTheLabelRatherThanTheLayout) {
  EXPECT_EQ(Ids("Passport, U00242309, TR", false), "[Passport|U00242309|TR]");
  EXPECT_EQ(Ids("CO, 1978075, Matricula Mercantil No", true),
            "[Matricula Mercantil No|1978075|CO]");
}

TEST(CslIds, KeepValuesWithSemicolonsTogether) {
  EXPECT_EQ(Ids("Website, www.a.example; b.example", true), "[Website|www.a.example; b.example|]");
  EXPECT_EQ(Ids("alone", true), "[|alone|]");
  EXPECT_EQ(Ids("", true), "");
}

TEST(CslAddresses, EndInACountryCodeOrNot) {
  const auto addresses = ParseCslAddresses("3037 S. 69TH DRIVE, AZ, 85043; Shenyang, CN; TR");
  ASSERT_EQ(addresses.size(), 3U);
  EXPECT_EQ(addresses[0].text, "3037 S. 69TH DRIVE, AZ, 85043");
  EXPECT_EQ(addresses[0].country, "");
  EXPECT_EQ(addresses[1].text, "Shenyang");
  EXPECT_EQ(addresses[1].country, "CN");
  EXPECT_EQ(addresses[2].text, "");
  EXPECT_EQ(addresses[2].country, "TR");
}

TEST(CslIdTable, UsesThePublishersIdOrADigestOfListAndName) {
  CslRow own = Row("SDN", "A");
  own.id = "9673";
  CslRow number = Row("SDN", "B");
  number.entity_number = "12454";
  const CslRow bare = Row("Entity List (EL) - Bureau", "Harbour  Ltd");
  const auto ids = IdsOf({own, number, bare});
  EXPECT_EQ(ids[0], "9673");
  EXPECT_EQ(ids[1], "12454");
  EXPECT_TRUE(ids[2].starts_with("EL-"));
  EXPECT_EQ(ids[2].size(), 19U);
  EXPECT_EQ(IdsOf({Row("EL", "Harbour Ltd")})[0], ids[2]);  // whatever the year calls the list
}

TEST(CslIdTable, TellsRowsApartThatShareAnId) {
  CslRow sdn = Row("SDN", "A");
  sdn.id = "7";
  CslRow ssi = Row("SSI", "A");
  ssi.id = "7";
  EXPECT_EQ(IdsOf({sdn, ssi}), (std::vector<std::string>{"7-SDN", "7-SSI"}));
  CslRow here = Row("EL", "Jan Smith");
  here.addresses = {{"1 Street", "", "", "", "AE"}};
  CslRow there = Row("EL", "Jan Smith");
  there.addresses = {{"2 Street", "", "", "", "TR"}};
  const auto ids = IdsOf({here, there});
  EXPECT_NE(ids[0], ids[1]);
  EXPECT_EQ(IdsOf({there, here})[1], ids[0]);  // the order does not matter
  const auto equal = IdsOf({here, here});
  EXPECT_EQ(equal[1], equal[0] + "-2");
}

TEST(CslRow, BecomesARecord) {
  CslRow row = Row("Specially Designated Nationals (SDN) - Treasury Department", "RIM, Ryong Nam");
  row.entity_number = "52291";
  row.type = "Individual";
  row.programs = {"NPWMD", "DPRK"};
  row.dates_of_birth = {"1978-12-05", "circa 1970"};
  row.nationalities = {"KP"};
  row.ids = {{"Passport", "836238033", "KP", "", ""},
             {"Gender", "Male", "", "", ""},
             {"Lucky number", "77", "", "", ""}};
  row.remarks = "(Linked To: HARBOUR BANK)";
  row.start_date = "2019-01-28";
  const Record record = Read(row);
  EXPECT_EQ(record.schema, Schema::kPerson);
  EXPECT_EQ(record.names[0].parts.size(), 2U);
  ASSERT_EQ(record.designations.size(), 2U);
  EXPECT_EQ(record.designations[1].program, "DPRK");
  EXPECT_EQ(record.designations[1].listed, "2019-01-28");
  ASSERT_EQ(record.identifiers.size(), 2U);
  EXPECT_EQ(record.identifiers[0].scheme, IdScheme::kPassport);
  EXPECT_EQ(record.identifiers[0].country, "kp");
  EXPECT_EQ(record.identifiers[0].remark, "");
  EXPECT_EQ(record.identifiers[1].issuer, "Lucky number");
  ASSERT_EQ(record.relations.size(), 1U);
  EXPECT_EQ(record.relations[0].target_name, "HARBOUR BANK");
  ASSERT_EQ(record.references.size(), 1U);
  EXPECT_EQ(record.references[0].source, "us_ofac_sdn");
  EXPECT_EQ(record.countries[0].code, "kp");
}

TEST(CslRow, OfAListWithoutProgrammesHasTheListsName) {
  CslRow row = Row("Entity List (EL) - Bureau of Industry and Security",
                   "Harbour Works; and any successor, sub-unit, or subsidiary thereof");
  row.license_requirement = "For all items.";
  row.license_policy = "Presumption of denial.";
  row.federal_register_notice = "80 FR 69852";
  row.alt_names = {"HW", "and Harbour W."};
  const Record record = Read(row);
  EXPECT_EQ(record.schema, Schema::kLegalEntity);
  EXPECT_EQ(record.names[0].text, "Harbour Works");
  EXPECT_EQ(record.names[0].remark, "and any successor, sub-unit, or subsidiary thereof");
  EXPECT_EQ(record.names[2].text, "Harbour W.");
  EXPECT_EQ(record.designations[0].program, "EL");
  EXPECT_EQ(record.designations[0].measures, "For all items.|Presumption of denial.");
  EXPECT_EQ(record.designations[0].legal_basis, "80 FR 69852");
  EXPECT_TRUE(record.references.empty());
}

}  // namespace
}  // namespace interdict
