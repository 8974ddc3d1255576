#include "interdict/match/ofac_matcher.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "interdict/index/testing/indexed_parties.h"

namespace interdict {
namespace {

using testing::IndexedParties;
using testing::RecordBuilder;

Query Named(std::string name) {
  Query query;
  query.names = {std::move(name)};
  return query;
}

std::vector<std::string> Found(const IndexedParties& lists, const Query& query,
                               const MatchOptions& options = {}) {
  OfacMatcher matcher(lists.data(), testing::SharedFolder());
  std::vector<std::string> found;
  for (const Match& match : matcher.Find(query, options)) {
    found.push_back(std::string(lists[match.party].id()) + " " + std::to_string(match.score));
  }
  return found;
}

using Lines = std::vector<std::string>;

TEST(OfacMatcher, ScoresThePartyByItsBestNameAndRanksByScoreThenId) {
  const IndexedParties lists({RecordBuilder("a", "1").Named("KIM, Jong Sik"),
                              RecordBuilder("a", "2").Named("Else").Named("KIM, Jong Man"),
                              RecordBuilder("a", "3").Named("KIM, Jung")});
  EXPECT_EQ(Found(lists, Named("Kim Jong Un")), (Lines{"a:1 10000", "a:2 10000", "a:3 9300"}));
  EXPECT_EQ(Found(lists, Named("Kim Jong Un"), {.limit = 1}), Lines{"a:1 10000"});
  EXPECT_EQ(Found(lists, Named("Kim Jong Un"), {.cutoff = 9400}).size(), 2);
}

TEST(OfacMatcher, EffectsAddUpToTheScore) {
  const IndexedParties lists({RecordBuilder("a", "1").Named("GEORGIOU, Georgios")});
  OfacMatcher matcher(lists.data(), testing::SharedFolder());
  const auto matches = matcher.Find(Named("George Bush"), {});
  ASSERT_EQ(matches.size(), 1);
  ASSERT_EQ(matches[0].features.size(), 1);
  EXPECT_EQ(matches[0].features[0].effect, matches[0].score);
  EXPECT_EQ(matches[0].features[0].detail, "whole name 0.85, part by part 0.45");
}

TEST(OfacMatcher, TheKindOfPartyNarrowsAndOtherFactsDoNotCount) {
  const IndexedParties lists({RecordBuilder("a", "1", Schema::kVessel).Named("Maduro"),
                              RecordBuilder("a", "2").Named("MADURO").Born("1962-11-23").Of("ve")});
  Query query = Named("Maduro");
  query.countries = {"fr"};
  query.birth_dates = {*ParsePartialDate("1900-01-01")};
  EXPECT_EQ(Found(lists, query), (Lines{"a:1 10000", "a:2 10000"}));
  query.schema = Schema::kPerson;
  EXPECT_EQ(Found(lists, query), Lines{"a:2 10000"});
}

TEST(OfacMatcher, WeakAliasesCountInFullUnlessTheyAreOff) {
  const IndexedParties lists(
      {RecordBuilder("a", "1").Named("Roe, Ann").Named("Shadow", NameKind::kWeak)});
  EXPECT_EQ(Found(lists, Named("Shadow")), Lines{"a:1 10000"});
  MatchOptions off;
  off.weak_aliases.by_source["a"] = WeakAliasMode::kOff;
  EXPECT_EQ(Found(lists, Named("Shadow"), off), Lines{});
}

}  // namespace
}  // namespace interdict
