#include "interdict/lists/un/un_xml.h"

#include <algorithm>
#include <array>

#include "interdict/base/strings.h"
#include "interdict/entity/country.h"
#include "interdict/lists/cells/name_cell.h"
#include "interdict/lists/cells/prose_identifiers.h"
#include "interdict/lists/cells/xml_list_intake.h"
#include "interdict/lists/un/un_alias.h"
#include "interdict/lists/un/un_document.h"

namespace interdict {
namespace {

constexpr std::string_view kRoot = "CONSOLIDATED_LIST";
constexpr std::string_view kDateAttribute = "dateGenerated";
constexpr std::string_view kOwnSource = "un_sc_sanctions";
constexpr std::array<std::string_view, 4> kNameElements = {"FIRST_NAME", "SECOND_NAME",
                                                           "THIRD_NAME", "FOURTH_NAME"};

void AddPart(std::string_view part, std::string_view separator, std::string* text) {
  if (part.empty()) return;
  if (!text->empty()) *text += separator;
  *text += part;
}

// Fills one Record from one INDIVIDUAL or ENTITY.
class UnParty {
 public:
  UnParty(const XmlElement& element, Record* record, XmlListIntake* intake)
      : element_(element), record_(*record), intake_(*intake) {}

  void Read() {
    AddPrimaryName();
    AddOriginalScript();
    for (const XmlElement* child : element_.Children()) ReadChild(*child);
    AddDesignation();
    AddComments();
    AddAttribute(AttributeKind::kGender, "GENDER", AsciiLower(Text("GENDER")));
    AddAttribute(AttributeKind::kOther, "VERSIONNUM", Text("VERSIONNUM"));
  }

 private:
  std::string Text(std::string_view child) const { return OneLine(element_.ChildText(child)); }
  ParseReport& report() { return intake_.report(); }

  void AddAttribute(AttributeKind kind, std::string_view field, std::string value) {
    if (!value.empty()) record_.attributes.push_back({kind, std::move(value), std::string(field)});
  }

  void ReadChild(const XmlElement& child) {
    const std::string_view name = child.name();
    if (name.ends_with("_ALIAS")) return AddUnAlias(child, &record_, &intake_);
    if (name.ends_with("_ADDRESS")) return AddPlace(child, AddressKind::kAddress);
    if (name.ends_with("_PLACE_OF_BIRTH")) return AddPlace(child, AddressKind::kBirthPlace);
    if (name.ends_with("_DATE_OF_BIRTH")) return AddBirthDate(child);
    if (name.ends_with("_DOCUMENT")) {
      if (!AddUnDocument(child, &record_)) ++report().counts["empty_documents"];
    } else if (name == "TITLE") {
      AddValues(child, AttributeKind::kTitle);
    } else if (name == "DESIGNATION") {
      AddValues(child, AttributeKind::kPosition);
    } else if (name == "NATIONALITY") {
      for (const XmlElement* value : child.Children("VALUE")) {
        if (value->Text().empty()) continue;
        record_.countries.push_back(
            MakeCountryFact(CountryKind::kNationality, OneLine(value->Text()), "NATIONALITY"));
      }
    }
  }

  void AddValues(const XmlElement& list, AttributeKind kind) {
    for (const XmlElement* value : list.Children("VALUE")) {
      AddAttribute(kind, list.name(), OneLine(value->Text()));
    }
  }

  void AddPrimaryName() {
    Name name;
    name.kind = NameKind::kPrimary;
    name.field = kNameElements[0];
    std::vector<NamePart> parts;
    for (std::string_view element : kNameElements) {
      std::string part = Text(element);
      AddPart(part, " ", &name.text);
      if (!part.empty()) parts.push_back({PartKind(element), std::move(part)});
    }
    if (record_.schema == Schema::kPerson) {
      name.parts = std::move(parts);
    } else if (name.text.find(';') != std::string::npos) {
      return AddPackedPrimary(name.text);
    }
    if (!name.text.empty()) record_.names.push_back(std::move(name));
  }

  NamePartKind PartKind(std::string_view element) const {
    if (Text("UN_LIST_TYPE") == "DPRK") return NamePartKind::kOther;
    if (element == kNameElements[0]) return NamePartKind::kGiven;
    return element == kNameElements[3] ? NamePartKind::kOther : NamePartKind::kMiddle;
  }

  // Two names of an entity in one element: the first is the primary one.
  void AddPackedPrimary(std::string_view text) {
    NameKind kind = NameKind::kPrimary;
    for (CellName& part : UnpackNames(text, {.person = false})) {
      Name name;
      name.kind = kind;
      name.text = std::move(part.text);
      name.remark = std::move(part.remark);
      name.field = kNameElements[0];
      record_.names.push_back(std::move(name));
      kind = NameKind::kStrong;
    }
  }

