#include "interdict/lists/ofac/ofac_advanced_tables.h"

#include <algorithm>
#include <utility>

#include "interdict/entity/partial_date.h"
#include "interdict/lists/ofac/ofac_advanced_date.h"
#include "interdict/lists/ofac/ofac_xml_terms.h"

namespace interdict {
namespace {

// ISO prefix of a date; what stands there when it is no date.
std::string DateText(const XmlElement* date) {
  if (date == nullptr) return {};
  if (const auto day = ReadAdvancedDate(date)) return FormatPartialDate(*day);
  std::string text(date->ChildText("Year"));
  for (std::string_view part : {"Month", "Day"}) text.append("-").append(date->ChildText(part));
  return text == "--" ? std::string() : text;
}

// The words for the period of a document's date; empty when it has none that can be read.
std::string PeriodText(const XmlElement& holder) {
  const XmlElement* period = holder.Child("DatePeriod");
  const auto interval = period == nullptr ? std::nullopt : ReadAdvancedPeriod(*period);
  return interval ? OfacDateText(*interval) : std::string();
}

// Attribute of the first child of that name, "" when there is none.
std::string_view ChildAttribute(const XmlElement& element, std::string_view child,
                                std::string_view attribute) {
  const XmlElement* found = element.Child(child);
  return found == nullptr ? std::string_view() : found->Attribute(attribute);
}

template <typename Row>
void SortByKey(std::vector<Row>* rows) {
  std::stable_sort(rows->begin(), rows->end(),
                   [](const Row& a, const Row& b) { return a.key < b.key; });
}

// The rows with that key; they count as used from then on.
template <typename Row>
std::span<const Row> Join(const std::vector<Row>& rows, std::string_view key) {
  const auto first =
      std::lower_bound(rows.begin(), rows.end(), key,
                       [](const Row& row, std::string_view k) { return row.key < k; });
  auto last = first;
  for (; last != rows.end() && last->key == key; ++last) last->used = true;
  return {first, last};
}

template <typename Row, typename Callback>
void EachUnused(const std::vector<Row>& rows, std::string_view element, const Callback& callback) {
  for (const Row& row : rows) {
    if (!row.used) callback(element, row.key, row.line);
  }
}

}  // namespace

std::string_view TextPool::Keep(std::string_view text) {
  if (text.empty()) return {};
  auto found = texts_.find(text);
  if (found == texts_.end()) found = texts_.emplace(text).first;
  return *found;
}

const std::vector<std::string_view>& AdvancedTables::ElementNames() {
  static const auto* const kNames = new std::vector<std::string_view>{
      "DateOfIssue",         "ReferenceValueSets", "Location",           "IDRegDocument",
      "ProfileRelationship", "SanctionsEntry",     "SanctionsEntryLink",
  };
  return *kNames;
}

Status AdvancedTables::Add(const XmlElement& element) {
  const std::string_view name = element.name();
  if (name == "Location") {
    AddLocation(element);
  } else if (name == "IDRegDocument") {
    AddDocument(element);
  } else if (name == "ProfileRelationship") {
    AddRelation(element);
  } else if (name == "SanctionsEntry") {
    AddEntry(element);
  } else if (name == "ReferenceValueSets") {
    return AddReferenceSets(element);
  } else if (name == "DateOfIssue") {
    issue_date_ = DateText(&element);
  } else if (name == "SanctionsEntryLink") {
    ++entry_links_;
  }
  return Ok{};
}

Status AdvancedTables::AddReferenceSets(const XmlElement& sets) {
  for (const XmlElement* set : sets.Children()) {
    for (const XmlElement* value : set->Children()) {
      AdvancedReference reference;
      reference.text = std::string(value->Text());
      reference.iso = std::string(value->Attribute("ISO2"));
      reference.owner =
          std::string(value->Attribute(value->name() == "AreaCode" ? "CountryID" : "PartyTypeID"));
      if (reference.text.size() > kMaxWordBytes) {
        return MakeError(ErrorCode::kTooLarge,
                         "a reference value of " + std::to_string(reference.text.size()) +
                             " bytes; expected at most " + std::to_string(kMaxWordBytes),
                         {.line = value->line()});
      }
      std::string key(value->name());
      key.append("/").append(value->Attribute("ID"));
      references_.insert_or_assign(std::move(key), std::move(reference));
    }
  }
  return Ok{};
}

void AdvancedTables::AddLocation(const XmlElement& element) {
  AdvancedLocation row;
  row.key = pool_.Keep(element.Attribute("ID"));
  row.country = pool_.Keep(ChildAttribute(element, "LocationCountry", "CountryID"));
  row.area_code = pool_.Keep(ChildAttribute(element, "LocationAreaCode", "AreaCodeID"));
  for (const XmlElement* part : element.Children("LocationPart")) {
    const std::string_view type = pool_.Keep(part->Attribute("LocPartTypeID"));
    for (const XmlElement* value : part->Children("LocationPartValue")) {
      const bool primary = !value->HasAttribute("Primary") || IsTrue(value->Attribute("Primary"));
      row.parts.push_back({type, pool_.Keep(value->ChildText("Value")), primary});
    }
  }
  KeepUnused(element, &row.rest);
  row.line = element.line();
  locations_.push_back(std::move(row));
}

void AdvancedTables::AddDocument(const XmlElement& element) {
  AdvancedDocument row;
  row.key = pool_.Keep(element.Attribute("IdentityID"));
  row.type = pool_.Keep(element.Attribute("IDRegDocTypeID"));
  row.number = pool_.Keep(element.ChildText("IDRegistrationNo"));
  row.country = pool_.Keep(element.Attribute("IssuedBy-CountryID"));
  row.location = pool_.Keep(element.Attribute("IssuedIn-LocationID"));
  row.authority = pool_.Keep(element.ChildText("IssuingAuthority"));
  row.validity = pool_.Keep(element.Attribute("ValidityID"));
  row.name = pool_.Keep(ChildAttribute(element, "DocumentedNameReference", "DocumentedNameID"));
  row.comment = pool_.Keep(element.ChildText("Comment"));
  for (const XmlElement* date : element.Children("DocumentDate")) {
    row.dates.push_back(
        {pool_.Keep(date->Attribute("IDRegDocDateTypeID")), pool_.Keep(PeriodText(*date))});
  }
  KeepUnused(element, &row.rest);
  row.line = element.line();
  documents_.push_back(std::move(row));
}

void AdvancedTables::AddRelation(const XmlElement& element) {
  AdvancedRelation row;
  row.key = pool_.Keep(element.Attribute("From-ProfileID"));
  row.to = pool_.Keep(element.Attribute("To-ProfileID"));
  row.type = pool_.Keep(element.Attribute("RelationTypeID"));
  row.quality = pool_.Keep(element.Attribute("RelationQualityID"));
  row.comment = pool_.Keep(element.ChildText("Comment"));
  row.former = IsTrue(element.Attribute("Former"));
  KeepUnused(element, &row.rest);
  row.line = element.line();
  relations_.push_back(std::move(row));
}

void AdvancedTables::AddEntry(const XmlElement& element) {
  AdvancedEntry row;
  row.key = pool_.Keep(element.Attribute("ProfileID"));
  row.list = pool_.Keep(element.Attribute("ListID"));
  for (const XmlElement* event : element.Children("EntryEvent")) {
    row.events.push_back({pool_.Keep(event->Attribute("EntryEventTypeID")),
                          pool_.Keep(event->Attribute("LegalBasisID")),
                          pool_.Keep(DateText(event->Child("Date")))});
  }
  for (const XmlElement* measure : element.Children("SanctionsMeasure")) {
    row.measures.push_back({pool_.Keep(measure->Attribute("SanctionsTypeID")),
                            pool_.Keep(measure->ChildText("Comment"))});
  }
  KeepUnused(element, &row.rest);
  row.line = element.line();
  entries_.push_back(std::move(row));
}

void AdvancedTables::Seal() {
  SortByKey(&locations_);
  SortByKey(&documents_);
  SortByKey(&relations_);
  SortByKey(&entries_);
}

const AdvancedReference* AdvancedTables::Reference(std::string_view kind,
                                                   std::string_view id) const {
  std::string key(kind);
  key.append("/").append(id);
  const auto found = references_.find(key);
  return found == references_.end() ? nullptr : &found->second;
}

std::string_view AdvancedTables::Word(std::string_view kind, std::string_view id) const {
  const AdvancedReference* reference = Reference(kind, id);
  return reference == nullptr ? std::string_view() : std::string_view(reference->text);
}

const AdvancedLocation* AdvancedTables::Location(std::string_view id) const {
  const auto rows = Join(locations_, id);
  return rows.empty() ? nullptr : &rows.front();
}

std::span<const AdvancedDocument> AdvancedTables::Documents(std::string_view identity) const {
  return Join(documents_, identity);
}

std::span<const AdvancedRelation> AdvancedTables::Relations(std::string_view profile) const {
  return Join(relations_, profile);
}

std::span<const AdvancedEntry> AdvancedTables::Entries(std::string_view profile) const {
  return Join(entries_, profile);
}

void AdvancedTables::ForEachUnused(
    const std::function<void(std::string_view element, std::string_view key, uint64_t line)>&
        callback) const {
  EachUnused(locations_, "Location", callback);
  EachUnused(documents_, "IDRegDocument", callback);
  EachUnused(relations_, "ProfileRelationship", callback);
  EachUnused(entries_, "SanctionsEntry", callback);
}

}  // namespace interdict
