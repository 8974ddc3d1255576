#include "interdict/lists/eu/eu_fsf_entity.h"

namespace interdict {
namespace {

constexpr std::array<FsfPartLayout, kFsfPartCount - 1> kLayouts = {{
    {FsfPart::kEntity,
     "",
     "Entity_",
     {FsfCell{"euReferenceNumber", "Entity_EU_ReferenceNumber"},
      FsfCell{"logicalId", "Entity_LogicalId"}, FsfCell{"unitedNationId", "Entity_UnitedNationId"},
      FsfCell{"designationDate", "Entity_DesignationDate"},
      FsfCell{"designationDetails", "Entity_DesignationDetails"},
      FsfCell{"<remark", "Entity_Remark"}, FsfCell{"", "Entity_SubjectType"},
      FsfCell{"", "Entity_SubjectType_ClassificationCode"}},
     fsf::kEntityCells},
    {FsfPart::kRegulation,
     "regulation",
     "Entity_Regulation_",
     {FsfCell{"regulationType", "Entity_Regulation_Type"},
      FsfCell{"organisationType", "Entity_Regulation_OrganisationType"},
      FsfCell{"publicationDate", "Entity_Regulation_PublicationDate"},
      FsfCell{"entryIntoForceDate", "Entity_Regulation_EntryIntoForceDate"},
      FsfCell{"numberTitle", "Entity_Regulation_NumberTitle"},
      FsfCell{"programme", "Entity_Regulation_Programme"},
      FsfCell{"<publicationUrl", "Entity_Regulation_PublicationUrl"}, FsfCell{"", ""}},
     fsf::kActCells},
    {FsfPart::kName,
     "nameAlias",
     "NameAlias_",
     {FsfCell{"wholeName", "NameAlias_WholeName"}, FsfCell{"firstName", "NameAlias_FirstName"},
      FsfCell{"middleName", "NameAlias_MiddleName"}, FsfCell{"lastName", "NameAlias_LastName"},
      FsfCell{"nameLanguage", "NameAlias_NameLanguage"}, FsfCell{"gender", "NameAlias_Gender"},
      FsfCell{"title", "NameAlias_Title"}, FsfCell{"function", "NameAlias_Function"},
      FsfCell{"strong", ""}, FsfCell{"<remark", "NameAlias_Remark"}},
     fsf::kNameCells},
    {FsfPart::kAddress,
     "address",
     "Address_",
     {FsfCell{"street", "Address_Street"}, FsfCell{"poBox", "Address_PoBox"},
      FsfCell{"city", "Address_City"}, FsfCell{"place", "Address_Place"},
      FsfCell{"zipCode", "Address_ZipCode"}, FsfCell{"region", "Address_Region"},
      FsfCell{"countryIso2Code", "Address_CountryIso2Code"},
      FsfCell{"countryDescription", "Address_CountryDescription"},
      FsfCell{"asAtListingTime", "Address_AsAtListingTime"},
      FsfCell{"<contactInfo", "Address_ContactInfo"}, FsfCell{"<remark", "Address_Remark"}},
     fsf::kAddressCells},
    {FsfPart::kBirth,
     "birthdate",
     "BirthDate_",
     {FsfCell{"birthdate", "BirthDate_BirthDate"}, FsfCell{"dayOfMonth|day", "BirthDate_Day"},
      FsfCell{"monthOfYear|month", "BirthDate_Month"}, FsfCell{"year", "BirthDate_Year"},
      FsfCell{"yearRangeFrom", "BirthDate_YearRangeFrom"},
      FsfCell{"yearRangeTo", "BirthDate_YearRangeTo"}, FsfCell{"circa", "BirthDate_Circa"},
      FsfCell{"calendarType", "BirthDate_CalendarType"}, FsfCell{"city", "BirthDate_City"},
      FsfCell{"place", "BirthDate_Place"}, FsfCell{"region", "BirthDate_Region"},
      FsfCell{"zipCode", "BirthDate_ZipCode"},
      FsfCell{"countryIso2Code", "BirthDate_CountryIso2Code"},
      FsfCell{"countryDescription", "BirthDate_CountryDescription"},
      FsfCell{"<remark", "BirthDate_Remark"}},
     fsf::kBirthCells},
    {FsfPart::kIdentification,
     "identification",
     "Identification_",
     {FsfCell{"number", "Identification_Number"},
      FsfCell{"latinNumber", "Identification_LatinNumber"},
      FsfCell{"nameOnDocument", "Identification_NameOnDocument"},
      FsfCell{"identificationTypeCode", "Identification_TypeCode"},
      FsfCell{"identificationTypeDescription", "Identification_TypeDescription"},
      FsfCell{"region", "Identification_Region"},
      FsfCell{"countryIso2Code", "Identification_CountryIso2Code"},
      FsfCell{"countryDescription", "Identification_CountryDescription"},
      FsfCell{"issuedBy", "Identification_IssuedBy"},
      FsfCell{"issueDate|issuedDate", "Identification_IssuedDate"},
      FsfCell{"validFrom", "Identification_ValidFrom"},
      FsfCell{"validTo", "Identification_ValidTo"},
      FsfCell{"diplomatic", "Identification_Diplomatic"},
      FsfCell{"knownExpired", "Identification_KnownExpired"},
      FsfCell{"knownFalse", "Identification_KnownFalse"},
      FsfCell{"reportedLost", "Identification_ReportedLost"},
      FsfCell{"revokedByIssuer", "Identification_RevokedByIssuer"},
      FsfCell{"<remark", "Identification_Remark"}},
     fsf::kIdCells},
    {FsfPart::kCitizenship,
     "citizenship",
     "Citizenship_",
     {FsfCell{"countryIso2Code", "Citizenship_CountryIso2Code"},
      FsfCell{"countryDescription", "Citizenship_CountryDescription"},
      FsfCell{"region", "Citizenship_Region"}, FsfCell{"<remark", "Citizenship_Remark"}},
     fsf::kCitizenCells},
}};

}  // namespace

std::span<const FsfPartLayout> FsfPartLayouts() {
  return kLayouts;
}

std::string FsfFieldName(FsfPart part, size_t cell, FsfDialect dialect) {
  if (part == FsfPart::kAct) {
    return dialect == FsfDialect::kXml ? "regulationSummary" : "Regulation";
  }
  const FsfPartLayout& layout = kLayouts[static_cast<size_t>(part)];
  if (dialect == FsfDialect::kCsv) return std::string(layout.cells[cell].csv);
  if (part == FsfPart::kEntity && cell >= fsf::kSubjectCode) {
    return cell == fsf::kSubjectCode ? "subjectType/@code" : "subjectType/@classificationCode";
  }
  std::string path(layout.element);
  if (!path.empty()) path += '/';
  const std::string_view name = layout.cells[cell].xml;
  if (name.starts_with('<')) return path + std::string(name.substr(1));
  return path + "@" + std::string(name.substr(0, name.find('|')));
}

}  // namespace interdict