  void AddOriginalScript() {
    Name name;
    name.kind = NameKind::kOriginalScript;
    name.text = Text("NAME_ORIGINAL_SCRIPT");
    name.field = "NAME_ORIGINAL_SCRIPT";
    if (!name.text.empty()) record_.names.push_back(std::move(name));
  }

  void AddPlace(const XmlElement& element, AddressKind kind) {
    const auto text = [&](std::string_view child) { return OneLine(element.ChildText(child)); };
    Address place;
    place.kind = kind;
    place.street = text("STREET");
    place.city = text("CITY");
    place.region = text("STATE_PROVINCE");
    place.postal_code = text("ZIP_CODE");
    place.country_text = text("COUNTRY");
    place.country = CountryCode(place.country_text);
    place.remark = text("NOTE");
    place.field = std::string(element.name());
    for (const std::string* part :
         {&place.street, &place.city, &place.region, &place.postal_code, &place.country_text}) {
      AddPart(*part, ", ", &place.full);
    }
    if (place.full.empty() && place.remark.empty()) {
      ++report().counts[kind == AddressKind::kAddress ? "empty_addresses" : "empty_birth_places"];
      return;
    }
    if (place.country.empty() && !place.country_text.empty()) {
      intake_.AddDefect("country", record_.id, element.line(),
                        "\"" + place.country_text + "\" is no country we know");
    }
    record_.addresses.push_back(std::move(place));
  }

  void AddBirthDate(const XmlElement& element) {
    const auto text = [&](std::string_view child) { return OneLine(element.ChildText(child)); };
    const std::string type = text("TYPE_OF_DATE");
    const std::string note = text("NOTE");
    const std::string year = text("YEAR");
    std::string words = text("DATE");
    AddPart(year, " ", &words);
    std::string span = text("FROM_YEAR");
    const std::string to = text("TO_YEAR");
    AddPart(to, span.empty() ? "until " : " to ", &span);
    AddPart(span, " ", &words);
    ++report().counts["date_type:" + (type.empty() ? "empty" : type)];
    if (words.empty() && note.empty()) {
      ++report().counts["empty_birth_dates"];
      return;
    }
    DateFact fact =
        MakeDateFact(DateKind::kBirth, words.empty() ? note : words, std::string(element.name()));
    bool circa = EqualsIgnoreCase(type, "APPROXIMATELY");
    if (!words.empty() && !note.empty()) {
      // "Sep." beside a year is its month, "Approximately" beside a span says so; else a remark.
      const auto month = ParsePartialDate(note + " " + year);
      if (!year.empty() && month && !month->circa) fact.date = month;
      if (EqualsIgnoreCase(note, "Approximately"))
        circa = true;
      else
        fact.text += " (" + note + ")";
    }
    if (fact.date && circa) fact.date->circa = true;
    if (circa && !StartsWithIgnoreCase(fact.text, "approx")) {
      fact.text = "approximately " + fact.text;
    }
    if (!KnownDateType(type)) {
      intake_.AddDefect("date_type", record_.id, element.line(),
                        "TYPE_OF_DATE \"" + type + "\" is none of EXACT, APPROXIMATELY, BETWEEN");
    }
    record_.dates.push_back(std::move(fact));
  }

  static bool KnownDateType(std::string_view type) {
    return type.empty() || EqualsIgnoreCase(type, "EXACT") || EqualsIgnoreCase(type, "BETWEEN") ||
           EqualsIgnoreCase(type, "APPROXIMATELY");
  }

  void AddDesignation() {
    Designation designation;
    designation.program = Text("UN_LIST_TYPE");
    designation.authority = "UN Security Council";
    designation.listed = DateText("LISTED_ON");
    designation.field = "UN_LIST_TYPE";
    if (const XmlElement* list = element_.Child("LIST_TYPE")) {
      designation.list = OneLine(list->ChildText("VALUE"));
    }
    if (const XmlElement* updates = element_.Child("LAST_DAY_UPDATED")) {
      for (const XmlElement* value : updates->Children("VALUE")) {
        const std::string day = OneLine(value->Text());
        designation.amended = std::max(designation.amended, day);
        AddAttribute(AttributeKind::kOther, "LAST_DAY_UPDATED", day);
      }
    }
    record_.designations.push_back(std::move(designation));
  }

