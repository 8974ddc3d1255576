#include "interdict/match/evidence/query_facts.h"

#include <gtest/gtest.h>

#include <vector>

#include "interdict/match/evidence/testing/comparison.h"

namespace interdict {
namespace {

using testing::Holding;
using testing::IndexedParties;
using testing::RecordBuilder;
using testing::SharedFolder;

TEST(QueryFacts, FindsEveryPartyThatSharesAnIdentifierStrongestFirst) {
  const IndexedParties lists({RecordBuilder("a", "1", Schema::kCompany)
                                  .Named("Acme")
                                  .Holding(IdScheme::kRegistrationNumber, "1234567")
                                  .Holding(IdScheme::kLei, "213800KUD8LAJWSQ9D15"),
                              RecordBuilder("a", "2", Schema::kCompany).Named("Other"),
                              RecordBuilder("a", "3", Schema::kCompany)
                                  .Named("Third")
                                  .Holding(IdScheme::kRegistrationNumber, "1234567", "ve")});
  const Query query = Holding(IdScheme::kLei, "213800KUD8LAJWSQ9D15", "",
                              Holding(IdScheme::kRegistrationNumber, "123-4567"));
  const QueryFacts facts = PrepareFacts(query, lists.data(), SharedFolder());
  ASSERT_EQ(facts.identifiers.size(), 3U);
  ASSERT_EQ(facts.IdentifiersOf(0).size(), 2U);
  EXPECT_EQ(facts.IdentifiersOf(0)[0].agreement, IdAgreement::kCertain);
  EXPECT_EQ(facts.IdentifiersOf(0)[1].agreement, IdAgreement::kMedium);
  EXPECT_TRUE(facts.IdentifiersOf(1).empty());
  EXPECT_EQ(facts.IdentifiersOf(2).size(), 1U);
  EXPECT_TRUE(facts.IdentifiersOf(3).empty());
}

TEST(QueryFacts, ReadsGendersAndAddresses) {
  const IndexedParties lists({RecordBuilder("a", "1").Named("Ana")});
  Query query;
  query.genders = {"Female", "unknown"};
  query.addresses = {"Calle Real, calle real", "", "--"};
  const QueryFacts facts = PrepareFacts(query, lists.data(), SharedFolder());
  EXPECT_EQ(facts.genders, index::Gender::kFemale);
  ASSERT_EQ(facts.addresses.size(), 1U);
  EXPECT_EQ(facts.addresses[0].size(), 2U) << "every word once";
}

}  // namespace
}  // namespace interdict
