#include "interdict/entity/record_diff.h"

#include <algorithm>
#include <map>
#include <utility>

namespace interdict {
namespace {

// Aspect and text of a fact. The text says everything that tells two facts apart.
using Fact = std::pair<std::string, std::string>;

void Append(std::string* text, std::string_view label, std::string_view value) {
  if (value.empty()) return;
  if (!text->empty()) *text += ", ";
  if (!label.empty()) *text += std::string(label) + " ";
  *text += value;
}

std::string IdentifierText(const Identifier& id) {
  std::string text;
  Append(&text, IdSchemeName(id.scheme), id.value);
  Append(&text, "", id.country);
  Append(&text, "", id.issuer);
  Append(&text, "issued", id.issued);
  Append(&text, "expires", id.expires);
  Append(&text, "", id.remark);
  return text;
}

std::string NameText(const Name& name) {
  std::string text = name.text + " (" + std::string(NameKindName(name.kind)) + ")";
  Append(&text, "", name.language);
  Append(&text, "", name.script);
  Append(&text, "", name.remark);
  for (const NamePart& part : name.parts) Append(&text, NamePartKindName(part.kind), part.text);
  return text;
}

std::string AddressText(const Address& a) {
  std::string text = a.full;
  for (const std::string* part :
       {&a.street, &a.po_box, &a.city, &a.region, &a.postal_code, &a.country_text, &a.remark}) {
    if (text.find(*part) == std::string::npos) Append(&text, "", *part);
  }
  return text;
}

std::string DesignationText(const Designation& d) {
  std::string text = d.program;
  Append(&text, "", d.list);
  Append(&text, "", d.authority);
  Append(&text, "", d.legal_basis);
  Append(&text, "", d.measures);
  Append(&text, "listed", d.listed);
  Append(&text, "amended", d.amended);
  Append(&text, "delisted", d.delisted);
  Append(&text, "because", d.reason);
  return text;
}

std::string RelationText(const Relation& r) {
  std::string text(RelationKindName(r.kind));
  Append(&text, "", r.target_name);
  Append(&text, "", r.target_id);
  if (r.share_min >= 0) Append(&text, "share from", std::to_string(r.share_min));
  if (r.share_max >= 0) Append(&text, "share to", std::to_string(r.share_max));
  Append(&text, "from", r.valid_from);
  Append(&text, "to", r.valid_to);
  Append(&text, "", r.former ? "former" : "");
  Append(&text, "", r.text);
  return text;
}

std::vector<Fact> Facts(const Record& record) {
  std::vector<Fact> facts;
  facts.emplace_back("schema", SchemaName(record.schema));
  for (const Name& v : record.names) facts.emplace_back("names", NameText(v));
  for (const Identifier& v : record.identifiers)
    facts.emplace_back("identifiers", IdentifierText(v));
  for (const DateFact& v : record.dates) facts.emplace_back(DateKindName(v.kind), v.text);
  for (const CountryFact& v : record.countries) facts.emplace_back(CountryKindName(v.kind), v.text);
  for (const Address& v : record.addresses) {
    facts.emplace_back(v.kind == AddressKind::kBirthPlace ? "birth_place" : "addresses",
                       AddressText(v));
  }
  for (const Attribute& v : record.attributes) {
    facts.emplace_back(AttributeKindName(v.kind), v.value);
  }
  for (const Designation& v : record.designations) {
    facts.emplace_back("programs", DesignationText(v));
  }
  for (const Relation& v : record.relations) facts.emplace_back("relations", RelationText(v));
  for (const CrossReference& v : record.references) {
    facts.emplace_back("references", v.source + ":" + v.id);
  }
  for (const Attribute& v : record.uninterpreted) {
    facts.emplace_back("uninterpreted", v.field + ": " + v.value);
  }
  return facts;
}

template <typename T>
void DropWhere(std::vector<T>* items, const std::vector<std::string>& prefixes) {
  std::erase_if(*items, [&](const T& item) {
    return std::any_of(prefixes.begin(), prefixes.end(),
                       [&](const std::string& prefix) { return item.field.starts_with(prefix); });
  });
}

}  // namespace

std::vector<std::string> ChangedFields(const Record& before, const Record& after) {
  std::map<std::string, std::pair<std::vector<std::string>, std::vector<std::string>>> aspects;
  for (auto& [field, text] : Facts(before)) aspects[field].first.push_back(std::move(text));
  for (auto& [field, text] : Facts(after)) aspects[field].second.push_back(std::move(text));
  std::vector<std::string> changed;
  for (const auto& [field, texts] : aspects) {
    if (texts.first != texts.second) changed.push_back(field);
  }
  if (changed.empty() && before != after) changed.emplace_back("provenance");
  return changed;
}

std::vector<FactChange> FactChanges(const Record& before, const Record& after) {
  std::vector<Fact> old_facts = Facts(before);
  std::vector<Fact> new_facts = Facts(after);
  std::vector<FactChange> changes;
  std::vector<Fact> remaining = new_facts;
  for (const Fact& fact : old_facts) {
    const auto kept = std::find(remaining.begin(), remaining.end(), fact);
    if (kept != remaining.end())
      remaining.erase(kept);
    else
      changes.push_back({FactChange::Kind::kRemoved, fact.first, fact.second});
  }
  for (const Fact& fact : remaining) {
    changes.push_back({FactChange::Kind::kAdded, fact.first, fact.second});
  }
  return changes;
}

void DropFieldsWithPrefix(const std::vector<std::string>& prefixes, Record* record) {
  DropWhere(&record->names, prefixes);
  DropWhere(&record->identifiers, prefixes);
  DropWhere(&record->dates, prefixes);
  DropWhere(&record->countries, prefixes);
  DropWhere(&record->addresses, prefixes);
  DropWhere(&record->attributes, prefixes);
  DropWhere(&record->designations, prefixes);
  DropWhere(&record->relations, prefixes);
  DropWhere(&record->references, prefixes);
  DropWhere(&record->uninterpreted, prefixes);
}

}  // namespace interdict
