#include "interdict/lists/ofac/ofac_xml_terms.h"

#include <algorithm>
#include <array>
#include <utility>

#include "interdict/base/strings.h"
#include "interdict/entity/country.h"

namespace interdict {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 13> kScripts = {{
    {"Latin", "Latn"},
    {"Cyrillic", "Cyrl"},
    {"Arabic", "Arab"},
    {"Chinese Simplified", "Hans"},
    {"Chinese Traditional", "Hant"},
    {"Han", "Hani"},
    {"Korean", "Kore"},
    {"Hangul", "Hang"},
    {"Japanese", "Jpan"},
    {"Hebrew", "Hebr"},
    {"Greek", "Grek"},
    {"Georgian", "Geor"},
    {"Armenian", "Armn"},
}};

constexpr std::array<std::pair<std::string_view, NamePartKind>, 7> kPersonNameParts = {{
    {"Last Name", NamePartKind::kFamily},
    {"First Name", NamePartKind::kGiven},
    {"Middle Name", NamePartKind::kMiddle},
    {"Patronymic", NamePartKind::kPatronymic},
    {"Matronymic", NamePartKind::kMatronymic},
    {"Maiden Name", NamePartKind::kOther},
    {"Nickname", NamePartKind::kOther},
}};

constexpr std::array<std::pair<std::string_view, RelationKind>, 10> kRelations = {{
    {"Associate Of", RelationKind::kAssociateOf},
    {"Providing support to", RelationKind::kSupports},
    {"Acting for or on behalf of", RelationKind::kActsFor},
    {"Owned or Controlled By", RelationKind::kOwnedBy},
    {"Family member of", RelationKind::kFamilyOf},
    {"Leader or official of", RelationKind::kLeaderOf},
    {"Principal Executive Officer", RelationKind::kLeaderOf},
    {"Owns, controls, or operates", RelationKind::kOwns},
    {"Property in the interest of", RelationKind::kLinkedTo},
    {"playing a significant role in", RelationKind::kOther},
}};

// Attributes that hold numbers without meaning outside of OFAC's own data base, and the words that
// the exports write out besides.
constexpr std::array<std::string_view, 21> kBookKeeping = {
    "ID",
    "id",
    "refId",
    "featureTypeId",
    "FixedRef",
    "CalendarTypeID",
    "YearFixed",
    "MonthFixed",
    "DayFixed",
    "Approximate",
    "ScriptStatusID",
    "DetailTypeID",
    "IdentityID",
    "DocNameStatusID",
    "LocPartValueTypeID",
    "LocPartValueStatusID",
    "CountryRelevanceID",
    "FeatureVersionID",
    "IDRegDocumentID",
    "SanctionsEntryID",
    "IdentityFeatureLinkTypeID",
};

bool IsBookKeeping(std::string_view path) {
  const size_t at = path.rfind("/@");
  if (at == std::string_view::npos) return false;
  return std::find(kBookKeeping.begin(), kBookKeeping.end(), path.substr(at + 2)) !=
         kBookKeeping.end();
}

constexpr std::array<std::string_view, 12> kMonths = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                      "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

// Labels that only the XML exports write so, in the words of the other exports.
constexpr std::array<std::pair<std::string_view, std::string_view>, 2> kLabels = {{
    {"VESSEL TYPE", "Vessel Type"},
    {"Vessel Call Sign", "Call Sign"},
}};

// The value that belongs to a word of a table, or nullptr.
template <typename Value, size_t N>
const Value* FindWord(const std::array<std::pair<std::string_view, Value>, N>& table,
                      std::string_view word) {
  for (const auto& [key, value] : table) {
    if (EqualsIgnoreCase(key, word)) return &value;
  }
  return nullptr;
}

void AppendWith(std::string_view separator, std::string_view text, std::string* to) {
  if (text.empty()) return;
  if (!to->empty()) to->append(separator);
  to->append(text);
}

// A value under a label that nobody knows, with country, dates and remark behind it.
void KeepUnknownField(std::string_view label, std::string_view value,
                      const OfacFieldContext& context, Record* record) {
  std::string text(value);
  for (std::string_view part : {context.country, context.issued, context.expires, context.remark}) {
    AppendWith("; ", part, &text);
  }
  if (text.empty()) return;
  std::string field(context.field);
  AppendWith("/", label, &field);
  record->uninterpreted.push_back({AttributeKind::kOther, std::move(text), std::move(field)});
}

// "Panama (False)": a flag that the ship shows without right.
void ReadFalseMark(CountryFact* country) {
  constexpr std::string_view kMark = "(False)";
  if (!country->code.empty() || !country->text.ends_with(kMark)) return;
  const std::string_view text = country->text;
  country->code = CountryCode(text.substr(0, text.size() - kMark.size()));
}

}  // namespace

NameKind OfacAliasKind(std::string_view type, bool low_quality) {
  if (low_quality) return NameKind::kWeak;
  return EqualsIgnoreCase(type, "f.k.a.") ? NameKind::kFormer : NameKind::kStrong;
}

std::string OfacAliasRemark(std::string_view type, bool low_quality) {
  const bool former = EqualsIgnoreCase(type, "f.k.a.");
  if (former) return low_quality ? "f.k.a." : "";
  return EqualsIgnoreCase(type, "n.k.a.") ? "n.k.a." : "";
}

Schema OfacXmlSchema(std::string_view type) {
  return type.empty() ? Schema::kLegalEntity : OfacSchema(type);
}

