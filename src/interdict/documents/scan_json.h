// One document's scan as JSON, in the shape of the outside contract.
//
// All offsets are bytes of the file as given, half-open; texts are as read (entities resolved,
// legacy encodings as UTF-8), so a text may be shorter than its bytes in the file. Members that the
// contract names are always there, `null` where there is nothing to say; the others, except arrays
// of the whole document, only where they say something. `nested_in` and `antecedent` are positions
// in `mentions`; those in `hits` and `roles` are positions in `parties`, `mentions` and `measures`.
// Same scan, same bytes. Test: scan_json_test.cc.
#pragma once

#include "interdict/base/json_writer.h"
#include "interdict/documents/scan.h"

namespace interdict::documents {

// Writes one object.
void WriteScanJson(const Scan& scan, JsonWriter* json);

// {"start":...,"end":...,"text":...} of a span of the document's text.
void WriteQuote(const Document& document, Span span, JsonWriter* json);

// {"kind":...,"source":...,"via":...} and what else is known of it.
void WriteAttribution(const Document& document, const Attribution& attribution, JsonWriter* json);

// What the role is called: the party's name, or the words of a class.
const std::string& RoleName(const Scan& scan, const Role& role);

// Whether the place is outside title and body: in a caption, a byline, the chrome of a page.
bool InBoilerplate(const Document& document, uint32_t byte);

}  // namespace interdict::documents
