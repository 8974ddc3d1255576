#include "interdict/documents/events/events.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "interdict/documents/events/day_range.h"
#include "interdict/documents/testing/scan_builder.h"

namespace interdict::documents {
namespace {

using testing::ClassRole;
using testing::PartyRole;
using testing::ScanBuilder;
using Type = MeasureType;
using Status = MeasureStatus;

// A statement, as short as a test can say it. Targets: "*words" is a class.
struct Said {
  Type type = Type::kSanctions;
  std::string actor, target;
  Status status = Status::kInForce;
  std::string date = {};
  std::string trigger = "measure";
  std::string words = {};  // of the evidence; made up where empty
  std::string source = {};
  bool presupposed = false;
  std::string list = {};
};

// "us:Treasury" is an agency of a state; "Ana Roe" a person; "@x:1 Ana Roe" a listed one.
Party MakeParty(std::string name) {
  if (name.size() > 3 && name[2] == ':') {
    return {.name = name.substr(3), .kind = PartyKind::kGovernment, .country = name.substr(0, 2)};
  }
  if (name.starts_with("@")) {
    const size_t space = name.find(' ');
    return {.name = name.substr(space + 1),
            .kind = PartyKind::kPerson,
            .entity = name.substr(1, space - 1),
            .listed = "2017-07-31"};
  }
  return {.name = name, .kind = PartyKind::kPerson};
}

Role MakeRole(const std::string& name, ScanBuilder* builder) {
  if (name.starts_with("*")) return ClassRole(name.substr(1));
  const Party party = MakeParty(name);
  std::vector<Party>& known = builder->scan().parties;
  for (uint32_t i = 0; i < known.size(); ++i) {
    if (known[i].name == party.name) return PartyRole(i);
  }
  return PartyRole(builder->AddParty(party));
}

std::string Sentence(const Said& said, size_t i) {
  return (said.words.empty() ? "Sentence " + std::to_string(i) + " of it says" : said.words) + " " +
         said.trigger + ".";
}

Scan MakeScan(const std::string& file, const std::string& published,
              const std::vector<Said>& statements) {
  std::string text;
  for (size_t i = 0; i < statements.size(); ++i) text += Sentence(statements[i], i) + "\n";
  ScanBuilder builder(file, text);
  if (!published.empty()) builder.Published(published);
  for (size_t i = 0; i < statements.size(); ++i) {
    const Said& said = statements[i];
    Measure& measure = builder.AddMeasure(said.type, Sentence(said, i), said.trigger);
    measure.status = said.status;
    if (!said.actor.empty()) measure.actors = {MakeRole(said.actor, &builder)};
    if (!said.target.empty()) measure.targets = {MakeRole(said.target, &builder)};
    measure.date.value = said.date;
    measure.presupposed = said.presupposed;
    measure.list = said.list;
    measure.attribution.source = said.source;
    if (!said.source.empty()) measure.attribution.kind = SourceKind::kNamedOfficial;
  }
  return builder.Take();
}

// The events of the measures of one document, numbered in the order of first use: "0 1 0".
std::string Groups(const std::string& published, const std::vector<Said>& statements) {
  Scan scan = MakeScan("a.txt", published, statements);
  AssignEvents(&scan);
  std::vector<std::string> ids;
  std::string groups;
  for (const Measure& measure : scan.measures) {
    EXPECT_TRUE(measure.event.starts_with("ev-")) << measure.event;
    const auto known = std::find(ids.begin(), ids.end(), measure.event);
    groups += (groups.empty() ? "" : " ") + std::to_string(known - ids.begin());
    if (known == ids.end()) ids.push_back(measure.event);
  }
  return groups;
}

std::vector<Event> Merge(const std::vector<Scan>& scans) {
  std::vector<const Scan*> pointers;
  for (const Scan& scan : scans) pointers.push_back(&scan);
  return MergeEvents(pointers);
}

TEST(Events, DesignationSanctionsAndFreezeOfOnePartyAreOneEvent) {
  EXPECT_EQ(Groups("2024-01-01", {{Type::kDesignation, "us:Treasury", "Ana Roe"},
                                  {Type::kSanctions, "us:White House", "Ana Roe"},
                                  {Type::kAssetFreeze, "us:Treasury", "Ana Roe"},
                                  {Type::kIndictment, "us:Justice", "Ana Roe"},
                                  {Type::kDesignation, "us:Treasury", "Bob Poe"}}),
            "0 0 0 1 2");
}

TEST(Events, AStateAndItsAgenciesAreOneActorAnotherStateIsNot) {
  EXPECT_EQ(Groups("2024-01-01", {{Type::kSanctions, "us:Treasury", "Ana Roe"},
                                  {Type::kSanctions, "*European and U.S. officials", "Ana Roe"},
                                  {Type::kSanctions, "", "Ana Roe"},
                                  {Type::kSanctions, "gb:HM Treasury", "Ana Roe"}}),
            "0 0 0 1");
}

TEST(Events, ClassesInWordsAreOneWhenTheySayTheSame) {
  EXPECT_EQ(Groups("2024-01-01", {{Type::kVesselInterception, "us:Coast Guard", "*two oil tankers"},
                                  {Type::kVesselInterception, "us:Coast Guard", "*the tankers"},
                                  {Type::kVesselInterception, "us:Coast Guard", "*fishing nets"}}),
            "0 0 1");
}

TEST(Events, AWordOfANameIsTheNameWithinOneText) {
  const Said named{Type::kDesignation, "us:State", "Cartel of Roe"};
  const Said word{Type::kDesignation, "us:State", "*the cartel"};
  EXPECT_EQ(Groups("2024-01-01", {word, named}), "0 0");
  std::vector<Scan> one;
  one.push_back(MakeScan("a.txt", "2024-01-01", {word, named}));
  EXPECT_EQ(Merge(one)[0].targets, std::vector<std::string>{"Cartel of Roe"});
  std::vector<Scan> scans;
  scans.push_back(MakeScan("a.txt", "2024-01-01", {word}));
  scans.push_back(MakeScan("b.txt", "2024-01-01", {named}));
  EXPECT_EQ(Merge(scans).size(), 2u);
}

TEST(Events, WhatTwoTextsWeighIsOnePlanOnlyIfTheyAreOfOneTime) {
  const auto events = [](const std::string& a, const std::string& b) {
    const Said weighed{Type::kSanctions, "us:State", "Ana Roe", Status::kConsidered};
    std::vector<Scan> scans;
    scans.push_back(MakeScan("a.txt", a, {weighed}));
    scans.push_back(MakeScan("b.txt", b, {weighed}));
    return Merge(scans).size();
  };
  EXPECT_EQ(events("2019-02-01", "2019-03-01"), 1u);
  EXPECT_EQ(events("2019-02-01", "2025-03-01"), 2u);
  EXPECT_EQ(events("2019-02-01", ""), 2u);
}

TEST(Events, DatesThatContradictAreTwoEvents) {
  EXPECT_EQ(Groups("2024-01-01",
                   {{Type::kDesignation, "us:Treasury", "Ana Roe", Status::kInForce, "2019-02-15"},
                    {Type::kDesignation, "us:Treasury", "Ana Roe", Status::kInForce, "2019-02"},
                    {Type::kDesignation, "us:Treasury", "Ana Roe", Status::kInForce, "2019-02-17"},
                    {Type::kDesignation, "us:Treasury", "Ana Roe", Status::kInForce, "2023"}}),
            "0 0 0 1");
}

TEST(Events, WhatIsAnnouncedTodayIsNotWhatWasDoneLastJuly) {
  const std::vector<Said> said = {
      {Type::kDesignation, "us:State", "Ana Roe", Status::kAnnounced},
      {Type::kDesignation, "us:State", "Ana Roe", Status::kAnnounced},
      {Type::kDesignation, "us:Treasury", "Ana Roe", Status::kInForce, "2025-07"}};
  EXPECT_EQ(Groups("2025-11-20", said), "0 0 1");
  EXPECT_EQ(Groups("", said), "0 0 1");
}

TEST(Events, ADateInWordsThatNobodyCanComputeIsADateStill) {
  Said july{Type::kDesignation, "us:Treasury", "Ana Roe"};
  july.trigger = "sanctioned her in July";
  Scan scan = MakeScan("a.txt", "",
                       {{Type::kDesignation, "us:State", "Ana Roe", Status::kAnnounced}, july});
  const uint32_t end = scan.measures[1].trigger.end;
  scan.measures[1].date.expression = {end - 7, end};
  AssignEvents(&scan);
  EXPECT_NE(scan.measures[0].event, scan.measures[1].event);
  scan.measures[1].date.expression = {};
  AssignEvents(&scan);
  EXPECT_EQ(scan.measures[0].event, scan.measures[1].event);
}

TEST(Events, NewSanctionsWeighedAreNotThoseInForce) {
  EXPECT_EQ(
      Groups("2019-02-08", {{Type::kSanctions, "us:White House", "Ana Roe", Status::kConsidered},
                            {Type::kSanctions, "us:White House", "Ana Roe"},
                            {Type::kSanctions, "us:White House", "Ana Roe", Status::kConsidered}}),
      "0 1 0");
}

TEST(Events, ARestrictionThatTheTextCallsSanctionsIsOfThem) {
  EXPECT_EQ(Groups("2019-02-08", {{Type::kSanctions, "us:White House", "Roe Oil"},
                                  {Type::kFinancialRestriction, "us:White House", "Roe Oil",
                                   Status::kInForce, "", "restrictions"},
                                  {Type::kTradeRestriction, "us:White House", "Roe Oil",
                                   Status::kInForce, "", "oil sanctions"},
                                  {Type::kTradeRestriction, "us:White House", "Roe Oil",
                                   Status::kInForce, "2019-04/..", "embargo"}}),
            "0 1 0 2");
}

TEST(Events, DifferentListsAreDifferentDesignations) {
  Said sdgt{Type::kDesignation, "us:Treasury", "Ana Roe"};
  Said fto = sdgt, unnamed = sdgt;
  sdgt.list = "Specially Designated Global Terrorist";
  fto.list = "Foreign Terrorist Organization";
  EXPECT_EQ(Groups("2025-11-20", {sdgt, fto, sdgt}), "0 1 0");
  EXPECT_EQ(Groups("2025-11-20", {fto, unnamed}), "0 0");
}

TEST(Events, InstitutionsOfTheUnionAreOneActorALegislatureIsAnotherThanItsGovernment) {
  EXPECT_EQ(Groups("2024-01-01",
                   {{Type::kDesignation, "Council of the European Union", "Ana Roe"},
                    {Type::kDesignation, "European Commission", "Ana Roe"},
                    {Type::kRelief, "us:White House", "Bob Poe", Status::kConsidered},
                    {Type::kRelief, "us:United States Congress", "Bob Poe", Status::kConsidered}}),
            "0 0 1 2");
}

TEST(Events, AnAuthorityInWordsIsNotAnyAuthority) {
  EXPECT_EQ(
      Groups("2024-01-01", {{Type::kVesselInterception, "fr:French Navy", "*suspicious tankers"},
                            {Type::kVesselInterception, "*the authorities", "*suspicious tankers"},
                            {Type::kVesselInterception, "*coastal states", "*suspicious tankers"}}),
      "0 0 1");
}

TEST(Events, ThePersonsListedAreThoseSpokenOfLast) {
  EXPECT_EQ(Groups("2024-07-15",
                   {{Type::kDesignation, "European Union", "Ana Roe"},
                    {Type::kDesignation, "European Union", "Bob Poe", Status::kInForce, "2020"},
                    {Type::kAssetFreeze, "European Union", "*the persons concerned"},
                    {Type::kTravelBan, "European Union", "*those listed"}}),
            "0 1 1 1");
}

TEST(Events, AListingByTheUnionBringsATravelBanOneByTheUnitedStatesDoesNot) {
  EXPECT_EQ(Groups("2024-07-15",
                   {{Type::kDesignation, "European Union", "*ten individuals and two entities"},
                    {Type::kTravelBan, "European Union", "*ten individuals"},
                    {Type::kFinancialRestriction, "European Union", "*two entities",
                     Status::kInForce, "", "making funds available"},
                    {Type::kDesignation, "us:Treasury", "Ana Roe"},
                    {Type::kTravelBan, "us:State", "Ana Roe"}}),
            "0 0 0 1 2");
}

TEST(Events, ListingsOfOneDayInOneTextAreOneAction) {
  EXPECT_EQ(Groups("2025-06-18",
                   {{Type::kDesignation, "us:Treasury", "Ana Roe", Status::kInForce, "2025-06-18"},
                    {Type::kAssetFreeze, "us:OFAC", "Bob Poe", Status::kInForce, "2025-06-18"},
                    {Type::kDesignation, "us:OFAC", "*two ships"},
                    {Type::kSanctions, "us:White House", "*the oil trade"},
                    {Type::kDesignation, "gb:FCDO", "Cy Doe", Status::kInForce, "2025-06-18"}}),
            "0 0 0 1 2");
  // Of an old action a text does not go on to tell without saying so.
  EXPECT_EQ(Groups("2025-06-18",
                   {{Type::kDesignation, "us:Treasury", "Ana Roe", Status::kInForce, "2019-06-18"},
                    {Type::kDesignation, "us:OFAC", "*two ships"}}),
            "0 1");
}

TEST(Events, UntilWhenIsNotWhen) {
  EXPECT_EQ(
      Groups("2024-07-15",
             {{Type::kSanctions, "European Union", "Roe", Status::kInForce, "2020-10/.."},
              {Type::kSanctions, "European Union", "Roe", Status::kInForce, "../2025-02-28"}}),
      "0 0");
}

TEST(Events, CutTiesAreAPairOfStatesWhoeverCutThem) {
  EXPECT_EQ(Groups("2019-02-08",
                   {{Type::kSeveredRelations, "ve:Government of Venezuela", "us:United States"},
                    {Type::kSeveredRelations, "us:United States", "ve:Government of Venezuela"},
                    {Type::kSeveredRelations, "us:United States", "ir:Government of Iran"}}),
            "0 0 1");
}

TEST(Events, AStatementWithoutATargetJoinsTheOnlyEventItCanBeOf) {
  const Said roe{Type::kTariff, "us:White House", "cn:China"};
  const Said unnamed{Type::kTariff, "us:White House", ""};
  EXPECT_EQ(Groups("2024-01-01", {roe, unnamed}), "0 0");
  EXPECT_EQ(Groups("2024-01-01", {roe, {Type::kTariff, "us:White House", "mx:Mexico"}, unnamed}),
            "0 1 2");
}

TEST(Events, TheMinisterAndTheGovernmentNamedAfterHimAreOneTargetOfWhatIsToCome) {
  ScanBuilder builder("a.txt",
                      "US mulls sanctions on Roe.\nUS weighs sanctions on Roe regime.\n"
                      "US sanctions on Roe.\nUS sanctions on the regime.\n");
  const uint32_t roe = builder.AddParty({.name = "Ana Roe", .kind = PartyKind::kPerson});
  const uint32_t regime = builder.AddParty(
      {.name = "Government of Freedonia", .kind = PartyKind::kGovernment, .country = "ve"});
  builder.MentionAll("Roe regime", regime);
  builder.scan().mentions.push_back({.span = builder.Find("Roe regime"), .party = roe});
  builder.scan().mentions.back().nested_in = 0;
  const auto add = [&](std::string_view evidence, uint32_t target, Status status) {
    Measure& measure = builder.AddMeasure(Type::kSanctions, evidence, "sanctions");
    measure.targets = {PartyRole(target)};
    measure.status = status;
  };
  add("US mulls sanctions on Roe.", roe, Status::kConsidered);
  add("US weighs sanctions on Roe regime.", regime, Status::kConsidered);
  add("US sanctions on Roe.", roe, Status::kInForce);
  add("US sanctions on the regime.", regime, Status::kInForce);
  Scan scan = builder.Take();
  AssignEvents(&scan);
  EXPECT_EQ(scan.measures[0].event, scan.measures[1].event);
  EXPECT_NE(scan.measures[2].event, scan.measures[0].event);
  EXPECT_NE(scan.measures[2].event, scan.measures[3].event);
}

TEST(Events, AnAnnouncementAndTheDeedThatFollowsItAreOneEventWithAHistory) {
  std::vector<Scan> scans;
  scans.push_back(MakeScan("b.txt", "2025-11-30", {{Type::kDesignation, "us:State", "Ana Roe"}}));
  scans.push_back(
      MakeScan("a.txt", "2025-11-17",
               {{Type::kDesignation, "us:State", "Ana Roe", Status::kAnnounced, "2025-11-16"}}));
  scans.push_back(MakeScan("c.txt", "2027-11-30",
                           {{Type::kDesignation, "us:State", "Ana Roe", Status::kAnnounced}}));
  const auto events = Merge(scans);
  ASSERT_EQ(events.size(), 2u);
  EXPECT_EQ(events[0].date, "2025-11-16");
  EXPECT_EQ(events[0].status, Status::kInForce);
  ASSERT_EQ(events[0].statements.size(), 2u);
  EXPECT_EQ(events[0].statements[0].place, (StatementPlace{1, 0}));
  EXPECT_EQ(events[0].history, (std::vector<uint32_t>{0, 1}));
  EXPECT_TRUE(events[1].date.empty());
}

TEST(Events, AnAssertionAndADenialByAnotherSourceConflict) {
  Said denied{Type::kSanctions, "us:Treasury", "Ana Roe", Status::kDenied};
  denied.source = "Ana Roe";
  const Said imposed{Type::kSanctions, "us:Treasury", "Ana Roe"};
  std::vector<Scan> scans;
  scans.push_back(MakeScan("a.txt", "2024-01-01", {imposed, denied}));
  auto events = Merge(scans);
  ASSERT_EQ(events.size(), 1u);
  EXPECT_TRUE(events[0].conflicting);
  EXPECT_EQ(events[0].status, Status::kInForce);  // the one denying is not the one who knows

  scans.clear();
  scans.push_back(MakeScan("a.txt", "2024-01-01", {imposed, imposed}));
  EXPECT_FALSE(Merge(scans)[0].conflicting);
}

TEST(Events, ReliefEndsWhatBeganBeforeItAndHitsTheSameParty) {
  std::vector<Scan> scans;
  scans.push_back(
      MakeScan("a.txt", "2025-12-15",
               {{Type::kDesignation, "us:Treasury", "Ana Roe", Status::kInForce, "2017-07-26"},
                {Type::kRelief, "us:Treasury", "Ana Roe", Status::kInForce, "2022-06"},
                {Type::kDesignation, "us:Treasury", "Ana Roe", Status::kInForce, "2025-12-11"},
                {Type::kDesignation, "us:Treasury", "Bob Poe", Status::kInForce, "2018"},
                {Type::kRelief, "us:Treasury", "Bob Poe", Status::kOffered, "2022-06"},
                {Type::kTariff, "us:Treasury", "Ana Roe", Status::kInForce, "2018"}}));
  const auto events = Merge(scans);
  ASSERT_EQ(events.size(), 6u);
  EXPECT_EQ(events[0].date, "2017-07-26");
  const auto relief = std::find_if(events.begin(), events.end(),
                                   [](const Event& e) { return !e.relieves.empty(); });
  ASSERT_NE(relief, events.end());
  EXPECT_EQ(relief->relieves, std::vector<uint32_t>{0});
  EXPECT_EQ(events[0].relieved_by,
            std::vector<uint32_t>{static_cast<uint32_t>(relief - events.begin())});
  for (size_t i = 1; i < events.size(); ++i) EXPECT_TRUE(events[i].relieved_by.empty()) << i;
}

TEST(Events, ReliefOfATypeThatItNamesEndsThatTypeOnly) {
  std::vector<Scan> scans;
  scans.push_back(MakeScan("a.txt", "2025-12-15",
                           {{Type::kTravelBan, "us:State", "Ana Roe"},
                            {Type::kDesignation, "us:State", "Ana Roe"},
                            {Type::kRelief, "us:State", "Ana Roe", Status::kInForce, "2025-12-14",
                             "lifted the travel ban"}}));
  for (const Event& event : Merge(scans)) {
    EXPECT_EQ(event.relieved_by.empty(), event.type != Type::kTravelBan);
  }
}

constexpr std::string_view kWire =
    "The Treasury Department on Thursday froze the assets of Ana Roe, accusing her of moving crude "
    "oil in defiance of an earlier order";

TEST(Events, AWireReportCountsOnceWithAllWhoPrintIt) {
  Said first{Type::kAssetFreeze, "us:Treasury", "Ana Roe"};
  first.words = std::string(kWire) + ", officials said";
  Said copy = first;
  copy.words = std::string(kWire) + ", officials told reporters";
  std::vector<Scan> scans;
  scans.push_back(MakeScan("b.txt", "2024-01-02", {copy}));
  scans.push_back(MakeScan("a.txt", "2024-01-01", {first, first}));
  scans.push_back(MakeScan("c.txt", "2024-01-03", {{Type::kAssetFreeze, "", "Ana Roe"}}));
  const auto events = Merge(scans);
  ASSERT_EQ(events.size(), 1u);
  ASSERT_EQ(events[0].statements.size(), 3u);
  EXPECT_EQ(events[0].statements[0].place, (StatementPlace{1, 0}));
  EXPECT_EQ(events[0].statements[0].copies, (std::vector<StatementPlace>{{0, 0}}));
  EXPECT_TRUE(events[0].statements[1].copies.empty());  // the same document says it again
  EXPECT_EQ(events[0].statements[2].place.scan, 2u);
}

TEST(Events, TheSameScansInAnyOrderGiveTheSameEvents) {
  const auto make = [](const std::vector<int>& order) {
    std::vector<Scan> scans;
    for (int i : order) {
      const std::string n = std::to_string(i);
      scans.push_back(
          MakeScan("f" + n, i % 3 == 0 ? "" : "2024-0" + std::to_string(i + 1) + "-01",
                   {{Type::kDesignation, "us:Treasury", "Ana Roe",
                     i % 2 ? Status::kInForce : Status::kAnnounced},
                    {Type::kSanctions, "us:Treasury", "*oil tankers of " + n},
                    {Type::kTariff, "", "", Status::kConsidered, "", "tariff", "Words " + n}}));
    }
    std::string all;
    for (const Event& event : Merge(scans)) {
      all += event.id + " " + event.date;
      for (const Statement& statement : event.statements) {
        all += " " + scans[statement.place.scan].document.file;
      }
      all += "\n";
    }
    return all;
  };
  const std::string expected = make({0, 1, 2, 3, 4, 5});
  EXPECT_EQ(make({5, 4, 3, 2, 1, 0}), expected);
  EXPECT_EQ(make({3, 0, 5, 1, 4, 2}), expected);
}

TEST(Events, ADesignationOfAPartyOnNoListSaysSo) {
  std::vector<Scan> scans;
  scans.push_back(MakeScan("a.txt", "2024-01-01",
                           {{Type::kDesignation, "us:Treasury", "Bob Poe"},
                            {Type::kDesignation, "us:Treasury", "@x:1 Ana Roe"},
                            {Type::kDesignation, "us:Treasury", "ir:Ministry of Roe"},
                            {Type::kDesignation, "us:Treasury", "Cy Doe", Status::kConsidered}}));
  for (const Event& event : Merge(scans)) {
    EXPECT_EQ(event.announced_not_listed, event.targets[0] == "Bob Poe") << event.targets[0];
    EXPECT_EQ(event.listed, event.targets[0] == "Ana Roe" ? "2017-07-31" : "");
  }
  AssignEvents(&scans[0]);
  for (const Party& party : scans[0].parties) {
    EXPECT_EQ(party.announced_unlisted, party.name == "Bob Poe") << party.name;
  }
}

TEST(Events, EventsStandInOrderOfTheirDatesThoseWithoutAtTheEnd) {
  std::vector<Scan> scans;
  scans.push_back(MakeScan("a.txt", "2024-01-01",
                           {{Type::kTariff, "", "cn:China"},
                            {Type::kReward, "", "Ana Roe", Status::kInForce, "2020"},
                            {Type::kReward, "", "Bob Poe", Status::kInForce, "2019-04/.."}}));
  const auto events = Merge(scans);
  ASSERT_EQ(events.size(), 3u);
  EXPECT_EQ(events[0].date, "2019-04/..");
  EXPECT_EQ(events[1].date, "2020");
  EXPECT_EQ(events[2].date, "");
}

TEST(Events, NoScansAndNoMeasuresGiveNoEvents) {
  EXPECT_TRUE(MergeEvents({}).empty());
  std::vector<Scan> scans;
  scans.push_back(MakeScan("a.txt", "", {}));
  EXPECT_TRUE(Merge(scans).empty());
}

}  // namespace
}  // namespace interdict::documents
