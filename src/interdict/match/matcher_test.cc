#include "interdict/match/matcher.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "interdict/index/testing/indexed_names.h"
#include "interdict/match/testing/random_names.h"

namespace interdict {
namespace {

using testing::IndexedNames;
using testing::RandomNames;
using testing::RecordBuilder;
using testing::SharedAnalyzer;
using testing::SharedFolder;

constexpr Points kSure = 9800;

// An index and a matcher over it, in one life.
class Lists {
 public:
  explicit Lists(std::vector<Record> records) : names_(std::move(records)) {}

  // Every match of any score; checks that both searches agree and that effects add up.
  std::vector<Match> Find(const Query& query, MatchOptions options = Everything()) {
    options.exhaustive = false;
    const auto indexed = matcher_.Find(query, options);
    options.exhaustive = true;
    const auto exhaustive = matcher_.Find(query, options);
    EXPECT_EQ(indexed.size(), exhaustive.size());
    for (size_t i = 0; i < std::min(indexed.size(), exhaustive.size()); ++i) {
      EXPECT_EQ(indexed[i].party, exhaustive[i].party);
      EXPECT_EQ(indexed[i].score, exhaustive[i].score);
      EXPECT_EQ(indexed[i].name, exhaustive[i].name);
      ExpectSums(indexed[i]);
    }
    return indexed;
  }
  // The match of a party; an empty one where there is none.
  Match Of(uint32_t party, const Query& query, const MatchOptions& options = Everything()) {
    for (const Match& match : Find(query, options)) {
      if (match.party == party) return match;
    }
    return {};
  }
  Points Score(const Query& query, const MatchOptions& options = Everything()) {
    return Of(0, query, options).score;
  }
  std::string_view NameOf(const Match& match) const {
    return match.name == kNoName ? "" : names_.parties().text(Row(match).text);
  }
  NameKind KindOf(const Match& match) const { return Row(match).kind; }
  std::string_view IdOf(const Match& match) const { return names_.parties()[match.party].id(); }
  uint32_t size() const { return names_.parties().size(); }

  static MatchOptions Everything() {
    MatchOptions options;
    options.cutoff = 1;
    options.limit = 1000;
    return options;
  }

 private:
  const index::NameRow& Row(const Match& match) const {
    return names_.parties().names()[match.name];
  }
  static void ExpectSums(const Match& match) {
    Points sum = 0;
    for (const Feature& feature : match.features) {
      sum += feature.effect;
      EXPECT_GE(feature.value, 0);
      EXPECT_LE(feature.value, 1);
      EXPECT_GE(sum, 0);
      EXPECT_LE(sum, kFullScore);
      EXPECT_FALSE(feature.detail.empty()) << feature.feature;
    }
    EXPECT_EQ(sum, match.score);
    EXPECT_EQ(match.name != kNoName,
              !match.features.empty() && match.features.front().feature == "name");
  }

