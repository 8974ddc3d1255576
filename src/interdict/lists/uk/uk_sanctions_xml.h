// UK Sanctions List of the Foreign, Commonwealth and Development Office, XML: the same designations
// as the CSV (uk_sanctions_csv.h), each once, as an element.
//
// The document: Designations / DateGenerated (dd/mm/yyyy) and Designation elements, nearly all data
// in element text; lists of values have a wrapper each (DOBs/DOB). The FCDO publishes a schema; of
// what it defines, hull numbers and crypto addresses have not been seen filled. Traps: besides
// those of the CSV, SanctionsImposedIndicators repeats SanctionsImposed as flags; names without any
// part; the same passport or birth date several times. Id, references: as in the CSV. Both formats
// give the same records but for the names of the fields. Not run on the official file, which is not
// at hand; element names from public readers of it. Test: uk_sanctions_xml_test.cc; fuzz:
// fuzz/uk_sanctions_xml_fuzz.cc.
#pragma once

#include "interdict/lists/format.h"

namespace interdict {

const Format& UkSanctionsXmlFormat();

}  // namespace interdict
