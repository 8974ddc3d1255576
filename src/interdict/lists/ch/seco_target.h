// One target of the SECO list as a record. Format and rules: seco_xml.h.
// Test: seco_xml_test.cc.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "interdict/entity/record.h"
#include "interdict/lists/cells/xml_list_intake.h"
#include "interdict/syntax/xml.h"

namespace interdict {

struct SecoPlace {
  Address address;               // city, region, country
  std::vector<Attribute> other;  // what else the publisher says of the place
  size_t bytes = 0;              // of all of it
};

struct SecoSet {
  std::string program;    // "Belarus"
  std::string ordinance;  // "Ordinance of 16 March 2022 on measures against Belarus"
  std::string name;       // "Art. 12, Annex 13"
};

// What targets refer to, by ssid.
struct SecoTables {
  std::unordered_map<std::string, SecoPlace> places;
  std::unordered_map<std::string, SecoSet> sets;
  std::string list_date;
};

SecoPlace ReadSecoPlace(const XmlElement& place);

// Reads a target and hands it over, or rejects it. `tables` must be complete.
Status TakeSecoTarget(const XmlElement& target, const SecoTables& tables, XmlListIntake* intake);

}  // namespace interdict
