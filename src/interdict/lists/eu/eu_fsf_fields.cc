#include "interdict/lists/eu/eu_fsf_fields.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "interdict/base/lookup_key.h"
#include "interdict/base/strings.h"
#include "interdict/entity/country.h"
#include "interdict/lists/eu/eu_fsf_entity.h"

namespace interdict {
namespace {

constexpr std::array<std::string_view, 3> kWeakGrades = {"low quality", "lo quality",
                                                         "poor quality"};
constexpr std::array<std::string_view, 4> kStrongGrades = {"good quality", "god quality",
                                                           "ood quality", "high quality"};
constexpr std::array<std::string_view, 8> kFormerNames = {
    "formerly known as", "former name",         "f.k.a",     "fka ",
    "maiden name",       "previously known as", "formerly:", "previous name"};

template <size_t N>
bool BeginsWithOneOf(std::string_view text, const std::array<std::string_view, N>& words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return StartsWithIgnoreCase(text, word); });
}

std::string_view WithoutOpening(std::string_view clause) {
  clause = Trim(clause);
  while (!clause.empty() &&
         std::string_view("(\"'-*").find(clause.front()) != std::string_view::npos) {
    clause = Trim(clause.substr(1));
  }
  return clause;
}

std::vector<std::string_view> Clauses(std::string_view remark) {
  std::vector<std::string_view> clauses;
  while (!remark.empty()) {
    size_t end = remark.find_first_of("\n;,");
    const size_t sentence = remark.find(". ");
    end = std::min(end, sentence);
    clauses.push_back(WithoutOpening(remark.substr(0, end)));
    if (end == std::string_view::npos) break;
    remark.remove_prefix(end + 1);
  }
  return clauses;
}

int Number(std::string_view text) {
  int value = 0;
  if (!IsDigits(text) || text.size() > 4) return 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

std::string TwoDigits(int value) {
  return (value < 10 ? "0" : "") + std::to_string(value);
}

// The date's pieces as one text: "1965-12-12", "1965-12", "1965", "1953/1958", "to 1980".
std::string BirthText(const PartyParts::Cells& cells) {
  if (!cells[fsf::kBirthDate].empty()) return std::string(cells[fsf::kBirthDate]);
  if (!cells[fsf::kYear].empty()) {
    std::string text(cells[fsf::kYear]);
    const int month = Number(cells[fsf::kMonth]);
    const int day = Number(cells[fsf::kDay]);
    if (month > 0) text += "-" + TwoDigits(month);
    if (month > 0 && day > 0) text += "-" + TwoDigits(day);
    return text;
  }
  const std::string_view from = cells[fsf::kYearFrom];
  const std::string_view to = cells[fsf::kYearTo];
  if (from.empty() && to.empty()) return {};
  if (from.empty()) return "to " + std::string(to);
  if (to.empty()) return "from " + std::string(from);
  return std::string(from) + "/" + std::string(to);
}

// The Gregorian day that stands beside a date of another calendar: its year is not the other one's.
bool IsConverted(const PartyParts::Cells& cells) {
  constexpr int kEarliest = 1800;
  const int year = Number(cells[fsf::kBirthDate].substr(0, 4));
  const int other = Number(cells[fsf::kYear]);
  return year >= kEarliest && other > 0 && other < kEarliest;
}

}  // namespace

FsfNameGrade GradeOfFsfRemark(std::string_view remark) {
  FsfNameGrade grade;
  for (std::string_view clause : Clauses(remark)) {
    if (BeginsWithOneOf(clause, kWeakGrades))
      grade.strong = false;
    else if (BeginsWithOneOf(clause, kStrongGrades))
      grade.strong = true;
    else if (BeginsWithOneOf(clause, kFormerNames))
      grade.former = true;
  }
  return grade;
}

std::string FsfCountry(std::string_view iso, std::string_view description, std::string* text) {
  text->clear();
  const bool unknown = iso == "00" || EqualsIgnoreCase(description, "UNKNOWN");
  if (unknown) return {};
  *text = std::string(description.empty() ? iso : description);
  std::string code = iso.empty() ? std::string() : CountryCodeFromIso(iso);
  return code.empty() ? CountryCode(description) : code;
}

std::optional<DateFact> FsfBirthDate(const PartyParts::Cells& cells, std::string field) {
  std::string text = BirthText(cells);
  if (text.empty()) return std::nullopt;
  DateFact fact;
  fact.kind = DateKind::kBirth;
  fact.field = std::move(field);
  const std::string_view calendar = cells[fsf::kCalendar];
  const bool gregorian = calendar.empty() || EqualsIgnoreCase(calendar, "GREGORIAN");
  if (gregorian || IsConverted(cells)) fact.date = ParsePartialDate(text);
  if (!gregorian) text += " (" + AsciiLower(calendar) + " calendar)";
  const bool circa = EqualsIgnoreCase(cells[fsf::kCirca], "true");
  if (circa && fact.date) fact.date->circa = true;
  fact.text = (circa ? "circa " : "") + text;
  return fact;
}

