#include "interdict/lists/uk/uk_designation.h"

namespace interdict {
namespace {

constexpr UkPartLayout Leaf(UkPart part, std::string_view xml_path, std::string_view csv,
                            std::string_view conlist) {
  return {part, xml_path, {UkCell{{".", csv, conlist}}}, 1};
}

constexpr UkPartLayout Scalar(UkPart part, std::string_view xml, std::string_view csv,
                              std::string_view conlist) {
  return {part, "", {UkCell{{xml, csv, conlist}}}, 1};
}

constexpr std::array<UkPartLayout, kUkPartCount> kLayouts = {{
    Scalar(UkPart::kUniqueId, "UniqueID", "Unique ID", "(UK Sanctions List Ref)"),
    Scalar(UkPart::kOfsiGroupId, "OFSIGroupID", "OFSI Group ID", "Group ID"),
    Scalar(UkPart::kUnReference, "UNReferenceNumber", "UN Reference Number", "(UN Ref)"),
    Scalar(UkPart::kType, "IndividualEntityShip",
           "Designation Type|Individual, Entity, Ship|Entity, Vessel or Individual", "Group Type"),
    {UkPart::kName,
     "Names/Name",
     {UkCell{{"Name6", "Name 6", "Name 6"}}, UkCell{{"Name1", "Name 1", "Name 1"}},
      UkCell{{"Name2", "Name 2", "Name 2"}}, UkCell{{"Name3", "Name 3", "Name 3"}},
      UkCell{{"Name4", "Name 4", "Name 4"}}, UkCell{{"Name5", "Name 5", "Name 5"}},
      UkCell{{"NameType", "Name type", "Alias Type"}},
      UkCell{{"AliasStrength", "Alias strength", "Alias Quality"}}},
     8},
    {UkPart::kOriginalName,
     "NonLatinNames/NonLatinName",
     {UkCell{{"NameNonLatinScript", "Name non-latin script", "Name Non-Latin Script"}},
      UkCell{{"NonLatinScriptType", "Non-latin script type", "Non-Latin Script Type"}},
      UkCell{{"NonLatinScriptLanguage", "Non-latin script language", "Non-Latin Script Language"}},
      UkCell{{"", "", "Alias Type"}}, UkCell{{"", "", "Alias Quality"}}},
     5},
    Leaf(UkPart::kTitle, "Titles/Title", "Title|Honorary/Professional/Religious titles", "Title"),
    {UkPart::kListing,
     "",
     {UkCell{{"RegimeName", "Regime Name", "Regime"}},
      UkCell{{"DesignationSource", "Designation source", ""}},
      UkCell{{"SanctionsImposed", "Sanctions Imposed", ""}},
      UkCell{{"DateDesignated", "Date Designated", "UK Sanctions List Date Designated"}},
      UkCell{{"LastUpdated", "Last Updated", "Last Updated"}}, UkCell{{"", "", "Listed On"}}},
     6},
    Scalar(UkPart::kOtherInformation, "OtherInformation", "Other Information", "Other Information"),
    Scalar(UkPart::kReasons, "UKStatementofReasons", "UK Statement of Reasons",
           "(UK Statement of Reasons)"),
    {UkPart::kAddress,
     "Addresses/Address",
     {UkCell{{"AddressLine1", "Address Line 1", "Address 1"}},
      UkCell{{"AddressLine2", "Address Line 2", "Address 2"}},
      UkCell{{"AddressLine3", "Address Line 3", "Address 3"}},
      UkCell{{"AddressLine4", "Address Line 4", "Address 4"}},
      UkCell{{"AddressLine5", "Address Line 5", "Address 5"}},
      UkCell{{"AddressLine6", "Address Line 6", "Address 6"}},
      UkCell{{"AddressPostalCode", "Address Postal Code", "Post/Zip Code"}},
      UkCell{{"AddressCountry", "Address Country", "Country"}}},
     8},
    Leaf(UkPart::kPhone, "PhoneNumbers/PhoneNumber", "Phone number", "(Phone number)"),
    Leaf(UkPart::kWebsite, "Websites/Website", "Website", "(Website)"),
    Leaf(UkPart::kEmail, "EmailAddresses/EmailAddress", "Email address", "(Email address)"),
    Leaf(UkPart::kBirthDate, "IndividualDetails/Individual/DOBs/DOB", "D.O.B", "DOB"),
    {UkPart::kBirthPlace,
     "IndividualDetails/Individual/BirthDetails/Location",
     {UkCell{{"TownOfBirth", "Town of birth", "Town of Birth"}},
      UkCell{{"CountryOfBirth", "Country of birth", "Country of Birth"}}},
     2},
    Leaf(UkPart::kNationality, "IndividualDetails/Individual/Nationalities/Nationality",
         "Nationality(/ies)", "Nationality"),
    {UkPart::kPassport,
     "IndividualDetails/Individual/PassportDetails/Passport",
     {UkCell{{"PassportNumber", "Passport number", "Passport Number"}},
      UkCell{{"PassportAdditionalInformation", "Passport additional information",
              "Passport Details"}}},
     2},
    {UkPart::kNationalId,
     "IndividualDetails/Individual/NationalIdentifierDetails/NationalIdentifier",
     {UkCell{{"NationalIdentifierNumber", "National Identifier number",
              "National Identification Number"}},
      UkCell{{"NationalIdentifierAdditionalInformation",
              "National Identifier additional information",
              "National Identification Details|NI Details"}}},
     2},
    Leaf(UkPart::kPosition, "IndividualDetails/Individual/Positions/Position", "Position",
         "Position"),
    Leaf(UkPart::kGender, "IndividualDetails/Individual/Genders/Gender", "Gender", "(Gender)"),
    Leaf(UkPart::kBodyType, "EntityDetails/Entity/TypeOfEntities/TypeOfEntity", "Type of entity",
         "(Type of entity)"),
    Leaf(UkPart::kSubsidiary, "EntityDetails/Entity/Subsidiaries/Subsidiary", "Subsidiaries",
         "(Subsidiaries)"),
    Leaf(UkPart::kParentCompany, "EntityDetails/Entity/ParentCompanies/ParentCompany",
         "Parent company", "(Parent company)"),
    Leaf(UkPart::kRegistrationNumber,
         "EntityDetails/Entity/BusinessRegistrationNumbers/BusinessRegistrationNumber",
         "Business registration number (s)", "(Business Reg No)"),
    Leaf(UkPart::kImo, "ShipDetails/Ship/IMONumbers/IMONumber", "IMO number", "(IMO number)"),
    Leaf(UkPart::kOwner, "ShipDetails/Ship/CurrentOwnerOperators/CurrentOwnerOperator",
         "Current owner/operator (s)", "(Current owners)"),
    Leaf(UkPart::kPreviousOwner, "ShipDetails/Ship/PreviousOwnerOperators/PreviousOwnerOperator",
         "Previous owner/operator (s)", "(Previous owners)"),
    Leaf(UkPart::kFlag, "ShipDetails/Ship/CurrentBelievedFlagOfShips/CurrentBelievedFlagOfShip",
         "Current believed flag of ship", "(Flag of ship)"),
    Leaf(UkPart::kPreviousFlag, "ShipDetails/Ship/PreviousFlags/PreviousFlag", "Previous flags",
         "(Previous flags)"),
    Leaf(UkPart::kShipType, "ShipDetails/Ship/TypeOfShipDetails/TypeOfShip", "Type of ship",
         "(Type of ship)"),
    Leaf(UkPart::kTonnage, "ShipDetails/Ship/TonnageOfShipDetails/TonnageOfShip", "Tonnage of ship",
         "(Tonnage of ship)"),
    Leaf(UkPart::kLength, "ShipDetails/Ship/LengthOfShipDetails/LengthOfShip", "Length of ship",
         "(Length of ship)"),
    Leaf(UkPart::kYearBuilt, "ShipDetails/Ship/YearsBuilt/YearBuilt", "Year Built", "(Year built)"),
    Leaf(UkPart::kHull, "ShipDetails/Ship/HullIdentificationNumbers/HullIdentificationNumber",
         "Hull identification number (HIN)", "(Hull identification number)"),
    Leaf(UkPart::kCryptoAddress, "CryptoWalletAddresses/CryptoWalletAddress",
         "Crypto wallet address", ""),
}};

}  // namespace

std::span<const UkPartLayout> UkPartLayouts() {
  return kLayouts;
}

std::string UkFieldName(UkPart part, size_t cell, UkDialect dialect) {
  const UkPartLayout& layout = kLayouts[static_cast<size_t>(part)];
  const std::string_view name = layout.cells[cell].names[static_cast<size_t>(dialect)];
  switch (dialect) {
    case UkDialect::kFcdoXml:
      if (layout.xml_path.empty()) return std::string(name);
      if (name == ".") return std::string(layout.xml_path);
      return std::string(layout.xml_path) + "/" + std::string(name);
    case UkDialect::kFcdoCsv:
      return std::string(name.substr(0, name.find('|')));
    case UkDialect::kConList:
      if (name.starts_with('(')) return "Other Information/" + std::string(name);
      return std::string(name.substr(0, name.find('|')));
  }
  return {};
}

}  // namespace interdict
