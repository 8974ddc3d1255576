#include "interdict/screen/resolved_lists.h"

#include <gtest/gtest.h>

#include "interdict/screen/testing/loaded_lists.h"

namespace interdict {
namespace {

using testing::LoadedLists;
using testing::RecordBuilder;

constexpr UnixSeconds kDay = 86400;

UnixSeconds At(const std::string& date) {
  return ParseIsoDate(date)->days * kDay;
}

ErrorCode LoadError(LoadedLists* stored, const ListChoice& options) {
  const auto lists = ResolvedLists::Load(stored->store(), options);
  return lists.ok() ? ErrorCode{} : lists.error().code;
}

ListChoice Now(const std::string& date) {
  ListChoice options;
  options.now = At(date);
  return options;
}

TEST(ResolvedLists, WithoutListsThereIsNothingToAnswerFrom) {
  LoadedLists stored;
  EXPECT_EQ(LoadError(&stored, {}), ErrorCode::kNoList);
}

TEST(ResolvedLists, HoldsTheVersionInForceOfEveryList) {
  LoadedLists stored;
  stored.Add("2024-01-01", {RecordBuilder("a", "1").Named("Old")});
  stored.Add("2024-02-01",
             {RecordBuilder("a", "1").Named("New"), RecordBuilder("a", "2").Named("X")});
  stored.Add("2024-01-15", {RecordBuilder("b", "1").Named("Y")});
  const auto lists = stored.Load();
  EXPECT_EQ(DescribeVersions(lists->versions()), "a@2024-02-01#2 b@2024-01-15#3");
  EXPECT_EQ(lists->records().size(), 3U);
  EXPECT_EQ(lists->parties().size(), 3U);
  ListChoice then;
  then.as_of.in_force = *ParseIsoDate("2024-01-20");
  EXPECT_EQ(DescribeVersions(stored.Load(then)->versions()), "a@2024-01-01#1 b@2024-01-15#3");
}

TEST(ResolvedLists, AListThatWasAskedForMustBeThere) {
  LoadedLists stored;
  stored.Add("2024-01-01", {RecordBuilder("a", "1").Named("A")});
  ListChoice options;
  options.sources = {"a", "b"};
  EXPECT_EQ(LoadError(&stored, options), ErrorCode::kNoList);
}

TEST(ResolvedLists, AListNamedTwiceIsLoadedOnce) {
  LoadedLists stored;
  stored.Add("2024-01-01", {RecordBuilder("a", "1").Named("A")});
  stored.Add("2024-01-01", {RecordBuilder("b", "1").Named("B")});
  ListChoice options;
  options.sources = {"b", "a", "b"};
  const auto lists = stored.Load(options);
  EXPECT_EQ(lists->records().size(), 2U);
  EXPECT_EQ(DescribeVersions(lists->versions()), "a@2024-01-01#1 b@2024-01-01#2");
}

TEST(ResolvedLists, BeforeTheFirstVersionNothingIsInForceAndNothingIsAnswered) {
  LoadedLists stored;
  stored.Add("2024-01-01", {RecordBuilder("a", "1").Named("A")});
  stored.Add("2024-03-01", {RecordBuilder("b", "1").Named("B")});
  ListChoice options;
  options.as_of.in_force = *ParseIsoDate("2023-12-31");
  EXPECT_EQ(LoadError(&stored, options), ErrorCode::kNotInForce);
  options.as_of.in_force = *ParseIsoDate("2024-02-01");
  EXPECT_EQ(DescribeVersions(stored.Load(options)->versions()), "a@2024-01-01#1")
      << "the other list did not exist yet";
  options.sources = {"b"};
  EXPECT_EQ(LoadError(&stored, options), ErrorCode::kNotInForce);
}

TEST(ResolvedLists, AListIsStaleByItsConfirmationAndNotByItsDate) {
  LoadedLists stored;
  stored.Add("2010-01-01", {RecordBuilder("a", "1").Named("A")}, At("2024-01-01"));
  EXPECT_EQ(LoadError(&stored, Now("2024-01-08")), ErrorCode{});
  EXPECT_EQ(LoadError(&stored, Now("2024-01-09")), ErrorCode::kStaleList);
  ListChoice lifted = Now("2034-01-01");
  lifted.max_age_days = std::nullopt;
  EXPECT_EQ(LoadError(&stored, lifted), ErrorCode{});
  lifted.max_age_days = 10000;
  EXPECT_EQ(LoadError(&stored, lifted), ErrorCode{});
  ASSERT_TRUE(stored.store().Confirm(*stored.store().Find("a"), At("2024-03-01")).ok());
  EXPECT_EQ(LoadError(&stored, Now("2024-03-02")), ErrorCode{});
}

TEST(ResolvedLists, OneStaleListAmongSeveralRefusesTheAnswer) {
  LoadedLists stored;
  stored.Add("2024-01-01", {RecordBuilder("a", "1").Named("A")}, At("2024-02-01"));
  stored.Add("2024-01-01", {RecordBuilder("b", "1").Named("B")}, At("2024-01-01"));
  EXPECT_EQ(LoadError(&stored, Now("2024-02-01")), ErrorCode::kStaleList);
  ListChoice only_fresh = Now("2024-02-01");
  only_fresh.sources = {"a"};
  EXPECT_EQ(LoadError(&stored, only_fresh), ErrorCode{});
}

TEST(ResolvedLists, ThePastDoesNotAgeButTodayDoes) {
  LoadedLists stored;
  stored.Add("2020-01-01", {RecordBuilder("a", "1").Named("A")}, At("2024-01-01"));
  ListChoice options = Now("2024-06-01");
  options.as_of.in_force = *ParseIsoDate("2020-05-05");
  EXPECT_EQ(LoadError(&stored, options), ErrorCode{});
  for (const char* day : {"2024-06-01", "2024-05-31", "2099-01-01"}) {
    options.as_of.in_force = *ParseIsoDate(day);
    EXPECT_EQ(LoadError(&stored, options), ErrorCode::kStaleList)
        << day << ": the list had not been confirmed for months";
  }
  options.as_of = {};
  options.as_of.known_at = At("2024-01-05");
  EXPECT_EQ(LoadError(&stored, options), ErrorCode{});
}

TEST(ResolvedLists, AConfirmationInTheFutureDoesNotKeepAListFreshForEver) {
  LoadedLists stored;
  stored.Add("2024-01-01", {RecordBuilder("a", "1").Named("A")}, At("2099-01-01"));
  EXPECT_EQ(LoadError(&stored, Now("2024-06-01")), ErrorCode::kStaleList);
}

TEST(ResolvedLists, APartyIsFoundByAnyOfItsRecordsAndByThePublishersOtherIds) {
  LoadedLists stored;
  stored.Add(
      "2024-01-01",
      {RecordBuilder("un_sc_sanctions", "QDi.001").Named("A").Naming("un_sc_sanctions", "6908555"),
       RecordBuilder("un_sc_sanctions", "QDi.002")
           .Named("B")
           .Naming("un_sc_sanctions", "QDi.001")});
  stored.Add("2024-01-01",
             {RecordBuilder("eu_fsf", "9").Named("A").Naming("un_sc_sanctions", "QDi.001")});
  const auto lists = stored.Load();
  const Party* party = lists->FindByRecord("eu_fsf:9");
  ASSERT_NE(party, nullptr);
  EXPECT_EQ(party->id, "un_sc_sanctions:QDi.001");
  EXPECT_EQ(lists->FindByRecord("un_sc_sanctions:6908555"), party);
  EXPECT_EQ(lists->FindByRecord("un_sc_sanctions:QDi.001"), party)
      << "an id of its own comes first";
  for (const char* key : {"un_sc_sanctions:1", "eu_fsf:QDi.001", "QDi.001", "", ":"}) {
    EXPECT_EQ(lists->FindByRecord(key), nullptr) << key;
  }
}

TEST(ResolvedLists, DecisionsByHandAreApplied) {
  LoadedLists stored;
  stored.Add("2024-01-01",
             {RecordBuilder("a", "1").Named("A"), RecordBuilder("a", "2").Named("B")});
  EXPECT_EQ(stored.Load()->parties().size(), 2U);
  ASSERT_TRUE(stored.store().Decide({"a:1", "a:2", true, "r", 0}).ok());
  EXPECT_EQ(stored.Load()->parties().size(), 1U);
}

}  // namespace
}  // namespace interdict
