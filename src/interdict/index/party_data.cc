#include "interdict/index/party_data.h"

#include <xxhash.h>

#include <algorithm>

namespace interdict::index {
namespace {

struct ByHash {
  template <class Row>
  bool operator()(const Row& row, uint64_t hash) const {
    return row.hash < hash;
  }
  template <class Row>
  bool operator()(uint64_t hash, const Row& row) const {
    return hash < row.hash;
  }
};

template <class Row>
std::span<const Row> FindHash(std::span<const Row> rows, uint64_t hash) {
  const auto [first, last] = std::equal_range(rows.begin(), rows.end(), hash, ByHash());
  return {first, last};
}

template <class Row>
bool SortedByHash(std::span<const Row> rows) {
  return std::is_sorted(rows.begin(), rows.end(),
                        [](const Row& a, const Row& b) { return a.hash < b.hash; });
}

// Whether `of` of every row is below `limit`.
template <class Row, class Member>
bool AllBelow(std::span<const Row> rows, Member Row::*of, size_t limit) {
  return std::all_of(rows.begin(), rows.end(),
                     [&](const Row& row) { return static_cast<size_t>(row.*of) < limit; });
}

bool AllBelow(std::span<const uint32_t> numbers, size_t limit) {
  return std::all_of(numbers.begin(), numbers.end(), [&](uint32_t n) { return n < limit; });
}

// Whether `of` begins at 0, never falls, and ends at `end`.
bool Partitions(std::span<const PartyRow> rows, uint32_t PartyRow::*of, size_t end) {
  const auto falls = [&](const PartyRow& a, const PartyRow& b) { return a.*of > b.*of; };
  return rows.front().*of == 0 && rows.back().*of == end &&
         std::adjacent_find(rows.begin(), rows.end(), falls) == rows.end();
}

}  // namespace

uint32_t TokenHash(std::string_view token) {
  return static_cast<uint32_t>(XXH3_64bits(token.data(), token.size()));
}

uint64_t IdentifierHash(IdScheme scheme, std::string_view key) {
  return XXH3_64bits_withSeed(key.data(), key.size(), static_cast<uint64_t>(scheme) + 1);
}

Status PartyData::OpenSections(const IndexFile& file) {
  using Id = SectionId;
  ASSIGN_OR_RETURN(texts_, StringColumn::Open(file, Id::kTextOffsets, Id::kTextBytes));
  ASSIGN_OR_RETURN(sources_, file.Section<TextId>(Id::kSources));
  ASSIGN_OR_RETURN(parties_, file.Section<PartyRow>(Id::kParties));
  ASSIGN_OR_RETURN(records_, file.Section<RecordRow>(Id::kRecords));
  ASSIGN_OR_RETURN(programs_, file.Section<TextId>(Id::kPrograms));
  ASSIGN_OR_RETURN(names_, file.Section<NameRow>(Id::kNames));
  ASSIGN_OR_RETURN(dates_, file.Section<DateRow>(Id::kDates));
  ASSIGN_OR_RETURN(countries_, file.Section<CountryRow>(Id::kCountries));
  ASSIGN_OR_RETURN(addresses_, file.Section<AddressRow>(Id::kAddresses));
  ASSIGN_OR_RETURN(address_tokens_, file.Section<uint32_t>(Id::kAddressTokens));
  ASSIGN_OR_RETURN(identifiers_, file.Section<IdentifierRow>(Id::kIdentifiers));
  ASSIGN_OR_RETURN(identifier_keys_, file.Section<IdentifierKeyRow>(Id::kIdentifierKeys));
  ASSIGN_OR_RETURN(record_keys_, file.Section<RecordKeyRow>(Id::kRecordKeys));
  return Ok{};
}

bool PartyData::RangesAreWhole() const {
  return !parties_.empty() && Partitions(parties_, &PartyRow::first_record, records_.size()) &&
         Partitions(parties_, &PartyRow::first_program, programs_.size()) &&
         Partitions(parties_, &PartyRow::first_name, names_.size()) &&
         Partitions(parties_, &PartyRow::first_date, dates_.size()) &&
         Partitions(parties_, &PartyRow::first_country, countries_.size()) &&
         Partitions(parties_, &PartyRow::first_address, addresses_.size()) &&
         Partitions(parties_, &PartyRow::first_identifier, identifiers_.size()) &&
         std::all_of(addresses_.begin(), addresses_.end(), [&](const AddressRow& row) {
           return uint64_t{row.first_token} + row.tokens <= address_tokens_.size();
         });
}

// Numbers of kinds that this program knows.
bool PartyData::KindsAreKnown() const {
  constexpr auto kNameKinds = static_cast<size_t>(NameKind::kOriginalScript) + 1;
  return AllBelow(parties_, &PartyRow::schema, kSchemaCount) &&
         AllBelow(records_, &RecordRow::schema, kSchemaCount) &&
         AllBelow(names_, &NameRow::kind, kNameKinds) &&
         AllBelow(identifiers_, &IdentifierRow::scheme, kIdSchemeCount);
}

bool PartyData::ReferencesAreWhole() const {
  const size_t texts = texts_.size();
  const size_t records = records_.size();
  return AllBelow(sources_, texts) && AllBelow(programs_, texts) &&
         AllBelow(parties_, &PartyRow::id, texts) &&
         AllBelow(parties_, &PartyRow::caption, texts) &&
         AllBelow(records_, &RecordRow::key, texts) &&
         AllBelow(records_, &RecordRow::party, size()) &&
         AllBelow(records_, &RecordRow::source, sources_.size()) &&
         AllBelow(names_, &NameRow::text, texts) && AllBelow(names_, &NameRow::field, texts) &&
         AllBelow(names_, &NameRow::record, records) &&
         AllBelow(dates_, &DateRow::record, records) &&
         AllBelow(countries_, &CountryRow::code, texts) &&
         AllBelow(addresses_, &AddressRow::full, texts) &&
         AllBelow(addresses_, &AddressRow::record, records) &&
         AllBelow(identifiers_, &IdentifierRow::value, texts) &&
         AllBelow(identifiers_, &IdentifierRow::country, texts) &&
         AllBelow(identifiers_, &IdentifierRow::record, records) &&
         AllBelow(identifier_keys_, &IdentifierKeyRow::identifier, identifiers_.size()) &&
         AllBelow(identifier_keys_, &IdentifierKeyRow::party, size()) &&
         AllBelow(record_keys_, &RecordKeyRow::text, texts) &&
         AllBelow(record_keys_, &RecordKeyRow::party, size());
}

Result<PartyData> PartyData::Open(const IndexFile& file) {
  PartyData data;
  RETURN_IF_ERROR(data.OpenSections(file));
  const bool whole = data.RangesAreWhole() && data.ReferencesAreWhole() && data.KindsAreKnown() &&
                     SortedByHash(data.identifier_keys_) && SortedByHash(data.record_keys_);
  if (whole) return data;
  return MakeError(ErrorCode::kStorage,
                   "the index is damaged: its sections of parties do not fit together");
}

std::optional<uint16_t> PartyData::FindSource(std::string_view source) const {
  const auto found =
      std::lower_bound(sources_.begin(), sources_.end(), source,
                       [&](TextId id, std::string_view asked) { return texts_[id] < asked; });
  if (found == sources_.end() || texts_[*found] != source) return std::nullopt;
  return static_cast<uint16_t>(found - sources_.begin());
}

std::span<const IdentifierKeyRow> PartyData::FindIdentifier(uint64_t hash) const {
  return FindHash(identifier_keys_, hash);
}

std::optional<uint32_t> PartyData::FindByRecord(std::string_view record_key) const {
  for (const RecordKeyRow& row :
       FindHash(record_keys_, XXH3_64bits(record_key.data(), record_key.size()))) {
    if (texts_[row.text] == record_key) return row.party;
  }
  return std::nullopt;
}

bool PartyView::ListedBy(uint16_t source) const {
  const auto of_party = records();
  return std::any_of(of_party.begin(), of_party.end(),
                     [&](const RecordRow& record) { return record.source == source; });
}

}  // namespace interdict::index
