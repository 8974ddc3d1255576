#include "interdict/lists/uk/uk_record.h"

#include <algorithm>
#include <utility>

#include "interdict/base/lookup_key.h"
#include "interdict/base/strings.h"
#include "interdict/entity/country.h"
#include "interdict/lists/cells/add_once.h"
#include "interdict/lists/cells/enumerated_text.h"
#include "interdict/lists/cells/prose_identifiers.h"
#include "interdict/lists/uk/uk_fields.h"

namespace interdict {
namespace {

constexpr std::string_view kFcdoList = "gb_fcdo_sanctions";
constexpr std::string_view kOfsiList = "gb_hmt_sanctions";
constexpr std::string_view kUnList = "un_sc_sanctions";

bool HasNonAscii(std::string_view text) {
  return std::any_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
}

// The better of two kinds of the same original-script name.
int Rank(NameKind kind) {
  switch (kind) {
    case NameKind::kPrimary:
    case NameKind::kOriginalScript:
      return 0;
    case NameKind::kStrong:
    case NameKind::kTranslation:
      return 1;
    case NameKind::kFormer:
      return 2;
    case NameKind::kWeak:
      return 3;
  }
  return 3;
}

class Builder {
 public:
  Builder(const PartyParts& parts, const UkContext& context, uint64_t line, ParseReport* report)
      : parts_(parts), context_(context), line_(line), report_(report) {}

  Record Build(std::string_view id) {
    record_.source = std::string(context_.source);
    record_.id = std::string(id);
    AddSchema();
    AddCountries();
    AddAddresses();
    russian_ = IsRussian();
    AddNames();
    AddOriginalNames();
    AddDocuments();
    AddDates();
    AddTexts();
    AddRelations();
    AddListings();
    AddReferences();
    if (record_.names.empty()) Defect("no_name", "the designation has no name");
    return std::move(record_);
  }

 private:
  const std::vector<PartyParts::Cells>& Of(UkPart part) const {
    return parts_.Of(static_cast<size_t>(part));
  }
  std::string Field(UkPart part, size_t cell = 0) const {
    return UkFieldName(part, cell, context_.dialect);
  }
  static std::string Text(std::string_view cell) { return UnescapeHtml(cell); }

  void Defect(std::string code, std::string detail) {
    report_->AddDefect(
        {std::move(code), record_.id, std::string(context_.file), line_, std::move(detail)});
  }

  // The values of a part of one cell, enumerations taken apart, unescaped.
  std::vector<std::string> Values(UkPart part) const {
    std::vector<std::string> values;
    for (const auto& cells : Of(part)) {
      const std::string whole = Text(cells[0]);
      for (std::string_view item : SplitEnumeration(whole)) {
        if (!item.empty() && item != "N/A") AddOnce(&values, std::string(item));
      }
    }
    return values;
  }

  void AddSchema() {
    record_.schema = Schema::kLegalEntity;
    const auto& types = Of(UkPart::kType);
    if (types.size() > 1) {
      Defect("type", "\"" + std::string(types[0][0]) + "\" and \"" + std::string(types[1][0]) +
                         "\" for one party; the first is taken");
    }
    const std::string_view type = parts_.First(static_cast<size_t>(UkPart::kType));
    if (EqualsIgnoreCase(type, "Individual"))
      record_.schema = Schema::kPerson;
    else if (EqualsIgnoreCase(type, "Entity"))
      record_.schema = Schema::kOrganization;
    else if (EqualsIgnoreCase(type, "Ship"))
      record_.schema = Schema::kVessel;
    else
      Defect("type", "\"" + std::string(type) + "\" is no Individual, Entity or Ship");
  }

  void AddCountry(CountryKind kind, std::string_view text, std::string field) {
    AddOnce(&record_.countries,
            CountryFact{kind, UkCountryCode(text), std::string(text), std::move(field)});
  }

