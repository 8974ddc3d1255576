// What one labelled value of an OFAC list means. OFAC's database has one vocabulary of labels
// ("Passport", "Secondary sanctions risk:", "Aircraft Tail Number"), and every export uses it: as
// the first words of an item of Remarks in the legacy files, as idType in the standard XML, as
// feature and document types in the Enhanced and Advanced XML. So a label is understood in one
// place.
//
// The labels themselves: ofac_labels.h. Nothing here fails: a value that is not what its label
// promises is kept as written.
// Test: ofac_fields_test.cc.
#pragma once

#include <string_view>
#include <vector>

#include "interdict/entity/record.h"

namespace interdict {

// What may stand beside a labelled value. All members are borrowed for the call; empty = not given.
struct OfacFieldContext {
  std::string_view country;  // issuing country, as published
  std::string_view issued;   // dates as published
  std::string_view expires;
  std::string_view remark;
  std::string_view field;  // the publisher's field; facts get "<field>/<label>" ("Remarks/DOB")
};

// Adds the fact to the record, whose schema must be set (it tells ship from company numbers).
// False, with the record unchanged, when the label is not known or the value is empty.
bool AddOfacField(std::string_view label, std::string_view value, const OfacFieldContext& context,
                  Record* record);

// "individual", "Entity", "vessel", "aircraft"; NULL is an entity, which OFAC does not tell apart
// further: an organization. A word that OFAC has not used so far may mean any party.
Schema OfacSchema(std::string_view sdn_type);

// A cell's text without white space at its ends; empty for OFAC's NULL, "-0- ".
std::string_view OfacText(std::string_view cell);

// "SDNTK] [VENEZUELA" -> SDNTK, VENEZUELA. Also separated by ";", also with outer brackets.
std::vector<std::string_view> SplitOfacPrograms(std::string_view programs);

// A listing under one programme: authority "OFAC". `list` is OFAC's name of the list, if it is
// known.
Designation OfacDesignation(std::string_view program, std::string_view list,
                            std::string_view field);

// OFAC's name of the list that a programme of its Consolidated (non-SDN) List belongs to: "CMIC
// List"; "Consolidated List" where the programme alone does not tell. `alone`: the party's only
// programme.
std::string_view OfacNonSdnList(std::string_view program, bool alone);

// "FAMILY, Given" of an individual as family and given name; none for a name without a comma.
std::vector<NamePart> OfacNameParts(std::string_view name);

}  // namespace interdict
