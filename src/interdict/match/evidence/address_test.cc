#include "interdict/match/evidence/address.h"

#include <gtest/gtest.h>

#include <string>

#include "interdict/match/evidence/testing/comparison.h"

namespace interdict {
namespace {

using testing::Comparison;
using testing::RecordBuilder;

Query At(std::string address) {
  Query query;
  query.addresses = {std::move(address)};
  return query;
}

TEST(AddressEvidence, PointsFollowTheWordsInCommon) {
  const Comparison compare(
      {RecordBuilder("a", "1").Named("Ana").At("Avenida Libertador 12, Caracas")});
  const struct {
    const char* asked;
    Points effect;
  } kCases[] = {
      {"Avenida Libertador 12, Caracas", 500},
      {"CARACAS, av. libertador 12", 500},             // three of four
      {"Av. Libertador 12-B, Caracas, Miranda", 500},  // three of the listed four
      {"Libertador 12, Bogota", 222},                  // two of three: two thirds of two thirds
      {"Libertador, Caracas", 333},                    // two of two
      {"Caracas", 166},
      {"Libertador 9, Caracas 1060", 0},  // half
      {"12 Main Street, Bogota", 0},
  };
  for (const auto& c : kCases) {
    const auto evidence = compare(CompareAddress, At(c.asked));
    ASSERT_TRUE(evidence.has_value()) << c.asked;
    EXPECT_EQ(evidence->effect, c.effect) << c.asked;
    EXPECT_GE(evidence->value, 0);
    EXPECT_LE(evidence->value, 1);
    EXPECT_EQ(evidence->detail, "listed Avenida Libertador 12, Caracas");
  }
}

TEST(AddressEvidence, TheBestOfSeveralAddressesCounts) {
  const Comparison compare({RecordBuilder("a", "1")
                                .Named("Ana")
                                .At("Caracas")
                                .At("Calle Real 5, Valencia")
                                .At("Valencia")});
  const auto evidence = compare(CompareAddress, At("Calle Real 5, Valencia, Carabobo"));
  EXPECT_EQ(evidence->effect, 500);
  EXPECT_EQ(evidence->detail, "listed Calle Real 5, Valencia");
}

TEST(AddressEvidence, AnotherAddressOrNoneOrAPlaceOfBirthSaysNothing) {
  const Comparison compare({RecordBuilder("a", "1").Named("Ana").At("Calle Real 5, Valencia")});
  EXPECT_FALSE(compare(CompareAddress, At("Main Street 1, Bogota")));
  EXPECT_FALSE(compare(CompareAddress, At("...")));
  EXPECT_FALSE(compare(CompareAddress, Query()));
  Record born = RecordBuilder("a", "1").Named("Ana").At("Calle Real 5, Valencia");
  born.addresses[0].kind = AddressKind::kBirthPlace;
  EXPECT_FALSE(Comparison({born})(CompareAddress, At("Calle Real 5, Valencia")));
}

}  // namespace
}  // namespace interdict
