// The US Consolidated Screening List as JSON: {"results": [row, ...], ...}.
//
// The members of a row are those of the CSV edition, with lists where that joins texts, addresses
// as {address, city, state, postal_code, country} and ids as {type, number, country, issue_date,
// expiration_date}. `search_performed_at` is the publication date. `total` and `offset` are of the
// search service: a document with fewer rows than its total is one page of an answer, not the list,
// and is refused (kCountMismatch). Empty rows and rows named "Address 1" occur; they are rejects.
// What the fields mean, and where ids come from: csl_fields.h. No file of this edition is at hand;
// the layout is that of the service's published schema and of its answers. Test: csl_json_test.cc;
// fuzz: fuzz/csl_json_fuzz.cc.
#pragma once

#include "interdict/lists/format.h"

namespace interdict {

const Format& CslJsonFormat();

}  // namespace interdict
