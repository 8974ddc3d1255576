// A party of OFAC's XML exports on its way from a reader to the list.
// Test: through the tests of the three readers.
#pragma once

#include <string>

#include "interdict/lists/cells/xml_list_intake.h"
#include "interdict/lists/ofac/ofac_remarks.h"

namespace interdict {

// A party as read, without its source; how much of its remarks was understood.
struct OfacParty {
  Record record;
  OfacRemarksCount remarks;
  std::string problem;  // not empty: why the party cannot be taken over
};

// A party of OFAC's lists is small: the largest have a few thousand elements and texts of a few
// thousand bytes. Some texts are copied into many facts, so much larger ones are refused.
inline constexpr XmlLimits kOfacXmlLimits = {.max_record_nodes = size_t{1} << 17,
                                             .max_text_bytes = size_t{1} << 16,
                                             .max_record_bytes = size_t{1} << 22};

// Hands the party over, with what nobody looked at in its element. A party without number, or with
// a problem, is a reject; one without name, programme or known type is kept, with a defect.
Status TakeOfacParty(OfacParty&& party, const XmlElement& element, XmlListIntake* intake);

}  // namespace interdict
