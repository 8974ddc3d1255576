// EU consolidated list of financial sanctions (FSF), CSV 1.1: the entities of eu_fsf_xml.h as rows.
//
// The file: ';' between cells, a header of 118 columns in blocks (Entity_, NameAlias_, Address_,
// BirthDate_, Identification_, Citizenship_), UTF-8, mostly with a byte order mark. A row has the
// entity's own columns and one or more of its parts; rows are put together by Entity_LogicalId,
// also when they are scattered, and every part is taken once. Traps:
//  * Unbalanced quotes: a quote inside a cell stands for itself. A cell that begins with a quote
//  and
//    never closes would swallow the rows behind it: such a row, known by its number of cells or by
//    lines that are whole rows, is read again as one line whose quotes mean nothing (defect
//    "unbalanced_quote").
//  * It does not say whether a name is strong: weak names are known by their remarks alone.
//  * fileGenerationDate is day first, the other dates ISO.
//  * Entity_SubjectType is the letter or the word, Entity_SubjectType_ClassificationCode the other.
//  * How Address_ContactInfo joins several values has not been seen; "KEY[value]", "KEY: value" by
//  line.
// Not run on an official file, which is not at hand; columns from public copies of its header.
// Test: eu_fsf_csv_test.cc; fuzz: fuzz/eu_fsf_csv_fuzz.cc.
#pragma once

#include "interdict/lists/format.h"

namespace interdict {

const Format& EuFsfCsvFormat();

}  // namespace interdict
