#include "interdict/lists/ofac/ofac_advanced_party.h"

#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "interdict/base/strings.h"
#include "interdict/lists/ofac/ofac_advanced_date.h"
#include "interdict/lists/ofac/ofac_fields.h"
#include "interdict/lists/ofac/ofac_listings.h"
#include "interdict/lists/ofac/ofac_xml_terms.h"

namespace interdict {
namespace {

// What is known of an identity while its party is read.
struct Identity {
  bool primary = true;
  std::unordered_map<std::string_view, std::string_view> part_types;  // NamePartGroup -> its type
};

class PartyReader {
 public:
  PartyReader(const XmlElement& party, const AdvancedTables& tables)
      : party_(party), tables_(tables) {}

  OfacParty Read();

 private:
  void ReadProfile(const XmlElement& profile);
  void ReadIdentity(const XmlElement& identity);
  void ReadAlias(const XmlElement& alias, const Identity& identity);
  Name ReadDocumentedName(const XmlElement& name, const Identity& identity) const;
  void SetKind(const XmlElement& alias, const Identity& identity, Name* name) const;

  void ReadFeature(const XmlElement& feature);
  void ReadVersion(const XmlElement& version, std::string_view label);
  void ReadStatements(const XmlElement& version, std::vector<std::string>* values,
                      std::vector<std::optional<PartialDate>>* dates) const;
  void ReadPlace(const XmlElement& place, std::string_view label, std::vector<std::string>* values);
  void ReadVersionValue(const XmlElement& version, std::string_view label, std::string value,
                        const std::optional<PartialDate>& date);
  bool IsFalseFlag(const XmlElement& version, std::string_view label) const;
  void NoteReliability(const XmlElement& version, std::string_view label);
  std::string DetailText(const XmlElement& detail) const;

  void AddLocation(const AdvancedLocation& location);
  Address MakeAddress(const AdvancedLocation& location, bool primary);
  std::string PlaceName(const AdvancedLocation& location) const;
  void SetCountry(const AdvancedLocation& location, Address* address) const;

  void AddDocument(const AdvancedDocument& document);
  std::string DocumentRemark(const AdvancedDocument& document) const;
  void AddRelation(const AdvancedRelation& row);
  void AddEntry(const AdvancedEntry& entry);
  void Keep(const std::vector<Attribute>& rest);
  void KeepText(std::string field, std::string_view text);

