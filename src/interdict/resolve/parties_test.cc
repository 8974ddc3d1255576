#include "interdict/resolve/parties.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>

#include "interdict/entity/testing/record_builder.h"

namespace interdict {
namespace {

using testing::RecordBuilder;
using Keys = std::vector<std::string>;

const text::Folder& SharedFolder() {
  static const auto* const kFolder = new Result<text::Folder>(text::Folder::Create());
  return **kFolder;
}

std::vector<Party> Resolve(const std::vector<Record>& records,
                           const std::vector<MergeDecision>& decisions = {}) {
  return ResolveParties(records, decisions, SharedFolder());
}

// The record keys of each party, leading record first.
std::vector<Keys> Groups(const std::vector<Record>& records,
                         const std::vector<MergeDecision>& decisions = {}) {
  std::vector<Keys> groups;
  for (const Party& party : Resolve(records, decisions)) {
    Keys& keys = groups.emplace_back();
    for (uint32_t position : party.records) keys.push_back(records[position].Key());
  }
  return groups;
}

// Whether two records become one party, and by which rule; "" when they do not.
std::string RuleFor(const Record& a, const Record& b) {
  std::vector<Record> records = {a, b};
  auto parties = Resolve(records);
  std::swap(records[0], records[1]);
  EXPECT_EQ(Resolve(records).size(), parties.size()) << "depends on the order of the records";
  return parties.size() == 2 ? "" : parties.front().reasons.at(0).rule;
}

RecordBuilder Us(std::string id, Schema schema = Schema::kPerson) {
  return RecordBuilder("us_ofac_sdn", std::move(id), schema);
}
RecordBuilder Eu(std::string id, Schema schema = Schema::kPerson) {
  return RecordBuilder("eu_fsf", std::move(id), schema);
}
RecordBuilder Gb(std::string id, Schema schema = Schema::kPerson) {
  return RecordBuilder("gb_fcdo_sanctions", std::move(id), schema);
}

TEST(Parties, NothingIsNoParty) {
  EXPECT_TRUE(Resolve({}).empty());
}

TEST(Parties, ANameAloneNeverMerges) {
  const char* name = "Juan Carlos Perez Gomez";
  EXPECT_EQ(RuleFor(Us("1").Named(name), Eu("2").Named(name)), "");
  EXPECT_EQ(RuleFor(Us("1").Named(name).Of("ve"), Eu("2").Named(name).Of("ve")), "");
  EXPECT_EQ(RuleFor(Us("1").Named(name).Born("1970"), Eu("2").Named(name).Born("1970")), "");
  EXPECT_EQ(RuleFor(Us("1", Schema::kCompany).Named(name).Of("ve"),
                    Eu("2", Schema::kCompany).Named(name).Of("ve")),
            "");
}

TEST(Parties, PersonsAgreeInNameAndDayOfBirth) {
  const Record us = Us("1").Named("MADURO MOROS, Nicolas").Born("1962-11-23");
  EXPECT_EQ(RuleFor(us, Eu("2").Named("Nicolás Maduro Moros").Born("23 Nov 1962")),
            "name_and_facts");
  EXPECT_EQ(RuleFor(us, Eu("2").Named("Nicolás Maduro Moros").Born("24 Nov 1962")), "");
  EXPECT_EQ(RuleFor(us, Eu("2").Named("Nicolás Maduro").Born("23 Nov 1962")), "");
  EXPECT_EQ(
      RuleFor(Us("1").Named("Pele").Born("1940-10-23"), Eu("2").Named("Pele").Born("1940-10-23")),
      "")
      << "one word is no name to merge by";
}

TEST(Parties, PersonsOfDifferentGenderAreNotMergedByName) {
  const Record us =
      Us("1").Named("Alex Roe").Born("1970-01-02").With(AttributeKind::kGender, "male");
  const auto eu = Eu("2").Named("Alex Roe").Born("1970-01-02");
  EXPECT_EQ(RuleFor(us, eu), "name_and_facts");
  EXPECT_EQ(RuleFor(us, RecordBuilder(eu).With(AttributeKind::kGender, "Male")), "name_and_facts");
  EXPECT_EQ(RuleFor(us, RecordBuilder(eu).With(AttributeKind::kGender, "female")), "");
}

TEST(Parties, LongNamesAgreeWithYearOfBirthAndCountry) {
  const Record us = Us("1").Named("Juan Perez Gomez").Born("1970").Of("ve");
  EXPECT_EQ(RuleFor(us, Eu("2").Named("Perez Gomez, Juan").Born("12 Mar 1970").Of("ve")),
            "name_and_facts");
  EXPECT_EQ(RuleFor(us, Eu("2").Named("Juan Perez Gomez").Born("1970").Of("co")), "");
  EXPECT_EQ(RuleFor(us, Eu("2").Named("Juan Perez Gomez").Born("1971").Of("ve")), "");
  EXPECT_EQ(RuleFor(us, Eu("2").Named("Juan Perez Gomez").Born("1960 to 1980").Of("ve")), "")
      << "a span of years says too little";
  EXPECT_EQ(RuleFor(Us("1").Named("Juan Perez").Born("1970").Of("ve"),
                    Eu("2").Named("Juan Perez").Born("1970").Of("ve")),
            "")
      << "two words and a year say too little";
}

TEST(Parties, WeakAliasesMergeNothing) {
  EXPECT_EQ(RuleFor(Us("1").Named("X").Named("El Jefe", NameKind::kWeak).Born("1970-01-02"),
                    Eu("2").Named("El Jefe").Born("1970-01-02")),
            "");
}

TEST(Parties, BodiesAgreeInNameCountryAndAddressOrContact) {
  const auto us = Us("1", Schema::kCompany).Named("Acme Trading Ltd").Of("ve");
  const auto eu = Eu("2", Schema::kOrganization).Named("ACME TRADING LTD").Of("ve");
  EXPECT_EQ(RuleFor(us, eu), "");
  EXPECT_EQ(RuleFor(RecordBuilder(us).At("Avenida Libertador 12, Caracas"),
                    RecordBuilder(eu).At("12 Avenida Libertador Caracas")),
            "name_and_facts");
  EXPECT_EQ(RuleFor(RecordBuilder(us).At("Caracas"), RecordBuilder(eu).At("Caracas")), "")
      << "a town is no address";
  EXPECT_EQ(RuleFor(RecordBuilder(us).With(AttributeKind::kWebsite, "WWW.acme.example"),
                    RecordBuilder(eu).With(AttributeKind::kWebsite, "www.acme.example ")),
            "name_and_facts");
}

TEST(Parties, ACrossReferenceMergesWhateverTheNames) {
  const auto un = RecordBuilder("un_sc_sanctions", "QDi.001").Named("A");
  EXPECT_EQ(RuleFor(un, Eu("2").Named("B").Naming("un_sc_sanctions", "QDi.001")),
            "cross_reference");
  EXPECT_EQ(RuleFor(un, Eu("2").Named("B").Naming("un_sc_sanctions", "QDi.002")), "");
  EXPECT_EQ(RuleFor(un, Eu("2").Named("B").Naming("", "QDi.001")), "");
  EXPECT_EQ(RuleFor(Us("1").Named("A"), Us("2").Named("B").Naming("us_ofac_sdn", "1")), "")
      << "a publisher's other id within its own list";
}

TEST(Parties, StrongIdentifiersMergeAndMediumOnesNeedCountryAndName) {
  struct Case {
    IdScheme scheme;
    const char* value;
    bool alone;         // merges without anything else
    bool with_country;  // with the same country on both sides
    bool with_both;     // and a word of the name in common
  };
  const Case kCases[] = {
      {IdScheme::kImo, "9187629", true, true, true},
      {IdScheme::kLei, "213800KUD8LAJWSQ9D15", true, true, true},
      {IdScheme::kBic, "BCVEVECA", false, false, true},
      {IdScheme::kPassport, "B0500324", false, false, true},
      {IdScheme::kRegistrationNumber, "1234567", false, false, true},
      {IdScheme::kPassport, "B05", false, false, false},  // too short to tell anything
      {IdScheme::kCrypto, "12QtD5BFwRsdNsAZY76UVE1xyCGNTojH9h", false, false, false},
      {IdScheme::kMsn, "1234567", false, false, false},
      {IdScheme::kBankAccount, "1234567890", false, false, false},
      {IdScheme::kCallSign, "5LAB12", false, false, false},
  };
  for (const Case& c : kCases) {
    const auto merges = [&](const char* country, const char* a, const char* b) {
      const Schema schema = Schema::kCompany;
      return !RuleFor(Us("1", schema).Named(a).Holding(c.scheme, c.value, country),
                      Eu("2", schema).Named(b).Holding(c.scheme, c.value, country))
                  .empty();
    };
    EXPECT_EQ(merges("", "Alpha", "Omega"), c.alone) << c.value;
    EXPECT_EQ(merges("ve", "Alpha", "Omega"), c.with_country) << c.value;
    EXPECT_EQ(merges("ve", "Alpha One", "Alpha Two"), c.with_both) << c.value;
  }
}

TEST(Parties, PassportsOfTwoCountriesMergeNothing) {
  EXPECT_EQ(RuleFor(Us("1").Named("Ana Roe").Holding(IdScheme::kPassport, "B0500324", "ve"),
                    Eu("2").Named("Ana Roe").Holding(IdScheme::kPassport, "B0500324", "co")),
            "");
}

TEST(Parties, AnIdentifierThatTwoRecordsOfOneListShareMergesNothing) {
  const Schema schema = Schema::kVessel;
  const std::vector<Record> records = {
      Us("1", schema).Named("A").Holding(IdScheme::kImo, "9187629"),
      Us("2", schema).Named("B").Holding(IdScheme::kImo, "9187629"),
      Eu("3", schema).Named("C").Holding(IdScheme::kImo, "9187629")};
  EXPECT_EQ(Groups(records).size(), 3U);
  const std::vector<Record> twice = {Us("1", schema)
                                         .Named("A")
                                         .Holding(IdScheme::kImo, "9187629")
                                         .Holding(IdScheme::kImo, "IMO 9187629"),
                                     Eu("3", schema).Named("C").Holding(IdScheme::kImo, "9187629")};
  EXPECT_EQ(Groups(twice).size(), 1U) << "one record may give its number twice";
}

TEST(Parties, RecordsOfOneListAreNeverMergedByRule) {
  const auto a = Us("1").Named("Ana Maria Roe").Born("1970-01-02");
  const auto b = Us("2").Named("Ana Maria Roe").Born("1970-01-02");
  EXPECT_EQ(RuleFor(a, b), "");
  // Nor through a record of another list that agrees with both.
  const std::vector<Record> records = {a, b, Eu("3").Named("Ana Maria Roe").Born("1970-01-02")};
  EXPECT_EQ(Groups(records), (std::vector<Keys>{{"us_ofac_sdn:1", "eu_fsf:3"}, {"us_ofac_sdn:2"}}));
}

TEST(Parties, TheStrongerRuleDecidesWhichOfTwoMergesHappens) {
  const std::vector<Record> records = {
      Us("1").Named("Ana Maria Roe").Born("1970-01-02"), Us("2").Named("Other"),
      Eu("3").Named("Ana Maria Roe").Born("1970-01-02").Naming("us_ofac_sdn", "2")};
  EXPECT_EQ(Groups(records), (std::vector<Keys>{{"us_ofac_sdn:1"}, {"us_ofac_sdn:2", "eu_fsf:3"}}));
}

TEST(Parties, DifferentKindsOfPartyAreNotMerged) {
  const auto with = [](RecordBuilder record) {
    return record.Holding(IdScheme::kLei, "213800KUD8LAJWSQ9D15");
  };
  EXPECT_EQ(RuleFor(with(Us("1", Schema::kPerson)), with(Eu("2", Schema::kCompany))), "");
  EXPECT_EQ(RuleFor(with(Us("1", Schema::kVessel)), with(Eu("2", Schema::kCompany))), "");
  EXPECT_EQ(RuleFor(with(Us("1", Schema::kPublicBody)), with(Eu("2", Schema::kCompany))),
            "identifier");
  EXPECT_EQ(RuleFor(with(Us("1", Schema::kPerson)), with(Eu("2", Schema::kLegalEntity))),
            "identifier");
  // Nor through a record that leaves the kind open.
  const std::vector<Record> chain = {with(Us("1", Schema::kPerson)),
                                     with(Eu("2", Schema::kLegalEntity)),
                                     with(Gb("3", Schema::kCompany))};
  for (const Party& party : Resolve(chain)) {
    bool person = false, company = false;
    for (uint32_t position : party.records) {
      person |= chain[position].schema == Schema::kPerson;
      company |= chain[position].schema == Schema::kCompany;
    }
    EXPECT_FALSE(person && company);
  }
}

TEST(Parties, AnOperatorJoinsWhatNoRuleWould) {
  const std::vector<Record> records = {Us("1").Named("A"), Us("2", Schema::kCompany).Named("B")};
  const auto parties = Resolve(records, {{"us_ofac_sdn:1", "us_ofac_sdn:2", true, "same seal", 0}});
  ASSERT_EQ(parties.size(), 1U);
  EXPECT_EQ(parties[0].reasons[0].rule, "operator");
  EXPECT_EQ(parties[0].reasons[0].detail, "same seal");
}

TEST(Parties, AnOperatorSplitsWhatARuleJoins) {
  const std::vector<Record> records = {Us("1").Named("A"),
                                       Eu("2").Named("B").Naming("us_ofac_sdn", "1")};
  EXPECT_EQ(Groups(records).size(), 1U);
  EXPECT_EQ(Groups(records, {{"eu_fsf:2", "us_ofac_sdn:1", false, "r", 0}}).size(), 2U);
}

TEST(Parties, RecordsToldApartStayApartThroughAThirdRecord) {
  const std::vector<Record> records = {Us("1").Named("A"),
                                       Eu("2").Named("B").Naming("us_ofac_sdn", "1"),
                                       Gb("3").Named("C").Naming("eu_fsf", "2")};
  EXPECT_EQ(Groups(records).size(), 1U);
  const auto groups = Groups(records, {{"gb_fcdo_sanctions:3", "us_ofac_sdn:1", false, "r", 0}});
  ASSERT_EQ(groups.size(), 2U);
  for (const Keys& group : groups) EXPECT_LE(group.size(), 2U);
  // Not even two joins by hand bring them together.
  const std::vector<Record> plain = {Us("1").Named("A"), Eu("2").Named("B"), Gb("3").Named("C")};
  EXPECT_EQ(Groups(plain, {{"us_ofac_sdn:1", "eu_fsf:2", true, "", 0},
                           {"eu_fsf:2", "gb_fcdo_sanctions:3", true, "", 0},
                           {"us_ofac_sdn:1", "gb_fcdo_sanctions:3", false, "", 0}})
                .size(),
            2U);
}

TEST(Parties, DecisionsOnRecordsThatAreNotLoadedDoNothing) {
  EXPECT_EQ(Groups({Us("1").Named("A")}, {{"us_ofac_sdn:1", "eu_fsf:9", true, "", 0},
                                          {"x:1", "us_ofac_sdn:1", false, "", 0}})
                .size(),
            1U);
}

TEST(Parties, TheFirstPublisherInTheOrderOfListsLeads) {
  const auto record = [](const char* source) {
    return RecordBuilder(source, "7", Schema::kVessel)
        .Named(source)
        .Holding(IdScheme::kImo, "9187629");
  };
  const std::vector<Record> records = {record("us_trade_csl"), record("our_list"), record("eu_fsf"),
                                       record("un_sc_sanctions"), record("us_ofac_sdn")};
  EXPECT_EQ(Groups(records), (std::vector<Keys>{{"us_ofac_sdn:7", "un_sc_sanctions:7", "eu_fsf:7",
                                                 "our_list:7", "us_trade_csl:7"}}));
  EXPECT_EQ(Resolve(records)[0].id, "us_ofac_sdn:7");
}

TEST(Parties, ComeInTheOrderOfListAndId) {
  const std::vector<Record> records = {Us("10").Named("A"), Eu("1").Named("B"), Us("1a").Named("C"),
                                       Us("9").Named("D")};
  EXPECT_EQ(
      Groups(records),
      (std::vector<Keys>{{"us_ofac_sdn:9"}, {"us_ofac_sdn:10"}, {"us_ofac_sdn:1a"}, {"eu_fsf:1"}}));
}

TEST(Parties, AKeyThatVeryManyShareTellsNothing) {
  std::vector<Record> records;
  for (int i = 0; i < 65; ++i) {
    records.push_back(RecordBuilder("list" + std::to_string(i), "1", Schema::kVessel)
                          .Named("A")
                          .Holding(IdScheme::kImo, "9187629"));
  }
  EXPECT_EQ(Groups(records).size(), 65U);
  records.pop_back();
  EXPECT_EQ(Groups(records).size(), 1U);
}

// --- any order of input -------------------------------------------------------------------------

std::vector<Record> RandomRecords(std::mt19937* random) {
  const auto below = [&](unsigned limit) { return static_cast<unsigned>((*random)() % limit); };
  const std::vector<std::string> sources = {"us_ofac_sdn", "eu_fsf", "un_sc_sanctions", "our_list"};
  const std::vector<Schema> schemas = {Schema::kPerson, Schema::kPerson, Schema::kLegalEntity,
                                       Schema::kCompany};
  const std::vector<std::string> names = {"Ana Maria Roe", "Roe, Ana Maria", "Juan Perez Gomez",
                                          "Acme Ltd"};
  const std::vector<std::string> births = {"1970-01-02", "1970", "1971-05-06"};
  std::vector<Record> records;
  for (int i = 0; i < 40; ++i) {
    RecordBuilder record(sources[below(4)], std::to_string(i) + (below(3) == 0 ? "a" : ""),
                         schemas[below(4)]);
    record.Named(names[below(4)]).Of(below(2) == 0 ? "ve" : "co");
    for (unsigned n = below(3); n > 0; --n) record.Born(births[below(3)]);
    if (below(3) == 0)
      record.Holding(IdScheme::kLei,
                     below(2) == 0 ? "213800 KUD8LAJWSQ9D15" : "213800KUD8LAJWSQ9D15");
    if (below(3) == 0)
      record.Holding(IdScheme::kPassport, "B05003" + std::to_string(below(3)), "ve");
    if (below(4) == 0) record.Naming(sources[below(4)], std::to_string(below(40)));
    if (below(3) == 0) record.At("Avenida Libertador 12, Caracas");
    records.push_back(record);
  }
  return records;
}

// Everything that may be told of the parties, without positions.
std::string Describe(const std::vector<Record>& records,
                     const std::vector<MergeDecision>& decisions) {
  std::string text;
  for (const Party& party : Resolve(records, decisions)) {
    text += party.id + " " + std::string(SchemaName(party.schema)) + ":";
    for (uint32_t position : party.records) text += " " + records[position].Key();
    for (const MergeReason& reason : party.reasons) {
      text += " [" + records[reason.record_a].Key() + " " + records[reason.record_b].Key() + " " +
              reason.rule + " " + reason.detail + "]";
    }
    text += "\n";
  }
  return text;
}

TEST(Parties, TheOutcomeDoesNotDependOnTheOrderOfTheRecords) {
  std::mt19937 random(11);
  for (int round = 0; round < 40; ++round) {
    std::vector<Record> records = RandomRecords(&random);
    std::vector<MergeDecision> decisions;
    for (int i = 0; i < 4; ++i) {
      decisions.push_back(
          {records[random() % 40].Key(), records[random() % 40].Key(), i % 2 == 0, "", 0});
    }
    const std::string expected = Describe(records, decisions);
    for (int i = 0; i < 6; ++i) {
      std::shuffle(records.begin(), records.end(), random);
      std::reverse(decisions.begin(), decisions.end());
      ASSERT_EQ(Describe(records, decisions), expected) << "round " << round;
    }
  }
}

TEST(Parties, EveryRecordBelongsToExactlyOnePartyAndEveryRuleIsKept) {
  std::mt19937 random(5);
  for (int round = 0; round < 40; ++round) {
    const std::vector<Record> records = RandomRecords(&random);
    std::vector<int> seen(records.size(), 0);
    for (const Party& party : Resolve(records)) {
      std::map<std::string, int> of_source;
      for (uint32_t position : party.records) {
        ++seen[position];
        EXPECT_EQ(++of_source[records[position].source], 1)
            << "two records of one list in " << party.id;
      }
      EXPECT_EQ(party.reasons.size(), party.records.size() - 1);
    }
    EXPECT_EQ(std::count(seen.begin(), seen.end(), 1), static_cast<ptrdiff_t>(records.size()));
  }
}

}  // namespace
}  // namespace interdict
