// What one publisher says about one party in one version of its list.
//
// A Record keeps everything the publisher wrote: what a reader understands in typed facts, the rest
// verbatim in `uninterpreted`. Every fact carries `field`, the publisher's name of the place it
// came from ("alt.csv/alt_name", "Remarks/DOB", "INDIVIDUAL_ALIAS/ALIAS_NAME"); together with the
// record's source and id that is its provenance. Values stand as published; what is derived from
// them (keys, folded names, codes) is derived on use, except country codes and partial dates, which
// stand beside the published text. Order is the publisher's order. Strings are UTF-8.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "interdict/entity/identifier.h"
#include "interdict/entity/partial_date.h"
#include "interdict/entity/schema.h"

namespace interdict {

enum class NameKind : uint8_t {
  kPrimary,
  kStrong,  // good-quality alias
  kWeak,    // weak or low-quality alias: confirms a hit rather than makes one
  kFormer,
  kTranslation,
  kOriginalScript,  // the primary name in the publisher's original script
};

enum class NamePartKind : uint8_t {
  kGiven,
  kMiddle,
  kFamily,
  kPatronymic,
  kMatronymic,
  kTitle,
  kSuffix,
  kTribal,
  kGrandfather,
  kOther,
};

struct NamePart {
  NamePartKind kind = NamePartKind::kOther;
  std::string text;
  bool operator==(const NamePart&) const = default;
};

struct Name {
  std::string text;  // whole name as published ("FAMILY, Given"), or composed from the parts
  NameKind kind = NameKind::kPrimary;
  std::vector<NamePart> parts;  // only where the publisher separates them
  std::string language;         // ISO 639 code or the publisher's word, or empty
  std::string script;           // ISO 15924 code or the publisher's word, or empty
  std::string remark;
  std::string field;
  bool operator==(const Name&) const = default;
};

enum class DateKind : uint8_t { kBirth, kDeath, kIncorporation, kDissolution, kBuild };

struct DateFact {
  DateKind kind = DateKind::kBirth;
  std::optional<PartialDate> date;  // nullopt when the text could not be read
  std::string text;                 // as published
  std::string field;
  bool operator==(const DateFact&) const = default;
};

enum class CountryKind : uint8_t {
  kNationality,
  kCitizenship,
  kResidence,
  kJurisdiction,
  kFlag,
  kFormerFlag,
  kBirthCountry,
  kOther,
};

struct CountryFact {
  CountryKind kind = CountryKind::kOther;
  std::string code;  // ISO 3166-1 alpha-2 lower case, or empty when not recognised
  std::string text;  // as published
  std::string field;
  bool operator==(const CountryFact&) const = default;
};

enum class AddressKind : uint8_t { kAddress, kBirthPlace };

struct Address {
  AddressKind kind = AddressKind::kAddress;
  std::string full;  // as one text where the publisher gives one; else composed
  std::string street, po_box, city, region, postal_code;
  std::string country;       // code, or empty
  std::string country_text;  // as published
  std::string remark;
  std::string field;
  bool operator==(const Address&) const = default;
};

enum class AttributeKind : uint8_t {
  kGender,  // "male", "female", or the publisher's word
  kTitle,
  kPosition,
  kRemark,
  kReason,
  kNote,
  kEmail,
  kPhone,
  kWebsite,
  kSector,
  kLegalForm,
  kVesselType,
  kTonnage,
  kGrossTonnage,
  kDeadweight,
  kVesselOwner,
  kVesselOperator,
  kLength,
  kHull,
  kAircraftModel,
  kAircraftOperator,
  kManufacturer,
  kEthnicity,
  kAppearance,
  kLanguageSpoken,
  kSecondarySanctions,
  kSectoralDirective,
  kTargetType,
  kParentCompany,
  kSubsidiary,
  kSourceUrl,
  kFatherName,
  kMotherName,
  kTopic,
  kOther,
};

struct Attribute {
  AttributeKind kind = AttributeKind::kOther;
  std::string value;
  std::string field;
  bool operator==(const Attribute&) const = default;
};

// A listing under one programme (regime, annex) of one authority. Dates as written by the publisher
// go through ParsePartialDate; empty texts mean that the publisher gives none.
struct Designation {
  std::string program;      // the publisher's tag: "VENEZUELA-EO13850", "EU-VEN", "QDi"
  std::string list;         // "SDN List", "Annex IV", where the publisher names one
  std::string authority;    // "OFAC", "UN Security Council"
  std::string legal_basis;  // "Executive Order 13850", "2017/2063 (OJ L295)"
  std::string measures;     // "Asset freeze|Travel Ban", the publisher's words
  std::string listed;       // dates as ISO prefix where readable, else as written
  std::string amended;
  std::string delisted;
  std::string reason;
  std::string field;
  bool operator==(const Designation&) const = default;
};

enum class RelationKind : uint8_t {
  kLinkedTo,
  kOwnedBy,
  kControlledBy,
  kActsFor,
  kFamilyOf,
  kAssociateOf,
  kSupports,
  kLeaderOf,
  kMemberOf,
  kOperatedBy,
  kOwns,
  kOther,
};

// This record --kind--> target. `target_id` is the publisher's id within the same source where the
// list gives or allows one ("", when only a name stands).
struct Relation {
  RelationKind kind = RelationKind::kLinkedTo;
  std::string target_name;
  std::string target_id;
  double share_min = -1;  // share in [0, 1]; -1 when not stated
  double share_max = -1;
  std::string valid_from;
  std::string valid_to;
  bool former = false;
  std::string text;  // the publisher's words for the relation
  std::string field;
  bool operator==(const Relation&) const = default;
};

// The same party's id elsewhere, as this publisher states it: a UN reference in an EU record, an
// OFSI group id in a UK record, the DATAID of a UN record. `source` may be empty where the number
// space is not a list of ours.
struct CrossReference {
  std::string source;
  std::string id;
  std::string field;
  bool operator==(const CrossReference&) const = default;
};

struct Record {
  std::string source;  // list id: "us_ofac_sdn"
  std::string id;      // the publisher's id: "22790"
  Schema schema = Schema::kLegalEntity;
  std::vector<Name> names;
  std::vector<Identifier> identifiers;
  std::vector<DateFact> dates;
  std::vector<CountryFact> countries;
  std::vector<Address> addresses;
  std::vector<Attribute> attributes;
  std::vector<Designation> designations;
  std::vector<Relation> relations;
  std::vector<CrossReference> references;
  std::vector<Attribute> uninterpreted;  // field and text of what the reader did not understand

