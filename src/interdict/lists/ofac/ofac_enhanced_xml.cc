#include "interdict/lists/ofac/ofac_enhanced_xml.h"

#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "interdict/base/strings.h"
#include "interdict/lists/ofac/ofac_fields.h"
#include "interdict/lists/ofac/ofac_listings.h"
#include "interdict/lists/ofac/ofac_party.h"
#include "interdict/lists/ofac/ofac_xml_terms.h"

namespace interdict {
namespace {

constexpr std::string_view kRoot = "sanctionsData";

// ISO code of a country by the number of its reference value.
using IsoCodes = std::unordered_map<std::string, std::string>;

// The items of a list element ("names"/"name").
std::vector<const XmlElement*> Items(const XmlElement& element, std::string_view list) {
  const XmlElement* items = element.Child(list);
  return items == nullptr ? std::vector<const XmlElement*>() : items->Children();
}

std::vector<std::string_view> ItemTexts(const XmlElement& element, std::string_view list) {
  std::vector<std::string_view> texts;
  for (const XmlElement* item : Items(element, list)) texts.push_back(item->Text());
  return texts;
}

std::string_view IsoOf(const XmlElement* country, const IsoCodes& codes) {
  if (country == nullptr) return {};
  const auto found = codes.find(std::string(country->Attribute("refId")));
  return found == codes.end() ? std::string_view() : std::string_view(found->second);
}

// --- dates --------------------------------------------------------------------------------------

// A date element with its four corners, or with one text.
std::optional<PartialDate> ReadDate(const XmlElement* date) {
  if (date == nullptr) return std::nullopt;
  const auto first = ParsePartialDate(date->ChildText("fromDateBegin"));
  const auto last = ParsePartialDate(date->ChildText("toDateEnd"));
  // The inner corners and the flags derived from them add nothing to the interval.
  for (std::string_view child : {"fromDateEnd", "toDateBegin", "isDateRange"}) {
    date->ChildText(child);
  }
  auto interval = first && last ? PartialDate::Span(*first, *last) : ParsePartialDate(date->Text());
  if (interval && IsTrue(date->ChildText("isApproximate"))) interval->circa = true;
  return interval;
}

std::string ReadDateText(const XmlElement* date) {
  const auto interval = ReadDate(date);
  if (interval) return OfacDateText(*interval);
  return date == nullptr ? std::string() : std::string(date->Text());
}

// --- names --------------------------------------------------------------------------------------

NameKind KindOf(const XmlElement& name, const XmlElement& translation, std::string_view script) {
  const bool main_translation = IsTrue(translation.ChildText("isPrimary"));
  const bool weak = IsTrue(name.ChildText("isLowQuality"));
  if (!IsTrue(name.ChildText("isPrimary"))) return OfacAliasKind(name.ChildText("aliasType"), weak);
  if (!IsLatinScript(script)) return NameKind::kOriginalScript;
  return main_translation ? NameKind::kPrimary : NameKind::kTranslation;
}

Name ReadTranslation(const XmlElement& name, const XmlElement& translation) {
  Name result;
  result.script = OfacScript(translation.ChildText("script"));
  result.kind = KindOf(name, translation, result.script);
  result.remark =
      OfacAliasRemark(name.ChildText("aliasType"), IsTrue(name.ChildText("isLowQuality")));
  result.field = "names/name";
  std::vector<OfacNamePart> parts;
  for (const XmlElement* part : Items(translation, "nameParts")) {
    parts.push_back({part->ChildText("type"), part->ChildText("value")});
  }
  SetOfacName(parts, &result);
  translation.ChildText("formattedFirstName");
  translation.ChildText("formattedLastName");
  const std::string_view full = translation.ChildText("formattedFullName");
  if (!full.empty()) result.text = std::string(full);
  return result;
}

void AddNames(const XmlElement& entity, Record* record) {
  for (const XmlElement* name : Items(entity, "names")) {
    for (const XmlElement* translation : Items(*name, "translations")) {
      Name result = ReadTranslation(*name, *translation);
      if (!result.text.empty()) record->names.push_back(std::move(result));
    }
  }
}

// --- addresses ----------------------------------------------------------------------------------

Address ReadAddress(const XmlElement& element, const XmlElement& translation, const IsoCodes& codes,
                    Record* record) {
  Address address;
  address.field = "addresses/address";
  const XmlElement* country = element.Child("country");
  SetOfacCountry(country == nullptr ? "" : country->Text(), IsoOf(country, codes), &address);
  const std::string script = OfacScript(translation.ChildText("script"));
  if (!IsLatinScript(script)) address.remark = script;
  translation.ChildText("isPrimary");
  for (const XmlElement* part : Items(translation, "addressParts")) {
    const std::string_view type = part->ChildText("type");
    const std::string_view value = part->ChildText("value");
    if (AddOfacAddressPart(type, value, &address)) continue;
    record->uninterpreted.push_back(
        {AttributeKind::kOther, std::string(value), "addresses/address/" + std::string(type)});
  }
  return address;
}

void AddAddresses(const XmlElement& entity, const IsoCodes& codes, Record* record) {
  for (const XmlElement* element : Items(entity, "addresses")) {
    for (const XmlElement* translation : Items(*element, "translations")) {
      Address address = ReadAddress(*element, *translation, codes, record);
      if (FinishOfacAddress(&address)) record->addresses.push_back(std::move(address));
    }
  }
}

// --- features and documents ---------------------------------------------------------------------

// The date that a feature just added is known by more exactly than by its text.
void SetDate(const std::optional<PartialDate>& exact, DateFact* fact) {
  if (!exact) return;
  if (!fact->date) fact->date = exact;
  fact->date->circa = fact->date->circa || exact->circa;
}

void AddFeature(const XmlElement& feature, Record* record) {
  for (std::string_view child : {"versionId", "valueRefId", "isPrimary"}) feature.ChildText(child);
  const std::string_view label = feature.ChildText("type");
  const auto date = ReadDate(feature.Child("valueDate"));
  std::string value(feature.ChildText("value"));
  if (value.empty() && date) value = OfacDateText(*date);
  const std::string_view reliability = feature.ChildText("reliability");
  OfacFieldContext context;
  context.remark = feature.ChildText("comments");
  context.field = "features/feature";
  // A flag shown without right is marked as the other exports mark it.
  const bool false_flag = label.ends_with("Flag") && EqualsIgnoreCase(reliability, "False");
  if (false_flag) value += " (False)";
  const size_t dates = record->dates.size();
  AddOfacXmlField(label, value, context, record);
  if (record->dates.size() > dates) SetDate(date, &record->dates.back());
  if (reliability.empty() || false_flag || EqualsIgnoreCase(reliability, "Confirmed")) return;
  record->uninterpreted.push_back(
      {AttributeKind::kOther, std::string(label) + " " + value + ": " + std::string(reliability),
       "features/feature/reliability"});
}

// What stands beside a document's number, as one remark.
std::string DocumentRemark(const XmlElement& document, const Record& record) {
  std::vector<std::string> remarks;
  if (document.ChildText("isValid") == "false") remarks.emplace_back("not valid");
  const std::string_view name = document.ChildText("name");
  if (!name.empty() && name != record.Caption()) {
    remarks.push_back("in the name of " + std::string(name));
  }
  const std::string_view place = document.ChildText("issuingLocation");
  if (!place.empty() && place != document.ChildText("issuingCountry")) {
    remarks.push_back("issued in " + std::string(place));
  }
  const std::string_view comments = document.ChildText("comments");
  if (!comments.empty()) remarks.emplace_back(comments);
  return Join(remarks, "; ");
}

void AddDocument(const XmlElement& document, Record* record) {
  if (const XmlElement* name = document.Child("name")) name->MarkAllUsed();
  const std::string remark = DocumentRemark(document, *record);
  const std::string issued = ReadDateText(document.Child("issueDate"));
  const std::string expires = ReadDateText(document.Child("expirationDate"));
  OfacFieldContext context;
  context.country = document.ChildText("issuingCountry");
  context.issued = issued;
  context.expires = expires;
  context.remark = remark;
  context.field = "identityDocuments/identityDocument";
  const size_t identifiers = record->identifiers.size();
  AddOfacXmlField(document.ChildText("type"), document.ChildText("documentNumber"), context,
                  record);
  SetOfacAuthority(document.ChildText("issuingAuthority"), identifiers, record);
}

// --- listings and relations ---------------------------------------------------------------------

void AddListings(const XmlElement& entity, OfacParty* party) {
  OfacListings listings;
  for (const XmlElement* list : Items(entity, "sanctionsLists")) {
    listings.lists.push_back({list->Text(), list->Attribute("datePublished")});
  }
  listings.programs = ItemTexts(entity, "sanctionsPrograms");
  listings.bases = ItemTexts(entity, "legalAuthorities");
  listings.measures = ItemTexts(entity, "sanctionsTypes");
  if (!AddOfacListings(listings, "sanctionsPrograms/sanctionsProgram", &party->record)) {
    party->problem = "more lists and programmes than a party can have";
  }
}

void AddRelation(const XmlElement& element, Record* record) {
  Relation relation;
  relation.text = std::string(element.ChildText("type"));
  relation.kind = OfacRelationKind(relation.text);
  if (const XmlElement* related = element.Child("relatedEntity")) {
    relation.target_name = std::string(related->Text());
    relation.target_id = std::string(related->Attribute("entityId"));
  }
  relation.former = IsTrue(element.ChildText("isFormer"));
  relation.field = "relationships/relationship";
  record->relations.push_back(std::move(relation));
}

OfacParty ReadEntity(const XmlElement& entity, const IsoCodes& codes) {
  OfacParty party;
  Record& record = party.record;
  record.id = std::string(entity.Attribute("id"));
  const XmlElement* info = entity.Child("generalInfo");
  if (info != nullptr) {
    info->ChildText("identityId");
    record.schema = OfacXmlSchema(info->ChildText("entityType"));
    for (std::string_view title : SplitTrimmed(info->ChildText("title"), "; ")) {
      AddOfacXmlField("Title", title, {.field = "generalInfo"}, &record);
    }
  }
  AddNames(entity, &record);
  AddListings(entity, &party);
  AddAddresses(entity, codes, &record);
  for (const XmlElement* feature : Items(entity, "features")) AddFeature(*feature, &record);
  for (const XmlElement* item : Items(entity, "identityDocuments")) AddDocument(*item, &record);
  AddAircraftName(&record);
  for (const XmlElement* item : Items(entity, "relationships")) AddRelation(*item, &record);
  if (info != nullptr) {
    party.remarks = AddOfacXmlRemarks(info->ChildText("remarks"), "generalInfo/remarks", &record);
  }
  return party;
}

// --- the document -------------------------------------------------------------------------------

// The publication's date; refuses an export of a part of a list.
Status ReadPublication(const XmlElement& info, XmlListIntake* intake) {
  ParseReport& report = intake->report();
  const std::string_view date = info.ChildText("dataAsOf");
  const auto published = ParsePartialDate(date);
  if (published && published->IsDay()) {
    report.published = published->first;
    report.published_from = "dataAsOf";
  } else {
    intake->AddDefect("publication_date", "", info.line(),
                      "dataAsOf \"" + std::string(date) + "\", expected a day");
  }
  if (const XmlElement* lists = info.ChildAt("filters/sanctionsLists")) lists->MarkAllUsed();
  std::vector<Attribute> rest;
  KeepUnused(info, &rest);
  for (const Attribute& item : rest) {
    ++report.unknown_fields[item.field];
    if (item.field.find("/filters/") == std::string::npos) continue;
    return MakeError(
        ErrorCode::kWrongDocument,
        "expected the whole list, but the export is filtered: " + item.field + " = " + item.value,
        intake->At(info.line()));
  }
  return Ok{};
}

void ReadReference(const XmlElement& value, IsoCodes* codes) {
  const std::string_view iso = value.ChildText("isoCode");
  if (!iso.empty()) codes->emplace(value.Attribute("refId"), iso);
}

Status TakeEntity(const XmlElement& entity, const IsoCodes& codes, XmlListIntake* intake) {
  if (entity.HasAttribute("action")) {
    return MakeError(ErrorCode::kWrongDocument,
                     "expected the whole list, but this document holds changes (entity@action)",
                     intake->At(entity.line()));
  }
  return TakeOfacParty(ReadEntity(entity, codes), entity, intake);
}

Status TakeElement(const XmlElement& element, IsoCodes* codes, XmlListIntake* intake) {
  if (element.name() == "entity") return TakeEntity(element, *codes, intake);
  if (element.name() == "publicationInfo") return ReadPublication(element, intake);
  if (element.name() == "referenceValue") ReadReference(element, codes);
  return Ok{};
}

class OfacEnhancedXml final : public Format {
 public:
  std::string_view name() const override { return "ofac_enhanced_xml"; }
  std::string_view title() const override {
    return "OFAC Enhanced XML (SDN_ENHANCED.XML, CONS_ENHANCED.XML)";
  }
  int version() const override { return 1; }

  bool Recognises(const InputFile& file) const override { return HasRootElement(file, kRoot); }

  Result<ParseReport> Read(std::span<const InputFile> files, const ReadOptions& options,
                           const RecordSink& sink) const override {
    ASSIGN_OR_RETURN(const InputFile file, OneXmlDocument(files, *this));
    XmlListIntake intake(*this, file, options, sink);
    const XmlListIntake::Layout layout = {
        .root = kRoot,
        .records = {"entity", "referenceValue", "publicationInfo", "featureTypes"},
        .sections = {"entities", "referenceValues"},
        .limits = kOfacXmlLimits};
    IsoCodes codes;
    RETURN_IF_ERROR(intake.Stream(layout, nullptr, [&](const XmlElement& element) -> Status {
      return TakeElement(element, &codes, &intake);
    }));
    return intake.Finish();
  }
};

}  // namespace

const Format& OfacEnhancedXmlFormat() {
  static const OfacEnhancedXml kFormat;
  return kFormat;
}

}  // namespace interdict
