// The rows of the Australian list gathered into parties: the same from the spreadsheet and from the
// dump of its cells. See australia_dfat.h for what the columns hold. Errors: those of StreamXlsx
// and CsvReader, with source and file; kMissingColumn when no row has the headings or one of the
// first twelve is missing; kTooLarge for a party with more than kMaxDfatValues different values in
// a column. Rows without number or name are rejects of the report, which also gets the counts of
// rows and parties. Test: australia_dfat_test.cc.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "interdict/lists/format.h"

namespace interdict {

enum DfatColumn : size_t {
  kDfatReference,
  kDfatName,
  kDfatType,
  kDfatNameType,
  kDfatBirthDate,
  kDfatBirthPlace,
  kDfatCitizenship,
  kDfatAddress,
  kDfatInformation,
  kDfatListing,
  kDfatCommittees,
  kDfatControlDate,
  // Since 2025; may be missing.
  kDfatAliasStrength,
  kDfatImo,
  kDfatInstrument,
  kDfatFinancialSanction,
  kDfatTravelBan,
  kDfatArmsEmbargo,
  kDfatMaritimeRestriction,
};
inline constexpr size_t kDfatRequiredColumns = kDfatAliasStrength;
inline constexpr size_t kDfatColumnCount = kDfatMaritimeRestriction + 1;

inline constexpr std::array<std::string_view, kDfatColumnCount> kDfatHeadings = {
    "Reference",
    "Name of Individual or Entity",
    "Type",
    "Name Type",
    "Date of Birth",
    "Place of Birth",
    "Citizenship",
    "Address",
    "Additional Information",
    "Listing Information",
    "Committees",
    "Control Date",
    "Alias Strength",
    "IMO Number",
    "Instrument of Designation",
    "Targeted Financial Sanction",
    "Travel Ban",
    "Arms Embargo",
    "Maritime Restriction"};

struct DfatName {
  std::string reference;  // "3b"
  std::string text;
  std::string type;      // "aka"
  std::string strength;  // "Weak"
};

// Distinct texts of a column over the rows of a party, trimmed; at most kMaxDfatValues.
using DfatValues = std::vector<std::string>;
inline constexpr size_t kMaxDfatValues = 1000;

struct DfatParty {
  std::string id;     // the number of its references
  uint64_t line = 0;  // of its first row
  std::vector<DfatName> names;
  std::array<DfatValues, kDfatColumnCount> values;
  std::vector<std::pair<std::string, DfatValues>> other;  // heading and values of unknown columns
};

struct DfatSheet {
  std::vector<DfatParty> parties;  // in the order of their first rows
  bool uses_1904 = false;          // days count from 1904
  std::optional<Date> saved;       // when the workbook was; a dump does not say
};

Result<DfatSheet> ReadDfatSheet(const InputFile& file, const ReadOptions& options,
                                ParseReport* report);

// Whether the file has the headings, judged from its first rows.
bool HasDfatHeadings(const InputFile& file);

}  // namespace interdict
