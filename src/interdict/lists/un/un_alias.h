// INDIVIDUAL_ALIAS and ENTITY_ALIAS of the UN list: other names, and what the publisher knows of a
// party under such a name (another birth date, a passport).
//
// ALIAS_NAME may hold several names (name_cell.h). NOTE may hold more of them: the alias in its
// original script ("original script: Абу Банат", "In Arabic: ..."), or, behind a name that is not
// Latin, how it is written in Latin letters. The note itself stays as the remark of the alias.
// Test: un_xml_test.cc.
#pragma once

#include "interdict/entity/record.h"
#include "interdict/lists/cells/xml_list_intake.h"
#include "interdict/syntax/xml.h"

namespace interdict {

// Adds what the alias element says. Counts, by quality and empty ones, go to the intake's report;
// an unknown quality is a defect and taken as strong, so that the name is not missed.
void AddUnAlias(const XmlElement& alias, Record* record, XmlListIntake* intake);

}  // namespace interdict
