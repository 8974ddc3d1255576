#include "interdict/lists/eu/eu_fsf_record.h"

#include <algorithm>
#include <map>
#include <utility>
#include <vector>

#include "interdict/base/strings.h"
#include "interdict/entity/country.h"
#include "interdict/entity/identifier_label.h"
#include "interdict/lists/cells/add_once.h"
#include "interdict/lists/cells/enumerated_text.h"
#include "interdict/lists/cells/prose_identifiers.h"
#include "interdict/lists/eu/eu_fsf_fields.h"
#include "interdict/lists/eu/eu_fsf_ships.h"

namespace interdict {
namespace {

using Cells = PartyParts::Cells;

constexpr std::string_view kListName = "EU consolidated list of financial sanctions";
constexpr std::string_view kUnList = "un_sc_sanctions";
constexpr std::string_view kEuList = "eu_fsf";

bool IsTrue(std::string_view cell) {
  return EqualsIgnoreCase(cell, "true");
}

// The EU writes "-" where a mandatory cell has nothing to say.
std::string_view Given(std::string_view cell) {
  return cell == "-" ? std::string_view() : cell;
}

void Append(std::string* text, std::string_view piece, std::string_view separator = "; ") {
  if (piece.empty()) return;
  if (!text->empty()) *text += separator;
  *text += piece;
}

std::string IsoDate(std::string_view text) {
  const auto date = ParsePartialDate(text);
  return date && date->IsDay() ? FormatIsoDate(date->first) : std::string(text);
}

class Builder {
 public:
  Builder(const PartyParts& parts, const FsfContext& context, uint64_t line, ParseReport* report)
      : parts_(parts), context_(context), line_(line), report_(report) {}

  Record Build() {
    record_.source = std::string(context_.source);
    record_.id = std::string(FsfRecordId(parts_));
    AddSchema();
    AddNames();
    for (const Cells& cells : Of(FsfPart::kCitizenship)) AddCitizenship(cells);
    for (const Cells& cells : Of(FsfPart::kBirth)) AddBirth(cells);
    for (const Cells& cells : Of(FsfPart::kAddress)) AddAddress(cells);
    russian_ = IsRussian();
    AddEntityTexts();
    for (const Cells& cells : Of(FsfPart::kIdentification)) AddIdentification(cells);
    AddProseIdentifiers();
    PlaceFsfImoNumbers(parts_, &record_);
    AddDesignations();
    AddActs();
    AddReferences();
    if (record_.names.empty()) Defect("no_name", "the entity has no name");
    return std::move(record_);
  }

 private:
  const std::vector<Cells>& Of(FsfPart part) const { return parts_.Of(static_cast<size_t>(part)); }
  std::string_view Entity(size_t cell) const {
    return parts_.First(static_cast<size_t>(FsfPart::kEntity), cell);
  }
  std::string Field(FsfPart part, size_t cell) const {
    return FsfFieldName(part, cell, context_.dialect);
  }

  void Defect(std::string code, std::string detail) {
    report_->AddDefect(
        {std::move(code), record_.id, std::string(context_.file), line_, std::move(detail)});
  }

  void AddAttribute(AttributeKind kind, std::string_view value, std::string field) {
    value = Trim(Given(value));
    if (value.empty()) return;
    AddOnce(&record_.attributes, Attribute{kind, std::string(value), std::move(field)});
  }

  void AddSchema() {
    record_.schema = Schema::kLegalEntity;
    if (Of(FsfPart::kEntity).size() > 1) {
      Defect("conflicting_rows",
             "rows of one logical id differ in the entity's own columns; the "
             "first is taken");
    }
    for (const size_t cell : {fsf::kSubjectCode, fsf::kClassification}) {
      const std::string_view code = Entity(cell);
      if (EqualsIgnoreCase(code, "person") || code == "P") record_.schema = Schema::kPerson;
      if (EqualsIgnoreCase(code, "enterprise") || code == "E") {
        record_.schema = Schema::kOrganization;
      }
    }
    if (record_.schema == Schema::kLegalEntity) {
      Defect("type",
             "\"" + std::string(Entity(fsf::kSubjectCode)) + "\" is no person or enterprise");
    }
  }

