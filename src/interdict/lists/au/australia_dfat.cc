#include "interdict/lists/au/australia_dfat.h"

#include <algorithm>
#include <charconv>

#include "interdict/base/strings.h"
#include "interdict/lists/au/dfat_details.h"
#include "interdict/lists/au/dfat_sheet.h"
#include "interdict/lists/cells/add_once.h"
#include "interdict/lists/cells/packed_values.h"

namespace interdict {
namespace {

constexpr std::string_view kAuthority = "Department of Foreign Affairs and Trade";

int64_t NumberOf(std::string_view text) {
  int64_t value = -1;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end == text.data() + text.size() ? value : -1;
}

// The day of a number that cannot be a year; years are 1800 to 2100, so that days of 1904 to 1905
// are not read as such. nullopt for anything else.
std::optional<Date> DayOfSerial(std::string_view text) {
  constexpr int64_t kLastSerial = 73415;  // 2100-12-31
  const int64_t number = IsDigits(text) && text.size() <= 5 ? NumberOf(text) : -1;
  if (number < 366 || number > kLastSerial || (number >= 1800 && number <= 2100)) {
    return std::nullopt;
  }
  return FromExcelSerial(static_cast<int32_t>(number));
}

NameKind KindOfName(const DfatName& name) {
  const std::string type = AsciiLower(name.type);
  if (type == "primary name") return NameKind::kPrimary;
  if (type == "original script") return NameKind::kOriginalScript;
  if (type.starts_with("former") || type.starts_with("previous") || type == "fka") {
    return NameKind::kFormer;
  }
  const std::string strength = AsciiLower(name.strength);
  return strength == "weak" || strength == "low" ? NameKind::kWeak : NameKind::kStrong;
}

class DfatReader {
 public:
  DfatReader(const InputFile& file, const ReadOptions& options, const RecordSink& sink,
             ParseReport* report)
      : file_(file), options_(options), sink_(sink), report_(*report) {}

  Status Read();

 private:
  Status Finish(const DfatParty& party);
  void SetSchema(const DfatParty& party, Record* record);
  void AddNames(const DfatParty& party, Record* record);
  void AddDates(const DfatParty& party, Record* record) const;
  void AddPlaces(const DfatParty& party, Record* record) const;
  void AddDesignations(const DfatParty& party, Record* record);
  std::string ControlDate(const DfatParty& party);
  // The day that a cell holds as a number of the spreadsheet.
  std::optional<Date> DayOfCell(std::string_view text) const;
  std::string FileName() const { return std::string(file_.name); }

