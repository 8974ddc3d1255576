#include "interdict/lists/csl/csl_fields.h"

#include <algorithm>
#include <array>

#include "interdict/base/hash.h"
#include "interdict/base/strings.h"
#include "interdict/entity/country.h"
#include "interdict/entity/identifier_label.h"
#include "interdict/lists/cells/fact_kind.h"
#include "interdict/lists/cells/packed_values.h"
#include "interdict/lists/ofac/ofac_fields.h"
#include "interdict/lists/ofac/ofac_remarks.h"

namespace interdict {
namespace {

constexpr size_t kDigestLength = 16;  // hex digits

bool IsCountryCode(std::string_view text) {
  return text.size() == 2 &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

std::string DigestOf(std::initializer_list<std::string_view> texts) {
  Sha256Stream digest;
  for (std::string_view text : texts) {
    digest.Add(text);
    digest.Add("\x1F");
  }
  return HexText(digest.Finish()).substr(0, kDigestLength);
}

// Whether an id is the publisher's, not a digest of ours.
bool HasOwnId(const CslRow& row) {
  return !row.id.empty() || !row.entity_number.empty();
}

std::string BaseId(const CslRow& row) {
  if (!row.id.empty()) return row.id;
  if (!row.entity_number.empty()) return row.entity_number;
  const CslList list = CslListOf(row.source);
  return list.code + "-" + DigestOf({list.code, SqueezeSpaces(row.name)});
}

// The id of a row whose base id other rows have too.
std::string WiderId(const CslRow& row, const std::string& base) {
  const CslList list = CslListOf(row.source);
  if (HasOwnId(row)) return base + "-" + list.code;
  std::string places;
  for (const CslAddress& address : row.addresses) places += address.text + address.country + "\x1F";
  return list.code + "-" +
         DigestOf({list.code, SqueezeSpaces(row.name), places, row.federal_register_notice,
                   row.start_date});
}

bool IsKnownLabel(std::string_view label) {
  Record scratch;
  return AddOfacField(label, "x", {}, &scratch);
}

// An item of `ids`, its parts between commas.
CslId MakeId(const std::vector<std::string_view>& parts, bool type_first) {
  CslId id;
  size_t begin = 0;
  size_t end = parts.size();
  id.type = std::string(type_first ? parts[begin++] : parts[--end]);
  if (end - begin > 1) {
    const std::string_view country = type_first ? parts[end - 1] : parts[begin];
    if (IsCountryCode(country)) {
      id.country = std::string(country);
      if (type_first)
        --end;
      else
        ++begin;
    }
  }
  for (size_t i = begin; i < end; ++i)
    id.number += (i == begin ? "" : ", ") + std::string(parts[i]);
  return id;
}

Schema SchemaOf(std::string_view type) {
  return type.empty() ? Schema::kLegalEntity : OfacSchema(type);
}

// "X; and any successor, sub-unit, or subsidiary thereof": the words after the name extend the
// listing, they do not belong to the name.
std::string_view WithoutSuccessors(std::string_view name, std::string_view* rest) {
  static constexpr std::string_view kWords = "and any successor";
  const std::string lower = AsciiLower(name);
  const size_t at = lower.find(kWords);
  if (at == std::string::npos || at == 0) return name;
  *rest = Trim(name.substr(at));
  std::string_view head = Trim(name.substr(0, at));
  while (head.ends_with(';') || head.ends_with(',')) head = Trim(head.substr(0, head.size() - 1));
  return head;
}

void AddName(NameKind kind, std::string_view text, std::string_view field, bool ofac,
             Record* record) {
  std::string_view rest;
  text = WithoutSuccessors(Trim(text), &rest);
  if (text.starts_with("and ")) text = Trim(text.substr(4));  // the last of a list in prose
  if (text.empty()) return;
  Name name;
  name.text = std::string(text);
  name.kind = kind;
  name.remark = std::string(rest);
  name.field = std::string(field);
  if (ofac && record->schema == Schema::kPerson) name.parts = OfacNameParts(text);
  record->names.push_back(std::move(name));
}

void AddAddresses(const CslRow& row, Record* record) {
  for (const CslAddress& published : row.addresses) {
    Address address;
    address.city = published.city;
    address.region = published.state;
    address.postal_code = published.postal_code;
    address.country_text = published.country;
    address.country = CountryCodeFromIso(published.country);
    const bool divided =
        !published.city.empty() || !published.state.empty() || !published.postal_code.empty();
    if (divided) address.street = published.text;
    address.full = Join(
        [&] {
          std::vector<std::string> parts;
          for (const std::string& part : {published.text, published.city, published.state,
                                          published.postal_code, published.country}) {
            if (!part.empty()) parts.push_back(part);
          }
          return parts;
        }(),
        ", ");
    address.field = "addresses";
    if (!address.full.empty()) record->addresses.push_back(std::move(address));
  }
  for (const std::string& place : row.places_of_birth) {
    Address address;
    address.kind = AddressKind::kBirthPlace;
    address.full = place;
    address.country = TrailingCountry(place);
    address.field = "places_of_birth";
    record->addresses.push_back(std::move(address));
  }
}

void AddIds(const CslRow& row, Record* record) {
  for (const CslId& id : row.ids) {
    const size_t before = record->identifiers.size();
    const std::string country = CountryCodeFromIso(id.country);
    OfacFieldContext context;
    context.country = country.empty() ? std::string_view(id.country) : CountryName(country);
    context.issued = id.issued;
    context.expires = id.expires;
    context.field = "ids";
    if (!AddOfacField(id.type, id.number, context, record) && !id.number.empty()) {
      Identifier other = IdentifierFromLabel(id.type, id.number, "ids/" + id.type);
      other.issued = id.issued;
      other.expires = id.expires;
      record->identifiers.push_back(std::move(other));
    }
    if (country.empty()) continue;
    for (size_t i = before; i < record->identifiers.size(); ++i) {
      record->identifiers[i].country = country;
    }
  }
}

void AddDesignations(const CslRow& row, const CslList& list, Record* record) {
  std::vector<std::string> programs = row.programs;
  if (programs.empty()) programs.push_back(list.code);
  for (const std::string& program : programs) {
    Designation designation;
    designation.program = program;
    designation.list = list.title;
    designation.authority = list.authority;
    designation.legal_basis = row.federal_register_notice;
    designation.measures = row.license_requirement;
    if (!row.license_policy.empty()) {
      designation.measures += (designation.measures.empty() ? "" : "|") + row.license_policy;
    }
    designation.listed = IsoDateOrAsWritten(row.start_date.empty() ? row.listed : row.start_date);
    designation.delisted = IsoDateOrAsWritten(row.end_date);
    designation.field = row.programs.empty() ? "source" : "programs";
    record->designations.push_back(std::move(designation));
  }
}

void AddAttribute(AttributeKind kind, const std::string& value, std::string_view field,
                  Record* record) {
  if (!value.empty()) record->attributes.push_back({kind, value, std::string(field)});
}

void AddVessel(const CslRow& row, Record* record) {
  if (!row.call_sign.empty()) {
    record->identifiers.push_back(MakeIdentifier(IdScheme::kCallSign, row.call_sign, "call_sign"));
  }
  if (!row.vessel_flag.empty()) {
    record->countries.push_back(
        {CountryKind::kFlag, CountryCodeFromIso(row.vessel_flag), row.vessel_flag, "vessel_flag"});
  }
  AddAttribute(AttributeKind::kVesselType, row.vessel_type, "vessel_type", record);
  AddAttribute(AttributeKind::kTonnage, row.gross_tonnage, "gross_tonnage", record);
  AddAttribute(AttributeKind::kGrossTonnage, row.gross_registered_tonnage,
               "gross_registered_tonnage", record);
  AddAttribute(AttributeKind::kVesselOwner, row.vessel_owner, "vessel_owner", record);
}

void AddCountries(CountryKind kind, const std::vector<std::string>& texts, std::string_view field,
                  Record* record) {
  for (const std::string& text : texts) {
    record->countries.push_back({kind, CountryCodeFromIso(text), text, std::string(field)});
  }
}

// "Address 1", "Address 2": a heading that slipped into the data.
bool IsHeading(std::string_view name) {
  return StartsWithIgnoreCase(name, "Address ") && IsDigits(Trim(name.substr(8)));
}

// Why the row is no party; empty when it is one.
std::string ReasonToReject(const CslRow& row) {
  if (row.IsEmpty()) return "an empty row";
  if (Trim(row.name).empty()) return "a row without a name";
  if (IsHeading(Trim(row.name))) return "the name is a heading: \"" + row.name + "\"";
  return {};
}

}  // namespace

bool CslRow::IsEmpty() const {
  return Trim(name).empty() && Trim(entity_number).empty() && alt_names.empty() &&
         addresses.empty() && Trim(remarks).empty() && ids.empty();
}

CslList CslListOf(std::string_view source) {
  CslList list;
  source = Trim(source);
  const size_t dash = source.rfind(" - ");
  list.title = std::string(Trim(source.substr(0, dash)));
  if (dash != std::string_view::npos) list.authority = std::string(Trim(source.substr(dash + 3)));
  const size_t open = list.title.rfind('(');
  const size_t close = list.title.find(')', open == std::string::npos ? 0 : open);
  const bool bracketed = open != std::string::npos && close != std::string::npos;
  list.code = bracketed ? list.title.substr(open + 1, close - open - 1) : list.title;
  if (list.code.ends_with(" List")) list.code.resize(list.code.size() - 5);  // "NS-MBS List"
  if (list.code == "SDN") list.own = "us_ofac_sdn";
  for (std::string_view code : {"SSI", "FSE", "PLC", "CAP", "CAPTA", "MBS", "NS-MBS", "CMIC",
                                "NS-CMIC", "561", "ISA", "NS-ISA"}) {
    if (list.code == code) list.own = "us_ofac_cons";
  }
  return list;
}

std::vector<CslId> ParseCslIds(std::string_view cell, bool type_first) {
  std::vector<CslId> ids;
  for (std::string_view item : SplitTrimmed(cell, "; ")) {
    const auto parts = SplitTrimmed(item, ", ");
    if (parts.empty()) continue;
    if (parts.size() == 1) {  // a semicolon within a value
      if (ids.empty())
        ids.push_back({"", std::string(item), "", "", ""});
      else
        ids.back().number += "; " + std::string(item);
      continue;
    }
    const bool first = IsKnownLabel(parts.front());
    const bool last = IsKnownLabel(parts.back());
    ids.push_back(MakeId(parts, first == last ? type_first : first));
  }
  return ids;
}

std::vector<CslAddress> ParseCslAddresses(std::string_view cell) {
  std::vector<CslAddress> addresses;
  for (std::string_view text : SplitTrimmed(cell, "; ")) {
    CslAddress address;
    const size_t comma = text.rfind(',');
    const std::string_view last =
        comma == std::string_view::npos ? text : Trim(text.substr(comma + 1));
    if (IsCountryCode(last)) {
      address.country = std::string(last);
      text = comma == std::string_view::npos ? std::string_view() : Trim(text.substr(0, comma));
    }
    address.text = std::string(text);
    addresses.push_back(std::move(address));
  }
  return addresses;
}

void CslIdTable::Note(const CslRow& row) {
  ++by_base_[BaseId(row)];
}

std::string CslIdTable::IdOf(const CslRow& row, bool* repeated) {
  std::string id = BaseId(row);
  if (by_base_[id] > 1) id = WiderId(row, id);
  const uint32_t copies = ++by_id_[id];
  *repeated = copies > 1;
  return copies > 1 ? id + "-" + std::to_string(copies) : id;
}

void ReadCslRow(const CslRow& row, const CslList& list, ParseReport* report, Record* record) {
  const bool ofac = !list.own.empty();
  record->schema = SchemaOf(row.type);
  AddName(NameKind::kPrimary, row.name, "name", ofac, record);
  for (const std::string& name : row.alt_names) {
    AddName(NameKind::kStrong, name, "alt_names", ofac, record);
  }
  for (const std::string& date : row.dates_of_birth) {
    record->dates.push_back(
        MakeDateFact(DateKind::kBirth, date, "dates_of_birth", NumericOrder::kMonthFirst));
  }
  AddCountries(CountryKind::kNationality, row.nationalities, "nationalities", record);
  AddCountries(CountryKind::kCitizenship, row.citizenships, "citizenships", record);
  if (!row.country.empty()) AddCountries(CountryKind::kOther, {row.country}, "country", record);
  AddAddresses(row, record);
  AddVessel(row, record);
  AddAttribute(AttributeKind::kTitle, row.title, "title", record);
  AddDesignations(row, list, record);
  AddIds(row, record);
  AddAttribute(AttributeKind::kRemark, row.remarks, "remarks", record);
  if (ofac && !row.remarks.empty()) {
    const OfacRemarksCount count = ReadOfacRemarks(row.remarks, false, record);
    report->remark_segments += count.items;
    report->remark_segments_understood += count.understood;
  }
  AddAttribute(AttributeKind::kOther, row.standard_order, "standard_order", record);
  AddAttribute(AttributeKind::kSourceUrl, row.source_list_url, "source_list_url", record);
  AddAttribute(AttributeKind::kSourceUrl, row.source_information_url, "source_information_url",
               record);
  if (ofac && !row.entity_number.empty()) {
    record->references.push_back({list.own, row.entity_number, "entity_number"});
  }
  for (const auto& [field, text] : row.unknown) {
    record->uninterpreted.push_back({AttributeKind::kOther, text, field});
  }
}

Result<ParseReport> ReadCsl(const Format& format, const InputFile& file, const ReadOptions& options,
                            const RecordSink& sink, CslDocument* document) {
  CslIdTable ids;
  ParseReport first_pass;
  RETURN_IF_ERROR(document->ForEachRow(true, &first_pass, [&](CslRow&& row) -> Status {
    const std::string_view party = Trim(row.name);
    if (!party.empty() && !IsHeading(party)) ids.Note(row);
    return Ok{};
  }));
  ParseReport report;
  report.format = format.name();
  report.format_version = format.version();
  const std::string name(file.name);
  RETURN_IF_ERROR(document->ForEachRow(false, &report, [&](CslRow&& row) -> Status {
    ++report.records_in;
    if (std::string reason = ReasonToReject(row); !reason.empty()) {
      report.AddReject({row.id, name, row.line, std::move(reason)});
      return Ok{};
    }
    Record record;
    record.source = options.source;
    bool repeated = false;
    record.id = ids.IdOf(row, &repeated);
    if (repeated) {
      report.AddDefect({"repeated_row", record.id, name, row.line,
                        "another row of the same list has this id; kept as a record of its own"});
    }
    const CslList list = CslListOf(row.source);
    ReadCslRow(row, list, &report, &record);
    ++report.rows_used;
    ++report.records_out;
    ++report.counts["list:" + list.code];
    report.Count(record, name, row.line);
    return sink(std::move(record));
  }));
  if (report.records_in > 0) return report;
  return MakeError(ErrorCode::kEmptyList, "no rows", Where{.source = options.source, .file = name});
}

}  // namespace interdict
