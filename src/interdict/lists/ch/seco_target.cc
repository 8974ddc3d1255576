#include "interdict/lists/ch/seco_target.h"

#include <algorithm>
#include <array>
#include <utility>

#include "interdict/base/strings.h"
#include "interdict/entity/country.h"
#include "interdict/entity/identifier_label.h"
#include "interdict/lists/cells/name_cell.h"
#include "interdict/lists/ch/seco_history.h"
#include "interdict/lists/ch/seco_information.h"
#include "interdict/lists/ch/seco_name.h"

namespace interdict {
namespace {

constexpr size_t kMaxReferred = size_t{1} << 20;

template <typename T>
struct Word {
  std::string_view word;
  T meaning;
};

constexpr std::array<Word<IdScheme>, 9> kDocuments = {{
    {"passport", IdScheme::kPassport},
    {"diplomatic-passport", IdScheme::kPassport},
    {"service-passport", IdScheme::kPassport},
    {"id-card", IdScheme::kNationalId},
    {"identity-card", IdScheme::kNationalId},
    {"residence-permit", IdScheme::kResidencePermit},
    {"driving-license", IdScheme::kDriversLicence},
    {"driving-licence", IdScheme::kDriversLicence},
    {"travel-document", IdScheme::kTravelDocument},
}};

constexpr std::array<Word<RelationKind>, 10> kRelations = {{
    {"related-to", RelationKind::kLinkedTo},
    {"owned-by", RelationKind::kOwnedBy},
    {"controlled-by", RelationKind::kControlledBy},
    {"subsidiary-of", RelationKind::kOwnedBy},
    {"acting-for", RelationKind::kActsFor},
    {"family-member-of", RelationKind::kFamilyOf},
    {"spouse-of", RelationKind::kFamilyOf},
    {"associate-of", RelationKind::kAssociateOf},
    {"member-of", RelationKind::kMemberOf},
    {"leader-of", RelationKind::kLeaderOf},
}};

template <typename T, size_t N>
const T* Find(const std::array<Word<T>, N>& words, std::string_view word) {
  for (const Word<T>& w : words) {
    if (w.word == word) return &w.meaning;
  }
  return nullptr;
}

void AddPart(std::string_view part, std::string_view separator, std::string* text) {
  if (part.empty()) return;
  if (!text->empty()) *text += separator;
  *text += part;
}

// "QDi.001": a reference number of the UN list.
bool IsUnReference(std::string_view text) {
  return text.size() == 7 && (text[2] == 'i' || text[2] == 'e') && text[3] == '.' &&
         IsDigits(text.substr(4));
}

std::string CodeOfCountry(const XmlElement& country) {
  const std::string code = CountryCodeFromIso(country.Attribute("iso-code"));
  return code.empty() ? CountryCode(country.Text()) : code;
}

// A date in attributes (or as text): "1980-03-23", "1980-03", "1980". Other calendars are named.
std::string DateText(const XmlElement& element) {
  std::string text = OneLine(element.Text());
  const std::string_view year = element.Attribute("year");
  const std::string_view month = element.Attribute("month");
  const std::string_view day = element.Attribute("day");
  const auto two = [](std::string_view number) {
    return (number.size() == 1 ? "-0" : "-") + std::string(number);
  };
  if (text.empty()) {
    text = std::string(year);
    if (!month.empty() || !day.empty()) text += month.empty() ? "-00" : two(month);
    if (!day.empty()) text += two(day);
  }
  const std::string_view calendar = element.Attribute("calendar");
  if (!calendar.empty() && !EqualsIgnoreCase(calendar, "Gregorian")) {
    text += " (" + std::string(calendar) + ")";
  }
  return text;
}

// Fills one Record from one target.
class SecoTarget {
 public:
  SecoTarget(const XmlElement& target, const SecoTables& tables, Record* record,
             XmlListIntake* intake)
      : target_(target), tables_(tables), record_(*record), intake_(*intake) {}

  // False when the element is neither individual, entity nor object.
  bool Read() {
    const XmlElement* party = Party();
    if (party == nullptr) return false;
    const auto identities = party->Children("identity");
    const bool flagged = std::any_of(identities.begin(), identities.end(),
                                     [](const auto* i) { return i->Attribute("main") == "true"; });
    for (const XmlElement* identity : identities) {
      const bool main = flagged ? identity->Attribute("main") == "true" : identity == identities[0];
      ReadIdentity(*identity, main);
    }
    EnsurePrimaryName();
    AddAttribute(AttributeKind::kGender, std::string(party->Attribute("sex")), "individual/@sex");
    for (const XmlElement* child : party->Children()) ReadPartyChild(*child);
    for (const XmlElement* child : target_.Children()) ReadTargetChild(*child);
    AddDesignations();
    return true;
  }