  bool operator==(const Record&) const = default;

  std::string Key() const { return source + ":" + id; }
  // The first primary name, else the first name, else the id.
  std::string_view Caption() const;
};

// Order of a publisher's ids: numbers first, by value, then all others as text.
bool IdLess(std::string_view a, std::string_view b);

// The caption as people say it: "Nicolas MADURO MOROS" for "MADURO MOROS, Nicolas".
std::string DisplayName(const Record& record);

std::string_view NameKindName(NameKind kind);  // "primary" "strong" "weak" "former" ...
std::string_view NamePartKindName(NamePartKind kind);
std::string_view DateKindName(DateKind kind);
std::string_view CountryKindName(CountryKind kind);
std::string_view AttributeKindName(AttributeKind kind);
std::string_view RelationKindName(RelationKind kind);
std::optional<NameKind> NameKindFromName(std::string_view name);
std::optional<DateKind> DateKindFromName(std::string_view name);
std::optional<CountryKind> CountryKindFromName(std::string_view name);
std::optional<AttributeKind> AttributeKindFromName(std::string_view name);
std::optional<RelationKind> RelationKindFromName(std::string_view name);

// Makers for readers: they fill what is derived (country code, partial date).
DateFact MakeDateFact(DateKind kind, std::string_view text, std::string field,
                      NumericOrder order = NumericOrder::kDayFirst);
CountryFact MakeCountryFact(CountryKind kind, std::string_view text, std::string field);

}  // namespace interdict
