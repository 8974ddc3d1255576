// A designation as the UK publishes it, before it becomes a Record: the parts that the three UK
// formats (UK Sanctions List in CSV and XML, OFSI Consolidated List in CSV) have in common, and
// what each of them calls them.
//
// The same designation in two formats gives the same parts in the same order, and so, but for the
// names of the fields, the same Record (uk_record.h).
// Source of the names: headers and elements of the published files, 2020 to 2026.
// Test: uk_sanctions_csv_test.cc reads one fixture in both formats of the FCDO.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace interdict {

enum class UkPart : uint8_t {
  kUniqueId,  // of the UK Sanctions List: RUS0251
  kOfsiGroupId,
  kUnReference,
  kType,          // Individual, Entity, Ship
  kName,          // Name 6, Name 1 ... 5, type, strength
  kOriginalName,  // text, script, language, type and strength of the row
  kTitle,
  kListing,  // regime, source, measures, designated, updated, listed by OFSI
  kOtherInformation,
  kReasons,
  kAddress,  // lines 1 to 6, postal code, country
  kPhone,
  kWebsite,
  kEmail,
  kBirthDate,
  kBirthPlace,  // town, country
  kNationality,
  kPassport,    // number, details
  kNationalId,  // number, details
  kPosition,
  kGender,
  kBodyType,
  kSubsidiary,
  kParentCompany,
  kRegistrationNumber,
  kImo,
  kOwner,
  kPreviousOwner,
  kFlag,
  kPreviousFlag,
  kShipType,
  kTonnage,
  kLength,
  kYearBuilt,
  kHull,
  kCryptoAddress,
};
inline constexpr size_t kUkPartCount = static_cast<size_t>(UkPart::kCryptoAddress) + 1;

enum class UkDialect : uint8_t { kFcdoXml, kFcdoCsv, kConList };
inline constexpr size_t kUkDialectCount = 3;

// A cell of a part: what each dialect calls it. In XML a child of the part's element, "." its own
// text; in CSV a column, other names that it has had behind a '|'; in the ConList a column, or a
// label in brackets inside "Other Information". Empty where the dialect has none.
struct UkCell {
  std::array<std::string_view, kUkDialectCount> names;
};

struct UkPartLayout {
  UkPart part;
  std::string_view xml_path;  // below Designation: "Names/Name"; "" for its direct children
  std::array<UkCell, 8> cells;
  size_t cell_count;
};

// Layouts of all parts, in the order of UkPart.
std::span<const UkPartLayout> UkPartLayouts();

// Full name of a cell in a dialect, for Record's `field`: "Names/Name/Name6", "Name 6".
std::string UkFieldName(UkPart part, size_t cell, UkDialect dialect);

}  // namespace interdict