  // --- names ------------------------------------------------------------------------------------

  void AddNames() {
    for (const Cells& cells : Of(FsfPart::kName)) {
      AddName(cells);
      AddNameTexts(cells);
    }
    MarkPrimaryName();
  }

  void AddName(const Cells& cells) {
    Name name;
    name.text = SqueezeSpaces(cells[fsf::kWhole]);
    constexpr std::array<std::pair<size_t, NamePartKind>, 3> kParts = {
        {{fsf::kFirst, NamePartKind::kGiven},
         {fsf::kMiddle, NamePartKind::kMiddle},
         {fsf::kLast, NamePartKind::kFamily}}};
    std::string composed;
    for (const auto& [cell, kind] : kParts) {
      const std::string_view part = Given(cells[cell]);
      if (part.empty()) continue;
      name.parts.push_back({kind, std::string(part)});
      Append(&composed, part, " ");
    }
    if (name.text.empty()) name.text = composed;
    if (name.text.empty()) return;
    const FsfNameGrade grade = GradeOfFsfRemark(cells[fsf::kNameRemark]);
    const bool strong = grade.strong.value_or(!EqualsIgnoreCase(cells[fsf::kStrong], "false"));
    name.kind = grade.former ? NameKind::kFormer : strong ? NameKind::kStrong : NameKind::kWeak;
    name.language = AsciiLower(cells[fsf::kLanguage]);
    name.remark = std::string(cells[fsf::kNameRemark]);
    name.field = Field(FsfPart::kName, fsf::kWhole);
    AddOnce(&record_.names, std::move(name));
  }

  void AddNameTexts(const Cells& cells) {
    const std::string_view gender = cells[fsf::kGender];
    const std::string_view word = gender == "M" ? "male" : gender == "F" ? "female" : gender;
    AddAttribute(AttributeKind::kGender, word, Field(FsfPart::kName, fsf::kGender));
    for (std::string_view title : SplitEnumeration(cells[fsf::kTitle])) {
      AddAttribute(AttributeKind::kTitle, title, Field(FsfPart::kName, fsf::kTitle));
    }
    const bool person = record_.schema == Schema::kPerson;
    for (std::string_view function : SplitEnumeration(cells[fsf::kFunction])) {
      AddAttribute(person ? AttributeKind::kPosition : AttributeKind::kNote, function,
                   Field(FsfPart::kName, fsf::kFunction));
    }
  }

  // No name is marked as the official one: the first that is neither weak nor former and, where
  // there is one, without a language or in English.
  void MarkPrimaryName() {
    Name* primary = nullptr;
    for (Name& name : record_.names) {
      if (name.kind != NameKind::kStrong) continue;
      if (name.language.empty() || name.language == "en") {
        primary = &name;
        break;
      }
      if (primary == nullptr) primary = &name;
    }
    if (primary == nullptr && !record_.names.empty()) primary = &record_.names.front();
    if (primary != nullptr) primary->kind = NameKind::kPrimary;
  }

  // --- countries, dates, places -----------------------------------------------------------------

  void AddCitizenship(const Cells& cells) {
    CountryFact fact;
    fact.kind = CountryKind::kCitizenship;
    fact.code = FsfCountry(cells[fsf::kCitizenIso], cells[fsf::kCitizenCountry], &fact.text);
    fact.field = Field(FsfPart::kCitizenship, fsf::kCitizenIso);
    if (!fact.text.empty()) AddOnce(&record_.countries, std::move(fact));
    for (const size_t cell : {fsf::kCitizenRegion, fsf::kCitizenRemark}) {
      AddAttribute(AttributeKind::kNote, cells[cell], Field(FsfPart::kCitizenship, cell));
    }
  }

