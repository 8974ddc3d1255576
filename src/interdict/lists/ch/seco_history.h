// The modifications of a SECO target: when it was listed, amended and de-listed, and whether it is
// in force. Rules: seco_xml.h. Test: seco_xml_test.cc.
#pragma once

#include <string>
#include <vector>

#include "interdict/entity/record.h"
#include "interdict/syntax/xml.h"

namespace interdict {

struct SecoHistory {
  bool delisted = false;
  bool tie = false;  // a de-listing and something else on the same day; taken as in force
  std::string listed_on, amended_on, delisted_on;  // ISO days, or as written; the latest of each
  std::vector<Attribute> modifications;            // each as one line, in the publisher's order
};

// Reads the modification elements of a target. The copies of earlier and later states within them
// count as used.
SecoHistory ReadSecoHistory(const XmlElement& target);

}  // namespace interdict
