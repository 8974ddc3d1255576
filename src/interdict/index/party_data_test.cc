#include "interdict/index/party_data.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstring>
#include <map>
#include <string>
#include <vector>

#include "interdict/index/testing/indexed_parties.h"

namespace interdict::index {
namespace {

using interdict::testing::IndexedParties;
using interdict::testing::RecordBuilder;
using interdict::testing::SharedFolder;
using Texts = std::vector<std::string>;

// One person on two lists, a ship, and a company with two designations.
std::vector<Record> SomeRecords() {
  std::vector<Record> records = {
      RecordBuilder("us_ofac_sdn", "22790")
          .Named("MADURO MOROS, Nicolas")
          .Named("El Presidente", NameKind::kWeak)
          .Born("1962-11-23")
          .Of("ve")
          .With(AttributeKind::kGender, "Male")
          .Under("VENEZUELA")
          .At("Palacio de Miraflores, Caracas", "ve")
          .Holding(IdScheme::kCedula, "V-5892464", "ve"),
      RecordBuilder("eu_fsf", "EU.1.1")
          .Named("Nicolás Maduro Moros")
          .Born("circa 1962")
          .Under("VEN")
          .Under("VENEZUELA")
          .At("Miraflores", "co")
          .Naming("us_ofac_sdn", "22790")
          .Naming("eu_fsf", "old-17"),
      RecordBuilder("us_ofac_sdn", "15036", Schema::kVessel)
          .Named("ESPERANZA")
          .Holding(IdScheme::kImo, "9289166")
          .Holding(IdScheme::kCallSign, "YV2040"),
      RecordBuilder("us_ofac_sdn", "3", Schema::kCompany)
          .Named("Acme C.A.")
          .Under("B")
          .Under("A")
          .Under("B")
          .Holding(IdScheme::kTaxId, "J-00095036-9"),
  };
  records[3].dates.push_back(MakeDateFact(DateKind::kIncorporation, "2010", "founded"));
  records[3].dates.push_back(MakeDateFact(DateKind::kDissolution, "2012", "closed"));
  records[3].dates.push_back(MakeDateFact(DateKind::kBirth, "unreadable", "birth"));
  return records;
}

uint32_t PartyOf(const IndexedParties& lists, std::string_view key) {
  const auto party = lists.data().FindByRecord(key);
  EXPECT_TRUE(party.has_value()) << key;
  return party.value_or(0);
}

TEST(PartyData, KeepsWhatIdentifiesAParty) {
  const IndexedParties lists(SomeRecords());
  ASSERT_EQ(lists.data().size(), 3U);
  const PartyView party = lists[PartyOf(lists, "us_ofac_sdn:22790")];
  EXPECT_EQ(party.id(), "us_ofac_sdn:22790");
  EXPECT_EQ(party.caption(), "Nicolas MADURO MOROS");
  EXPECT_EQ(party.schema(), Schema::kPerson);
  EXPECT_EQ(party.genders(), Gender::kMale);
  ASSERT_EQ(party.records().size(), 2U);
  EXPECT_EQ(party.key(party.records()[0]), "us_ofac_sdn:22790");
  EXPECT_EQ(party.key(party.records()[1]), "eu_fsf:EU.1.1");
  EXPECT_EQ(party.source(party.records()[1]), "eu_fsf");
  EXPECT_TRUE(party.ListedBy(*lists.data().FindSource("eu_fsf")));
  EXPECT_FALSE(lists.data().FindSource("eu"));
  const PartyView ship = lists[PartyOf(lists, "us_ofac_sdn:15036")];
  EXPECT_FALSE(ship.ListedBy(*lists.data().FindSource("eu_fsf")));
  EXPECT_EQ(ship.schema(), Schema::kVessel);
  EXPECT_EQ(ship.genders(), 0);
}

TEST(PartyData, NumbersPartiesAndRecordsAsResolved) {
  const IndexedParties lists(SomeRecords());
  for (uint32_t p = 0; p < lists.data().size(); ++p) {
    const Party& party = lists.parties()[p];
    EXPECT_EQ(lists[p].id(), party.id);
    ASSERT_EQ(lists[p].records().size(), party.records.size());
    for (size_t i = 0; i < party.records.size(); ++i) {
      EXPECT_EQ(lists[p].key(lists[p].records()[i]), lists.records()[party.records[i]].Key());
      EXPECT_EQ(lists[p].records()[i].party, p);
    }
  }
}

TEST(PartyData, ProgramsStandOnceInTheirOrder) {
  const IndexedParties lists(SomeRecords());
  const auto programs = [&](std::string_view key) {
    const PartyView party = lists[PartyOf(lists, key)];
    Texts texts;
    for (TextId id : party.programs()) texts.emplace_back(party.text(id));
    return texts;
  };
  EXPECT_EQ(programs("us_ofac_sdn:22790"), (Texts{"VENEZUELA", "VEN"}));
  EXPECT_EQ(programs("us_ofac_sdn:3"), (Texts{"B", "A"}));
  EXPECT_EQ(programs("us_ofac_sdn:15036"), Texts{});
}

TEST(PartyData, NamesOfAPartyStandTogetherWithTheirRecords) {
  const IndexedParties lists(SomeRecords());
  const PartyView party = lists[PartyOf(lists, "eu_fsf:EU.1.1")];
  ASSERT_EQ(party.names().size(), 3U);
  EXPECT_EQ(party.text(party.names()[1].text), "El Presidente");
  EXPECT_EQ(party.names()[1].kind, NameKind::kWeak);
  EXPECT_EQ(party.text(party.names()[1].field), "name");
  EXPECT_EQ(party.text(party.names()[2].text), "Nicolás Maduro Moros");
  EXPECT_EQ(party.source(lists.data().records()[party.names()[2].record]), "eu_fsf");
  for (uint32_t name = party.first_name(); name < party.end_name(); ++name) {
    EXPECT_EQ(lists.data().PartyOfName(name), party.number());
  }
}

TEST(PartyData, DatesOfBirthAndIncorporationAreIntervals) {
  const IndexedParties lists(SomeRecords());
  const auto births = lists[PartyOf(lists, "us_ofac_sdn:22790")].dates();
  ASSERT_EQ(births.size(), 2U);
  EXPECT_EQ(FormatPartialDate(births[0].date()), "1962-11-23");
  EXPECT_EQ(FormatPartialDate(births[1].date()), "~1962");
  EXPECT_EQ(births[0].kind, DateKind::kBirth);
  const auto founded = lists[PartyOf(lists, "us_ofac_sdn:3")].dates();
  ASSERT_EQ(founded.size(), 1U);
  EXPECT_EQ(founded[0].kind, DateKind::kIncorporation);
}

TEST(PartyData, CountriesTellWhereAPartyBelongsFromWhereItWasFound) {
  const IndexedParties lists(SomeRecords());
  const PartyView party = lists[PartyOf(lists, "us_ofac_sdn:22790")];
  ASSERT_EQ(party.countries().size(), 2U);
  const CountryRow& found = party.countries()[0];
  EXPECT_EQ(party.text(found.code), "co");
  EXPECT_EQ(found.kinds, CountryRow::kOfAddress);
  const CountryRow& belongs = party.countries()[1];
  EXPECT_EQ(party.text(belongs.code), "ve");
  EXPECT_EQ(belongs.packed, PackCountry("ve"));
  EXPECT_EQ(belongs.kinds, CountryRow::Bit(CountryKind::kNationality) | CountryRow::kOfAddress);
  EXPECT_NE(belongs.kinds & CountryRow::Belongs(), 0);
}

TEST(PartyData, ARegionPacksAsItsCountryAndOtherCodesAsNone) {
  EXPECT_EQ(PackCountry("ua-09"), PackCountry("ua"));
  EXPECT_NE(PackCountry("ua"), PackCountry("au"));
  for (const char* code : {"", "u", "cshh", "UA", "1a"}) EXPECT_EQ(PackCountry(code), 0) << code;
}

TEST(PartyData, AddressesKeepTheirTextAndTheirWordsSorted) {
  const IndexedParties lists(SomeRecords());
  const PartyView party = lists[PartyOf(lists, "us_ofac_sdn:22790")];
  ASSERT_EQ(party.addresses().size(), 2U);
  EXPECT_EQ(party.text(party.addresses()[0].full), "Palacio de Miraflores, Caracas");
  const auto tokens = party.tokens(party.addresses()[0]);
  EXPECT_EQ(tokens.size(), 4U);
  EXPECT_TRUE(std::is_sorted(tokens.begin(), tokens.end()));
  EXPECT_TRUE(std::binary_search(tokens.begin(), tokens.end(), TokenHash("miraflores")));
}

TEST(PartyData, IdentifiersAreFoundByKeyAlsoUnderNarrowSchemes) {
  const IndexedParties lists(SomeRecords());
  const auto found = [&](IdScheme scheme, std::string_view value) {
    Texts parties;
    for (const auto& row :
         lists.data().FindIdentifier(IdentifierHash(scheme, IdKey(scheme, value))))
      parties.emplace_back(lists[row.party].id());
    return parties;
  };
  EXPECT_EQ(found(IdScheme::kImo, "IMO 9289166"), Texts{"us_ofac_sdn:15036"});
  EXPECT_EQ(found(IdScheme::kCedula, "5892464"), Texts{"us_ofac_sdn:22790"});
  EXPECT_EQ(found(IdScheme::kTaxId, "J000950369"), Texts{"us_ofac_sdn:3"});
  EXPECT_EQ(found(IdScheme::kRif, "J000950369"), Texts{"us_ofac_sdn:3"});
  EXPECT_EQ(found(IdScheme::kImo, "9187629"), Texts{});
  EXPECT_EQ(found(IdScheme::kMmsi, "9289166"), Texts{}) << "another scheme";
  const PartyView ship = lists[PartyOf(lists, "us_ofac_sdn:15036")];
  ASSERT_EQ(ship.identifiers().size(), 2U);
  EXPECT_EQ(ship.text(ship.identifiers()[0].value), "9289166");
  EXPECT_EQ(ship.identifiers()[0].check, IdCheck::kValid);
  const PartyView person = lists[PartyOf(lists, "us_ofac_sdn:22790")];
  EXPECT_EQ(person.text(person.identifiers()[0].country), "ve");
}

TEST(PartyData, ARecordIsFoundByItsKeyAndByThePublishersOtherIds) {
  // "4" is record 4's own id and an old id of record 3, which comes first.
  const IndexedParties lists(
      {RecordBuilder("a", "3").Named("Ana Roe").Naming("a", "4").Naming("a", "old"),
       RecordBuilder("a", "4").Named("Eva Perez").Naming("b", "9"),
       RecordBuilder("b", "8").Named("Juan Gil").Naming("b", "old")});
  const std::map<std::string, std::string> kExpected = {
      {"a:3", "a:3"}, {"a:4", "a:4"}, {"a:old", "a:3"}, {"b:old", "b:8"}};
  for (const auto& [key, id] : kExpected) EXPECT_EQ(lists[PartyOf(lists, key)].id(), id) << key;
  for (const char* key : {"", "a", "a:", "b:9", "old", "a:33"}) {
    EXPECT_FALSE(lists.data().FindByRecord(key)) << key << ": an id of another list is not asked";
  }
}

TEST(PartyData, NoPartiesAreAWholeIndex) {
  const IndexedParties lists({});
  EXPECT_EQ(lists.data().size(), 0U);
  EXPECT_FALSE(lists.data().FindByRecord("a:1"));
  EXPECT_TRUE(lists.data().FindIdentifier(IdentifierHash(IdScheme::kImo, "9289166")).empty());
}

AlignedBuffer Indexed(const std::vector<Record>& records) {
  IndexFileWriter writer{IndexStamp{}};
  const auto parties = ResolveParties(records, {}, SharedFolder());
  EXPECT_TRUE(AddParties(records, parties, SharedFolder(), &writer).ok());
  return *writer.ToBuffer();
}

TEST(PartyData, TheSameRecordsGiveTheSameFile) {
  const AlignedBuffer a = Indexed(SomeRecords());
  const AlignedBuffer b = Indexed(SomeRecords());
  ASSERT_EQ(a.bytes().size(), b.bytes().size());
  EXPECT_EQ(std::memcmp(a.bytes().data(), b.bytes().data(), a.bytes().size()), 0);
}

// Every number of every section in turn is made far too large, with a checksum that fits it.
TEST(PartyData, ReferencesThatPointNowhereAreRefusedAndNeverFollowed) {
  const IndexedParties lists(SomeRecords());
  const std::vector<std::pair<SectionId, uint32_t>> kSizes = {
      {SectionId::kTextOffsets, 4},     {SectionId::kTextBytes, 1},
      {SectionId::kSources, 4},         {SectionId::kParties, 40},
      {SectionId::kRecords, 12},        {SectionId::kPrograms, 4},
      {SectionId::kNames, 16},          {SectionId::kDates, 16},
      {SectionId::kCountries, 8},       {SectionId::kAddresses, 16},
      {SectionId::kAddressTokens, 4},   {SectionId::kIdentifiers, 16},
      {SectionId::kIdentifierKeys, 16}, {SectionId::kRecordKeys, 16}};
  size_t refused = 0;
  for (const auto& [altered, altered_size] : kSizes) {
    const size_t words = lists.file().SectionBytes(altered, altered_size)->size() / 4;
    for (size_t word = 0; word < words; ++word) {
      IndexFileWriter writer{IndexStamp{}};
      for (const auto& [id, size] : kSizes) {
        const auto bytes = *lists.file().SectionBytes(id, size);
        std::vector<std::byte> copy(bytes.begin(), bytes.end());
        if (id == altered)
          std::fill_n(copy.begin() + static_cast<ptrdiff_t>(word * 4), 4, std::byte{0xFF});
        writer.AddBytes(id, size, copy);
      }
      const auto file = IndexFile::FromBuffer(*writer.ToBuffer(), nullptr);
      ASSERT_TRUE(file.ok());
      const auto data = PartyData::Open(*file);
      if (!data.ok()) {
        ++refused;
        continue;
      }
      size_t seen = 0;  // under the sanitizers this finds a reference that is followed
      for (uint32_t p = 0; p < data->size(); ++p) {
        const PartyView party = (*data)[p];
        seen += party.id().size() + party.caption().size() + party.programs().size();
        for (const auto& row : party.names()) seen += party.text(row.text).size();
        for (const auto& row : party.addresses()) seen += party.tokens(row).size();
        for (const auto& row : party.countries()) seen += party.text(row.code).size();
      }
      EXPECT_GT(seen, 0U);
    }
  }
  EXPECT_GT(refused, 100U);
}

double SecondsSince(std::chrono::steady_clock::time_point start) {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

// About as many names, identifiers and words a party as the lists have.
std::vector<Record> MadeUpRecords(uint32_t count) {
  std::vector<Record> records;
  for (uint32_t i = 0; i < count; ++i) {
    const std::string n = std::to_string(i);
    records.push_back(RecordBuilder("us_ofac_sdn", n)
                          .Named("FAMILY" + n + ", Given" + n)
                          .Named("Another Spelling " + n, NameKind::kStrong)
                          .Named("Third " + n, NameKind::kWeak)
                          .Born("1970-01-02")
                          .Of("ve")
                          .At(n + " Avenida Libertador, Caracas, Venezuela", "ve")
                          .Under("PROGRAM")
                          .Naming("us_ofac_sdn", "other-" + n)
                          .Holding(IdScheme::kPassport, "P" + n, "ve"));
  }
  return records;
}

TEST(PartyData, SixtyThousandPartiesTakeLessThanFortyMegabytes) {
  constexpr uint32_t kParties = 60'000;
  const std::vector<Record> records = MadeUpRecords(kParties);
  std::vector<Party> parties;
  for (uint32_t i = 0; i < kParties; ++i) parties.push_back({records[i].Key(), {}, {i}, {}});
  auto start = std::chrono::steady_clock::now();
  IndexFileWriter writer{IndexStamp{}};
  ASSERT_TRUE(AddParties(records, parties, SharedFolder(), &writer).ok());
  AlignedBuffer buffer = *writer.ToBuffer();
  const double build_s = SecondsSince(start);
  start = std::chrono::steady_clock::now();
  const auto file = IndexFile::FromBuffer(std::move(buffer), nullptr);
  const auto data = PartyData::Open(*file);
  ASSERT_TRUE(data.ok());
  printf("%zu bytes, built in %.2f s, opened in %.2f ms\n", file->size(), build_s,
         SecondsSince(start) * 1000);
  EXPECT_LT(file->size(), size_t{40} << 20);
  EXPECT_EQ((*data)[kParties - 1].caption(), "Given59999 FAMILY59999");
}

TEST(PartyData, AFileWithoutSectionsOfPartiesIsRefused) {
  const auto file = IndexFile::FromBuffer(*IndexFileWriter(IndexStamp{}).ToBuffer(), nullptr);
  EXPECT_EQ(PartyData::Open(*file).error().code, ErrorCode::kStorage);
}

}  // namespace
}  // namespace interdict::index
