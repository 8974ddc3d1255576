// Identifiers of parties: schemes, keys to compare by, and check digits.
// The scheme comes from the publisher's field, never from the digits. A list value that fails its
// check is kept, marked and still matched exactly. Two values name the same thing when scheme (or
// one that a wide scheme takes in) and key are equal, and, for schemes that are national, the
// country too where both sides give one. Test: identifier_test.cc.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace interdict {

enum class IdScheme : uint8_t {
  kImo,         // IMO ship number
  kImoCompany,  // IMO company and registered owner number: another number space
  kMmsi,
  kCallSign,
  kTailNumber,  // aircraft registration
  kMsn,         // manufacturer's serial number of an aircraft
  kIcao24,      // Mode S transponder code
  kPassport,
  kNationalId,
  kCedula,  // Venezuelan (and other) cedula
  kTaxId,
  kRif,  // Venezuelan tax register
  kRegistrationNumber,
  kBic,
  kLei,
  kIban,
  kBankAccount,
  kDuns,
  kInn,
  kOgrn,
  kKpp,
  kOkpo,
  kNit,
  kRuc,
  kCrypto,  // an address on any chain; the currency tag is the `issuer`
  kSsn,
  kBirthCertificate,
  kDriversLicence,
  kMilitaryId,
  kSeafarerId,
  kResidencePermit,
  kVisa,
  kTravelDocument,
  kLicence,
  kStockTicker,
  kIsin,
  kOtherId,
};
inline constexpr int kIdSchemeCount = static_cast<int>(IdScheme::kOtherId) + 1;

// How far an equal value alone goes. Strong: the same thing whatever the name. Medium: strong when
// the country agrees too. Weak: supports a match, never makes one.
enum class IdStrength : uint8_t { kStrong, kMedium, kWeak };

enum class IdCheck : uint8_t {
  kNone,  // the scheme has no check, or the value cannot be checked
  kValid,
  kInvalid,  // wrong length, characters or check digit
};

std::string_view IdSchemeName(IdScheme scheme);  // "imo_company"
std::optional<IdScheme> IdSchemeFromName(std::string_view name);
IdStrength StrengthOf(IdScheme scheme);

// What a wide scheme takes in: some publishers write "tax number" where others write "INN" or
// "RIF", and customers know no more than "national id" of a cedula. Empty for all but the wide
// schemes tax_id, registration_number and national_id.
std::span<const IdScheme> NarrowSchemes(IdScheme wide);

// The form in which values of a scheme are compared: upper case (base58 crypto addresses excepted)
// without spaces, hyphens, dots and prefixes such as "IMO"; IMO numbers padded to 7 digits; BIC cut
// to 8; cedulas without V/E and leading zeros. Empty when nothing is left.
std::string IdKey(IdScheme scheme, std::string_view value);

// Whether the value satisfies the scheme's structure and check digit.
IdCheck CheckId(IdScheme scheme, std::string_view value);

// A value of a list, as published.
struct Identifier {
  IdScheme scheme = IdScheme::kOtherId;
  std::string value;
  std::string country;  // issuing country, ISO 3166-1 alpha-2 lower case, or empty
  std::string issuer;   // issuing authority, currency tag, the publisher's label of an other_id
  std::string issued;   // as written
  std::string expires;  // as written
  std::string remark;
  IdCheck check = IdCheck::kNone;
  std::string field;  // the publisher's field
  bool operator==(const Identifier&) const = default;
};

// An identifier with its check filled in.
Identifier MakeIdentifier(IdScheme scheme, std::string value, std::string field);

// Whether both name the same thing: the same scheme, or a wide one and one that it takes in; the
// same key; and no two different countries where the scheme is national.
bool SameIdentifier(const Identifier& a, const Identifier& b);

}  // namespace interdict