 private:
  // Whether so many bytes of what the target refers to may be copied into its record. Without a
  // bound, a small hostile document could ask for any amount of memory.
  bool Affords(size_t bytes) {
    referred_ += bytes;
    if (referred_ <= kMaxReferred) return true;
    if (!std::exchange(told_, true))
      Defect("references_cut", "more places and sets than are copied");
    return false;
  }

  void Defect(std::string code, std::string detail) {
    intake_.AddDefect(std::move(code), record_.id, target_.line(), std::move(detail));
  }

  void AddAttribute(AttributeKind kind, std::string value, std::string_view field) {
    if (!value.empty()) record_.attributes.push_back({kind, std::move(value), std::string(field)});
  }

  const XmlElement* Party() {
    if (const XmlElement* individual = target_.Child("individual")) {
      record_.schema = Schema::kPerson;
      return individual;
    }
    if (const XmlElement* entity = target_.Child("entity")) {
      record_.schema = Schema::kOrganization;
      return entity;
    }
    const XmlElement* object = target_.Child("object");
    if (object == nullptr) return nullptr;
    const std::string_view type = object->Attribute("object-type");
    record_.schema = type == "vessel"     ? Schema::kVessel
                     : type == "aircraft" ? Schema::kAirplane
                                          : Schema::kLegalEntity;
    if (record_.schema == Schema::kLegalEntity) {
      Defect("object_type",
             "object-type \"" + std::string(type) + "\" is neither vessel nor aircraft");
    }
    return object;
  }

  // --- identities --------------------------------------------------------------------------------

  void ReadIdentity(const XmlElement& identity, bool main) {
    identity.Attribute("ssid");
    for (const XmlElement* child : identity.Children()) {
      const std::string_view name = child->name();
      child->Attribute("ssid");
      if (name == "name")
        AddName(*child, main);
      else if (name == "day-month-year")
        AddDate(*child);
      else if (name == "nationality")
        AddNationality(*child);
      else if (name == "place-of-birth")
        AddAddress(*child, AddressKind::kBirthPlace);
      else if (name == "address")
        AddAddress(*child, AddressKind::kAddress);
      else if (name == "identification-document")
        AddDocument(*child);
    }
  }

  NameKind KindOf(const XmlElement& name, bool main) {
    const std::string_view type = name.Attribute("name-type");
    const bool low = name.Attribute("quality") == "low";
    if (type == "primary-name" && main) return NameKind::kPrimary;
    if (type == "formerly-known-as") return low ? NameKind::kWeak : NameKind::kFormer;
    if (type != "primary-name" && type != "alias") {
      Defect("name_type", "name-type \"" + std::string(type) + "\" is not known; kept as an alias");
    }
    return low ? NameKind::kWeak : NameKind::kStrong;
  }

  void AddName(const XmlElement& element, bool main) {
    SecoNames read = ReadSecoName(element, KindOf(element, main));
    for (std::string& title : read.titles) {
      AddAttribute(AttributeKind::kTitle, std::move(title), "name-part");
    }
    for (const std::string& type : read.unknown_types) {
      Defect("name_part_type", "name-part-type \"" + type + "\" is not known; kept as \"other\"");
    }
    const std::string text = read.names.empty() ? "" : read.names[0].text;
    if (read.combinations_left_out) {
      Defect("spellings", "the spelling variants of \"" + text + "\" are not all combined");
    }
    if (read.spellings_left_out) {
      Defect("spellings_cut", "\"" + text + "\" has more spellings than are taken over");
    }
    for (Name& name : read.names) record_.names.push_back(std::move(name));
  }

  void EnsurePrimaryName() {
    const auto is_primary = [](const Name& name) { return name.kind == NameKind::kPrimary; };
    if (record_.names.empty() ||
        std::any_of(record_.names.begin(), record_.names.end(), is_primary)) {
      return;
    }
    record_.names[0].kind = NameKind::kPrimary;
    Defect("primary_name", "no primary name; the first name stands for it");
  }

