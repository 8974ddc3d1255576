#include "interdict/screen/screener.h"

#include <gtest/gtest.h>

#include "interdict/screen/result_json.h"
#include "interdict/screen/testing/loaded_lists.h"

namespace interdict {
namespace {

using testing::LoadedLists;
using testing::RecordBuilder;

class ScreenerTest : public ::testing::Test {
 protected:
  void SetUp() override {
    lists_.Add(
        "2024-01-01",
        {RecordBuilder("us_ofac_sdn", "1")
             .Named("MADURO MOROS, Nicolas")
             .Born("1962-11-23")
             .Under("VENEZUELA")
             .Under("VENEZUELA"),
         RecordBuilder("us_ofac_sdn", "2", Schema::kCompany)
             .Named("MADURO TRADING LTD")
             .Under("IRAN"),
         RecordBuilder("us_ofac_sdn", "3", Schema::kVessel)
             .Named("ESPERANZA")
             .Holding(IdScheme::kImo, "9289166"),
         RecordBuilder("us_ofac_sdn", "4", Schema::kLegalEntity).Named("Maduro Moros Nicolas"),
         RecordBuilder("us_ofac_sdn", "10").Named("Nicolas Maduro Moros"),
         RecordBuilder("us_ofac_sdn", "9").Named("Nicolas Maduro Moros")});
    snapshot_ = lists_.LoadSnapshot();
    ASSERT_NE(snapshot_, nullptr);
  }

  std::vector<std::string> Entities(const Query& query, const ScreenOptions& options = {}) {
    auto screener = Screener::Create(*snapshot_);
    const auto hits = screener->Screen(query, options);
    EXPECT_TRUE(hits.ok()) << (hits.ok() ? "" : hits.error().Text());
    std::vector<std::string> ids;
    for (const Hit& hit : *hits) {
      const std::string_view id = snapshot_->parties()[hit.match.party].id();
      ids.emplace_back(id.substr(id.find(':') + 1));
    }
    return ids;
  }

  ErrorCode ErrorOf(const Query& query) {
    auto screener = Screener::Create(*snapshot_);
    const auto hits = screener->Screen(query, {});
    return hits.ok() ? ErrorCode{} : hits.error().code;
  }

  static Query Named(const std::string& name, std::optional<Schema> schema = std::nullopt) {
    Query query;
    query.id = "q";
    query.names = {name};
    query.schema = schema;
    return query;
  }

