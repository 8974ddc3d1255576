#include "interdict/lists/ofac/ofac_legacy_record.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "interdict/base/strings.h"
#include "interdict/lists/ofac/ofac_city.h"
#include "interdict/lists/ofac/ofac_fields.h"

namespace interdict {
namespace {

// Columns of sdn.csv behind ent_num.
enum MainColumn : size_t {
  kName = 1,
  kType,
  kProgram,
  kTitle,
  kCallSign,
  kVesselType,
  kTonnage,
  kGrossTonnage,
  kFlag,
  kOwner,
  kRemarks,
};
// Columns of the side parts, ent_num not counted.
enum AliasColumn : size_t { kAliasNumber, kAliasType, kAliasName, kAliasRemarks };
enum AddressColumn : size_t { kAddressNumber, kStreet, kCity, kCountry, kAddressRemarks };

constexpr size_t kRemarksColumnBytes = 1000;

// --- names --------------------------------------------------------------------------------------

Name MakeName(std::string_view text, NameKind kind, Schema schema, std::string_view field) {
  Name name;
  name.text = std::string(text);
  name.kind = kind;
  if (schema == Schema::kPerson) name.parts = OfacNameParts(text);
  name.field = std::string(field);
  return name;
}

// "EP-GOM"; aircraft without a registration are listed as "MSN 550".
void AddAircraftName(std::string_view name, Record* record) {
  IdScheme scheme = IdScheme::kTailNumber;
  if (ConsumePrefix(&name, "MSN ")) scheme = IdScheme::kMsn;
  record->identifiers.push_back(MakeIdentifier(scheme, std::string(name), "sdn.csv/SDN_Name"));
}

void AddAlias(const OfacSideRow& row, Record* record, ParseReport* report) {
  const std::string_view text = OfacText(row.cells[kAliasName]);
  const std::string_view type = OfacText(row.cells[kAliasType]);
  const std::string_view remark = OfacText(row.cells[kAliasRemarks]);
  if (text.empty()) {
    if (!remark.empty()) {
      record->uninterpreted.push_back(
          {AttributeKind::kOther, std::string(remark), "alt.csv/alt_remarks"});
    }
    return;
  }
  const bool former = EqualsIgnoreCase(type, "fka");
  Name name = MakeName(text, former ? NameKind::kFormer : NameKind::kStrong, record->schema,
                       "alt.csv/alt_name");
  if (!former && !EqualsIgnoreCase(type, "aka")) name.remark = AsciiLower(type);
  if (!remark.empty()) name.remark += (name.remark.empty() ? "" : "; ") + std::string(remark);
  record->names.push_back(std::move(name));
  if (former || EqualsIgnoreCase(type, "aka") || EqualsIgnoreCase(type, "nka")) return;
  report->AddDefect({"alias_type", record->id, std::string(OfacPartName(OfacPart::kAliases)),
                     row.line, "alt_type \"" + std::string(type) + "\", expected aka, fka or nka"});
}

// --- addresses ----------------------------------------------------------------------------------

// A row that says nothing adds nothing: OFAC writes one for every party without an address.
void AddAddress(const OfacSideRow& row, Record* record) {
  std::array<std::string_view, 3> parts = {OfacText(row.cells[kStreet]), OfacText(row.cells[kCity]),
                                           OfacText(row.cells[kCountry])};
  if (parts[2] == "undetermined") parts[2] = {};
  Address address;
  for (std::string_view part : parts) {
    if (part.empty()) continue;
    if (!address.full.empty()) address.full += ", ";
    address.full += part;
  }
  address.remark = std::string(OfacText(row.cells[kAddressRemarks]));
  if (address.full.empty() && address.remark.empty()) return;
  address.street = std::string(parts[0]);
  SplitOfacCity(parts[1], &address);
  if (!parts[2].empty()) {
    CountryFact country = MakeCountryFact(CountryKind::kOther, parts[2], {});
    address.country = std::move(country.code);
    address.country_text = std::move(country.text);
  }
  address.field = "add.csv/Address";
  record->addresses.push_back(std::move(address));
}

// --- columns of sdn.csv -------------------------------------------------------------------------

void AddAttribute(AttributeKind kind, std::string_view cell, std::string_view field,
                  Record* record) {
  const std::string_view text = OfacText(cell);
  if (text.empty()) return;
  record->attributes.push_back({kind, std::string(text), std::string(field)});
}

void AddPrograms(std::string_view cell, bool consolidated, Record* record) {
  const auto tags = SplitOfacPrograms(OfacText(cell));
  for (std::string_view tag : tags) {
    const std::string_view list = consolidated ? OfacNonSdnList(tag, tags.size() == 1) : "SDN List";
    record->designations.push_back(OfacDesignation(tag, list, "sdn.csv/Program"));
  }
}

void AddMainColumns(std::span<const std::string_view> cells, Record* record) {
  for (std::string_view title : SplitTrimmed(OfacText(cells[kTitle]), "; ")) {
    AddAttribute(AttributeKind::kTitle, title, "sdn.csv/Title", record);
  }
  if (const auto sign = OfacText(cells[kCallSign]); !sign.empty()) {
    record->identifiers.push_back(
        MakeIdentifier(IdScheme::kCallSign, std::string(sign), "sdn.csv/Call_Sign"));
  }
  AddAttribute(AttributeKind::kVesselType, cells[kVesselType], "sdn.csv/Vess_type", record);
  AddAttribute(AttributeKind::kTonnage, cells[kTonnage], "sdn.csv/Tonnage", record);
  AddAttribute(AttributeKind::kGrossTonnage, cells[kGrossTonnage], "sdn.csv/GRT", record);
  if (const auto flag = OfacText(cells[kFlag]); !flag.empty()) {
    record->countries.push_back(MakeCountryFact(CountryKind::kFlag, flag, "sdn.csv/Vess_flag"));
  }
  AddAttribute(AttributeKind::kVesselOwner, cells[kOwner], "sdn.csv/Vess_owner", record);
}

// The column and its continuation. Not trimmed before joining: the cut may stand at a blank.
std::string JoinRemarks(const OfacPartyRows& rows) {
  const std::string_view cell = rows.main.cells[kRemarks];
  std::string remarks = OfacText(cell).empty() ? std::string() : std::string(cell);
  for (const OfacSideRow& comment : rows.comments) remarks += comment.cells[0];
  return remarks;
}

void AddRemarks(const OfacPartyRows& rows, Record* record, ParseReport* report) {
  const std::string remarks = JoinRemarks(rows);
  if (Trim(remarks).empty()) return;
  const bool cut = rows.comments.empty() && remarks.size() >= kRemarksColumnBytes &&
                   !Trim(remarks).ends_with('.');
  if (cut) {
    report->AddDefect({"remark_cut", record->id, std::string(rows.main_file), rows.main.line,
                       "Remarks end after " + std::to_string(remarks.size()) +
                           " bytes without a full stop, and no comment row continues them"});
  }
  const OfacRemarksCount count = ReadOfacRemarks(remarks, cut, record);
  report->remark_segments += count.items;
  report->remark_segments_understood += count.understood;
  record->attributes.push_back({AttributeKind::kRemark, remarks, "sdn.csv/Remarks"});
}

void CheckRow(const OfacPartyRows& rows, const Record& record, ParseReport* report) {
  const auto in_row = [&](const char* code, std::string detail) {
    report->AddDefect(
        {code, record.id, std::string(rows.main_file), rows.main.line, std::move(detail)});
  };
  const auto recoded = [](const OfacSideRow& row) { return row.recoded; };
  const bool side = std::any_of(rows.aliases.begin(), rows.aliases.end(), recoded) ||
                    std::any_of(rows.addresses.begin(), rows.addresses.end(), recoded) ||
                    std::any_of(rows.comments.begin(), rows.comments.end(), recoded);
  if (rows.main.recoded || side) {
    in_row("encoding", "bytes that are not UTF-8 were read as Latin-1");
  }
  if (record.schema == Schema::kLegalEntity) {
    in_row("sdn_type", "SDN_Type \"" + std::string(OfacText(rows.main.cells[kType])) +
                           "\", expected individual, vessel, aircraft or nothing");
  }
  if (record.designations.empty()) in_row("no_program", "no programme in Program");
}

}  // namespace

Record MakeOfacLegacyRecord(const OfacPartyRows& rows, std::string_view source,
                            ParseReport* report) {
  const auto cells = rows.main.cells;
  Record record;
  record.source = std::string(source);
  record.id = std::string(rows.main.id_text);
  record.schema = OfacSchema(cells[kType]);
  const std::string_view name = OfacText(cells[kName]);
  record.names.push_back(MakeName(name, NameKind::kPrimary, record.schema, "sdn.csv/SDN_Name"));
  if (record.schema == Schema::kAirplane) AddAircraftName(name, &record);
  for (const OfacSideRow& alias : rows.aliases) AddAlias(alias, &record, report);
  for (const OfacSideRow& address : rows.addresses) AddAddress(address, &record);
  AddPrograms(cells[kProgram], rows.consolidated, &record);
  AddMainColumns(cells, &record);
  AddRemarks(rows, &record, report);
  CheckRow(rows, record, report);
  return record;
}

}  // namespace interdict