  void AddBirth(const Cells& cells) {
    const size_t dated = !cells[fsf::kBirthDate].empty()  ? size_t{fsf::kBirthDate}
                         : !cells[fsf::kYear].empty()     ? size_t{fsf::kYear}
                         : !cells[fsf::kYearFrom].empty() ? size_t{fsf::kYearFrom}
                                                          : size_t{fsf::kYearTo};
    if (auto date = FsfBirthDate(cells, Field(FsfPart::kBirth, dated))) {
      AddOnce(&record_.dates, std::move(*date));
    }
    AddAttribute(AttributeKind::kNote, cells[fsf::kBirthRemark],
                 Field(FsfPart::kBirth, fsf::kBirthRemark));
    Address place;
    place.kind = AddressKind::kBirthPlace;
    place.city = std::string(Given(cells[fsf::kBirthPlace]));
    Append(&place.city, Given(cells[fsf::kBirthCity]), ", ");
    place.region = std::string(Given(cells[fsf::kBirthRegion]));
    place.postal_code = std::string(Given(cells[fsf::kBirthZip]));
    place.country =
        FsfCountry(cells[fsf::kBirthIso], cells[fsf::kBirthCountry], &place.country_text);
    place.field = Field(FsfPart::kBirth, fsf::kBirthCity);
    if (!place.country_text.empty()) {
      AddOnce(&record_.countries,
              CountryFact{CountryKind::kBirthCountry, place.country, place.country_text,
                          Field(FsfPart::kBirth, fsf::kBirthIso)});
    }
    AddPlace(std::move(place));
  }

  void AddPlace(Address place) {
    place.full = place.street;
    if (!place.po_box.empty()) Append(&place.full, "P.O. Box " + place.po_box, ", ");
    for (const std::string* piece :
         {&place.city, &place.postal_code, &place.region, &place.country_text}) {
      Append(&place.full, *piece, ", ");
    }
    if (!place.full.empty()) AddOnce(&record_.addresses, std::move(place));
  }

  void AddAddress(const Cells& cells) {
    Address address;
    address.street = std::string(Given(cells[fsf::kStreet]));
    Append(&address.street, Given(cells[fsf::kPlace]), ", ");
    if (!cells[fsf::kPoBox].empty()) address.po_box = std::string(Given(cells[fsf::kPoBox]));
    address.city = std::string(Given(cells[fsf::kCity]));
    address.postal_code = std::string(Given(cells[fsf::kZip]));
    address.region = std::string(Given(cells[fsf::kRegion]));
    address.country = FsfCountry(cells[fsf::kIso], cells[fsf::kCountry], &address.country_text);
    address.remark = std::string(cells[fsf::kAddressRemark]);
    if (IsTrue(cells[fsf::kAtListing])) Append(&address.remark, "as at listing time");
    address.field = Field(FsfPart::kAddress, fsf::kStreet);
    const bool placed = !(address.street + address.po_box + address.city + address.postal_code +
                          address.region + address.country_text)
                             .empty();
    for (const FsfContact& contact : SplitFsfContacts(cells[fsf::kContact])) {
      AddAttribute(contact.kind, contact.value, Field(FsfPart::kAddress, fsf::kContact));
    }
    if (placed) {
      AddPlace(std::move(address));
    } else {
      AddAttribute(AttributeKind::kRemark, cells[fsf::kAddressRemark],
                   Field(FsfPart::kAddress, fsf::kAddressRemark));
    }
  }

  bool IsRussian() const {
    const bool address =
        std::any_of(record_.addresses.begin(), record_.addresses.end(), [](const Address& place) {
          return place.kind == AddressKind::kAddress && place.country == "ru";
        });
    return address ||
           std::any_of(record_.countries.begin(), record_.countries.end(),
                       [](const CountryFact& fact) {
                         return fact.kind == CountryKind::kCitizenship && fact.code == "ru";
                       });
  }

  // --- identifiers ------------------------------------------------------------------------------

  void AddEntityTexts() {
    AddAttribute(AttributeKind::kRemark, Entity(fsf::kEntityRemark),
                 Field(FsfPart::kEntity, fsf::kEntityRemark));
    AddAttribute(AttributeKind::kNote, Entity(fsf::kDesignationDetails),
                 Field(FsfPart::kEntity, fsf::kDesignationDetails));
  }