  void AddCountries() {
    constexpr std::array<std::pair<UkPart, CountryKind>, 3> kKinds = {
        {{UkPart::kNationality, CountryKind::kNationality},
         {UkPart::kFlag, CountryKind::kFlag},
         {UkPart::kPreviousFlag, CountryKind::kFormerFlag}}};
    for (const auto& [part, kind] : kKinds) {
      for (const auto& cells : Of(part)) {
        const std::string whole = Text(cells[0]);
        for (std::string_view country : SplitUkCountries(whole)) {
          AddCountry(kind, country, Field(part));
        }
      }
    }
    for (const auto& cells : Of(UkPart::kBirthPlace))
      AddBirthPlaces(Text(cells[0]), Text(cells[1]));
  }

  // "(1) Kabul (2) Herat" beside "(1) Afghanistan (2) Afghanistan": the places in turn.
  void AddBirthPlaces(const std::string& towns_text, const std::string& countries_text) {
    const auto towns = SplitEnumeration(towns_text);
    const auto countries = SplitEnumeration(countries_text);
    const size_t count = std::max(towns.size(), countries.size());
    for (size_t i = 0; i < count; ++i) {
      const std::string_view town = i < towns.size() ? towns[i] : "";
      std::string_view country = i < countries.size() ? countries[i] : "";
      if (countries.size() == 1) country = countries[0];
      AddBirthPlace(town, country);
    }
  }

  void AddBirthPlace(std::string_view town, std::string_view country) {
    if (town.empty() && country.empty()) return;
    Address place;
    place.kind = AddressKind::kBirthPlace;
    place.city = std::string(town);
    place.country = UkCountryCode(country);
    place.country_text = std::string(country);
    place.full = place.city;
    if (!place.full.empty() && !country.empty()) place.full += ", ";
    place.full += country;
    place.field = Field(UkPart::kBirthPlace, town.empty() ? 1 : 0);
    AddOnce(&record_.addresses, std::move(place));
    if (country.empty()) return;
    AddCountry(CountryKind::kBirthCountry, country, Field(UkPart::kBirthPlace, 1));
  }

  void AddAddresses() {
    constexpr size_t kLines = 6;
    for (const auto& cells : Of(UkPart::kAddress)) {
      Address address;
      std::vector<std::string> lines;
      for (size_t i = 0; i < cells.size(); ++i) {
        if (!cells[i].empty()) lines.push_back(Text(cells[i]));
      }
      address.full = Join(lines, ", ");
      lines.clear();
      for (size_t i = 0; i + 1 < kLines; ++i) {
        if (!cells[i].empty()) lines.push_back(Text(cells[i]));
      }
      address.street = Join(lines, ", ");
      address.city = Text(cells[kLines - 1]);
      address.postal_code = Text(cells[kLines]);
      address.country_text = Text(cells[kLines + 1]);
      address.country = UkCountryCode(address.country_text);
      address.field = Field(UkPart::kAddress);
      if (address.country.empty() && !address.country_text.empty()) {
        Defect("country", "address country \"" + address.country_text + "\" is no country we know");
      }
      AddOnce(&record_.addresses, std::move(address));
    }
  }

  bool IsRussian() const {
    for (const auto& cells : Of(UkPart::kListing)) {
      if (cells[0].find("Russia") != std::string_view::npos) return true;
    }
    const auto is_russia = [](const auto& fact) { return fact.country == "ru"; };
    return std::any_of(record_.addresses.begin(), record_.addresses.end(), is_russia) ||
           std::any_of(record_.countries.begin(), record_.countries.end(),
                       [](const CountryFact& fact) {
                         return fact.kind == CountryKind::kNationality && fact.code == "ru";
                       });
  }

