#include "interdict/lists/ofac/ofac_labels.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <vector>

#include "interdict/base/strings.h"
#include "interdict/entity/record.h"
#include "interdict/tables/identifier_labels.inc"

namespace interdict {
namespace {

bool ConsumeAlternate(std::string_view* label) {
  return ConsumePrefix(label, "alt. ") || ConsumePrefix(label, "Alt. ");
}

struct LabelRow {
  std::string_view label;
  OfacFact fact;
  uint8_t kind;
};

constexpr LabelRow Attr(std::string_view label, AttributeKind kind) {
  return {label, OfacFact::kAttribute, static_cast<uint8_t>(kind)};
}
constexpr LabelRow Labelled(std::string_view label, AttributeKind kind) {
  return {label, OfacFact::kLabelledAttribute, static_cast<uint8_t>(kind)};
}
constexpr LabelRow Dated(std::string_view label, DateKind kind) {
  return {label, OfacFact::kDate, static_cast<uint8_t>(kind)};
}
constexpr LabelRow Land(std::string_view label, CountryKind kind) {
  return {label, OfacFact::kCountry, static_cast<uint8_t>(kind)};
}
constexpr LabelRow Link(std::string_view label, RelationKind kind) {
  return {label, OfacFact::kRelation, static_cast<uint8_t>(kind)};
}

// Labels of everything but identifiers: as Remarks has them, and where the XML exports call the
// same thing by another name, so too.
constexpr auto kLabels = std::to_array<LabelRow>({
    {"DOB", OfacFact::kDate, static_cast<uint8_t>(DateKind::kBirth)},
    Dated("Birthdate", DateKind::kBirth),
    Dated("Date of Birth", DateKind::kBirth),
    Dated("Organization Established Date", DateKind::kIncorporation),
    Dated("Aircraft Manufacture Date", DateKind::kBuild),
    Dated("Vessel Year of Build", DateKind::kBuild),
    {"POB", OfacFact::kBirthPlace, 0},
    {"Place of Birth", OfacFact::kBirthPlace, 0},
    {"Location", OfacFact::kAddress, 0},
    Land("nationality", CountryKind::kNationality),
    Land("Nationality Country", CountryKind::kNationality),
    Land("citizen", CountryKind::kCitizenship),
    Land("Citizenship Country", CountryKind::kCitizenship),
    Land("Nationality of Registration", CountryKind::kJurisdiction),
    Land("Registration Country", CountryKind::kJurisdiction),
    Land("Vessel Flag", CountryKind::kFlag),
    Land("Other Vessel Flag", CountryKind::kFlag),
    Land("Former Vessel Flag", CountryKind::kFormerFlag),
    {"Gender", OfacFact::kGender, 0},
    Link("Linked To", RelationKind::kLinkedTo),
    Link("Organization:", RelationKind::kMemberOf),
    // Whose security an ISIN or ticker is; not always the listed party itself.
    Link("Issuer Name", RelationKind::kOther),
    Attr("Email Address", AttributeKind::kEmail),
    Attr("Email", AttributeKind::kEmail),
    Attr("EMAIL", AttributeKind::kEmail),
    Attr("Website", AttributeKind::kWebsite),
    Attr("Phone Number", AttributeKind::kPhone),
    Attr("Phone No.", AttributeKind::kPhone),
    Attr("PHONE", AttributeKind::kPhone),
    Attr("Telephone", AttributeKind::kPhone),
    Attr("Telephone No.", AttributeKind::kPhone),
    Attr("Telephone Number", AttributeKind::kPhone),
    Labelled("Fax", AttributeKind::kPhone),
    Labelled("Fax No.", AttributeKind::kPhone),
    Labelled("FAX", AttributeKind::kPhone),
    Labelled("TELEX", AttributeKind::kPhone),
    Attr("Title", AttributeKind::kTitle),
    Attr("Alternate Title", AttributeKind::kTitle),
    Attr("Alternate Title,", AttributeKind::kTitle),
    Attr("Position", AttributeKind::kPosition),
    Attr("Occupation", AttributeKind::kPosition),
    Attr("ethnicity", AttributeKind::kEthnicity),
    Labelled("Tribe", AttributeKind::kEthnicity),
    Labelled("Subtribe", AttributeKind::kEthnicity),
    Attr("Target Type", AttributeKind::kTargetType),
    Attr("Organization Type", AttributeKind::kSector),
    Attr("Aircraft Model", AttributeKind::kAircraftModel),
    Attr("Aircraft Operator", AttributeKind::kAircraftOperator),
    Attr("Vessel Type", AttributeKind::kVesselType),
    Attr("Other Vessel Type", AttributeKind::kVesselType),
    Attr("Vessel Owner", AttributeKind::kVesselOwner),
    Attr("Vessel Operator", AttributeKind::kVesselOperator),
    Attr("Vessel Tonnage", AttributeKind::kTonnage),
    Attr("Vessel Gross Tonnage", AttributeKind::kGrossTonnage),
    Attr("Vessel Gross Registered Tonnage", AttributeKind::kGrossTonnage),
    Attr("Secondary sanctions risk", AttributeKind::kSecondarySanctions),
    Attr("Additional Sanctions Information", AttributeKind::kSecondarySanctions),
    Labelled(
        "Transactions Prohibited For Persons Owned or Controlled By U.S. Financial Institutions",
        AttributeKind::kSecondarySanctions),
    Labelled("Executive Order 13662 Directive Determination", AttributeKind::kSectoralDirective),
    Labelled("Executive Order 13645 Determination", AttributeKind::kSectoralDirective),
    Labelled("Executive Order 13846 information", AttributeKind::kSectoralDirective),
    Labelled("Executive Order 14014 Directive Information", AttributeKind::kSectoralDirective),
    Labelled("Executive Order 14024 Directive Information", AttributeKind::kSectoralDirective),
    Labelled("Executive Order 14059 information", AttributeKind::kSectoralDirective),
    Labelled("CAATSA Section 235 Information", AttributeKind::kSectoralDirective),
    Labelled("IFCA Determination", AttributeKind::kSectoralDirective),
    Labelled("PEESA Information", AttributeKind::kSectoralDirective),
    Labelled("Listing Date (CMIC)", AttributeKind::kSectoralDirective),
    Labelled("Effective Date (CMIC)", AttributeKind::kSectoralDirective),
    Labelled("Purchase/Sales For Divestment Date (CMIC)", AttributeKind::kSectoralDirective),
});

// Labels that carry a number or a tag which new sanctions bring new values of.
constexpr std::array<std::string_view, 2> kDirectiveDateLabels = {"Listing Date (EO ",
                                                                  "Effective Date (EO "};

struct IndexedLabel {
  std::string_view label;
  OfacRule rule;
};

// All labels: by their first byte with the longest first, for finding one at the front of a text,
// and by the whole label.
struct LabelIndex {
  std::array<std::vector<IndexedLabel>, 256> by_first_byte;
  std::unordered_map<std::string_view, const OfacRule*> by_label;
};

void AddLabel(std::string_view label, const OfacRule& rule, LabelIndex* index) {
  index->by_first_byte[static_cast<unsigned char>(label.front())].push_back({label, rule});
}

void AddIdentifierLabels(LabelIndex* index) {
  for (const auto& row : tables::kIdentifierLabels) {
    const auto scheme = IdSchemeFromName(row[1]);
    if (!scheme || row[0].empty()) continue;
    AddLabel(row[0], {OfacFact::kIdentifier, 0, IdLabel{*scheme, row[2], row[3]}}, index);
  }
}

LabelIndex* MakeIndex() {
  auto* index = new LabelIndex();
  for (const LabelRow& row : kLabels) AddLabel(row.label, {row.fact, row.kind, {}}, index);
  AddIdentifierLabels(index);
  for (auto& labels : index->by_first_byte) {
    std::stable_sort(labels.begin(), labels.end(),
                     [](const auto& a, const auto& b) { return a.label.size() > b.label.size(); });
    for (const IndexedLabel& entry : labels) {
      index->by_label.emplace(BareOfacLabel(entry.label), &entry.rule);
    }
  }
  return index;
}

const LabelIndex& Labels() {
  static const LabelIndex* const kIndex = MakeIndex();
  return *kIndex;
}

bool IsDirectiveDate(std::string_view label) {
  return std::any_of(kDirectiveDateLabels.begin(), kDirectiveDateLabels.end(),
                     [&](std::string_view prefix) { return label.starts_with(prefix); });
}

// --- labels at the front of a text --------------------------------------------------------------

bool EndsLabel(std::string_view label, std::string_view rest) {
  const char last = label.back();
  return rest.empty() || rest.front() == ' ' || rest.front() == ':' || last == '#' || last == '.' ||
         last == ',' || last == ':';
}

std::string_view ValueBehind(std::string_view rest) {
  rest = Trim(rest);
  if (!ConsumePrefix(&rest, ": ")) ConsumePrefix(&rest, "- ");
  if (rest.starts_with(':')) rest.remove_prefix(1);
  return Trim(rest);
}

// Labels without a fixed end: the currency of an address, the directive of a date.
std::optional<OfacLabelMatch> MatchOpenLabel(std::string_view text) {
  size_t end = std::string_view::npos;
  const bool crypto = text.starts_with(kOfacCryptoLabel);
  if (crypto) end = text.find(' ', kOfacCryptoLabel.size());
  if (IsDirectiveDate(text)) {
    end = text.find(')');
    if (end != std::string_view::npos) ++end;
  }
  if (end == std::string_view::npos) return std::nullopt;
  return OfacLabelMatch{text.substr(0, end), ValueBehind(text.substr(end)), crypto};
}

}  // namespace

std::string_view BareOfacLabel(std::string_view label) {
  label = Trim(label);
  ConsumeAlternate(&label);
  while (!label.empty() && (label.back() == ':' || label.back() == '-' || label.back() == ' ')) {
    label.remove_suffix(1);
  }
  return label;
}

std::optional<OfacRule> FindOfacRule(std::string_view label) {
  const auto found = Labels().by_label.find(label);
  if (found != Labels().by_label.end()) return *found->second;
  if (label.starts_with(kOfacCryptoLabel)) {
    return OfacRule{OfacFact::kIdentifier, 0, {IdScheme::kCrypto}};
  }
  if (IsDirectiveDate(label)) {
    return OfacRule{
        OfacFact::kLabelledAttribute, static_cast<uint8_t>(AttributeKind::kSectoralDirective), {}};
  }
  if (const auto id = FindIdLabel(label)) return OfacRule{OfacFact::kIdentifier, 0, *id};
  return std::nullopt;
}

std::optional<OfacLabelMatch> MatchOfacLabel(std::string_view text) {
  text = Trim(text);
  ConsumeAlternate(&text);
  if (text.empty()) return std::nullopt;
  if (const auto match = MatchOpenLabel(text)) return match;
  for (const auto& entry : Labels().by_first_byte[static_cast<unsigned char>(text.front())]) {
    if (text.substr(1, 1) != entry.label.substr(1, 1) || !text.starts_with(entry.label)) continue;
    const std::string_view rest = text.substr(entry.label.size());
    if (!EndsLabel(entry.label, rest)) continue;
    return OfacLabelMatch{entry.label, ValueBehind(rest), entry.rule.fact == OfacFact::kIdentifier};
  }
  return std::nullopt;
}

}  // namespace interdict
