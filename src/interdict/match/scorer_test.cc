#include "interdict/match/scorer.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "interdict/entity/testing/record_builder.h"

namespace interdict {
namespace {

using testing::RecordBuilder;

const text::Folder& SharedFolder() {
  static const auto* const kFolder = new Result<text::Folder>(text::Folder::Create());
  return **kFolder;
}

// Records, their parties and the table, in one life.
class Lists {
 public:
  explicit Lists(std::vector<Record> records)
      : records_(std::move(records)),
        parties_(ResolveParties(records_, {}, SharedFolder())),
        table_(records_, parties_, SharedFolder()) {}

  Match Score(const Query& query, uint32_t party = 0) {
    const Scorer scorer(query, table_, SharedFolder(), &memo_);
    Match match = scorer.Score(party, /*explain=*/true);
    ExpectSums(match);
    EXPECT_EQ(scorer.Score(party, /*explain=*/false).score, match.score);
    return match;
  }
  size_t size() const { return parties_.size(); }

 private:
  static void ExpectSums(const Match& match) {
    Points sum = 0;
    for (const Feature& feature : match.features) {
      sum += feature.effect;
      EXPECT_GE(feature.value, 0);
      EXPECT_LE(feature.value, 1 + 1e-9);
      EXPECT_GE(sum, 0);
      EXPECT_LE(sum, kFullScore);
    }
    EXPECT_EQ(sum, match.score);
  }