  IndexedNames names_;
  Matcher matcher_{names_.parties(), names_.names(), SharedAnalyzer(), SharedFolder(),
                   DefaultScoreModel()};
};

Query Named(std::string name, std::optional<Schema> schema = std::nullopt) {
  Query query;
  query.names = {std::move(name)};
  query.schema = schema;
  return query;
}

Query Holding(Query query, IdScheme scheme, std::string value, std::string country = {}) {
  query.identifiers.push_back(MakeIdentifier(scheme, std::move(value), ""));
  query.identifiers.back().country = std::move(country);
  return query;
}

Query Born(Query query, std::string_view date) {
  query.birth_dates.push_back(*ParsePartialDate(date));
  return query;
}

const Feature* FeatureOf(const Match& match, std::string_view name) {
  for (const Feature& feature : match.features) {
    if (feature.feature == name) return &feature;
  }
  return nullptr;
}

TEST(Matcher, WithoutOtherDataTheScoreIsThatOfTheName) {
  Lists lists({RecordBuilder("a", "1").Named("Ana Maria Zomorri").Born("1970").Of("ve")});
  const Match match = lists.Of(0, Named("Ana Maria Zomorri"));
  EXPECT_EQ(match.score, kFullScore);
  ASSERT_EQ(match.features.size(), 1U);
  EXPECT_EQ(match.features[0].feature, "name");
  EXPECT_EQ(lists.NameOf(match), "Ana Maria Zomorri");
}

TEST(Matcher, WhatTheListDoesNotKnowChangesNothing) {
  Lists lists({RecordBuilder("a", "1").Named("Ana Zomorri Kanvas")});
  Query query = Born(Named("Ana Zomorri"), "1970-01-02");
  query = Holding(query, IdScheme::kPassport, "X12345");
  query = Holding(query, IdScheme::kImo, "9187629");
  query.countries = {"ve"};
  query.genders = {"male"};
  query.addresses = {"Avenida Libertador 12, Caracas"};
  EXPECT_EQ(lists.Score(query), lists.Score(Named("Ana Zomorri")));
  EXPECT_EQ(lists.Of(0, query).features.size(), 1U);
}

TEST(Matcher, WhatAgreesNeverLowersAndWhatDiffersNeverRaises) {
  Lists lists({RecordBuilder("a", "1")
                   .Named("Ana Zomorri Kanvas")
                   .Born("1970-01-02")
                   .Of("ve")
                   .With(AttributeKind::kGender, "Female")
                   .At("Avenida Libertador 12, Caracas")});
  const Points name = lists.Score(Named("Ana Zomorri"));
  const auto change = [&](auto set) {
    Query query = Named("Ana Zomorri");
    set(&query);
    return lists.Score(query) - name;
  };
  EXPECT_GT(change([](Query* q) { *q = Born(*q, "1970-01-02"); }), 0);
  EXPECT_GE(change([](Query* q) { *q = Born(*q, "1970"); }), 0);
  EXPECT_LT(change([](Query* q) { *q = Born(*q, "1970-03-04"); }), 0);
  EXPECT_LT(change([](Query* q) { *q = Born(*q, "1985"); }), 0);
  EXPECT_GT(change([](Query* q) { *q = Born(Born(*q, "1950"), "1970-01-02"); }), 0)
      << "of several dates the best counts";
  EXPECT_GT(change([](Query* q) { q->countries = {"ve"}; }), 0);
  EXPECT_GT(change([](Query* q) { q->countries = {"co", "ve"}; }), 0);
  EXPECT_LT(change([](Query* q) { q->countries = {"co"}; }), 0);
  EXPECT_GE(change([](Query* q) { q->genders = {"female"}; }), 0);
  EXPECT_LT(change([](Query* q) { q->genders = {"male"}; }), 0);
  EXPECT_GT(change([](Query* q) { q->addresses = {"Av. Libertador 12 Caracas"}; }), 0);
  EXPECT_EQ(change([](Query* q) { q->addresses = {"Main Street 1, Bogota"}; }), 0);
}

TEST(Matcher, EvidenceLiftsANameFromBelowTheCutoff) {
  Lists lists({RecordBuilder("a", "1").Named("Ana Zomorri Kanvas").Born("1970-01-02").Of("ve")});
  const Query bare = Named("Ana Zomorri");
  const Points name = lists.Score(bare);
  Query query = Born(bare, "1970-01-02");
  query.countries = {"ve"};
  MatchOptions options = Lists::Everything();
  options.cutoff = name + 1;
  EXPECT_TRUE(lists.Find(bare, options).empty());
  ASSERT_EQ(lists.Find(query, options).size(), 1U);
}

TEST(Matcher, WithoutNameOrIdentifierInCommonNothingElseMakesAHit) {
  Lists lists({RecordBuilder("a", "1").Named("Ana Zomorri").Born("1970-01-02").Of("ve")});
  Query query = Born(Named("Juan Perez"), "1970-01-02");
  query.countries = {"ve"};
  EXPECT_TRUE(lists.Find(query).empty());
}

TEST(Matcher, AStrongIdentifierIsCertainWhateverTheName) {
  Lists lists({RecordBuilder("a", "1", Schema::kVessel)
                   .Named("ESPERANZA")
                   .Holding(IdScheme::kImo, "9289166"),
               RecordBuilder("a", "2", Schema::kVessel).Named("ANOTHER ONE")});
  const Match match = lists.Of(0, Holding(Named("Another One"), IdScheme::kImo, "IMO 9289166"));
  EXPECT_EQ(match.score, kFullScore);
  EXPECT_NE(FeatureOf(match, "identifier")->detail.find("a:1"), std::string::npos);
  const Match without_name = lists.Of(0, Holding(Query(), IdScheme::kImo, "9289166"));
  EXPECT_EQ(without_name.score, kFullScore);
  EXPECT_EQ(without_name.name, kNoName);
}

TEST(Matcher, AMediumIdentifierIsCertainOnlyWithItsCountry) {
  Lists lists({RecordBuilder("a", "1")
                   .Named("Ana Zomorri")
                   .Holding(IdScheme::kPassport, "B0500324", "ve")});
  EXPECT_EQ(lists.Score(Holding(Query(), IdScheme::kPassport, "B0500324")), kSure);
  EXPECT_EQ(lists.Score(Holding(Query(), IdScheme::kPassport, "b-0500324", "ve")), kFullScore);
  EXPECT_EQ(lists.Score(Holding(Query(), IdScheme::kPassport, "B0500324", "co")), 0);
  EXPECT_EQ(lists.Score(Holding(Named("Ana Zomorri"), IdScheme::kPassport, "B0500324")), kFullScore)
      << "never lowers a better name";
}

TEST(Matcher, AnotherNumberThatAPartyKeepsForLifeContradicts) {
  Lists lists({RecordBuilder("a", "1", Schema::kVessel)
                   .Named("ESPERANZA")
                   .Holding(IdScheme::kImo, "9289166")});
  EXPECT_LT(lists.Score(Holding(Named("Esperanza"), IdScheme::kImo, "9187629")), kFullScore);
  EXPECT_EQ(lists.Score(Holding(Named("Esperanza"), IdScheme::kImo, "9289167")), kFullScore)
      << "a number that fails its check contradicts nothing";
}

TEST(Matcher, WeakAliasesCountAsTheirListSays) {
  const auto records = [] {
    return std::vector<Record>{RecordBuilder("us_ofac_sdn", "1")
                                   .Named("Ana Zomorri")
                                   .Named("El Halcon Negro", NameKind::kWeak)
                                   .Born("1970-01-02")};
  };
  Lists lists(records());
  const Query query = Named("El Halcon Negro", Schema::kPerson);
  const auto with = [](WeakAliasMode by_default, std::optional<WeakAliasMode> of_list) {
    MatchOptions options = Lists::Everything();
    options.weak_aliases.by_default = by_default;
    if (of_list) options.weak_aliases.by_source["us_ofac_sdn"] = *of_list;
    return options;
  };
  using enum WeakAliasMode;
  const Points full = lists.Score(query, with(kFull, {}));
  const Points confirm = lists.Score(query, with(kConfirm, {}));
  EXPECT_EQ(full, kFullScore);
  EXPECT_LT(confirm, full);
  EXPECT_GT(confirm, 0);
  EXPECT_EQ(lists.Score(query, with(kOff, {})), 0);
  EXPECT_EQ(lists.Score(query, with(kOff, kFull)), full);
  EXPECT_EQ(lists.Score(query, with(kFull, kOff)), 0);
  EXPECT_EQ(lists.Score(query, with(kFull, kConfirm)), confirm);
  EXPECT_EQ(lists.Score(Named("Ana Zomorri"), with(kOff, {})), kFullScore);

  const Match alone = lists.Of(0, query);
  ASSERT_NE(FeatureOf(alone, "weak_alias"), nullptr);
  EXPECT_LT(FeatureOf(alone, "weak_alias")->effect, 0);
  EXPECT_EQ(lists.Score(Born(query, "1970-01-02")), kFullScore) << "confirmed";
  EXPECT_LT(lists.Score(Born(query, "1985")), confirm) << "a date that differs confirms nothing";
}

TEST(Matcher, AWeakAliasNeverLowersWhatABetterNameGives) {
  Lists without({RecordBuilder("a", "1").Named("Ana Maria Zomorri Kanvas")});
  Lists with({RecordBuilder("a", "1")
                  .Named("Ana Maria Zomorri Kanvas")
                  .Named("Ana Maria Zomorri", NameKind::kWeak)});
  for (const char* asked :
       {"Ana Maria Zomorri", "Ana Maria Zomorry", "Ana Zomorri", "Maria Zomorri Kanvas"}) {
    EXPECT_GE(with.Score(Named(asked)), without.Score(Named(asked))) << asked;
  }
}

TEST(Matcher, OfEqualNamesTheBetterKindIsShown) {
  Lists lists({RecordBuilder("a", "1")
                   .Named("Ana Zomorri", NameKind::kFormer)
                   .Named("ANA ZOMORRI", NameKind::kPrimary)
                   .Named("Zomorri Ana", NameKind::kWeak)});
  const Match match = lists.Of(0, Named("Ana Zomorri"));
  EXPECT_EQ(lists.KindOf(match), NameKind::kPrimary);
  EXPECT_EQ(match.score, kFullScore);
}

TEST(Matcher, AnyOfSeveralNamesMayMatch) {
  Lists lists(
      {RecordBuilder("a", "1").Named("Ana Zomorri").Named("Eva Kanvas", NameKind::kFormer)});
  Query query = Named("Nobody At All");
  query.names.push_back("Eva Kanvas");
  query.names.push_back("...");
  for (int i = 0; i < 3; ++i) {
    const Match match = lists.Of(0, query);
    EXPECT_EQ(match.score, kFullScore);
    EXPECT_EQ(match.features[0].detail, "eva=eva, kanvas=kanvas");
    std::rotate(query.names.begin(), query.names.begin() + 1, query.names.end());
  }
}

TEST(Matcher, OnlyTheKindsThatTheQueryReachesMatch) {
  Lists lists({RecordBuilder("a", "1").Named("Zomorri Kanvas"),
               RecordBuilder("a", "2", Schema::kCompany).Named("Zomorri Kanvas"),
               RecordBuilder("a", "3", Schema::kVessel).Named("Zomorri Kanvas"),
               RecordBuilder("a", "4", Schema::kLegalEntity).Named("Zomorri Kanvas")});
  struct Case {
    std::optional<Schema> asked;
    std::vector<std::string> ids;
  };
  const Case kCases[] = {{std::nullopt, {"a:1", "a:2", "a:3", "a:4"}},
                         {Schema::kPerson, {"a:1", "a:4"}},
                         {Schema::kCompany, {"a:2", "a:4"}},
                         {Schema::kVessel, {"a:3"}}};
  for (const Case& c : kCases) {
    std::vector<std::string> ids;
    for (const Match& match : lists.Find(Named("Zomorri Kanvas", c.asked)))
      ids.emplace_back(lists.IdOf(match));
    std::sort(ids.begin(), ids.end());
    EXPECT_EQ(ids, c.ids);
  }
}

// "Negro" is a word of a company's name, "General" a title: the query may not say who is asked for.
TEST(Matcher, TheSameTextIsFoundWhateverKindOfPartyIsAsked) {
  const char* kNames[] = {"El Halcon Negro",     "Nicolas Maduro Moros", "Bank Zomorri",
                          "General Zomorri",     "Zomorri Trading LLC",  "Abdurrahman Zomorri",
                          "Zomorri Iran Air 44", "Sheikh North Star"};
  for (const char* name : kNames) {
    Lists lists({RecordBuilder("a", "1").Named(name),
                 RecordBuilder("a", "2", Schema::kCompany).Named(name),
                 RecordBuilder("a", "3", Schema::kLegalEntity).Named(name)});
    for (uint32_t party = 0; party < 3; ++party)
      EXPECT_GE(lists.Of(party, Named(name)).score, 9000) << name << " " << party;
  }
}

TEST(Matcher, MatchesComeByFallingScoreThenByIdAndTheLimitKeepsTheBest) {
  std::vector<Record> records;
  for (int i = 0; i < 30; ++i) {
    const char* name = i % 3 == 0 ? "Ana Zomorri" : i % 3 == 1 ? "Ana Zomorry" : "Ana Zomorri Roe";
    records.push_back(RecordBuilder("a", std::to_string(i)).Named(name));
  }
  Lists lists(records);
  const auto all = lists.Find(Named("Ana Zomorri"));
  ASSERT_EQ(all.size(), 30U);
  for (size_t i = 1; i < all.size(); ++i) {
    EXPECT_GE(all[i - 1].score, all[i].score);
    const bool in_order =
        all[i - 1].score > all[i].score || lists.IdOf(all[i - 1]) < lists.IdOf(all[i]);
    EXPECT_TRUE(in_order) << i;
  }
  for (size_t limit : {0U, 1U, 7U, 30U, 31U}) {
    MatchOptions options = Lists::Everything();
    options.limit = limit;
    const auto some = lists.Find(Named("Ana Zomorri"), options);
    ASSERT_EQ(some.size(), std::min<size_t>(limit, 30));
    for (size_t i = 0; i < some.size(); ++i) EXPECT_EQ(some[i].party, all[i].party);
  }
}

TEST(Matcher, AScoreEqualToTheCutoffIsAMatch) {
  Lists lists({RecordBuilder("a", "1").Named("Ana Zomorri Kanvas")});
  MatchOptions options = Lists::Everything();
  options.cutoff = lists.Score(Named("Ana Zomorri"));
  EXPECT_EQ(lists.Find(Named("Ana Zomorri"), options).size(), 1U);
  ++options.cutoff;
  EXPECT_TRUE(lists.Find(Named("Ana Zomorri"), options).empty());
  options.cutoff = 0;
  EXPECT_TRUE(lists.Find(Named("Juan Perez"), options).empty())
      << "nothing in common is no match at any cutoff";
}

TEST(Matcher, NamesOfAllRecordsOfAPartyMatchIt) {
  Lists lists({RecordBuilder("us_ofac_sdn", "1").Named("Ana Zomorri"),
               RecordBuilder("eu_fsf", "2").Named("Eva Kanvas").Naming("us_ofac_sdn", "1")});
  ASSERT_EQ(lists.size(), 1U);
  EXPECT_EQ(lists.Score(Named("Ana Zomorri")), kFullScore);
  EXPECT_EQ(lists.Score(Named("Eva Kanvas")), kFullScore);
}

// Names, facts and aliases at random: Find checks sums and that both searches agree.
TEST(Matcher, BothSearchesAgreeForAnyQuery) {
  RandomNames random(41);
  const std::vector<std::string> dates = {"1970", "1970-01-02", "circa 1971", "1950/1960"};
  const std::vector<std::string> numbers = {"9187629", "9289166", "1234567", "B0500324"};
  const std::vector<IdScheme> schemes = {IdScheme::kImo, IdScheme::kPassport, IdScheme::kCallSign,
                                         IdScheme::kLei};
  const std::vector<Schema> schemas = {Schema::kPerson, Schema::kCompany, Schema::kVessel,
                                       Schema::kLegalEntity};
  std::vector<Record> records;
  std::vector<std::string> names;
  for (int i = 0; i < 60; ++i) {
    RecordBuilder record(random.OneIn(2) ? "a" : "b", std::to_string(i), random.Pick(schemas));
    for (size_t n = 1 + random.Below(3); n > 0; --n) {
      names.push_back(names.empty() || random.OneIn(2) ? random.Name()
                                                       : random.Change(random.Pick(names)));
      record.Named(names.back(), static_cast<NameKind>(random.Below(6)));
    }
    if (random.OneIn(2)) record.Born(random.Pick(dates));
    if (random.OneIn(3)) record.Holding(random.Pick(schemes), random.Pick(numbers), "ve");
    if (random.OneIn(2)) record.Of(random.OneIn(2) ? "ve" : "co");
    if (random.OneIn(3)) record.With(AttributeKind::kGender, random.OneIn(2) ? "male" : "female");
    if (random.OneIn(3)) record.At("Avenida Libertador 12");
    records.push_back(record);
  }
  Lists lists(records);
  for (int round = 0; round < 400; ++round) {
    Query query = Named(random.OneIn(2) ? random.Pick(names) : random.Change(random.Pick(names)));
    if (random.OneIn(4)) query.names.push_back(random.Name());
    if (random.OneIn(2)) query.schema = random.Pick(schemas);
    if (random.OneIn(2)) query = Born(query, random.Pick(dates));
    if (random.OneIn(3)) query = Holding(query, random.Pick(schemes), random.Pick(numbers), "ve");
    if (random.OneIn(2)) query.countries = {random.OneIn(2) ? "ve" : "co"};
    if (random.OneIn(3)) query.genders = {"male"};
    if (random.OneIn(3)) query.addresses = {"Libertador"};
    MatchOptions options;
    options.cutoff = static_cast<Points>(random.Below(10)) * 1000;
    options.limit = 1 + random.Below(20);
    options.weak_aliases.by_default = static_cast<WeakAliasMode>(random.Below(3));
    if (random.OneIn(3))
      options.weak_aliases.by_source["a"] = static_cast<WeakAliasMode>(random.Below(3));
    lists.Find(query, options);
    ASSERT_FALSE(::testing::Test::HasFailure()) << "round " << round << " " << query.names[0];
  }
}

}  // namespace
}  // namespace interdict
