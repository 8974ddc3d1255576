#include "interdict/lists/opensanctions/ftm_record.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "interdict/base/strings.h"
#include "interdict/entity/country.h"
#include "interdict/entity/identifier_label.h"
#include "interdict/lists/cells/add_once.h"
#include "interdict/lists/opensanctions/ftm_name_parts.h"

namespace interdict {
namespace {

// Lists whose authorityId is the id that our reader of the list gives.
constexpr std::array<std::string_view, 8> kOwnLists = {
    "us_ofac_sdn",       "us_ofac_cons",     "un_sc_sanctions",   "eu_fsf",
    "gb_fcdo_sanctions", "gb_hmt_sanctions", "ch_seco_sanctions", "au_dfat_sanctions"};

std::string Joined(const FtmEntity& entity, std::string_view property, std::string_view separator) {
  std::string out;
  entity.ForEach(property, [&](std::string_view text) {
    if (!out.empty()) out += separator;
    out += text;
  });
  return out;
}

// The earliest or latest of ISO dates, of which a shorter one is a prefix.
std::string Earliest(const FtmEntity& entity, std::initializer_list<std::string_view> properties) {
  std::string first;
  for (std::string_view property : properties) {
    entity.ForEach(property, [&](std::string_view text) {
      if (first.empty() || text < first) first = std::string(text);
    });
    if (!first.empty()) return first;
  }
  return first;
}

std::string Latest(const FtmEntity& entity, std::string_view property) {
  std::string last;
  entity.ForEach(property, [&](std::string_view text) {
    if (text > last) last = std::string(text);
  });
  return last;
}

// Numbers in a text, at most three.
std::vector<double> NumbersIn(std::string_view text) {
  std::vector<double> numbers;
  const char* at = text.data();
  const char* const end = text.data() + text.size();
  while (at < end && numbers.size() < 3) {
    if (*at < '0' || *at > '9') {
      ++at;
      continue;
    }
    double value = 0;
    const auto [next, error] = std::from_chars(at, end, value, std::chars_format::fixed);
    if (error != std::errc()) break;
    numbers.push_back(value);
    at = next;
  }
  return numbers;
}

std::string KeyOf(const Identifier& id) {
  return std::string(IdSchemeName(id.scheme)) + ":" + IdKey(id.scheme, id.value);
}

bool Contains(std::string_view text, std::string_view word) {
  return text.find(word) != std::string_view::npos;
}

}  // namespace

void FtmEntity::ForEach(std::string_view property,
                        const std::function<void(std::string_view)>& callback) const {
  JsonValue values;
  if (!properties || properties->at_key(property).get(values) != simdjson::SUCCESS) return;
  ForEachJsonText(values, callback);
}

std::string_view FtmEntity::First(std::string_view property) const {
  JsonValue values;
  if (!properties || properties->at_key(property).get(values) != simdjson::SUCCESS) return {};
  simdjson::dom::array array;
  if (values.get(array) != simdjson::SUCCESS) return JsonString(values);
  for (const JsonValue value : array) {
    if (value.is_string()) return JsonString(value);
  }
  return {};
}

bool FtmEntity::Has(std::string_view property, std::string_view text) const {
  bool has = false;
  ForEach(property, [&](std::string_view value) { has = has || value == text; });
  return has;
}

Result<FtmEntity> ReadFtmEntity(const JsonObject& object) {
  FtmEntity entity;
  entity.object = object;
  entity.id = JsonString(object, "id");
  entity.schema = JsonString(object, "schema");
  entity.caption = JsonString(object, "caption");
  if (entity.id.empty() || entity.schema.empty()) {
    return MakeError(ErrorCode::kSyntax, "an entity without \"id\" or \"schema\"");
  }
  bool target = false;
  if (object.at_key("target").get(target) == simdjson::SUCCESS) entity.target = target;
  JsonObject properties;
  if (object.at_key("properties").get(properties) == simdjson::SUCCESS) {
    entity.properties = properties;
  }
  return entity;
}

std::optional<std::pair<double, double>> ParseFtmShare(std::string_view text) {
  text = Trim(text);
  if (text.size() > 60) return std::nullopt;
  const auto numbers = NumbersIn(text);
  if (numbers.empty() || numbers.size() > 2) return std::nullopt;
  double min = numbers.front() / 100;
  double max = numbers.back() / 100;
  if (numbers.size() == 1 &&
      (Contains(text, ">") || Contains(text, "more") || Contains(text, "+"))) {
    max = 1;
  }
  if (numbers.size() == 1 && (Contains(text, "<") || Contains(text, "less"))) min = 0;
  if (min > max || max > 1) return std::nullopt;
  return std::pair(min, max);
}

void FtmRecordBuilder::AddUninterpreted(std::string field, std::string_view value) {
  record_.uninterpreted.push_back({AttributeKind::kOther, std::string(value), std::move(field)});
}

// The names of one property; the caption, when it is among the primary names, becomes the first.
void FtmRecordBuilder::AddNames(const FtmEntity& party, NameKind kind, const std::string& property,
                                const JsonValue& values) {
  const size_t first = record_.names.size();
  ForEachJsonText(values, [&](std::string_view text) {
    AddFact({FactPart::kName, static_cast<uint8_t>(kind)}, text, property, {}, &record_);
  });
  if (kind != NameKind::kPrimary) return;
  const auto begin = record_.names.begin() + static_cast<std::ptrdiff_t>(first);
  const auto caption = std::find_if(begin, record_.names.end(),
                                    [&](const Name& name) { return name.text == party.caption; });
  if (caption != record_.names.end()) std::rotate(record_.names.begin(), caption, caption + 1);
}

void FtmRecordBuilder::AddProperty(const FtmEntity& party, std::string_view property,
                                   const JsonValue& values) {
  const std::string field(property);
  if (property == "programId" || property == "program") {
    ForEachJsonText(values, [&](std::string_view text) { program_ids_.emplace_back(text); });
    return;
  }
  if (property == "wikidataId") {
    ForEachJsonText(values, [&](std::string_view text) {
      AddOnce(&record_.references, CrossReference{"wikidata", std::string(text), field});
    });
    return;
  }
  if (property == "addressEntity") return;  // joined from the Address itself
  if (const auto relation = FtmRelation(property)) {
    ForEachJsonText(values, [&](std::string_view id) {
      Relation made;
      made.kind = *relation;
      made.target_id = std::string(id);
      made.target_name = caption_of_(id);
      made.field = field;
      record_.relations.push_back(std::move(made));
    });
    return;
  }
  const auto fact = FtmFact(property, record_.schema);
  if (fact && fact->part == FactPart::kName) {
    return AddNames(party, fact->As<NameKind>(), field, values);
  }
  if (!fact && FtmNamePart(property)) return;  // read by AddNameParts
  ForEachJsonText(values, [&](std::string_view text) {
    if (!fact) return AddUninterpreted(field, text);
    AddFact(*fact, text, field, {}, &record_);
    if (fact->part != FactPart::kIdentifier) return;
    Identifier& id = record_.identifiers.back();
    if (id.scheme == IdScheme::kOtherId) id.issuer = field;
    if (id.scheme == IdScheme::kCrypto) id.issuer = std::string(party.First("currency"));
    bare_ids_.emplace(KeyOf(id), record_.identifiers.size() - 1);
  });
}

void FtmRecordBuilder::AddNameParts(const FtmEntity& party) {
  if (record_.schema != Schema::kPerson || !party.properties) return;
  FtmNameWords words;
  for (const auto& [key, values] : *party.properties) {
    const auto kind = FtmNamePart(key);
    if (!kind) continue;
    ForEachJsonText(values, [&](std::string_view text) { words.Add(*kind, text); });
  }
  if (words.empty()) return;
  for (Name& name : record_.names) name.parts = words.Divide(name.text);
  for (const auto& [key, values] : *party.properties) {
    const std::string_view property = key;
    if (!FtmNamePart(property) || FtmFact(property, record_.schema)) continue;
    ForEachJsonText(values, [&](std::string_view text) {
      if (words.Used(text)) return;
      record_.attributes.push_back(
          {AttributeKind::kOther, std::string(text), std::string(property)});
    });
  }
}

void FtmRecordBuilder::AddReferences(const FtmEntity& party) {
  const auto add = [&](std::string_view id) {
    CrossReference reference = FtmReferent(id);
    if (id == party.id && reference.source.empty()) return;
    AddOnce(&record_.references, std::move(reference));
  };
  add(party.id);
  JsonValue referents;
  if (party.object.at_key("referents").get(referents) == simdjson::SUCCESS) {
    ForEachJsonText(referents, add);
  }
}

void FtmRecordBuilder::AddParty(const FtmEntity& party) {
  record_.id = std::string(party.id);
  record_.schema = FtmPartySchema(party.schema).value_or(Schema::kLegalEntity);
  if (party.properties) {
    for (const auto& [key, values] : *party.properties) AddProperty(party, key, values);
  }
  AddNameParts(party);
  AddReferences(party);
  record_.attributes.push_back(
      {AttributeKind::kTargetType, party.target ? "target" : "not a target", "target"});
  for (const auto& [key, value] : party.object) {
    const std::string_view member = key;
    if (member == "id" || member == "schema" || member == "caption" || member == "properties" ||
        member == "referents" || member == "target" || member == "last_seen") {
      continue;
    }
    const bool known = member == "datasets" || member == "first_seen" || member == "last_change";
    ForEachJsonText(value, [&](std::string_view text) {
      if (!known) return AddUninterpreted(std::string(member), text);
      record_.attributes.push_back({AttributeKind::kOther, std::string(text), std::string(member)});
    });
  }
}

void FtmRecordBuilder::KeepRest(const FtmEntity& entity,
                                std::initializer_list<std::string_view> read) {
  if (!entity.properties) return;
  const std::string prefix = std::string(entity.schema) + "/";
  for (const auto& [key, values] : *entity.properties) {
    const std::string_view property = key;
    if (std::find(read.begin(), read.end(), property) != read.end()) continue;
    const bool url = property == "sourceUrl" || property == "programUrl";
    const bool note = property == "summary" || property == "description" || property == "status" ||
                      property == "duration";
    const bool other = property == "date" || property == "recordId" || property == "publisher" ||
                       property == "country" || property == "modifiedAt";
    ForEachJsonText(values, [&](std::string_view text) {
      if (!url && !note && !other) return AddUninterpreted(prefix + std::string(property), text);
      const AttributeKind kind = url    ? AttributeKind::kSourceUrl
                                 : note ? AttributeKind::kNote
                                        : AttributeKind::kOther;
      AddOnce(&record_.attributes,
              Attribute{kind, std::string(text), prefix + std::string(property)});
    });
  }
}

void FtmRecordBuilder::AddSanction(const FtmEntity& sanction) {
  Designation designation;
  designation.program = Joined(sanction, "programId", "; ");
  const std::string program = Joined(sanction, "program", "; ");
  (designation.program.empty() ? designation.program : designation.list) = program;
  designation.authority = Joined(sanction, "authority", "; ");
  designation.measures = Joined(sanction, "provisions", "|");
  designation.listed = Earliest(sanction, {"listingDate", "startDate", "date"});
  designation.amended = Latest(sanction, "modifiedAt");
  designation.delisted = Latest(sanction, "endDate");
  designation.reason = Joined(sanction, "reason", "\n");
  designation.field = "Sanction";
  record_.designations.push_back(std::move(designation));

  std::string source;
  JsonValue datasets;
  if (sanction.object.at_key("datasets").get(datasets) == simdjson::SUCCESS) {
    ForEachJsonText(datasets, [&](std::string_view dataset) {
      const bool own = std::find(kOwnLists.begin(), kOwnLists.end(), dataset) != kOwnLists.end();
      if (source.empty() && own) source = std::string(dataset);
    });
  }
  sanction.ForEach("authorityId", [&](std::string_view id) {
    const bool group = source == "gb_fcdo_sanctions" && IsDigits(id);  // OFSI's number
    AddOnce(&record_.references, CrossReference{group ? "gb_hmt_sanctions" : source,
                                                std::string(id), "Sanction/authorityId"});
  });
  sanction.ForEach("unscId", [&](std::string_view id) {
    AddOnce(&record_.references,
            CrossReference{"un_sc_sanctions", std::string(id), "Sanction/unscId"});
  });
  KeepRest(sanction, {"programId", "program", "authority", "provisions", "listingDate", "startDate",
                      "modifiedAt", "endDate", "reason", "authorityId", "unscId", "entity"});
}

void FtmRecordBuilder::AddDocument(const FtmEntity& document) {
  const std::string field(document.schema);
  const std::string type = Joined(document, "type", "; ");
  const auto add = [&](std::string_view number) {
    const bool passport = document.schema == "Passport";
    const auto label = FindIdLabel(type);
    const IdScheme scheme = passport ? IdScheme::kPassport
                            : label  ? label->scheme
                                     : IdScheme::kOtherId;
    Identifier id = MakeIdentifier(scheme, std::string(number), field);
    id.country = CountryCodeFromIso(document.First("country"));
    id.issuer = Joined(document, "authority", "; ");
    if (scheme == IdScheme::kOtherId && id.issuer.empty()) id.issuer = type;
    id.issued = Earliest(document, {"startDate", "date"});
    id.expires = Latest(document, "endDate");
    id.remark = Joined(document, "summary", "; ");
    // The same number may stand bare in the party itself.
    const auto bare = bare_ids_.find(KeyOf(id));
    if (bare == bare_ids_.end()) {
      record_.identifiers.push_back(std::move(id));
    } else {
      record_.identifiers[bare->second] = std::move(id);
      bare_ids_.erase(bare);
    }
  };
  document.ForEach("number", add);
  document.ForEach("passportNumber", add);
  KeepRest(document, {"number", "passportNumber", "type", "country", "authority", "startDate",
                      "date", "endDate", "summary", "holder"});
}

void FtmRecordBuilder::AddAddress(const FtmEntity& entity) {
  Address address;
  entity.ForEach("full", [&](std::string_view text) {
    address_texts_.emplace(text);
    if (address.full.empty())
      address.full = std::string(text);
    else
      address.remark += (address.remark.empty() ? "also: " : " | ") + std::string(text);
  });
  if (address.full.empty()) address.full = std::string(entity.caption);
  address.street = Joined(entity, "street", ", ");
  for (std::string_view more : {"street2", "street3"}) {
    entity.ForEach(more,
                   [&](std::string_view text) { address.street += ", " + std::string(text); });
  }
  address.po_box = std::string(entity.First("postOfficeBox"));
  address.city = Joined(entity, "city", "; ");
  address.region = Joined(entity, "region", "; ");
  const std::string state = Joined(entity, "state", "; ");
  if (!state.empty()) address.region += (address.region.empty() ? "" : ", ") + state;
  address.postal_code = Joined(entity, "postalCode", "; ");
  address.country_text = Joined(entity, "country", "; ");
  address.country = CountryCodeFromIso(entity.First("country"));
  const std::string remarks = Joined(entity, "remarks", "; ");
  if (!remarks.empty()) address.remark += (address.remark.empty() ? "" : " | ") + remarks;
  address.field = "addressEntity";
  record_.addresses.push_back(std::move(address));
  KeepRest(entity, {"full", "street", "street2", "street3", "postOfficeBox", "city", "region",
                    "state", "postalCode", "country", "remarks"});
}

void FtmRecordBuilder::AddLink(const FtmEntity& link) {
  const FtmLink* kind = FindFtmLink(link.schema);
  if (kind == nullptr) return;
  Relation base;
  base.field = std::string(link.schema);
  base.valid_from = Earliest(link, {"startDate", "date"});
  base.valid_to = Latest(link, "endDate");
  if (!base.valid_to.empty()) {
    const auto end = ParsePartialDate(base.valid_to);
    base.former = !today_ || (end && end->last < *today_);
  }
  for (std::string_view word : {"role", "relationship", "summary", "description"}) {
    link.ForEach(word, [&](std::string_view text) {
      base.text += (base.text.empty() ? "" : "; ") + std::string(text);
    });
  }
  link.ForEach("sharesCount", [&](std::string_view text) {
    base.text += (base.text.empty() ? "" : "; ") + std::string(text) + " shares";
  });
  const std::string_view percentage = link.First("percentage");
  if (const auto share = ParseFtmShare(percentage)) {
    base.share_min = share->first;
    base.share_max = share->second;
  } else if (!percentage.empty()) {
    AddUninterpreted(base.field + "/percentage", percentage);
  }
  for (size_t end : {size_t{0}, size_t{1}}) {
    if (!link.Has(kind->ends[end], record_.id)) continue;
    link.ForEach(kind->ends[1 - end], [&](std::string_view other) {
      Relation relation = base;
      relation.kind = end == 0 ? kind->forward : kind->backward;
      relation.target_id = std::string(other);
      relation.target_name = caption_of_(other);
      record_.relations.push_back(std::move(relation));
    });
  }
  KeepRest(link, {kind->ends[0], kind->ends[1], "startDate", "date", "endDate", "role",
                  "relationship", "summary", "description", "percentage", "sharesCount"});
}

void FtmRecordBuilder::AddOccupancy(const FtmEntity& occupancy, const FtmEntity* position) {
  std::string text =
      position == nullptr ? std::string(occupancy.First("post")) : std::string(position->caption);
  const std::string from = Earliest(occupancy, {"startDate"});
  const std::string to = Latest(occupancy, "endDate");
  if (!from.empty() || !to.empty()) text += " (" + from + " to " + to + ")";
  AddOnce(&record_.attributes, Attribute{AttributeKind::kPosition, std::move(text), "Occupancy"});
  KeepRest(occupancy, {"holder", "post", "startDate", "endDate"});
}

void FtmRecordBuilder::Finish() {
  std::unordered_set<std::string> known;
  for (const Designation& designation : record_.designations) {
    known.insert(designation.program);
    known.insert(designation.list);
  }
  for (const std::string& program : program_ids_) {
    if (!known.insert(program).second) continue;
    record_.designations.emplace_back();
    record_.designations.back().program = program;
    record_.designations.back().field = "programId";
  }
  std::erase_if(record_.addresses, [&](const Address& address) {
    return address.field == "address" && address.kind == AddressKind::kAddress &&
           address_texts_.count(address.full) > 0;
  });
}

}  // namespace interdict
