// A record as JSON: everything the publisher said, each value with the field it came from.
#pragma once

#include "interdict/base/json_writer.h"
#include "interdict/entity/record.h"

namespace interdict {

// Writes one object. Members: id ("source:publisher's id"), source, schema, caption, names,
// identifiers, dates, countries, addresses, attributes, designations, relations, references,
// uninterpreted; empty lists and empty members are left out.
void WriteRecord(const Record& record, JsonWriter* json);

}  // namespace interdict
