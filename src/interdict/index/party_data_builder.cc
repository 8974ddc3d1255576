#include "interdict/index/party_data_builder.h"

#include <xxhash.h>

#include <algorithm>
#include <array>
#include <limits>
#include <map>
#include <set>
#include <tuple>
#include <vector>

#include "interdict/base/strings.h"
#include "interdict/index/party_data.h"

namespace interdict::index {
namespace {

uint32_t Count(const auto& rows) {
  return static_cast<uint32_t>(rows.size());
}

class Builder {
 public:
  Builder(std::span<const Record> records, const text::Folder& folder)
      : records_(records), folder_(folder) {
    texts_.Intern("");
    NumberSources();
  }

  void Add(const Party& party);
  Status AddTo(IndexFileWriter* writer);

 private:
  // An entry of kRecordKeys before it is sorted.
  struct RecordKey {
    uint64_t hash;
    bool other;
    uint32_t party;
    TextId text;
    auto operator<=>(const RecordKey&) const = default;
  };

  void NumberSources();
  PartyRow Ends() const;
  void AddRecord(const Record& record);
  void AddRecordKey(const std::string& key, bool other);
  void AddProgram(const std::string& program, uint32_t first);
  void AddCountries(const Party& party);
  void AddAddress(const Address& address, uint32_t record);
  void AddIdentifier(const Identifier& id, uint32_t record);

