#include "interdict/entity/record_json.h"

namespace interdict {
namespace {

void Write(const Name& name, JsonWriter* json) {
  json->Member("name", name.text).Member("kind", NameKindName(name.kind));
  if (!name.parts.empty()) {
    json->Key("parts").BeginArray();
    for (const NamePart& part : name.parts) {
      json->BeginObject()
          .Member("kind", NamePartKindName(part.kind))
          .Member("text", part.text)
          .EndObject();
    }
    json->EndArray();
  }
  json->OptionalMember("language", name.language)
      .OptionalMember("script", name.script)
      .OptionalMember("remark", name.remark)
      .OptionalMember("field", name.field);
}

std::string_view CheckName(IdCheck check) {
  switch (check) {
    case IdCheck::kValid:
      return "valid";
    case IdCheck::kInvalid:
      return "invalid";
    case IdCheck::kNone:
      break;
  }
  return {};
}

void Write(const Identifier& id, JsonWriter* json) {
  json->Member("scheme", IdSchemeName(id.scheme))
      .Member("value", id.value)
      .OptionalMember("country", id.country)
      .OptionalMember("issuer", id.issuer)
      .OptionalMember("issued", id.issued)
      .OptionalMember("expires", id.expires)
      .OptionalMember("check", CheckName(id.check))
      .OptionalMember("remark", id.remark)
      .OptionalMember("field", id.field);
}

void Write(const DateFact& date, JsonWriter* json) {
  json->Member("kind", DateKindName(date.kind));
  if (date.date) json->Member("date", FormatPartialDate(*date.date));
  json->Member("text", date.text).OptionalMember("field", date.field);
}

void Write(const CountryFact& country, JsonWriter* json) {
  json->Member("kind", CountryKindName(country.kind))
      .OptionalMember("code", country.code)
      .Member("text", country.text)
      .OptionalMember("field", country.field);
}

void Write(const Address& address, JsonWriter* json) {
  json->Member("kind", address.kind == AddressKind::kBirthPlace ? "birth_place" : "address")
      .OptionalMember("full", address.full)
      .OptionalMember("street", address.street)
      .OptionalMember("po_box", address.po_box)
      .OptionalMember("city", address.city)
      .OptionalMember("region", address.region)
      .OptionalMember("postal_code", address.postal_code)
      .OptionalMember("country", address.country)
      .OptionalMember("country_text", address.country_text)
      .OptionalMember("remark", address.remark)
      .OptionalMember("field", address.field);
}

void Write(const Attribute& attribute, JsonWriter* json) {
  json->Member("kind", AttributeKindName(attribute.kind))
      .Member("value", attribute.value)
      .OptionalMember("field", attribute.field);
}

void Write(const Designation& d, JsonWriter* json) {
  json->OptionalMember("program", d.program)
      .OptionalMember("list", d.list)
      .OptionalMember("authority", d.authority)
      .OptionalMember("legal_basis", d.legal_basis)
      .OptionalMember("measures", d.measures)
      .OptionalMember("listed", d.listed)
      .OptionalMember("amended", d.amended)
      .OptionalMember("delisted", d.delisted)
      .OptionalMember("reason", d.reason)
      .OptionalMember("field", d.field);
}

void Write(const Relation& r, JsonWriter* json) {
  json->Member("kind", RelationKindName(r.kind))
      .OptionalMember("target_name", r.target_name)
      .OptionalMember("target_id", r.target_id);
  if (r.share_min >= 0) json->Member("share_min", r.share_min);
  if (r.share_max >= 0) json->Member("share_max", r.share_max);
  json->OptionalMember("valid_from", r.valid_from).OptionalMember("valid_to", r.valid_to);
  if (r.former) json->Member("former", true);
  json->OptionalMember("text", r.text).OptionalMember("field", r.field);
}

void Write(const CrossReference& reference, JsonWriter* json) {
  json->OptionalMember("source", reference.source)
      .Member("id", reference.id)
      .OptionalMember("field", reference.field);
}

template <typename T>
void WriteList(std::string_view key, const std::vector<T>& items, JsonWriter* json) {
  if (items.empty()) return;
  json->Key(key).BeginArray();
  for (const T& item : items) {
    json->BeginObject();
    Write(item, json);
    json->EndObject();
  }
  json->EndArray();
}

}  // namespace

void WriteRecord(const Record& record, JsonWriter* json) {
  json->BeginObject()
      .Member("id", record.Key())
      .Member("source", record.source)
      .Member("schema", SchemaName(record.schema))
      .Member("caption", record.Caption());
  WriteList("names", record.names, json);
  WriteList("identifiers", record.identifiers, json);
  WriteList("dates", record.dates, json);
  WriteList("countries", record.countries, json);
  WriteList("addresses", record.addresses, json);
  WriteList("attributes", record.attributes, json);
  WriteList("designations", record.designations, json);
  WriteList("relations", record.relations, json);
  WriteList("references", record.references, json);
  WriteList("uninterpreted", record.uninterpreted, json);
  json->EndObject();
}

}  // namespace interdict
