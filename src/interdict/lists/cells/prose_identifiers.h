// Identifiers that a publisher writes as prose: "(1) OGRN: 1027739083570 (2) TIN: 7705123456",
// "SWIFT/BIC MINNRUMM  Tax ID No. 7725039953 (Russia)", "9709056472 - Russia INN".
//
// Only explicit forms are read: a value with its label beside it, the label known to
// data/identifier_labels.tsv, the value of the shape that the label's scheme asks for. Nothing is
// taken from digits alone, with two exceptions that prove themselves: a crypto address (its
// checksum) and, for a party of Russia, a tax or register number with the check digit of an INN or
// OGRN, which then is called so (the English words do not tell which of the Russian numbers is
// meant). The text itself must be kept by the caller. Test: prose_identifiers_test.cc.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "interdict/entity/identifier.h"

namespace interdict {

struct ProseSource {
  std::string_view field;  // for the identifiers
  bool russian = false;    // the party is of Russia, by its regime or countries
  bool vessel = false;     // the party is a ship: an IMO number is a ship's, else a company's
  // A remark tells of many things: there a label must begin a sentence or clause, so that the
  // number of a company mentioned in passing is not taken for the party's own.
  bool remark = false;
};

std::vector<Identifier> FindProseIdentifiers(std::string_view text, const ProseSource& source);

// A cell of a column of numbers: the labelled identifiers, and a number in front that has no label
// ("1117746568829 (Russia). Tax ID No. 7735579027 (Russia)") under `scheme`. When nothing of the
// kind is there, the whole cell is the value.
std::vector<Identifier> ReadIdentifierCell(std::string_view text, IdScheme scheme,
                                           const ProseSource& source);

// Code of a country that a phrase of running text names, empty when it names none. Stricter than
// CountryCode(): "and" and "per" are no alpha-3 codes there.
std::string CountryInProse(std::string_view phrase);

// Turns a tax or register number of Russia into an INN or OGRN, and a national id into a person's
// INN, where length and check digit say so.
void RefineRussianNumber(Identifier* id);

// IMO number of a party that is no ship for certain: the company number where only that formula
// fits or the party is known to be a body.
IdScheme ImoSchemeOf(std::string_view value, bool vessel);

}  // namespace interdict
