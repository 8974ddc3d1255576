// INDIVIDUAL_DOCUMENT of the UN list: passports and identity papers.
//
// NUMBER often holds a phrase ("CAR diplomatic passport no. D00000898", "381110042 (Expired 25 Jan.
// 2016)"), and where it is empty the number may stand in TYPE_OF_DOCUMENT2 or in NOTE. The value is
// cut to the number itself, because that is what is compared; the publisher's words stay in the
// remark. The kind is told by the most exact words: a NOTE that is nothing but a label ("Italian
// Fiscal Code"), those in front of the number, TYPE_OF_DOCUMENT2, TYPE_OF_DOCUMENT. Test:
// un_document_test.cc.
#pragma once

#include <string>
#include <string_view>

#include "interdict/entity/record.h"
#include "interdict/syntax/xml.h"

namespace interdict {

// Adds the document to the record: an identifier, or a note when no number stands anywhere. False
// when the element is an empty shell.
bool AddUnDocument(const XmlElement& document, Record* record);

// A number and the words around it.
struct WordedNumber {
  std::string label;   // the words in front of it
  std::string number;  // empty when there is none
};

// Finds the number of a NUMBER cell. A text without words is the number as it stands.
WordedNumber SplitNumberCell(std::string_view cell);

// Finds a number in running text, where it must follow a word such as "number", "No." or "code", or
// open the text.
WordedNumber FindNumberInText(std::string_view text);

}  // namespace interdict
