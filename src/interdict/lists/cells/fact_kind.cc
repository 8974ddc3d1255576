#include "interdict/lists/cells/fact_kind.h"

#include <array>
#include <utility>

#include "interdict/base/strings.h"
#include "interdict/entity/country.h"
#include "interdict/lists/cells/packed_values.h"

namespace interdict {
namespace {

template <typename Enum>
constexpr FactKind Kind(FactPart part, Enum kind) {
  return {part, static_cast<uint8_t>(kind)};
}

// Names that are not the enumerators' own.
constexpr std::array<std::pair<std::string_view, FactKind>, 22> kOwnNames = {{
    {"name", Kind(FactPart::kName, NameKind::kPrimary)},
    {"alias", Kind(FactPart::kName, NameKind::kStrong)},
    {"weak_alias", Kind(FactPart::kName, NameKind::kWeak)},
    {"former_name", Kind(FactPart::kName, NameKind::kFormer)},
    {"translation", Kind(FactPart::kName, NameKind::kTranslation)},
    {"original_script", Kind(FactPart::kName, NameKind::kOriginalScript)},
    {"address", Kind(FactPart::kAddress, AddressKind::kAddress)},
    {"birth_place", Kind(FactPart::kAddress, AddressKind::kBirthPlace)},
    {"residence", Kind(FactPart::kCountry, CountryKind::kResidence)},
    {"program", Kind(FactPart::kDesignation, DesignationPart::kProgram)},
    {"programme", Kind(FactPart::kDesignation, DesignationPart::kProgram)},
    {"list", Kind(FactPart::kDesignation, DesignationPart::kList)},
    {"authority", Kind(FactPart::kDesignation, DesignationPart::kAuthority)},
    {"legal_basis", Kind(FactPart::kDesignation, DesignationPart::kLegalBasis)},
    {"measures", Kind(FactPart::kDesignation, DesignationPart::kMeasures)},
    {"listed", Kind(FactPart::kDesignation, DesignationPart::kListed)},
    {"amended", Kind(FactPart::kDesignation, DesignationPart::kAmended)},
    {"delisted", Kind(FactPart::kDesignation, DesignationPart::kDelisted)},
    {"reason", Kind(FactPart::kDesignation, DesignationPart::kReason)},
    {"reference", Kind(FactPart::kReference, 0)},
    {"operates", Kind(FactPart::kRelation, RelationKind::kOther)},
    {"other", Kind(FactPart::kAttribute, AttributeKind::kOther)},
}};

void AddName(NameKind kind, std::string_view value, const std::string& field, Record* record) {
  Name name;
  name.text = std::string(value);
  name.kind = kind;
  name.field = field;
  record->names.push_back(std::move(name));
}

void AddAddress(AddressKind kind, std::string_view value, const std::string& field,
                std::string_view country, Record* record) {
  Address address;
  address.kind = kind;
  address.full = std::string(value);
  address.country = country.empty() ? TrailingCountry(value) : std::string(country);
  address.field = field;
  record->addresses.push_back(std::move(address));
}

void AddIdentifier(IdScheme scheme, std::string_view value, const std::string& field,
                   std::string_view country, Record* record) {
  Identifier id = MakeIdentifier(scheme, std::string(value), field);
  id.country = std::string(country);
  record->identifiers.push_back(std::move(id));
}

void AddDesignationPart(DesignationPart part, std::string_view value, const std::string& field,
                        NumericOrder order, Record* record) {
  auto& designations = record->designations;
  if (designations.empty()) designations.emplace_back().field = field;
  if (part == DesignationPart::kProgram && !designations.back().program.empty()) {
    designations.push_back(designations.back());
    designations.back().program.clear();
  }
  Designation& designation = designations.back();
  const auto append = [&](std::string* text, std::string_view separator) {
    if (!text->empty()) *text += separator;
    *text += value;
  };
  switch (part) {
    case DesignationPart::kProgram:
      designation.program = std::string(value);
      designation.field = field;
      break;
    case DesignationPart::kList:
      append(&designation.list, "; ");
      break;
    case DesignationPart::kAuthority:
      append(&designation.authority, "; ");
      break;
    case DesignationPart::kLegalBasis:
      append(&designation.legal_basis, "; ");
      break;
    case DesignationPart::kMeasures:
      append(&designation.measures, "|");
      break;
    case DesignationPart::kListed:
      designation.listed = IsoDateOrAsWritten(value, order);
      break;
    case DesignationPart::kAmended:
      designation.amended = IsoDateOrAsWritten(value, order);
      break;
    case DesignationPart::kDelisted:
      designation.delisted = IsoDateOrAsWritten(value, order);
      break;
    case DesignationPart::kReason:
      append(&designation.reason, "\n");
      break;
  }
}

}  // namespace

std::optional<FactKind> FactKindFromName(std::string_view name) {
  const std::string key = AsciiLower(Trim(name));
  for (const auto& [own, kind] : kOwnNames) {
    if (own == key) return kind;
  }
  if (const auto kind = DateKindFromName(key)) return Kind(FactPart::kDate, *kind);
  if (const auto kind = CountryKindFromName(key)) return Kind(FactPart::kCountry, *kind);
  if (const auto scheme = IdSchemeFromName(key)) return Kind(FactPart::kIdentifier, *scheme);
  if (const auto kind = RelationKindFromName(key)) return Kind(FactPart::kRelation, *kind);
  if (const auto kind = AttributeKindFromName(key)) return Kind(FactPart::kAttribute, *kind);
  return std::nullopt;
}

void AddFact(FactKind kind, std::string_view value, const std::string& field,
             const FactDetail& detail, Record* record) {
  value = Trim(value);
  if (value.empty()) return;
  switch (kind.part) {
    case FactPart::kName:
      return AddName(kind.As<NameKind>(), value, field, record);
    case FactPart::kIdentifier:
      return AddIdentifier(kind.As<IdScheme>(), value, field, detail.country, record);
    case FactPart::kDate:
      record->dates.push_back(MakeDateFact(kind.As<DateKind>(), value, field, detail.order));
      return;
    case FactPart::kCountry:
      record->countries.push_back(
          {kind.As<CountryKind>(), CountryCodeFromIso(value), std::string(value), field});
      return;
    case FactPart::kAddress:
      return AddAddress(kind.As<AddressKind>(), value, field, detail.country, record);
    case FactPart::kAttribute:
      record->attributes.push_back({kind.As<AttributeKind>(), std::string(value), field});
      return;
    case FactPart::kDesignation:
      return AddDesignationPart(kind.As<DesignationPart>(), value, field, detail.order, record);
    case FactPart::kRelation: {
      Relation relation;
      relation.kind = kind.As<RelationKind>();
      relation.target_name = std::string(value);
      relation.field = field;
      record->relations.push_back(std::move(relation));
      return;
    }
    case FactPart::kReference:
      record->references.push_back({"", std::string(value), field});
      return;
  }
}

std::string IsoDateOrAsWritten(std::string_view text, NumericOrder order) {
  const auto date = ParsePartialDate(text, order);
  return date ? FormatPartialDate(*date) : std::string(Trim(text));
}

}  // namespace interdict
