#include "interdict/lists/cells/fact_kind.h"

#include <gtest/gtest.h>

namespace interdict {
namespace {

Record With(std::initializer_list<std::pair<std::string_view, std::string_view>> facts,
            const FactDetail& detail = {}) {
  Record record;
  for (const auto& [name, value] : facts) {
    const auto kind = FactKindFromName(name);
    EXPECT_TRUE(kind.has_value()) << name;
    if (kind) AddFact(*kind, value, std::string(name), detail, &record);
  }
  return record;
}

TEST(FactKind, KnowsTheNamesOfEveryPart) {
  for (std::string_view name : {"name",         "alias",       "weak_alias",
                                "former_name",  "translation", "original_script",
                                "birth_date",   "build_date",  "nationality",
                                "country",      "flag",        "former_flag",
                                "jurisdiction", "address",     "birth_place",
                                "imo",          "imo_company", "mmsi",
                                "passport",     "national_id", "tax_id",
                                "lei",          "bic",         "crypto",
                                "rif",          "cedula",      "gender",
                                "position",     "email",       "vessel_type",
                                "program",      "authority",   "listed",
                                "delisted",     "owned_by",    "linked_to",
                                "reference",    "Birth_Date "}) {
    EXPECT_TRUE(FactKindFromName(name).has_value()) << name;
  }
  EXPECT_FALSE(FactKindFromName("colour").has_value());
  EXPECT_FALSE(FactKindFromName("").has_value());
}

TEST(FactKind, AddsEachPartToItsPlace) {
  const Record record = With({{"alias", " Old Harry "},
                              {"birth_date", "1962-11"},
                              {"nationality", "VE"},
                              {"imo", "IMO 9319466"},
                              {"gender", "male"},
                              {"address", "1 Main St, Valletta, Malta"},
                              {"owned_by", "HOLDING LTD"},
                              {"reference", "QDi.001"},
                              {"email", ""}});
  ASSERT_EQ(record.names.size(), 1U);
  EXPECT_EQ(record.names[0].text, "Old Harry");
  EXPECT_EQ(record.names[0].kind, NameKind::kStrong);
  EXPECT_EQ(record.names[0].field, "alias");
  EXPECT_EQ(record.dates[0].date, PartialDate::Month(1962, 11));
  EXPECT_EQ(record.countries[0].code, "ve");
  EXPECT_EQ(record.identifiers[0].check, IdCheck::kValid);
  EXPECT_EQ(record.addresses[0].country, "mt");
  EXPECT_EQ(record.relations[0].target_name, "HOLDING LTD");
  EXPECT_EQ(record.references[0].id, "QDi.001");
  EXPECT_EQ(record.attributes.size(), 1U);
}

TEST(FactKind, GathersOneDesignationAndBeginsAnotherWithASecondProgramme) {
  const Record record = With({{"authority", "Ministry"},
                              {"program", "A"},
                              {"listed", "23.2.2022"},
                              {"measures", "Freeze"},
                              {"measures", "Ban"},
                              {"program", "B"}});
  ASSERT_EQ(record.designations.size(), 2U);
  EXPECT_EQ(record.designations[0].program, "A");
  EXPECT_EQ(record.designations[0].listed, "2022-02-23");
  EXPECT_EQ(record.designations[0].measures, "Freeze|Ban");
  EXPECT_EQ(record.designations[1].program, "B");
  EXPECT_EQ(record.designations[1].authority, "Ministry");
}

TEST(FactKind, UsesWhatStandsBesideTheValue) {
  const Record record = With({{"passport", "B0500324"}, {"birth_date", "02/03/1960"}},
                             {.country = "ve", .order = NumericOrder::kMonthFirst});
  EXPECT_EQ(record.identifiers[0].country, "ve");
  EXPECT_EQ(FormatPartialDate(*record.dates[0].date), "1960-02-03");
}

TEST(FactKind, KeepsDatesItCannotReadAsWritten) {
  EXPECT_EQ(IsoDateOrAsWritten("28 Jan 2019"), "2019-01-28");
  EXPECT_EQ(IsoDateOrAsWritten(" soon "), "soon");
}

}  // namespace
}  // namespace interdict
