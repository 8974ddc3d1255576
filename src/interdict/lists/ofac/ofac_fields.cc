#include "interdict/lists/ofac/ofac_fields.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "interdict/base/strings.h"
#include "interdict/entity/country.h"
#include "interdict/lists/ofac/ofac_labels.h"

namespace interdict {
namespace {

std::string FieldOf(const OfacFieldContext& context, std::string_view label) {
  std::string field;
  field.reserve(context.field.size() + 1 + label.size());
  field.append(context.field).append("/").append(label);
  return field;
}

// --- identifiers --------------------------------------------------------------------------------

// OFAC writes numbers of several registers under one label. Label, country and kind of party tell
// which register it is; a number that does not fit that register keeps the label's wider scheme.
IdScheme NarrowScheme(IdScheme scheme, std::string_view value, std::string_view country,
                      Schema schema) {
  const auto valid = [&](IdScheme narrow) { return CheckId(narrow, value) == IdCheck::kValid; };
  if (scheme == IdScheme::kLei && !valid(scheme)) {
    constexpr size_t kLeiLength = 20;
    return value.size() == kLeiLength ? scheme : IdScheme::kRegistrationNumber;
  }
  if (scheme == IdScheme::kOkpo && country != "ru") return IdScheme::kRegistrationNumber;
  if (scheme == IdScheme::kTaxId && country == "ve" && valid(IdScheme::kRif)) return IdScheme::kRif;
  if (scheme == IdScheme::kTaxId && country == "ru" && valid(IdScheme::kInn)) return IdScheme::kInn;
  if (scheme != IdScheme::kRegistrationNumber) return scheme;
  constexpr size_t kImoLength = 7;
  const bool imo = value.size() == kImoLength && IsDigits(value) && valid(IdScheme::kImo);
  if (schema == Schema::kVessel && imo) return IdScheme::kImo;
  return country == "ru" && valid(IdScheme::kOgrn) ? IdScheme::kOgrn : scheme;
}

// Numbers of ships and of companies look alike. OFAC gives both as "IMO 1234567" under labels of
// either kind; the party tells which it is.
std::optional<IdScheme> ImoScheme(IdScheme scheme, std::string_view label, std::string_view value,
                                  Schema schema) {
  const bool imo = scheme == IdScheme::kImo || scheme == IdScheme::kImoCompany ||
                   StartsWithIgnoreCase(value, "IMO ") || StartsWithIgnoreCase(value, "IMO:");
  if (!imo) return std::nullopt;
  const bool ship = schema == Schema::kVessel && !label.starts_with("Company");
  return ship ? IdScheme::kImo : IdScheme::kImoCompany;
}

// A second label inside the value: "CNIC: 35202-5400413-9" under National ID No., "RIF
// J-31069374-9" under Tax ID No.; removes it and returns it without the colon.
std::string_view ConsumeInnerLabel(std::string_view* value) {
  constexpr size_t kMaxInnerLabel = 12;
  if (ConsumePrefix(value, "RIF ")) return "RIF";
  const size_t colon = value->find(": ");
  if (colon == 0 || colon > kMaxInnerLabel) return {};
  const std::string_view word = value->substr(0, colon);
  const bool letters = std::all_of(word.begin(), word.end(), [](char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '.';
  });
  if (!letters) return {};
  *value = Trim(value->substr(colon + 1));
  return word;
}

void AddIdentifier(std::string_view label, std::string_view value, const OfacRule& rule,
                   const OfacFieldContext& context, Record* record) {
  std::string country =
      context.country.empty() ? std::string(rule.id.country) : CountryCode(context.country);
  const std::string_view inner = ConsumeInnerLabel(&value);
  const IdScheme scheme =
      ImoScheme(rule.id.scheme, label, value, record->schema)
          .value_or(NarrowScheme(rule.id.scheme, value, country, record->schema));
  Identifier id = MakeIdentifier(scheme, std::string(value), FieldOf(context, label));
  id.remark = std::string(context.remark);
  if (country.empty() && !context.country.empty()) {
    id.remark += (id.remark.empty() ? "" : "; ") + std::string(context.country);
  }
  id.country = std::move(country);
  id.issued = std::string(context.issued);
  id.expires = std::string(context.expires);
  if (scheme == IdScheme::kCrypto && label.starts_with(kOfacCryptoLabel)) {
    id.issuer = std::string(label.substr(kOfacCryptoLabel.size()));
  } else if (scheme == IdScheme::kOtherId) {
    id.issuer = std::string(label);
  } else {
    id.issuer = std::string(inner);
  }
  record->identifiers.push_back(std::move(id));
}

// --- other facts --------------------------------------------------------------------------------

// OFAC's places end in the country: "Caracas, Distrito Capital, Venezuela".
Address MakeBirthPlace(std::string_view value, std::string field) {
  Address place;
  place.kind = AddressKind::kBirthPlace;
  place.full = std::string(value);
  place.field = std::move(field);
  // "Kinshasa, Congo, Democratic Republic of the": the country itself may hold a comma.
  for (size_t comma = value.rfind(','); true; comma = value.rfind(',', comma - 1)) {
    const bool whole = comma == std::string_view::npos;
    const std::string_view tail = whole ? value : Trim(value.substr(comma + 1));
    std::string code = CountryCode(tail);
    if (!code.empty()) {
      place.country = std::move(code);
      place.country_text = std::string(tail);
      return place;
    }
    if (whole || comma == 0 || tail.size() > 60) return place;
  }
}

void AddCountry(CountryKind kind, std::string_view value, std::string field, Record* record) {
  CountryFact fact = MakeCountryFact(kind, value, std::move(field));
  std::string_view doubtful = value;
  if (fact.code.empty() && ConsumePrefix(&doubtful, "possibly ")) fact.code = CountryCode(doubtful);
  record->countries.push_back(std::move(fact));
}

std::string LabelledValue(std::string_view label, std::string_view value) {
  return std::string(label) + ": " + std::string(value);
}

void AddAttribute(AttributeKind kind, std::string value, std::string field, Record* record) {
  record->attributes.push_back({kind, std::move(value), std::move(field)});
}

void AddRelation(RelationKind kind, std::string_view label, std::string_view value,
                 std::string field, Record* record) {
  Relation relation;
  relation.kind = kind;
  relation.target_name = std::string(value);
  relation.text = std::string(label);
  relation.field = std::move(field);
  record->relations.push_back(std::move(relation));
}

void AddOtherFact(const OfacRule& rule, std::string_view label, std::string_view value,
                  std::string field, Record* record) {
  switch (rule.fact) {
    case OfacFact::kIdentifier:
      return;
    case OfacFact::kAttribute:
      return AddAttribute(static_cast<AttributeKind>(rule.kind), std::string(value),
                          std::move(field), record);
    case OfacFact::kLabelledAttribute:
      return AddAttribute(static_cast<AttributeKind>(rule.kind), LabelledValue(label, value),
                          std::move(field), record);
    case OfacFact::kGender:
      return AddAttribute(AttributeKind::kGender, AsciiLower(value), std::move(field), record);
    case OfacFact::kDate:
      record->dates.push_back(
          MakeDateFact(static_cast<DateKind>(rule.kind), value, std::move(field)));
      return;
    case OfacFact::kCountry:
      return AddCountry(static_cast<CountryKind>(rule.kind), value, std::move(field), record);
    case OfacFact::kBirthPlace:
      record->addresses.push_back(MakeBirthPlace(value, std::move(field)));
      return;
    case OfacFact::kAddress: {
      Address address = MakeBirthPlace(value, std::move(field));
      address.kind = AddressKind::kAddress;
      record->addresses.push_back(std::move(address));
      return;
    }
    case OfacFact::kRelation:
      return AddRelation(static_cast<RelationKind>(rule.kind), label, value, std::move(field),
                         record);
  }
}

// Country, dates and remark beside a value that has no place for them.
void KeepContext(const OfacFieldContext& context, const std::string& field, Record* record) {
  const std::array<std::pair<std::string_view, std::string_view>, 4> parts = {
      {{"country", context.country},
       {"issued", context.issued},
       {"expires", context.expires},
       {"remark", context.remark}}};
  for (const auto& [name, value] : parts) {
    if (value.empty()) continue;
    record->uninterpreted.push_back(
        {AttributeKind::kOther, std::string(value), field + "/" + std::string(name)});
  }
}

}  // namespace

bool AddOfacField(std::string_view label, std::string_view value, const OfacFieldContext& context,
                  Record* record) {
  label = BareOfacLabel(label);
  value = Trim(value);
  if (label.empty() || value.empty()) return false;
  const auto rule = FindOfacRule(label);
  if (!rule) return false;
  if (rule->fact == OfacFact::kIdentifier) {
    AddIdentifier(label, value, *rule, context, record);
  } else {
    std::string field = FieldOf(context, label);
    KeepContext(context, field, record);
    AddOtherFact(*rule, label, value, std::move(field), record);
  }
  return true;
}

Schema OfacSchema(std::string_view sdn_type) {
  sdn_type = Trim(sdn_type);
  if (EqualsIgnoreCase(sdn_type, "individual")) return Schema::kPerson;
  if (EqualsIgnoreCase(sdn_type, "vessel")) return Schema::kVessel;
  if (EqualsIgnoreCase(sdn_type, "aircraft")) return Schema::kAirplane;
  const std::string_view text = OfacText(sdn_type);
  const bool entity = text.empty() || EqualsIgnoreCase(text, "entity");
  return entity ? Schema::kOrganization : Schema::kLegalEntity;
}

std::string_view OfacText(std::string_view cell) {
  cell = Trim(cell);
  return cell == "-0-" ? std::string_view() : cell;
}

std::vector<std::string_view> SplitOfacPrograms(std::string_view programs) {
  std::vector<std::string_view> tags;
  size_t at = 0;
  while (at < programs.size()) {
    const size_t end = std::min(programs.find_first_of("[];", at), programs.size());
    const std::string_view tag = Trim(programs.substr(at, end - at));
    if (!tag.empty()) tags.push_back(tag);
    at = end + 1;
  }
  return tags;
}

Designation OfacDesignation(std::string_view program, std::string_view list,
                            std::string_view field) {
  Designation designation;
  designation.program = std::string(Trim(program));
  designation.list = std::string(list);
  designation.authority = "OFAC";
  designation.field = std::string(field);
  return designation;
}

std::string_view OfacNonSdnList(std::string_view program, bool alone) {
  static constexpr auto kLists = std::to_array<std::pair<std::string_view, std::string_view>>({
      {"NS-PLC", "Non-SDN Palestinian Legislative Council List"},
      {"UKRAINE-EO13662", "Sectoral Sanctions Identifications List"},
      {"CMIC-EO13959", "Non-SDN CMIC List"},
      {"561-Related", "CAPTA List"},
      {"FSE-IR", "FSE List"},
      {"FSE-SY", "FSE List"},
      {"CAATSA - RUSSIA", "Non-SDN Menu-Based Sanctions List"},
  });
  for (const auto& [tag, list] : kLists) {
    if (program == tag) return list;
  }
  // Programmes that block elsewhere, with lesser measures here.
  static constexpr std::array<std::string_view, 3> kMenuBased = {"RUSSIA-EO14024", "BURMA-EO14014",
                                                                 "ILLICIT-DRUGS-EO14059"};
  const bool menu_based =
      alone && std::find(kMenuBased.begin(), kMenuBased.end(), program) != kMenuBased.end();
  return menu_based ? "Non-SDN Menu-Based Sanctions List" : "Consolidated List";
}

std::vector<NamePart> OfacNameParts(std::string_view name) {
  const size_t comma = name.find(',');
  if (comma == std::string_view::npos) return {};
  const std::string_view family = Trim(name.substr(0, comma));
  const std::string_view given = Trim(name.substr(comma + 1));
  if (family.empty() || given.empty()) return {};
  return {{NamePartKind::kFamily, std::string(family)}, {NamePartKind::kGiven, std::string(given)}};
}

}  // namespace interdict