  void AddNames() {
    const bool person = record_.schema == Schema::kPerson;
    for (const auto& cells : Of(UkPart::kName)) {
      std::array<std::string, 6> texts;
      std::array<std::string_view, 6> ordered;
      for (size_t i = 0; i < 6; ++i) {
        texts[i] = SqueezeSpaces(Text(cells[i == 5 ? 0 : i + 1]));
        ordered[i] = texts[i];
      }
      Name name = UkName(ordered, person);
      if (name.text.empty()) continue;
      const auto kind = UkNameKind(cells[6], cells[7]);
      if (!kind) Defect("name_type", "name type \"" + std::string(cells[6]) + "\" is not known");
      name.kind = kind.value_or(NameKind::kStrong);
      name.field = Field(UkPart::kName);
      AddOnce(&record_.names, std::move(name));
    }
    const bool has_primary =
        std::any_of(record_.names.begin(), record_.names.end(),
                    [](const Name& name) { return name.kind == NameKind::kPrimary; });
    if (!record_.names.empty() && !has_primary) {
      Defect("no_primary_name", "no name is marked as the primary one");
    }
  }

  // The same text may stand beside several names, with and without script and language.
  void AddOriginalNames() {
    const size_t first = record_.names.size();
    for (const auto& cells : Of(UkPart::kOriginalName)) {
      Name name;
      name.text = SqueezeSpaces(Text(cells[0]));
      if (name.text.empty()) continue;
      name.script = Text(cells[1]);
      name.language = Text(cells[2]);
      name.kind = OriginalKind(cells);
      name.field = Field(UkPart::kOriginalName);
      MergeOriginalName(first, std::move(name));
    }
  }

  static NameKind OriginalKind(const PartyParts::Cells& cells) {
    const auto kind = cells[3].empty() ? std::nullopt : UkNameKind(cells[3], cells[4]);
    const bool of_primary =
        !kind || *kind == NameKind::kPrimary || StartsWithIgnoreCase(cells[3], "primary name");
    if (of_primary) return NameKind::kOriginalScript;
    return *kind;
  }

  void MergeOriginalName(size_t first, Name name) {
    if (!HasNonAscii(name.text)) {
      Defect("latin_script", "\"" + name.text + "\" stands as a name in another script");
      if (name.kind == NameKind::kOriginalScript) name.kind = NameKind::kStrong;
    }
    const auto begin = record_.names.begin() + static_cast<std::ptrdiff_t>(first);
    const auto same = std::find_if(begin, record_.names.end(),
                                   [&](const Name& other) { return other.text == name.text; });
    if (same == record_.names.end()) {
      record_.names.push_back(std::move(name));
      return;
    }
    if (same->script.empty()) same->script = name.script;
    if (same->language.empty()) same->language = name.language;
    if (Rank(name.kind) < Rank(same->kind)) same->kind = name.kind;
  }

  ProseSource Prose(const std::string& field) const {
    return {field, russian_, record_.schema == Schema::kVessel, false};
  }

  void AddIdentifier(Identifier id) {
    auto& ids = record_.identifiers;
    const size_t first = ids.size() - std::min(ids.size(), kAddOnceReach);
    const bool known = std::any_of(ids.begin() + static_cast<std::ptrdiff_t>(first), ids.end(),
                                   [&](const Identifier& other) {
                                     return id.field == other.field && SameIdentifier(id, other);
                                   });
    if (!known) ids.push_back(std::move(id));
  }

  void AddDocuments() {
    AddDocuments(UkPart::kPassport, IdScheme::kPassport);
    AddDocuments(UkPart::kNationalId, IdScheme::kNationalId);
    const std::string field = Field(UkPart::kRegistrationNumber);
    for (const std::string& value : Values(UkPart::kRegistrationNumber)) {
      for (Identifier& id :
           ReadIdentifierCell(value, IdScheme::kRegistrationNumber, Prose(field))) {
        AddIdentifier(std::move(id));
      }
    }
    AddImoNumbers();
    for (const std::string& value : Values(UkPart::kHull)) {
      Identifier id = MakeIdentifier(IdScheme::kOtherId, value, Field(UkPart::kHull));
      id.issuer = "Hull identification number (HIN)";
      AddIdentifier(std::move(id));
    }
    for (const std::string& value : Values(UkPart::kCryptoAddress)) {
      AddIdentifier(MakeIdentifier(IdScheme::kCrypto, value, Field(UkPart::kCryptoAddress)));
    }
  }

