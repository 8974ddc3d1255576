// How the EU list writes single fields: what a remark says of a name, birth dates in pieces and in
// other calendars, types of documents, contact data, signs that an "enterprise" is a ship.
// Test: eu_fsf_fields_test.cc.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "interdict/entity/identifier.h"
#include "interdict/entity/record.h"
#include "interdict/lists/cells/party_parts.h"

namespace interdict {

// What a name's remark says of it: "low quality alias", "Good quality a.k.a.", "formerly known as
// ...", also with the publisher's slips ("lo quality", "god quality"). Only at the start of a
// clause: in running text such words are about others. A grade overrides the attribute `strong`.
struct FsfNameGrade {
  std::optional<bool> strong;
  bool former = false;
};
FsfNameGrade GradeOfFsfRemark(std::string_view remark);

// ISO code of a country in lower case; empty for "00" (unknown). `text` gets the publisher's name.
std::string FsfCountry(std::string_view iso, std::string_view description, std::string* text);

// A birth date from the cells of FsfPart::kBirth. nullopt when they hold none. A date in a calendar
// that is not the Gregorian one stays text, unless the publisher gives the Gregorian day beside it.
std::optional<DateFact> FsfBirthDate(const PartyParts::Cells& cells, std::string field);

// Scheme of an identificationTypeCode; nullopt for "other" and codes that are not known.
std::optional<IdScheme> FsfIdScheme(std::string_view type_code);

// "PHONE[+98 21 123]\nEMAIL[a@b.ir]" -> kind and value; kOther when the key is not known.
struct FsfContact {
  AttributeKind kind = AttributeKind::kOther;
  std::string value;
};
std::vector<FsfContact> SplitFsfContacts(std::string_view text);

// Whether a remark begins by calling its subject a ship: "Vessel; IMO ...", "Oil tanker", "Type:
// vessel"; not "Ship manager".
bool IsVesselRemark(std::string_view remark);

// Whether a name has a word of companies: "Ltd", "Shipping", "Corporation".
bool IsCompanyName(std::string_view name);

}  // namespace interdict