  void AddDate(const XmlElement& element) {
    const DateKind kind = record_.schema == Schema::kPerson         ? DateKind::kBirth
                          : record_.schema == Schema::kOrganization ? DateKind::kIncorporation
                                                                    : DateKind::kBuild;
    const std::string text = DateText(element);
    if (text.empty()) return;
    DateFact fact = MakeDateFact(kind, text, "day-month-year");
    const bool uncertain = element.Attribute("quality") == "low";
    if (uncertain && fact.date) fact.date->circa = true;
    if (uncertain) fact.text = "circa " + fact.text;
    record_.dates.push_back(std::move(fact));
  }

  void AddNationality(const XmlElement& element) {
    for (const XmlElement* country : element.Children("country")) {
      record_.countries.push_back({CountryKind::kNationality, CodeOfCountry(*country),
                                   OneLine(country->Text()), "nationality"});
    }
  }

  void AddAddress(const XmlElement& element, AddressKind kind) {
    Address address;
    const std::string place_id(element.Attribute("place-id"));
    if (const auto place = tables_.places.find(place_id); place != tables_.places.end()) {
      if (Affords(place->second.bytes)) {
        address = place->second.address;
        for (const Attribute& other : place->second.other) record_.uninterpreted.push_back(other);
      }
    } else if (!place_id.empty()) {
      Defect("orphan_place", "place " + place_id + " is not in the document");
    }
    address.kind = kind;
    address.field = std::string(element.name());
    element.Attribute("quality");
    const std::string care_of = OneLine(element.ChildText("c-o"));
    if (!care_of.empty()) address.street = "c/o " + care_of;
    AddPart(OneLine(element.ChildText("address-details")), ", ", &address.street);
    address.po_box = OneLine(element.ChildText("p-o-box"));
    address.postal_code = OneLine(element.ChildText("zip-code"));
    address.remark = OneLine(element.ChildText("remarks"));
    AddPart(address.street, ", ", &address.full);
    if (!address.po_box.empty()) AddPart("P.O. Box " + address.po_box, ", ", &address.full);
    AddPart(address.postal_code, ", ", &address.full);
    AddPart(address.city, address.postal_code.empty() ? ", " : " ", &address.full);
    AddPart(address.region, ", ", &address.full);
    AddPart(address.country_text, ", ", &address.full);
    if (!address.full.empty() || !address.remark.empty()) {
      record_.addresses.push_back(std::move(address));
    }
  }

  void AddDocument(const XmlElement& element) {
    const std::string type(element.Attribute("document-type"));
    const std::string number = OneLine(element.ChildText("number"));
    const std::string remark = OneLine(element.ChildText("remark"));
    if (number.empty()) {
      std::string note = type;
      AddPart(remark, "; ", &note);
      return AddAttribute(AttributeKind::kNote, std::move(note), "identification-document");
    }
    const IdScheme* scheme = Find(kDocuments, type);
    std::string label = type;
    std::replace(label.begin(), label.end(), '-', ' ');
    Identifier id = scheme != nullptr
                        ? MakeIdentifier(*scheme, number, "identification-document")
                        : IdentifierFromLabel(label, number, "identification-document");
    if (const XmlElement* issuer = element.Child("issuer")) {
      const std::string code = CountryCodeFromIso(issuer->Attribute("code"));
      const std::string words = OneLine(issuer->Text());
      id.country = code.empty() ? CountryCode(words) : code;
      if (id.issuer.empty()) id.issuer = words;
    }
    if (const XmlElement* issued = element.Child("date-of-issue")) id.issued = DateText(*issued);
    if (const XmlElement* expires = element.Child("expiry-date")) id.expires = DateText(*expires);
    id.remark = remark;
    if (scheme != nullptr && type != IdSchemeName(*scheme)) AddPart(type, "; ", &id.remark);
    record_.identifiers.push_back(std::move(id));
  }

  // --- the rest of a target ----------------------------------------------------------------------

  void ReadPartyChild(const XmlElement& child) {
    const std::string_view name = child.name();
    child.Attribute("ssid");
    if (name == "justification") {
      AddAttribute(AttributeKind::kReason, std::string(child.Text()), name);
    } else if (name == "other-information") {
      AddSecoInformation(child.Text(), &record_);
    } else if (name == "relation") {
      AddRelation(child);
    }
  }

