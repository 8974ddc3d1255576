#include "interdict/entity/identifier.h"

#include <algorithm>
#include <array>
#include <utility>

#include "interdict/base/strings.h"

namespace interdict {
namespace {

enum class KeyForm : uint8_t {
  kCompact,   // upper case, letters and digits only
  kImo,       // digits, padded to 7
  kDigits,    // digits only, without leading zeros
  kCedula,    // digits without V/E prefix and leading zeros
  kBic,       // the first 8 characters
  kCrypto,    // as written; EVM and bech32 addresses in lower case
  kVerbatim,  // squeezed spaces, upper case
};

struct SchemeRow {
  std::string_view name;
  IdStrength strength;
  KeyForm key;
  bool national;  // numbers of two countries are different numbers
};

constexpr auto kStrong = IdStrength::kStrong;
constexpr auto kMedium = IdStrength::kMedium;
constexpr auto kWeak = IdStrength::kWeak;

// In the order of IdScheme.
constexpr std::array<SchemeRow, kIdSchemeCount> kSchemes = {{
    {"imo", kStrong, KeyForm::kImo, false},
    {"imo_company", kStrong, KeyForm::kImo, false},
    {"mmsi", kMedium, KeyForm::kDigits, false},
    {"call_sign", kWeak, KeyForm::kCompact, false},
    {"tail_number", kStrong, KeyForm::kCompact, false},
    {"msn", kMedium, KeyForm::kCompact, false},
    {"icao24", kStrong, KeyForm::kCompact, false},
    {"passport", kMedium, KeyForm::kCompact, true},
    {"national_id", kMedium, KeyForm::kCompact, true},
    {"cedula", kMedium, KeyForm::kCedula, true},
    {"tax_id", kMedium, KeyForm::kCompact, true},
    {"rif", kStrong, KeyForm::kCompact, false},
    {"registration_number", kMedium, KeyForm::kCompact, true},
    {"bic", kStrong, KeyForm::kBic, false},
    {"lei", kStrong, KeyForm::kCompact, false},
    {"iban", kStrong, KeyForm::kCompact, false},
    {"bank_account", kMedium, KeyForm::kCompact, true},
    {"duns", kStrong, KeyForm::kCompact, false},
    {"inn", kStrong, KeyForm::kDigits, true},
    {"ogrn", kStrong, KeyForm::kDigits, true},
    {"kpp", kWeak, KeyForm::kDigits, true},
    {"okpo", kMedium, KeyForm::kDigits, true},
    {"nit", kMedium, KeyForm::kCompact, true},
    {"ruc", kMedium, KeyForm::kCompact, true},
    {"crypto", kStrong, KeyForm::kCrypto, false},
    {"ssn", kMedium, KeyForm::kCompact, true},
    {"birth_certificate", kWeak, KeyForm::kCompact, true},
    {"drivers_licence", kMedium, KeyForm::kCompact, true},
    {"military_id", kMedium, KeyForm::kCompact, true},
    {"seafarer_id", kMedium, KeyForm::kCompact, true},
    {"residence_permit", kMedium, KeyForm::kCompact, true},
    {"visa", kMedium, KeyForm::kCompact, true},
    {"travel_document", kMedium, KeyForm::kCompact, true},
    {"licence", kWeak, KeyForm::kCompact, true},
    {"stock_ticker", kWeak, KeyForm::kVerbatim, false},
    {"isin", kStrong, KeyForm::kCompact, false},
    {"other_id", kWeak, KeyForm::kCompact, true},
}};

// Names that tables use for national schemes without an own enumerator.
constexpr std::array<std::pair<std::string_view, IdScheme>, 21> kAliases = {{
    {"cuit", IdScheme::kTaxId},
    {"cuil", IdScheme::kTaxId},
    {"curp", IdScheme::kNationalId},
    {"rfc", IdScheme::kTaxId},
    {"cui", IdScheme::kNationalId},
    {"nie", IdScheme::kNationalId},
    {"dni", IdScheme::kNationalId},
    {"cnpj", IdScheme::kTaxId},
    {"cpf", IdScheme::kTaxId},
    {"carne_cu", IdScheme::kNationalId},
    {"vat", IdScheme::kTaxId},
    {"eori", IdScheme::kTaxId},
    {"identification_number", IdScheme::kNationalId},
    {"electoral_id", IdScheme::kNationalId},
    {"refugee_id", IdScheme::kTravelDocument},
    {"company_number", IdScheme::kRegistrationNumber},
    {"driver_licence", IdScheme::kDriversLicence},
    {"national_identification_number", IdScheme::kNationalId},
    {"id_number", IdScheme::kNationalId},
    {"passport_number", IdScheme::kPassport},
    {"swift", IdScheme::kBic},
}};

std::string Compact(std::string_view value) {
  std::string key = AsciiUpper(value);
  std::erase_if(key, [](char c) {
    const bool letter_or_digit = (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    return !letter_or_digit && static_cast<unsigned char>(c) < 0x80;
  });
  return key;
}

std::string DigitsOf(std::string_view value) {
  std::string digits;
  for (char c : value) {
    if (c >= '0' && c <= '9') digits.push_back(c);
  }
  return digits;
}

std::string WithoutLeadingZeros(std::string_view text) {
  return std::string(text.substr(std::min(text.find_first_not_of('0'), text.size())));
}

std::string ImoKey(std::string_view value) {
  std::string digits = DigitsOf(value);
  if (digits.find_first_not_of('0') == std::string::npos) return {};  // "0" stands for no number
  if (digits.size() < 7) digits.insert(0, 7 - digits.size(), '0');
  return digits;
}

// EVM ("0x" and 40 hex digits) and bech32 addresses ignore case; base58 does not.
std::string CryptoKey(std::string_view value) {
  value = Trim(value);
  const bool ignores_case =
      StartsWithIgnoreCase(value, "0x") || StartsWithIgnoreCase(value, "bc1") ||
      StartsWithIgnoreCase(value, "ltc1") || StartsWithIgnoreCase(value, "bitcoincash:");
  if (!ignores_case) return std::string(value);
  const std::string lower = AsciiLower(value);
  return lower.starts_with("bitcoincash:") ? lower.substr(12) : lower;
}

// --- check digits -------------------------------------------------------------------------------

int Digit(char c) {
  return c - '0';
}

bool ValidImoShip(std::string_view d) {
  if (d.size() != 7) return false;
  int sum = 0;
  for (size_t i = 0; i < 6; ++i) sum += Digit(d[i]) * static_cast<int>(7 - i);
  return sum % 10 == Digit(d[6]);
}

bool ValidImoCompany(std::string_view d) {
  if (d.size() != 7) return false;
  constexpr std::array<int, 6> kWeights = {8, 6, 4, 2, 9, 7};
  int sum = 0;
  for (size_t i = 0; i < 6; ++i) sum += Digit(d[i]) * kWeights[i];
  return (11 - sum % 11) % 10 == Digit(d[6]);
}

// ISO 7064 mod 97-10 over digits and letters (A = 10 ... Z = 35).
int Mod97(std::string_view text) {
  int remainder = 0;
  for (char c : text) {
    if (c >= '0' && c <= '9')
      remainder = (remainder * 10 + Digit(c)) % 97;
    else if (c >= 'A' && c <= 'Z')
      remainder = (remainder * 100 + (c - 'A' + 10)) % 97;
    else
      return -1;
  }
  return remainder;
}

bool ValidLei(std::string_view key) {
  return key.size() == 20 && Mod97(key) == 1;
}

bool ValidIban(std::string_view key) {
  if (key.size() < 15 || key.size() > 34) return false;
  return Mod97(std::string(key.substr(4)) + std::string(key.substr(0, 4))) == 1;
}

bool ValidIsin(std::string_view key) {
  if (key.size() != 12) return false;
  std::string digits;
  for (char c : key) {
    if (c >= '0' && c <= '9')
      digits.push_back(c);
    else if (c >= 'A' && c <= 'Z')
      digits += std::to_string(c - 'A' + 10);
    else
      return false;
  }
  int sum = 0;
  for (size_t i = 0; i < digits.size(); ++i) {
    int value = Digit(digits[digits.size() - 1 - i]);
    if (i % 2 == 1) value = value * 2 > 9 ? value * 2 - 9 : value * 2;
    sum += value;
  }
  return sum % 10 == 0;
}

bool ValidBic(std::string_view compact) {
  if (compact.size() != 8 && compact.size() != 11) return false;
  for (size_t i = 0; i < 6; ++i) {
    if (compact[i] < 'A' || compact[i] > 'Z') return false;
  }
  return true;
}

bool ValidRif(std::string_view key) {
  constexpr std::string_view kLetters = "VEJPG";
  constexpr std::array<int, 5> kValues = {4, 8, 12, 16, 20};
  constexpr std::array<int, 8> kWeights = {3, 2, 7, 6, 5, 4, 3, 2};
  if (key.size() != 10 || !IsDigits(key.substr(1))) return false;
  const size_t letter = kLetters.find(key[0]);
  if (letter == std::string_view::npos) return false;
  int sum = kValues[letter];
  for (size_t i = 0; i < 8; ++i) sum += Digit(key[i + 1]) * kWeights[i];
  return "00987654321"[sum % 11] == key[9];
}

bool ValidInn(std::string_view d) {
  const auto control = [&](std::initializer_list<int> weights) {
    int sum = 0;
    size_t i = 0;
    for (int weight : weights) sum += Digit(d[i++]) * weight;
    return sum % 11 % 10;
  };
  if (d.size() == 10) return control({2, 4, 10, 3, 5, 9, 4, 6, 8}) == Digit(d[9]);
  if (d.size() != 12) return false;
  return control({7, 2, 4, 10, 3, 5, 9, 4, 6, 8}) == Digit(d[10]) &&
         control({3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8}) == Digit(d[11]);
}

bool ValidOgrn(std::string_view d) {
  if (d.size() != 13 && d.size() != 15) return false;
  const long long modulus = d.size() == 13 ? 11 : 13;
  long long remainder = 0;
  for (char c : d.substr(0, d.size() - 1)) remainder = (remainder * 10 + Digit(c)) % modulus;
  return remainder % 10 == Digit(d.back());
}

// Nine digits; a ship's begin with a maritime identification digit between 2 and 7.
bool ValidMmsi(std::string_view d) {
  return d.size() == 9;
}

bool ValidIcao24(std::string_view key) {
  return key.size() == 6 && key.find_first_not_of("0123456789ABCDEF") == std::string_view::npos;
}

IdCheck Checked(bool valid) {
  return valid ? IdCheck::kValid : IdCheck::kInvalid;
}

bool TakesIn(IdScheme wide, IdScheme narrow) {
  const auto schemes = NarrowSchemes(wide);
  return std::find(schemes.begin(), schemes.end(), narrow) != schemes.end();
}

// Whether a number given under a wide scheme has the form of the narrow one: keys of digits alone
// must not be made of a number that has letters.
bool MayBe(IdScheme narrow, std::string_view value) {
  const KeyForm form = kSchemes[static_cast<size_t>(narrow)].key;
  const std::string compact = Compact(value);
  if (form == KeyForm::kDigits) return IsDigits(compact);
  if (form != KeyForm::kCedula) return true;
  const bool prefixed = compact.starts_with('V') || compact.starts_with('E');
  return IsDigits(std::string_view(compact).substr(prefixed ? 1 : 0));
}

// A number that may be an INN of Russia is checked as one; other countries' numbers are not.
IdCheck CheckInn(std::string_view digits) {
  return Checked(ValidInn(digits));
}

}  // namespace

IdCheck CheckCryptoAddress(std::string_view address);  // crypto_address.cc

std::string_view IdSchemeName(IdScheme scheme) {
  return kSchemes[static_cast<size_t>(scheme)].name;
}

std::optional<IdScheme> IdSchemeFromName(std::string_view name) {
  for (size_t i = 0; i < kSchemes.size(); ++i) {
    if (EqualsIgnoreCase(kSchemes[i].name, name)) return static_cast<IdScheme>(i);
  }
  for (const auto& [alias, scheme] : kAliases) {
    if (EqualsIgnoreCase(alias, name)) return scheme;
  }
  return std::nullopt;
}

IdStrength StrengthOf(IdScheme scheme) {
  return kSchemes[static_cast<size_t>(scheme)].strength;
}

std::string IdKey(IdScheme scheme, std::string_view value) {
  switch (kSchemes[static_cast<size_t>(scheme)].key) {
    case KeyForm::kImo:
      return ImoKey(value);
    case KeyForm::kDigits:
    case KeyForm::kCedula:
      return WithoutLeadingZeros(DigitsOf(value));
    case KeyForm::kBic:
      return Compact(value).substr(0, 8);
    case KeyForm::kCrypto:
      return CryptoKey(value);
    case KeyForm::kVerbatim:
      return AsciiUpper(SqueezeSpaces(value));
    case KeyForm::kCompact:
      return Compact(value);
  }
  return {};
}

IdCheck CheckId(IdScheme scheme, std::string_view value) {
  const std::string compact = Compact(value);
  const std::string digits = DigitsOf(value);
  switch (scheme) {
    case IdScheme::kImo:
      return Checked(ValidImoShip(ImoKey(value)));
    case IdScheme::kImoCompany:
      return Checked(ValidImoCompany(ImoKey(value)));
    case IdScheme::kLei:
      return Checked(ValidLei(compact));
    case IdScheme::kIban:
      return Checked(ValidIban(compact));
    case IdScheme::kIsin:
      return Checked(ValidIsin(compact));
    case IdScheme::kBic:
      return Checked(ValidBic(compact));
    case IdScheme::kRif:
      return Checked(ValidRif(compact));
    case IdScheme::kInn:
      return CheckInn(digits);
    case IdScheme::kOgrn:
      return Checked(ValidOgrn(digits));
    case IdScheme::kMmsi:
      return Checked(ValidMmsi(digits));
    case IdScheme::kIcao24:
      return Checked(ValidIcao24(compact));
    case IdScheme::kDuns:
      return Checked(digits.size() == 9);
    case IdScheme::kCrypto:
      return CheckCryptoAddress(Trim(value));
    default:
      return IdCheck::kNone;
  }
}

std::span<const IdScheme> NarrowSchemes(IdScheme wide) {
  static constexpr std::array kTax = {IdScheme::kInn, IdScheme::kNit, IdScheme::kRif,
                                      IdScheme::kRuc};
  static constexpr std::array kRegistration = {IdScheme::kOgrn, IdScheme::kOkpo};
  static constexpr std::array kNational = {IdScheme::kCedula};
  switch (wide) {
    case IdScheme::kTaxId:
      return kTax;
    case IdScheme::kRegistrationNumber:
      return kRegistration;
    case IdScheme::kNationalId:
      return kNational;
    default:
      return {};
  }
}

Identifier MakeIdentifier(IdScheme scheme, std::string value, std::string field) {
  Identifier id;
  id.scheme = scheme;
  id.check = CheckId(scheme, value);
  id.value = std::move(value);
  id.field = std::move(field);
  return id;
}

bool SameIdentifier(const Identifier& a, const Identifier& b) {
  if (b.scheme != a.scheme && TakesIn(b.scheme, a.scheme)) return SameIdentifier(b, a);
  const bool across = a.scheme != b.scheme;
  if (across && (!TakesIn(a.scheme, b.scheme) || !MayBe(b.scheme, a.value))) return false;
  const bool national = across || kSchemes[static_cast<size_t>(a.scheme)].national;
  if (national && !a.country.empty() && !b.country.empty() && a.country != b.country) return false;
  const std::string key = IdKey(b.scheme, a.value);
  return !key.empty() && key == IdKey(b.scheme, b.value);
}

}  // namespace interdict