  // Numbers that stand in remarks, unless a document gives them too.
  void AddProseIdentifiers() {
    AddProse(Entity(fsf::kEntityRemark), Field(FsfPart::kEntity, fsf::kEntityRemark));
    for (const Cells& cells : Of(FsfPart::kAddress)) {
      AddProse(cells[fsf::kAddressRemark], Field(FsfPart::kAddress, fsf::kAddressRemark));
    }
  }

  void AddProse(std::string_view text, const std::string& field) {
    const ProseSource prose{field, russian_, false, true};
    auto& ids = record_.identifiers;
    for (Identifier& id : FindProseIdentifiers(text, prose)) {
      const size_t first = ids.size() - std::min(ids.size(), kAddOnceReach);
      const bool known =
          std::any_of(ids.begin() + static_cast<std::ptrdiff_t>(first), ids.end(),
                      [&](const Identifier& other) { return SameIdentifier(id, other); });
      if (!known) ids.push_back(std::move(id));
    }
  }

  void AddIdentification(const Cells& cells) {
    const std::string_view number = Given(cells[fsf::kNumber]);
    const std::string_view latin = Given(cells[fsf::kLatinNumber]);
    std::string country_text;
    Identifier id = Typed(cells, number.empty() ? latin : number);
    id.field = Field(FsfPart::kIdentification, number.empty() ? fsf::kLatinNumber : fsf::kNumber);
    const std::string country =
        FsfCountry(cells[fsf::kIdIso], cells[fsf::kIdCountry], &country_text);
    if (!country.empty()) id.country = country;
    Append(&id.issuer, cells[fsf::kIssuedBy]);
    id.issued = IsoDate(cells[fsf::kIssued]);
    id.expires = IsoDate(cells[fsf::kValidTo]);
    id.remark = DocumentRemark(cells);
    if (id.value.empty()) {
      AddAttribute(AttributeKind::kNote, id.remark,
                   Field(FsfPart::kIdentification, fsf::kIdRemark));
      return;
    }
    if (country == "ru" || (country.empty() && russian_)) RefineRussianNumber(&id);
    if (!latin.empty() && !number.empty() && latin != number) {
      Identifier other = id;
      other.value = std::string(latin);
      other.check = CheckId(other.scheme, latin);
      other.field = Field(FsfPart::kIdentification, fsf::kLatinNumber);
      AddOnce(&record_.identifiers, std::move(other));
    }
    AddOnce(&record_.identifiers, std::move(id));
  }

  // The scheme is that of the type's code; of "other" ones what the remark names ("OGRN"), if it
  // does.
  Identifier Typed(const Cells& cells, std::string_view value) const {
    const std::string_view code = cells[fsf::kTypeCode];
    if (const auto scheme = FsfIdScheme(code))
      return MakeIdentifier(*scheme, std::string(value), "");
    std::string_view label = cells[fsf::kIdRemark];
    while (label.starts_with('(')) label.remove_prefix(1);
    while (label.ends_with(')')) label.remove_suffix(1);
    if (!label.empty() && FindIdLabel(label)) {
      return IdentifierFromLabel(label, std::string(value), "");
    }
    Identifier id = MakeIdentifier(IdScheme::kOtherId, std::string(value), "");
    id.issuer =
        std::string(cells[fsf::kTypeDescription].empty() ? code : cells[fsf::kTypeDescription]);
    return id;
  }

  static std::string DocumentRemark(const Cells& cells) {
    constexpr std::array<std::pair<size_t, std::string_view>, 5> kFlags = {
        {{fsf::kKnownFalse, "known false"},
         {fsf::kKnownExpired, "known expired"},
         {fsf::kReportedLost, "reported lost"},
         {fsf::kRevoked, "revoked by issuer"},
         {fsf::kDiplomatic, "diplomatic"}}};
    std::string remark;
    for (const auto& [cell, words] : kFlags) {
      if (IsTrue(cells[cell])) Append(&remark, words);
    }
    if (!cells[fsf::kNameOnDocument].empty()) {
      Append(&remark, "name on document: " + std::string(cells[fsf::kNameOnDocument]));
    }
    if (!cells[fsf::kValidFrom].empty()) {
      Append(&remark, "valid from " + IsoDate(cells[fsf::kValidFrom]));
    }
    Append(&remark, cells[fsf::kIdRegion]);
    Append(&remark, cells[fsf::kIdRemark]);
    return remark;
  }