  void ReadTargetChild(const XmlElement& child) {
    if (child.name() == "relation") {
      AddRelation(child);
    } else if (child.name() == "foreign-identifier" && !child.Text().empty()) {
      const std::string id = OneLine(child.Text());
      record_.references.push_back(
          {IsUnReference(id) ? "un_sc_sanctions" : "", id, "foreign-identifier"});
    }
  }

  void AddRelation(const XmlElement& element) {
    Relation relation;
    element.Attribute("ssid");
    relation.target_id = std::string(element.Attribute("target-id"));
    relation.text = std::string(element.Attribute("relation-type"));
    const RelationKind* kind = Find(kRelations, relation.text);
    relation.kind = kind == nullptr ? RelationKind::kOther : *kind;
    AddPart(OneLine(element.Text()), ": ", &relation.text);
    AddPart(OneLine(element.ChildText("remark")), ": ", &relation.text);
    relation.field = "relation";
    record_.relations.push_back(std::move(relation));
  }

  std::vector<std::string> SetIds() const {
    std::vector<std::string> ids;
    for (const XmlElement* set : target_.Children("sanctions-set-id")) {
      ids.push_back(OneLine(set->Text()));
    }
    if (target_.HasAttribute("sanctions-set-id")) {
      ids.emplace_back(target_.Attribute("sanctions-set-id"));
    }
    return ids;
  }

  void AddDesignations() {
    SecoHistory history = ReadSecoHistory(target_);
    if (history.tie) {
      Defect("delisting_tie",
             "a de-listing and another modification have the same dates; in force");
    }
    if (history.delisted && history.delisted_on.empty()) {
      history.delisted_on = tables_.list_date;
      Defect("delisting_date", "de-listed without a date; the list's own date stands for it");
    }
    std::vector<std::string> sets = SetIds();
    if (sets.empty()) sets.emplace_back();
    for (const std::string& id : sets) {
      Designation designation;
      if (const auto set = tables_.sets.find(id); set != tables_.sets.end()) {
        const SecoSet& known = set->second;
        if (Affords(known.program.size() + known.name.size() + known.ordinance.size())) {
          designation.program = known.program;
          designation.list = known.name;
          designation.legal_basis = known.ordinance;
        }
      } else {
        Defect("orphan_set", "sanctions set \"" + id + "\" is not in the document");
      }
      designation.authority = "SECO";
      designation.listed = history.listed_on;
      designation.amended = history.amended_on;
      designation.delisted = history.delisted_on;
      designation.field = "sanctions-set-id";
      record_.designations.push_back(std::move(designation));
    }
    for (Attribute& modification : history.modifications) {
      record_.attributes.push_back(std::move(modification));
    }
    if (history.delisted) ++intake_.report().counts["delisted"];
  }

  const XmlElement& target_;
  const SecoTables& tables_;
  Record& record_;
  XmlListIntake& intake_;
  size_t referred_ = 0;
  bool told_ = false;
};

}  // namespace

SecoPlace ReadSecoPlace(const XmlElement& element) {
  SecoPlace place;
  element.Attribute("ssid");
  place.address.city = OneLine(element.ChildText("location"));
  place.address.region = OneLine(element.ChildText("area"));
  if (const XmlElement* country = element.Child("country")) {
    place.address.country = CodeOfCountry(*country);
    place.address.country_text = OneLine(country->Text());
  }
  element.ForEachUnused([&](const std::string& path, std::string_view value) {
    place.other.push_back({AttributeKind::kOther, std::string(value), path});
    place.bytes += path.size() + value.size();
  });
  place.bytes +=
      place.address.city.size() + place.address.region.size() + place.address.country_text.size();
  return place;
}

Status TakeSecoTarget(const XmlElement& target, const SecoTables& tables, XmlListIntake* intake) {
  Record record;
  record.source = intake->source();
  record.id = std::string(target.Attribute("ssid"));
  if (record.id.empty()) {
    intake->Reject("", target, "the target has no ssid");
    return Ok{};
  }
  if (!SecoTarget(target, tables, &record, intake).Read()) {
    intake->Reject(record.id, target, "the target is neither individual, entity nor object");
    return Ok{};
  }
  if (record.names.empty()) {
    intake->Reject(record.id, target, "the target has no name");
    return Ok{};
  }
  return intake->Take(std::move(record), target);
}

}  // namespace interdict