  const InputFile& file_;
  const ReadOptions& options_;
  const RecordSink& sink_;
  ParseReport& report_;
  DfatSheet sheet_;
  std::optional<Date> latest_control_;
};

Status DfatReader::Read() {
  ASSIGN_OR_RETURN(sheet_, ReadDfatSheet(file_, options_, &report_));
  if (sheet_.parties.empty()) {
    return MakeError(ErrorCode::kEmptyList, "headings, but no names below them",
                     Where{.source = options_.source, .file = FileName()});
  }
  for (const DfatParty& party : sheet_.parties) RETURN_IF_ERROR(Finish(party));
  report_.counts["name_rows"] = report_.rows_used;
  report_.published = sheet_.saved;
  if (sheet_.saved) report_.published_from = "docProps/core.xml: modified";
  if (latest_control_) {
    const YearMonthDay day = ToYearMonthDay(*latest_control_);
    const int number = day.year * 10000 + day.month * 100 + day.day;
    report_.counts["latest_control_date"] = static_cast<uint64_t>(number);
  }
  return Ok{};
}

void DfatReader::SetSchema(const DfatParty& party, Record* record) {
  std::string type;
  for (const std::string& value : party.values[kDfatType]) {
    if (type.empty()) type = AsciiLower(value);
    if (AsciiLower(value) == type) continue;
    report_.AddDefect({"type", party.id, FileName(), party.line,
                       "is called both \"" + type + "\" and \"" + value + "\"; the first counts"});
  }
  if (type == "individual")
    record->schema = Schema::kPerson;
  else if (type == "entity")
    record->schema = Schema::kOrganization;
  else if (type == "vessel" || type == "ship")
    record->schema = Schema::kVessel;
  else if (type == "aircraft")
    record->schema = Schema::kAirplane;
  else
    report_.AddDefect({"type", party.id, FileName(), party.line,
                       "\"" + type + "\": Individual, Entity or Vessel was expected"});
}

void DfatReader::AddNames(const DfatParty& party, Record* record) {
  for (const DfatName& row : party.names) {
    Name name;
    name.text = row.text;
    name.kind = KindOfName(row);
    if (name.kind != NameKind::kPrimary) {
      name.remark.append(row.type).append(" (").append(row.reference).append(")");
    }
    name.field = kDfatHeadings[kDfatName];
    record->names.push_back(std::move(name));
  }
  const auto primary =
      std::count_if(record->names.begin(), record->names.end(),
                    [](const Name& name) { return name.kind == NameKind::kPrimary; });
  if (primary == 1) return;
  report_.AddDefect({"primary_name", party.id, FileName(), party.line,
                     std::to_string(primary) + " rows of type Primary Name; one was expected"});
}

std::optional<Date> DfatReader::DayOfCell(std::string_view text) const {
  constexpr int32_t k1904Offset = 1462;
  const auto day = DayOfSerial(text);
  return day && sheet_.uses_1904 ? *day + k1904Offset : day;
}

void DfatReader::AddDates(const DfatParty& party, Record* record) const {
  const DateKind kind = record->schema == Schema::kPerson   ? DateKind::kBirth
                        : record->schema == Schema::kVessel ? DateKind::kBuild
                                                            : DateKind::kIncorporation;
  for (const std::string& text : party.values[kDfatBirthDate]) {
    if (const auto day = DayOfCell(text)) {
      record->dates.push_back(
          {kind, PartialDate{*day, *day}, text, std::string(kDfatHeadings[kDfatBirthDate])});
      continue;
    }
    for (DateFact& fact : UnpackDates(kind, text, std::string(kDfatHeadings[kDfatBirthDate]))) {
      const bool known =
          std::any_of(record->dates.begin(), record->dates.end(),
                      [&](const DateFact& d) { return d.date && d.date == fact.date; });
      if (!known) record->dates.push_back(std::move(fact));
    }
  }
}

void DfatReader::AddPlaces(const DfatParty& party, Record* record) const {
  const auto add_addresses = [&](DfatColumn column, AddressKind kind) {
    for (const std::string& text : party.values[column]) {
      for (Address& address : UnpackAddresses(kind, text, std::string(kDfatHeadings[column]))) {
        const bool known =
            std::any_of(record->addresses.begin(), record->addresses.end(), [&](const Address& a) {
              return a.kind == kind && EqualsIgnoreCase(a.full, address.full);
            });
        if (!known) record->addresses.push_back(std::move(address));
      }
    }
  };
  add_addresses(kDfatBirthPlace, AddressKind::kBirthPlace);
  for (const std::string& text : party.values[kDfatCitizenship]) {
    for (CountryFact& fact : UnpackCountries(CountryKind::kCitizenship, text,
                                             std::string(kDfatHeadings[kDfatCitizenship]))) {
      const bool known = std::any_of(
          record->countries.begin(), record->countries.end(), [&](const CountryFact& c) {
            return EqualsIgnoreCase(c.text, fact.text) || (!c.code.empty() && c.code == fact.code);
          });
      if (!known) record->countries.push_back(std::move(fact));
    }
  }
  add_addresses(kDfatAddress, AddressKind::kAddress);
}

// The latest Control Date of the party as ISO date, or as written.
std::string DfatReader::ControlDate(const DfatParty& party) {
  std::optional<Date> latest;
  std::string written;
  for (const std::string& text : party.values[kDfatControlDate]) {
    std::optional<Date> day = DayOfCell(text);
    if (!day) {
      const auto date = ParsePartialDate(text);
      if (date) day = date->last;
    }
    if (!day) {
      report_.AddDefect({"date", party.id, FileName(), party.line,
                         "Control Date \"" + text + "\" is no date we can read"});
      written = text;
    } else if (!latest || *day > *latest) {
      latest = day;
    }
  }
  if (!latest) return written;
  if (!latest_control_ || *latest > *latest_control_) latest_control_ = latest;
  return FormatIsoDate(*latest);
}

// "25 January 2001" of "Listed by UN 1267 Committee on 25 January 2001 (amended on ...)", as ISO
// date.
std::string ListedOn(std::string_view information) {
  if (!StartsWithIgnoreCase(information, "listed")) return {};
  const size_t end = information.find_first_of("(;\n");
  std::string_view sentence = information.substr(0, end);
  size_t on = sentence.find(" on");
  while (on != std::string_view::npos) {
    std::string_view rest = sentence.substr(on + 3);
    rest = Trim(rest.starts_with(':') ? rest.substr(1) : rest);
    const auto words = SplitTrimmed(rest, " ");
    if (words.size() >= 3) {
      const auto length = static_cast<size_t>(words[2].data() + words[2].size() - rest.data());
      if (const auto date = ParsePartialDate(rest.substr(0, length))) {
        return FormatPartialDate(*date);
      }
    }
    on = sentence.find(" on", on + 3);
  }
  return {};
}

// By the regime it is listed under.
bool IsOfRussia(const DfatParty& party) {
  const DfatValues& programs = party.values[kDfatCommittees];
  return std::any_of(programs.begin(), programs.end(), [](const std::string& program) {
    return program.find("Russia") != std::string::npos ||
           program.find("Ukraine") != std::string::npos;
  });
}

bool IsYes(std::string_view text) {
  return EqualsIgnoreCase(text, "true") || EqualsIgnoreCase(text, "yes") || text == "1" ||
         EqualsIgnoreCase(text, "y");
}

bool IsNo(std::string_view text) {
  return EqualsIgnoreCase(text, "false") || EqualsIgnoreCase(text, "no") || text == "0" ||
         EqualsIgnoreCase(text, "n");
}

// The measures that any row of the party has; what is neither yes nor no is kept as written.
std::string Measures(const DfatParty& party, Record* record) {
  std::string measures;
  for (DfatColumn column :
       {kDfatFinancialSanction, kDfatTravelBan, kDfatArmsEmbargo, kDfatMaritimeRestriction}) {
    const DfatValues& values = party.values[column];
    if (std::any_of(values.begin(), values.end(), IsYes)) {
      if (!measures.empty()) measures += '|';
      measures += kDfatHeadings[column];
    }
    for (const std::string& value : values) {
      if (IsYes(value) || IsNo(value)) continue;
      record->uninterpreted.push_back(
          {AttributeKind::kOther, value, std::string(kDfatHeadings[column])});
    }
  }
  return measures;
}

void DfatReader::AddDesignations(const DfatParty& party, Record* record) {
  Designation designation;
  designation.authority = kAuthority;
  designation.amended = ControlDate(party);
  designation.field = kDfatHeadings[kDfatCommittees];
  designation.measures = Measures(party, record);
  DfatValues bases = party.values[kDfatListing];
  for (const std::string& instrument : party.values[kDfatInstrument]) AddOnce(&bases, instrument);
  if (bases.empty()) bases.emplace_back();
  DfatValues programs = party.values[kDfatCommittees];
  if (programs.empty()) programs.emplace_back();
  for (const std::string& program : programs) {
    for (const std::string& basis : bases) {
      designation.program = SqueezeSpaces(program);
      designation.legal_basis = basis;
      const auto day = DayOfCell(basis);
      designation.listed = day ? FormatIsoDate(*day) : ListedOn(basis);
      record->designations.push_back(designation);
    }
  }
}

Status DfatReader::Finish(const DfatParty& party) {
  Record record;
  record.source = options_.source;
  record.id = party.id;
  SetSchema(party, &record);
  AddNames(party, &record);
  AddDates(party, &record);
  AddPlaces(party, &record);
  for (const std::string& imo : party.values[kDfatImo]) {
    if (IsNotAvailable(imo)) continue;
    const IdScheme scheme =
        record.schema == Schema::kVessel ? IdScheme::kImo : IdScheme::kImoCompany;
    record.identifiers.push_back(MakeIdentifier(scheme, imo, std::string(kDfatHeadings[kDfatImo])));
  }
  for (const std::string& text : party.values[kDfatInformation]) {
    if (IsNotAvailable(text)) continue;
    const std::string field(kDfatHeadings[kDfatInformation]);
    record.attributes.push_back({AttributeKind::kRemark, text, field});
    report_.counts["details"] += ReadDfatDetails(text, field, IsOfRussia(party), &record);
  }
  AddDesignations(party, &record);
  for (const auto& [heading, values] : party.other) {
    for (const std::string& value : values) {
      record.uninterpreted.push_back({AttributeKind::kOther, value, heading});
    }
  }
  report_.Count(record, FileName(), party.line);
  ++report_.records_out;
  const uint64_t done = file_.bytes.size() * report_.records_out / sheet_.parties.size();
  if (options_.progress) options_.progress(done, file_.bytes.size());
  return sink_(std::move(record));
}

class AustraliaDfat : public Format {
 public:
  std::string_view name() const override { return "australia_dfat"; }
  std::string_view title() const override {
    return "Australian Consolidated List (XLSX, or CSV of its cells)";
  }
  int version() const override { return 2; }

  bool Recognises(const InputFile& file) const override { return HasDfatHeadings(file); }

  Result<ParseReport> Read(std::span<const InputFile> files, const ReadOptions& options,
                           const RecordSink& sink) const override {
    ParseReport report;
    report.format = name();
    report.format_version = version();
    if (files.size() != 1) {
      return MakeError(
          ErrorCode::kMismatchedParts,
          "the Australian list is one file; " + std::to_string(files.size()) + " were given",
          Where{.source = options.source});
    }
    RETURN_IF_ERROR(DfatReader(files.front(), options, sink, &report).Read());
    return report;
  }
};

}  // namespace

const Format& AustraliaDfatFormat() {
  static const AustraliaDfat kFormat;
  return kFormat;
}

}  // namespace interdict