  std::span<const Record> records_;
  const text::Folder& folder_;
  StringColumnWriter texts_;
  std::map<std::string, uint16_t, std::less<>> source_numbers_;
  std::vector<TextId> sources_;
  std::vector<PartyRow> parties_;
  std::vector<RecordRow> record_rows_;
  std::vector<TextId> programs_;
  std::vector<NameRow> names_;
  std::vector<DateRow> dates_;
  std::vector<CountryRow> countries_;
  std::vector<AddressRow> addresses_;
  std::vector<uint32_t> address_tokens_;
  std::vector<IdentifierRow> identifiers_;
  std::vector<IdentifierKeyRow> identifier_keys_;
  std::vector<RecordKey> record_keys_;
};

void Builder::NumberSources() {
  std::set<std::string_view> names;
  for (const Record& record : records_) names.insert(record.source);
  for (std::string_view name : names) {
    source_numbers_.emplace(name, static_cast<uint16_t>(sources_.size()));
    sources_.push_back(texts_.Intern(name));
  }
}

// A row of which every part begins where all that was added ends.
PartyRow Builder::Ends() const {
  PartyRow row{};
  row.first_record = Count(record_rows_);
  row.first_program = Count(programs_);
  row.first_name = Count(names_);
  row.first_date = Count(dates_);
  row.first_country = Count(countries_);
  row.first_address = Count(addresses_);
  row.first_identifier = Count(identifiers_);
  return row;
}

uint8_t GenderBits(const Record& record) {
  uint8_t genders = 0;
  for (const Attribute& attribute : record.attributes) {
    if (attribute.kind != AttributeKind::kGender) continue;
    if (EqualsIgnoreCase(attribute.value, "male")) genders |= Gender::kMale;
    if (EqualsIgnoreCase(attribute.value, "female")) genders |= Gender::kFemale;
  }
  return genders;
}

void Builder::Add(const Party& party) {
  PartyRow row = Ends();
  const Record& leading = records_[party.records.front()];
  row.id = texts_.Intern(party.id);
  row.caption = texts_.Intern(DisplayName(leading));
  row.schema = party.schema;
  parties_.push_back(row);
  for (uint32_t position : party.records) {
    AddRecord(records_[position]);
    parties_.back().genders |= GenderBits(records_[position]);
  }
  AddCountries(party);
}

void Builder::AddRecord(const Record& record) {
  const uint32_t number = Count(record_rows_);
  const uint32_t party = Count(parties_) - 1;
  const uint16_t source = source_numbers_.find(record.source)->second;
  record_rows_.push_back({texts_.Intern(record.Key()), party, source, record.schema, 0});
  AddRecordKey(record.Key(), /*other=*/false);
  for (const CrossReference& reference : record.references) {
    if (reference.source != record.source) continue;
    AddRecordKey(reference.source + ":" + reference.id, /*other=*/true);
  }
  for (const Designation& designation : record.designations) {
    AddProgram(designation.program, parties_.back().first_program);
  }
  for (const Name& name : record.names) {
    names_.push_back(
        {texts_.Intern(name.text), texts_.Intern(name.field), number, name.kind, {0, 0, 0}});
  }
  for (const DateFact& fact : record.dates) {
    const bool compared = fact.kind == DateKind::kBirth || fact.kind == DateKind::kIncorporation;
    if (!compared || !fact.date) continue;
    dates_.push_back({fact.date->first.days, fact.date->last.days, number, fact.kind,
                      static_cast<uint8_t>(fact.date->circa ? 1 : 0), 0});
  }
  for (const Address& address : record.addresses) AddAddress(address, number);
  for (const Identifier& id : record.identifiers) AddIdentifier(id, number);
}

void Builder::AddRecordKey(const std::string& key, bool other) {
  record_keys_.push_back(
      {XXH3_64bits(key.data(), key.size()), other, Count(parties_) - 1, texts_.Intern(key)});
}

void Builder::AddProgram(const std::string& program, uint32_t first) {
  if (program.empty()) return;
  const TextId id = texts_.Intern(program);
  const auto of_party = programs_.begin() + static_cast<ptrdiff_t>(first);
  if (std::find(of_party, programs_.end(), id) == programs_.end()) programs_.push_back(id);
}

void Builder::AddCountries(const Party& party) {
  std::map<std::string_view, uint16_t> kinds;
  const auto add = [&](const std::string& code, uint16_t kind) {
    if (!code.empty()) kinds[code] |= kind;
  };
  for (uint32_t position : party.records) {
    for (const CountryFact& fact : records_[position].countries) {
      add(fact.code, CountryRow::Bit(fact.kind));
    }
    for (const Address& address : records_[position].addresses) {
      add(address.country, address.kind == AddressKind::kBirthPlace ? CountryRow::kOfBirthPlace
                                                                    : CountryRow::kOfAddress);
    }
  }
  for (const auto& [code, bits] : kinds) {
    countries_.push_back({texts_.Intern(code), PackCountry(code), bits});
  }
}

void Builder::AddAddress(const Address& address, uint32_t record) {
  constexpr size_t kMaxTokens = std::numeric_limits<uint16_t>::max();
  const std::string folded = folder_.Fold(address.full);
  std::vector<uint32_t> hashes;
  for (std::string_view token : text::Tokens(folded)) hashes.push_back(TokenHash(token));
  if (hashes.empty()) return;
  std::sort(hashes.begin(), hashes.end());
  hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
  hashes.resize(std::min(hashes.size(), kMaxTokens));
  addresses_.push_back({texts_.Intern(address.full), record, Count(address_tokens_),
                        static_cast<uint16_t>(hashes.size()), address.kind, 0});
  address_tokens_.insert(address_tokens_.end(), hashes.begin(), hashes.end());
}

void Builder::AddIdentifier(const Identifier& id, uint32_t record) {
  const uint32_t number = Count(identifiers_);
  identifiers_.push_back(
      {texts_.Intern(id.value), texts_.Intern(id.country), record, id.scheme, id.check, 0});
  const auto add = [&](IdScheme scheme) {
    const std::string key = IdKey(scheme, id.value);
    if (key.empty()) return;
    identifier_keys_.push_back({IdentifierHash(scheme, key), number, Count(parties_) - 1});
  };
  add(id.scheme);
  for (IdScheme narrow : NarrowSchemes(id.scheme)) add(narrow);
}

Status Builder::AddTo(IndexFileWriter* writer) {
  if (sources_.size() > std::numeric_limits<uint16_t>::max()) {
    return MakeError(ErrorCode::kTooLarge, "an index cannot hold so many lists");
  }
  parties_.push_back(Ends());
  std::sort(identifier_keys_.begin(), identifier_keys_.end(), [](const auto& a, const auto& b) {
    return std::tie(a.hash, a.identifier) < std::tie(b.hash, b.identifier);
  });
  std::sort(record_keys_.begin(), record_keys_.end());
  std::vector<RecordKeyRow> keys;
  for (const RecordKey& key : record_keys_) keys.push_back({key.hash, key.text, key.party});
  RETURN_IF_ERROR(texts_.AddTo(writer, SectionId::kTextOffsets, SectionId::kTextBytes));
  writer->Add(SectionId::kSources, sources_);
  writer->Add(SectionId::kParties, parties_);
  writer->Add(SectionId::kRecords, record_rows_);
  writer->Add(SectionId::kPrograms, programs_);
  writer->Add(SectionId::kNames, names_);
  writer->Add(SectionId::kDates, dates_);
  writer->Add(SectionId::kCountries, countries_);
  writer->Add(SectionId::kAddresses, addresses_);
  writer->Add(SectionId::kAddressTokens, address_tokens_);
  writer->Add(SectionId::kIdentifiers, identifiers_);
  writer->Add(SectionId::kIdentifierKeys, identifier_keys_);
  writer->Add(SectionId::kRecordKeys, keys);
  return Ok{};
}

}  // namespace

Status AddParties(std::span<const Record> records, std::span<const Party> parties,
                  const text::Folder& folder, IndexFileWriter* writer) {
  Builder builder(records, folder);
  for (const Party& party : parties) builder.Add(party);
  return builder.AddTo(writer);
}

}  // namespace interdict::index