  void AddDocuments(UkPart part, IdScheme scheme) {
    const std::string field = Field(part);
    for (const auto& cells : Of(part)) {
      const std::string numbers = Text(cells[0]);
      const std::string details = Text(cells[1]);
      const auto documents = SplitUkDocuments(numbers, details);
      for (const UkDocument& document : documents) AddDocument(document, scheme, field);
      if (documents.empty() && !details.empty()) {
        record_.attributes.push_back({AttributeKind::kNote, details, Field(part, 1)});
      }
    }
  }

  void AddDocument(const UkDocument& document, IdScheme scheme, const std::string& field) {
    // The details may say what the number is: "Russian TIN", "Italian fiscal code".
    const std::string labelled =
        std::string(document.details) + ": " + std::string(document.number);
    auto ids = scheme == IdScheme::kPassport ? std::vector<Identifier>()
                                             : FindProseIdentifiers(labelled, Prose(field));
    std::erase_if(ids, [&](const Identifier& id) {
      return document.number.find(id.value) == std::string_view::npos;
    });
    if (ids.empty()) ids = ReadIdentifierCell(document.number, scheme, Prose(field));
    for (Identifier& id : ids) {
      AddUkDocumentDetails(document.details, &id);
      AddIdentifier(std::move(id));
    }
  }

  // "IMO9562233", "9562233, 9562245".
  void AddImoNumbers() {
    for (const std::string& value : Values(UkPart::kImo)) {
      for (std::string_view number : SplitTrimmed(value, ",")) {
        const bool vessel = record_.schema == Schema::kVessel;
        AddIdentifier(
            MakeIdentifier(ImoSchemeOf(number, vessel), std::string(number), Field(UkPart::kImo)));
      }
    }
  }

  void AddDates() {
    for (const auto& cells : Of(UkPart::kBirthDate)) {
      AddOnce(&record_.dates,
              MakeDateFact(DateKind::kBirth, Text(cells[0]), Field(UkPart::kBirthDate)));
    }
    for (const std::string& value : Values(UkPart::kYearBuilt)) {
      AddOnce(&record_.dates, MakeDateFact(DateKind::kBuild, value, Field(UkPart::kYearBuilt)));
    }
  }

  void AddTexts() {
    constexpr std::array<std::pair<UkPart, AttributeKind>, 8> kKinds = {
        {{UkPart::kTitle, AttributeKind::kTitle},
         {UkPart::kPosition, AttributeKind::kPosition},
         {UkPart::kPhone, AttributeKind::kPhone},
         {UkPart::kWebsite, AttributeKind::kWebsite},
         {UkPart::kEmail, AttributeKind::kEmail},
         {UkPart::kBodyType, AttributeKind::kLegalForm},
         {UkPart::kShipType, AttributeKind::kVesselType},
         {UkPart::kTonnage, AttributeKind::kTonnage}}};
    for (const std::string& value : Values(UkPart::kGender)) {
      const bool known = EqualsIgnoreCase(value, "male") || EqualsIgnoreCase(value, "female");
      AddAttribute(AttributeKind::kGender, known ? AsciiLower(value) : value, UkPart::kGender);
    }
    for (const auto& [part, kind] : kKinds) {
      for (std::string& value : Values(part)) AddAttribute(kind, std::move(value), part);
    }
    for (std::string& value : Values(UkPart::kLength)) {
      AddAttribute(AttributeKind::kLength, std::move(value), UkPart::kLength);
    }
    for (const auto& cells : Of(UkPart::kOtherInformation)) AddRemark(Text(cells[0]));
  }

  void AddAttribute(AttributeKind kind, std::string value, UkPart part) {
    AddOnce(&record_.attributes, Attribute{kind, std::move(value), Field(part)});
  }

