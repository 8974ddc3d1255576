// Elements of the sections 1-99: parties and what is known of them.
//
// Texts are numbers in the column kTextOffsets/kTextBytes; text 0 is the empty one. What belongs to
// a party stands together: its row holds where each kind begins, and the next row where it ends, so
// the section has one row more than there are parties. Gaps are declared and zero.
#pragma once

#include <cstdint>
#include <string_view>

#include "interdict/entity/partial_date.h"
#include "interdict/entity/record.h"

namespace interdict::index {

using TextId = uint32_t;

struct PartyRow {
  TextId id;       // "us_ofac_sdn:22790"
  TextId caption;  // DisplayName of the leading record
  uint32_t first_record;
  uint32_t first_program;
  uint32_t first_name;
  uint32_t first_date;
  uint32_t first_country;
  uint32_t first_address;
  uint32_t first_identifier;
  Schema schema;
  uint8_t genders;  // bits of Gender
  uint16_t unused;
};
static_assert(sizeof(PartyRow) == 40);

enum Gender : uint8_t { kMale = 1, kFemale = 2 };

// Records of all parties, the leading one of each party first.
struct RecordRow {
  TextId key;  // "source:id"
  uint32_t party;
  uint16_t source;  // position in kSources, which is sorted by name
  Schema schema;
  uint8_t unused;
};
static_assert(sizeof(RecordRow) == 12);

// All names of all records, also those of which folding leaves nothing; records in the party's
// order, names in the publisher's.
struct NameRow {
  TextId text;      // as published
  TextId field;     // the publisher's
  uint32_t record;  // position in kRecords
  NameKind kind;
  uint8_t unused[3];
};
static_assert(sizeof(NameRow) == 16);

// Days of birth and incorporation that could be read.
struct DateRow {
  int32_t first;  // days since 1970-01-01
  int32_t last;
  uint32_t record;
  DateKind kind;
  uint8_t circa;  // 0 or 1
  uint16_t unused;

  PartialDate date() const { return {{first}, {last}, circa != 0}; }
};
static_assert(sizeof(DateRow) == 16);

// Every country of a party once, in the order of the codes.
struct CountryRow {
  TextId code;
  uint16_t packed;  // PackCountry(code); a region has that of its country
  uint16_t kinds;   // bit i: CountryKind i; then the two below

  static constexpr uint16_t Bit(CountryKind kind) {
    return static_cast<uint16_t>(1U << static_cast<unsigned>(kind));
  }
  static constexpr uint16_t kOfAddress = 1U << 14;
  static constexpr uint16_t kOfBirthPlace = 1U << 15;
  // Where a party belongs, and not merely where it has been found.
  static constexpr uint16_t Belongs() {
    return Bit(CountryKind::kNationality) | Bit(CountryKind::kCitizenship) |
           Bit(CountryKind::kJurisdiction) | Bit(CountryKind::kFlag);
  }
};
static_assert(sizeof(CountryRow) == 8);

// The country of a code in one number: "ve" and the region "ve-x" give the same. 0 for a code of
// another form ("cshh").
constexpr uint16_t PackCountry(std::string_view code) {
  const auto is_letter = [](char c) { return c >= 'a' && c <= 'z'; };
  const bool has_form = code.size() == 2 || (code.size() > 2 && code[2] == '-');
  if (!has_form || !is_letter(code[0]) || !is_letter(code[1])) return 0;
  return static_cast<uint16_t>(static_cast<unsigned>(code[0]) << 8 | static_cast<uint8_t>(code[1]));
}

struct AddressRow {
  TextId full;
  uint32_t record;
  uint32_t first_token;  // in kAddressTokens: TokenHash of its folded words, sorted, each once
  uint16_t tokens;
  AddressKind kind;
  uint8_t unused;
};
static_assert(sizeof(AddressRow) == 16);

struct IdentifierRow {
  TextId value;    // as published
  TextId country;  // code, or empty
  uint32_t record;
  IdScheme scheme;
  IdCheck check;
  uint16_t unused;
};
static_assert(sizeof(IdentifierRow) == 16);

// Sorted by hash, then identifier: where the identifiers with a key stand. One of a wide scheme
// (NarrowSchemes) also stands under the keys of the schemes that it takes in.
struct IdentifierKeyRow {
  uint64_t hash;  // IdentifierHash of scheme and key
  uint32_t identifier;
  uint32_t party;
};
static_assert(sizeof(IdentifierKeyRow) == 16);

// Sorted by hash; among equal hashes records' own keys before other ids of the publisher, then in
// the order of the parties: the first with the text asked for is the one meant.
struct RecordKeyRow {
  uint64_t hash;  // of the text
  TextId text;    // "source:id"
  uint32_t party;
};
static_assert(sizeof(RecordKeyRow) == 16);

}  // namespace interdict::index