  LoadedLists lists_;
  std::unique_ptr<const Snapshot> snapshot_;
};

using Ids = std::vector<std::string>;

TEST_F(ScreenerTest, HitsComeByFallingScoreAndThenByEntityId) {
  EXPECT_EQ(Entities(Named("Nicolas Maduro Moros")), (Ids{"1", "10", "4", "9"}));
  Query query = Named("Nicolas Maduro");
  query.birth_dates = {*ParsePartialDate("1962-11-23")};
  EXPECT_EQ(Entities(query).front(), "1");
}

TEST_F(ScreenerTest, OnlyTheKindsThatTheQueryReachesAreAnswered) {
  EXPECT_EQ(Entities(Named("Nicolas Maduro Moros", Schema::kPerson)), (Ids{"1", "10", "4", "9"}));
  EXPECT_EQ(Entities(Named("Nicolas Maduro Moros", Schema::kCompany)), (Ids{"4"}));
  EXPECT_EQ(Entities(Named("Nicolas Maduro Moros", Schema::kVessel)), Ids{});
  EXPECT_EQ(Entities(Named("Maduro Trading", Schema::kOrganization)), (Ids{"2"}));
}

TEST_F(ScreenerTest, TheLimitKeepsTheBestHits) {
  ScreenOptions options;
  options.limit = 2;
  EXPECT_EQ(Entities(Named("Nicolas Maduro Moros"), options), (Ids{"1", "10"}));
}

TEST_F(ScreenerTest, AScoreEqualToTheThresholdIsAMatchAndTheCutoffReachesBelow) {
  auto screener = Screener::Create(*snapshot_);
  ScreenOptions options;
  options.threshold = 0;
  options.limit = 100;
  const auto all = screener->Screen(Named("Nicolas Madura"), options);
  ASSERT_TRUE(all.ok());
  ASSERT_FALSE(all->empty());
  const double best = FromPoints(all->front().match.score);
  options.threshold = best;
  const auto equal = screener->Screen(Named("Nicolas Madura"), options);
  ASSERT_FALSE(equal->empty());
  EXPECT_TRUE(equal->front().is_match);
  options.threshold = best + 0.0001;
  EXPECT_TRUE(screener->Screen(Named("Nicolas Madura"), options)->empty());
  options.cutoff = best;
  const auto below = screener->Screen(Named("Nicolas Madura"), options);
  ASSERT_FALSE(below->empty());
  EXPECT_FALSE(below->front().is_match);
  options.cutoff = 0;
  const auto everything = screener->Screen(Named("Nicolas Madura"), options);
  for (const Hit& hit : *everything) {
    EXPECT_GT(hit.match.score, 0) << "nothing in common is no hit at any cutoff";
  }
}

TEST_F(ScreenerTest, AnIdentifierAloneFindsItsParty) {
  Query query;
  query.identifiers = {MakeIdentifier(IdScheme::kImo, "IMO 9289166", "")};
  EXPECT_EQ(Entities(query), Ids{"3"});
}

TEST_F(ScreenerTest, AQueryOfWhichNothingIsLeftIsAnErrorAndNoEmptyAnswer) {
  EXPECT_EQ(ErrorOf(Query()), ErrorCode::kBadQuery);
  EXPECT_EQ(ErrorOf(Named("...")), ErrorCode::kBadQuery);
  EXPECT_EQ(ErrorOf(Named("\xE2\x80\x8B")), ErrorCode::kBadQuery);
  Query query;
  query.identifiers = {MakeIdentifier(IdScheme::kPassport, " - ", "")};
  EXPECT_EQ(ErrorOf(query), ErrorCode::kBadQuery);
  query.countries = {"ve"};
  EXPECT_EQ(ErrorOf(query), ErrorCode::kBadQuery) << "a country alone names nobody";
}

TEST_F(ScreenerTest, AQueryBeyondItsLimitsIsAnErrorAndNotCutShort) {
  EXPECT_EQ(ErrorOf(Named(std::string(Screener::kMaxTextBytes, 'a'))), ErrorCode{});
  EXPECT_EQ(ErrorOf(Named(std::string(Screener::kMaxTextBytes + 1, 'a'))), ErrorCode::kBadQuery);
  std::string words;
  for (size_t i = 0; i < Screener::kMaxNameTokens; ++i) words += "a ";
  EXPECT_EQ(ErrorOf(Named(words)), ErrorCode{});
  EXPECT_EQ(ErrorOf(Named(words + "a")), ErrorCode::kBadQuery);
  Query query = Named("Ana");
  query.names.assign(Screener::kMaxValues + 1, "Ana");
  EXPECT_EQ(ErrorOf(query), ErrorCode::kBadQuery);
  query = Named("Ana");
  query.identifiers.assign(Screener::kMaxValues + 1, MakeIdentifier(IdScheme::kImo, "9289166", ""));
  EXPECT_EQ(ErrorOf(query), ErrorCode::kBadQuery);
  query = Named("Ana");
  query.addresses = {std::string(Screener::kMaxTextBytes + 1, 'a')};
  EXPECT_EQ(ErrorOf(query), ErrorCode::kBadQuery);
}

TEST_F(ScreenerTest, TheSameQueryGivesTheSameAnswerWhateverWasAskedBefore) {
  auto fresh = Screener::Create(*snapshot_);
  const Query query = Named("Nicolas Madura Mors");
  const std::string expected = ResultLine(query, *fresh->Screen(query, {}), *snapshot_);
  auto used = Screener::Create(*snapshot_);
  for (int i = 0; i < 6000; ++i) {
    ASSERT_TRUE(used->Screen(Named("word" + std::to_string(i)), {}).ok());
  }
  EXPECT_EQ(ResultLine(query, *used->Screen(query, {}), *snapshot_), expected);
}

TEST_F(ScreenerTest, ExhaustiveSearchFindsTheSame) {
  ScreenOptions exhaustive;
  exhaustive.exhaustive = true;
  for (const char* name : {"Nicolas Maduro", "Madura", "Esperanza", "Trading"}) {
    EXPECT_EQ(Entities(Named(name)), Entities(Named(name), exhaustive)) << name;
  }
}

}  // namespace
}  // namespace interdict