  // --- acts -------------------------------------------------------------------------------------

  void AddDesignations() {
    for (const Cells& cells : Of(FsfPart::kRegulation)) {
      Designation designation;
      designation.program = std::string(cells[fsf::kProgramme]);
      designation.list = std::string(kListName);
      designation.authority = "European Union";
      designation.legal_basis = std::string(cells[fsf::kNumberTitle]);
      designation.listed = IsoDate(Entity(fsf::kDesignationDate));
      designation.amended = IsoDate(cells[fsf::kPublished]);
      designation.field = Field(FsfPart::kRegulation, fsf::kProgramme);
      AddOnce(&record_.designations, std::move(designation));
      AddAttribute(AttributeKind::kSourceUrl, cells[fsf::kUrl],
                   Field(FsfPart::kRegulation, fsf::kUrl));
    }
    if (Of(FsfPart::kRegulation).empty()) Defect("no_regulation", "the entity names no act");
  }

  // One note per act: what it is, and which parts of the entity go back to it.
  void AddActs() {
    std::map<std::string, std::string> users;
    std::vector<std::string> order;
    const auto add = [&](const Cells& cells, std::string_view user) {
      std::string act = ActText(cells);
      if (act.empty()) return;
      std::string& list = users[act];
      if (list.empty()) order.push_back(act);
      Append(&list, user, ", ");
    };
    for (const Cells& cells : Of(FsfPart::kRegulation)) add(cells, "entity");
    for (const Cells& cells : Of(FsfPart::kAct)) add(cells, cells[fsf::kActUser]);
    for (const std::string& act : order) {
      record_.attributes.push_back(
          {AttributeKind::kNote, act + ": " + users[act], Field(FsfPart::kAct, 0)});
    }
  }

  static std::string ActText(const Cells& cells) {
    std::string text(cells[fsf::kNumberTitle]);
    Append(&text, cells[fsf::kActType], ", ");
    if (!cells[fsf::kOrganisation].empty()) {
      Append(&text, "by the " + std::string(cells[fsf::kOrganisation]), ", ");
    }
    if (!cells[fsf::kPublished].empty()) {
      Append(&text, "published " + IsoDate(cells[fsf::kPublished]), ", ");
    }
    if (!cells[fsf::kInForce].empty()) {
      Append(&text, "in force " + IsoDate(cells[fsf::kInForce]), ", ");
    }
    if (!cells[fsf::kProgramme].empty()) {
      Append(&text, "programme " + std::string(cells[fsf::kProgramme]), ", ");
    }
    Append(&text, cells[fsf::kUrl], ", ");
    return text;
  }

  void AddReferences() {
    const auto add = [&](std::string_view list, size_t cell) {
      const std::string_view id = Entity(cell);
      if (id.empty()) return;
      AddOnce(&record_.references,
              CrossReference{std::string(list), std::string(id), Field(FsfPart::kEntity, cell)});
    };
    add(kEuList, fsf::kEntityLogicalId);
    add(kUnList, fsf::kUnitedNationId);
  }

  const PartyParts& parts_;
  const FsfContext& context_;
  uint64_t line_;
  ParseReport* report_;
  Record record_;
  bool russian_ = false;
};

}  // namespace

std::string_view FsfRecordId(const PartyParts& parts) {
  const auto kind = static_cast<size_t>(FsfPart::kEntity);
  const std::string_view reference = parts.First(kind, fsf::kReference);
  return reference.empty() ? parts.First(kind, fsf::kEntityLogicalId) : reference;
}

std::string FsfCopyId(std::string_view id, int n) {
  return std::string(id) + "#" + std::to_string(n);
}

Record BuildFsfRecord(const PartyParts& parts, const FsfContext& context, uint64_t line,
                      ParseReport* report) {
  if (parts.replaced_bytes()) {
    report->AddDefect({"encoding", std::string(FsfRecordId(parts)), std::string(context.file), line,
                       "bytes that are not UTF-8 were replaced by U+FFFD"});
  }
  return Builder(parts, context, line, report).Build();
}

}  // namespace interdict
