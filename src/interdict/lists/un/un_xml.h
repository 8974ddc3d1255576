// UN Security Council consolidated list, XML (CONSOLIDATED_LIST).
//
// One document: INDIVIDUALS/INDIVIDUAL and ENTITIES/ENTITY. dateGenerated is the publication date;
// there is no declared count. A party is one element; its id is REFERENCE_NUMBER ("QDi.001"),
// trimmed, since some end in a space. DATAID, a number that also other lists quote, is kept as a
// cross reference. Two parties under one reference number are told apart by DATAID
// ("QDi.001#6907993") and reported.
//
// Names: FIRST_NAME to FOURTH_NAME are joined. The list does not say which is the family name
// (often the last, but the first for Koreans), so the parts claim no more than the element's own
// name: given, middle, other; those of the DPRK regime are all "other". An entity's FIRST_NAME is
// its whole name; two names joined by ';' are two. Aliases: un_alias.h. NAME_ORIGINAL_SCRIPT has
// line breaks.
//
// Dates of birth: TYPE_OF_DATE (EXACT, APPROXIMATELY, BETWEEN) with DATE, YEAR or FROM_YEAR and
// TO_YEAR; where none stands, NOTE may hold the date ("Nov. 1973"), else it is kept as text (Hijri
// dates, ages). LISTED_ON has a zone behind it in some rows. LAST_DAY_UPDATED repeats; the last is
// the designation's `amended`, all are kept. Documents: un_document.h; the issuing country stands
// in either of two elements. Placeholder elements without content are frequent and only counted.
//
// Programmes are UN_LIST_TYPE verbatim; 'GB' is Guinea-Bissau. Ships are not on this list: an IMO
// number in COMMENTS1 of an entity is the company's, unless only the check of a ship's number fits.
// Numbers are taken from COMMENTS1 only where their label stands beside them; the comment is always
// kept whole. Sections and elements the reader does not know are reported, not skipped.
//
// Run on the issues of 2024-11-30 (686 individuals, 193 entities) and 2026-02-27 (730, 273).
// Errors: as xml_list_intake.h, and those of syntax/xml.h; a document cut off is kTruncated.
// Test: un_xml_test.cc, tests/real/un_xml_test.cc; fuzz: fuzz/un_xml_fuzz.cc.
#pragma once

#include "interdict/lists/format.h"

namespace interdict {

const Format& UnXmlFormat();

}  // namespace interdict