  void AddRemark(std::string text) {
    const std::string field = Field(UkPart::kOtherInformation);
    ProseSource prose = Prose(field);
    prose.remark = true;
    for (Identifier& id : FindProseIdentifiers(text, prose)) AddIdentifier(std::move(id));
    if (auto relation = ReadUkAssetRelation(text, field)) {
      if (context_.dialect != UkDialect::kConList) relation->target_id.clear();
      AddOnce(&record_.relations, std::move(*relation));
    }
    AddAttribute(AttributeKind::kRemark, std::move(text), UkPart::kOtherInformation);
  }

  void AddRelations() {
    struct Row {
      UkPart part;
      RelationKind kind;
      bool former;
    };
    constexpr std::array<Row, 4> kRows = {{
        {UkPart::kParentCompany, RelationKind::kOwnedBy, false},
        {UkPart::kSubsidiary, RelationKind::kOwns, false},
        {UkPart::kOwner, RelationKind::kOwnedBy, false},
        {UkPart::kPreviousOwner, RelationKind::kOwnedBy, true},
    }};
    for (const Row& row : kRows) {
      for (const std::string& value : Values(row.part)) {
        for (Relation& relation : ReadUkRelations(value, row.kind, Field(row.part))) {
          relation.former = row.former;
          AddOnce(&record_.relations, std::move(relation));
        }
      }
    }
  }

  void AddListings() {
    std::string reason;
    for (const auto& cells : Of(UkPart::kReasons)) {
      if (!reason.empty()) reason += "\n";
      reason += Text(cells[0]);
    }
    const bool conlist = context_.dialect == UkDialect::kConList;
    for (const auto& cells : Of(UkPart::kListing)) {
      Designation designation;
      designation.program = Text(cells[0]);
      designation.list = conlist ? "OFSI Consolidated List" : "UK Sanctions List";
      designation.authority = Text(cells[1]);
      if (designation.program.find("Regulations") != std::string::npos) {
        designation.legal_basis = designation.program;
      }
      designation.measures = Text(cells[2]);
      designation.listed = UkIsoDate(cells[conlist ? 5 : 3]);
      designation.amended = UkIsoDate(cells[4]);
      designation.reason = reason;
      designation.field = Field(UkPart::kListing);
      const std::string designated = conlist ? UkIsoDate(cells[3]) : designation.listed;
      record_.designations.push_back(designation);
      if (designated == designation.listed || designated.empty()) continue;
      designation.list = "UK Sanctions List";
      designation.listed = designated;
      designation.field = Field(UkPart::kListing, 3);
      record_.designations.push_back(std::move(designation));
    }
  }

  void AddReferences() {
    const bool conlist = context_.dialect == UkDialect::kConList;
    const UkPart other = conlist ? UkPart::kUniqueId : UkPart::kOfsiGroupId;
    for (const auto& cells : Of(other)) {
      AddOnce(&record_.references, CrossReference{std::string(conlist ? kFcdoList : kOfsiList),
                                                  std::string(cells[0]), Field(other)});
    }
    for (const auto& cells : Of(UkPart::kUnReference)) {
      for (std::string_view reference : SplitTrimmed(cells[0], ",")) {
        AddOnce(&record_.references, CrossReference{std::string(kUnList), UkUnReference(reference),
                                                    Field(UkPart::kUnReference)});
      }
    }
  }

  const PartyParts& parts_;
  const UkContext& context_;
  uint64_t line_;
  ParseReport* report_;
  Record record_;
  bool russian_ = false;
};

}  // namespace

Record BuildUkRecord(const PartyParts& parts, std::string_view id, const UkContext& context,
                     uint64_t line, ParseReport* report) {
  if (parts.replaced_bytes()) {
    report->AddDefect({"encoding", std::string(id), std::string(context.file), line,
                       "bytes that are not UTF-8 were replaced by U+FFFD"});
  }
  return Builder(parts, context, line, report).Build(id);
}

}  // namespace interdict