  const XmlElement& party_;
  const AdvancedTables& tables_;
  Record record_;
  std::string problem_;
  std::unordered_map<std::string_view, std::string> documented_names_;  // @ID -> text
};

OfacParty PartyReader::Read() {
  const auto profiles = party_.Children("Profile");
  record_.id = std::string(party_.Attribute("FixedRef"));
  if (record_.id.empty() && !profiles.empty()) {
    record_.id = std::string(profiles.front()->Attribute("ID"));
  }
  for (const XmlElement* profile : profiles) ReadProfile(*profile);
  AddAircraftName(&record_);
  const OfacRemarksCount remarks =
      AddOfacXmlRemarks(party_.ChildText("Comment"), "DistinctParty/Comment", &record_);
  return {std::move(record_), remarks, std::move(problem_)};
}

void PartyReader::ReadProfile(const XmlElement& profile) {
  const AdvancedReference* subtype =
      tables_.Reference("PartySubType", profile.Attribute("PartySubTypeID"));
  if (subtype != nullptr) {
    const bool unknown = subtype->text.empty() || EqualsIgnoreCase(subtype->text, "Unknown");
    record_.schema =
        OfacXmlSchema(unknown ? tables_.Word("PartyType", subtype->owner) : subtype->text);
  }
  for (const XmlElement* identity : profile.Children("Identity")) ReadIdentity(*identity);
  for (const XmlElement* feature : profile.Children("Feature")) ReadFeature(*feature);
  for (const XmlElement* identity : profile.Children("Identity")) {
    for (const auto& document : tables_.Documents(identity->Attribute("ID"))) AddDocument(document);
  }
  const std::string_view id = profile.Attribute("ID");
  for (const AdvancedRelation& relation : tables_.Relations(id)) AddRelation(relation);
  for (const AdvancedEntry& entry : tables_.Entries(id)) AddEntry(entry);
}

// --- names --------------------------------------------------------------------------------------

void PartyReader::ReadIdentity(const XmlElement& element) {
  Identity identity;
  identity.primary = !element.HasAttribute("Primary") || IsTrue(element.Attribute("Primary"));
  if (IsTrue(element.Attribute("False"))) {
    identity.primary = false;
    KeepText("Identity/@False", element.Attribute("ID"));
  }
  if (const XmlElement* groups = element.Child("NamePartGroups")) {
    for (const XmlElement* master : groups->Children("MasterNamePartGroup")) {
      for (const XmlElement* group : master->Children("NamePartGroup")) {
        identity.part_types.emplace(
            group->Attribute("ID"),
            tables_.Word("NamePartType", group->Attribute("NamePartTypeID")));
      }
    }
  }
  for (const XmlElement* alias : element.Children("Alias")) ReadAlias(*alias, identity);
}

void PartyReader::ReadAlias(const XmlElement& alias, const Identity& identity) {
  for (const XmlElement* element : alias.Children("DocumentedName")) {
    Name name = ReadDocumentedName(*element, identity);
    if (name.text.empty()) continue;
    SetKind(alias, identity, &name);
    documented_names_.emplace(element->Attribute("ID"), name.text);
    record_.names.push_back(std::move(name));
  }
}

Name PartyReader::ReadDocumentedName(const XmlElement& element, const Identity& identity) const {
  Name name;
  name.field = "Alias/DocumentedName";
  std::vector<OfacNamePart> parts;
  for (const XmlElement* part : element.Children("DocumentedNamePart")) {
    for (const XmlElement* value : part->Children("NamePartValue")) {
      const auto type = identity.part_types.find(value->Attribute("NamePartGroupID"));
      parts.push_back({type == identity.part_types.end() ? "" : type->second, value->Text()});
      const std::string script = OfacScript(tables_.Word("Script", value->Attribute("ScriptID")));
      if (name.script.empty() || !IsLatinScript(script)) name.script = script;
      if (IsTrue(value->Attribute("Acronym"))) name.remark = "acronym";
    }
  }
  SetOfacName(parts, &name);
  return name;
}

void PartyReader::SetKind(const XmlElement& alias, const Identity& identity, Name* name) const {
  const std::string_view type = tables_.Word("AliasType", alias.Attribute("AliasTypeID"));
  const bool weak = IsTrue(alias.Attribute("LowQuality"));
  if (identity.primary && IsTrue(alias.Attribute("Primary"))) {
    name->kind = IsLatinScript(name->script) ? NameKind::kPrimary : NameKind::kOriginalScript;
    return;
  }
  name->kind = OfacAliasKind(type, weak);
  if (name->remark.empty()) name->remark = OfacAliasRemark(type, weak);
}

// --- features -----------------------------------------------------------------------------------

void PartyReader::ReadFeature(const XmlElement& feature) {
  const std::string_view id = feature.Attribute("FeatureTypeID");
  std::string_view label = tables_.Word("FeatureType", id);
  if (label.empty()) label = id;
  for (const XmlElement* version : feature.Children("FeatureVersion")) {
    ReadVersion(*version, label);
  }
}

std::string PartyReader::DetailText(const XmlElement& detail) const {
  std::string text(detail.Text());
  const std::string_view id = detail.Attribute("DetailReferenceID");
  if (id.empty()) return text;
  const std::string_view word = tables_.Word("DetailReference", id);
  if (text.empty()) return std::string(word.empty() ? id : word);
  return word.empty() ? text : std::string(word) + " " + text;
}

// Values and dates that a version of a feature states; a date of another calendar is a value, kept
// as text which no date is read from.
void PartyReader::ReadStatements(const XmlElement& version, std::vector<std::string>* values,
                                 std::vector<std::optional<PartialDate>>* dates) const {
  for (const XmlElement* detail : version.Children("VersionDetail")) {
    if (std::string text = DetailText(*detail); !text.empty()) values->push_back(std::move(text));
  }
  for (const XmlElement* period : version.Children("DatePeriod")) {
    auto date = ReadAdvancedPeriod(*period);
    const std::string_view calendar =
        tables_.Word("CalendarType", period->Attribute("CalendarTypeID"));
    if (date && !calendar.empty() && !EqualsIgnoreCase(calendar, "Gregorian")) {
      values->push_back(FormatPartialDate(*date) + " (" + std::string(calendar) + ")");
      date.reset();
    }
    dates->push_back(date);
  }
}

// A place is an address, or the value of a feature that has no other.
void PartyReader::ReadPlace(const XmlElement& place, std::string_view label,
                            std::vector<std::string>* values) {
  const std::string_view id = place.Attribute("LocationID");
  const AdvancedLocation* location = tables_.Location(id);
  if (location == nullptr) return KeepText("Feature/" + std::string(label) + "/@LocationID", id);
  if (EqualsIgnoreCase(label, "Location")) return AddLocation(*location);
  if (values->empty()) {
    values->push_back(PlaceName(*location));
  } else {
    KeepText("Feature/" + std::string(label) + "/Location", PlaceName(*location));
  }
}

void PartyReader::ReadVersion(const XmlElement& version, std::string_view label) {
  NoteReliability(version, label);
  std::vector<std::string> values;
  std::vector<std::optional<PartialDate>> dates;
  ReadStatements(version, &values, &dates);
  for (const XmlElement* place : version.Children("VersionLocation")) {
    ReadPlace(*place, label, &values);
  }
  if (values.size() < dates.size()) values.resize(dates.size());
  dates.resize(values.size());
  for (size_t i = 0; i < values.size(); ++i) {
    ReadVersionValue(version, label, std::move(values[i]), dates[i]);
  }
  if (values.empty()) KeepText("Feature/" + std::string(label), version.ChildText("Comment"));
}

void PartyReader::ReadVersionValue(const XmlElement& version, std::string_view label,
                                   std::string value, const std::optional<PartialDate>& date) {
  std::string_view comment = version.ChildText("Comment");
  const bool circa = StartsWithIgnoreCase(comment, "circa") && date;
  std::optional<PartialDate> exact = date;
  if (circa) exact->circa = true;
  if (value.empty() && exact) value = OfacDateText(*exact);
  if (circa) comment = {};
  if (IsFalseFlag(version, label)) value += " (False)";
  const size_t dates = record_.dates.size();
  AddOfacXmlField(label, value, {.remark = comment, .field = "Feature"}, &record_);
  if (record_.dates.size() == dates || !exact) return;
  DateFact& fact = record_.dates.back();
  if (!fact.date) fact.date = exact;
  fact.date->circa = fact.date->circa || exact->circa;
}

// A flag that a ship shows without right; the other exports mark it so in the text.
bool PartyReader::IsFalseFlag(const XmlElement& version, std::string_view label) const {
  const std::string_view word = tables_.Word("Reliability", version.Attribute("ReliabilityID"));
  return label.ends_with("Flag") && EqualsIgnoreCase(word, "False");
}

void PartyReader::NoteReliability(const XmlElement& version, std::string_view label) {
  if (IsFalseFlag(version, label)) return;
  const std::string_view word = tables_.Word("Reliability", version.Attribute("ReliabilityID"));
  if (word.empty() || EqualsIgnoreCase(word, "Unknown") || EqualsIgnoreCase(word, "Confirmed")) {
    return;
  }
  KeepText("Feature/" + std::string(label) + "/Reliability", word);
}

// --- locations ----------------------------------------------------------------------------------

void PartyReader::SetCountry(const AdvancedLocation& location, Address* address) const {
  const AdvancedReference* country = tables_.Reference("Country", location.country);
  if (country == nullptr && !location.area_code.empty()) {
    const AdvancedReference* area = tables_.Reference("AreaCode", location.area_code);
    if (area != nullptr) country = tables_.Reference("Country", area->owner);
  }
  if (country != nullptr) SetOfacCountry(country->text, country->iso, address);
}

Address PartyReader::MakeAddress(const AdvancedLocation& location, bool primary) {
  Address address;
  address.field = "Feature/Location";
  SetCountry(location, &address);
  for (const AdvancedLocationPart& part : location.parts) {
    if (part.primary != primary || part.value.empty()) continue;
    const std::string_view type = tables_.Word("LocPartType", part.type);
    if (AddOfacAddressPart(type, part.value, &address)) continue;
    // A part of unknown type alone is how the export writes a place that has no parts.
    if (address.street.empty() && EqualsIgnoreCase(type, "Unknown")) {
      address.street = std::string(part.value);
    } else {
      KeepText("Location/LocationPart/" + std::string(type), part.value);
    }
  }
  return address;
}

void PartyReader::AddLocation(const AdvancedLocation& location) {
  Address address = MakeAddress(location, true);
  if (FinishOfacAddress(&address)) record_.addresses.push_back(std::move(address));
  bool others = false;
  for (const AdvancedLocationPart& part : location.parts) others = others || !part.primary;
  if (others) {
    Address other = MakeAddress(location, false);
    other.remark = "other spelling";
    if (FinishOfacAddress(&other)) record_.addresses.push_back(std::move(other));
  }
  Keep(location.rest);
}

std::string PartyReader::PlaceName(const AdvancedLocation& location) const {
  std::string name;
  for (const AdvancedLocationPart& part : location.parts) {
    if (part.value.empty()) continue;
    if (!name.empty()) name += ", ";
    name += part.value;
  }
  if (!name.empty()) return name;
  Address address;
  SetCountry(location, &address);
  return address.country_text;
}

// --- documents, relations, listings -------------------------------------------------------------

std::string PartyReader::DocumentRemark(const AdvancedDocument& document) const {
  std::vector<std::string> remarks;
  const std::string_view validity = tables_.Word("Validity", document.validity);
  if (!validity.empty() && !EqualsIgnoreCase(validity, "Valid")) remarks.emplace_back(validity);
  const auto name = documented_names_.find(document.name);
  if (name != documented_names_.end() && name->second != record_.Caption()) {
    remarks.push_back("in the name of " + name->second);
  }
  if (const AdvancedLocation* place = tables_.Location(document.location)) {
    const std::string where = PlaceName(*place);
    if (!where.empty() && where != tables_.Word("Country", document.country)) {
      remarks.push_back("issued in " + where);
    }
  }
  if (!document.comment.empty()) remarks.emplace_back(document.comment);
  return Join(remarks, "; ");
}

void PartyReader::AddDocument(const AdvancedDocument& document) {
  const std::string remark = DocumentRemark(document);
  OfacFieldContext context;
  context.country = tables_.Word("Country", document.country);
  for (const AdvancedDocumentDate& date : document.dates) {
    const std::string_view type = tables_.Word("IDRegDocDateType", date.type);
    (StartsWithIgnoreCase(type, "Expir") ? context.expires : context.issued) = date.date;
  }
  context.remark = remark;
  context.field = "IDRegDocument";
  std::string_view label = tables_.Word("IDRegDocType", document.type);
  if (label.empty()) label = document.type;
  const size_t identifiers = record_.identifiers.size();
  AddOfacXmlField(label, document.number, context, &record_);
  SetOfacAuthority(document.authority, identifiers, &record_);
  Keep(document.rest);
}

void PartyReader::AddRelation(const AdvancedRelation& row) {
  Relation relation;
  relation.text = std::string(tables_.Word("RelationType", row.type));
  relation.kind = OfacRelationKind(relation.text);
  relation.target_id = std::string(row.to);
  relation.former = row.former;
  relation.field = "ProfileRelationship";
  record_.relations.push_back(std::move(relation));
  const std::string_view quality = tables_.Word("RelationQuality", row.quality);
  if (!EqualsIgnoreCase(quality, "Unknown")) {
    KeepText("ProfileRelationship/RelationQuality", quality);
  }
  KeepText("ProfileRelationship/Comment", row.comment);
  Keep(row.rest);
}

void PartyReader::AddEntry(const AdvancedEntry& entry) {
  OfacListings listings;
  listings.lists.push_back({tables_.Word("List", entry.list), {}});
  std::string_view& listed = listings.lists.front().listed;
  for (const AdvancedEntryEvent& event : entry.events) {
    const std::string_view basis = tables_.Word("LegalBasis", event.basis);
    if (!basis.empty() && !EqualsIgnoreCase(basis, "Unknown")) listings.bases.push_back(basis);
    const std::string_view type = tables_.Word("EntryEventType", event.type);
    if (!EqualsIgnoreCase(type, "Created")) {
      KeepText("SanctionsEntry/EntryEvent/" + std::string(type), event.date);
    } else if (listed.empty() || event.date < listed) {
      listed = event.date;
    }
  }
  for (const AdvancedMeasure& measure : entry.measures) {
    const std::string_view type = tables_.Word("SanctionsType", measure.type);
    if (EqualsIgnoreCase(type, "Program")) {
      listings.programs.push_back(measure.comment);
    } else {
      listings.measures.push_back(type);
      KeepText("SanctionsEntry/SanctionsMeasure/Comment", measure.comment);
    }
  }
  if (!AddOfacListings(listings, "SanctionsEntry", &record_)) {
    problem_ = "a SanctionsEntry with more programmes than a party can have";
  }
  Keep(entry.rest);
}

void PartyReader::Keep(const std::vector<Attribute>& rest) {
  record_.uninterpreted.insert(record_.uninterpreted.end(), rest.begin(), rest.end());
}

void PartyReader::KeepText(std::string field, std::string_view text) {
  if (text.empty()) return;
  record_.uninterpreted.push_back({AttributeKind::kOther, std::string(text), std::move(field)});
}

}  // namespace

OfacParty ReadAdvancedParty(const XmlElement& party, const AdvancedTables& tables) {
  return PartyReader(party, tables).Read();
}

}  // namespace interdict
