#include "interdict/entity/record.h"

#include <array>

#include "interdict/base/strings.h"
#include "interdict/entity/country.h"

namespace interdict {
namespace {

// Names of the enumerators, in their order.
constexpr std::array<std::string_view, 6> kNameKinds = {
    "primary", "strong", "weak", "former", "translation", "original_script"};
constexpr std::array<std::string_view, 10> kNamePartKinds = {
    "given", "middle", "family", "patronymic",  "matronymic",
    "title", "suffix", "tribal", "grandfather", "other"};
constexpr std::array<std::string_view, 5> kDateKinds = {
    "birth_date", "death_date", "incorporation_date", "dissolution_date", "build_date"};
constexpr std::array<std::string_view, 8> kCountryKinds = {
    "nationality", "citizenship", "country",       "jurisdiction",
    "flag",        "former_flag", "birth_country", "other_country"};
constexpr std::array<std::string_view, 35> kAttributeKinds = {"gender",
                                                              "title",
                                                              "position",
                                                              "remark",
                                                              "reason",
                                                              "note",
                                                              "email",
                                                              "phone",
                                                              "website",
                                                              "sector",
                                                              "legal_form",
                                                              "vessel_type",
                                                              "tonnage",
                                                              "gross_tonnage",
                                                              "deadweight",
                                                              "vessel_owner",
                                                              "vessel_operator",
                                                              "length",
                                                              "hull",
                                                              "aircraft_model",
                                                              "aircraft_operator",
                                                              "manufacturer",
                                                              "ethnicity",
                                                              "appearance",
                                                              "language_spoken",
                                                              "secondary_sanctions",
                                                              "sectoral_directive",
                                                              "target_type",
                                                              "parent_company",
                                                              "subsidiary",
                                                              "source_url",
                                                              "father_name",
                                                              "mother_name",
                                                              "topic",
                                                              "other"};
constexpr std::array<std::string_view, 12> kRelationKinds = {
    "linked_to", "owned_by",  "controlled_by", "acts_for",    "family_of", "associate_of",
    "supports",  "leader_of", "member_of",     "operated_by", "owns",      "related_to"};

template <typename Enum, size_t N>
std::optional<Enum> FromName(const std::array<std::string_view, N>& names, std::string_view name) {
  for (size_t i = 0; i < N; ++i) {
    if (names[i] == name) return static_cast<Enum>(i);
  }
  return std::nullopt;
}

}  // namespace

std::string_view Record::Caption() const {
  for (const Name& name : names) {
    if (name.kind == NameKind::kPrimary) return name.text;
  }
  return names.empty() ? std::string_view(id) : std::string_view(names.front().text);
}

bool IdLess(std::string_view a, std::string_view b) {
  const bool a_is_number = IsDigits(a);
  if (a_is_number != IsDigits(b)) return a_is_number;
  if (a_is_number && a.size() != b.size()) return a.size() < b.size();
  return a < b;
}

std::string DisplayName(const Record& record) {
  const std::string_view caption = record.Caption();
  const size_t comma = caption.find(", ");
  if (record.schema != Schema::kPerson || comma == std::string_view::npos ||
      caption.find(", ", comma + 2) != std::string_view::npos) {
    return std::string(caption);
  }
  return std::string(caption.substr(comma + 2)) + " " + std::string(caption.substr(0, comma));
}

std::string_view NameKindName(NameKind kind) {
  return kNameKinds[static_cast<size_t>(kind)];
}
std::string_view NamePartKindName(NamePartKind kind) {
  return kNamePartKinds[static_cast<size_t>(kind)];
}
std::string_view DateKindName(DateKind kind) {
  return kDateKinds[static_cast<size_t>(kind)];
}
std::string_view CountryKindName(CountryKind kind) {
  return kCountryKinds[static_cast<size_t>(kind)];
}
std::string_view AttributeKindName(AttributeKind kind) {
  return kAttributeKinds[static_cast<size_t>(kind)];
}
std::string_view RelationKindName(RelationKind kind) {
  return kRelationKinds[static_cast<size_t>(kind)];
}

std::optional<NameKind> NameKindFromName(std::string_view name) {
  return FromName<NameKind>(kNameKinds, name);
}
std::optional<DateKind> DateKindFromName(std::string_view name) {
  return FromName<DateKind>(kDateKinds, name);
}
std::optional<CountryKind> CountryKindFromName(std::string_view name) {
  return FromName<CountryKind>(kCountryKinds, name);
}
std::optional<AttributeKind> AttributeKindFromName(std::string_view name) {
  return FromName<AttributeKind>(kAttributeKinds, name);
}
std::optional<RelationKind> RelationKindFromName(std::string_view name) {
  return FromName<RelationKind>(kRelationKinds, name);
}

DateFact MakeDateFact(DateKind kind, std::string_view text, std::string field, NumericOrder order) {
  text = Trim(text);
  return {kind, ParsePartialDate(text, order), std::string(text), std::move(field)};
}

CountryFact MakeCountryFact(CountryKind kind, std::string_view text, std::string field) {
  text = Trim(text);
  return {kind, CountryCode(text), std::string(text), std::move(field)};
}

}  // namespace interdict
