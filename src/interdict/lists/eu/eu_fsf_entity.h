// An entity of the EU's consolidated list of financial sanctions (FSF export), before it becomes a
// Record: the parts that the XML 1.1 and the CSV 1.1 have in common, and what each calls them.
//
// The same entity in both formats gives the same parts in the same order, and so, but for the names
// of the fields, the same Record, with these exceptions: the CSV does not say whether a name is
// strong, and gives more of each act (organisation, entry into force, programme). Source: the
// sample of 2020-04-15, the header of the CSV of 118 columns. Test: eu_fsf_record_test.cc, and
// eu_fsf_csv_test.cc, which reads one fixture in both formats.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace interdict {

enum class FsfPart : uint8_t {
  kEntity,
  kRegulation,  // of the entity
  kName,
  kAddress,
  kBirth,
  kIdentification,
  kCitizenship,
  kAct,  // an act that a part goes back to: the cells of FsfRegulation, and the part's name
};
inline constexpr size_t kFsfPartCount = static_cast<size_t>(FsfPart::kAct) + 1;

enum class FsfDialect : uint8_t { kXml, kCsv };

// Cells of the parts, in their order.
namespace fsf {
enum Entity : size_t {
  kReference,
  kEntityLogicalId,
  kUnitedNationId,
  kDesignationDate,
  kDesignationDetails,
  kEntityRemark,
  kSubjectCode,
  kClassification,
  kEntityCells,
};
enum Regulation : size_t {
  kActType,
  kOrganisation,
  kPublished,
  kInForce,
  kNumberTitle,
  kProgramme,
  kUrl,
  kActUser,
  kActCells,
};
enum Name : size_t {
  kWhole,
  kFirst,
  kMiddle,
  kLast,
  kLanguage,
  kGender,
  kTitle,
  kFunction,
  kStrong,
  kNameRemark,
  kNameCells,
};
enum Address : size_t {
  kStreet,
  kPoBox,
  kCity,
  kPlace,
  kZip,
  kRegion,
  kIso,
  kCountry,
  kAtListing,
  kContact,
  kAddressRemark,
  kAddressCells,
};
enum Birth : size_t {
  kBirthDate,
  kDay,
  kMonth,
  kYear,
  kYearFrom,
  kYearTo,
  kCirca,
  kCalendar,
  kBirthCity,
  kBirthPlace,
  kBirthRegion,
  kBirthZip,
  kBirthIso,
  kBirthCountry,
  kBirthRemark,
  kBirthCells,
};
enum Identification : size_t {
  kNumber,
  kLatinNumber,
  kNameOnDocument,
  kTypeCode,
  kTypeDescription,
  kIdRegion,
  kIdIso,
  kIdCountry,
  kIssuedBy,
  kIssued,
  kValidFrom,
  kValidTo,
  kDiplomatic,
  kKnownExpired,
  kKnownFalse,
  kReportedLost,
  kRevoked,
  kIdRemark,
  kIdCells,
};
enum Citizenship : size_t {
  kCitizenIso,
  kCitizenCountry,
  kCitizenRegion,
  kCitizenRemark,
  kCitizenCells,
};
}  // namespace fsf

// A cell: in XML an attribute (other names that it has had behind a '|'), or "<remark" for the text
// of the child elements of that name; in CSV a column. Empty where a format has none.
struct FsfCell {
  std::string_view xml;
  std::string_view csv;
};

struct FsfPartLayout {
  FsfPart part;
  std::string_view element;     // in XML; for kEntity the entity's own
  std::string_view csv_prefix;  // of the columns, with the underscore: "NameAlias_"
  std::array<FsfCell, fsf::kIdCells> cells;
  size_t cell_count;
};

// Layouts of all parts but kAct, in the order of FsfPart.
std::span<const FsfPartLayout> FsfPartLayouts();

// Full name of a cell, for Record's `field`: "nameAlias/@wholeName", "NameAlias_WholeName".
std::string FsfFieldName(FsfPart part, size_t cell, FsfDialect dialect);

}  // namespace interdict
