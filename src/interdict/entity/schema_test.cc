#include "interdict/entity/schema.h"

#include <gtest/gtest.h>

#include <array>

namespace interdict {
namespace {

constexpr std::array<Schema, kSchemaCount> kAll = {
    Schema::kPerson, Schema::kOrganization, Schema::kCompany,      Schema::kLegalEntity,
    Schema::kVessel, Schema::kAirplane,     Schema::kCryptoWallet, Schema::kPublicBody};

TEST(Schema, NamesRoundTripInAnyCase) {
  for (Schema schema : kAll) EXPECT_EQ(SchemaFromName(SchemaName(schema)), schema);
  EXPECT_EQ(SchemaFromName("legalENTITY"), Schema::kLegalEntity);
  EXPECT_FALSE(SchemaFromName("Thing"));
  EXPECT_FALSE(SchemaFromName(""));
  EXPECT_FALSE(SchemaFromName("Person "));
}

TEST(Schema, AQueryWithoutKindReachesEveryKind) {
  for (Schema listed : kAll) EXPECT_TRUE(Reaches(std::nullopt, listed)) << SchemaName(listed);
}

TEST(Schema, EveryKindReachesItself) {
  for (Schema schema : kAll) EXPECT_TRUE(Reaches(schema, schema)) << SchemaName(schema);
}

TEST(Schema, AQueryReachesTheKindsThatTheOutsideContractNames) {
  struct Row {
    Schema query;
    std::array<bool, kSchemaCount> reached;  // in the order of kAll
  };
  constexpr bool y = true, n = false;
  const Row kRows[] = {
      {Schema::kPerson, {y, n, n, y, n, n, n, n}},
      {Schema::kOrganization, {n, y, y, y, n, n, n, y}},
      {Schema::kCompany, {n, y, y, y, n, n, n, n}},
      {Schema::kLegalEntity, {y, y, y, y, n, n, n, y}},
      {Schema::kVessel, {n, n, n, n, y, n, n, n}},
      {Schema::kAirplane, {n, n, n, n, n, y, n, n}},
      {Schema::kCryptoWallet, {n, n, n, n, n, n, y, n}},
      {Schema::kPublicBody, {n, y, n, y, n, n, n, y}},
  };
  for (const Row& row : kRows) {
    for (size_t i = 0; i < kAll.size(); ++i) {
      EXPECT_EQ(Reaches(row.query, kAll[i]), row.reached[i])
          << SchemaName(row.query) << " -> " << SchemaName(kAll[i]);
    }
  }
}

}  // namespace
}  // namespace interdict
