// The parties in an index file, and what is known of them besides prepared names.
//
// Views are small and returned by value; they borrow the PartyData, which borrows the file. After
// Open no access can fail or allocates. Built by AddParties (party_data_builder.h).
// Test: party_data_test.cc.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "interdict/base/result.h"
#include "interdict/index/index_file.h"
#include "interdict/index/party_rows.h"
#include "interdict/index/string_column.h"

namespace interdict::index {

// Hash of a folded word of an address.
uint32_t TokenHash(std::string_view token);
// Hash of an identifier's scheme and IdKey.
uint64_t IdentifierHash(IdScheme scheme, std::string_view key);

class PartyView;

class PartyData {
 public:
  // kStorage when a section is missing or points outside another. Cost: one pass over the rows.
  static Result<PartyData> Open(const IndexFile& file);

  uint32_t size() const { return static_cast<uint32_t>(parties_.size() - 1); }
  PartyView operator[](uint32_t party) const;
  std::string_view text(TextId id) const { return texts_[id]; }

  // List ids by the number that records have.
  uint32_t source_count() const { return static_cast<uint32_t>(sources_.size()); }
  std::string_view source(uint16_t source) const { return texts_[sources_[source]]; }
  std::optional<uint16_t> FindSource(std::string_view source) const;

  // Of all parties; a row's number is its position here.
  std::span<const RecordRow> records() const { return records_; }
  std::span<const NameRow> names() const { return names_; }
  std::span<const IdentifierRow> identifiers() const { return identifiers_; }
  uint32_t PartyOfName(uint32_t name) const { return records_[names_[name].record].party; }

  // Where identifiers with this hash stand; the caller compares (SameIdentifier has the last word).
  // Cost: O(log n).
  std::span<const IdentifierKeyRow> FindIdentifier(uint64_t hash) const;
  // The party that has this record ("un_sc_sanctions:110410"); also takes the publisher's other ids
  // of a record ("un_sc_sanctions:6908555"). Cost: O(log n).
  std::optional<uint32_t> FindByRecord(std::string_view record_key) const;

 private:
  friend class PartyView;
  PartyData() = default;
  Status OpenSections(const IndexFile& file);
  bool RangesAreWhole() const;
  bool ReferencesAreWhole() const;
  bool KindsAreKnown() const;

  StringColumn texts_;
  std::span<const TextId> sources_;
  std::span<const PartyRow> parties_;  // and one behind the last
  std::span<const RecordRow> records_;
  std::span<const TextId> programs_;
  std::span<const NameRow> names_;
  std::span<const DateRow> dates_;
  std::span<const CountryRow> countries_;
  std::span<const AddressRow> addresses_;
  std::span<const uint32_t> address_tokens_;
  std::span<const IdentifierRow> identifiers_;
  std::span<const IdentifierKeyRow> identifier_keys_;
  std::span<const RecordKeyRow> record_keys_;
};

// One party. Copy it freely; 16 bytes.
class PartyView {
 public:
  PartyView(const PartyData& data, uint32_t party) : data_(&data), party_(party) {}

  const PartyData& data() const { return *data_; }
  uint32_t number() const { return party_; }

  std::string_view id() const { return data_->texts_[row().id]; }
  std::string_view caption() const { return data_->texts_[row().caption]; }
  Schema schema() const { return row().schema; }
  uint8_t genders() const { return row().genders; }  // bits of Gender; 0: not known

  std::span<const RecordRow> records() const {
    return Part(data_->records_, &PartyRow::first_record);
  }
  // Texts of the programmes of all records, in their order, each once.
  std::span<const TextId> programs() const {
    return Part(data_->programs_, &PartyRow::first_program);
  }
  std::span<const NameRow> names() const { return Part(data_->names_, &PartyRow::first_name); }
  std::span<const DateRow> dates() const { return Part(data_->dates_, &PartyRow::first_date); }
  std::span<const CountryRow> countries() const {
    return Part(data_->countries_, &PartyRow::first_country);
  }
  std::span<const AddressRow> addresses() const {
    return Part(data_->addresses_, &PartyRow::first_address);
  }
  std::span<const IdentifierRow> identifiers() const {
    return Part(data_->identifiers_, &PartyRow::first_identifier);
  }
  std::span<const uint32_t> tokens(const AddressRow& address) const {
    return data_->address_tokens_.subspan(address.first_token, address.tokens);
  }
  // Position of the first name in PartyData::names.
  uint32_t first_name() const { return row().first_name; }
  uint32_t end_name() const { return data_->parties_[party_ + 1].first_name; }

  std::string_view text(TextId id) const { return data_->texts_[id]; }
  std::string_view key(const RecordRow& record) const { return data_->texts_[record.key]; }
  std::string_view source(const RecordRow& record) const { return data_->source(record.source); }
  // Whether one of the records is of this list.
  bool ListedBy(uint16_t source) const;

 private:
  const PartyRow& row() const { return data_->parties_[party_]; }
  template <class T>
  std::span<const T> Part(std::span<const T> rows, uint32_t PartyRow::*first) const {
    const uint32_t begin = row().*first;
    return rows.subspan(begin, data_->parties_[party_ + 1].*first - begin);
  }

  const PartyData* data_;
  uint32_t party_;
};

inline PartyView PartyData::operator[](uint32_t party) const {
  return {*this, party};
}

}  // namespace interdict::index