std::optional<IdScheme> FsfIdScheme(std::string_view type_code) {
  struct Row {
    std::string_view code;
    IdScheme scheme;
  };
  static constexpr std::array<Row, 26> kRows = {{
      {"passport", IdScheme::kPassport},
      {"dpassport", IdScheme::kPassport},
      {"id", IdScheme::kNationalId},
      {"ssn", IdScheme::kSsn},
      {"unssn", IdScheme::kSsn},
      {"taxid", IdScheme::kTaxId},
      {"fiscalcode", IdScheme::kTaxId},
      {"euvat", IdScheme::kTaxId},
      {"vat", IdScheme::kTaxId},
      {"regnumber", IdScheme::kRegistrationNumber},
      {"tradelic", IdScheme::kLicence},
      {"imo", IdScheme::kImo},
      {"mmsi", IdScheme::kMmsi},
      {"swiftbic", IdScheme::kBic},
      {"bic", IdScheme::kBic},
      {"iban", IdScheme::kIban},
      {"lei", IdScheme::kLei},
      {"inn", IdScheme::kInn},
      {"ogrn", IdScheme::kOgrn},
      {"resperm", IdScheme::kResidencePermit},
      {"travelid", IdScheme::kTravelDocument},
      {"traveldoc", IdScheme::kTravelDocument},
      {"drivinglic", IdScheme::kDriversLicence},
      {"drivlic", IdScheme::kDriversLicence},
      {"birthcert", IdScheme::kBirthCertificate},
      {"electionid", IdScheme::kNationalId},
  }};
  const auto found = std::find_if(kRows.begin(), kRows.end(), [&](const Row& row) {
    return EqualsIgnoreCase(row.code, type_code);
  });
  if (found == kRows.end()) return std::nullopt;
  return found->scheme;
}

std::vector<FsfContact> SplitFsfContacts(std::string_view text) {
  struct Row {
    std::string_view key;
    AttributeKind kind;
  };
  static constexpr std::array<Row, 8> kRows = {{
      {"PHONE", AttributeKind::kPhone},
      {"TEL", AttributeKind::kPhone},
      {"MOBILE", AttributeKind::kPhone},
      {"FAX", AttributeKind::kPhone},
      {"EMAIL", AttributeKind::kEmail},
      {"E-MAIL", AttributeKind::kEmail},
      {"WEB", AttributeKind::kWebsite},
      {"WEBSITE", AttributeKind::kWebsite},
  }};
  std::vector<FsfContact> contacts;
  for (std::string_view line : SplitTrimmed(text, "\n")) {
    const size_t open = line.find_first_of("[:=");
    const std::string_view key = Trim(line.substr(0, open));
    const auto found = std::find_if(kRows.begin(), kRows.end(),
                                    [&](const Row& row) { return EqualsIgnoreCase(row.key, key); });
    if (open == std::string_view::npos || found == kRows.end()) {
      contacts.push_back({AttributeKind::kOther, std::string(line)});
      continue;
    }
    std::string_view value = Trim(line.substr(open + 1));
    while (value.ends_with(']') || value.ends_with(',') || value.ends_with(';')) {
      value = Trim(value.substr(0, value.size() - 1));
    }
    if (!value.empty()) contacts.push_back({found->kind, std::string(value)});
  }
  return contacts;
}

bool IsVesselRemark(std::string_view remark) {
  constexpr size_t kHead = 48;
  const std::string lower = AsciiLower(WithoutOpening(remark).substr(0, kHead));
  std::string_view text = lower;
  for (std::string_view lead : {"type of ", "type: ", "type ", "oil ", "crude oil ", "chemical ",
                                "cargo ", "general cargo ", "crude "}) {
    ConsumePrefix(&text, lead);
  }
  for (std::string_view word : {"vessel", "ship", "tanker"}) {
    std::string_view rest = text;
    if (!ConsumePrefix(&rest, word)) continue;
    rest = Trim(rest);
    // "Ship manager" and "Vessel owner" are not ships.
    return rest.empty() ||
           std::string_view(";,.:()").find(rest.front()) != std::string_view::npos ||
           rest.starts_with("imo");
  }
  return false;
}

bool IsCompanyName(std::string_view name) {
  static constexpr std::array<std::string_view, 32> kWords = {
      "ltd",      "limited", "llc",    "co",   "company", "corp",       "corporation", "inc",
      "sa",       "sas",     "srl",    "fze",  "fzco",    "fzc",        "gmbh",        "plc",
      "jsc",      "pjsc",    "ojsc",   "ooo",  "oao",     "zao",        "pao",         "group",
      "shipping", "lines",   "marine", "bank", "trading", "management", "enterprise",  "services"};
  const std::string key = LookupKey(name);
  const auto words = SplitTrimmed(key, " ");
  return std::any_of(words.begin(), words.end(), [](std::string_view word) {
    return std::find(kWords.begin(), kWords.end(), word) != kWords.end();
  });
}

}  // namespace interdict