void AddAircraftName(Record* record) {
  if (record->schema != Schema::kAirplane || record->names.empty()) return;
  const std::string field = record->names.front().field;
  std::string_view name = record->Caption();
  const IdScheme scheme = ConsumePrefix(&name, "MSN ") ? IdScheme::kMsn : IdScheme::kTailNumber;
  const std::string key = IdKey(scheme, name);
  for (const Identifier& id : record->identifiers) {
    if (id.scheme == scheme && IdKey(scheme, id.value) == key) return;
  }
  record->identifiers.push_back(MakeIdentifier(scheme, std::string(name), field));
}

std::string OfacScript(std::string_view word) {
  const std::string_view* code = FindWord(kScripts, word);
  return std::string(code == nullptr ? word : *code);
}

bool IsLatinScript(std::string_view script_code) {
  return script_code.empty() || script_code == "Latn";
}

void SetOfacName(const std::vector<OfacNamePart>& parts, Name* name) {
  std::string family;
  std::string rest;
  for (const OfacNamePart& part : parts) {
    if (part.value.empty()) continue;
    const NamePartKind* kind = FindWord(kPersonNameParts, part.type);
    AppendWith(" ", part.value,
               kind != nullptr && *kind == NamePartKind::kFamily ? &family : &rest);
    if (kind != nullptr) name->parts.push_back({*kind, std::string(part.value)});
  }
  name->text = std::move(family);
  AppendWith(", ", rest, &name->text);
}

bool AddOfacAddressPart(std::string_view type, std::string_view value, Address* address) {
  if (value.empty()) return true;
  if (StartsWithIgnoreCase(type, "ADDRESS")) {
    AppendWith(", ", value, &address->street);
  } else if (EqualsIgnoreCase(type, "CITY")) {
    AppendWith(", ", value, &address->city);
  } else if (EqualsIgnoreCase(type, "STATE/PROVINCE")) {
    AppendWith(", ", value, &address->region);
  } else if (EqualsIgnoreCase(type, "POSTAL CODE")) {
    AppendWith(", ", value, &address->postal_code);
  } else if (EqualsIgnoreCase(type, "REGION") && address->country_text.empty()) {
    // The standard XML prints a region in place of a country, in these words.
    SetOfacCountry("Region: " + std::string(value), {}, address);
  } else if (EqualsIgnoreCase(type, "REGION")) {
    AppendWith(", ", value, &address->region);
  } else {
    return false;
  }
  return true;
}

void SetOfacCountry(std::string_view name, std::string_view iso, Address* address) {
  if (name.empty() || EqualsIgnoreCase(name, "undetermined")) return;
  address->country_text = std::string(name);
  if (!iso.empty()) address->country = CountryCodeFromIso(iso);
  if (!address->country.empty()) return;
  std::string_view place = name;
  ConsumePrefix(&place, "Region:");
  address->country = CountryCode(place);
}

bool FinishOfacAddress(Address* address) {
  for (const std::string* part : {&address->street, &address->city, &address->region,
                                  &address->postal_code, &address->country_text}) {
    AppendWith(", ", *part, &address->full);
  }
  return !address->full.empty();
}

RelationKind OfacRelationKind(std::string_view type) {
  const RelationKind* kind = FindWord(kRelations, type);
  return kind == nullptr ? RelationKind::kOther : *kind;
}

bool IsTrue(std::string_view text) {
  return EqualsIgnoreCase(text, "true") || text == "1";
}

std::string OfacDateText(const PartialDate& date) {
  const std::string circa = date.circa ? "circa " : "";
  const YearMonthDay first = ToYearMonthDay(date.first);
  const YearMonthDay last = ToYearMonthDay(date.last);
  const bool whole_months =
      first.day == 1 && last.day == DaysInMonth(last.year, last.month) && !date.IsDay();
  const bool whole_years = whole_months && first.month == 1 && last.month == 12;
  const auto print = [&](const YearMonthDay& day) {
    std::string text = std::to_string(day.year);
    if (!whole_years) text = std::string(kMonths[static_cast<size_t>(day.month - 1)]) + " " + text;
    if (!whole_months) text = (day.day < 10 ? "0" : "") + std::to_string(day.day) + " " + text;
    return text;
  };
  const std::string from = print(first);
  const std::string to = print(last);
  return circa + (from == to ? from : from + " to " + to);
}

void AddOfacXmlField(std::string_view label, std::string_view value,
                     const OfacFieldContext& context, Record* record) {
  const std::string_view* word = FindWord(kLabels, label);
  const size_t countries = record->countries.size();
  if (!AddOfacField(word == nullptr ? label : *word, value, context, record)) {
    KeepUnknownField(label, value, context, record);
  }
  if (record->countries.size() > countries) ReadFalseMark(&record->countries.back());
}

void SetOfacAuthority(std::string_view authority, size_t identifiers, Record* record) {
  if (authority.empty()) return;
  for (size_t i = identifiers; i < record->identifiers.size(); ++i) {
    Identifier& id = record->identifiers[i];
    if (id.issuer.empty()) {
      id.issuer = std::string(authority);
    } else {
      AppendWith("; ", "issued by " + std::string(authority), &id.remark);
    }
  }
}

OfacRemarksCount AddOfacXmlRemarks(std::string_view remarks, std::string_view field,
                                   Record* record) {
  if (remarks.empty()) return {};
  const OfacRemarksCount count = ReadOfacRemarks(remarks, false, record);
  record->attributes.push_back({AttributeKind::kRemark, std::string(remarks), std::string(field)});
  return count;
}

void KeepUnused(const XmlElement& element, std::vector<Attribute>* rest) {
  element.ForEachUnused([&](const std::string& path, std::string_view value) {
    if (IsBookKeeping(path)) return;
    rest->push_back({AttributeKind::kOther, std::string(value), path});
  });
}

}  // namespace interdict
