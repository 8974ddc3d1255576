#include "interdict/lists/ofac/ofac_standard_xml.h"

#include <charconv>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "interdict/base/strings.h"
#include "interdict/lists/ofac/ofac_fields.h"
#include "interdict/lists/ofac/ofac_party.h"
#include "interdict/lists/ofac/ofac_remarks.h"
#include "interdict/lists/ofac/ofac_xml_terms.h"

namespace interdict {
namespace {

constexpr std::string_view kRoot = "sdnList";
constexpr std::string_view kEntry = "sdnEntry";
constexpr std::string_view kLinkMark = "(Linked To: ";

// OFAC's name of the list that a listing is on. The document does not say it: the source does, and
// for the lists that are consolidated, the programme.
std::string_view ListOf(std::string_view source, std::string_view program, bool alone) {
  if (source == "us_ofac_sdn") return "SDN List";
  if (source == "us_ofac_cons") return OfacNonSdnList(program, alone);
  return {};
}

// The items of a list element ("akaList"/"aka"), whose own numbers are of no use to anybody.
std::vector<const XmlElement*> Items(const XmlElement& entry, std::string_view list) {
  const XmlElement* element = entry.Child(list);
  if (element == nullptr) return {};
  std::vector<const XmlElement*> items = element->Children();
  for (const XmlElement* item : items) {
    item->ChildText("uid");
    item->ChildText("mainEntry");
  }
  return items;
}

Name ReadName(const XmlElement& element, Schema schema, NameKind kind, std::string field) {
  Name name;
  name.kind = kind;
  name.field = std::move(field);
  const std::string_view last = element.ChildText("lastName");
  const std::string_view first = element.ChildText("firstName");
  if (schema == Schema::kPerson) {
    SetOfacName({{"Last Name", last}, {"First Name", first}}, &name);
  } else {
    SetOfacName({{"Entity Name", first}, {"Entity Name", last}}, &name);
  }
  return name;
}

void AddNames(const XmlElement& entry, Record* record) {
  Name primary = ReadName(entry, record->schema, NameKind::kPrimary, "lastName");
  if (!primary.text.empty()) record->names.push_back(std::move(primary));
  for (const XmlElement* aka : Items(entry, "akaList")) {
    const std::string_view type = aka->ChildText("type");
    const bool weak = EqualsIgnoreCase(aka->ChildText("category"), "weak");
    Name name = ReadName(*aka, record->schema, OfacAliasKind(type, weak), "akaList/aka");
    name.remark = OfacAliasRemark(type, weak);
    if (!name.text.empty()) record->names.push_back(std::move(name));
  }
}

void AddPrograms(const XmlElement& entry, std::string_view source, Record* record) {
  const auto programs = Items(entry, "programList");
  for (const XmlElement* program : programs) {
    const std::string_view tag = program->Text();
    const std::string_view list = ListOf(source, tag, programs.size() == 1);
    record->designations.push_back(OfacDesignation(tag, list, "programList/program"));
  }
}

void AddIds(const XmlElement& entry, Record* record) {
  for (const XmlElement* id : Items(entry, "idList")) {
    OfacFieldContext context;
    context.country = id->ChildText("idCountry");
    context.issued = id->ChildText("issueDate");
    context.expires = id->ChildText("expirationDate");
    context.field = "idList/id";
    AddOfacXmlField(id->ChildText("idType"), id->ChildText("idNumber"), context, record);
  }
}

void AddAddresses(const XmlElement& entry, Record* record) {
  for (const XmlElement* element : Items(entry, "addressList")) {
    Address address;
    address.field = "addressList/address";
    SetOfacCountry(element->ChildText("country"), {}, &address);
    for (std::string_view line : {"address1", "address2", "address3"}) {
      AddOfacAddressPart("ADDRESS", element->ChildText(line), &address);
    }
    AddOfacAddressPart("CITY", element->ChildText("city"), &address);
    AddOfacAddressPart("STATE/PROVINCE", element->ChildText("stateOrProvince"), &address);
    AddOfacAddressPart("POSTAL CODE", element->ChildText("postalCode"), &address);
    AddOfacAddressPart("REGION", element->ChildText("region"), &address);
    if (FinishOfacAddress(&address)) record->addresses.push_back(std::move(address));
  }
}

void AddCountries(const XmlElement& entry, std::string_view list, CountryKind kind,
                  Record* record) {
  for (const XmlElement* item : Items(entry, list)) {
    record->countries.push_back(
        MakeCountryFact(kind, item->ChildText("country"), std::string(list) + "/country"));
  }
}

void AddBirth(const XmlElement& entry, Record* record) {
  for (const XmlElement* item : Items(entry, "dateOfBirthList")) {
    record->dates.push_back(MakeDateFact(DateKind::kBirth, item->ChildText("dateOfBirth"),
                                         "dateOfBirthList/dateOfBirth"));
  }
  for (const XmlElement* item : Items(entry, "placeOfBirthList")) {
    AddOfacXmlField("Place of Birth", item->ChildText("placeOfBirth"),
                    {.field = "placeOfBirthList"}, record);
  }
}

void AddVessel(const XmlElement& entry, Record* record) {
  const XmlElement* vessel = entry.Child("vesselInfo");
  if (vessel == nullptr) return;
  constexpr std::pair<std::string_view, std::string_view> kFields[] = {
      {"callSign", "Call Sign"},     {"vesselType", "Vessel Type"},
      {"vesselFlag", "Vessel Flag"}, {"vesselOwner", "Vessel Owner"},
      {"tonnage", "Vessel Tonnage"}, {"grossRegisteredTonnage", "Vessel Gross Registered Tonnage"},
  };
  for (const auto& [element, label] : kFields) {
    AddOfacXmlField(label, vessel->ChildText(element), {.field = "vesselInfo"}, record);
  }
}

// End of the "(Linked To: NAME)" whose name begins at `begin`: the bracket that closes an item of
// the remarks, for names hold brackets too. npos when there is none.
size_t LinkEnd(std::string_view text, size_t begin) {
  size_t end = text.find(')', begin);
  for (; end != std::string_view::npos; end = text.find(')', end + 1)) {
    const std::string_view rest = Trim(text.substr(end + 1));
    if (rest.empty() || rest == "." || rest.front() == ';' || rest.starts_with(kLinkMark)) break;
  }
  return end;
}

// Makes a relation of each "(Linked To: NAME)" and returns the text without them.
std::string TakeLinks(std::string_view text, OfacParty* party) {
  std::vector<std::string> rest;
  const auto keep = [&](std::string_view piece) {
    piece = Trim(piece);
    if (piece.starts_with(';')) piece = Trim(piece.substr(1));
    if (piece.ends_with(';')) piece = Trim(piece.substr(0, piece.size() - 1));
    if (!piece.empty() && piece != ".") rest.emplace_back(piece);
  };
  size_t at = 0;
  for (size_t mark = text.find(kLinkMark); mark != std::string_view::npos;
       mark = text.find(kLinkMark, at)) {
    const size_t begin = mark + kLinkMark.size();
    const size_t end = LinkEnd(text, begin);
    if (end == std::string_view::npos) break;
    AddOfacXmlField("Linked To", text.substr(begin, end - begin), {.field = "Remarks"},
                    &party->record);
    ++party->remarks.items;
    ++party->remarks.understood;
    keep(text.substr(at, mark - at));
    at = end + 1;
  }
  keep(text.substr(at));
  return Join(rest, "; ");
}

// Title and remarks. Remarks are read last: some of their phrases depend on the programme.
void AddTexts(const XmlElement& entry, OfacParty* party) {
  Record& record = party->record;
  for (std::string_view title : SplitTrimmed(entry.ChildText("title"), "; ")) {
    record.attributes.push_back({AttributeKind::kTitle, std::string(title), "title"});
  }
  const std::string_view remarks = entry.ChildText("remarks");
  if (remarks.empty()) return;
  const OfacRemarksCount count = ReadOfacRemarks(TakeLinks(remarks, party), false, &record);
  party->remarks.items += count.items;
  party->remarks.understood += count.understood;
  record.attributes.push_back({AttributeKind::kRemark, std::string(remarks), "remarks"});
}

OfacParty ReadEntry(const XmlElement& entry, std::string_view source) {
  OfacParty party;
  Record& record = party.record;
  record.id = std::string(entry.ChildText("uid"));
  record.schema = OfacXmlSchema(entry.ChildText("sdnType"));
  AddNames(entry, &record);
  AddPrograms(entry, source, &record);
  AddIds(entry, &record);
  AddAircraftName(&record);
  AddAddresses(entry, &record);
  AddCountries(entry, "nationalityList", CountryKind::kNationality, &record);
  AddCountries(entry, "citizenshipList", CountryKind::kCitizenship, &record);
  AddBirth(entry, &record);
  AddVessel(entry, &record);
  AddTexts(entry, &party);
  return party;
}

void ReadPublication(const XmlElement& element, XmlListIntake* intake) {
  ParseReport& report = intake->report();
  const std::string_view date = element.ChildText("Publish_Date");
  const auto published = ParsePartialDate(date, NumericOrder::kMonthFirst);
  if (published && published->IsDay()) {
    report.published = published->first;
    report.published_from = "Publish_Date";
  } else if (!date.empty()) {
    intake->AddDefect("publication_date", "", element.line(),
                      "Publish_Date \"" + std::string(date) + "\", expected MM/DD/YYYY");
  }
  const std::string_view count = element.ChildText("Record_Count");
  uint64_t declared = 0;
  const auto [end, error] = std::from_chars(count.data(), count.data() + count.size(), declared);
  if (error == std::errc() && end == count.data() + count.size()) {
    report.declared_records = declared;
    report.declared_from = "Record_Count";
  }
}

Status CheckCount(XmlListIntake* intake) {
  const ParseReport& report = intake->report();
  if (!report.declared_records) {
    intake->AddDefect("record_count", "", 0,
                      "no Record_Count: that the list is whole cannot be checked");
    return Ok{};
  }
  if (*report.declared_records == report.records_in) return Ok{};
  return MakeError(ErrorCode::kCountMismatch,
                   "Record_Count says " + std::to_string(*report.declared_records) +
                       " entries, the document holds " + std::to_string(report.records_in),
                   intake->At());
}

class OfacStandardXml final : public Format {
 public:
  std::string_view name() const override { return "ofac_standard_xml"; }
  std::string_view title() const override {
    return "OFAC standard XML (SDN.XML, CONSOLIDATED.XML)";
  }
  int version() const override { return 1; }

  bool Recognises(const InputFile& file) const override { return HasRootElement(file, kRoot); }

  Result<ParseReport> Read(std::span<const InputFile> files, const ReadOptions& options,
                           const RecordSink& sink) const override {
    ASSIGN_OR_RETURN(const InputFile file, OneXmlDocument(files, *this));
    XmlListIntake intake(*this, file, options, sink);
    const XmlListIntake::Layout layout = {
        .root = kRoot,
        .records = {kEntry, "publshInformation", "publishInformation"},
        .limits = kOfacXmlLimits};
    RETURN_IF_ERROR(intake.Stream(layout, nullptr, [&](const XmlElement& element) -> Status {
      if (element.name() == kEntry) {
        return TakeOfacParty(ReadEntry(element, options.source), element, &intake);
      }
      ReadPublication(element, &intake);
      return Ok{};
    }));
    RETURN_IF_ERROR(CheckCount(&intake));
    return intake.Finish();
  }
};

}  // namespace

const Format& OfacStandardXmlFormat() {
  static const OfacStandardXml kFormat;
  return kFormat;
}

}  // namespace interdict