  std::vector<Record> records_;
  std::vector<Party> parties_;
  PartyTable table_;
  NameScorer::Memo memo_;
};

Query Named(std::string name) {
  Query query;
  query.names = {std::move(name)};
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

const Feature* FeatureOf(const Match& match, FeatureKind kind) {
  for (const Feature& feature : match.features) {
    if (feature.kind == kind) return &feature;
  }
  return nullptr;
}

Points EffectOf(const Match& match, FeatureKind kind) {
  const Feature* feature = FeatureOf(match, kind);
  return feature == nullptr ? 0 : feature->effect;
}

TEST(Scorer, PointsRoundAndStayWithinTheirBounds) {
  EXPECT_EQ(ToPoints(0.70), 7000);
  EXPECT_EQ(ToPoints(0.12345), 1235);
  EXPECT_EQ(ToPoints(-1), 0);
  EXPECT_EQ(ToPoints(2), kFullScore);
  EXPECT_DOUBLE_EQ(FromPoints(7000), 0.7);
}

TEST(Scorer, WithoutOtherDataTheScoreIsThatOfTheName) {
  Lists lists({RecordBuilder("a", "1").Named("Ana Maria Roe").Born("1970").Of("ve")});
  const Match match = lists.Score(Named("Ana Maria Roe"));
  EXPECT_EQ(match.score, kFullScore);
  ASSERT_EQ(match.features.size(), 1U);
  EXPECT_EQ(match.features[0].kind, FeatureKind::kName);
  EXPECT_EQ(match.name->name->text, "Ana Maria Roe");
}

TEST(Scorer, WhatTheListDoesNotKnowChangesNothing) {
  Lists bare({RecordBuilder("a", "1").Named("Ana Roe Perez")});
  Query query = Born(Named("Ana Roe"), "1970-01-02");
  query = Holding(query, IdScheme::kPassport, "X12345");
  query = Holding(query, IdScheme::kImo, "9187629");
  query.countries = {"ve"};
  query.genders = {"male"};
  query.addresses = {"Avenida Libertador 12, Caracas"};
  EXPECT_EQ(bare.Score(query).score, bare.Score(Named("Ana Roe")).score);
  EXPECT_EQ(bare.Score(query).features.size(), 1U);
}

TEST(Scorer, WhatAgreesRaisesAndWhatDiffersLowers) {
  Lists lists({RecordBuilder("a", "1")
                   .Named("Ana Roe Perez")
                   .Born("1970-01-02")
                   .Of("ve")
                   .With(AttributeKind::kGender, "Female")
                   .At("Avenida Libertador 12, Caracas")});
  const Points name = lists.Score(Named("Ana Roe")).score;
  const auto change = [&](auto set) {
    Query query = Named("Ana Roe");
    set(&query);
    return lists.Score(query).score - name;
  };
  EXPECT_EQ(change([](Query* q) { *q = Born(*q, "1970-01-02"); }), 500);
  EXPECT_EQ(change([](Query* q) { *q = Born(*q, "1970"); }), 200);
  EXPECT_EQ(change([](Query* q) { *q = Born(*q, "1970-03-04"); }), -1000);
  EXPECT_EQ(change([](Query* q) { *q = Born(*q, "1971"); }), -2000);
  EXPECT_EQ(change([](Query* q) { *q = Born(Born(*q, "1950"), "1970-01-02"); }), 500)
      << "of several dates the best counts";
  EXPECT_EQ(change([](Query* q) { q->countries = {"ve"}; }), 200);
  EXPECT_EQ(change([](Query* q) { q->countries = {"co", "ve"}; }), 200);
  EXPECT_EQ(change([](Query* q) { q->countries = {"co"}; }), -1000);
  EXPECT_EQ(change([](Query* q) { q->genders = {"female"}; }), 0);
  EXPECT_EQ(change([](Query* q) { q->genders = {"male"}; }), -1500);
  EXPECT_EQ(change([](Query* q) { q->addresses = {"Av. Libertador 12 Caracas"}; }), 500);
  EXPECT_EQ(change([](Query* q) { q->addresses = {"Main Street 1, Bogota"}; }), 0);
}

TEST(Scorer, ApproximateDatesAgreeByYearAndNotByDay) {
  Lists lists({RecordBuilder("a", "1").Named("Ana Roe").Born("circa 1970-01-02")});
  Query query = Born(Named("Ana Row"), "1971-06-07");
  EXPECT_EQ(EffectOf(lists.Score(query), FeatureKind::kBirthDate), 200)
      << "within two years of an approximate day, but not that day";
  EXPECT_EQ(EffectOf(lists.Score(Born(Named("Ana Row"), "1970-01-02")), FeatureKind::kBirthDate),
            500);
  EXPECT_EQ(EffectOf(lists.Score(Born(Named("Ana Row"), "1975")), FeatureKind::kBirthDate), -2000);
}

TEST(Scorer, GendersThatTwoRecordsDisagreeOnContradictNothing) {
  Lists lists(
      {RecordBuilder("us_ofac_sdn", "1").Named("Ana Roe").With(AttributeKind::kGender, "female"),
       RecordBuilder("eu_fsf", "2")
           .Named("Ana Roe")
           .With(AttributeKind::kGender, "male")
           .Naming("us_ofac_sdn", "1")});
  ASSERT_EQ(lists.size(), 1U);
  for (const char* gender : {"male", "female"}) {
    Query query = Named("Ana Roe");
    query.genders = {gender};
    EXPECT_EQ(lists.Score(query).score, kFullScore) << gender;
  }
}

TEST(Scorer, AStrongIdentifierLiftsToOneWhateverTheName) {
  Lists lists({RecordBuilder("a", "1", Schema::kVessel)
                   .Named("ESPERANZA")
                   .Holding(IdScheme::kImo, "9289166")});
  const Match match = lists.Score(Holding(Named("Another Name"), IdScheme::kImo, "IMO 9289166"));
  EXPECT_EQ(match.score, kFullScore);
  EXPECT_NE(FeatureOf(match, FeatureKind::kIdentifier)->detail.find("a:1"), std::string::npos);
  const Match without_name = lists.Score(Holding(Query(), IdScheme::kImo, "9289166"));
  EXPECT_EQ(without_name.score, kFullScore);
  EXPECT_EQ(without_name.name, nullptr);
}

TEST(Scorer, AMediumIdentifierIsCertainOnlyWithItsCountry) {
  Lists lists(
      {RecordBuilder("a", "1").Named("Ana Roe").Holding(IdScheme::kPassport, "B0500324", "ve")});
  EXPECT_EQ(lists.Score(Holding(Query(), IdScheme::kPassport, "B0500324")).score, 9800);
  EXPECT_EQ(lists.Score(Holding(Query(), IdScheme::kPassport, "b-0500324", "ve")).score,
            kFullScore);
  EXPECT_EQ(lists.Score(Holding(Query(), IdScheme::kPassport, "B0500324", "co")).score, 0);
  EXPECT_EQ(lists.Score(Holding(Named("Ana Roe"), IdScheme::kPassport, "B0500324")).score,
            kFullScore)
      << "never lowers a better name";
}

TEST(Scorer, TheStrongestOfSeveralIdentifiersCounts) {
  Lists lists({RecordBuilder("a", "1", Schema::kCompany)
                   .Named("Acme")
                   .Holding(IdScheme::kRegistrationNumber, "1234567")
                   .Holding(IdScheme::kLei, "213800KUD8LAJWSQ9D15")});
  Query query = Holding(Query(), IdScheme::kRegistrationNumber, "1234567");
  EXPECT_EQ(lists.Score(query).score, 9800);
  EXPECT_EQ(lists.Score(Holding(query, IdScheme::kLei, "213800KUD8LAJWSQ9D15")).score, kFullScore);
}

TEST(Scorer, WhatACustomerCallsNationalIdOrTaxNumberFindsCedulasAndRifs) {
  Lists lists(
      {RecordBuilder("a", "1").Named("Ana Roe").Holding(IdScheme::kCedula, "5892464", "ve"),
       RecordBuilder("a", "2", Schema::kCompany)
           .Named("Acme")
           .Holding(IdScheme::kRif, "J-00095036-9"),
       RecordBuilder("a", "3").Named("Eva Roe").Holding(IdScheme::kNationalId, "V 1234567")});
  EXPECT_EQ(lists.Score(Holding(Query(), IdScheme::kNationalId, "V-5.892.464"), 0).score, 9800);
  EXPECT_EQ(lists.Score(Holding(Query(), IdScheme::kNationalId, "5892464", "ve"), 0).score,
            kFullScore);
  EXPECT_EQ(lists.Score(Holding(Query(), IdScheme::kTaxId, "J000950369"), 1).score, 9800);
  EXPECT_EQ(lists.Score(Holding(Query(), IdScheme::kCedula, "1234567"), 2).score, 9800);
  EXPECT_EQ(lists.Score(Holding(Query(), IdScheme::kNationalId, "V-1234567"), 2).score, 9800);
  EXPECT_EQ(lists.Score(Holding(Query(), IdScheme::kTaxId, "5892464"), 0).score, 0);
}

TEST(Scorer, AWeakIdentifierDecidesNothing) {
  Lists lists(
      {RecordBuilder("a", "1", Schema::kVessel).Named("A").Holding(IdScheme::kCallSign, "5LAB1")});
  EXPECT_EQ(lists.Score(Holding(Query(), IdScheme::kCallSign, "5LAB1")).score, 0);
}

TEST(Scorer, AnotherNumberOfALastingSchemeContradicts) {
  Lists lists({RecordBuilder("a", "1", Schema::kVessel)
                   .Named("ESPERANZA")
                   .Holding(IdScheme::kImo, "9289166")});
  const Match match = lists.Score(Holding(Named("Esperanza"), IdScheme::kImo, "9187629"));
  EXPECT_EQ(match.score, 8500);
  EXPECT_EQ(FeatureOf(match, FeatureKind::kIdentifier)->detail,
            "imo 9187629 asked, 9289166 listed");
  EXPECT_EQ(lists.Score(Holding(Named("Esperanza"), IdScheme::kImo, "9289167")).score, kFullScore)
      << "a number that fails its check contradicts nothing";
  EXPECT_EQ(lists.Score(Holding(Named("Esperanza"), IdScheme::kImoCompany, "5055293")).score,
            kFullScore)
      << "another number space";
  const Query both =
      Holding(Holding(Named("Esperanza"), IdScheme::kImo, "9187629"), IdScheme::kImo, "9289166");
  EXPECT_EQ(lists.Score(both).score, kFullScore) << "one of the numbers agrees";
}

TEST(Scorer, AListedNumberThatFailsItsCheckContradictsNothing) {
  ASSERT_EQ(CheckId(IdScheme::kImo, "1234560"), IdCheck::kInvalid);
  Lists invalid({RecordBuilder("a", "1", Schema::kVessel)
                     .Named("ESPERANZA")
                     .Holding(IdScheme::kImo, "1234560")});
  EXPECT_EQ(invalid.Score(Holding(Named("Esperanza"), IdScheme::kImo, "9187629")).score,
            kFullScore);
  EXPECT_EQ(invalid.Score(Holding(Query(), IdScheme::kImo, "1234560")).score, kFullScore)
      << "and is still matched as written";
}

TEST(Scorer, AWeakAliasAloneIsLoweredAndKeptWhenConfirmed) {
  Lists lists({RecordBuilder("a", "1")
                   .Named("Ana Roe")
                   .Named("El Jefe", NameKind::kWeak)
                   .Born("1970-01-02")
                   .Of("ve")});
  const Match alone = lists.Score(Named("El Jefe"));
  EXPECT_EQ(alone.score, 8500);
  EXPECT_EQ(EffectOf(alone, FeatureKind::kWeakAlias), -1500);
  EXPECT_EQ(lists.Score(Born(Named("El Jefe"), "1970-01-02")).score, kFullScore);
  const Match doubtful = lists.Score(Born(Named("El Jefe"), "1980"));
  EXPECT_EQ(doubtful.score, 6500) << "a date that differs confirms nothing";
}

TEST(Scorer, AWeakAliasNeverLowersWhatABetterNameGives) {
  Lists without({RecordBuilder("a", "1").Named("Ana Maria Roe Gomez")});
  Lists with({RecordBuilder("a", "1")
                  .Named("Ana Maria Roe Gomez")
                  .Named("Ana Maria Roe", NameKind::kWeak)});
  for (const char* asked : {"Ana Maria Roe", "Ana Maria Row", "Ana Roe", "Maria Roe Gomez"}) {
    EXPECT_GE(with.Score(Named(asked)).score, without.Score(Named(asked)).score) << asked;
  }
  const Match match = with.Score(Named("Ana Maria Roe"));
  EXPECT_EQ(match.name->name->kind, NameKind::kPrimary);
  Lists same({RecordBuilder("a", "1")
                  .Named("Ana Roe", NameKind::kWeak)
                  .Named("Ana Roe", NameKind::kFormer)});
  EXPECT_EQ(same.Score(Named("Ana Roe")).score, kFullScore);
}

TEST(Scorer, OfEqualNamesTheBetterKindIsShown) {
  Lists lists({RecordBuilder("a", "1")
                   .Named("Ana Roe", NameKind::kFormer)
                   .Named("ANA ROE", NameKind::kPrimary)});
  EXPECT_EQ(lists.Score(Named("Ana Roe")).name->name->kind, NameKind::kPrimary);
}

TEST(Scorer, AnyOfSeveralNamesMayMatch) {
  Lists lists({RecordBuilder("a", "1").Named("Ana Roe").Named("Eva Perez", NameKind::kFormer)});
  Query query = Named("Nobody At All");
  query.names.push_back("Eva Perez");
  const Match match = lists.Score(query);
  EXPECT_EQ(match.score, kFullScore);
  EXPECT_EQ(match.features[0].detail, "eva=eva, perez=perez");
  std::reverse(query.names.begin(), query.names.end());
  EXPECT_EQ(lists.Score(query).features[0].detail, "eva=eva, perez=perez");
}

TEST(Scorer, WithoutNameOrIdentifierInCommonNothingElseMakesAHit) {
  Lists lists({RecordBuilder("a", "1").Named("Ana Roe").Born("1970-01-02").Of("ve")});
  Query query = Born(Named("Juan Perez"), "1970-01-02");
  query.countries = {"ve"};
  const Match match = lists.Score(query);
  EXPECT_EQ(match.score, 0);
  EXPECT_TRUE(match.features.empty());
}

TEST(Scorer, EffectsAddUpToTheScoreForAnyQuery) {
  std::mt19937 random(2);
  const auto below = [&](unsigned limit) { return static_cast<unsigned>(random() % limit); };
  const std::vector<std::string> names = {"Ana Roe", "Ana Maria Roe", "El Jefe",
                                          "Roe",     "Acme Ltd",      "A"};
  const std::vector<std::string> dates = {"1970", "1970-01-02", "circa 1971", "1950/1960"};
  const std::vector<std::string> numbers = {"9187629", "9289166", "1234567", "B0500324"};
  const auto kind = [&] { return static_cast<NameKind>(below(6)); };
  const auto scheme = [&] {
    constexpr IdScheme kSchemes[] = {IdScheme::kImo, IdScheme::kPassport, IdScheme::kCallSign,
                                     IdScheme::kLei};
    return kSchemes[below(4)];
  };
  for (int round = 0; round < 2000; ++round) {
    RecordBuilder record("a", "1");
    for (unsigned n = 1 + below(3); n > 0; --n) record.Named(names[below(6)], kind());
    for (unsigned n = below(3); n > 0; --n) record.Born(dates[below(4)]);
    for (unsigned n = below(3); n > 0; --n)
      record.Holding(scheme(), numbers[below(4)], below(2) == 0 ? "ve" : "");
    if (below(2) == 0)
      record.Of("ve").With(AttributeKind::kGender, below(2) == 0 ? "male" : "female");
    if (below(2) == 0) record.At("Avenida Libertador 12");
    Lists lists({record});
    Query query = Named(names[below(6)]);
    for (unsigned n = below(3); n > 0; --n) query = Born(query, dates[below(4)]);
    for (unsigned n = below(3); n > 0; --n)
      query = Holding(query, scheme(), numbers[below(4)], below(2) == 0 ? "co" : "");
    if (below(2) == 0) query.countries = {below(2) == 0 ? "ve" : "co"};
    if (below(2) == 0) query.genders = {"male"};
    if (below(2) == 0) query.addresses = {"Libertador"};
    const Match match = lists.Score(query);  // checks the sums
    EXPECT_GE(match.score, 0);
    EXPECT_LE(match.score, kFullScore);
  }
}

}  // namespace
}  // namespace interdict