  // The day without the zone behind it; as written when it is no day.
  std::string DateText(std::string_view child) {
    std::string text = Text(child);
    if (text.empty()) return {};
    const auto date = ParsePartialDate(text);
    if (date && date->IsDay()) return FormatPartialDate(*date);
    intake_.AddDefect("date", record_.id, element_.Child(child)->line(),
                      std::string(child) + " \"" + text + "\" is no day");
    return text;
  }

  void AddComments() {
    const std::string_view comments = element_.ChildText("COMMENTS1");
    if (comments.empty()) return;
    AddAttribute(AttributeKind::kRemark, "COMMENTS1", std::string(comments));
    // The one spelling of the label that holds another label in brackets.
    constexpr std::string_view kLong = "International Maritime Organization (IMO) Number";
    std::string text = OneLine(comments);
    if (const size_t at = text.find(kLong); at != std::string::npos) {
      text.replace(at, kLong.size(), "IMO Number");
    }
    ProseSource source;
    source.field = "COMMENTS1";
    source.remark = true;
    for (Identifier& id : FindProseIdentifiers(text, source)) {
      record_.identifiers.push_back(std::move(id));
    }
  }

  const XmlElement& element_;
  Record& record_;
  XmlListIntake& intake_;
};

// The record's id, and whether another party has the reference number already.
std::string RecordId(const XmlElement& element, XmlListIntake* intake) {
  std::string reference = OneLine(element.ChildText("REFERENCE_NUMBER"));
  const std::string data_id = OneLine(element.ChildText("DATAID"));
  if (reference.empty()) {
    if (data_id.empty()) return {};
    intake->AddDefect("reference_number", data_id, element.line(),
                      "no REFERENCE_NUMBER; the record is kept under its DATAID");
    return "DATAID#" + data_id;
  }
  const uint64_t line = intake->LineOf(reference);
  if (line == 0 || data_id.empty()) return reference;
  intake->AddDefect("reference_number", reference, element.line(),
                    "the REFERENCE_NUMBER of line " + std::to_string(line) +
                        " again; told apart by DATAID " + data_id);
  return reference + "#" + data_id;
}

Status ReadParty(const XmlElement& element, XmlListIntake* intake) {
  Record record;
  record.source = intake->source();
  record.id = RecordId(element, intake);
  if (record.id.empty()) {
    intake->Reject("", element, "the element has neither REFERENCE_NUMBER nor DATAID");
    return Ok{};
  }
  record.schema = element.name() == "INDIVIDUAL" ? Schema::kPerson : Schema::kOrganization;
  const std::string data_id = OneLine(element.ChildText("DATAID"));
  if (!data_id.empty()) {
    record.references.push_back({std::string(kOwnSource), data_id, "DATAID"});
  }
  UnParty(element, &record, intake).Read();
  ++intake->report().counts[std::string(element.name())];
  if (record.names.empty()) {
    intake->Reject(record.id, element, "the party has no name");
    return Ok{};
  }
  return intake->Take(std::move(record), element);
}

class UnXml final : public Format {
 public:
  std::string_view name() const override { return "un_xml"; }
  std::string_view title() const override { return "UN Security Council consolidated list (XML)"; }
  int version() const override { return 1; }

  bool Recognises(const InputFile& file) const override { return HasRootElement(file, kRoot); }

  Result<ParseReport> Read(std::span<const InputFile> files, const ReadOptions& options,
                           const RecordSink& sink) const override {
    ASSIGN_OR_RETURN(const InputFile file, OneXmlDocument(files, *this));
    XmlListIntake intake(*this, file, options, sink);
    const XmlListIntake::Layout layout = {
        kRoot, {"INDIVIDUAL", "ENTITY"}, {"INDIVIDUALS", "ENTITIES"}};
    RETURN_IF_ERROR(intake.Stream(
        layout, [&](const XmlRoot& root) { return ReadRoot(root, &intake); },
        [&](const XmlElement& element) { return ReadParty(element, &intake); }));
    return intake.Finish();
  }

 private:
  static Status ReadRoot(const XmlRoot& root, XmlListIntake* intake) {
    const std::string_view generated = root.Attribute(kDateAttribute);
    const auto date = ParsePartialDate(generated);
    if (date && date->IsDay()) {
      intake->report().published = date->first;
      intake->report().published_from = std::string(kDateAttribute);
    } else {
      intake->AddDefect("date", "", 0,
                        "dateGenerated \"" + std::string(generated) + "\" is no day");
    }
    return Ok{};
  }
};

}  // namespace

const Format& UnXmlFormat() {
  static const UnXml kFormat;
  return kFormat;
}

}  // namespace interdict
